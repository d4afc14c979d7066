//! Which blocks are headings, and of what level.

mod addressed;
mod alphabet;
mod below;
mod containers;
mod dates;
mod description;
mod documents;
mod list;
mod lists;
mod numbers;
mod persons;
mod poems;
mod restarts;
mod running;
mod sequel;
mod series;
mod sessions;
mod signed;
mod spacing;
mod spread;
mod testimony;
mod titles;
mod turns;
mod words;
mod works;
mod years;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Input;
use super::heading::heading;
use super::kind::{Head, Heading, Kind, Named};
use super::letters::{Opening, PartKind, is_mark};
use super::notes::Notes;
use super::numeral::number;
use crate::segment::{Block, Layout};
use running::without_running_heads;
use series::{
    drop_rare_titles, set_depth_of_numerals, set_order_of_kinds, set_rank_below_lists,
    set_rank_of_dates, set_rank_of_named, set_rank_of_titles,
};
use words::has_lower;

pub(super) use list::{List, is_in_list, list_at};
pub(super) use testimony::{is_examination, swears};
pub(super) use words::{is_attributed, is_ending};

/// The most characters of a heading.
const LONGEST: u32 = 300;

/// The headings of a text, and the lists that are made of headings.
#[derive(Debug)]
pub(super) struct Heads {
    /// For each block, the heading it is.
    pub all: Vec<Option<Head>>,
    /// Tables of contents and the like, in order.
    pub lists: Vec<List>,
    /// The blocks that say who wrote to whom.
    pub addressed: FxHashSet<usize>,
}

/// The headings in the blocks `text`; a licence around them has its own.
pub(super) fn find(
    input: &Input<'_>,
    notes: &Notes,
    openings: &[Opening],
    text: &Range<usize>,
) -> Heads {
    // The lines of an address, the marks above it and the salute are no headings,
    // whatever they look like.
    let blocks_of = |above: &dyn Fn(PartKind) -> bool| -> FxHashSet<usize> {
        let parts = openings.iter().flat_map(|opening| &opening.parts);
        parts.filter(|part| above(part.kind)).map(|part| part.block).collect()
    };
    let openers = blocks_of(&|kind| !matches!(kind, PartKind::Dateline | PartKind::Page));
    // “1909” may head the letters of a year, “BURNT FORK, April 18, 1909.” nothing.
    let datelines = blocks_of(&|kind| kind == PartKind::Dateline);
    let is_title = |found: &Heading| {
        found.level.is_none() && matches!(found.kind, Kind::Words | Kind::Capitals)
    };
    let candidates: Vec<Option<Heading>> = (0..input.blocks.len())
        .map(|index| {
            let free = text.contains(&index) && !notes.holds(index) && !openers.contains(&index);
            let found = candidate(input, index).filter(|_| free);
            found.filter(|found| !is_title(found) || !datelines.contains(&index))
        })
        .collect();
    let mut candidates = without_running_heads(input, candidates);
    drop_levels_among_chapters(input, &mut candidates);
    let letters = alphabet::set_letters(input, &mut candidates);
    dates::drop_months_at_foot(input, &mut candidates);
    let days = numbers::days_under_months(&candidates);
    for (candidate, is_day) in candidates.iter_mut().zip(days) {
        *candidate = candidate.filter(|_| !is_day);
    }
    for day in numbers::days_among_dates(input, &candidates) {
        candidates[day] = None;
    }
    turns::drop_turns(input, &mut candidates);
    documents::set_documents(input, notes, &mut candidates);
    description::set_description(input, notes, &mut candidates);
    let addressed = addressed::set_addressed(input, notes, &mut candidates);
    sequel::set_sequels(input, notes, &mut candidates);
    let testimony = testimony::set_testimony(input, notes, &mut candidates);
    sessions::set_sessions(input, notes, &mut candidates);
    sessions::set_interviews(input, notes, &mut candidates);
    let containers = containers::set_containers(input, notes, &mut candidates);
    let registers = years::parts_of_register(&candidates);
    let mut context = Context::of(input, notes, candidates);
    context.addressed = addressed;
    context.spaced.extend(letters.into_iter().chain(testimony).chain(registers));
    context.spaced.extend(containers.keys());
    context.containers = containers;
    let mut heads: Vec<Option<Head>> =
        (0..input.blocks.len()).map(|index| context.head(index)).collect();
    context.add_titles(&mut heads);
    drop_rare_titles(&mut heads);
    addressed::join_titles(&mut heads);
    context.set_depth_of_signs(&mut heads);
    context.join_capitals(&mut heads);
    context.join_spread_titles(&mut heads);
    let lists = context.take_lists(&mut heads);
    context.add_listed(&mut heads, &lists);
    context.drop_running_heads(&mut heads);
    let numbered = signed::numbered_letters(input, notes, &heads);
    context.addressed.extend(numbered);
    Heads { all: heads, lists, addressed: context.addressed }
}

/// Tells of each heading how deep its division lies, once it is known which of
/// them stand on the title pages and are none.
pub(super) fn rank_all(
    input: &Input<'_>,
    addressed: &FxHashSet<usize>,
    heads: &mut [Option<Head>],
) {
    set_order_of_kinds(heads);
    restarts::set_rank_above_restarts(heads);
    set_rank_of_dates(heads);
    set_depth_of_numerals(heads);
    addressed::set_rank_of_letters(addressed, heads);
    let works = works::set_rank_of_works(input, heads);
    set_rank_of_named(heads);
    works.take_named(heads);
    set_rank_of_titles(heads);
    set_rank_below_lists(heads);
    set_levels(heads);
}

/// What a block would say as a heading, if it is short enough for one.
fn candidate(input: &Input<'_>, index: usize) -> Option<Heading> {
    let block = &input.blocks[index];
    let short = block.is_text() && block.line_count() <= 3 && block.span.len() <= LONGEST;
    let text = block.words().of(input.text);
    let marked = block.span.of(input.text);
    let level = input.convention.heading_mark(marked).map(|mark| mark.level);
    let found = if short && !is_page(text) { heading(text) } else { None };
    let found = found.filter(|found| found.number.is_some() || level.is_some() || !is_row(text));
    // “N° 4127” is the mark of an office.
    let found = found.filter(|found| found.kind != Kind::Chapter || !is_mark(text));
    found.map(|found| Heading { level, ..found })
}

/// Lines below a few words say nothing of the other headings where more that are counted
/// have none: they set a list or a form apart.
fn drop_levels_among_chapters(input: &Input<'_>, candidates: &mut [Option<Heading>]) {
    let underlined = |index: usize| input.blocks[index].underline > 0;
    let counted = |heading: &Heading| heading.kind.counts() && heading.level.is_none();
    let chapters = candidates.iter().flatten().filter(|heading| counted(heading)).count();
    let lines = (0..candidates.len()).filter(|index| underlined(*index)).count();
    if chapters <= lines {
        return;
    }
    for (_, candidate) in candidates.iter_mut().enumerate().filter(|(index, _)| underlined(*index))
    {
        *candidate = candidate.map(|heading| Heading { level: None, ..heading });
    }
}

/// “PAGE”, above the numbers of a table of contents.
fn is_page(text: &str) -> bool {
    const LONGEST: usize = 8;
    const WORDS: &[&str] = &["page", "pages", "pag", "seite", "pagina", "bladz"];
    text.len() <= LONGEST
        && WORDS.contains(&text.trim_matches(['_', '.', ' ']).to_lowercase().as_str())
}

/// Whether a line is the row of a table or of a table of contents: words, and far
/// from them a number.
fn is_row(text: &str) -> bool {
    const FAR: &str = "    ";
    let Some((words, number)) = text.rsplit_once(FAR) else { return false };
    let mut digits = number.bytes();
    !text.contains('\n')
        && words.contains(|c: char| c.is_alphabetic())
        && digits.next_back().is_some_and(|last| last.is_ascii_digit())
        && digits.all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b' '))
}

/// The headings with numbers.
#[derive(Clone, Copy)]
struct Numbered {
    /// The first of them.
    first: usize,
    /// How many blank lines stand above most of them.
    space: u32,
    /// Whether no word counts any of them.
    bare: bool,
}

struct Context<'a> {
    input: &'a Input<'a>,
    notes: &'a Notes,
    candidates: Vec<Option<Heading>>,
    /// Block and number of the candidates that are numbers, in four sequences:
    /// Roman or Arabic, with a title or without.
    sequences: [Vec<(usize, u32)>; 4],
    /// Whether most of the text stands in paragraphs of some length.
    is_prose: bool,
    /// How many blank lines mean more than the end of a paragraph.
    gap: u32,
    /// The headings with numbers, if there are several.
    numbered: Option<Numbered>,
    /// Words in capitals that stand there again and again: who speaks in a play.
    speakers: FxHashSet<&'a str>,
    /// Titles that end with a full stop.
    stopped: FxHashSet<usize>,
    /// Titles by the space around them.
    spaced: FxHashSet<usize>,
    /// Titles in capitals among paragraphs, in a text that sets larger ones apart.
    close: FxHashSet<usize>,
    /// The blocks that say who wrote to whom.
    addressed: FxHashSet<usize>,
    /// The series and boxes of a finding aid, and how deep they lie.
    containers: FxHashMap<usize, u8>,
    /// Whether more than one block could be a year.
    several_years: bool,
    /// Whether all words are in capitals, as in a telegram.
    is_loud: bool,
    /// Whether the convention marks the headings, so that nothing else is one.
    leveled: bool,
    /// Whether several titles in capitals stand above the number 1, so that the
    /// text is a collection of stories with chapters.
    collection: bool,
}

impl<'a> Context<'a> {
    fn of(input: &'a Input<'a>, notes: &'a Notes, candidates: Vec<Option<Heading>>) -> Self {
        let texts = || {
            let all = input.blocks.iter().enumerate();
            all.filter(|(index, block)| block.is_text() && !notes.holds(*index))
        };
        let long = texts().filter(|(_, block)| is_long(block)).count();
        let spaced = input.blocks.iter().filter(|block| block.blank_before >= 2).count();
        let gap = match input.layout {
            Layout::Wrapped if spaced > 0 => 2,
            _ => 1,
        };
        let is_prose = long * 3 >= texts().count();
        let years = candidates.iter().flatten().filter(|heading| heading.kind == Kind::Year);
        let several_years = years.take(2).count() == 2;
        let is_loud = !texts().any(|(_, block)| has_lower(block.span.of(input.text)));
        let leveled = candidates.iter().flatten().any(|heading| heading.level.is_some());
        let mut context = Self {
            input,
            notes,
            candidates,
            sequences: Default::default(),
            is_prose,
            gap,
            numbered: None,
            speakers: FxHashSet::default(),
            stopped: FxHashSet::default(),
            spaced: FxHashSet::default(),
            close: FxHashSet::default(),
            addressed: FxHashSet::default(),
            containers: FxHashMap::default(),
            several_years,
            is_loud,
            leveled,
            collection: false,
        };
        context.speakers = context.speakers();
        context.stopped = context.stopped_titles();
        context.spaced = context.spaced_titles();
        context.close = context.close_titles();
        for index in 0..context.candidates.len() {
            let numeral = context.candidates[index].filter(|heading| heading.kind == Kind::Numeral);
            let numeral = numeral.filter(|heading| {
                context.is_apart_from_numbers(index) && context.could_be_title(index, *heading)
            });
            if let Some((heading, number)) =
                numeral.and_then(|heading| Some((heading, heading.number?)))
            {
                let sequence = context.sequence(index, heading);
                context.sequences[sequence].push((index, number));
            }
        }
        context.numbered = context.numbered();
        context.collection = context.is_collection();
        context
    }

    fn text(&self, index: usize) -> &'a str {
        self.input.blocks[index].span.of(self.input.text)
    }

    /// The heading that block `index` is by itself.
    fn head(&self, index: usize) -> Option<Head> {
        let heading = self.candidates[index]?;
        let is_head = match heading.kind {
            Kind::Named(Named::Notes) => self.notes.region_at(index).is_some(),
            _ if self.leveled => heading.level.is_some(),
            Kind::Volume
            | Kind::Book
            | Kind::Part
            | Kind::Act
            | Kind::Chapter
            | Kind::Scene
            | Kind::Section => self.is_counted(index, heading),
            Kind::Year | Kind::Month if self.closes_text(index) => false,
            // “1826.” between the title of a poem and its verses
            Kind::Year if self.is_followed_by_verse(index) => false,
            Kind::Year => {
                self.stands_alone(index)
                    && self.opens_year(index)
                    && !self.is_of_imprint(index)
                    && (!self.dates_a_letter(index)
                        || self.opens_months(index) && !self.is_below_number(index)
                        || self.is_month(index + 1))
            }
            Kind::Month => {
                self.stands_alone(index)
                    && self.is_dated(heading)
                    && (!self.dates_a_letter(index) || self.opens_month(index))
            }
            // “THE”, “PREFACE.”
            Kind::Named(_) => {
                self.stands_alone(index)
                    || self.input.blocks[index].line_count() == 2 && !heading.titled
            }
            Kind::Numeral if self.addressed.contains(&index) => true,
            Kind::Numeral => self.is_in_sequence(index, heading),
            Kind::Decimal(_) => self.is_in_order(index, heading),
            Kind::Letter => true,
            Kind::Capitals | Kind::Words if self.spaced.contains(&index) => true,
            Kind::Capitals => self.close.contains(&index) || self.is_in_capitals(index),
            Kind::Words => self.is_title(index),
        };
        let deeper = self.containers.get(&index).copied().unwrap_or_default();
        let rank = rank(heading.kind) + u8::from(self.close.contains(&index)) + deeper;
        let rank = if self.is_above_numbers(index) { rank.min(NUMERAL - 1) } else { rank };
        is_head.then_some(Head { heading, rank, continues: false, work: false })
    }

    /// “CHAPTER I” and the like, but not “Chapter 3 tells of the war.”
    fn is_counted(&self, index: usize, heading: Heading) -> bool {
        let text = self.text(index);
        // “Minutes of the meeting held at the Town Hall on Tuesday, 4th March 1902.”
        let session = heading.kind == Kind::Chapter && heading.number.is_none() && heading.titled;
        let sentence =
            text.ends_with(['.', ',', ';']) && text.len() > 90 && has_lower(text) && !session;
        // A numbered paragraph begins with its number: “§ 2. They lived in caves.”
        let paragraph = (text.starts_with('§') || text.starts_with("Art"))
            && has_lower(text)
            && text.ends_with('.')
            && (text.contains('\n') || text.split_whitespace().count() > 12);
        (!sentence || has_long_title(text))
            && !paragraph
            && (self.stands_apart(index)
                || self.is_right_below_larger(index, heading)
                || self.is_bare_scene(index, heading))
    }

    /// Whether nothing but the number of an act or a scene stands there: the first scene
    /// stands right below its act, and the others no farther from the text.
    fn is_bare_scene(&self, index: usize, heading: Heading) -> bool {
        let block = &self.input.blocks[index];
        matches!(heading.kind, Kind::Act | Kind::Scene)
            && heading.number.is_some()
            && !heading.titled
            && block.line_count() == 1
            && block.blank_before > 0
    }

    /// Whether the heading of the division it is the first part of stands right above,
    /// with less space between them: “VOLUME II”, “BOOK III”; “INTRODUCTION.”, “SECTION I.”
    fn is_right_below_larger(&self, index: usize, heading: Heading) -> bool {
        let Some(above) = index.checked_sub(1) else { return false };
        let larger = |above: Heading| match above.kind {
            Kind::Named(Named::Preface) => {
                matches!(heading.kind, Kind::Chapter | Kind::Section)
                    && heading.number == Some(1)
                    && !above.titled
            }
            // “HISTORY OF FLANDERS”, “BOOK X”
            Kind::Capitals => {
                matches!(heading.kind, Kind::Book | Kind::Part)
                    && !heading.titled
                    && self.input.blocks[index].blank_before > 0
            }
            kind => kind.counts() && kind < heading.kind && above.number.is_some(),
        };
        heading.number.is_some()
            && self.input.blocks[above].line_count() == 1
            && self.input.blocks[index].line_count() == 1
            && self.candidates[above].is_some_and(larger)
            && self.stands_apart(above)
    }

    /// Whether there is more than the usual space before it.
    fn stands_apart(&self, index: usize) -> bool {
        let block = &self.input.blocks[index];
        index == 0
            || block.blank_before >= self.gap
            || self.previous(index).is_some_and(|before| !before.is_text())
    }

    fn previous(&self, index: usize) -> Option<&Block> {
        index.checked_sub(1).map(|before| &self.input.blocks[before])
    }

    /// Whether it is one line that something follows.
    fn stands_alone(&self, index: usize) -> bool {
        self.input.blocks[index].line_count() == 1 && index + 1 < self.input.blocks.len()
    }

    /// The paragraphs of a section are counted with a sign: “§. 4.”
    fn set_depth_of_signs(&self, heads: &mut [Option<Head>]) {
        let section =
            |head: Option<Head>| head.is_some_and(|head| head.heading.kind == Kind::Section);
        let (signs, words): (Vec<usize>, Vec<usize>) = (0..heads.len())
            .filter(|at| section(heads[*at]))
            .partition(|at| self.text(*at).starts_with('§'));
        for at in signs.into_iter().filter(|_| !words.is_empty()) {
            if let Some(head) = &mut heads[at] {
                head.rank += 1;
            }
        }
    }
}

/// What the convention says of the levels stands above all else.
fn set_levels(heads: &mut [Option<Head>]) {
    for head in heads.iter_mut().flatten() {
        if let Some(level) = head.heading.level {
            head.rank = 10 * level;
            head.continues = false;
        }
    }
}

/// How deep a division under such a heading lies.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Volume => 10,
        Kind::Book => 20,
        Kind::Part | Kind::Act | Kind::Year => 30,
        Kind::Month => 40,
        Kind::Chapter | Kind::Named(_) => CHAPTER,
        Kind::Scene => 55,
        Kind::Section => 60,
        Kind::Numeral => NUMERAL,
        Kind::Decimal(parts) => NUMERAL + parts.min(4),
        Kind::Capitals => CAPITALS,
        Kind::Letter | Kind::Words => SECTION,
    }
}

const CHAPTER: u8 = 50;
const NUMERAL: u8 = 65;
const CAPITALS: u8 = 70;
const SECTION: u8 = 80;

/// Whether what counts stands in capitals and apart from what follows, as far
/// as its words go: “SCÈNE IV. Les gardes, qui …”, “CHAPTER II. Containing …”.
fn has_long_title(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let word = words.next().unwrap_or_default();
    let label = words.next().unwrap_or_default();
    let stops = label.ends_with(['.', ':', '—']) || words.take(2).any(|last| last.ends_with('.'));
    let loud = word.chars().count() > 3 && !has_lower(word) && stops;
    // “Vierter Abschnitt. Von den Veränderungen, die …”
    let loud = loud || stops && number(word).is_some() && !word.ends_with('.');
    (loud || label.ends_with(':')) && !text.ends_with([',', ';'])
}

fn is_long(block: &Block) -> bool {
    block.span.len() >= 150 || block.line_count() >= 4
}

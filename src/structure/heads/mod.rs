//! Which blocks are headings, and of what level.

mod alphabet;
mod documents;
mod lists;
mod numbers;
mod running;
mod series;
mod spacing;
mod titles;
mod words;
mod works;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Input;
use super::heading::{heading, plain};
use super::kind::{Head, Heading, Kind, Named};
use super::letters::{Opening, PartKind};
use super::notes::Notes;
use super::numeral::number;
use crate::segment::{Block, Layout};
use running::without_running_heads;
use series::{
    drop_rare_titles, set_depth_of_numerals, set_order_of_kinds, set_rank_below_lists,
    set_rank_of_dates, set_rank_of_named, set_rank_of_titles,
};
use words::{has_lower, is_question, is_spoken};

pub(super) use lists::List;
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
    let parts = openings.iter().flat_map(|opening| &opening.parts);
    let above = |kind| !matches!(kind, PartKind::Dateline | PartKind::Page);
    let addresses: FxHashSet<usize> =
        parts.filter(|part| above(part.kind)).map(|part| part.block).collect();
    let free =
        |index: &usize| text.contains(index) && !notes.holds(*index) && !addresses.contains(index);
    let candidates: Vec<Option<Heading>> = (0..input.blocks.len())
        .map(|index| candidate(input, index).filter(|_| free(&index)))
        .collect();
    let mut candidates = without_running_heads(input, candidates);
    let letters = alphabet::set_letters(input, &mut candidates);
    let days = numbers::days_under_months(&candidates);
    for (candidate, is_day) in candidates.iter_mut().zip(days) {
        *candidate = candidate.filter(|_| !is_day);
    }
    documents::set_documents(input, notes, &mut candidates);
    let mut context = Context::of(input, notes, candidates);
    context.spaced.extend(letters);
    let mut heads: Vec<Option<Head>> =
        (0..input.blocks.len()).map(|index| context.head(index)).collect();
    context.add_titles(&mut heads);
    drop_rare_titles(&mut heads);
    context.set_depth_of_signs(&mut heads);
    context.join_capitals(&mut heads);
    let lists = context.take_lists(&mut heads);
    context.add_listed(&mut heads, &lists);
    context.drop_running_heads(&mut heads);
    Heads { all: heads, lists }
}

/// Tells of each heading how deep its division lies, once it is known which of
/// them stand on the title pages and are none.
pub(super) fn rank_all(input: &Input<'_>, heads: &mut [Option<Head>]) {
    set_order_of_kinds(heads);
    set_rank_of_dates(heads);
    set_depth_of_numerals(heads);
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
    let text = block.span.of(input.text);
    let level = input.convention.heading_mark(text).map(|mark| mark.level);
    let found = if short { heading(text) } else { None };
    found.map(|found| Heading { level, ..found })
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
    /// The first and the number of the headings with numbers, if there are
    /// several.
    numbered: Option<(usize, usize)>,
    /// Words in capitals that stand there again and again: who speaks in a play.
    speakers: FxHashSet<&'a str>,
    /// Titles that end with a full stop.
    stopped: FxHashSet<usize>,
    /// Titles by the space around them.
    spaced: FxHashSet<usize>,
    /// Titles in capitals among paragraphs, in a text that sets larger ones apart.
    close: FxHashSet<usize>,
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
            Kind::Year => {
                self.stands_alone(index)
                    && self.opens_year(index)
                    && (!self.dates_a_letter(index)
                        || self.opens_months(index)
                        || self.is_month(index + 1))
            }
            Kind::Month => {
                self.stands_alone(index)
                    && self.is_dated(heading)
                    && (!self.dates_a_letter(index) || self.opens_month(index))
            }
            Kind::Named(_) => self.stands_alone(index),
            Kind::Numeral => self.is_in_sequence(index, heading),
            Kind::Decimal(_) => self.is_in_order(index, heading),
            Kind::Capitals | Kind::Words if self.spaced.contains(&index) => true,
            Kind::Capitals => self.close.contains(&index) || self.is_in_capitals(index),
            Kind::Words => self.is_title(index),
        };
        let rank = rank(heading.kind) + u8::from(self.close.contains(&index));
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
        (!sentence || has_long_title(text)) && !paragraph && self.stands_apart(index)
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

    /// Whether it says when the text above it was written: it stands nearer to
    /// its words than to the title below.
    fn closes_text(&self, index: usize) -> bool {
        let above = self.previous(index).is_some_and(|above| above.is_text() && is_long(above));
        let below = self.input.blocks.get(index + 1);
        above
            && self.input.blocks[index].blank_before <= self.gap
            && below.is_some_and(|below| below.blank_before > self.input.blocks[index].blank_before)
            && self.candidates[index + 1].is_some_and(|below| below.kind >= Kind::Year)
    }

    /// Whether it stands right under another heading, as in a letter.
    fn dates_a_letter(&self, index: usize) -> bool {
        // “Anno Domini 1760”
        if self.text(index).starts_with(char::is_alphabetic)
            && self.candidates[index].is_some_and(|heading| heading.kind == Kind::Year)
        {
            return false;
        }
        let above = index.checked_sub(1).filter(|above| !is_long(&self.input.blocks[*above]));
        let above = above.and_then(|above| self.candidates[above]);
        above.is_some_and(|heading| matches!(heading.kind, Kind::Capitals | Kind::Numeral))
    }

    /// Whether a day without its month stands below, as under the title of a
    /// diary and the month of its first entries.
    fn opens_month(&self, index: usize) -> bool {
        let below = super::entries::date_line(self.input, index + 1);
        below.is_some_and(|day| day.bare && !day.own_line)
    }

    /// Whether an entry with its month and without a year stands below.
    fn opens_months(&self, index: usize) -> bool {
        let below = super::entries::date_line(self.input, index + 1);
        below.is_some_and(|day| !day.bare && !day.dates.iter().any(|date| date.meaning.has_year()))
    }

    fn is_month(&self, index: usize) -> bool {
        let candidate = self.candidates.get(index).copied().flatten();
        candidate.is_some_and(|heading| heading.kind == Kind::Month)
    }

    /// Whether a year is one of several, or what stands below it can be of that
    /// year: prose, an entry, a month, but not the next line of a title page.
    fn opens_year(&self, index: usize) -> bool {
        let below = self.input.blocks.get(index + 1);
        self.several_years
            || below.is_some_and(|below| !below.is_text() || is_long(below))
            || self.candidates[index + 1].is_some_and(|below| below.kind < Kind::Scene)
            || super::entries::date_line(self.input, index + 1).is_some()
    }

    /// Whether a month has its year, or one of several months or years.
    fn is_dated(&self, heading: Heading) -> bool {
        let has_year = heading.date.is_some_and(|date| date.year().is_some());
        let dated = self.candidates.iter().flatten();
        let others = dated.filter(|heading| matches!(heading.kind, Kind::Month | Kind::Year));
        has_year || others.take(2).count() == 2
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

    /// Whether it says from whom and to whom the letter under the heading above
    /// it went: “Miss Bevil, to Miss Harcourt.”
    fn is_from_to(&self, index: usize) -> bool {
        const TO: &[&str] = &["to", "à", "au", "an", "in", "for"];
        const TITLES: &[&str] = &["Mr. ", "Mrs. ", "Dr. "];
        let text = self.text(index);
        let words: Vec<&str> = text.split_whitespace().collect();
        let names = words.windows(2).skip(1).any(|pair| {
            TO.contains(&pair[0].to_lowercase().as_str()) && pair[1].starts_with(char::is_uppercase)
        });
        let from = text.starts_with("To ") || text.starts_with("From ") || text.starts_with("À ");
        // “No. 2.”, and the date below
        let numbered = self.text(index - 1).starts_with("No") && self.input.is_dated(index + 1);
        (is_letter_head(self.text(index - 1)) || numbered)
            && (names || from)
            && words.len() <= 14
            && text.starts_with(char::is_uppercase)
            && (!text.trim_end_matches('.').contains(". ")
                || TITLES.iter().any(|title| text.contains(title)))
            && !is_spoken(text)
            && !self.input.is_dated(index)
            && index + 1 < self.input.blocks.len()
    }

    /// Whether it says where and when the letter was written whose salute stands
    /// below it.
    fn is_place_and_date(&self, index: usize) -> bool {
        let salute =
            index + 1 < self.input.blocks.len() && super::letters::is_salute(self.text(index + 1));
        salute && !super::letters::dates(self.input, self.input.blocks[index].span).is_empty()
    }

    /// After a heading that is only a number, a few words are its title.
    fn add_titles(&self, heads: &mut [Option<Head>]) {
        if self.leveled {
            return;
        }
        for index in 1..heads.len() {
            let Some(before) = heads[index - 1] else { continue };
            let wants_title = before.heading.number.is_some() && !before.heading.titled;
            let Some(heading) = self.candidates[index].filter(|_| wants_title || before.continues)
            else {
                continue;
            };
            let text = self.text(index);
            // “IV.” and “Conclusion”, “CHAPTER I” and “INTRODUCTION”
            let named = matches!(heading.kind, Kind::Named(Named::Frame | Named::Preface))
                && matches!(before.heading.kind, Kind::Numeral | Kind::Chapter)
                && wants_title
                && !heading.titled;
            let fits = (named || matches!(heading.kind, Kind::Capitals | Kind::Words))
                && (!has_lower(text)
                    || !plain(text).ends_with(['.', ',', ';', ':'])
                    || before.continues
                    || self.is_nearer_above(index))
                && text.chars().count() <= 120
                && !text.ends_with([',', '-', '—'])
                && !is_spoken(text)
                && !(has_lower(text) && is_question(text))
                && !is_attributed(text)
                // Under a scene stand those who enter.
                && !matches!(before.heading.kind, Kind::Act | Kind::Scene)
                && !text.starts_with('(')
                && !self.input.is_dated(index)
                && !super::letters::is_salute(text)
                && !self.is_place_and_date(index)
                && index + 1 < heads.len();
            let second = before.continues && heading.kind != Kind::Capitals;
            let addressed = wants_title && heading.kind == Kind::Words && self.is_from_to(index);
            if fits && !second || addressed {
                heads[index] =
                    Some(Head { heading, rank: before.rank, continues: true, work: false });
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

/// The word of a heading that counts letters.
fn is_letter_head(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let word = word.unwrap_or_default().to_lowercase();
    matches!(word.as_str(), "letter" | "lettre" | "brief" | "epistle")
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
        Kind::Numeral => 65,
        Kind::Decimal(parts) => 65 + parts.min(4),
        Kind::Capitals => CAPITALS,
        Kind::Words => SECTION,
    }
}

const CHAPTER: u8 = 50;
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

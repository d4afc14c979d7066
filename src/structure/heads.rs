//! Which blocks are headings, and of what level.

use super::Input;
use super::heading::{Heading, Kind, Named, heading};
use super::notes::Notes;
use crate::segment::{Block, BlockKind, Layout};

/// A heading and how deep the division it begins lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What it says.
    pub heading: Heading,
    /// The smaller, the larger the division.
    pub rank: u8,
    /// Whether it only continues the heading before it.
    pub continues: bool,
}

/// The most characters of a heading.
const LONGEST: u32 = 220;

/// For each block, the heading it is.
pub(super) fn find(input: &Input<'_>, notes: &Notes) -> Vec<Option<Head>> {
    let candidates: Vec<Option<Heading>> = (0..input.blocks.len())
        .map(|index| if notes.holds(index) { None } else { candidate(input, index) })
        .collect();
    let context = Context::of(input, notes, candidates);
    let mut heads: Vec<Option<Head>> =
        (0..input.blocks.len()).map(|index| context.head(index)).collect();
    context.add_titles(&mut heads);
    drop_contents(&mut heads, input.blocks);
    set_depth_of_numerals(&mut heads);
    heads
}

/// What a block would say as a heading, if it is short enough for one.
fn candidate(input: &Input<'_>, index: usize) -> Option<Heading> {
    let block = &input.blocks[index];
    let short = block.is_text() && block.line_count() <= 3 && block.span.len() <= LONGEST;
    if !short { None } else { heading(block.span.of(input.text)) }
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
}

impl<'a> Context<'a> {
    fn of(input: &'a Input<'a>, notes: &'a Notes, candidates: Vec<Option<Heading>>) -> Self {
        let texts = || input.blocks.iter().filter(|block| block.is_text());
        let long = texts().filter(|block| is_long(block)).count();
        let spaced = input.blocks.iter().filter(|block| block.blank_before >= 2).count();
        let gap = match input.layout {
            Layout::Wrapped if spaced > 0 => 2,
            _ => 1,
        };
        let is_prose = long * 3 >= texts().count();
        let mut context = Self {
            input,
            notes,
            candidates,
            sequences: Default::default(),
            is_prose,
            gap,
            numbered: None,
        };
        for index in 0..context.candidates.len() {
            let numeral = context.candidates[index].filter(|heading| heading.kind == Kind::Numeral);
            let numeral = numeral.filter(|_| context.is_apart_from_numbers(index));
            if let Some((heading, number)) =
                numeral.and_then(|heading| Some((heading, heading.number?)))
            {
                let sequence = context.sequence(index, heading);
                context.sequences[sequence].push((index, number));
            }
        }
        context.numbered = context.numbered();
        context
    }

    /// The first of the headings with numbers, and how many there are.
    fn numbered(&self) -> Option<(usize, usize)> {
        let is_numbered = |index: &usize| {
            self.candidates[*index].is_some_and(|heading| {
                let counts = heading.kind <= Kind::Chapter && heading.number.is_some();
                counts && self.is_counted(*index)
                    || heading.kind == Kind::Numeral && self.is_in_sequence(*index, heading)
            })
        };
        let mut all = (0..self.candidates.len()).filter(is_numbered);
        let first = all.next()?;
        let count = 1 + all.count();
        (count >= 3).then_some((first, count))
    }

    /// Whether no other number stands right before or after it, as in a table.
    fn is_apart_from_numbers(&self, index: usize) -> bool {
        let is_number = |other: usize| {
            let heading = self.candidates.get(other).copied().flatten();
            heading.is_some_and(|heading| heading.kind == Kind::Numeral && !heading.titled)
        };
        !is_number(index + 1) && !index.checked_sub(1).is_some_and(is_number)
    }

    /// Which of the sequences a number belongs to.
    fn sequence(&self, index: usize, heading: Heading) -> usize {
        let arabic = self.text(index).starts_with(|c: char| c.is_ascii_digit());
        usize::from(arabic) * 2 + usize::from(heading.titled)
    }

    fn text(&self, index: usize) -> &str {
        self.input.blocks[index].span.of(self.input.text)
    }

    /// The heading that block `index` is by itself.
    fn head(&self, index: usize) -> Option<Head> {
        let heading = self.candidates[index]?;
        let is_head = match heading.kind {
            Kind::Volume
            | Kind::Book
            | Kind::Part
            | Kind::Act
            | Kind::Chapter
            | Kind::Scene
            | Kind::Section => self.is_counted(index),
            Kind::Year => self.stands_alone(index) && !self.dates_a_letter(index),
            Kind::Month => self.stands_alone(index) && self.is_dated(heading),
            Kind::Named(Named::Notes) => self.notes.region_at(index).is_some(),
            Kind::Named(_) => self.stands_alone(index),
            Kind::Numeral => self.is_in_sequence(index, heading),
            Kind::Capitals => self.is_in_capitals(index),
            Kind::Words => self.is_title(index),
        };
        is_head.then(|| Head { heading, rank: self.rank(heading.kind), continues: false })
    }

    fn rank(&self, kind: Kind) -> u8 {
        match kind {
            Kind::Volume => 10,
            Kind::Book => 20,
            Kind::Part | Kind::Act | Kind::Year => 30,
            Kind::Month => 40,
            Kind::Chapter => 50,
            Kind::Scene => 55,
            Kind::Section => 60,
            Kind::Named(_) => self.rank_of_largest(),
            Kind::Numeral => 65,
            Kind::Capitals => 70,
            Kind::Words => 80,
        }
    }

    /// Prefaces and appendices stand beside the largest divisions.
    fn rank_of_largest(&self) -> u8 {
        let kinds = self.candidates.iter().flatten().map(|heading| heading.kind);
        let counted = kinds
            .filter(|kind| matches!(kind, Kind::Volume | Kind::Book | Kind::Part | Kind::Chapter));
        counted.map(|kind| self.rank(kind)).min().unwrap_or(50)
    }

    /// “CHAPTER I” and the like, but not “Chapter 3 tells of the war.”
    fn is_counted(&self, index: usize) -> bool {
        let text = self.text(index);
        let sentence = text.ends_with(['.', ',', ';']) && text.len() > 90 && has_lower(text);
        !sentence && self.stands_apart(index)
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

    /// Whether it stands right under another heading, as in a letter.
    fn dates_a_letter(&self, index: usize) -> bool {
        let above = index.checked_sub(1).and_then(|above| self.candidates[above]);
        above.is_some_and(|heading| matches!(heading.kind, Kind::Capitals | Kind::Numeral))
    }

    /// Whether a month has its year, or one of several months or years.
    fn is_dated(&self, heading: Heading) -> bool {
        let has_year = heading.date.is_some_and(|date| date.year().is_some());
        let dated = self.candidates.iter().flatten();
        let others = dated.filter(|heading| matches!(heading.kind, Kind::Month | Kind::Year));
        has_year || others.take(2).count() == 2
    }

    /// Whether a number continues a sequence, or begins one.
    fn is_in_sequence(&self, index: usize, heading: Heading) -> bool {
        let Some(number) = heading.number else { return false };
        if heading.titled && !self.text(index).contains('\n') && !self.is_short_title(index) {
            return false;
        }
        let sequence = &self.sequences[self.sequence(index, heading)];
        let at = sequence.partition_point(|(other, _)| *other < index);
        let has = |range: std::ops::Range<usize>, wanted| {
            sequence.get(range).is_some_and(|near| near.iter().any(|(_, other)| *other == wanted))
        };
        let after = at + 1..(at + 1 + NEAR).min(sequence.len());
        let continues =
            has(after, number + 1) || (number > 1 && has(at.saturating_sub(NEAR)..at, number - 1));
        // A list has its next number right below.
        let listed =
            heading.titled
                && self.candidates.get(index + 1).copied().flatten().is_some_and(|next| {
                    next.kind == Kind::Numeral && next.number == Some(number + 1)
                });
        (continues || (index == 0 && !heading.titled))
            && !listed
            && self.is_apart_from_numbers(index)
            && self.stands_apart(index)
    }

    fn is_short_title(&self, index: usize) -> bool {
        let text = self.text(index);
        text.chars().count() <= 100 && !text.ends_with([',', ';'])
    }

    /// In a book of numbered chapters other headings stand before the first
    /// number, or have numbers right below them.
    fn fits_numbers(&self, index: usize) -> bool {
        let Some((first, _)) = self.numbered else { return true };
        let below = self.candidates.get(index + 1).copied().flatten();
        index < first || below.is_some_and(|heading| heading.number == Some(1))
    }

    fn is_in_capitals(&self, index: usize) -> bool {
        let text = self.text(index);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let initials = text.split_whitespace().all(|word| word.chars().count() <= 2);
        letters >= 3
            && !initials
            && text.chars().count() <= 120
            && !text.ends_with([',', '-', '—', ';'])
            && !is_ending(text)
            && self.stands_apart(index)
            && self.is_followed_by_prose(index)
            && !self.signs(index)
            && self.fits_numbers(index)
    }

    /// Whether it could be the signature of a letter.
    fn signs(&self, index: usize) -> bool {
        let Some(before) = self.previous(index).filter(|before| before.is_text()) else {
            return false;
        };
        let text = before.span.of(self.input.text);
        text.ends_with(',') || text.len() < 40 && text.starts_with("Your")
    }

    /// Whether a few words without a full stop stand where a title would.
    fn is_title(&self, index: usize) -> bool {
        let text = self.text(index);
        let block = &self.input.blocks[index];
        let words = text.split_whitespace().count();
        let set_off =
            self.previous(index).is_some_and(|before| matches!(before.kind, BlockKind::Blank));
        let fits = block.line_count() == 1
            && words <= 18
            && text.len() <= 130
            && text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '('))
            && !text.ends_with(['.', ',', ';', ':', '—', '-', '…', '!'])
            && !is_spoken(text)
            && !self.input.is_dated(index);
        fits && (set_off
            || (self.is_prose
                && !has_sentence_end(text)
                && self.stands_apart(index)
                && self.is_followed_by_prose(index)
                && self.follows_a_sentence(index)
                && self.fits_numbers(index)
                && !self.is_byline(index)))
    }

    /// Whether it names the author under a heading.
    fn is_byline(&self, index: usize) -> bool {
        let below_heading = index.checked_sub(1).is_some_and(|before| {
            self.candidates[before].is_some_and(|heading| heading.kind <= Kind::Words)
        });
        below_heading && super::front::is_name(self.input, self.input.blocks[index].span)
    }

    fn is_followed_by_prose(&self, index: usize) -> bool {
        let next = (index + 1..self.input.blocks.len()).find(|next| {
            self.candidates[*next].is_none_or(|heading| heading.kind >= Kind::Capitals)
        });
        let Some(block) = next.map(|next| &self.input.blocks[next]) else { return false };
        match self.input.layout {
            Layout::Wrapped => true,
            Layout::Unwrapped => !block.is_text() || is_long(block) && block.line_count() == 1,
        }
    }

    /// Whether the text before it has come to an end.
    fn follows_a_sentence(&self, index: usize) -> bool {
        let Some(before) = self.previous(index) else { return true };
        if !before.is_text()
            || self.candidates[index - 1].is_some_and(|heading| heading.kind < Kind::Words)
        {
            return true;
        }
        let text = before.span.of(self.input.text);
        let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']'));
        text.trim_end().ends_with(['.', '!', '?', '”', '"', '’', '\'', ')', '…', '»', ':'])
    }

    /// After a heading that is only a number, a few words are its title.
    fn add_titles(&self, heads: &mut [Option<Head>]) {
        for index in 1..heads.len() {
            let Some(before) = heads[index - 1] else { continue };
            let wants_title = before.heading.number.is_some() && !before.heading.titled;
            let Some(heading) = self.candidates[index].filter(|_| wants_title || before.continues)
            else {
                continue;
            };
            let text = self.text(index);
            let fits = matches!(heading.kind, Kind::Capitals | Kind::Words)
                && (!has_lower(text) || !text.ends_with(['.', ',', ';', ':']) || before.continues)
                && text.chars().count() <= 120
                && !text.ends_with([',', '-', '—'])
                && !is_spoken(text)
                && !self.input.is_dated(index)
                && !super::letters::is_salute(text)
                && index + 1 < heads.len();
            let second = before.continues && heading.kind != Kind::Capitals;
            if fits && !second {
                heads[index] = Some(Head { heading, rank: before.rank, continues: true });
            }
        }
    }
}

/// Among how many numbers before and after it a number finds its neighbour.
const NEAR: usize = 6;

fn is_long(block: &Block) -> bool {
    block.span.len() >= 150 || block.line_count() >= 4
}

fn has_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// “THE END” and other words that close a book.
fn is_ending(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    matches!(text.as_str(), "the end" | "end" | "finis" | "fin" | "ende" | "adieu" | "amen")
}

/// Whether the words are between quotation marks, or end with a closing one.
fn is_spoken(text: &str) -> bool {
    let opens = text.starts_with(['“', '"', '‘', '«', '„', '—', '–']);
    let closes = text.ends_with(['”', '"', '’', '»', '“', '!', '?']);
    let unopened = text.ends_with(['”', '’', '»']) && !text.contains(['“', '‘', '«']);
    (opens && closes) || unopened
}

/// Whether a sentence ends within the words.
fn has_sentence_end(text: &str) -> bool {
    let mut before = ' ';
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let stem = word.trim_end_matches(['”', '"', ')']);
        let ends = stem.ends_with(['.', '!', '?']) && stem.chars().count() > 4;
        before = if ends && words.peek().is_some() { '.' } else { before };
    }
    before == '.'
}

/// Headings of one kind that follow each other without text between are a
/// table of contents.
fn drop_contents(heads: &mut [Option<Head>], blocks: &[Block]) {
    let mut start = 0;
    while start < heads.len() {
        let Some(first) = heads[start] else {
            start += 1;
            continue;
        };
        let mut end = start + 1;
        let mut same = 1;
        while let Some(head) = heads.get(end).copied().flatten() {
            same += usize::from(
                head.heading.kind == first.heading.kind && head.heading.number.is_some(),
            );
            end += 1;
        }
        // The last of them may be the first chapter itself.
        if same >= 4 && first.heading.number.is_some() {
            let keep = usize::from(blocks.get(end).is_some_and(is_long));
            heads[start..end - keep].fill(None);
        }
        start = end;
    }
}

/// Where numbers count within numbers (I, II, I, II, III), the inner ones lie
/// deeper: a later number must continue the outer sequence and not the inner.
fn set_depth_of_numerals(heads: &mut [Option<Head>]) {
    let mut section = Vec::new();
    for index in 0..=heads.len() {
        let head = heads.get(index).copied().flatten();
        match head {
            Some(head) if head.heading.kind == Kind::Numeral && !head.continues => {
                section.push(index)
            }
            Some(head) if head.rank >= 65 => {}
            None if index < heads.len() => {}
            // A larger division begins, or the text ends.
            _ => deepen(heads, &std::mem::take(&mut section)),
        }
    }
}

fn deepen(heads: &mut [Option<Head>], section: &[usize]) {
    let number = |heads: &[Option<Head>], at: usize| {
        heads[section[at]].and_then(|head| head.heading.number).unwrap_or(0)
    };
    let mut start = 1;
    while start < section.len() {
        let outer = number(heads, start - 1);
        if number(heads, start) != 1 || outer == 0 {
            start += 1;
            continue;
        }
        // The inner sequence goes on while it counts up by one.
        let mut end = start + 1;
        while end < section.len() && number(heads, end) == number(heads, end - 1) + 1 {
            end += 1;
        }
        let returns = end < section.len() && number(heads, end) == outer + 1;
        if returns {
            for at in &section[start..end] {
                if let Some(head) = &mut heads[*at] {
                    head.rank += 1;
                }
            }
        }
        start = end;
    }
}

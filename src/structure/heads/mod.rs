//! Which blocks are headings, and of what level.

mod numbers;
mod series;
mod titles;
mod words;

use super::Input;
use super::heading::{Heading, Kind, Named, heading};
use super::notes::Notes;
use crate::segment::{Block, Layout};
use series::{drop_contents, set_depth_of_numerals};
use words::{has_lower, is_spoken};

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
    if short { heading(block.span.of(input.text)) } else { None }
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

fn is_long(block: &Block) -> bool {
    block.span.len() >= 150 || block.line_count() >= 4
}

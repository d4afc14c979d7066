//! Blocks to an edition's structure: title block, divisions, entries, notes,
//! letters.
//!
//! Each pass looks at the blocks and says which of them are what it knows of;
//! at the end the [`builder`] puts elements over them.

mod builder;
mod byline;
mod counted;
mod entries;
mod explain;
mod front;
mod heading;
mod heads;
mod ids;
mod kind;
mod letters;
mod licence;
mod named;
mod notes;
mod numeral;
mod outline;
mod parted;
mod remarks;
mod speeches;
mod time;
mod title_role;
mod transcriber;
mod verse;

use crate::annotation::Annotation;
use crate::convention::Convention;
use crate::date::{self, Anchor, DateValue, Expression, Reading};
use crate::diagnostic::Diagnostic;
use crate::segment::{Block, Layout};
use crate::source::{Lines, Span};
use crate::token::Words;
use serde::Serialize;

pub(crate) use byline::is_genre;
pub(crate) use explain::why;
pub(crate) use ids::{Ids, slug};
pub(crate) use parted::parted;
pub(crate) use remarks::remarks;
pub(crate) use title_role::TitleRole;
pub(crate) use transcriber::is_credit;

/// What the passes look at.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub text: &'a str,
    pub lines: &'a Lines,
    pub words: Words<'a>,
    pub blocks: &'a [Block],
    pub layout: Layout,
    pub convention: &'static Convention,
    /// When the text was written, if that is known and the text need not say it.
    pub created: Option<DateValue>,
}

/// The structure of an edition.
#[derive(Debug, Default)]
pub(crate) struct Structure {
    /// The elements, of equal ranges the outer first.
    pub annotations: Vec<Annotation>,
    /// The text that people wrote to be read: paragraphs, headings, notes.
    pub readable: Vec<Span>,
    /// The lines of the title block.
    pub title: Vec<(Span, TitleRole)>,
    /// The blocks above the text of a framed file, which say what it is.
    pub catalogue: Vec<Span>,
    /// The headings of the first division, for a text without a title block.
    pub first_heads: Vec<Span>,
    /// The line that says when the file was last changed.
    pub colophon: Option<Span>,
    /// From which offset on what is known of the time of writing.
    pub anchors: Vec<(u32, Anchor)>,
    /// Whether the text is a narrative, in which few lines are dated.
    pub narrative: bool,
    /// The dates in the date lines.
    pub dates: Vec<(Expression, Option<Reading>)>,
    /// The places in the date lines.
    pub places: Vec<Span>,
    /// The identifiers given to elements.
    pub ids: Ids,
    /// What was found, by number.
    pub counts: Counts,
    /// What was found that is odd.
    pub diagnostics: Vec<Diagnostic>,
}

/// How much of what a text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Divisions, entries included.
    pub divisions: usize,
    /// Dated entries.
    pub entries: usize,
    /// Notes.
    pub notes: usize,
    /// Markers that point to a note.
    pub markers: usize,
    /// Speeches of a play, questions and answers.
    pub speeches: usize,
}

/// The structure of the text, whose elements get identifiers that `ids` has not
/// given.
pub(crate) fn structure(input: &Input<'_>, ids: Ids) -> Structure {
    builder::build(input, &found(input), ids)
}

/// What the passes find, one after the other.
fn found(input: &Input<'_>) -> builder::Found {
    let count = input.blocks.len();
    let (licence_start, licence_end) = if input.convention.has_licence() {
        licence::find(input.text, input.blocks)
    } else {
        (0, 0)
    };
    let text = licence_start..count - licence_end;

    let notes = notes::find(input, text.clone());
    let openings = letters::all(input, &notes, text.clone());
    let heads::Heads { all: mut heads, lists, addressed } =
        heads::find(input, &notes, &openings, &text);
    // What stands on the title pages heads nothing.
    let around = front::Surroundings::of(input, &notes, &heads, &lists, &openings);
    let book = front::book(&around, &text);
    if let Some(end) = book {
        heads[text.start..end].fill(None);
    }
    heads::rank_all(input, &addressed, &mut heads);
    let mut lines = entries::find(input, &notes, &heads);
    for (head, _) in heads.iter_mut().zip(&lines).filter(|(_, line)| line.is_some()) {
        *head = None;
    }
    for list in &lists {
        lines[list.blocks.clone()].fill(None);
    }
    let around = front::Surroundings::of(input, &notes, &heads, &lists, &openings);
    let front = front::find(&around, &lines, text.clone(), book);
    let several = addressed.len() > 1;
    let headed = (text.start..text.end).filter(|index| several && heads[*index].is_some());
    let opened = openings.iter().map(|opening| opening.blocks.start);
    let signatures =
        letters::Signatures::of(input, &notes, &heads, headed.chain(opened).chain([text.end]));
    let speeches = speeches::find(input, &notes, &heads, &lists, &lines, &text);
    builder::Found {
        text,
        notes,
        heads,
        lists,
        addressed,
        lines,
        openings,
        signatures,
        front,
        speeches,
    }
}

impl Input<'_> {
    /// Whether block `index` is a line with a date and little else.
    fn is_dated(&self, index: usize) -> bool {
        entries::date_line(self, index)
            .is_some_and(|line| line.own_line && (!line.bare || line.names_day()))
    }

    /// The day of the month, if block `index` is a line with a date that has one.
    fn day_on_its_line(&self, index: usize) -> Option<u32> {
        let line = entries::date_line(self, index).filter(|line| line.own_line && line.telling)?;
        entries::day_of(&line).and_then(|day| u32::try_from(day).ok())
    }

    /// The years that begin at word `index`, such as `1936/1937`, and the word
    /// after them.
    fn year_range(&self, index: usize) -> Option<usize> {
        let tokens = &self.words.tokens[index..];
        let near = &tokens[..tokens.len().min(3)];
        let words = Words { text: self.words.text, tokens: near };
        (1..=near.len()).rev().find_map(|length| {
            let part = Words { tokens: &near[..length], ..words };
            date::heading(part).map(|_| index + length)
        })
    }
}

//! Speeches: who speaks in a play, an interview, the record of a hearing, and what
//! he says.
//!
//! A name at the beginning of a paragraph says who speaks if it comes again and
//! again, takes turns with others, and the text is a play with acts or scenes;
//! elsewhere most paragraphs have to begin so, and some of them ask.
//!
//! TEI Guidelines, 7.2.2 *Speeches and Speakers*.

mod cast;
mod finder;
mod label;
mod look;
mod part;
mod stage;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Input;
use super::entries::DateLine;
use super::heads::{List, is_in_list};
use super::kind::{Head, Kind};
use super::notes::Notes;
use crate::source::Span;
use cast::{Mark, cast, counts, marks};
use finder::Finder;
use label::Style;
use part::{Part, is_whole};
use stage::Brackets;

/// Who speaks, and where.
#[derive(Debug, Default)]
pub(super) struct Speeches {
    /// In order.
    turns: Vec<Turn>,
    /// In order.
    sections: Vec<Section>,
    /// Where lines begin that could say who speaks, and do not take turns.
    doubtful: FxHashSet<u32>,
    brackets: Brackets,
}

/// Where somebody begins to speak.
#[derive(Debug)]
pub(super) struct Turn {
    pub block: usize,
    pub speaker: Span,
    /// What is said of how he speaks.
    pub direction: Option<Span>,
    /// Where what he says begins.
    pub said: u32,
}

/// Blocks below one heading in which people speak.
#[derive(Debug)]
pub(super) struct Section {
    pub blocks: Range<usize>,
    /// The first block in which somebody surely speaks.
    first: usize,
    /// Whether a heading of an act or a scene stands above it.
    set: bool,
    /// Whether what nobody is named for goes on with what is said above it.
    pub play: bool,
    /// Whether they speak in verse.
    pub verse: bool,
}

/// The speeches in the blocks `text`.
pub(super) fn find(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lists: &[List],
    lines: &[Option<DateLine>],
    text: &Range<usize>,
) -> Speeches {
    /// Of so many paragraphs of a play one begins with who speaks, at least.
    const SOME: usize = 8;
    let is_free = |index: usize| {
        input.blocks[index].is_text()
            && heads[index].is_none()
            && lines[index].is_none()
            && !notes.holds(index)
            && !is_in_list(lists, index)
    };
    let free: Vec<usize> = text.clone().filter(|index| is_free(*index)).collect();
    let mut marks = marks(input, &free);
    let counts = counts(&marks);
    let cast = cast(&marks, &counts);
    if cast.is_empty() {
        return Speeches::default();
    }
    let known = |mark: &&Mark<'_>| cast.contains(mark.label.name);
    let inner = marks.iter().filter(known).filter(|mark| mark.inner).count();
    let all = marks.iter().filter(known).count();
    let solid = inner * 10 >= all;
    marks.retain(|mark| solid || !mark.inner);

    let is_act = |index: usize| {
        heads[index].is_some_and(|head| matches!(head.heading.kind, Kind::Act | Kind::Scene))
    };
    // A novel may have a scene.
    let acts = all * SOME >= free.len() && text.clone().any(is_act);
    // “Rain. We stayed.” is no speech but in a play.
    let sure = |mark: &Mark<'_>| {
        let style = matches!(mark.label.style, Style::Stop | Style::Line);
        cast.contains(mark.label.name) && (acts || !style)
    };
    let mut parts = Vec::new();
    let mut start = text.start;
    for end in text.clone().filter(|index| heads[*index].is_some()).chain([text.end]) {
        let from = marks.partition_point(|mark| mark.block < start);
        let to = marks.partition_point(|mark| mark.block < end);
        if from < to {
            let before = |block: usize| free.partition_point(|index| *index < block);
            let texts = before(end) - before(start);
            let set = start > text.start && is_act(start - 1);
            parts.push(Part::of(input, (start..end, texts), set, &marks[from..to], sure));
        }
        start = end + 1;
    }
    let play = acts || is_whole(&parts);
    let found = Speeches::default();
    let mut finder = Finder { input, counts: &counts, play, solid, found };
    for part in &parts {
        finder.part(part);
    }
    finder.finish()
}

impl Section {
    /// Whether block `index` stands below the heading of a scene and above the first
    /// speech, so that it tells what is seen.
    pub(super) fn sets(&self, index: usize) -> bool {
        const LONGEST: usize = 12;
        self.set && index < self.first && index - self.blocks.start < LONGEST
    }
}

impl Speeches {
    /// The blocks around block `index` in which people speak.
    pub(super) fn section_at(&self, index: usize) -> Option<&Section> {
        let at = self.sections.partition_point(|section| section.blocks.end <= index);
        self.sections.get(at).filter(|section| section.blocks.start <= index)
    }

    /// The turns that begin in block `index`.
    pub(super) fn turns_in(&self, index: usize) -> &[Turn] {
        let at = |block: usize| self.turns.partition_point(|turn| turn.block < block);
        &self.turns[at(index)..at(index + 1)]
    }

    /// Whether the line at an offset could say who speaks, and may as well not.
    pub(super) fn is_doubtful(&self, at: u32) -> bool {
        self.doubtful.contains(&at)
    }

    /// Whether some lines are a direction and nothing else.
    pub(super) fn is_direction(text: &str) -> bool {
        stage::is_direction(text)
    }

    /// Whether a line says that somebody comes or goes, whatever stands around it.
    pub(super) fn enters(line: &str) -> bool {
        stage::enters(line)
    }

    /// The directions in what somebody says.
    pub(super) fn directions(&self, text: &str, said: Span) -> Vec<Span> {
        stage::within(text, said, self.brackets)
    }
}

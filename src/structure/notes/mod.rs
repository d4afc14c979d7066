//! Notes and their markers.
//!
//! A note is known by its label, a marker by the note it has: a number in
//! brackets without one stays text.

mod apart;
mod bodies;
mod finder;
mod headed;
mod inline;
mod label;
mod link;
mod order;
mod provision;

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::notation::Notation;
use crate::segment::Block;
use crate::source::Span;

pub(super) use bodies::find;
pub(super) use headed::is_colophon;

/// The notes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// In the order in which they stand.
    pub all: Vec<Note>,
    /// In the order in which they stand.
    pub markers: Vec<Marker>,
    /// Where notes stand together.
    pub regions: Vec<Region>,
    /// Those that stand within a paragraph, in order.
    pub inline: Vec<InlineNote>,
    /// Markers without notes and notes without markers.
    pub diagnostics: Vec<Diagnostic>,
}

/// A note.
#[derive(Debug)]
pub(super) struct Note {
    /// Its number or sign.
    pub name: String,
    /// Its blocks.
    pub blocks: Range<usize>,
    /// All its characters, label included.
    pub outer: Span,
    /// Those after the label.
    pub inner: Span,
    /// How the label is written.
    pub notation: &'static Notation,
    /// The first marker that points to it, by its index in the markers.
    pub marker: Option<usize>,
}

/// A note within the words it is about.
#[derive(Debug)]
pub(super) struct InlineNote {
    /// Its number, if it has one.
    pub name: Option<String>,
    /// All its characters.
    pub outer: Span,
    /// Those of its words.
    pub inner: Span,
    /// How it is written.
    pub notation: &'static Notation,
}

/// A place in the text that points to a note.
#[derive(Debug)]
pub(super) struct Marker {
    /// Its characters.
    pub span: Span,
    /// The note, by its index in the notes.
    pub note: usize,
}

/// Notes that stand together.
#[derive(Debug)]
pub(super) struct Region {
    /// Its blocks, the heading included.
    pub blocks: Range<usize>,
    /// Whether the first block is its heading.
    pub headed: bool,
    /// Whether the notes stand right after the paragraph they belong to, so
    /// that they need no division of their own.
    pub in_place: bool,
    /// The blocks that say to which chapter the notes below them belong.
    pub heads: Vec<usize>,
}

impl Notes {
    /// The region that begins with block `index`.
    pub(super) fn region_at(&self, index: usize) -> Option<&Region> {
        let at = self.regions.binary_search_by_key(&index, |region| region.blocks.start).ok()?;
        Some(&self.regions[at])
    }

    /// The note that begins with block `index`.
    pub(super) fn note_at(&self, index: usize) -> Option<usize> {
        self.all.binary_search_by_key(&index, |note| note.blocks.start).ok()
    }

    /// The notes that begin in these blocks.
    pub(super) fn within(&self, blocks: &Range<usize>) -> &[Note] {
        let at = |block: usize| self.all.partition_point(|note| note.blocks.start < block);
        &self.all[at(blocks.start)..at(blocks.end)]
    }

    /// Whether block `index` belongs to the notes.
    pub(super) fn holds(&self, index: usize) -> bool {
        let at = self.regions.partition_point(|region| region.blocks.end <= index);
        self.regions.get(at).is_some_and(|region| region.blocks.start <= index)
    }
}

/// The range of some blocks in a row.
fn span_of(blocks: &[Block]) -> Span {
    match blocks {
        [] => Span::default(),
        [first, .., last] => first.span.join(last.span),
        [only] => only.span,
    }
}

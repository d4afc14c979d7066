//! Elements over the blocks, one file for each part of an edition.

mod blocks;
mod divisions;
mod frame;
mod front;
mod letters;
mod lists;
mod notes;
mod parts;
mod speeches;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::entries::DateLine;
use super::front::Front;
use super::heads::List;
use super::ids::Ids;
use super::kind::Head;
use super::letters::{Opening, Signatures};
use super::notes::{Notes, is_colophon};
use super::outline::{Letters, Outline, outline};
use super::speeches::Speeches;
use super::{Input, Structure};
use crate::annotation::Annotation;
use crate::segment::BlockKind;
use crate::source::{Span, offset};

/// What the passes have found.
pub(super) struct Found {
    /// The blocks that are not the licence.
    pub text: Range<usize>,
    pub notes: Notes,
    pub heads: Vec<Option<Head>>,
    pub lists: Vec<List>,
    /// The headings that say who wrote to whom.
    pub addressed: FxHashSet<usize>,
    pub lines: Vec<Option<DateLine>>,
    /// How letters begin, wherever they stand.
    pub openings: Vec<Opening>,
    /// How several letters are signed.
    pub signatures: Signatures,
    pub front: Front,
    pub speeches: Speeches,
}

/// Puts elements over the blocks.
pub(super) fn build(input: &Input<'_>, found: &Found, ids: Ids) -> Structure {
    let parts = Parts::of(input, found);
    let Found { notes, heads, lists, lines, openings, addressed, .. } = found;
    let letters = Letters { openings, addressed };
    let outline = outline(input, notes, heads, lists, lines, &letters, parts.body.clone());
    let mut builder = Builder {
        input,
        found,
        ids,
        structure: Structure::default(),
        open: Vec::new(),
        note_ids: vec![String::new(); found.notes.all.len()],
    };
    builder.front(&parts);
    builder.body(&parts, &outline);
    builder.back(&parts);
    builder.pages();
    builder.inline_notes();
    builder.markers();
    builder.finish(outline)
}

/// Which blocks are front, body and back.
struct Parts {
    front: Range<usize>,
    body: Range<usize>,
    back: Range<usize>,
    /// Where the colophon begins.
    colophon: usize,
    /// The notes at the end of the document.
    notes: Range<usize>,
}

impl Parts {
    fn of(input: &Input<'_>, found: &Found) -> Self {
        let text = found.text.clone();
        let mut body_start = found.front.headnote.end.max(found.front.title_blocks.end);
        // An ornament under the headnote closes it.
        if !found.front.headnote.is_empty() {
            while body_start < text.end
                && matches!(input.blocks[body_start].kind, BlockKind::Ornament)
            {
                body_start += 1;
            }
        }
        let is_last_line = |index: &usize| {
            let block = &input.blocks[*index];
            !block.is_text() || is_colophon(block.span.of(input.text))
        };
        let colophon = (body_start..text.end)
            .rev()
            .take(4)
            .rfind(|index| is_colophon(input.blocks[*index].span.of(input.text)))
            .filter(|index| (*index..text.end).all(|index| is_last_line(&index)))
            .unwrap_or(text.end);
        let notes = notes_at_end(found, body_start..colophon);
        Self {
            front: 0..body_start,
            body: body_start..notes.start,
            back: notes.start..input.blocks.len(),
            colophon,
            notes,
        }
    }
}

/// The regions of notes at the end of the text, if they are those of the whole.
fn notes_at_end(found: &Found, text: Range<usize>) -> Range<usize> {
    let last = found.notes.regions.last().filter(|region| {
        region.blocks.end == text.end && region.blocks.start > text.start && !region.in_place
    });
    let only = found.notes.regions.iter().filter(|region| !region.in_place).count() == 1;
    match last {
        Some(region) if region.headed || only => region.blocks.clone(),
        _ => text.end..text.end,
    }
}

struct Builder<'a> {
    input: &'a Input<'a>,
    found: &'a Found,
    ids: Ids,
    structure: Structure,
    open: Vec<Open>,
    note_ids: Vec<String>,
}

/// A division that is not yet closed.
struct Open {
    annotation: usize,
    rank: u8,
    id: String,
    /// Whether identifiers of divisions in it begin with its own.
    prefixes: bool,
}

impl Builder<'_> {
    fn text(&self, span: Span) -> &str {
        span.of(self.input.text)
    }

    fn push(&mut self, annotation: Annotation) -> usize {
        self.structure.annotations.push(annotation);
        self.structure.annotations.len() - 1
    }

    /// The range from the beginning of a block to that of another, or of the
    /// text if there is none.
    fn region(&self, blocks: &Range<usize>) -> Span {
        let start = if blocks.start == 0 { 0 } else { self.start_of(blocks.start) };
        Span::new(start, self.start_of(blocks.end).max(start))
    }

    fn start_of(&self, block: usize) -> u32 {
        let block = self.input.blocks.get(block);
        block.map_or(offset(self.input.text.len()), |block| block.span.start)
    }

    fn blocks_span(&self, blocks: Range<usize>) -> Span {
        let end = self.input.blocks[blocks.end - 1].span.end;
        Span::new(self.input.blocks[blocks.start].span.start, end)
    }

    fn finish(mut self, outline: Outline) -> Structure {
        self.structure.ids = self.ids;
        self.structure.anchors = outline.anchors;
        self.structure.narrative = outline.narrative;
        self.structure.dates = outline.dates;
        let lines = self.found.lines.iter().flatten();
        self.structure.places = lines.flat_map(|line| line.places.iter().copied()).collect();
        self.structure.diagnostics.extend(outline.diagnostics);
        self.structure.diagnostics.extend(self.found.notes.diagnostics.iter().cloned());
        self.structure
    }
}

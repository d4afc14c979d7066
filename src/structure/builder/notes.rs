//! Notes and their markers.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::ids::slug;
use crate::structure::notes::InlineNote;

impl Builder<'_> {
    /// The notes of a region, after its heading; those of a chapter that a
    /// heading among them names in a division of their own.
    pub(super) fn notes(&mut self, region: usize, blocks: Range<usize>) {
        let region = self.found.notes.region_at(region);
        let heads = region.map_or(&[][..], |region| &region.heads);
        let heads: Vec<usize> =
            heads.iter().copied().filter(|head| blocks.contains(head)).collect();
        let ends = heads.iter().skip(1).copied().chain([blocks.end]);
        self.blocks(blocks.start..heads.first().copied().unwrap_or(blocks.end));
        for (head, end) in heads.iter().copied().zip(ends) {
            let id = self.ids.unique("notes".to_owned());
            self.division(head..end, "notes", &id);
            self.heads(head..head + 1);
            self.blocks(head + 1..end);
        }
    }

    /// A note with its blocks; returns the block after it.
    pub(super) fn note(&mut self, index: usize) -> usize {
        let note = &self.found.notes.all[index];
        let scope = self.open.last().map(|open| open.id.clone());
        let name = match note.name.as_str() {
            name if name.starts_with('*') => "asterisk".to_owned(),
            name if name.starts_with('†') => "dagger".to_owned(),
            name if name.starts_with('‡') => "double-dagger".to_owned(),
            name => slug(name),
        };
        let base = match scope {
            Some(scope) => format!("{scope}-note-{name}"),
            None => format!("note-{name}"),
        };
        let id = self.ids.unique(base);
        let mut annotation = Annotation::new(Element::Note, note.outer)
            .around(note.inner)
            .noted(note.notation)
            .with(Attribute::XmlId, id.clone())
            .with(Attribute::N, note.name.clone());
        if note.marker.is_some() {
            annotation = annotation.with(Attribute::Target, format!("#{id}-ref"));
        }
        self.note_ids[index] = id;
        self.structure.counts.notes += 1;
        self.push(annotation);
        for (at, block) in note.blocks.clone().enumerate() {
            let block = &self.input.blocks[block];
            let span = if at == 0 { note.inner.trim(self.input.text) } else { block.span };
            let span = Span::new(span.start, span.end.min(block.span.end).max(span.start));
            self.note_block(block, span);
        }
        note.blocks.end
    }

    pub(super) fn note_block(&mut self, block: &Block, span: Span) {
        match block.kind {
            BlockKind::Ornament => {
                self.push(Annotation::new(Element::Ab, span).with(Attribute::Type, "ornament"));
            }
            BlockKind::Blank => self.blank(span),
            BlockKind::Text | BlockKind::Marked(_) if span.is_empty() => {}
            BlockKind::Text | BlockKind::Marked(_) => {
                self.structure.readable.push(span);
                self.push(Annotation::new(Element::P, span));
            }
        }
    }

    /// The notes within paragraphs; what goes on in another line of a title
    /// or a verse is none.
    pub(super) fn inline_notes(&mut self) {
        let inline = &self.found.notes.inline;
        let edges = if inline.is_empty() { Vec::new() } else { self.edges() };
        let is_divided = |note: &InlineNote| {
            let first = edges.partition_point(|edge| *edge <= note.outer.start);
            edges.get(first).is_some_and(|edge| *edge < note.outer.end)
        };
        for note in inline.iter().filter(|note| !is_divided(note)) {
            let name =
                note.name.as_deref().map_or(String::new(), |name| format!("-{}", slug(name)));
            let id = self.ids.unique(format!("inline-note{name}"));
            let mut annotation = Annotation::new(Element::Note, note.outer)
                .around(note.inner)
                .noted(note.notation)
                .with(Attribute::XmlId, id);
            if let Some(name) = &note.name {
                annotation = annotation.with(Attribute::N, name.clone());
            }
            self.structure.annotations.push(annotation);
            self.structure.counts.notes += 1;
        }
    }

    /// Where blocks begin and end, in order.
    fn edges(&self) -> Vec<u32> {
        let spans = self.structure.annotations.iter().map(|annotation| annotation.outer);
        let filled = spans.filter(|span| !span.is_empty());
        let mut edges: Vec<u32> = filled.flat_map(|span| [span.start, span.end]).collect();
        edges.sort_unstable();
        edges
    }

    pub(super) fn markers(&mut self) {
        let mut first = vec![true; self.note_ids.len()];
        for marker in &self.found.notes.markers {
            let id = &self.note_ids[marker.note];
            debug_assert!(!id.is_empty(), "every note is encoded");
            let name = self.found.notes.all[marker.note].name.clone();
            let mut annotation = Annotation::new(Element::Ref, marker.span)
                .with(Attribute::Type, "noteAnchor")
                .with(Attribute::Target, format!("#{id}"))
                .with(Attribute::N, name);
            if std::mem::take(&mut first[marker.note]) {
                let id = self.ids.unique(format!("{id}-ref"));
                annotation = annotation.with(Attribute::XmlId, id);
            }
            self.structure.annotations.push(annotation);
            self.structure.counts.markers += 1;
        }
    }
}

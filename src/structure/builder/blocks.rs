//! Paragraphs, verse, ornaments and marks.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::convention::Found;
use crate::element::{Attribute, Element};
use crate::notation::Notation;
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::heads::list_at;
use crate::structure::verse::{Lineation, lineation_at};

impl Builder<'_> {
    pub(super) fn blocks(&mut self, blocks: Range<usize>) {
        let mut index = blocks.start;
        while index < blocks.end {
            index = if let Some(note) = self.found.notes.note_at(index) {
                self.note(note)
            } else if let Some(list) = list_at(&self.found.lists, index) {
                self.list(list.blocks.start..list.blocks.end.min(blocks.end), list.cast)
            } else if let Some(next) = self.performance(index, blocks.end) {
                next
            } else {
                self.block(index);
                index + 1
            };
        }
    }

    pub(super) fn block(&mut self, index: usize) {
        let block = &self.input.blocks[index];
        match &block.kind {
            BlockKind::Ornament => {
                self.push(
                    Annotation::new(Element::Ab, block.span).with(Attribute::Type, "ornament"),
                );
            }
            BlockKind::Blank => self.blank(block.span),
            BlockKind::Marked(found) => {
                let annotation = found.clone().annotation();
                let content = annotation.inner.trim(self.input.text);
                let element = annotation.element;
                let said = matches!(element, Element::Figure | Element::Note);
                self.push(annotation);
                if said && !content.is_empty() {
                    self.structure.readable.push(content);
                    if element == Element::Figure {
                        self.push(Annotation::new(Element::Head, content));
                    }
                }
            }
            BlockKind::Text => self.words(index),
        }
    }

    /// The numbers of pages on lines of their own, over which paragraphs go on.
    pub(super) fn pages(&mut self) {
        let pages = self.input.blocks.iter().flat_map(|block| &block.pages);
        self.structure.annotations.extend(pages.cloned().map(Found::annotation));
    }

    /// Space that a reader sees and that must not be lost.
    pub(super) fn blank(&mut self, span: Span) {
        static LINE: Notation = Notation { id: "no-break-space", pattern: "\u{A0}" };
        let space = Annotation::new(Element::Space, span).around(Span::empty(span.end));
        let space = space.with(Attribute::Dim, "vertical").with(Attribute::Unit, "line");
        self.push(space.with(Attribute::Quantity, "1").noted(&LINE));
    }

    pub(super) fn words(&mut self, index: usize) {
        let block = &self.input.blocks[index];
        let lines = || block.line_spans(self.input.text, self.input.lines);
        match lineation_at(self.input, index) {
            Lineation::Verse => {
                self.structure.annotations.push(Annotation::new(Element::Lg, block.span));
                self.structure
                    .annotations
                    .extend(lines().map(|line| Annotation::new(Element::L, line)));
                self.structure.readable.extend(lines());
            }
            Lineation::Lines => {
                self.structure.annotations.push(Annotation::new(Element::P, block.span));
                self.structure.readable.extend(lines());
                self.line_breaks(block);
            }
            Lineation::Prose => {
                self.structure.annotations.push(Annotation::new(Element::P, block.span));
                self.structure.readable.push(block.span);
            }
        }
        self.date_line(index);
    }

    /// The date line that a paragraph begins with.
    pub(super) fn date_line(&mut self, index: usize) {
        let found = self.found;
        if let Some(line) = &found.lines[index] {
            let seg = Annotation::new(Element::Seg, line.span).with(Attribute::Type, "dateline");
            self.push(seg);
        }
    }

    /// The beginnings of the lines of a block but the first.
    pub(super) fn line_breaks(&mut self, block: &Block) {
        for line in block.line_spans(self.input.text, self.input.lines).skip(1) {
            self.structure.annotations.push(Annotation::new(Element::Lb, Span::empty(line.start)));
        }
    }
}

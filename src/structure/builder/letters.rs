//! The opener and the closer of letters.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::element::Element;
use crate::source::Span;
use crate::structure::letters::{is_closing, is_postscript, is_salute, is_signature, opening};
use crate::structure::outline::{DivisionKind, Start};

impl Builder<'_> {
    /// Date line and salute at the beginning of a letter or entry; returns
    /// where the text begins.
    pub(super) fn opener(&mut self, blocks: Range<usize>, start: &Start) -> usize {
        if let Some(opening) = opening(self.input, &self.found.notes, blocks.clone()) {
            // A page mark may stand above it.
            self.blocks(blocks.start..opening.start);
            self.open_letter(opening.clone());
            return opening.end;
        }
        let is_opening = |index: &usize| {
            let block = &self.input.blocks[*index];
            let own_line =
                self.found.lines[*index].as_ref().is_some_and(|line| line.own_line && !line.bare);
            block.is_text() && block.line_count() == 1 && own_line
        };
        let entry_line = matches!(start.kind, DivisionKind::Entry(_)) && start.heads.is_empty();
        let end = blocks
            .clone()
            .take(4)
            .find(|index| !is_opening(index))
            .unwrap_or(blocks.end.min(blocks.start + 4));
        if end == blocks.start
            || !(entry_line || self.found.lines[blocks.start].is_some())
            || end == blocks.end
        {
            return blocks.start;
        }
        self.open_letter(blocks.start..end);
        end
    }

    /// Date lines, and perhaps a salute below them.
    fn open_letter(&mut self, blocks: Range<usize>) {
        let span = self.blocks_span(blocks.clone());
        self.push(Annotation::new(Element::Opener, span));
        for index in blocks {
            let block = &self.input.blocks[index];
            let salute = is_salute(self.text(block.span));
            let element = if salute { Element::Salute } else { Element::Dateline };
            self.structure.readable.push(block.span);
            self.push(Annotation::new(element, block.span));
            self.line_breaks(block);
        }
    }

    /// The lines that close a letter, and where what comes after them begins.
    pub(super) fn closer(&self, blocks: Range<usize>) -> Option<(Range<usize>, usize)> {
        let tail = blocks.end.saturating_sub(8).max(blocks.start + 1)..blocks.end;
        let text = |index: usize| self.text(self.input.blocks[index].span);
        let is_text =
            |index: usize| self.input.blocks[index].is_text() && !self.found.notes.holds(index);
        let closing = tail.clone().find(|index| is_text(*index) && is_closing(text(*index)));
        // A letter without a formula may end with the date, and who wrote it.
        let dated = || tail.clone().rev().take(3).find(|index| self.is_date_line(*index));
        let signs =
            |from: usize| (from + 1..blocks.end).all(|at| is_text(at) && is_signature(text(at)));
        let start = closing.or_else(|| dated().filter(|dated| signs(*dated)))?;
        let mut end = start + 1;
        while end < blocks.end
            && end < start + 4
            && is_text(end)
            && (is_signature(text(end)) || self.is_date_line(end))
            && !is_postscript(text(end))
        {
            end += 1;
        }
        let rest = &self.input.blocks[end..blocks.end];
        let short =
            rest.len() <= 3 && rest.iter().all(|block| block.is_text() && block.span.len() < 600);
        short.then_some((start..end, end))
    }

    /// Whether block `index` is a line that says where and when: a letter may
    /// be dated at its foot.
    fn is_date_line(&self, index: usize) -> bool {
        let line = self.found.lines[index].as_ref();
        line.is_some_and(|line| line.own_line && !line.bare)
    }

    pub(super) fn close_letter(&mut self, blocks: Range<usize>) {
        let span = self.blocks_span(blocks.clone());
        self.push(Annotation::new(Element::Closer, span));
        for index in blocks {
            let block = &self.input.blocks[index];
            let lines: Vec<Span> = block.line_spans(self.input.text, self.input.lines).collect();
            let dated = self.is_date_line(index);
            for line in lines {
                let element = match line {
                    _ if dated => Element::Dateline,
                    line if is_closing(self.text(line)) || is_salute(self.text(line)) => {
                        Element::Salute
                    }
                    _ => Element::Signed,
                };
                self.structure.readable.push(line);
                self.push(Annotation::new(element, line));
            }
        }
    }

    /// What stands below the closing of a letter: a postscript, unless it is only
    /// notes.
    pub(super) fn postscript(&mut self, blocks: Range<usize>) {
        if !blocks.clone().all(|index| self.found.notes.holds(index)) {
            let span = self.blocks_span(blocks.clone());
            self.push(Annotation::new(Element::Postscript, span));
        }
        self.blocks(blocks);
    }
}

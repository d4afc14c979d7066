//! The opener and the closer of letters.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::letters::{
    Foot, FootKind, FootPart, Opening, Part, PartKind, Signer, dated_top, foot, names_telegram,
    opening,
};
use crate::structure::outline::{DivisionKind, Start};
use crate::structure::verse::{Lineation, lineation};

impl<'a> Builder<'a> {
    /// What stands above the text of a letter or entry; returns where the text
    /// begins, and what is known of who signs.
    pub(super) fn opener(&mut self, blocks: Range<usize>, start: &Start) -> (usize, Signer<'a>) {
        let input = self.input;
        let is_telegram = |first: usize| {
            let above = first.checked_sub(1).map(|above| input.blocks[above].span);
            above.is_some_and(|above| names_telegram(above.of(input.text)))
        };
        let blocks = self.headnote(blocks, start);
        if let Some(opening) = self.opening(blocks.clone(), start) {
            // A page mark may stand above it.
            self.blocks(blocks.start..opening.blocks.start);
            self.open_letter(&opening);
            let sender = opening.of_kind(PartKind::Byline).next().map(Part::span);
            let signer = match sender {
                Some(sender) => Signer::Named(sender.of(input.text)),
                None if is_telegram(opening.blocks.start) => Signer::Last,
                None => Signer::Among(&self.found.signatures),
            };
            return (opening.blocks.end, signer);
        }
        (self.date_opener(blocks, start), Signer::Among(&self.found.signatures))
    }

    /// How a letter begins, which need not greet if its heading says to whom it
    /// went.
    fn opening(&self, blocks: Range<usize>, start: &Start) -> Option<Opening> {
        let notes = &self.found.notes;
        opening(self.input, notes, blocks.clone()).or_else(|| {
            let addressed = self.is_addressed(&start.heads);
            addressed.then(|| dated_top(self.input, notes, blocks))?
        })
    }

    /// What an editor says of a letter between its heading and its opening, set in;
    /// returns the blocks below.
    fn headnote(&mut self, blocks: Range<usize>, start: &Start) -> Range<usize> {
        let input = self.input;
        let first = &input.blocks[blocks.clone()];
        let set_in = first.len() > 2
            && first[0].is_text()
            && first[0].indent > first[1].indent
            && !self.found.notes.holds(blocks.start)
            && self.found.lines[blocks.start].is_none()
            && self.is_addressed(&start.heads);
        let below = blocks.start + 1..blocks.end;
        if !set_in
            || self.opening(blocks.clone(), start).is_some()
            || self.opening(below.clone(), start).is_none()
        {
            return blocks;
        }
        self.push(Annotation::new(Element::Argument, first[0].span));
        self.block(blocks.start);
        below
    }

    /// The date lines above an entry; returns where the text begins.
    fn date_opener(&mut self, blocks: Range<usize>, start: &Start) -> usize {
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
        self.date_lines(blocks.start..end);
        end
    }

    /// Date lines without a salute.
    fn date_lines(&mut self, blocks: Range<usize>) {
        let span = self.blocks_span(blocks.clone());
        self.push(Annotation::new(Element::Opener, span));
        for index in blocks {
            self.lines(Element::Dateline, &[self.input.blocks[index].span]);
        }
    }

    /// What stands above the text of a letter.
    fn open_letter(&mut self, opening: &Opening) {
        let spans = opening.parts.iter().map(Part::span);
        let Some(span) = spans.reduce(Span::join) else { return };
        self.push(Annotation::new(Element::Opener, span));
        for part in &opening.parts {
            match part.kind {
                PartKind::Address => self.address(&part.lines),
                PartKind::Argument => {
                    self.push(Annotation::new(Element::Argument, part.span()));
                    self.lines(Element::P, &part.lines);
                }
                PartKind::Byline => self.lines(Element::Byline, &part.lines),
                PartKind::Dateline => self.lines(Element::Dateline, &part.lines),
                PartKind::Salute => self.lines(Element::Salute, &part.lines),
                PartKind::Page => self.block(part.block),
            }
        }
        self.rest_of_block(opening.blocks.end - 1, &opening.text);
    }

    /// A paragraph over those lines of a block that are neither opener nor
    /// closer.
    fn rest_of_block(&mut self, block: usize, lines: &[Span]) {
        let Some(span) = around(lines) else { return };
        if lineation(self.input, &self.input.blocks[block]) == Lineation::Lines {
            self.lines(Element::P, lines);
        } else {
            self.structure.readable.push(span);
            self.push(Annotation::new(Element::P, span));
        }
    }

    /// An element over some lines.
    fn lines(&mut self, element: Element, lines: &[Span]) {
        let Some(span) = around(lines) else { return };
        self.structure.readable.push(span);
        self.push(Annotation::new(element, span));
        for line in &lines[1..] {
            self.push(Annotation::new(Element::Lb, Span::empty(line.start)));
        }
    }

    /// An address, whose lines are read one by one: no name goes on in the next.
    fn address(&mut self, lines: &[Span]) {
        let Some(span) = around(lines) else { return };
        self.push(Annotation::new(Element::Address, span));
        for line in lines {
            self.lines(Element::AddrLine, &[*line]);
        }
    }

    /// What closes a letter, if all of it is known.
    pub(super) fn foot(&self, blocks: Range<usize>, signer: Signer<'_>) -> Option<Foot> {
        foot(self.input, &self.found.notes, blocks, signer)
    }

    pub(super) fn close_letter(&mut self, foot: &Foot) {
        self.rest_of_block(foot.blocks.start, &foot.text);
        let mut rest = foot.parts.as_slice();
        while let Some(first) = rest.first() {
            let alike = |part: &FootPart| match first.kind {
                FootKind::Postscript => part.kind == FootKind::Added,
                FootKind::Added | FootKind::Trailer => false,
                _ => part.kind.is_in_closer(),
            };
            let count = 1 + rest[1..].iter().take_while(|part| alike(part)).count();
            let (group, after) = rest.split_at(count);
            rest = after;
            match first.kind {
                FootKind::Trailer => self.lines(Element::Trailer, &first.lines),
                FootKind::Postscript | FootKind::Added => self.postscript(group),
                _ => self.closer(group),
            }
        }
    }

    /// Notes, and the ornaments between letters: nothing but a trailer may stand
    /// below a closer.
    pub(super) fn below_closer(&mut self, blocks: Range<usize>) {
        let mut start = blocks.start;
        for index in blocks.clone() {
            let block = &self.input.blocks[index];
            if matches!(block.kind, BlockKind::Ornament) {
                self.blocks(start..index);
                self.push(Annotation::new(Element::Trailer, block.span));
                start = index + 1;
            }
        }
        self.blocks(start..blocks.end);
    }

    fn closer(&mut self, parts: &[FootPart]) {
        self.group(Element::Closer, parts);
        for part in parts {
            match part.kind {
                FootKind::Address => self.address(&part.lines),
                FootKind::Dateline => self.lines(Element::Dateline, &part.lines),
                FootKind::Salute => self.lines(Element::Salute, &part.lines),
                _ => self.lines(Element::Signed, &part.lines),
            }
        }
    }

    fn postscript(&mut self, parts: &[FootPart]) {
        self.group(Element::Postscript, parts);
        for part in parts {
            match part.block {
                Some(block) => self.blocks(block..block + 1),
                None => self.lines(Element::P, &part.lines),
            }
        }
    }

    /// An element over some parts of the foot.
    fn group(&mut self, element: Element, parts: &[FootPart]) {
        let spans = parts.iter().flat_map(|part| part.lines.iter().copied());
        if let Some(span) = spans.reduce(Span::join) {
            self.push(Annotation::new(element, span));
        }
    }
}

/// From the first of some lines to the last.
fn around(lines: &[Span]) -> Option<Span> {
    Some(lines.first()?.join(*lines.last()?))
}

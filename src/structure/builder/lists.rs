//! Tables of contents and other lists.

use std::ops::Range;

use super::Builder;
use super::parts::{Part, part};
use crate::annotation::Annotation;
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::{Span, offset};

impl Builder<'_> {
    /// A list whose items are the lines of `blocks`, of the persons of a play if it is a
    /// `cast`; returns the block after it.
    pub(super) fn list(&mut self, blocks: Range<usize>, cast: bool) -> usize {
        let mut index = blocks.start;
        while index < blocks.end {
            // What cannot stand in a list parts it in two.
            let end = (index..blocks.end)
                .find(|at| !self.input.blocks[*at].is_text())
                .unwrap_or(blocks.end);
            if end > index {
                self.items(index..end, cast);
            }
            if end < blocks.end {
                self.block(end);
            }
            index = end + 1;
        }
        blocks.end
    }

    fn items(&mut self, blocks: Range<usize>, cast: bool) {
        let span = self.blocks_span(blocks.clone());
        let items: Vec<Span> = blocks.flat_map(|index| self.items_of(index)).collect();
        let several = items.len() > 1;
        let (list, element) = if cast {
            (Element::CastList, Element::CastItem)
        } else {
            (Element::List, Element::Item)
        };
        self.push(Annotation::new(list, span));
        for (at, item) in items.into_iter().enumerate() {
            let heads = at == 0 && several && heads_columns(self.text(item));
            self.structure.readable.push(item);
            self.push(Annotation::new(if heads { Element::Head } else { element }, item));
            if cast && !heads {
                self.role(item);
            }
        }
    }

    /// The name of a part in a play and, after it, who that is.
    fn role(&mut self, item: Span) {
        let Some(Part { role, description }) = part(self.text(item)) else { return };
        let within = |part: Range<usize>| {
            Span::new(item.start + offset(part.start), item.start + offset(part.end))
        };
        self.push(Annotation::new(Element::Role, within(role)));
        if let Some(description) = description {
            self.push(Annotation::new(Element::RoleDesc, within(description)));
        }
    }

    /// The lines of a block, each with those that continue it: they are
    /// indented more, or begin with a small letter.
    fn items_of(&self, index: usize) -> Vec<Span> {
        let block = &self.input.blocks[index];
        debug_assert!(matches!(block.kind, BlockKind::Text));
        let mut items: Vec<Span> = Vec::new();
        let mut first = None;
        for line in block.line_spans(self.input.text, self.input.lines) {
            let number = self.input.lines.line(line.start);
            let start = self.input.lines.span(self.input.text, number).start;
            let indent = line.start - start;
            let words = self.text(line);
            let continues = indent > first.map_or(indent, |first: u32| first + 1)
                && !words.starts_with(|c: char| c.is_ascii_digit())
                || words.starts_with(char::is_lowercase) && offset(words.len()) > 6;
            first.get_or_insert(indent);
            match items.last_mut().filter(|_| continues) {
                Some(item) => *item = item.join(line),
                None => items.push(line),
            }
        }
        items
    }
}

/// Whether a line stands over the columns of a list: “CHAPTER   PAGE”.
fn heads_columns(line: &str) -> bool {
    let line = line.to_lowercase();
    let mut words = line.split_whitespace().map(|word| word.trim_end_matches('.'));
    words.next_back().is_some_and(|last| matches!(last, "page" | "pag" | "seite" | "p"))
        && words.all(|word| {
            matches!(word, "chapter" | "chap" | "chapitre" | "kapitel" | "no" | "letter" | "lettre")
        })
}

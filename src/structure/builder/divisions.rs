//! The body and the divisions in it.

use std::ops::Range;

use super::{Builder, Open, Parts};
use crate::annotation::{Annotation, Certainty};
use crate::element::{Attribute, Element};
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::heading::Kind;
use crate::structure::ids::slug;
use crate::structure::outline::{DivisionKind, Outline, Start, type_of};

impl Builder<'_> {
    pub(super) fn body(&mut self, parts: &Parts, outline: &Outline) {
        if parts.body.is_empty() && !parts.back.is_empty() {
            self.part(Element::Body, &parts.back);
            return;
        }
        self.part(Element::Body, &parts.body);
        // A body wants a paragraph: here it holds the notes or the space there is.
        if outline.starts.is_empty() && !self.has_content(&parts.body) {
            let whole = self.region(&parts.body);
            self.push(Annotation::new(Element::P, whole));
            self.blocks(parts.body.clone());
            return;
        }
        let first = outline.starts.first().map_or(parts.body.end, |start| start.index);
        self.blocks(parts.body.start..first);
        for (at, start) in outline.starts.iter().enumerate() {
            let end = outline.starts.get(at + 1).map_or(parts.body.end, |next| next.index);
            self.start(start, end);
        }
        self.close_to(0, parts.body.end);
    }

    /// Whether there is something in the body that a schema accepts as such.
    pub(super) fn has_content(&self, body: &Range<usize>) -> bool {
        body.clone().any(|index| match &self.input.blocks[index].kind {
            BlockKind::Text => !self.found.notes.holds(index),
            BlockKind::Ornament => true,
            BlockKind::Blank | BlockKind::Marked(_) => false,
        })
    }

    /// Opens a division and fills it up to block `end`.
    pub(super) fn start(&mut self, start: &Start, end: usize) {
        self.close_to(start.rank, start.index);
        let (kind, base, n) = self.name(start);
        let prefix = self.open.iter().rev().find(|open| open.prefixes).map(|open| open.id.clone());
        let base = match prefix {
            Some(prefix) => format!("{prefix}-{base}"),
            None => base,
        };
        let id = self.ids.unique(base);
        let last = end.max(start.index + 1);
        let annotation = self.division(start.index..last, kind, &id);
        if let Some(n) = n {
            self.structure.annotations[annotation].attributes.set(Attribute::N, n);
        }
        let prefixes = matches!(start.kind, DivisionKind::Headed(head) if head.heading.number.is_some() || head.heading.kind == Kind::Act);
        self.open.push(Open { annotation, rank: start.rank, id, prefixes });
        if let DivisionKind::Entry(date) = start.kind {
            self.structure.counts.entries += 1;
            if date.is_none() {
                let division = &mut self.structure.annotations[annotation].attributes;
                division.set(Attribute::Cert, Certainty::Medium.value());
            }
        }
        self.heads(start.heads.clone());
        if start.kind == DivisionKind::Notes {
            self.notes(start.index, start.heads.end.max(start.index)..end);
            return;
        }
        self.content(start, start.heads.end.max(start.index)..end);
    }

    /// Type, identifier and number of a division.
    pub(super) fn name(&self, start: &Start) -> (&'static str, String, Option<String>) {
        match start.kind {
            DivisionKind::Unheaded => ("section", "section".to_owned(), None),
            DivisionKind::Letter => ("letter", "letter".to_owned(), None),
            DivisionKind::Contents => ("contents", "contents".to_owned(), None),
            DivisionKind::Notes => ("notes", "notes".to_owned(), None),
            DivisionKind::Entry(Some(date)) => (
                "entry",
                format!("entry-{}", date.to_string().trim_start_matches('-')),
                Some(date.to_string()),
            ),
            DivisionKind::Entry(None) => {
                let line = self.found.lines[start.index]
                    .as_ref()
                    .map_or(Span::default(), |line| line.span);
                ("entry", format!("entry-{}", slug(self.text(line))), None)
            }
            DivisionKind::Headed(head) => {
                let kind = type_of(head.heading.kind);
                let words = self.text(self.input.blocks[start.index].span);
                let n = head.heading.number.map(|number| number.to_string());
                let n = n.or_else(|| {
                    head.heading
                        .date
                        .map(|date| date.to_string().trim_start_matches('-').to_owned())
                });
                let label = n.clone().unwrap_or_else(|| slug(words));
                let base =
                    if label.is_empty() { kind.to_owned() } else { format!("{kind}-{label}") };
                (kind, base, n)
            }
        }
    }

    /// Closes the divisions that one of `rank`, beginning with block `index`,
    /// does not belong to.
    pub(super) fn close_to(&mut self, rank: u8, index: usize) {
        while let Some(open) = self.open.pop_if(|open| open.rank >= rank) {
            let division = &mut self.structure.annotations[open.annotation];
            let end = self.input.blocks[index - 1].span.end.max(division.outer.end);
            division.outer = Span::new(division.outer.start, end);
            division.inner = division.outer;
        }
    }

    pub(super) fn heads(&mut self, blocks: Range<usize>) {
        for index in blocks {
            let block = &self.input.blocks[index];
            if self.structure.first_heads.len() < 2 {
                self.structure.first_heads.push(block.span);
            }
            self.structure.readable.push(block.span);
            self.push(Annotation::new(Element::Head, block.span));
            self.line_breaks(block);
        }
    }

    /// The content of a division without the divisions in it.
    pub(super) fn content(&mut self, start: &Start, blocks: Range<usize>) {
        let opened = self.opener(blocks.clone(), start);
        let closed = match (opened > blocks.start, start.kind) {
            (true, _) => self.closer(opened..blocks.end),
            _ => None,
        };
        let (end, after) =
            closed.clone().map_or((blocks.end, blocks.end), |(closer, end)| (closer.start, end));
        self.blocks(opened..end);
        if let Some((closer, _)) = closed {
            self.close_letter(closer);
            self.postscript(after..blocks.end);
        }
    }
}

//! The body and the divisions in it.

use std::ops::Range;

use super::{Builder, Open, Parts};
use crate::annotation::{Annotation, Certainty};
use crate::date::CalendarDate;
use crate::element::{Attribute, Element};
use crate::segment::BlockKind;
use crate::source::{Span, offset};
use crate::structure::ids::slug;
use crate::structure::kind::Kind;
use crate::structure::letters::{greets_within, opening};
use crate::structure::numeral::number;
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
        // “THE END” closes the whole and not only its last division, unless it goes on with
        // the heading of that.
        let heads = |end: &usize| {
            outline.starts.iter().any(|start| start.index < *end && start.heads.contains(end))
        };
        let end = self.trailer_of(&parts.body).filter(|end| !heads(end));
        let end = end.unwrap_or(parts.body.end);
        let first = outline.starts.first().map_or(end, |start| start.index);
        self.blocks(parts.body.start..first);
        let starts = outline.starts.partition_point(|start| start.index < end);
        for (at, start) in outline.starts[..starts].iter().enumerate() {
            let next = outline.starts[..starts].get(at + 1);
            let closes = next.is_none_or(|next| next.rank <= start.rank);
            self.start(start, next.map_or(end, |next| next.index), closes);
        }
        self.close_to(0, end);
        self.trailer(end..parts.body.end);
    }

    /// Whether there is something in the body that a schema accepts as such.
    pub(super) fn has_content(&self, body: &Range<usize>) -> bool {
        body.clone().any(|index| match &self.input.blocks[index].kind {
            BlockKind::Text => !self.found.notes.holds(index),
            BlockKind::Ornament => true,
            BlockKind::Blank | BlockKind::Marked(_) => false,
        })
    }

    /// Opens a division and fills it up to block `end`, where it closes or
    /// another division in it begins.
    pub(super) fn start(&mut self, start: &Start, end: usize, closes: bool) {
        self.close_to(start.rank, start.index);
        let (kind, base, n) = self.name(start, end);
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
        self.content(start, start.heads.end.max(start.index)..end, closes);
    }

    /// Type, identifier and number of a division.
    pub(super) fn name(&self, start: &Start, end: usize) -> (&'static str, String, Option<String>) {
        match start.kind {
            DivisionKind::Unheaded => {
                let letter = opening(self.input, &self.found.notes, start.index..end).is_some();
                let kind = if letter { "letter" } else { "section" };
                (kind, kind.to_owned(), None)
            }
            DivisionKind::Letter(None) => ("letter", "letter".to_owned(), None),
            DivisionKind::Contents => ("contents", "contents".to_owned(), None),
            DivisionKind::Notes => ("notes", "notes".to_owned(), None),
            DivisionKind::Letter(Some(date)) => dated("letter", date),
            DivisionKind::Entry(Some(date)) => dated("entry", date),
            DivisionKind::Entry(None) => {
                let line = self.found.lines[start.index]
                    .as_ref()
                    .map_or(Span::default(), |line| line.span);
                ("entry", format!("entry-{}", slug(self.text(line))), None)
            }
            DivisionKind::Headed(head) => {
                let is_letter = self.is_letter(head.heading.kind, start, end);
                let kind = if is_letter { "letter" } else { type_of(head.heading.kind) };
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

    /// Whether a division is a letter: its heading says so, or it has a salute
    /// and its heading says nothing else.
    fn is_letter(&self, kind: Kind, start: &Start, end: usize) -> bool {
        const WORDS: &[&str] = &["letter", "lettera", "lettre", "brief", "epistle"];
        // “Ein und zwanzigster Brief”, “Lettre vingt et unième”
        const COUNTS: &[&str] = &["ein", "et", "und"];
        if self.says_to_whom(&start.heads) {
            return true;
        }
        let head = self.text(self.input.blocks[start.index].span);
        let counts =
            |word: &str| number(word).is_some() || COUNTS.contains(&word.to_lowercase().as_str());
        let mut words = head
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty() && !counts(word));
        let numbered = || head.starts_with("No");
        match kind {
            Kind::Chapter => {
                words.by_ref().take(2).any(|word| WORDS.contains(&word.to_lowercase().as_str()))
                    || numbered()
                        && opening(self.input, &self.found.notes, start.heads.end..end).is_some()
            }
            Kind::Numeral | Kind::Capitals | Kind::Words => {
                opening(self.input, &self.found.notes, start.heads.end..end).is_some()
                    || self.input.blocks[start.heads.end..end]
                        .first()
                        .is_some_and(|first| greets_within(self.text(first.span)))
            }
            _ => false,
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
        let first = self.structure.first_heads.is_empty();
        for index in blocks {
            let block = &self.input.blocks[index];
            let words = self.without_mark(block.span);
            if first && self.structure.first_heads.len() < 2 {
                self.structure.first_heads.push(words);
            }
            self.structure.readable.push(words);
            let head = self.heading(Element::Head, block.span);
            self.push(head);
            self.line_breaks(block);
        }
    }

    /// The words of a heading without the mark that makes them one.
    pub(super) fn without_mark(&self, span: Span) -> Span {
        match self.input.convention.heading_mark(self.text(span)) {
            Some(mark) => {
                Span::new(span.start + offset(mark.length), span.end - offset(mark.below))
            }
            None => span,
        }
    }

    /// An element over a heading, whose tag replaces the mark.
    pub(super) fn heading(&self, element: Element, span: Span) -> Annotation {
        let annotation = Annotation::new(element, span);
        match self.input.convention.heading_mark(self.text(span)) {
            Some(mark) => {
                let annotation = annotation.around(self.without_mark(span));
                mark.notation.map_or(annotation.clone(), |notation| annotation.noted(notation))
            }
            None => annotation,
        }
    }

    /// The content of a division without the divisions in it. Only one that
    /// has none may end as a letter or a book does.
    pub(super) fn content(&mut self, start: &Start, blocks: Range<usize>, closes: bool) {
        let begin = match start.kind {
            DivisionKind::Headed(head) => self.under_head(head.heading, blocks.clone()),
            _ => blocks.start,
        };
        let blocks = begin..blocks.end;
        let (opened, signer) = self.opener(blocks.clone(), start);
        let is_letter = opened > blocks.start || self.is_addressed(&start.heads);
        let foot = if is_letter && closes { self.foot(opened..blocks.end, signer) } else { None };
        if let Some(foot) = foot {
            self.blocks(opened..foot.blocks.start);
            self.close_letter(&foot);
            self.below_closer(foot.blocks.end..blocks.end);
        } else if let Some(trailer) = self.trailer_of(&(opened..blocks.end)).filter(|_| closes) {
            self.blocks(opened..trailer);
            self.trailer(trailer..blocks.end);
        } else {
            self.blocks(opened..blocks.end);
        }
    }

    /// Whether one of the headings is among the lines of who wrote to whom.
    fn says_to_whom(&self, heads: &Range<usize>) -> bool {
        heads.clone().any(|index| self.found.addressed.contains(&index))
    }

    /// Whether the headings say to whom a letter went: “TO MR. BONE.”, “Lettre II”.
    pub(super) fn is_addressed(&self, heads: &Range<usize>) -> bool {
        const BEGINNINGS: &[&str] = &[
            "TO ", "To ", "À ", "A M", "An ", "AN ", "Letter", "LETTER", "Lettre", "LETTRE",
            "Brief", "BRIEF",
        ];
        self.says_to_whom(heads)
            || heads.clone().any(|index| {
                let head = self.text(self.input.blocks[index].span);
                head.lines().any(|line| {
                    let line =
                        line.trim_start_matches(|c: char| c.is_ascii_digit() || " .#".contains(c));
                    BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
                })
            })
    }
}

/// Type, identifier and number of a division that has a day.
fn dated(kind: &'static str, date: CalendarDate) -> (&'static str, String, Option<String>) {
    let day = date.to_string();
    (kind, format!("{kind}-{}", day.trim_start_matches('-')), Some(day))
}

//! Elements over the blocks.

use std::ops::Range;

use super::entries::DateLine;
use super::front::{Front, TitleRole};
use super::heading::Kind;
use super::heads::Head;
use super::ids::{Ids, slug};
use super::letters::{is_closing, is_postscript, is_salute, is_signature};
use super::notes::{Notes, is_colophon};
use super::outline::{DivisionKind, Outline, Start, outline, type_of};
use super::verse::{Lineation, lineation};
use super::{Input, Structure};
use crate::annotation::{Annotation, Certainty};
use crate::element::{Attribute, Element};
use crate::notation::Notation;
use crate::segment::{Block, BlockKind};
use crate::source::{Span, offset};

/// What the passes have found.
pub(super) struct Found {
    /// The blocks that are not the licence.
    pub text: Range<usize>,
    pub notes: Notes,
    pub heads: Vec<Option<Head>>,
    pub lines: Vec<Option<DateLine>>,
    pub front: Front,
}

/// Puts elements over the blocks.
pub(super) fn build(input: &Input<'_>, found: &Found) -> Structure {
    let parts = Parts::of(input, found);
    let outline = outline(input, &found.notes, &found.heads, &found.lines, parts.body.clone());
    let mut builder = Builder {
        input,
        found,
        ids: Ids::default(),
        structure: Structure::default(),
        open: Vec::new(),
        note_ids: vec![String::new(); found.notes.notes.len()],
    };
    builder.front(&parts);
    builder.body(&parts, &outline);
    builder.back(&parts);
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
            .filter(|index| is_colophon(input.blocks[*index].span.of(input.text)))
            .last()
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

    // Front and back.

    fn part(&mut self, element: Element, blocks: &Range<usize>) {
        let span = self.region(blocks);
        self.push(Annotation::new(element, span).with(Attribute::XmlSpace, "preserve"));
    }

    fn front(&mut self, parts: &Parts) {
        if parts.front.is_empty() {
            return;
        }
        self.part(Element::Front, &parts.front);
        self.boilerplate(0..self.found.text.start);
        self.title_page();
        let note = self.found.front.headnote.clone();
        if !note.is_empty() {
            let id = self.ids.unique("preface".to_owned());
            self.division(note.start..parts.front.end, "preface", &id);
            self.blocks(note.start..parts.front.end);
        }
    }

    /// Notes, colophon and licence; a text of nothing else has them as its body.
    fn back(&mut self, parts: &Parts) {
        if parts.back.is_empty() {
            return;
        }
        if !parts.body.is_empty() {
            self.part(Element::Back, &parts.back);
        }
        if !parts.notes.is_empty() {
            let id = self.ids.unique("notes".to_owned());
            self.division(parts.notes.clone(), "notes", &id);
            let region = self.found.notes.region_at(parts.notes.start);
            let headed = usize::from(region.is_some_and(|region| region.headed));
            if headed == 1 {
                self.heads(parts.notes.start..parts.notes.start + 1);
            }
            self.blocks(parts.notes.start + headed..parts.notes.end);
        }
        if parts.colophon < self.found.text.end {
            let id = self.ids.unique("colophon".to_owned());
            self.division(parts.colophon..self.found.text.end, "colophon", &id);
            self.blocks(parts.colophon..self.found.text.end);
            self.structure.colophon = Some(self.input.blocks[parts.colophon].span);
        }
        self.boilerplate(self.found.text.end..self.input.blocks.len());
    }

    /// The licence, word for word.
    fn boilerplate(&mut self, blocks: Range<usize>) {
        if blocks.is_empty() {
            return;
        }
        let id = self.ids.unique("licence".to_owned());
        self.division(blocks.clone(), "boilerplate", &id);
        for index in blocks {
            let block = &self.input.blocks[index];
            match block.kind {
                BlockKind::Blank => self.blank(block.span),
                _ => {
                    self.push(Annotation::new(Element::P, block.span));
                }
            }
        }
    }

    fn division(&mut self, blocks: Range<usize>, kind: &'static str, id: &str) -> usize {
        let span = self.blocks_span(blocks);
        self.structure.counts.divisions += 1;
        let division = Annotation::new(Element::Div, span).with(Attribute::Type, kind);
        self.push(division.with(Attribute::XmlId, id.to_owned()))
    }

    fn title_page(&mut self) {
        let Front { title, title_blocks, .. } = &self.found.front;
        if title_blocks.is_empty() {
            return;
        }
        self.structure.title.clone_from(title);
        let page = self.blocks_span(title_blocks.clone());
        self.push(Annotation::new(Element::TitlePage, page));
        let mut at = 0;
        while at < title.len() {
            let (span, role) = title[at];
            self.structure.readable.push(span);
            let element = match role {
                TitleRole::Author => Element::DocAuthor,
                TitleRole::Date => Element::DocDate,
                TitleRole::Imprint => Element::DocImprint,
                TitleRole::Byline => Element::Byline,
                TitleRole::Subtitle => Element::TitlePart,
                TitleRole::Title => {
                    let parts = title[at..].iter();
                    let parts = parts.take_while(|(_, role)| {
                        matches!(role, TitleRole::Title | TitleRole::Subtitle)
                    });
                    let last = parts.last().map_or(span, |(last, _)| *last);
                    self.push(Annotation::new(Element::DocTitle, span.join(last)));
                    Element::TitlePart
                }
            };
            let annotation = Annotation::new(element, span);
            self.push(match role {
                TitleRole::Title => annotation.with(Attribute::Type, "main"),
                TitleRole::Subtitle => annotation.with(Attribute::Type, "sub"),
                _ => annotation,
            });
            at += 1;
        }
    }

    // Body.

    fn body(&mut self, parts: &Parts, outline: &Outline) {
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
    fn has_content(&self, body: &Range<usize>) -> bool {
        body.clone().any(|index| match &self.input.blocks[index].kind {
            BlockKind::Text => !self.found.notes.holds(index),
            BlockKind::Ornament => true,
            BlockKind::Blank | BlockKind::Marked(_) => false,
        })
    }

    /// Opens a division and fills it up to block `end`.
    fn start(&mut self, start: &Start, end: usize) {
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
        self.content(start, start.heads.end.max(start.index)..end);
    }

    /// Type, identifier and number of a division.
    fn name(&self, start: &Start) -> (&'static str, String, Option<String>) {
        match start.kind {
            DivisionKind::Unheaded => ("section", "section".to_owned(), None),
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
    fn close_to(&mut self, rank: u8, index: usize) {
        while let Some(open) = self.open.pop_if(|open| open.rank >= rank) {
            let division = &mut self.structure.annotations[open.annotation];
            let end = self.input.blocks[index - 1].span.end.max(division.outer.end);
            division.outer = Span::new(division.outer.start, end);
            division.inner = division.outer;
        }
    }

    fn heads(&mut self, blocks: Range<usize>) {
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
    fn content(&mut self, start: &Start, blocks: Range<usize>) {
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

    /// Date line and salute at the beginning of a letter or entry; returns
    /// where the text begins.
    fn opener(&mut self, blocks: Range<usize>, start: &Start) -> usize {
        let is_opening = |index: &usize| {
            let block = &self.input.blocks[*index];
            let own_line =
                self.found.lines[*index].as_ref().is_some_and(|line| line.own_line && !line.bare);
            block.is_text()
                && block.line_count() == 1
                && (own_line || is_salute(self.text(block.span)))
        };
        let entry_line = matches!(start.kind, DivisionKind::Entry(_)) && start.heads.is_empty();
        let end = blocks
            .clone()
            .take(4)
            .find(|index| !is_opening(index))
            .unwrap_or(blocks.end.min(blocks.start + 4));
        let has_salute = blocks.start..end;
        let counts =
            has_salute.clone().any(|index| is_salute(self.text(self.input.blocks[index].span)));
        if end == blocks.start
            || !(counts || entry_line || self.found.lines[blocks.start].is_some())
            || end == blocks.end
        {
            return blocks.start;
        }
        let span = self.blocks_span(blocks.start..end);
        self.push(Annotation::new(Element::Opener, span));
        for index in blocks.start..end {
            let span = self.input.blocks[index].span;
            let element =
                if self.found.lines[index].is_some() { Element::Dateline } else { Element::Salute };
            self.structure.readable.push(span);
            self.push(Annotation::new(element, span));
        }
        end
    }

    /// The lines that close a letter, and where what comes after them begins.
    fn closer(&self, blocks: Range<usize>) -> Option<(Range<usize>, usize)> {
        let tail = blocks.end.saturating_sub(8).max(blocks.start + 1)..blocks.end;
        let text = |index: usize| self.text(self.input.blocks[index].span);
        let is_text = |index: usize| self.input.blocks[index].is_text();
        let start = tail.clone().find(|index| is_text(*index) && is_closing(text(*index)))?;
        let mut end = start + 1;
        while end < blocks.end
            && end < start + 3
            && is_text(end)
            && is_signature(text(end))
            && !is_postscript(text(end))
        {
            end += 1;
        }
        let rest = &self.input.blocks[end..blocks.end];
        let short =
            rest.len() <= 3 && rest.iter().all(|block| block.is_text() && block.span.len() < 600);
        short.then_some((start..end, end))
    }

    fn close_letter(&mut self, blocks: Range<usize>) {
        let span = self.blocks_span(blocks.clone());
        self.push(Annotation::new(Element::Closer, span));
        for index in blocks {
            let block = &self.input.blocks[index];
            let lines: Vec<Span> = block.line_spans(self.input.text, self.input.lines).collect();
            for line in lines {
                let element =
                    if is_closing(self.text(line)) { Element::Salute } else { Element::Signed };
                self.structure.readable.push(line);
                self.push(Annotation::new(element, line));
            }
        }
    }

    fn postscript(&mut self, blocks: Range<usize>) {
        if !blocks.is_empty() {
            let span = self.blocks_span(blocks.clone());
            self.push(Annotation::new(Element::Postscript, span));
            self.blocks(blocks);
        }
    }

    // Blocks.

    fn blocks(&mut self, blocks: Range<usize>) {
        let mut index = blocks.start;
        while index < blocks.end {
            index = match self.found.notes.note_at(index) {
                Some(note) => self.note(note),
                None => {
                    self.block(index);
                    index + 1
                }
            };
        }
    }

    fn block(&mut self, index: usize) {
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
                let is_figure = annotation.element == Element::Figure && !content.is_empty();
                self.push(annotation);
                if is_figure {
                    self.structure.readable.push(content);
                    self.push(Annotation::new(Element::FigDesc, content));
                }
            }
            BlockKind::Text => self.words(index),
        }
    }

    /// Space that a reader sees and that must not be lost.
    fn blank(&mut self, span: Span) {
        static LINE: Notation = Notation { id: "no-break-space", pattern: "\u{A0}" };
        let space = Annotation::new(Element::Space, span).around(Span::empty(span.end));
        let space = space.with(Attribute::Dim, "vertical").with(Attribute::Unit, "line");
        self.push(space.with(Attribute::Quantity, "1").noted(&LINE));
    }

    fn words(&mut self, index: usize) {
        let block = &self.input.blocks[index];
        let lines = || block.line_spans(self.input.text, self.input.lines);
        match lineation(self.input, block) {
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
    fn date_line(&mut self, index: usize) {
        let found = self.found;
        if let Some(line) = &found.lines[index] {
            let seg = Annotation::new(Element::Seg, line.span).with(Attribute::Type, "dateline");
            self.push(seg);
        }
    }

    /// The beginnings of the lines of a block but the first.
    fn line_breaks(&mut self, block: &Block) {
        for line in block.line_spans(self.input.text, self.input.lines).skip(1) {
            self.structure.annotations.push(Annotation::new(Element::Lb, Span::empty(line.start)));
        }
    }

    // Notes.

    /// A note with its blocks; returns the block after it.
    fn note(&mut self, index: usize) -> usize {
        let note = &self.found.notes.notes[index];
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

    fn note_block(&mut self, block: &Block, span: Span) {
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

    fn markers(&mut self) {
        let mut first = vec![true; self.note_ids.len()];
        for marker in &self.found.notes.markers {
            let id = &self.note_ids[marker.note];
            debug_assert!(!id.is_empty(), "every note is encoded");
            let name = self.found.notes.notes[marker.note].name.clone();
            let mut annotation = Annotation::new(Element::Ref, marker.span)
                .with(Attribute::Type, "noteAnchor")
                .with(Attribute::Target, format!("#{id}"))
                .with(Attribute::N, name);
            if std::mem::take(&mut first[marker.note]) {
                annotation = annotation.with(Attribute::XmlId, format!("{id}-ref"));
            }
            self.structure.annotations.push(annotation);
            self.structure.counts.markers += 1;
        }
    }

    fn finish(mut self, outline: Outline) -> Structure {
        self.structure.ids = self.ids;
        self.structure.anchors = outline.anchors;
        self.structure.dates = outline.dates;
        let lines = self.found.lines.iter().flatten();
        self.structure.places = lines.flat_map(|line| line.places.iter().copied()).collect();
        self.structure.diagnostics.extend(self.found.notes.diagnostics.iter().cloned());
        self.structure
    }
}

//! Title page, headnote, and what stands behind the text.

use std::ops::Range;

use super::{Builder, Parts};
use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::front::{Aside, Front};
use crate::structure::title_role::TitleRole;

impl Builder<'_> {
    pub(super) fn part(&mut self, element: Element, blocks: &Range<usize>) {
        let span = self.region(blocks);
        self.push(Annotation::new(element, span).with(Attribute::XmlSpace, "preserve"));
    }

    pub(super) fn front(&mut self, parts: &Parts) {
        if parts.front.is_empty() {
            return;
        }
        self.part(Element::Front, &parts.front);
        let licence = &self.input.blocks[..self.found.text.start];
        self.structure.catalogue = licence.iter().map(|block| block.span).collect();
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
    pub(super) fn back(&mut self, parts: &Parts) {
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
            self.notes(parts.notes.start, parts.notes.start + headed..parts.notes.end);
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
    pub(super) fn boilerplate(&mut self, blocks: Range<usize>) {
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

    pub(super) fn division(&mut self, blocks: Range<usize>, kind: &'static str, id: &str) -> usize {
        let span = self.blocks_span(blocks);
        self.structure.counts.divisions += 1;
        let division = Annotation::new(Element::Div, span).with(Attribute::Type, kind);
        self.push(division.with(Attribute::XmlId, id.to_owned()))
    }

    /// The title pages, parted by the dedications.
    pub(super) fn title_page(&mut self) {
        let Front { title, title_blocks, asides, .. } = &self.found.front;
        if title_blocks.is_empty() {
            return;
        }
        self.structure.title =
            title.iter().map(|(span, role)| (self.without_mark(*span), *role)).collect();
        let mut start = title_blocks.start;
        for (_, blocks) in asides.iter().filter(|(aside, _)| *aside == Aside::Dedication) {
            self.one_page(start..blocks.start);
            // What a page of a title cannot stand alone with belongs to the dedication.
            let titled = |at: &usize| self.input.blocks[*at].is_text();
            let next = (blocks.end..title_blocks.end).find(titled).unwrap_or(title_blocks.end);
            let id = self.ids.unique("dedication".to_owned());
            self.division(blocks.start..next, "dedication", &id);
            self.blocks(blocks.start..next);
            start = next;
        }
        self.one_page(start..title_blocks.end);
    }

    fn one_page(&mut self, blocks: Range<usize>) {
        if blocks.is_empty() {
            return;
        }
        let page = self.blocks_span(blocks.clone());
        self.push(Annotation::new(Element::TitlePage, page));
        let (mut index, mut first) = (blocks.start, blocks.start);
        while index < blocks.end {
            let aside = self.found.front.asides.iter().find(|(_, aside)| aside.start == index);
            let end = match (aside, &self.input.blocks[index].kind) {
                (Some((_, blocks)), _) => blocks.end,
                (None, BlockKind::Text) => {
                    index += 1;
                    continue;
                }
                (None, _) => index + 1,
            };
            self.title_lines(first..index);
            self.within_page(index..end);
            (index, first) = (end, end);
        }
        self.title_lines(first..blocks.end);
    }

    /// An epigraph, or what is no text.
    fn within_page(&mut self, blocks: Range<usize>) {
        let span = self.blocks_span(blocks.clone());
        let caption = |(aside, of): &(Aside, Range<usize>)| {
            *aside == Aside::Caption && of.start == blocks.start
        };
        if self.found.front.asides.iter().any(caption) {
            self.structure.readable.push(span);
            self.push(Annotation::new(Element::TitlePart, span).with(Attribute::Type, "desc"));
        } else if self.input.blocks[blocks.start].is_text() {
            self.push(Annotation::new(Element::Epigraph, span));
            self.blocks(blocks);
        } else if matches!(self.input.blocks[blocks.start].kind, BlockKind::Ornament) {
            let ornament = Annotation::new(Element::TitlePart, span);
            self.push(ornament.with(Attribute::Type, "ornament"));
        } else {
            self.blocks(blocks);
        }
    }

    /// The lines of a title page that follow each other.
    fn title_lines(&mut self, blocks: Range<usize>) {
        if blocks.is_empty() {
            return;
        }
        let page = self.blocks_span(blocks);
        let title = &self.found.front.title;
        let first = title.partition_point(|(span, _)| span.start < page.start);
        let last = title.partition_point(|(span, _)| span.start < page.end);
        let title = &title[first..last];
        for (at, (span, role)) in title.iter().enumerate() {
            if !matches!(role, TitleRole::Imprint) || !has_parts(&title[at..]) {
                self.structure.readable.push(self.without_mark(*span));
            }
            if *role == TitleRole::Title {
                let is_title = |role| matches!(role, TitleRole::Title | TitleRole::Subtitle);
                let parts = title[at..].iter().take_while(|(_, role)| is_title(*role));
                let last = parts.last().map_or(*span, |(last, _)| *last);
                self.push(Annotation::new(Element::DocTitle, span.join(last)));
            }
            let lines = self.input.lines.line(span.start) + 1..=self.input.lines.line(span.end);
            for line in lines.filter(|_| !has_parts(&title[at..])) {
                let start = self.input.lines.span(self.input.text, line).trim(self.input.text);
                if !start.is_empty() {
                    self.push(Annotation::new(Element::Lb, Span::empty(start.start)));
                }
            }
            let annotation = self.heading(element_of(*role), *span);
            self.push(match role {
                TitleRole::Title => annotation.with(Attribute::Type, "main"),
                TitleRole::Subtitle => annotation.with(Attribute::Type, "sub"),
                TitleRole::HalfTitle => annotation.with(Attribute::Type, "halftitle"),
                TitleRole::Series => annotation.with(Attribute::Type, "series"),
                _ => annotation,
            });
        }
    }
}

/// Whether places, publishers or years stand in the first of some lines.
fn has_parts(title: &[(Span, TitleRole)]) -> bool {
    title.get(1).is_some_and(|(next, _)| next.start < title[0].0.end)
}

const fn element_of(role: TitleRole) -> Element {
    match role {
        TitleRole::Author => Element::DocAuthor,
        TitleRole::Date | TitleRole::Published => Element::DocDate,
        TitleRole::Imprint | TitleRole::Notice => Element::DocImprint,
        TitleRole::Place => Element::PubPlace,
        TitleRole::Publisher => Element::Publisher,
        TitleRole::Edition => Element::DocEdition,
        TitleRole::Byline => Element::Byline,
        TitleRole::HalfTitle | TitleRole::Series | TitleRole::Subtitle | TitleRole::Title => {
            Element::TitlePart
        }
    }
}

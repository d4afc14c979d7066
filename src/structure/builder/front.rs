//! Title page, headnote, and what stands behind the text.

use std::ops::Range;

use super::{Builder, Parts};
use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::segment::BlockKind;
use crate::structure::front::{Front, TitleRole};

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

    pub(super) fn title_page(&mut self) {
        let Front { title, title_blocks, .. } = &self.found.front;
        if title_blocks.is_empty() {
            return;
        }
        self.structure.title =
            title.iter().map(|(span, role)| (self.without_mark(*span), *role)).collect();
        let page = self.blocks_span(title_blocks.clone());
        let pictures = title_blocks.clone().take_while(|at| !self.input.blocks[*at].is_text());
        let pictures = title_blocks.start..title_blocks.start + pictures.count();
        self.push(Annotation::new(Element::TitlePage, page));
        self.blocks(pictures);
        let mut at = 0;
        while at < title.len() {
            let (span, role) = title[at];
            self.structure.readable.push(self.without_mark(span));
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
            let annotation = self.heading(element, span);
            self.push(match role {
                TitleRole::Title => annotation.with(Attribute::Type, "main"),
                TitleRole::Subtitle => annotation.with(Attribute::Type, "sub"),
                _ => annotation,
            });
            at += 1;
        }
    }
}

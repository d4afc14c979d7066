//! What stands between a heading and the text, and what ends a text.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::element::Element;
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::byline::is_by_author;
use crate::structure::heads::is_in_list;
use crate::structure::heads::{is_attributed, is_ending};
use crate::structure::kind::{Heading, Kind};
use crate::structure::letters;
use crate::structure::verse::{Lineation, lineation};

/// The most characters of an epigraph and of an argument.
const LONGEST: u32 = 1200;

/// The most characters of a part of an argument, whose parts end with a stop or with none.
const LONGEST_PART: usize = 220;
const SHORTEST_PART: usize = 110;

impl Builder<'_> {
    /// The epigraph or argument at the beginning of `blocks`; returns where
    /// what comes after it begins.
    pub(super) fn under_head(&mut self, head: Heading, blocks: Range<usize>) -> usize {
        let start = self.bylines(&blocks);
        let blocks = start..blocks.end;
        // What stands below an act or a scene is its set.
        let listed = matches!(head.kind, Kind::Named(named) if named.is_list());
        if listed || matches!(head.kind, Kind::Act | Kind::Scene) {
            return start;
        }
        let (element, end) = if self.is_argument(&blocks, head.number.is_some()) {
            (Element::Argument, start + 1)
        } else if let Some(end) = self.epigraph(&blocks) {
            (Element::Epigraph, end)
        } else {
            return start;
        };
        let span = self.blocks_span(start..end);
        self.push(Annotation::new(element, span));
        self.blocks(start..end);
        end
    }

    /// The lines that say who wrote what stands below a heading; returns where
    /// they end.
    fn bylines(&mut self, blocks: &Range<usize>) -> usize {
        const MOST: usize = 2;
        let is_byline =
            |at: &usize| self.is_free(*at) && is_by_author(self.text(self.input.blocks[*at].span));
        let count = blocks.clone().take(MOST).take_while(is_byline).count();
        let end = blocks.start + count;
        for at in blocks.start..end {
            let span = self.input.blocks[at].span;
            self.structure.readable.push(span);
            self.push(Annotation::new(Element::Byline, span));
        }
        end
    }

    /// Whether block `index` is words of no great length, and not a note, an
    /// entry or a list.
    fn is_free(&self, index: usize) -> bool {
        let block = &self.input.blocks[index];
        block.is_text()
            && block.span.len() <= LONGEST
            && !self.found.notes.holds(index)
            && self.found.lines[index].is_none()
            && !is_in_list(&self.found.lists, index)
    }

    /// What a chapter tells, in keywords: “Departure.—The mill.—The river.”
    fn is_argument(&self, blocks: &Range<usize>, numbered: bool) -> bool {
        if blocks.len() < 2 || !self.is_free(blocks.start) {
            return false;
        }
        let text = self.text(self.input.blocks[blocks.start].span);
        // The parts of a summary are sentences without their verbs: “Lee moves.--Snow.”
        let stopped = text.contains(".--") || text.contains(".—");
        let summary = stopped && numbered;
        let most = if summary { LONGEST_PART } else { SHORTEST_PART };
        let mut count = 0;
        let parts = text.split('—').flat_map(|part| part.split("--"));
        for part in parts.map(|part| part.trim_matches([' ', '\n', '.', '_', '-'])) {
            count += 1;
            let begins = part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            let asks = part.contains(['“', '"', '?', '!']) || !summary && part.contains(',');
            if !begins || asks && part.len() > 60 || part.len() > most {
                return false;
            }
        }
        // Two are enough if the second is no source of a quotation.
        let last = text.rsplit("--").next().and_then(|last| last.rsplit('—').next());
        let article = ["The ", "His ", "Her ", "A ", "An ", "How ", "Of ", "In "];
        let told = last.is_some_and(|last| article.iter().any(|word| last.starts_with(word)));
        let loud = !text.contains(char::is_lowercase)
            && !text.starts_with(['“', '"', '«'])
            && !last.is_some_and(|last| last.contains(|c: char| c.is_ascii_digit()));
        count >= 3 || count == 2 && (told || loud) && stopped
    }

    /// The end of a quotation with its source below it.
    fn epigraph(&self, blocks: &Range<usize>) -> Option<usize> {
        const MOST: usize = 3;
        let last =
            blocks.clone().take(MOST).take_while(|index| self.is_free(*index)).find(|index| {
                is_attributed(self.text(self.input.blocks[*index].span))
                    || self.has_source_at_right(*index)
            })?;
        let first = &self.input.blocks[blocks.start];
        if last == blocks.start && self.is_prose(first) {
            return None;
        }
        let short = (blocks.start..last).all(|index| {
            let block = &self.input.blocks[index];
            block.line_count() >= 2 || self.text(block.span).starts_with(['“', '"', '«', '„'])
        });
        (short && last + 1 < blocks.end).then_some(last + 1)
    }

    /// Whether a block is a paragraph of the text or a remark, and no quotation.
    fn is_prose(&self, block: &Block) -> bool {
        const LONG: u32 = 200;
        let text = self.text(block.span);
        let quoted = text.trim_start_matches('_').starts_with(['“', '"', '«', '„', '‘', '»', '\'']);
        text.starts_with('[')
            || !quoted
                && block.span.len() >= LONG
                && block.indent < 2
                && lineation(self.input, block) == Lineation::Prose
    }

    /// Whether some lines that are set in end with one far to the right, and the text
    /// below them is not set in: a quotation and its source.
    fn has_source_at_right(&self, index: usize) -> bool {
        const FAR: usize = 8;
        const LONGEST: usize = 60;
        const SET_IN: usize = 2;
        let block = &self.input.blocks[index];
        if block.line_count() < 2 {
            return false;
        }
        let indent = |span: Span| {
            let before = &self.input.text.as_bytes()[..span.start as usize];
            before.iter().rev().take_while(|byte| **byte == b' ').count()
        };
        let lines: Vec<Span> = block.line_spans(self.input.text, self.input.lines).collect();
        let Some((last, above)) = lines.split_last() else { return false };
        let source = self.text(*last);
        let deepest = above.iter().map(|line| indent(*line)).max().unwrap_or_default();
        let outermost = above.iter().map(|line| indent(*line)).min().unwrap_or_default();
        let at_margin = self.input.blocks.get(index + 1).is_some_and(|below| {
            below.is_text() && below.line_count() > 1 && (below.indent as usize) < SET_IN
        });
        at_margin
            && outermost >= SET_IN
            && indent(*last) >= deepest + FAR
            && source.len() <= LONGEST
            && source
                .starts_with(|c: char| c.is_uppercase() || matches!(c, '_' | '(' | '[' | '“' | '"'))
            && !is_ending(source)
            && letters::dates(self.input, *last).is_empty()
            && !["SCENE", "Scene", "TIME"]
                .iter()
                .any(|word| self.text(block.span).starts_with(word))
    }

    /// Where the words stand that close some blocks: “THE END”, if nothing but
    /// space comes after them.
    pub(super) fn trailer_of(&self, blocks: &Range<usize>) -> Option<usize> {
        let after = |index: &usize| !matches!(self.input.blocks[*index].kind, BlockKind::Blank);
        let last = blocks.clone().rev().find(after)?;
        let block = &self.input.blocks[last];
        let ends = block.is_text()
            && block.line_count() == 1
            && !self.found.notes.holds(last)
            && is_ending(self.text(block.span));
        let has_text = || {
            (blocks.start..last).any(|index| {
                self.input.blocks[index].is_text()
                    && self.found.heads[index].is_none()
                    && !self.found.notes.holds(index)
            })
        };
        (ends && has_text()).then_some(last)
    }

    /// The closing words and the space after them.
    pub(super) fn trailer(&mut self, blocks: Range<usize>) {
        if let Some(first) = self.input.blocks[blocks.clone()].first() {
            let span = first.span;
            self.structure.readable.push(span);
            self.push(Annotation::new(Element::Trailer, span));
            self.blocks(blocks.start + 1..blocks.end);
        }
    }
}

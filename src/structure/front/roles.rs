//! What each line of a title block is.

use std::ops::Range;

use super::imprint::{Kind, Line};
use super::lines::{
    continues, goes_on, is_date, is_open, is_placed_date, is_series, is_versus, letters_of,
    supplied,
};
use super::zone::{Aside, Imprint, aside, imprints};
use crate::source::Span;
use crate::structure::byline::{
    begins_with_by, could_be_name, credit, ends_with_by, is_by, is_name,
};
use crate::structure::title_role::TitleRole;
use crate::structure::{Input, letters};

/// What the lines of the title pages say, and the dedications and epigraphs
/// among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    pub lines: Vec<(Span, TitleRole)>,
    pub asides: Vec<(Aside, Range<usize>)>,
}

/// What stands in the title block; those of a book may have dedications.
pub(super) fn pages(input: &Input<'_>, blocks: Range<usize>, is_book: bool) -> Pages {
    let mut imprints = imprints(input, blocks.clone()).into_iter().peekable();
    let lines = || {
        input.blocks[blocks.clone()]
            .iter()
            .flat_map(|block| block.line_spans(input.text, input.lines))
    };
    let by_line = is_book && lines().any(|line| begins_with_by(line.of(input.text)));
    let last = input.blocks[blocks.clone()].iter().rfind(|block| block.is_text());
    let last = last.map_or(0, |block| block.span.end);
    let mut reader = Reader {
        input,
        lines: Vec::new(),
        titled: false,
        written: false,
        block: 0,
        above: None,
        by_line,
        last,
    };
    let mut asides: Vec<(Aside, Range<usize>)> = Vec::new();
    let mut index = blocks.start;
    while index < blocks.end {
        let block = &input.blocks[index];
        if !block.is_text() {
            index += 1;
            continue;
        }
        let published = |imprint: &&Imprint| imprint.lines[0].span.start <= block.span.start;
        let free = is_book && reader.titled && imprints.peek().is_none_or(|next| !published(&next));
        if let Some(found) = aside(input, index..blocks.end).filter(|_| free) {
            index = found.1.end;
            // No title goes on over it.
            reader.above = None;
            asides.push(found);
            continue;
        }
        for line in block.line_spans(input.text, input.lines) {
            while let Some(imprint) =
                imprints.next_if(|imprint| imprint.lines[0].span.start <= line.start)
            {
                reader.imprint(&imprint);
            }
            if reader.end() <= line.start {
                reader.line(index, line);
            }
        }
        reader.year_below_imprint(index);
        index += 1;
    }
    Pages { lines: reader.named(), asides }
}

struct Reader<'a> {
    input: &'a Input<'a>,
    lines: Vec<(Span, TitleRole)>,
    /// Whether one of them is the title.
    titled: bool,
    /// Whether one of them names the author.
    written: bool,
    /// The block of the last line.
    block: usize,
    /// The last line.
    above: Option<Span>,
    /// Whether a word stands before the name of the author.
    by_line: bool,
    /// Where the title pages end.
    last: u32,
}

impl Reader<'_> {
    /// Where the last line ends that is known, of which those of an imprint may stand in
    /// another order.
    fn end(&self) -> u32 {
        const NEAR: usize = 32;
        self.lines.iter().rev().take(NEAR).map(|(span, _)| span.end).max().unwrap_or(0)
    }

    /// A line that is none of an imprint.
    fn line(&mut self, block: usize, line: Span) {
        let same_block = std::mem::replace(&mut self.block, block) == block;
        let above = self.above.replace(line).filter(|_| !self.lines.is_empty());
        let text = |span: Span| span.of(self.input.text);
        let last = self.lines.last_mut();
        match (last, above) {
            // “THE” and “LIBERTY MINSTREL.”
            (Some((last, TitleRole::Title | TitleRole::Subtitle)), Some(above))
                if last.end == above.end
                    && !ends_with_by(text(line))
                    && (is_open(text(above)) || continues(text(line))) =>
            {
                *last = last.join(line);
                return;
            }
            // “THE STATE”, “v.” and “JOHN HALE”: neither wrote it.
            (
                Some((last, role @ (TitleRole::Title | TitleRole::Subtitle | TitleRole::Author))),
                Some(above),
            ) if last.end == above.end && (is_versus(text(above)) || is_versus(text(line))) => {
                *last = last.join(line);
                if *role == TitleRole::Author {
                    *role = TitleRole::Title;
                    self.titled = true;
                    self.written = false;
                }
                return;
            }
            // “EDITED BY” and the name, “AUTHOR OF” and more titles.
            (Some((last, TitleRole::Byline)), Some(above))
                if last.end == above.end
                    && !is_by(text(above))
                    && (ends_with_by(text(above))
                        || same_block && goes_on(text(above), text(line))) =>
            {
                *last = last.join(line);
                return;
            }
            _ => {}
        }
        let role = self.role(above, line);
        self.titled |= role == TitleRole::Title;
        self.written |= role == TitleRole::Author;
        self.lines.push((line, role));
    }

    fn role(&self, above: Option<Span>, line: Span) -> TitleRole {
        let input = self.input;
        let text = line.of(input.text);
        let (titled, written) = (self.titled, self.written);
        let by = above.is_some_and(|above| ends_with_by(above.of(input.text)));
        let only_by = above.is_some_and(|above| is_by(above.of(input.text)));
        let note = text.starts_with('[') && text.ends_with(']') && text.contains(' ');
        let named = || is_name(input, line) || only_by && could_be_name(text);
        // “CONFIDENTIAL” above the title of a report is none.
        if !titled && self.is_above_more(line) && letters::is_mark(text) {
            TitleRole::Subtitle
        } else if let Some(role) = supplied(text, titled) {
            role
        } else if is_by(text) || note && !is_date(input, line) || written && ends_with_by(text) {
            TitleRole::Byline
        } else if by && named() {
            // “With drawings” “BY” is a second one.
            if written { TitleRole::Byline } else { TitleRole::Author }
        } else if is_date(input, line) || titled && is_placed_date(input, line) {
            TitleRole::Date
        } else if let Some(role) = credit(text) {
            role
        } else if !titled && is_series(text) && self.is_above_title(line) {
            TitleRole::Series
        } else if is_name(input, line) && !self.by_line {
            if titled && written { TitleRole::Byline } else { TitleRole::Author }
        } else if titled {
            TitleRole::Subtitle
        } else {
            TitleRole::Title
        }
    }

    /// The lines of an imprint: those of one kind together, and the parts of
    /// each.
    fn imprint(&mut self, imprint: &Imprint) {
        let group = |line: &Line| match line.kind {
            Kind::Edition => TitleRole::Edition,
            Kind::Printer | Kind::Rights => TitleRole::Notice,
            _ => TitleRole::Imprint,
        };
        for lines in imprint.lines.chunk_by(|one, next| {
            group(one) == group(next)
                && one.kind != Kind::Edition
                && (group(one) == TitleRole::Imprint || one.kind == next.kind)
        }) {
            let span = lines[0].span.join(lines[lines.len() - 1].span);
            self.lines.push((span, group(&lines[0])));
            for line in lines {
                let parts = [
                    (line.place, TitleRole::Place),
                    (line.publisher, TitleRole::Publisher),
                    (line.year, TitleRole::Published),
                ];
                let mut parts: Vec<(Span, TitleRole)> =
                    parts.into_iter().filter_map(|(span, role)| Some((span?, role))).collect();
                parts.sort_by_key(|(span, _)| *span);
                self.lines.extend(parts);
            }
            self.above = Some(lines[lines.len() - 1].span);
        }
    }

    /// Place and publisher stand above the year.
    fn year_below_imprint(&mut self, block: usize) {
        let start = self.input.blocks[block].span.start;
        let first = self.lines.partition_point(|(span, _)| span.start < start);
        if let Some(((year, TitleRole::Date), above)) = self.lines[first..].split_last_mut()
            && year.of(self.input.text).split_whitespace().count() <= 2
        {
            for (_, role) in above.iter_mut().filter(|(_, role)| *role == TitleRole::Subtitle) {
                *role = TitleRole::Imprint;
            }
        }
    }

    /// Whether another line that could be a title stands below the one that names a
    /// series: no credit, no name, no date.
    fn is_above_title(&self, line: Span) -> bool {
        const NEAR: usize = 4;
        let input = self.input;
        let below = input.blocks.partition_point(|block| block.span.start <= line.start);
        let blocks = input.blocks[below - 1..].iter().take(NEAR).filter(|block| block.is_text());
        let mut lines = blocks.flat_map(|block| block.line_spans(input.text, input.lines));
        lines.by_ref().find(|other| *other == line);
        let titled = |other: Span| {
            let text = other.of(input.text);
            let counts = text.bytes().any(|byte| byte.is_ascii_digit());
            credit(text).is_none()
                && !counts
                && text.split_whitespace().count() <= 12
                && text.starts_with(char::is_uppercase)
                && !text.ends_with('.')
                && !is_name(input, other)
                && !is_by(text)
        };
        // A line in other letters, or below one that belongs to the series.
        let loud = |text: &str| !text.contains(char::is_lowercase);
        lines
            .take(NEAR)
            .find(|other| titled(*other))
            .is_some_and(|other| loud(other.of(input.text)) || !loud(line.of(input.text)))
    }

    /// Whether another line stands below it on the title pages.
    fn is_above_more(&self, line: Span) -> bool {
        line.end < self.last
    }

    /// A title that stands there twice is that of a half-title first.
    fn set_half_title(&mut self) {
        let input = self.input;
        let letters = |span: Span| letters_of(span.of(input.text));
        let Some(first) = self.lines.iter().position(|(_, role)| *role == TitleRole::Title) else {
            return;
        };
        let title = letters(self.lines[first].0);
        let again = (first + 1..self.lines.len()).find(|at| {
            let (span, role) = self.lines[*at];
            role == TitleRole::Subtitle && letters(span) == title
        });
        if let Some(again) = again {
            self.lines[first].1 = TitleRole::HalfTitle;
            self.lines[again].1 = TitleRole::Title;
        }
    }

    /// A name with nothing else is the title after all.
    fn named(mut self) -> Vec<(Span, TitleRole)> {
        self.set_half_title();
        if !self.titled
            && let Some((_, role)) =
                self.lines.iter_mut().find(|(_, role)| *role == TitleRole::Author)
        {
            *role = TitleRole::Title;
        }
        self.lines
    }
}

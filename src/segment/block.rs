//! Lines that stand together.

use std::ops::Range;

use super::trim_outside;
use crate::convention::Found;
use crate::source::{Lines, Span};

/// Some lines that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Its characters, from the first to the last that is not white space.
    pub span: Span,
    /// The numbers of its lines.
    pub lines: Range<u32>,
    /// How many blank lines come before it; one more where the ends of lines part paragraphs.
    pub blank_before: u32,
    /// How many columns its first line is indented, counted from the margin of the text.
    pub indent: u32,
    /// What kind of lines they are.
    pub kind: BlockKind,
    /// Numbers of pages on lines of their own, over which it goes on.
    pub pages: Vec<Found>,
    /// How many bytes at its end underline its words.
    pub underline: u32,
    /// How many of its lines have no words: what underlines them, the space between lines.
    pub wordless: u32,
}

/// What can be said of a block by its characters alone.
#[derive(Clone, Debug)]
pub(crate) enum BlockKind {
    /// Words.
    Text,
    /// A row of asterisks, dashes or the like.
    Ornament,
    /// A line of no-break spaces or other white space that XML takes for text.
    Blank,
    /// A notation of the convention that stands alone.
    Marked(Box<Found>),
}

impl Block {
    /// Whether it consists of words.
    #[must_use]
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.kind, BlockKind::Text)
    }

    /// How many lines of words it has.
    #[must_use]
    pub(crate) fn line_count(&self) -> u32 {
        self.lines.end - self.lines.start - self.wordless
    }

    /// Its words without the line that underlines them.
    #[must_use]
    pub(crate) fn words(&self) -> Span {
        Span::new(self.span.start, self.span.end - self.underline)
    }

    /// Its lines without the white space at their ends.
    pub(crate) fn line_spans<'a>(
        &self,
        text: &'a str,
        lines: &'a Lines,
    ) -> impl Iterator<Item = Span> + use<'a> {
        let within = self.words();
        self.lines.clone().filter_map(move |line| {
            let line = lines.span(text, line);
            let clipped = Span::new(
                line.start.clamp(within.start, within.end),
                line.end.clamp(within.start, within.end),
            );
            Some(trim_outside(text, clipped)).filter(|span| !span.is_empty())
        })
    }
}

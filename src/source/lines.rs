//! Lines and columns.

use super::span::{Span, offset};

/// A place in a text as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
}

/// Where the lines of a text begin.
///
/// ```
/// use rubricate::{Lines, Position};
///
/// let text = "Paris,\nété\n";
/// let lines = Lines::of(text);
/// assert_eq!(lines.position(text, 9), Position { line: 2, column: 2 });
/// assert_eq!(lines.span(text, 2).of(text), "été");
/// assert_eq!(lines.offset(text, Position { line: 2, column: 3 }), Some(10));
/// ```
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// The lines of `text`, which end in `\n`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let after_feeds = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| offset(at + 1));
        Self { starts: std::iter::once(0).chain(after_feeds).collect() }
    }

    /// How many lines there are: one more than line feeds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Line number `line` (from 1) without its line feed.
    ///
    /// # Panics
    ///
    /// If there is no such line.
    #[must_use]
    pub fn span(&self, text: &str, line: u32) -> Span {
        let index = line as usize;
        let end = match self.starts.get(index) {
            Some(next) => next - 1,
            None => offset(text.len()),
        };
        Span::new(self.starts[index - 1], end)
    }

    /// The line (from 1) which holds the byte at `at`; a line feed belongs to
    /// the line it ends.
    #[must_use]
    pub fn line(&self, at: u32) -> u32 {
        offset(self.starts.partition_point(|start| *start <= at))
    }

    /// Line and column of the byte at `at`.
    #[must_use]
    pub fn position(&self, text: &str, at: u32) -> Position {
        let line = self.line(at);
        let before = Span::new(self.starts[line as usize - 1], at).of(text);
        Position { line, column: offset(before.chars().count()) + 1 }
    }

    /// The offset of line and column, if the text has them.
    #[must_use]
    pub fn offset(&self, text: &str, position: Position) -> Option<u32> {
        let index = position.line.checked_sub(1)? as usize;
        self.starts.get(index)?;
        let line = self.span(text, position.line);
        let column = position.column.checked_sub(1)? as usize;
        let mut places = line.of(text).char_indices().map(|(at, _)| at);
        let within = places.nth(column);
        let length = line.of(text).chars().count();
        within
            .or((column == length).then_some(line.len() as usize))
            .map(|at| line.start + offset(at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[test]
    fn the_ends_of_a_text() {
        let at = |text: &str, offset| {
            let Position { line, column } = Lines::of(text).position(text, offset);
            (line, column)
        };
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("ab\n", 2), (1, 3));
        assert_eq!(at("ab\n", 3), (2, 1));
        let lines = Lines::of("ab\n");
        assert_eq!(lines.count(), 2);
        assert!(lines.span("ab\n", 2).is_empty());
        assert_eq!(lines.offset("ab\n", Position { line: 1, column: 3 }), Some(2));
        assert_eq!(lines.offset("ab\n", Position { line: 1, column: 4 }), None);
        assert_eq!(lines.offset("ab\n", Position { line: 3, column: 1 }), None);
    }
}

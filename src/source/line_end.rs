//! Line ends: one kind for the whole text, and the exceptions.

use std::borrow::Cow;
use std::iter::Peekable;

use super::span::offset;

/// How the lines of a source end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// Line feed, as on Unix.
    #[default]
    Lf,
    /// Carriage return and line feed, as on Windows and in Project Gutenberg's files.
    CrLf,
    /// Carriage return alone, as on the Macintosh before 2001.
    Cr,
}

impl LineEnd {
    /// The name in the TEI header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lf => "LF",
            Self::CrLf => "CRLF",
            Self::Cr => "CR",
        }
    }

    /// The kind with that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Lf, Self::CrLf, Self::Cr].into_iter().find(|kind| kind.name() == name)
    }

    /// The characters.
    pub(super) const fn characters(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
            Self::Cr => "\r",
        }
    }
}

/// A text whose lines all end in `\n`, and what undoes that.
pub(super) struct Unified {
    pub text: String,
    pub line_end: LineEnd,
    /// Offsets of the `\n` that are a line feed in the source although
    /// `line_end` is another kind.
    pub lone_line_feeds: Vec<u32>,
}

/// Writes the most frequent kind of line end as `\n`.
///
/// A carriage return that is not part of such a line end stays in the text.
/// `marks` are ascending offsets into `text`; they are moved with it.
pub(super) fn unify(text: String, marks: &mut [u32]) -> Unified {
    let line_end = most_frequent(text.as_bytes());
    match line_end {
        LineEnd::Lf => Unified { text, line_end, lone_line_feeds: Vec::new() },
        LineEnd::CrLf => unify_crlf(&text, marks),
        LineEnd::Cr => unify_cr(&text),
    }
}

fn most_frequent(bytes: &[u8]) -> LineEnd {
    let (mut crlf, mut cr) = (0_usize, 0_usize);
    for at in memchr::memchr_iter(b'\r', bytes) {
        if bytes.get(at + 1) == Some(&b'\n') {
            crlf += 1;
        } else {
            cr += 1;
        }
    }
    if crlf + cr == 0 {
        return LineEnd::Lf;
    }
    let lf = memchr::memchr_iter(b'\n', bytes).count() - crlf;
    if crlf > lf && crlf >= cr {
        LineEnd::CrLf
    } else if cr > lf && cr > crlf {
        LineEnd::Cr
    } else {
        LineEnd::Lf
    }
}

fn unify_crlf(text: &str, marks: &mut [u32]) -> Unified {
    let mut unified = String::with_capacity(text.len());
    let mut lone_line_feeds = Vec::new();
    let (mut rest, mut dropped, mut mark) = (0, 0, 0);
    for at in memchr::memchr_iter(b'\n', text.as_bytes()) {
        if at > 0 && text.as_bytes()[at - 1] == b'\r' {
            while mark < marks.len() && marks[mark] < offset(at) {
                marks[mark] -= dropped;
                mark += 1;
            }
            unified.push_str(&text[rest..at - 1]);
            rest = at;
            dropped += 1;
        } else {
            lone_line_feeds.push(offset(at) - dropped);
        }
    }
    unified.push_str(&text[rest..]);
    for mark in &mut marks[mark..] {
        *mark -= dropped;
    }
    Unified { text: unified, line_end: LineEnd::CrLf, lone_line_feeds }
}

fn unify_cr(text: &str) -> Unified {
    let lone_line_feeds = memchr::memchr_iter(b'\n', text.as_bytes()).map(offset).collect();
    Unified { text: text.replace('\r', "\n"), line_end: LineEnd::Cr, lone_line_feeds }
}

/// `part` with the line ends of its source.
///
/// It begins at offset `base` of the text whose `lone_line_feeds` these
/// are; those before its end are used up.
pub(super) fn restore<'t>(
    part: &'t str,
    base: u32,
    line_end: LineEnd,
    lone_line_feeds: &mut Peekable<impl Iterator<Item = u32>>,
) -> Cow<'t, str> {
    if line_end == LineEnd::Lf {
        return Cow::Borrowed(part);
    }
    let mut restored = String::with_capacity(part.len() + part.len() / 32);
    let mut rest = 0;
    for at in memchr::memchr_iter(b'\n', part.as_bytes()) {
        restored.push_str(&part[rest..at]);
        rest = at + 1;
        if lone_line_feeds.next_if_eq(&(base + offset(at))).is_some() {
            restored.push('\n');
        } else {
            restored.push_str(line_end.characters());
        }
    }
    restored.push_str(&part[rest..]);
    Cow::Owned(restored)
}

#[cfg(test)]
mod tests {
    use super::{LineEnd, restore, unify};

    #[track_caller]
    fn check(source: &str, text: &str, line_end: LineEnd, lone: &[u32]) {
        let unified = unify(source.to_owned(), &mut []);
        assert_eq!(unified.text, text);
        assert_eq!(unified.line_end, line_end);
        assert_eq!(unified.lone_line_feeds, lone);
        let mut lone = unified.lone_line_feeds.into_iter().peekable();
        assert_eq!(restore(&unified.text, 0, line_end, &mut lone), source);
    }

    #[test]
    fn one_kind_of_line_end() {
        check("a\nb\n", "a\nb\n", LineEnd::Lf, &[]);
        check("a\r\nb\r\n", "a\nb\n", LineEnd::CrLf, &[]);
        check("a\rb\r", "a\nb\n", LineEnd::Cr, &[]);
        check("", "", LineEnd::Lf, &[]);
    }

    #[test]
    fn the_minority_is_remembered() {
        check("a\r\nb\nc\r\n", "a\nb\nc\n", LineEnd::CrLf, &[3]);
        check("a\r\n\rb\r\r\n", "a\n\rb\r\n", LineEnd::CrLf, &[]);
        check("a\rb\r\r\n", "a\nb\n\n\n", LineEnd::Cr, &[5]);
        check("a\r\nb\nc\n", "a\r\nb\nc\n", LineEnd::Lf, &[]);
    }

    #[test]
    fn marks_move_with_the_text() {
        let mut marks = [1, 4, 8];
        let unified = unify("x?\r\n?\r\nx?".to_owned(), &mut marks);
        assert_eq!(unified.text, "x?\n?\nx?");
        assert_eq!(marks, [1, 3, 6]);
    }
}

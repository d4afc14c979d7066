//! Marks around words: `[[underlined]]May 8[[/underlined]]`.

use super::inline::nothing_closes;
use super::pattern::{Found, parts, prefix};
use super::{Convention, Markup, Place};
use crate::diagnostic::Diagnostic;
use crate::source::{Span, offset};

/// The marks around words of a text.
#[derive(Debug, Default)]
pub(crate) struct Around {
    /// Words with the marks around them, in order; of two that share words one is within
    /// the other.
    pub found: Vec<Found>,
    /// Marks before words that nothing closes.
    pub unclosed: Vec<Span>,
}

impl Around {
    /// Leaves out the pairs with these numbers, in order; their marks are text.
    pub(crate) fn leave(&mut self, pairs: &[usize]) {
        let mut number = 0..;
        self.found
            .retain(|_| number.next().is_some_and(|pair| pairs.binary_search(&pair).is_err()));
    }

    /// What to say of the marks that nothing closes.
    pub(crate) fn told<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Diagnostic> + 'a {
        self.unclosed.iter().map(|mark| nothing_closes(text, *mark))
    }
}

/// Whether a line has a mark that closes words in `convention`.
pub(super) fn closes_words(convention: &'static Convention, line: &str) -> bool {
    let mut rows = convention.markup.iter().filter_map(Row::of);
    rows.any(|row| line.contains(row.marks.after))
}

/// How deep marks may lie within each other.
pub(crate) const DEEPEST: usize = 12;

/// Finds the words of `text` that have the marks of `convention` around them, in one
/// paragraph and on the lines of the words.
pub(crate) fn around(convention: &'static Convention, text: &str) -> Around {
    let rows: Vec<Row> = convention.markup.iter().filter_map(Row::of).collect();
    let mut search =
        Search { convention, rows, text, opened: Vec::new(), around: Around::default() };
    if search.rows.is_empty() {
        return search.around;
    }
    let first = first_bytes(&search.rows);
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let length = if first[usize::from(*byte)] { search.mark(at) } else { 0 };
        at += length.max(1);
    }
    search.give_up(0);
    search.around.found.sort_by_key(|found| found.outer.start);
    search.around
}

/// The marks of a notation, without space beside the words.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Marks {
    before: &'static str,
    after: &'static str,
}

/// A notation and its marks.
struct Row {
    markup: &'static Markup,
    marks: Marks,
}

impl Row {
    fn of(markup: &'static Markup) -> Option<Self> {
        let (before, after) = parts(markup);
        let after = after.filter(|_| markup.place == Place::Around)?;
        Some(Self { markup, marks: Marks { before: before.trim_end(), after: after.trim_start() } })
    }
}

struct Search<'t> {
    convention: &'static Convention,
    rows: Vec<Row>,
    text: &'t str,
    /// The marks that wait for their partner, and where they are.
    opened: Vec<(Marks, Span)>,
    around: Around,
}

impl Search<'_> {
    /// Reads the mark or the end of a line at `at`, if there is one; how long it is.
    fn mark(&mut self, at: usize) -> usize {
        if self.text.as_bytes()[at] == b'\n' {
            if begins_blank_line(&self.text[at + 1..]) {
                self.give_up(0);
            }
            return 1;
        }
        let stands = |mark: &str| self.text.as_bytes()[at..].starts_with(mark.as_bytes());
        let closed = self.opened.iter().rposition(|(marks, _)| stands(marks.after));
        if let Some(depth) = closed {
            return self.close(depth, at);
        }
        let row = self.rows.iter().find(|row| stands(row.marks.before));
        let Some(marks) = row.map(|row| row.marks) else { return 0 };
        if self.opened.len() < DEEPEST {
            let span = Span::from_range(at..at + marks.before.len());
            self.opened.push((marks, span));
        }
        marks.before.len()
    }

    /// Closes the words that were opened at `depth`, before the mark at `at`.
    fn close(&mut self, depth: usize, at: usize) -> usize {
        self.give_up(depth + 1);
        let Some((marks, mark)) = self.opened.pop() else { return 0 };
        let end = at + marks.after.len();
        let outer = Span::from_range(mark.start as usize..end);
        let mut rows = self.rows.iter().filter(|row| row.marks == marks);
        let found = rows.find_map(|row| self.words(row.markup, outer));
        self.around.found.extend(found);
        marks.after.len()
    }

    /// Gives up the marks from `depth` on, which nothing closes; some mean something alone.
    fn give_up(&mut self, depth: usize) {
        let alone = |marks: Marks| {
            let mut markup = self.convention.markup.iter();
            markup.any(|row| row.place == Place::Inline && row.notation.pattern == marks.before)
        };
        let unclosed = self.opened.drain(depth..).filter(|(marks, _)| !alone(*marks));
        self.around.unclosed.extend(unclosed.map(|(_, mark)| mark));
    }

    /// The words between two marks, if the space beside them is that of the notation.
    fn words(&self, markup: &'static Markup, outer: Span) -> Option<Found> {
        let (before, after) = parts(markup);
        let inner = outer.of(self.text).strip_prefix(before)?.strip_suffix(after?)?;
        let start = outer.start + offset(before.len());
        let inner_span = Span::new(start, start + offset(inner.len()));
        is_words(self.convention, inner).then(|| Found {
            markup,
            outer,
            inner: inner_span,
            values: Vec::new(),
        })
    }
}

/// Whether what stands between two marks is words, on the lines of the marks, and no block
/// with a notation of its own.
fn is_words(convention: &Convention, inner: &str) -> bool {
    let inner = inner.trim_matches(' ');
    let mut blocks = convention.markup.iter().filter(|markup| markup.place == Place::Block);
    !inner.is_empty()
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && inner.matches("[[").count() == inner.matches("]]").count()
        && !blocks.any(|markup| prefix(parts(markup).0, inner).is_some())
}

/// The bytes that a mark or a line may begin with.
fn first_bytes(rows: &[Row]) -> [bool; 256] {
    let mut first = [false; 256];
    first[usize::from(b'\n')] = true;
    for mark in rows.iter().flat_map(|row| [row.marks.before, row.marks.after]) {
        first[usize::from(mark.as_bytes()[0])] = true;
    }
    first
}

/// Whether the line that `rest` begins with is blank.
fn begins_blank_line(rest: &str) -> bool {
    rest.find(|c: char| c == '\n' || !c.is_whitespace())
        .is_none_or(|at| rest[at..].starts_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::convention::named;

    /// What has marks around it, with its element, and how many marks nothing closes.
    fn found(convention: &str, text: &str) -> (Vec<String>, usize) {
        let around = around(named(convention).unwrap(), text);
        let show =
            |found: &super::Found| format!("{}: {}", found.markup.element, found.inner.of(text));
        (around.found.iter().map(show).collect(), around.unclosed.len())
    }

    #[track_caller]
    fn check(convention: &str, text: &str, words: &[&str]) {
        assert_eq!(found(convention, text), (words.iter().map(|w| (*w).to_owned()).collect(), 0));
    }

    #[test]
    fn marks_around_words() {
        check("smithsonian", "On [[underlined]]May 8[[/underlined]] I", &["hi: May 8"]);
        check("smithsonian", "the [[strikethrough]] old [[/strikethrough]] man", &["del: old"]);
        check("smithsonian", "I am ^[[not]] well ^[[ at all ]]", &["add: not", "add: at all"]);
        check("smithsonian", "[[left margin]] see\nbelow [[/left margin]]", &["add: see\nbelow"]);
        check(
            "loc",
            "[*Ans. May 8*] Dear Sir, [* sent\nagain *]",
            &["add: Ans. May 8", "add: sent\nagain"],
        );
        check("zooniverse", "[deletion][unclear][/deletion]", &["del: [unclear]"]);
        check(
            "fromthepage",
            "D<sup>r</sup>. <u><s>Hill</s></u>",
            &["hi: r", "hi: <s>Hill</s>", "del: Hill"],
        );
    }

    #[test]
    fn marks_that_are_none() {
        let none = |convention: &str, text: &str, unclosed: usize| {
            assert_eq!(found(convention, text), (Vec::new(), unclosed), "{text:?}");
        };
        none("smithsonian", "[[underlined]]", 1);
        none("smithsonian", "[[underlined]]one\n\ntwo[[/underlined]]", 1);
        none("smithsonian", "[[underlined]]one[[/strikethrough]]", 1);
        none("smithsonian", "[[underlined]][[/underlined]] [[underlined]] [[/underlined]]", 0);
        none("smithsonian", "[[underlined]]\nMay 8\n[[/underlined]]", 0);
        none("smithsonian", "[[underlined]][[image: a fern]][[/underlined]]", 0);
        none("smithsonian", "^[[a [[?]]", 0);
        none("fromthepage", "a < b, c > d, </u>", 0);
        none("gutenberg", "<u>a</u> [[underlined]]b[[/underlined]]", 0);
    }

    #[test]
    fn what_is_within_ends_within() {
        let text = "<u>a <s>b</u> c</s>";
        assert_eq!(found("fromthepage", text), (vec!["hi: a <s>b".to_owned()], 1));
    }
}

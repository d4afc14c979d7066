//! What stands within quotation marks.

use crate::source::{Span, offset};

/// Some words of a paragraph within quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Its characters, the marks included.
    pub span: Span,
    /// The mark it begins with.
    pub opens: char,
    /// Whether it ends in its paragraph; one that does not goes on in the next
    /// paragraph, which begins with a mark again.
    pub closed: bool,
}

/// What opens a quotation, and what closes it: English, French, German and the
/// marks of typewriters.
const MARKS: &[(char, &[char])] = &[
    ('“', &['”']),
    ('"', &['"']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('»', &['«']),
    ('‘', &['’']),
];

/// The quotations in a paragraph, in order; those within others are not told.
pub(super) fn quotations(text: &str, paragraph: Span) -> Vec<Quotation> {
    let words = paragraph.of(text);
    let mut found = Vec::new();
    let mut open: Option<(usize, char, &[char])> = None;
    let mut before = None;
    for (at, c) in words.char_indices() {
        let after = words[at + c.len_utf8()..].chars().next();
        match open {
            Some((start, opens, closing)) => {
                if closing.contains(&c) && closes(c, before, after) {
                    let end = at + c.len_utf8();
                    found.push(quotation(paragraph, start..end, opens, true));
                    open = None;
                }
            }
            None => {
                let marks = MARKS.iter().find(|(mark, _)| *mark == c);
                let marks = marks.filter(|_| opens_at(c, before, after));
                open = marks.map(|(mark, closing)| (at, *mark, *closing));
            }
        }
        before = Some(c);
    }
    if let Some((start, opens, _)) = open {
        found.push(quotation(paragraph, start..words.len(), opens, false));
    }
    found
}

fn quotation(
    paragraph: Span,
    range: std::ops::Range<usize>,
    opens: char,
    closed: bool,
) -> Quotation {
    let start = paragraph.start + offset(range.start);
    let end = paragraph.start + offset(range.end);
    Quotation { span: Span::new(start, end), opens, closed }
}

/// Whether a mark stands where a quotation begins: after a space or a dash, and
/// before a word.
fn opens_at(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let apart =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '—' | '–' | '-' | '(' | '['));
    // French sets its marks off with a space.
    let word = |c: char| !c.is_whitespace() || (mark == '«' && c != '\n');
    apart && after.is_some_and(word)
}

/// Whether a mark stands where a quotation ends. An apostrophe does not: it has
/// no stop before it, or a letter after it.
fn closes(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let apart = after.is_none_or(|c| !c.is_alphanumeric());
    match mark {
        '’' => apart && before.is_some_and(|c| !c.is_alphanumeric()),
        '"' => apart && before.is_some_and(|c| !c.is_whitespace()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use crate::source::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = quotations(text, Span::from_range(0..text.len()));
        let found: Vec<&str> = found.iter().map(|found| found.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks() {
        check("“Come,” he said, “and stay.”", &["“Come,”", "“and stay.”"]);
        check("\"Come,\" he said--\"now!\"", &["\"Come,\"", "\"now!\""]);
        check("„Komm“, sagte er, »oder geh.«", &["„Komm“", "»oder geh.«"]);
        check("« Viens », dit-il.", &["« Viens »"]);
        check("‘I don’t know,’ she said.", &["‘I don’t know,’"]);
        check("“He said ‘No,’ and went.”", &["“He said ‘No,’ and went.”"]);
        check("the dogs’ tails, 5\" long, o’clock", &[]);
        check("“It goes on", &["“It goes on"]);
    }
}

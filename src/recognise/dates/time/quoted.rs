//! Letters that a history quotes and sets in: where the lines are not set in any more,
//! the history goes on.

use crate::date::Anchor;

/// How many blanks set a line in.
const BLANKS: &[u8] = b"  ";

/// How long a paragraph and its lines are at the most that are looked at.
const PARAGRAPH: usize = 2000;
const LINE: usize = 200;

/// Whether the text below the date line at `start` is set in: its first paragraph of
/// several lines is, whatever salute stands above it.
pub(super) fn is_set_in(text: &str, start: u32) -> bool {
    const SALUTES: usize = 3;
    let mut rest = &text.as_bytes()[start as usize..];
    for _ in 0..SALUTES {
        let near = &rest[..rest.len().min(LINE)];
        let Some(end) = memchr::memmem::find(near, b"\n\n") else { return false };
        rest = &rest[end..];
        let first = rest.iter().take(LINE).position(|byte| *byte != b'\n');
        let Some(first) = first else { return false };
        rest = &rest[first..];
        let line = rest.iter().take(LINE).position(|byte| *byte == b'\n');
        let Some(line) = line.filter(|_| rest.starts_with(BLANKS)) else { return false };
        let others = &rest[line + 1..];
        if !others.starts_with(b"\n") {
            let end = memchr::memmem::find(&others[..others.len().min(PARAGRAPH)], b"\n\n");
            let mut lines = others[..end.unwrap_or(0)].split(|byte| *byte == b'\n');
            return end.is_some() && lines.all(|line| line.starts_with(BLANKS));
        }
    }
    false
}

/// Whether a letter begins whose day is known.
pub(super) fn is_letter(anchor: &Anchor) -> bool {
    anchor.letter && anchor.date.is_some_and(|date| date.day().is_some())
}

/// Whether most letters of a text are set in.
pub(super) fn quotes_letters(text: &str, anchors: &[(u32, Anchor)]) -> bool {
    let letters = || anchors.iter().filter(|(_, anchor)| is_letter(anchor));
    let quoted = letters().filter(|(start, _)| is_set_in(text, *start)).count();
    quoted > 0 && quoted * 2 > letters().count()
}

/// Whether the line of the word at `at` is set in.
pub(super) fn is_in_set_in(text: &str, at: u32) -> bool {
    let before = &text.as_bytes()[..at as usize];
    let near = before.len().saturating_sub(PARAGRAPH);
    let line = memchr::memrchr(b'\n', &before[near..]).map(|end| near + end + 1);
    line.is_some_and(|line| text.as_bytes()[line..].starts_with(BLANKS))
}

#[cfg(test)]
mod tests {
    use super::{is_in_set_in, is_set_in};

    #[test]
    fn letters() {
        let quoted = "     Paris, May 4, 1875.\n\n     DEAR SIR,\n\n     I saw him on\n     Friday.\n\nOn \
                      May 10 he came.";
        assert!(is_set_in(quoted, 5));
        let at = |word: &str| u32::try_from(quoted.find(word).unwrap()).unwrap();
        assert!(is_in_set_in(quoted, at("Friday")) && !is_in_set_in(quoted, at("May 10")));
        assert!(!is_set_in(
            "     Paris, May 4, 1875.\n\n  DEAR SIR,\n\nI saw him on\nFriday.\n",
            5
        ));
    }
}

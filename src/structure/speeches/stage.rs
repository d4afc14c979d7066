//! Directions: what is seen on the stage, and no words that anybody says.

use crate::source::{Span, offset};

/// What such a line begins with if nothing is around it.
const BEGINNINGS: &[&str] = &[
    "Alarum", "Alarums", "Curtain", "Enter", "Enters", "Exeunt", "Exit", "Flourish", "Re-enter",
    "Reenter", "Sennet", "Tableau", "Vorhang", "Rideau", "ACT DROP", "CURTAIN", "ENTER", "EXEUNT",
    "EXIT", "RE-ENTER", "RIDEAU", "TABLEAU", "VORHANG", "THE CURTAIN", "The curtain",
    "Der Vorhang", "La toile", "Le rideau",
];

/// The marks of italics.
pub(super) const MARKS: [char; 3] = ['_', '$', '='];

/// Whether some lines are a direction and nothing else.
pub(super) fn is_direction(text: &str) -> bool {
    const LONGEST: usize = 300;
    is_enclosed(text) || is_italic(text) || text.len() <= LONGEST && begins(text)
}

/// Whether the first words are those of a direction: “Enter Rowley”.
pub(super) fn begins(text: &str) -> bool {
    let text = text.trim_start_matches(MARKS);
    BEGINNINGS.iter().any(|beginning| {
        let rest = text.strip_prefix(beginning);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
    })
}

/// Whether a line says that somebody comes or goes: “Enter Hamlet reading”, “Exeunt.”
pub(super) fn enters(line: &str) -> bool {
    let rest =
        ["Enter", "Exit", "Exeunt", "Re-enter"].iter().find_map(|word| line.strip_prefix(word));
    let rest = rest.map(|rest| rest.trim_start_matches(['.', ' ']));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_uppercase))
}

/// `(Sie geht.)`, `[Exit.]`, `[_Exeunt_.`
fn is_enclosed(text: &str) -> bool {
    const LONGEST: usize = 2000;
    if text.len() > LONGEST || !text.contains(char::is_lowercase) {
        return false;
    }
    let mut rest = text;
    while !rest.is_empty() {
        let inner = rest.trim_start_matches(MARKS);
        let Some(close) = inner.bytes().next().and_then(closing) else { return false };
        let Some(at) = memchr::memchr(close, inner.as_bytes()) else {
            // “[Exit.” stands at the end of the line in old books.
            return close == b']' && rest.len() == text.len() && !text.contains('\n');
        };
        rest = inner[at + 1..].trim_start_matches(MARKS).trim_start_matches('.');
        rest = rest.trim_start_matches(MARKS).trim_start();
    }
    true
}

/// What closes such a bracket.
pub(super) fn closing(open: u8) -> Option<u8> {
    match open {
        b'(' => Some(b')'),
        b'[' => Some(b']'),
        _ => None,
    }
}

/// `_She goes out._`
fn is_italic(text: &str) -> bool {
    let inner = text
        .strip_prefix('_')
        .and_then(|text| text.strip_suffix('_').or_else(|| text.strip_suffix("_.")));
    inner.is_some_and(|inner| !inner.contains('_') && inner.contains(' '))
}

/// The brackets that directions stand in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    pub round: bool,
    pub square: bool,
}

/// The directions in what somebody says: all in square brackets, those in round ones
/// that stand between sentences.
pub(super) fn within(text: &str, said: Span, brackets: Brackets) -> Vec<Span> {
    const LONGEST: usize = 600;
    let words = said.of(text).as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr2(b'(', b'[', &words[at..]) {
        let open = at + open;
        at = open + 1;
        let wanted = if words[open] == b'(' { brackets.round } else { brackets.square };
        if !wanted {
            continue;
        }
        let Some(close) = closing(words[open]) else { continue };
        let near = &words[at..words.len().min(at + LONGEST)];
        let Some(close) = memchr::memchr(close, near) else { continue };
        let end = at + close + 1;
        let span = Span::new(said.start + offset(open), said.start + offset(end));
        let before = Span::new(said.start, span.start).of(text);
        if tells(span.of(text)) && (words[open] == b'[' || is_between(before)) {
            found.push(span);
            at = end;
        }
    }
    found
}

/// Whether words stand in the brackets, and no mark of a note.
fn tells(bracketed: &str) -> bool {
    bracketed.chars().filter(|c| c.is_lowercase()).count() >= 3
        && !bracketed[1..].contains(['(', '['])
        && !bracketed.contains("\n\n")
}

/// Whether a sentence ended before it, or none began.
fn is_between(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '-', '—', '…', ')', ']', '”', '"', '»'])
}

//! Notes within a paragraph: `word [Footnote: what it means] goes on`.

use super::InlineNote;
use crate::notation::Notation;
use crate::source::{Span, offset};

static NUMBERED: Notation = Notation { id: "footnote", pattern: "[Footnote @n:text()]" };
static UNNUMBERED: Notation = Notation { id: "footnote-inline", pattern: "[Footnote:text()]" };
static NUMBERED_NOTE: Notation = Notation { id: "note", pattern: "[Note @n:text()]" };
static NOTE: Notation = Notation { id: "note-inline", pattern: "[Note:text()]" };

/// The notes within a block; what fills it stands for itself.
pub(super) fn notes_within(text: &str, block: Span) -> Vec<InlineNote> {
    let content = block.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memmem::find(&content.as_bytes()[at..], b"ote") {
        at += next + 3;
        let Some(note) = note_at(text, block, at) else { continue };
        at = (note.outer.end - block.start) as usize;
        if note.outer != block {
            found.push(note);
        }
    }
    found
}

/// The note whose word ends at `at`.
fn note_at(text: &str, block: Span, at: usize) -> Option<InlineNote> {
    let content = block.of(text);
    let (before, rest) = content.split_at(at);
    let (word, plain) = match () {
        () if before.ends_with("[Footnote") => ("[Footnote", &UNNUMBERED),
        () if before.ends_with("[Note") => ("[Note", &NOTE),
        () => return None,
    };
    let colon = rest.bytes().take(LABEL).position(|byte| byte == b':')?;
    let label = &rest[..colon];
    let name = label.strip_prefix(' ').map(str::to_owned);
    let named = name.as_ref().is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '*')
    });
    let notation = match (label.is_empty(), named, word) {
        (true, _, _) => plain,
        (_, true, "[Footnote") => &NUMBERED,
        // “[Note by: …]” has no number.
        _ if name.as_ref().is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit())) => {
            &NUMBERED_NOTE
        }
        _ => return None,
    };
    let start = at + colon + 1;
    let length = close(&content[start..])?;
    let place = |at: usize| block.start + offset(at);
    Some(InlineNote {
        name: name.filter(|_| named),
        outer: Span::new(place(at - word.len()), place(start + length + 1)),
        inner: Span::new(place(start), place(start + length)),
        notation,
    })
}

/// The most bytes of a label with its colon, and of a note.
const LABEL: usize = 8;
const LONGEST: usize = 4000;

/// Where the bracket stands that closes one that is open.
fn close(rest: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for at in memchr::memchr2_iter(b'[', b']', &rest.as_bytes()[..rest.len().min(LONGEST)]) {
        depth = if rest.as_bytes()[at] == b'[' { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return (at > 0).then_some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::notes_within;
    use crate::source::{Span, offset};

    fn notes(text: &str) -> Vec<(Option<String>, &str)> {
        let found = notes_within(text, Span::new(0, offset(text.len())));
        found.into_iter().map(|note| (note.name, note.inner.of(text))).collect()
    }

    #[test]
    fn within_words() {
        assert_eq!(
            notes("The Ham [Footnote: A [low] field.] and the clock[Footnote 2: A gift.]."),
            [(None, " A [low] field."), (Some("2".to_owned()), " A gift.")]
        );
        assert_eq!(notes("so [Note: not he] and so"), [(None, " not he")]);
    }

    #[test]
    fn no_notes() {
        for text in [
            "[Footnote 1: All of it.]",
            "a [Footnote",
            "a [Footnote 1: never",
            "[Footnotes: x] a",
            "Note: x",
        ] {
            assert!(notes(text).is_empty(), "{text}");
        }
    }
}

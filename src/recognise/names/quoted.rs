//! Titles of works in quotation marks.

use std::ops::Range;

use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// What stands before quotation marks around a word that is spoken of, or a name that
/// is only called so.
const NO_WORKS: &[&str] = &[
    "by", "call", "call'd", "called", "calls", "call’d", "christened", "dubbed", "exclaim",
    "exclaiming", "name", "names", "phrase", "pronounce", "pronounced", "signature", "signed",
    "styled", "surnamed", "term", "termed", "toast", "word", "words",
];

/// Whether words stand alone in quotation marks.
pub(super) fn is_quoted(words: Words<'_>, range: &Range<usize>) -> bool {
    let marks = |gap: &str, all: &[char]| gap.trim().starts_with(all);
    let (before, after) = (words.before(range.start), words.after(range.end - 1));
    range.start > 0
        && marks(before, &['“', '"', '«', '„', '‘', '»'])
        && before.starts_with([' ', '\n', '('])
        && !words.opens(range.start)
        && marks(after, &['”', '"', '»', '“', '’', '«'])
}

/// Whether words stand alone in quotation marks within a sentence, as the titles of
/// works do: her “Evelina,” at work upon "Oliver Twist", but “Emma!” he cried.
pub(super) fn is_entitled(words: Words<'_>, vocabulary: &Vocabulary, range: &Range<usize>) -> bool {
    let Some(last) = range.start.checked_sub(1) else { return false };
    let mut gap = words.before(range.start).chars();
    let (space, mark) = (gap.next(), gap.next());
    let close = match mark {
        Some('“') => '”',
        Some('‘') => '’',
        Some(mark @ ('"' | '\'')) => mark,
        _ => return false,
    };
    let opens = matches!(space, Some(' ' | '\n')) && gap.next().is_none();
    let after = words.after(range.end - 1);
    let after = after.strip_prefix([',', '.', ';', ':']).unwrap_or(after);
    let within = matches!(words.shape(last), Some(Shape::Lower | Shape::Clitic));
    opens
        && after.starts_with(close)
        && within
        && !vocabulary.cues(last).any(Cues::KIN | Cues::TO_WHOM)
        && !calls(words, vocabulary, last)
        && (range.len() > 1 || is_name_or_owned(words, vocabulary, range.start))
        && !range.clone().all(|at| matches!(words.shape(at), Some(Shape::Initial | Shape::Upper)))
}

/// Whether the words up to `last` say that somebody speaks or is called so: “named her”.
fn calls(words: Words<'_>, vocabulary: &Vocabulary, last: usize) -> bool {
    let whom = matches!(words.raw(last), "her" | "him" | "it" | "me" | "them" | "us" | "you");
    let verb = if whom { last.saturating_sub(1) } else { last };
    vocabulary.cues(verb).any(Cues::SPEECH | Cues::ALIAS)
        || NO_WORKS.binary_search(&words.raw(verb)).is_ok()
}

/// Whether a single word is no common one, or somebody’s: Byron’s “Poems”.
fn is_name_or_owned(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const OWNERS: &[&str] = &["her", "his", "my", "our", "their", "thy", "your"];
    let owner = words.shape(at - 1) == Some(Shape::Clitic) || OWNERS.contains(&words.raw(at - 1));
    let of = vocabulary.get(at).copied().unwrap_or_default();
    owner || !(of.known.common() || of.is_written_small())
}

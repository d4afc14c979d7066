//! The words at the end of a run that are no part of the name.

use std::ops::Range;

use super::is_ordinary;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// Where a name ends, and whether `Esq.` follows.
pub(super) fn end(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> (usize, bool) {
    let Range { start, mut end } = run;
    // “Amoda R 10”, “Antonio Rs 14”: a sum of money
    if end - start > 1
        && (words.shape(end - 1) == Some(Shape::Initial) || words.raw(end - 1) == "Rs")
        && words.after(end - 1) == " "
        && words.shape(end) == Some(Shape::Number)
    {
        end -= 1;
    }
    // “Karl X., König von Frankreich S. 74”
    if end - start > 1 && vocabulary.nouns_have_capitals && is_page(words, end - 1) {
        end -= 1;
    }
    // “Acton, Lord. II. 250”
    if end - start > 1 && is_volume(words, end - 1) {
        end -= 1;
    }
    let is_esquire = end - start > 1 && words.raw(end - 1).starts_with("Esq");
    end -= usize::from(is_esquire);
    // “Varnhagens Tagebücher”
    while end - start > 1
        && vocabulary.nouns_have_capitals
        && words.shape(end - 1) == Some(Shape::Capital)
        && is_ordinary(vocabulary.known(end - 1))
        && words.shape(end - 2) == Some(Shape::Capital)
        && !vocabulary.known(end - 2).forename()
        && !vocabulary.known(end - 2).heads_place()
        && !vocabulary.known(end - 1).heads_organisation()
        && vocabulary.known(end - 2).title().is_none()
        && !is_ordinary(vocabulary.known(end - 2))
    {
        end -= 1;
    }
    // “Miss Spence HAD gone”, “Sir Peter Hallam Dangerously Ill”
    let goes_on = |at: &usize| is_stressed(words, *at) || is_adverb(words, start, *at, vocabulary);
    end = (start + 1..end).find(goes_on).unwrap_or(end);
    // “of the County of Chester Gentleman”
    if end - start > 3 && is_after_place(words, start..end, vocabulary) {
        end -= 1;
    }
    // “JOURNAL D’UN ARPENTEUR”
    while end - start > 1 && ends_with_article(words, start, end - 1) {
        end -= 1;
    }
    // “Marombe N of Rovuma”: a direction
    // “Mt. Terror N. 3 W.”: a bearing
    let bearing = words.after(end - 1) == ". " && words.shape(end) == Some(Shape::Number);
    if end - start > 1
        && (bearing || words.after(end - 1).starts_with([' ', '\n']))
        && matches!(words.raw(end - 1), "N" | "S" | "E" | "W")
        && words.shape(end - 2) == Some(Shape::Capital)
        && vocabulary.known(end - 2).title().is_none()
    {
        end -= 1;
    }
    (end, is_esquire)
}

/// Whether word `at` is the number of a volume, and that of a page follows: `II. 250`.
pub(in crate::recognise::names) fn is_volume(words: Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    words.after(at) == ". "
        && words.shape(at + 1) == Some(Shape::Number)
        && words.raw(at + 1).len() <= LONGEST
        && words.raw(at).bytes().all(|c| matches!(c, b'I' | b'V' | b'X'))
}

/// Whether word `at` is a small one that has its capitals from stress, behind a name.
fn is_stressed(words: Words<'_>, at: usize) -> bool {
    const SMALL: &[&str] = &[
        "AND", "ARE", "CAN", "COULD", "DID", "DOES", "HAD", "HAS", "IS", "MUST", "NEVER", "NOT",
        "NOW", "SAID", "SHALL", "SHOULD", "WAS", "WERE", "WILL", "WOULD",
    ];
    words.shape(at - 1) == Some(Shape::Capital) && SMALL.binary_search(&words.raw(at)).is_ok()
}

/// Whether word `at` is an adverb behind the name of a person, which has its capital from a
/// heading.
fn is_adverb(words: Words<'_>, start: usize, at: usize, vocabulary: &Vocabulary) -> bool {
    const ENDINGS: &[&str] = &["antly", "ently", "fully", "ically", "ingly", "ively", "ously"];
    let first = vocabulary.known(start);
    ENDINGS.iter().any(|ending| words.raw(at).ends_with(ending))
        && words.shape(at) == Some(Shape::Capital)
        && is_ordinary(vocabulary.known(at))
        && (first.forename() || first.title().is_some())
        && !vocabulary.nouns_have_capitals
}

/// Whether a number follows the letter of a page or a part: `S. 74`, `T. II`.
fn is_page(words: Words<'_>, at: usize) -> bool {
    let number = words.shape(at + 1) == Some(Shape::Number);
    matches!(words.raw(at), "Bd" | "Nr" | "S" | "Sp") && number && words.after(at).starts_with('.')
}

/// Whether the last word of a name with “of” is a common one that goes on after a
/// place: the `Gentleman` of `County of Chester Gentleman`.
fn is_after_place(words: Words<'_>, name: Range<usize>, vocabulary: &Vocabulary) -> bool {
    let last = name.end - 1;
    let known = vocabulary.known(last);
    words.raw(last - 2) == "of"
        && vocabulary.known(name.start).heads_place()
        && words.shape(last) == Some(Shape::Capital)
        && is_ordinary(known)
        && !known.heads_organisation()
        && !is_ordinary(vocabulary.known(last - 1))
}

/// Whether word `last` of a heading in capitals is only an article or a particle.
fn ends_with_article(words: Words<'_>, first: usize, last: usize) -> bool {
    const SMALL: &[&str] = &[
        "D'", "DE", "DER", "DES", "DIE", "DU", "D’", "EIN", "EINE", "LA", "LE", "LES", "UN", "UNE",
    ];
    if words.shape(first) != Some(Shape::Upper) {
        return false;
    }
    let raw = words.raw(last);
    let word = raw.rsplit(['’', '\'']).next().unwrap_or(raw);
    SMALL.binary_search(&raw).is_ok()
        || SMALL.binary_search(&word).is_ok()
        || words.shape(last) == Some(Shape::Lower)
}

//! Which of two persons of one name is meant: the elder or the younger.

use std::ops::Range;

use crate::token::Words;

/// What parts father and son who have one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Generation {
    Elder,
    Younger,
}

/// What the last word of the name `range`, or the words after it, say: “Dumas
/// père”, “John Hartley, jun.”, “Pitt the Younger”.
pub(super) fn of(words: Words<'_>, range: &Range<usize>) -> Option<Generation> {
    let last = range.end.checked_sub(1).filter(|last| *last > range.start);
    let suffix = last.and_then(|last| suffix(words.raw(last)));
    let epithet = || last.and_then(|last| epithet(words, last.checked_sub(1)?));
    suffix.or_else(epithet).or_else(|| after(words, range.end))
}

/// What is said after the name that ends before word `at`.
fn after(words: Words<'_>, at: usize) -> Option<Generation> {
    match words.before(at) {
        " " => suffix(words.raw(at)).or_else(|| epithet(words, at)).or_else(|| french(words, at)),
        ", " => suffix(words.raw(at)).or_else(|| epithet(words, at)),
        _ => None,
    }
}

fn suffix(word: &str) -> Option<Generation> {
    match word {
        "Sen" | "Senior" | "Senr" | "Sr" | "sen" | "senior" | "senr" | "sr" => {
            Some(Generation::Elder)
        }
        "Jr" | "Jun" | "Junior" | "Junr" | "jr" | "jun" | "junior" | "junr" => {
            Some(Generation::Younger)
        }
        _ => None,
    }
}

/// “the elder”, also within the name: “Pliny the Elder”.
fn epithet(words: Words<'_>, the: usize) -> Option<Generation> {
    if words.raw(the) != "the" || words.before(the + 1) != " " {
        return None;
    }
    match words.raw(the + 1) {
        "Elder" | "elder" => Some(Generation::Elder),
        "Younger" | "younger" => Some(Generation::Younger),
        _ => None,
    }
}

/// “Dumas fils”, but not “Jean fils de Pierre”.
fn french(words: Words<'_>, at: usize) -> Option<Generation> {
    let whose = matches!(words.raw(at + 1), "de" | "du" | "d’" | "d'");
    match words.raw(at) {
        _ if whose => None,
        "père" => Some(Generation::Elder),
        "fils" => Some(Generation::Younger),
        _ => None,
    }
}

//! Letters and numbers of writings in German, French and the languages of the south
//! that are no names.

use crate::lexicon;
use crate::recognise::names::candidate::Candidate;
use crate::roman;
use crate::token::{Shape, Words};

/// Whether it is the second letter of an abbreviation of two words, or the letter of a
/// reference: the `B` of “z. B.”, the `O` of “a. a. O.”, the `S` of “S. die Anmerkung”.
pub(super) fn is_german_letter(words: Words<'_>, candidate: &Candidate) -> bool {
    const PAIRS: &[&str] =
        &["aD", "aM", "aO", "aR", "dJ", "dM", "dÄ", "iJ", "iR", "oJ", "vC", "vJ", "vM", "zB", "zT"];
    // What is to be seen: “S. auch”.
    const SEEN: &[&str] =
        &["auch", "das", "den", "die", "dort", "hierzu", "oben", "unten", "weiter"];
    let at = candidate.words.start;
    if candidate.words.len() > 1 || words.shape(at) != Some(Shape::Initial) {
        return false;
    }
    let pair = at > 0 && matches!(words.before(at), "." | ". " | ".\n") && {
        let pair = [words.raw(at - 1), words.raw(at)].concat();
        PAIRS.binary_search(&pair.as_str()).is_ok()
    };
    let seen = words.raw(at) == "S"
        && words.after(at).starts_with('.')
        && SEEN.binary_search(&words.raw(at + 1)).is_ok();
    pair || seen
}

/// Whether it is the letters of a majesty or a highness: `S. M.`, `S. A. R.`, `LL. MM.`
pub(super) fn is_majesty(words: Words<'_>, candidate: &Candidate) -> bool {
    let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
    matches!(letters.as_str(), "LLAA" | "LLMM" | "SAI" | "SAR" | "SAS" | "SM" | "SMI" | "VM")
}

/// Whether it is a part of a writing and its number: `CAPITOLO VIII`, `T. XII`.
pub(super) fn is_part(words: Words<'_>, candidate: &Candidate) -> bool {
    const PARTS: &[&str] = &[
        "Acte", "Atto", "Band", "Buch", "Capitolo", "Capitulo", "Capítulo", "Chant", "Chapitre",
        "Deel", "Hoofdstuk", "Kapitel", "Lettera", "Lettre", "Libro", "Livre", "Parte", "Partie",
        "Scena", "Scène", "T", "Teil", "Theil", "Tom", "Tome", "Tomo",
    ];
    let at = candidate.words.start;
    let part = lexicon::proper_case(words.raw(at));
    candidate.words.len() == 2
        && PARTS.binary_search(&&*part).is_ok()
        && words.raw(at + 1).chars().all(char::is_uppercase)
        && roman::numeral(words.raw(at + 1)).is_some()
}

/// Whether it is the manuscript of a library: “Ms. de Paris”.
pub(super) fn is_manuscript(words: Words<'_>, candidate: &Candidate) -> bool {
    matches!(words.raw(candidate.words.start), "Ms" | "Mss")
}

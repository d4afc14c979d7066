//! Texts in capitals throughout, where a capital tells nothing.

use super::is_ordinary;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// How many words in capitals on end make a text that is in capitals throughout,
/// such as a telegram.
const THROUGHOUT: usize = 7;

/// Whether word `at` is one that is written small, were it not for a text that is in
/// capitals throughout.
pub(super) fn is_small_in_capitals(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let known = vocabulary.known(at);
    words.shape(at) == Some(Shape::Upper)
        && is_ordinary(known)
        && !vocabulary.known(at + 1).closes_organisation()
        && is_in_capitals(words, at)
}

/// Whether word `at` stands in a text in capitals throughout.
pub(super) fn is_in_capitals(words: Words<'_>, at: usize) -> bool {
    let capitals = |at: usize| {
        let word = words.shape(at) != Some(Shape::Initial) || words.raw(at) == "A";
        word && !words.raw(at).contains(char::is_lowercase)
    };
    let within = |at: usize| capitals(at) && !words.opens(at);
    let before = (at.saturating_sub(THROUGHOUT)..=at).rev().take_while(|at| within(*at)).count();
    let after =
        (at + 1..words.tokens.len().min(at + THROUGHOUT)).take_while(|at| within(*at)).count();
    before + after >= THROUGHOUT
}

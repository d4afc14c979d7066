//! The capitalized words of a text, each once, and what is known of them.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lexicon::{self, Known};
use crate::token::{Shape, Words};

/// The capitalized words of a text.
pub(super) struct Types<'t> {
    words: Words<'t>,
    /// For each word of the text its type, or [`NONE`].
    of_word: Vec<u32>,
    types: Vec<Type>,
}

/// A word form with a capital.
#[derive(Clone, Debug, Default)]
pub(super) struct Type {
    /// What the lists say of it.
    pub known: Known,
    /// How often the text has it written small.
    pub small: u32,
    /// How often it has a capital that no sentence gave it.
    pub inside: u32,
    /// How often it stood in a place that only a person can have.
    pub person: u32,
    /// How often after a preposition of place.
    pub place: u32,
    /// How often after an article.
    pub article: u32,
    /// How often after a word such as “magazine” or “author of”.
    pub work: u32,
}

const NONE: u32 = u32::MAX;

impl<'t> Types<'t> {
    pub(super) fn of(words: Words<'t>) -> Self {
        let mut index: FxHashMap<Cow<'t, str>, u32> = FxHashMap::default();
        let mut types: Vec<Type> = Vec::new();
        let mut small: FxHashMap<String, u32> = FxHashMap::default();
        let of_word = (0..words.tokens.len())
            .map(|at| {
                if !matches!(words.shape(at), Some(Shape::Capital | Shape::Upper | Shape::Initial))
                {
                    return NONE;
                }
                let form = words.form(at);
                if let Some(known) = index.get(&form) {
                    return *known;
                }
                let number = u32::try_from(types.len()).unwrap_or(NONE);
                let shown = proper_case(&form);
                types.push(Type { known: lexicon::look_up(&shown), ..Type::default() });
                small.entry(form.to_lowercase()).or_insert(number);
                index.insert(form, number);
                number
            })
            .collect();
        let mut all = Self { words, of_word, types };
        all.count_small(&small);
        all
    }

    /// Counts how often each form stands in the text written small.
    fn count_small(&mut self, small: &FxHashMap<String, u32>) {
        for (at, token) in self.words.tokens.iter().enumerate() {
            if token.shape == Shape::Lower {
                if let Some(number) = small.get(self.words.raw(at)) {
                    self.types[*number as usize].small += 1;
                }
            }
        }
    }

    /// The type of word `at`, if that has a capital.
    pub(super) fn get(&self, at: usize) -> Option<&Type> {
        self.types.get(*self.of_word.get(at)? as usize)
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Type> {
        self.types.get_mut(*self.of_word.get(at)? as usize)
    }

    /// What the lists say of word `at`.
    pub(super) fn known(&self, at: usize) -> Known {
        self.get(at).map(|of| of.known).unwrap_or_default()
    }
}

/// `GIDE` as `Gide`, `JEAN-PAUL` as `Jean-Paul`; `NRF`, which has few letters,
/// as it is.
pub(in crate::recognise) fn proper_case(form: &str) -> Cow<'_, str> {
    let all_capitals = form.chars().count() > 3 && form.chars().all(|c| !c.is_lowercase());
    if !all_capitals {
        return Cow::Borrowed(form);
    }
    let mut begins = true;
    let letters = form.chars().flat_map(|c| {
        let letter = if begins { c.to_string() } else { c.to_lowercase().collect() };
        begins = !c.is_alphabetic();
        letter.chars().collect::<Vec<_>>()
    });
    Cow::Owned(letters.collect())
}

#[cfg(test)]
mod tests {
    use super::proper_case;

    #[test]
    fn capitals() {
        assert_eq!(proper_case("GIDE"), "Gide");
        assert_eq!(proper_case("JEAN-PAUL"), "Jean-Paul");
        assert_eq!(proper_case("O’BRIEN"), "O’Brien");
        assert_eq!(proper_case("NRF"), "NRF");
        assert_eq!(proper_case("McLeod"), "McLeod");
    }
}

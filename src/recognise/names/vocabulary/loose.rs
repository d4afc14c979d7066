//! Texts that are free with capitals.

use super::Type;
use crate::token::{Shape, Words};

/// One in so many words has a capital for no reason.
const SHARE: usize = 60;

/// Whether many ordinary words have a capital in the middle of a sentence that
/// they do without elsewhere.
pub(super) fn capitals_are_loose(words: Words<'_>, of_word: &[u32], types: &[Type]) -> bool {
    let (mut small, mut loose) = (0_usize, 0_usize);
    let mut last = Shape::Number;
    for (at, token) in words.tokens.iter().enumerate() {
        small += usize::from(token.shape == Shape::Lower);
        if token.shape == Shape::Capital && last == Shape::Lower && words.before(at) == " " {
            let of = types.get(of_word[at] as usize).copied().unwrap_or_default();
            loose += usize::from(of.known.common() && of.small >= of.count);
        }
        last = token.shape;
    }
    loose * SHARE > small
}

#[cfg(test)]
mod tests {
    use crate::recognise::names::vocabulary::Vocabulary;
    use crate::token::{Words, tokenize};

    fn loose(text: &str) -> bool {
        let tokens = tokenize(text);
        Vocabulary::of(Words { text, tokens: &tokens }).capitals_are_loose
    }

    #[test]
    fn tells_a_free_hand() {
        let small = "the men had some meat and a skin, the river was strong, and so it went on";
        assert!(loose(&format!("{small}. the Men had Some meat and the River was So strong")));
        assert!(!loose(&format!("{small}. Some men had meat, and the river was so strong")));
    }
}

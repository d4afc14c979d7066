//! Annals, whose entries are written by others and later: they tell what came after the
//! day of an entry as they tell what went before it.

use crate::token::Words;

/// How many entries annals have at least.
const MANY: usize = 100;

/// In how many words a diary says “I” or “we” once, at the most.
const SELDOM: usize = 250;

/// The words by which the writer of a diary speaks of himself, small.
const FIRST_PERSON: &[&str] =
    &["i", "ich", "j", "je", "me", "mich", "mir", "my", "nous", "our", "uns", "us", "we", "wir"];

/// Whether a text with so many entries is one in which hardly anybody speaks of himself.
pub(super) fn is_annals(words: Words<'_>, entries: usize) -> bool {
    if entries < MANY {
        return false;
    }
    let all = words.tokens.len();
    let speaks = |word: &&str| FIRST_PERSON.iter().any(|known| known.eq_ignore_ascii_case(word));
    let raw = (0..all).map(|at| words.raw(at)).filter(|word| word.len() <= 4);
    raw.filter(speaks).count() * SELDOM < all
}

#[cfg(test)]
mod tests {
    use super::is_annals;
    use crate::token::{Words, tokenize};

    #[test]
    fn who_speaks() {
        let told = |text: &str, entries| {
            let text = text.repeat(200);
            let tokens = tokenize(&text);
            is_annals(Words { text: &text, tokens: &tokens }, entries)
        };
        assert!(told("3.--Died, at Thorpe, John Hale. ", 100));
        assert!(!told("3.--Died, at Thorpe, John Hale. ", 20));
        assert!(!told("3.--I rode to Thorpe. ", 100));
    }
}

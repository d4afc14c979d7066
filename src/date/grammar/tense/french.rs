//! What is told of time in French only.

use super::super::Parser;
use super::is_in;
use super::words::GOING_IN_FRENCH;

impl Parser<'_> {
    /// Whether the word is a French verb of what is to come.
    pub(super) fn is_french_future(self, index: usize, word: &str) -> bool {
        const NOUNS: &[&str] = &[
            "affront", "assez", "barons", "bras", "caméra", "embarras", "environs", "front",
            "opéra", "patrons",
        ];
        let future = word.len() >= 4
            && ["rai", "ras", "ra", "rons", "rez", "ront"].iter().any(|end| word.ends_with(end))
            && !NOUNS.contains(&word);
        (future || is_in(GOING_IN_FRENCH, word)) && self.is_french(index)
    }

    /// Whether the words around word `index` are French.
    pub(in crate::date::grammar) fn is_french(self, index: usize) -> bool {
        const NEAR: usize = 8;
        const FRENCH: &[&str] = &[
            "a", "ai", "au", "aux", "avec", "avons", "ce", "ces", "chez", "dans", "de", "des",
            "du", "elle", "est", "et", "il", "ils", "j", "je", "l", "la", "le", "les", "lui", "ma",
            "mais", "me", "mon", "ne", "nous", "où", "par", "pas", "pour", "que", "qui", "sa",
            "se", "son", "soir", "sur", "très", "un", "une", "vous", "à", "été", "était",
        ];
        let near = index.saturating_sub(NEAR)..index + NEAR;
        let french = |at: &usize| {
            let word = self.words.raw(*at).to_lowercase();
            *at != index && FRENCH.contains(&word.split(['’', '\'']).next().unwrap_or_default())
        };
        near.filter(french).take(2).count() == 2
    }
}

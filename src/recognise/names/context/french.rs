//! What the words before a name say of it in French.

use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::Words;

/// What stands before a name in a French text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::recognise::names) struct French {
    /// Whether it is what a nobleman, or who is addressed, is of: `le duc de Rovigo`.
    pub ennobled: bool,
    /// Whether it is what a king or an ambassador is of: `le roi de Prusse`.
    pub ruled: bool,
    /// Whether it belongs to the word before it, so that a verb after it tells nothing:
    /// “l’électeur de Bade reçut”.
    pub governed: bool,
    /// Whether an article of several stands before it: `les Delorme`.
    pub several: bool,
}

/// What the word before word `start` and those before that say of it.
pub(super) fn before(words: Words<'_>, vocabulary: &Vocabulary, start: usize) -> French {
    let Some(last) = start.checked_sub(1).filter(|_| vocabulary.is_french) else {
        return French::default();
    };
    French {
        ennobled: is_ennobled(words, last, vocabulary.known(start).country()),
        ruled: is_ruled(words, last),
        governed: matches!(words.raw(last), "d’" | "d'" | "de" | "des" | "du"),
        several: matches!(words.raw(last), "Aux" | "Les" | "aux" | "des" | "les"),
    }
}

/// Whether a small title of nobility, or an address, stands before the particle at word
/// `at`: “le duc de Rovigo”, “madame de Senneval”, “le maréchal de la Morinière”, but a
/// `country` has its marshals.
fn is_ennobled(words: Words<'_>, at: usize, country: bool) -> bool {
    const NOBLE: &[&str] = &[
        "baron", "baronne", "chevalier", "comte", "comtesse", "duc", "duchesse", "marquis",
        "marquise", "prince", "princesse", "sieur", "vicomte", "vicomtesse",
    ];
    const OTHERS: &[&str] = &[
        "abbé", "amiral", "cardinal", "colonel", "général", "madame", "mademoiselle", "maréchal",
        "maréchale", "mesdames", "messieurs", "monsieur",
    ];
    let article = usize::from(matches!(words.raw(at), "l’" | "l'" | "la"));
    let Some(at) = at.checked_sub(article) else { return false };
    let particle = matches!(words.raw(at), "de" | "d’" | "d'" | "du");
    let title = |title: usize| {
        NOBLE.binary_search(&words.raw(title)).is_ok()
            || (!country && OTHERS.binary_search(&words.raw(title)).is_ok())
    };
    particle && words.before(at) == " " && at.checked_sub(1).is_some_and(title)
}

/// Whether a word for a ruler or an envoy stands before the particle at word `at`: “le
/// roi de Prusse”.
fn is_ruled(words: Words<'_>, at: usize) -> bool {
    const RULERS: &[&str] = &[
        "ambassadeur", "ambassadrice", "cour", "empereur", "impératrice", "ministre", "reine",
        "roi", "rois", "tsar",
    ];
    let particle = matches!(words.raw(at), "de" | "d’" | "d'" | "des" | "du");
    particle
        && at.checked_sub(1).is_some_and(|ruler| {
            words.before(at) == " " && RULERS.binary_search(&words.raw(ruler)).is_ok()
        })
}

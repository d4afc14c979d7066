//! Which language a text is in.

use crate::token::{Shape, Words};

/// Frequent words. Some are those of two languages: what a text is in is told
/// by all of them together.
const FREQUENT: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "and", "of", "to", "was", "with", "that", "his", "which", "had", "they", "from",
            "have", "this",
        ],
    ),
    (
        "fr",
        &[
            "le", "et", "les", "des", "est", "dans", "une", "qui", "que", "pas", "avec", "sur",
            "pour", "était", "du", "là", "il", "elle", "je", "nous", "mais", "on", "au",
        ],
    ),
    (
        "de",
        &[
            "der", "und", "die", "das", "ist", "nicht", "mit", "ein", "ich", "von", "den", "auf",
            "zu", "sich", "bei",
        ],
    ),
    ("it", &["il", "che", "di", "della", "per", "non", "sono", "gli", "nel", "più", "una", "con"]),
    (
        "es",
        &["el", "los", "las", "por", "una", "más", "pero", "muy", "había", "del", "con", "como"],
    ),
    ("nl", &["het", "een", "van", "niet", "zijn", "dat", "maar", "ook", "naar", "wij", "werd"]),
    ("la", &["et", "est", "cum", "quod", "ad", "non", "sed", "qui", "ut", "esse", "enim"]),
];

/// How many words are looked at.
const SAMPLE: usize = 5_000;

/// The code of the language most of whose frequent words the text has, or
/// `und` if it has few of any (BCP 47).
pub(super) fn language(words: Words<'_>) -> &'static str {
    let mut counts = [0_usize; FREQUENT.len()];
    let mut total = 0_usize;
    for (index, token) in words.tokens.iter().enumerate().take(SAMPLE) {
        if token.shape != Shape::Lower {
            continue;
        }
        total += 1;
        let word = words.raw(index);
        for (count, (_, frequent)) in counts.iter_mut().zip(FREQUENT) {
            *count += usize::from(frequent.contains(&word));
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let mut best = counts.iter().zip(FREQUENT).filter(|(count, _)| **count == most);
    match (best.next(), best.next()) {
        (Some((_, (code, _))), None) if most >= 3 && most * 20 >= total => code,
        _ => "und",
    }
}

#[cfg(test)]
mod tests {
    use super::language;
    use crate::token::{Words, tokenize};

    #[test]
    fn languages() {
        let of = |text: &str| language(Words { text, tokens: &tokenize(text) });
        assert_eq!(of("It was the best of times, and they had all of it."), "en");
        assert_eq!(of("Il est venu dans la maison avec les enfants et une amie"), "fr");
        assert_eq!(of("Ich bin mit der Bahn und nicht mit dem Wagen gekommen"), "de");
        assert_eq!(of("On est là et qui est venu"), "fr");
        assert_eq!(of("Non est qui et non est"), "la");
        assert_eq!(of("1 Mtawatawe 2 Maromba 3 Janga"), "und");
        assert_eq!(of(""), "und");
    }
}

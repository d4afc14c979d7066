//! How those who sign are named.

/// What stands before a signature that was copied: “[signed] A. Holt”.
const SIGNED: &[&str] = &[
    "(Signed)", "(signed)", "(Signed:)", "(sgd.)", "(Sgd.)", "(sd.)", "(Sd.)", "[Signed]",
    "[signed]", "[Signed:]", "[signed:]", "[sgd.]", "[Sgd.]", "Signed,", "Signed:", "signed:",
    "Sgd.", "/s/", "/S/", "s/", "Signé,", "Signé :", "Signé:", "(Signé)", "(signé)", "[signé]",
    "[Signé]", "gez.", "(gez.)", "[gez.]", "Gez.",
];

/// The name after the word that says it is a signature.
pub(in crate::structure) fn signed_name(text: &str) -> Option<&str> {
    let name = SIGNED.iter().find_map(|signed| text.strip_prefix(signed))?.trim();
    (!name.is_empty()).then_some(name)
}

/// Whether a line could be a signature: a few capitalized words or initials.
pub(in crate::structure) fn is_signature(text: &str) -> bool {
    const FOR: &[&str] = &[
        "For ", "for ", "i. V. ", "i.V. ", "i. A. ", "i.A. ", "ppa. ", "p.p. ", "per pro. ", "p. ",
    ];
    let text = signed_name(text).unwrap_or(text).trim();
    let text = FOR.iter().find_map(|start| text.strip_prefix(start)).unwrap_or(text);
    let words = text.split_whitespace().count();
    let ranked = text.starts_with("Le ") || text.starts_with("La ");
    (1..=5).contains(&words)
        && text.len() <= 48
        && !text.contains(['?', ':', ';', '“', '"'])
        && !["To ", "TO ", "An ", "À "].iter().any(|to| text.starts_with(to))
        && text.split_whitespace().all(|word| {
            word.trim_start_matches(['_', '(', '['])
                .starts_with(|c: char| c.is_uppercase() || c == '-')
                || matches!(word, "de" | "von" | "van" | "and" | "&" | "the")
                || ranked && RANKS.contains(&word)
        })
}

/// What stands between the article and the name of who signs in French: “Le comte de
/// Rives”.
const RANKS: &[&str] = &[
    "abbé", "baron", "baronne", "capitaine", "cardinal", "chevalier", "colonel", "comte",
    "comtesse", "directeur", "duc", "duchesse", "général", "maire", "marquis", "marquise",
    "maréchal", "ministre", "préfet", "président", "présidente", "prince", "princesse",
    "secrétaire", "vicomte", "vicomtesse",
];

/// Initials with or without stops: “M. R. M.”, “ABH”.
pub(super) fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (1..=4).contains(&letters)
        && text.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' ' | ','))
}

/// Whether a line is all the formula there is in German: “Dein Karl”, “Ihre treue
/// Rosa.”, “Euer [F. Engels.]”
pub(super) fn is_own(text: &str) -> bool {
    const YOURS: &[&str] = &["Dein", "Deine", "Ihr", "Ihre", "Euer", "Eure", "Eur"];
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| YOURS.contains(&first)) && words.count() <= 5
}

/// Whether a line under a name says what office he had who signed: “Curator of
/// Manuscripts”, “Secretary to the Committee”.
pub(in crate::structure) fn is_office(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "of", "the", "for", "to", "and", "in", "at", "on", "de", "du", "des", "la", "le", "les",
        "et", "der", "die", "das", "des", "und", "für", "im", "am", "beim", "von", "vom", "zu",
        "&", "-", "–", "i.", "d.", "u.", "a.",
    ];
    let small = |word: &str| SMALL.contains(&word);
    let capital =
        |word: &str| word.trim_start_matches(['(', '"', '“']).starts_with(char::is_uppercase);
    let words = || text.split_whitespace();
    words().count() <= 9
        && text.len() <= 64
        && words().next().is_some_and(|word| capital(word) || matches!(word, "for" | "für"))
        && words()
            .all(|word| small(word) || capital(word) || word.bytes().all(|b| b.is_ascii_digit()))
        && !text.ends_with(['?', '!', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::{is_office, is_signature};

    #[test]
    fn signatures() {
        assert!(is_signature("(sgd.) M. W. PERRIN"));
        assert!(is_signature("(Signed) A. HOLT, Chairman"));
        assert!(is_signature("[signed] Arthur Lovelace") && is_signature("/s/ H. B. Aldous"));
        assert!(is_signature("Le comte DE RIVES.") && !is_signature("Le comte est venu."));
        assert!(is_signature("L. VAN BEETHOVEN,") && is_signature("M. R. M."));
        assert!(!is_signature("(Signed) in the presence of two witnesses"));
        assert!(!is_signature("We met in front of the entrance."));
    }

    #[test]
    fn offices() {
        assert!(is_office("Curator of Manuscripts") && is_office("for the Director"));
        assert!(!is_office("He died in May") && !is_office("There is no more to say."));
    }
}

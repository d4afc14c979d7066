//! What the shape and the ending of a word tell.

use crate::lexicon;

/// `Marxism`, `Trotskyists`, `Rosaceae`: what people believe, those who do, and
/// kinds of living things.
pub(super) fn is_abstract(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ism", "isms", "isme", "ismus", "ist", "ists", "iste", "istes", "ianity", "ologie",
        "ology", // Families of plants and animals
        "aceae", "atae", "idae", "phyta", "poda", "ptera", "zoa",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `Vassilenko`, `Ardelescu`, `Gunnarsson`: built as surnames are in the
/// languages that make them of forenames.
pub(super) fn is_like_surnames(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "adze", "akis", "chez", "eff", "elli", "enko", "escu", "etti", "eva", "guez", "ieff",
        "oglu", "off", "opoulos", "ov", "ova", "poulos", "quist", "shvili", "skaya", "skii",
        "skij", "skoy", "ski", "sky", "sson", "tsky", "ucci", "ev", "vich", "vitch", "wicz",
        "witsch",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `Soliman-Pacha`, `Clot-Bey`
pub(super) fn is_honoured(word: &str) -> bool {
    const TITLES: &[&str] = &["Aga", "Bey", "Effendi", "Khan", "Pacha", "Pascha", "Pasha"];
    word.rsplit_once('-').is_some_and(|(_, title)| TITLES.contains(&title))
}

/// `CFPalmer`: initials that no space parts from the surname.
pub(super) fn has_initials(word: &str) -> bool {
    const SHORTEST: usize = 3;
    let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &word.as_bytes()[capitals..];
    (2..=4).contains(&capitals) && rest.len() >= SHORTEST && rest.iter().all(u8::is_ascii_lowercase)
}

pub(super) fn is_french_place(word: &str) -> bool {
    const JOINTS: &[&str] =
        &["-aux-", "-en-", "-la-", "-le-", "-les-", "-lès-", "-sous-", "-sur-", "-devant-"];
    ["Notre-Dame-", "Saint-", "Sainte-"].iter().any(|first| word.starts_with(first))
        || JOINTS.iter().any(|joint| word.contains(joint))
}

/// `Fleet-street`, `Tyburn-gate`: as printers once wrote them.
pub(super) fn is_hyphened_place(word: &str) -> bool {
    const HEADS: &[&str] = &[
        "alley", "bridge", "court", "field", "fields", "garden", "gardens", "gate", "green",
        "hall", "heath", "hill", "house", "lane", "market", "park", "place", "road", "row",
        "square", "street", "terrace", "wharf", "yard",
    ];
    word.rsplit_once('-').is_some_and(|(name, head)| {
        HEADS.binary_search(&head).is_ok() && !lexicon::is_common(&name.to_lowercase())
    })
}

/// `Julienstraße`, `Votivkirche`, `Nußdorf`
pub(super) fn is_german_place(word: &str) -> bool {
    const ENDINGS: &[&str] =
        &["brücke", "dorf", "gasse", "hausen", "kirche", "kirchen", "platz", "straße", "strasse"];
    word.len() > 7 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `Belgravian`, `Walpolean`, `Miltonic`: made of a name.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ian", "ians", "ean", "eans", "ese", "esque", "ish", "like"];
    word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `Yat-sen`, `Chih-tung`: two syllables, the second small.
pub(super) fn is_romanised(word: &str) -> bool {
    const LONGEST: usize = 6;
    let Some((first, second)) = word.split_once('-') else { return false };
    let syllable = |part: &str| {
        (1..=LONGEST).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphabetic())
    };
    syllable(first)
        && syllable(second)
        && second.starts_with(|c: char| c.is_ascii_lowercase())
        // “Govern-ment”
        && !lexicon::is_common(&[first, second].concat().to_lowercase())
}

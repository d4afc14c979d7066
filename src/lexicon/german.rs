//! The words of German, inflected, compounded, and spelled as they once were.

use std::sync::LazyLock;

use super::Language;

/// A shorter word may be a name that looks like a compound.
const COMPOUND: usize = 9;

static GERMAN: Language = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/german_words.fst"));
    fst::Set::new(bytes.as_slice()).expect("the build script wrote it")
});

/// Whether a word with small letters is a German one: no name, though German
/// writes nouns with capitals.
pub(crate) fn is_german(lower: &str) -> bool {
    const SHORTEST_PART: usize = 3;
    // `Amtsgericht`, `Straßenbahn`
    const JOINTS: &[&str] = &["s", "n", "en"];
    let folded = lower.replace('ß', "ss");
    let has = |word: &str| GERMAN.contains(word);
    if has(&folded) {
        return true;
    }
    // A compound: `Muttersbruder`.
    let joints = folded.char_indices().map(|(at, _)| at);
    let mut joints = joints.filter(|at| *at >= SHORTEST_PART && folded.len() - at > SHORTEST_PART);
    joints.any(|at| {
        let (head, tail) = folded.split_at(at);
        let joint = |joint: &&str| head.strip_suffix(*joint).is_some_and(has);
        // “Schmolke” is no compound of “Sch.”
        let spoken = head.contains(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü']);
        spoken && has(tail) && (has(head) || JOINTS.iter().any(joint))
    })
}

/// Whether a word with small letters is a German one with an ending: `briefen`,
/// `wäldern`, `gewehrschüssen`.
pub(crate) fn is_german_inflected(lower: &str) -> bool {
    is_inflected(lower)
        || is_derived(lower)
        || modern_german(lower).is_some_and(|new| {
            GERMAN.contains(&new)
                || is_inflected(&new)
                || is_derived(&new)
                || (new.len() >= COMPOUND && is_german(&new))
        })
}

/// Whether a word with small letters is the plural of a German noun, and no word as it stands:
/// `spuren`, `bäumen`, `gräber`.
pub(crate) fn is_german_plural(lower: &str) -> bool {
    const VOWELS: [char; 3] = ['ä', 'ö', 'ü'];
    if is_plain_german(lower) || !is_inflected(lower) {
        return false;
    }
    let one = |ending: &&str| lower.strip_suffix(*ending).is_some_and(is_plain_german);
    lower.contains(VOWELS) || (lower.ends_with("en") && ["en", "n"].iter().any(one))
}

/// Whether its ending makes it a noun: `gesandtschaften`, `inselchen`,
/// `grossfürstin`.
fn is_derived(lower: &str) -> bool {
    const SHORTEST: usize = 8;
    // Towns have names that look like plurals: `Melsungen`.
    const SHORTEST_PLURAL: usize = 12;
    const ENDINGS: &[&str] = &[
        "heit", "heiten", "ität", "itäten", "keit", "keiten", "schaft", "schaften", "ation",
        "ationen", "ung",
    ];
    const SMALL: usize = 5;
    let ends = |ending: &&str| lower.ends_with(ending);
    if lower.len() >= SHORTEST && ENDINGS.iter().any(ends) {
        return true;
    }
    if lower.len() >= SHORTEST_PLURAL && lower.ends_with("ungen") {
        return true;
    }
    let small = lower.strip_suffix("chen").or_else(|| lower.strip_suffix("lein"));
    small.is_some_and(|stem| stem.len() >= SMALL && is_german(stem))
}

/// A German word as it is spelled now: `hülfe`, `mittheilung`, `verhältniß`,
/// `capitel`, `studiren`, `excellenz`, `ueberfluß`, `schaam`, `wolcke`.
pub(crate) fn modern_german(lower: &str) -> Option<String> {
    const SHORTEST: usize = 3;
    // Of short words there are too many that become another.
    const LONG: usize = 5;
    let folded = lower.replace('ß', "ss");
    let mut new = folded.clone();
    for (old, modern) in [("th", "t"), ("hülf", "hilf"), ("ähr", "är")] {
        respell(&mut new, old, modern);
    }
    // “Freyheit”, “Styl”, but “Geyer” is a name.
    if !new.contains("eye") {
        respell(&mut new, "y", "i");
    }
    for (old, modern) in [("ae", "ä"), ("oe", "ö"), ("ue", "ü")] {
        if let Some(rest) = new.strip_prefix(old) {
            new = format!("{modern}{rest}");
        }
    }
    if new.len() >= LONG {
        for (old, modern) in [
            ("aam", "am"),
            ("aar", "ar"),
            ("oos", "os"),
            ("lck", "lk"),
            ("nck", "nk"),
            ("rck", "rk"),
        ] {
            respell(&mut new, old, modern);
        }
    }
    if let Some(stem) = new.strip_suffix("niss") {
        new = format!("{stem}nis");
    }
    if let Some(stem) = new.strip_suffix("iren").filter(|stem| !stem.ends_with('i')) {
        new = format!("{stem}ieren");
    }
    if new.len() >= LONG {
        new = with_modern_c(&new);
    }
    (new != folded && new.len() >= SHORTEST).then_some(new)
}

/// Most words have nothing to replace.
fn respell(word: &mut String, old: &str, modern: &str) {
    if word.contains(old) {
        *word = word.replace(old, modern);
    }
}

/// `capitel` with a k, `excellenz` with a z; `ch` and `ck` stay.
fn with_modern_c(word: &str) -> String {
    let mut letters = word.chars().peekable();
    let mut modern = String::with_capacity(word.len());
    while let Some(letter) = letters.next() {
        modern.push(match (letter, letters.peek()) {
            ('c', Some('h' | 'k')) => 'c',
            ('c', Some('e' | 'i' | 'ä' | 'ö')) => 'z',
            ('c', _) => 'k',
            _ => letter,
        });
    }
    modern
}

fn is_inflected(lower: &str) -> bool {
    const SHORTEST: usize = 3;
    let folded = lower.replace('ß', "ss");
    let has = |stem: &str| {
        stem.len() >= SHORTEST
            && (GERMAN.contains(stem) || (stem.len() >= COMPOUND && is_german(stem)))
    };
    let plain =
        ["en", "es", "em", "n", "e"].iter().filter_map(|ending| folded.strip_suffix(ending));
    // “Verhältnisse”, “Freundinnen”
    let doubled = ["se", "sen", "ses"].iter().filter_map(|ending| folded.strip_suffix(ending));
    let of_women = folded.strip_suffix("nen").filter(|stem| stem.ends_with("in"));
    let doubled = doubled.filter(|stem| stem.ends_with("nis")).chain(of_women);
    if plain.chain(doubled).any(has) {
        return true;
    }
    // The vowel of a plural: “Wälder”, “Züge”, “Gräben”
    folded.contains(['ä', 'ö', 'ü']) && {
        let one = folded.replace('ä', "a").replace('ö', "o").replace('ü', "u");
        let endings = ["", "e", "en", "er", "ern", "n"];
        endings.iter().filter_map(|ending| one.strip_suffix(ending)).any(has)
    }
}

/// Whether a word with small letters is in the list of German words as it stands.
pub(crate) fn is_plain_german(lower: &str) -> bool {
    GERMAN.contains(lower.replace('ß', "ss"))
}

#[cfg(test)]
mod tests {
    use super::{is_german, is_german_inflected};

    #[test]
    fn old_spelling() {
        let word = |word: &str| is_german(word) || is_german_inflected(word);
        for old in [
            "hülfe", "wuth", "thale", "ueberfluß", "aepfeln", "wolcken", "gährung", "medicin",
            "capitel", "schooß", "hausmiethe",
        ] {
            assert!(word(old), "{old}");
        }
        for name in ["goethe", "geyer", "roethlisberger", "franck", "kristl", "schmolke"] {
            assert!(!word(name), "{name}");
        }
    }

    #[test]
    fn endings() {
        for noun in ["gesandtschaften", "unterwürfigkeit", "inselchen", "trauerkleidern"] {
            assert!(is_german(noun) || is_german_inflected(noun), "{noun}");
        }
        for name in ["adelung", "melsungen", "käthchen", "lottchen"] {
            assert!(!is_german(name) && !is_german_inflected(name), "{name}");
        }
    }
}

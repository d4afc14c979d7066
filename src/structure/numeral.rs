//! Numbers as heads and labels write them.

use super::named::without_length;
use crate::roman;

/// The number a word stands for in a heading: Roman, Arabic, or in words up
/// to ninety-nine in English, French and German.
///
/// ```text
/// XIV → 14    xiv. → 14    216. → 216    THIRD → 3    1re → 1    Last → none
/// ```
pub(super) fn number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches(['.', ':', ',', ')']);
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|number| *number < 10_000);
    }
    roman::numeral(word).or_else(|| in_words(word))
}

/// The number that a word is in English, French or German, cardinal or
/// ordinal: `Third`, `Twenty-One`, `deuxième`, `1re`, `einundzwanzigstes`.
fn in_words(word: &str) -> Option<u32> {
    let longest = 24;
    if word.len() > longest || !word.starts_with(char::is_alphanumeric) {
        return None;
    }
    let lower: String = word.to_lowercase().chars().map(without_length).collect();
    let lower = with_accent(lower);
    listed(&lower).or_else(|| ordinal_in_digits(&lower)).or_else(|| composed(&lower)).or_else(
        || {
            let spelled = in_new_spelling(&lower)?;
            listed(&spelled).or_else(|| composed(&spelled))
        },
    )
}

/// French ordinals whose capitals have no accent: `SIXIEME`, `PREMIERE`.
fn with_accent(word: String) -> String {
    let stem = word.strip_suffix("ieme").map(|stem| format!("{stem}ième"));
    let stem = stem.or_else(|| (word == "premiere").then(|| "première".to_owned()));
    stem.unwrap_or(word)
}

/// How German printers spelled numbers before 1800, and how they are spelled
/// now: `zweyter`, `siebender`, `dreyzehenter`, `funfzehnter`.
const OLD_SPELLINGS: &[(&str, &str)] = &[
    ("ey", "ei"),
    ("zwot", "zweit"),
    ("siebend", "siebent"),
    ("zehend", "zehnt"),
    ("zehent", "zehnt"),
    ("funf", "fünf"),
    ("sechszehn", "sechzehn"),
    ("zwoelf", "zwölf"),
];

fn in_new_spelling(word: &str) -> Option<String> {
    OLD_SPELLINGS.iter().any(|(old, _)| word.contains(old)).then(|| {
        let spelled = |word: String, (old, new): &(&str, &str)| word.replace(old, new);
        OLD_SPELLINGS.iter().fold(word.to_owned(), spelled)
    })
}

/// Words for numbers that are not made from others, by number; the Latin ones
/// count acts and scenes.
const WORDS: &[(u32, &[&str])] = &[
    (
        1,
        &["one", "first", "un", "unième", "premier", "première", "eins", "erst", "primus", "prima"],
    ),
    (
        2,
        &[
            "two", "second", "deux", "deuxième", "seconde", "zwei", "zweit", "andere", "anderer",
            "anderes", "andre", "andrer", "andres", "secundus", "secunda",
        ],
    ),
    (3, &["three", "third", "trois", "troisième", "drei", "dritt", "tertius", "tertia"]),
    (4, &["four", "fourth", "quatre", "quatrième", "vier", "viert", "quartus", "quarta"]),
    (5, &["five", "fifth", "cinq", "cinquième", "fünf", "fünft", "quintus", "quinta"]),
    (6, &["six", "sixth", "sixième", "sechs", "sechst", "sextus", "sexta"]),
    (
        7,
        &[
            "seven", "seventh", "sept", "septième", "sieben", "siebent", "siebt", "septimus",
            "septima",
        ],
    ),
    (8, &["eight", "eighth", "huit", "huitième", "acht"]),
    (9, &["nine", "ninth", "neuf", "neuvième", "neun", "neunt"]),
    (10, &["ten", "tenth", "dix", "dixième", "zehn", "zehnt"]),
    (11, &["eleven", "eleventh", "onze", "onzième", "elf", "elft", "eilft"]),
    (12, &["twelve", "twelfth", "douze", "douzième", "zwölf", "zwölft"]),
    (13, &["thirteen", "thirteenth", "treize", "treizième", "dreizehn", "dreizehnt"]),
    (14, &["fourteen", "fourteenth", "quatorze", "quatorzième", "vierzehn", "vierzehnt"]),
    (15, &["fifteen", "fifteenth", "quinze", "quinzième", "fünfzehn", "fünfzehnt"]),
    (16, &["sixteen", "sixteenth", "seize", "seizième", "sechzehn", "sechzehnt"]),
    (17, &["seventeen", "seventeenth", "siebzehn", "siebzehnt", "siebenzehnt"]),
    (18, &["eighteen", "eighteenth", "achtzehn", "achtzehnt"]),
    (19, &["nineteen", "nineteenth", "neunzehn", "neunzehnt"]),
    (20, &["twenty", "twentieth", "vingt", "vingtième", "zwanzig", "zwanzigst", "zwanzigt"]),
    (30, &["thirty", "thirtieth", "trente", "trentième", "dreißig", "dreißigst"]),
    (40, &["forty", "fortieth", "quarante", "quarantième", "vierzig", "vierzigst"]),
    (50, &["fifty", "fiftieth", "cinquante", "cinquantième", "fünfzig", "fünfzigst"]),
    (60, &["sixty", "sixtieth", "soixante", "soixantième", "sechzig", "sechzigst"]),
    (70, &["seventy", "seventieth", "siebzig", "siebzigst"]),
    (80, &["eighty", "eightieth", "achtzig", "achtzigst"]),
    (90, &["ninety", "ninetieth", "neunzig", "neunzigst"]),
];

fn listed(word: &str) -> Option<u32> {
    let find = |word: &str| {
        let row = WORDS.iter().find(|(_, words)| words.contains(&word))?;
        Some(row.0)
    };
    // The German ordinals decline: “erstes”, “dritter”.
    find(word).or_else(|| {
        let stem = ["es", "er", "en", "e"].iter().find_map(|end| word.strip_suffix(end))?;
        find(stem).filter(|_| stem.ends_with('t'))
    })
}

/// `1st`, `2e`, `1re`, `IIe`.
fn ordinal_in_digits(word: &str) -> Option<u32> {
    let ends = ["st", "nd", "rd", "th", "ère", "ème", "ier", "re", "er", "me", "e"];
    let stem = ends.iter().find_map(|end| word.strip_suffix(end))?;
    let digits = !stem.is_empty() && stem.len() <= 3 && stem.bytes().all(|b| b.is_ascii_digit());
    if digits { stem.parse().ok() } else { roman::numeral(stem).filter(|_| word.ends_with('e')) }
}

/// What `quatre-vingt` is with what follows it: `-dix`, `-unième`, `ième`.
fn eighty_and(rest: &str) -> Option<u32> {
    match rest.strip_prefix('-') {
        Some(units) => {
            let units = listed(units).or_else(|| composed(units))?;
            (1..20).contains(&units).then_some(80 + units)
        }
        None => matches!(rest, "" | "s" | "ième").then_some(80),
    }
}

/// `twenty-one`, `vingt-deuxième`, `einundzwanzigstes`.
fn composed(word: &str) -> Option<u32> {
    let tens = |number: &u32| (20..100).contains(number) && number.is_multiple_of(10);
    let units = |number: &u32| (1..20).contains(number);
    if let Some((before, after)) = word.split_once(['-', '‑']) {
        if let Some(rest) = word.strip_prefix("quatre-vingt") {
            return eighty_and(rest);
        }
        let (more, fewer) = (listed(before)?, listed(after).or_else(|| composed(after))?);
        // “dix-septième”, “soixante-dix-septième”
        let french = more == 10 && (7..10).contains(&fewer) || more == 60 && units(&fewer);
        return (french || tens(&more) && units(&fewer)).then_some(more + fewer);
    }
    let (before, after) = word.split_once("und")?;
    let unit = if before == "ein" { Some(1) } else { listed(before).filter(|unit| *unit < 10) };
    Some(unit? + listed(after).filter(tens)?)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn other_numbers() {
        assert_eq!(number("216."), Some(216));
        assert_eq!(number("THIRD"), Some(3));
        assert_eq!(number("Zwölftes"), Some(12));
        assert_eq!(number("Erster"), Some(1));
        assert_eq!(number("TWENTY-FIRST"), Some(21));
        assert_eq!(number("vingt-deuxième"), Some(22));
        assert_eq!(number("Einunddreißigstes"), Some(31));
        assert_eq!(number("1re"), Some(1));
        assert_eq!(number("IIe"), Some(2));
        for (word, value) in [
            ("Zweyter", 2),
            ("Zwote", 2),
            ("Andrer", 2),
            ("Dritter", 3),
            ("Siebender", 7),
            ("Dreyzehender", 13),
            ("Funfzehnter", 15),
            ("Sechszehnter", 16),
        ] {
            assert_eq!(number(word), Some(value), "{word}");
        }
        for word in ["Last", "Second-hand", "Und", "Erde", "Hunde", "Acker"] {
            assert_eq!(number(word), None, "{word}");
        }
        assert_eq!(number("10000"), None);
    }
}

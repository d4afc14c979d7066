//! Numbers as heads and labels write them.

/// The number a word stands for in a heading: Roman, Arabic, or in words up
/// to twenty in English, French and German.
///
/// ```text
/// XIV → 14    xiv. → 14    216. → 216    THIRD → 3    Last → none
/// ```
pub(super) fn number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches(['.', ':', ',', ')']);
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|number| *number < 10_000);
    }
    roman(word).or_else(|| in_words(word))
}

/// The value of a Roman numeral in capitals or in small letters, written as
/// numerals are: `IIII` is none.
pub(super) fn roman(word: &str) -> Option<u32> {
    let upper = word.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    let lower = word.bytes().all(|byte| b"ivxlcdm".contains(&byte));
    if word.is_empty() || word.len() > 12 || !(upper || lower) {
        return None;
    }
    let value = |byte: u8| match byte.to_ascii_uppercase() {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        b'C' => 100,
        b'D' => 500,
        _ => 1000,
    };
    let bytes = word.as_bytes();
    let mut total = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).map_or(0, |next| value(*next));
        let this = value(*byte);
        if this < next {
            total -= this;
        } else {
            total += this;
        }
    }
    let number = u32::try_from(total).ok()?;
    (write_roman(number).eq_ignore_ascii_case(word)).then_some(number)
}

fn write_roman(mut number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut written = String::new();
    for (value, letters) in STEPS {
        while number >= value {
            written.push_str(letters);
            number -= value;
        }
    }
    written
}

fn in_words(word: &str) -> Option<u32> {
    const WORDS: &[&[&str]] = &[
        &["one", "first", "premier", "première", "erste", "erster", "erstes"],
        &["two", "second", "deuxième", "zweite", "zweiter", "zweites"],
        &["three", "third", "troisième", "dritte", "dritter", "drittes"],
        &["four", "fourth", "quatrième", "vierte", "vierter", "viertes"],
        &["five", "fifth", "cinquième", "fünfte", "fünfter", "fünftes"],
        &["six", "sixth", "sixième", "sechste", "sechster", "sechstes"],
        &["seven", "seventh", "septième", "siebente", "siebentes", "siebtes"],
        &["eight", "eighth", "huitième", "achte", "achter", "achtes"],
        &["nine", "ninth", "neuvième", "neunte", "neunter", "neuntes"],
        &["ten", "tenth", "dixième", "zehnte", "zehnter", "zehntes"],
        &["eleven", "eleventh", "onzième", "elfte", "elftes"],
        &["twelve", "twelfth", "douzième", "zwölfte", "zwölftes"],
        &["thirteen", "thirteenth"],
        &["fourteen", "fourteenth"],
        &["fifteen", "fifteenth"],
        &["sixteen", "sixteenth"],
        &["seventeen", "seventeenth"],
        &["eighteen", "eighteenth"],
        &["nineteen", "nineteenth"],
        &["twenty", "twentieth"],
    ];
    let lower = word.to_lowercase();
    let at = WORDS.iter().position(|words| words.contains(&lower.as_str()))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{number, roman};

    #[test]
    fn roman_numerals() {
        assert_eq!(roman("I"), Some(1));
        assert_eq!(roman("XIV"), Some(14));
        assert_eq!(roman("xlix"), Some(49));
        assert_eq!(roman("MCMXLIX"), Some(1949));
        for word in ["", "IIII", "IC", "VX", "Mix", "LIVID", "DIM", "MIXED"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }

    #[test]
    fn other_numbers() {
        assert_eq!(number("216."), Some(216));
        assert_eq!(number("THIRD"), Some(3));
        assert_eq!(number("Zwölftes"), Some(12));
        assert_eq!(number("Last"), None);
        assert_eq!(number("10000"), None);
    }
}

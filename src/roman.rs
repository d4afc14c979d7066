//! Numbers in Roman letters.

/// A number in Roman letters as scribes wrote it: of either case, with `j` for
/// the last `i` and any number of like letters together.
///
/// ```text
/// xij → 12    viiij → 9    MDCCXCI → 1791    ink → none
/// ```
pub(crate) fn number(word: &str) -> Option<u32> {
    const LONGEST: usize = 15;
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > LONGEST || bytes.iter().any(|byte| value(*byte) == 0) {
        return None;
    }
    let (mut sum, mut last) = (0_i32, 0_i32);
    for byte in bytes.iter().rev() {
        let value = value(*byte);
        sum += if value < last { -value } else { value };
        last = last.max(value);
    }
    u32::try_from(sum).ok().filter(|sum| *sum > 0)
}

fn value(byte: u8) -> i32 {
    match byte.to_ascii_lowercase() {
        b'i' | b'j' => 1,
        b'v' => 5,
        b'x' => 10,
        b'l' => 50,
        b'c' => 100,
        b'd' => 500,
        b'm' => 1000,
        _ => 0,
    }
}

/// The value of a Roman numeral in capitals or in small letters, written as
/// numerals are: `IIII` is none.
pub(crate) fn numeral(word: &str) -> Option<u32> {
    const LONGEST: usize = 12;
    let upper = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if word.len() > LONGEST || !(upper || lower) {
        return None;
    }
    number(word).filter(|number| written(*number).eq_ignore_ascii_case(word))
}

fn written(mut number: u32) -> String {
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

#[cfg(test)]
mod tests {
    use super::{number, numeral};

    #[test]
    fn as_scribes_wrote_them() {
        assert_eq!(number("xij"), Some(12));
        assert_eq!(number("viiij"), Some(9));
        assert_eq!(number("MDCCXCI"), Some(1791));
        for word in ["", "ink", "A"] {
            assert_eq!(number(word), None, "{word}");
        }
    }

    #[test]
    fn as_numerals_are_written() {
        assert_eq!(numeral("I"), Some(1));
        assert_eq!(numeral("XIV"), Some(14));
        assert_eq!(numeral("xlix"), Some(49));
        assert_eq!(numeral("MCMXLIX"), Some(1949));
        for word in ["", "IIII", "IC", "VX", "Mix", "LIVID", "DIM", "MIXED", "xij"] {
            assert_eq!(numeral(word), None, "{word}");
        }
    }
}

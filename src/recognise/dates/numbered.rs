//! Treatises and laws whose paragraphs are numbered to a thousand and beyond, and
//! refer to each other by these numbers: “(1458.)” is no year there.

use std::ops::Range;

use memchr::memmem;

use crate::date::{Expression, Meaning, Written, Year};
use crate::token::Words;

/// So many paragraphs with a number of four digits are a sequence.
const SEVERAL: usize = 40;

/// The numbers of the paragraphs that could be years.
pub(super) fn numbers(text: &str) -> Range<i16> {
    let mut last = 0;
    let (mut count, mut fallen) = (0, 0);
    for at in memmem::find_iter(text.as_bytes(), "\n\n") {
        let Some(number) = text.get(at + 2..at + 7).and_then(leading) else { continue };
        count += 1;
        fallen += usize::from(number <= last);
        last = last.max(number);
    }
    if count >= SEVERAL && fallen * 20 <= count { 1000..last + 1 } else { 0..0 }
}

/// The number of four digits with a stop that begins a paragraph.
fn leading(text: &str) -> Option<i16> {
    let digits = text.strip_suffix('.')?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Whether a year alone is the number of a paragraph, which no word says to be a year.
pub(super) fn is_paragraph(words: Words<'_>, found: Expression, numbers: &Range<i16>) -> bool {
    if numbers.is_empty() {
        return false;
    }
    let Meaning::Date(Written { year: Year::Full(year), month: None, day: None, .. }) =
        found.meaning
    else {
        return false;
    };
    let alone = found.span.len() == 4;
    let at = words.at(found.span.start);
    let before = at.checked_sub(1).map_or("", |before| words.raw(before));
    let told = matches!(before.to_lowercase().as_str(), "in" | "year" | "since" | "im" | "en");
    alone && numbers.contains(&year) && !told
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::numbers;

    #[test]
    fn numbered_paragraphs() {
        let mut text = String::from("RESEARCHES\n\n");
        for number in 1001..1060 {
            write!(text, "{number}. The wire was warm.\n\n").unwrap();
        }
        assert_eq!(numbers(&text), 1000..1060);
        assert!(numbers("1642. The war began.\n\n1649. The king was killed.\n\n").is_empty());
    }
}

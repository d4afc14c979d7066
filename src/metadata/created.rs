//! When a text was written, as a catalogue has it.

use std::ops::Range;

use crate::date::{self, Anchor, CalendarDate, DateValue, Reading};
use crate::source::Span;
use crate::token::{Words, tokenize};

/// What a field has that should say when a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Created {
    /// A date.
    Date(DateValue),
    /// That it is not known.
    Unknown,
    /// A date in digits that could be two.
    Ambiguous,
    /// No date.
    NoDate,
}

/// What catalogues have where there is no date.
const UNKNOWN: &[&str] = &[
    "n.d.", "nd", "n. d.", "no date", "undated", "unknown", "s.d.", "s. d.", "sans date", "o.d.",
    "o. d.", "o.j.", "ohne datum", "undatiert", "?", "-", "–", "—",
];

/// What stands before a date and changes no more of it than how well it is known,
/// which the header says in the words of the catalogue.
const BEFORE: &[&str] = &[
    "c. ", "c.", "ca. ", "ca.", "circa ", "about ", "um ", "etwa ", "vers ", "env. ", "le ",
    "den ", "the ", "on ",
];

/// Reads a date as ISO 8601 has it (`1937-05-08`, `1937-05`, `1937`), two of them
/// with `/` or ` - ` between them, or in words (`c. 8 May 1937`). Brackets around it
/// say that somebody concluded it, which changes nothing.
pub(super) fn created(field: &str) -> Created {
    let field = field.trim();
    let inner = field.trim_start_matches('[').trim_end_matches(']').trim();
    if UNKNOWN.contains(&inner.to_lowercase().as_str()) || inner.is_empty() {
        return Created::Unknown;
    }
    let rest = BEFORE.iter().find_map(|before| inner.strip_prefix(before));
    let date = rest.unwrap_or(inner).trim_end_matches('?').trim();
    iso(date).map_or_else(|| in_words(date), Created::Date)
}

/// One date or two.
fn iso(text: &str) -> Option<DateValue> {
    let Some((from, to)) = text.split_once('/').or_else(|| text.split_once(" - ")) else {
        return CalendarDate::from_iso(text).map(DateValue::When);
    };
    let (from, to) = (CalendarDate::from_iso(from.trim())?, CalendarDate::from_iso(to.trim())?);
    let in_order = !to.last_day()?.is_before(from.first_day()?);
    in_order.then_some(DateValue::Duration { from, to })
}

/// The only date in the words, if nothing else stands there.
fn in_words(text: &str) -> Created {
    let tokens = tokenize(text);
    let words = Words { text, tokens: &tokens };
    let found = date::find(words);
    let whole = date::heading(words);
    let meaning = match (found.as_slice(), whole) {
        ([one], _) if is_all(text, one.span) => one.meaning,
        (_, Some(meaning)) => meaning,
        _ => return Created::NoDate,
    };
    if meaning.is_ambiguous() {
        return Created::Ambiguous;
    }
    match meaning.resolve(Anchor::default()) {
        Some(Reading { value, .. }) if value.start().year().is_some() => Created::Date(value),
        _ => Created::NoDate,
    }
}

/// Whether nothing but signs stands around a part of the text.
fn is_all(text: &str, part: Span) -> bool {
    let Range { start, end } = part.range();
    !text[..start].contains(char::is_alphanumeric) && !text[end..].contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Created, created};

    fn told(field: &str) -> String {
        let Created::Date(value) = created(field) else { return format!("{:?}", created(field)) };
        let attributes = value.attributes().into_iter();
        attributes.map(|(name, date)| format!("{name}={date}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn dates_of_catalogues() {
        for (field, expected) in [
            ("1937-05-08", "when=1937-05-08"),
            ("1937-05", "when=1937-05"),
            ("1937", "when=1937"),
            ("1936/1938", "from=1936 to=1938"),
            ("1936-12-30/1937-01-02", "from=1936-12-30 to=1937-01-02"),
            ("1936 - 1938", "from=1936 to=1938"),
            ("1936–1938", "from=1936 to=1938"),
            ("8 May 1937", "when=1937-05-08"),
            ("May 8, 1937", "when=1937-05-08"),
            ("8.5.1937", "when=1937-05-08"),
            ("le 8 mai 1937", "when=1937-05-08"),
            ("8. Mai 1937", "when=1937-05-08"),
            ("Mai 1937", "when=1937-05"),
            ("[1937]", "when=1937"),
            ("[8 May 1937 ?]", "when=1937-05-08"),
            ("c. 1937", "when=1937"),
            ("ca.1937-05", "when=1937-05"),
            ("1937?", "when=1937"),
            ("25/12/1937", "when=1937-12-25"),
            ("03/04/1937", "Ambiguous"),
            ("n.d.", "Unknown"),
            ("[undated]", "Unknown"),
            ("1937-13", "NoDate"),
            ("1938/1936", "NoDate"),
            ("8 May", "NoDate"),
            ("letter of 8 May 1937", "NoDate"),
            ("Tuesday", "NoDate"),
            ("31 February 1937", "NoDate"),
        ] {
            assert_eq!(told(field), expected, "{field}");
        }
    }
}

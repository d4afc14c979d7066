//! Tables as people keep them: comma-separated values, or semicolons or tabs
//! between them, with the place of each field.

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::source::Span;

/// The rows of a table that say something, the header first.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let delimiter = delimiter(&text[start..]);
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(&text.as_bytes()[start..]);
    let rows = reader.into_records().filter_map(Result::ok).map(move |record| {
        let position = record.position().map_or(0, csv::Position::byte);
        let start = start + usize::try_from(position).unwrap_or(0);
        Row { text, delimiter, start, record }
    });
    rows.filter(|row| !row.record.iter().all(str::is_empty))
}

/// What parts the columns: the most frequent of the usual ones in the header.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |byte: u8| header.bytes().filter(|other| *other == byte).count();
    [b'\t', b';', b','].into_iter().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}

/// A row of the table, which begins at byte `start` of the text.
pub(crate) struct Row<'t> {
    text: &'t str,
    delimiter: u8,
    start: usize,
    record: StringRecord,
}

impl Row<'_> {
    /// What stands in its fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        self.record.iter()
    }

    /// How many fields it has.
    pub(crate) fn width(&self) -> usize {
        self.record.len()
    }

    /// Where field `index` stands, and whether its quotation marks are closed.
    pub(crate) fn field(&self, index: usize) -> (Span, bool) {
        let bytes = self.text.as_bytes();
        // Blank lines before a row are part of it.
        let blank = bytes[self.start..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let mut from = self.start + blank.count();
        let (mut number, mut quoted) = (0, false);
        let mut at = from;
        while at < bytes.len() {
            match bytes[at] {
                b'"' if quoted && bytes.get(at + 1) == Some(&b'"') => at += 1,
                // One among other words is no more than a character.
                b'"' if quoted || at == from => quoted = !quoted,
                b'\n' | b'\r' if !quoted => break,
                byte if byte == self.delimiter && !quoted => {
                    if number == index {
                        break;
                    }
                    number += 1;
                    from = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        let inner = self.text[from..at].trim_start();
        let from = at - inner.len();
        (Span::from_range(from..from + inner.trim_end().len()), !quoted)
    }

    /// The line it stands in.
    pub(crate) fn line(&self) -> u64 {
        let from = self.field(0).0.start as usize;
        let blank = self.text[self.start..from].matches('\n').count();
        self.record.position().map_or(0, csv::Position::line) + blank as u64
    }

    /// Where it stands.
    pub(crate) fn whole(&self) -> Span {
        let last = self.record.len().saturating_sub(1);
        Span::new(self.field(0).0.start, self.field(last).0.end)
    }

    /// Whether it has as many fields as the header, and their quotation marks
    /// are closed.
    pub(crate) fn shape(&self, wanted: usize, code: Code) -> Result<(), Diagnostic> {
        let found = self.width();
        let (place, closed) = self.field(found.saturating_sub(1));
        if !closed {
            let message = "a quotation mark is opened and never closed";
            let help = "write two quotation marks for one that belongs to the words";
            return Err(problem(code, place, message).help(help));
        }
        if found == wanted {
            return Ok(());
        }
        let message = format!("the row has {found} fields, and there are {wanted} columns");
        let help = "put a field in quotation marks if it holds what parts the columns";
        Err(problem(code, self.whole(), message).help(help))
    }
}

/// The column that a name in the header means.
///
/// # Errors
///
/// The name that may have been meant, if there is none with that name.
pub(crate) fn column<C: Copy>(
    name: &str,
    known: &[(&'static str, C)],
) -> Result<C, Option<&'static str>> {
    match known.iter().find(|(known, _)| *known == name.to_lowercase()) {
        Some((_, column)) => Ok(*column),
        None => Err(nearest(name, known.iter().map(|(name, _)| *name))),
    }
}

/// A mistake in a table.
pub(crate) fn problem(code: Code, place: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Severity::Error, code, message).at(place)
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::diagnostic::Code;

    /// Each field stands where it is said to, whatever quotation marks do.
    #[test]
    fn places_of_fields() {
        for text in
            ["a,b\n\"x, y\",z\n", "a\tb\nthe 5\" gun\tz\n", "a;b\n\"say \"\"so\"\"; no\";z\n\n"]
        {
            let row = rows(text).nth(1).unwrap();
            assert!(row.shape(2, Code::Authority).is_ok(), "{text}");
            assert_eq!(row.field(1).0.of(text), "z");
            assert_eq!(row.fields().nth(1), Some("z"));
            assert_eq!(row.line(), 2);
        }
        let open = rows("a,b\n\"x,z\n").nth(1).unwrap();
        assert!(open.shape(2, Code::Authority).is_err());
    }
}

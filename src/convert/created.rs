//! Whether a text and its catalogue agree on when it was written.

use crate::date::{CalendarDate, DateValue, Evidence, Expression, Reading};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::metadata::Metadata;

/// What is to be said if the catalogue has another day than the only date line of
/// the text.
pub(super) fn other_day(
    known: &Metadata,
    lines: &[(Expression, Option<Reading>)],
) -> Option<Diagnostic> {
    let [(line, Some(reading))] = lines else { return None };
    let (told, known) = (day(reading.value)?, day(known.covers?)?);
    if told == known || reading.evidence != Evidence::Written {
        return None;
    }
    let message = format!("the date line says {told}, and the metadata {known}");
    let found = Diagnostic::new(Severity::Warning, Code::CreatedDiffers, message).at(line.span);
    Some(found.help("look at the original; the header has what the metadata say"))
}

fn day(value: DateValue) -> Option<CalendarDate> {
    match value {
        DateValue::When(date) if date.day().is_some() && date.year().is_some() => Some(date),
        _ => None,
    }
}

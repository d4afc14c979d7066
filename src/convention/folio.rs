//! Lines that hold nothing but the number of a page, in whatever convention.

use super::pattern::{Found, inline_at};
use super::{Markup, Place, row};
use crate::element::{Attribute, Element};
use crate::source::Span;

/// How the number of a page is written on a line of its own.
pub(crate) static FOLIOS: &[Markup] = &[
    row("page-line-dashes", "- @n -", Place::Line, Element::Pb, &[], PAGE),
    row("page-line-dashes-close", "-@n-", Place::Line, Element::Pb, &[], PAGE),
    row("page-line-en-dashes", "– @n –", Place::Line, Element::Pb, &[], PAGE),
    row("page-line-em-dashes", "— @n —", Place::Line, Element::Pb, &[], PAGE),
    row("page-line-word", "Page @n", Place::Line, Element::Pb, &[], PAGE),
    row("page-line-seite", "Seite @n", Place::Line, Element::Pb, &[], PAGE),
    row("page-line", "@n", Place::Line, Element::Pb, &[], PAGE),
];

const PAGE: &str =
    "The beginning of a page, whose number stood on a line of its own; the tag replaces the line.";

/// The number of a page that fills a line without white space at its ends.
pub(crate) fn folio(text: &str, line: Span) -> Option<(u32, Found)> {
    const LONGEST: u32 = 16;
    if line.len() > LONGEST || !line.of(text).bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = FOLIOS.iter().filter_map(|markup| inline_at(markup, text, line));
    found.filter(|found| found.outer == line).find_map(|found| {
        let (_, number) = found.values.iter().find(|(name, _)| *name == Attribute::N)?;
        let digits = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
        let number = number.parse().ok().filter(|_| digits)?;
        Some((number, found))
    })
}

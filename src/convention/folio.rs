//! Lines that hold nothing but the number of a page, in whatever convention.

use super::pattern::{Found, inline_at};
use super::{Markup, Place, row};
use crate::element::{Attribute, Element};
use crate::roman;
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

/// The heading of a page with its number beside it.
static HEADED: Markup = row(
    "page-line-headed",
    "@n",
    Place::Line,
    Element::Pb,
    &[],
    "The beginning of a page, whose number stood beside the heading of the page.",
);

/// The number of a page that fills a line without white space at its ends.
pub(crate) fn folio(text: &str, line: Span) -> Option<(u32, Found)> {
    const LONGEST: u32 = 16;
    let whole = line.of(text);
    if line.len() > LONGEST
        || !whole.bytes().any(|byte| byte.is_ascii_digit()) && roman_page(whole).is_none()
    {
        return None;
    }
    let found = FOLIOS.iter().filter_map(|markup| inline_at(markup, text, line));
    found.filter(|found| found.outer == line).find_map(|found| {
        let (_, number) = found.values.iter().find(|(name, _)| *name == Attribute::N)?;
        Some((page(number).or_else(|| roman_page(number))?, found))
    })
}

/// The number of a page beside words in capitals, and the words: `12  THE LIFE OF REEVE`,
/// `THE LIFE OF REEVE  13`.
pub(crate) fn page_heading(text: &str, line: Span) -> Option<(u32, &str, Found)> {
    const SHORTEST: u32 = 10;
    const LONGEST: u32 = 100;
    const FEWEST: usize = 2;
    let whole = line.of(text);
    if !(SHORTEST..=LONGEST).contains(&line.len()) {
        return None;
    }
    let first = whole.split_once(' ').filter(|(first, _)| page(first).is_some());
    let last = || whole.rsplit_once(' ').map(|(words, last)| (last, words));
    let (label, words) = first.or_else(last)?;
    let number = page(label)?;
    let words = words.trim().trim_end_matches(['.', ',']);
    let loud = !words.contains(char::is_lowercase) && !words.bytes().any(|b| b.is_ascii_digit());
    let several = words.split_whitespace().filter(|word| word.len() > 1).count() >= FEWEST;
    let values = vec![(Attribute::N, label.to_owned())];
    let found = Found { markup: &HEADED, outer: line, inner: Span::empty(line.end), values };
    (loud && several).then_some((number, words, found))
}

fn page(label: &str) -> Option<u32> {
    let digits = (1..=4).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_digit())
        && !label.starts_with('0');
    label.parse().ok().filter(|_| digits)
}

/// The number of a page of a preface: `xvi`.
fn roman_page(label: &str) -> Option<u32> {
    let small = label.len() > 1 && label.bytes().all(|byte| b"ivxlc".contains(&byte));
    roman::numeral(label).filter(|_| small)
}

#[cfg(test)]
mod tests {
    use super::page_heading;
    use crate::source::{Span, offset};

    #[test]
    fn headings_of_pages() {
        let found = |line: &'static str| {
            let span = Span::new(0, offset(line.len()));
            page_heading(line, span).map(|(number, words, _)| (number, words))
        };
        assert_eq!(found("12  THE LIFE OF REEVE."), Some((12, "THE LIFE OF REEVE")));
        assert_eq!(found("THE LIFE OF REEVE 13"), Some((13, "THE LIFE OF REEVE")));
        for line in ["CHAPTER 12", "12 LETTERS", "Life of Reeve 13", "MAY 3 AND 4 JUNE 12", "A B 3"]
        {
            assert_eq!(found(line), None, "{line}");
        }
    }
}

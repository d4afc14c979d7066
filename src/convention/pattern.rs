//! Finding a notation in a text.

use crate::element::{Attribute, Element};
use crate::source::{Span, offset};

use super::{Convention, Markup, Place};
use crate::annotation::Annotation;

/// A notation found in a text.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What it is.
    pub markup: &'static Markup,
    /// All its characters.
    pub outer: Span,
    /// Those of its content; empty, at the end, if it has none.
    pub inner: Span,
    /// What stands for the attributes in its pattern.
    pub values: Vec<(Attribute, String)>,
}

/// The longest label, such as a page number, and content of an inline notation.
const LONGEST_LABEL: usize = 12;
const LONGEST_INLINE: usize = 60;

impl Found {
    /// The element over it.
    pub(crate) fn annotation(self) -> Annotation {
        let markup = self.markup;
        let mut annotation =
            Annotation::new(markup.element, self.outer).around(self.inner).noted(&markup.notation);
        for (name, value) in self.values {
            annotation = annotation.with(name, value);
        }
        for (name, value) in markup.attributes {
            annotation = annotation.with(*name, *value);
        }
        annotation
    }
}

/// The part of the pattern before `text()`, and the one after it if it has that.
pub(super) fn parts(markup: &Markup) -> (&'static str, Option<&'static str>) {
    let pattern = markup.notation.pattern;
    match pattern.split_once("text()") {
        Some((before, after)) => (before, Some(after)),
        None => (pattern, None),
    }
}

/// Matches `markup` at the beginning of `span`; its content, if it has one,
/// must end within it on the same line.
pub(super) fn inline_at(markup: &'static Markup, text: &str, span: Span) -> Option<Found> {
    let (before, after) = parts(markup);
    let (length, values) = prefix(before, span.of(text))?;
    let inner_start = span.start + offset(length);
    let Some(after) = after else {
        let outer = Span::new(span.start, inner_start);
        return Some(Found { markup, outer, inner: Span::empty(outer.end), values });
    };
    let rest = Span::new(inner_start, span.end).of(text);
    let mut end = rest.len().min(LONGEST_INLINE + after.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let content = &rest[..rest[..end].find(after)?];
    let fits = !content.trim().is_empty()
        && content
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '\'' | '.' | '&'));
    let inner = Span::new(inner_start, inner_start + offset(content.len()));
    let outer = Span::new(span.start, inner.end + offset(after.len()));
    fits.then_some(Found { markup, outer, inner, values })
}

/// The notation that fills `line` and needs no paragraph around it: a page mark.
pub(crate) fn line_mark(convention: &Convention, text: &str, line: Span) -> Option<Found> {
    let pages = convention.markup.iter().filter(|markup| markup.element == Element::Pb);
    pages.filter_map(|markup| inline_at(markup, text, line)).find(|found| found.outer == line)
}

/// The notation of a block that fills `span`, from a bracket to the one that
/// closes it.
pub(crate) fn block_mark(convention: &Convention, text: &str, span: Span) -> Option<Found> {
    let blocks = convention.markup.iter().filter(|markup| markup.place == Place::Block);
    blocks.into_iter().find_map(|markup| {
        let (before, after) = parts(markup);
        let (length, values) = prefix(before, span.of(text))?;
        let after = after.unwrap_or_default();
        let end = span.end.checked_sub(offset(after.len()))?;
        let start = span.start + offset(length);
        let fits = start <= end && Span::new(end, span.end).of(text) == after;
        let is_whole = parts(markup).1.is_some() || start == span.end;
        (fits && is_whole).then(|| Found {
            markup,
            outer: span,
            inner: Span::new(start, end),
            values,
        })
    })
}

/// Whether `text` begins as the notation of a note does that is a block.
pub(crate) fn begins_block_note(convention: &Convention, text: &str) -> bool {
    let is_note = |markup: &Markup| markup.place == Place::Block && markup.element == Element::Note;
    let mut notes = convention.markup.iter().filter(|markup| is_note(markup));
    notes.any(|markup| prefix(parts(markup).0, text).is_some())
}

/// Matches the beginning of a pattern against the beginning of `text`: how
/// much of it was used, and the values of the attributes in the pattern.
pub(super) fn prefix(pattern: &str, text: &str) -> Option<(usize, Vec<(Attribute, String)>)> {
    let mut values = Vec::new();
    let mut pieces = pattern.split('@');
    let mut at = match_literal(pieces.next().unwrap_or_default(), text, 0)?;
    for piece in pieces {
        let name_end = piece.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(piece.len());
        let attribute =
            Attribute::all().find(|attribute| attribute.name() == &piece[..name_end])?;
        let label = label(attribute, &text[at..])?;
        values.push((attribute, label.to_owned()));
        at = match_literal(&piece[name_end..], text, at + label.len())?;
    }
    Some((at, values))
}

fn match_literal(literal: &str, text: &str, at: usize) -> Option<usize> {
    text[at..].starts_with(literal).then_some(at + literal.len())
}

/// A number, or for `@n` also letters and the usual footnote signs.
fn label(attribute: Attribute, text: &str) -> Option<&str> {
    let is_part = |c: char| match attribute {
        Attribute::Quantity => c.is_ascii_digit(),
        _ => c.is_ascii_alphanumeric() || matches!(c, '*' | '†' | '‡' | '§'),
    };
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let label = &text[..end];
    (1..=LONGEST_LABEL).contains(&end).then_some(label)
}

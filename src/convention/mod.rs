//! Conventions: how people write down in plain text what TEI has elements for.
//!
//! A convention is a table. Each row of its markup names a notation and the
//! element it stands for; reading, restoring and the header's statement of
//! editorial practice all come from that row. The signs tell the convention
//! of a transcription that does not name it.

mod around;
mod bare;
mod detect;
mod folio;
mod fromthepage;
mod gutenberg;
mod inline;
mod loc;
mod markdown;
mod mia;
mod pattern;
mod plain;
mod smithsonian;
mod typescript;
mod underline;
mod zooniverse;

use crate::element::{Attribute, Element};
use crate::notation::Notation;
use around::closes_words;
use inline::after_article;

pub(crate) use around::{Around, DEEPEST, around};
pub(crate) use bare::Bare;
pub use detect::{Detection, detect};
pub(crate) use folio::{FOLIOS, folio, page_heading};
pub(crate) use inline::{annotate, drop_pages_at_markers, widen_names};
pub(crate) use markdown::emphasis;
pub(crate) use pattern::{Found, begins_block_note, block_mark, line_mark};
pub(crate) use underline::is_underlined;

/// A way of transcribing, as a table.
#[derive(Debug)]
pub struct Convention {
    /// The name on the command line and in the header.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// The markup whose characters the tags replace.
    pub markup: &'static [Markup],
    /// What a transcription shows that follows it.
    pub signs: &'static [Sign],
}

/// One notation of a convention and what it stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Markup {
    /// How it is written.
    pub notation: Notation,
    /// Where it is looked for.
    pub place: Place,
    /// The element.
    pub element: Element,
    /// Its attributes; those in the pattern take what stands there.
    pub attributes: &'static [(Attribute, &'static str)],
    /// What the header says of it.
    pub practice: &'static str,
}

/// A mark that makes a line a heading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadingMark {
    /// The level, from 1.
    pub level: u8,
    /// How many bytes of it stand before the words.
    pub length: usize,
    /// How many bytes of it stand below them.
    pub below: usize,
    /// How it is written, if the header declares it.
    pub notation: Option<&'static Notation>,
}

/// Where a notation is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Around words of a paragraph, with the same character on both sides.
    Pair,
    /// Around words of a paragraph, with one mark before them and another behind. The text is
    /// read without these marks.
    Around,
    /// Anywhere in a paragraph.
    Inline,
    /// After the word it is about.
    AfterWord,
    /// A block of its own, which may hold several paragraphs.
    Block,
    /// Before the words of a heading, which is a line.
    Heading,
    /// A line of its own, where the whole text says what it is.
    Line,
}

/// Something that a transcription of a convention shows.
#[derive(Debug)]
pub struct Sign {
    /// What it is, for the report.
    pub what: &'static str,
    /// How much one line with it counts; three are enough for a convention.
    pub weight: u8,
    /// How many lines count at the most.
    pub at_most: u8,
    /// Whether a line shows it.
    pub shown_by: fn(&str) -> bool,
}

/// All conventions; the last is followed by any text.
pub static CONVENTIONS: &[&Convention] = &[
    &gutenberg::GUTENBERG,
    &mia::MIA,
    &typescript::TYPESCRIPT,
    &markdown::MARKDOWN,
    &smithsonian::SMITHSONIAN,
    &loc::LOC,
    &zooniverse::ZOONIVERSE,
    &fromthepage::FROMTHEPAGE,
    &plain::PLAIN,
];

/// The convention called `name`.
///
/// ```
/// assert_eq!(rubricate::convention::named("gutenberg").unwrap().title, "Project Gutenberg");
/// assert!(rubricate::convention::named("latex").is_none());
/// ```
#[must_use]
pub fn named(name: &str) -> Option<&'static Convention> {
    CONVENTIONS.iter().copied().find(|convention| convention.name == name)
}

/// The title of a convention, and what a text shows of it, in words.
pub(crate) fn told(name: &str, evidence: &[(&'static str, u32)]) -> String {
    let title = named(name).map_or(name, |convention| convention.title);
    let evidence: Vec<String> =
        evidence.iter().map(|(what, line)| format!("{what}, line {line}")).collect();
    match evidence.as_slice() {
        [] => title.to_owned(),
        evidence => format!("{title} ({})", evidence.join("; ")),
    }
}

impl Convention {
    /// Whether it is the one of Project Gutenberg, which frames its texts with
    /// a licence.
    #[must_use]
    pub fn has_licence(&self) -> bool {
        std::ptr::eq(self, &raw const gutenberg::GUTENBERG)
    }

    /// Whether braces mean something in it.
    pub(crate) fn has_braces(&self) -> bool {
        self.markup.iter().any(|markup| markup.notation.pattern.starts_with('{'))
    }

    /// The mark that makes a line a heading: before its words, or below them.
    pub(crate) fn heading_mark(&self, line: &str) -> Option<HeadingMark> {
        if !line.starts_with('#') {
            return underline::mark(line);
        }
        let rows = self.markup.iter().filter(|markup| markup.place == Place::Heading);
        rows.zip(1..).find_map(|(markup, level)| {
            let (mark, _) = markup.notation.pattern.split_once("text()")?;
            let words = line.strip_prefix(mark)?;
            let length = mark.len();
            let mark = HeadingMark { level, length, below: 0, notation: Some(&markup.notation) };
            words.starts_with(|c: char| !c.is_whitespace()).then_some(mark)
        })
    }

    /// Whether it has notations that may hold several paragraphs.
    pub(crate) fn has_block_marks(&self) -> bool {
        self.markup.iter().any(|markup| markup.place == Place::Block)
    }
}

/// A row of a table.
const fn row(
    id: &'static str,
    pattern: &'static str,
    place: Place,
    element: Element,
    attributes: &'static [(Attribute, &'static str)],
    practice: &'static str,
) -> Markup {
    Markup { notation: Notation { id, pattern }, place, element, attributes, practice }
}

/// A row of a table for marks around words.
const fn tag(
    id: &'static str,
    pattern: &'static str,
    element: Element,
    attributes: &'static [(Attribute, &'static str)],
    practice: &'static str,
) -> Markup {
    row(id, pattern, Place::Around, element, attributes, practice)
}

/// Italics as several conventions write them.
const UNDERSCORES: Markup = row(
    "underscores",
    "_text()_",
    Place::Pair,
    Element::Hi,
    &[(Attribute::Rend, "italic")],
    "Words between underscores are in italics; the tags replace the underscores.",
);

#[cfg(test)]
mod tests {
    use super::inline::MARKS;
    use super::{CONVENTIONS, Place};
    use std::collections::BTreeMap;

    #[test]
    fn one_identifier_one_pattern() {
        let mut patterns = BTreeMap::new();
        let conventions = CONVENTIONS.iter().flat_map(|convention| convention.markup);
        for markup in conventions.chain(super::FOLIOS) {
            let notation = &markup.notation;
            let known = patterns.insert(notation.id, notation.pattern);
            assert!(known.is_none_or(|pattern| pattern == notation.pattern), "{}", notation.id);
            // White space at its ends would be lost when the header is reformatted.
            assert_eq!(notation.pattern.trim_ascii(), notation.pattern);
        }
    }

    /// What no scan looks for would never be found.
    #[test]
    fn marks_that_are_looked_for() {
        for markup in CONVENTIONS.iter().flat_map(|convention| convention.markup) {
            let first = markup.notation.pattern.as_bytes()[0];
            let found = match markup.place {
                Place::Heading => first == b'#',
                Place::AfterWord | Place::Around | Place::Line => true,
                Place::Pair | Place::Inline | Place::Block => MARKS.contains(&first),
            };
            assert!(found, "{}", markup.notation.id);
        }
    }

    #[test]
    fn names_are_unique() {
        let names: Vec<_> = CONVENTIONS.iter().map(|convention| convention.name).collect();
        let all = [
            "gutenberg", "mia", "typescript", "markdown", "smithsonian", "loc", "zooniverse",
            "fromthepage", "plain",
        ];
        assert_eq!(names, all);
    }
}

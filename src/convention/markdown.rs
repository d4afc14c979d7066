//! Markdown, in which editors keep transcriptions that are to be read in a
//! browser.
//!
//! Number signs before headings, asterisks around words, notes as `[^1]`; the
//! notations are those of CommonMark (<https://spec.commonmark.org/>) and of
//! the footnotes that many programs add to it.

use super::{Convention, Place, Sign, UNDERSCORES, row};
use crate::element::{Attribute::Rend, Element};

pub(super) static MARKDOWN: Convention = Convention {
    name: "markdown",
    title: "Markdown",
    markup: &[
        row(
            "asterisks-double",
            "**text()**",
            Place::Pair,
            Element::Hi,
            &[(Rend, "bold")],
            "Words between double asterisks are in bold; the tags replace the asterisks.",
        ),
        row(
            "asterisks",
            "*text()*",
            Place::Pair,
            Element::Hi,
            &[(Rend, "italic")],
            "Words between asterisks are in italics; the tags replace the asterisks.",
        ),
        UNDERSCORES,
        row("heading-1", "# text()", Place::Heading, Element::Head, &[], HEADING),
        row("heading-2", "## text()", Place::Heading, Element::Head, &[], HEADING),
        row("heading-3", "### text()", Place::Heading, Element::Head, &[], HEADING),
        row("heading-4", "#### text()", Place::Heading, Element::Head, &[], HEADING),
        row("heading-5", "##### text()", Place::Heading, Element::Head, &[], HEADING),
        row("heading-6", "###### text()", Place::Heading, Element::Head, &[], HEADING),
    ],
    signs: &[
        Sign {
            what: "a heading with number signs",
            weight: 2,
            at_most: 2,
            shown_by: |line| {
                let words = line.trim_start_matches('#');
                let signs = line.len() - words.len();
                (1..=6).contains(&signs) && words.starts_with(' ') && words.len() < 200
            },
        },
        Sign {
            what: "a note with a caret in brackets",
            weight: 1,
            at_most: 1,
            shown_by: |line| line.starts_with("[^") && line.contains("]: "),
        },
        Sign {
            what: "a line in bold between double asterisks",
            weight: 2,
            at_most: 2,
            shown_by: |line| emphasis(line) == Some(2) && !line.contains("***"),
        },
        Sign {
            what: "words in bold between double asterisks",
            weight: 1,
            at_most: 1,
            shown_by: |line| line.matches("**").take(2).count() == 2 && !line.contains("***"),
        },
    ],
};

/// How many asterisks stand on both sides of a line in emphasis, two of `**Friday 2**`; at
/// one side one more may, which is the marker of a note.
pub(crate) fn emphasis(line: &str) -> Option<usize> {
    let inner = line.trim_matches('*');
    let before = line.len() - line.trim_start_matches('*').len();
    let after = line.len() - line.trim_end_matches('*').len();
    let words = inner.starts_with(char::is_alphanumeric) && !inner.contains('*');
    let marks = before.min(after);
    ((1..=3).contains(&marks) && before.abs_diff(after) <= 1 && words).then_some(marks)
}

const HEADING: &str = "A heading of its level; the tag replaces the number signs.";

#[cfg(test)]
mod tests {
    use super::emphasis;

    #[test]
    fn lines_in_emphasis() {
        assert_eq!(emphasis("**Friday 2**"), Some(2));
        assert_eq!(emphasis("**Friday 2***"), Some(2));
        assert_eq!(emphasis("*Été*"), Some(1));
        for line in ["*é****", "É*", "****", "", "* See the map", "**a** and **b**", "**Friday"] {
            assert_eq!(emphasis(line), None, "{line}");
        }
    }
}

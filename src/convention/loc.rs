//! By the People, where volunteers transcribe papers of the Library of Congress.
//!
//! The instructions (<https://crowd.loc.gov/help-center/how-to-transcribe/>) put what stands in
//! the margin between `[*` and `*]`, and `[?]` where a word cannot be read. Words that the writer
//! struck out stand in brackets like remarks of the volunteers; which they are nobody can tell.

use super::{Convention, Place, Sign, after_article, row, tag};
use crate::element::Attribute::{self, Cert, Place as At, Reason, Unit};
use crate::element::Element;

pub(super) static LOC: Convention = Convention {
    name: "loc",
    title: "By the People, Library of Congress",
    markup: &[
        tag("margin-asterisks-spaced", "[* text() *]", Element::Add, &[(At, "margin")], MARGIN),
        tag("margin-asterisks", "[*text()*]", Element::Add, &[(At, "margin")], MARGIN),
        row("unread-word", "[?]", Place::Inline, Element::Gap, WORD, GAP),
        row("unread-space", "[ ]", Place::Inline, Element::Gap, WORD, GAP),
        row(
            "doubt",
            "[text()?]",
            Place::Inline,
            Element::Unclear,
            &[(Cert, "low")],
            "A doubtful reading; the tags replace the brackets and the question mark.",
        ),
    ],
    signs: &[
        Sign {
            what: "words in the margin between [* and *]",
            weight: 2,
            at_most: 2,
            shown_by: |line| {
                let margin = line.split_once("[*").and_then(|(_, rest)| rest.split_once("*]"));
                margin.is_some_and(|(words, _)| words.contains(char::is_alphabetic))
            },
        },
        Sign {
            what: "[?] for a word",
            weight: 2,
            at_most: 2,
            shown_by: |line| {
                line.contains("[?] [?]")
                    || line.match_indices("[?]").any(|(at, _)| after_article(&line[..at]))
            },
        },
    ],
};

const WORD: &[(Attribute, &str)] = &[(Reason, "illegible"), (Unit, "word")];
const MARGIN: &str = "Words in the margin; the tags replace the brackets and asterisks.";
const GAP: &str = "A word that the transcriber could not read; the tag replaces the brackets.";

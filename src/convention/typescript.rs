//! Typed transcripts of manuscripts, as archives and editors make them.
//!
//! What the transcriber says stands in brackets: what cannot be read, what is
//! doubtful, what is wrong in the original, where a page begins.

use super::{Convention, Place, Sign, row};
use crate::element::Attribute::{Cert, Reason, Unit};
use crate::element::Element;

pub(super) static TYPESCRIPT: Convention = Convention {
    name: "typescript",
    title: "typed transcript with editor’s brackets",
    markup: &[
        row("illegible", "[illegible]", Place::Inline, Element::Gap, &[(Reason, "illegible")], GAP),
        row(
            "illegible-word",
            "[illegible word]",
            Place::Inline,
            Element::Gap,
            &[(Reason, "illegible"), (Unit, "word")],
            GAP,
        ),
        row(
            "illegible-words",
            "[@quantity words illegible]",
            Place::Inline,
            Element::Gap,
            &[(Reason, "illegible"), (Unit, "word")],
            GAP,
        ),
        row(
            "illegible-lines",
            "[@quantity lines illegible]",
            Place::Inline,
            Element::Gap,
            &[(Reason, "illegible"), (Unit, "line")],
            GAP,
        ),
        row(
            "undecipherable",
            "[undecipherable]",
            Place::Inline,
            Element::Gap,
            &[(Reason, "illegible")],
            GAP,
        ),
        row("torn", "[torn]", Place::Inline, Element::Gap, &[(Reason, "damage")], GAP),
        row("sic-close", "text()[sic]", Place::AfterWord, Element::Sic, &[], SIC),
        row("sic", "text() [sic]", Place::AfterWord, Element::Sic, &[], SIC),
        row(
            "doubt-after-close",
            "text()[?]",
            Place::AfterWord,
            Element::Unclear,
            &[(Cert, "low")],
            DOUBT,
        ),
        row(
            "doubt-after",
            "text() [?]",
            Place::AfterWord,
            Element::Unclear,
            &[(Cert, "low")],
            DOUBT,
        ),
        row("doubt-both", "[?text()?]", Place::Inline, Element::Unclear, &[(Cert, "low")], DOUBT),
        row("doubt", "[text()?]", Place::Inline, Element::Unclear, &[(Cert, "low")], DOUBT),
        row("page-brackets", "[p. @n]", Place::Inline, Element::Pb, &[], PAGE),
        row("page-brackets-close", "[p.@n]", Place::Inline, Element::Pb, &[], PAGE),
        row("page-brackets-word", "[page @n]", Place::Inline, Element::Pb, &[], PAGE),
        row("page-brackets-page", "[Page @n]", Place::Inline, Element::Pb, &[], PAGE),
    ],
    signs: &[
        Sign {
            what: "a passage marked as illegible",
            weight: 3,
            at_most: 1,
            shown_by: |line| line.contains("illegible]") || line.contains("[illegible"),
        },
        Sign {
            what: "a page mark in brackets",
            weight: 2,
            at_most: 2,
            shown_by: |line| has_page_mark(line),
        },
        Sign {
            what: "a doubtful reading in brackets",
            weight: 1,
            at_most: 2,
            shown_by: |line| line.contains("[?]") || line.contains("?]"),
        },
        Sign { what: "[sic]", weight: 1, at_most: 2, shown_by: |line| line.contains("[sic]") },
    ],
};

const GAP: &str =
    "A passage that the transcriber could not read; the tag replaces the words in brackets.";
const SIC: &str = "A word that the transcriber found so in the original; the tags replace [sic].";
const DOUBT: &str = "A doubtful reading; the tags replace the brackets and the question mark.";
const PAGE: &str = "The beginning of a page; the tag replaces the mark.";

fn has_page_mark(line: &str) -> bool {
    let after = ["[p. ", "[page ", "[Page "].iter().find_map(|open| line.split_once(open));
    after.is_some_and(|(_, rest)| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest[digits..].starts_with(']')
    })
}

//! Project Gutenberg's plain text, as its volunteers and those of Distributed
//! Proofreaders write it.
//!
//! Lines wrapped near 72 characters, blank lines between paragraphs and more of
//! them before heads, a licence before and after the book. The notations are
//! those of the proofreading guidelines (<https://www.pgdp.net/>).

use super::{Convention, Place, Sign, UNDERSCORES, row};
use crate::element::{Attribute::Rend, Element};

pub(super) static GUTENBERG: Convention = Convention {
    name: "gutenberg",
    title: "Project Gutenberg",
    markup: &[
        UNDERSCORES,
        row(
            "equals-signs",
            "=text()=",
            Place::Pair,
            Element::Hi,
            &[(Rend, "bold")],
            "Words between equals signs are in bold; the tags replace the equals signs.",
        ),
        row(
            "illustration",
            "[Illustration:text()]",
            Place::Block,
            Element::Figure,
            &[],
            "An illustration with its caption; the tags replace the brackets and the word.",
        ),
        row(
            "illustration-alone",
            "[Illustration]",
            Place::Block,
            Element::Figure,
            &[],
            "An illustration without a caption; the tag replaces the brackets and the word.",
        ),
        row("footnote", "[Footnote @n:text()]", Place::Block, Element::Note, &[], NOTE),
        row("note", "[Note @n:text()]", Place::Block, Element::Note, &[], NOTE),
        row("nota", "[Nota @n:text()]", Place::Block, Element::Note, &[], NOTE),
        row("fussnote", "[Fußnote @n:text()]", Place::Block, Element::Note, &[], NOTE),
        row("anmerkung-brackets", "[Anmerkung @n:text()]", Place::Block, Element::Note, &[], NOTE),
        row("page-braces", "{@n}", Place::Inline, Element::Pb, &[], PAGE),
        row("page-braces-p", "{p. @n}", Place::Inline, Element::Pb, &[], PAGE),
        row("page-braces-pg", "{pg @n}", Place::Inline, Element::Pb, &[], PAGE),
        row("page-brackets-pg", "[Pg @n]", Place::Inline, Element::Pb, &[], PAGE),
        row("page-brackets-page", "[Page @n]", Place::Inline, Element::Pb, &[], PAGE),
    ],
    signs: &[
        Sign {
            what: "the licence names the project",
            weight: 3,
            at_most: 1,
            shown_by: |line| {
                line.contains("Project Gutenberg") || line.contains("PROJECT GUTENBERG")
            },
        },
        // Old files greet in bold, as Markdown does: “**Welcome To The World of Free …**”
        Sign {
            what: "the licence frames the text",
            weight: 4,
            at_most: 1,
            shown_by: |line| {
                line.starts_with('*')
                    && (line.contains(" PROJECT GUTENBERG") || line.contains("THE SMALL PRINT"))
            },
        },
        Sign {
            what: "a transcriber’s or proofreaders’ note",
            weight: 1,
            at_most: 2,
            shown_by: |line| {
                line.contains("Distributed Proofread") || line.contains("Transcriber's Note")
            },
        },
        Sign {
            what: "words in italics between underscores",
            weight: 1,
            at_most: 2,
            shown_by: shows_underscores,
        },
        Sign {
            what: "an illustration in brackets",
            weight: 2,
            at_most: 2,
            shown_by: |line| line.trim_start().starts_with("[Illustration"),
        },
        Sign {
            what: "a page mark in brackets",
            weight: 2,
            at_most: 2,
            shown_by: |line| line.contains("[Pg ") || line.contains("[Page "),
        },
        Sign {
            what: "a footnote in brackets",
            weight: 2,
            at_most: 2,
            shown_by: |line| {
                let line = line.trim_start();
                let number = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
                line.starts_with("[Footnote ") || line.strip_prefix("[Note ").is_some_and(number)
            },
        },
    ],
};

const NOTE: &str =
    "A footnote after the paragraph it belongs to; the tags replace the brackets and the label.";

const PAGE: &str = "The beginning of a page of the printed book; the tag replaces the mark.";

/// A line with `_words_`.
fn shows_underscores(line: &str) -> bool {
    let opens = |at: usize| line[at + 1..].starts_with(char::is_alphabetic);
    let mut places = line.match_indices('_').map(|(at, _)| at);
    places.find(|at| opens(*at)).is_some() && places.next().is_some()
}

//! Tags in brackets, as the transcription projects of the Zooniverse set them.
//!
//! A volunteer marks words and presses a button (<https://help.zooniverse.org/>), which writes
//! `[deletion]` before them and `[/deletion]` behind.

use super::{Convention, Place, Sign, row};
use crate::element::Attribute::{Cert, Reason, Rend};
use crate::element::Element;

pub(super) static ZOONIVERSE: Convention = Convention {
    name: "zooniverse",
    title: "Zooniverse transcription projects",
    markup: &[
        row(
            "tag-underline",
            "[underline]text()[/underline]",
            Place::Around,
            Element::Hi,
            &[(Rend, "underline")],
            "Underlined words; the tags replace those in brackets.",
        ),
        row(
            "tag-superscript",
            "[superscript]text()[/superscript]",
            Place::Around,
            Element::Hi,
            &[(Rend, "superscript")],
            "Raised letters; the tags replace those in brackets.",
        ),
        row(
            "tag-deletion",
            "[deletion]text()[/deletion]",
            Place::Around,
            Element::Del,
            &[],
            "Words that the writer struck out; the tags replace those in brackets.",
        ),
        row(
            "tag-insertion",
            "[insertion]text()[/insertion]",
            Place::Around,
            Element::Add,
            &[],
            "Words that the writer put in later; the tags replace those in brackets.",
        ),
        row(
            "tag-unclear",
            "[unclear]text()[/unclear]",
            Place::Around,
            Element::Unclear,
            &[(Cert, "low")],
            "A doubtful reading; the tags replace those in brackets.",
        ),
        row("tag-unread", "[unclear][/unclear]", Place::Inline, Element::Gap, UNREAD, GAP),
        row("tag-unread-alone", "[unclear]", Place::Inline, Element::Gap, UNREAD, GAP),
    ],
    signs: &[Sign {
        what: "words between tags in brackets",
        weight: 3,
        at_most: 2,
        shown_by: |line| TAGS.iter().any(|tag| line.contains(tag)),
    }],
};

const UNREAD: &[(crate::element::Attribute, &str)] = &[(Reason, "illegible")];
const GAP: &str =
    "A passage that the transcriber could not read; the tag replaces the words in brackets.";

const TAGS: &[&str] =
    &["[/underline]", "[/superscript]", "[/deletion]", "[/insertion]", "[/unclear]"];

//! Tags in brackets, as the transcription projects of the Zooniverse set them.
//!
//! A volunteer marks words and presses a button (<https://help.zooniverse.org/>), which writes
//! `[deletion]` before them and `[/deletion]` behind.

use super::{Convention, Place, Sign, closes_words, row, tag};
use crate::element::Attribute::{self, Cert, Reason, Rend};
use crate::element::Element;

pub(super) static ZOONIVERSE: Convention = Convention {
    name: "zooniverse",
    title: "Zooniverse transcription projects",
    markup: &[
        tag(
            "tag-underline",
            "[underline]text()[/underline]",
            Element::Hi,
            &[(Rend, "underline")],
            "Underlined words; the tags replace those in brackets.",
        ),
        tag(
            "tag-superscript",
            "[superscript]text()[/superscript]",
            Element::Hi,
            &[(Rend, "superscript")],
            "Raised letters; the tags replace those in brackets.",
        ),
        tag(
            "tag-deletion",
            "[deletion]text()[/deletion]",
            Element::Del,
            &[],
            "Words that the writer struck out; the tags replace those in brackets.",
        ),
        tag(
            "tag-insertion",
            "[insertion]text()[/insertion]",
            Element::Add,
            &[],
            "Words that the writer put in later; the tags replace those in brackets.",
        ),
        tag(
            "tag-unclear",
            "[unclear]text()[/unclear]",
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
        shown_by: |line| closes_words(&ZOONIVERSE, line),
    }],
};

const UNREAD: &[(Attribute, &str)] = &[(Reason, "illegible")];
const GAP: &str =
    "A passage that the transcriber could not read; the tag replaces the words in brackets.";

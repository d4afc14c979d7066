//! Tags of HTML and TEI among the words, as `FromThePage` and other programs for transcribing
//! show and take them.
//!
//! The tags are those of `FromThePage`’s editor (<https://fromthepage.com/>): a few of HTML for what
//! the page looks like, a few of TEI for what happened to the words.

use super::{Convention, Sign, closes_words, tag};
use crate::element::Attribute::{self, Cert, Rend};
use crate::element::Element;

pub(super) static FROMTHEPAGE: Convention = Convention {
    name: "fromthepage",
    title: "FromThePage",
    markup: &[
        tag("tag-u", "<u>text()</u>", Element::Hi, &[(Rend, "underline")], UNDERLINED),
        tag("tag-i", "<i>text()</i>", Element::Hi, &[(Rend, "italic")], ITALIC),
        tag("tag-em", "<em>text()</em>", Element::Hi, &[(Rend, "italic")], ITALIC),
        tag("tag-b", "<b>text()</b>", Element::Hi, &[(Rend, "bold")], BOLD),
        tag("tag-strong", "<strong>text()</strong>", Element::Hi, &[(Rend, "bold")], BOLD),
        tag("tag-sup", "<sup>text()</sup>", Element::Hi, &[(Rend, "superscript")], RAISED),
        tag("tag-sub", "<sub>text()</sub>", Element::Hi, &[(Rend, "subscript")], LOWERED),
        tag("tag-s", "<s>text()</s>", Element::Del, STRIKE, STRUCK),
        tag("tag-strike", "<strike>text()</strike>", Element::Del, STRIKE, STRUCK),
        tag("tag-del", "<del>text()</del>", Element::Del, &[], STRUCK),
        tag("tag-add", "<add>text()</add>", Element::Add, &[], INSERTED),
        tag("tag-ins", "<ins>text()</ins>", Element::Add, &[], INSERTED),
        tag("tag-doubt", "<unclear>text()</unclear>", Element::Unclear, &[(Cert, "low")], DOUBT),
    ],
    signs: &[Sign {
        what: "words between tags of HTML or TEI",
        weight: 2,
        at_most: 2,
        shown_by: |line| closes_words(&FROMTHEPAGE, line),
    }],
};

const STRIKE: &[(Attribute, &str)] = &[(Rend, "strikethrough")];

const UNDERLINED: &str = "Underlined words; the tags replace those of the transcription.";
const ITALIC: &str = "Words in italics; the tags replace those of the transcription.";
const BOLD: &str = "Words in bold; the tags replace those of the transcription.";
const RAISED: &str = "Raised letters; the tags replace those of the transcription.";
const LOWERED: &str = "Lowered letters; the tags replace those of the transcription.";
const STRUCK: &str =
    "Words that the writer struck out; the tags replace those of the transcription.";
const INSERTED: &str =
    "Words that the writer put in later; the tags replace those of the transcription.";
const DOUBT: &str = "A doubtful reading; the tags replace those of the transcription.";

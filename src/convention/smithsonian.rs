//! Double brackets, as the volunteers of the Smithsonian Transcription Center write them.
//!
//! The instructions of the Center (<https://transcription.si.edu/instructions>) put in double
//! brackets all that the transcriber says of the page. Others who have taken them over are the
//! Georgian Papers Programme, the Newberry Library, and many sites that use Scripto.

use super::{Convention, Place, Sign, row, tag};
use crate::element::Attribute::{self, Cert, Place as At, Reason, Rend, Type};
use crate::element::Element;

pub(super) static SMITHSONIAN: Convention = Convention {
    name: "smithsonian",
    title: "Smithsonian Transcription Center",
    markup: &[
        tag(
            "underlined-spaced",
            "[[underlined]] text() [[/underlined]]",
            Element::Hi,
            UNDERLINE,
            UNDERLINED,
        ),
        tag(
            "underlined",
            "[[underlined]]text()[[/underlined]]",
            Element::Hi,
            UNDERLINE,
            UNDERLINED,
        ),
        tag(
            "underline-spaced",
            "[[underline]] text() [[/underline]]",
            Element::Hi,
            UNDERLINE,
            UNDERLINED,
        ),
        tag("underline", "[[underline]]text()[[/underline]]", Element::Hi, UNDERLINE, UNDERLINED),
        tag(
            "superscript",
            "[[superscript]]text()[[/superscript]]",
            Element::Hi,
            &[(Rend, "superscript")],
            RAISED,
        ),
        tag(
            "strikethrough-spaced",
            "[[strikethrough]] text() [[/strikethrough]]",
            Element::Del,
            STRIKE,
            STRUCK,
        ),
        tag(
            "strikethrough",
            "[[strikethrough]]text()[[/strikethrough]]",
            Element::Del,
            STRIKE,
            STRUCK,
        ),
        tag("insertion-spaced", "[[insertion]] text() [[/insertion]]", Element::Add, &[], INSERTED),
        tag("insertion", "[[insertion]]text()[[/insertion]]", Element::Add, &[], INSERTED),
        tag(
            "annotation-spaced",
            "[[annotation]] text() [[/annotation]]",
            Element::Add,
            &[],
            ANNOTATION,
        ),
        tag("annotation", "[[annotation]]text()[[/annotation]]", Element::Add, &[], ANNOTATION),
        tag(
            "preprinted",
            "[[preprinted]]text()[[/preprinted]]",
            Element::Seg,
            &[(Type, "preprinted")],
            PREPRINTED,
        ),
        tag("caret-spaced", "^[[ text() ]]", Element::Add, &[], INSERTED),
        tag("caret", "^[[text()]]", Element::Add, &[], INSERTED),
        tag(
            "margin-left",
            "[[left margin]] text() [[/left margin]]",
            Element::Add,
            &[(At, "margin left")],
            MARGIN,
        ),
        tag(
            "margin-right",
            "[[right margin]] text() [[/right margin]]",
            Element::Add,
            &[(At, "margin right")],
            MARGIN,
        ),
        tag("margin", "[[margin]] text() [[/margin]]", Element::Add, &[(At, "margin")], MARGIN),
        row("unread", "[[?]]", Place::Inline, Element::Gap, UNREAD, GAP),
        row("unread-illegible", "[[illegible]]", Place::Inline, Element::Gap, UNREAD, GAP),
        row("unread-unclear", "[[unclear]]", Place::Inline, Element::Gap, UNREAD, GAP),
        row(
            "doubt-double",
            "[[text()?]]",
            Place::Inline,
            Element::Unclear,
            &[(Cert, "low")],
            "A doubtful reading; the tags replace the double brackets and the question mark.",
        ),
        row("page-double", "[[page @n]]", Place::Inline, Element::Pb, &[], PAGE),
        row("image", "[[image:text()]]", Place::Block, Element::Figure, &[], IMAGE),
        row("image-alone", "[[image]]", Place::Block, Element::Figure, &[], IMAGE),
    ],
    signs: &[
        Sign {
            what: "words between tags in double brackets",
            weight: 3,
            at_most: 2,
            shown_by: |line| closes(line).is_some_and(|name| line.contains(&format!("[[{name}]]"))),
        },
        Sign {
            what: "a doubtful reading in double brackets",
            weight: 2,
            at_most: 2,
            shown_by: |line| line.contains("[[") && line.contains("?]]"),
        },
        Sign {
            what: "an image in double brackets",
            weight: 2,
            at_most: 1,
            shown_by: |line| line.starts_with("[[image"),
        },
    ],
};

const UNDERLINE: &[(Attribute, &str)] = &[(Rend, "underline")];
const STRIKE: &[(Attribute, &str)] = &[(Rend, "strikethrough")];
const UNREAD: &[(Attribute, &str)] = &[(Reason, "illegible")];

const UNDERLINED: &str = "Underlined words; the tags replace those in double brackets.";
const RAISED: &str = "Raised letters; the tags replace those in double brackets.";
const STRUCK: &str = "Words that the writer struck out; the tags replace those in double brackets.";
const INSERTED: &str =
    "Words that the writer put in later; the tags replace those in double brackets.";
const ANNOTATION: &str =
    "Words that somebody wrote to the text; the tags replace those in double brackets.";
const PREPRINTED: &str =
    "Words that are printed on the paper; the tags replace those in double brackets.";
const MARGIN: &str = "Words in the margin; the tags replace those in double brackets.";
const GAP: &str =
    "A passage that the transcriber could not read; the tag replaces the words in double brackets.";
const PAGE: &str = "The beginning of a page; the tag replaces the mark in double brackets.";
const IMAGE: &str = "An image, with what it shows; the tag replaces the double brackets.";

/// The name in the first `[[/name]]` of a line.
fn closes(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("[[/")?;
    rest.split_once("]]").map(|(name, _)| name)
}

//! The Marxists Internet Archive's pages as plain text.
//!
//! A block of credits at the top, one line to a paragraph, a line with only a
//! no-break space before each section, `[1]` with a list of footnotes at the
//! end, and the date of the last change at the bottom. All of it stays text.

use super::{Convention, Sign};

pub(super) static MIA: Convention = Convention {
    name: "mia",
    title: "Marxists Internet Archive",
    markup: &[],
    signs: &[
        Sign {
            what: "the archive is named",
            weight: 3,
            at_most: 1,
            shown_by: |line| {
                line.contains("Marxists’ Internet Archive")
                    || line.contains("Marxists' Internet Archive")
                    || line.contains("Marxists Internet Archive")
                    || line.contains("marxists.org")
            },
        },
        Sign {
            what: "a credit for transcription and markup",
            weight: 1,
            at_most: 2,
            shown_by: |line| {
                line.starts_with("Transcribed & marked up by")
                    || line.starts_with("Transcription/Markup:")
                    || line.starts_with("Transcription/HTML Markup:")
                    || line.starts_with("HTML Markup:")
            },
        },
        Sign {
            what: "a line with only a no-break space",
            weight: 1,
            at_most: 1,
            shown_by: |line| line == "\u{A0}",
        },
        Sign {
            what: "the date of the last change",
            weight: 1,
            at_most: 1,
            shown_by: |line| line.starts_with("Last updated on"),
        },
    ],
};

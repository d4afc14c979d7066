//! No convention at all: every character is text.

use super::Convention;

/// Paragraphs separated by blank lines, and nothing else that is agreed on.
pub(super) static PLAIN: Convention =
    Convention { name: "plain", title: "plain text", markup: &[], signs: &[] };

//! How a block stands on its line.

use super::super::tree::{Node, attribute, name};

/// How a block stands on its line, for formats that are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::export) enum Setting {
    /// As a paragraph does.
    #[default]
    Plain,
    /// On a title page.
    Title,
    /// The title on a title page.
    MainTitle,
    /// In the middle.
    Centred,
    /// At the end of the line.
    End,
}

/// How the blocks of `node` stand, if it says so.
pub(super) fn setting(node: Node<'_>) -> Option<Setting> {
    let kind = attribute(node, "type");
    match name(node) {
        "titlePart" | "docTitle"
            if !matches!(kind, Some("sub" | "desc" | "alt" | "series" | "halftitle")) =>
        {
            Some(Setting::MainTitle)
        }
        "titlePage" | "titlePart" => Some(Setting::Title),
        "trailer" => Some(Setting::Centred),
        "ab" if kind == Some("ornament") => Some(Setting::Centred),
        "closer" | "signed" => Some(Setting::End),
        _ => None,
    }
}

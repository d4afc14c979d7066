//! The whole document as JSON, and back: the one format that loses nothing.
//!
//! `schema/edition.schema.json` describes it.

mod read;
mod write;

use serde_json::json;

use super::document::Document;
use super::{Content, ExportOptions, Format};
use crate::diagnostic::Diagnostic;

pub use read::to_tei;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "json",
    extension: "json",
    description: "All of the document, back to the same TEI; with a schema",
    losses: &[],
    write,
};

/// The version of the form of the JSON.
const VERSION: u32 = 1;

fn write(document: &Document<'_>, _: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    let metadata = &document.metadata;
    let contributors = metadata
        .contributors
        .iter()
        .map(|(role, agent)| json!({ "role": role, "name": agent.name }))
        .collect::<Vec<_>>();
    let description = json!({
        "title": document.title(),
        "subtitles": metadata.subtitles,
        "authors": metadata.author_names().collect::<Vec<_>>(),
        "contributors": contributors,
        "publishers": metadata.publishers,
        "date": metadata.date.as_ref().map(|(words, value)| value.as_deref().unwrap_or(words)),
        "language": document.language_tag(),
        "sources": metadata.sources,
        "licences": metadata.licences.iter().map(|(words, url)| url.as_ref().unwrap_or(words))
            .collect::<Vec<_>>(),
    });
    let mut out = format!(
        "{{\"format\":\"rubricate-tei\",\"version\":{VERSION},\"metadata\":{description},\"document\":"
    );
    write::push_document(document.xml, &mut out);
    out.push_str("}\n");
    Content::File(out.into_bytes())
}

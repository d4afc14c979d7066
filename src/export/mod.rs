//! TEI in the formats that people read and programs process.
//!
//! This knows nothing but the TEI text, so it takes any TEI P5 document:
//! rubricate’s own, one edited by hand, a stranger’s. A format is one file or
//! directory here, and one line in [`FORMATS`].
//!
//! ```text
//!   TEI ─▶ Document (layout, notes, entities, outline: worked out once)
//!                │
//!                └─▶ walk ─▶ html · epub · markdown · text · latex · …
//! ```

mod annotations;
mod apart;
mod apparatus;
mod csv;
mod document;
mod entities;
mod epub;
mod forms;
mod glyphs;
mod html;
mod ids;
mod json;
mod labels;
mod language;
mod latex;
mod layout;
mod loss;
mod markdown;
mod mentions;
mod metadata;
mod notes;
mod outline;
mod plain;
mod positions;
mod prose;
mod record;
mod role;
mod speaker;
mod spoken;
mod style;
mod tei;
mod text;
mod tokens;
mod tree;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::tei::parse;
use document::Document;

pub use json::to_tei;
pub use loss::Loss;

/// The formats, as help and documentation list them.
pub static FORMATS: &[&Format] = &[
    &html::FORMAT,
    &epub::FORMAT,
    &text::FORMAT,
    &markdown::FORMAT,
    &latex::FORMAT,
    &json::FORMAT,
    &annotations::FORMAT,
    &csv::FORMAT,
    &tei::FORMAT,
];

/// A format that TEI can be exported to.
pub struct Format {
    /// The name, as in `--to html`.
    pub name: &'static str,
    /// The usual extension of its files.
    pub extension: &'static str,
    /// What it is, in a few words.
    pub description: &'static str,
    /// What it cannot carry, by kinds.
    pub losses: &'static [&'static [Loss]],
    write: fn(&Document<'_>, &ExportOptions, &mut Vec<Diagnostic>) -> Content,
}

impl Format {
    /// Whether it can be several files, as [`ExportOptions::split`] wants.
    #[must_use]
    pub fn splits(&self) -> bool {
        self.name == html::FORMAT.name
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The format called `name`.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// How to export.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    /// The name of the document without its extension; other files of an
    /// export are named after it.
    pub name: String,
    /// Several pages instead of one, for formats that can.
    pub split: bool,
    /// The column to wrap lines at, for formats that have lines.
    pub wrap: Option<usize>,
}

/// What an export gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Export {
    /// The document in the format.
    pub content: Content,
    /// What is to be said of it, over the TEI text.
    pub diagnostics: Vec<Diagnostic>,
}

/// The bytes of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One file.
    File(Vec<u8>),
    /// Several files with their names, for a directory of their own.
    Files(Vec<(String, Vec<u8>)>),
}

impl Content {
    /// The bytes of a single file; of several, those of the first.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::File(bytes) => bytes,
            Self::Files(files) => files.first().map_or(&[], |(_, bytes)| bytes),
        }
    }
}

/// Exports a TEI document.
///
/// The same document gives the same bytes on every run.
///
/// ```
/// use rubricate::{ExportOptions, Options, convert, export, format};
///
/// let edition = convert(b"May 8, 1937, Paris. A walk.\n", &Options::default()).unwrap();
/// let html = export(&edition.tei, format("html").unwrap(), &ExportOptions::default()).unwrap();
/// let page = String::from_utf8(html.content.bytes().to_vec()).unwrap();
/// assert!(page.contains("datetime=\"1937-05-08\""));
/// ```
///
/// # Errors
///
/// A diagnostic over `tei` if it is not well-formed, not TEI, nests deeper than
/// [`MAX_DEPTH`](crate::tei::MAX_DEPTH), or has a document type declaration that
/// does more than declare characters.
pub fn export(tei: &str, format: &Format, options: &ExportOptions) -> Result<Export, Diagnostic> {
    let tree = parse(tei)?;
    let mut diagnostics = Vec::new();
    let document = Document::of(tei, &tree, &mut diagnostics);
    if !document.texts.iter().any(|text| document::has_content(*text)) {
        let message = "the document has no text, so nothing but its header is exported";
        diagnostics.push(Diagnostic::new(Severity::Warning, Code::NotCarried, message));
    }
    let content = (format.write)(&document, options, &mut diagnostics);
    diagnostics.extend(loss::told(format.losses, &document.texts, format.name));
    diagnostics.sort_by_key(|found| found.span.map_or(0, |span| span.start));
    Ok(Export { content, diagnostics })
}

//! The TEI document: written from nested events, read back as text.
//!
//! The two directions meet only in the document. [`write()`] puts the tags in;
//! [`externalize`] takes them out again and needs nothing else for it.

mod characters;
mod externalize;
mod header;
mod markup;
mod reader;
mod record;
mod stand_off;
mod write;

use crate::convention::CONVENTIONS;
use crate::entity::Entities;
use crate::internalize::Nested;
use crate::metadata::Metadata;
use crate::profile::Profile;
use crate::source::Source;
use header::{Header, write_header};
use markup::Markup;

pub(crate) use characters::is_forbidden;
pub use externalize::{Externalized, externalize};
pub(crate) use reader::check_well_formed;
pub use reader::{MAX_DEPTH, NAMESPACE};
pub use record::Record;

/// All that an edition is made of.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The transcription.
    pub source: &'a Source,
    /// The elements of its text.
    pub nested: &'a Nested,
    /// What is known of it as a whole.
    pub metadata: &'a Metadata,
    /// What gives it back.
    pub record: &'a Record,
    /// Whom and what it mentions.
    pub entities: &'a Entities,
    /// For which consumer it is.
    pub profile: Profile,
    /// How many words it has.
    pub words: usize,
}

/// The TEI document.
#[must_use]
pub fn write(edition: &Edition<'_>) -> String {
    let text = edition.source.text();
    let mut out = String::with_capacity(text.len() * 2 + 16_384);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for namespace in ["http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"]
    {
        out.push_str("<?xml-model href=\"");
        out.push_str(SCHEMA);
        out.push_str("\" type=\"application/xml\" schematypens=\"");
        out.push_str(namespace);
        out.push_str("\"?>\n");
    }
    let language = edition.metadata.language.as_deref().unwrap_or("und");
    out.push_str("<TEI xmlns=\"");
    out.push_str(NAMESPACE);
    out.push_str("\" xml:lang=\"");
    write::push_escaped(language, &mut out);
    out.push_str("\">\n");

    let notations = write::notations_in_use(edition.source, edition.nested);
    let markup = CONVENTIONS.iter().flat_map(|convention| convention.markup);
    let mut practices: Vec<&str> = Vec::new();
    for row in markup.filter(|row| {
        notations.iter().any(|notation| std::ptr::eq(*notation, &raw const row.notation))
    }) {
        if !practices.contains(&row.practice) {
            practices.push(row.practice);
        }
    }
    let header = Header {
        metadata: edition.metadata,
        record: edition.record,
        words: edition.words,
        notations: &notations,
        practices: &practices,
    };
    let mut markup = Markup::new(&mut out);
    write_header(&header, &mut markup);
    stand_off::write_stand_off(edition.entities, &mut markup);
    write::write_text(edition.source, edition.nested, &mut out);
    out.push_str("</TEI>\n");
    out
}

/// The schema that editors find on the web; the embedded one is stricter.
const SCHEMA: &str = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng";

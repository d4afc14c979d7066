//! The TEI document: written from nested events, read back as text.
//!
//! The two directions meet only in the document. [`write()`] puts the tags in;
//! [`externalize`] takes them out again and needs nothing else for it.

mod addition;
mod characters;
mod correspondence;
mod doctype;
mod externalize;
mod file;
mod header;
mod markup;
mod reader;
mod record;
mod stand_off;
mod write;

use crate::convention::{CONVENTIONS, FOLIOS};
use crate::element::Attribute;
use crate::entity::Entities;
use crate::internalize::Nested;
use crate::metadata::Metadata;
use crate::profile::{HeaderForm, Lists, Profile};
use crate::source::Source;
use crate::structure::slug;
use correspondence::{letters, supplied_title};
use header::{Header, write_header};
use markup::Markup;

pub(crate) use addition::Addition;
pub(crate) use characters::forbidden_characters;
pub(crate) use doctype::Entities as DeclaredEntities;
pub use externalize::{Externalized, externalize};
pub(crate) use externalize::{externalize_and, externalize_without};
pub use file::{xml_bytes, xml_text};
pub use reader::{MAX_DEPTH, NAMESPACE};
pub(crate) use reader::{Step, Tag, parse};
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
    let target = edition.profile.target();
    for namespace in ["http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"]
    {
        out.push_str("<?xml-model href=\"");
        out.push_str(target.schema);
        out.push_str("\" type=\"application/xml\" schematypens=\"");
        out.push_str(namespace);
        out.push_str("\"?>\n");
    }
    root(edition, &mut out);

    let notations = write::notations_in_use(edition.source, edition.nested);
    let markup = CONVENTIONS.iter().flat_map(|convention| convention.markup).chain(FOLIOS);
    let mut practices: Vec<&str> = Vec::new();
    for row in markup.filter(|row| {
        notations.iter().any(|notation| std::ptr::eq(*notation, &raw const row.notation))
    }) {
        if !practices.contains(&row.practice) {
            practices.push(row.practice);
        }
    }
    let letters = if target.letters {
        letters(edition.source, edition.nested, edition.metadata, edition.entities)
    } else {
        Vec::new()
    };
    let Edition { source, nested, metadata, entities, .. } = *edition;
    let untitled = metadata.title.is_none();
    let supplied = if untitled { supplied_title(source, nested, metadata, entities) } else { None };
    let supplied = supplied.map(|title| Metadata { title: Some(title), ..metadata.clone() });
    let header = Header {
        metadata: supplied.as_ref().unwrap_or(metadata),
        supplied: supplied.is_some(),
        record: edition.record,
        entities: edition.entities,
        words: edition.words,
        notations: &notations,
        practices: &practices,
        letters: &letters,
        lists: target.lists,
    };
    let mut markup = Markup::new(&mut out);
    write_header(target.header, &header, &mut markup);
    if target.lists == Lists::StandOff {
        stand_off::write_stand_off(edition.entities, &mut markup);
    }
    let declares = target.header == HeaderForm::Tei;
    write::write_text(edition.source, edition.nested, declares, &mut out);
    out.push_str("</TEI>\n");
    out
}

/// The start tag of the root.
fn root(edition: &Edition<'_>, out: &mut String) {
    out.push_str("<TEI xmlns=\"");
    out.push_str(NAMESPACE);
    out.push('"');
    let form = edition.profile.target().header;
    if form == HeaderForm::Eltec {
        // An identifier of the whole, which no element of the text can have.
        let name = edition.record.file.as_deref().unwrap_or_default();
        let name = slug(name.strip_suffix(".txt").unwrap_or(name));
        let id = if name.is_empty() { "edition".to_owned() } else { format!("edition-{name}") };
        write::push_attribute(Attribute::XmlId, &id, out);
    }
    if form != HeaderForm::Dtabf {
        let language = edition.metadata.language.as_deref().unwrap_or("und");
        write::push_attribute(Attribute::XmlLang, language, out);
    }
    out.push_str(">\n");
}

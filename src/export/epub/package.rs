//! The package document: metadata, manifest, spine.

use uuid::Uuid;

use super::super::document::Document;
use super::super::html::markup::{push_attribute, push_text};
use crate::source::sha256;

/// A file of the book that is read in its turn.
pub(super) struct Part {
    pub file: String,
    pub title: String,
    pub content: String,
}

impl Part {
    pub(super) fn new(file: &str, title: &str, content: String) -> Self {
        Self { file: file.to_owned(), title: title.to_owned(), content }
    }

    fn has_math(&self) -> bool {
        self.content.contains("<math")
    }
}

/// The time that every book says it was changed at: EPUB wants one, and the
/// document that it is made from has none.
const MODIFIED: &str = "2000-01-01T00:00:00Z";

/// The package document.
pub(super) fn package(document: &Document<'_>, parts: &[Part]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"",
    );
    push_attribute("xml:lang", &document.language_tag(), &mut out);
    out.push_str(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    push_metadata(document, &mut out);
    push_accessibility(document, parts, &mut out);
    out.push_str("</metadata>\n<manifest>\n");
    out.push_str(
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n",
    );
    for (number, part) in parts.iter().enumerate() {
        out.push_str("<item");
        push_attribute("id", &format!("part-{}", number + 1), &mut out);
        push_attribute("href", &part.file, &mut out);
        push_attribute("media-type", "application/xhtml+xml", &mut out);
        if part.has_math() {
            push_attribute("properties", "mathml", &mut out);
        }
        out.push_str("/>\n");
    }
    out.push_str("</manifest>\n<spine>\n");
    for number in 1..=parts.len() {
        out.push_str("<itemref");
        push_attribute("idref", &format!("part-{number}"), &mut out);
        out.push_str("/>\n");
    }
    out.push_str("</spine>\n</package>\n");
    out
}

fn push_metadata(document: &Document<'_>, out: &mut String) {
    let metadata = &document.metadata;
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, sha256(document.xml.as_bytes()).as_bytes());
    push_element("dc:identifier", &[("id", "id")], &format!("urn:uuid:{uuid}"), out);
    push_element("dc:title", &[], document.title(), out);
    push_element("dc:language", &[], &document.language_tag(), out);
    for name in metadata.author_names() {
        push_element("dc:creator", &[], name, out);
    }
    for (_, agent) in &metadata.contributors {
        push_element("dc:contributor", &[], &agent.name, out);
    }
    for publisher in &metadata.publishers {
        push_element("dc:publisher", &[], publisher, out);
    }
    let date = metadata.date.as_ref().and_then(|(_, value)| value.as_deref());
    if let Some(date) = date.filter(|date| is_date(date)) {
        push_element("dc:date", &[], date, out);
    }
    for source in &metadata.sources {
        push_element("dc:source", &[], source, out);
    }
    for keyword in &metadata.keywords {
        push_element("dc:subject", &[], keyword, out);
    }
    for (words, url) in &metadata.licences {
        push_element("dc:rights", &[], url.as_deref().unwrap_or(words), out);
    }
    push_meta("dcterms:modified", MODIFIED, out);
}

/// What readers with special needs want to know before they open a book
/// (EPUB Accessibility 1.1).
fn push_accessibility(document: &Document<'_>, parts: &[Part], out: &mut String) {
    let has_pages = parts.iter().any(|part| part.content.contains("epub:type=\"pagebreak\""));
    let has_math = parts.iter().any(Part::has_math);
    push_meta("schema:accessMode", "textual", out);
    push_meta("schema:accessModeSufficient", "textual", out);
    for feature in ["structuralNavigation", "tableOfContents", "readingOrder"] {
        push_meta("schema:accessibilityFeature", feature, out);
    }
    if !document.entities.list.is_empty() {
        push_meta("schema:accessibilityFeature", "index", out);
    }
    if has_pages {
        push_meta("schema:accessibilityFeature", "pageNavigation", out);
        push_meta("schema:accessibilityFeature", "pageBreakMarkers", out);
    }
    if has_math {
        push_meta("schema:accessibilityFeature", "MathML", out);
    }
    push_meta("schema:accessibilityHazard", "none", out);
    let summary = "All content is text, with headings, a table of contents and links from notes \
                   back to the text.";
    push_meta("schema:accessibilitySummary", summary, out);
}

fn push_meta(property: &str, value: &str, out: &mut String) {
    push_element("meta", &[("property", property)], value, out);
}

fn push_element(name: &str, attributes: &[(&str, &str)], words: &str, out: &mut String) {
    if words.trim().is_empty() {
        return;
    }
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes {
        push_attribute(key, value, out);
    }
    out.push('>');
    push_text(words.trim(), out);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

/// Whether the value is a year, a month or a day.
fn is_date(value: &str) -> bool {
    matches!(value.len(), 4 | 7 | 10)
        && value.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

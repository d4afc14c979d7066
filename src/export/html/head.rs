//! The head of a page: title, description for machines, style, program.

use serde_json::{Map, Value, json};

use super::super::document::Document;
use super::super::entities::Kind;
use super::super::metadata::Agent;
use super::super::record::has_record;
use super::super::tree::collapsed;
use super::markup::{push_attribute, push_text};
use super::site::Flavour;

/// The style of every page.
const STYLE: &str = include_str!("style.css");
/// The signs of editors.
const MARKS: &str = include_str!("marks.css");
/// The style of dictionaries and catalogues.
const RECORDS: &str = include_str!("records.css");
/// The program that adds to the page.
pub(super) const PROGRAM: &str = include_str!("enhance.js");

/// Writes the `head`; `page` is the name of a page among several, which share
/// their style and their program.
pub(super) fn write_head(
    document: &Document<'_>,
    flavour: Flavour,
    page: Option<&str>,
    out: &mut String,
) {
    out.push_str("<head>\n<meta charset=\"utf-8\">\n<title>");
    if let Some(page) = page {
        push_text(page, out);
        out.push_str(" – ");
    }
    push_text(document.title(), out);
    out.push_str("</title>\n");
    meta("viewport", "width=device-width, initial-scale=1", out);
    meta("color-scheme", "light dark", out);
    meta("generator", concat!("rubricate ", env!("CARGO_PKG_VERSION")), out);
    dublin_core(document, out);
    // What is true of the whole is said once.
    if page.is_none() {
        out.push_str("<script type=\"application/ld+json\">");
        // `</script>` and `<!--` must not stand in a script.
        let data = linked_data(document).to_string().replace('<', "\\u003c");
        out.push_str(&data);
        out.push_str("</script>\n");
    }
    if flavour == Flavour::Pages {
        out.push_str(
            "<link rel=\"stylesheet\" href=\"style.css\">\n<script src=\"enhance.js\"></script>\n",
        );
    } else {
        out.push_str("<style>\n");
        push_style(document, out);
        out.push_str("</style>\n<script>\n");
        out.push_str(PROGRAM);
        out.push_str("</script>\n");
    }
    out.push_str("</head>\n");
}

/// Writes the style sheet: all that the document needs.
pub(super) fn push_style(document: &Document<'_>, out: &mut String) {
    out.push_str(STYLE);
    push_shared_style(document, out);
}

/// Writes the style that pages and books share: the signs of editors, and that
/// of dictionaries and catalogues where there is one.
pub(in crate::export) fn push_shared_style(document: &Document<'_>, out: &mut String) {
    out.push_str(MARKS);
    if has_record(&document.texts) {
        out.push_str(RECORDS);
    }
}

fn meta(name: &str, content: &str, out: &mut String) {
    let content = collapsed(content);
    if content.is_empty() {
        return;
    }
    out.push_str("<meta");
    push_attribute("name", name, out);
    push_attribute("content", &content, out);
    out.push_str(">\n");
}

/// Dublin Core as HTML has it (DCMI, *Expressing Dublin Core in HTML*).
fn dublin_core(document: &Document<'_>, out: &mut String) {
    let metadata = &document.metadata;
    out.push_str("<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">\n");
    out.push_str("<link rel=\"schema.DCTERMS\" href=\"http://purl.org/dc/terms/\">\n");
    meta("DC.title", document.title(), out);
    metadata.author_names().for_each(|name| meta("DC.creator", name, out));
    for (_, agent) in &metadata.contributors {
        meta("DC.contributor", &agent.name, out);
    }
    metadata.publishers.iter().for_each(|name| meta("DC.publisher", name, out));
    if let Some((words, value)) = &metadata.date {
        meta("DC.date", value.as_deref().unwrap_or(words), out);
    }
    meta("DC.language", &document.language_tag(), out);
    meta("DC.type", "Text", out);
    meta("DC.format", "text/html", out);
    metadata.sources.iter().for_each(|source| meta("DC.source", source, out));
    metadata.identifiers.iter().for_each(|(_, id)| meta("DC.identifier", id, out));
    metadata.keywords.iter().for_each(|keyword| meta("DC.subject", keyword, out));
    metadata.licences.iter().for_each(|(words, _)| meta("DC.rights", words, out));
    if let Some(url) = metadata.licence_url() {
        meta("DCTERMS.license", url, out);
    }
}

/// The description in the vocabulary of schema.org.
fn linked_data(document: &Document<'_>) -> Value {
    let metadata = &document.metadata;
    let mut data = Map::new();
    let mut set = |key: &str, value: Value| {
        let is_empty = match &value {
            Value::Array(list) => list.is_empty(),
            Value::String(text) => text.is_empty(),
            Value::Null => true,
            _ => false,
        };
        if !is_empty {
            data.insert(key.to_owned(), value);
        }
    };
    set("@context", json!("https://schema.org"));
    set("@type", json!("CreativeWork"));
    set("name", json!(document.title()));
    set("alternativeHeadline", json!(metadata.subtitles));
    set("author", metadata.authors.iter().map(person).collect());
    let with = |wanted: fn(&str) -> bool| -> Value {
        let agents = metadata.contributors.iter().filter(|(role, _)| wanted(role));
        agents.map(|(_, agent)| person(agent)).collect()
    };
    set("editor", with(|role| role == "editor"));
    set("translator", with(|role| role == "translator"));
    set("contributor", with(|role| !matches!(role, "editor" | "translator")));
    let publishers = metadata.publishers.iter();
    set(
        "publisher",
        publishers.map(|name| json!({"@type": "Organization", "name": name})).collect(),
    );
    if let Some((words, value)) = &metadata.date {
        set("datePublished", json!(value.as_deref().unwrap_or(words)));
    }
    set("inLanguage", json!(document.language_tag()));
    set("license", json!(metadata.licence_url()));
    set("isBasedOn", json!(metadata.sources));
    set("keywords", json!(metadata.keywords));
    set("identifier", metadata.identifiers.iter().map(|(_, id)| json!(id)).collect());
    set("mentions", mentions(document));
    Value::Object(data)
}

fn person(agent: &Agent) -> Value {
    match &agent.url {
        Some(url) => json!({"@type": "Person", "name": agent.name, "sameAs": url}),
        None => json!({"@type": "Person", "name": agent.name}),
    }
}

/// Whom and what the text mentions that the document describes.
fn mentions(document: &Document<'_>) -> Value {
    let described = document.entities.list.iter().filter(|entity| {
        !entity.mentions.is_empty() && (entity.described.is_some() || !entity.links.is_empty())
    });
    described
        .map(|entity| {
            let kind = match entity.kind {
                Kind::Person => "Person",
                Kind::Place => "Place",
                Kind::Organisation => "Organization",
            };
            let mut value = json!({"@type": kind, "name": entity.label});
            if !entity.links.is_empty() {
                value["sameAs"] = json!(entity.links);
            }
            value
        })
        .collect()
}

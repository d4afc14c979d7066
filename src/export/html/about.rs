//! What the header says of the edition.

use super::super::document::Document;
use super::markup::{address, push_attribute, push_text};

/// What the header says, for people.
pub(super) fn push_about(document: &Document<'_>, out: &mut String) {
    let (metadata, labels) = (&document.metadata, document.labels);
    let mut rows: Vec<(&str, String, Option<&str>)> = Vec::new();
    rows.push((labels.title, document.title().to_owned(), None));
    for agent in &metadata.authors {
        rows.push((labels.author, agent.name.clone(), agent.url.as_deref()));
    }
    for (role, agent) in &metadata.contributors {
        rows.push((role, agent.name.clone(), agent.url.as_deref()));
    }
    metadata.publishers.iter().for_each(|name| rows.push((labels.publisher, name.clone(), None)));
    if let Some((words, _)) = &metadata.date {
        rows.push((labels.published, words.clone(), None));
    }
    metadata.sources.iter().for_each(|words| rows.push((labels.source, words.clone(), None)));
    for (words, url) in &metadata.licences {
        rows.push((labels.licence, words.clone(), url.as_deref()));
    }
    for (kind, id) in &metadata.identifiers {
        rows.push((kind.as_deref().unwrap_or(labels.identifier), id.clone(), None));
    }
    out.push_str("<footer class=\"ui-about\">\n<details><summary");
    super::push_own_language(document, out);
    out.push('>');
    push_text(labels.about, out);
    out.push_str("</summary>\n<dl>\n");
    for (term, words, url) in rows {
        out.push_str("<div><dt>");
        push_text(term, out);
        out.push_str("</dt><dd>");
        match url.and_then(address) {
            Some(way) => {
                out.push_str("<a");
                push_attribute("href", &way, out);
                out.push('>');
                push_text(&words, out);
                out.push_str("</a>");
            }
            None => push_text(&words, out),
        }
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n</details>\n</footer>\n");
}

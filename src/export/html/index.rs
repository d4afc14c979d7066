//! The index of persons, places and organisations.

use super::super::document::Document;
use super::super::entities::{Entity, Kind};
use super::super::plain::plain;
use super::super::tree::{Node, attribute, elements, name};
use super::markup::{address, push_attribute, push_text};
use super::site::Site;

/// The title of the index of a kind.
pub(in crate::export) fn title(document: &Document<'_>, kind: Kind) -> &'static str {
    match kind {
        Kind::Person => document.labels.persons,
        Kind::Place => document.labels.places,
        Kind::Organisation => document.labels.organisations,
    }
}

/// The entries of one kind; empty if there are none.
pub(in crate::export) fn index(site: &Site<'_, '_>, kind: Kind, is_on_page: bool) -> String {
    let mut out = String::new();
    for entity in site.document.entities.of_kind(kind) {
        if out.is_empty() {
            out.push_str("<ul class=\"ui-index\">\n");
        }
        entry(site, entity, is_on_page, &mut out);
    }
    if !out.is_empty() {
        out.push_str("</ul>\n");
    }
    out
}

fn entry(site: &Site<'_, '_>, entity: &Entity<'_>, is_on_page: bool, out: &mut String) {
    out.push_str("<li");
    push_attribute("id", &entity.id, out);
    out.push_str("><span class=\"ui-name\">");
    push_text(&entity.heading, out);
    out.push_str("</span>");
    if let Some(described) = entity.described {
        let said = description(described, site.document);
        if !said.is_empty() {
            out.push_str(" <span class=\"ui-said\">");
            push_text(&said, out);
            out.push_str("</span>");
        }
    }
    for link in &entity.links {
        let Some(way) = address(link) else { continue };
        let authority = link.split("://").nth(1).and_then(|rest| rest.split('/').next());
        out.push_str(" <a class=\"ui-authority\"");
        push_attribute("href", &way, out);
        out.push('>');
        push_text(authority.unwrap_or(link), out);
        out.push_str("</a>");
    }
    if !entity.mentions.is_empty() {
        out.push_str("<span class=\"ui-mentions\">");
    }
    for (number, (node, id)) in entity.mentions.iter().enumerate() {
        let page = site.page_of_words(*node);
        let way = site.way(if is_on_page { Some(page) } else { None }, page, id);
        let number = (number + 1).to_string();
        let around = site.document.outline.label_around(*node);
        out.push_str(" <a");
        push_attribute("href", &way, out);
        if let Some(around) = around {
            push_attribute("title", around, out);
        }
        push_attribute("aria-label", &format!("{} {number}", entity.label), out);
        out.push('>');
        out.push_str(&number);
        out.push_str("</a>");
    }
    if !entity.mentions.is_empty() {
        out.push_str("</span>");
    }
    out.push_str("</li>\n");
}

/// Dates and other facts that the description of an entity gives.
fn description(node: Node<'_>, document: &Document<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    for part in elements(node) {
        let words = plain(part, &document.layout);
        let value = super::super::document::date_value(part);
        let (sign, words) = match name(part) {
            "birth" => ("* ", value.unwrap_or(words)),
            "death" => ("† ", value.unwrap_or(words)),
            "floruit" => ("fl. ", value.unwrap_or(words)),
            "occupation" | "trait" | "desc" => ("", words),
            "note" if attribute(part, "type") != Some("mentions") => ("", words),
            _ => continue,
        };
        if !words.is_empty() {
            said.push(format!("{sign}{words}"));
        }
    }
    said.join("; ")
}

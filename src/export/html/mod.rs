//! The reading edition: HTML that a scholar can put on the web as it is.
//!
//! One page holds it all, style included, and asks the network for nothing; or
//! there are several pages. It reads without JavaScript.

mod about;
mod block;
pub(in crate::export) mod body;
pub(in crate::export) mod contents;
pub(in crate::export) mod head;
pub(in crate::export) mod index;
pub(in crate::export) mod markup;
mod math;
mod member;
mod named;
mod notes;
mod panel;
mod phrase;
mod point;
mod run;
pub(in crate::export) mod site;
mod word;

use super::document::Document;
use super::entities::Kind;
use super::language::is_right_to_left;
use super::notes::Kind as Notes;
use super::outline::Chunk;
use super::tree::{Node, attribute, name};
use super::{Content, ExportOptions, Format, loss};
use crate::diagnostic::Diagnostic;
use body::Body;
use contents::{contents, time_line};
use markup::{push_attribute, push_text};
use panel::{Panel, switches};
use site::{Flavour, Site};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "html",
    extension: "html",
    description: "A page to read: contents, notes, names, dates, index, time line",
    losses: &[loss::OF_PAGES, loss::OF_OTHER_FORMULAE, loss::OF_SPANS],
    write,
};

fn write(document: &Document<'_>, options: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    if options.split {
        return Content::Files(pages(document));
    }
    let site = Site::new(document, Flavour::Page);
    let mut out = begin(&site, None);
    let mut main = Body::new(&site, 0);
    main.write_page();
    main.write_notes();
    let indexes: Vec<(Kind, String)> =
        Kind::ALL.iter().map(|kind| (*kind, index::index(&site, *kind, true))).collect();
    let time_line = time_line(&site, Some(0));
    let switches = switches(document);
    let contents = contents(&site, Some(0));
    let mut panel = Panel { document, contents, switches: &switches, more: Vec::new() };
    panel.more("ui-notes", document.labels.notes, main.has_notes(Notes::Moved));
    panel.more("ui-readings", document.labels.readings, main.has_notes(Notes::Readings));
    panel.more("ui-time", document.labels.time_line, !time_line.is_empty());
    for (kind, index) in &indexes {
        panel.more(id_of_index(*kind), index::title(document, *kind), !index.is_empty());
    }
    panel.push(&mut out);
    push_title_block(&site, &mut out);
    push_main(&main.out, &mut out);
    push_time_line(document, &time_line, &mut out);
    for (kind, index) in &indexes {
        push_index(document, *kind, index, &mut out);
    }
    about::push_about(document, &mut out);
    out.push_str("</div>\n</body>\n</html>\n");
    Content::File(out.into_bytes())
}

/// The pages of the source that have a number and an identifier, with the way
/// to each.
pub(in crate::export) fn pages_of_source<'x>(site: &Site<'_, 'x>) -> Vec<(&'x str, String)> {
    let all = site.document.texts.iter().flat_map(Node::descendants);
    all.filter(|node| name(*node) == "pb")
        .filter_map(|node| {
            let page = site.page_of_words(node);
            let id = site.document.ids.of_node(node)?;
            Some((attribute(node, "n")?, site.way(None, page, id)))
        })
        .collect()
}

/// A page for each outer division, one for the indexes, and the first one.
fn pages(document: &Document<'_>) -> Vec<(String, Vec<u8>)> {
    let site = Site::new(document, Flavour::Pages);
    let mut style = String::new();
    head::push_style(document, &mut style);
    let mut files = vec![
        ("index.html".to_owned(), first_page(&site).into_bytes()),
        ("style.css".to_owned(), style.into_bytes()),
        ("enhance.js".to_owned(), head::PROGRAM.as_bytes().to_vec()),
    ];
    let switches = switches(document);
    for (number, page) in site.pages.iter().enumerate() {
        let node = page.chunks.first().and_then(Chunk::first);
        let label = node.and_then(|node| document.outline.label(node));
        let mut out = begin(&site, label.or(Some(document.labels.page)));
        let contents = String::new();
        Panel { document, contents, switches: &switches, more: Vec::new() }.push(&mut out);
        push_heading(&site, &mut out);
        let mut body = Body::new(&site, number);
        body.write_page();
        body.write_notes();
        push_main(&body.out, &mut out);
        push_ways(&site, number, &mut out);
        out.push_str("</div>\n</body>\n</html>\n");
        files.push((page.file.clone(), out.into_bytes()));
    }
    let indexes = Kind::ALL.map(|kind| (kind, index::index(&site, kind, false)));
    if indexes.iter().all(|(_, index)| index.is_empty()) {
        return files;
    }
    let mut out = begin(&site, Some(document.labels.persons));
    push_heading(&site, &mut out);
    out.push_str("<main id=\"text\">\n");
    for (kind, index) in &indexes {
        push_index(document, *kind, index, &mut out);
    }
    out.push_str("</main>\n</div>\n</body>\n</html>\n");
    files.push((site.index.clone(), out.into_bytes()));
    files
}

fn first_page(site: &Site<'_, '_>) -> String {
    let document = site.document;
    let mut out = begin(site, None);
    push_title_block(site, &mut out);
    out.push_str("<main id=\"text\">\n");
    let contents = contents(site, None);
    push_section(document, "ui-contents", "doc-toc", document.labels.contents, &contents, &mut out);
    if contents.is_empty() {
        for page in &site.pages {
            out.push_str("<p><a");
            push_attribute("href", &page.file, &mut out);
            out.push('>');
            push_text(document.title(), &mut out);
            out.push_str("</a></p>\n");
        }
    }
    push_time_line(document, &time_line(site, None), &mut out);
    if !document.entities.list.is_empty() {
        out.push_str("<p><a");
        push_attribute("href", &site.index, &mut out);
        push_own_language(document, &mut out);
        out.push('>');
        push_text(document.labels.persons, &mut out);
        out.push_str(", ");
        push_text(document.labels.places, &mut out);
        out.push_str("</a></p>\n");
    }
    out.push_str("</main>\n");
    about::push_about(document, &mut out);
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

fn begin(site: &Site<'_, '_>, page: Option<&str>) -> String {
    let document = site.document;
    let mut out = String::from("<!DOCTYPE html>\n<html");
    let tag = document.language_tag();
    push_attribute("lang", &tag, &mut out);
    if is_right_to_left(&tag) {
        push_attribute("dir", "rtl", &mut out);
    }
    out.push_str(">\n");
    head::write_head(document, site.flavour, page, &mut out);
    out.push_str("<body>\n<nav class=\"ui-skip\"><a href=\"#text\"");
    push_own_language(document, &mut out);
    out.push('>');
    push_text(document.labels.skip, &mut out);
    out.push_str("</a></nav>\n<div class=\"ui-page\">\n");
    out
}

/// The language of words that are not the text’s own, where it is another.
pub(super) fn push_own_language(document: &Document<'_>, out: &mut String) {
    let own = document.labels.language;
    let tag = document.language_tag();
    if tag.split('-').next() != Some(own) {
        push_attribute("lang", own, out);
        if is_right_to_left(&tag) {
            push_attribute("dir", "ltr", out);
        }
    }
}

/// Title, subtitle and authors, unless a title page in the text has them.
fn push_title_block(site: &Site<'_, '_>, out: &mut String) {
    if site.title.is_some() {
        return;
    }
    let document = site.document;
    out.push_str("<header class=\"ui-title\">\n<h1>");
    push_text(document.title(), out);
    out.push_str("</h1>\n");
    for subtitle in &document.metadata.subtitles {
        out.push_str("<p class=\"ui-subtitle\">");
        push_text(subtitle, out);
        out.push_str("</p>\n");
    }
    let authors: Vec<&str> = document.metadata.author_names().collect();
    if !authors.is_empty() {
        out.push_str("<p class=\"ui-authors\">");
        push_text(&authors.join(", "), out);
        out.push_str("</p>\n");
    }
    out.push_str("</header>\n");
}

/// The title on pages of several, which leads to the first one.
fn push_heading(site: &Site<'_, '_>, out: &mut String) {
    out.push_str("<header class=\"ui-title ui-small\">\n<h1><a href=\"index.html\">");
    push_text(site.document.title(), out);
    out.push_str("</a></h1>\n</header>\n");
}

/// The ways to the pages before and after.
fn push_ways(site: &Site<'_, '_>, page: usize, out: &mut String) {
    let labels = site.document.labels;
    let before = page.checked_sub(1).and_then(|before| site.pages.get(before));
    let after = site.pages.get(page + 1);
    if before.is_none() && after.is_none() {
        return;
    }
    out.push_str("<nav class=\"ui-ways\"");
    push_own_language(site.document, out);
    push_attribute("aria-label", labels.page, out);
    out.push_str(">\n");
    for (page, rel, label) in [(before, "prev", labels.previous), (after, "next", labels.next)] {
        let Some(page) = page else { continue };
        out.push_str("<a");
        push_attribute("rel", rel, out);
        push_attribute("href", &page.file, out);
        out.push('>');
        push_text(label, out);
        out.push_str("</a>\n");
    }
    out.push_str("</nav>\n");
}

fn push_main(text: &str, out: &mut String) {
    out.push_str("<main id=\"text\">\n<article>\n");
    out.push_str(text.trim_matches('\n'));
    out.push_str("\n</article>\n</main>\n");
}

fn push_time_line(document: &Document<'_>, time_line: &str, out: &mut String) {
    push_section(document, "ui-time", "", document.labels.time_line, time_line, out);
}

fn id_of_index(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "ui-persons",
        Kind::Place => "ui-places",
        Kind::Organisation => "ui-organisations",
    }
}

fn push_index(document: &Document<'_>, kind: Kind, index: &str, out: &mut String) {
    let id = id_of_index(kind);
    push_section(document, id, "doc-index", index::title(document, kind), index, out);
}

/// A part of the page that is not the text: a list of ways into it.
fn push_section(
    document: &Document<'_>,
    id: &str,
    role: &str,
    title: &str,
    content: &str,
    out: &mut String,
) {
    if content.is_empty() {
        return;
    }
    out.push_str("<nav class=\"ui-section\"");
    push_attribute("id", id, out);
    if !role.is_empty() {
        push_attribute("role", role, out);
    }
    push_attribute("aria-labelledby", &format!("{id}-title"), out);
    out.push_str(">\n<h2");
    push_attribute("id", &format!("{id}-title"), out);
    push_own_language(document, out);
    out.push('>');
    push_text(title, out);
    out.push_str("</h2>\n");
    out.push_str(content);
    out.push_str("</nav>\n");
}

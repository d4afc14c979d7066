//! A book to read on any device: EPUB 3.3.
//!
//! The chapters are those of the HTML edition, written as XML; the container
//! has no time of its making, so that the same document gives the same bytes.

mod package;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::Document;
use super::entities::Kind;
use super::html::body::Body;
use super::html::contents::contents;
use super::html::head::push_shared_style;
use super::html::index;
use super::html::markup::{push_attribute, push_language_tag, push_text};
use super::html::site::{Flavour, Site};
use super::language::is_right_to_left;
use super::outline::Chunk;
use super::{Content, ExportOptions, Format, Loss, loss};
use crate::diagnostic::{Code, Diagnostic, Severity};
use package::{Part, package};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "epub",
    extension: "epub",
    description: "A book, EPUB 3: contents, notes that pop up, index",
    losses: &[OF_THE_BOOK, loss::OF_PAGES, loss::OF_OTHER_FORMULAE, loss::OF_SPANS],
    write,
};

const OF_THE_BOOK: &[Loss] =
    &[Loss::new("graphic", "pictures are not in the book; their descriptions are")];

const STYLE: &str = include_str!("style.css");

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n\
    </container>\n";

fn write(document: &Document<'_>, _: &ExportOptions, found: &mut Vec<Diagnostic>) -> Content {
    let site = Site::new(document, Flavour::Book);
    let parts = parts(&site);
    let mut style = STYLE.to_owned();
    push_shared_style(document, &mut style);
    let mut files = vec![
        ("META-INF/container.xml".to_owned(), CONTAINER.to_owned()),
        ("EPUB/package.opf".to_owned(), package(document, &parts)),
        ("EPUB/nav.xhtml".to_owned(), navigation(&site, &parts)),
        ("EPUB/style.css".to_owned(), style),
    ];
    files.extend(parts.into_iter().map(|part| (format!("EPUB/{}", part.file), part.content)));
    match container(&files) {
        Ok(bytes) => Content::File(bytes),
        Err(error) => {
            found.push(Diagnostic::new(Severity::Error, Code::NotCarried, error.to_string()));
            Content::File(Vec::new())
        }
    }
}

/// The archive: `mimetype` first and as it is, then the other files.
fn container(files: &[(String, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let stored = options.compression_method(CompressionMethod::Stored);
    let deflated = options.compression_method(CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("mimetype", stored)?;
    archive.write_all(b"application/epub+zip")?;
    for (name, content) in files {
        archive.start_file(name, deflated)?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The title page, the chapters, the indexes.
fn parts(site: &Site<'_, '_>) -> Vec<Part> {
    let document = site.document;
    let mut parts = Vec::new();
    if site.title.is_none() || site.pages.is_empty() {
        parts.push(Part::new("title.xhtml", document.title(), title_page(document)));
    }
    for (number, page) in site.pages.iter().enumerate() {
        let node = page.chunks.first().and_then(Chunk::first);
        let label = node.and_then(|node| document.outline.label_around(node));
        let mut body = Body::new(site, number);
        body.write_page();
        body.write_notes();
        let title = label.unwrap_or(document.title());
        let content = page_of(document, title, "bodymatter", &body.out);
        parts.push(Part::new(&page.file, title, content));
    }
    let mut indexes = String::new();
    for kind in Kind::ALL {
        let index = index::index(site, kind, false);
        if !index.is_empty() {
            indexes.push_str("<section epub:type=\"index\" role=\"doc-index\">\n<h2>");
            push_text(index::title(document, kind), &mut indexes);
            indexes.push_str("</h2>\n");
            indexes.push_str(&index);
            indexes.push_str("</section>\n");
        }
    }
    if !indexes.is_empty() {
        let title = document.labels.persons;
        parts.push(Part::new(&site.index, title, page_of(document, title, "backmatter", &indexes)));
    }
    parts
}

fn title_page(document: &Document<'_>) -> String {
    let mut out = String::from("<section epub:type=\"titlepage\">\n<h1>");
    push_text(document.title(), &mut out);
    out.push_str("</h1>\n");
    let authors = document.metadata.author_names();
    for line in document.metadata.subtitles.iter().map(String::as_str).chain(authors) {
        out.push_str("<p>");
        push_text(line, &mut out);
        out.push_str("</p>\n");
    }
    out.push_str("</section>\n");
    page_of(document, document.title(), "frontmatter", &out)
}

/// A whole XHTML document.
fn page_of(document: &Document<'_>, title: &str, kind: &str, body: &str) -> String {
    let tag = document.language_tag();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"",
    );
    push_language_tag(&tag, true, &mut out);
    if is_right_to_left(&tag) {
        push_attribute("dir", "rtl", &mut out);
    }
    out.push_str(">\n<head>\n<title>");
    push_text(title, &mut out);
    out.push_str(
        "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body",
    );
    push_attribute("epub:type", kind, &mut out);
    out.push_str(">\n");
    out.push_str(body);
    out.push_str("\n</body>\n</html>\n");
    out
}

/// The table of contents, for readers and for reading systems.
fn navigation(site: &Site<'_, '_>, parts: &[Part]) -> String {
    let document = site.document;
    let mut out = String::from("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>");
    push_text(document.labels.contents, &mut out);
    out.push_str("</h1>");
    let entries = contents(site, None);
    if entries.is_empty() {
        out.push_str("\n<ol>\n");
        for part in parts {
            out.push_str("<li><a");
            push_attribute("href", &part.file, &mut out);
            out.push('>');
            push_text(&part.title, &mut out);
            out.push_str("</a></li>\n");
        }
        out.push_str("</ol>\n");
    } else {
        out.push_str(&entries);
    }
    out.push_str("</nav>\n");
    push_landmarks(site, parts, &mut out);
    push_pages(site, &mut out);
    page_of(document, document.labels.contents, "frontmatter", &out)
}

fn push_landmarks(site: &Site<'_, '_>, parts: &[Part], out: &mut String) {
    out.push_str("<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n");
    let mut line = |kind: &str, file: &str, title: &str| {
        out.push_str("<li><a");
        push_attribute("epub:type", kind, out);
        push_attribute("href", file, out);
        out.push('>');
        push_text(title, out);
        out.push_str("</a></li>\n");
    };
    let first = site.pages.first().map(|page| &page.file);
    if let Some(first) = first.or(parts.first().map(|part| &part.file)) {
        line("bodymatter", first, site.document.title());
    }
    if let Some(index) = parts.iter().find(|part| part.file == site.index) {
        line("index", &index.file, &index.title);
    }
    out.push_str("</ol>\n</nav>\n");
}

/// The pages of the source, for reading systems that can go to one.
fn push_pages(site: &Site<'_, '_>, out: &mut String) {
    let pages = super::html::pages_of_source(site);
    if pages.is_empty() {
        return;
    }
    out.push_str("<nav epub:type=\"page-list\" hidden=\"hidden\">\n<ol>\n");
    for (number, way) in pages {
        out.push_str("<li><a");
        push_attribute("href", &way, out);
        out.push('>');
        push_text(number, out);
        out.push_str("</a></li>\n");
    }
    out.push_str("</ol>\n</nav>\n");
}

//! Pages, and the way from one to another.

use super::super::document::Document;
use super::super::entities::Entity;
use super::super::notes::{Kind, Note};
use super::super::outline::{Chunk, chunks};
use super::super::tree::{Node, attribute, child, descendant, elements, name};
use super::markup::address;

/// What the pages are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Flavour {
    /// One page for browsers.
    Page,
    /// Several pages for browsers.
    Pages,
    /// The chapters of a book.
    Book,
}

/// A page with a part of the text.
pub(in crate::export) struct Page<'x> {
    pub file: String,
    pub chunks: Vec<Chunk<'x>>,
}

/// All pages.
pub(in crate::export) struct Site<'d, 'x> {
    pub document: &'d Document<'x>,
    pub flavour: Flavour,
    pub pages: Vec<Page<'x>>,
    /// For each page the number of its first node.
    starts: Vec<usize>,
    /// For each page the notes whose words are wanted at its end.
    notes: Vec<Vec<usize>>,
    /// The page with the indexes.
    pub index: String,
    /// The element of the text that is the title of it all.
    pub title: Option<Node<'x>>,
}

impl<'d, 'x> Site<'d, 'x> {
    pub(in crate::export) fn new(document: &'d Document<'x>, flavour: Flavour) -> Self {
        let parts = chunks(&document.texts, |node| document.outline.title(node).is_some());
        let extension = if flavour == Flavour::Book { "xhtml" } else { "html" };
        let pages: Vec<Page<'x>> = if flavour == Flavour::Page {
            vec![Page { file: String::new(), chunks: parts }]
        } else {
            let parts = bound(parts);
            let width = parts.len().to_string().len().max(2);
            let page = |(at, chunks)| Page {
                file: format!("text-{:0width$}.{extension}", at + 1),
                chunks,
            };
            parts.into_iter().enumerate().map(page).collect()
        };
        let first = |page: &Page<'x>| {
            let node = page.chunks.first().and_then(Chunk::first);
            node.map_or(0, |node| node.id().get_usize())
        };
        let starts = pages.iter().map(first).collect();
        let index = match flavour {
            Flavour::Page => String::new(),
            _ => format!("names.{extension}"),
        };
        let title = title(document).filter(|_| flavour != Flavour::Pages);
        let mut site = Self { document, flavour, pages, starts, notes: Vec::new(), index, title };
        let mut notes = vec![Vec::new(); site.pages.len()];
        for (index, note) in document.notes.list.iter().enumerate() {
            let of_page = notes.get_mut(site.page_of(note.node));
            if let Some(of_page) = of_page.filter(|_| note.kind != Kind::InPlace) {
                of_page.push(index);
            }
        }
        site.notes = notes;
        site
    }

    /// Whether the pages are XML.
    pub(in crate::export) fn is_xml(&self) -> bool {
        self.flavour == Flavour::Book
    }

    /// The number of the page that `node` is on.
    pub(in crate::export) fn page_of(&self, node: Node<'_>) -> usize {
        let place = self.document.notes.of_node(node).map_or(node.id(), |note| note.place.id());
        self.starts.partition_point(|start| *start <= place.get_usize()).saturating_sub(1)
    }

    /// How many heads of divisions around a page stand on pages before it.
    pub(in crate::export) fn heads_above(&self, page: usize) -> usize {
        let outline = &self.document.outline;
        let above = |chunk: &Chunk<'x>| {
            let around = chunk.first()?.ancestors().skip(1);
            around.map(|outer| outline.level(outer)).find(|level| *level > 0)
        };
        let chunks = self.pages.get(page).map_or(&[][..], |page| &page.chunks);
        chunks.iter().map(|chunk| above(chunk).unwrap_or(0)).min().unwrap_or(0)
    }

    /// The way from a page to an identifier on another one.
    pub(in crate::export) fn way(&self, from: Option<usize>, to: usize, id: &str) -> String {
        let file = self.pages.get(to).map_or("", |page| page.file.as_str());
        if from == Some(to) { format!("#{id}") } else { format!("{file}#{id}") }
    }

    /// The number of the page that words are on, which those of a note may
    /// be carried to.
    pub(in crate::export) fn page_of_words(&self, node: Node<'_>) -> usize {
        let notes = &self.document.notes;
        let within = node.ancestors().find(|outer| notes.of_node(*outer).is_some());
        self.page_of(within.unwrap_or(node))
    }

    /// The way to an element, if it is on a page; pages without a number are
    /// those of no text.
    pub(in crate::export) fn to(&self, from: Option<usize>, node: Node<'_>) -> Option<String> {
        if let Some(entity) = self.document.entities.described(node) {
            return Some(self.to_entity(entity));
        }
        let id = self.document.ids.of_node(node)?;
        let is_read = self.document.notes.of_node(node).is_some()
            || node.ancestors().any(|outer| self.document.texts.binary_search(&outer).is_ok());
        is_read.then(|| self.way(from, self.page_of(node), id))
    }

    /// The way to the entry of an index.
    pub(in crate::export) fn to_entity(&self, entity: &Entity<'_>) -> String {
        format!("{}#{}", self.index, entity.id)
    }

    /// The way to a note.
    pub(in crate::export) fn to_note(&self, from: usize, note: &Note<'_>) -> String {
        self.way(Some(from), self.page_of(note.node), &note.id)
    }

    /// The way to a marker of a note, from the note.
    pub(in crate::export) fn to_marker(
        &self,
        from: usize,
        note: &Note<'_>,
        marker: &str,
    ) -> String {
        let place = self.document.notes.marker(marker);
        self.way(Some(from), self.page_of(place.unwrap_or(note.node)), marker)
    }

    /// The way that a pointer in the document means.
    pub(in crate::export) fn pointer(&self, from: usize, pointer: &str) -> Option<String> {
        match self.document.ids.target(pointer) {
            Some(target) => self.to(Some(from), target),
            None if pointer.starts_with('#') => None,
            None => address(pointer),
        }
    }

    /// The notes whose words are wanted at the end of a page.
    pub(in crate::export) fn notes_of(&self, page: usize) -> impl Iterator<Item = &Note<'x>> {
        let notes = self.notes.get(page).into_iter().flatten();
        notes.map(|index| &self.document.notes.list[*index])
    }
}

/// More pages than this serve no reader, and fill directories.
const MOST_PAGES: usize = 1000;

/// The parts page by page: one on each, or several if there are very many.
fn bound(parts: Vec<Chunk<'_>>) -> Vec<Vec<Chunk<'_>>> {
    let each = parts.len().div_ceil(MOST_PAGES).max(1);
    let mut pages: Vec<Vec<Chunk<'_>>> = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        match pages.last_mut() {
            Some(last) if at % each != 0 => last.push(part),
            _ => pages.push(vec![part]),
        }
    }
    pages
}

/// The element of the title page that holds the title.
fn title<'x>(document: &Document<'x>) -> Option<Node<'x>> {
    let front = child(*document.texts.first()?, "front")?;
    let page = child(front, "titlePage")?;
    let parts = |page: Node<'x>| page.descendants().find(|node| name(*node) == "titlePart");
    let part = elements(page)
        .find_map(|node| {
            node.descendants().find(|inner| {
                name(*inner) == "titlePart" && attribute(*inner, "type") == Some("main")
            })
        })
        .or_else(|| parts(page))
        .or_else(|| descendant(page, "docTitle"))?;
    (!document.layout.has_block(part)).then_some(part)
}

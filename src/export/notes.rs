//! Notes: which there are, what they are called, and what points to them.

use std::collections::HashMap;

use super::apparatus::{self, has_other_readings};
use super::ids::Ids;
use super::layout::Layout;
use super::role::{Role, role};
use super::tree::{Node, attribute, name};

/// How a note is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A marker among the words, the note elsewhere.
    Moved,
    /// A block of its own, where the document has it.
    InPlace,
    /// The readings of other witnesses, with a marker after the lemma.
    Readings,
}

/// A note.
#[derive(Debug)]
pub(super) struct Note<'x> {
    /// The `note`, or the `app`.
    pub node: Node<'x>,
    /// How it is read.
    pub kind: Kind,
    /// Its number or sign, if it has one.
    pub label: Option<String>,
    /// Its identifier.
    pub id: String,
    /// The identifiers of its markers, in order.
    pub markers: Vec<String>,
    /// Where its words are wanted: at itself, or at its first marker.
    pub place: Node<'x>,
}

/// The notes of a document, in its order.
#[derive(Debug, Default)]
pub(super) struct Notes<'x> {
    /// All of them.
    pub list: Vec<Note<'x>>,
    by_node: HashMap<usize, usize>,
    /// For elements that lead to a note: which, and the marker’s identifier.
    anchors: HashMap<usize, (usize, String)>,
    /// Elements by their identifier as a marker.
    places: HashMap<String, Node<'x>>,
}

impl<'x> Notes<'x> {
    /// The notes of `texts`, and those elsewhere that the texts point to.
    pub(super) fn of(texts: &[Node<'x>], layout: &Layout, ids: &mut Ids<'x>) -> Self {
        let mut notes = Self::default();
        let mut unlabelled = 0_usize;
        let mut readings = 0_usize;
        for node in texts.iter().flat_map(Node::descendants) {
            match layout.role(node) {
                // One without words is for programs only.
                Role::Note if !node.has_children() => {}
                // What is said of readings is said with them.
                Role::Note if notes.is_of_readings(node) => {}
                Role::Note => {
                    let kind = if layout.is_moved(node) { Kind::Moved } else { Kind::InPlace };
                    let label = label(node, kind, &mut unlabelled);
                    notes.add(node, kind, label, ids);
                }
                Role::Apparatus if has_other_readings(node) && !layout.has_block(node) => {
                    readings += 1;
                    notes.add(node, Kind::Readings, Some(format!("†{readings}")), ids);
                }
                _ => {}
            }
        }
        for text in texts {
            for node in text.descendants().filter(|node| layout.role(*node) == Role::Reference) {
                notes.reference(node, &mut unlabelled, ids);
            }
        }
        notes.pointed_from_notes(ids);
        notes
    }

    /// The note that `node` is.
    pub(super) fn of_node(&self, node: Node<'_>) -> Option<&Note<'x>> {
        self.list.get(*self.by_node.get(&node.id().get_usize())?)
    }

    /// Whether a part of an apparatus stands in the text and not in the note that is
    /// being written, or in the note and not in the text.
    pub(super) fn is_elsewhere(&self, part: Node<'x>, note: Option<Node<'x>>) -> bool {
        let Some(app) = apparatus::around(part) else { return false };
        self.of_node(app).is_some_and(|known| known.kind == Kind::Readings)
            && apparatus::is_left_out(part, note == Some(app))
    }

    /// The number in the list of the note that `node` is.
    pub(super) fn index(&self, node: Node<'_>) -> Option<usize> {
        self.by_node.get(&node.id().get_usize()).copied()
    }

    /// The note that `node` leads to, and the identifier of `node` as marker.
    pub(super) fn at(&self, node: Node<'_>) -> Option<(&Note<'x>, &str)> {
        let (index, marker) = self.anchors.get(&node.id().get_usize())?;
        Some((&self.list[*index], marker))
    }

    /// The element that has `id` as the marker of a note in its place.
    pub(super) fn marker(&self, id: &str) -> Option<Node<'x>> {
        self.places.get(id).copied()
    }

    /// Whether a note is about readings, and stands with them.
    fn is_of_readings(&self, note: Node<'_>) -> bool {
        let app = note.parent().filter(|app| name(*app) == "app");
        app.is_some_and(|app| is_listed(app) || self.of_node(app).is_some())
    }

    fn add(
        &mut self,
        node: Node<'x>,
        kind: Kind,
        label: Option<String>,
        ids: &mut Ids<'x>,
    ) -> usize {
        let base = match (kind, &label) {
            (Kind::Readings, _) => format!("app-{}", self.list.len() + 1),
            _ => format!("note-{}", label.as_deref().map_or("x".to_owned(), super::ids::slug)),
        };
        let id = ids.ensure(node, &base);
        let mut markers = Vec::new();
        if kind != Kind::InPlace {
            markers.push(ids.unique(&format!("{id}-ref")));
        }
        let index = self.list.len();
        self.by_node.insert(node.id().get_usize(), index);
        self.list.push(Note { node, kind, label, id, markers, place: node });
        index
    }

    /// A `ref` or `ptr`, if it leads to a note.
    fn reference(&mut self, node: Node<'x>, unlabelled: &mut usize, ids: &mut Ids<'x>) {
        let Some(target) = attribute(node, "target") else { return };
        let found = target.split_ascii_whitespace().find_map(|pointer| ids.target(pointer));
        let Some(found) = found.filter(|found| role(*found) == Role::Note) else { return };
        let index = match self.by_node.get(&found.id().get_usize()) {
            Some(index) => *index,
            None => {
                let label = label(found, Kind::Moved, unlabelled);
                let index = self.add(found, Kind::Moved, label, ids);
                self.list[index].place = node;
                self.list[index].markers.clear();
                index
            }
        };
        if self.list[index].label.is_none() {
            *unlabelled += 1;
            self.list[index].label = Some(unlabelled.to_string());
        }
        let marker = ids.ensure(node, &format!("{}-ref", self.list[index].id));
        self.list[index].markers.push(marker.clone());
        self.places.insert(marker.clone(), node);
        self.anchors.insert(node.id().get_usize(), (index, marker));
    }

    /// Notes that say themselves what they are about, in `@target`.
    fn pointed_from_notes(&mut self, ids: &mut Ids<'x>) {
        for index in 0..self.list.len() {
            let note = &self.list[index];
            if note.kind != Kind::InPlace || !note.markers.is_empty() {
                continue;
            }
            let target = attribute(note.node, "target").unwrap_or_default();
            let place = target.split_ascii_whitespace().find_map(|pointer| ids.target(pointer));
            let Some(place) = place.filter(|place| name(*place) == "anchor") else { continue };
            let marker = ids.ensure(place, &format!("{}-ref", self.list[index].id));
            self.list[index].markers.push(marker.clone());
            if self.list[index].label.is_none() {
                self.list[index].label = Some((index + 1).to_string());
            }
            self.places.insert(marker.clone(), place);
            self.anchors.insert(place.id().get_usize(), (index, marker));
        }
    }
}

/// Whether the element is nothing but the marker of a note.
pub(super) fn is_anchor(node: Node<'_>) -> bool {
    role(node) == Role::Reference && attribute(node, "type") == Some("noteAnchor")
}

/// Whether readings stand in a list of their own, away from the text.
fn is_listed(app: Node<'_>) -> bool {
    app.parent().is_some_and(|list| name(list) == "listApp")
}

/// What a note is called: `@n`, or a number if it has a marker to be called at.
fn label(node: Node<'_>, kind: Kind, unlabelled: &mut usize) -> Option<String> {
    if let Some(n) = attribute(node, "n") {
        return Some(super::tree::collapsed(n));
    }
    if kind == Kind::InPlace {
        return None;
    }
    *unlabelled += 1;
    Some(unlabelled.to_string())
}

//! Notes: markers, the way there and the way back.

use super::super::apparatus::sigla;
use super::super::language::{is_right_to_left, language_tag};
use super::super::notes::{Kind, Note};
use super::super::tree::{Flow, Node, language};
use super::body::{Body, is_book};
use super::markup::{push_attribute, push_language_tag, push_text};

impl<'x> Body<'_, '_, 'x> {
    /// A note: its marker if its words stand elsewhere, else its words.
    pub(super) fn note(&mut self, node: Node<'x>) -> Flow {
        let Some(known) = self.document().notes.of_node(node) else {
            if !node.has_children() {
                return Flow::Past;
            }
            return self.block("div", node, "note");
        };
        if known.kind == Kind::Moved {
            self.marker(known);
            return Flow::Past;
        }
        self.begin_as("div", node, "note", Some(&known.id));
        if is_book(self) && !known.markers.is_empty() {
            push_attribute("epub:type", "footnote", &mut self.out);
            push_attribute("role", "doc-footnote", &mut self.out);
        } else {
            push_attribute("role", "note", &mut self.out);
        }
        let flow = self.into("</div>");
        self.label_of_note(known);
        self.fresh = true;
        flow
    }

    /// The readings of witnesses: the lemma, and a marker for the others.
    pub(super) fn apparatus(&mut self, node: Node<'x>) -> Flow {
        match self.document().notes.of_node(node) {
            Some(known) if known.kind == Kind::Readings => {
                let marker = self.marker_tag(known);
                self.begin_as("span", node, "app", Some(&format!("{}-lem", known.id)));
                self.into(format!("</span>{marker}"))
            }
            _ => self.phrase(node),
        }
    }

    fn marker(&mut self, note: &Note<'x>) {
        let tag = self.marker_tag(note);
        self.out.push_str(&tag);
        self.fresh = false;
    }

    /// The marker of a note that is read elsewhere.
    fn marker_tag(&self, note: &Note<'x>) -> String {
        let mut tag = String::from("<a");
        push_attribute("class", self.class_of_marker("ui-note ui-added"), &mut tag);
        if let Some(marker) = note.markers.first() {
            push_attribute("id", marker, &mut tag);
        }
        push_attribute("href", &self.site.to_note(self.page, note), &mut tag);
        push_attribute("role", "doc-noteref", &mut tag);
        if is_book(self) {
            push_attribute("epub:type", "noteref", &mut tag);
        }
        tag.push('>');
        push_text(note.label.as_deref().unwrap_or("*"), &mut tag);
        tag.push_str("</a>");
        tag
    }

    /// The class of a marker, which keeps away from a link right before it.
    pub(super) fn class_of_marker(&self, class: &'static str) -> &'static str {
        let mut before = self.out.trim_end();
        while !before.ends_with("</a>") {
            let tag = before
                .rfind("</")
                .filter(|at| before[*at..].find('>') == Some(before.len() - at - 1));
            match tag {
                Some(at) => before = &before[..at],
                None => return class,
            }
        }
        match class {
            "ui-note" => "ui-note ui-next",
            _ => "ui-note ui-added ui-next",
        }
    }

    /// The number of a note, which leads back to its marker.
    fn label_of_note(&mut self, note: &Note<'x>) {
        let label = note.label.clone().unwrap_or_default();
        if note.markers.is_empty() {
            if !label.is_empty() {
                self.out.push_str("<span class=\"ui-label\">");
                push_text(&label, &mut self.out);
                self.out.push_str("</span> ");
            }
            return;
        }
        for (at, marker) in note.markers.iter().enumerate() {
            let way = self.site.to_marker(self.page, note, marker);
            let label = if at == 0 && !label.is_empty() { label.as_str() } else { "↩" };
            let said =
                format!("{} {label}: {}", self.document().labels.note, self.document().labels.back);
            self.out.push_str("<a class=\"ui-label\"");
            push_attribute("href", &way, &mut self.out);
            push_attribute("role", "doc-backlink", &mut self.out);
            push_attribute("aria-label", &said, &mut self.out);
            self.out.push('>');
            push_text(label, &mut self.out);
            self.out.push_str("</a> ");
        }
    }

    /// Whether notes of a kind stand at the end of the page.
    pub(super) fn has_notes(&self, kind: Kind) -> bool {
        self.site.notes_of(self.page).any(|note| note.kind == kind)
    }

    /// The notes at the end of a page.
    pub(in crate::export) fn write_notes(&mut self) {
        let notes: Vec<&Note<'x>> = self.site.notes_of(self.page).collect();
        let document = self.document();
        let (readings, notes): (Vec<_>, Vec<_>) =
            notes.into_iter().partition(|note| note.kind == Kind::Readings);
        self.write_list("ui-notes", document.labels.notes, &notes);
        self.write_list("ui-readings", document.labels.readings, &readings);
    }

    /// The language of a note that is read away from the words around it.
    fn push_language_of_note(&mut self, note: Node<'x>) {
        let language = language(note).filter(|own| self.document().language != Some(*own));
        let Some(tag) = language.and_then(language_tag) else { return };
        push_language_tag(&tag, self.site.is_xml(), &mut self.out);
        let outer = is_right_to_left(&self.document().language_tag());
        match (is_right_to_left(&tag), outer) {
            (true, false) => push_attribute("dir", "rtl", &mut self.out),
            (false, true) => push_attribute("dir", "ltr", &mut self.out),
            _ => {}
        }
    }

    fn write_list(&mut self, id: &str, title: &str, notes: &[&Note<'x>]) {
        if notes.is_empty() {
            return;
        }
        self.out.push_str("\n<section class=\"ui-notes\"");
        push_attribute("id", id, &mut self.out);
        self.note_role("endnotes");
        push_attribute("aria-labelledby", &format!("{id}-title"), &mut self.out);
        self.out.push_str(">\n<h2");
        push_attribute("id", &format!("{id}-title"), &mut self.out);
        push_attribute("class", "ui-added", &mut self.out);
        super::push_own_language(self.document(), &mut self.out);
        self.out.push('>');
        push_text(title, &mut self.out);
        self.out.push_str("</h2>\n");
        let (list, list_end, item, item_end) = if is_book(self) {
            ("", "", "<aside epub:type=\"footnote\" role=\"doc-footnote\"", "</aside>\n")
        } else {
            ("<ol>\n", "</ol>\n", "<li", "</li>\n")
        };
        self.out.push_str(list);
        for note in notes {
            self.out.push_str(item);
            push_attribute("id", &note.id, &mut self.out);
            push_attribute("class", "note", &mut self.out);
            self.push_language_of_note(note.node);
            self.out.push('>');
            self.label_of_note(note);
            self.write_note(note.node);
            self.out.push_str(item_end);
        }
        self.out.push_str(list_end);
        self.out.push_str("</section>\n");
    }
}

/// The sigla of the witnesses of a reading.
pub(super) fn witnesses(node: Node<'_>) -> String {
    let sigla = sigla(node);
    let mut tag = String::new();
    if !sigla.is_empty() {
        tag.push_str(" <span class=\"ui-added ui-witnesses\">");
        push_text(&sigla.join(" "), &mut tag);
        tag.push_str("</span>");
    }
    tag
}

//! Words within a block: their look, and where they lead.

use super::super::apart::{is_apart, is_attached};
use super::super::apparatus::{self, OMITTED, follows_reading, is_other_reading, sigla};
use super::super::document::date_value;
use super::super::glyphs::Glyph;
use super::super::notes::is_anchor;
use super::super::record::{is_bare_date, is_by_another, separator, unit};
use super::super::role::Role;
use super::super::spoken::is_event;
use super::super::style::Style;
use super::super::tree::{Flow, Node, attribute, characters, name};
use super::context::{Context, context};
use super::word::is_reading_of_ruby;
use super::{Kind, Piece, Prose};

impl<'x> Prose<'_, 'x> {
    pub(super) fn start(&mut self, piece: Piece) {
        if self.space && !self.line.is_fresh() {
            self.line.push_text(" ");
            self.space = false;
        }
        self.open.push(piece.clone());
        self.line.push(piece);
    }

    pub(super) fn end(&mut self, piece: Piece) {
        self.open.pop();
        self.line.push(piece);
    }

    pub(super) fn has_marker(&self, note: Node<'x>) -> bool {
        self.document.notes.of_node(note).is_some_and(|note| !note.markers.is_empty())
    }

    pub(super) fn marker(&mut self, node: Node<'x>) {
        let notes = &self.document.notes;
        let Some(index) = notes.index(node) else { return };
        self.owed |= std::mem::take(&mut self.space);
        self.line.push(Piece::Note(index));
    }

    /// A phrase: its look, and where it leads.
    pub(super) fn phrase(&mut self, node: Node<'x>, role: Role) -> Flow {
        let mut ends = Vec::new();
        let layout = &self.document.layout;
        let is_form = layout.is_form(node);
        if name(node) == "lem" && self.is_beside(node) {
            ends.push(Piece::Text("]".to_owned()));
        }
        let other = layout.is_alternative(node) && !is_form || is_other_reading(node);
        let is_full = layout.is_full(node);
        if other {
            self.reading(node, &mut ends);
        }
        // What is said of readings is no part of their words.
        self.space |= is_apart(node) && !is_form || role == Role::Note;
        if is_by_another(node) {
            self.space = true;
            self.word("×");
            self.space = true;
        }
        if let Some(unit) = unit(node) {
            ends.push(Piece::Text(format!(" {unit}")));
        }
        if let Some((start, end)) = brackets(node) {
            self.word(start);
            ends.push(Piece::Text(end.to_owned()));
        }
        if is_other_reading(node) && !is_full {
            self.word(OMITTED);
        }
        let style = self.document.renditions.style(node);
        let shown = matches!(role, Role::Phrase | Role::Either | Role::Choice);
        if shown && style != Style::default() {
            self.start(Piece::Start(style));
            ends.push(Piece::End(style));
        }
        let way = (role == Role::Reference)
            .then(|| attribute(node, "target"))
            .flatten()
            .filter(|target| super::super::metadata::is_web(target) && node.has_children());
        if let Some(way) = way {
            let way = way.split_ascii_whitespace().next().unwrap_or_default();
            self.start(Piece::Link(way.to_owned()));
            ends.push(Piece::LinkEnd);
        }
        self.contexts.push(Context { ends, ..context(Kind::Paragraph, false) });
        Flow::Into
    }

    /// Whether a reading stands beside the text, in a note or a list.
    fn is_beside(&self, reading: Node<'x>) -> bool {
        let app = apparatus::around(reading);
        let is_listed = |app: Node<'x>| self.document.layout.role(app) == Role::Item;
        app.is_some_and(|app| self.note == Some(app) || is_listed(app))
    }

    /// A form or a reading beside that of the text: in brackets, or one of those
    /// that a note gives.
    fn reading(&mut self, node: Node<'x>, ends: &mut Vec<Piece>) {
        let is_beside = self.is_beside(node);
        if is_beside && follows_reading(node) {
            self.line.push_text(";");
        }
        self.space = true;
        if !is_beside {
            self.word("[");
            ends.push(Piece::Text("]".to_owned()));
        }
        let sigla = sigla(node);
        if !sigla.is_empty() {
            ends.push(Piece::Text(format!(" {}", sigla.join(" "))));
        }
    }

    /// A part of a record in the line of the part before it.
    pub(super) fn run_on(&mut self, node: Node<'x>, role: Role) -> Flow {
        self.end_word();
        let is_shown = self.document.layout.is_full(node) || is_bare_date(node);
        let separator = separator(node).filter(|_| is_shown);
        if let Some(separator) = separator.filter(|_| !self.line.is_fresh()) {
            self.line.push_text(separator);
        }
        self.space = true;
        if role == Role::Reference {
            return self.reference(node);
        }
        let flow = self.phrase(node, role);
        if let Some(value) = date_value(node).filter(|_| is_bare_date(node)) {
            self.words(&value);
        }
        flow
    }

    /// A character that has no key: what it is declared as.
    pub(super) fn glyph(&mut self, node: Node<'x>) -> Flow {
        match self.document.layout.glyph(node) {
            Some(Glyph::Characters(characters)) => self.words(&characters),
            Some(Glyph::Name(name)) => self.words(&format!("[{name}]")),
            None => {}
        }
        Flow::Past
    }

    pub(super) fn reference(&mut self, node: Node<'x>) -> Flow {
        if let Some((note, _)) = self.document.notes.at(node) {
            let label = note.label.as_deref().unwrap_or_default();
            let words: String = characters(node);
            let bare = |is_around: fn(char) -> bool| words.trim_matches(is_around) == label;
            // A sign, such as an asterisk, is no letter either.
            let is_label = bare(|c| c.is_whitespace() || "[](){}<>".contains(c))
                || bare(|c| !c.is_alphanumeric());
            if words.is_empty() || is_label && is_anchor(node) {
                self.marker(note.node);
                return Flow::Past;
            }
        }
        if node.has_children() {
            return self.phrase(node, Role::Reference);
        }
        self.pointer(node);
        Flow::Past
    }

    /// A pointer without words, as a link if it leads to the web.
    fn pointer(&mut self, node: Node<'x>) {
        let document = self.document;
        let Some(label) = document.label_of_pointer(node) else { return };
        let way = Some(label).filter(|label| super::super::metadata::is_web(label));
        let is_attached = is_attached(node);
        if is_attached {
            self.space = true;
            self.word("[");
        }
        if let Some(way) = way {
            self.start(Piece::Link(way.to_owned()));
        }
        self.words(label);
        if way.is_some() {
            self.end(Piece::LinkEnd);
        }
        if is_attached {
            self.word("]");
        }
    }
}

/// What stands around words that are no part of the sentence.
fn brackets(node: Node<'_>) -> Option<(&'static str, &'static str)> {
    let is_within = || node.parent().is_some_and(|outer| name(outer) == "index");
    match name(node) {
        "gap" if node.has_children() => Some(("[", "]")),
        "index" if !is_within() => Some(("{", "}")),
        _ if is_event(node) => Some(("[", "]")),
        _ if is_reading_of_ruby(node) => Some(("(", ")")),
        _ => None,
    }
}

//! Words, and their other forms, which follow them.

use super::super::forms::{Part, going_on};
use super::super::role::Role;
use super::super::tree::{Node, joins, name};
use super::{Piece, Prose};

/// Whether the words of the element stand above others, and say how these are
/// read.
pub(super) fn is_reading_of_ruby(node: Node<'_>) -> bool {
    name(node) == "rt" && node.parent().is_some_and(|outer| name(outer) == "ruby")
}

impl<'x> Prose<'_, 'x> {
    /// Reads characters without white space.
    pub(super) fn word(&mut self, text: &str) {
        let rest = self.rest_of_word(text);
        if rest.is_empty() {
            return;
        }
        let is_fresh = self.line.is_fresh();
        let owed = self.owed && rest.starts_with(char::is_alphanumeric);
        if (self.space || owed) && !is_fresh {
            self.line.push_text(" ");
        }
        self.space = false;
        self.owed = false;
        self.line.push_text(rest);
        self.forms.read(rest);
    }

    /// Reads characters as they are.
    pub(super) fn preformatted(&mut self, text: &str) {
        let rest = self.rest_of_word(text);
        self.line.push_text(rest);
        self.forms.read(rest);
    }

    /// Reads what goes on with a word whose other forms wait for its end;
    /// returns what does not.
    fn rest_of_word<'t>(&mut self, text: &'t str) -> &'t str {
        if !self.forms.is_waiting() {
            return text;
        }
        let (word, rest) = text.split_at(going_on(text));
        if !word.is_empty() {
            self.line.push_text(word);
            self.forms.read(word);
        }
        if !rest.is_empty() {
            self.end_word();
        }
        rest
    }

    /// Writes the other forms of the word that is at its end.
    pub(super) fn end_word(&mut self) {
        for form in self.forms.take() {
            self.line.push_text(if self.line.is_fresh() { "[" } else { " [" });
            for part in form {
                match part {
                    Part::Repeated(text) => self.line.push_text(&text),
                    Part::Own(pieces, _) => pieces.into_iter().for_each(|piece| match piece {
                        Piece::Text(text) => self.line.push_text(&text),
                        piece => self.line.push(piece),
                    }),
                }
            }
            self.line.push_text("]");
        }
    }

    /// What the start of an element means for the word that is being read.
    pub(super) fn enter_word(&mut self, node: Node<'x>) {
        let layout = &self.document.layout;
        let role = layout.role(node);
        let parts = role == Role::LineBreak && !joins(node);
        if parts || role == Role::Reference && self.forms.is_waiting() {
            self.end_word();
        }
        if layout.is_form(node) {
            // The space before the word stands before its first form.
            if std::mem::take(&mut self.space) && !self.line.is_fresh() {
                self.line.push_text(" ");
            }
            self.forms.begin_form();
            if layout.is_alternative(node) {
                self.outer.push(std::mem::take(&mut self.line));
            }
        }
        if layout.has_forms(node) {
            self.forms.begin_choice();
        }
    }

    /// What the end of an element means for it.
    pub(super) fn leave_word(&mut self, node: Node<'x>) {
        let layout = &self.document.layout;
        if layout.has_forms(node) {
            self.forms.end_choice();
        }
        if layout.is_form(node) {
            let outer = layout.is_alternative(node).then(|| self.outer.pop()).flatten();
            let pieces = outer.map(|outer| std::mem::replace(&mut self.line, outer).take(&[]));
            self.forms.end_form(pieces);
            self.space = false;
        }
    }
}

//! Words, and their other forms, which follow them.

use super::super::forms::{Part, going_on};
use super::super::role::Role;
use super::super::tree::{Node, joins, name};
use super::body::Body;
use super::markup::push_text;

impl<'x> Body<'_, '_, 'x> {
    /// Writes characters of the text.
    pub(super) fn push(&mut self, text: &str) {
        push_text(text, &mut self.out);
        self.forms.read(text);
    }

    /// Writes what goes on with a word whose other forms wait for its end;
    /// returns what does not.
    pub(super) fn rest_of_word<'t>(&mut self, text: &'t str) -> &'t str {
        if !self.forms.is_waiting() && !self.is_sic {
            return text;
        }
        let (word, rest) = text.split_at(going_on(text));
        self.push(word);
        if !rest.is_empty() {
            self.end_word();
        }
        rest
    }

    /// Writes the other forms of the word that is at its end.
    pub(super) fn end_word(&mut self) {
        for form in self.forms.take() {
            if !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
            self.out.push_str("<span class=\"alternative\">");
            for part in form {
                match part {
                    Part::Repeated(text) => {
                        self.out.push_str("<span class=\"ui-added ui-repeated\">");
                        push_text(&text, &mut self.out);
                        self.out.push_str("</span>");
                    }
                    Part::Own(written, _) => self.out.push_str(&written),
                }
            }
            self.out.push_str("</span>");
            self.fresh = false;
        }
        if std::mem::take(&mut self.is_sic) {
            self.out.push_str(" <span class=\"ui-added ui-sic\">[sic]</span>");
        }
    }

    /// What the start of an element means for the word that is being written.
    pub(super) fn enter_word(&mut self, node: Node<'x>, role: Role) {
        let layout = &self.document().layout;
        let is_link = matches!(role, Role::Name | Role::Reference);
        let parts = role == Role::LineBreak && !joins(node);
        if layout.is_block(node) || parts || is_link && (self.forms.is_waiting() || self.is_sic) {
            self.end_word();
        }
        if layout.is_form(node) {
            self.forms.begin_form();
            if layout.is_alternative(node) {
                self.outer.push((std::mem::take(&mut self.out), self.fresh));
                self.fresh = false;
            }
        }
        if layout.has_forms(node) {
            self.forms.begin_choice();
        }
    }

    /// What the end of an element means for it.
    pub(super) fn leave_word(&mut self, node: Node<'x>) {
        let layout = &self.document().layout;
        if layout.has_forms(node) {
            self.forms.end_choice();
            if self.forms.is_at_end() {
                self.end_word();
                self.out.push(' ');
            }
        }
        let is_word = !layout.is_form(node) && !layout.is_block(node);
        self.is_sic |= name(node) == "sic" && is_word && layout.is_full(node);
        if layout.is_form(node) {
            let outer = layout.is_alternative(node).then(|| self.outer.pop()).flatten();
            let written = outer.map(|(outer, fresh)| {
                self.fresh = fresh;
                std::mem::replace(&mut self.out, outer)
            });
            self.forms.end_form(written);
        }
    }
}

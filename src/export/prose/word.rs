//! Words, and their other forms, which follow them.

use super::super::forms::{Part, going_on};
use super::super::role::{Role, is_deletion};
use super::super::tree::{Node, beside, joins, name};
use super::{Piece, Prose};

/// Whether the words of the element stand above others, and say how these are
/// read.
pub(super) fn is_reading_of_ruby(node: Node<'_>) -> bool {
    name(node) == "rt" && node.parent().is_some_and(|outer| name(outer) == "ruby")
}

impl<'x> Prose<'_, 'x> {
    /// Reads characters, white space collapsed.
    pub(super) fn words(&mut self, text: &str) {
        let mut first = true;
        for word in text.split([' ', '\t', '\n', '\r']) {
            if !first {
                self.end_word();
                self.space = true;
                self.forms.read(" ");
            }
            first = false;
            self.word(word);
        }
    }

    /// Reads characters without white space.
    pub(super) fn word(&mut self, text: &str) {
        let rest = self.rest_of_word(text);
        if rest.is_empty() {
            return;
        }
        let is_fresh = self.line.is_fresh();
        let owed = self.owed && rest.starts_with(char::is_alphanumeric);
        if (self.space || owed) && !is_fresh && !self.line.ends_in_space() {
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
        if !self.forms.is_waiting() && !self.is_sic {
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
            let written = || form.iter().filter_map(|part| part.own());
            let is_deleted = written().any(|own| own.is_deleted);
            if is_deleted && written().all(|own| own.pieces.is_empty()) {
                continue;
            }
            let (start, end) = if is_deleted { ("⟦", "⟧") } else { ("[", "]") };
            if !self.line.is_fresh() && !self.line.ends_in_space() {
                self.line.push_text(" ");
            }
            self.line.push_text(start);
            if form.iter().all(Part::is_empty) {
                self.line.push_text(NOTHING);
            }
            for part in form {
                match part {
                    Part::Repeated(text) => self.line.push_text(&text),
                    Part::Own(own, _) => own.pieces.into_iter().for_each(|piece| match piece {
                        Piece::Text(text) => self.line.push_text(&text),
                        piece => self.line.push(piece),
                    }),
                }
            }
            self.line.push_text(end);
        }
        if std::mem::take(&mut self.is_sic) {
            self.line.push_text(" [sic]");
        }
    }

    /// What the start of an element means for the word that is being read.
    pub(super) fn enter_word(&mut self, node: Node<'x>) {
        let role = self.document.layout.role(node);
        let parts = role == Role::LineBreak && !joins(node);
        if parts || role == Role::Reference && self.forms.is_waiting() {
            self.end_word();
        }
        let form = self.form(node);
        if self.is_in_row(node) && !beside(node.prev_siblings()).is_some_and(|b| self.is_in_row(b))
        {
            self.forms.begin_choice();
        }
        if let Some(form) = form {
            // The space before the word stands before its first form.
            let is_apart = std::mem::take(&mut self.space) || begins_with_space(node);
            if is_apart && !self.line.is_fresh() && !self.line.ends_in_space() {
                self.line.push_text(" ");
            }
            self.forms.begin_form();
            if form != Form::Source {
                self.outer.push(std::mem::take(&mut self.line));
            }
        }
        if self.has_forms(node) {
            self.forms.begin_choice();
        }
    }

    /// What the end of an element means for it.
    pub(super) fn leave_word(&mut self, node: Node<'x>) {
        if self.has_forms(node) {
            self.end_choice();
        }
        self.is_sic |= self.is_remarked(node);
        let Some(form) = self.form(node) else { return };
        let outer = (form != Form::Source).then(|| self.outer.pop()).flatten();
        let written = outer.map(|outer| {
            let mut line = std::mem::replace(&mut self.line, outer);
            let pieces = if line.has_words() { line.take(&[]) } else { Vec::new() };
            Written { pieces, is_deleted: form == Form::Deleted }
        });
        self.forms.end_form(written);
        self.gap |= std::mem::take(&mut self.space);
        if self.is_in_row(node) && !beside(node.next_siblings()).is_some_and(|b| self.is_in_row(b))
        {
            self.end_choice();
        }
    }

    /// All forms are read; the word may be at its end with them.
    fn end_choice(&mut self) {
        self.forms.end_choice();
        let gap = std::mem::take(&mut self.gap);
        if self.forms.is_at_end() {
            self.end_word();
            self.space |= gap;
        }
    }

    /// Which form of a word the element gives.
    pub(super) fn form(&self, node: Node<'x>) -> Option<Form> {
        let layout = &self.document.layout;
        let is_other = layout.is_form(node) && layout.is_alternative(node);
        if is_other {
            Some(Form::Other)
        } else if is_deletion(node) && !layout.is_block(node) {
            Some(Form::Deleted)
        } else if layout.is_form(node) || self.is_in_subst(node) || self.is_in_row(node) {
            Some(Form::Source)
        } else {
            None
        }
    }

    /// Whether the element gives forms of a word, and not of whole blocks.
    fn has_forms(&self, node: Node<'x>) -> bool {
        let layout = &self.document.layout;
        layout.has_forms(node) || name(node) == "subst" && !layout.is_block(node)
    }

    /// Whether the element is a mistake of the source that nobody corrects.
    fn is_remarked(&self, node: Node<'x>) -> bool {
        let layout = &self.document.layout;
        let is_alone = || !layout.is_form(node) && !layout.is_block(node);
        name(node) == "sic" && layout.is_full(node) && is_alone()
    }

    fn is_in_subst(&self, node: Node<'x>) -> bool {
        let outer = node.parent().filter(|outer| name(*outer) == "subst");
        outer.is_some_and(|outer| node.is_element() && !self.document.layout.is_block(outer))
    }

    /// Whether the element is a deletion, or an addition right before or after
    /// one, without a `subst` around them.
    fn is_in_row(&self, node: Node<'x>) -> bool {
        let is_among_words = |node| !self.document.layout.is_block(node) && !self.is_in_subst(node);
        match name(node) {
            "del" => is_deletion(node) && is_among_words(node),
            "add" if is_among_words(node) => {
                let is_deleted = |other| is_deletion(other) && is_among_words(other);
                beside(node.prev_siblings()).is_some_and(is_deleted)
                    || beside(node.next_siblings()).is_some_and(is_deleted)
            }
            _ => false,
        }
    }
}

/// Whether the characters of an element begin with white space.
fn begins_with_space(node: Node<'_>) -> bool {
    let first = node.descendants().find_map(|inner| inner.text().filter(|_| inner.is_text()));
    first.is_some_and(|text| text.starts_with([' ', '\t', '\n', '\r']))
}

/// Which form of a word an element gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The one that stands in the text, or a part of it.
    Source,
    /// Another one that an editor gives.
    Other,
    /// The one before something was deleted.
    Deleted,
}

/// A form as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pieces: Vec<Piece>,
    is_deleted: bool,
}

/// What stands for a form without characters.
const NOTHING: &str = "–";

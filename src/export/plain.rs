//! The words of an element in one line, for labels and indexes.

use super::apart::is_apart;
use super::apparatus::{is_reading, is_reading_of_text};
use super::glyphs::Glyph;
use super::layout::Layout;
use super::role::{Role, is_deleted_space, is_deletion};
use super::tree::{Flow, Node, Visitor, collapsed, joins, walk};

/// The words of `node` as they are read: without notes, with the form that
/// stands in the source where there are several.
pub(super) fn plain(node: Node<'_>, layout: &Layout) -> String {
    let mut words = Words { out: String::new(), root: node, layout };
    walk(node, &mut words);
    collapsed(&words.out)
}

struct Words<'d, 'x> {
    out: String,
    root: Node<'x>,
    layout: &'d Layout,
}

impl<'x> Visitor<'x> for Words<'_, 'x> {
    fn enter(&mut self, node: Node<'x>) -> Flow {
        if node == self.root {
            return Flow::Into;
        }
        let other_reading = is_reading(node) && !is_reading_of_text(node);
        let is_anchor = super::notes::is_anchor(node);
        let role = self.layout.role(node);
        if role == Role::Note
            || is_anchor
            || self.layout.is_alternative(node)
            || is_deletion(node)
            || is_deleted_space(node)
            || other_reading
        {
            return Flow::Past;
        }
        if role == Role::Glyph {
            match self.layout.glyph(node) {
                Some(Glyph::Characters(characters)) => self.out.push_str(&characters),
                Some(Glyph::Name(name)) => self.out.push_str(&format!("[{name}]")),
                None => {}
            }
        }
        let parts = role == Role::LineBreak && !joins(node);
        if self.layout.is_block(node) || parts || self.layout.is_parted(node) || is_apart(node) {
            self.out.push(' ');
        }
        Flow::Into
    }

    fn text(&mut self, text: &'x str, _node: Node<'x>) {
        self.out.push_str(text);
    }

    fn leave(&mut self, node: Node<'x>) {
        if self.layout.is_block(node) {
            self.out.push(' ');
        }
    }
}

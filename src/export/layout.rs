//! Which elements are blocks and which are words in one.
//!
//! TEI leaves much of that to the place: a quotation is a block between
//! paragraphs and a phrase within one. Here every element is settled once, in
//! two passes over the tree.

use roxmltree::NodeId;

use super::apparatus::{is_reading, is_reading_of_text};
use super::glyphs::{Glyph, Glyphs};
use super::record::{is_record, runs_on};
use super::role::{Role, form_of_source, role};
use super::tokens;
use super::tree::{Node, elements, is_blank, name};

const TEXT: u16 = 1;
const BLOCK: u16 = 1 << 1;
const HAS_BLOCK: u16 = 1 << 2;
const HAS_LINK: u16 = 1 << 3;
const STRUCTURAL: u16 = 1 << 4;
const ALTERNATIVE: u16 = 1 << 5;
const DESCRIBED: u16 = 1 << 6;
const FULL: u16 = 1 << 7;
const PARTED: u16 = 1 << 8;

/// The layout of a tree: what each node is to a reader, and its flags.
pub(super) struct Layout {
    nodes: Vec<(Role, u16)>,
    glyphs: Glyphs,
}

impl Layout {
    /// Settles the elements of `tree`.
    pub(super) fn of<'x>(tree: &'x roxmltree::Document<'x>) -> Self {
        let roles = tree.descendants().map(|node| (role(node), 0));
        let mut layout = Self { nodes: roles.collect(), glyphs: Glyphs::of(tree) };
        for node in tree.descendants().filter(Node::is_text) {
            let is_blank = node.text().is_none_or(is_blank);
            if let (false, Some(parent)) = (is_blank, node.parent()) {
                layout.set(parent, TEXT | FULL);
            }
        }
        let count = layout.nodes.len();
        for index in (0..count).rev() {
            let node = u32::try_from(index).ok().and_then(|id| tree.get_node(NodeId::new(id)));
            if let Some(node) = node.filter(Node::is_element) {
                layout.settle_from_below(node);
            }
        }
        for node in tree.descendants().filter(Node::is_element) {
            layout.settle_from_above(node);
        }
        let is_apart = |node| layout.is_block(node) || layout.is_form(node) || is_reading(node);
        for token in tokens::parted(tree, is_apart) {
            layout.set(token, PARTED);
        }
        layout
    }

    /// What `node` is to a reader.
    pub(super) fn role(&self, node: Node<'_>) -> Role {
        self.nodes.get(node.id().get_usize()).map_or(Role::Either, |(role, _)| *role)
    }

    /// Whether the element is a block.
    pub(super) fn is_block(&self, node: Node<'_>) -> bool {
        self.has(node, BLOCK)
    }

    /// Whether the element holds blocks.
    pub(super) fn has_block(&self, node: Node<'_>) -> bool {
        self.has(node, HAS_BLOCK)
    }

    /// Whether the element holds a reference or the marker of a note.
    pub(super) fn has_link(&self, node: Node<'_>) -> bool {
        self.has(node, HAS_LINK)
    }

    /// Whether the element holds blocks and no words beside them.
    pub(super) fn is_structural(&self, node: Node<'_>) -> bool {
        self.has(node, STRUCTURAL)
    }

    /// Whether the words of the element stand elsewhere, and only a marker in
    /// its place.
    pub(super) fn is_moved(&self, node: Node<'_>) -> bool {
        self.role(node) == Role::Note
            && node.parent().is_some_and(|parent| !self.is_structural(parent))
    }

    /// Whether `node` gives the words of its parent `choice` in another form
    /// than the one that stands in the source.
    pub(super) fn is_alternative(&self, node: Node<'_>) -> bool {
        self.has(node, ALTERNATIVE)
    }

    /// Whether `node` is one of the forms of a word, or of letters in one.
    pub(super) fn is_form(&self, node: Node<'_>) -> bool {
        node.parent().is_some_and(|choice| self.has_forms(choice))
    }

    /// Whether the element gives forms of a word, and not of whole blocks.
    pub(super) fn has_forms(&self, choice: Node<'_>) -> bool {
        self.role(choice) == Role::Choice && !self.is_block(choice)
    }

    /// Whether the element has anything to show, words or pictures.
    pub(super) fn is_full(&self, node: Node<'_>) -> bool {
        self.has(node, FULL)
    }

    /// Whether a `figDesc` in the element says what its pictures show.
    pub(super) fn is_described(&self, figure: Node<'_>) -> bool {
        self.has(figure, DESCRIBED)
    }

    /// Whether a space that no document has stands before the token.
    pub(super) fn is_parted(&self, token: Node<'_>) -> bool {
        self.has(token, PARTED)
    }

    /// What is read for a `g` without words.
    pub(super) fn glyph(&self, node: Node<'_>) -> Option<Glyph> {
        self.glyphs.read(node)
    }

    fn has(&self, node: Node<'_>, flag: u16) -> bool {
        self.nodes.get(node.id().get_usize()).is_some_and(|(_, flags)| flags & flag != 0)
    }

    fn set(&mut self, node: Node<'_>, flag: u16) {
        if let Some((_, flags)) = self.nodes.get_mut(node.id().get_usize()) {
            *flags |= flag;
        }
    }

    /// What an element is by itself and by what it holds.
    fn settle_from_below(&mut self, node: Node<'_>) {
        let own = self.role(node);
        if stands_alone(own) || self.has(node, HAS_BLOCK) {
            self.set(node, BLOCK);
        }
        if can_be_structural(own) && !self.has(node, TEXT) && self.has(node, BLOCK) {
            self.set(node, STRUCTURAL);
        }
        let Some(parent) = node.parent() else { return };
        if own == Role::Graphic || self.has(node, FULL) {
            self.set(parent, FULL);
        }
        // A note within words is read elsewhere; so are readings of witnesses.
        let in_place = can_be_structural(self.role(parent)) && !self.has(parent, TEXT);
        let moved = own == Role::Note && !in_place
            || name(node).starts_with("rdg") && !is_reading_of_text(node);
        if self.has(node, BLOCK) && !moved {
            self.set(parent, HAS_BLOCK);
        }
        if name(node) == "figDesc" {
            self.set(parent, DESCRIBED);
        }
        let is_link = matches!(own, Role::Reference | Role::Note | Role::Apparatus);
        if is_link || self.has(node, HAS_LINK) {
            self.set(parent, HAS_LINK);
        }
    }

    /// What an element is by where it stands.
    fn settle_from_above(&mut self, node: Node<'_>) {
        let role = self.role(node);
        if role == Role::Choice {
            let source = form_of_source(node);
            for form in elements(node).filter(|form| Some(*form) != source) {
                self.set(form, ALTERNATIVE);
            }
        }
        let Some(parent) = node.parent() else { return };
        let follows = matches!(role, Role::Either | Role::Note | Role::Graphic);
        let is_part = is_record(name(parent)) || runs_on(node) && !self.has(parent, TEXT);
        let stands = follows && self.is_structural(parent) || is_part && self.is_block(parent);
        if stands && !self.is_block(node) {
            self.set(node, BLOCK);
            self.set(parent, HAS_BLOCK);
        }
        if is_record(name(node)) && self.is_block(node) && !self.has(node, TEXT) {
            self.set(node, STRUCTURAL);
        }
    }
}

/// Whether an element of this role is a block wherever it is.
fn stands_alone(role: Role) -> bool {
    matches!(
        role,
        Role::Container
            | Role::Section
            | Role::Head
            | Role::Caption
            | Role::Paragraph
            | Role::Block
            | Role::LineGroup
            | Role::Line
            | Role::List
            | Role::Item
            | Role::Label
            | Role::Table
            | Role::Row
            | Role::Cell
            | Role::Figure
            | Role::Speech
            | Role::Speaker
            | Role::Preformatted
    )
}

/// Whether an element of this role can hold nothing but blocks.
fn can_be_structural(role: Role) -> bool {
    matches!(
        role,
        Role::Container | Role::Section | Role::Block | Role::Speech | Role::Either | Role::List
    )
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::export::tree::{Node, descendant};

    fn is_block(xml: &str, wanted: &str) -> bool {
        let tree = roxmltree::Document::parse(xml).unwrap();
        let layout = Layout::of(&tree);
        let node: Node<'_> = descendant(tree.root(), wanted).unwrap();
        layout.is_block(node)
    }

    #[test]
    fn the_place_decides() {
        assert!(is_block("<div><p>a</p><quote>b</quote></div>", "quote"));
        assert!(!is_block("<div><p>a <quote>b</quote></p></div>", "quote"));
        assert!(!is_block("<div><p><quote>b</quote></p></div>", "quote"));
        assert!(is_block("<div><p>a <quote><lg><l>b</l></lg></quote></p></div>", "quote"));
    }

    #[test]
    fn so_it_does_for_elements_nobody_has_heard_of() {
        assert!(is_block("<div><p>a</p><zzz>b</zzz></div>", "zzz"));
        assert!(!is_block("<div><p>a <zzz>b</zzz></p></div>", "zzz"));
        assert!(is_block("<div><zzz><p>a</p></zzz></div>", "zzz"));
    }

    #[test]
    fn a_note_in_a_paragraph_leaves_it_a_paragraph() {
        let xml = "<div><p>a <note><p>b</p></note></p></div>";
        let tree = roxmltree::Document::parse(xml).unwrap();
        let layout = Layout::of(&tree);
        let node = |name| descendant(tree.root(), name).unwrap();
        assert!(layout.is_moved(node("note")));
        assert!(!layout.has_block(node("p")));
        let tree = roxmltree::Document::parse("<div><note>b</note><p/></div>").unwrap();
        let layout = Layout::of(&tree);
        assert!(!layout.is_moved(descendant(tree.root(), "note").unwrap()));
    }
}

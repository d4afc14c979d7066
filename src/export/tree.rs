//! Small questions to a TEI tree, and a walk through it.

use crate::tei::NAMESPACE;

/// An element, a text, or another part of the document.
pub(super) type Node<'x> = roxmltree::Node<'x, 'x>;

/// The namespace of `xml:id`, `xml:lang` and `xml:space`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The name of an element without a prefix; nothing for other nodes, and for
/// elements of other vocabularies, such as the `text` of SVG.
pub(super) fn name(node: Node<'_>) -> &str {
    let tag = node.tag_name();
    if tag.namespace().is_none_or(|namespace| namespace == NAMESPACE) { tag.name() } else { "" }
}

/// The value of the attribute `key` in no namespace, unless it is blank.
pub(super) fn attribute<'x>(node: Node<'x>, key: &str) -> Option<&'x str> {
    node.attribute(key).map(str::trim).filter(|value| !value.is_empty())
}

/// The `xml:id`.
pub(super) fn xml_id(node: Node<'_>) -> Option<&str> {
    node.attribute((XML, "id")).map(str::trim).filter(|value| !value.is_empty())
}

/// The element’s own `xml:lang`.
pub(super) fn own_language(node: Node<'_>) -> Option<&str> {
    node.attribute((XML, "lang")).map(str::trim).filter(|value| !value.is_empty())
}

/// The language of an element, from the nearest `xml:lang`.
pub(super) fn language(node: Node<'_>) -> Option<&str> {
    node.ancestors().find_map(own_language)
}

/// The child elements.
pub(super) fn elements(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.children().filter(roxmltree::Node::is_element)
}

/// The first child element called `wanted`.
pub(super) fn child<'x>(node: Node<'x>, wanted: &str) -> Option<Node<'x>> {
    elements(node).find(|child| name(*child) == wanted)
}

/// The first descendant element called `wanted`.
pub(super) fn descendant<'x>(node: Node<'x>, wanted: &str) -> Option<Node<'x>> {
    node.descendants().find(|inner| name(*inner) == wanted)
}

/// All characters in an element.
pub(super) fn characters(node: Node<'_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// Whether the text holds nothing but white space as XML counts it.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// The text with white space collapsed.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether to go into an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Its content comes next, then [`Visitor::leave`].
    Into,
    /// What follows it comes next.
    Past,
}

/// What is told of a tree, in document order.
pub(super) trait Visitor<'x> {
    /// The start of an element.
    fn enter(&mut self, node: Node<'x>) -> Flow;
    /// Character data: without the white space that means nothing.
    fn text(&mut self, text: &'x str, node: Node<'x>);
    /// The end of an element that was gone into.
    fn leave(&mut self, node: Node<'x>);
}

/// Tells `visitor` of `root` and all in it.
///
/// It does not recurse, so no document nests too deep for it.
pub(super) fn walk<'x>(root: Node<'x>, visitor: &mut impl Visitor<'x>) {
    let mut at = root;
    loop {
        if at.is_text() {
            let text = meaning(at);
            if !text.is_empty() {
                visitor.text(text, at);
            }
        } else if at.is_element() && visitor.enter(at) == Flow::Into {
            if let Some(first) = at.first_child() {
                at = first;
                continue;
            }
            visitor.leave(at);
        }
        loop {
            if at == root {
                return;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(parent) = at.parent() else { return };
            at = parent;
            visitor.leave(at);
        }
    }
}

/// The text without white space that is only there for the encoder’s eyes: in
/// elements that list alternatives, and beside a break within a word.
fn meaning(text: Node<'_>) -> &str {
    let characters = text.text().unwrap_or_default();
    let listed = text
        .parent()
        .is_some_and(|parent| matches!(name(parent), "choice" | "subst" | "app" | "rdgGrp"));
    if is_blank(characters) && (listed || is_between_joined(text)) {
        return "";
    }
    let mut meaning = characters;
    let is_space = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
    let (first, last) = (characters.as_bytes().first(), characters.as_bytes().last());
    if is_space(last) && beside(text.next_siblings()).is_some_and(joins) {
        meaning = meaning.trim_ascii_end();
    }
    if is_space(first) && beside(text.prev_siblings()).is_some_and(joins) {
        meaning = meaning.trim_ascii_start();
    }
    meaning
}

/// Whether white space stands between two tokens of a linguist that are one
/// word, or a word and its punctuation.
fn is_between_joined(space: Node<'_>) -> bool {
    let (Some(before), Some(after)) = (space.prev_sibling(), space.next_sibling()) else {
        return false;
    };
    let (Some(before), Some(after)) =
        (token(before, Node::last_element_child), token(after, Node::first_element_child))
    else {
        return false;
    };
    is_joined(before, after)
}

/// Whether two tokens are one word, or a word and its punctuation.
pub(super) fn is_joined(before: Node<'_>, after: Node<'_>) -> bool {
    let joins = |token: Node<'_>, side: &str| {
        attribute(token, "join").is_some_and(|join| join == side || join == "both")
    };
    let is_all = |token: Node<'_>, marks: &str| {
        let words = characters(token);
        name(token) == "pc" && !words.is_empty() && words.chars().all(|c| marks.contains(c))
    };
    joins(before, "right")
        || joins(after, "left")
        || is_all(after, ",.;:!?…)]}،؛؟。、，；：！？")
        || is_all(before, "([{¿¡„‚")
}

/// The token that an element is, or that it begins or ends with.
fn token<'x>(node: Node<'x>, inner: impl Fn(&Node<'x>) -> Option<Node<'x>>) -> Option<Node<'x>> {
    let way = std::iter::successors(Some(node), inner);
    way.take(DEEPEST).find(|node| matches!(name(*node), "w" | "pc"))
}

/// No deeper do tokens stand in names and the like.
const DEEPEST: usize = 8;

/// What comes after the first of some siblings, but for comments and
/// instructions.
pub(super) fn beside<'x>(siblings: impl Iterator<Item = Node<'x>>) -> Option<Node<'x>> {
    siblings.skip(1).find(|node| node.is_element() || node.is_text())
}

/// Whether the element is a break within a word.
pub(super) fn joins(node: Node<'_>) -> bool {
    matches!(name(node), "lb" | "pb" | "cb" | "gb" | "milestone")
        && attribute(node, "break") == Some("no")
}

#[cfg(test)]
mod tests {
    use super::{Flow, Node, Visitor, walk};

    /// Elements and texts as one line.
    struct Line(String);

    impl<'x> Visitor<'x> for Line {
        fn enter(&mut self, node: Node<'x>) -> Flow {
            if node.has_tag_name("past") {
                return Flow::Past;
            }
            self.0.push('(');
            Flow::Into
        }

        fn text(&mut self, text: &'x str, _node: Node<'x>) {
            self.0.push_str(text);
        }

        fn leave(&mut self, _node: Node<'x>) {
            self.0.push(')');
        }
    }

    fn line(xml: &str) -> String {
        let tree = roxmltree::Document::parse(xml).unwrap();
        let mut line = Line(String::new());
        walk(tree.root_element(), &mut line);
        line.0
    }

    #[test]
    fn elements_nest_as_they_do() {
        assert_eq!(line("<a>b<c/>d<past>e</past><!--f--><g><h>i</h></g></a>"), "(b()d((i)))");
        assert_eq!(line("<past>e</past>"), "");
    }

    #[test]
    fn a_break_in_a_word_has_no_white_space() {
        assert_eq!(line("<p>Ver\n  <lb break='no'/>\n bindung </p>"), "(Ver()bindung )");
        assert_eq!(line("<p>a\n<pb break='no'/>\n<lb break='no'/>b</p>"), "(a()()b)");
        assert_eq!(line("<p>a <lb/> b</p>"), "(a () b)");
        assert_eq!(line("<choice> <sic>a</sic>\n<corr>b</corr> </choice>"), "((a)(b))");
    }
}

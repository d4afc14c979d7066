//! Formulae in `MathML`, which browsers and readers of books set themselves.

use super::super::tree::{Flow, Node, Visitor, walk};
use super::body::Body;
use super::markup::{push_attribute, push_text};

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// The elements of `MathML` Core (<https://www.w3.org/TR/mathml-core/>).
const ELEMENTS: &[&str] = &[
    "annotation", "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded",
    "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub",
    "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "semantics",
];

/// Its attributes, without those that run programs or lead elsewhere.
const ATTRIBUTES: &[&str] = &[
    "accent", "accentunder", "columnspan", "depth", "dir", "display", "displaystyle", "encoding",
    "fence", "form", "height", "largeop", "linethickness", "lspace", "mathbackground", "mathcolor",
    "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "rowspan", "rspace",
    "scriptlevel", "separator", "stretchy", "symmetric", "voffset", "width",
];

/// Whether the element is a formula with nothing in it that `MathML` Core has
/// not.
pub(super) fn is_math(node: Node<'_>) -> bool {
    let is_known = |inner: Node<'_>| {
        let tag = inner.tag_name();
        tag.namespace() == Some(MATHML) && ELEMENTS.contains(&tag.name())
    };
    node.has_tag_name((MATHML, "math")) && node.descendants().filter(Node::is_element).all(is_known)
}

impl<'x> Body<'_, '_, 'x> {
    /// A formula as it is.
    pub(super) fn math(&mut self, node: Node<'x>) -> Flow {
        walk(node, &mut Math(&mut self.out));
        self.fresh = false;
        Flow::Past
    }
}

struct Math<'o>(&'o mut String);

impl<'x> Visitor<'x> for Math<'_> {
    fn enter(&mut self, node: Node<'x>) -> Flow {
        let name = node.tag_name().name();
        self.0.push('<');
        self.0.push_str(name);
        if name == "math" {
            push_attribute("xmlns", MATHML, self.0);
        }
        let known = |key: &str| ATTRIBUTES.contains(&key);
        for attribute in node.attributes().filter(|a| a.namespace().is_none() && known(a.name())) {
            push_attribute(attribute.name(), attribute.value(), self.0);
        }
        self.0.push('>');
        Flow::Into
    }

    fn text(&mut self, text: &'x str, _node: Node<'x>) {
        push_text(text, self.0);
    }

    fn leave(&mut self, node: Node<'x>) {
        self.0.push_str("</");
        self.0.push_str(node.tag_name().name());
        self.0.push('>');
    }
}

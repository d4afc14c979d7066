//! Whether a document is valid, told fast and without reasons.

use std::ops::Range;

use rustc_hash::FxHashSet;
use teixml::relaxng::{Content, DatatypeRegistry, Element, ExpandedName, Schema};

use crate::tei::{NAMESPACE, Reader, Step, Tag};

/// The namespace of `xml:id` and its like.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Whether a document is valid and its identifiers are unique; nothing if that
/// cannot be told fast: its elements must all be TEI’s, without prefixes.
pub(super) fn is_valid(xml: &str, schema: &Schema) -> Option<bool> {
    let tree = Tree::read(xml)?;
    let root = Node { tree: &tree, at: 0 };
    let errors = schema.validate(&DatatypeRegistry::new(), &root).ok()?;
    Some(errors.is_empty() && tree.has_unique_ids())
}

/// A document as a list: each element before what it holds.
#[derive(Default)]
struct Tree<'x> {
    items: Vec<Item<'x>>,
    /// All characters, one after the other.
    text: String,
}

enum Item<'x> {
    /// An element, and the index after the last item in it.
    Element(Tag<'x>, usize),
    /// Characters between two tags.
    Text(Range<usize>),
}

impl<'x> Tree<'x> {
    fn read(xml: &'x str) -> Option<Self> {
        let mut tree = Self::default();
        let mut open = Vec::new();
        let mut reader = Reader::new(xml, "").ok()?;
        loop {
            match reader.step().ok()? {
                Step::Start(tag) => {
                    let plain = !tag.has_prefix() && (open.is_empty() || !tag.mentions("xmlns"));
                    if !plain {
                        return None;
                    }
                    open.push(tree.items.len());
                    tree.items.push(Item::Element(tag, 0));
                }
                Step::End => {
                    let end = tree.items.len();
                    if let Item::Element(_, last) = &mut tree.items[open.pop()?] {
                        *last = end;
                    }
                }
                Step::Text(text) if !open.is_empty() => tree.push_text(&text),
                Step::Text(_) | Step::Instruction(_) => {}
                Step::Done => return Some(tree),
            }
        }
    }

    /// Adds characters; those around a comment or a reference are one text.
    fn push_text(&mut self, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.items.last_mut() {
            Some(Item::Text(range)) => range.end = end,
            _ => self.items.push(Item::Text(start..end)),
        }
    }

    fn has_unique_ids(&self) -> bool {
        let tags = self.items.iter().filter_map(|item| match item {
            Item::Element(tag, _) => Some(tag),
            Item::Text(_) => None,
        });
        let mut ids = FxHashSet::default();
        tags.filter(|tag| tag.mentions("xml:id"))
            .filter_map(|tag| tag.attribute("xml:id"))
            .all(|id| ids.insert(id.trim_ascii().to_owned()))
    }
}

/// An element of the document.
struct Node<'t, 'x> {
    tree: &'t Tree<'x>,
    at: usize,
}

impl<'t, 'x> Node<'t, 'x> {
    fn tag(&self) -> Option<&'t Tag<'x>> {
        match &self.tree.items[self.at] {
            Item::Element(tag, _) => Some(tag),
            Item::Text(_) => None,
        }
    }
}

impl Element for Node<'_, '_> {
    type Location = ();

    fn name(&self) -> ExpandedName {
        ExpandedName::new(Some(NAMESPACE), self.tag().map_or("", Tag::name))
    }

    fn attributes(&self) -> impl Iterator<Item = (ExpandedName, String)> {
        let attributes = self.tag().into_iter().flat_map(Tag::attributes);
        attributes.filter(|(name, _)| *name != "xmlns").map(|(name, value)| {
            let name = match name.strip_prefix("xml:") {
                Some(local) => ExpandedName::new(Some(XML), local),
                None => ExpandedName::new(None::<String>, name),
            };
            (name, value.into_owned())
        })
    }

    fn children(&self) -> impl Iterator<Item = Content<Self>> {
        let tree = self.tree;
        let end = match tree.items[self.at] {
            Item::Element(_, end) => end,
            Item::Text(_) => self.at,
        };
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            let item = tree.items[..end].get(at)?;
            let child = at;
            Some(match item {
                Item::Element(_, after) => {
                    at = *after;
                    Content::Element(Node { tree, at: child })
                }
                Item::Text(range) => {
                    at += 1;
                    Content::Text(tree.text[range.clone()].to_owned())
                }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::is_valid;
    use crate::validate::Schema;
    use crate::{Options, convert};

    #[test]
    fn tells_as_the_full_validation_does() {
        let schema = Schema::embedded();
        let quick = |xml: &str| is_valid(xml, schema.relaxng().unwrap());
        let text = "Paris, May 8, 1937. Gide & Last came [1].\n\n1. A note <here>.\n";
        let edition = convert(text.as_bytes(), &Options::default()).unwrap().tei;
        assert_eq!(quick(&edition), Some(true));
        assert_eq!(quick(&edition.replace("<body ", "words<body ")), Some(false));
        assert_eq!(quick(&edition.replace("<date ", "<date whenever=\"1\" ")), Some(false));
        assert_eq!(quick(&edition.replace("</body>", "<!-- end --></body>")), Some(true));
        let twice = edition.replace("<p>", "<p xml:id=\"note-1\">");
        assert_eq!(quick(&twice), Some(false), "{twice}");
    }

    #[test]
    fn does_not_tell_of_what_it_does_not_know() {
        let schema = Schema::embedded();
        let quick = |xml: &str| is_valid(xml, schema.relaxng().unwrap());
        assert_eq!(quick("<tei:TEI xmlns:tei=\"http://www.tei-c.org/ns/1.0\"/>"), None);
        assert_eq!(
            quick("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><a xmlns=\"b\"/></TEI>"),
            None
        );
        assert_eq!(quick("<TEI>"), None);
    }
}

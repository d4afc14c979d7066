//! Whether a document is valid, told fast and without reasons.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use teixml::relaxng::{Content, DatatypeRegistry, Element, ExpandedName, Schema};

use crate::tei::{NAMESPACE, Step, Tag};

/// The namespace of `xml:id` and its like.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A document as a list, made of the steps through it: each element before
/// what it holds.
#[derive(Default)]
pub(crate) struct Tree<'x> {
    items: Vec<Item<'x>>,
    /// The open elements.
    open: Vec<usize>,
    /// Whether it has elements that may not be TEI’s.
    strange: bool,
}

enum Item<'x> {
    /// An element, and the index after the last item in it.
    Element(Tag<'x>, usize),
    /// Characters between two tags.
    Text(Cow<'x, str>),
}

impl<'x> Tree<'x> {
    /// Takes in the next step.
    pub(crate) fn push(&mut self, step: Step<'x>) {
        match step {
            Step::Start(tag) => {
                let inner = !self.open.is_empty();
                self.strange |= tag.has_prefix() || inner && tag.declares_namespaces();
                self.open.push(self.items.len());
                self.items.push(Item::Element(tag, 0));
            }
            Step::End => {
                let end = self.items.len();
                let open = self.open.pop().and_then(|open| self.items.get_mut(open));
                if let Some(Item::Element(_, last)) = open {
                    *last = end;
                }
            }
            Step::Text(text) if !self.open.is_empty() => self.push_text(text),
            Step::Text(_) | Step::Instruction(_) | Step::Done => {}
        }
    }

    /// Whether the document is valid and its identifiers are unique; nothing
    /// if that cannot be told fast: its elements must all be TEI’s, without
    /// prefixes.
    pub(super) fn is_valid(&self, schema: &Schema) -> Option<bool> {
        if self.strange || self.items.is_empty() {
            return None;
        }
        let root = Node { tree: self, at: 0 };
        let errors = schema.validate(&DatatypeRegistry::new(), &root).ok()?;
        Some(errors.is_empty() && self.has_unique_ids())
    }

    /// Adds characters; those around a comment or a reference are one text.
    fn push_text(&mut self, text: Cow<'x, str>) {
        match self.items.last_mut() {
            Some(Item::Text(before)) => before.to_mut().push_str(&text),
            _ => self.items.push(Item::Text(text)),
        }
    }

    fn has_unique_ids(&self) -> bool {
        let tags = self.items.iter().filter_map(|item| match item {
            Item::Element(tag, _) => Some(tag),
            Item::Text(_) => None,
        });
        let mut ids = FxHashSet::default();
        tags.filter_map(Tag::id).all(|id| ids.insert(id.trim_ascii().to_owned()))
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
                Item::Text(text) => {
                    at += 1;
                    Content::Text(text.clone().into_owned())
                }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use crate::tei::externalize_and;
    use crate::validate::Schema;
    use crate::{Options, convert};

    fn is_valid(xml: &str) -> Option<bool> {
        let mut tree = Tree::default();
        externalize_and(xml, |step| tree.push(step)).ok()?;
        tree.is_valid(Schema::embedded().relaxng().unwrap())
    }

    #[test]
    fn tells_as_the_full_validation_does() {
        let text = "Paris, May 8, 1937. Gide & Last came [1].\n\n1. A note <here>.\n";
        let edition = convert(text.as_bytes(), &Options::default()).unwrap().tei;
        assert_eq!(is_valid(&edition), Some(true));
        assert_eq!(is_valid(&edition.replace("<body ", "words<body ")), Some(false));
        assert_eq!(is_valid(&edition.replace("<date ", "<date whenever=\"1\" ")), Some(false));
        assert_eq!(is_valid(&edition.replace("</body>", "<!-- end --></body>")), Some(true));
        let twice = edition.replace("<p>", "<p xml:id=\"note-1\">");
        assert_eq!(is_valid(&twice), Some(false), "{twice}");
    }

    #[test]
    fn does_not_tell_of_what_it_does_not_know() {
        assert_eq!(is_valid("<tei:TEI xmlns:tei=\"http://www.tei-c.org/ns/1.0\"/>"), None);
        assert_eq!(
            is_valid("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><a xmlns=\"b\"/></TEI>"),
            None
        );
        assert_eq!(is_valid("<TEI>"), None);
    }
}

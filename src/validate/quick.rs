//! Whether a document is valid, told fast and without reasons.
//!
//! What the validator learns of a schema it forgets with the document, and to learn
//! it takes longer than to check a letter. So the documents are shown to it as the
//! children of one that does not end.

use std::cell::RefCell;
use std::rc::Rc;

use teixml::relaxng::{Content, DatatypeRegistry, Element, ExpandedName, Schema};

use super::tree::{Item, Tree};
use crate::tei::{NAMESPACE, Tag};

/// The namespace of `xml:id` and its like.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The element that all documents stand in, in no namespace.
pub(super) const ROOT: &str = "editions";

/// Checks the documents that `next` gives, one after the other: one is checked when
/// the next is asked for. Those with a fault are marked so. Returns whether the schema
/// could be used at all.
///
/// `schema` has documents in an element called [`ROOT`].
pub(super) fn each<'x>(schema: &Schema, next: &mut dyn FnMut() -> Option<Rc<Tree<'x>>>) -> bool {
    let root = Node::Root { next: &RefCell::new(next) };
    schema.validate(&DatatypeRegistry::new(), &root).is_ok()
}

/// Whether a document is valid and its identifiers are unique.
pub(super) fn is_valid(schema: &Schema, tree: Tree<'_>) -> bool {
    let tree = Rc::new(tree);
    let mut once = Some(Rc::clone(&tree));
    each(schema, &mut || once.take()) && tree.is_right()
}

/// What the next document comes from.
type Next<'n, 'x> = RefCell<&'n mut dyn FnMut() -> Option<Rc<Tree<'x>>>>;

/// An element.
enum Node<'n, 'x> {
    /// That of all documents.
    Root { next: &'n Next<'n, 'x> },
    /// One of a document, by its index.
    Inner { tree: Rc<Tree<'x>>, at: usize },
}

impl Node<'_, '_> {
    fn tag(&self) -> Option<&Tag<'_>> {
        match self {
            Self::Root { .. } => None,
            Self::Inner { tree, at } => match &tree.items[*at] {
                Item::Element(tag, _) => Some(tag),
                Item::Text(_) => None,
            },
        }
    }

    /// Takes note of a fault: places are asked for where something is wrong.
    fn fault<T>(&self) -> Option<T> {
        if let Self::Inner { tree, .. } = self {
            tree.faulty.set(true);
        }
        None
    }
}

impl Element for Node<'_, '_> {
    type Location = ();

    fn name(&self) -> ExpandedName {
        match self.tag() {
            Some(tag) => ExpandedName::new(Some(NAMESPACE), tag.name()),
            None => ExpandedName::new(None::<String>, ROOT),
        }
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
        match self {
            Self::Root { next } => Children::Documents { next, parted: false },
            Self::Inner { tree, at } => {
                let end = match &tree.items[*at] {
                    Item::Element(_, end) => *end,
                    Item::Text(_) => *at,
                };
                Children::Items { tree: Rc::clone(tree), at: at + 1, end }
            }
        }
    }

    fn location(&self) -> Option<()> {
        self.fault()
    }

    fn end_location(&self) -> Option<()> {
        self.fault()
    }

    fn start_location(&self) -> Option<()> {
        self.fault()
    }

    fn end_tag_location(&self) -> Option<()> {
        self.fault()
    }
}

/// What an element holds.
enum Children<'n, 'x> {
    /// The documents, with white space between them: so each has been checked when the
    /// next is asked for, though the validator looks ahead.
    Documents { next: &'n Next<'n, 'x>, parted: bool },
    /// The items of a document from one up to another.
    Items { tree: Rc<Tree<'x>>, at: usize, end: usize },
}

impl<'n, 'x> Iterator for Children<'n, 'x> {
    type Item = Content<Node<'n, 'x>>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Documents { next, parted } => {
                *parted = !*parted;
                if *parted {
                    return Some(Content::Text("\n".to_owned()));
                }
                let tree = (next.borrow_mut())()?;
                Some(Content::Element(Node::Inner { tree, at: 0 }))
            }
            Self::Items { tree, at, end } => {
                let child = *at;
                match tree.items[..*end].get(child)? {
                    Item::Element(_, after) => {
                        *at = *after;
                        Some(Content::Element(Node::Inner { tree: Rc::clone(tree), at: child }))
                    }
                    Item::Text(text) => {
                        *at += 1;
                        Some(Content::Text(text.clone().into_owned()))
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::each;
    use crate::tei::externalize_and;
    use crate::validate::{Schema, Tree};
    use crate::{Options, convert};

    fn tree(xml: &str) -> Tree<'_> {
        let mut tree = Tree::default();
        externalize_and(xml, |step| tree.push(step)).unwrap();
        tree
    }

    fn is_valid(xml: &str) -> Option<bool> {
        Schema::embedded().is_valid(tree(xml))
    }

    fn edition() -> String {
        let text = "Paris, May 8, 1937. Gide & Last came [1].\n\n1. A note <here>.\n";
        convert(text.as_bytes(), &Options::default()).unwrap().tei
    }

    #[test]
    fn tells_as_the_full_validation_does() {
        let edition = edition();
        assert_eq!(is_valid(&edition), Some(true));
        assert_eq!(is_valid(&edition.replace("<body ", "words<body ")), Some(false));
        assert_eq!(is_valid(&edition.replace("<date ", "<date whenever=\"1\" ")), Some(false));
        assert_eq!(is_valid(&edition.replace("cert=\"high\"", "cert=\"highest\"")), Some(false));
        let pointer = edition.replace("<ref ", "<pointer ").replace("</ref>", "</pointer>");
        assert_eq!(is_valid(&pointer), Some(false));
        let start = edition.find("<sourceDesc>").unwrap();
        let end = edition.find("</sourceDesc>").unwrap();
        let missing = format!("{}<sourceDesc>{}", &edition[..start], &edition[end..]);
        assert_eq!(is_valid(&missing), Some(false));
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
    }

    /// A document has been checked when the next is asked for, and its faults are its own.
    #[test]
    fn one_document_after_the_other() {
        let good = edition();
        let bad = good.replace("<body ", "<bod ").replace("</body>", "</bod>");
        let empty = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>";
        let documents = [good.as_str(), &bad, empty, &good];
        let (mut told, mut last) = (Vec::new(), None);
        let mut waiting = documents.iter().map(|xml| Rc::new(tree(xml)));
        let schema = Schema::embedded();
        let mut next = || {
            told.extend(last.take().map(|tree: Rc<Tree<'_>>| tree.faulty.get()));
            last = waiting.next();
            last.clone()
        };
        assert!(each(schema.editions().unwrap(), &mut next));
        assert_eq!(told, [false, true, true, false]);
    }
}

//! Identifiers: those of the document, and those an export needs besides.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::tree::{Node, xml_id};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// The identifiers of a document.
///
/// What comes out keeps the `xml:id` of an element where it can; other
/// identifiers come from place and content, never from a counter per run.
#[derive(Debug, Default)]
pub(super) struct Ids<'x> {
    elements: HashMap<&'x str, Node<'x>>,
    given: HashMap<usize, Cow<'x, str>>,
    taken: HashSet<Cow<'x, str>>,
    pointed: HashSet<usize>,
    /// The next number to try for a base that is taken.
    next: HashMap<String, usize>,
}

impl<'x> Ids<'x> {
    /// The identifiers of the elements below `root`.
    pub(super) fn of(root: Node<'x>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut ids = Self::default();
        for node in root.descendants() {
            let Some(id) = xml_id(node) else { continue };
            if ids.elements.contains_key(id) {
                diagnostics.push(duplicate(id, node));
                continue;
            }
            ids.elements.insert(id, node);
            let safe = safe(id);
            ids.taken.insert(safe.clone());
            ids.given.insert(node.id().get_usize(), safe);
        }
        ids
    }

    /// The element that `pointer`, such as `#note-1`, points to. An identifier
    /// without `#` would be a file of that name, but hardly ever means one.
    pub(super) fn target(&self, pointer: &str) -> Option<Node<'x>> {
        self.elements.get(pointer.strip_prefix('#').unwrap_or(pointer)).copied()
    }

    /// The identifier of an element in what comes out, if it has one.
    pub(super) fn of_node(&self, node: Node<'_>) -> Option<&str> {
        self.given.get(&node.id().get_usize()).map(AsRef::as_ref)
    }

    /// The identifier of an element, which gets one from `base` if it has none.
    pub(super) fn ensure(&mut self, node: Node<'x>, base: &str) -> String {
        if let Some(id) = self.of_node(node) {
            return id.to_owned();
        }
        let id = self.unique(base);
        self.given.insert(node.id().get_usize(), Cow::Owned(id.clone()));
        id
    }

    /// Takes note that something leads to `node`.
    pub(super) fn point(&mut self, node: Node<'x>) {
        self.pointed.insert(node.id().get_usize());
    }

    /// Whether something in the document leads to `node`.
    pub(super) fn is_pointed(&self, node: Node<'_>) -> bool {
        self.pointed.contains(&node.id().get_usize())
    }

    /// An identifier that nothing has yet, made of `base`.
    pub(super) fn unique(&mut self, base: &str) -> String {
        let base = safe(base);
        let mut id = base.clone().into_owned();
        if self.taken.insert(Cow::Owned(id.clone())) {
            return id;
        }
        let suffix = self.next.entry(base.clone().into_owned()).or_insert(2);
        loop {
            id = format!("{base}-{suffix}");
            *suffix += 1;
            if self.taken.insert(Cow::Owned(id.clone())) {
                return id;
            }
        }
    }
}

fn duplicate(id: &str, node: Node<'_>) -> Diagnostic {
    let message = format!("a second element has the xml:id {id}");
    let range = node.range();
    Diagnostic::new(Severity::Warning, Code::DuplicateId, message)
        .at(Span::empty(crate::source::offset(range.start)))
        .help("links lead to the first one")
}

/// The identifier as one that XML and URLs take as it is.
fn safe(id: &str) -> Cow<'_, str> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let begins = |c: char| c.is_alphabetic() || c == '_';
    if id.starts_with(begins) && id.chars().all(fits) {
        return Cow::Borrowed(id);
    }
    let mut out = String::with_capacity(id.len() + 1);
    if !id.starts_with(begins) {
        out.push('x');
    }
    out.extend(id.chars().map(|c| if fits(c) { c } else { '-' }));
    Cow::Owned(out)
}

/// Words as the base of an identifier: letters and digits of ASCII.
pub(super) fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in deunicode::deunicode(words).chars().take(60) {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    if out.is_empty() { "x".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::{Ids, safe, slug};

    #[test]
    fn identifiers_fit_everywhere() {
        assert_eq!(safe("note-1"), "note-1");
        assert_eq!(safe("1a b"), "x1a-b");
        assert_eq!(slug("Élisabeth, Mme."), "elisabeth-mme");
        assert_eq!(slug("…"), "x");
    }

    #[test]
    fn each_is_given_once() {
        let tree = roxmltree::Document::parse("<a xml:id='n'><b xml:id='n'/><c/></a>").unwrap();
        let mut diagnostics = Vec::new();
        let mut ids = Ids::of(tree.root_element(), &mut diagnostics);
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(ids.unique("n"), "n-2");
        assert_eq!(ids.unique("n"), "n-3");
        assert_eq!(ids.target("#n").unwrap(), tree.root_element());
        assert_eq!(ids.target("n"), ids.target("#n"));
        assert_eq!(ids.target("n.html"), None);
    }
}

//! What a schema allows at a place, found by trying.
//!
//! RELAX NG validators do not say what they would have accepted. Here the
//! elements before the place are offered to the validator once more, each time
//! with another candidate after them: those it does not turn down are allowed.

use teixml::relaxng::{Content, DatatypeRegistry, Element, ExpandedName, ValidationErrorKind};

use super::schema::Schema;

/// The elements from the root to a place, each with the siblings before it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// For each level its name and attributes, and the children before the
    /// next level.
    levels: Vec<Level>,
}

#[derive(Clone, Debug)]
struct Level {
    name: ExpandedName,
    attributes: Vec<(ExpandedName, String)>,
    before: Vec<Child>,
}

#[derive(Clone, Debug)]
enum Child {
    Element(ExpandedName),
    Text,
}

/// How deep a place may lie, the most siblings that are offered again, and the
/// most names that are told.
const DEEPEST: usize = 48;
const MOST_SIBLINGS: usize = 400;
const MOST_NAMES: usize = 24;

impl Place {
    /// The place in `parent` before the byte at `at`.
    pub(super) fn before(parent: roxmltree::Node<'_, '_>, at: usize) -> Option<Self> {
        let mut levels = Vec::new();
        let mut limit = at;
        for node in parent.ancestors().filter(roxmltree::Node::is_element) {
            let before: Vec<Child> = node
                .children()
                .take_while(|child| child.range().start < limit)
                .filter_map(Child::of)
                .collect();
            if before.len() > MOST_SIBLINGS {
                return None;
            }
            let attributes = node.attributes().map(|attribute| {
                (
                    ExpandedName::new(attribute.namespace(), attribute.name()),
                    attribute.value().to_owned(),
                )
            });
            levels.push(Level { name: expanded(node), attributes: attributes.collect(), before });
            limit = node.range().start;
        }
        levels.reverse();
        (levels.len() <= DEEPEST).then_some(Self { levels })
    }

    /// The names of the elements that the schema allows there.
    pub(super) fn allowed(&self, schema: &Schema) -> Vec<String> {
        let namespace = self.levels.first().and_then(|level| level.name.namespace.clone());
        let names = schema.names().elements.iter();
        let names = names.map(|name| ExpandedName::new(namespace.clone(), name.clone()));
        let allowed = names.filter(|name| self.accepts(schema, name));
        allowed.map(|name| name.local).take(MOST_NAMES).collect()
    }

    fn accepts(&self, schema: &Schema, name: &ExpandedName) -> bool {
        let Some(relaxng) = schema.relaxng() else { return false };
        let root = Probe::Level { place: self, depth: 0, candidate: name };
        let errors = relaxng.validate(&DatatypeRegistry::new(), &root);
        errors.is_ok_and(|errors| {
            !errors.iter().any(|error| {
                error.location() == Some(&Where::Candidate)
                    && matches!(error.kind(), ValidationErrorKind::UnexpectedElement(_))
            })
        })
    }
}

impl Child {
    fn of(node: roxmltree::Node<'_, '_>) -> Option<Self> {
        if node.is_element() {
            Some(Self::Element(expanded(node)))
        } else {
            node.text().filter(|text| node.is_text() && !text.trim().is_empty()).map(|_| Self::Text)
        }
    }
}

fn expanded(node: roxmltree::Node<'_, '_>) -> ExpandedName {
    let name = node.tag_name();
    ExpandedName::new(name.namespace(), name.name())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    Candidate,
    Elsewhere,
}

/// A document that consists of a place and a candidate in it.
#[derive(Clone, Copy)]
enum Probe<'p> {
    /// An element on the way to the place.
    Level { place: &'p Place, depth: usize, candidate: &'p ExpandedName },
    /// An element before it, without its content.
    Before(&'p ExpandedName),
    /// The candidate, without content.
    Candidate(&'p ExpandedName),
}

impl Element for Probe<'_> {
    type Location = Where;

    fn name(&self) -> ExpandedName {
        match self {
            Self::Level { place, depth, .. } => place.levels[*depth].name.clone(),
            Self::Before(name) | Self::Candidate(name) => (*name).clone(),
        }
    }

    fn attributes(&self) -> impl Iterator<Item = (ExpandedName, String)> {
        let attributes = match self {
            Self::Level { place, depth, .. } => place.levels[*depth].attributes.clone(),
            Self::Before(_) | Self::Candidate(_) => Vec::new(),
        };
        attributes.into_iter()
    }

    fn children(&self) -> impl Iterator<Item = Content<Self>> {
        let mut children = Vec::new();
        if let Self::Level { place, depth, candidate } = *self {
            for child in &place.levels[depth].before {
                children.push(match child {
                    Child::Element(name) => Content::Element(Self::Before(name)),
                    Child::Text => Content::Text("x".to_owned()),
                });
            }
            children.push(Content::Element(match place.levels.get(depth + 1) {
                Some(_) => Self::Level { place, depth: depth + 1, candidate },
                None => Self::Candidate(candidate),
            }));
        }
        children.into_iter()
    }

    fn location(&self) -> Option<Where> {
        Some(match self {
            Self::Candidate(_) => Where::Candidate,
            Self::Level { .. } | Self::Before(_) => Where::Elsewhere,
        })
    }
}

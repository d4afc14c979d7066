//! Elements over ranges of the text: what every pass adds.

use std::borrow::Cow;
use std::sync::Arc;

use crate::element::{Attribute, Element};
use crate::notation::Notation;
use crate::source::Span;

/// An element over a range of the source.
///
/// The tags own the characters in `outer` that are not in `inner`: the
/// underscores of `_word_`, the whole of `[illegible]`. Such delimiters are
/// not text of the edition; they come back with restore.
///
/// ```
/// use rubricate::{Span, annotation::{Annotation, Attributes, Certainty}, element::{Attribute, Element}};
///
/// // _Faust_ is the title of a work, and the underscores are delimiters.
/// let italic = Annotation::new(Element::Hi, Span::new(0, 7))
///     .around(Span::new(1, 6))
///     .with(Attribute::Rend, "italic");
/// let work = Annotation::new(Element::Title, Span::new(1, 6)).certain(Certainty::Medium);
/// assert_eq!(work.attributes.get(Attribute::Cert), Some("medium"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The element.
    pub element: Element,
    /// Its attributes.
    pub attributes: Attributes,
    /// All characters it stands for.
    pub outer: Span,
    /// Those that are its content.
    pub inner: Span,
    /// The notation the delimiters follow, if the header declares it.
    pub notation: Option<&'static Notation>,
}

/// How sure the program is of an annotation: the values of `@cert`.
///
/// Of what is marked *high*, at least 97 of 100 should be right; of *medium*,
/// at least 85.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Worth a look.
    Low,
    /// Concluded.
    Medium,
    /// Written there.
    High,
}

impl Certainty {
    /// The value of `@cert`.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// What `@resp` says of an annotation that this program made: the identifier
/// of its statement of responsibility in the header.
pub const RESPONSIBLE: &str = "#rubricate";

/// The attributes of one element, in the order they are written.
///
/// Cheap to clone, so that all mentions of a person can share theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Option<Arc<Vec<(Attribute, Value)>>>);

/// What an attribute says: most are written in this program.
type Value = Cow<'static, str>;

impl Attributes {
    /// The value of `attribute`, if it is there.
    #[must_use]
    pub fn get(&self, attribute: Attribute) -> Option<&str> {
        let found = self.iter().find(|(name, _)| *name == attribute);
        found.map(|(_, value)| value)
    }

    /// Name and value of each.
    pub fn iter(&self) -> impl Iterator<Item = (Attribute, &str)> {
        let all = self.0.iter().flat_map(|all| all.iter());
        all.map(|(name, value)| (*name, value.as_ref()))
    }

    /// Adds an attribute, or replaces its value.
    pub fn set(&mut self, attribute: Attribute, value: impl Into<Cow<'static, str>>) {
        let all = Arc::make_mut(self.0.get_or_insert_default());
        match all.iter_mut().find(|(name, _)| *name == attribute) {
            Some((_, old)) => *old = value.into(),
            None => all.push((attribute, value.into())),
        }
    }

    /// Removes the attributes that `keep` does not want.
    pub fn retain(&mut self, keep: impl Fn(Attribute) -> bool) {
        if self.iter().any(|(name, _)| !keep(name)) {
            let all = Arc::make_mut(self.0.get_or_insert_default());
            all.retain(|(name, _)| keep(*name));
        }
    }
}

impl Annotation {
    /// The element over all of `span`.
    #[must_use]
    pub fn new(element: Element, span: Span) -> Self {
        Self {
            element,
            attributes: Attributes::default(),
            outer: span,
            inner: span,
            notation: None,
        }
    }

    /// The same with only `inner` as content, and the rest as delimiters.
    #[must_use]
    pub fn around(mut self, inner: Span) -> Self {
        debug_assert!(self.outer.contains(inner));
        self.inner = inner;
        self
    }

    /// The same with delimiters that follow `notation`.
    #[must_use]
    pub fn noted(mut self, notation: &'static Notation) -> Self {
        self.notation = Some(notation);
        self
    }

    /// The same with an attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.set(attribute, value);
        self
    }

    /// The same, made by this program with so much certainty.
    #[must_use]
    pub fn certain(self, certainty: Certainty) -> Self {
        self.with(Attribute::Resp, RESPONSIBLE).with(Attribute::Cert, certainty.value())
    }

    /// Whether the tags own characters.
    #[must_use]
    pub fn has_delimiters(&self) -> bool {
        self.outer != self.inner
    }
}

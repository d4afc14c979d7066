//! A name in the text, and what is known of whose it is.

use super::names::Name;

/// Which entries of the authority a mention is of, by its form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Link {
    /// None has the form.
    #[default]
    None,
    /// This one.
    One(u32),
    /// One of these.
    Several(Vec<u32>),
}

/// A name and the entries that have it.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub name: Name,
    pub link: Link,
    /// Which of two it is of, if they have one name between them.
    pub couple: Option<Couple>,
}

impl Mention {
    /// A mention of which nothing else is known.
    pub(super) fn new(name: Name) -> Self {
        Self { name, link: Link::None, couple: None }
    }
}

/// Which of two a mention is of whose one name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Couple {
    /// The one with the title at this word, the name following after the other’s.
    First(usize),
    /// The one whose title stands before the name.
    Second,
}

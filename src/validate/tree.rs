//! A document as a list of its elements and texts.

use std::borrow::Cow;
use std::cell::Cell;

use rustc_hash::FxHashSet;

use crate::tei::{Step, Tag};

/// A document as a list, made of the steps through it: each element before
/// what it holds.
#[derive(Default)]
pub(crate) struct Tree<'x> {
    pub(super) items: Vec<Item<'x>>,
    /// The open elements.
    open: Vec<usize>,
    /// Whether it has elements that may not be TEI’s.
    strange: bool,
    /// Whether the validator found something wrong with it.
    pub(super) faulty: Cell<bool>,
}

pub(super) enum Item<'x> {
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

    /// Adds characters; those around a comment or a reference are one text.
    fn push_text(&mut self, text: Cow<'x, str>) {
        match self.items.last_mut() {
            Some(Item::Text(before)) => before.to_mut().push_str(&text),
            _ => self.items.push(Item::Text(text)),
        }
    }

    /// Whether all its elements are TEI’s, without prefixes.
    pub(super) fn is_plain(&self) -> bool {
        !self.strange && !self.items.is_empty()
    }

    /// Whether the validator, which has checked it, found nothing wrong, and its
    /// identifiers are unique.
    pub(super) fn is_right(&self) -> bool {
        !self.faulty.get() && self.has_unique_ids()
    }

    fn has_unique_ids(&self) -> bool {
        let tags = self.items.iter().filter_map(|item| match item {
            Item::Element(tag, _) => Some(tag),
            Item::Text(_) => None,
        });
        let mut ids = FxHashSet::default();
        tags.filter_map(Tag::id).all(|id| ids.insert(id.trim_ascii().to_owned()))
    }

    /// The same, without the text that it was read from.
    pub(super) fn into_owned(self) -> Tree<'static> {
        let owned = |item| match item {
            Item::Element(tag, end) => Item::Element(Tag::into_owned(tag), end),
            Item::Text(text) => Item::Text(Cow::Owned(text.into_owned())),
        };
        Tree {
            items: self.items.into_iter().map(owned).collect(),
            open: self.open,
            strange: self.strange,
            faulty: self.faulty,
        }
    }
}

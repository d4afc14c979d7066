//! What a profile does with an element: the entries of its table.

use crate::element::{Attribute, Element};
use crate::internalize::Nested;

/// The tags of a profile.
pub(super) struct Tags {
    /// What depends on where an element stands, done before the table is read.
    pub prepare: fn(Nested) -> Nested,
    /// The table. It is a match over all elements, so that the compiler asks
    /// about a new one.
    pub rule: fn(Element) -> Rule,
}

/// What becomes of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub tag: Tag,
    /// The attributes it may have, in the order they are written; all others
    /// are left out.
    pub attributes: &'static [(Attribute, Value)],
}

/// What becomes of the tags of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Keep,
    Rename(Element),
    /// Renamed: to the first if it has content, to the second if it has none.
    RenameFilled(Element, Element),
    /// Kept as a child of a division of that type, unwrapped elsewhere.
    KeepIn(&'static str),
    /// Left out. The characters that the tags stood for are text again.
    Unwrap,
    /// Left out. The characters that the tags stood for stay out of the text.
    Hide,
}

/// What becomes of an attribute.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value {
    /// It stays.
    Kept,
    /// It is called otherwise.
    As(Attribute),
    /// It stays if it is a number.
    Number,
    /// Its values are called otherwise; one that is not in the list is left out.
    Mapped(&'static [(&'static str, &'static str)]),
    /// The same under another name.
    MappedAs(Attribute, &'static [(&'static str, &'static str)]),
    /// It has this value, also if the element had none.
    Set(&'static str),
    /// It counts the elements of its kind: the prefix and four digits.
    Counted(&'static str),
}

impl Value {
    /// The attribute that is written for the one in the table.
    pub(super) fn name(self, given: Attribute) -> Attribute {
        match self {
            Self::As(name) | Self::MappedAs(name, _) => name,
            _ => given,
        }
    }
}

/// The element with these attributes.
pub(super) const fn keep(attributes: &'static [(Attribute, Value)]) -> Rule {
    Rule { tag: Tag::Keep, attributes }
}

/// Another element with these attributes.
pub(super) const fn rename(element: Element, attributes: &'static [(Attribute, Value)]) -> Rule {
    Rule { tag: Tag::Rename(element), attributes }
}

pub(super) const UNWRAP: Rule = Rule { tag: Tag::Unwrap, attributes: &[] };
pub(super) const HIDE: Rule = Rule { tag: Tag::Hide, attributes: &[] };

/// Whether the content of an element is words, and not other elements with
/// space between them.
pub(super) const fn holds_words(element: Element) -> bool {
    matches!(
        element,
        Element::Ab
            | Element::Add
            | Element::Byline
            | Element::CastItem
            | Element::Date
            | Element::Dateline
            | Element::Del
            | Element::DocAuthor
            | Element::DocDate
            | Element::DocEdition
            | Element::DocImprint
            | Element::Head
            | Element::Hi
            | Element::Item
            | Element::L
            | Element::Label
            | Element::Name
            | Element::OrgName
            | Element::P
            | Element::PersName
            | Element::PlaceName
            | Element::Publisher
            | Element::PubPlace
            | Element::Ref
            | Element::Role
            | Element::RoleDesc
            | Element::Said
            | Element::Salute
            | Element::Seg
            | Element::Sic
            | Element::Signed
            | Element::Speaker
            | Element::Stage
            | Element::Title
            | Element::TitlePart
            | Element::Unclear
    )
}

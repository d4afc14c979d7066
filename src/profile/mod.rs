//! Editions for different consumers.
//!
//! A profile is a table, one file each: which elements its consumer takes,
//! under which names and with which attributes, and where it looks for the
//! persons and places. It is applied to the nested events, so that the text
//! stays what it is: characters whose tag the consumer does not take become
//! text again, or go into a processing instruction, and
//! [`restore`](crate::restore()) needs nothing but the document.

mod cmif;
mod divisions;
mod dtabf;
mod eltec;
mod evt;
mod rewrite;
mod rule;
mod tei_publisher;
mod tree;

use crate::internalize::Nested;
use rewrite::rewrite;
use rule::Tags;

pub(crate) use tree::{Division, divisions};

/// For which consumer an edition is encoded. The text is the same for all.
///
/// ```
/// use rubricate::{Options, Profile, convert, restore};
///
/// let page = b"May 8, 1937, Paris. Two walks with A.G.\r\n";
/// let options = Options { profile: Profile::Eltec, ..Options::default() };
/// let edition = convert(page, &options).unwrap();
/// assert!(edition.tei.contains(r#"<div type="chapter""#));
/// assert_eq!(restore(edition.tei.as_bytes()).unwrap().bytes, page);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Profile {
    /// TEI Publisher, and everybody who reads TEI as the Guidelines have it.
    #[default]
    TeiPublisher,
    /// The European Literary Text Collection, level 1.
    Eltec,
    /// The base format of the Deutsches Textarchiv.
    Dtabf,
    /// Edition Visualization Technology: lists of names in `sourceDesc`.
    Evt,
    /// Correspondence metadata for correspSearch.
    Cmif,
}

/// What a consumer wants.
pub(crate) struct Target {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// The address of its schema.
    pub schema: &'static str,
    /// Which tags it takes; all of them if there is no table.
    tags: Option<Tags>,
    /// Which header it wants.
    pub header: HeaderForm,
    /// Where it looks for persons and places.
    pub lists: Lists,
    /// Whether it wants a description of each letter.
    pub letters: bool,
}

/// The forms of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderForm {
    /// As the Guidelines have it.
    Tei,
    /// As the European Literary Text Collection has it.
    Eltec,
    /// As the Deutsches Textarchiv has it.
    Dtabf,
}

/// Where the persons and places are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// In `standOff`.
    StandOff,
    /// In `sourceDesc`.
    SourceDesc,
    /// In `sourceDesc`, as items of a `list`.
    Items,
    /// Nowhere: the text does not mark them.
    Nowhere,
}

/// The schema that editors find on the web; the embedded one is stricter.
const TEI_ALL: &str = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng";

impl Profile {
    /// All profiles, the default first.
    pub const ALL: &'static [Self] =
        &[Self::TeiPublisher, Self::Eltec, Self::Dtabf, Self::Evt, Self::Cmif];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.target().name
    }

    /// What it is for.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.target().description
    }

    /// The address of the schema that its editions name.
    #[must_use]
    pub const fn schema(self) -> &'static str {
        self.target().schema
    }

    /// Whether its editions are valid against the schema that is built in,
    /// [`Schema::embedded`](crate::Schema::embedded). Those of the others are
    /// valid against [their own](Self::schema).
    ///
    /// ```
    /// use rubricate::Profile;
    ///
    /// assert!(Profile::Evt.has_embedded_schema());
    /// assert!(!Profile::Dtabf.has_embedded_schema());
    /// ```
    #[must_use]
    pub const fn has_embedded_schema(self) -> bool {
        matches!(self.target().header, HeaderForm::Tei)
    }

    /// The profile called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|profile| profile.name() == name)
    }

    pub(crate) const fn target(self) -> &'static Target {
        match self {
            Self::TeiPublisher => &tei_publisher::TARGET,
            Self::Eltec => &eltec::TARGET,
            Self::Dtabf => &dtabf::TARGET,
            Self::Evt => &evt::TARGET,
            Self::Cmif => &cmif::TARGET,
        }
    }
}

/// Changes tags over `text` as a profile wants them.
pub(crate) fn apply(profile: Profile, text: &str, nested: Nested) -> Nested {
    match &profile.target().tags {
        None => nested,
        Some(tags) => rewrite(tags, text, (tags.prepare)(nested)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Profile, apply};
    use crate::annotation::Annotation;
    use crate::convention::CONVENTIONS;
    use crate::element::{Attribute, Element};
    use crate::internalize::internalize;
    use crate::source::Span;

    #[test]
    fn names_lead_to_profiles() {
        for profile in Profile::ALL {
            assert_eq!(Profile::named(profile.name()), Some(*profile));
        }
        assert_eq!(Profile::named("docbook"), None);
    }

    /// That a table has a rule for every element is what the compiler sees to;
    /// here, that no rule writes an attribute twice.
    #[test]
    fn tables_agree_with_themselves() {
        for profile in Profile::ALL {
            let Some(tags) = &profile.target().tags else { continue };
            for element in Element::all() {
                let rule = (tags.rule)(element);
                let mut names: Vec<_> =
                    rule.attributes.iter().map(|(name, value)| value.name(*name)).collect();
                names.sort_unstable();
                let count = names.len();
                names.dedup();
                assert_eq!(names.len(), count, "{} {element}", profile.name());
            }
        }
    }

    /// The base format has no `hi` without a rendition.
    #[test]
    fn every_kind_of_highlighting_is_known() {
        let markup = CONVENTIONS.iter().flat_map(|convention| convention.markup);
        for row in markup.filter(|row| row.element == Element::Hi) {
            let mut annotation = Annotation::new(Element::Hi, Span::new(0, 4));
            for (name, value) in row.attributes {
                annotation.attributes.set(*name, *value);
            }
            let nested = apply(Profile::Dtabf, "text", internalize("text", vec![annotation]));
            let rendition = nested.annotations[0].attributes.get(Attribute::Rendition);
            assert!(rendition.is_some(), "{}", row.notation.id);
        }
    }
}

//! Persons and places: what mentions refer to.

use crate::annotation::Certainty;

/// Somebody or something that a text mentions by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The identifier that mentions point to.
    pub id: String,
    /// The forms of the name: what the authority file calls it or else the fullest
    /// one in the text, then the others in the text.
    pub forms: Vec<String>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// How sure it is that the mentions are of one and the same.
    pub certainty: Certainty,
    /// What it is called elsewhere, if an authority file says so.
    pub idnos: Vec<Idno>,
}

/// An identifier that somebody or something has elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idno {
    /// Where.
    pub of: IdnoType,
    /// The identifier there.
    pub id: String,
}

/// Who gave an identifier, in the order in which correspondence metadata want
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IdnoType {
    /// The Integrated Authority File of the German National Library
    Gnd,
    /// The Virtual International Authority File, <https://viaf.org>
    Viaf,
    /// <https://www.geonames.org>
    Geonames,
    /// <https://www.wikidata.org>
    Wikidata,
}

impl IdnoType {
    /// The value of `idno/@type`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wikidata => "wikidata",
            Self::Viaf => "viaf",
            Self::Gnd => "gnd",
            Self::Geonames => "geonames",
        }
    }
}

impl Idno {
    /// Its address, which is what TEI editions usually give.
    ///
    /// ```
    /// use rubricate::entity::{Idno, IdnoType};
    ///
    /// let idno = Idno { of: IdnoType::Gnd, id: "118539000".to_owned() };
    /// assert_eq!(idno.uri(), "https://d-nb.info/gnd/118539000");
    /// ```
    #[must_use]
    pub fn uri(&self) -> String {
        let base = match self.of {
            IdnoType::Wikidata => "https://www.wikidata.org/entity/",
            IdnoType::Viaf => "https://viaf.org/viaf/",
            IdnoType::Gnd => "https://d-nb.info/gnd/",
            IdnoType::Geonames => "https://www.geonames.org/",
        };
        format!("{base}{}", self.id)
    }
}

/// All that a text mentions by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// The persons, in order of their identifiers.
    pub persons: Vec<Entity>,
    /// The places, in order of their identifiers.
    pub places: Vec<Entity>,
}

impl Entities {
    /// Whether nothing is mentioned by name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty() && self.places.is_empty()
    }
}

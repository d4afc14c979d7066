//! Persons and places: what mentions refer to.

use crate::annotation::Certainty;

/// Somebody or something that a text mentions by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The identifier that mentions point to.
    pub id: String,
    /// The forms of the name in the text, the fullest first.
    pub forms: Vec<String>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// How sure it is that the mentions are of one and the same.
    pub certainty: Certainty,
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

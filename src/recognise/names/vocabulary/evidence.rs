//! What speaks for a form of name being one of this or that kind.

/// How much speaks for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::recognise::names) struct Evidence {
    /// For a person.
    pub person: i32,
    /// For a place.
    pub place: i32,
    /// For a people, a kind of plants or the like.
    pub people: i32,
    /// For the title of a work.
    pub work: i32,
    /// How often it stood alone in quotation marks within a sentence.
    pub entitled: i32,
    /// How often words around such marks spoke of a work.
    pub literary: i32,
    /// For a person, as it is told outright who has the name: what says nothing of other
    /// names.
    pub told: i32,
}

impl Evidence {
    /// How much more speaks for a place than for a person, between -6 and 6.
    pub(in crate::recognise::names) fn lean(self) -> i32 {
        let (person, place) = (self.person, self.place);
        6 * (place - person) / (place + person + 2)
    }

    /// Whether most speaks for a people.
    pub(in crate::recognise::names) fn is_people(self) -> bool {
        self.people > self.person && self.people > self.place
    }

    /// Adds what was seen elsewhere.
    pub(in crate::recognise::names) fn add(&mut self, other: Self) {
        self.person += other.person;
        self.place += other.place;
        self.people += other.people;
        self.work += other.work;
        self.entitled += other.entitled;
        self.literary += other.literary;
        self.told += other.told;
    }
}

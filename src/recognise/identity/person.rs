//! What is known of a person, and which names fit it.

use super::form::Form;
use super::generation::Generation;
use super::nickname::is_short_for;
use super::title::{Rank, Sex};

/// A person that names were found to mean.
#[derive(Clone, Debug, Default)]
pub(in crate::recognise) struct Person {
    /// The names, by their index.
    pub mentions: Vec<usize>,
    /// The forenames of the fullest name.
    pub given: Vec<String>,
    /// The surname.
    pub surname: String,
    /// The entry of the authority.
    pub entry: Option<u32>,
    /// Whether a form that only the entry has says so.
    pub linked_by_form: bool,
    /// The entries it could be, if there are several.
    pub could_be: Vec<u32>,
    pub(super) sex: Option<Sex>,
    pub(super) generation: Option<Generation>,
    pub(super) ranks: Vec<Rank>,
    /// Whether it is a sovereign or a saint, who has no surname.
    pub(super) sovereign: bool,
    /// All first forenames that it is called by.
    pub(super) forenames: Vec<String>,
    /// Whether it is called `Miss Emily`, as younger sisters are.
    pub(super) miss_forename: bool,
    /// Where it was mentioned last.
    pub(super) last: u32,
    /// Where its full names stand, and where the shorter ones: each ascending.
    pub(super) full: Vec<u32>,
    pub(super) short: Vec<u32>,
}

/// How far from an initial, in bytes, mentions of its person count as near.
const NEAR: u32 = 6000;

impl Person {
    pub(super) fn named(form: &Form) -> Self {
        let (surname, sovereign) = (form.surname.clone(), form.sovereign);
        let mut person = Self { surname, sovereign, ..Self::default() };
        person.learn(form);
        person
    }

    /// Whether the title of a name may be its own.
    pub(super) fn may_have_title(&self, form: &Form) -> bool {
        self.has_sex(form) && self.has_rank(form)
    }

    /// Whether a name may be this person’s that has the same surname, or whose
    /// single word is one of its names.
    pub(super) fn may_be(&self, form: &Form) -> bool {
        self.may_have_title(form) && self.has_generation(form) && self.has_given(&form.given)
    }

    /// Whether the name does not say that the other of two is meant.
    pub(super) fn has_generation(&self, form: &Form) -> bool {
        match (self.generation, form.generation) {
            (Some(known), Some(new)) => known == new,
            _ => true,
        }
    }

    fn has_sex(&self, form: &Form) -> bool {
        match (self.sex, form.sex) {
            (Some(known), Some(new)) => known.agrees(new),
            _ => true,
        }
    }

    fn has_rank(&self, form: &Form) -> bool {
        form.rank.is_none_or(|rank| self.ranks.iter().all(|known| known.agrees(rank)))
    }

    /// Whether the forenames can be its own, as far as both are known.
    fn has_given(&self, given: &[String]) -> bool {
        let mut pairs = self.given.iter().zip(given);
        pairs.all(|(known, new)| known == new || begins(known, new) || is_short_for(known, new))
    }

    /// Takes note of what a name tells.
    pub(super) fn learn(&mut self, form: &Form) {
        if form.given.concat().len() > self.given.concat().len() {
            self.given.clone_from(&form.given);
        }
        // “Mrs” tells more than a woman’s forename.
        if self.sex.is_none() || (self.sex == Some(Sex::Woman) && form.sex.is_some()) {
            self.sex = form.sex;
        }
        self.generation = self.generation.or(form.generation);
        if let Some(rank) = form.rank.filter(|rank| !self.ranks.contains(rank)) {
            self.ranks.push(rank);
        }
        let miss = form.titled && form.sex == Some(Sex::Unmarried);
        self.miss_forename |= miss && !form.given.is_empty();
    }

    /// The first letter of the surname, without the particles before it.
    pub(super) fn letter(&self) -> Option<char> {
        self.surname.rsplit(' ').next()?.chars().next()
    }

    /// How often it is mentioned near the offset `at`.
    pub(super) fn mentions_near(&self, at: u32) -> usize {
        let near = at.saturating_sub(NEAR - 1)..at + NEAR;
        let count = |places: &[u32]| {
            let before = places.partition_point(|place| *place < near.start);
            places.partition_point(|place| *place < near.end) - before
        };
        count(&self.full) + count(&self.short)
    }

    /// Whether a full name of it stands shortly before the offset `at`.
    pub(super) fn is_named_before(&self, at: u32) -> bool {
        const SHORTLY: u32 = 1500;
        let before = self.full.partition_point(|place| *place < at);
        before.checked_sub(1).is_some_and(|last| at - self.full[last] < SHORTLY)
    }

    /// Whether the letters are those of forename and surname, or the one letter
    /// that of the surname.
    pub(super) fn has_initials(&self, letters: &[String]) -> bool {
        let surname = self.surname.rsplit(' ').next().unwrap_or(&self.surname);
        match letters {
            [letter] => surname.starts_with(letter.as_str()) && surname.len() > 1,
            [given @ .., last] => {
                surname.starts_with(last.as_str())
                    && !self.given.is_empty()
                    && self.given[0].starts_with(given[0].as_str())
            }
            [] => false,
        }
    }
}

/// Whether one is the initial of the other.
fn begins(one: &str, other: &str) -> bool {
    (one.len() == 1 && other.starts_with(one)) || (other.len() == 1 && one.starts_with(other))
}

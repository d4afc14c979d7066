//! Persons that have an entry in the authority.

use super::form::{Form, capitalized};
use super::person::Person;
use super::title::Sex;
use super::{How, Resolver};
use crate::authority::{Entry, natural};
use crate::lexicon;
use crate::recognise::known::Scholar;
use crate::recognise::mention::Link;

/// A surname that more entries share says nothing.
const MOST: usize = 64;

impl Link {
    /// Whether a person with this entry, or with none, can be meant.
    pub(super) fn allows(&self, entry: Option<u32>) -> bool {
        match (self, entry) {
            (Self::None, _) | (_, None) => true,
            (Self::One(one), Some(entry)) => *one == entry,
            (Self::Several(several), Some(entry)) => several.contains(&entry),
        }
    }
}

impl Resolver<'_> {
    /// Makes a person of each entry that a form in the text is of.
    pub(super) fn entries(&mut self, scholar: &Scholar<'_>) {
        for (index, mention) in self.mentions.iter().enumerate() {
            let Link::One(entry) = mention.link else { continue };
            let person = match self.by_entry.get(&entry) {
                Some(person) => *person,
                None => self.of_entry(entry, scholar),
            };
            let form = &self.forms[index];
            if !form.initials {
                self.register_surname(person, &form.surname);
            }
            self.mention(person, index, How::Entry);
        }
    }

    fn of_entry(&mut self, index: u32, scholar: &Scholar<'_>) -> usize {
        let entry = scholar.authority.entry(index);
        let person = self.add(&Form::of_name(&natural(&entry.name, entry.kind)));
        let known = &mut self.identities.persons[person];
        (known.entry, known.linked_by_form) = (Some(index), true);
        self.by_entry.insert(index, person);
        person
    }

    /// Links the persons without an entry to the one whose names fit.
    pub(super) fn by_parts(&mut self, scholar: &Scholar<'_>) {
        if scholar.authority.is_empty() {
            return;
        }
        for person in 0..self.identities.persons.len() {
            let known = &self.identities.persons[person];
            if known.entry.is_some() {
                continue;
            }
            match self.fitting(known, scholar) {
                Link::None => {}
                Link::One(entry) if self.by_entry.contains_key(&entry) => {}
                Link::One(entry) => {
                    self.by_entry.insert(entry, person);
                    self.identities.persons[person].entry = Some(entry);
                }
                Link::Several(entries) => self.identities.persons[person].could_be = entries,
            }
        }
    }

    /// The entries that a person could be.
    fn fitting(&self, person: &Person, scholar: &Scholar<'_>) -> Link {
        let said = person.mentions.iter().find_map(|mention| match &self.mentions[*mention].link {
            Link::Several(entries) => Some(entries.as_slice()),
            _ => None,
        });
        let word = last(&person.surname);
        let entries = said.unwrap_or_else(|| scholar.authority.with_surname(word));
        let titled = person.mentions.iter().any(|mention| self.mentions[*mention].name.titles > 0);
        let forename = !titled && person.could_be_forename();
        if said.is_none() && (entries.len() > MOST || forename) {
            return Link::None;
        }
        let at = person.mentions.first().map(|mention| self.mentions[*mention].name.span.start);
        let year = at.and_then(|at| scholar.year(at));
        let fits = |entry: &&u32| {
            let entry = scholar.authority.entry(**entry);
            entry.may_be_known_in(year) && person.may_be_entry(entry)
        };
        scholar.alive(entries.iter().filter(fits).copied().collect(), year)
    }
}

impl Person {
    /// Whether its only name may be a forename.
    fn could_be_forename(&self) -> bool {
        self.given.is_empty() && lexicon::look_up(&capitalized(&self.surname)).forename()
    }

    /// Whether surname, forenames and titles fit the names of an entry.
    fn may_be_entry(&self, entry: &Entry) -> bool {
        let forms: Vec<Form> = entry.all_forms().iter().map(|name| Form::of_name(name)).collect();
        let sex = forms.iter().find_map(|form| form.sex);
        let married = matches!(self.sex, Some(Sex::Wife | Sex::Unmarried));
        let contradicts = match (self.sex, sex) {
            (Some(own), Some(other)) => !own.agrees(other),
            (_, None) => married,
            (None, _) => false,
        };
        // Who has forenames is not found by a surname alone.
        let named = forms.iter().any(|form| !form.given.is_empty());
        let tells = |form: &&Form| self.given.is_empty() || !form.given.is_empty() || !named;
        let mut telling = forms.iter().filter(tells);
        !contradicts
            && telling.any(|form| last(&form.surname) == last(&self.surname) && self.may_be(form))
    }
}

/// The surname without the particles before it.
fn last(surname: &str) -> &str {
    surname.rsplit(' ').next().unwrap_or(surname)
}

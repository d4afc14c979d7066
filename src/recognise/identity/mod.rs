//! Which mentions are of one person.
//!
//! Full names first: they make the persons. Then surnames, forenames and
//! initials find theirs among these, the one mentioned last if there are
//! several; what finds none is a person of its own.

mod form;
mod linked;

use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::known::{Mention, Scholar};
use crate::token::Words;
use form::{Form, Sex};

/// A person that names were found to mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
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
    sex: Option<Sex>,
    /// Where it was mentioned last.
    last: u32,
    /// Where its full names stand, and where the shorter ones: each ascending.
    full: Vec<u32>,
    short: Vec<u32>,
}

/// For each name of a person, the person; and the persons.
pub(super) struct Identities {
    pub of_name: Vec<Option<usize>>,
    pub persons: Vec<Person>,
}

/// Finds out which names are of one person. Doubtful names are of persons only
/// if they are the initials of one; the others are of persons for sure.
pub(super) fn identify(
    words: Words<'_>,
    mentions: &[Mention],
    scholar: &Scholar<'_>,
) -> Identities {
    // The same characters are the same form.
    let mut known: FxHashMap<(&str, usize), Rc<Form>> = FxHashMap::default();
    let form = |Mention { name, .. }: &Mention| {
        let form = known
            .entry((name.span.of(words.text), name.titles))
            .or_insert_with(|| Rc::new(Form::of(words, name.words.clone(), name.titles)));
        form.clone()
    };
    let forms: Vec<Rc<Form>> = mentions.iter().map(form).collect();
    let mut resolver = Resolver {
        mentions,
        forms: &forms,
        identities: Identities { of_name: vec![None; mentions.len()], persons: Vec::new() },
        by_surname: HashMap::new(),
        by_given: HashMap::new(),
        by_letter: FxHashMap::default(),
        by_entry: FxHashMap::default(),
        in_full: true,
    };
    resolver.entries(scholar);
    for (index, form) in forms.iter().enumerate() {
        if !form.single && !form.initials && resolver.identities.of_name[index].is_none() {
            resolver.full(index);
        }
    }
    resolver.forget();
    let accepted = resolver.letters_in_use(words);
    for (index, mention) in mentions.iter().enumerate() {
        let doubtful = mention.name.doubtful && !accepted.contains(&forms[index].given);
        resolver.resolve(index, doubtful);
    }
    resolver.by_parts(scholar);
    resolver.identities
}

struct Resolver<'a> {
    mentions: &'a [Mention],
    forms: &'a [Rc<Form>],
    identities: Identities,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    /// Persons by the first letter of the surname.
    by_letter: FxHashMap<char, Vec<usize>>,
    /// Persons by their entry in the authority.
    by_entry: FxHashMap<u32, usize>,
    /// Whether full names are gone through, which is first.
    in_full: bool,
}

impl Resolver<'_> {
    /// A name with forename or title: it joins a person or makes one.
    fn full(&mut self, index: usize) {
        let form = &self.forms[index];
        let same = self.by_surname.get(&form.surname).into_iter().flatten().copied();
        let link = &self.mentions[index].link;
        let person = same.into_iter().find(|person| {
            let person = &self.identities.persons[*person];
            person.may_be(form) && link.allows(person.entry)
        });
        match person {
            Some(person) => self.join(person, index),
            None => self.create(index),
        }
    }

    fn join(&mut self, person: usize, index: usize) {
        let form = &self.forms[index];
        let known = &mut self.identities.persons[person];
        let fuller = form.given.concat().len() > known.given.concat().len();
        if fuller {
            known.given.clone_from(&form.given);
        }
        known.sex = known.sex.or(form.sex);
        if fuller {
            self.register_given(person, &self.forms[index].clone());
        }
        self.mention(person, index);
    }

    fn create(&mut self, index: usize) {
        let person = self.add(&self.forms[index].clone());
        self.mention(person, index);
    }

    /// A new person of that name.
    fn add(&mut self, form: &Form) -> usize {
        let person = self.identities.persons.len();
        self.identities.persons.push(Person {
            given: form.given.clone(),
            surname: form.surname.clone(),
            sex: form.sex,
            ..Person::default()
        });
        self.register_surname(person, &form.surname);
        if let Some(letter) = self.identities.persons[person].letter() {
            self.by_letter.entry(letter).or_default().push(person);
        }
        self.register_given(person, form);
        person
    }

    fn register_surname(&mut self, person: usize, surname: &str) {
        let persons = self.by_surname.entry(surname.to_owned()).or_default();
        if !surname.is_empty() && persons.last() != Some(&person) {
            persons.push(person);
        }
    }

    fn register_given(&mut self, person: usize, form: &Form) {
        if let Some(first) = form.given.first().filter(|name| name.len() > 1) {
            let persons = self.by_given.entry(first.clone()).or_default();
            if persons.last() != Some(&person) {
                persons.push(person);
            }
        }
    }

    fn mention(&mut self, person: usize, index: usize) {
        self.identities.of_name[index] = Some(person);
        let person = &mut self.identities.persons[person];
        let at = self.mentions[index].name.span.start;
        person.mentions.push(index);
        person.last = at;
        let places = if self.in_full { &mut person.full } else { &mut person.short };
        places.push(at);
    }

    /// Before the text is gone through once more, nobody has been mentioned.
    fn forget(&mut self) {
        self.in_full = false;
        for person in &mut self.identities.persons {
            person.full.sort_unstable();
            person.last = 0;
        }
    }

    /// The initials that are used for persons somewhere beyond doubt: in the
    /// middle of a sentence.
    fn letters_in_use(&self, words: Words<'_>) -> Vec<Vec<String>> {
        let mut accepted = Vec::new();
        for (index, Mention { name, .. }) in self.mentions.iter().enumerate() {
            let form = &self.forms[index];
            if !name.doubtful || !form.initials || accepted.contains(&form.given) {
                continue;
            }
            let next = words.raw(name.words.end);
            let goes_on = next.starts_with(char::is_lowercase)
                && !words.after(name.words.end - 1).contains('\n');
            if goes_on && self.with_initials(&form.given).next().is_some() {
                accepted.push(form.given.clone());
            }
        }
        accepted
    }

    fn resolve(&mut self, index: usize, doubtful: bool) {
        if let Some(person) = self.identities.of_name[index] {
            self.identities.persons[person].last = self.mentions[index].name.span.start;
            return;
        }
        let form = &self.forms[index];
        let person = if form.initials { self.by_initials(index) } else { self.by_word(index) };
        match person {
            Some(person) => self.mention(person, index),
            None if doubtful => {}
            None if form.initials && form.given.len() == 1 => {}
            None => self.create(index),
        }
    }

    /// The person whom a single word means: by surname, else by forename.
    fn by_word(&self, index: usize) -> Option<usize> {
        let word = &self.forms[index].surname;
        let by_surname = self.by_surname.get(word).map(Vec::as_slice).unwrap_or_default();
        let by_given = self.by_given.get(word).map(Vec::as_slice).unwrap_or_default();
        self.latest(by_surname, index).or_else(|| self.latest(by_given, index))
    }

    /// The one that was mentioned last before the name, else the first after it.
    fn latest(&self, persons: &[usize], index: usize) -> Option<usize> {
        let at = self.mentions[index].name.span.start;
        let distance = |person: &usize| {
            let person = &self.identities.persons[*person];
            match person.last {
                0 => (1, self.mentions[person.mentions[0]].name.span.start.abs_diff(at)),
                last => (0, at.saturating_sub(last)),
            }
        };
        persons.iter().copied().min_by_key(distance)
    }

    /// The person whose initials they are: of several the one mentioned most
    /// near by.
    fn by_initials(&self, index: usize) -> Option<usize> {
        let letters = &self.forms[index].given;
        let at = self.mentions[index].name.span.start;
        let near = |person: usize| {
            let person = &self.identities.persons[person];
            (person.mentions_near(at), person.mentions.len())
        };
        let single = letters.len() == 1;
        let fitting = self.with_initials(letters);
        let best = fitting.max_by_key(|person| (near(*person), std::cmp::Reverse(*person)))?;
        (!single || near(best).0 > 0).then_some(best)
    }

    /// The persons with these initials.
    fn with_initials(&self, letters: &[String]) -> impl Iterator<Item = usize> {
        let last = letters.last().and_then(|letter| letter.chars().next());
        let persons = last.and_then(|letter| self.by_letter.get(&letter));
        let persons = persons.into_iter().flatten().copied();
        persons.filter(|person| self.identities.persons[*person].has_initials(letters))
    }
}

/// How far from an initial, in bytes, mentions of its person count as near.
const NEAR: u32 = 6000;

impl Person {
    /// Whether a name with the same surname may be this person’s.
    fn may_be(&self, form: &Form) -> bool {
        let sexes = match (self.sex, form.sex) {
            (Some(known), Some(new)) => known.agrees(new),
            _ => true,
        };
        let given = match (self.given.first(), form.given.first()) {
            (Some(known), Some(new)) => {
                known == new
                    || (known.len() == 1 && new.starts_with(known.as_str()))
                    || (new.len() == 1 && known.starts_with(new.as_str()))
            }
            _ => true,
        };
        sexes && given
    }

    /// The first letter of the surname, without the particles before it.
    fn letter(&self) -> Option<char> {
        self.surname.rsplit(' ').next()?.chars().next()
    }

    /// How often it is mentioned near the offset `at`.
    fn mentions_near(&self, at: u32) -> usize {
        let near = at.saturating_sub(NEAR - 1)..at + NEAR;
        let count = |places: &[u32]| {
            let before = places.partition_point(|place| *place < near.start);
            places.partition_point(|place| *place < near.end) - before
        };
        count(&self.full) + count(&self.short)
    }

    /// Whether the letters are those of forename and surname, or the one letter
    /// that of the surname.
    fn has_initials(&self, letters: &[String]) -> bool {
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

//! Which mentions are of one person.
//!
//! Full names first: they make the persons. Then surnames with a title find
//! theirs among these, and then single words and initials, the one mentioned
//! last if there are several; what finds none is a person of its own.

mod eponym;
mod form;
mod generation;
mod inflected;
mod linked;
mod nickname;
mod person;
mod single;
mod title;
mod variant;

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::alias::is_alias;
use super::known::Scholar;
use super::mention::{Couple, Mention};
use crate::roman;
use crate::token::Words;
use eponym::Eponym;
use form::Form;
use person::Person;
use title::Sex;
use variant::Spellings;

/// How it was found whose a name is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum How {
    /// Nobody else has the name.
    #[default]
    New,
    /// A form that only one entry of the authority has.
    Entry,
    /// A full name like another.
    Full,
    /// Another name that the text gives.
    Alias,
    /// A surname with a title that fits.
    TitledSurname,
    /// A forename with a title that fits.
    TitledForename,
    Surname,
    Forename,
    /// A short form of a forename.
    Short,
    /// The same name in another spelling.
    Spelling,
    /// The surname with the `s` of a genitive.
    Genitive,
    Initials,
    /// Initials of somebody whose surname the text has only words made of.
    Eponym,
}

impl How {
    /// In words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::New => "a new person: nobody else has a name that fits",
            Self::Entry => "the person of the entry that has the form",
            Self::Full => "the same surname, and forenames and titles that do not contradict",
            Self::Alias => "the text calls it another name of the person before it",
            Self::TitledSurname => {
                "by the surname: the person so called, of fitting title, who was mentioned last"
            }
            Self::TitledForename => {
                "by the forename: the person so called, of fitting title, who was mentioned last"
            }
            Self::Surname => "by the surname: of those who have it the one mentioned last",
            Self::Forename => "by the forename: of those who have it the one mentioned last",
            Self::Short => "by a short form of the forename that only one person has",
            Self::Spelling => "by the name in another spelling that only one person has",
            Self::Genitive => "by the surname, with the s of a genitive",
            Self::Initials => {
                "by the initials: of those who have them the one mentioned most near by"
            }
            Self::Eponym => {
                "by the initials: those of the person whom words of the text are made of"
            }
        }
    }
}

/// For each name of a person, the person; and the persons.
pub(super) struct Identities {
    pub of_name: Vec<Option<usize>>,
    /// How it was found, for each name.
    pub how: Vec<How>,
    pub persons: Vec<Person>,
}

/// Finds out which names are of one person. Doubtful names are of persons only
/// if they are the initials of one; the others are of persons for sure.
pub(super) fn identify(
    words: Words<'_>,
    mentions: &[Mention],
    scholar: &Scholar<'_>,
) -> Identities {
    // The same characters are the same form, if what stands around them is.
    let mut known: FxHashMap<_, Rc<Form>> = FxHashMap::default();
    let form = |Mention { name, couple, .. }: &Mention| {
        if let Some(couple) = couple {
            let form = Form::of(words, name.words.clone(), name.titles);
            return Rc::new(match couple {
                Couple::First(title) => form.with_title(words.raw(*title)),
                Couple::Second => form,
            });
        }
        let generation = generation::of(words, &name.words);
        let ennobled = title::ennobled(words, name.words.start).filter(|_| name.titles == 0);
        let form = known
            .entry((name.span.of(words.text), name.titles, generation, ennobled))
            .or_insert_with(|| {
                Rc::new(Form::of(words, name.words.clone(), name.titles).ennobled(ennobled))
            });
        form.clone()
    };
    let mut forms: Vec<Rc<Form>> = mentions.iter().map(form).collect();
    inflected::uninflected(words, &mut forms);
    let mut resolver = Resolver {
        words,
        mentions,
        forms: &forms,
        identities: Identities {
            of_name: vec![None; mentions.len()],
            how: vec![How::New; mentions.len()],
            persons: Vec::new(),
        },
        by_surname: HashMap::new(),
        by_given: HashMap::new(),
        spellings: Spellings::default(),
        by_letter: FxHashMap::default(),
        by_entry: FxHashMap::default(),
        eponyms: None,
        in_full: true,
    };
    resolver.entries(scholar);
    resolver.each(|resolver, index, form| {
        if !form.single && !form.initials {
            resolver.full(index);
        }
    });
    resolver.aliases();
    resolver.forget();
    resolver.younger_sisters();
    resolver.each(|resolver, index, form| {
        if form.single && form.titled && !form.initials {
            resolver.titled(index);
        }
    });
    resolver.forget();
    let accepted = resolver.letters_in_use();
    resolver.each(|resolver, index, form| {
        let doubtful = mentions[index].name.doubtful && !accepted.contains(&form.given);
        resolver.resolve(index, doubtful || are_two(form, &accepted));
    });
    resolver.by_parts(scholar);
    resolver.identities
}

/// Whether two initials are those of two persons, each of whom is called by the one
/// letter elsewhere: “what drew G.M. is a mixture”, where a sentence ends between them.
fn are_two(form: &Form, accepted: &[Vec<String>]) -> bool {
    let alone =
        |letter: &String| accepted.iter().any(|known| known.as_slice() == [letter.as_str()]);
    form.initials && form.given.len() == 2 && form.given.iter().all(alone)
}

struct Resolver<'a> {
    words: Words<'a>,
    mentions: &'a [Mention],
    forms: &'a [Rc<Form>],
    identities: Identities,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    spellings: Spellings,
    /// Persons by the first letter of the surname.
    by_letter: FxHashMap<char, Vec<usize>>,
    /// Persons by their entry in the authority.
    by_entry: FxHashMap<u32, usize>,
    /// Those whom words of the text are made of, once they were asked for.
    eponyms: Option<BTreeSet<Eponym>>,
    /// Whether full names are gone through, which is first.
    in_full: bool,
}

/// No more persons of one name are looked at, the latest first.
const MOST: usize = 64;

impl<'a> Resolver<'a> {
    /// Goes through the text once; who has been found already is only seen.
    fn each(&mut self, mut visit: impl FnMut(&mut Self, usize, &Form)) {
        let forms: &'a [Rc<Form>] = self.forms;
        for (index, form) in forms.iter().enumerate() {
            match self.identities.of_name[index] {
                Some(person) => self.identities.persons[person].last = self.at(index),
                None => visit(self, index, form),
            }
        }
    }

    /// Where a mention stands.
    fn at(&self, index: usize) -> u32 {
        self.mentions[index].name.span.start
    }

    /// A name with forename: it joins a person or makes one.
    fn full(&mut self, index: usize) {
        let form = &self.forms[index];
        let link = &self.mentions[index].link;
        let same = self.by_surname.get(&form.surname).into_iter().flatten().rev().copied();
        let fits = same.take(MOST).filter(|person| {
            let person = &self.identities.persons[*person];
            person.may_be(form) && link.allows(person.entry)
        });
        let person = fits.max_by_key(|person| {
            let person = &self.identities.persons[*person];
            (person.given == form.given, person.last)
        });
        let spelt = || self.by_spelling(index);
        match person.map(|person| (person, How::Full)).or_else(spelt) {
            Some((person, how)) => self.join(person, index, how),
            None => self.create(index),
        }
    }

    fn join(&mut self, person: usize, index: usize, how: How) {
        let form = &self.forms[index];
        self.register_given(person, form);
        self.identities.persons[person].learn(form);
        self.mention(person, index, how);
    }

    fn create(&mut self, index: usize) {
        let person = self.add(&self.forms[index]);
        self.mention(person, index, How::New);
    }

    /// A new person of that name.
    fn add(&mut self, form: &Form) -> usize {
        let person = self.identities.persons.len();
        self.identities.persons.push(Person::named(form));
        self.register_surname(person, &form.surname);
        if let Some(letter) = self.identities.persons[person].letter() {
            self.by_letter.entry(letter).or_default().push(person);
        }
        self.register_given(person, form);
        person
    }

    fn register_surname(&mut self, person: usize, surname: &str) {
        self.spellings.insert(surname);
        // “Beethoven” is “van Beethoven” as well.
        let last = surname.rsplit_once(' ').map(|(_, last)| last);
        // “James VI”; “Khamis bin Juma” is no Juma.
        let son = ["ben ", "bin ", "ibn "].iter().any(|particle| surname.starts_with(particle));
        let last = last.filter(|last| !son && roman::numeral(&last.to_uppercase()).is_none());
        for name in std::iter::once(surname).chain(last) {
            let persons = self.by_surname.entry(name.to_owned()).or_default();
            if !name.is_empty() && persons.last() != Some(&person) {
                persons.push(person);
            }
        }
    }

    fn register_given(&mut self, person: usize, form: &Form) {
        let given = form.given.first().filter(|name| name.len() > 1 && !form.formal);
        let Some(first) = given else { return };
        if self.identities.persons[person].forenames.contains(first) {
            return;
        }
        self.identities.persons[person].forenames.push(first.clone());
        self.by_given.entry(first.clone()).or_default().push(person);
    }

    fn mention(&mut self, person: usize, index: usize, how: How) {
        self.identities.of_name[index] = Some(person);
        self.identities.how[index] = how;
        let at = self.at(index);
        let person = &mut self.identities.persons[person];
        person.mentions.push(index);
        person.last = at;
        let places = if self.in_full { &mut person.full } else { &mut person.short };
        places.push(at);
    }

    /// A word that the text calls another name of somebody, unless it is the
    /// surname of another.
    fn aliases(&mut self) {
        for index in 1..self.mentions.len() {
            let (before, name) = (&self.mentions[index - 1].name, &self.mentions[index].name);
            let form = &self.forms[index];
            let free = form.single && !self.by_surname.contains_key(&form.surname);
            let Some(person) = self.identities.of_name[index - 1].filter(|_| free) else {
                continue;
            };
            if is_alias(self.words, before.words.end, name) {
                self.register_surname(person, &form.surname);
                self.mention(person, index, How::Alias);
            }
        }
    }

    /// Before the text is gone through once more, nobody has been mentioned.
    fn forget(&mut self) {
        self.in_full = false;
        for person in &mut self.identities.persons {
            person.full.append(&mut person.short);
            person.full.sort_unstable();
            person.last = 0;
        }
    }

    /// Who is called `Miss Emily` is not who is called `Miss James`: that is
    /// the eldest sister.
    fn younger_sisters(&mut self) {
        for form in self.forms.iter().filter(|form| form.single && form.titled) {
            if form.sex != Some(Sex::Unmarried) {
                continue;
            }
            let persons = self.by_given.get(&form.surname).map(Vec::as_slice).unwrap_or_default();
            for person in persons.iter().rev().take(MOST) {
                self.identities.persons[*person].miss_forename = true;
            }
        }
    }
}

#[cfg(test)]
mod tests;

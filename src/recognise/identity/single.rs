//! Names of one word, and initials.

use std::collections::HashMap;

use super::form::Form;
use super::nickname::relatives;
use super::person::Person;
use super::title::{Rank, Sex};
use super::{How, MOST, Resolver};
use crate::recognise::mention::Mention;

/// No more persons are tried for initials.
const MOST_OF_LETTER: usize = 256;

impl Resolver<'_> {
    /// A title and one word: a person of that surname, or of that forename if
    /// the title allows it.
    pub(super) fn titled(&mut self, index: usize) {
        let form = &self.forms[index];
        let word = &form.surname;
        if word.len() == 1 {
            match self.by_initials(index) {
                Some((person, how)) => self.mention(person, index, how),
                None => self.create(index),
            }
            return;
        }
        let mut namesakes = named(&self.by_surname, word);
        // “M. de Maurepas” is the “comte de Maurepas”, whose surname has no particle.
        let land = ["de ", "du "].iter().find_map(|particle| word.strip_prefix(particle));
        if let Some(land) = land.filter(|_| namesakes.is_empty()) {
            namesakes = named(&self.by_surname, land);
        }
        let of_surname = self.best(namesakes, index, |person| {
            let sister = form.sex == Some(Sex::Unmarried) && person.miss_forename;
            person.may_be(form) && !sister && person.sovereign == form.sovereign
        });
        let of_given = || {
            let persons = named(&self.by_given, word);
            let kin = form.rank == Some(Rank::Kin);
            self.best(persons, index, |person| {
                // “King William” is not Sir William Thomson.
                // “M. Edmond” is Edmond Delorme where nobody else has the name.
                let named = form.forename || (form.given_too && persons.len() == 1);
                named
                    && !form.sovereign
                    && person.may_be(form)
                    && (!kin || person.ranks.contains(&Rank::Kin))
            })
        };
        let relative =
            || if form.forename && !form.sovereign { self.by_relative(index) } else { None };
        let person = of_surname
            .map(|person| (person, How::TitledSurname))
            .or_else(|| Some((of_given()?, How::TitledForename)))
            .or_else(relative)
            .or_else(|| self.by_spelling(index));
        match person {
            Some((person, how)) => self.join(person, index, how),
            None => self.create(index),
        }
    }

    /// A word alone or initials.
    pub(super) fn resolve(&mut self, index: usize, doubtful: bool) {
        let form = &self.forms[index];
        let person = if form.initials { self.by_initials(index) } else { self.by_word(index) };
        match person {
            Some((person, how)) => self.mention(person, index, how),
            None if form.initials && self.by_eponym(index) => {}
            None if doubtful => {}
            None if form.initials && form.given.len() == 1 => {}
            None => self.create(index),
        }
    }

    /// The person whom a single word means: by surname, else by forename, else
    /// by a short form of it.
    fn by_word(&self, index: usize) -> Option<(usize, How)> {
        let form = &self.forms[index];
        let word = &form.surname;
        let of_surname = named(&self.by_surname, word);
        let of_given = named(&self.by_given, word);
        // “Aunt Mary” is not the Mary that is called so.
        let fits = |person: &Person| {
            let titled_woman =
                person.given.is_empty() && matches!(person.sex, Some(Sex::Wife | Sex::Unmarried));
            person.has_generation(form) && (form.forename || !titled_woman)
        };
        let surname = |person| (person, How::Surname);
        self.best(of_surname, index, |person| fits(person) && penalty(person, form) == 0)
            .map(surname)
            .or_else(|| Some((self.best(of_given, index, |_| true)?, How::Forename)))
            .or_else(|| self.best(of_surname, index, fits).map(surname))
            .or_else(|| self.by_relative(index))
            .or_else(|| self.by_genitive(index))
            .or_else(|| self.by_spelling(index))
    }

    /// The person whose surname it is with an `s`, as genitives are written in
    /// German and in old manuscripts; “the Bakers” are a family.
    fn by_genitive(&self, index: usize) -> Option<(usize, How)> {
        let stem = self.forms[index].surname.strip_suffix('s')?;
        let start = self.mentions[index].name.words.start;
        let article = start.checked_sub(1).is_some_and(|before| {
            matches!(self.words.raw(before), "the" | "The" | "les" | "Les" | "die" | "Die")
        });
        let of_stem = named(&self.by_surname, stem);
        let person = self.best(of_stem, index, |_| !article && stem.len() > 2)?;
        Some((person, How::Genitive))
    }

    /// The person whose name is the same in another spelling, if there is only
    /// one such name.
    pub(super) fn by_spelling(&self, index: usize) -> Option<(usize, How)> {
        let form = &self.forms[index];
        // Louis XIII and Louis XVII
        if form.sovereign {
            return None;
        }
        let spellings = self.spellings.of(&form.surname);
        let [spelling] = spellings.as_slice() else { return None };
        let person = self.best(named(&self.by_surname, spelling), index, |person| {
            let same = form.given.is_empty() || person.given.first() == form.given.first();
            same && person.may_be(form)
        })?;
        Some((person, How::Spelling))
    }

    /// The only person whose forename is a short form of the word, or the
    /// word of it; rather one without a surname.
    fn by_relative(&self, index: usize) -> Option<(usize, How)> {
        let form = &self.forms[index];
        let names: Vec<&str> = relatives(&form.surname).collect();
        let of_name = |persons: &HashMap<String, Vec<usize>>| {
            let all = names.iter().flat_map(|name| named(persons, name).iter().copied());
            let mut all: Vec<usize> = all
                .filter(|person| {
                    let person = &self.identities.persons[*person];
                    let titled = person.given.is_empty() && !person.ranks.is_empty();
                    person.may_be(form) && (form.titled || !titled)
                })
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let alone = of_name(&self.by_surname);
        let found = if alone.is_empty() { of_name(&self.by_given) } else { alone };
        match found.as_slice() {
            [one] => Some((*one, How::Short)),
            _ => None,
        }
    }

    /// Of those that fit the one that fits best: its sex is known, a man if
    /// there is no title; then the one that was mentioned last before the name,
    /// else the first after it.
    fn best(
        &self,
        persons: &[usize],
        index: usize,
        fits: impl Fn(&Person) -> bool,
    ) -> Option<usize> {
        let (form, at) = (&self.forms[index], self.at(index));
        let link = &self.mentions[index].link;
        let fitting = |person: &usize| {
            let person = &self.identities.persons[*person];
            fits(person) && link.allows(person.entry)
        };
        let fitting: Vec<usize> = persons.iter().copied().filter(fitting).collect();
        let main = if form.titled { None } else { self.main(&fitting, form) };
        fitting.into_iter().min_by_key(|index| {
            let person = &self.identities.persons[*index];
            let distance = match (person.last, person.mentions.first()) {
                (0, Some(first)) => (1, self.at(*first).abs_diff(at)),
                (last, _) => (0, at.saturating_sub(last)),
            };
            let meant = match main {
                Some(main) if !person.is_named_before(at) => 1 + u8::from(main != *index),
                _ => 0,
            };
            (penalty(person, form), meant, distance)
        })
    }

    /// The one of several whom the text names in full far more often than the others, and who
    /// is meant where none of these was just named: the Jane of a life of Jane Austen.
    fn main(&self, persons: &[usize], form: &Form) -> Option<usize> {
        const FEW: usize = 5;
        const FAR_MORE: usize = 3;
        let count = |person: usize| self.identities.persons[person].full.len();
        let little = |person: &usize| penalty(&self.identities.persons[*person], form);
        let least = persons.iter().map(little).min()?;
        let best = persons.iter().filter(|person| little(person) == least);
        let first = *best.max_by_key(|person| count(**person))?;
        let others = persons.iter().filter(|person| **person != first);
        let next = others.map(|person| count(*person)).max()?;
        let far_more = count(first) >= FEW && count(first) >= FAR_MORE * next.max(1);
        far_more.then_some(first)
    }

    /// The initials that are used for persons somewhere beyond doubt: in the
    /// middle of a sentence.
    pub(super) fn letters_in_use(&self) -> Vec<Vec<String>> {
        let words = self.words;
        let mut accepted = Vec::new();
        for (index, Mention { name, .. }) in self.mentions.iter().enumerate() {
            let form = &self.forms[index];
            if !name.doubtful || !form.initials || accepted.contains(&form.given) {
                continue;
            }
            let next = words.raw(name.words.end);
            let goes_on = next.starts_with(char::is_lowercase)
                && !words.after(name.words.end - 1).contains('\n');
            if goes_on && self.with_initials(form).next().is_some() {
                accepted.push(form.given.clone());
            }
        }
        accepted
    }

    /// The person whose initials they are: of several the one mentioned most
    /// near by.
    fn by_initials(&self, index: usize) -> Option<(usize, How)> {
        let form = &self.forms[index];
        let at = self.at(index);
        let near = |person: usize| {
            let person = &self.identities.persons[person];
            let same_sex = form.sex.is_some() && person.sex == form.sex;
            // “Lord K.” is Lord Kitchener rather than Commodore Keyes.
            let same_rank = form.rank.is_some_and(|rank| person.ranks.contains(&rank));
            (same_sex, same_rank, person.mentions_near(at), person.mentions.len())
        };
        let single = form.given.len() < 2;
        let fitting = self.with_initials(form);
        let best = fitting.max_by_key(|person| (near(*person), std::cmp::Reverse(*person)))?;
        (!single || near(best).2 > 0).then_some((best, How::Initials))
    }

    /// The persons with these initials, or with this one of the surname.
    fn with_initials<'s>(&'s self, form: &'s Form) -> impl Iterator<Item = usize> + 's {
        let of_surname = std::slice::from_ref(&form.surname);
        let letters = if form.initials { form.given.as_slice() } else { of_surname };
        let last = letters.last().and_then(|letter| letter.chars().next());
        let persons = last.and_then(|letter| self.by_letter.get(&letter));
        let persons = persons.into_iter().flatten().copied().take(MOST_OF_LETTER);
        persons.filter(move |person| {
            let person = &self.identities.persons[*person];
            person.has_initials(letters) && (!form.titled || person.may_have_title(form))
        })
    }
}

/// The latest persons of a name.
fn named<'p>(index: &'p HashMap<String, Vec<usize>>, word: &str) -> &'p [usize] {
    let persons = index.get(word).map(Vec::as_slice).unwrap_or_default();
    &persons[persons.len().saturating_sub(MOST)..]
}

/// How little a name fits a person that it may be of.
fn penalty(person: &Person, form: &Form) -> u8 {
    match (person.sex, form.sex) {
        // A surname alone is rarely a woman’s who is called by a title.
        (Some(Sex::Woman | Sex::Wife | Sex::Unmarried), None) if !form.titled => 1,
        _ if form.rank == Some(Rank::Noble) && !person.ranks.contains(&Rank::Noble) => 1,
        _ if person.ranks.contains(&Rank::Kin) && form.rank != Some(Rank::Kin) => 1,
        (None, Some(_)) if form.titled => 1,
        _ => 0,
    }
}

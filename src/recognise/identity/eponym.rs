//! Persons that a text names by initials alone and by the words made of their
//! surname: `L.T.` where there are Trotskyists.

use std::collections::BTreeSet;

use super::form::Form;
use super::{How, Resolver};
use crate::token::{Shape, Words, fold};

/// A surname and first letters of forenames.
pub(super) type Eponym = (&'static str, &'static str);

/// Surnames that words are made of, and the first letters of the forenames that
/// their bearers are known by.
const EPONYMS: &[Eponym] = &[
    ("bakunin", "m"),
    ("benjamin", "w"),
    ("bernstein", "e"),
    ("blanqui", "a"),
    ("boulanger", "g"),
    ("brecht", "b"),
    ("bukharin", "n"),
    ("byron", "g"),
    ("calvin", "j"),
    ("carlyle", "t"),
    ("castro", "f"),
    ("comte", "a"),
    ("cromwell", "o"),
    ("danton", "g"),
    ("darwin", "c"),
    ("dickens", "c"),
    ("disraeli", "b"),
    ("dreyfus", "a"),
    ("fourier", "c"),
    ("freud", "s"),
    ("gandhi", "m"),
    ("garibaldi", "g"),
    ("garrison", "w"),
    ("gladstone", "w"),
    ("hegel", "g"),
    ("hitler", "a"),
    ("jackson", "a"),
    ("jansen", "c"),
    ("jefferson", "t"),
    ("johnson", "s"),
    ("jung", "c"),
    ("kant", "i"),
    ("kautsky", "k"),
    ("keynes", "j"),
    ("lamarck", "j"),
    ("lassalle", "f"),
    ("lenin", "nv"),
    ("luther", "m"),
    ("luxemburg", "r"),
    ("malthus", "t"),
    ("mao", "mz"),
    ("marx", "k"),
    ("mazzini", "g"),
    ("mussolini", "b"),
    ("newton", "i"),
    ("nietzsche", "f"),
    ("owen", "r"),
    ("peel", "r"),
    ("peron", "j"),
    ("proudhon", "p"),
    ("robespierre", "m"),
    ("shaw", "gb"),
    ("spinoza", "b"),
    ("stalin", "ij"),
    ("swedenborg", "e"),
    ("tito", "j"),
    ("tolstoy", "l"),
    ("trotsky", "l"),
    ("voltaire", "f"),
    ("wagner", "r"),
    ("wesley", "cj"),
    ("wordsworth", "w"),
    ("zinoviev", "g"),
];

/// What makes words of surnames: `Trotskyist`, `Hegelian`, `Lutheran`.
const ENDINGS: &[&str] =
    &["ist", "ists", "ism", "ite", "ites", "ian", "ians", "ianism", "an", "ans", "anism"];

impl Resolver<'_> {
    /// Takes initials for those of the person whom words of the text are made of;
    /// returns whether there is one.
    pub(super) fn by_eponym(&mut self, index: usize) -> bool {
        let words = self.words;
        let letters = &self.forms[index].given;
        let eponyms = self.eponyms.get_or_insert_with(|| eponyms(words));
        let Some(surname) = bearer(eponyms, letters) else { return false };
        let named = self.by_surname.get(surname).into_iter().flatten().copied();
        let form = Form {
            given: letters.iter().take(1).cloned().collect(),
            surname: surname.to_owned(),
            ..Form::default()
        };
        let known = named.rev().find(|person| self.identities.persons[*person].may_be(&form));
        let person = known.unwrap_or_else(|| self.add(&form));
        self.identities.persons[person].learn(&form);
        self.mention(person, index, How::Eponym);
        true
    }
}

/// The surname of somebody with these initials, whom words of the text are made of.
fn bearer(eponyms: &BTreeSet<Eponym>, letters: &[String]) -> Option<&'static str> {
    let [given, .., last] = letters else { return None };
    let fits = |(surname, initials): &&Eponym| {
        surname.starts_with(last.as_str()) && initials.contains(given.as_str())
    };
    eponyms.iter().find(fits).map(|(surname, _)| *surname)
}

/// Those whom words of the text are made of.
fn eponyms(words: Words<'_>) -> BTreeSet<Eponym> {
    let capitals = words.tokens.iter().filter(|token| token.shape == Shape::Capital);
    let derived = |word: &str| {
        if !ENDINGS.iter().any(|ending| word.ends_with(ending)) {
            return None;
        }
        let word = &*fold(word);
        let mut stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
        let at = stems.find_map(|stem| EPONYMS.binary_search_by_key(&stem, |(name, _)| name).ok());
        Some(EPONYMS[at?])
    };
    capitals.filter_map(|token| derived(token.span.of(words.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::{EPONYMS, eponyms};
    use crate::token::{Words, tokenize};

    #[test]
    fn the_words_made_of_surnames() {
        assert!(EPONYMS.is_sorted());
        let text = "A Trotskyist, two Lutherans and Hegelianism; the Baptist John, a Stalin.";
        let tokens = tokenize(text);
        let found = eponyms(Words { text, tokens: &tokens });
        let surnames: Vec<&str> = found.into_iter().map(|(surname, _)| surname).collect();
        assert_eq!(surnames, ["hegel", "luther", "trotsky"]);
    }
}

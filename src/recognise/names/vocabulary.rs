//! The words of a text, each once, and what is known of them.

mod endings;
mod evidence;
mod form;
mod function_word;
mod german;
mod loose;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::cues::Cues;
use crate::lexicon::Known;
use crate::source::Span;
use crate::token::{Shape, Words};
pub(super) use evidence::Evidence;
pub(super) use form::Type;
pub(super) use german::is_determiner;

/// The words of a text.
pub(super) struct Vocabulary {
    /// For each word of the text its type, or [`NONE`] for what is no word.
    of_word: Vec<u32>,
    types: Vec<Type>,
    /// Whether the text is in a language that gives every noun a capital, so
    /// that a capital is no sign of a name.
    pub nouns_have_capitals: bool,
    /// Whether the text gives capitals to words of any kind, as people wrote who
    /// were free with them: “So many Sick men”.
    pub capitals_are_loose: bool,
    /// Whether the text is French.
    pub is_french: bool,
    /// Whether the text is in no language whose words are listed, so that an
    /// unknown word is less of a name.
    pub foreign: bool,
    /// What the text says of each form of name.
    pub forms: Vec<Evidence>,
    /// How much it speaks for a place that nothing is known of a name.
    pub prior: i32,
    /// Letters without a stop that many lines begin with: marks in a list.
    pub marks: Vec<char>,
    /// The words that follow the date at the head of a paragraph, in order.
    pub after_dates: Vec<usize>,
}

const NONE: u32 = u32::MAX;

/// In a text of a language at least one word in so many is one of its small ones.
const SHARE: usize = 12;

/// Small words that a German text has often, and one in no other language.
const GERMAN: &[&str] = &[
    "auch", "auf", "bei", "das", "daß", "dem", "der", "die", "durch", "eine", "einen", "für",
    "habe", "haben", "ich", "ist", "mit", "nach", "nicht", "noch", "sich", "sie", "und", "vom",
    "von", "wird", "wir", "zu", "zum", "zur", "über",
];

/// The same of French.
const FRENCH: &[&str] = &[
    "au", "avec", "dans", "des", "du", "elle", "est", "et", "il", "la", "le", "les", "mais", "ne",
    "nous", "pas", "pour", "que", "qui", "sont", "sur", "une", "vous", "à",
];

impl Vocabulary {
    pub(super) fn of(words: Words<'_>) -> Self {
        let mut index: FxHashMap<Cow<'_, str>, u32> = FxHashMap::default();
        let mut types: Vec<Type> = Vec::new();
        let mut capitals: Vec<(u32, String)> = Vec::new();
        let mut plurals: Vec<(u32, String)> = Vec::new();
        let of_word = words.tokens.iter().enumerate().map(|(at, token)| {
            if matches!(token.shape, Shape::Number | Shape::Clitic) {
                return NONE;
            }
            // Most words are found as they stand: those that go over a line end are few.
            let known = index.get(words.raw(at)).or_else(|| index.get(&words.form(at)));
            if let Some(known) = known.copied() {
                types[known as usize].count += 1;
                return known;
            }
            let form = words.form(at);
            let number = u32::try_from(types.len()).unwrap_or(NONE);
            if token.shape == Shape::Lower {
                types.push(Type::small(&form));
            } else {
                types.push(Type::capital(&form));
                if let Some(one) = form.strip_suffix('s').filter(|one| one.len() > 3) {
                    plurals.push((number, one.to_owned()));
                }
                capitals.push((number, form.to_lowercase()));
            }
            index.insert(form, number);
            number
        });
        let of_word: Vec<u32> = of_word.collect();
        for (number, lower) in &capitals {
            if let Some(small) = index.get(lower.as_str()).filter(|small| *small != number) {
                types[*number as usize].small = types[*small as usize].count;
            }
        }
        for (number, one) in plurals {
            types[number as usize].singular = index.get(one.as_str()).copied();
        }
        let german = GERMAN.iter().filter_map(|word| index.get(*word));
        let german: u32 = german.map(|number| types[*number as usize].count).sum();
        let nouns_have_capitals = german as usize * SHARE > words.tokens.len();
        if nouns_have_capitals {
            german::note(words, &of_word, &capitals, &mut types);
            if let Some(an) = index.get("an") {
                german::note_preposition(&mut types[*an as usize]);
            }
        }
        let is_french = !nouns_have_capitals && is_french(words, &index, &types);
        if is_french {
            note_french(words, &of_word, &mut types);
        }
        let foreign = !nouns_have_capitals && foreign(&types);
        let capitals_are_loose =
            !nouns_have_capitals && loose::capitals_are_loose(words, &of_word, &types);
        Self {
            capitals_are_loose,
            foreign,
            is_french,
            of_word,
            types,
            nouns_have_capitals,
            forms: Vec::new(),
            prior: 0,
            marks: marks(words),
            after_dates: Vec::new(),
        }
    }

    /// Takes note of what follows the dates that paragraphs and lines begin with.
    pub(super) fn note_dates(&mut self, words: Words<'_>, dates: &[Span]) {
        let begins = |date: &&Span| {
            let before = &words.text[..date.start as usize];
            before.is_empty() || before.ends_with('\n')
        };
        let after = dates.iter().filter(begins).map(|date| words.at(date.end));
        self.after_dates = after.filter(|at| words.before(*at) == " ").collect();
    }

    /// Takes titles for surnames that persons of the text have.
    pub(super) fn note_surnames(&mut self) {
        for of in &mut self.types {
            of.note_surname();
        }
    }

    /// Whether word `at` follows the date of an entry, and so begins a sentence.
    pub(super) fn is_after_date(&self, at: usize) -> bool {
        self.after_dates.binary_search(&at).is_ok()
    }

    /// The type of word `at`, if that is a word.
    pub(super) fn get(&self, at: usize) -> Option<&Type> {
        self.types.get(*self.of_word.get(at)? as usize)
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Type> {
        self.types.get_mut(*self.of_word.get(at)? as usize)
    }

    /// Whether word `at` is the plural of the surname of persons: `the Elphbergs`.
    pub(super) fn is_family(&self, at: usize) -> bool {
        let singular = self.get(at).filter(|of| !of.known.demonym()).and_then(|of| of.singular);
        let singular = singular.and_then(|number| self.types.get(number as usize));
        singular.is_some_and(|of| {
            // “Lohmann” is made of German words, too.
            let known = self.nouns_have_capitals && of.article == 0;
            of.person > 0 && of.is_nobody() && (of.is_unknown() || known)
        })
    }

    /// Whether word `at` is a surname of persons with an `s`: `Bakers men`.
    pub(super) fn has_ending(&self, at: usize) -> bool {
        let singular = self.get(at).and_then(|of| of.singular);
        singular.and_then(|one| self.types.get(one as usize)).is_some_and(|of| of.person > 0)
    }

    /// Whether word `at`, which German has in no list, is the genitive of a forename that the
    /// text has: “die Geburt Lilis”.
    pub(super) fn is_genitive_of_forename(&self, at: usize) -> bool {
        self.nouns_have_capitals
            && self.get(at).is_some_and(|of| {
                let one = of.singular.and_then(|number| self.types.get(number as usize));
                of.is_unknown()
                    && !form::is_listed(of.known)
                    && one.is_some_and(|one| one.known.forename() && !one.known.common())
            })
    }

    /// Whether word `at`, which no list has, is the plural of another such word and mostly
    /// has an article, as the names of peoples do: `the Gandas`.
    pub(super) fn is_plural_people(&self, at: usize) -> bool {
        const FEW: u32 = 2;
        self.get(at).is_some_and(|of| {
            let singular = of.singular.and_then(|number| self.types.get(number as usize));
            of.article >= FEW
                && of.article * 2 >= of.inside
                && of.is_unknown()
                && !form::is_listed(of.known)
                && singular.is_some_and(|one| {
                    let unknown = one.is_unknown() && !form::is_listed(one.known);
                    !one.is_small && unknown && one.person == 0
                })
        })
    }

    /// What the lists say of word `at`.
    pub(super) fn known(&self, at: usize) -> Known {
        self.get(at).map_or(Known::default(), |of| of.known)
    }

    /// Whether word `at` has its capital only where a sentence begins.
    pub(super) fn is_function_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|of| of.is_function_word)
    }

    /// What word `at` says about names beside it.
    pub(super) fn cues(&self, at: usize) -> Cues {
        self.get(at).map_or(Cues::default(), |of| of.cues)
    }
}

/// Whether most words that are written small are unknown.
fn foreign(types: &[Type]) -> bool {
    let small = || types.iter().filter(|of| of.is_small);
    let known: u32 = small().filter(|of| of.known.common()).map(|of| of.count).sum();
    let all: u32 = small().map(|of| of.count).sum();
    known < all / 2
}

/// Takes note of the words that French has.
fn note_french(words: Words<'_>, of_word: &[u32], types: &mut [Type]) {
    let mut next = 0;
    for (at, number) in of_word.iter().enumerate() {
        // Types are numbered as they are met.
        if *number == next {
            types[next as usize].note_french(&words.form(at));
            next += 1;
        }
    }
}

/// Whether so many words are small ones of French that the text must be.
fn is_french(words: Words<'_>, index: &FxHashMap<Cow<'_, str>, u32>, types: &[Type]) -> bool {
    let found = FRENCH.iter().filter_map(|word| index.get(*word));
    let found: u32 = found.map(|number| types[*number as usize].count).sum();
    found as usize * SHARE > words.tokens.len()
}

/// The letters without a stop that so many lines begin with that they are no
/// initials of persons.
fn marks(words: Words<'_>) -> Vec<char> {
    const MANY: u32 = 5;
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for at in 0..words.tokens.len() {
        let alone = words.shape(at) == Some(Shape::Initial) && words.after(at) == " ";
        if alone && words.before(at).ends_with('\n') {
            let letter = words.raw(at).chars().next().unwrap_or_default();
            *counts.entry(letter).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= MANY).map(|(letter, _)| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::token::{Words, tokenize};

    #[test]
    fn counts() {
        let text = "Last came last, and Last saw 12 of the last.";
        let tokens = tokenize(text);
        let vocabulary = Vocabulary::of(Words { text, tokens: &tokens });
        let last = vocabulary.get(0).unwrap();
        assert_eq!((last.count, last.small), (2, 2));
        assert!(vocabulary.get(6).is_none(), "a number");
        assert!(vocabulary.get(99).is_none());
    }
}

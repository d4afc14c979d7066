//! The parts of a person’s name.

use std::ops::Range;

use crate::lexicon::{self, Gender, Title, proper_case};
use crate::token::{Shape, Words, fold, tokenize};

/// A name taken apart; all parts in small ASCII letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// Forenames and initials, in order.
    pub given: Vec<String>,
    /// The surname, with the particles before it; for a single word, that word.
    pub surname: String,
    /// Whether it is one word, which could be a forename as well.
    pub single: bool,
    /// Whether it consists of initials alone.
    pub initials: bool,
    /// What the title or the forename tells.
    pub sex: Option<Sex>,
}

/// Whom a title or forename is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Man,
    /// A woman, by her forename or a title that leaves it open.
    Woman,
    Wife,
    Unmarried,
}

impl Sex {
    /// Whether both can be said of one person.
    pub(super) fn agrees(self, other: Self) -> bool {
        match (self, other) {
            (Self::Man, other) | (other, Self::Man) => other == Self::Man,
            (Self::Wife, Self::Unmarried) | (Self::Unmarried, Self::Wife) => false,
            _ => true,
        }
    }
}

impl Form {
    /// Takes a name apart that stands alone.
    pub(super) fn of_name(name: &str) -> Self {
        let tokens = tokenize(name);
        let words = Words { text: name, tokens: &tokens };
        let is_title = |at: &usize| lexicon::look_up(words.raw(*at)).title().is_some();
        let titles = (0..tokens.len()).take_while(is_title).count();
        if tokens.is_empty() {
            return Self::default();
        }
        Self::of(words, 0..tokens.len(), titles.min(tokens.len() - 1))
    }

    /// Takes the words of a name apart, of which the first `titles` are titles.
    pub(super) fn of(words: Words<'_>, range: Range<usize>, titles: usize) -> Self {
        let title_words = range.start..range.start + titles;
        let title = title_words.filter_map(|at| sex_of_title(words.raw(at))).next_back();
        let name: Vec<usize> = (range.start + titles..range.end).collect();
        let all_initials = name.iter().all(|at| is_initials(words, *at));
        let mut parts: Vec<String> =
            name.iter().map(|at| fold(&proper_case(&words.form(*at)))).collect();
        if all_initials && !(titles > 0 && parts.len() == 1) {
            let given: Vec<String> = parts.concat().chars().map(String::from).collect();
            return Self { given, initials: true, single: titles == 0, ..Self::default() };
        }
        // A suffix is no surname.
        while name.len() > 1
            && parts.len() > 1
            && lexicon::look_up(words.raw(name[parts.len() - 1])).suffix()
        {
            parts.pop();
        }
        let particle = name
            .iter()
            .take(parts.len())
            .skip(1)
            .position(|at| words.shape(*at) == Some(Shape::Lower));
        let surname_at = particle.map_or(parts.len() - 1, |at| at + 1);
        let surname = parts.split_off(surname_at).join(" ");
        let forename = name.first().map(|at| lexicon::look_up(&proper_case(&words.form(*at))));
        let by_forename =
            forename.filter(|_| !parts.is_empty() || titles == 0).and_then(lexicon::Known::gender);
        let sex = title.or(by_forename.map(|gender| match gender {
            Gender::Male => Sex::Man,
            Gender::Female => Sex::Woman,
        }));
        Self { single: parts.is_empty(), given: parts, surname, initials: false, sex }
    }
}

/// Letters that stand for names: `A.`, `AG`.
fn is_initials(words: Words<'_>, at: usize) -> bool {
    match words.shape(at) {
        Some(Shape::Initial) => true,
        Some(Shape::Upper) => words.raw(at).chars().count() <= 3,
        _ => false,
    }
}

fn sex_of_title(title: &str) -> Option<Sex> {
    Some(match title {
        "Mrs" | "Mme" | "Madame" | "Frau" | "Lady" | "Madam" | "Mistress" | "Dowager" => Sex::Wife,
        "Miss" | "Mlle" | "Mademoiselle" | "Fräulein" | "Frl" => Sex::Unmarried,
        "Princess" | "Queen" | "Empress" | "Duchess" | "Countess" | "Baroness" | "Aunt"
        | "Sister" | "Mother" | "Nurse" => Sex::Woman,
        _ => match lexicon::look_up(title).title()? {
            Title::Address | Title::Other => Sex::Man,
            Title::Kin => return None,
        },
    })
}

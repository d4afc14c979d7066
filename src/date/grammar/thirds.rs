//! Parts of decades and centuries: “early 1930s”, “Mitte des 18. Jahrhunderts”.

use super::super::lexicon::look_up;
use super::super::meaning::Meaning;
use super::super::term::{Part, Term};
use super::{Parsed, Parser};

/// The halves of a century, by the words before its article.
const HALVES: &[(&str, &str, Half)] = &[
    ("first", "half", Half::First),
    ("former", "half", Half::First),
    ("earlier", "half", Half::First),
    ("second", "half", Half::Second),
    ("latter", "half", Half::Second),
    ("later", "half", Half::Second),
    ("première", "moitié", Half::First),
    ("seconde", "moitié", Half::Second),
    ("deuxième", "moitié", Half::Second),
    ("erste", "Hälfte", Half::First),
    ("ersten", "Hälfte", Half::First),
    ("zweite", "Hälfte", Half::Second),
    ("zweiten", "Hälfte", Half::Second),
];

/// Half of a century.
#[derive(Clone, Copy)]
enum Half {
    First,
    Second,
}

impl Parser<'_> {
    /// The `years` that words `start..next` tell, or the part of them that the words
    /// before tell: “the latter half of the eighteenth century”.
    pub(super) fn part_of_years(self, start: usize, next: usize, years: (i16, i16)) -> Parsed {
        let (start, (first, last)) = self
            .third_before(start)
            .map(|(at, part)| (at, third(part, years)))
            .or_else(|| self.half_before(start).map(|(at, half)| (at, half_of(half, years))))
            .unwrap_or((start, years));
        self.one(start, next, Meaning::Years(first, last))
    }

    /// The word that says which third of some years is meant which begin with word
    /// `start`, and its index.
    fn third_before(self, start: usize) -> Option<(usize, Part)> {
        if let Some((part, _)) = split_part(self.words.raw(start)) {
            return Some((start, part));
        }
        let (at, of) = self.before_article(start)?;
        match self.term(at)? {
            Term::Part(part) => Some((at, part)),
            Term::PartOf(part) if of => Some((at, part)),
            _ => None,
        }
    }

    fn half_before(self, start: usize) -> Option<(usize, Half)> {
        let (at, of) = self.before_article(start)?;
        let first = at.checked_sub(1).filter(|_| of && self.gap(at) == " ")?;
        let (ordinal, noun) = (self.words.raw(first), self.words.raw(at));
        let found = HALVES.iter().find(|(one, two, _)| *one == ordinal && *two == noun)?;
        Some((first, found.2))
    }

    /// The word before the article and preposition of word `start`, and whether there
    /// is such a preposition: `half` before “of the eighteenth”.
    fn before_article(self, start: usize) -> Option<(usize, bool)> {
        let mut at = start.checked_sub(1)?;
        let near = |index: usize| matches!(&*self.gap(index), " " | "\n" | "-");
        let mut close = near(start);
        if matches!(self.term(at), Some(Term::The)) {
            close &= near(at);
            at = at.checked_sub(1)?;
        }
        let of = matches!(self.term(at), Some(Term::Of)) || self.words.raw(at) == "du";
        if of {
            close &= near(at);
            at = at.checked_sub(1)?;
        }
        close.then_some((at, of))
    }
}

/// The parts of “mid-nineteenth”.
pub(super) fn split_part(word: &str) -> Option<(Part, &str)> {
    let (part, number) = word.split_once('-')?;
    match look_up(part)? {
        Term::Part(part) => Some((part, number)),
        _ => None,
    }
}

fn third(part: Part, (first, last): (i16, i16)) -> (i16, i16) {
    let step = (last - first + 1) / 3;
    match part {
        Part::Early => (first, first + step),
        Part::Middle => (first + step, last - step),
        Part::Late => (last - step, last),
    }
}

fn half_of(half: Half, (first, last): (i16, i16)) -> (i16, i16) {
    let length = (last - first + 1) / 2;
    match half {
        Half::First => (first, first + length - 1),
        Half::Second => (last - length + 1, last),
    }
}

//! Parts of dates, and the gaps between them.

use super::super::lexicon::{
    Term, day_number, has_ordinal_ending, look_up, two_digits, year_number,
};
use super::{Parser, Year};
use crate::token::Shape;

impl Parser<'_> {
    /// What word `index` can be in a date.
    pub(super) fn term(self, index: usize) -> Option<Term> {
        let shape = self.words.shape(index)?;
        if matches!(shape, Shape::Number | Shape::Clitic | Shape::Initial) {
            return None;
        }
        let term = look_up(self.words.raw(index))?;
        let wants_capital = matches!(term, Term::Weekday(_));
        (!wants_capital || shape != Shape::Lower).then_some(term)
    }

    pub(super) fn month(self, index: usize) -> Option<i8> {
        match self.term(index)? {
            Term::Month(month) | Term::DoubtfulMonth(month) => Some(month),
            _ => None,
        }
    }

    pub(super) fn weekday(self, index: usize) -> Option<i8> {
        match self.term(index)? {
            Term::Weekday(day) => Some(day),
            _ => None,
        }
    }

    /// A day of the month in digits or as an ordinal word, and the word after it.
    pub(super) fn day(self, index: usize) -> Option<(i8, usize)> {
        let day = match self.words.shape(index)? {
            Shape::Number => day_number(self.words.raw(index))?,
            _ => match self.term(index)? {
                Term::Ordinal(day) => day,
                _ => return None,
            },
        };
        Some((day, index + 1))
    }

    /// The day after the month at `index`, and the word after it.
    pub(super) fn day_after_month(self, index: usize) -> Option<(i8, usize)> {
        // “I march 3 miles”
        let doubtful = matches!(self.term(index), Some(Term::DoubtfulMonth(_)));
        if !self.is_soft(index) || (doubtful && self.words.shape(index) == Some(Shape::Lower)) {
            return None;
        }
        let at = self.skip_the(index + 1);
        let (day, next) = self.day(at)?;
        // “September 12.30” is a time, “May 12,000” a count.
        let goes_on = self.words.shape(next) == Some(Shape::Number)
            && matches!(self.words.after(at), "." | "," | ":")
            && year_number(self.words.raw(next)).is_none();
        (!goes_on || has_ordinal_ending(self.words.raw(at))).then_some((day, next))
    }

    /// The month after a day that ends before word `index`, and the word after it.
    pub(super) fn month_after_day(self, index: usize) -> Option<(i8, usize)> {
        let close = match self.words.before(index) {
            " " | "\n" | ". " | "." | " - " | "" => true,
            ", " => has_ordinal_ending(self.words.raw(index - 1)),
            _ => false,
        };
        let at = index + usize::from(matches!(self.term(index), Some(Term::Of)));
        let month = self.month(at).filter(|_| close)?;
        // “6 may be enough”
        (!matches!(self.words.raw(at), "may" | "march" | "mar")).then_some((month, at + 1))
    }

    /// The year that follows a day or month which ends before word `index`,
    /// and the word after it; if none does, the same index.
    pub(super) fn year_follows(self, index: usize) -> (Year, usize) {
        let word = self.words.raw(index);
        let year = match self.words.before(index) {
            "" | " " | "\n" | "," | ", " | ",\n" | " , " | ". " | "., " | ".," | ".—" | "—"
            | "\u{A0}" | ",\u{A0}" => year_number(word).map(Year::Full),
            " ’" | " '" | " ‘" | ", ’" | ", '" | "/" | " /" => {
                two_digits(word).map(Year::Short)
            }
            _ => None,
        };
        year.map_or((Year::Missing, index), |year| (year, index + 1))
    }

    /// The same after a month. A year written double before Lady Day, such as
    /// `January 1659–60` or `Feb. 1659/60`, began on 25 March then; it is the
    /// second one now.
    pub(super) fn year_of_month(self, index: usize, month: i8) -> (Year, usize) {
        let (year, next) = self.year_follows(index);
        let Year::Full(full) = year else { return (year, next) };
        let double = matches!(self.words.before(next), "–" | "-" | "/")
            && self.words.raw(next).parse() == Ok((full + 1) % 100);
        if double && month <= 3 { (Year::Full(full + 1), next + 1) } else { (year, next) }
    }

    pub(super) fn skip_the(self, index: usize) -> usize {
        index + usize::from(matches!(self.term(index), Some(Term::The)))
    }

    /// Whether what follows word `index` keeps a date together.
    pub(super) fn is_soft(self, index: usize) -> bool {
        let gap = self.words.after(index);
        gap.len() <= 4
            && gap.bytes().filter(|byte| *byte == b'\n').count() < 2
            && gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ','))
    }
}

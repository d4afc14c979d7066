//! Months in languages of which only whole dates are read: `3 de mayo de 1848`,
//! `li 3 marzo 1848`, `den 3den Mei 1848`.

use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Written, Year};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::token::Shape;

/// Months that are other words too where no year follows.
const OTHERS: &[&str] = &["maj", "maji", "marts", "mayo", "mei"];

impl Parser<'_> {
    /// `mayo de 1848`, `maggio 1848`, `Enero 3 de 1848`.
    pub(super) fn month_abroad(self, index: usize) -> Option<Parsed> {
        let month = self.month(index)?;
        if let Some((day, end)) = self.day_after_month(index) {
            let (year, next) = self.year_of_month(end, month);
            let told = year != Year::Missing;
            let date = Meaning::Date(Written::in_month(day, month, year));
            return told.then(|| self.one(index, next, date));
        }
        let (year, next) = self.year_of_month(index + 1, month);
        let told = matches!(year, Year::Full(_));
        let date = Meaning::Date(Written::of_month(month, year));
        told.then(|| self.one(index, next, date))
    }

    /// Whether word `index`, which may be a month, belongs to a date that says more:
    /// a day stands before it or a year behind it.
    pub(super) fn is_in_date(self, index: usize) -> bool {
        let small = self.words.shape(index) == Some(Shape::Lower);
        let of = usize::from(self.is_of(index + 1));
        let year = self.is_year_abroad(index + 1 + of);
        let before = |back: usize| index.checked_sub(back).filter(|_| self.is_joined(index));
        let of_before = usize::from(before(1).is_some_and(|at| self.is_of(at)));
        let day = before(1 + of_before).is_some_and(|at| {
            let number = self.words.shape(at) == Some(Shape::Number) && self.day(at).is_some();
            // “1.º de enero”
            let first = matches!(self.words.raw(at), "º" | "primo");
            first || number && self.is_joined(at + 1)
        });
        let day_behind = || {
            let read = self.day(index + 1).filter(|_| self.gap(index + 1) == " ");
            read.is_some_and(|(_, next)| {
                self.is_of(next) && self.is_year_abroad(next + 1) || self.is_year_abroad(next)
            })
        };
        let other = || OTHERS.contains(&self.words.raw(index).to_lowercase().as_str());
        match (day, year) {
            (true, true) => true,
            (true, false) => of_before > 0 || small && !other(),
            // “in Mayo 1798”
            (false, true) => small || of > 0,
            (false, false) => day_behind(),
        }
    }

    /// The year behind the `de` of “3 de mayo de 1848”, and the word after it.
    pub(super) fn year_behind_of(self, index: usize) -> Option<(Year, usize)> {
        let abroad = || {
            let is_abroad = |back: usize| {
                index
                    .checked_sub(back)
                    .is_some_and(|at| matches!(self.term(at), Some(Term::Abroad(_))))
            };
            is_abroad(1) || is_abroad(2)
        };
        let led = self.is_of(index) && self.is_year_abroad(index + 1);
        let told = led && (self.words.raw(index) == "del" || abroad());
        let year = year_number(self.words.raw(index + 1)).filter(|_| told)?;
        Some((Year::Full(year), index + 2))
    }

    fn is_year_abroad(self, index: usize) -> bool {
        matches!(&*self.gap(index), " " | "\n" | ". ")
            && year_number(self.words.raw(index)).is_some()
    }

    fn is_of(self, index: usize) -> bool {
        matches!(self.words.raw(index), "de" | "del") && self.gap(index).len() <= 4
    }

    /// Whether nothing but a space and the sign of an ordinal stands before word
    /// `index`.
    fn is_joined(self, index: usize) -> bool {
        matches!(&*self.gap(index), " " | "\n" | ". " | "° " | "º " | ".º ")
    }
}

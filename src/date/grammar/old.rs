//! Years in Roman numbers, days with the dates of both styles, two months.

use super::super::calendar::CalendarDate;
use super::super::lexicon::{self, year_number};
use super::super::meaning::{Meaning, Written, Year};
use super::super::roman;
use super::super::term::Term;
use super::{Expression, Parsed, Parser};
use crate::token::Shape;

impl Parser<'_> {
    /// `MDCCXLV`: a year in capitals, alone if it is long.
    pub(super) fn roman_year(self, index: usize) -> Option<Parsed> {
        const LONG: usize = 5;
        let year = roman::year(self.words.raw(index))?;
        let written = Written::whole_year(Year::Full(year));
        let numbered = self.is_numbered(index);
        let told = self.words.raw(index).len() >= LONG || self.year_alone(index).is_some();
        (told && !numbered).then(|| self.one(index, index + 1, Meaning::Date(written)))
    }

    /// `24 February (7 March) 1848`, `Oct. 25/Nov. 7, 1917`: one day with its
    /// dates in old and new style.
    pub(super) fn both_styles(self, index: usize) -> Option<Parsed> {
        let (old, next) = self.day_and_named_month(index)?;
        let open = match &*self.gap(next) {
            " (" => true,
            "/" | " / " | "./" => false,
            _ => return None,
        };
        let (new, end) = self.day_and_named_month(next)?;
        let days = |date: Written| CalendarDate::new(Some(2001), date.month, date.day);
        let between = days(old)?.days_until(days(new)?)?.rem_euclid(365);
        if !(10..=13).contains(&between) || open && !self.words.after(end - 1).contains(')') {
            return None;
        }
        let year = year_number(self.words.raw(end))
            .filter(|_| matches!(&*self.gap(end), " " | ", " | ") " | "), " | ". "));
        let end = end + usize::from(year.is_some());
        let written = Written { year: year.map_or(Year::Missing, Year::Full), ..new };
        Some(self.one(index, end, Meaning::Date(written)))
    }

    /// Day and month in either order, without a year.
    pub(super) fn day_and_named_month(self, index: usize) -> Option<(Written, usize)> {
        let (day, month, next) = match self.month(index) {
            Some(month) => {
                let (day, next) = self.day_after_month(index)?;
                (day, month, next)
            }
            None => {
                let (day, next) = self.day(index)?;
                let (month, next) = self.month_after_day(next)?;
                (day, month, next)
            }
        };
        Some((Written::in_month(day, month, Year::Missing), next))
    }

    /// `May–June 1862`, `Mai/Juni 1848`, `October or November 1862`.
    pub(super) fn two_months(self, index: usize) -> Option<Parsed> {
        let first = self.month(index)?;
        let or = matches!(self.term(index + 1), Some(Term::Or));
        let at = index + 1 + usize::from(or);
        let dash = matches!(&*self.gap(at), "-" | "–" | "/" | " – " | " - " | ".-" | ".–" | "./");
        let second = self.month(at).filter(|second| *second > first && (or || dash))?;
        let (year, next) = self.year_of_month(at + 1, second);
        let Year::Full(_) = year else { return None };
        let of = |month| Written::of_month(month, year);
        let meaning = if or {
            Meaning::OneOf(of(first), of(second))
        } else {
            Meaning::Duration(of(first), of(second))
        };
        Some(self.one(index, next, meaning))
    }

    /// `May, June and July 1869`, `Octr Novr Decr 1869`: each is of that year.
    pub(super) fn months_of_year(self, index: usize) -> Option<Parsed> {
        let mut months = vec![self.month(index)?];
        let mut places = vec![index];
        let mut at = index + 1;
        loop {
            let joined = matches!(self.term(at), Some(Term::And));
            let close = matches!(&*self.gap(at), " " | ", " | ". " | "., " | " & " | ". & ");
            let next = at + usize::from(joined);
            let month = self.month(next).filter(|_| close && (!joined || self.gap(next) == " "));
            let Some(month) = month.filter(|month| months.last() < Some(month)) else { break };
            months.push(month);
            places.push(next);
            at = next + 1;
        }
        let (year, next) = self.year_of_month(at, *months.last()?);
        if months.len() < 2 || !matches!(year, Year::Full(_)) {
            return None;
        }
        let date = |month| Meaning::Date(Written::of_month(month, year));
        let mut expressions: Vec<Expression> = places
            .iter()
            .zip(&months)
            .map(|(at, month)| self.spanning(*at, at + 1, date(*month)))
            .collect();
        let last = self.spanning(*places.last()?, next, date(*months.last()?));
        *expressions.last_mut()? = last;
        Some(Parsed { expressions, next })
    }

    /// `May-June 1862`, which is one word.
    pub(super) fn month_pair(self, index: usize) -> Option<Parsed> {
        let (first, second) = self.words.raw(index).split_once('-')?;
        let month = |word| match lexicon::look_up(word)? {
            Term::Month(month) | Term::DoubtfulMonth(month) => Some(month),
            _ => None,
        };
        let (first, second) = (month(first)?, month(second)?);
        let (year, next) = self.year_of_month(index + 1, second);
        let of = |month| Written::of_month(month, year);
        let fits = first < second && matches!(year, Year::Full(_));
        fits.then(|| self.one(index, next, Meaning::Duration(of(first), of(second))))
    }

    /// `3-May-1862`.
    pub(super) fn hyphened(self, index: usize) -> Option<Parsed> {
        if self.words.after(index) != "-" || self.words.after(index + 1) != "-" {
            return None;
        }
        let (day, at) = self.day(index)?;
        let month = self.month(at)?;
        let year = year_number(self.words.raw(at + 1))?;
        let written = Written::in_month(day, month, Year::Full(year));
        Some(self.one(index, at + 2, Meaning::Date(written)))
    }

    /// `Christmas-day`, `Fête-Dieu`, `Whit-Sunday`.
    pub(super) fn hyphenated_feast(self, index: usize) -> Option<Parsed> {
        let word = self.words.raw(index);
        let first = word.split_once('-')?.0;
        let capital = self.words.shape(index) == Some(Shape::Capital);
        let feast = matches!(lexicon::look_up(first), Some(Term::Feast));
        if capital && feast { self.feast(index, false) } else { None }
    }
}

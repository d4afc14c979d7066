//! Years of our era, and dates that were written close to a word.

use super::super::lexicon::{day_number, look_up, two_digits, year_number};
use super::super::meaning::{Meaning, Written, Year};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::source::Span;
use crate::token::Shape;

/// The length of a place and a month in one word, at least.
const SHORTEST: usize = 6;

impl Parser<'_> {
    /// `A.D. 545`, `545 A.D.`
    pub(super) fn anno_domini(self, index: usize) -> Option<Parsed> {
        let year = self.words.raw(index).parse::<i16>().ok().filter(|year| *year > 0)?;
        let is_ad = |first: usize| {
            let letters = self.words.raw(first) == "A" && self.words.raw(first + 1) == "D";
            match self.words.raw(first) {
                "AD" => Some(1),
                _ => (letters && self.words.before(first + 1).trim() == ".").then_some(2),
            }
        };
        let meaning = Meaning::Date(Written::whole_year(Year::Full(year)));
        let close = |at: usize| self.words.before(at).len() <= 3;
        for width in [1, 2] {
            let first = index.checked_sub(width);
            if let Some(first) = first.filter(|first| is_ad(*first) == Some(width)) {
                return close(index).then(|| self.one(first, index + 1, meaning));
            }
        }
        let width = is_ad(index + 1).filter(|_| self.words.before(index + 1) == " ")?;
        Some(self.one(index, index + 1 + width, meaning))
    }

    /// `12Jul44`, `120830Z JUL 44`: dates of military messages.
    pub(super) fn military(self, index: usize) -> Option<Parsed> {
        const SHORTEST: usize = 6;
        let word = self.words.raw(index);
        if word.len() < SHORTEST || !word.is_ascii() {
            return None;
        }
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let name = letters.trim_end_matches(|c: char| c.is_ascii_digit());
        let (digits, year) = (&word[..word.len() - letters.len()], &letters[name.len()..]);
        // Day, hour and minute, and the letter of the time zone.
        if digits.len() == 6 && name.len() == 1 && year.is_empty() {
            let (day, hour, minute) = (&digits[..2], &digits[2..4], &digits[4..]);
            let possible = hour < "24" && minute < "60" && name != "J";
            let month = self.month(index + 1).filter(|_| self.gap(index + 1) == " " && possible)?;
            let at = index + 2;
            let year = year_in_digits(self.words.raw(at)).filter(|_| self.gap(at) == " ")?;
            let written = Written::in_month(day_number(day)?, month, year);
            return Some(self.one(index, at + 1, Meaning::Date(written)));
        }
        let (Term::Month(month) | Term::DoubtfulMonth(month)) = look_up(name)? else {
            return None;
        };
        let written = Written::in_month(day_number(digits)?, month, year_in_digits(year)?);
        Some(self.one(index, index + 1, Meaning::Date(written)))
    }

    /// `HouseJune 29th 1819`, `WeimarMärz 3 1819`: a line end was lost between a
    /// place and a month.
    pub(super) fn glued(self, index: usize) -> Option<Parsed> {
        let before = index.checked_sub(1)?;
        let word = self.words.raw(before);
        if word.len() < SHORTEST || self.words.shape(before) != Some(Shape::Capital) {
            return None;
        }
        let capital = word.rfind(char::is_uppercase)?;
        let (place, name) = word.split_at(capital);
        if !place.ends_with(char::is_lowercase) {
            return None;
        }
        let (Term::Month(month) | Term::DoubtfulMonth(month)) = look_up(name)? else {
            return None;
        };
        let close = matches!(&*self.gap(index), " " | ". ");
        let (day, end) = self.day(index).filter(|_| close)?;
        let (year, next) = self.year_follows(end);
        let mut parsed = self.one(index, next, Meaning::Date(Written::in_month(day, month, year)));
        let start = self.words.get(before)?.span.end - u32::try_from(name.len()).ok()?;
        let date = &mut parsed.expressions[0];
        date.span = Span::new(start, date.span.end);
        matches!(year, Year::Full(_)).then_some(parsed)
    }
}

/// A year of four or two digits.
fn year_in_digits(word: &str) -> Option<Year> {
    year_number(word).map(Year::Full).or_else(|| two_digits(word).map(Year::Short))
}

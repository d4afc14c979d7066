//! Dates whose month is a number.

use super::super::lexicon::{two_digits, year_number};
use super::super::meaning::{Digits, Order, Written, Year};
use super::{Parser, Read};
use crate::token::Shape;

impl Parser<'_> {
    /// `1937-01-11`, `11.1.1937`, `28/7/1872`, `12. IV. 1873`.
    pub(super) fn in_digits(self, index: usize) -> Read {
        if self.words.shape(index)? != Shape::Number {
            return None;
        }
        if let Some((written, at)) = self.roman_month(index) {
            let (year, next) = self.year_after_digits(at);
            // “vom 31. VII. erhalten”
            let led = self.is_led(index) && self.words.after(at - 1).starts_with('.');
            return (led || year != Year::Missing).then_some((Written { year, ..written }, next));
        }
        if let Some(found) = self.in_letter_style(index) {
            return Some(found);
        }
        let separator = self.words.after(index);
        if !matches!(separator, "-" | "." | "/" | ". ") || self.words.after(index + 1) != separator
        {
            return None;
        }
        let year = |at| year_number(self.words.raw(at));
        if let (Some(year), "-") = (year(index), separator) {
            let part = |at| self.words.raw(at).parse::<i8>().ok();
            let (month, day) = (part(index + 1)?, part(index + 2)?);
            let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
            let written = Written::in_month(day, month, Year::Full(year));
            return possible.then_some((written, index + 3));
        }
        let year = match year(index + 2) {
            Some(year) if separator != "-" || self.opens_line(index) => Year::Full(year),
            _ if separator == "/"
                || separator == "-" && self.stands_in_columns(index)
                || self.is_led(index)
                || self.opens_line(index)
                || self.closes_place_line(index) =>
            {
                Year::Short(two_digits(self.words.raw(index + 2))?)
            }
            _ => return None,
        };
        let written = self.two_numbers(index)?;
        Some((Written { year, ..written }, index + 3))
    }

    /// `26/7 1890`, `26./7. 1890`: day and month with the full year apart.
    fn in_letter_style(self, index: usize) -> Read {
        let apart = matches!(self.words.before(index + 2), " " | ". " | ", ");
        if !apart || !matches!(self.words.after(index), "/" | "./") {
            return None;
        }
        let year =
            year_number(self.words.raw(index + 2)).filter(|year| (1500..2030).contains(year))?;
        let written = self.two_numbers(index).filter(|written| {
            // “3/4 1850” could be three quarters.
            written.digits != Digits::Only(Order::MonthFirst)
                && (written.digits != Digits::Either || self.is_led(index))
        })?;
        Some((Written { year: Year::Full(year), ..written }, index + 3))
    }

    /// Whether a word before it says that a day follows: “den 3. 4. 07”, which
    /// could else be the number of a section.
    fn is_led(self, index: usize) -> bool {
        const LEADERS: &[&str] = &[
            "den", "Den", "d", "am", "Am", "vom", "Vom", "zum", "seit", "bis", "ab", "le", "Le",
            "on", "On", "dated", "du", "Du",
        ];
        let leader = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        LEADERS.contains(&leader) && matches!(&*self.gap(index), " " | ". ")
    }

    /// The order in which day, month and year stand that begin with word `index`,
    /// if one of two is too large for a month.
    pub(super) fn order(self, index: usize) -> Option<Order> {
        let separator = self.words.before(index + 1);
        if !matches!(separator, "/" | "-" | ".") || self.words.before(index + 2) != separator {
            return None;
        }
        let year = self.words.raw(index + 2);
        let is_year = year_number(year).is_some()
            || two_digits(year).is_some()
                && (separator == "/" || self.opens_line(index) || self.stands_in_columns(index));
        match self.two_numbers(index).filter(|_| is_year)?.digits {
            Digits::Only(order) => Some(order),
            _ => None,
        }
    }

    /// Two numbers that are a day and a month. The day comes first unless only
    /// the American order is possible.
    fn two_numbers(self, index: usize) -> Option<Written> {
        let part = |at| {
            let word = self.words.raw(at);
            let number = word.parse::<i8>().ok().filter(|_| word.len() <= 2)?;
            (1..=31).contains(&number).then_some(number)
        };
        let (first, second) = (part(index)?, part(index + 1)?);
        let (day, month, digits) = match (first > 12, second > 12) {
            (false, false) if self.words.before(index + 1).starts_with('.') => {
                (first, second, Digits::Stops)
            }
            (false, false) => (first, second, Digits::Either),
            (true, false) => (first, second, Digits::Only(Order::DayFirst)),
            (false, true) => (second, first, Digits::Only(Order::MonthFirst)),
            (true, true) => return None,
        };
        Some(Written { digits, ..Written::in_month(day, month, Year::Missing) })
    }

    /// `28/7`, `28./7.` and `12. IV.`, only where a day is expected.
    pub(super) fn day_and_month(self, index: usize) -> Read {
        if let Some((written, at)) = self.roman_month(index) {
            let (year, next) = self.year_after_digits(at);
            return Some((Written { year, ..written }, next));
        }
        let dotted = self.words.before(index + 1) == "."
            && self.words.before(index + 2).starts_with('.')
            && self.words.raw(index).len() <= 2;
        if !dotted && !matches!(self.words.before(index + 1), "/" | "./") {
            return None;
        }
        // “3./4. VIII.” is of two days.
        if self.words.before(index + 1) == "./" && self.roman_month(index + 1).is_some() {
            return None;
        }
        let written = self.two_numbers(index)?;
        let (year, next) = self.year_after_digits(index + 2);
        // “4.30. The guns began again.” is a time of day.
        let time =
            dotted && year == Year::Missing && written.digits == Digits::Only(Order::MonthFirst);
        // “10/6 net” are shillings and pence.
        let price = ["net", "nett", "each", "cloth", "post", "per"];
        let price = year == Year::Missing && price.contains(&self.words.raw(next));
        (!time && !price).then_some((Written { year, ..written }, next))
    }

    /// A year of two or four digits after a stop.
    pub(super) fn year_after_digits(self, index: usize) -> (Year, usize) {
        let close = matches!(self.words.before(index), "." | ". " | "/" | "-" | " ");
        let word = self.words.raw(index);
        let dotted = self.words.before(index) != " " || self.ends_line(index);
        let year = year_number(word)
            .map(Year::Full)
            .or_else(|| two_digits(word).filter(|_| dotted).map(Year::Short))
            .filter(|_| close);
        year.map_or((Year::Missing, index), |year| (year, index + 1))
    }

    /// Whether the numbers stand alone in a line or with a word after them:
    /// `5-10-63`, `12-28-58 Reading`.
    fn opens_line(self, index: usize) -> bool {
        let begins = index == 0 || self.words.before(index).ends_with('\n');
        let named = self.words.shape(index + 3) == Some(Shape::Capital);
        begins && (self.ends_line(index + 2) || named && self.ends_line(index + 3))
    }

    /// Whether the numbers stand in a column of their own, as in the first line of a
    /// telegram, or behind the time of day: `PORTLAND   8-11-47   1-17 PM`, `8:30 a.m.,
    /// 7-7-47`.
    fn stands_in_columns(self, index: usize) -> bool {
        let (before, after) = (self.words.before(index), self.words.after(index + 2));
        let begins = before.ends_with("  ") || before.ends_with('\n') || index == 0;
        let ends = after.starts_with("  ") || after.trim_end_matches(' ').starts_with('\n');
        let behind = index
            .checked_sub(1)
            .is_some_and(|at| matches!(self.words.raw(at), "m" | "AM" | "PM" | "am" | "pm" | "M"));
        let behind = behind && matches!(before, "., " | ", ") && !after.starts_with(['-', '/']);
        let late = two_digits(self.words.raw(index + 2)).is_some_and(|year| year > 31);
        late && (begins && ends && !before.is_empty() || behind)
    }

    /// Whether the numbers are all that follows a place in a line: `Wronke, 21. 11. 16.`
    fn closes_place_line(self, index: usize) -> bool {
        const MOST: usize = 5;
        if self.words.before(index) != ", " || !self.ends_line(index + 2) {
            return false;
        }
        let opens = |at: usize| at == 0 || self.words.before(at).contains('\n');
        let word = |at: usize| {
            !matches!(self.words.shape(at), Some(Shape::Number) | None)
                && (self.words.shape(at) != Some(Shape::Lower) || self.words.raw(at).len() <= 3)
        };
        for at in (index.saturating_sub(MOST)..index).rev().take_while(|at| word(*at)) {
            if opens(at) {
                return self.words.shape(at) == Some(Shape::Capital);
            }
        }
        false
    }

    /// Whether the line ends with the word: `den 17/1 71`.
    pub(super) fn ends_line(self, index: usize) -> bool {
        let rest = self.words.after(index).trim_start_matches(['.', ' ']);
        rest.starts_with('\n') || rest.is_empty() && self.words.get(index + 1).is_none()
    }

    /// `12. IV.`, `3/XII`, `4-IX-39`, `12.iii.53`, `3 IX 1939`: the month in Roman
    /// numerals.
    pub(super) fn roman_month(self, index: usize) -> Read {
        const ROMAN: [&str; 12] =
            ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let (separator, word) = (self.words.before(index + 1), self.words.raw(index + 1));
        if !matches!(separator, "." | ". " | "/" | "-" | " ") || word.len() > 4 {
            return None;
        }
        let at = ROMAN.iter().position(|known| known.eq_ignore_ascii_case(word))?;
        let (day, _) = self.day(index)?;
        let (after, year) = (self.words.after(index + 1), self.words.raw(index + 2));
        let full = year_number(year).is_some();
        let short = full || two_digits(year).is_some();
        let told = match separator {
            " " => full && after == " " && *word == *ROMAN[at],
            "-" => short && after == "-",
            // “Hamlet, 3.iv.24”
            _ if *word != *ROMAN[at] => {
                let scene = day <= 5 && !self.is_led(index) && !self.opens_line(index);
                after == separator && (full || short && !scene)
            }
            // “5. I went”
            _ => after.starts_with(['.', '/']) || full,
        };
        let month = i8::try_from(at + 1).ok().filter(|_| told)?;
        Some((Written::in_month(day, month, Year::Missing), index + 2))
    }
}

//! Single dates.

use super::super::lexicon::{Term, two_digits, year_number};
use super::{Parser, Read, Written, Year};
use crate::token::Shape;

/// What is counted with numbers that could be years.
const COUNTED: &[&str] = &[
    "acres", "copies", "dollars", "fathoms", "feet", "francs", "horses", "inhabitants", "lines",
    "marks", "men", "miles", "others", "pages", "people", "persons", "pounds", "rupees",
    "soldiers", "souls", "tons", "troops", "volumes", "women", "words", "yards", "years",
];

/// What stands before a number that is no day.
const NUMBERED: &[&str] = &[
    "Bd", "Heft", "No", "Nos", "Nr", "S", "Vol", "chap", "n", "no", "nos", "nr", "p", "pp", "vol",
    "№",
];

impl Parser<'_> {
    /// A date; one that is only a year needs something before it that tells.
    pub(super) fn date(self, index: usize) -> Read {
        match self.weekday(index).filter(|_| self.is_soft(index)) {
            Some(weekday) => {
                let (written, next) = self.with_day(self.skip_the(index + 1))?;
                Some((Written { weekday: Some(weekday), ..written }, next))
            }
            None => self
                .with_day(index)
                .or_else(|| self.month_and_year(index).filter(|read| read.0.year != Year::Missing))
                .or_else(|| self.year_alone(index)),
        }
    }

    /// A date after a word that makes a bare year one.
    pub(super) fn date_within(self, index: usize) -> Read {
        let index = self.skip_the(index);
        self.date(index).or_else(|| self.bare_year(index))
    }

    fn with_day(self, index: usize) -> Read {
        self.month_day_year(index)
            .or_else(|| self.day_month_year(index))
            .or_else(|| self.in_digits(index))
    }

    /// `May 8`, `Jan. 1st, 1937`, `June the 3d`.
    fn month_day_year(self, index: usize) -> Read {
        let month = self.month(index)?;
        let (day, end) = self.day_after_month(index)?;
        let (year, next) = self.year_of_month(end, month);
        Some((Written::in_month(day, month, year), next))
    }

    /// `8 May`, `27th of December, 1831`, `11. Januar`, `second of June`.
    fn day_month_year(self, index: usize) -> Read {
        let (day, end) = self.day(index).filter(|_| !self.is_numbered(index))?;
        let (month, end) = self.month_after_day(end)?;
        let (year, next) = self.year_of_month(end, month);
        Some((Written::in_month(day, month, year), next))
    }

    /// Whether word `index` is the number of an issue, a page or the like.
    fn is_numbered(self, index: usize) -> bool {
        let label = index.checked_sub(1).map_or("", |label| self.words.raw(label));
        NUMBERED.contains(&label)
    }

    /// `September 1949`, `May, 1937`, `June of 1936`, or only the month.
    pub(super) fn month_and_year(self, index: usize) -> Read {
        let month = self.month(index)?;
        let of = usize::from(matches!(self.term(index + 1), Some(Term::Of)));
        let (year, next) = match self.year_of_month(index + 1 + of, month) {
            (Year::Missing, _) => (Year::Missing, index + 1),
            follows => follows,
        };
        Some((Written { year, month: Some(month), ..Written::default() }, next))
    }

    /// `1937-01-11`, `11.1.1937`, `28/7/1872`.
    fn in_digits(self, index: usize) -> Read {
        let separator = self.words.after(index);
        if !matches!(separator, "-" | "." | "/") || self.words.after(index + 1) != separator {
            return None;
        }
        let year = |at| year_number(self.words.raw(at));
        let part = |at| self.words.raw(at).parse::<i8>().ok();
        let (year, month, day) = match (separator, year(index), year(index + 2)) {
            ("-", Some(year), _) => (year, part(index + 1)?, part(index + 2)?),
            ("." | "/", _, Some(year)) => (year, part(index + 1)?, part(index)?),
            _ => return None,
        };
        // Day before month, unless only the American order is possible.
        let (month, day) = if month > 12 { (day, month) } else { (month, day) };
        let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
        possible.then_some((Written::in_month(day, month, Year::Full(year)), index + 3))
    }

    /// `28/7` and `28./7.`, only where a day is expected.
    pub(super) fn day_slash_month(self, index: usize) -> Read {
        let (day, month_at) = self.day(index)?;
        if !matches!(self.words.before(month_at), "/" | "./") {
            return None;
        }
        let month = self.words.raw(month_at).parse().ok();
        let month: i8 = month.filter(|month| (1..=12).contains(month))?;
        Some((Written::in_month(day, month, Year::Missing), month_at + 1))
    }

    /// A year after a preposition or in parentheses; ’34.
    fn year_alone(self, index: usize) -> Read {
        let (written, next) = self.bare_year(index)?;
        let before = self.words.before(index);
        let close = match written.year {
            Year::Short(_) => matches!(before, " ’" | " '" | " ‘"),
            _ => matches!(before, " " | "\n"),
        };
        let leader = index.checked_sub(1).and_then(|leader| self.term(leader));
        let led = matches!(leader, Some(Term::YearLeader | Term::Of | Term::To | Term::From));
        let bracketed = before.trim_end().ends_with('(');
        let counts = self.words.after(index) == " " && COUNTED.contains(&self.words.raw(index + 1));
        ((close && led || bracketed) && !counts).then_some((written, next))
    }

    /// `1937` or `’34`.
    pub(super) fn bare_year(self, index: usize) -> Read {
        let word = self.words.raw(index);
        let number_goes_on = self.words.shape(index + 1) == Some(Shape::Number)
            && matches!(self.words.after(index), "," | "." | ":");
        let year = match year_number(word) {
            Some(year) if !number_goes_on => Year::Full(year),
            _ if self.words.before(index).ends_with(['’', '\'', '‘']) => {
                Year::Short(two_digits(word)?)
            }
            _ => return None,
        };
        Some((Written::whole_year(year), index + 1))
    }
}

//! Years of reigns.

use super::super::lexicon::has_ordinal_ending;
use super::super::meaning::{Meaning, Written, Year};
use super::super::reign::{self, RegnalYear};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::token::Shape;

/// What stands between “year of” and the name of a ruler.
const TITLES: &[&str] = &[
    "the", "reign", "of", "King", "Queen", "king", "queen", "his", "her", "His", "Her", "Majesty",
    "late", "our", "Lord",
];

impl Parser<'_> {
    /// `13 Geo. III`, as in the names of statutes.
    pub(super) fn statute(self, index: usize) -> Option<Parsed> {
        let year = self.words.raw(index).parse().ok().filter(|year| (1..=65).contains(year))?;
        let name = self.words.raw(index + 1);
        let only = reign::is_ruler(name).filter(|_| self.gap(index + 1) == " ")?;
        let abbreviated = self.words.after(index + 1).starts_with('.');
        let (number, next) = match self.ruler_number(index + 2) {
            Some(number) => (number, index + 3),
            None if only && abbreviated => (1, index + 2),
            None => return None,
        };
        // “2 Henry IV, Act II”
        if name == "Henry" && year <= 3 && matches!(number, 4..=6) {
            return None;
        }
        let reign = reign::year_of_reign(name, number, year)?;
        // “24 & 25 Vict.”: the session of two years
        let pair = self.words.before(index) == " & " && index > 0;
        let before = index.checked_sub(1).filter(|_| pair);
        let start = before
            .filter(|at| self.words.raw(*at).parse::<i16>() == Ok(year - 1))
            .and_then(|at| Some((at, reign::year_of_reign(name, number, year - 1)?)));
        Some(match start {
            Some((at, first)) => {
                let both = RegnalYear { first: first.first, last: reign.last };
                self.one(at, next, Meaning::Reign(both))
            }
            None => self.one(index, next, Meaning::Reign(reign)),
        })
    }

    /// `1 & 2 Philip and Mary`, `3d and 4th of Philip and Mary`: the year of each.
    pub(super) fn years_of_two(self, index: usize) -> Option<Parsed> {
        let number = |at: usize| {
            let digits = self.words.raw(at).trim_end_matches(|c: char| c.is_ascii_alphabetic());
            digits.parse().ok().filter(|year| (1..=6).contains(year))
        };
        let and = |at: usize| match &*self.gap(at) {
            " & " | ". & " => Some(at),
            " " | ". " if self.words.raw(at) == "and" => Some(at + 1),
            _ => None,
        };
        let philip = number(index)?;
        let second = self.skip_the(and(index + 1)?);
        let mary = number(second)?;
        let of = usize::from(matches!(self.term(second + 1), Some(Term::Of)));
        let name = second + 1 + of;
        if !matches!(self.words.raw(name), "Philip" | "Phil" | "Ph") || self.gap(name) != " " {
            return None;
        }
        let last = and(name + 1).filter(|at| matches!(self.words.raw(*at), "Mary" | "Mar"))?;
        let reign = reign::of_philip_and_mary(philip, mary)?;
        Some(self.one(index, last + 1, Meaning::Reign(reign)))
    }

    /// `third year of the reign of King George IV`, `22nd of Henry VIII`.
    pub(super) fn year_of_reign(self, index: usize) -> Option<Parsed> {
        let (reign, next) = self.reign(index)?;
        Some(self.one(index, next, Meaning::Reign(reign)))
    }

    /// The year of a day of which no more is told than the year of a reign, which
    /// follows: “the 12th of November, the 30th of Henry VIII”.
    pub(super) fn year_by_reign(self, next: usize, date: Written) -> Year {
        let follows = self.gap(next) == ", " || self.gap(next) == " ";
        let led = matches!(self.words.raw(next), "in" | "the") && follows;
        let at = next + usize::from(self.words.raw(next) == "in");
        let (Some(month), Some(day), true) = (date.month, date.day, led) else {
            return Year::Missing;
        };
        let found = self.reign(self.skip_the(at));
        let year = found.and_then(|(reign, _)| reign.year_of(month, day));
        year.map_or(Year::Missing, Year::Full)
    }

    /// The year of a reign that begins with word `index`, and the word after it.
    fn reign(self, index: usize) -> Option<(RegnalYear, usize)> {
        let (year, at) = self.year_of_ruler(index)?;
        let told = self.words.raw(at) == "year";
        let of = at + usize::from(told);
        if !matches!(self.term(of), Some(Term::Of)) {
            return None;
        }
        let mut name_at = of + 1;
        while name_at < of + 9 && TITLES.contains(&self.words.raw(name_at)) {
            name_at += 1;
        }
        let name = self.words.raw(name_at);
        let only = reign::is_ruler(name).filter(|_| self.are_together(index, name_at + 1))?;
        let number_at = self.skip_the(name_at + 1);
        let (number, next) = match self.ruler_number(number_at) {
            // “the first of Henry IV’s sons”
            Some(_) if !told && self.words.raw(number_at + 1) == "s" => return None,
            Some(number) => (number, number_at + 1),
            None if only && told => (1, name_at + 1),
            None => return None,
        };
        Some((reign::year_of_reign(name, number, year)?, next))
    }

    /// The number of a year of a reign, which is an ordinal and may be beyond those
    /// of the days of a month: `37th`.
    fn year_of_ruler(self, index: usize) -> Option<(i16, usize)> {
        if let Some((day, next)) = self.day(index) {
            let ordinal = next > index + 1
                || self.words.shape(index) != Some(Shape::Number)
                || has_ordinal_ending(self.words.raw(index));
            let year = self.words.raw(next) == "year";
            return (ordinal || year).then_some((i16::from(day), next));
        }
        let word = self.words.raw(index);
        let digits = ["st", "nd", "rd", "th", "d"].iter().find_map(|end| word.strip_suffix(end))?;
        let year = digits.parse().ok().filter(|year| (32..=65).contains(year))?;
        Some((year, index + 1))
    }

    /// The number of a king: `III`, `3d`, `Third`.
    fn ruler_number(self, index: usize) -> Option<u8> {
        const ROMAN: [&str; 8] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
        if !matches!(&*self.gap(index), " " | ". " | "." | "\n") {
            return None;
        }
        let roman = ROMAN.iter().position(|known| *known == self.words.raw(index));
        let number = match (roman, self.words.shape(index)?) {
            (Some(at), _) => i8::try_from(at + 1).ok()?,
            (None, Shape::Number) => self.day(index).filter(|_| self.is_ordinal(index))?.0,
            (None, Shape::Capital) => self.day(index)?.0,
            _ => return None,
        };
        u8::try_from(number).ok()
    }
}

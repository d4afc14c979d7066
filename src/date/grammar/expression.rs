//! Expressions of one or more dates.

use super::super::lexicon::{Part, Term, Unit, may_begin, year_number};
use super::{Expression, Meaning, Parsed, Parser, Read, Written, Year};
use crate::source::{Span, offset};
use crate::token::Shape;

impl Parser<'_> {
    /// The expression that begins with word `index`.
    pub(super) fn expression(self, index: usize) -> Option<Parsed> {
        if self.words.shape(index)? == Shape::Number {
            return self.days_of_month(index).or_else(|| self.date_or_range(index));
        }
        if !may_begin(self.words.raw(index)) {
            return None;
        }
        match self.term(index)? {
            Term::Month(_) | Term::DoubtfulMonth(_) => {
                self.month_and_days(index).or_else(|| self.date_or_range(index))
            }
            Term::Weekday(_) | Term::Ordinal(_) => self.date_or_range(index),
            Term::Part(part) => self.part(index, part),
            Term::Ago => self.ago(index),
            Term::Between => self.between(index),
            Term::From => self.from(index),
            _ => None,
        }
    }

    /// A day alone, a weekday alone or with a day, or day and month in digits.
    pub(super) fn bare(self, index: usize) -> Option<Parsed> {
        let weekday = self.weekday(index);
        let start = index + usize::from(weekday.is_some());
        let day = self.day(start).filter(|_| weekday.is_none() || self.is_soft(index));
        let (written, next) = match (self.day_slash_month(start), day) {
            (Some(read), _) if weekday.is_none() => read,
            (_, Some((day, next))) => (Written { day: Some(day), ..Written::default() }, next),
            _ => (Written::default(), weekday.map(|_| start)?),
        };
        Some(self.one(index, next, Meaning::Date(Written { weekday, ..written })))
    }

    fn date_or_range(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.date(index)?;
        match self.range_end(next, first) {
            Some((second, end)) => {
                let meaning = Meaning::Duration(first.completed_by(second), second);
                Some(self.one(index, end, meaning))
            }
            None => Some(self.one(index, next, Meaning::Date(first))),
        }
    }

    /// What follows a date and makes it a range: `–1937`, `/37`, `-7`, ` to May 9`.
    pub(super) fn range_end(self, next: usize, first: Written) -> Read {
        let gap = self.words.before(next);
        let dash = matches!(gap.trim(), "-" | "–" | "/") && gap.len() <= 6;
        if dash && first.month.is_none() {
            let Year::Full(start) = first.year else { return None };
            let year = self.year_after(next, start).filter(|year| *year > start)?;
            return Some((Written::whole_year(Year::Full(year)), next + 1));
        }
        let to = gap == " " && matches!(self.term(next), Some(Term::To));
        let joined = to || (dash && gap.trim() != "/");
        if !joined {
            return None;
        }
        let (second, end) = self.date_within(next + usize::from(to))?;
        let same_kind = second.day.is_some() == first.day.is_some() && second.month.is_some();
        same_kind.then_some((second, end))
    }

    /// The second year of a range: four digits, or the last one or two.
    fn year_after(self, index: usize, start: i16) -> Option<i16> {
        let word = self.words.raw(index);
        let century = match word.len() {
            1 => start / 10 * 10,
            2 => start / 100 * 100,
            _ => return year_number(word),
        };
        Some(century + word.parse::<i16>().ok()?)
    }

    /// `May 8 and 18, 1937`, `May 8–18`: days of one month.
    fn month_and_days(self, index: usize) -> Option<Parsed> {
        let month = self.month(index)?;
        let (first, joint_at) = self.day_after_month(index)?;
        let (joint, second_at) = self.joint(joint_at)?;
        let (second, end) = self.day(second_at)?;
        if second <= first || self.month_after_day(end).is_some() {
            return None;
        }
        let (year, next) = self.year_of_month(end, month);
        let days = [first, second].map(|day| Written::in_month(day, month, year));
        Some(self.joined(joint, [index..joint_at, second_at..next], days))
    }

    /// `8 and 18 May 1937`, `8–18 May`: days of one month.
    fn days_of_month(self, index: usize) -> Option<Parsed> {
        let (first, joint_at) = self.day(index)?;
        let (joint, second_at) = self.joint(joint_at)?;
        let (second, end) = self.day(second_at)?;
        let (month, end) = self.month_after_day(end)?;
        if second <= first {
            return None;
        }
        let (year, next) = self.year_of_month(end, month);
        let days = [first, second].map(|day| Written::in_month(day, month, year));
        Some(self.joined(joint, [index..joint_at, second_at..next], days))
    }

    /// Two days, as a range or as two dates with the words given for each.
    fn joined(
        self,
        joint: Joint,
        words: [std::ops::Range<usize>; 2],
        days: [Written; 2],
    ) -> Parsed {
        let next = words[1].end;
        match joint {
            Joint::Dash => self.one(words[0].start, next, Meaning::Duration(days[0], days[1])),
            Joint::And => {
                let expressions = words.into_iter().zip(days);
                let expressions = expressions
                    .map(|(words, day)| self.spanning(words.start, words.end, Meaning::Date(day)))
                    .collect();
                Parsed { expressions, next }
            }
        }
    }

    /// `end of May, 1937`, `early 1936`.
    fn part(self, index: usize, part: Part) -> Option<Parsed> {
        let mut inner = index + 1;
        inner += usize::from(matches!(self.term(inner), Some(Term::Of | Term::YearLeader)));
        inner += usize::from(matches!(self.term(inner), Some(Term::The)));
        if !(index..inner).all(|word| self.words.after(word).trim().is_empty()) {
            return None;
        }
        let (written, next) = self.month_and_year(inner).or_else(|| self.bare_year(inner))?;
        Some(self.one(index, next, Meaning::Part(part, written)))
    }

    /// `two days ago`, of which word `ago` is the last.
    fn ago(self, ago: usize) -> Option<Parsed> {
        let index = ago.checked_sub(2)?;
        let count = match self.term(index) {
            Some(Term::Cardinal(count)) => i32::from(count),
            _ => self.words.raw(index).parse().ok().filter(|count| *count < 400)?,
        };
        let days = match self.term(index + 1)? {
            Term::Unit(Unit::Day) => count,
            Term::Unit(Unit::Week) => count * 7,
            _ => return None,
        };
        let together = (index..ago).all(|word| matches!(self.words.after(word), " " | "\n"));
        together.then(|| self.one(index, ago + 1, Meaning::Days(-days)))
    }

    /// `between 1934 and 1938`.
    fn between(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.date_within(index + 1)?;
        let (second, end) = match self.term(next) {
            Some(Term::And) => self.date_within(next + 1)?,
            _ => return None,
        };
        Some(self.one(index, end, Meaning::Between(first.completed_by(second), second)))
    }

    /// `from 1934 to 1938`, `from May 8 to June 3`.
    fn from(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.date_within(index + 1)?;
        let (second, end) = match self.term(next) {
            Some(Term::To) => self.date_within(next + 1)?,
            _ => return None,
        };
        Some(self.one(index, end, Meaning::Duration(first.completed_by(second), second)))
    }

    /// What joins two days of one month before word `index`, or with it, and
    /// the word after the joint.
    fn joint(self, index: usize) -> Option<(Joint, usize)> {
        match (self.words.before(index), self.term(index)) {
            ("-" | "–" | " – " | " - ", _) => Some((Joint::Dash, index)),
            (" & ", _) => Some((Joint::And, index)),
            (" ", Some(Term::And)) => Some((Joint::And, index + 1)),
            (" ", Some(Term::To)) => Some((Joint::Dash, index + 1)),
            _ => None,
        }
    }

    fn one(self, index: usize, next: usize, meaning: Meaning) -> Parsed {
        Parsed { expressions: vec![self.spanning(index, next, meaning)], next }
    }

    /// The expression made of the words from `index` up to `next`.
    fn spanning(self, index: usize, next: usize, meaning: Meaning) -> Expression {
        let mut span = self.words.tokens[index].span.join(self.words.tokens[next - 1].span);
        if let Meaning::Date(Written { year: Year::Short(_), month: None, .. }) = meaning {
            let apostrophe = self.words.before(index).chars().next_back();
            span = Span::new(span.start - offset(apostrophe.map_or(0, char::len_utf8)), span.end);
        }
        Expression { span, meaning }
    }
}

/// What stands between two days of one month.
#[derive(Clone, Copy)]
enum Joint {
    And,
    Dash,
}

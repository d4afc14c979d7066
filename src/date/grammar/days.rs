//! Several days of one month.

use std::ops::Range;

use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Written, Year};
use super::super::term::Term;
use super::{Parsed, Parser};

/// What stands between two days of one month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
    Comma,
    Dash,
    Slash,
}

/// Days of one month: their words and numbers, what joins the last two, and
/// the word after them.
struct Days {
    found: Vec<(Range<usize>, i8)>,
    joint: Joint,
    next: usize,
}

/// By how many days the Gregorian calendar was ahead of the Julian, from 1582
/// on: `10/21 May` is one day with two dates.
const STYLES: std::ops::RangeInclusive<i8> = 10..=13;

impl Parser<'_> {
    /// `May 8 and 18, 1937`, `May 8–18`, `June 3, 10 and 17`.
    pub(super) fn month_and_days(self, index: usize) -> Option<Parsed> {
        let month = self.month(index)?;
        let (first, next) = self.day_after_month(index)?;
        let mut days = self.days(index..next, first)?;
        // The last number may begin a date of its own; in “May 2d and 3d. July 4th” the
        // month behind it has another.
        if self.month_after_day(days.next).is_some() && self.day_after_month(days.next).is_none() {
            return None;
        }
        let (year, end) = self.year_of_month(days.next, month);
        if let Some((words, _)) = days.found.last_mut() {
            words.end = end;
        }
        days.next = end;
        self.of_month(&days, month, year)
    }

    /// `8 and 18 May 1937`, `8–18 May`, `1./2. Juni`.
    pub(super) fn days_of_month(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.day(index)?;
        let mut days = self.days(index..next, first)?;
        let (month, year, end) = match self.month_after_day(self.skip_day(days.next)) {
            Some((month, end)) => {
                let (year, end) = self.year_of_month(end, month);
                (month, year, end)
            }
            // “7. - 9. VIII. 1914”
            None => {
                let last = days.found.last().filter(|_| days.joint == Joint::Dash)?.0.start;
                let (written, at) = self.roman_month(last)?;
                let (year, end) = self.year_after_digits(at);
                let stopped = self.words.after(index).starts_with('.');
                (stopped || year != Year::Missing).then_some((written.month?, year, end))?
            }
        };
        if let Some((words, _)) = days.found.last_mut() {
            words.end = end;
        }
        days.next = end;
        self.of_month(&days, month, year)
    }

    /// The days that follow the first one, each later than the one before.
    fn days(self, first: Range<usize>, day: i8) -> Option<Days> {
        let mut days = Days { next: first.end, found: vec![(first, day)], joint: Joint::Comma };
        let mut sure = 1;
        while let Some((joint, at)) = self.joint(days.next) {
            let Some((day, next)) = self.day(at) else { break };
            let rises = days.found.last().is_some_and(|last| last.1 < day);
            let ends = matches!(joint, Joint::Dash | Joint::Slash) && days.found.len() > 1;
            if !rises || ends {
                break;
            }
            days.found.push((at..next, day));
            days.next = next;
            // “23., 24. Februar”: both have the stop of German days.
            let stopped = &*self.gap(at) == "., " && self.words.after(next - 1).starts_with('.');
            if joint == Joint::Comma && stopped {
                sure = days.found.len();
            }
            if joint != Joint::Comma {
                days.joint = joint;
                sure = days.found.len();
                if joint != Joint::And {
                    break;
                }
            }
        }
        // “September 15, 20, 1683”
        let year = &*self.gap(days.next) == ", "
            && year_number(self.words.raw(days.next)).is_some()
            && !self.is_counted(days.next);
        if days.joint == Joint::Comma && year {
            sure = days.found.len();
        }
        // A comma alone joins no days: “May 8, 15 men”.
        days.found.truncate(sure);
        days.next = days.found.last()?.0.end;
        (sure > 1).then_some(days)
    }

    fn of_month(self, days: &Days, month: i8, year: Year) -> Option<Parsed> {
        let date = |day| Written::in_month(day, month, year);
        let (first, last) = (days.found.first()?, days.found.last()?);
        let (start, pair) = (first.0.start, (date(first.1), date(last.1)));
        let meaning = match days.joint {
            Joint::And | Joint::Comma => {
                let each = |(words, day): &(Range<usize>, i8)| {
                    self.spanning(words.start, words.end, Meaning::Date(date(*day)))
                };
                let expressions = days.found.iter().map(each).collect();
                return Some(Parsed { expressions, next: days.next });
            }
            Joint::Or => Meaning::OneOf(pair.0, pair.1),
            Joint::Slash if STYLES.contains(&(last.1 - first.1)) => Meaning::Date(pair.1),
            Joint::Slash | Joint::Dash => Meaning::Duration(pair.0, pair.1),
        };
        Some(self.one(start, days.next, meaning))
    }

    /// What joins two days of one month before word `index`, or with it, and
    /// the word after the joint.
    fn joint(self, index: usize) -> Option<(Joint, usize)> {
        let term = self.term(index);
        let gap = self.gap(index);
        // A list goes on in the next line.
        let wrapped = gap.len() <= 3 && gap.matches('\n').count() == 1;
        let gap = if wrapped { gap.replace('\n', " ").into() } else { gap };
        let (joint, at) = match (&*gap, term) {
            ("-" | "–" | " – " | " - " | ".-" | ".–" | ". - " | ". – ", _) => {
                (Joint::Dash, index)
            }
            ("/" | "./", _) => (Joint::Slash, index),
            (" & " | ". & ", _) => (Joint::And, index),
            (" " | ". " | ", ", Some(Term::And)) => (Joint::And, index + 1),
            // “10. u. 11. Februar”
            (". ", _) if self.words.raw(index) == "u" => (Joint::And, index + 1),
            (" " | ". ", Some(Term::Or)) => (Joint::Or, index + 1),
            // “Apr 2 To 4 days mowing” is of an account.
            (" " | ". ", Some(Term::To)) if self.words.raw(index) != "To" => {
                (Joint::Dash, index + 1)
            }
            // “vom 3. auf den 4. Mai”
            (". ", _) if matches!(self.words.raw(index), "auf" | "zum") => (Joint::Dash, index + 1),
            (", " | "., ", _) => (Joint::Comma, index),
            _ => return None,
        };
        Some((joint, self.skip_the(at)))
    }
}

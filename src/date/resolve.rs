//! What a date means where it stands.

use super::calendar::{CalendarDate, DateValue};
use super::grammar::{Meaning, Written, Year};
use super::lexicon::Part;

/// What is known of the time of writing at a place in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The date of the diary entry or letter, as far as it is known.
    pub date: Option<CalendarDate>,
    /// A year the text as a whole is about, for dates outside any entry.
    pub year: Option<i16>,
}

/// The value of a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value.
    pub value: DateValue,
    /// Whether every part of it is written, and none concluded.
    pub explicit: bool,
    /// Whether the weekday that is written, if any, is the right one.
    pub weekday_agrees: bool,
}

impl Meaning {
    /// The value at a place, or `None` if nothing can be said or the calendar
    /// has no such date.
    ///
    /// What is left out is taken from the anchor: a day and month without a
    /// year are the last such day up to the anchor's date, ’34 is the last
    /// year ending so. Without an anchor such a date has no year (`--09-06`).
    #[must_use]
    pub fn resolve(self, anchor: Anchor) -> Option<Reading> {
        let reading = |value, explicit| Reading { value, explicit, weekday_agrees: true };
        match self {
            Self::Date(written) => {
                let date = written.resolve(anchor)?;
                let weekday_agrees = match (written.weekday, date.weekday()) {
                    (Some(written), Some(actual)) => written == actual,
                    _ => true,
                };
                Some(Reading {
                    value: DateValue::When(date),
                    explicit: written.is_explicit(),
                    weekday_agrees,
                })
            }
            Self::Duration(from, to) => {
                let explicit = from.is_explicit() && to.is_explicit();
                let (from, to) = pair(from, to, anchor)?;
                Some(reading(DateValue::Duration { from, to }, explicit))
            }
            Self::Between(first, last) => {
                let explicit = first.is_explicit() && last.is_explicit();
                let (not_before, not_after) = pair(first, last, anchor)?;
                Some(reading(DateValue::Within { not_before, not_after }, explicit))
            }
            Self::Part(part, of) => {
                let value = third(part, of.resolve(anchor)?)?;
                Some(reading(value, of.is_explicit()))
            }
            Self::Days(days) => {
                let date = anchor.date?.plus_days(days)?;
                Some(reading(DateValue::When(date), false))
            }
        }
    }
}

impl Meaning {
    /// Whether the calendar has no such date, in whatever year.
    #[must_use]
    pub fn is_impossible(self) -> bool {
        let impossible = |written: Written| match written {
            Written { year, month: Some(month), day: Some(day), .. } => {
                let year = match year {
                    Year::Full(year) => Some(year),
                    _ => None,
                };
                CalendarDate::new(year, Some(month), Some(day)).is_none()
            }
            _ => false,
        };
        match self {
            Self::Date(written) | Self::Part(_, written) => impossible(written),
            Self::Duration(from, to) | Self::Between(from, to) => {
                impossible(from) || impossible(to)
            }
            Self::Days(_) => false,
        }
    }

    /// The value of a date that begins a diary entry, given the entry before.
    ///
    /// What it leaves out continues that entry: a day without a month is in the
    /// same month or, counting afresh, in the next; a day and month without a
    /// year are within half a year of it.
    #[must_use]
    pub fn resolve_forward(self, before: Anchor) -> Option<Reading> {
        match self {
            Self::Date(written) if written.year == Year::Missing => {
                let date = written.after(before.date?)?;
                let agrees = written.weekday.is_none_or(|weekday| date.weekday() == Some(weekday));
                let value = DateValue::When(date);
                Some(Reading { value, explicit: false, weekday_agrees: agrees })
            }
            Self::Duration(first, last)
                if first.year == Year::Missing && last.year == Year::Missing =>
            {
                let from = first.after(before.date?)?;
                let value = DateValue::Duration { from, to: last.after(from)? };
                Some(Reading { value, explicit: false, weekday_agrees: true })
            }
            meaning => meaning.resolve(before),
        }
    }
}

/// How many days of a month an entry may lie before the one above it without
/// being in the next month.
const STEP_BACK: i8 = 15;

impl Written {
    /// The date that continues `before`.
    fn after(self, before: CalendarDate) -> Option<CalendarDate> {
        let year = before.year();
        let Some(month) = self.month else {
            let (month, day) = (before.month()?, self.day?);
            let restarts = before.day().is_some_and(|last| day + STEP_BACK <= last);
            return match (restarts, month) {
                (false, month) => CalendarDate::new(year, Some(month), Some(day)),
                (true, 12) => CalendarDate::new(year.map(|year| year + 1), Some(1), Some(day)),
                (true, month) => CalendarDate::new(year, Some(month + 1), Some(day)),
            };
        };
        let in_year = |year| CalendarDate::new(year, Some(month), self.day);
        let Some(last) = before.month() else { return in_year(year) };
        let year = match month - last {
            ..-6 => year.map(|year| year + 1),
            7.. => year.map(|year| year - 1),
            _ => year,
        };
        in_year(year)
    }

    /// Whether the year is written in full.
    #[must_use]
    pub fn is_explicit(self) -> bool {
        matches!(self.year, Year::Full(_))
    }

    fn resolve(self, anchor: Anchor) -> Option<CalendarDate> {
        let year = match self.year {
            Year::Full(year) => Some(year),
            Year::Short(digits) => Some(last_year_ending(digits, anchor.latest_year()?)),
            Year::Missing => {
                if self.month.is_none() && self.day.is_none() {
                    return None;
                }
                return self.without_year(anchor);
            }
        };
        CalendarDate::new(year, self.month, self.day)
    }

    fn without_year(self, anchor: Anchor) -> Option<CalendarDate> {
        let month = self.month.or_else(|| anchor.date?.month())?;
        let in_year = |year| CalendarDate::new(Some(year), Some(month), self.day);
        let Some(year) = anchor.latest_year() else {
            return CalendarDate::new(None, Some(month), self.day);
        };
        // What comes soon is as near as what is past.
        if let Some(date) = anchor.date.filter(|date| date.day().is_some())
            && let Some(day) = in_year(year).filter(|day| day.day().is_some())
            && date.plus_days(SOON).is_some_and(|soon| day.is_before(soon))
        {
            return Some(day);
        }
        let is_past = match anchor.date {
            Some(date) if date.month().is_some() => {
                let latest = date.last_day()?;
                in_year(year)
                    .and_then(CalendarDate::first_day)
                    .is_some_and(|day| key(day) <= key(latest))
            }
            _ => true,
        };
        if is_past { in_year(year) } else { in_year(year - 1) }
    }
}

/// Within how many days a date without a year is one that comes.
const SOON: i32 = 31;

impl Anchor {
    fn latest_year(self) -> Option<i16> {
        self.date.and_then(CalendarDate::year).or(self.year)
    }
}

/// Sorts dates by their first day.
fn key(date: CalendarDate) -> (i16, i8, i8) {
    (date.year().unwrap_or(0), date.month().unwrap_or(1), date.day().unwrap_or(1))
}

/// The last year up to `latest` that ends in these two digits.
fn last_year_ending(digits: i16, latest: i16) -> i16 {
    let year = latest / 100 * 100 + digits;
    if year > latest { year - 100 } else { year }
}

/// Two dates in order.
fn pair(first: Written, last: Written, anchor: Anchor) -> Option<(CalendarDate, CalendarDate)> {
    let (first, last) = (first.resolve(anchor)?, last.resolve(anchor)?);
    (key(first) <= key(last)).then_some((first, last))
}

/// The thirds of a month end on the 10th and 20th, those of a year with April
/// and August.
fn third(part: Part, of: CalendarDate) -> Option<DateValue> {
    let year = of.year();
    let (not_before, not_after) = match of.month() {
        Some(month) => {
            let last = of.last_day().and_then(CalendarDate::day);
            let day = |day| CalendarDate::new(year, Some(month), Some(day));
            match part {
                Part::Early => (day(1)?, day(10)?),
                Part::Middle => (day(11)?, day(20)?),
                Part::Late => (day(21)?, day(last?)?),
            }
        }
        None => {
            let month = |month| CalendarDate::new(year, Some(month), None);
            match part {
                Part::Early => (month(1)?, month(4)?),
                Part::Middle => (month(5)?, month(8)?),
                Part::Late => (month(9)?, month(12)?),
            }
        }
    };
    Some(DateValue::Within { not_before, not_after })
}

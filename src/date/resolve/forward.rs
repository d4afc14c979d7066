//! Dates that begin the entries of a diary, which run forward.

use super::super::calendar::{CalendarDate, DateValue};
use super::super::edtf::Edtf;
use super::super::meaning::{Meaning, Reckoning, Written, Year};
use super::super::republican;
use super::period;
use super::{Anchor, Evidence, Reading, WeekdayCheck, check_weekday};

/// How many days of a month an entry may lie before the one above it without
/// being in the next month.
const STEP_BACK: i8 = 15;

/// How many days before or after the entry above one may lie whose weekday
/// tells the month.
const NEAR: i32 = 62;

impl Meaning {
    /// The value of a date that begins a diary entry, given the entry before.
    ///
    /// What it leaves out continues that entry: a day without a month is in the
    /// same month or, counting afresh, in the next; a day and month without a
    /// year are within half a year of it; a weekday is the next such day.
    #[must_use]
    pub fn resolve_forward(self, before: Anchor) -> Option<Reading> {
        match self {
            Self::Date(written) if written.year == Year::Missing => {
                let (date, evidence) = match (before.date, before.year) {
                    (Some(date), _) if before.republican && written.is_bare() => {
                        let day = written.day?;
                        (republican::after(date, day, STEP_BACK)?, Evidence::Above)
                    }
                    (Some(date), _) => (written.after(date)?, Evidence::Above),
                    (None, Some(year)) => {
                        written.month?;
                        (written.in_year(year)?, Evidence::Above)
                    }
                    (None, None) => (written.resolve(before)?, Evidence::Partial),
                };
                Some(Reading::when(date, evidence).with_weekday(written.weekday))
            }
            Self::Duration(first, last) | Self::Between(first, last) | Self::OneOf(first, last)
                if first.year == Year::Missing && last.year == Year::Missing =>
            {
                let from = match before.date {
                    Some(date) => first.after(date),
                    None => first.resolve(before),
                }?;
                let to = last.after(from)?;
                Some(match self {
                    Self::Duration(..) => {
                        Reading::new(DateValue::Duration { from, to }, Evidence::Above)
                    }
                    Self::OneOf(..) => {
                        let edtf = Some(Edtf::OneOf(from, to));
                        Reading { edtf, ..Reading::within(from, to, Evidence::Above) }
                    }
                    _ => Reading::within(from, to, Evidence::Above),
                })
            }
            Self::Part(part, of) if of.year == Year::Missing => {
                let month = match before.date {
                    Some(date) => of.after(date),
                    None => of.resolve(before),
                }?;
                Some(Reading::new(period::third(part, month)?, Evidence::Above))
            }
            Self::Feast(..) => {
                let reading = self.resolve(Anchor { told: true, ..before })?;
                let written = reading.evidence == Evidence::Written;
                let evidence = if written { Evidence::Written } else { Evidence::Above };
                Some(Reading { evidence, ..reading })
            }
            meaning => meaning.resolve(before),
        }
    }
}

impl Written {
    /// The date that continues `before`.
    pub(super) fn after(self, before: CalendarDate) -> Option<CalendarDate> {
        if self.reckoning == Reckoning::Republic {
            let anchor = Anchor { date: Some(before), ..Anchor::default() };
            return self.resolve(anchor);
        }
        let year = before.year();
        if let Some(month) = self.month {
            let in_year = |year: Option<i16>| match year {
                Some(year) => self.in_year(year),
                None => CalendarDate::new(None, Some(month), self.day),
            };
            let Some(last) = before.month() else { return in_year(year) };
            return match month - last {
                ..=-6 => in_year(year.map(|year| year + 1)),
                7.. => in_year(year.map(|year| year - 1)),
                _ => in_year(year),
            };
        }
        let Some(day) = self.day else {
            // A weekday alone is the next one.
            return before.plus_days(1)?.next_weekday(self.weekday?);
        };
        let date = day_after(day, before);
        let agrees = |date| !matches!(check_weekday(self.weekday, date), WeekdayCheck::Contradicts);
        match date {
            Some(date) if agrees(date) => Some(date),
            _ => self.by_weekday(day, before).or(date),
        }
    }

    /// The day of the months around `before` that is the weekday told with it.
    fn by_weekday(self, day: i8, before: CalendarDate) -> Option<CalendarDate> {
        let weekday = self.weekday?;
        [0, 1, -1]
            .into_iter()
            .filter_map(|months| {
                let month = before.month_later(months)?;
                CalendarDate::new(month.year(), month.month(), Some(day))
            })
            .filter(|date| date.weekday() == Some(weekday))
            .find(|date| before.days_until(*date).is_none_or(|days| days.abs() <= NEAR))
    }
}

/// The day of the month that continues `before`.
fn day_after(day: i8, before: CalendarDate) -> Option<CalendarDate> {
    let (year, month) = (before.year(), before.month()?);
    let restarts = before.day().is_some_and(|last| day + STEP_BACK <= last);
    match (restarts, month) {
        (false, month) => CalendarDate::new(year, Some(month), Some(day)),
        (true, 12) => CalendarDate::new(year.map(|year| year + 1), Some(1), Some(day)),
        (true, month) => CalendarDate::new(year, Some(month + 1), Some(day)),
    }
}

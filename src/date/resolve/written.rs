//! The value of a date as it is written.

use super::super::calendar::{CalendarDate, DateValue};
use super::super::edtf::Edtf;
use super::super::meaning::{Doubt, Reckoning, Written, Year};
use super::super::republican;
use super::super::term::Direction;
use super::{Anchor, Evidence, Reading, key, near};

/// Within how many days a date without a year is one that comes.
const SOON: i32 = 60;

/// Within how many days a date lies that is announced.
const AHEAD: i32 = 270;

/// Within how many days the next entry tells that it is one that came.
const FAR: i32 = 130;

/// The same for a month, in months.
const SOON_MONTHS: i8 = 2;

/// The year from which January was the first month in England.
const NEW_YEAR: i16 = 1752;

impl Written {
    pub(super) fn evidence(self, anchor: Anchor) -> Evidence {
        match self.year {
            Year::Full(_) | Year::Cut { .. } => Evidence::Written,
            _ if anchor.latest_year().is_none() => Evidence::Partial,
            Year::Short(_) => Evidence::Century,
            Year::Beside(_) => Evidence::Counted,
            Year::Missing => anchor.evidence(anchor.side()),
        }
    }

    /// The value with what is said of how sure it is.
    pub(super) fn reading(self, anchor: Anchor) -> Option<Reading> {
        if let Year::Cut { known, digits } = self.year {
            return self.cut(known, digits);
        }
        if let (Reckoning::Republic, None) = (self.reckoning, self.day) {
            let day = |day| Self { day: Some(day), ..self }.resolve(anchor);
            let value = DateValue::Duration { from: day(1)?, to: day(30)? };
            return Some(Reading::new(value, self.evidence(anchor)));
        }
        if let (Year::Short(digits), Some(month), Some(day), None) =
            (self.year, self.month, self.day, anchor.latest_year())
        {
            let date = CalendarDate::new(None, Some(month), Some(day))?;
            let edtf = Some(Edtf::Century { digits, month, day });
            return Some(Reading { edtf, ..Reading::when(date, Evidence::Partial) });
        }
        let date = self.resolve(anchor)?;
        let edtf = match self.doubt {
            Doubt::None => None,
            Doubt::About => Some(Edtf::Approximate(date)),
            Doubt::Questioned => Some(Edtf::Uncertain(date)),
        };
        Some(Reading { edtf, ..Reading::when(date, self.evidence(anchor)) })
    }

    /// A date of which the end of the year is not told.
    fn cut(self, known: i16, digits: u8) -> Option<Reading> {
        let scale = 10_i16.checked_pow(u32::from(digits))?;
        let in_year = |year| CalendarDate::new(Some(year), self.month, self.day);
        let start = known.checked_mul(scale)?;
        let first = in_year(start)?;
        let last = in_year(start.checked_add(scale - 1)?)?;
        let edtf = Some(Edtf::Unknown { known, digits, month: self.month, day: self.day });
        Some(Reading { edtf, ..Reading::within(first, last, Evidence::Written) })
    }

    pub(super) fn resolve(self, anchor: Anchor) -> Option<CalendarDate> {
        if self.reckoning == Reckoning::Republic {
            let (month, day) = (self.month?, self.day?);
            return match self.year {
                Year::Full(year) => republican::gregorian(year, month, day),
                _ => republican::nearest(anchor.date?, month, day),
            };
        }
        match anchor.full_year(self.year) {
            Some(year) => self.in_year(year),
            None if matches!(self.year, Year::Beside(_)) && self.month.is_some() => {
                CalendarDate::new(None, self.month, self.day)
            }
            None if self.year != Year::Missing => None,
            None if self.month.is_some() => self.without_year(anchor),
            None => near::day(self.day?, self.weekday, anchor),
        }
    }

    /// With this year, of whatever months it counts.
    pub(super) fn in_year(self, year: i16) -> Option<CalendarDate> {
        let Some(month) = self.month.filter(|_| self.reckoning == Reckoning::Friends) else {
            return CalendarDate::new(Some(year), self.month, self.day);
        };
        let (year, month) = match month + 2 {
            _ if year >= NEW_YEAR => (year, month),
            later @ 13.. => (year + 1, later - 12),
            later => (year, later),
        };
        CalendarDate::new(Some(year), Some(month), self.day)
    }

    /// The last such day up to `date`, or the next from it on if it is not far.
    fn on_side(self, date: CalendarDate, side: Direction) -> Option<CalendarDate> {
        let (year, last) = (date.year()?, date.last_day()?);
        let find = |years: [i16; 2], fits: &dyn Fn(CalendarDate) -> bool| {
            let mut days = years.into_iter().filter_map(|year| self.in_year(year));
            days.find(|day| fits(*day))
        };
        let is_past =
            |day: CalendarDate| day.first_day().is_some_and(|first| key(first) <= key(last));
        let is_coming =
            |day: CalendarDate| day.last_day().is_some_and(|last| key(last) >= key(date));
        match side {
            Direction::Last => find([year, year - 1], &is_past),
            _ => find([year, year + 1], &is_coming)
                .filter(|day| date.days_until(*day).is_none_or(|days| days <= AHEAD)),
        }
    }

    fn without_year(self, anchor: Anchor) -> Option<CalendarDate> {
        let Some(year) = anchor.latest_year() else {
            return CalendarDate::new(None, self.month, self.day);
        };
        if anchor.told {
            return self.after(anchor.date?);
        }
        if let (Some(date), Some(side)) = (anchor.date, anchor.side())
            && let Some(found) = self.on_side(date, side)
        {
            return Some(found);
        }
        // What comes soon is as near as what is past, “on 7 February” at the end
        // of December too.
        if let Some(date) = anchor.date.filter(|date| date.day().is_some())
            && let Some(end) = soon(date, anchor.until)
        {
            let mut days = [year + 1, year].into_iter().filter_map(|year| self.in_year(year));
            if let Some(day) = days.find(|day| day.is_before(end)) {
                return Some(day);
            }
        }
        // A month that has not come yet, or a day in it where no day of writing is
        // known.
        if let (Some(month), Some(date)) = (self.month, anchor.date)
            && let (None, Some(at)) = (self.day.and(date.day()), date.month())
            && (0..=SOON_MONTHS).contains(&(month - at).rem_euclid(12))
        {
            return self.in_year(if month < at { year + 1 } else { year });
        }
        let is_past = match anchor.date {
            Some(date) if date.month().is_some() && date.year().is_some() => {
                let latest = date.last_day()?;
                self.in_year(year)
                    .and_then(CalendarDate::first_day)
                    .is_some_and(|day| key(day) <= key(latest))
            }
            _ => true,
        };
        if is_past { self.in_year(year) } else { self.in_year(year - 1) }
    }
}

/// Up to when a date without a year may lie after this one: some weeks, or up
/// to the next entry if that is not much farther.
fn soon(date: CalendarDate, until: Option<CalendarDate>) -> Option<CalendarDate> {
    let near = date.plus_days(SOON)?;
    let next = until.filter(|until| {
        near.is_before(*until) && date.days_until(*until).is_some_and(|days| days <= FAR)
    });
    Some(next.unwrap_or(near))
}

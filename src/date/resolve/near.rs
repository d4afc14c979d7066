//! Dates that are the nearest of their kind to the day of writing.

use super::super::calendar::CalendarDate;
use super::super::feast::Feast;
use super::super::lexicon::Direction;
use super::super::meaning::{Relative, Year};
use super::{Anchor, Evidence, Reading};

/// England went by the Julian calendar until September of this year.
const LAST_OLD_STYLE: i16 = 1752;

/// The day of the month that is nearest to the anchor, of those that are such
/// a weekday if there is one. A diary looks back, a narrative goes on.
pub(super) fn day(day: i8, weekday: Option<i8>, anchor: Anchor) -> Option<CalendarDate> {
    let date = anchor.date?;
    let in_month = |months| {
        let month = date.month_later(months)?;
        CalendarDate::new(month.year(), month.month(), Some(day))
    };
    if date.day().is_none() {
        return in_month(0);
    }
    let right = |found: &CalendarDate| weekday.is_none() || found.weekday() == weekday;
    let nearest = |right: &dyn Fn(&CalendarDate) -> bool| {
        [0, -1, 1]
            .into_iter()
            .filter_map(in_month)
            .filter(right)
            .min_by_key(|found| distance(date, *found, anchor.told))
    };
    nearest(&right).or_else(|| nearest(&|_| true))
}

/// How far a date is from another, in fifths of a day: what lies on the side
/// that the text does not look to is a bit farther.
fn distance(from: CalendarDate, to: CalendarDate, ahead: bool) -> i32 {
    match from.days_until(to).unwrap_or(i32::MAX / 8) {
        days if (days > 0) == ahead || days == 0 => days.abs() * 4,
        days => days.abs() * 5,
    }
}

pub(super) fn feast(feast: Feast, year: Year, anchor: Anchor) -> Option<Reading> {
    let in_year = |year| {
        let old_style = || feast.in_year(year, true);
        let is_before_reform = year < LAST_OLD_STYLE
            || year == LAST_OLD_STYLE && old_style().is_some_and(|date| date.month() < Some(9));
        if is_before_reform { old_style() } else { feast.in_year(year, false) }
    };
    if year != Year::Missing {
        let evidence = match year {
            Year::Full(_) => Evidence::Written,
            _ => Evidence::Nearest,
        };
        return Some(Reading::when(in_year(anchor.full_year(year)?)?, evidence));
    }
    let year = anchor.latest_year()?;
    let date = match anchor.date.filter(|date| date.day().is_some()) {
        Some(date) => [year, year - 1, year + 1]
            .into_iter()
            .filter_map(in_year)
            .min_by_key(|found| distance(date, *found, anchor.told))?,
        None => in_year(year)?,
    };
    Some(Reading::when(date, Evidence::Nearest))
}

pub(super) fn relative(relative: Relative, anchor: Anchor) -> Option<Reading> {
    let date = anchor.date?;
    let counted = |date| Some(Reading::when(date, Evidence::Counted));
    match relative {
        Relative::Days(days) => counted(date.plus_days(days)?),
        Relative::DayOfMonth(day, months) => {
            let month = date.month_later(months)?;
            counted(CalendarDate::new(month.year(), month.month(), Some(day))?)
        }
        Relative::Weekday(weekday, direction) => {
            let start = match direction {
                Direction::Last => date.plus_days(-7)?,
                Direction::Next => date.plus_days(1)?,
                Direction::Nearest => date.plus_days(-3)?,
            };
            Some(Reading::when(start.next_weekday(weekday)?, Evidence::Nearest))
        }
        Relative::Month(month, direction) => {
            let at = date.month()?;
            let year = match direction {
                Direction::Last if month >= at => date.year()? - 1,
                Direction::Next if month <= at => date.year()? + 1,
                Direction::Nearest if month - at > 5 => date.year()? - 1,
                Direction::Nearest if at - month > 6 => date.year()? + 1,
                _ => date.year()?,
            };
            // “in May”, written in May
            let this = direction == Direction::Last && month == at && date.day() > Some(15);
            let year = if this { date.year()? } else { year };
            let found = CalendarDate::new(Some(year), Some(month), None)?;
            Some(Reading::when(found, Evidence::Nearest))
        }
    }
}

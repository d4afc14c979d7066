//! Dates of which there are many: one lies where the sentence looks, or is the
//! nearest to the day of writing.

use super::super::calendar::CalendarDate;
use super::super::feast::Feast;
use super::super::meaning::{Relative, Year};
use super::super::republican;
use super::super::term::Direction;
use super::{Anchor, Evidence, Reading};

/// England went by the Julian calendar until September of this year.
const LAST_OLD_STYLE: i16 = 1752;

/// The year in which the calendar was reformed elsewhere, in October.
const LAST_JULIAN_EASTER: i16 = 1582;

/// The day of the month around the anchor, of those that are such a weekday if
/// there is one.
pub(super) fn day(day: i8, weekday: Option<i8>, anchor: Anchor) -> Option<CalendarDate> {
    let date = anchor.date?;
    if anchor.republican && date.day().is_some() {
        let days = [0, -1, 1].into_iter();
        return choose(date, days.filter_map(|at| republican::in_month(date, at, day)), anchor);
    }
    let in_month = |months| {
        let month = date.month_later(months)?;
        CalendarDate::new(month.year(), month.month(), Some(day))
    };
    if date.day().is_none() {
        return in_month(0);
    }
    let days = [0, -1, 1].into_iter().filter_map(in_month);
    let right = days.clone().filter(|day| weekday.is_none() || day.weekday() == weekday);
    choose(date, right, anchor).or_else(|| choose(date, days, anchor))
}

/// Of some days the one where the sentence looks that is nearest to `date`. A
/// diary looks back, a narrative goes on; a day that lies far on the one side
/// is not meant where one lies close on the other.
pub(super) fn choose(
    date: CalendarDate,
    days: impl Iterator<Item = CalendarDate>,
    anchor: Anchor,
) -> Option<CalendarDate> {
    days.min_by_key(|day| {
        let between = date.days_until(*day).unwrap_or(i32::MAX / 128);
        let (back, ahead) = match anchor.side() {
            _ if anchor.told => (5, 4),
            Some(Direction::Last) => (1, 64),
            Some(Direction::Next) => (64, 1),
            _ => (4, 5),
        };
        if between > 0 { between * ahead } else { -between * back }
    })
}

/// A feast in a year, by the calendar of its time.
fn in_year(feast: Feast, year: i16) -> Option<CalendarDate> {
    let old_style = || feast.in_year(year, true);
    let is_before_reform = match feast {
        Feast::NewEaster(_) => year <= LAST_JULIAN_EASTER,
        _ => {
            year < LAST_OLD_STYLE
                || year == LAST_OLD_STYLE && old_style().is_some_and(|date| date.month() < Some(9))
        }
    };
    if is_before_reform { old_style() } else { feast.in_year(year, false) }
}

/// The last such feast before a day, or the next after it.
fn feast_toward(feast: Feast, direction: Direction, date: CalendarDate) -> Option<CalendarDate> {
    let year = date.year()?;
    let days = |years: [i16; 2]| years.into_iter().filter_map(|year| in_year(feast, year));
    match direction {
        Direction::Last => days([year, year - 1]).find(|day| day.is_before(date)),
        _ => days([year, year + 1]).find(|day| date.is_before(*day)),
    }
}

pub(super) fn feast(feast: Feast, year: Year, anchor: Anchor) -> Option<Reading> {
    let in_year = |year| in_year(feast, year);
    if year != Year::Missing {
        let evidence = match year {
            Year::Full(_) => Evidence::Written,
            _ => Evidence::Century,
        };
        return Some(Reading::when(in_year(anchor.full_year(year)?)?, evidence));
    }
    let year = anchor.latest_year()?;
    let date = match anchor.date.filter(|date| date.day().is_some()) {
        Some(date) => {
            choose(date, [year, year - 1, year + 1].into_iter().filter_map(in_year), anchor)?
        }
        None => in_year(year)?,
    };
    Some(Reading::when(date, anchor.evidence(anchor.side())))
}

pub(super) fn relative(relative: Relative, anchor: Anchor) -> Option<Reading> {
    let date = anchor.date?;
    let counted = |date| Some(Reading::when(date, Evidence::Counted));
    match relative {
        Relative::Days(days) => counted(date.plus_days(days)?),
        Relative::Feast(feast, direction) => {
            let found = feast_toward(feast, direction, date)?;
            Some(Reading::when(found, Evidence::Counted))
        }
        Relative::Weeks(weekday, days) => {
            let past = anchor.toward == Some(Direction::Last);
            let start = match weekday {
                Some(weekday) if past => anchor.next_weekday(date.plus_days(-7)?, weekday)?,
                Some(weekday) => anchor.next_weekday(date.plus_days(1)?, weekday)?,
                None => date,
            };
            counted(start.plus_days(if past { -days } else { days })?)
        }
        Relative::BeforeLast(weekday) => {
            let last = anchor.next_weekday(date.plus_days(-7)?, weekday)?;
            counted(last.plus_days(-7)?)
        }
        Relative::DayOfMonth(day, months) if anchor.republican => {
            counted(republican::in_month(date, months, day)?)
        }
        Relative::DayOfMonth(day, months) => {
            let month = date.month_later(months)?;
            counted(CalendarDate::new(month.year(), month.month(), Some(day))?)
        }
        Relative::Weekday(weekday, said) => {
            let start = match said.or(anchor.toward) {
                _ if anchor.told && said.is_none() => date,
                // “Spent Sunday at home”, in the entry of a Sunday
                _ if said.is_none()
                    && !anchor.letter
                    && anchor.toward != Some(Direction::Next)
                    && anchor.next_weekday(date, weekday) == Some(date) =>
                {
                    date
                }
                Some(Direction::Next) => date.plus_days(1)?,
                Some(Direction::Nearest) => date.plus_days(-3)?,
                Some(Direction::Last) => date.plus_days(-7)?,
                // Where nothing tells, more is told than announced.
                None => date.plus_days(-6)?,
            };
            Some(Reading::when(anchor.next_weekday(start, weekday)?, evidence(said, anchor)))
        }
        Relative::Month(month, said) => {
            let year = date.year()? + year_of_month(month, said, date, anchor)?;
            let found = CalendarDate::new(Some(year), Some(month), None)?;
            Some(Reading::when(found, evidence(said, anchor)))
        }
    }
}

/// What a weekday or month rests on whose place may be said.
fn evidence(said: Option<Direction>, anchor: Anchor) -> Evidence {
    match said {
        Some(Direction::Last | Direction::Next) => Evidence::Counted,
        Some(Direction::Nearest) => Evidence::Nearest,
        None => anchor.evidence(anchor.toward),
    }
}

/// How many years after that of `date` a month lies.
fn year_of_month(
    month: i8,
    said: Option<Direction>,
    date: CalendarDate,
    anchor: Anchor,
) -> Option<i16> {
    // Of the time told before only the year may be known.
    let Some(at) = date.month() else { return anchor.told.then_some(0) };
    Some(match said.or(anchor.toward) {
        // “in July”, told after a day in June; it may go back a little.
        _ if anchor.told && said.is_none() => match month - at {
            ..=-4 => 1,
            9.. => -1,
            _ => 0,
        },
        // “last May” in May
        Some(Direction::Last) if month == at => {
            -i16::from(said.is_some() && date.day() <= Some(15))
        }
        Some(Direction::Last) => -i16::from(month > at),
        Some(Direction::Next) => i16::from(month < at || month == at && said.is_some()),
        _ if month - at > 5 => -1,
        _ if at - month > 6 => 1,
        _ => 0,
    })
}

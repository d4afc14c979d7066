//! Parts of months and years.

use super::super::calendar::{CalendarDate, DateValue};
use super::super::edtf::Edtf;
use super::super::term::{Part, Season};
use super::{Evidence, Reading};

/// The thirds of a month end on the 10th and 20th, those of a year with April
/// and August.
pub(super) fn third(part: Part, of: CalendarDate) -> Option<DateValue> {
    let year = of.year();
    let (not_before, not_after) = match of.month() {
        Some(month) => {
            // Of no year, it is a leap year.
            let last = of.with_year(year.unwrap_or(2000)).and_then(CalendarDate::last_day);
            let last = last.and_then(CalendarDate::day);
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

/// A season of a year. A winter of which only one year is told can be the one
/// it begins or the one it ends with.
pub(super) fn season(
    season: Season,
    year: i16,
    next_year: bool,
    evidence: Evidence,
) -> Option<Reading> {
    let month = |year, month| CalendarDate::new(Some(year), Some(month), None);
    let (first, last) = match (season, next_year) {
        (Season::Spring, false) => (month(year, 3)?, month(year, 5)?),
        (Season::Summer, false) => (month(year, 6)?, month(year, 8)?),
        (Season::Autumn, false) => (month(year, 9)?, month(year, 11)?),
        (Season::Winter, false) => (month(year - 1, 12)?, month(year + 1, 2)?),
        (Season::Winter, true) => (month(year, 12)?, month(year + 1, 2)?),
        (_, true) => return None,
    };
    let edtf = Some(Edtf::Season(year, season));
    Some(Reading { edtf, ..Reading::within(first, last, evidence) })
}

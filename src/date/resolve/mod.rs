//! What a date means where it stands.

mod forward;
mod near;
mod period;
mod written;

use super::calendar::{CalendarDate, DateValue};
use super::edtf::Edtf;
use super::meaning::{Doubt, Meaning, Written, Year};
use super::term::Direction;

/// What is known of the time of writing at a place in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The date of the diary entry or letter, or the one told last, as far as
    /// it is known.
    pub date: Option<CalendarDate>,
    /// A year the text as a whole is about, for dates outside any entry.
    pub year: Option<i16>,
    /// Whether `date` is what a narrative has come to: what follows is later,
    /// while a diary looks back.
    pub told: bool,
    /// The date of the next entry: what is told before it lies before it.
    pub until: Option<CalendarDate>,
    /// Whether `date` is that of a letter: what it tells as past lies before it,
    /// while the entry of a diary may go on for some days.
    pub letter: bool,
    /// Whether the place is a note.
    pub note: bool,
    /// Whether the place stands apart from the text, as a note without a marker
    /// does: nothing tells its year.
    pub apart: bool,
    /// Whether weekdays are those of the Julian calendar.
    pub julian: bool,
    /// Whether the months are those of the French Republic.
    pub republican: bool,
    /// Which way the sentence looks, as far as it tells.
    pub toward: Option<Direction>,
}

/// The value of a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value.
    pub value: DateValue,
    /// What of it the calendar cannot say.
    pub edtf: Option<Edtf>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Whether the weekday that is written is the right one.
    pub weekday: WeekdayCheck,
}

/// What the value of a date rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Every part of it is written.
    Written,
    /// What is left out continues the heading or the entry above.
    Above,
    /// It is counted from the date of writing: “yesterday”, “5th inst.”,
    /// “last Friday”.
    Counted,
    /// The sentence tells of what is past: it is the last such date.
    Past,
    /// The sentence tells of what is to come: it is the next such date.
    Coming,
    /// It goes on from what was told before.
    Told,
    /// Its year is that of the text.
    Year,
    /// The century of its year is that of the time of writing: ’34.
    Century,
    /// Nothing tells where it lies: it is the nearest such date.
    Nearest,
    /// It has no year, and none could be concluded.
    Partial,
}

/// Whether a weekday is that of its date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeekdayCheck {
    /// There is none, or the date is not fully known.
    #[default]
    None,
    /// It is.
    Agrees,
    /// It is in the Julian calendar.
    AgreesOldStyle,
    /// It is not.
    Contradicts,
}

impl Reading {
    fn new(value: DateValue, evidence: Evidence) -> Self {
        Self { value, edtf: None, evidence, weekday: WeekdayCheck::None }
    }

    fn when(date: CalendarDate, evidence: Evidence) -> Self {
        Self::new(DateValue::When(date), evidence)
    }

    fn within(not_before: CalendarDate, not_after: CalendarDate, evidence: Evidence) -> Self {
        Self::new(DateValue::Within { not_before, not_after }, evidence)
    }

    fn with_weekday(self, weekday: Option<i8>) -> Self {
        Self { weekday: check_weekday(weekday, self.value.start()), ..self }
    }
}

/// The last year in which a Julian date is to be thought of (Greece changed in
/// 1923).
const LAST_JULIAN: i16 = 1923;

fn check_weekday(written: Option<i8>, date: CalendarDate) -> WeekdayCheck {
    let (Some(written), Some(actual)) = (written, date.weekday()) else {
        return WeekdayCheck::None;
    };
    let old = date.year().is_some_and(|year| year <= LAST_JULIAN);
    if written == actual {
        WeekdayCheck::Agrees
    } else if old && date.julian_weekday() == Some(written) {
        WeekdayCheck::AgreesOldStyle
    } else {
        WeekdayCheck::Contradicts
    }
}

impl Meaning {
    /// The value at a place, or `None` if nothing can be said or the calendar
    /// has no such date.
    ///
    /// What is left out is taken from the anchor: a day and month without a
    /// year are the next or the last such day, as the sentence looks ahead or
    /// back, or else the nearest; ’34 is the last year ending so. Without an
    /// anchor such a date has no year (`--09-06`).
    #[must_use]
    pub fn resolve(self, anchor: Anchor) -> Option<Reading> {
        match self {
            Self::Date(written) => Some(written.reading(anchor)?.with_weekday(written.weekday)),
            Self::Duration(first, last) => {
                let (from, to, evidence) = pair(first, last, anchor)?;
                let doubts = [first.doubt, last.doubt];
                let doubted = doubts.iter().any(|doubt| *doubt != Doubt::None);
                let edtf = doubted.then_some(Edtf::Interval([from, to], doubts));
                Some(Reading { edtf, ..Reading::new(DateValue::Duration { from, to }, evidence) })
            }
            Self::Between(first, last) => {
                let (first, last, evidence) = pair(first, last, anchor)?;
                Some(Reading::within(first, last, evidence))
            }
            Self::OneOf(first, last) => {
                let (first, last, evidence) = pair(first, last, anchor)?;
                let edtf = first.year().map(|_| Edtf::OneOf(first, last));
                Some(Reading { edtf, ..Reading::within(first, last, evidence) })
            }
            Self::Open(side, date) => {
                let reading = date.reading(anchor)?;
                let value = match side {
                    Direction::Next => DateValue::NotBefore(reading.value.start()),
                    _ => DateValue::NotAfter(reading.value.end()),
                };
                Some(Reading { value, ..reading })
            }
            Self::Part(part, of) => {
                let value = period::third(part, of.resolve(anchor)?)?;
                Some(Reading::new(value, of.evidence(anchor)))
            }
            Self::Season { season, year, next_year } => {
                // “the spring of that year”, which was told
                let that = || anchor.date.filter(|date| anchor.told && date.month().is_none());
                let full = match year {
                    Year::Missing => that()?.year()?,
                    year => anchor.full_year(year)?,
                };
                let evidence = Written::whole_year(year).evidence(anchor);
                period::season(season, full, next_year, evidence)
            }
            Self::Years(first, last) => Some(Reading::within(
                CalendarDate::year_only(first)?,
                CalendarDate::year_only(last)?,
                Evidence::Written,
            )),
            Self::Tens(tens) => {
                let first = anchor.full_year(Year::Short(tens))?;
                let year = CalendarDate::year_only;
                Some(Reading::within(year(first)?, year(first + 9)?, Evidence::Century))
            }
            Self::Feast(feast, year) => near::feast(feast, year, anchor),
            Self::Reign(reign) => Some(Reading::within(reign.first, reign.last, Evidence::Written)),
            Self::Relative(relative) => near::relative(relative, anchor),
        }
    }
}

impl Anchor {
    /// Where a day or a month lies for this sentence.
    fn side(self) -> Option<Direction> {
        self.toward.filter(|toward| self.letter || *toward == Direction::Next)
    }

    /// What the place of a date rests on that does not tell it itself, and of
    /// which the sentence tells that it lies on this side.
    fn evidence(self, side: Option<Direction>) -> Evidence {
        match (self.date, side) {
            (None, _) => Evidence::Year,
            (Some(_), _) if self.told => Evidence::Told,
            (Some(_), Some(Direction::Last)) => Evidence::Past,
            (Some(_), Some(Direction::Next)) => Evidence::Coming,
            (Some(_), _) => Evidence::Nearest,
        }
    }

    /// The first day from `date` on that is this weekday.
    fn next_weekday(self, date: CalendarDate, weekday: i8) -> Option<CalendarDate> {
        if self.julian { date.next_julian_weekday(weekday) } else { date.next_weekday(weekday) }
    }

    fn latest_year(self) -> Option<i16> {
        self.date.and_then(CalendarDate::year).or(self.year)
    }

    /// A year as it is written, in full.
    fn full_year(self, year: Year) -> Option<i16> {
        match year {
            Year::Full(year) => Some(year),
            Year::Short(digits) => Some(last_year_ending(digits, self.latest_year()?)),
            Year::Beside(years) => self.latest_year()?.checked_add(years),
            Year::Missing | Year::Cut { .. } => None,
        }
    }
}

/// Sorts dates by their first day.
fn key(date: CalendarDate) -> (i16, i8, i8) {
    (date.year().unwrap_or(0), date.month().unwrap_or(1), date.day().unwrap_or(1))
}

/// How many years after the time of writing a year may lie that is told by two
/// digits.
const AHEAD: i16 = 10;

/// The last year up to `latest`, or soon after, that ends in these two digits.
fn last_year_ending(digits: i16, latest: i16) -> i16 {
    let year = latest / 100 * 100 + digits;
    match year - latest {
        later if later > AHEAD => year - 100,
        earlier if earlier <= AHEAD - 100 => year + 100,
        _ => year,
    }
}

/// Two dates in order, and what they rest on.
fn pair(
    first: Written,
    last: Written,
    anchor: Anchor,
) -> Option<(CalendarDate, CalendarDate, Evidence)> {
    let evidence = match (first.evidence(anchor), last.evidence(anchor)) {
        (Evidence::Written, Evidence::Written) => Evidence::Written,
        (Evidence::Written, other) | (other, _) => other,
    };
    let end = last.resolve(anchor)?;
    let mut start = first.resolve(anchor)?;
    // “from the 28th to the 3d”, “from November to February”
    let open = first.year == Year::Missing;
    if let Some(year) = end.year().filter(|_| open && first.month.is_some()) {
        let same = start.with_year(year).filter(|start| key(*start) <= key(end));
        start = same.or_else(|| start.with_year(year - 1))?;
    } else if key(start) > key(end) && open {
        start = start
            .month_later(-1)
            .and_then(|month| CalendarDate::new(month.year(), month.month(), first.day))?;
    }
    (key(start) <= key(end)).then_some((start, end, evidence))
}

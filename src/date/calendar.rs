//! Dates as values: what `@when` and its companions can hold.

use std::fmt;
use std::ops::Range;

use jiff::civil;

use crate::element::Attribute;

/// A date of the Gregorian calendar, as far as it is known.
///
/// It has a year, or a month, or both, and a day only with a month: `1937`,
/// `1937-05`, `1937-05-08`, `--05`, `--05-08`. It can never be a day that the
/// calendar lacks. Written as in `@when` (XML Schema Part 2, `gYear` to `date`;
/// TEI Guidelines, [13.4 Dates]). Months and days count from 1; years run from
/// 1 to 9999.
///
/// ```
/// use rubricate::date::CalendarDate;
///
/// let date = CalendarDate::new(Some(1937), Some(5), Some(8)).unwrap();
/// assert_eq!(date.to_string(), "1937-05-08");
/// assert!(CalendarDate::new(Some(1937), Some(2), Some(31)).is_none());
/// assert!(CalendarDate::new(None, Some(2), Some(29)).is_some());
/// ```
///
/// [13.4 Dates]: https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ND.html#NDDATE
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarDate {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

/// What a date expression says.
///
/// The TEI Guidelines keep two kinds of range apart: `@from` and `@to` for
/// something that lasts, `@notBefore` and `@notAfter` for a point in time that
/// lies somewhere between; `@when` stands with neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateValue {
    /// `@when`.
    When(CalendarDate),
    /// `@from` and `@to`.
    Duration {
        /// The first day, month or year.
        from: CalendarDate,
        /// The last one.
        to: CalendarDate,
    },
    /// `@notBefore` and `@notAfter`.
    Within {
        /// The earliest.
        not_before: CalendarDate,
        /// The latest.
        not_after: CalendarDate,
    },
    /// `@notBefore` alone.
    NotBefore(CalendarDate),
    /// `@notAfter` alone.
    NotAfter(CalendarDate),
}

impl CalendarDate {
    /// The date of these parts, if the calendar has it.
    #[must_use]
    pub fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let known = match (year, month, day) {
            (Some(_), None, None) | (_, Some(_), _) => {
                let year = year.unwrap_or(2000); // a leap year
                (1..=9999).contains(&year)
                    && civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok()
            }
            (None, None, _) | (Some(_), None, Some(_)) => false,
        };
        known.then_some(Self { year, month, day })
    }

    /// The date that is written as `YYYY[-MM[-DD]]`, as schemas take it.
    pub(crate) fn from_iso(words: &str) -> Option<Self> {
        let shape: String =
            words.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if !matches!(shape.as_str(), "0000" | "0000-00" | "0000-00-00") {
            return None;
        }
        let part = |at: Range<usize>| words.get(at).and_then(|digits| digits.parse().ok());
        Self::new(words[..4].parse().ok(), part(5..7), part(8..10))
    }

    /// The whole year.
    #[must_use]
    pub fn year_only(year: i16) -> Option<Self> {
        Self::new(Some(year), None, None)
    }

    /// The year, if it is known.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        self.year
    }

    /// The month from 1 to 12, if it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, if it is known.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// The first day of the period, if the year is known.
    #[must_use]
    pub fn first_day(self) -> Option<Self> {
        Self::new(self.year, Some(self.month.unwrap_or(1)), Some(self.day.unwrap_or(1)))
            .filter(|date| date.year.is_some())
    }

    /// The last day of the period, if the year is known.
    #[must_use]
    pub fn last_day(self) -> Option<Self> {
        let month = self.month.unwrap_or(12);
        let first = civil::Date::new(self.year?, month, 1).ok()?;
        Self::new(self.year, Some(month), Some(self.day.unwrap_or(first.days_in_month())))
    }

    /// The weekday from 1 (Monday) to 7, if the day is fully known.
    #[must_use]
    pub fn weekday(self) -> Option<i8> {
        Some(self.civil()?.weekday().to_monday_one_offset())
    }

    /// The weekday from 1 (Monday) to 7 that this day has in the Julian calendar,
    /// which was in use in England until 1752 and in Russia until 1918.
    #[must_use]
    pub fn julian_weekday(self) -> Option<i8> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        let shift = i32::from((14 - month) / 12);
        let years = i32::from(year) + 4800 - shift;
        let months = i32::from(month) + 12 * shift - 3;
        let number = i32::from(day) + (153 * months + 2) / 5 + 365 * years + years / 4 - 32083;
        i8::try_from(number.rem_euclid(7) + 1).ok()
    }

    /// How many days later `other` is, if both are fully known.
    #[must_use]
    pub fn days_until(self, other: Self) -> Option<i32> {
        self.civil()?.until(other.civil()?).ok().map(|span| span.get_days())
    }

    /// The same month and day in another year, if the calendar has it.
    #[must_use]
    pub fn with_year(self, year: i16) -> Option<Self> {
        Self::new(Some(year), self.month, self.day)
    }

    /// The month of this day, or its year if that is all there is.
    #[must_use]
    pub fn month_only(self) -> Self {
        Self { day: None, ..self }
    }

    /// The whole month that comes `months` later.
    #[must_use]
    pub fn month_later(self, months: i16) -> Option<Self> {
        let count = i32::from(self.year?) * 12 + i32::from(self.month? - 1) + i32::from(months);
        let month = i8::try_from(count.rem_euclid(12) + 1).ok()?;
        Self::new(Some(i16::try_from(count.div_euclid(12)).ok()?), Some(month), None)
    }

    /// This day, or the first one after it, that is such a weekday.
    #[must_use]
    pub fn next_weekday(self, weekday: i8) -> Option<Self> {
        self.plus_days(i32::from((weekday - self.weekday()?).rem_euclid(7)))
    }

    /// The same in the Julian calendar.
    #[must_use]
    pub fn next_julian_weekday(self, weekday: i8) -> Option<Self> {
        self.plus_days(i32::from((weekday - self.julian_weekday()?).rem_euclid(7)))
    }

    /// The day that comes `days` later (earlier if negative), if this day is
    /// fully known and the calendar goes that far.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        Self::from_civil(self.civil()?.checked_add(span).ok()?)
    }

    /// Whether both are fully known and this one comes first.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        matches!((self.civil(), other.civil()), (Some(one), Some(other)) if one < other)
    }

    fn civil(self) -> Option<civil::Date> {
        civil::Date::new(self.year?, self.month?, self.day?).ok()
    }

    fn from_civil(date: civil::Date) -> Option<Self> {
        Self::new(Some(date.year()), Some(date.month()), Some(date.day()))
    }
}

impl DateValue {
    /// The attributes of `date` that say it.
    #[must_use]
    pub fn attributes(self) -> Vec<(Attribute, CalendarDate)> {
        match self {
            Self::When(date) => vec![(Attribute::When, date)],
            Self::Duration { from, to } => vec![(Attribute::From, from), (Attribute::To, to)],
            Self::Within { not_before, not_after } => {
                vec![(Attribute::NotBefore, not_before), (Attribute::NotAfter, not_after)]
            }
            Self::NotBefore(date) => vec![(Attribute::NotBefore, date)],
            Self::NotAfter(date) => vec![(Attribute::NotAfter, date)],
        }
    }

    /// The date itself, or the one it begins with.
    #[must_use]
    pub fn start(self) -> CalendarDate {
        match self {
            Self::When(date) | Self::NotBefore(date) | Self::NotAfter(date) => date,
            Self::Duration { from, .. } => from,
            Self::Within { not_before, .. } => not_before,
        }
    }

    /// The date itself, or the one it ends with.
    #[must_use]
    pub fn end(self) -> CalendarDate {
        match self {
            Self::When(date) | Self::NotBefore(date) | Self::NotAfter(date) => date,
            Self::Duration { to, .. } => to,
            Self::Within { not_after, .. } => not_after,
        }
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "-")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::CalendarDate;

    fn date(year: i16, month: i8, day: i8) -> CalendarDate {
        CalendarDate::new(Some(year), Some(month), Some(day)).unwrap()
    }

    #[test]
    fn dates_of_a_schema() {
        for words in ["2019", "2019-05", "2020-02-29", "1937", "1937-05", "1936-02-29"] {
            assert_eq!(CalendarDate::from_iso(words).unwrap().to_string(), words);
        }
        for words in [
            "0000", "2019-13", "2019-02-29", "2019-00", "May 2019", "2019-5", "", "-0044", "37",
            "1937-13", "1937-02-29", "--05-08", "1937-05-08T10:00", "+937",
        ] {
            assert!(CalendarDate::from_iso(words).is_none(), "{words}");
        }
    }

    #[test]
    fn what_the_calendar_has() {
        let has = |year, month, day| CalendarDate::new(year, month, day).is_some();
        assert!(has(Some(1936), Some(2), Some(29)));
        assert!(!has(Some(1937), Some(2), Some(29)));
        assert!(!has(None, None, Some(3)));
        assert!(!has(Some(1937), None, Some(3)));
        assert!(!has(Some(0), None, None));
        assert!(!has(Some(1937), Some(13), None));
    }

    #[test]
    fn written_as_in_the_attribute() {
        let written = |year, month, day| CalendarDate::new(year, month, day).unwrap().to_string();
        assert_eq!(written(Some(873), None, None), "0873");
        assert_eq!(written(Some(1937), Some(5), None), "1937-05");
        assert_eq!(written(None, Some(5), None), "--05");
        assert_eq!(written(None, Some(3), Some(6)), "--03-06");
    }

    #[test]
    fn days_and_periods() {
        assert_eq!(date(1937, 1, 11).weekday(), Some(1));
        assert_eq!(date(1937, 1, 11).plus_days(-11), Some(date(1936, 12, 31)));
        assert_eq!(date(9999, 12, 31).plus_days(1), None);
        assert_eq!(date(1937, 1, 11).next_weekday(1), Some(date(1937, 1, 11)));
        assert_eq!(date(1937, 1, 11).next_weekday(7), Some(date(1937, 1, 17)));
        assert_eq!(date(1660, 1, 2).next_julian_weekday(7), Some(date(1660, 1, 8)));
        assert_eq!(date(1936, 12, 31).days_until(date(1937, 1, 11)), Some(11));
        assert_eq!(date(1937, 1, 11).month_later(-1).unwrap().to_string(), "1936-12");
        // Pepys wrote on a Sunday (Lord’s day) 1 January 1659/60.
        assert_eq!(date(1660, 1, 1).julian_weekday(), Some(7));
        assert_eq!(date(1917, 10, 25).julian_weekday(), Some(3));
        let february = CalendarDate::new(Some(1936), Some(2), None).unwrap();
        assert_eq!(february.last_day(), Some(date(1936, 2, 29)));
        assert_eq!(february.first_day(), Some(date(1936, 2, 1)));
        let year = CalendarDate::year_only(1936).unwrap();
        assert_eq!(year.last_day(), Some(date(1936, 12, 31)));
        assert_eq!(CalendarDate::new(None, Some(2), None).unwrap().first_day(), None);
    }
}

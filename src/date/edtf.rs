//! What a date says beyond the calendar, in the Extended Date/Time Format.

use std::fmt;

use super::calendar::CalendarDate;
use super::meaning::Doubt;
use super::term::Season;

/// A date that `@when` cannot hold, for `@when-custom`.
///
/// Written in EDTF (ISO 8601-2:2019), levels 0 to 2.
///
/// ```
/// use rubricate::date::{CalendarDate, Edtf};
///
/// let year = CalendarDate::year_only(1830).unwrap();
/// assert_eq!(Edtf::Approximate(year).to_string(), "1830~");
/// assert_eq!(Edtf::Unknown { known: 17, digits: 2, month: None, day: None }.to_string(), "17XX");
/// ```
///
/// See the [specification](https://www.loc.gov/standards/datetime/).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Edtf {
    /// A season of a year: `1936-21` is spring.
    Season(i16, Season),
    /// A year of which the last digits are not told, with what is known of the
    /// month and the day: `17XX-12-11`.
    Unknown {
        /// The digits that are told.
        known: i16,
        /// How many are not.
        digits: u8,
        /// The month.
        month: Option<i8>,
        /// The day.
        day: Option<i8>,
    },
    /// A day of a year of which only the last two digits are told, and nothing
    /// tells its century: `XX32-07-05`.
    Century {
        /// The digits.
        digits: i16,
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
    /// About then: `1830~`.
    Approximate(CalendarDate),
    /// With a question mark: `1830?`.
    Uncertain(CalendarDate),
    /// From one year to another, of which one or both are about then or have a question
    /// mark: `1600?/1671`.
    Interval([CalendarDate; 2], [Doubt; 2]),
    /// One of two: `[1937-05-17,1937-05-18]`.
    OneOf(CalendarDate, CalendarDate),
}

/// The pointer that says what `@when-custom` is written in.
pub const EDTF: &str = "https://www.loc.gov/standards/datetime/";

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Season(year, season) => write!(f, "{year:04}-{}", 21 + season as i8),
            Self::Unknown { known, digits, month, day } => {
                write!(f, "{known}{}", "X".repeat(usize::from(digits)))?;
                [month, day].into_iter().flatten().try_for_each(|part| write!(f, "-{part:02}"))
            }
            Self::Century { digits, month, day } => {
                write!(f, "XX{digits:02}-{month:02}-{day:02}")
            }
            Self::Approximate(date) => write!(f, "{date}~"),
            Self::Uncertain(date) => write!(f, "{date}?"),
            Self::Interval([from, to], doubts) => {
                let [first, last] = doubts.map(sign);
                write!(f, "{from}{first}/{to}{last}")
            }
            Self::OneOf(first, second) => write!(f, "[{first},{second}]"),
        }
    }
}

/// The sign of a doubt behind a date.
fn sign(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::None => "",
        Doubt::About => "~",
        Doubt::Questioned => "?",
    }
}

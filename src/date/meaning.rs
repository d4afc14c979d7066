//! What a date expression says, before anything is concluded.

use super::calendar::CalendarDate;
use super::feast::Feast;
use super::reign::RegnalYear;
use super::term::{Direction, Part, Season};

/// What a date expression says, before anything is concluded from its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Meaning {
    /// One date.
    Date(Written),
    /// A time that lasts from one date to another.
    Duration(Written, Written),
    /// A point of time between two dates.
    Between(Written, Written),
    /// Not later than a date, or not earlier: “[before 12 May 1863]”.
    Open(Direction, Written),
    /// One of two dates: “the 17th or 18th of May”.
    OneOf(Written, Written),
    /// A third of a month or year.
    Part(Part, Written),
    /// A season of a year; with `next_year` a winter of two: “winter 1819–20”.
    Season {
        /// The season.
        season: Season,
        /// The year in which it begins.
        year: Year,
        /// Whether the following year is named too.
        next_year: bool,
    },
    /// Whole years: a decade, a century.
    Years(i16, i16),
    /// A decade without its century: “the thirties”.
    Tens(i16),
    /// A feast.
    Feast(Feast, Year),
    /// A year of a reign.
    Reign(RegnalYear),
    /// A time told from the day of writing.
    Relative(Relative),
}

/// A time told from the day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// So many days later.
    Days(i32),
    /// A weekday, and where it lies if that is said: “last Friday”.
    Weekday(i8, Option<Direction>),
    /// A month, from 1, and where it lies if that is said.
    Month(i8, Option<Direction>),
    /// A feast, and where it lies.
    Feast(Feast, Direction),
    /// So many days, which are whole weeks, from the day of writing or from the next
    /// or last such weekday, back or ahead as the sentence looks: “Thursday week”.
    Weeks(Option<i8>, i32),
    /// A weekday before the last one: “Sunday before last”.
    BeforeLast(i8),
    /// A day of the month of writing, or of one so many months later: “the 5th
    /// ult.”.
    DayOfMonth(i8, i16),
}

/// A date as it is written, which may leave out any part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The year.
    pub year: Year,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month, from 1.
    pub day: Option<i8>,
    /// The weekday, from 1 (Monday).
    pub weekday: Option<i8>,
    /// What day and month count from.
    pub reckoning: Reckoning,
    /// What is said of how sure it is.
    pub doubt: Doubt,
    /// Whether day and month are digits, and in what order they can be read.
    pub digits: Digits,
}

/// A year as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Year {
    /// Not at all.
    #[default]
    Missing,
    /// With four digits.
    Full(i16),
    /// With the last two digits: ’34.
    Short(i16),
    /// As that of writing, or one so many years later: “of last year”.
    Beside(i16),
    /// Without the last one or two digits: `17—`.
    Cut {
        /// The digits there are.
        known: i16,
        /// How many are left out.
        digits: u8,
    },
}

/// What months are counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reckoning {
    /// The months from January on.
    #[default]
    Common,
    /// The Society of Friends numbered the months; until 1751 March was the
    /// first.
    Friends,
    /// The French Republic. The year is then one of it.
    Republic,
}

/// What a date says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing.
    #[default]
    None,
    /// `circa`.
    About,
    /// A question mark.
    Questioned,
}

/// Which part of a date in digits comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The day, as in Europe.
    #[default]
    DayFirst,
    /// The month, as in America.
    MonthFirst,
}

/// The order of day and month written as digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// They are not both digits.
    #[default]
    No,
    /// Either can come first: `5/3`.
    Either,
    /// The same with stops, with which the day comes first unless the text shows
    /// another order: `5.3.1907`.
    Stops,
    /// One is too large for a month.
    Only(Order),
}

impl Written {
    pub(super) fn in_month(day: i8, month: i8, year: Year) -> Self {
        Self { year, month: Some(month), day: Some(day), ..Self::default() }
    }

    pub(super) fn of_month(month: i8, year: Year) -> Self {
        Self { year, month: Some(month), ..Self::default() }
    }

    pub(super) fn whole_year(year: Year) -> Self {
        Self { year, ..Self::default() }
    }

    pub(super) fn day_only(day: i8) -> Self {
        Self { day: Some(day), ..Self::default() }
    }

    /// Whether the year is written in full.
    #[must_use]
    pub fn is_explicit(self) -> bool {
        matches!(self.year, Year::Full(_))
    }

    /// Whether it says no more than a day, a weekday or both.
    #[must_use]
    pub fn is_bare(self) -> bool {
        self.month.is_none() && self.year == Year::Missing
    }

    /// With the parts that `other` has and this one leaves out, which follow
    /// both: the year of `1937` in “from May 8 to June 3, 1937”.
    pub(super) fn completed_by(self, other: Self) -> Self {
        let day = self.day.is_some();
        Self {
            year: if self.year == Year::Missing { other.year } else { self.year },
            month: self.month.or(if day { other.month } else { None }),
            reckoning: if day && self.month.is_none() { other.reckoning } else { self.reckoning },
            ..self
        }
    }

    /// As read in this order.
    fn ordered(self, order: Order) -> Self {
        match (self.digits, order) {
            (Digits::Either | Digits::Stops, Order::MonthFirst) => {
                Self { day: self.month, month: self.day, digits: Digits::Only(order), ..self }
            }
            (Digits::Either | Digits::Stops, _) => Self { digits: Digits::Only(order), ..self },
            _ => self,
        }
    }

    /// The last two digits of the year, month and day.
    fn key(self) -> Option<(i16, i8, i8)> {
        let year = match self.year {
            Year::Full(year) => year % 100,
            Year::Short(year) => year,
            _ => return None,
        };
        Some((year, self.month?, self.day?))
    }

    fn is_ambiguous(self) -> bool {
        self.digits == Digits::Either && self.day != self.month
    }

    fn is_impossible(self) -> bool {
        let (Some(month), Some(day), Reckoning::Common) = (self.month, self.day, self.reckoning)
        else {
            return false;
        };
        let year = match self.year {
            Year::Full(year) => Some(year),
            _ => None,
        };
        CalendarDate::new(year, Some(month), Some(day)).is_none()
    }
}

impl Meaning {
    /// The same with digits that could be read in two orders read in this one.
    #[must_use]
    pub fn ordered(self, order: Order) -> Self {
        match self {
            Self::Date(date) => Self::Date(date.ordered(order)),
            Self::Duration(from, to) => Self::Duration(from.ordered(order), to.ordered(order)),
            Self::Between(from, to) => Self::Between(from.ordered(order), to.ordered(order)),
            Self::Open(side, date) => Self::Open(side, date.ordered(order)),
            other => other,
        }
    }

    /// Whether it is of digits that can be read in two orders.
    #[must_use]
    pub fn is_ambiguous(self) -> bool {
        self.parts().into_iter().flatten().any(Written::is_ambiguous)
    }

    /// Whether the order of a text says something of it.
    #[must_use]
    pub fn has_order(self) -> bool {
        let either = |date: Written| matches!(date.digits, Digits::Either | Digits::Stops);
        self.parts().into_iter().flatten().any(either)
    }

    /// The dates in it.
    fn parts(self) -> [Option<Written>; 2] {
        match self {
            Self::Date(date) | Self::Part(_, date) | Self::Open(_, date) => [Some(date), None],
            Self::Duration(from, to) | Self::Between(from, to) | Self::OneOf(from, to) => {
                [Some(from), Some(to)]
            }
            _ => [None, None],
        }
    }

    /// The order in which day and month can only be read, if it is of digits.
    #[must_use]
    pub fn order(self) -> Option<Order> {
        self.parts().into_iter().flatten().find_map(|date| match date.digits {
            Digits::Only(order) => Some(order),
            _ => None,
        })
    }

    /// Year, month and day, if they are told and no order is needed to read them; of the
    /// year the last two digits.
    pub(super) fn named_day(self) -> Option<(i16, i8, i8)> {
        let Self::Date(date) = self else { return None };
        (date.digits == Digits::No).then(|| date.key()).flatten()
    }

    /// The same if it is of digits that can be read in two orders, the day read first.
    pub(super) fn doubtful_day(self) -> Option<(i16, i8, i8)> {
        let Self::Date(date) = self else { return None };
        date.is_ambiguous().then(|| date.key()).flatten()
    }

    /// Whether a year is written in it, in whatever way.
    #[must_use]
    pub fn has_year(self) -> bool {
        self.parts().into_iter().flatten().any(|date| date.year != Year::Missing)
    }

    /// Whether its month is one of the French Republic, if it names a month.
    #[must_use]
    pub fn is_republican(self) -> Option<bool> {
        let named = self.parts().into_iter().flatten().rfind(|date| date.month.is_some())?;
        Some(named.reckoning == Reckoning::Republic)
    }

    /// Whether it is a day with its weekday.
    #[must_use]
    pub fn has_weekday(self) -> bool {
        matches!(self, Self::Date(Written { weekday: Some(_), day: Some(_), .. }))
    }

    /// The date if it has weekday, day and month, by which a year can be told.
    #[must_use]
    pub fn weekday_and_day(self) -> Option<Written> {
        match self {
            Self::Date(written) => Some(written),
            _ => None,
        }
        .filter(|written| {
            written.weekday.is_some()
                && written.day.is_some()
                && written.month.is_some()
                && written.reckoning == Reckoning::Common
        })
    }

    /// Whether the calendar has no such date, in whatever year.
    #[must_use]
    pub fn is_impossible(self) -> bool {
        self.parts().into_iter().flatten().any(Written::is_impossible)
    }

    /// Whether it is a date only where the day of writing is known: “the 20th”,
    /// “on Friday”, “Christmas Day”.
    #[must_use]
    pub fn needs_context(self) -> bool {
        match self {
            Self::Date(written) => written.is_bare(),
            Self::Duration(first, last) => {
                last.year == Year::Missing && (last.is_bare() || first.day.is_none())
            }
            // “17th inst.” says what it is.
            Self::Relative(Relative::DayOfMonth(..)) => false,
            Self::Feast(_, Year::Missing)
            | Self::Season { year: Year::Missing, .. }
            | Self::Relative(_)
            | Self::Tens(_) => true,
            _ => false,
        }
    }
}

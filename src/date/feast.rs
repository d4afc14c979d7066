//! Feast days, fixed and movable.

use super::calendar::CalendarDate;

/// The day of a feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Feast {
    /// A month and a day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i8),
}

/// A name of a feast: its words in lower case, whether it always means one day
/// (“Christmas” can be a season), and the day.
type Name = (&'static str, bool, Feast);

/// The names by their first words; of those that begin alike the longer first.
/// Old quarter days and feasts are those of the Book of Common Prayer.
const NAMES: &[Name] = &[
    ("all saints day", true, Feast::Fixed(11, 1)),
    ("all saints", false, Feast::Fixed(11, 1)),
    ("all souls day", true, Feast::Fixed(11, 2)),
    ("all souls", false, Feast::Fixed(11, 2)),
    ("allerheiligen", true, Feast::Fixed(11, 1)),
    ("allerseelen", true, Feast::Fixed(11, 2)),
    ("ascension day", true, Feast::Easter(39)),
    ("aschermittwoch", true, Feast::Easter(-46)),
    ("ash wednesday", true, Feast::Easter(-46)),
    ("boxing day", true, Feast::Fixed(12, 26)),
    ("candlemas day", true, Feast::Fixed(2, 2)),
    ("candlemas", false, Feast::Fixed(2, 2)),
    ("chandeleur", true, Feast::Fixed(2, 2)),
    ("christmas day", true, Feast::Fixed(12, 25)),
    ("christmas eve", true, Feast::Fixed(12, 24)),
    ("christmas", false, Feast::Fixed(12, 25)),
    ("corpus christi", true, Feast::Easter(60)),
    ("easter eve", true, Feast::Easter(-1)),
    ("easter day", true, Feast::Easter(0)),
    ("easter sunday", true, Feast::Easter(0)),
    ("easter monday", true, Feast::Easter(1)),
    ("easter tuesday", true, Feast::Easter(2)),
    ("easter", false, Feast::Easter(0)),
    ("epiphany", false, Feast::Fixed(1, 6)),
    ("fronleichnam", true, Feast::Easter(60)),
    ("good friday", true, Feast::Easter(-2)),
    ("gründonnerstag", true, Feast::Easter(-3)),
    ("heiligabend", true, Feast::Fixed(12, 24)),
    ("himmelfahrt", true, Feast::Easter(39)),
    ("karfreitag", true, Feast::Easter(-2)),
    ("lady day", true, Feast::Fixed(3, 25)),
    ("lammas day", true, Feast::Fixed(8, 1)),
    ("lammas", false, Feast::Fixed(8, 1)),
    ("mardi gras", true, Feast::Easter(-47)),
    ("martinmas", false, Feast::Fixed(11, 11)),
    ("maundy thursday", true, Feast::Easter(-3)),
    ("michaelmas day", true, Feast::Fixed(9, 29)),
    ("michaelmas", false, Feast::Fixed(9, 29)),
    ("midsummer day", true, Feast::Fixed(6, 24)),
    ("neujahr", true, Feast::Fixed(1, 1)),
    ("neujahrstag", true, Feast::Fixed(1, 1)),
    ("new years day", true, Feast::Fixed(1, 1)),
    ("new years eve", true, Feast::Fixed(12, 31)),
    ("new year day", true, Feast::Fixed(1, 1)),
    ("noël", false, Feast::Fixed(12, 25)),
    ("ostermontag", true, Feast::Easter(1)),
    ("ostern", false, Feast::Easter(0)),
    ("ostersonntag", true, Feast::Easter(0)),
    ("palm sunday", true, Feast::Easter(-7)),
    ("pentecost", false, Feast::Easter(49)),
    ("pentecôte", false, Feast::Easter(49)),
    ("pfingsten", false, Feast::Easter(49)),
    ("pfingstmontag", true, Feast::Easter(50)),
    ("pfingstsonntag", true, Feast::Easter(49)),
    ("pâques", false, Feast::Easter(0)),
    ("shrove tuesday", true, Feast::Easter(-47)),
    ("silvester", false, Feast::Fixed(12, 31)),
    ("st andrews day", true, Feast::Fixed(11, 30)),
    ("st davids day", true, Feast::Fixed(3, 1)),
    ("st georges day", true, Feast::Fixed(4, 23)),
    ("st jamess day", true, Feast::Fixed(7, 25)),
    ("st johns day", true, Feast::Fixed(6, 24)),
    ("st patricks day", true, Feast::Fixed(3, 17)),
    ("st stephens day", true, Feast::Fixed(12, 26)),
    ("st valentines day", true, Feast::Fixed(2, 14)),
    ("toussaint", true, Feast::Fixed(11, 1)),
    ("trinity sunday", true, Feast::Easter(56)),
    ("vendredi saint", true, Feast::Easter(-2)),
    ("weihnachten", false, Feast::Fixed(12, 25)),
    ("weihnachtstag", true, Feast::Fixed(12, 25)),
    ("whit monday", true, Feast::Easter(50)),
    ("whit sunday", true, Feast::Easter(49)),
    ("whit tuesday", true, Feast::Easter(51)),
    ("whitsunday", true, Feast::Easter(49)),
    ("whitsuntide", false, Feast::Easter(49)),
    ("épiphanie", true, Feast::Fixed(1, 6)),
];

/// The feast with whose name these words begin, in lower case and without
/// points and apostrophes; how many words it has, and whether it always means
/// one day.
pub(super) fn named(words: &[String]) -> Option<(Feast, usize, bool)> {
    let first = words.first()?;
    let begins = |name: &str| {
        name.split(' ').enumerate().all(|(at, part)| words.get(at).is_some_and(|word| word == part))
    };
    let start = NAMES.partition_point(|(name, ..)| first_word(name) < first.as_str());
    NAMES[start..]
        .iter()
        .take_while(|(name, ..)| first_word(name) == first)
        .find(|(name, ..)| begins(name))
        .map(|(name, is_day, feast)| (*feast, name.split(' ').count(), *is_day))
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

impl Feast {
    /// The day in a year; with Julian reckoning Easter is that of the old
    /// calendar, and the date one of it.
    #[must_use]
    pub fn in_year(self, year: i16, julian: bool) -> Option<CalendarDate> {
        match self {
            Self::Fixed(month, day) => CalendarDate::new(Some(year), Some(month), Some(day)),
            Self::Easter(days) if julian => after_julian_easter(year, days),
            Self::Easter(days) => {
                let (month, day) = easter(i32::from(year));
                let sunday = CalendarDate::new(Some(year), Some(month), Some(day))?;
                sunday.plus_days(i32::from(days))
            }
        }
    }
}

/// Month and day of Easter Sunday in the Gregorian calendar, by the method of
/// an anonymous correspondent of Nature (20 April 1876).
fn easter(year: i32) -> (i8, i8) {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    month_and_day(epact + weekday - 7 * late + 114)
}

/// Month and day of so many days after Easter Sunday in the Julian calendar,
/// counted in it.
fn after_julian_easter(year: i16, days: i8) -> Option<CalendarDate> {
    let number = i32::from(year);
    let full_moon = (19 * (number % 19) + 15) % 30;
    let weekday = (2 * (number % 4) + 4 * (number % 7) - full_moon + 34) % 7;
    let (month, day) = month_and_day(full_moon + weekday + 114);
    // From February to July both calendars have the same months, but for the
    // leap day of the Julian century years.
    let sunday = CalendarDate::new(Some(2000 + year % 4), Some(month), Some(day))?;
    let date = sunday.plus_days(i32::from(days))?;
    CalendarDate::new(Some(year), date.month(), date.day())
}

fn month_and_day(sum: i32) -> (i8, i8) {
    (i8::try_from(sum / 31).unwrap_or(4), i8::try_from(sum % 31 + 1).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::{Feast, NAMES, first_word, named};

    #[test]
    fn the_names_are_sorted() {
        assert!(NAMES.is_sorted_by_key(|(name, ..)| first_word(name)));
    }

    #[test]
    fn days() {
        let day =
            |feast: Feast, year, julian| feast.in_year(year, julian).map(|date| date.to_string());
        assert_eq!(day(Feast::Easter(0), 1819, false).as_deref(), Some("1819-04-11"));
        assert_eq!(day(Feast::Easter(0), 1937, false).as_deref(), Some("1937-03-28"));
        assert_eq!(day(Feast::Easter(49), 1866, false).as_deref(), Some("1866-05-20"));
        // Pepys kept Easter day on 22 April 1660.
        assert_eq!(day(Feast::Easter(0), 1660, true).as_deref(), Some("1660-04-22"));
        assert_eq!(day(Feast::Easter(-2), 1661, true).as_deref(), Some("1661-04-12"));
    }

    #[test]
    fn names() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(named(&words("christmas day 1866")), Some((Feast::Fixed(12, 25), 2, true)));
        assert_eq!(named(&words("christmas dinner")), Some((Feast::Fixed(12, 25), 1, false)));
        assert_eq!(named(&words("good morning")), None);
    }
}

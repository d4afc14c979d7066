//! Feast days, fixed and movable.

use super::calendar::CalendarDate;

/// The day of a feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Feast {
    /// A month and a day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// The same where the calendar was reformed in 1582.
    NewEaster(i16),
    /// The first such weekday, from 1 (Monday), from a month and day on.
    From(i8, i8, i8),
}

/// A name of a feast: its words in lower case, whether it always means one day
/// (“Christmas” can be a season), and the day.
type Name = (&'static str, bool, Feast);

/// The names by their first words; of those that begin alike the longer first.
/// Old quarter days and feasts are those of the Book of Common Prayer.
const NAMES: &[Name] = &[
    ("advent sunday", true, Feast::From(11, 27, 7)),
    ("all hallows eve", true, Feast::Fixed(10, 31)),
    ("all saints day", true, Feast::Fixed(11, 1)),
    ("all souls day", true, Feast::Fixed(11, 2)),
    ("all saints", false, Feast::Fixed(11, 1)),
    ("all souls", false, Feast::Fixed(11, 2)),
    ("allerheiligen", true, Feast::Fixed(11, 1)),
    ("allerseelen", true, Feast::Fixed(11, 2)),
    ("armistice day", true, Feast::Fixed(11, 11)),
    ("ascension day", true, Feast::Easter(39)),
    ("aschermittwoch", true, Feast::NewEaster(-46)),
    ("ash wednesday", true, Feast::Easter(-46)),
    ("assomption", true, Feast::Fixed(8, 15)),
    ("bastille day", true, Feast::Fixed(7, 14)),
    ("boxing day", true, Feast::Fixed(12, 26)),
    ("candlemas day", true, Feast::Fixed(2, 2)),
    ("candlemas", false, Feast::Fixed(2, 2)),
    ("chandeleur", true, Feast::Fixed(2, 2)),
    ("childermas", false, Feast::Fixed(12, 28)),
    ("christmas day", true, Feast::Fixed(12, 25)),
    ("christmas eve", true, Feast::Fixed(12, 24)),
    ("christmas", false, Feast::Fixed(12, 25)),
    ("christtag", true, Feast::Fixed(12, 25)),
    ("corpus christi", true, Feast::Easter(60)),
    ("dreikönig", false, Feast::Fixed(1, 6)),
    ("dreikönigstag", true, Feast::Fixed(1, 6)),
    ("easter day", true, Feast::Easter(0)),
    ("easter eve", true, Feast::Easter(-1)),
    ("easter monday", true, Feast::Easter(1)),
    ("easter sunday", true, Feast::Easter(0)),
    ("easter tuesday", true, Feast::Easter(2)),
    ("easter", false, Feast::Easter(0)),
    ("epiphany", false, Feast::Fixed(1, 6)),
    ("fastnacht", false, Feast::NewEaster(-47)),
    ("fronleichnam", true, Feast::NewEaster(60)),
    ("fête dieu", true, Feast::NewEaster(60)),
    ("good friday", true, Feast::Easter(-2)),
    ("gründonnerstag", true, Feast::NewEaster(-3)),
    ("guy fawkes day", true, Feast::Fixed(11, 5)),
    ("guy fawkes night", true, Feast::Fixed(11, 5)),
    ("halloween", true, Feast::Fixed(10, 31)),
    ("hallowmas", false, Feast::Fixed(11, 1)),
    ("heiligabend", true, Feast::Fixed(12, 24)),
    ("heilige drei könige", true, Feast::Fixed(1, 6)),
    ("heiliger abend", true, Feast::Fixed(12, 24)),
    ("himmelfahrt", true, Feast::NewEaster(39)),
    ("holy innocents day", true, Feast::Fixed(12, 28)),
    ("innocents day", true, Feast::Fixed(12, 28)),
    ("jakobi", false, Feast::Fixed(7, 25)),
    ("johannis", false, Feast::Fixed(6, 24)),
    ("johannistag", true, Feast::Fixed(6, 24)),
    ("karfreitag", true, Feast::NewEaster(-2)),
    ("karsamstag", true, Feast::NewEaster(-1)),
    ("lady day", true, Feast::Fixed(3, 25)),
    ("lammas day", true, Feast::Fixed(8, 1)),
    ("lammas", false, Feast::Fixed(8, 1)),
    ("laurentii", false, Feast::Fixed(8, 10)),
    ("lichtmess", false, Feast::Fixed(2, 2)),
    ("lichtmeß", false, Feast::Fixed(2, 2)),
    ("low sunday", true, Feast::Easter(7)),
    ("mardi gras", true, Feast::NewEaster(-47)),
    ("mariä empfängnis", true, Feast::Fixed(12, 8)),
    ("mariä geburt", true, Feast::Fixed(9, 8)),
    ("mariä himmelfahrt", true, Feast::Fixed(8, 15)),
    ("mariä lichtmess", true, Feast::Fixed(2, 2)),
    ("mariä lichtmeß", true, Feast::Fixed(2, 2)),
    ("mariä verkündigung", true, Feast::Fixed(3, 25)),
    ("martini", false, Feast::Fixed(11, 11)),
    ("martinmas", false, Feast::Fixed(11, 11)),
    ("maundy thursday", true, Feast::Easter(-3)),
    ("mercredi des cendres", true, Feast::NewEaster(-46)),
    ("michaelis", false, Feast::Fixed(9, 29)),
    ("michaelmas day", true, Feast::Fixed(9, 29)),
    ("michaelmas", false, Feast::Fixed(9, 29)),
    ("midsummer day", true, Feast::Fixed(6, 24)),
    ("neujahr", true, Feast::Fixed(1, 1)),
    ("neujahrstag", true, Feast::Fixed(1, 1)),
    ("new year day", true, Feast::Fixed(1, 1)),
    ("new years day", true, Feast::Fixed(1, 1)),
    ("new years eve", true, Feast::Fixed(12, 31)),
    ("noël", false, Feast::Fixed(12, 25)),
    ("ostermontag", true, Feast::NewEaster(1)),
    ("ostern", false, Feast::NewEaster(0)),
    ("ostersonntag", true, Feast::NewEaster(0)),
    ("palm sunday", true, Feast::Easter(-7)),
    ("palmsonntag", true, Feast::NewEaster(-7)),
    ("passion sunday", true, Feast::Easter(-14)),
    ("pentecost", false, Feast::Easter(49)),
    ("pentecôte", false, Feast::NewEaster(49)),
    ("peter und paul", true, Feast::Fixed(6, 29)),
    ("pfingsten", false, Feast::NewEaster(49)),
    ("pfingstmontag", true, Feast::NewEaster(50)),
    ("pfingstsonntag", true, Feast::NewEaster(49)),
    ("plough monday", true, Feast::From(1, 7, 1)),
    ("pâques", false, Feast::NewEaster(0)),
    ("quinquagesima sunday", true, Feast::Easter(-49)),
    ("rogation sunday", true, Feast::Easter(35)),
    ("saint barthélemy", true, Feast::Fixed(8, 24)),
    ("saint jean", true, Feast::Fixed(6, 24)),
    ("saint martin", true, Feast::Fixed(11, 11)),
    ("saint michel", true, Feast::Fixed(9, 29)),
    ("saint sylvestre", true, Feast::Fixed(12, 31)),
    ("septuagesima sunday", true, Feast::Easter(-63)),
    ("sexagesima sunday", true, Feast::Easter(-56)),
    ("shrove tuesday", true, Feast::Easter(-47)),
    ("silvester", false, Feast::Fixed(12, 31)),
    ("st john the baptist", false, Feast::Fixed(6, 24)),
    ("st andrews day", true, Feast::Fixed(11, 30)),
    ("st bartholomews day", true, Feast::Fixed(8, 24)),
    ("st davids day", true, Feast::Fixed(3, 1)),
    ("st georges day", true, Feast::Fixed(4, 23)),
    ("st jamess day", true, Feast::Fixed(7, 25)),
    ("st johns day", true, Feast::Fixed(6, 24)),
    ("st lukes day", true, Feast::Fixed(10, 18)),
    ("st nicholass day", true, Feast::Fixed(12, 6)),
    ("st patricks day", true, Feast::Fixed(3, 17)),
    ("st stephens day", true, Feast::Fixed(12, 26)),
    ("st swithins day", true, Feast::Fixed(7, 15)),
    ("st thomass day", true, Feast::Fixed(12, 21)),
    ("st valentines day", true, Feast::Fixed(2, 14)),
    ("st barnabass day", true, Feast::Fixed(6, 11)),
    ("st catherines day", true, Feast::Fixed(11, 25)),
    ("st clements day", true, Feast::Fixed(11, 23)),
    ("st crispins day", true, Feast::Fixed(10, 25)),
    ("st marks day", true, Feast::Fixed(4, 25)),
    ("st martins day", true, Feast::Fixed(11, 11)),
    ("st matthews day", true, Feast::Fixed(9, 21)),
    ("st michaels day", true, Feast::Fixed(9, 29)),
    ("st peters day", true, Feast::Fixed(6, 29)),
    ("stephanitag", true, Feast::Fixed(12, 26)),
    ("thanksgiving day", true, Feast::From(11, 24, 4)),
    ("thanksgiving", false, Feast::From(11, 24, 4)),
    ("toussaint", true, Feast::Fixed(11, 1)),
    ("trinitatis", false, Feast::NewEaster(56)),
    ("trinity sunday", true, Feast::Easter(56)),
    ("twelfth day", true, Feast::Fixed(1, 6)),
    ("twelfth night", true, Feast::Fixed(1, 5)),
    ("vendredi saint", true, Feast::NewEaster(-2)),
    ("walpurgis", false, Feast::Fixed(5, 1)),
    ("weihnachten", false, Feast::Fixed(12, 25)),
    ("weihnachtsfeiertag", true, Feast::Fixed(12, 25)),
    ("weihnachtstag", true, Feast::Fixed(12, 25)),
    ("whit monday", true, Feast::Easter(50)),
    ("whit sunday", true, Feast::Easter(49)),
    ("whit tuesday", true, Feast::Easter(51)),
    ("whitsunday", true, Feast::Easter(49)),
    ("whitsuntide", false, Feast::Easter(49)),
    ("xmas day", true, Feast::Fixed(12, 25)),
    ("xmas eve", true, Feast::Fixed(12, 24)),
    ("xmas", false, Feast::Fixed(12, 25)),
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
    /// The month by which a year that is written double, 1640/1, is the second.
    pub(super) const fn month_of_double_year(self) -> i8 {
        match self {
            Self::Fixed(month, _) | Self::From(month, ..) => month,
            Self::Easter(..-30) | Self::NewEaster(..-30) => 2,
            Self::Easter(_) | Self::NewEaster(_) => 4,
        }
    }

    /// The day that is such a weekday (from 1, Monday) and the `count`th of them after
    /// this one, or before it if negative: the third Sunday after Easter.
    pub(super) fn beside(self, weekday: i8, count: i8) -> Option<Self> {
        let count = i16::from(count);
        // From a day that is such a weekday itself it is a whole week.
        let from = |own: i8| match i16::from(weekday - own).rem_euclid(7) {
            days if count > 0 => (days - 1).rem_euclid(7) + 1 + 7 * (count - 1),
            days => days - 7 + 7 * (count + 1),
        };
        let of_easter = |days: i16| i8::try_from((days - 1).rem_euclid(7) + 1).ok();
        match self {
            Self::Easter(days) => Some(Self::Easter(days + from(of_easter(days)?))),
            Self::NewEaster(days) => Some(Self::NewEaster(days + from(of_easter(days)?))),
            Self::Fixed(month, day) => {
                let days = if count > 0 { 1 + 7 * (count - 1) } else { 7 * count };
                let (month, day) = shifted(month, day, days)?;
                Some(Self::From(month, day, weekday))
            }
            Self::From(month, day, own) => {
                let (month, day) = shifted(month, day, from(own))?;
                Some(Self::From(month, day, weekday))
            }
        }
    }

    /// The `count`th of the days from this fixed one on that are such a weekday.
    pub(super) fn on_or_after(self, weekday: i8, count: i8) -> Option<Self> {
        let Self::Fixed(month, day) = self else { return None };
        let (month, day) = shifted(month, day, 7 * (i16::from(count) - 1))?;
        Some(Self::From(month, day, weekday))
    }

    /// The day in a year; with Julian reckoning Easter is that of the old
    /// calendar, and the date one of it.
    #[must_use]
    pub fn in_year(self, year: i16, julian: bool) -> Option<CalendarDate> {
        match self {
            Self::Fixed(month, day) => CalendarDate::new(Some(year), Some(month), Some(day)),
            Self::From(month, day, weekday) => {
                let first = CalendarDate::new(Some(year), Some(month), Some(day))?;
                let written = if julian { first.julian_weekday() } else { first.weekday() }?;
                first.plus_days(i32::from((weekday - written).rem_euclid(7)))
            }
            Self::Easter(days) | Self::NewEaster(days) if julian => after_julian_easter(year, days),
            Self::Easter(days) | Self::NewEaster(days) => {
                let (month, day) = easter(i32::from(year));
                let sunday = CalendarDate::new(Some(year), Some(month), Some(day))?;
                sunday.plus_days(i32::from(days))
            }
        }
    }
}

/// Month and day of so many days later in the same year, which has no leap day.
fn shifted(month: i8, day: i8, days: i16) -> Option<(i8, i8)> {
    const YEAR: i16 = 2001;
    let date = CalendarDate::new(Some(YEAR), Some(month), Some(day))?.plus_days(days.into())?;
    (date.year() == Some(YEAR)).then_some((date.month()?, date.day()?))
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
fn after_julian_easter(year: i16, days: i16) -> Option<CalendarDate> {
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
        // Thanksgiving, and Advent Sunday in old style.
        assert_eq!(day(Feast::From(11, 24, 4), 1863, false).as_deref(), Some("1863-11-26"));
        assert_eq!(day(Feast::From(11, 27, 7), 1660, true).as_deref(), Some("1660-12-02"));
    }

    #[test]
    fn weekdays_beside_feasts() {
        let day = |feast: Option<Feast>, year| {
            feast.and_then(|feast| feast.in_year(year, true)).map(|date| date.to_string())
        };
        // The third Sunday after Trinity 1661, the Monday before St. Andrew 1461 and
        // the Friday after Candlemas 1462, by the Julian calendar.
        assert_eq!(day(Feast::Easter(56).beside(7, 3), 1661).as_deref(), Some("1661-06-30"));
        assert_eq!(day(Feast::Fixed(11, 30).beside(1, -1), 1461).as_deref(), Some("1461-11-23"));
        assert_eq!(day(Feast::Fixed(2, 2).beside(5, 1), 1462).as_deref(), Some("1462-02-05"));
        // The first Sunday in Lent, the second in Advent.
        assert_eq!(Feast::Easter(-46).beside(7, 1), Some(Feast::Easter(-42)));
        assert_eq!(Feast::From(11, 26, 6).beside(7, 2), Some(Feast::From(12, 4, 7)));
        assert_eq!(Feast::Easter(0).beside(7, -1), Some(Feast::Easter(-7)));
    }

    #[test]
    fn names() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(named(&words("christmas day 1866")), Some((Feast::Fixed(12, 25), 2, true)));
        assert_eq!(named(&words("christmas dinner")), Some((Feast::Fixed(12, 25), 1, false)));
        assert_eq!(named(&words("good morning")), None);
    }
}

//! The calendar of the French Republic.

use super::calendar::CalendarDate;

/// The day of September on which each year began, from the year I (1792). The
/// calendar was abolished in the year XIV.
const BEGINNINGS: [i8; 14] = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];

/// The Gregorian year in which the year I began.
const FIRST: i16 = 1792;

/// The Gregorian date of a day of the Republic, or of the first day of a month
/// or a year if no day or no month is told.
pub(super) fn gregorian(year: i16, month: i8, day: i8) -> Option<CalendarDate> {
    let at = usize::try_from(year - 1).ok()?;
    let first = CalendarDate::new(Some(FIRST + year - 1), Some(9), Some(*BEGINNINGS.get(at)?))?;
    let complementary = if year % 4 == 3 { 6 } else { 5 };
    let longest = if month == 13 { complementary } else { 30 };
    if !(1..=13).contains(&month) || !(1..=longest).contains(&day) {
        return None;
    }
    first.plus_days(i32::from(month - 1) * 30 + i32::from(day - 1))
}

/// The year of the Republic in which a Gregorian day lies.
pub(super) fn year_of(date: CalendarDate) -> Option<i16> {
    let after = date.year()? - FIRST;
    if after > 14 {
        return None;
    }
    (1..=14).rev().find(|year| {
        *year <= after + 1 && gregorian(*year, 1, 1).is_some_and(|first| !date.is_before(first))
    })
}

/// The day of the Republic of this month that lies nearest to a Gregorian day, or in
/// the Gregorian year of which no day is told.
pub(super) fn nearest(date: CalendarDate, month: i8, day: i8) -> Option<CalendarDate> {
    if date.day().is_none() {
        let mut days = (1..=14).filter_map(|year| gregorian(year, month, day));
        return days.find(|found| found.year() == date.year());
    }
    let year = year_of(date)?;
    let days = (year - 1..=year + 1).filter_map(|year| gregorian(year, month, day));
    days.min_by_key(|found| date.days_until(*found).map_or(i32::MAX, i32::abs))
}

/// This day of the month of the Republic in which a Gregorian day lies, or of one so
/// many months later.
pub(super) fn in_month(date: CalendarDate, months: i16, day: i8) -> Option<CalendarDate> {
    let (year, month, _) = of(date)?;
    if months == 0 {
        return gregorian(year, month, day);
    }
    let at = year * 12 + i16::from(month.min(12) - 1) + months;
    gregorian(at / 12, i8::try_from(at % 12 + 1).ok()?, day)
}

/// Year, month and day of the Republic of a Gregorian day.
fn of(date: CalendarDate) -> Option<(i16, i8, i8)> {
    let year = year_of(date)?;
    let days = i8::try_from(gregorian(year, 1, 1)?.days_until(date)? / 30).ok()?;
    let first = gregorian(year, days + 1, 1)?;
    Some((year, days + 1, i8::try_from(first.days_until(date)? + 1).ok()?))
}

/// The day of this number that continues one of the Republic: it is of the same month,
/// or of the next if it is smaller by `step` or more.
pub(super) fn after(date: CalendarDate, day: i8, step: i8) -> Option<CalendarDate> {
    let (_, _, last) = of(date)?;
    in_month(date, i16::from(day + step <= last), day)
}

/// The number of a year as it was written: `VIII`, `8`.
pub(super) fn year_number(word: &str) -> Option<i16> {
    const ROMAN: [&str; 14] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"];
    const WORDS: [&str; 14] = [
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze",
    ];
    if let Some(at) = WORDS.iter().position(|known| *known == word) {
        return i16::try_from(at + 1).ok();
    }
    let roman = ROMAN.iter().position(|known| known.eq_ignore_ascii_case(word));
    let year = roman.map_or_else(|| word.parse().ok(), |at| i16::try_from(at + 1).ok())?;
    (1..=14).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::{CalendarDate, after, gregorian, in_month, nearest, year_number, year_of};

    #[test]
    fn days_alone() {
        let day = |date: Option<CalendarDate>| date.map(|date| date.to_string());
        let prairial = gregorian(4, 9, 10).unwrap();
        assert_eq!(day(after(prairial, 17, 15)), day(gregorian(4, 9, 17)));
        assert_eq!(day(in_month(prairial, -9, 17)), day(gregorian(3, 12, 17)));
        // The complementary days end the year.
        let last = gregorian(4, 13, 4).unwrap();
        assert_eq!(day(after(last, 5, 15)), day(gregorian(4, 13, 5)));
        assert_eq!(day(after(gregorian(4, 12, 28).unwrap(), 2, 15)), day(gregorian(5, 1, 2)));
        assert_eq!(in_month(CalendarDate::new(Some(1700), Some(5), Some(1)).unwrap(), 0, 1), None);
    }

    #[test]
    fn days_of_the_republic() {
        let day = |year, month, day| gregorian(year, month, day).map(|date| date.to_string());
        // The coup of 18 Brumaire, the fall of Robespierre on 9 Thermidor.
        assert_eq!(day(8, 2, 18).as_deref(), Some("1799-11-09"));
        assert_eq!(day(2, 11, 9).as_deref(), Some("1794-07-27"));
        assert_eq!(day(14, 4, 10).as_deref(), Some("1805-12-31"));
        assert_eq!(day(3, 13, 6).as_deref(), Some("1795-09-22"));
        assert_eq!(day(8, 2, 31), None);
        assert_eq!(day(15, 1, 1), None);
        assert_eq!(year_number("VIII"), Some(8));
        assert_eq!(year_number("douze"), Some(12));
        assert_eq!(gregorian(8, 2, 18).and_then(year_of), Some(8));
        assert_eq!(gregorian(3, 1, 1).and_then(year_of), Some(3));
        let near = |date: Option<CalendarDate>, month| {
            nearest(date?, month, 5).map(|date| date.to_string())
        };
        let september = CalendarDate::new(Some(1794), Some(9), Some(20));
        assert_eq!(near(september, 1).as_deref(), Some("1794-09-26"));
        assert_eq!(near(september, 11).as_deref(), Some("1794-07-23"));
        assert_eq!(near(CalendarDate::year_only(1794), 7).as_deref(), Some("1794-03-25"));
        assert_eq!(CalendarDate::new(Some(1824), Some(5), Some(1)).and_then(year_of), None);
    }
}

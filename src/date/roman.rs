//! The Roman count of the days of a month, and years in Roman numbers.

use super::calendar::CalendarDate;
use super::meaning::Year;
use crate::roman;

/// A day of the Roman month to which others were counted down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fixed {
    /// The first day.
    Kalends,
    /// The 5th, or the 7th.
    Nones,
    /// The 13th, or the 15th.
    Ides,
}

/// The day that a word names: `Kal`, `Nonas`, `Id`.
pub(super) fn fixed_day(word: &str) -> Option<Fixed> {
    match word {
        "Kal" | "Cal" | "Kalend" | "Calend" | "Kalendas" | "Calendas" | "Kalendis" | "Calendis"
        | "kal" | "cal" | "kalendas" | "calendas" | "kl" | "Kl" | "calends" | "kalends"
        | "Calends" | "Kalends" => Some(Fixed::Kalends),
        "Non" | "Nonas" | "Nonis" | "non" | "nonas" | "nones" | "Nones" => Some(Fixed::Nones),
        "Id" | "Idus" | "Idibus" | "id" | "idus" | "ides" | "Ides" => Some(Fixed::Ides),
        _ => None,
    }
}

/// The month of a short Latin name that is no other month’s or a word elsewhere.
pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: &[(&str, i8)] = &[
        ("Ian", 1),
        ("Ianuar", 1),
        ("Januar", 1),
        ("Februar", 2),
        ("Mart", 3),
        ("Mar", 3),
        ("Mai", 5),
        ("Maij", 5),
        ("Iun", 6),
        ("Jun", 6),
        ("Iul", 7),
        ("Jul", 7),
        ("Sextil", 8),
    ];
    let known = MONTHS.iter().find(|(known, _)| *known == word);
    known.map(|found| found.1).or_else(|| adjective(word))
}

/// The month of `Idibus Martiis`, `Kalendas Maias`.
fn adjective(word: &str) -> Option<i8> {
    const STEMS: &[(&str, i8)] = &[
        ("Ianuar", 1),
        ("Januar", 1),
        ("Februar", 2),
        ("Mart", 3),
        ("April", 4),
        ("Mai", 5),
        ("Ma", 5),
        ("Iuni", 6),
        ("Iun", 6),
        ("Juni", 6),
        ("Jun", 6),
        ("Iuli", 7),
        ("Iul", 7),
        ("Juli", 7),
        ("Jul", 7),
        ("August", 8),
        ("Septembr", 9),
        ("Octobr", 10),
        ("Novembr", 11),
        ("Decembr", 12),
    ];
    let stem = ["iis", "ias", "ibus", "es", "is", "as"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    Some(STEMS.iter().find(|(known, _)| *known == stem)?.1)
}

/// How many days before it a word tells, counted with both ends: `xij`, `12`,
/// `prid.`
pub(super) fn days_before(word: &str) -> Option<i8> {
    let number = match word {
        "prid" | "pridie" | "Prid" | "Pridie" => 2,
        _ if word.bytes().all(|byte| byte.is_ascii_digit()) => word.parse().ok()?,
        _ => roman::number(word)?,
    };
    i8::try_from(number).ok().filter(|days| (2..=19).contains(days))
}

/// A day of the month in Roman numbers, perhaps with an ordinal ending: `xiij`,
/// `xvjth`, `XXVI`.
pub(super) fn day(word: &str) -> Option<i8> {
    let number = ["th", "st", "nd", "rd", "ti", "mo", "o"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word)
        .trim_end_matches(['’', '\'']);
    let counts = number.bytes().all(|byte| b"ivxjIVXJ".contains(&byte));
    let day = i8::try_from(roman::number(number)?).ok()?;
    (counts && (1..=31).contains(&day)).then_some(day)
}

/// A year in capitals, from 1400 to 1999: `MDCCXLV`.
pub(crate) fn year(word: &str) -> Option<i16> {
    let capitals = word.len() >= 3
        && word.starts_with('M')
        && word.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    let year = i16::try_from(roman::number(word)?).ok()?;
    (capitals && (1400..2000).contains(&year)).then_some(year)
}

impl Fixed {
    /// Month and day of the day so many days before it, both ends counted.
    pub(super) fn back(self, month: i8, before: i8, year: Year) -> Option<(i8, i8)> {
        let long = matches!(month, 3 | 5 | 7 | 10);
        let later = if long { 2 } else { 0 };
        let day = match self {
            Self::Kalends => 1,
            Self::Nones => 5 + later,
            Self::Ides => 13 + later,
        };
        let year = match year {
            Year::Full(year) => year,
            _ => 2001,
        };
        // The leap years are those of the Julian calendar.
        let year = if year % 4 == 0 { 2000 } else { 2001 };
        let date = CalendarDate::new(Some(year), Some(month), Some(day))?;
        let found = date.plus_days(1 - i32::from(before))?;
        Some((found.month()?, found.day()?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Fixed, Year, days_before, year};

    #[test]
    fn numbers() {
        assert_eq!(year("MDCCXLV"), Some(1745));
        assert_eq!(year("MIX"), None);
        assert_eq!(year("MILL"), None);
        assert_eq!(days_before("prid"), Some(2));
        assert_eq!(days_before("mix"), None);
    }

    #[test]
    fn days() {
        let back = |fixed: Fixed, month, before| fixed.back(month, before, Year::Missing);
        assert_eq!(back(Fixed::Kalends, 6, 12), Some((5, 21)));
        assert_eq!(back(Fixed::Ides, 3, 1), Some((3, 15)));
        assert_eq!(back(Fixed::Nones, 1, 2), Some((1, 4)));
        assert_eq!(back(Fixed::Kalends, 1, 2), Some((12, 31)));
        assert_eq!(Fixed::Kalends.back(3, 6, Year::Full(1600)), Some((2, 25)));
    }
}

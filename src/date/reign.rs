//! Years counted from a king’s accession, as in “13 Geo. III”.

use super::calendar::CalendarDate;

/// A ruler of England: the names, the number, accession and last day, each as
/// year, month and day.
type Reign = (&'static [&'static str], u8, (i16, i8, i8), (i16, i8, i8));

/// From Handbook of Dates (Royal Historical Society). Charles II counted from
/// the death of his father.
const REIGNS: &[Reign] = &[
    (&["William", "Will", "Wm"], 1, (1066, 12, 25), (1087, 9, 9)),
    (&["William", "Will", "Wm"], 2, (1087, 9, 26), (1100, 8, 2)),
    (&["Henry", "Hen"], 1, (1100, 8, 5), (1135, 12, 1)),
    (&["Stephen", "Steph"], 1, (1135, 12, 22), (1154, 10, 25)),
    (&["Henry", "Hen"], 2, (1154, 12, 19), (1189, 7, 6)),
    (&["Richard", "Ric"], 1, (1189, 9, 3), (1199, 4, 6)),
    (&["Henry", "Hen"], 3, (1216, 10, 28), (1272, 11, 16)),
    (&["Edward", "Edw"], 1, (1272, 11, 20), (1307, 7, 7)),
    (&["Edward", "Edw"], 2, (1307, 7, 8), (1327, 1, 20)),
    (&["Edward", "Edw"], 3, (1327, 1, 25), (1377, 6, 21)),
    (&["Richard", "Ric"], 2, (1377, 6, 22), (1399, 9, 29)),
    (&["Henry", "Hen"], 4, (1399, 9, 30), (1413, 3, 20)),
    (&["Henry", "Hen"], 5, (1413, 3, 21), (1422, 8, 31)),
    (&["Henry", "Hen"], 6, (1422, 9, 1), (1461, 3, 4)),
    (&["Edward", "Edw"], 4, (1461, 3, 4), (1483, 4, 9)),
    (&["Richard", "Ric"], 3, (1483, 6, 26), (1485, 8, 22)),
    (&["Henry", "Hen"], 7, (1485, 8, 22), (1509, 4, 21)),
    (&["Henry", "Hen"], 8, (1509, 4, 22), (1547, 1, 28)),
    (&["Edward", "Edw"], 6, (1547, 1, 28), (1553, 7, 6)),
    (&["Elizabeth", "Eliz"], 1, (1558, 11, 17), (1603, 3, 24)),
    (&["James", "Jas", "Jac"], 1, (1603, 3, 24), (1625, 3, 27)),
    (&["Charles", "Car", "Chas"], 1, (1625, 3, 27), (1649, 1, 30)),
    (&["Charles", "Car", "Chas"], 2, (1649, 1, 30), (1685, 2, 6)),
    (&["James", "Jas", "Jac"], 2, (1685, 2, 6), (1688, 12, 11)),
    (&["William", "Will", "Wm", "Gul"], 3, (1689, 2, 13), (1702, 3, 8)),
    (&["Anne", "Ann"], 1, (1702, 3, 8), (1714, 8, 1)),
    (&["George", "Geo"], 1, (1714, 8, 1), (1727, 6, 11)),
    (&["George", "Geo"], 2, (1727, 6, 11), (1760, 10, 25)),
    (&["George", "Geo"], 3, (1760, 10, 25), (1820, 1, 29)),
    (&["George", "Geo"], 4, (1820, 1, 29), (1830, 6, 26)),
    (&["William", "Will", "Wm", "Gul"], 4, (1830, 6, 26), (1837, 6, 20)),
    (&["Victoria", "Vict"], 1, (1837, 6, 20), (1901, 1, 22)),
    (&["Edward", "Edw"], 7, (1901, 1, 22), (1910, 5, 6)),
    (&["George", "Geo"], 5, (1910, 5, 6), (1936, 1, 20)),
];

/// A year of a reign, by its first and its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegnalYear {
    /// The first day.
    pub first: CalendarDate,
    /// The last day.
    pub last: CalendarDate,
}

impl RegnalYear {
    /// The year in which this day of a month lies within it.
    pub(super) fn year_of(self, month: i8, day: i8) -> Option<i16> {
        let years = [self.first.year()?, self.last.year()?].into_iter();
        years.into_iter().find(|year| {
            CalendarDate::new(Some(*year), Some(month), Some(day))
                .is_some_and(|date| !date.is_before(self.first) && !self.last.is_before(date))
        })
    }
}

/// The time that was in year `philip` of Philip and in year `mary` of Mary, who
/// reigned together from July 1554 on.
pub(super) fn of_philip_and_mary(philip: i16, mary: i16) -> Option<RegnalYear> {
    let day = |year, month, day| CalendarDate::new(Some(year), Some(month), Some(day));
    let (his, her) = (day(1553 + philip, 7, 25)?, day(1552 + mary, 7, 6)?);
    let first = if his.is_before(her) { her } else { his };
    let ends = [day(1554 + philip, 7, 24)?, day(1553 + mary, 7, 5)?, day(1558, 11, 17)?];
    let last = ends.into_iter().reduce(|a, b| if b.is_before(a) { b } else { a })?;
    (philip >= 1 && !last.is_before(first)).then_some(RegnalYear { first, last })
}

/// Whether a ruler has this name, and whether only one of the name is known.
pub(super) fn is_ruler(name: &str) -> Option<bool> {
    let mut found = REIGNS.iter().filter(|(names, ..)| names.contains(&name));
    let (.., number, _, _) = found.next()?;
    Some(*number == 1 && found.next().is_none())
}

/// Year `year` of the reign of the ruler of this name and number.
pub(super) fn year_of_reign(name: &str, number: u8, year: i16) -> Option<RegnalYear> {
    let (.., accession, end) =
        REIGNS.iter().find(|(names, of, ..)| *of == number && names.contains(&name))?;
    let date = |(year, month, day)| CalendarDate::new(Some(year), Some(month), Some(day));
    let first = date((accession.0 + year - 1, accession.1, accession.2))?;
    let whole = date((accession.0 + year, accession.1, accession.2))?.plus_days(-1)?;
    let end = date(*end)?;
    let last = if end.is_before(whole) { end } else { whole };
    (year >= 1 && !last.is_before(first)).then_some(RegnalYear { first, last })
}

#[cfg(test)]
mod tests {
    use super::{is_ruler, of_philip_and_mary, year_of_reign};

    #[test]
    fn years_of_reigns() {
        let year = |name, number, year| {
            year_of_reign(name, number, year).map(|found| format!("{}/{}", found.first, found.last))
        };
        assert_eq!(year("Geo", 3, 13).as_deref(), Some("1772-10-25/1773-10-24"));
        assert_eq!(year("Eliz", 1, 1).as_deref(), Some("1558-11-17/1559-11-16"));
        assert_eq!(year("William", 4, 7).as_deref(), Some("1836-06-26/1837-06-20"));
        assert_eq!(year("Henry", 1, 22).as_deref(), Some("1121-08-05/1122-08-04"));
        assert_eq!(year("Geo", 4, 30), None);
        assert_eq!(is_ruler("Victoria"), Some(true));
        assert_eq!(is_ruler("Geo"), Some(false));
        assert_eq!(is_ruler("Bob"), None);
    }

    #[test]
    fn two_reigns() {
        let years = |philip, mary| {
            of_philip_and_mary(philip, mary).map(|found| format!("{}/{}", found.first, found.last))
        };
        assert_eq!(years(1, 2).as_deref(), Some("1554-07-25/1555-07-05"));
        assert_eq!(years(1, 3).as_deref(), Some("1555-07-06/1555-07-24"));
        assert_eq!(years(5, 6).as_deref(), Some("1558-07-25/1558-11-17"));
        assert_eq!(years(1, 5), None);
    }
}

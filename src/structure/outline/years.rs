//! The years of entries that do not tell them.

use super::Outliner;
use crate::date::{Anchor, CalendarDate, Meaning, WeekdayCheck, Written, Year};
use crate::structure::entries::DateLine;
use crate::structure::kind::Kind;

/// How many days after the entry above the diary must go on for its year to be
/// doubted: a week may be dated wrongly.
const GAP: i32 = 21;

/// How many entries must have the weekdays of another year.
const ENTRIES: usize = 3;

impl Outliner<'_> {
    /// The year of the next heading from block `start` on that is one, in the same
    /// part of the book.
    pub(super) fn year_heading_after(&self, start: usize) -> Option<i16> {
        let heads = self.heads[start..self.body_end].iter().flatten();
        let mut within = heads.take_while(|head| head.heading.kind >= Kind::Year);
        let next = within.find(|head| head.heading.kind == Kind::Year)?;
        next.heading.date?.year()
    }

    /// Where a diary goes on after some time and the weekdays of the next entries, from
    /// that of block `index` on, are those of the year before or after, they tell
    /// the year.
    pub(super) fn tell_year(&mut self, line: &DateLine, index: usize) {
        if self.year.is_some() {
            return;
        }
        let Some(written) = weekday_and_day(line) else { return };
        let Some(reading) = Meaning::Date(written).resolve_forward(self.anchor) else { return };
        let found = reading.value.start();
        let Some(year) = found.year().filter(|_| reading.weekday == WeekdayCheck::Contradicts)
        else {
            return;
        };
        let near = self.anchor.date.and_then(|before| before.days_until(found));
        if near.is_some_and(|days| days.abs() <= GAP) {
            return;
        }
        if let Some(year) = [year + 1, year - 1].into_iter().find(|year| self.agree(index, *year)) {
            self.anchor.date = CalendarDate::year_only(year);
        }
    }

    /// Whether the weekdays of the entries from block `index` on are those of `year`.
    fn agree(&self, index: usize, mut year: i16) -> bool {
        const HALF: i8 = 6;
        let lines = self.lines[index..self.body_end].iter().flatten();
        let mut last: Option<i8> = None;
        let mut entries = lines.filter_map(weekday_and_day).take(ENTRIES).map(|written| {
            year += i16::from(last.zip(written.month).is_some_and(|(one, two)| one - two > HALF));
            last = written.month;
            let date = Meaning::Date(Written { year: Year::Full(year), ..written });
            date.resolve(Anchor::default()).is_some_and(|read| read.weekday == WeekdayCheck::Agrees)
        });
        let agreeing = entries.by_ref().take_while(|agrees| *agrees).count();
        agreeing == ENTRIES
    }
}

/// The first date of a line if it has weekday, day and month and no year.
fn weekday_and_day(line: &DateLine) -> Option<Written> {
    let written = line.dates.first()?.meaning.weekday_and_day()?;
    (written.year == Year::Missing).then_some(written)
}

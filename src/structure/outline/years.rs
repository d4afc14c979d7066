//! The years of entries that do not tell them.

use std::ops::Range;

use super::Outliner;
use crate::date::{self, Anchor, CalendarDate, Meaning, WeekdayCheck, Written, Year};
use crate::structure::Input;
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

    /// The year that a heading names besides its title, “SECTION 2 (1779)”, “Venice,
    /// 1781–2”, where it goes on from the entries above.
    pub(super) fn year_in_head(&self, blocks: &Range<usize>) -> Option<CalendarDate> {
        const LATER: std::ops::RangeInclusive<i16> = 0..=10;
        if self.outline.narrative || !self.entries_divide {
            return None;
        }
        let mut years = blocks.clone().filter_map(|index| named_beside(self.input, index));
        let year = years.next().filter(|_| years.next().is_none())?;
        let last = self.anchor.date.and_then(CalendarDate::year).or(self.anchor.year);
        let later = last.is_none_or(|last| LATER.contains(&(year - last)) && year > last);
        // “A JOURNAL FOR 1775”, behind one of another year
        let of_days = || blocks.clone().any(|index| names_journal(self.input, index));
        CalendarDate::year_only(year).filter(|_| later || of_days())
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
        let wrong = match reading.weekday {
            WeekdayCheck::Contradicts => true,
            WeekdayCheck::AgreesOldStyle => self.is_gregorian(index),
            _ => false,
        };
        let Some(year) = found.year().filter(|_| wrong) else { return };
        let near = self.anchor.date.and_then(|before| before.days_until(found));
        if near.is_some_and(|days| days.abs() <= GAP) {
            return;
        }
        // Above the first entry stands at most when a preface was written.
        let first = self.anchor.date.is_none_or(|before| before.day().is_none());
        let years = if first { &[-1, 1, -2, 2, -3, 3, -4, 4][..] } else { &[1, -1] };
        let mut years = years.iter().map(|apart| year + apart);
        if let Some(year) = years.find(|year| self.agree(index, *year)) {
            self.anchor.date = CalendarDate::year_only(year);
        }
    }

    /// Whether a weekday that is written with its whole date near block `index` is one of
    /// the Gregorian calendar.
    fn is_gregorian(&self, index: usize) -> bool {
        const NEAR: usize = 200;
        let near = &self.lines[index.saturating_sub(NEAR)..(index + NEAR).min(self.body_end)];
        let mut dates = near.iter().flatten().filter_map(|line| line.dates.first());
        dates.any(|date| {
            let whole = date.meaning.weekday_and_day().is_some_and(Written::is_explicit);
            let reading = || date.meaning.resolve(Anchor::default());
            whole && reading().is_some_and(|read| read.weekday == WeekdayCheck::Agrees)
        })
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

/// The only year of a heading, if it stands in parentheses or ends a line behind a
/// comma or alone.
fn named_beside(input: &Input<'_>, index: usize) -> Option<i16> {
    let block = &input.blocks[index];
    let words = input.words;
    let range = words.within(block.span);
    let is_range = |at: usize| matches!(words.before(at).trim(), "-" | "–" | "—");
    let year = |at: usize| {
        let arabic = date::year(words, at).and_then(CalendarDate::year);
        arabic.or_else(|| date::roman_year(words.raw(at)))
    };
    let mut years = range.clone().filter(|at| !is_range(*at) && year(*at).is_some());
    let at = years.next().filter(|_| years.next().is_none())?;
    let last = at + usize::from(at + 1 < range.end && is_range(at + 1));
    let (before, after) = (words.before(at), words.after(last));
    let enclosed = before.ends_with('(') && after.starts_with(')');
    let line = before.trim_end_matches(' ');
    let begins = line.ends_with([',', '\n']) || at == range.start || names_journal(input, index);
    let rest = after.trim_start_matches(['.', ')', ']', '_', ' ']);
    // The marker of a note may follow.
    let ends = rest.starts_with(['\n', '[']) || last + 1 >= range.end;
    year(at).filter(|_| enclosed || begins && ends)
}

/// The first date of a line if it has weekday, day and month and no year.
fn weekday_and_day(line: &DateLine) -> Option<Written> {
    let written = line.dates.first()?.meaning.weekday_and_day()?;
    (written.year == Year::Missing).then_some(written)
}

/// Whether block `index`, a heading, names what is written day by day.
fn names_journal(input: &Input<'_>, index: usize) -> bool {
    const JOURNALS: &[&str] = &["diary", "journal", "log", "tagebuch"];
    let words = input.words.within(input.blocks[index].span);
    words.into_iter().any(|at| JOURNALS.contains(&input.words.raw(at).to_lowercase().as_str()))
}

//! Days that go on from one that a letter or an entry has named: “We left on 3rd
//! September, and met them on the 4th”, in a letter of October; and days whose year a
//! sign of repetition takes from the line above.

use super::REACH;
use super::beside::is_enclosed;
use crate::date::{Anchor, CalendarDate, Direction, Expression, Meaning, Reading, Relative};
use crate::source::Span;
use crate::token::Words;

/// How far above its date a sign of repetition points to the next.
const LINE_ABOVE: u32 = 1000;

/// How many days before or after the day of writing the month of such a day lies.
const FAR: i32 = 250;

/// The days that were named last.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// The last day with its month, or that went on from one, and where it ends.
    day: Option<(u32, CalendarDate)>,
    /// The last day with its year, or that repeated one.
    year: Option<(u32, CalendarDate)>,
}

impl Named {
    /// Another letter or entry begins, with this day.
    pub(super) fn begin(&mut self, at: u32, date: Option<CalendarDate>) {
        self.day = None;
        let date = date.filter(|date| date.year().and(date.month()).is_some());
        self.year = date.map(|date| (at, date)).or(self.year);
    }

    pub(super) fn remember(
        &mut self,
        words: Words<'_>,
        found: Expression,
        reading: Option<Reading>,
    ) {
        let Meaning::Date(written) = found.meaning else { return };
        let Some(date) = reading.map(|reading| reading.value.end()) else { return };
        if date.year().is_none() || written.month.or(written.day).is_none() {
            return;
        }
        if written.is_explicit() || is_repeated(words, found.span) {
            self.year = Some((found.span.end, date));
        }
        if written.day.is_none() || is_enclosed(words, found.span.start) {
            return;
        }
        // A day alone that is of another month leads away from the one named before.
        let same = |(_, day): (u32, CalendarDate)| day.month_only() == date.month_only();
        let follows = written.month.is_some() || self.day.is_some_and(same);
        self.day = follows.then_some((found.span.end, date));
    }

    /// The month that a day alone is of as the one named before it: it is later in the
    /// month, and the sentence does not look the other way from the day of writing.
    pub(super) fn month(
        &self,
        words: Words<'_>,
        found: Expression,
        written: Anchor,
    ) -> Option<CalendarDate> {
        let Meaning::Date(day) = found.meaning else { return None };
        let (end, named) = self.day.filter(|_| day.is_bare() && day.weekday.is_none())?;
        let near = found.span.start - end.min(found.span.start) <= REACH;
        let near = near && !is_of_letter(words, found.span);
        let here = written.date.filter(|date| near && date.day().is_some())?;
        let date = CalendarDate::new(named.year(), named.month(), day.day)?;
        let apart = here.days_until(date)?;
        let fits = match written.toward {
            Some(Direction::Next) => apart > 0,
            Some(Direction::Last) => apart < 0,
            _ => true,
        };
        (day.day > named.day() && fits && apart.abs() <= FAR).then(|| named.month_only())
    }

    /// The year that a sign of repetition before a date takes from the line above.
    pub(super) fn repeated(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let (end, date) = self.year.filter(|_| is_repeated(words, found.span))?;
        let near = found.span.start - end.min(found.span.start) <= LINE_ABOVE;
        let month = matches!(
            found.meaning,
            Meaning::Date(_) | Meaning::Duration(..) | Meaning::Relative(Relative::Month(..))
        );
        let open = month && !found.meaning.has_year();
        CalendarDate::year_only(date.year().filter(|_| near && open)?)
    }
}

/// Whether a day is that of a letter, which is one of the month of writing rather than of
/// what was told: “your letter of the 24th”, “Ihres Briefes vom 24.”
fn is_of_letter(words: Words<'_>, date: Span) -> bool {
    const NEAR: usize = 5;
    const LETTERS: &[&str] = &[
        "communication", "communications", "despatch", "dispatch", "favor", "favour", "letter",
        "letters", "mine", "note", "yours", "brief", "briefe", "briefes", "schreiben",
        "schreibens", "lettre", "lettres", "billet",
    ];
    let at = words.at(date.start);
    let mut before = (at.saturating_sub(NEAR)..at).map(|at| words.raw(at).to_lowercase());
    before.any(|word| LETTERS.contains(&word.as_str()))
}

/// Whether a sign at the beginning of its line repeats before a date what stands above:
/// “,, Dec. 7”, “" May 3”, “Do. 9 May”.
fn is_repeated(words: Words<'_>, date: Span) -> bool {
    const SIGNS: &[&str] =
        &[",,", "„", "\"", "”", "“", "''", "’’", "do", "ditto", "dto", "id", "idem"];
    const LONGEST: usize = 30;
    let before = &words.text.as_bytes()[..date.start as usize];
    let near = before.len().saturating_sub(LONGEST);
    let line = memchr::memrchr(b'\n', &before[near..]).map(|end| near + end + 1);
    let Some(line) = line.or_else(|| (near == 0).then_some(0)) else { return false };
    let before = &words.text[line..date.start as usize];
    // “"May 3” begins a quotation.
    let sign = before.strip_suffix(' ').unwrap_or_default().trim();
    SIGNS.contains(&sign.trim_end_matches('.').to_lowercase().as_str())
}

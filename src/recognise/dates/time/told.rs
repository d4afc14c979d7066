//! The dates that a text has told last.

use std::ops::Range;

use super::{LETTER, REACH, beside};
use crate::date::{CalendarDate, Direction, Expression, Meaning, Reading, Relative, Written, Year};
use crate::source::Span;
use crate::token::Words;

/// What says after a date that it is of the year that was written last, or of one so
/// many years later.
const OF_THAT_YEAR: &[(&str, i16)] = &[
    (" of that year", 0),
    (" of the same year", 0),
    (", the same year", 0),
    (" of the latter year", 0),
    (" of the following year", 1),
    (" of the next year", 1),
    (" of the ensuing year", 1),
    (" of the preceding year", -1),
    (" of the previous year", -1),
    (" de cette année", 0),
    (" de la même année", 0),
    (" de l'année suivante", 1),
    (" de l’année suivante", 1),
    (" de l'année précédente", -1),
    (" de l’année précédente", -1),
    (" desselben Jahres", 0),
    (" jenes Jahres", 0),
    (" des folgenden Jahres", 1),
    (" des nächsten Jahres", 1),
];

/// A date, and where the text goes on behind it.
type Placed = (u32, CalendarDate);

/// The dates that a text has told last.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The year, or the month of one, that was written last.
    year: Option<Placed>,
    /// The day of a year that was written last.
    day: Option<Placed>,
    /// Where the narrative last named a day.
    at: u32,
    /// Whether the date with a year that was written last began its sentence.
    leads: bool,
}

impl Told {
    /// A narrative has come to a day with the date at this offset.
    pub(super) fn come_to(&mut self, at: u32) {
        self.at = at;
    }

    /// Whether a date at this offset is far from the day that the narrative named
    /// last, and in another paragraph.
    pub(super) fn is_far(&self, words: Words<'_>, at: u32) -> bool {
        at - self.at.min(at) > REACH && !self.is_in_paragraph(words, at)
    }

    /// Whether the day that the narrative named last is one of this paragraph.
    pub(super) fn is_in_paragraph(&self, words: Words<'_>, at: u32) -> bool {
        within_paragraph(words, self.at.min(at)..at, 2 * REACH).is_some()
    }

    /// The day of a year that was written last, if that was in this paragraph.
    pub(super) fn day_in_paragraph(&self, words: Words<'_>, at: u32) -> Option<CalendarDate> {
        let (end, day) = self.day?;
        within_paragraph(words, end..at, REACH).map(|_| day)
    }

    /// Remembers a year that is not that of a book, “(1860)”, nor named in passing by a
    /// text that is in the year `here`.
    pub(super) fn remember(
        &mut self,
        words: Words<'_>,
        found: Expression,
        reading: Option<Reading>,
        here: Option<i16>,
    ) {
        let before = &words.text[..found.span.start as usize];
        let Some(reading) = reading.filter(|_| !before.ends_with(['(', '['])) else { return };
        let start = reading.value.start();
        if found.meaning.has_year() {
            self.leads = beside::leads(words, found.span.start);
        }
        match found.meaning {
            Meaning::Date(written) if written.is_explicit() && written.day.is_some() => {
                self.day = Some((found.span.end, start));
            }
            Meaning::Date(written) if written.is_explicit() && !self.passes(words, found, here) => {
                self.year = Some((found.span.end, start));
            }
            // “In the spring of 1988 … On May 20”
            Meaning::Part(_, Written { year: Year::Full(year), .. })
            | Meaning::Season { year: Year::Full(year), next_year: false, .. } => {
                let year = CalendarDate::year_only(year);
                self.year = year.map(|year| (found.span.end, year)).or(self.year);
            }
            _ => {}
        }
    }

    /// Whether a year stands in a clause of a paragraph that has named one nearer to the
    /// year `here`: “Murat, whom he had made King of Naples in 1808”.
    fn passes(&self, words: Words<'_>, found: Expression, here: Option<i16>) -> bool {
        let (Meaning::Date(written), Some(here)) = (found.meaning, here) else { return false };
        let (Year::Full(year), None, false) = (written.year, written.month, self.leads) else {
            return false;
        };
        let near = |year: i16| (year - here).abs() <= 1;
        let told = self.year.and_then(|(end, date)| {
            within_paragraph(words, end..found.span.start, REACH)?;
            date.year()
        });
        !near(year) && told.is_some_and(near)
    }

    /// Whether the date with a year that was written last leads the text to its time.
    pub(super) fn leads(&self) -> bool {
        self.leads
    }

    /// The year that tells the century of ’34.
    pub(super) fn century(&self, at: u32) -> Option<i16> {
        self.last(at)?.year()
    }

    /// The last date with a year, if it is not far above.
    fn last(&self, at: u32) -> Option<CalendarDate> {
        let last = [self.year, self.day].into_iter().flatten().max_by_key(|last| last.0)?;
        (at - last.0.min(at) <= LETTER).then_some(last.1)
    }

    /// The year of a date that is said to be of the year that was written last.
    pub(super) fn of_that_year(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let after = &words.text[found.span.end as usize..];
        let (_, years) = OF_THAT_YEAR.iter().find(|(words, _)| after.starts_with(words))?;
        let lacks = lacks_year(found.meaning);
        let year = self.last(found.span.start).filter(|_| lacks)?.year()?;
        CalendarDate::year_only(year + years)
    }

    /// The date that was written with its year before a date that has none: in the
    /// same sentence, or, in a text that is `free` of a day of writing, a year in
    /// the same paragraph unless a day was `told` there; and whether in the sentence.
    pub(super) fn near(
        &self,
        words: Words<'_>,
        found: Expression,
        free: bool,
        told: bool,
    ) -> Option<(CalendarDate, bool)> {
        if !lacks_year(found.meaning) {
            return None;
        }
        let at = found.span.start;
        let between = |from: u32| within_paragraph(words, from..at, REACH);
        let in_sentence =
            |end: u32| between(end).is_some_and(|text| !text.contains(['.', '!', '?', ';', ':']));
        // “He died on March 1, 1916, and on June 15 she followed.”
        let day = self.day.filter(|day| self.year.is_none_or(|year| day.0 > year.0));
        if let Some((_, day)) = day.filter(|(end, _)| in_sentence(*end))
            && (free || is_past(words, found.span))
        {
            return Some((day, true));
        }
        let (end, year) = self.year?;
        between(end)?;
        // A day in the same paragraph tells more than a year.
        let day_is_told = told && between(self.at).is_some();
        let close = in_sentence(end);
        (close || free && !day_is_told).then_some((year, close))
    }
}

/// What stands between two offsets of one paragraph, at most `far` bytes.
pub(super) fn within_paragraph(words: Words<'_>, between: Range<u32>, far: u32) -> Option<&str> {
    let near = between.end.checked_sub(between.start).is_some_and(|length| length <= far);
    let text = near.then(|| &words.text[between.start as usize..between.end as usize])?;
    (!text.contains("\n\n")).then_some(text)
}

/// Whether the sentence tells the date at `span` as past.
pub(super) fn is_past(words: Words<'_>, span: Span) -> bool {
    crate::date::toward(words, span) == Some(Direction::Last)
}

/// Whether only the year is missing of a date.
fn lacks_year(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date(written) | Meaning::Part(_, written) => {
            written.month.is_some() && written.year == Year::Missing
        }
        Meaning::Relative(Relative::Month(_, said)) => said.is_none(),
        Meaning::Feast(_, year) | Meaning::Season { year, .. } => year == Year::Missing,
        _ => false,
    }
}

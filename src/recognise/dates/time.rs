//! When it is, at a place in the text.

use super::Known;
use crate::date::{
    self, Anchor, CalendarDate, Direction, Expression, Meaning, Order, Reading, Relative, Year,
};
use crate::source::Span;
use crate::token::Words;

/// How many days later a weekday or a feast may be that it has come to.
const NEAR: i32 = 31;

/// How far behind a day that a narrative names its weekdays are told by it.
const REACH: u32 = 2000;

/// How many days later a date may be that a narrative has come to.
const STRIDE: i32 = 130;

/// When it is, at a place in the text.
pub(super) struct Time<'a> {
    anchors: std::iter::Peekable<std::slice::Iter<'a, (u32, Anchor)>>,
    anchor: Anchor,
    /// What is known of the day of writing, whatever was told since.
    written: Anchor,
    /// What was known when the last date was read.
    pub(super) before: Anchor,
    /// The year, or the month of one, that was written last, and where.
    year: Option<(u32, CalendarDate)>,
    /// Where the narrative last named a day.
    told_at: u32,
    /// The year of the first entry, for what stands before it.
    usual: Option<i16>,
}

impl<'a> Time<'a> {
    pub(super) fn new(known: &Known<'a>) -> Self {
        let year = |reading: &Option<Reading>| reading.as_ref()?.value.start().year();
        let usual = known.entries.iter().find_map(|(_, reading)| year(reading));
        let first = known.anchors.iter().find_map(|(_, anchor)| anchor.year);
        let usual = usual.or(first);
        let anchor = Anchor { year: usual, ..Anchor::default() };
        Self {
            anchors: known.anchors.iter().peekable(),
            anchor,
            written: anchor,
            before: anchor,
            year: None,
            told_at: 0,
            usual,
        }
    }

    /// What a date in the running text means, if that can be told here.
    pub(super) fn read(
        &mut self,
        words: Words<'_>,
        found: Expression,
        order: Order,
    ) -> Option<Reading> {
        while let Some((_, newer)) = self.anchors.next_if(|(start, _)| *start <= found.span.start) {
            let usual = self.usual.filter(|_| !newer.apart);
            self.anchor = Anchor { year: newer.year.or(usual), ..*newer };
            self.anchor.until = self.anchors.peek().and_then(|(_, next)| next.date);
            self.written = self.anchor;
        }
        let meaning = found.meaning.ordered(order);
        // “Yesterday” is the day before that of writing, whatever was told since.
        self.before = match meaning {
            Meaning::Relative(Relative::Days(_) | Relative::DayOfMonth(..)) => self.written,
            _ => self.anchor,
        };
        // A note tells as past what lies after the month it belongs to.
        let day_is_known = self.before.date.is_some_and(|date| date.day().is_some());
        if day_is_known && !meaning.has_year() {
            self.before.toward = date::toward(words, found.span);
        }
        if self.is_too_far(meaning, found.span.start) {
            return None;
        }
        if let Some(year) = self.year_told(words, meaning, found.span.start) {
            self.before = Anchor { date: Some(year), told: true, ..self.before };
        }
        let reading = meaning.resolve(self.before);
        self.remember_year(words, found, meaning, reading);
        let told = self.anchor;
        if meaning.needs_context() {
            let reading = reading.filter(|reading| reading.value.end().year().is_some());
            self.go_on_in_narrative(meaning, reading);
        } else if stands_alone(words, found.span) {
            self.begin(meaning, reading);
        } else {
            self.go_on(meaning, reading);
        }
        if self.anchor != told {
            self.told_at = found.span.start;
        }
        reading
    }

    /// Remembers a year that is not that of a book, “(1860)”.
    fn remember_year(
        &mut self,
        words: Words<'_>,
        found: Expression,
        meaning: Meaning,
        reading: Option<Reading>,
    ) {
        let before = &words.text[..found.span.start as usize];
        let (Meaning::Date(written), Some(reading)) = (meaning, reading) else { return };
        if written.is_explicit() && written.day.is_none() && !before.ends_with(['(', '[']) {
            self.year = Some((found.span.end, reading.value.start()));
        }
    }

    /// The year that was written before a date that has none: in the same
    /// sentence, or in a narrative without a day of writing in the same
    /// paragraph.
    fn year_told(&self, words: Words<'_>, meaning: Meaning, at: u32) -> Option<CalendarDate> {
        let without_year = match meaning {
            Meaning::Date(written) | Meaning::Part(_, written) => {
                written.month.is_some() && written.year == Year::Missing
            }
            Meaning::Relative(Relative::Month(_, said)) => said.is_none(),
            Meaning::Feast(_, year) => year == Year::Missing,
            _ => false,
        };
        let (end, year) = self.year.filter(|_| without_year)?;
        let between = |from: u32| {
            let near = at.checked_sub(from).is_some_and(|between| between <= REACH);
            let between = near.then(|| &words.text[from as usize..at as usize]);
            between.filter(|between| !between.contains("\n\n"))
        };
        let in_sentence = !between(end)?.contains(['.', '!', '?', ';', ':']);
        // A day in the same paragraph tells more than a year.
        let day_is_told = self.anchor.told && between(self.told_at).is_some();
        (in_sentence || self.is_free() && !day_is_told).then_some(year)
    }

    /// Whether a weekday stands too far from the day that a narrative named last.
    fn is_too_far(&self, meaning: Meaning, at: u32) -> bool {
        let weekday = matches!(meaning, Meaning::Relative(Relative::Weekday(_, None)));
        weekday && self.anchor.told && self.is_free() && at - self.told_at.min(at) > REACH
    }

    /// A date that is a line of its own says when what follows was written.
    fn begin(&mut self, meaning: Meaning, reading: Option<Reading>) {
        let Some(date) = reading.map(|reading| reading.value.start()) else { return };
        if meaning.has_year() && date.weekday().is_some() {
            self.anchor = Anchor { date: Some(date), told: false, letter: true, ..self.anchor };
            self.written = self.anchor;
        }
    }

    /// A narrative that names a day has come to it. An entry tells of days
    /// before its own and of some to come; only what is told as past and lies
    /// later shows that it goes on.
    fn go_on(&mut self, meaning: Meaning, reading: Option<Reading>) {
        let (Meaning::Date(written), Some(reading)) = (meaning, reading) else { return };
        let date = reading.value.start();
        if date.weekday().is_none() {
            return;
        }
        let entry = self.anchor.date.filter(|date| date.day().is_some());
        let goes_on = match entry {
            Some(last) if self.anchor.told => {
                let within = is_within(last, date, STRIDE);
                within || written.is_explicit() && self.is_free()
            }
            Some(last) => {
                self.before.toward != Some(Direction::Next) && is_within(last, date, STRIDE)
            }
            None => true,
        };
        if goes_on {
            self.anchor = Anchor { date: Some(date), told: true, ..self.anchor };
        }
    }

    /// Whether the day of writing is not known.
    fn is_free(&self) -> bool {
        self.written.date.is_none_or(|date| date.day().is_none())
    }

    /// A weekday or a feast in a narrative leads it on.
    fn go_on_in_narrative(&mut self, meaning: Meaning, reading: Option<Reading>) {
        let leads = matches!(
            meaning,
            Meaning::Date(_) | Meaning::Feast(..) | Meaning::Relative(Relative::Weekday(..))
        );
        let (Some(last), Some(reading)) = (self.anchor.date, reading) else { return };
        let date = reading.value.start();
        if leads && self.anchor.told && self.is_free() && is_within(last, date, NEAR) {
            self.anchor.date = Some(date);
        }
    }
}

/// Whether a date is a line of its own.
fn stands_alone(words: Words<'_>, date: Span) -> bool {
    let (before, after) = (&words.text[..date.start as usize], &words.text[date.end as usize..]);
    let before = before.trim_end_matches([' ', '\t', '_']);
    let after = after.trim_start_matches(['.', ',', ' ', '\t', '_']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

fn is_within(first: CalendarDate, later: CalendarDate, days: i32) -> bool {
    first.days_until(later).is_some_and(|between| (0..=days).contains(&between))
}

//! When it is, at a place in the text.

use super::Known;
use crate::date::{
    self, Anchor, CalendarDate, Direction, Expression, Meaning, Order, Reading, Relative, Year,
};
use crate::source::Span;
use crate::token::Words;

/// How many days later a weekday or a feast may be that it has come to.
const NEAR: i32 = 31;

/// How far behind a day that a narrative names others are told by it.
const REACH: u32 = 2000;

/// How far below its date line a letter reaches that a narrative quotes, and
/// how far a year tells the century of others.
const LETTER: u32 = 4000;

/// How far below it a heading of a month or a year tells the time.
const CHAPTER: u32 = 16_000;

/// How many days later a date may be that a narrative has come to.
const STRIDE: i32 = 130;

/// When it is, at a place in the text.
pub(super) struct Time<'a> {
    anchors: std::iter::Peekable<std::slice::Iter<'a, (u32, Anchor)>>,
    anchor: Anchor,
    /// What is known of the day of writing, whatever was told since.
    written: Anchor,
    /// Where the last dated line stands, and its date; nothing once it says no more.
    dated: Option<(u32, CalendarDate)>,
    /// What was known when the last date was read.
    pub(super) before: Anchor,
    /// The year, or the month of one, that was written last, and where.
    year: Option<(u32, CalendarDate)>,
    /// The day of a year that was written last, and where.
    day: Option<(u32, CalendarDate)>,
    /// Where the narrative last named a day.
    told_at: u32,
    /// The year of the first entry, for what stands before it.
    usual: Option<i16>,
    /// Whether the text is a narrative, in which few lines are dated.
    narrative: bool,
    /// Whether its weekdays are those of the Julian calendar.
    julian: bool,
}

impl<'a> Time<'a> {
    pub(super) fn new(known: &Known<'a>, julian: bool) -> Self {
        let year = |reading: &Option<Reading>| reading.as_ref()?.value.start().year();
        let entry = || known.entries.iter().find_map(|(_, reading)| year(reading));
        let first = || known.anchors.iter().find_map(|(_, anchor)| anchor.year);
        // One dated line in a long book says nothing of what stands elsewhere.
        let title = || known.anchors.first()?.1.year;
        let usual = if known.narrative { title() } else { entry().or_else(first) };
        let anchor = Anchor { year: usual, julian, ..Anchor::default() };
        Self {
            anchors: known.anchors.iter().peekable(),
            anchor,
            written: anchor,
            dated: None,
            before: anchor,
            year: None,
            day: None,
            told_at: 0,
            usual,
            narrative: known.narrative,
            julian,
        }
    }

    /// What a date in the running text means, if that can be told here.
    pub(super) fn read(
        &mut self,
        words: Words<'_>,
        found: Expression,
        order: Order,
    ) -> Option<Reading> {
        while let Some((start, newer)) =
            self.anchors.next_if(|(start, _)| *start <= found.span.start)
        {
            let usual = self.usual.filter(|_| !newer.apart);
            let year = newer.year.or(usual);
            self.anchor = Anchor { year, julian: self.julian, ..*newer };
            self.anchor.until = self.anchors.peek().and_then(|(_, next)| next.date);
            self.written = self.anchor;
            // Behind a note the text goes on.
            let goes_on = |(_, dated): &(u32, CalendarDate)| {
                newer.date.is_some_and(|date| date == *dated || date == dated.month_only())
            };
            let dated = self.dated.filter(goes_on);
            self.dated = dated.or(newer.date.map(|date| (*start, date)));
        }
        self.forget(words, found);
        let meaning = found.meaning.ordered(order);
        // “Two days ago” and “last Friday” count from that of writing, whatever was
        // told since.
        self.before = if counts_from_writing(meaning) { self.written } else { self.anchor };
        // A note tells as past what lies after the month it belongs to.
        let day_is_known = self.before.date.is_some_and(|date| date.day().is_some());
        if day_is_known && !meaning.has_year() {
            self.before.toward = date::toward(words, found.span);
        }
        if let Some(date) = self.told_near(words, meaning, found.span) {
            self.before = Anchor { date: Some(date), told: true, ..self.before };
        } else if self.is_habit(words, meaning, found.span) {
            self.before = self.written;
        }
        self.before.year = self.before.year.or_else(|| self.century_of(meaning, found.span.start));
        let reading = meaning.resolve(self.before);
        self.remember_year(words, found, meaning, reading);
        let told = self.anchor;
        if meaning.needs_context() {
            let reading = reading.filter(|reading| reading.value.end().year().is_some());
            self.go_on_in_narrative(meaning, reading);
        } else if stands_alone(words, found.span) {
            self.begin(meaning, reading, found.span.start);
        } else {
            self.go_on(meaning, reading);
            if self.anchor != told {
                self.told_at = found.span.start;
            }
        }
        reading
    }

    /// What was told far above says nothing here: a narrative has gone on from
    /// it, and the letter that it quoted has ended.
    fn forget(&mut self, words: Words<'_>, found: Expression) {
        let at = found.span.start;
        let is_over = |(dated, date): (u32, CalendarDate)| {
            at - dated.min(at) > if date.day().is_some() { LETTER } else { CHAPTER }
        };
        if self.narrative && self.written.date.is_some() && self.dated.is_some_and(is_over) {
            self.written = Anchor { julian: self.julian, ..Anchor::default() };
            self.anchor = self.written;
        }
        let far = at - self.told_at.min(at) > REACH;
        if self.anchor.told && self.is_free() && far && !self.is_in_paragraph(words, at) {
            self.anchor = self.written;
        }
    }

    /// Whether the day that the narrative named last is one of this paragraph.
    fn is_in_paragraph(&self, words: Words<'_>, at: u32) -> bool {
        let from = self.told_at.min(at);
        at - from <= 2 * REACH && !words.text[from as usize..at as usize].contains("\n\n")
    }

    /// Whether a date without a year, in a narrative that named no day in the same
    /// paragraph, is not told as past: “on Christmas Eve the cattle kneel” is true
    /// of every year, “closed on Sunday” of every week. Nor does anything in it
    /// tell the century of “the nineties”.
    fn is_habit(&self, words: Words<'_>, meaning: Meaning, found: Span) -> bool {
        if !self.narrative || !self.anchor.told || !self.is_free() || meaning.has_year() {
            return false;
        }
        match meaning {
            Meaning::Tens(_) => true,
            Meaning::Relative(_) => date::toward(words, found) != Some(Direction::Last),
            _ => {
                !self.is_in_paragraph(words, found.start)
                    && date::toward(words, found) != Some(Direction::Last)
            }
        }
    }

    /// The year that tells the century of ’34.
    fn century_of(&self, meaning: Meaning, at: u32) -> Option<i16> {
        let short = match meaning {
            Meaning::Date(written) => matches!(written.year, Year::Short(_)),
            _ => false,
        };
        let last = [self.year, self.day].into_iter().flatten().max_by_key(|last| last.0);
        let last = last.filter(|_| short)?;
        (at - last.0.min(at) <= LETTER).then(|| last.1.year()).flatten()
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
        if !written.is_explicit() || before.ends_with(['(', '[']) {
            return;
        }
        let date = Some((found.span.end, reading.value.start()));
        if written.day.is_none() {
            self.year = date;
        } else {
            self.day = date;
        }
    }

    /// The date that was written with its year before a date that has none: in the
    /// same sentence, or a year in a narrative without a day of writing in the
    /// same paragraph.
    fn told_near(&self, words: Words<'_>, meaning: Meaning, found: Span) -> Option<CalendarDate> {
        let at = found.start;
        let without_year = match meaning {
            Meaning::Date(written) | Meaning::Part(_, written) => {
                written.month.is_some() && written.year == Year::Missing
            }
            Meaning::Relative(Relative::Month(_, said)) => said.is_none(),
            Meaning::Feast(_, year) => year == Year::Missing,
            _ => false,
        };
        if !without_year {
            return None;
        }
        let between = |from: u32| {
            let near = at.checked_sub(from).is_some_and(|between| between <= REACH);
            let between = near.then(|| &words.text[from as usize..at as usize]);
            between.filter(|between| !between.contains("\n\n"))
        };
        let in_sentence =
            |end: u32| between(end).is_some_and(|text| !text.contains(['.', '!', '?', ';', ':']));
        // “He died on March 1, 1916, and on June 15 she followed.”
        if let Some((_, day)) = self.day.filter(|day| Some(day.0) > self.year.map(|year| year.0))
            && self.day.is_some_and(|day| in_sentence(day.0))
            && (self.is_free() || date::toward(words, found) == Some(Direction::Last))
        {
            return Some(day);
        }
        let (end, year) = self.year?;
        between(end)?;
        // A day in the same paragraph tells more than a year.
        let day_is_told = self.anchor.told && between(self.told_at).is_some();
        (in_sentence(end) || self.is_free() && !day_is_told).then_some(year)
    }

    /// A date that is a line of its own says when what follows was written.
    fn begin(&mut self, meaning: Meaning, reading: Option<Reading>, at: u32) {
        let Some(date) = reading.map(|reading| reading.value.start()) else { return };
        if meaning.has_year() && date.weekday().is_some() {
            self.anchor = Anchor { date: Some(date), told: false, letter: true, ..self.anchor };
            self.written = self.anchor;
            self.dated = Some((at, date));
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

/// Whether a time is told from the day of writing, even in a narrative.
fn counts_from_writing(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Relative(Relative::Weekday(_, said) | Relative::Month(_, said)) => {
            matches!(said, Some(Direction::Last | Direction::Next))
        }
        Meaning::Relative(_) => true,
        _ => false,
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

//! When it is, at a place in the text.

mod annals;
mod aside;
mod beside;
mod chronicle;
mod named;
mod quoted;
mod told;

use super::{Known, judged};
use crate::date::{
    self, Anchor, CalendarDate, Direction, Expression, Meaning, Reading, Relative, WeekdayCheck,
    Written, Year,
};
use crate::source::Span;
use crate::token::Words;
use aside::Aside;
use beside::{
    is_enclosed, is_following, is_second_of_row, is_yearly, leads, letter_below, said_behind,
    supplied_below,
};
use chronicle::Days;
use named::Named;
use quoted::{is_in_set_in, is_letter, is_set_in, quotes_letters};
use told::{Told, is_past, within_paragraph};

/// How many days later a weekday or a feast may be that it has come to.
const NEAR: i32 = 31;

/// How many days later a day may be that a narrative comes to next.
const SOON: i32 = 14;

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
    /// What the text has told.
    told: Told,
    /// The days that it named.
    named: Named,
    /// The year of the first entry, for what stands before it.
    usual: Option<i16>,
    /// Whether the text is a narrative, in which few lines are dated.
    narrative: bool,
    /// Whether it tells day after day from one to the next.
    chronicle: bool,
    /// Whether its entries tell what came later as what went before.
    annals: bool,
    /// Whether it gives each day a sentence within the paragraphs.
    run_in: bool,
    /// Whether its weekdays are those of the Julian calendar.
    julian: bool,
    /// Whether the last month that it named is one of the French Republic.
    republican: bool,
    aside: Aside,
    days: Days,
    /// A day that the text named in passing, and where it goes on behind it.
    passed: Option<(u32, CalendarDate)>,
    /// Whether the text stands behind a heading and has not gone on from there.
    begins: bool,
    /// Whether most letters are set in, which a history quotes.
    quotes: bool,
    /// Whether such a letter has not ended.
    set_in: bool,
}

impl<'a> Time<'a> {
    pub(super) fn new(
        words: Words<'_>,
        known: &Known<'a>,
        found: &[Expression],
        julian: bool,
    ) -> Self {
        let year = |reading: &Option<Reading>| reading.as_ref()?.value.start().year();
        let entry = || known.entries.iter().find_map(|(_, reading)| year(reading));
        let first = || known.anchors.iter().find_map(|(_, anchor)| anchor.year);
        // One dated line in a long book says nothing of what stands elsewhere.
        let title = || known.anchors.first()?.1.year;
        let usual = if known.narrative { title() } else { entry().or_else(first) };
        let anchor = Anchor { year: usual, julian, ..Anchor::default() };
        let chronicle = known.narrative && chronicle::goes_forward(found);
        Self {
            anchors: known.anchors.iter().peekable(),
            anchor,
            written: anchor,
            dated: None,
            before: anchor,
            told: Told::default(),
            named: Named::default(),
            usual,
            narrative: known.narrative,
            chronicle,
            annals: !known.narrative && annals::is_annals(words, known.entries.len()),
            run_in: chronicle::is_run_in(words, found),
            julian,
            republican: false,
            aside: Aside::default(),
            days: if chronicle { Days::new(found) } else { Days::default() },
            passed: None,
            begins: true,
            quotes: quotes_letters(words.text, known.anchors),
            set_in: false,
        }
    }

    /// What a date in the running text means, if that can be told here.
    pub(super) fn read(&mut self, words: Words<'_>, found: Expression) -> Option<Reading> {
        let (meaning, at) = (found.meaning, found.span.start);
        self.go_to(words, at);
        self.leave_quoted(words, at);
        self.forget(words, found);
        self.before = self.place(words, found);
        let reading = meaning.resolve(self.before);
        let reading = reading.map(|reading| self.by_weekday(meaning, reading));
        let year = self.anchor.date.and_then(CalendarDate::year).filter(|_| self.chronicle);
        self.told.remember(words, found, reading, year);
        self.named.remember(words, found, reading);
        // “18 brumaire (9 novembre)”
        if !words.text[..at as usize].ends_with('(') {
            self.republican = meaning.is_republican().unwrap_or(self.republican);
        }
        let last = self.anchor;
        if meaning.needs_context() {
            let reading = reading.filter(|reading| reading.value.end().year().is_some());
            self.go_on_in_narrative(meaning, reading);
        } else if stands_alone(words, found.span) {
            self.begin(meaning, reading, at);
        } else {
            if !is_second_of_row(words, found) {
                self.go_on(words, found, reading);
            }
            if self.anchor != last {
                self.told.come_to(at);
                self.passed = None;
                self.begins = false;
            }
        }
        reading
    }

    /// The same in the year before or after if no year is written, nothing tells the day
    /// of writing, and the weekday is one of that year.
    fn by_weekday(&self, meaning: Meaning, reading: Reading) -> Reading {
        let Some(written) = meaning.weekday_and_day().filter(|date| date.year == Year::Missing)
        else {
            return reading;
        };
        let wrong = judged(reading, self.julian).weekday == WeekdayCheck::Contradicts;
        let Some(year) = reading.value.start().year().filter(|_| wrong) else { return reading };
        let mut others = [year + 1, year - 1].into_iter().filter_map(|year| {
            let whole = Meaning::Date(Written { year: Year::Full(year), ..written });
            let other = judged(whole.resolve(self.before)?, self.julian);
            let agrees = other.weekday != WeekdayCheck::Contradicts;
            (agrees && (self.is_free() || self.is_nearer(other, reading))).then_some(other)
        });
        others.next().map_or(reading, |other| Reading { evidence: reading.evidence, ..other })
    }

    /// Whether a day lies nearer to the day of writing than another.
    fn is_nearer(&self, day: Reading, other: Reading) -> bool {
        let far = |reading: Reading| {
            let days = self.written.date?.days_until(reading.value.start())?;
            Some(days.abs())
        };
        far(day).is_some_and(|days| Some(days) < far(other))
    }

    /// Takes what headings and entries tell up to this offset.
    fn go_to(&mut self, words: Words<'_>, at: u32) {
        while let Some((start, newer)) = self.anchors.next_if(|(start, _)| *start <= at) {
            // A day without a year says nothing of the time of a history.
            let open = |date: CalendarDate| date.year().is_none();
            let newer = if self.narrative && newer.date.is_some_and(open) {
                Anchor { date: None, ..*newer }
            } else {
                *newer
            };
            let usual = self.usual.filter(|_| !newer.apart);
            let year = newer.year.or(usual);
            self.begins |= !newer.note && !self.aside.is_open();
            let above = self.aside.go_on(newer, (self.anchor, self.republican));
            self.anchor = Anchor { year, julian: self.julian, ..newer };
            self.republican = newer.republican;
            self.anchor.until = self.anchors.peek().and_then(|(_, next)| next.date);
            self.written = self.anchor;
            self.named.begin(*start, newer.date);
            self.set_in = self.quotes && is_letter(&newer) && is_set_in(words.text, *start);
            if let Some((told, republican)) = above.filter(|_| self.chronicle) {
                self.anchor = told;
                self.republican = republican;
            }
            // Behind a note the text goes on.
            let goes_on = |(_, dated): &(u32, CalendarDate)| {
                newer.date.is_some_and(|date| date == *dated || date == dated.month_only())
            };
            let dated = self.dated.filter(goes_on);
            self.dated = dated.or(newer.date.map(|date| (*start, date)));
        }
    }

    /// A history goes on from the day of the letter that it quoted.
    fn leave_quoted(&mut self, words: Words<'_>, at: u32) {
        if self.set_in && !is_in_set_in(words.text, at) {
            self.set_in = false;
            let date = self.anchor.date;
            let year = date.and_then(CalendarDate::year);
            self.written = Anchor { year, julian: self.julian, ..Anchor::default() };
            self.anchor = Anchor { date, told: true, ..self.written };
            self.told.come_to(at);
        }
    }

    /// What is known of the time where a date stands.
    fn place(&mut self, words: Words<'_>, found: Expression) -> Anchor {
        let meaning = found.meaning;
        // ’52 is of the century of “3.iv.53”, whatever that is.
        let short = has_short_year(meaning);
        let dated = self.written.date.is_some_and(|date| date.year().is_none());
        // “Two days ago” and “last Friday” count from the day of writing, whatever
        // was told since.
        let of_writing = counts_from_writing(meaning) || dated && short;
        let lost = self.chronicle
            && self.anchor.told
            && self.is_free()
            && self.told.is_far(words, found.span.start)
            && !self.goes_on_with(found);
        let mut here = if of_writing || lost { self.written } else { self.anchor };
        // A note tells as past what lies after the month it belongs to.
        let day_is_known = here.date.is_some_and(|date| date.day().is_some());
        if day_is_known && !meaning.has_year() {
            here.toward = date::toward(words, found.span);
        }
        here.republican = self.republican;
        let is_day = matches!(meaning, Meaning::Date(_) | Meaning::Duration(..));
        if self.annals && is_day && here.toward == Some(Direction::Last) {
            here = Anchor { told: true, toward: None, ..here };
        }
        if let Some(direction) = said_behind(words, found).filter(|_| self.written.date.is_some()) {
            return Anchor { toward: Some(direction), letter: true, ..self.written };
        }
        if let Some(below) = self.anchors.peek().and_then(|next| letter_below(words, found, next)) {
            return below;
        }
        if is_yearly(words, found) {
            return Anchor { julian: self.julian, ..Anchor::default() };
        }
        if let Some(date) = supplied_below(words, found) {
            return Anchor { date: Some(date), told: false, toward: None, ..here };
        }
        // “the following Wednesday” counts from what was told, and from no letter.
        if is_following(words, found) && !self.anchor.told {
            let date = self.told.day_in_paragraph(words, found.span.start);
            return Anchor { date, told: true, ..Anchor::default() };
        }
        if let Some(date) = self.named.repeated(words, found) {
            here = Anchor { date: Some(date), told: true, ..here };
        } else if let Some(date) = self.day_run_in(words, found) {
            here = Anchor { date: Some(date.month_only()), told: true, ..here };
        } else if let Some(date) = self.day_passed(words, found) {
            here = Anchor { date: Some(date), told: true, ..here };
        } else if let Some(date) = self.told.of_that_year(words, found) {
            here = Anchor { date: Some(date), told: true, ..here };
        } else if let Some(date) = self.told_near(words, found) {
            here = Anchor { date: Some(date), told: true, ..here };
        } else if let Some(month) = self.month_named(words, found) {
            here = Anchor { date: Some(month), told: true, ..here };
        } else if self.goes_on_with(found) {
            let date = here.date.and_then(|last| chronicle::next_day(last, meaning));
            here = Anchor { date: date.map(CalendarDate::month_only), ..here };
        } else if self.is_habit(words, found) {
            here = self.written;
        }
        if short && !dated {
            here.year = here.year.or_else(|| self.told.century(found.span.start));
        }
        here
    }

    /// What was told far above says nothing here: a narrative has gone on from
    /// it, and the letter that it quoted has ended.
    fn forget(&mut self, words: Words<'_>, found: Expression) {
        let at = found.span.start;
        let is_over = |(dated, date): (u32, CalendarDate)| {
            at - dated.min(at) > if date.day().is_some() { LETTER } else { CHAPTER }
        };
        if self.narrative && self.written.date.is_some() && self.dated.is_some_and(is_over) {
            // A chronicle goes on from the day that stands above its chapter.
            let told = self.chronicle && self.anchor.date.is_some_and(|date| date.day().is_some());
            let date = self.anchor.date.filter(|_| told);
            self.written = Anchor { julian: self.julian, ..Anchor::default() };
            self.anchor = Anchor { date, told, ..self.written };
        }
        let far = self.anchor.told && self.is_free() && self.told.is_far(words, at);
        if far && !self.chronicle {
            self.anchor = self.written;
        }
    }

    /// Whether a chronicle goes on with a day from the one it named last, however far
    /// above that stands.
    fn goes_on_with(&self, found: Expression) -> bool {
        let next = |last| chronicle::next_day(last, found.meaning);
        self.chronicle
            && self.anchor.told
            && self
                .anchor
                .date
                .and_then(next)
                .is_some_and(|day| !self.days.contradict(found.span.start, day))
    }

    /// What was written with its year before a date that has none, unless the text went
    /// over it in passing.
    fn told_near(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let (told, close) = self.told.near(words, found, self.is_free(), self.anchor.told)?;
        let aside = |last| {
            let next = chronicle::next_day(last, found.meaning);
            let soon = !close && next.is_some_and(|day| is_within(last, day, SOON));
            let passes = || !self.told.leads() && self.days.pass_over(found.span.start, last, told);
            soon && is_far(last, told) || passes()
        };
        let last = self.anchor.date.filter(|_| self.goes_on_with(found));
        Some(told).filter(|_| !last.is_some_and(aside))
    }

    /// The day that was named in passing, if what is told of it goes on here.
    fn day_passed(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let (end, day) = self.passed?;
        within_paragraph(words, end..found.span.start, REACH)?;
        let goes_on = match found.meaning {
            Meaning::Date(written) if written.is_bare() => written.day > day.day(),
            meaning => chronicle::next_day(day, meaning).is_some(),
        };
        goes_on.then_some(day)
    }

    /// The month of the day that a letter or an entry has named, if it goes on from it.
    fn month_named(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let toward = date::toward(words, found.span);
        self.named.month(words, found, Anchor { toward, ..self.written })
    }

    /// The day that heads a sentence and follows on the day told last.
    fn day_run_in(&self, words: Words<'_>, found: Expression) -> Option<CalendarDate> {
        let last = self.anchor.date.filter(|_| self.run_in)?;
        let next = chronicle::next_day(last, found.meaning)?;
        chronicle::heads_sentence(words, found).then_some(next)
    }

    /// Whether a date without a year, in a narrative that named no day in the same
    /// paragraph, is not told as past: “on Christmas Eve the cattle kneel” is true
    /// of every year, “closed on Sunday” of every week. Nor does anything in it
    /// tell the century of “the nineties”.
    fn is_habit(&self, words: Words<'_>, found: Expression) -> bool {
        let free = self.narrative && self.anchor.told && self.is_free();
        if !free || found.meaning.has_year() {
            return false;
        }
        match found.meaning {
            Meaning::Tens(_) => true,
            Meaning::Relative(_) => !is_past(words, found.span),
            _ => !self.told.is_in_paragraph(words, found.span.start) && !is_past(words, found.span),
        }
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
    fn go_on(&mut self, words: Words<'_>, found: Expression, reading: Option<Reading>) {
        let (Meaning::Date(written), Some(reading)) = (found.meaning, reading) else { return };
        let date = reading.value.start();
        if date.weekday().is_none() {
            return;
        }
        let entry = self.anchor.date.filter(|date| date.day().is_some());
        let goes_on = match entry {
            Some(last) if self.anchor.told => {
                let within = if self.chronicle {
                    chronicle::goes_to(last, date)
                } else {
                    is_within(last, date, STRIDE)
                };
                let leaves = !within && written.is_explicit() && self.is_free();
                let at = found.span.start;
                let passes = || !self.begins && self.days.pass_over(at, last, date);
                let aside = || is_enclosed(words, at) || !leads(words, at) && passes();
                if leaves && self.chronicle && aside() {
                    self.passed = Some((found.span.end, date));
                    return;
                }
                within || leaves
            }
            // A chronicle leaves the day above its chapter for another year.
            Some(_) if self.chronicle && written.is_explicit() => true,
            // The day of the entry itself leads on to nothing.
            Some(last) => {
                self.before.toward != Some(Direction::Next)
                    && date != last
                    && is_within(last, date, STRIDE)
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
        Meaning::Date(written) | Meaning::Part(_, written) => {
            matches!(written.year, Year::Beside(_))
        }
        _ => false,
    }
}

fn has_short_year(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Date(written) if matches!(written.year, Year::Short(_)))
}

/// Whether a date is a line of its own.
fn stands_alone(words: Words<'_>, date: Span) -> bool {
    let (before, after) = (&words.text[..date.start as usize], &words.text[date.end as usize..]);
    let before = before.trim_end_matches([' ', '\t', '_']);
    let after = after.trim_start_matches(['.', ',', ' ', '\t', '_']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// Whether the years of two dates do not follow each other.
fn is_far(date: CalendarDate, other: CalendarDate) -> bool {
    let years = date.year().zip(other.year());
    years.is_some_and(|(year, other)| year.abs_diff(other) > 1)
}

fn is_within(first: CalendarDate, later: CalendarDate, days: i32) -> bool {
    first.days_until(later).is_some_and(|between| (0..=days).contains(&between))
}

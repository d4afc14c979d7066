//! Dates and their values.

use crate::annotation::{Annotation, Certainty};
use crate::date::{
    self, Anchor, CalendarDate, DateValue, Direction, EDTF, Edtf, Evidence, Expression, Meaning,
    Order, Reading, Relative, WeekdayCheck,
};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::{Attribute, Element};
use crate::source::Span;
use crate::token::Words;

/// What is known of dates from the structure of the text.
pub(crate) struct Known<'a> {
    /// From which offset on what is known of the time of writing, ascending.
    pub anchors: &'a [(u32, Anchor)],
    /// The dates of the entries, in order.
    pub entries: &'a [(Expression, Option<Reading>)],
    /// The parts of the text that are read.
    pub readable: &'a [Span],
}

/// Marks the dates of a text.
pub(crate) fn recognise(
    words: Words<'_>,
    known: &Known<'_>,
    annotations: &mut Vec<Annotation>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    read(words, known, |Dated { expression, reading, .. }| {
        diagnostics.extend(oddity(words, expression, reading));
        annotations.push(annotate(expression, reading));
    });
}

/// A date and what is made of it.
pub(super) struct Dated {
    pub expression: Expression,
    pub reading: Option<Reading>,
    /// What was known of the time where it stands; nothing for the date of an
    /// entry.
    pub anchor: Option<Anchor>,
}

/// Reads the dates of a text, in order.
pub(super) fn read(words: Words<'_>, known: &Known<'_>, mut visit: impl FnMut(Dated)) {
    let found = date::find(words);
    let meanings = || known.entries.iter().map(|(entry, _)| entry.meaning);
    let order = date::order(meanings().chain(found.iter().map(|found| found.meaning)));
    let julian = is_julian(known.entries);
    let mut entries = known.entries.iter().peekable();
    let mut time = Time::new(known);
    let mut found = found.into_iter().peekable();
    let mut marked_to = 0;
    loop {
        let (expression, reading, anchor) = match (entries.peek(), found.peek()) {
            (None, None) => break,
            (Some((entry, reading)), next)
                if next.is_none_or(|next| entry.span.start <= next.span.start) =>
            {
                entries.next();
                (*entry, *reading, None)
            }
            (_, Some(next)) => {
                let next = *next;
                found.next();
                if !is_readable(known.readable, next.span) || next.span.start < marked_to {
                    continue;
                }
                let reading = time.read(words, next, order);
                if reading.is_none() && next.meaning.needs_context() {
                    continue;
                }
                (next, reading, Some(time.before))
            }
            (Some(_), None) => break,
        };
        if expression.span.start < marked_to {
            continue;
        }
        marked_to = expression.span.end;
        let reading = reading.map(|reading| judged(reading, julian));
        visit(Dated { expression, reading, anchor });
    }
}

/// How many days later a weekday or a feast may be that it has come to.
const NEAR: i32 = 31;

/// How many days later a date may be that a narrative has come to.
const STRIDE: i32 = 130;

/// When it is, at a place in the text.
struct Time<'a> {
    anchors: std::iter::Peekable<std::slice::Iter<'a, (u32, Anchor)>>,
    anchor: Anchor,
    /// What is known of the day of writing, whatever was told since.
    written: Anchor,
    /// What was known when the last date was read.
    before: Anchor,
    /// The year of the first entry, for what stands before it.
    usual: Option<i16>,
}

impl<'a> Time<'a> {
    fn new(known: &Known<'a>) -> Self {
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
            usual,
        }
    }

    /// What a date in the running text means, if that can be told here.
    fn read(&mut self, words: Words<'_>, found: Expression, order: Order) -> Option<Reading> {
        while let Some((_, newer)) = self.anchors.next_if(|(start, _)| *start <= found.span.start) {
            if newer.year.is_some() || newer.date.is_some() {
                self.usual = None;
            }
            self.anchor = Anchor { year: newer.year.or(self.usual), ..*newer };
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
        let reading = meaning.resolve(self.before);
        if meaning.needs_context() {
            let reading = reading.filter(|reading| reading.value.end().year().is_some());
            self.go_on_in_narrative(meaning, reading);
            return reading;
        }
        if stands_alone(words, found.span) {
            self.begin(meaning, reading);
        } else {
            self.go_on(meaning, reading);
        }
        reading
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

fn is_readable(readable: &[Span], span: Span) -> bool {
    let at = readable.partition_point(|part| part.end <= span.start);
    readable.get(at).is_some_and(|part| part.contains(span))
}

/// Whether the weekdays of the entries tell that they are dated by the Julian
/// calendar.
fn is_julian(entries: &[(Expression, Option<Reading>)]) -> bool {
    let count = |check| {
        let readings = entries.iter().filter_map(|(_, reading)| *reading);
        readings.filter(|reading| reading.weekday == check).count()
    };
    count(WeekdayCheck::AgreesOldStyle) > count(WeekdayCheck::Agrees)
}

/// The last year of the Julian calendar in England.
const OLD_STYLE: i16 = 1752;

/// A weekday that only the Julian calendar has there contradicts the date where
/// nothing else speaks for that calendar.
fn judged(reading: Reading, julian: bool) -> Reading {
    let old = reading.value.start().year().is_some_and(|year| year <= OLD_STYLE);
    match reading.weekday {
        WeekdayCheck::AgreesOldStyle if !julian && !old => {
            Reading { weekday: WeekdayCheck::Contradicts, ..reading }
        }
        _ => reading,
    }
}

fn annotate(expression: Expression, reading: Option<Reading>) -> Annotation {
    let annotation = Annotation::new(Element::Date, expression.span);
    let Some(reading) = reading else { return annotation.certain(Certainty::Low) };
    let values = reading.value.attributes().into_iter();
    let mut annotation =
        values.fold(annotation, |annotation, (name, date)| annotation.with(name, date.to_string()));
    if let Some(edtf) = reading.edtf {
        annotation = annotation
            .with(Attribute::WhenCustom, edtf.to_string())
            .with(Attribute::DatingMethod, EDTF.to_owned());
    }
    if let Some(evidence) = evidence(reading.evidence) {
        annotation = annotation.with(Attribute::Evidence, evidence.to_owned());
    }
    annotation.certain(certainty(expression.meaning, reading))
}

/// The value of `@evidence`: what is written needs none.
fn evidence(evidence: Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::Written | Evidence::Partial => None,
        Evidence::Above | Evidence::Counted => Some("internal"),
        Evidence::Past
        | Evidence::Coming
        | Evidence::Told
        | Evidence::Year
        | Evidence::Century
        | Evidence::Nearest => Some("conjecture"),
    }
}

pub(super) fn certainty(meaning: Meaning, reading: Reading) -> Certainty {
    use WeekdayCheck::{Agrees, AgreesOldStyle, Contradicts};
    match (reading.evidence, reading.weekday, reading.value) {
        // The Friday before or the one after
        (Evidence::Nearest, ..)
            if matches!(meaning, Meaning::Relative(Relative::Weekday(_, None))) =>
        {
            Certainty::Low
        }
        (_, Contradicts, _) => Certainty::Low,
        _ if matches!(reading.edtf, Some(Edtf::Uncertain(_))) => Certainty::Medium,
        (Evidence::Written, _, DateValue::When(_) | DateValue::Duration { .. }) => Certainty::High,
        (Evidence::Nearest, Agrees | AgreesOldStyle, _) => Certainty::Medium,
        _ => Certainty::Medium,
    }
}

/// What is wrong with a date.
fn oddity(
    words: Words<'_>,
    expression: Expression,
    reading: Option<Reading>,
) -> Option<Diagnostic> {
    let written = expression.span.of(words.text);
    match reading {
        None if expression.meaning.is_impossible() => {
            let message = format!("the calendar has no “{written}”");
            Some(
                Diagnostic::new(Severity::Warning, Code::ImpossibleDate, message)
                    .at(expression.span),
            )
        }
        Some(reading) if reading.weekday == WeekdayCheck::Contradicts => {
            let date = reading.value.start();
            let message = format!("{date} was a {}", weekday_name(date.weekday()?));
            let diagnostic =
                Diagnostic::new(Severity::Warning, Code::ContradictoryWeekday, message);
            Some(
                diagnostic
                    .at(expression.span)
                    .help("check the year, which may come from a heading or the entry above"),
            )
        }
        _ => None,
    }
}

fn weekday_name(weekday: i8) -> &'static str {
    const NAMES: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    usize::try_from(weekday - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("day")
}

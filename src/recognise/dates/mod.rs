//! Dates and their values.

mod numbered;
mod time;

use crate::annotation::{Annotation, Certainty};
use crate::date::{
    self, Anchor, DateValue, EDTF, Edtf, Evidence, Expression, Meaning, Reading, Relative,
    WeekdayCheck,
};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::{Attribute, Element};
use crate::source::Span;
use crate::token::Words;
use time::Time;

/// What is known of dates from the structure of the text.
pub(crate) struct Known<'a> {
    /// From which offset on what is known of the time of writing, ascending.
    pub anchors: &'a [(u32, Anchor)],
    /// The dates of the entries, in order.
    pub entries: &'a [(Expression, Option<Reading>)],
    /// The parts of the text that are read.
    pub readable: &'a [Span],
    /// Whether the text is a narrative, in which few lines are dated.
    pub narrative: bool,
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
    let order = date::order(words, meanings().chain(found.iter().map(|found| found.meaning)));
    let julian = is_julian(known.entries);
    let mut entries = known.entries.iter().peekable();
    let mut time = Time::new(words, known, &found, julian);
    let mut found = found.into_iter().peekable();
    let mut marked_to = 0;
    let numbers = numbered::numbers(words.text);
    loop {
        let (expression, reading, anchor) = match (entries.peek(), found.peek()) {
            (None, None) => break,
            (Some((entry, reading)), next)
                if next.is_none_or(|next| entry.span.start <= next.span.start) =>
            {
                entries.next();
                // “The 2nd Sonata” begins a line too.
                let told = reading.is_some() || !entry.meaning.needs_context();
                if known.narrative && !told {
                    continue;
                }
                // What a history has come to tells the year of a day that begins a paragraph.
                let open = reading.is_some_and(|reading| reading.value.start().year().is_none());
                if known.narrative && open && entry.span.start >= marked_to {
                    (*entry, time.read(words, *entry).or(*reading), Some(time.before))
                } else {
                    (*entry, *reading, None)
                }
            }
            (_, Some(next)) => {
                let next = *next;
                found.next();
                if !is_readable(words.text, known.readable, next.span)
                    || next.span.start < marked_to
                    || numbered::is_paragraph(words, next, &numbers)
                {
                    continue;
                }
                let meaning = order.map_or(next.meaning, |order| next.meaning.ordered(order));
                let next = Expression { meaning, ..next };
                let reading = time.read(words, next);
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

fn is_readable(text: &str, readable: &[Span], span: Span) -> bool {
    // A year with the stop behind it.
    const YEAR: usize = 6;
    const LINE: u32 = 100;
    let at = readable.partition_point(|part| part.end <= span.start);
    let Some(part) = readable.get(at) else { return false };
    // “London, May 17”, and “1819” alone in the next line
    let between = |next: &Span| &text[part.end as usize..next.start as usize];
    let line = |next: &&Span| next.start - part.end <= LINE && between(next).trim() == "";
    let next = || readable.get(at + 1).filter(line);
    let year = |next: &Span| next.len() <= LINE && next.of(text).trim().len() <= YEAR;
    let over = || next().is_some_and(|next| year(next) && span.end <= next.end);
    part.contains(span) || part.start <= span.start && span.start < part.end && over()
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
    use WeekdayCheck::Contradicts;
    match (reading.evidence, reading.weekday, reading.value) {
        // The Friday before or the one after
        (Evidence::Nearest, ..)
            if matches!(meaning, Meaning::Relative(Relative::Weekday(_, None))) =>
        {
            Certainty::Low
        }
        (_, Contradicts, _) => Certainty::Low,
        _ if matches!(reading.edtf, Some(Edtf::Uncertain(_) | Edtf::Interval(..))) => {
            Certainty::Medium
        }
        // Nothing in the text shows whether “3/4/1953” is of March.
        _ if meaning.is_ambiguous() => Certainty::Medium,
        (Evidence::Written, _, DateValue::When(_) | DateValue::Duration { .. }) => Certainty::High,
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

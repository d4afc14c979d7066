//! Dates and their values.

use crate::annotation::{Annotation, Certainty};
use crate::date::{self, Anchor, DateValue, Expression, Reading};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::Element;
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
    let mut entries = known.entries.iter().peekable();
    let mut anchors = known.anchors.iter().peekable();
    let mut anchor = Anchor { year: usual_year(known), date: None };
    let mut marked_to = 0;
    let found = date::find(words);
    let mut found = found.into_iter().peekable();
    loop {
        let (expression, reading) = match (entries.peek(), found.peek()) {
            (None, None) => break,
            (Some((entry, reading)), next)
                if next.is_none_or(|next| entry.span.start <= next.span.start) =>
            {
                let item = (*entry, *reading);
                entries.next();
                item
            }
            (_, Some(next)) => {
                let next = *next;
                found.next();
                if !is_readable(known.readable, next.span) {
                    continue;
                }
                while let Some((_, newer)) = anchors.next_if(|(start, _)| *start <= next.span.start)
                {
                    anchor.date = newer.date;
                }
                (next, next.meaning.resolve(anchor))
            }
            (Some(_), None) => break,
        };
        if expression.span.start < marked_to {
            continue;
        }
        marked_to = expression.span.end;
        diagnostics.extend(oddity(words, expression, reading));
        annotations.push(annotate(expression, reading));
    }
}

/// The year of the first entry, for what stands before it.
pub(super) fn usual_year(known: &Known<'_>) -> Option<i16> {
    known.entries.iter().find_map(|(_, reading)| reading.as_ref()?.value.start().year())
}

fn is_readable(readable: &[Span], span: Span) -> bool {
    let at = readable.partition_point(|part| part.end <= span.start);
    readable.get(at).is_some_and(|part| part.contains(span))
}

fn annotate(expression: Expression, reading: Option<Reading>) -> Annotation {
    let annotation = Annotation::new(Element::Date, expression.span);
    let Some(reading) = reading else { return annotation.certain(Certainty::Low) };
    let values = reading.value.attributes().into_iter();
    let annotation =
        values.fold(annotation, |annotation, (name, date)| annotation.with(name, date.to_string()));
    annotation.certain(certainty(reading))
}

pub(super) fn certainty(reading: Reading) -> Certainty {
    match (reading.explicit, reading.weekday_agrees, reading.value) {
        (_, false, _) => Certainty::Low,
        (true, true, DateValue::When(_) | DateValue::Duration { .. }) => Certainty::High,
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
        Some(reading) if !reading.weekday_agrees => {
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

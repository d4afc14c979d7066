//! Why something is a date or a name, or is none.

use super::dates::{Known, certainty, usual_year};
use super::identity::Identities;
use super::known::{Link, Mention, Scholar};
use super::names::{self, Given, Kind};
use super::{Reading, mentions};
use crate::annotation::Annotation;
use crate::date::{self, Anchor, Expression, Reading as Value};
use crate::element::Element;
use crate::reason::{Layer, Reason, count};
use crate::source::{Lines, Span};
use crate::token::Words;

/// What the recognisers say of an offset, given the annotations that were made
/// before the names.
pub(crate) fn why(
    words: Words<'_>,
    lines: &Lines,
    known: &Known<'_>,
    reading: &Reading<'_>,
    annotations: &[Annotation],
    at: u32,
) -> Vec<Reason> {
    let dates: Vec<Span> = annotations
        .iter()
        .filter(|annotation| annotation.element == Element::Date)
        .map(|annotation| annotation.outer)
        .collect();
    if let Some(span) = dates.iter().find(|span| span.start <= at && at < span.end) {
        return of_date(words, known, *span).into_iter().collect();
    }
    if !super::touches(reading.readable, Span::new(at, at + 1)) {
        let says = "names and dates are not looked for here";
        return vec![Reason::new(Layer::Name, Span::empty(at), says)];
    }
    let given = Given { dates: &dates, places: reading.places };
    let mut reasons: Vec<Reason> =
        names::why(words, reading.readable, &given, at).into_iter().collect();
    reasons.extend(of_mention(words, lines, reading, &dates, at));
    reasons
}

fn of_date(words: Words<'_>, known: &Known<'_>, span: Span) -> Option<Reason> {
    let of_entry = known.entries.iter().find(|(entry, _)| entry.span == span).copied();
    let before = known.anchors.iter().take_while(|(start, _)| *start <= span.start).last();
    let anchor =
        Anchor { year: usual_year(known), date: before.and_then(|(_, anchor)| anchor.date) };
    let (expression, value) = match of_entry {
        Some(found) => found,
        None => {
            let found = date::find(words).into_iter().find(|found| found.span == span)?;
            (found, found.meaning.resolve(anchor))
        }
    };
    let place = if of_entry.is_some() { "the date line of an entry" } else { "a date in the text" };
    let reason = Reason::new(Layer::Date, span, format!("{place}: {}", meaning(expression)));
    Some(with_value(reason, value, anchor, of_entry.is_some()))
}

fn meaning(expression: Expression) -> String {
    use date::Meaning::{Between, Date, Days, Duration, Part};
    let parts = |written: date::Written| {
        let year = match written.year {
            date::Year::Missing => None,
            date::Year::Full(_) => Some("year"),
            date::Year::Short(_) => Some("last digits of a year"),
        };
        let of = [
            written.weekday.map(|_| "weekday"),
            written.day.map(|_| "day"),
            written.month.map(|_| "month"),
            year,
        ];
        of.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match expression.meaning {
        Date(written) => format!("written are {}", parts(written)),
        Duration(from, to) => format!("from one ({}) to another ({})", parts(from), parts(to)),
        Between(from, to) => format!("between one ({}) and another ({})", parts(from), parts(to)),
        Part(_, written) => format!("a part of a time ({})", parts(written)),
        Days(days) => format!("so many days from the day of writing: {days}"),
    }
}

fn with_value(reason: Reason, value: Option<Value>, anchor: Anchor, of_entry: bool) -> Reason {
    let Some(value) = value else {
        return reason.and("the calendar has no such date, or too little is written for a value");
    };
    let attributes: Vec<String> =
        value.value.attributes().iter().map(|(name, date)| format!("{name}=\"{date}\"")).collect();
    let mut reason = reason.and(format!("its value is {}", attributes.join(" ")));
    if value.explicit {
        reason = reason.and("every part of the value is written there");
    } else if of_entry {
        reason = reason.and("what is not written comes from the heading or the entry before");
    } else {
        let from = match (anchor.date, anchor.year) {
            (Some(date), _) => format!("the entry it stands in, dated {date}"),
            (None, Some(year)) => format!("the first entry, of {year}"),
            (None, None) => "nowhere: no entry has a date".to_owned(),
        };
        reason = reason.and(format!("what is not written comes from {from}"));
    }
    if !value.weekday_agrees {
        reason = reason.and("the weekday written is not that of the date");
    }
    reason.and(format!("so its certainty is {}", certainty(value).value()))
}

/// What became of the name at an offset, and whose it is.
fn of_mention(
    words: Words<'_>,
    lines: &Lines,
    reading: &Reading<'_>,
    dates: &[Span],
    at: u32,
) -> Vec<Reason> {
    let (persons, others, identities) = mentions(words, reading, dates);
    let holds = |mention: &&Mention| mention.name.span.start <= at && at < mention.name.span.end;
    if let Some(index) = persons.iter().position(|mention| holds(&mention)) {
        let mut reasons: Vec<Reason> =
            of_link(&reading.scholar, &persons[index]).into_iter().collect();
        reasons.push(of_person(words, lines, &persons, &identities, index));
        return reasons;
    }
    let other = others.iter().find(holds);
    other.and_then(|mention| of_link(&reading.scholar, mention)).into_iter().collect()
}

/// What the authority or the list says of a name.
fn of_link(scholar: &Scholar<'_>, mention: &Mention) -> Option<Reason> {
    let name = |entry: &u32| {
        let entry = scholar.authority.entry(*entry);
        format!("{} (`{}`)", entry.name, entry.id)
    };
    let says = match &mention.link {
        Link::None => return None,
        Link::One(entry) => format!("the authority has this form, of {}", name(entry)),
        Link::Several(entries) => {
            let names: Vec<String> = entries.iter().map(name).collect();
            format!("the authority has this form several times: {}", names.join(", "))
        }
    };
    Some(Reason::new(Layer::Identity, mention.name.span, says))
}

fn of_person(
    words: Words<'_>,
    lines: &Lines,
    mentions: &[Mention],
    identities: &Identities,
    index: usize,
) -> Reason {
    let span = mentions[index].name.span;
    let Some(person) = identities.of_name[index].map(|person| &identities.persons[person]) else {
        let says = "letters that are those of no person here, so they are no name";
        return Reason::new(Layer::Identity, span, says);
    };
    let mut forms: Vec<(String, usize)> = Vec::new();
    for mention in &person.mentions {
        let form = mentions[*mention].name.span.of(words.text).replace('\n', " ");
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    let shown: Vec<String> =
        forms.iter().take(8).map(|(form, count)| format!("“{form}” {count}")).collect();
    let first = person.mentions.iter().map(|mention| mentions[*mention].name.span.start).min();
    let line = lines.line(first.unwrap_or(span.start));
    let total = count(person.mentions.len(), "mention");
    let mut reason = Reason::new(Layer::Identity, span, identities.how[index].words())
        .and(format!("the person has {total}, the first in line {line}: {}", shown.join(", ")));
    if person.entry.is_some() && !person.linked_by_form {
        reason = reason.and("the parts of the name fit one entry of the authority");
    }
    if !person.could_be.is_empty() {
        let entries = count(person.could_be.len(), "entry").replace("entrys", "entries");
        reason = reason
            .and(format!("the parts of the name fit {entries} of the authority, so none is taken"));
    }
    reason
}

impl Kind {
    /// The word for what it names.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Work => "work",
        }
    }
}

//! Why something is a date or a name, or is none.

use super::couple;
use super::dates::{self, Dated, Known, certainty};
use super::identity::Identities;
use super::known::Scholar;
use super::mention::{Link, Mention};
use super::names::{self, Given, Kind};
use super::{Reading, mentions, spans_of};
use crate::annotation::Annotation;
use crate::date::{self, Anchor, Evidence, Meaning, WeekdayCheck, Year};
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
    let date_spans = spans_of(annotations, Element::Date);
    if let Some(span) = date_spans.iter().find(|span| span.start <= at && at < span.end) {
        return of_date(words, known, *span).into_iter().collect();
    }
    if !super::touches(reading.readable, Span::new(at, at + 1)) {
        let says = "names and dates are not looked for here";
        return vec![Reason::new(Layer::Name, Span::empty(at), says)];
    }
    let speakers = spans_of(annotations, Element::Speaker);
    let given = Given { dates: &date_spans, places: reading.places, speakers: &speakers };
    let mut reasons: Vec<Reason> =
        names::why(words, reading.readable, &given, at).into_iter().collect();
    reasons.extend(of_mention(words, lines, reading, &given, at));
    reasons
}

fn of_date(words: Words<'_>, known: &Known<'_>, span: Span) -> Option<Reason> {
    let mut found = None;
    dates::read(words, known, |dated| {
        if dated.expression.span == span {
            found = Some(dated);
        }
    });
    let Dated { expression, reading, anchor } = found?;
    let place = if anchor.is_none() { "the date of an entry" } else { "a date in the text" };
    let says = format!("{place}, in which is written {}", meaning(expression.meaning));
    let reason = Reason::new(Layer::Date, span, says);
    Some(with_value(reason, expression.meaning, reading, anchor))
}

fn meaning(meaning: Meaning) -> String {
    let parts = |written: date::Written| {
        let year = match written.year {
            Year::Missing => None,
            Year::Full(_) => Some("year"),
            Year::Beside(_) => Some("year of writing"),
            Year::Short(_) => Some("last digits of a year"),
            Year::Cut { .. } => Some("first digits of a year"),
        };
        let of = [
            written.weekday.map(|_| "weekday"),
            written.day.map(|_| "day"),
            written.month.map(|_| "month"),
            year,
        ];
        of.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match meaning {
        Meaning::Date(written) => parts(written),
        Meaning::Duration(from, to) => format!("a time from {} to {}", parts(from), parts(to)),
        Meaning::Between(from, to) => format!("a point between {} and {}", parts(from), parts(to)),
        Meaning::OneOf(one, other) => format!("one of two: {} or {}", parts(one), parts(other)),
        Meaning::Part(_, written) => format!("a part of a time: {}", parts(written)),
        Meaning::Open(_, written) => format!("a bound of a time: {}", parts(written)),
        Meaning::Season { .. } => "a season".to_owned(),
        Meaning::Years(from, to) => format!("the years {from} to {to}"),
        Meaning::Tens(_) => "a decade without its century".to_owned(),
        Meaning::Feast(..) => "a feast".to_owned(),
        Meaning::Reign(_) => "a year of a reign".to_owned(),
        Meaning::Relative(_) => "a time counted from the day of writing".to_owned(),
    }
}

fn with_value(
    reason: Reason,
    meaning: Meaning,
    reading: Option<date::Reading>,
    anchor: Option<Anchor>,
) -> Reason {
    let Some(reading) = reading else {
        return reason.and("no value: the calendar has no such date, or too little is written");
    };
    let values = reading.value.attributes();
    let values: Vec<String> =
        values.iter().map(|(name, date)| format!("{name}=\"{date}\"")).collect();
    let from = match anchor.map(|anchor| (anchor.date, anchor.year, anchor.told)) {
        None => "the heading or the entry above".to_owned(),
        Some((Some(date), _, true)) => format!("{date}, the date that was told before"),
        Some((Some(date), _, false)) => format!("{date}, the date of the entry it belongs to"),
        Some((None, Some(year), _)) => format!("{year}, the year of the text"),
        Some((None, None, _)) => "nowhere".to_owned(),
    };
    let rests = match reading.evidence {
        Evidence::Written => "every part of the value is written there".to_owned(),
        Evidence::Partial => "it has no year, and none could be concluded".to_owned(),
        Evidence::Above => format!("what is not written continues {from}"),
        Evidence::Counted => format!("it is counted from {from}"),
        Evidence::Past => {
            format!("the sentence tells of what is past: the last such date up to {from}")
        }
        Evidence::Coming => {
            format!("the sentence tells of what is to come: the next such date after {from}")
        }
        Evidence::Told => format!("it goes on from {from}"),
        Evidence::Year => format!("its year is {from}"),
        Evidence::Century => {
            format!("the two digits are those of the last such year up to, or soon after, {from}")
        }
        Evidence::Nearest => {
            format!("it is the nearest such date to {from}")
        }
    };
    let mut reason = reason.and(format!("its value is {}", values.join(" "))).and(rests);
    if let Some(says) = match reading.weekday {
        WeekdayCheck::None => None,
        WeekdayCheck::Agrees => Some("the weekday is that of the date"),
        WeekdayCheck::AgreesOldStyle => Some("the weekday is that of the date in old style"),
        WeekdayCheck::Contradicts => Some("the weekday is not that of the date"),
    } {
        reason = reason.and(says);
    }
    reason.and(format!("so its certainty is {}", certainty(meaning, reading).value()))
}

/// What became of the name at an offset, and whose it is.
fn of_mention(
    words: Words<'_>,
    lines: &Lines,
    reading: &Reading<'_>,
    given: &Given<'_>,
    at: u32,
) -> Vec<Reason> {
    let (persons, others, identities) = mentions(words, reading, given);
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
        let form = couple::form(words, &mentions[*mention]).into_owned();
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

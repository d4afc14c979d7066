//! Words to what they name: dates, persons, places.

mod alias;
mod couple;
mod dates;
mod entities;
mod explain;
mod identity;
mod known;
mod mention;
mod names;
mod speakers;
mod speech;

use crate::annotation::Annotation;
use crate::diagnostic::Diagnostic;
use crate::element::Element;
use crate::entity::Entities;
use crate::source::Span;
use crate::structure::Ids;
use crate::token::Words;
use entities::Marker;
use identity::{Identities, identify};
use mention::Mention;
use names::{Given, Kind};

pub(crate) use dates::{Known, recognise as dates};
pub(crate) use entities::claimed;
pub(crate) use explain::why;
pub(crate) use known::Scholar;
pub(crate) use speech::{speech, why_speech};

/// What a text says of names and their bearers, for [`names`].
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The parts of the text that are read.
    pub readable: &'a [Span],
    /// Where a date line says that it was written.
    pub places: &'a [Span],
    /// What the scholar knows.
    pub scholar: Scholar<'a>,
}

/// Marks the names of persons, places, organisations and works, and returns
/// whom and what they are of.
pub(crate) fn names(
    words: Words<'_>,
    reading: &Reading<'_>,
    ids: &mut Ids,
    annotations: &mut Vec<Annotation>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Entities {
    let dates = spans_of(annotations, Element::Date);
    let speakers = spans_of(annotations, Element::Speaker);
    let given = Given { dates: &dates, places: reading.places, speakers: &speakers };
    let (persons, others, identities) = mentions(words, reading, &given);
    let scholar = reading.scholar;
    // The header has these.
    ids.reserve(env!("CARGO_PKG_NAME"));
    for notation in annotations.iter().filter_map(|annotation| annotation.notation) {
        ids.reserve(notation.id);
    }
    let mut marker = Marker { words, scholar, ids, annotations, diagnostics };
    let persons = marker.persons(&persons, &identities);
    let places = marker.others(&others);
    speakers::tell_who(annotations, &speakers);
    Entities { persons, places }
}

/// The names of persons, those of others, and whose the first are.
fn mentions(
    words: Words<'_>,
    reading: &Reading<'_>,
    given: &Given<'_>,
) -> (Vec<Mention>, Vec<Mention>, Identities) {
    let Reading { readable, scholar, .. } = *reading;
    let found = names::names(words, readable, given);
    let mut mentions = scholar.apply(words, readable, given.dates, found);
    alias::add(words, &mut mentions);
    let mentions = couple::join(words, mentions);
    let (persons, others): (Vec<Mention>, Vec<Mention>) = mentions
        .into_iter()
        .partition(|mention| mention.name.kind == Kind::Person || mention.name.doubtful);
    let identities = identify(words, &persons, &scholar);
    (persons, others, identities)
}

/// Where the elements of a kind stand, in order.
fn spans_of(annotations: &[Annotation], element: Element) -> Vec<Span> {
    let found = annotations.iter().filter(|annotation| annotation.element == element);
    let mut spans: Vec<Span> = found.map(|annotation| annotation.outer).collect();
    spans.sort_unstable();
    spans
}

/// Whether one of `spans`, which come in order, shares a byte with `span`.
fn touches(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.end <= span.start);
    spans.get(at).is_some_and(|other| other.overlaps(span))
}

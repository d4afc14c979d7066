//! Words to what they name: dates, persons, places.

mod alias;
mod dates;
mod explain;
mod identity;
mod known;
mod names;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::annotation::{Annotation, Certainty};
use crate::authority::Entry;
use crate::diagnostic::Diagnostic;
use crate::element::{Attribute, Element};
use crate::entity::{Entities, Entity};
use crate::source::{Span, collapsed};
use crate::structure::{Ids, slug};
use crate::token::Words;
use identity::{Identities, identify};
use known::{Link, Mention};
use names::{Given, Kind};

pub(crate) use dates::{Known, recognise as dates};
pub(crate) use explain::why;
pub(crate) use known::Scholar;

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
    let dates: Vec<Span> = annotations
        .iter()
        .filter(|annotation| annotation.element == Element::Date)
        .map(|annotation| annotation.outer)
        .collect();
    let (persons, others, identities) = mentions(words, reading, &dates);
    let scholar = reading.scholar;
    // The header has these.
    ids.reserve(env!("CARGO_PKG_NAME"));
    for notation in annotations.iter().filter_map(|annotation| annotation.notation) {
        ids.reserve(notation.id);
    }
    let mut marker = Marker { words, scholar, ids, annotations, diagnostics };
    let persons = marker.persons(&persons, &identities);
    let places = marker.others(&others);
    Entities { persons, places }
}

/// The names of persons, those of others, and whose the first are.
fn mentions(
    words: Words<'_>,
    reading: &Reading<'_>,
    dates: &[Span],
) -> (Vec<Mention>, Vec<Mention>, Identities) {
    let Reading { readable, places, scholar } = *reading;
    let found = names::names(words, readable, &Given { dates, places });
    let mut mentions = scholar.apply(words, readable, dates, found);
    alias::add(words, &mut mentions);
    let (persons, others): (Vec<Mention>, Vec<Mention>) = mentions
        .into_iter()
        .partition(|mention| mention.name.kind == Kind::Person || mention.name.doubtful);
    let identities = identify(words, &persons, &scholar);
    (persons, others, identities)
}

/// Whether one of `spans`, which come in order, shares a byte with `span`.
fn touches(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.end <= span.start);
    spans.get(at).is_some_and(|other| other.overlaps(span))
}

/// Puts elements over names.
struct Marker<'a> {
    words: Words<'a>,
    scholar: Scholar<'a>,
    ids: &'a mut Ids,
    annotations: &'a mut Vec<Annotation>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Marker<'_> {
    fn persons(&mut self, mentions: &[Mention], identities: &Identities) -> Vec<Entity> {
        let mut entities = Vec::with_capacity(identities.persons.len());
        for person in &identities.persons {
            let names = person.mentions.iter().map(|mention| &mentions[*mention].name);
            let spans: Vec<Span> = names.clone().map(|name| name.span).collect();
            let key = [person.surname.as_str(), &person.given.join(" ")].join(" ");
            let mut entity = self.entity(&spans, &key, "person", person.entry);
            if !person.linked_by_form {
                entity.certainty = Certainty::Medium;
            }
            let template = reference(Element::PersName, &entity);
            for name in names {
                // A title, before the name of someone whom the scholar knows.
                let sure = person.entry.is_some() && name.titles > 0;
                let certainty = if sure { Certainty::High } else { name.certainty };
                let mut annotation = template.clone().certain(certainty);
                (annotation.outer, annotation.inner) = (name.span, name.span);
                self.annotations.push(annotation);
            }
            entities.push(entity);
            self.diagnostics.extend(self.scholar.doubt(self.words, &person.could_be, spans[0]));
        }
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }

    fn others(&mut self, mentions: &[Mention]) -> Vec<Entity> {
        let mut places: BTreeMap<(Option<u32>, String), Vec<&Mention>> = BTreeMap::new();
        for mention in mentions {
            let name = &mention.name;
            let plain = |element| Annotation::new(element, name.span).certain(name.certainty);
            match (name.kind, &mention.link) {
                (Kind::Place, Link::One(entry)) => {
                    places.entry((Some(*entry), String::new())).or_default().push(mention);
                }
                (Kind::Place, _) => {
                    let key = slug(name.span.of(self.words.text));
                    places.entry((None, key)).or_default().push(mention);
                }
                (Kind::Organisation, _) => self.annotations.push(plain(Element::OrgName)),
                (Kind::Work, _) => self.annotations.push(plain(Element::Title)),
                (Kind::Person, _) => {}
            }
        }
        let mut entities = Vec::with_capacity(places.len());
        for ((entry, key), mentions) in places {
            let spans: Vec<Span> = mentions.iter().map(|mention| mention.name.span).collect();
            let entity = self.entity(&spans, &key, "place", entry);
            for Mention { name, .. } in &mentions {
                let mut annotation = reference(Element::PlaceName, &entity).certain(name.certainty);
                (annotation.outer, annotation.inner) = (name.span, name.span);
                self.annotations.push(annotation);
            }
            if let Link::Several(entries) = &mentions[0].link {
                self.diagnostics.extend(self.scholar.doubt(self.words, entries, spans[0]));
            }
            entities.push(entity);
        }
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }

    /// The entity that these names are of, with the identifier of its entry in
    /// the authority or one made of `key`.
    fn entity(
        &mut self,
        mentions: &[Span],
        key: &str,
        otherwise: &str,
        entry: Option<u32>,
    ) -> Entity {
        let forms = forms(self.words.text, mentions);
        let entry = entry.map(|entry| self.scholar.authority.entry(entry));
        let base =
            entry.map_or_else(|| identifier(key, otherwise), |entry| own_id(entry, otherwise));
        let id = self.ids.unique(base);
        let (certainty, idnos) = match entry {
            Some(entry) => (Certainty::High, entry.idnos.clone()),
            None => (Certainty::Medium, Vec::new()),
        };
        Entity { id, forms, mentions: mentions.len(), certainty, idnos }
    }
}

/// A name that points to its bearer.
fn reference(element: Element, entity: &Entity) -> Annotation {
    Annotation::new(element, Span::default())
        .with(Attribute::Ref, format!("#{}", entity.id))
        .with(Attribute::Key, entity.id.clone())
}

/// The forms of a name, the fullest first, the others as they appear.
fn forms(text: &str, mentions: &[Span]) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let forms = mentions.iter().map(|span| collapsed(span.of(text)));
    let mut forms: Vec<String> =
        forms.filter(|form| seen.insert(form.clone())).map(Cow::into_owned).collect();
    let main =
        (0..forms.len()).max_by_key(|at| (forms[*at].chars().count(), std::cmp::Reverse(*at)));
    if let Some(main) = main {
        forms[..=main].rotate_right(1);
    }
    forms
}

/// An identifier made of `key`, which begins with a letter.
fn identifier(key: &str, otherwise: &str) -> String {
    match slug(key) {
        base if base.starts_with(|c: char| c.is_ascii_lowercase()) => base,
        base => format!("{otherwise}-{base}"),
    }
}

/// The identifier of an entry, if XML can have it.
fn own_id(entry: &Entry, otherwise: &str) -> String {
    let starts = entry.id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if starts && entry.id.bytes().all(letter) {
        entry.id.clone()
    } else {
        identifier(&entry.id, otherwise)
    }
}

//! Words to what they name: dates, persons, places.

mod dates;
mod identity;
mod names;

use std::collections::BTreeMap;

use crate::annotation::{Annotation, Certainty};
use crate::element::{Attribute, Element};
use crate::entity::{Entities, Entity};
use crate::source::Span;
use crate::structure::{Ids, slug};
use crate::token::Words;
use identity::{Identities, identify};
use names::{Given, Kind, Name};

pub(crate) use dates::{Known, recognise as dates};

/// Marks the names of persons, places, organisations and works, and returns
/// whom and what they are of. `places` are where a date line says that it was
/// written.
pub(crate) fn names(
    words: Words<'_>,
    readable: &[Span],
    places: &[Span],
    ids: &mut Ids,
    annotations: &mut Vec<Annotation>,
) -> Entities {
    let dates: Vec<Span> = annotations
        .iter()
        .filter(|annotation| annotation.element == Element::Date)
        .map(|annotation| annotation.outer)
        .collect();
    let (persons, others): (Vec<Name>, Vec<Name>) =
        names::names(words, readable, &Given { dates: &dates, places })
            .into_iter()
            .partition(|name| name.kind == Kind::Person || name.doubtful);
    let doubtful: Vec<bool> = persons.iter().map(|name| name.doubtful).collect();
    let identities = identify(words, &persons, &doubtful);
    let mut entities = Entities::default();
    mark_persons(words, &persons, &identities, ids, &mut entities, annotations);
    mark_others(words, &others, ids, &mut entities, annotations);
    entities
}

fn mark_persons(
    words: Words<'_>,
    names: &[Name],
    identities: &Identities,
    ids: &mut Ids,
    entities: &mut Entities,
    annotations: &mut Vec<Annotation>,
) {
    for person in &identities.persons {
        let key = [person.surname.as_str(), &person.given.join(" ")].join(" ");
        let spans: Vec<Span> = person.mentions.iter().map(|name| names[*name].span).collect();
        let entity = entity(words.text, &spans, &key, "person", ids);
        let template = Annotation::new(Element::PersName, Span::default())
            .with(Attribute::Ref, format!("#{}", entity.id))
            .with(Attribute::Key, entity.id.clone());
        for name in person.mentions.iter().map(|name| &names[*name]) {
            let mut annotation = template.clone().certain(name.certainty);
            (annotation.outer, annotation.inner) = (name.span, name.span);
            annotations.push(annotation);
        }
        entities.persons.push(entity);
    }
    entities.persons.sort_by(|a, b| a.id.cmp(&b.id));
}

fn mark_others(
    words: Words<'_>,
    names: &[Name],
    ids: &mut Ids,
    entities: &mut Entities,
    annotations: &mut Vec<Annotation>,
) {
    let mut places: BTreeMap<String, Vec<&Name>> = BTreeMap::new();
    for name in names {
        match name.kind {
            Kind::Place => places.entry(slug(name.span.of(words.text))).or_default().push(name),
            Kind::Organisation => annotations
                .push(Annotation::new(Element::OrgName, name.span).certain(name.certainty)),
            Kind::Work => {
                annotations
                    .push(Annotation::new(Element::Title, name.span).certain(name.certainty));
            }
            Kind::Person => {}
        }
    }
    for (key, mentions) in places {
        let spans: Vec<Span> = mentions.iter().map(|name| name.span).collect();
        let entity = entity(words.text, &spans, &key, "place", ids);
        for name in mentions {
            let annotation = Annotation::new(Element::PlaceName, name.span)
                .with(Attribute::Ref, format!("#{}", entity.id))
                .with(Attribute::Key, entity.id.clone());
            annotations.push(annotation.certain(name.certainty));
        }
        entities.places.push(entity);
    }
    entities.places.sort_by(|a, b| a.id.cmp(&b.id));
}

/// The entity that these names are of, with its identifier made of `key`.
fn entity(text: &str, mentions: &[Span], key: &str, otherwise: &str, ids: &mut Ids) -> Entity {
    let mut forms: Vec<String> = Vec::new();
    for span in mentions {
        let form = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    // The fullest form first, the others as they appear.
    let main =
        (0..forms.len()).max_by_key(|at| (forms[*at].chars().count(), std::cmp::Reverse(*at)));
    if let Some(main) = main {
        forms[..=main].rotate_right(1);
    }
    let base = match slug(key) {
        base if base.starts_with(|c: char| c.is_ascii_lowercase()) => base,
        base => format!("{otherwise}-{base}"),
    };
    let id = ids.unique(base);
    Entity { id, forms, mentions: mentions.len(), certainty: Certainty::Medium }
}

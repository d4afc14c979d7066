//! The lists of persons and places that the text mentions.

use super::markup::{Markup, Values};
use crate::annotation::RESPONSIBLE;
use crate::element::Attribute::{Cert, Resp, Type, XmlId};
use crate::element::Element;
use crate::entity::{Entities, Entity};

/// Writes `standOff`, unless there is nothing in it.
pub(super) fn write_stand_off(entities: &Entities, markup: &mut Markup<'_>) {
    if entities.is_empty() {
        return;
    }
    markup.nest(Element::StandOff, &[], |markup| write_lists(entities, markup));
}

/// Writes the lists alone, for a header that wants them in its `sourceDesc`.
pub(super) fn write_lists(entities: &Entities, markup: &mut Markup<'_>) {
    if !entities.persons.is_empty() {
        markup.nest(Element::ListPerson, &[], |markup| {
            for person in &entities.persons {
                entity(person, Element::Person, Element::PersName, markup);
            }
        });
    }
    if !entities.places.is_empty() {
        markup.nest(Element::ListPlace, &[], |markup| {
            for place in &entities.places {
                entity(place, Element::Place, Element::PlaceName, markup);
            }
        });
    }
}

/// Writes the lists as those of a bibliography, for a schema without lists of
/// persons and places.
pub(super) fn write_items(entities: &Entities, markup: &mut Markup<'_>) {
    let lists = [
        ("Persons", &entities.persons, Element::PersName),
        ("Places", &entities.places, Element::PlaceName),
    ];
    for (head, entities, name) in lists.into_iter().filter(|(_, list, _)| !list.is_empty()) {
        markup.nest(Element::List, &[], |markup| {
            markup.leaf(Element::Head, &[], head);
            for entity in entities {
                markup.nest(Element::Item, &[(XmlId, &entity.id)], |markup| {
                    for form in &entity.forms {
                        markup.leaf(name, &[], form);
                    }
                });
            }
        });
    }
}

/// The main form of the name first, then the other forms in the text.
fn entity(entity: &Entity, element: Element, name: Element, markup: &mut Markup<'_>) {
    let certainty = entity.certainty.value();
    let values = [(XmlId, entity.id.as_str()), (Resp, RESPONSIBLE), (Cert, certainty)];
    markup.nest(element, &values, |markup| {
        let mut forms = entity.forms.iter();
        if let Some(main) = forms.next() {
            let values: Values<'_> = &[(Type, "main")];
            markup.leaf(name, values, main);
        }
        for form in forms {
            markup.leaf(name, &[(Type, "variant")], form);
        }
        for idno in &entity.idnos {
            markup.leaf(Element::Idno, &[(Type, idno.of.name())], &idno.uri());
        }
        let mentions = match entity.mentions {
            1 => "1 mention".to_owned(),
            count => format!("{count} mentions"),
        };
        markup.nest(Element::Note, &[(Type, "mentions")], |markup| {
            markup.leaf(Element::P, &[], &mentions);
        });
    });
}

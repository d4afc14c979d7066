//! The divisions of an edition, and what stands in them.

use std::ops::Range;

use crate::element::{Attribute, Element};
use crate::internalize::{Event, Nested};

/// A `front`, `body`, `back` or `div`.
#[derive(Debug)]
pub(crate) struct Division {
    /// Its annotation.
    pub annotation: usize,
    /// Its events, the tags included.
    pub events: Range<usize>,
    /// The division it stands in, by its place in the list.
    pub parent: Option<usize>,
    /// What stands in it and in no element of it.
    pub children: Vec<Child>,
}

/// An element in a division.
#[derive(Debug)]
pub(crate) struct Child {
    /// Its annotation.
    pub annotation: usize,
    /// What it is.
    pub element: Element,
    /// Its events, the tags included.
    pub events: Range<usize>,
}

/// The divisions in document order.
pub(crate) fn divisions(nested: &Nested) -> Vec<Division> {
    let mut divisions: Vec<Division> = Vec::new();
    // The open elements: their first event, and their division if they are one.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, event) in nested.events.iter().enumerate() {
        match *event {
            Event::Start(annotation) => {
                let element = nested.annotations[annotation].element;
                let division = is_division(element).then_some(divisions.len());
                if division.is_some() {
                    let parent = open.last().and_then(|(_, division)| *division);
                    let events = at..at;
                    divisions.push(Division { annotation, events, parent, children: Vec::new() });
                }
                open.push((at, division));
            }
            Event::End(annotation) => {
                let Some((start, division)) = open.pop() else { continue };
                let events = start..at + 1;
                if let Some(division) = division {
                    divisions[division].events = events.clone();
                }
                if let Some((_, Some(parent))) = open.last() {
                    let element = nested.annotations[annotation].element;
                    divisions[*parent].children.push(Child { annotation, element, events });
                }
            }
            Event::Text(_) | Event::Delimiter(_) => {}
        }
    }
    divisions
}

const fn is_division(element: Element) -> bool {
    matches!(element, Element::Front | Element::Body | Element::Back | Element::Div)
}

impl Division {
    /// Whether it has divisions in it.
    pub(crate) fn is_divided(&self) -> bool {
        self.children.iter().any(|child| child.element == Element::Div)
    }

    /// Whether it is a letter: it is called so, it greets somebody, or somebody takes
    /// leave at its end.
    pub(crate) fn is_letter(&self, nested: &Nested) -> bool {
        let kind = nested.annotations[self.annotation].attributes.get(Attribute::Type);
        if kind == Some("letter") {
            return true;
        }
        let salutes = |child: &Child| {
            nested.events[child.events.clone()].iter().any(|event| {
                matches!(event, Event::Start(index)
                    if matches!(nested.annotations[*index].element, Element::Salute | Element::Byline))
            })
        };
        self.children.iter().any(|child| match child.element {
            Element::Opener => salutes(child),
            Element::Closer => true,
            _ => false,
        })
    }
}

//! The divisions of a text as the European Literary Text Collection has them:
//! groups of chapters and letters, and around them what is not the text.

use std::ops::Range;

use super::tree::{Division, divisions};
use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::internalize::{Event, Nested};
use crate::source::Span;

const CHAPTER: &str = "chapter";
const GROUP: &str = "group";
const LIMINAL: &str = "liminal";
const NOTES: &str = "notes";

/// Types the divisions. A chapter holds no other division, so that what stands
/// before the first division of a group becomes a chapter of its own, and a
/// body without divisions becomes one chapter.
pub(super) fn divide(mut nested: Nested) -> Nested {
    let tree = divisions(&nested);
    let mut types: Vec<&'static str> = Vec::new();
    let mut added: Vec<(usize, Event)> = Vec::new();
    for division in &tree {
        let parent = division.parent.map(|parent| (&tree[parent], types[parent]));
        let kind = type_of(&nested, division, parent);
        types.push(kind);
        let element = nested.annotations[division.annotation].element;
        if element == Element::Div {
            nested.annotations[division.annotation].attributes.set(Attribute::Type, kind);
        }
        if (element == Element::Body || kind == GROUP)
            && let Some(range) = own_chapter(division)
        {
            add_chapter(&mut nested, range, &mut added);
        }
    }
    // The schema wants a chapter also where there is none, as in a text that
    // consists of notes.
    let has_chapter =
        !added.is_empty() || types.iter().any(|kind| matches!(*kind, CHAPTER | "letter"));
    let body =
        tree.iter().find(|part| nested.annotations[part.annotation].element == Element::Body);
    if let Some(body) = body.filter(|_| !has_chapter) {
        // Nothing but the trailer may come after it.
        let trailer = body.children.iter().find(|child| child.element == Element::Trailer);
        let end = trailer.map_or(body.events.end - 1, |child| child.events.start);
        add_chapter(&mut nested, end..end, &mut added);
    }
    insert(&mut nested.events, added);
    nested
}

/// The type of a division; a part of the text has one that its divisions ask
/// about.
fn type_of(
    nested: &Nested,
    division: &Division,
    parent: Option<(&Division, &'static str)>,
) -> &'static str {
    let annotation = &nested.annotations[division.annotation];
    let old = annotation.attributes.get(Attribute::Type).unwrap_or_default();
    match annotation.element {
        Element::Front | Element::Back => LIMINAL,
        Element::Body => GROUP,
        _ if old == NOTES => NOTES,
        _ if parent.is_some_and(|(_, kind)| kind == LIMINAL) || is_liminal(old) => LIMINAL,
        _ if division.is_divided() => GROUP,
        _ if division.is_letter(nested) => "letter",
        _ => CHAPTER,
    }
}

/// Whether a division is not the text itself but stands before or after it.
fn is_liminal(kind: &str) -> bool {
    matches!(
        kind,
        "appendix" | "boilerplate" | "colophon" | "contents" | "dedication" | "index" | "preface"
    )
}

/// The events of what stands under the heading of a group and before the first
/// division in it, if that is more than page breaks.
fn own_chapter(division: &Division) -> Option<Range<usize>> {
    let own = || division.children.iter().take_while(|child| child.element != Element::Div);
    let content = || own().skip_while(|child| child.element == Element::Head);
    let worth = |element| !matches!(element, Element::Gap | Element::Pb | Element::Space);
    if !content().any(|child| worth(child.element)) {
        return None;
    }
    Some(content().next()?.events.start..content().last()?.events.end)
}

fn add_chapter(nested: &mut Nested, range: Range<usize>, added: &mut Vec<(usize, Event)>) {
    let place = |at: usize| nested.events.get(at).map(|event| span_of(nested, *event));
    let first = place(range.start).unwrap_or_default();
    let span = match range.end.checked_sub(1).filter(|_| !range.is_empty()).and_then(place) {
        Some(last) => first.join(last),
        None => Span::empty(first.end),
    };
    let index = nested.annotations.len();
    let chapter = Annotation::new(Element::Div, span).with(Attribute::Type, CHAPTER);
    nested.annotations.push(chapter);
    added.push((range.start, Event::Start(index)));
    added.push((range.end, Event::End(index)));
}

fn span_of(nested: &Nested, event: Event) -> Span {
    match event {
        Event::Start(index) | Event::End(index) => nested.annotations[index].outer,
        Event::Text(span) | Event::Delimiter(span) => span,
    }
}

/// Inserts events, each before the one that has its number now.
fn insert(events: &mut Vec<Event>, mut added: Vec<(usize, Event)>) {
    if added.is_empty() {
        return;
    }
    added.sort_by_key(|(at, _)| *at);
    let mut rest = added.into_iter().peekable();
    let old = std::mem::take(events);
    events.reserve(old.len() + rest.len());
    for (at, event) in old.into_iter().enumerate() {
        while let Some((_, event)) = rest.next_if(|(place, _)| *place <= at) {
            events.push(event);
        }
        events.push(event);
    }
    events.extend(rest.map(|(_, event)| event));
}

//! Applying a table to nested events.

use std::collections::HashSet;

use super::rule::{Rule, Tag, Tags, Value, holds_words};
use crate::annotation::{Annotation, Attributes};
use crate::element::{Attribute, Element};
use crate::internalize::{Event, Nested};
use crate::source::Span;

/// The events over `text` with the tags that the table wants.
pub(super) fn rewrite(tags: &Tags, text: &str, nested: Nested) -> Nested {
    let mut rewriter = Rewriter {
        tags,
        text,
        annotations: nested.annotations,
        events: Vec::with_capacity(nested.events.len()),
        open: Vec::new(),
        loose: Vec::new(),
        id: None,
        count: 0,
    };
    let mut events = nested.events.iter().peekable();
    while let Some(event) = events.next() {
        match *event {
            Event::Start(index) => {
                rewriter.start(index, matches!(events.peek(), Some(Event::End(_))));
            }
            Event::Text(span) => rewriter.text(span),
            Event::Delimiter(span) => rewriter.delimiter(span),
            Event::End(_) => rewriter.end(),
        }
    }
    let mut nested = Nested {
        annotations: rewriter.annotations,
        events: rewriter.events,
        diagnostics: nested.diagnostics,
    };
    drop_pointers_to_nothing(&mut nested);
    nested
}

struct Rewriter<'t> {
    tags: &'t Tags,
    text: &'t str,
    annotations: Vec<Annotation>,
    events: Vec<Event>,
    open: Vec<Open>,
    /// Characters that are text again, and the space after them, before a
    /// paragraph that takes them up.
    loose: Vec<Event>,
    /// The identifier of an unwrapped element, for the first one in it.
    id: Option<String>,
    /// How many elements were counted.
    count: u32,
}

/// An open element of the source.
struct Open {
    index: usize,
    fate: Fate,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Written,
    Unwrapped,
    Hidden,
}

impl Rewriter<'_> {
    fn start(&mut self, index: usize, empty: bool) {
        let annotation = &self.annotations[index];
        let Annotation { element, outer, inner, .. } = *annotation;
        let rule = (self.tags.rule)(element);
        let opening = Span::new(outer.start, inner.start);
        let fate = match self.tag(element, rule.tag, empty) {
            Ok(written) => {
                self.write_start(index, written, rule, opening);
                Fate::Written
            }
            Err(Fate::Unwrapped) => {
                let id = annotation.attributes.get(Attribute::XmlId);
                self.id = id.filter(|_| !element.is_inline()).map(str::to_owned);
                self.loosen(opening);
                Fate::Unwrapped
            }
            Err(fate) => {
                self.delimiter(opening);
                fate
            }
        };
        if fate != Fate::Written {
            self.annotations[index].notation = None;
        }
        self.open.push(Open { index, fate });
    }

    /// The element to write, or what becomes of its content.
    fn tag(&self, element: Element, tag: Tag, empty: bool) -> Result<Element, Fate> {
        let written = match tag {
            Tag::Keep => element,
            Tag::Rename(other) => other,
            Tag::RenameFilled(filled, _) if !empty => filled,
            Tag::RenameFilled(_, empty) => empty,
            Tag::KeepIn(kind) if self.parent_has_type(kind) => element,
            Tag::KeepIn(_) | Tag::Unwrap => return Err(Fate::Unwrapped),
            Tag::Hide => return Err(Fate::Hidden),
        };
        // Words hold no paragraphs, and no headings.
        let is_block = matches!(written, Element::P | Element::Head);
        if is_block && self.in_words() { Err(Fate::Unwrapped) } else { Ok(written) }
    }

    /// The innermost open element that is written.
    fn parent(&self) -> Option<&Annotation> {
        let written = self.open.iter().rev().find(|open| open.fate == Fate::Written)?;
        Some(&self.annotations[written.index])
    }

    fn parent_has_type(&self, kind: &str) -> bool {
        self.parent().is_some_and(|parent| {
            parent.element == Element::Div && parent.attributes.get(Attribute::Type) == Some(kind)
        })
    }

    fn in_words(&self) -> bool {
        self.parent().is_some_and(|parent| holds_words(parent.element))
    }

    fn write_start(&mut self, index: usize, written: Element, rule: Rule, opening: Span) {
        let takes_words = holds_words(written);
        let mut taken = Vec::new();
        if takes_words && opening.is_empty() {
            taken.append(&mut self.loose);
        }
        self.settle();
        let mut attributes = self.attributes(&self.annotations[index].attributes, rule);
        self.count += u32::from(rule.counts());
        if takes_words
            && attributes.get(Attribute::XmlId).is_none()
            && let Some(id) = self.id.take()
        {
            attributes.set(Attribute::XmlId, id);
        }
        let annotation = &mut self.annotations[index];
        annotation.element = written;
        annotation.attributes = attributes;
        self.events.push(Event::Start(index));
        self.events.extend(taken.into_iter().map(|event| match event {
            Event::Delimiter(span) => Event::Text(span),
            event => event,
        }));
    }

    fn attributes(&self, given: &Attributes, rule: Rule) -> Attributes {
        let mut attributes = Attributes::default();
        for (name, value) in rule.attributes {
            let old = given.get(*name);
            let mapped = |map: &[(&'static str, &'static str)]| {
                let found = map.iter().find(|(known, _)| Some(*known) == old);
                found.map(|(_, new)| (*new).to_owned())
            };
            let new = match value {
                Value::Kept | Value::As(_) => old.map(str::to_owned),
                Value::Number => {
                    let digits = |value: &&str| value.bytes().all(|byte| byte.is_ascii_digit());
                    old.filter(|value| !value.is_empty()).filter(digits).map(str::to_owned)
                }
                Value::Mapped(map) | Value::MappedAs(_, map) => mapped(map),
                Value::Set(value) => Some((*value).to_owned()),
                Value::Counted(prefix) => Some(format!("{prefix}{:04}", self.count + 1)),
            };
            if let Some(new) = new {
                attributes.set(value.name(*name), new);
            }
        }
        attributes
    }

    fn text(&mut self, span: Span) {
        let unwrapped = self.open.last().is_some_and(|open| open.fate == Fate::Unwrapped);
        let is_lost = unwrapped && !self.in_words() && !is_space(span.of(self.text));
        if is_lost && self.add_to_last(span) {
            return;
        }
        if self.loose.is_empty() && !is_lost {
            self.events.push(Event::Text(span));
        } else {
            self.loose.push(Event::Text(span));
        }
    }

    fn delimiter(&mut self, span: Span) {
        self.settle();
        if !span.is_empty() {
            self.events.push(Event::Delimiter(span));
        }
    }

    /// Characters that are text again: here, if there are words, and otherwise
    /// in the paragraph that follows.
    fn loosen(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        if self.in_words() {
            self.events.push(Event::Text(span));
        } else {
            self.loose.push(Event::Delimiter(span));
        }
    }

    /// Characters for which no paragraph follows.
    fn settle(&mut self) {
        for event in self.loose.drain(..) {
            self.events.push(match event {
                Event::Text(span) if is_delimiter(span.of(self.text)) => Event::Delimiter(span),
                event => event,
            });
        }
    }

    fn end(&mut self) {
        let Some(Open { index, fate }) = self.open.pop() else { return };
        let Annotation { outer, inner, .. } = self.annotations[index];
        let closing = Span::new(inner.end, outer.end);
        match fate {
            Fate::Written => {
                self.settle();
                self.events.push(Event::End(index));
            }
            Fate::Hidden => self.delimiter(closing),
            Fate::Unwrapped => {
                if !closing.is_empty() && !self.add_to_last(closing) {
                    self.loosen(closing);
                }
                self.id = None;
                self.settle();
            }
        }
    }

    /// Adds characters to the end of the paragraph before them; says whether
    /// there is one.
    fn add_to_last(&mut self, span: Span) -> bool {
        if !self.loose.is_empty() || self.in_words() {
            return false;
        }
        let space = match self.events.last() {
            Some(Event::Text(space)) => Some(*space),
            _ => None,
        };
        let before = self.events.len() - usize::from(space.is_some());
        let Some(Event::End(last)) = self.events[..before].last().copied() else { return false };
        let Annotation { element, outer, inner, .. } = self.annotations[last];
        if !holds_words(element) || inner.end != outer.end {
            return false;
        }
        self.events.truncate(before - 1);
        self.events.extend(space.map(Event::Text));
        self.events.extend([Event::Text(span), Event::End(last)]);
        true
    }
}

/// Whether the text is white space to XML, which stands anywhere.
fn is_space(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// Whether the text is more than space, and can stand in an instruction: line
/// ends and undecodable bytes have their own.
fn is_delimiter(text: &str) -> bool {
    !is_space(text) && !text.contains(['\n', char::REPLACEMENT_CHARACTER])
}

impl Rule {
    fn counts(self) -> bool {
        self.attributes.iter().any(|(_, value)| matches!(value, Value::Counted(_)))
    }
}

/// Leaves out pointers within the text to elements that were not written.
fn drop_pointers_to_nothing(nested: &mut Nested) {
    const POINTERS: &[Attribute] =
        &[Attribute::Corresp, Attribute::Next, Attribute::Prev, Attribute::Target];
    let written: Vec<usize> = nested
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Start(index) => Some(*index),
            _ => None,
        })
        .collect();
    let ids: HashSet<String> = written
        .iter()
        .filter_map(|index| nested.annotations[*index].attributes.get(Attribute::XmlId))
        .map(str::to_owned)
        .collect();
    for index in written {
        let attributes = &mut nested.annotations[index].attributes;
        let lost: Vec<Attribute> = attributes
            .iter()
            .filter(|(name, _)| POINTERS.contains(name))
            .filter(|(_, value)| value.strip_prefix('#').is_some_and(|id| !ids.contains(id)))
            .map(|(name, _)| name)
            .collect();
        attributes.retain(|name| !lost.contains(&name));
    }
}

#[cfg(test)]
mod tests;

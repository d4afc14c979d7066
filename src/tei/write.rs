//! Nested events to XML.

use std::fmt::Write;

use super::characters::{CharacterWriter, is_forbidden, source_instruction};
use crate::annotation::Annotation;
use crate::element::Attribute;
use crate::internalize::{Event, Nested};
use crate::notation::{Notation, delimiters};
use crate::source::{Source, Span};

/// Appends `text` with its content: the front, body and back of the edition,
/// which together hold all of the source. Where the header does not declare
/// notations, processing instructions hold the delimiters.
pub(super) fn write_text(source: &Source, nested: &Nested, declares: bool, out: &mut String) {
    let characters = CharacterWriter::new(source);
    let mut writer = TextWriter { source, nested, declares, characters, depth: 0, out };
    writer.out.push_str("  <text>");
    let mut events = nested.events.iter().peekable();
    while let Some(event) = events.next() {
        match *event {
            Event::Start(index) => {
                let empty = matches!(events.peek(), Some(Event::End(_)));
                writer.start(index, empty);
                if empty {
                    events.next();
                }
            }
            Event::Text(span) => writer.characters.write(span, writer.out),
            Event::Delimiter(span) => writer.delimiter(span),
            Event::End(index) => writer.end(index),
        }
    }
    writer.out.push_str("\n  </text>\n");
}

struct TextWriter<'s, 'o> {
    source: &'s Source,
    nested: &'s Nested,
    declares: bool,
    characters: CharacterWriter<'s>,
    depth: usize,
    out: &'o mut String,
}

impl TextWriter<'_, '_> {
    fn start(&mut self, index: usize, empty: bool) {
        let annotation = &self.nested.annotations[index];
        let declared = self.declared(annotation);
        let Annotation { outer, inner, .. } = *annotation;
        if self.depth == 0 {
            self.out.push_str("\n    ");
        }
        if declared.is_none() {
            self.delimiter(Span::new(outer.start, inner.start));
        }
        self.out.push('<');
        self.out.push_str(annotation.element.name());
        for (name, value) in annotation.attributes.iter() {
            push_attribute(name, value, self.out);
        }
        if let Some(notation) = declared {
            let _ = write!(self.out, " {}=\"#{}\"", Attribute::Rendition, notation.id);
        }
        if empty {
            self.out.push_str("/>");
            if declared.is_none() {
                self.delimiter(Span::new(inner.end, outer.end));
            }
        } else {
            self.out.push('>');
            self.depth += 1;
        }
    }

    fn end(&mut self, index: usize) {
        let annotation = &self.nested.annotations[index];
        self.depth -= 1;
        if self.declared(annotation).is_none() {
            self.delimiter(Span::new(annotation.inner.end, annotation.outer.end));
        }
        self.out.push_str("</");
        self.out.push_str(annotation.element.name());
        self.out.push('>');
    }

    fn declared(&self, annotation: &Annotation) -> Option<&'static Notation> {
        declared_notation(annotation, self.source.text()).filter(|_| self.declares)
    }

    /// Characters that the tags own and no notation declares.
    fn delimiter(&mut self, span: Span) {
        if !span.is_empty() {
            source_instruction(span.of(self.source.text()), self.out);
        }
    }
}

/// The notation of the annotation, if its delimiters are just what it says.
fn declared_notation(annotation: &Annotation, text: &str) -> Option<&'static Notation> {
    let notation = annotation.notation.filter(|_| annotation.has_delimiters())?;
    let value = |name: &str| {
        annotation.attributes.iter().find(|(known, _)| known.name() == name).map(|found| found.1)
    };
    let (before, after) = delimiters(notation.pattern, value);
    let Annotation { outer, inner, .. } = *annotation;
    let said = Span::new(outer.start, inner.start).of(text) == before
        && Span::new(inner.end, outer.end).of(text) == after;
    said.then_some(notation)
}

/// The notations that the annotations use, each once, in order of their names.
pub(super) fn notations_in_use(source: &Source, nested: &Nested) -> Vec<&'static Notation> {
    let declared = nested.annotations.iter().filter_map(|annotation| {
        let notation = annotation.notation?;
        declared_notation(annotation, source.text()).map(|_| notation)
    });
    let mut notations: Vec<_> = declared.collect();
    notations.sort_by_key(|notation| notation.id);
    notations.dedup();
    notations
}

/// Appends ` name="value"`.
pub(super) fn push_attribute(name: Attribute, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name.name());
    out.push_str("=\"");
    push_escaped(value, out);
    out.push('"');
}

/// Appends `value` as it stands in an attribute or in the header; what XML
/// cannot hold, which only odd names and titles have, becomes U+FFFD.
pub(super) fn push_escaped(value: &str, out: &mut String) {
    if value.bytes().all(is_plain) {
        return out.push_str(value);
    }
    let escaped = quick_xml::escape::escape(value);
    if escaped.contains(is_forbidden) {
        out.push_str(&escaped.replace(is_forbidden, "\u{FFFD}"));
    } else {
        out.push_str(&escaped);
    }
}

/// Whether a byte of UTF-8 is no part of what is escaped or forbidden.
fn is_plain(byte: u8) -> bool {
    byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xEF)
}

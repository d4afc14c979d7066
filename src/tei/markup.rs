//! Elements of the header, one to a line.

use super::write::{push_attribute, push_escaped};
use crate::element::{Attribute, Element};

/// Name and value of attributes.
pub(super) type Values<'a> = &'a [(Attribute, &'a str)];

/// Writes elements with indentation.
pub(super) struct Markup<'o> {
    pub out: &'o mut String,
    open: Vec<Element>,
}

impl<'o> Markup<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Self { out, open: Vec::new() }
    }

    /// A start tag; what is written up to the matching [`close`](Self::close)
    /// is its content.
    pub(super) fn open(&mut self, element: Element, values: Values<'_>) {
        self.tag(element, values);
        self.out.push_str(">\n");
        self.open.push(element);
    }

    /// The end tag of the innermost open element.
    pub(super) fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.indent();
            self.end_tag(element);
        }
    }

    /// An element with words in it, or an empty one if there are none.
    pub(super) fn leaf(&mut self, element: Element, values: Values<'_>, words: &str) {
        self.tag(element, values);
        if words.is_empty() {
            self.out.push_str("/>\n");
            return;
        }
        self.out.push('>');
        push_escaped(words, self.out);
        self.end_tag(element);
    }

    /// An element that holds only another one.
    pub(super) fn nest(
        &mut self,
        outer: Element,
        values: Values<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.open(outer, values);
        inner(self);
        self.close();
    }

    /// A line as it is: a processing instruction, or tags of another namespace.
    pub(super) fn line(&mut self, line: &str) {
        self.indent();
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn tag(&mut self, element: Element, values: Values<'_>) {
        self.indent();
        self.out.push('<');
        self.out.push_str(element.name());
        for (name, value) in values {
            push_attribute(*name, value, self.out);
        }
    }

    fn end_tag(&mut self, element: Element) {
        self.out.push_str("</");
        self.out.push_str(element.name());
        self.out.push_str(">\n");
    }

    fn indent(&mut self) {
        for _ in 0..=self.open.len() {
            self.out.push_str("  ");
        }
    }
}

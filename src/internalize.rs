//! Annotations to nested events: the TEI Guidelines' *internalize*.
//!
//! The larger range contains the smaller, and of equal ranges the earlier one
//! contains the later. Words that cross an element are split and linked with
//! `@next` and `@prev`; anything else that crosses is left out with a
//! diagnostic.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::iter::Peekable;
use std::vec::IntoIter;

use crate::annotation::Annotation;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::{Attribute, Element};
use crate::source::{Span, offset};

/// A step through the edition in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The start tag of an annotation, by its index in [`Nested::annotations`].
    Start(usize),
    /// Characters of the source.
    Text(Span),
    /// Characters of the source that are no text of the edition and belong to
    /// no tag; only a profile that leaves out a tag makes them.
    Delimiter(Span),
    /// The end tag.
    End(usize),
}

/// Annotations in document order.
#[derive(Clone, Debug, Default)]
pub struct Nested {
    /// The annotations, those that crossed others in their fragments.
    pub annotations: Vec<Annotation>,
    /// The events. Each start has its end, and the texts together with the
    /// delimiters of the annotations are the source.
    pub events: Vec<Event>,
    /// What could not be nested.
    pub diagnostics: Vec<Diagnostic>,
}

/// Nests annotations over a text.
///
/// ```
/// use rubricate::{Span, annotation::Annotation, element::Element, internalize::{Event, internalize}};
///
/// // “Faust” in italics, within a paragraph.
/// let nested = internalize("We _Faust_ .", vec![
///     Annotation::new(Element::P, Span::new(0, 12)),
///     Annotation::new(Element::Hi, Span::new(3, 10)).around(Span::new(4, 9)),
/// ]);
/// let text = |start, end| Event::Text(Span::new(start, end));
/// assert_eq!(nested.events, [
///     Event::Start(0), text(0, 3),
///     Event::Start(1), text(4, 9), Event::End(1),
///     text(10, 12), Event::End(0),
/// ]);
/// ```
#[must_use]
pub fn internalize(text: &str, annotations: Vec<Annotation>) -> Nested {
    let events = Vec::with_capacity(annotations.len() * 3 + 1);
    // The passes have sorted theirs, and a stable sort makes use of it.
    let mut sorted: Vec<Queued> = annotations.iter().enumerate().map(queued).collect();
    sorted.sort();
    let mut sweep = Sweep {
        text,
        sorted: sorted.into_iter().peekable(),
        fragments: BinaryHeap::new(),
        open: Vec::new(),
        at: 0,
        identifiers: None,
        nested: Nested { annotations, events, diagnostics: Vec::new() },
    };
    while let Some(index) = sweep.next() {
        sweep.place(index);
    }
    sweep.close_before(Span::empty(u32::MAX));
    sweep.text_up_to(offset(text.len()));
    sweep.nested
}

/// Sorts by start, line breaks before the words of their line, then longest
/// first, then order of the passes.
type Queued = (u32, u8, Reverse<u32>, usize);

fn queued((index, annotation): (usize, &Annotation)) -> Queued {
    let Annotation { element, outer, .. } = annotation;
    let class = match element {
        Element::Lb => 1,
        element if element.is_inline() => 2,
        _ => 0,
    };
    (outer.start, class, Reverse(outer.end), index)
}

struct Sweep<'t> {
    text: &'t str,
    /// What is to be placed.
    sorted: Peekable<IntoIter<Queued>>,
    /// Fragments of what crossed another element, which are to be placed, too.
    fragments: BinaryHeap<Reverse<Queued>>,
    /// The open elements, innermost last.
    open: Vec<usize>,
    /// Up to where the source has been written.
    at: u32,
    /// The identifiers in use, once a fragment needs one.
    identifiers: Option<BTreeSet<String>>,
    nested: Nested,
}

impl Sweep<'_> {
    /// The annotation that is next in order.
    fn next(&mut self) -> Option<usize> {
        let fragment = self.fragments.peek().map(|Reverse(first)| *first);
        let first = match fragment {
            None => self.sorted.next(),
            Some(fragment) => self.sorted.next_if(|first| *first < fragment).or_else(|| {
                self.fragments.pop();
                Some(fragment)
            }),
        };
        first.map(|(.., index)| index)
    }

    /// Starts the next annotation, or what can be nested of it.
    fn place(&mut self, index: usize) {
        let outer = self.nested.annotations[index].outer;
        self.close_before(outer);
        let Some(parent) = self.open.last().map(|open| &self.nested.annotations[*open]) else {
            return self.start(index);
        };
        if parent.inner.contains(outer) {
            self.start(index);
        } else {
            let (parent_inner, parent_outer) = (parent.inner, parent.outer);
            self.cross(index, parent_inner, parent_outer);
        }
    }

    fn start(&mut self, index: usize) {
        let Annotation { outer, inner, .. } = self.nested.annotations[index];
        self.text_up_to(outer.start);
        self.nested.events.push(Event::Start(index));
        self.at = inner.start;
        self.open.push(index);
    }

    /// Closes the elements that end before `next` begins. An empty one may
    /// hold another at the same place.
    fn close_before(&mut self, next: Span) {
        while let Some(&index) = self.open.last() {
            let Annotation { outer, inner, .. } = self.nested.annotations[index];
            if outer.end > next.start || (outer == next && next.is_empty()) {
                break;
            }
            self.text_up_to(inner.end);
            self.nested.events.push(Event::End(index));
            self.at = outer.end;
            self.open.pop();
        }
    }

    fn text_up_to(&mut self, end: u32) {
        if end > self.at {
            self.nested.events.push(Event::Text(Span::new(self.at, end)));
            self.at = end;
        }
    }

    /// Puts the parts of an annotation that lie in its parent and after it
    /// back into the queue, as fragments of one element.
    fn cross(&mut self, index: usize, parent_inner: Span, parent_outer: Span) {
        let annotation = &self.nested.annotations[index];
        let Annotation { element, outer, .. } = *annotation;
        if !element.is_inline() || annotation.has_delimiters() {
            let message = format!("this {element} crosses another element and was left out");
            let diagnostic = Diagnostic::new(Severity::Warning, Code::CrossingAnnotations, message);
            self.nested.diagnostics.push(diagnostic.at(outer));
            return;
        }
        let inside = (outer.start.max(parent_inner.start), outer.end.min(parent_inner.end));
        let after = (outer.start.max(parent_outer.end), outer.end);
        // Space at the seam is between the parts: verse lines have none around them.
        let words = |(start, end)| (start < end).then(|| Span::new(start, end));
        let inside = words(inside).map(|part| Span::new(part.start, part.trim(self.text).end));
        let after = words(after).map(|part| Span::new(part.trim(self.text).start, part.end));
        match [inside, after].map(|part| part.filter(|part| !part.is_empty())) {
            [None, None] => {}
            [Some(part), None] | [None, Some(part)] => {
                let whole = &mut self.nested.annotations[index];
                (whole.outer, whole.inner) = (part, part);
                self.fragments.push(Reverse(queued((index, whole))));
            }
            [Some(first), Some(second)] => self.split(index, first, second),
        }
    }

    fn split(&mut self, index: usize, first: Span, second: Span) {
        let whole = &self.nested.annotations[index];
        let name = whole.element.name();
        let given = whole.attributes.get(Attribute::XmlId).map(str::to_owned);
        let first_id = given.unwrap_or_else(|| self.identifier(name, first));
        let second_id = self.identifier(name, second);

        let whole = &self.nested.annotations[index];
        let mut rest = whole.clone();
        (rest.outer, rest.inner) = (second, second);
        rest.attributes.set(Attribute::XmlId, second_id.clone());
        rest.attributes.set(Attribute::Prev, format!("#{first_id}"));

        let whole = &mut self.nested.annotations[index];
        (whole.outer, whole.inner) = (first, first);
        whole.attributes.set(Attribute::XmlId, first_id);
        whole.attributes.set(Attribute::Next, format!("#{second_id}"));

        let rest_index = self.nested.annotations.len();
        self.nested.annotations.push(rest);
        for index in [index, rest_index] {
            self.fragments.push(Reverse(queued((index, &self.nested.annotations[index]))));
        }
    }

    /// An identifier made of where the fragment begins, which several may do at
    /// the same place.
    fn identifier(&mut self, name: &str, fragment: Span) -> String {
        let first = format!("{name}-{}", fragment.start);
        let more = (2..).map(|number| format!("{first}-{number}"));
        let mut all = std::iter::once(first.clone()).chain(more);
        let annotations = &self.nested.annotations;
        let used = self.identifiers.get_or_insert_with(|| in_use(annotations));
        let identifier = all.find(|id| !used.contains(id)).unwrap_or_default();
        used.insert(identifier.clone());
        identifier
    }
}

/// The identifiers of annotations, and of whom and what they name.
fn in_use(annotations: &[Annotation]) -> BTreeSet<String> {
    let of = |annotation: &Annotation| {
        let names = [Attribute::XmlId, Attribute::Key];
        names.map(|name| annotation.attributes.get(name).map(str::to_owned))
    };
    let pointers = annotations.iter().filter_map(|of| of.attributes.get(Attribute::Ref));
    let meant = pointers.flat_map(|all| all.split_ascii_whitespace());
    let meant = meant.filter_map(|pointer| pointer.strip_prefix('#').map(str::to_owned));
    annotations.iter().flat_map(of).flatten().chain(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::{Event, internalize};
    use crate::annotation::Annotation;
    use crate::element::{Attribute, Element};
    use crate::source::Span;

    /// Nests annotations given as element and outer or outer and inner range,
    /// and writes the tags into the text; delimiters are left out.
    fn nest(text: &str, annotations: &[(Element, [u32; 2], [u32; 2])]) -> String {
        let annotations = annotations.iter().map(|(element, outer, inner)| {
            let annotation = Annotation::new(*element, Span::new(outer[0], outer[1]));
            annotation.around(Span::new(inner[0], inner[1]))
        });
        let nested = internalize(text, annotations.collect());
        let mut shown = String::new();
        for event in nested.events {
            match event {
                Event::Start(index) => {
                    let annotation = &nested.annotations[index];
                    let link = [Attribute::Prev, Attribute::Next].iter().filter_map(|name| {
                        Some(format!(" {name}={}", annotation.attributes.get(*name)?))
                    });
                    let tag = format!("<{}{}>", annotation.element, link.collect::<String>());
                    shown.push_str(&tag);
                }
                Event::Text(span) | Event::Delimiter(span) => shown += span.of(text),
                Event::End(index) => {
                    shown.extend([format!("</{}>", nested.annotations[index].element)]);
                }
            }
        }
        for diagnostic in nested.diagnostics {
            shown.extend([" !".to_owned(), diagnostic.message]);
        }
        shown
    }

    const P: Element = Element::P;
    const HI: Element = Element::Hi;
    const NAME: Element = Element::PersName;

    #[test]
    fn larger_outside_earlier_outside() {
        assert_eq!(
            nest("abcd", &[(HI, [1, 3], [1, 3]), (P, [0, 4], [0, 4]), (NAME, [1, 3], [1, 3])]),
            "<p>a<hi><persName>bc</persName></hi>d</p>"
        );
    }

    #[test]
    fn empty_ranges_stand_inside_what_begins_there() {
        let lb = (Element::Lb, [2, 2], [2, 2]);
        assert_eq!(
            nest("abcd", &[(P, [0, 2], [0, 2]), lb, (P, [2, 4], [2, 4])]),
            "<p>ab</p><p><lb></lb>cd</p>"
        );
    }

    #[test]
    fn crossing_words_are_split_and_linked() {
        // _ab_ c with the name over “b_ c”
        assert_eq!(
            nest("_ab_ c.", &[(P, [0, 7], [0, 7]), (HI, [0, 4], [1, 3]), (NAME, [2, 6], [2, 6])]),
            "<p><hi>a<persName next=#persName-5>b</persName></hi> \
             <persName prev=#persName-2>c</persName>.</p>"
        );
    }

    #[test]
    fn the_space_between_lines_belongs_to_no_fragment() {
        let lines = [(Element::L, [0, 2], [0, 2]), (Element::L, [3, 5], [3, 5])];
        let verse = [(Element::Lg, [0, 5], [0, 5]), lines[0], lines[1], (NAME, [1, 4], [1, 4])];
        assert_eq!(
            nest("ab\ncd", &verse),
            "<lg><l>a<persName next=#persName-3>b</persName></l>\n\
             <l><persName prev=#persName-1>c</persName>d</l></lg>"
        );
    }

    #[test]
    fn a_name_over_whole_italics_keeps_the_delimiters_outside() {
        assert_eq!(
            nest("_ab_", &[(HI, [0, 4], [1, 3]), (NAME, [0, 4], [0, 4])]),
            "<hi><persName>ab</persName></hi>"
        );
        assert_eq!(nest("_ab_", &[(HI, [0, 4], [1, 3]), (NAME, [3, 4], [3, 4])]), "<hi>ab</hi>");
    }

    #[test]
    fn blocks_that_cross_are_left_out() {
        assert_eq!(
            nest("abcd", &[(P, [0, 3], [0, 3]), (P, [2, 4], [2, 4])]),
            "<p>abc</p>d !this p crosses another element and was left out"
        );
    }
}

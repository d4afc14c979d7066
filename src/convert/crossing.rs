//! Marks around words that lie across what was found.

use super::read::Read;
use crate::annotation::Annotation;
use crate::element::Element;
use crate::source::Span;

/// The pairs of marks, by their numbers, that no element of a block can hold: they begin in
/// one paragraph, heading, or line of verse and end in another, or among the characters of
/// a notation.
pub(super) fn crossing(read: &Read<'_>, annotations: &[Annotation]) -> Vec<usize> {
    if read.words().is_empty() {
        return Vec::new();
    }
    let bounds = Bounds::of(read, annotations);
    let pairs = read.words().iter().enumerate();
    pairs.filter(|(_, words)| bounds.cross(**words)).map(|(pair, _)| pair).collect()
}

/// Where blocks and notations begin and end.
struct Bounds {
    /// The ends of blocks.
    blocks: Vec<u32>,
    /// Notations and their content.
    notations: Vec<(Span, Span)>,
    /// The same of those that stand where no words do.
    lines: Vec<(Span, Span)>,
}

impl Bounds {
    fn of(read: &Read<'_>, annotations: &[Annotation]) -> Self {
        let mut bounds = Self { blocks: Vec::new(), notations: Vec::new(), lines: Vec::new() };
        for annotation in annotations {
            let outer = read.uncomposed(annotation.outer);
            let among_words = annotation.element.is_inline() || is_point(annotation.element);
            if annotation.has_delimiters() {
                let notation = (outer, read.uncomposed(annotation.inner));
                bounds.notations.push(notation);
                if annotation.element != Element::Gap && !annotation.element.is_inline() {
                    bounds.lines.push(notation);
                }
            }
            if !among_words {
                bounds.blocks.extend([outer.start, outer.end]);
            }
        }
        bounds.blocks.sort_unstable();
        bounds.notations.sort_unstable_by_key(|(outer, _)| outer.start);
        bounds.lines.sort_unstable_by_key(|(outer, _)| outer.start);
        bounds
    }

    fn cross(&self, words: Span) -> bool {
        let next = self.blocks.partition_point(|bound| *bound <= words.start);
        self.blocks.get(next).is_some_and(|bound| *bound < words.end)
            || [words.start, words.end].iter().any(|at| self.is_in_notation(*at, words))
            || self.is_line(words)
    }

    /// Whether `at` is among the characters of a notation.
    fn is_in_notation(&self, at: u32, words: Span) -> bool {
        let next = self.notations.partition_point(|(outer, _)| outer.start < at);
        next.checked_sub(1).is_some_and(|last| {
            let (outer, inner) = self.notations[last];
            at < outer.end && (inner.is_empty() || !inner.contains(words))
        })
    }

    /// Whether the words are all that a notation on lines of its own stands for, or a part.
    fn is_line(&self, words: Span) -> bool {
        let next = self.lines.partition_point(|(outer, _)| outer.start < words.end);
        next.checked_sub(1).is_some_and(|last| {
            let (line, inner) = self.lines[last];
            let holds = !inner.is_empty() && inner.contains(words);
            !holds && line.overlaps(words) && (line == words || !words.contains(line))
        })
    }
}

/// Whether an element is a point among words.
const fn is_point(element: Element) -> bool {
    matches!(
        element,
        Element::Gap | Element::Lb | Element::Milestone | Element::Pb | Element::Space
    )
}

//! The text as it reads, and the one that was written.

use crate::annotation::Annotation;
use crate::convention::{Bare, DEEPEST, Found};
use crate::diagnostic::Diagnostic;
use crate::element::Element;
use crate::reason::Reason;
use crate::source::{Composed, Span};

/// A text as it reads: without the marks around its words, and with letters and accents
/// put together.
///
/// All is found in this text, and told of the one that was written.
pub(super) struct Read<'t> {
    written: &'t str,
    bare: Option<Bare>,
    composed: Option<Composed>,
    /// Words that the writer struck out.
    struck: Vec<Span>,
}

impl<'t> Read<'t> {
    /// What is `written`, with marks around the words of `pairs`.
    pub(super) fn of(written: &'t str, pairs: &[Found]) -> Self {
        let bare = (!pairs.is_empty()).then(|| Bare::of(written, pairs));
        let composed = Composed::of(bare.as_ref().map_or(written, Bare::text));
        let mut read = Self { written, bare, composed, struck: Vec::new() };
        let deleted = pairs.iter().zip(read.words());
        let deleted = deleted.filter(|(pair, _)| pair.markup.element == Element::Del);
        read.struck = deleted.map(|(_, words)| read.composed_span(*words)).collect();
        read
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        let bare = self.bare.as_ref().map_or(self.written, Bare::text);
        self.composed.as_ref().map_or(bare, Composed::text)
    }

    /// Whether it is what was written, as of most texts.
    pub(super) fn is_written(&self) -> bool {
        self.bare.is_none() && self.composed.is_none()
    }

    /// The words of the pairs in the text without their marks.
    pub(super) fn words(&self) -> &[Span] {
        self.bare.as_ref().map_or(&[], Bare::words)
    }

    /// Where `span` of this text is in the text without marks.
    pub(super) fn uncomposed(&self, span: Span) -> Span {
        self.composed.as_ref().map_or(span, |composed| composed.written_span(span))
    }

    fn composed_span(&self, span: Span) -> Span {
        let place = |at| self.composed.as_ref().map_or(at, |composed| composed.place(at));
        Span::new(place(span.start), place(span.end))
    }

    /// Whether `span` goes over struck words and others: then nobody can tell what is meant.
    pub(super) fn is_partly_struck(&self, span: Span) -> bool {
        // They lie one behind the other, or within each other.
        let end = self.struck.partition_point(|struck| struck.start < span.end);
        let mut deepest = self.struck[..end].iter().rev().take(DEEPEST);
        deepest.any(|struck| struck.overlaps(span) && !struck.contains(span))
    }

    /// Where what was written at `at` stands in this text.
    pub(super) fn place(&self, at: u32) -> u32 {
        let bare = self.bare.as_ref().map_or(at, |bare| bare.place(at));
        self.composed.as_ref().map_or(bare, |composed| composed.place(bare))
    }

    /// Moves what was found to where it was written.
    pub(super) fn write(
        &self,
        annotations: &mut [Annotation],
        diagnostics: &mut [Diagnostic],
        reasons: &mut [Reason],
    ) {
        if self.is_written() {
            return;
        }
        for annotation in annotations {
            self.write_annotation(annotation);
        }
        let told = diagnostics.iter_mut().filter_map(|found| found.span.as_mut());
        for span in told.chain(reasons.iter_mut().map(|reason| &mut reason.span)) {
            let bare = self.uncomposed(*span);
            *span = self.bare.as_ref().map_or(bare, |text| text.written_letters(bare));
        }
    }

    fn write_annotation(&self, annotation: &mut Annotation) {
        let (outer, inner) = (self.uncomposed(annotation.outer), self.uncomposed(annotation.inner));
        let written = match &self.bare {
            None => (outer, inner),
            Some(bare) => delimited(bare, outer, inner),
        };
        (annotation.outer, annotation.inner) = written;
    }
}

/// What is written for an element and its content; marks around the whole are no part of
/// its delimiters.
fn delimited(bare: &Bare, outer: Span, inner: Span) -> (Span, Span) {
    let letters = bare.written_letters(outer);
    if inner.is_empty() {
        let at = bare.written_letters(inner).start;
        return (letters, Span::empty(at.min(letters.end)));
    }
    let content = bare.written(inner);
    let start = if inner.start == outer.start { content.start } else { letters.start };
    let end = if inner.end == outer.end { content.end } else { letters.end };
    (Span::new(start, end), content)
}

#[cfg(test)]
mod tests {
    use super::delimited;
    use crate::convention::{Bare, around, named};
    use crate::source::Span;

    /// What is written for an element from `[` to `]`, or from there on, and for its content.
    #[track_caller]
    fn check(text: &str, outer: &str, inner: &str, wanted: (&str, &str)) {
        let around = around(named("fromthepage").unwrap(), text);
        let bare = Bare::of(text, &around.found);
        let of = |words: &str| {
            let start = bare.text().find(words).expect(words);
            Span::from_range(start..start + words.len())
        };
        let outer = of(outer);
        let inner = if inner.is_empty() { Span::empty(outer.end) } else { of(inner) };
        let (outer, inner) = delimited(&bare, outer, inner);
        assert_eq!((outer.of(text), inner.of(text)), wanted);
        assert!(outer.contains(inner));
    }

    #[test]
    fn marks_are_no_delimiters() {
        check("a <u>May 8</u>.", "May 8", "May 8", ("<u>May 8</u>", "<u>May 8</u>"));
        check("[1] see <u>it</u>", "[1] see it", "see it", ("[1] see <u>it</u>", "see <u>it</u>"));
        check("<u>[it?]</u>", "[it?]", "it", ("[it?]", "it"));
        check("[<u>it</u>?]", "[it?]", "it", ("[<u>it</u>?]", "<u>it</u>"));
        check("[?]<u>it</u>", "[?]", "", ("[?]", ""));
        check("<u>[?]</u>", "[?]", "", ("[?]", ""));
    }
}

//! Words in brackets that are no note marker: remarks of an editor.

use rustc_hash::FxHashSet;

use crate::annotation::{Annotation, Certainty};
use crate::element::{Attribute, Element};
use crate::source::{Span, offset};

/// Marks words in brackets within the `readable` parts of the text that no
/// element has yet: `seg[@type='editorial']`, with the brackets inside.
pub(crate) fn remarks(text: &str, readable: &[Span], annotations: &mut Vec<Annotation>) {
    let starts = |keep: fn(Element) -> bool| -> FxHashSet<u32> {
        let kept = annotations.iter().filter(|annotation| keep(annotation.element));
        kept.map(|annotation| annotation.outer.start).collect()
    };
    let taken = starts(|_| true);
    let directions = starts(|element| element == Element::Stage);
    for block in readable {
        let mut rest = *block;
        while let Some(bracketed) = next(text, rest).map(|found| doubled(text, rest, found)) {
            rest.start = bracketed.end;
            let free = !taken.contains(&bracketed.start)
                || bracketed == *block && !directions.contains(&bracketed.start);
            if free && is_remark(text, *block, bracketed) {
                let seg =
                    Annotation::new(Element::Seg, bracketed).with(Attribute::Type, "editorial");
                annotations.push(seg.certain(Certainty::Medium));
            }
        }
    }
}

/// The next bracket in `span` up to the one that closes it.
fn next(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let close = memchr::memchr(b']', words.as_bytes())?;
    let Some(open) = memchr::memrchr(b'[', &words.as_bytes()[..close]) else {
        return next(text, Span::new(span.start + offset(close) + 1, span.end));
    };
    Some(Span::new(span.start + offset(open), span.start + offset(close) + 1))
}

/// The same with a second bracket on both sides, where all that transcribers say has two.
fn doubled(text: &str, rest: Span, bracketed: Span) -> Span {
    let before = Span::new(rest.start, bracketed.start).of(text).ends_with('[');
    let after = Span::new(bracketed.end, rest.end).of(text).starts_with(']');
    if before && after { Span::new(bracketed.start - 1, bracketed.end + 1) } else { bracketed }
}

/// Whether words stand in the brackets, and not a number, a sign, or letters
/// of a word: `w[oul]d`.
fn is_remark(text: &str, block: Span, bracketed: Span) -> bool {
    let inside = &bracketed.of(text)[1..bracketed.of(text).len() - 1];
    let before = Span::new(block.start, bracketed.start).of(text).chars().next_back();
    let after = Span::new(bracketed.end, block.end).of(text).chars().next();
    let within_a_word = [before, after].iter().flatten().any(|c| c.is_alphanumeric());
    let is_word = |word: &str| word.chars().filter(|c| c.is_lowercase()).count() >= 2;
    !within_a_word && inside.split(|c: char| !c.is_alphabetic()).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::remarks;
    use crate::source::{Span, offset};

    fn found(text: &str) -> Vec<&str> {
        let mut annotations = Vec::new();
        remarks(text, &[Span::new(0, offset(text.len()))], &mut annotations);
        annotations.iter().map(|annotation| annotation.outer.of(text)).collect()
    }

    #[test]
    fn words_in_brackets() {
        let text = "It is done. [He thinks that he has been liquidated.] And [sic] so [1] on.";
        assert_eq!(found(text), ["[He thinks that he has been liquidated.]", "[sic]"]);
    }

    #[test]
    fn remarks_in_double_brackets() {
        assert_eq!(found("Adams [[Abigail Adams]] came"), ["[[Abigail Adams]]"]);
        assert_eq!(found("[[sic] and [so]]"), ["[sic]", "[so]"]);
    }

    #[test]
    fn no_remarks() {
        for text in ["[1819]", "w[oul]d", "[A]", "[*]", "[IV]", "a ] b [ c", "[", "]", "[]"] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("] [a [b] the end]"), [""; 0]);
    }
}

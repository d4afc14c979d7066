//! Letters with their accents, where a text writes both apart.

use unicode_normalization::char::{compose, is_combining_mark};

use super::span::{Span, offset};

/// A text as it reads: “März” is one word with the months of a list, whether its
/// `ä` is one character or an `a` with a diaeresis behind it.
///
/// All is found in this text, and told of the one that was written.
#[derive(Clone, Debug)]
pub(crate) struct Composed {
    text: String,
    /// Where one text goes on behind a letter that was put together, and where the
    /// other does.
    joints: Vec<(u32, u32)>,
}

impl Composed {
    /// `text` with letters and their accents put together; nothing if none stand
    /// apart, as in most texts.
    pub(crate) fn of(text: &str) -> Option<Self> {
        // These begin the combining marks.
        memchr::memchr2(0xCC, 0xCD, text.as_bytes())?;
        let mut composed = Self { text: String::with_capacity(text.len()), joints: Vec::new() };
        for (at, c) in text.char_indices() {
            if !(is_combining_mark(c) && composed.join(c, at + c.len_utf8())) {
                composed.text.push(c);
            }
        }
        (!composed.joints.is_empty()).then_some(composed)
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Puts the mark `c`, which ends at `end` of what is written, on the last letter,
    /// if there is a character for both.
    fn join(&mut self, c: char, end: usize) -> bool {
        let letter = self.text.chars().next_back().filter(|letter| letter.is_alphabetic());
        let Some((letter, both)) = letter.and_then(|letter| Some((letter, compose(letter, c)?)))
        else {
            return false;
        };
        // A letter may have several marks.
        self.joints.pop_if(|(joint, _)| *joint as usize == self.text.len());
        self.text.truncate(self.text.len() - letter.len_utf8());
        self.text.push(both);
        self.joints.push((offset(self.text.len()), offset(end)));
        true
    }

    /// Where the place `at` of this text is in the one that was written.
    fn written(&self, at: u32) -> u32 {
        let next = self.joints.partition_point(|(joint, _)| *joint <= at);
        let last = next.checked_sub(1).map_or((0, 0), |last| self.joints[last]);
        last.1 + (at - last.0)
    }

    /// The characters that were written for those of `span`.
    pub(crate) fn written_span(&self, span: Span) -> Span {
        Span::new(self.written(span.start), self.written(span.end))
    }

    /// Where the character is that stands at `at` in what was written.
    pub(crate) fn place(&self, at: u32) -> u32 {
        let next = self.joints.partition_point(|(_, written)| *written <= at);
        let last = next.checked_sub(1).map_or((0, 0), |last| self.joints[last]);
        let place = last.0 + (at - last.1);
        // It may be the accent of the letter before the next joint.
        let letter = self.joints.get(next).map(|(joint, _)| {
            let before = self.text[..*joint as usize].chars().next_back();
            joint - before.map_or(0, |letter| offset(letter.len_utf8()))
        });
        letter.map_or(place, |letter| place.min(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::Composed;
    use crate::source::{Span, offset};

    #[test]
    fn letters_and_accents() {
        let written = "Ma\u{308}rz, fe\u{301}vrier, u\u{308}\u{304}, x\u{308}\u{301}y";
        let composed = Composed::of(written).expect("accents");
        assert_eq!(composed.text(), "März, février, \u{1d6}, \u{1e8d}\u{301}y");
        for word in ["März", "février", "\u{1d6}", "y"] {
            let start = composed.text().find(word).expect(word);
            let span = composed.written_span(Span::from_range(start..start + word.len()));
            assert_eq!(Composed::of(span.of(written)).map_or(word, |_| word), word);
            assert_eq!(composed.place(span.start), offset(start));
            let again = Composed::of(span.of(written));
            assert_eq!(again.map_or(span.of(written).to_owned(), |again| again.text), word);
        }
        assert_eq!(composed.place(2), 1);
        assert!(Composed::of("März \u{301}").is_none());
        assert!(Composed::of("a = \u{338}").is_none());
    }
}

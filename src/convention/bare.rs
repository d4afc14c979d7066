//! A text without the marks around its words.

use super::pattern::Found;
use crate::source::{Span, offset};

/// A text as it reads without marks: “14th June” where `14[[superscript]]th[[/superscript]]
/// June` is written.
///
/// All is found in this text, and told of the one that was written.
#[derive(Debug)]
pub(crate) struct Bare {
    text: String,
    /// What was left out, in order.
    cuts: Vec<Cut>,
    /// Where the words of each pair of marks are in this text.
    words: Vec<Span>,
}

/// A mark that was left out.
#[derive(Clone, Copy, Debug)]
struct Cut {
    /// Where it would stand.
    at: u32,
    /// Where it is written.
    written: Span,
    /// The pair it is of.
    pair: usize,
    /// Whether it stands before the words.
    opens: bool,
}

impl Bare {
    /// `written` without the marks of `pairs`, each of which lies within another or beside it.
    pub(crate) fn of(written: &str, pairs: &[Found]) -> Self {
        let marks = pairs.iter().enumerate().flat_map(|(pair, found)| {
            let before = Span::new(found.outer.start, found.inner.start);
            let after = Span::new(found.inner.end, found.outer.end);
            [(before, pair, true), (after, pair, false)]
        });
        let mut marks: Vec<(Span, usize, bool)> = marks.collect();
        marks.sort_unstable_by_key(|(span, ..)| span.start);
        let mut bare = Self {
            text: String::with_capacity(written.len()),
            cuts: Vec::with_capacity(marks.len()),
            words: vec![Span::empty(0); pairs.len()],
        };
        let mut from = 0;
        for (mark, pair, opens) in marks {
            bare.text.push_str(Span::new(from, mark.start).of(written));
            let at = offset(bare.text.len());
            bare.cuts.push(Cut { at, written: mark, pair, opens });
            let words = &mut bare.words[pair];
            *words = if opens { Span::empty(at) } else { Span::new(words.start, at) };
            from = mark.end;
        }
        bare.text.push_str(&written[from as usize..]);
        bare
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the words of each pair are in this text.
    pub(crate) fn words(&self) -> &[Span] {
        &self.words
    }

    /// What is written for `span`, with the marks around its parts, and around the whole.
    pub(crate) fn written(&self, span: Span) -> Span {
        let within = |cut: &&Cut| {
            let words = self.words[cut.pair];
            words.start >= span.start && words.end <= span.end
        };
        let before = self.at(span.start).iter().rev();
        let before = before.take_while(|cut| cut.opens).take_while(within).last();
        let after = self.at(span.end).iter();
        let after = after.take_while(|cut| !cut.opens).take_while(within).last();
        let letters = self.written_letters(span);
        let start = before.map_or(letters.start, |cut| cut.written.start);
        let end = after.map_or(letters.end, |cut| cut.written.end);
        // What is empty holds no words, and no marks.
        if span.is_empty() { letters } else { Span::new(start, end) }
    }

    /// What is written for `span`, without marks before it and behind it.
    pub(crate) fn written_letters(&self, span: Span) -> Span {
        let start = self.letter(span.start);
        if span.is_empty() {
            return Span::empty(start);
        }
        let before = self.cuts.partition_point(|cut| cut.at < span.end);
        Span::new(start, self.go_on(before, span.end))
    }

    /// Where the letter at `at` is written.
    fn letter(&self, at: u32) -> u32 {
        self.go_on(self.cuts.partition_point(|cut| cut.at <= at), at)
    }

    /// Where `at` is written, if `passed` marks stand before it.
    fn go_on(&self, passed: usize, at: u32) -> u32 {
        let last = passed.checked_sub(1).map(|last| self.cuts[last]);
        last.map_or(at, |cut| cut.written.end + (at - cut.at))
    }

    /// The marks that would stand at `at`.
    fn at(&self, at: u32) -> &[Cut] {
        let first = self.cuts.partition_point(|cut| cut.at < at);
        let end = self.cuts.partition_point(|cut| cut.at <= at);
        &self.cuts[first..end]
    }

    /// Where in this text what is written at `written` stands; the word behind it, if that
    /// is a mark.
    pub(crate) fn place(&self, written: u32) -> u32 {
        let passed = self.cuts.partition_point(|cut| cut.written.start <= written);
        let last = passed.checked_sub(1).map(|last| self.cuts[last]);
        last.map_or(written, |cut| cut.at + written.saturating_sub(cut.written.end))
    }
}

#[cfg(test)]
mod tests {
    use super::Bare;
    use crate::convention::{around, named};
    use crate::source::{Span, offset};

    /// What is written for words of the text without marks.
    fn written<'t>(text: &'t str, words: &str) -> (&'t str, &'t str) {
        let around = around(named("fromthepage").unwrap(), text);
        let bare = Bare::of(text, &around.found);
        let start = bare.text().find(words).expect(words);
        let span = Span::from_range(start..start + words.len());
        let letters = bare.written_letters(span);
        assert_eq!(bare.place(letters.start), offset(start));
        (bare.written(span).of(text), letters.of(text))
    }

    #[test]
    fn marks_belong_to_the_words_that_they_are_around() {
        let text = "D<sup>r</sup>. <u><s>Ann</s> Hill</u> came";
        assert_eq!(written(text, "Dr. Ann Hill came"), (text, text));
        assert_eq!(written(text, "Dr"), ("D<sup>r</sup>", "D<sup>r"));
        assert_eq!(written(text, "Ann Hill"), ("<u><s>Ann</s> Hill</u>", "Ann</s> Hill"));
        assert_eq!(written(text, "Ann"), ("<s>Ann</s>", "Ann"));
        assert_eq!(written(text, "Hill came"), ("Hill</u> came", "Hill</u> came"));
        assert_eq!(written(text, "r"), ("<sup>r</sup>", "r"));
    }
}

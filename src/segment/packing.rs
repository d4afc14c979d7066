//! Paragraphs that have a line each and no blank line between them, as word
//! processors write plain text.

use super::layout::{Layout, begins_loud, is_paragraph, next_part};
use crate::source::Span;

/// What parts paragraphs that have a line each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// Blank lines.
    Loose,
    /// The ends of lines; blank lines stand around headings and the like.
    Tight,
    /// The ends of lines, and there are hardly any blank ones.
    Solid,
}

impl Packing {
    /// What parts the paragraphs of a text of some layout.
    pub(super) fn of(text: &str, layout: Layout) -> Self {
        /// So many paragraphs are no accident.
        const SEVERAL: usize = 2;
        /// One line in so many is blank at the most where none are meant to be.
        const HARDLY: usize = 10;
        if layout == Layout::Wrapped {
            return Self::Loose;
        }
        let (mut lines, mut blank, mut long, mut followed) = (0_usize, 0_usize, 0_usize, 0_usize);
        let mut above = false;
        for line in text.trim_end().split('\n').map(str::trim) {
            lines += 1;
            blank += usize::from(line.is_empty());
            followed += usize::from(above && !line.is_empty());
            above = is_paragraph(line);
            long += usize::from(above);
        }
        match () {
            () if blank == 0 && long > 0 => Self::Solid,
            () if followed < SEVERAL || followed * 2 < long => Self::Loose,
            () if blank * HARDLY > lines => Self::Tight,
            () => Self::Solid,
        }
    }

    /// How many lines of a run make its first paragraph, where the ends of lines part
    /// paragraphs.
    pub(super) fn paragraph_length(self, text: &str, run: &[(u32, Span)]) -> Option<usize> {
        /// No stanza within prose is longer.
        const LONGEST: usize = 400;
        if self == Self::Loose {
            return None;
        }
        let is_long = |(_, span): &(u32, Span)| is_paragraph(span.of(text));
        let near = &run[..run.len().min(LONGEST)];
        let short = near.iter().position(is_long).unwrap_or(near.len());
        if short == 0 {
            return Some(1);
        }
        let within_prose = short < run.len() || self == Self::Solid;
        let together = !within_prose || is_stanza(text, &run[..short]);
        // What begins small goes on with the line above.
        let small = |(_, span): &(u32, Span)| span.of(text).starts_with(char::is_lowercase);
        let goes_on = 1 + run[1..short].iter().take_while(|line| small(line)).count();
        let length = if together { short } else { goes_on };
        Some(next_part(text, run).map_or(length, |next| next.min(length)))
    }
}

/// Whether lines that follow each other are of verse: some begin with capitals
/// and few end a sentence.
fn is_stanza(text: &str, run: &[(u32, Span)]) -> bool {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 80;
    let lines = || run.iter().map(|(_, span)| span.of(text));
    let stops = lines().filter(|line| line.ends_with(['.', '?', '!', '”', '"', ':', '’'])).count();
    let commas = lines().filter(|line| line.ends_with([',', ';'])).count();
    run.len() >= SHORTEST
        && stops * 2 <= run.len()
        && commas > 0
        && lines().all(|line| line.chars().count() <= LONGEST)
        // The first may go on in the middle of a line.
        && lines().skip(1).all(begins_loud)
}

#[cfg(test)]
mod tests {
    use super::Packing;
    use crate::segment::layout::Layout;
    use crate::source::Lines;

    const LONG: &str = "They went down to the ford in the evening, and the water was so high that nobody dared to cross it before the morning.";

    #[track_caller]
    fn check(text: &str, packing: Packing, lengths: &[usize]) {
        let text = text.replace("LONG", LONG);
        let found = Packing::of(&text, Layout::of(&text));
        assert_eq!(found, packing, "{text}");
        let lines = Lines::of(&text);
        let run: Vec<_> =
            (1..).zip(text.lines()).map(|(at, _)| (at, lines.span(&text, at))).collect();
        let mut shown = Vec::new();
        let mut rest = &run[..];
        while let Some(length) = found.paragraph_length(&text, rest).filter(|_| !rest.is_empty()) {
            shown.push(length);
            rest = &rest[length..];
        }
        assert_eq!(shown, lengths, "{text}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("LONG\n\nLONG\n\nAt the ford\nof the mill\n\nLONG", Packing::Loose, &[]);
        check("One line\nand another", Packing::Loose, &[]);
    }

    #[test]
    fn ends_of_lines_part_them() {
        check("A Day\nLONG\nWe waited.\nThey came.\nLONG", Packing::Solid, &[1; 5]);
        check("LONG\nLONG\n“Well?”\nsaid she.\nLONG", Packing::Solid, &[1, 1, 2, 1]);
        check("LONG\nLONG\n\nTHE FORD\n\nLONG\nLONG", Packing::Tight, &[1, 1, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn verse_within_prose() {
        let verse = "The ferryman, the ferryman,\nHe never asks the fare,\nHe takes you over when he can,\nAnd no one knows from where.";
        check(&format!("LONG\n{verse}\nLONG\nLONG"), Packing::Solid, &[1, 4, 1, 1]);
    }
}

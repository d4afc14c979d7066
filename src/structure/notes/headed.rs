//! Notes under a heading such as “Footnotes”.

use super::finder::{Finder, Labelled, NEAR, follows};
use super::label::{Label, Style, number_of};
use crate::element::Element;
use crate::segment::{Block, BlockKind};
use crate::structure::heading::heading;
use crate::structure::kind::{Kind, Named};

impl<'a> Finder<'a> {
    /// Whether a block is a heading such as “Footnotes” with a label below it.
    pub(super) fn is_notes_heading(&self, index: usize) -> bool {
        let block = &self.blocks[index];
        let short = block.is_text() && block.line_count() == 1 && block.span.len() < 60;
        let says_notes = || {
            let heading = heading(block.span.of(self.text));
            heading.is_some_and(|heading| heading.kind == Kind::Named(Named::Notes))
        };
        short && self.label_follows(index) && says_notes()
    }

    /// A heading such as “Footnotes” and the labelled blocks under it.
    pub(super) fn headed(&mut self, index: usize) -> Option<usize> {
        if !self.is_notes_heading(index) {
            return None;
        }
        let first = index + 1;
        let end = self.end_of_headed(first);
        let mut labelled = Vec::new();
        let mut heads = Vec::new();
        let mut last = Last::default();
        for at in first..end {
            if self.is_subheading(at) {
                heads.push(at);
                last = Last::default();
            } else if let Some(label) = self
                .label(at)
                .or_else(|| self.label_above_words(at, &last))
                .filter(|label| last.goes_on(*label))
            {
                labelled.push(Labelled { index: at, label });
                last.set(label);
            }
        }
        self.accept(index..end, true, &labelled, &heads);
        Some(end)
    }

    /// The next number in brackets on a line of its own, above the verses that are its
    /// note.
    fn label_above_words(&self, index: usize, last: &Last<'a>) -> Option<Label<'a>> {
        let block = &self.blocks[index];
        let text = block.span.of(self.text);
        let name = text.strip_prefix('[')?.strip_suffix(']')?;
        let number = number_of(name)?;
        let below = self.blocks.get(index + 1).is_some_and(Block::is_text);
        let wanted = last.numbered.and_then(|last| last.number) == number.checked_sub(1);
        let label = Label { style: Style::Bracketed, name, number: Some(number), span: block.span };
        (below && wanted && block.is_text()).then_some(label)
    }

    /// Whether a block among the notes says to which chapter those below it
    /// belong.
    fn is_subheading(&self, index: usize) -> bool {
        let block = &self.blocks[index];
        let heading = || heading(block.span.of(self.text)).map(|heading| heading.kind);
        let marked = || self.convention.heading_mark(block.span.of(self.text)).is_some();
        block.is_text()
            && block.line_count() <= 2
            && block.span.len() < 100
            && self.label(index + 1).is_some_and(|label| label.number == Some(1))
            && self.label(index).is_none_or(|label| label.number != Some(1))
            && (marked()
                || heading().is_some_and(|kind| !matches!(kind, Kind::Words | Kind::Named(_))))
    }

    /// The end of the notes under a heading: the next heading that counts, or
    /// what is no text.
    fn end_of_headed(&self, first: usize) -> usize {
        let title = self.title_apart(first);
        // “2. To the same.” is no note among those that begin with “[1]”.
        let style = (first..self.blocks.len()).take(2).find_map(|at| self.label(at));
        let unlike = |label: Label<'_>| style.is_some_and(|style| style.style != label.style);
        let ends = |at: &usize| {
            let block = &self.blocks[*at];
            let text = block.span.of(self.text);
            match block.kind {
                BlockKind::Text => match self.label(*at) {
                    Some(label) => (title == Some(*at) || self.is_heading(block)) && unlike(label),
                    None => {
                        is_colophon(text)
                            || title == Some(*at)
                            || self.is_heading(block)
                                && !self.is_subheading(*at)
                                && !(is_numeral(text) && self.counts_on(first, *at))
                    }
                },
                BlockKind::Ornament => !self.label_follows(*at) && !self.counts_on(first, *at),
                BlockKind::Blank | BlockKind::Marked(_) => false,
            }
        };
        (first..self.blocks.len()).find(ends).unwrap_or(self.blocks.len())
    }

    /// The first block that stands farther apart than all the notes above it, if it
    /// could be the title of what follows, or is a paragraph without a label.
    fn title_apart(&self, first: usize) -> Option<usize> {
        const APART: u32 = 3;
        let mut below = first + 1..self.blocks.len();
        let at = below.find(|at| self.blocks[*at].blank_before >= APART)?;
        let block = &self.blocks[at];
        // Or the next article itself, which says in its first words what it is about.
        let prose = block.line_count() > 3 && self.label(at).is_none();
        let titled = prose || heading(block.span.of(self.text)).is_some();
        let short = block.line_count() <= 3 && !self.is_subheading(at);
        (block.is_text() && titled && (prose || short)).then_some(at)
    }

    /// Whether the next number is the one after that of the notes above, and no
    /// text between refers to it: a line in a table, between the verses of a note or
    /// the number of a stanza that it quotes ends no notes.
    fn counts_on(&self, first: usize, index: usize) -> bool {
        let numbered = |at: usize| self.label(at).filter(|label| label.number.is_some());
        let above = (first..index).rev().take(2 * NEAR).find_map(numbered);
        let wanted = above.and_then(|label| label.number).map(|number| number + 1);
        let mut near =
            (index + 1..self.blocks.len()).take(NEAR).take_while(|at| !self.is_notes_heading(*at));
        let below = near.find(|at| numbered(*at).is_some() || self.refers_to(*at, wanted));
        let below = below.and_then(numbered);
        above
            .zip(below)
            .is_some_and(|(above, below)| above.style == below.style && below.number == wanted)
    }

    /// Whether the next words are those of a note, perhaps under the heading
    /// of the chapter it belongs to.
    fn label_follows(&self, index: usize) -> bool {
        let holds = |at: &usize| match &self.blocks[*at].kind {
            BlockKind::Text => true,
            BlockKind::Marked(found) => found.markup.element == Element::Note,
            _ => false,
        };
        let next = (index + 1..self.blocks.len()).take(NEAR).find(holds);
        next.is_some_and(|next| self.label(next).is_some() || self.is_subheading(next))
    }
}

/// Whether a line is a number alone.
fn is_numeral(text: &str) -> bool {
    heading(text).is_some_and(|heading| heading.kind == Kind::Numeral && !heading.titled)
}

/// The last notes: variants may have letters and stand between others that have
/// numbers.
#[derive(Default)]
struct Last<'a> {
    any: Option<Label<'a>>,
    numbered: Option<Label<'a>>,
    lettered: Option<Label<'a>>,
}

impl<'a> Last<'a> {
    fn goes_on(&self, label: Label<'a>) -> bool {
        let alike = if label.is_lettered() { self.lettered } else { self.numbered };
        follows(self.any, label) || alike.is_some() && follows(alike, label)
    }

    fn set(&mut self, label: Label<'a>) {
        let alike = if label.is_lettered() { &mut self.lettered } else { &mut self.numbered };
        *alike = Some(label);
        self.any = Some(label);
    }
}

/// Whether a paragraph says something about the file and not in the text.
pub(in crate::structure) fn is_colophon(text: &str) -> bool {
    [
        "Last updated", "This page last updated", "Last modified", "Dernière mise à jour",
        "Letzte Änderung",
    ]
    .iter()
    .any(|beginning| text.starts_with(beginning))
        && text.len() < 120
}

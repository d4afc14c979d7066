//! Where the notes stand.

use std::ops::Range;

use super::Notes;
use super::finder::{Finder, Labelled, NEAR, follows};
use super::inline::notes_within;
use super::label::{Label, Style};
use super::link::pair_run;
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::Input;

/// Finds the notes in the blocks `range` and links them with their markers.
pub(in crate::structure) fn find(input: &Input<'_>, range: Range<usize>) -> Notes {
    let mut finder = Finder::new(input, &range);
    let last = (0..range.end).rev().find(|index| finder.is_notes_heading(*index));
    finder.last_headed = last.unwrap_or(0);
    let is_bracketed = |index: &usize| {
        let label = finder.label(*index);
        label.is_some_and(|label| label.style == Style::Bracketed && label.number == Some(1))
    };
    finder.last_bracketed = (0..range.end).rev().find(is_bracketed).unwrap_or(0);
    let mut index = range.start;
    while index < range.end {
        index = finder.block(index);
    }
    finder.finish()
}

impl<'a> Finder<'a> {
    /// Looks at a block and returns the index of the next one to look at.
    fn block(&mut self, index: usize) -> usize {
        let block = &self.blocks[index];
        if let BlockKind::Marked(found) = &block.kind {
            let is_note = found.markup.element == Element::Note;
            return if is_note { self.marked(index) } else { index + 1 };
        }
        if !block.is_text() {
            return index + 1;
        }
        let region = self
            .headed(index)
            .or_else(|| self.apart(index))
            .or_else(|| self.run(index))
            .or_else(|| self.alone(index));
        if let Some(end) = region {
            return end;
        }
        self.linker.add(self.markers(block.span));
        self.notes.inline.extend(notes_within(self.text, block.span));
        index + 1
    }

    /// `[Footnote 1: …]` and others below it, notes that say so themselves.
    fn marked(&mut self, index: usize) -> usize {
        let marked = (index..self.blocks.len()).map_while(|at| {
            let note = matches!(self.blocks[at].kind, BlockKind::Marked(_));
            let label = self.label(at).filter(|_| note)?;
            Some(Labelled { index: at, label })
        });
        let marked: Vec<Labelled<'a>> = marked.collect();
        let labels: Vec<_> = marked.iter().map(|marked| marked.label).collect();
        let markers = self.pair_each(&labels);
        for (Labelled { index, label }, marker) in marked.iter().zip(markers) {
            self.note(*index..*index + 1, label, marker);
            self.region(*index..*index + 1, false, true, &[]);
        }
        marked.last().map_or(index, |last| last.index) + 1
    }

    /// Blocks numbered 1, 2, 3 whose numbers the text before them refers to.
    fn run(&mut self, index: usize) -> Option<usize> {
        let first = self.label(index)?;
        let counts = matches!(
            first.style,
            Style::Dotted
                | Style::Bare
                | Style::HalfParenthesized
                | Style::Parenthesized
                | Style::Worded(_)
        );
        if !counts || first.number != Some(1) || index < self.last_headed {
            return None;
        }
        let mut labelled = vec![Labelled { index, label: first }];
        let mut at = index + 1;
        // Up to two paragraphs may belong to a note.
        while at < self.blocks.len() && at <= labelled.last()?.index + 3 {
            let label = self.label(at).filter(|label| label.style == first.style);
            let wanted = Some(u32::try_from(labelled.len()).ok()? + 1);
            if let Some(label) = label.filter(|label| label.number == wanted) {
                labelled.push(Labelled { index: at, label });
            } else if matches!(self.blocks[at].kind, BlockKind::Ornament)
                && self.label(at + 1).is_some_and(|label| label.number == wanted)
            {
                // A rule may stand between two notes.
            } else if !self.blocks[at].is_text()
                || self.is_heading(&self.blocks[at])
                || self.refers_to(at, wanted)
            {
                break;
            }
            at += 1;
        }
        let end = labelled.last()?.index + 1;
        let ends = self.blocks.get(end).is_none_or(|next| !next.is_text() || self.is_heading(next));
        if labelled.len() == 1 && !ends {
            return None;
        }
        let names: Vec<_> = labelled.iter().map(|labelled| labelled.label).collect();
        let pairing = pair_run(&names, self.linker.candidates(names.len()));
        let found = pairing.iter().filter(|marker| marker.is_some()).count();
        if found * 10 < labelled.len() * 6
            || self.belongs_to_others(index, first, &pairing)
            || self.is_enumeration(first, &pairing)
            || self.counts_clauses(&pairing)
            || self.is_exposition(&names)
        {
            return None;
        }
        self.accept(index..end, false, &labelled, &[]);
        Some(end)
    }

    /// Whether the markers are those of notes further down that look like them.
    fn belongs_to_others(&self, index: usize, first: Label<'_>, pairing: &[Option<usize>]) -> bool {
        let marker = pairing.iter().flatten().next();
        index < self.last_bracketed
            && first.style != Style::Bracketed
            && marker.is_some_and(|marker| self.linker.style(*marker) == Style::Bracketed)
    }

    /// Whether numbers in parentheses count the parts of a sentence: “(1) never
    /// to wait, (2) never to pay”. A list that begins otherwise has other markers.
    fn is_enumeration(&self, first: Label<'_>, pairing: &[Option<usize>]) -> bool {
        let markers: Vec<usize> = pairing.iter().flatten().copied().collect();
        let telling = matches!(first.style, Style::Dotted | Style::Bare);
        telling
            && markers.len() >= 2
            && markers.windows(2).all(|pair| {
                let (one, next) = (self.linker.span(pair[0]), self.linker.span(pair[1]));
                let between = Span::new(one.end, next.start).of(self.text).trim_end();
                self.linker.style(pair[0]) == Style::Parenthesized
                    && !between.contains("\n\n")
                    && [",", ";", ":", " and", " or", " et", " ou", " und", " oder"]
                        .iter()
                        .any(|end| between.ends_with(end))
            })
    }

    /// Whether the marker of a note counts what follows it, with others in its paragraph.
    fn is_counted_among(&self, marker: usize, label: Label<'_>) -> bool {
        let Some(number) = label.number.filter(|_| !label.is_lettered()) else { return false };
        let at = self.linker.span(marker);
        let near = (number.saturating_sub(2)..=number + 2).filter_map(|other| {
            let other = self.linker.nearest(Style::Parenthesized, &other.to_string())?;
            let span = self.linker.span(other);
            let (from, to) = (span.end.min(at.end), span.start.max(at.start));
            let apart = from < to && Span::new(from, to).of(self.text).contains("\n\n");
            (!apart).then_some(Some(other))
        });
        self.counts_clauses(&near.collect::<Vec<_>>())
    }

    /// Whether numbers in parentheses count what follows them, in one paragraph most of
    /// them: “whether (1) a council could be called, (2) by whom, and (3) where”. A marker
    /// stands after its words, and one of several before a stop.
    fn counts_clauses(&self, pairing: &[Option<usize>]) -> bool {
        let markers: Vec<usize> = pairing.iter().flatten().copied().collect();
        let introduces = |marker: &usize| {
            let span = self.linker.span(*marker);
            let (before, after) =
                (&self.text[..span.start as usize], &self.text[span.end as usize..]);
            let clause = before.trim_end().ends_with([',', ';', ':', '.']) || markers.len() > 2;
            let words = after.strip_prefix([' ', '\n']).map(str::trim_start);
            self.linker.style(*marker) == Style::Parenthesized
                && before.ends_with(char::is_whitespace)
                && clause
                && words
                    .is_some_and(|words| words.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        };
        let together = |pair: &&[usize]| {
            let between = Span::new(self.linker.span(pair[0]).end, self.linker.span(pair[1]).start);
            !between.of(self.text).contains("\n\n")
        };
        markers.len() >= 2
            && markers.windows(2).filter(together).count() * 2 >= markers.len() - 1
            && markers.iter().all(introduces)
    }

    /// Whether the paragraphs take up what the numbers in a sentence above them
    /// name: “in two parts: (1) the Psalter; (2) the Proper”, “1. _The Psalter_ is”.
    fn is_exposition(&self, labels: &[Label<'_>]) -> bool {
        let taken_up = labels.iter().filter(|label| self.takes_up(**label)).count();
        labels.len() >= 2 && taken_up * 2 >= labels.len()
    }

    /// Whether a paragraph begins with what the same number in parentheses above it
    /// names.
    fn takes_up(&self, label: Label<'_>) -> bool {
        let above = self.linker.nearest(Style::Parenthesized, label.name);
        let named = above.and_then(|above| long_words(self.text, self.linker.span(above)).next());
        named.is_some_and(|named| {
            long_words(self.text, label.span).take(2).any(|word| word == named)
        })
    }

    /// A labelled block after the paragraph that has the same label as a marker.
    fn alone(&mut self, index: usize) -> Option<usize> {
        let label = self.label(index)?;
        let marker = self.linker.nearest(label.style, label.name)?;
        if self.is_point(index, label)
            || label.style == Style::Parenthesized && self.takes_up(label)
        {
            return None;
        }
        let telling = match label.style {
            Style::Bracketed
            | Style::Superscript
            | Style::Sign
            | Style::BracketedSign
            | Style::BracketedCaret => true,
            // At the foot of the page the marker is not far.
            Style::Parenthesized | Style::HalfParenthesized | Style::Braced | Style::Caret => {
                let near = self.blocks[index.saturating_sub(NEAR / 2)].span.start;
                self.linker.span(marker).start >= near
                    && !(label.style == Style::Parenthesized
                        && self.is_counted_among(marker, label))
            }
            Style::Dotted | Style::Bare | Style::Glued | Style::Worded(_) => false,
        };
        if !telling {
            return None;
        }
        let mut labelled = vec![Labelled { index, label }];
        // Others may follow, each with a marker of its own; the next number
        // after several without one, for a marker can be forgotten.
        let mut end = index + 1;
        let mut last = label;
        while let Some(next) = self.label(end).filter(|next| next.style == label.style) {
            let known = labelled.iter().filter(|known| known.label.name == next.name).count();
            let referred_to = self.linker.waiting(next.style, next.name) > known;
            let counts = labelled.len() >= 2 && next.number > last.number;
            let is_note = referred_to || known == 0 && counts && follows(Some(last), next);
            // Numbers that count anew are those of another page.
            if !is_note || known > 0 && next.number.is_some() {
                break;
            }
            labelled.push(Labelled { index: end, label: next });
            last = next;
            end += 1;
        }
        // More below without a marker are the points of a list.
        if (end..=end + labelled.len()).all(|at| self.is_alike(at, last)) {
            return None;
        }
        self.accept(index..end, false, &labelled, &[]);
        Some(end)
    }

    /// Whether block `index` has the same sign as `label`.
    fn is_alike(&self, index: usize, label: Label<'_>) -> bool {
        let signs = matches!(label.style, Style::Sign | Style::HalfParenthesized);
        signs
            && label.number.is_none()
            && self.label(index).is_some_and(|other| other.name == label.name)
    }

    /// Whether a sign stands before a point of a list: the point above it is no
    /// note.
    fn is_point(&self, index: usize, label: Label<'_>) -> bool {
        let above = index.checked_sub(1).filter(|above| self.is_alike(*above, label));
        above.is_some_and(|above| self.notes.all.last().is_none_or(|note| note.blocks.end <= above))
    }
}

/// The words of some letters among those right after a label, in its paragraph.
fn long_words(text: &str, label: Span) -> impl Iterator<Item = &str> {
    const NEAR: usize = 4;
    const FAR: usize = 80;
    const SHORTEST: usize = 4;
    let rest = &text[label.end as usize..];
    let near = &rest[..rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at)];
    let paragraph = near.split("\n\n").next().unwrap_or_default();
    let words = paragraph.split_whitespace().take(NEAR);
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.len() >= SHORTEST)
}

//! Where the notes stand.

use std::ops::Range;

use super::inline::notes_within;
use super::label::{Label, Style, glued_in, label_of, markers_in, number_of};
use super::link::{Candidates, Linker, pair_run};
use super::{Note, Notes, Region, span_of};
use crate::convention::Convention;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::{Attribute, Element};
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::Input;
use crate::structure::heading::heading;
use crate::structure::kind::{Kind, Named};

/// Finds the notes in the blocks `range` and links them with their markers.
pub(in crate::structure) fn find(input: &Input<'_>, range: Range<usize>) -> Notes {
    let (text, blocks, start) = (input.text, &input.blocks[..range.end], range.start);
    let mut finder = Finder {
        text,
        blocks,
        linker: Linker::default(),
        notes: Notes::default(),
        last_headed: 0,
        scope: start,
        braces: !input.convention.has_braces(),
        convention: input.convention,
    };
    finder.last_headed =
        (0..blocks.len()).rev().find(|index| finder.is_notes_heading(*index)).unwrap_or(0);
    let mut index = start;
    while index < blocks.len() {
        index = finder.block(index);
    }
    finder.finish()
}

struct Finder<'a> {
    text: &'a str,
    blocks: &'a [Block],
    linker: Linker<'a>,
    notes: Notes,
    /// The last heading of notes: numbered paragraphs before it are a list.
    last_headed: usize,
    /// The first block whose markers the next notes may belong to.
    scope: usize,
    /// Whether `{1}` can be a note or its marker and is no page.
    braces: bool,
    convention: &'static Convention,
}

/// Among how many blocks the next note is looked for.
const NEAR: usize = 8;

/// Notes under a heading look for their markers at least as far as so many
/// notes would.
const FAR: usize = 400;

/// A labelled block.
#[derive(Clone, Copy)]
struct Labelled<'t> {
    index: usize,
    label: Label<'t>,
}

impl<'a> Finder<'a> {
    /// Looks at a block and returns the index of the next one to look at.
    fn block(&mut self, index: usize) -> usize {
        let block = &self.blocks[index];
        if let BlockKind::Marked(found) = &block.kind {
            if found.markup.element == Element::Note {
                self.marked(index);
            }
            return index + 1;
        }
        if !block.is_text() {
            return index + 1;
        }
        let region = self.headed(index).or_else(|| self.run(index)).or_else(|| self.alone(index));
        if let Some(end) = region {
            return end;
        }
        self.linker.add(self.markers(block.span));
        self.notes.inline.extend(notes_within(self.text, block.span));
        index + 1
    }

    /// Whether the style is one of notes in this convention.
    fn is_of_notes(&self, label: &Label<'_>) -> bool {
        label.style != Style::Braced || self.braces
    }

    /// The markers in a block.
    fn markers(&self, block: Span) -> Vec<Label<'a>> {
        let mut markers = markers_in(self.text, block);
        markers.retain(|marker| self.is_of_notes(marker));
        markers
    }

    fn label(&self, index: usize) -> Option<Label<'a>> {
        let block = self.blocks.get(index)?;
        match &block.kind {
            BlockKind::Text => {
                label_of(self.text, block.span).filter(|label| self.is_of_notes(label))
            }
            // `[Footnote 1: …]`
            BlockKind::Marked(found) if found.markup.element == Element::Note => {
                let span = Span::new(found.outer.start, found.inner.start);
                let inside = span.of(self.text).strip_prefix("[Footnote ")?;
                let name = inside.trim_end_matches([':', ' ']);
                Some(Label { style: Style::Bracketed, name, number: number_of(name), span })
            }
            _ => None,
        }
    }

    /// `[Footnote 1: …]`, a note that says so itself.
    fn marked(&mut self, index: usize) {
        let BlockKind::Marked(found) = &self.blocks[index].kind else { return };
        let name = found.values.iter().find(|(name, _)| *name == Attribute::N);
        let name = name.map(|(_, value)| value.clone()).unwrap_or_default();
        let marker = self.linker.nearest(Style::Bracketed, &name);
        let note = self.notes.all.len();
        let marker = marker.map(|marker| self.linker.link(marker, note));
        self.notes.all.push(Note {
            name,
            blocks: index..index + 1,
            outer: found.outer,
            inner: found.inner,
            notation: &found.markup.notation,
            marker,
        });
        self.region(index..index + 1, false, true, &[]);
    }

    /// Whether a block is a heading such as “Footnotes” with a label below it.
    fn is_notes_heading(&self, index: usize) -> bool {
        let block = &self.blocks[index];
        let short = block.is_text() && block.line_count() == 1 && block.span.len() < 60;
        let says_notes = || {
            let heading = heading(block.span.of(self.text));
            heading.is_some_and(|heading| heading.kind == Kind::Named(Named::Notes))
        };
        short && self.label_follows(index) && says_notes()
    }

    /// A heading such as “Footnotes” and the labelled blocks under it.
    fn headed(&mut self, index: usize) -> Option<usize> {
        if !self.is_notes_heading(index) {
            return None;
        }
        let first = index + 1;
        let end = self.end_of_headed(first);
        let mut labelled = Vec::new();
        let mut heads = Vec::new();
        let mut previous: Option<Label<'a>> = None;
        for at in first..end {
            if self.is_subheading(at) {
                heads.push(at);
                previous = None;
            } else if let Some(label) = self.label(at).filter(|label| follows(previous, *label)) {
                labelled.push(Labelled { index: at, label });
                previous = Some(label);
            }
        }
        self.accept(index..end, true, &labelled, &heads);
        Some(end)
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
        let ends = |at: &usize| {
            let block = &self.blocks[*at];
            let text = block.span.of(self.text);
            match block.kind {
                BlockKind::Text => {
                    self.label(*at).is_none()
                        && (is_colophon(text) || self.is_heading(block) && !self.is_subheading(*at))
                }
                BlockKind::Ornament => !self.label_follows(*at),
                BlockKind::Blank | BlockKind::Marked(_) => false,
            }
        };
        (first..self.blocks.len()).find(ends).unwrap_or(self.blocks.len())
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

    fn is_heading(&self, block: &Block) -> bool {
        let short = block.line_count() <= 3 && block.span.len() < 160;
        let text = block.span.of(self.text);
        if self.convention.heading_mark(text).is_some() {
            return true;
        }
        short
            && heading(text).is_some_and(|heading| match heading.kind {
                Kind::Words | Kind::Capitals => false,
                Kind::Numeral => !heading.titled || block.line_count() > 1,
                _ => true,
            })
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
        if found * 10 < labelled.len() * 6 || self.is_enumeration(first, &pairing) {
            return None;
        }
        self.accept(index..end, false, &labelled, &[]);
        Some(end)
    }

    /// Whether a block has the marker of a note further down, so that it is
    /// text between notes and no part of one.
    fn refers_to(&self, index: usize, number: Option<u32>) -> bool {
        let markers = self.markers(self.blocks[index].span);
        markers.iter().any(|marker| marker.number == number)
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

    /// A labelled block after the paragraph that has the same label as a marker.
    fn alone(&mut self, index: usize) -> Option<usize> {
        let label = self.label(index)?;
        let marker = self.linker.nearest(label.style, label.name)?;
        let telling = match label.style {
            Style::Bracketed | Style::Superscript | Style::Sign | Style::BracketedCaret => true,
            // At the foot of the page the marker is not far.
            Style::Parenthesized | Style::HalfParenthesized | Style::Braced | Style::Caret => {
                let near = self.blocks[index.saturating_sub(NEAR / 2)].span.start;
                self.linker.span(marker).start >= near
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
            let known = labelled.iter().any(|labelled| labelled.label.name == next.name);
            let referred_to = self.linker.nearest(next.style, next.name).is_some();
            let counts = labelled.len() >= 2 && next.number > last.number;
            let is_note = referred_to || counts && follows(Some(last), next);
            if known || !is_note {
                break;
            }
            labelled.push(Labelled { index: end, label: next });
            last = next;
            end += 1;
        }
        self.accept(index..end, false, &labelled, &[]);
        Some(end)
    }

    /// Takes the labelled blocks as notes, each up to the next, and links them.
    fn accept(
        &mut self,
        blocks: Range<usize>,
        headed: bool,
        labelled: &[Labelled<'a>],
        heads: &[usize],
    ) {
        let labels: Vec<_> = labelled.iter().map(|labelled| labelled.label).collect();
        let mut markers = if headed || labels.first().is_some_and(|label| label.number == Some(1)) {
            // A heading ends the search: its notes may have their markers far above.
            let far = if headed { labels.len().max(FAR) } else { labels.len() };
            Self::pair_runs(&labels, self.linker.candidates(far))
        } else {
            let nearest = |label: &Label<'_>| self.linker.nearest(label.style, label.name);
            labels.iter().map(nearest).collect()
        };
        if headed && markers.iter().all(Option::is_none) {
            markers = self.pair_glued(blocks.start, &labels);
        }
        let mut ends = labelled.iter().skip(1).map(|next| next.index).chain([blocks.end]);
        for (Labelled { index, label }, marker) in labelled.iter().zip(markers) {
            let next = ends.next().unwrap_or(blocks.end);
            let head = heads.partition_point(|head| head < index);
            let end = heads.get(head).map_or(next, |head| next.min(*head));
            self.note(*index..end, label, marker);
        }
        self.region(blocks, headed, !headed && labelled.len() == 1, heads);
    }

    fn note(&mut self, blocks: Range<usize>, label: &Label<'a>, marker: Option<usize>) {
        let index = self.notes.all.len();
        let marker = marker.map(|marker| self.linker.link(marker, index));
        let outer = span_of(&self.blocks[blocks.clone()]);
        let note = match &self.blocks[blocks.start].kind {
            // The brackets end with their block.
            BlockKind::Marked(found) => Note {
                name: plain_name(label),
                blocks: blocks.start..blocks.start + 1,
                outer: found.outer,
                inner: found.inner,
                notation: &found.markup.notation,
                marker,
            },
            _ => Note {
                name: plain_name(label),
                blocks,
                outer,
                inner: Span::new(label.span.end, outer.end),
                notation: label.style.notation(),
                marker,
            },
        };
        self.notes.all.push(note);
    }

    /// The same for numbers that hang on their words, if nearly all are there.
    fn pair_glued(&mut self, end: usize, labels: &[Label<'a>]) -> Vec<Option<usize>> {
        let mut glued = Vec::new();
        for block in self.blocks[self.scope..end].iter().filter(|block| block.is_text()) {
            glued.extend(glued_in(self.text, block.span));
        }
        let counts = labels.iter().all(|label| label.number.is_some());
        let found = |pairing: &[Option<usize>]| pairing.iter().flatten().count();
        let alone = Candidates { all: &glued, linked: &[], from: 0 };
        let pairing = if counts { Self::pair_runs(labels, alone) } else { Vec::new() };
        if pairing.is_empty() || found(&pairing) * 10 < labels.len() * 8 {
            return vec![None; labels.len()];
        }
        let first = self.linker.count();
        self.linker.add(glued);
        pairing.into_iter().map(|marker| Some(first + marker?)).collect()
    }

    /// Pairs notes with markers, each part that counts from 1 for itself.
    fn pair_runs(labels: &[Label<'a>], mut candidates: Candidates<'_, 'a>) -> Vec<Option<usize>> {
        let mut markers = Vec::with_capacity(labels.len());
        let mut rest = labels;
        while !rest.is_empty() {
            let restarts = rest.windows(2).position(|pair| pair[1].number <= pair[0].number);
            let (run, after) = rest.split_at(restarts.map_or(rest.len(), |at| at + 1));
            let pairing = pair_run(run, candidates);
            if let (Some(last), false) = (pairing.iter().flatten().max(), after.is_empty()) {
                candidates = Candidates { from: last + 1, ..candidates };
            }
            markers.extend(pairing);
            rest = after;
        }
        markers
    }

    fn region(&mut self, blocks: Range<usize>, headed: bool, in_place: bool, heads: &[usize]) {
        // A note at its paragraph says nothing of those at the end.
        if !in_place {
            self.linker.close_scope(headed);
            self.scope = blocks.end;
        }
        self.notes.regions.push(Region { blocks, headed, in_place, heads: heads.to_vec() });
    }

    fn finish(mut self) -> Notes {
        self.linker.link_again(&self.notes.all);
        self.notes.markers = self.linker.markers(&self.notes.all);
        let mut first = vec![None; self.notes.all.len()];
        for (index, marker) in self.notes.markers.iter().enumerate() {
            first[marker.note].get_or_insert(index);
        }
        for (note, first) in self.notes.all.iter_mut().zip(first) {
            note.marker = first;
        }
        for note in &self.notes.all {
            if note.marker.is_none() {
                let message = format!("no marker in the text refers to note {}", note.name);
                let diagnostic =
                    Diagnostic::new(Severity::Warning, Code::NoteWithoutMarker, message);
                let label = Span::new(note.outer.start, note.inner.start);
                self.notes.diagnostics.push(diagnostic.at(label));
            }
        }
        let unlinked = self.linker.without_notes(&self.notes.all);
        self.notes.diagnostics.extend(unlinked.map(|(name, span)| {
            let message = format!("no note is labelled {name}");
            Diagnostic::new(Severity::Warning, Code::MarkerWithoutNote, message)
                .at(span)
                .help("it stays text; if it is a remark and no marker, nothing is wrong")
        }));
        self.notes
    }
}

/// Whether a label continues the notes: the next number, a new beginning, or
/// a name without an order.
fn follows(previous: Option<Label<'_>>, label: Label<'_>) -> bool {
    let Some(previous) = previous else { return true };
    if previous.style != label.style {
        return false;
    }
    match (previous.number, label.number) {
        (Some(before), Some(now)) => now == 1 || (now > before && now <= before + 3),
        (before, now) => before.is_none() == now.is_none(),
    }
}

/// The name in ordinary digits.
fn plain_name(label: &Label<'_>) -> String {
    match (label.style, label.number) {
        (Style::Superscript, Some(number)) => number.to_string(),
        _ => label.name.to_owned(),
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

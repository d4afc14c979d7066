//! Where the notes stand.

use std::ops::Range;

use super::headed::{NEAR, follows};
use super::inline::notes_within;
use super::label::{Label, Style, glued_in, label_of, markers_in, number_of};
use super::link::{Candidates, Linker, pair_run};
use super::order::{has_twins, pair_in_order};
use super::{Note, Notes, Region, span_of};
use crate::convention::Convention;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::Element;
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::Input;

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

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
    linker: Linker<'a>,
    notes: Notes,
    /// The last heading of notes: numbered paragraphs before it are a list.
    last_headed: usize,
    /// The first block whose markers the next notes may belong to.
    scope: usize,
    /// Whether `{1}` can be a note or its marker and is no page.
    braces: bool,
    pub(super) convention: &'static Convention,
}

/// Notes under a heading look for their markers at least as far as so many
/// notes would.
const FAR: usize = 400;

/// A labelled block.
#[derive(Clone, Copy)]
pub(super) struct Labelled<'t> {
    pub(super) index: usize,
    pub(super) label: Label<'t>,
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

    pub(super) fn label(&self, index: usize) -> Option<Label<'a>> {
        let block = self.blocks.get(index)?;
        match &block.kind {
            BlockKind::Text => {
                label_of(self.text, block.span).filter(|label| self.is_of_notes(label))
            }
            // `[Footnote 1: …]`
            BlockKind::Marked(found) if found.markup.element == Element::Note => {
                let span = Span::new(found.outer.start, found.inner.start);
                let (_, inside) = span.of(self.text).split_once(' ')?;
                let name = inside.trim_end_matches([':', ' ']);
                Some(Label { style: Style::Bracketed, name, number: number_of(name), span })
            }
            _ => None,
        }
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

    /// The marker of each of some notes without a heading: of those that have the
    /// same name, in their order.
    fn pair_each(&self, labels: &[Label<'a>]) -> Vec<Option<usize>> {
        if has_twins(labels) {
            return pair_in_order(labels, self.linker.candidates(labels.len()));
        }
        labels.iter().map(|label| self.linker.nearest(label.style, label.name)).collect()
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
        if self.is_point(index, label) {
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

    /// Takes the labelled blocks as notes, each up to the next, and links them.
    pub(super) fn accept(
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
            self.pair_each(&labels)
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
        let closing = u32::from(label.style == Style::BracketedSign);
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
                inner: Span::new(label.span.end, outer.end - closing),
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

    /// Pairs notes with markers: those with letters, which may stand above all that
    /// have numbers, apart from these.
    fn pair_runs(labels: &[Label<'a>], candidates: Candidates<'_, 'a>) -> Vec<Option<usize>> {
        let (numbers, letters): (Vec<usize>, Vec<usize>) =
            (0..labels.len()).partition(|at| !labels[*at].name.starts_with(char::is_alphabetic));
        let mut markers = vec![None; labels.len()];
        for part in [numbers, letters] {
            let of_part: Vec<Label<'a>> = part.iter().map(|at| labels[*at]).collect();
            for (at, marker) in part.iter().zip(Self::pair_parts(&of_part, candidates)) {
                markers[*at] = marker;
            }
        }
        markers
    }

    /// Pairs notes with markers, each part that counts from 1 for itself.
    fn pair_parts(labels: &[Label<'a>], mut candidates: Candidates<'_, 'a>) -> Vec<Option<usize>> {
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

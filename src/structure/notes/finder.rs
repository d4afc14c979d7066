//! What is known while the notes are looked for, and how one that was found is
//! taken.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::label::{Label, Style, glued_in, label_of, markers_in, number_of};
use super::link::{Candidates, Linker, pair_run};
use super::order::{has_twins, pair_in_order};
use super::{Note, Notes, Region, span_of};
use crate::annotation::Annotation;
use crate::convention::{Convention, annotate};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::Element;
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::Input;
use crate::structure::heading::heading;
use crate::structure::kind::Kind;

/// Among how many blocks the next note is looked for.
pub(super) const NEAR: usize = 8;

/// Notes under a heading look for their markers at least as far as so many
/// notes would.
const FAR: usize = 400;

/// The notes of a text, as far as they are found.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
    pub(super) linker: Linker<'a>,
    pub(super) notes: Notes,
    /// The last heading of notes: numbered paragraphs before it are a list.
    pub(super) last_headed: usize,
    /// The last note with the label `[1]`: numbered paragraphs before it do not
    /// belong to such markers.
    pub(super) last_bracketed: usize,
    /// The first block whose markers the next notes may belong to.
    scope: usize,
    /// The block before which labels in lines of their own were read and belong to
    /// no notes.
    pub(super) refused: usize,
    /// Whether `{1}` can be a note or its marker and is no page.
    braces: bool,
    pub(super) convention: &'static Convention,
}

/// A labelled block.
#[derive(Clone, Copy)]
pub(super) struct Labelled<'t> {
    pub(super) index: usize,
    pub(super) label: Label<'t>,
}

impl<'a> Finder<'a> {
    /// For the notes in the blocks `range`.
    pub(super) fn new(input: &'a Input<'_>, range: &Range<usize>) -> Self {
        Self {
            text: input.text,
            blocks: &input.blocks[..range.end],
            linker: Linker::default(),
            notes: Notes::default(),
            last_headed: 0,
            last_bracketed: 0,
            scope: range.start,
            refused: 0,
            braces: !input.convention.has_braces() || braced_notes(input, range),
            convention: input.convention,
        }
    }

    /// Whether the style is one of notes in this convention.
    pub(super) fn is_of_notes(&self, label: &Label<'_>) -> bool {
        label.style != Style::Braced || self.braces
    }

    /// The markers in a block.
    pub(super) fn markers(&self, block: Span) -> Vec<Label<'a>> {
        let mut markers = markers_in(self.text, block);
        markers.retain(|marker| self.is_of_notes(marker));
        if markers.iter().any(|marker| marker.style == Style::Sign) {
            let delimiters = delimiters(self.convention, self.text, block);
            markers.retain(|marker| {
                let next = delimiters.partition_point(|one| one.end <= marker.span.start);
                delimiters.get(next).is_none_or(|one| !one.overlaps(marker.span))
            });
        }
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

    /// The marker of each of some notes without a heading: of those that have the
    /// same name, in their order.
    pub(super) fn pair_each(&self, labels: &[Label<'a>]) -> Vec<Option<usize>> {
        if has_twins(labels) {
            return pair_in_order(labels, self.linker.candidates(labels.len()));
        }
        labels.iter().map(|label| self.linker.nearest_of(label)).collect()
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

    pub(super) fn note(&mut self, blocks: Range<usize>, label: &Label<'a>, marker: Option<usize>) {
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
            (0..labels.len()).partition(|at| !labels[*at].is_lettered());
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

    pub(super) fn region(
        &mut self,
        blocks: Range<usize>,
        headed: bool,
        in_place: bool,
        heads: &[usize],
    ) {
        // A note at its paragraph says nothing of those at the end.
        if !in_place {
            self.linker.close_scope(headed);
            self.scope = blocks.end;
        }
        self.notes.regions.push(Region { blocks, headed, in_place, heads: heads.to_vec() });
    }

    pub(super) fn finish(mut self) -> Notes {
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

    /// Whether a block has the marker of a note further down, so that it is
    /// text between notes and no part of one.
    pub(super) fn refers_to(&self, index: usize, number: Option<u32>) -> bool {
        let markers = self.markers(self.blocks[index].span);
        markers.iter().any(|marker| marker.number == number)
    }

    pub(super) fn is_heading(&self, block: &Block) -> bool {
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
}

/// Whether numbers in braces stand twice, in the text and then before a note, where a
/// page would have its number once.
fn braced_notes(input: &Input<'_>, range: &Range<usize>) -> bool {
    const SEVERAL: usize = 3;
    if memchr::memchr(b'{', input.text.as_bytes()).is_none() {
        return false;
    }
    let mut names = FxHashSet::default();
    let (mut notes, mut others) = (0, 0);
    for block in input.blocks[range.clone()].iter().filter(|block| block.is_text()) {
        let label = label_of(input.text, block.span).filter(|label| label.style == Style::Braced);
        match label {
            Some(label) if names.contains(label.name) => notes += 1,
            Some(_) => others += 1,
            None => {}
        }
        let markers = markers_in(input.text, block.span);
        names.extend(
            markers.iter().filter(|found| found.style == Style::Braced).map(|found| found.name),
        );
    }
    notes >= SEVERAL && notes > 2 * others
}

/// The name in ordinary digits.
fn plain_name(label: &Label<'_>) -> String {
    match (label.style, label.number) {
        (Style::Superscript, Some(number)) => number.to_string(),
        _ => label.name.to_owned(),
    }
}

/// Whether a label continues the notes: the next number, a new beginning, or
/// a name without an order.
pub(super) fn follows(previous: Option<Label<'_>>, label: Label<'_>) -> bool {
    let Some(previous) = previous else { return true };
    if previous.style != label.style {
        return false;
    }
    match (previous.number, label.number) {
        (Some(before), Some(now)) => now == 1 || (now > before && now <= before + 3),
        (before, now) => before.is_none() == now.is_none(),
    }
}

/// What the notations within a block begin and end with, in order: the second sign of
/// `*These Etexts*` points to no note.
fn delimiters(convention: &Convention, text: &str, block: Span) -> Vec<Span> {
    let mut notations = Vec::new();
    annotate(convention, text, block, &mut notations, &mut Vec::new());
    let both = |found: &Annotation| {
        let (outer, inner) = (found.outer, found.inner);
        [Span::new(outer.start, inner.start), Span::new(inner.end, outer.end)]
    };
    notations.iter().flat_map(both).filter(|span| !span.is_empty()).collect()
}

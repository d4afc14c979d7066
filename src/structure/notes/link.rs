//! Which marker points to which note.

use std::collections::HashMap;

use super::label::{Label, Style};
use super::{Marker, Note};
use crate::source::Span;

/// The markers of a text, in order, as they are passed.
#[derive(Default)]
pub(super) struct Linker<'t> {
    candidates: Vec<Label<'t>>,
    /// The note of each candidate.
    linked: Vec<Option<usize>>,
    /// Candidates that have no note yet, by style and name, the nearest last.
    waiting: HashMap<(Style, &'t str), Vec<usize>>,
    /// Where the candidates begin that notes further down may belong to.
    scope: usize,
}

/// The markers that come into question for some notes.
#[derive(Clone, Copy)]
pub(super) struct Candidates<'c, 't> {
    pub all: &'c [Label<'t>],
    /// The notes of those that have one already.
    pub linked: &'c [Option<usize>],
    /// The first one.
    pub from: usize,
}

/// Not more markers than these, and than so many to a note, are looked through
/// for a run of notes, lest every numbered list of a long text be held against
/// all of them.
const NEAR: usize = 400;
const TO_ONE: usize = 30;

impl<'t> Linker<'t> {
    /// Takes in the markers of a block.
    pub(super) fn add(&mut self, markers: Vec<Label<'t>>) {
        for marker in markers {
            let waiting = self.waiting.entry((marker.style, marker.name)).or_default();
            waiting.push(self.candidates.len());
            self.candidates.push(marker);
            self.linked.push(None);
        }
    }

    /// The last marker for notes of that style and name that has no note yet.
    pub(super) fn nearest(&self, style: Style, name: &str) -> Option<usize> {
        let waiting = self.waiting.get(&(style.of_marker(), name))?;
        waiting.iter().rev().copied().find(|marker| self.linked[*marker].is_none())
    }

    /// The last marker for a note with this label that has no note yet; what a label says
    /// in words, a marker says with a sign of its own.
    pub(super) fn nearest_of(&self, label: &Label<'_>) -> Option<usize> {
        if !matches!(label.style, Style::Worded(_)) {
            return self.nearest(label.style, label.name);
        }
        marker_styles(label.style).iter().find_map(|style| self.nearest(*style, label.name))
    }

    /// How many markers for notes of that style and name have no note yet.
    pub(super) fn waiting(&self, style: Style, name: &str) -> usize {
        self.waiting.get(&(style.of_marker(), name)).map_or(0, Vec::len)
    }

    /// The markers that `notes` notes may belong to.
    pub(super) fn candidates(&self, notes: usize) -> Candidates<'_, 't> {
        let most = NEAR + notes.saturating_mul(TO_ONE);
        let from = self.scope.max(self.candidates.len().saturating_sub(most));
        Candidates { all: &self.candidates, linked: &self.linked, from }
    }

    /// How many markers there are.
    pub(super) fn count(&self) -> usize {
        self.candidates.len()
    }

    /// Links a marker with a note and returns it.
    pub(super) fn link(&mut self, marker: usize, note: usize) -> usize {
        self.linked[marker] = Some(note);
        if let Some(waiting) =
            self.waiting.get_mut(&(self.candidates[marker].style, self.candidates[marker].name))
        {
            waiting.retain(|other| *other > marker);
        }
        marker
    }

    /// Notes further down do not belong to markers before the notes that end
    /// here, if they stand under a heading not even the nearest ones.
    pub(super) fn close_scope(&mut self, headed: bool) {
        self.scope = self.candidates.len();
        if headed {
            self.waiting.clear();
        }
    }

    /// Links the bracketed markers that have no note and whose name only one
    /// note has with that note: it is referred to again.
    pub(super) fn link_again(&mut self, notes: &[Note]) {
        let mut only: HashMap<&str, Option<usize>> = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            let entry = only.entry(note.name.as_str()).or_insert(Some(index));
            *entry = entry.filter(|first| *first == index);
        }
        let styled: HashMap<usize, Style> = self
            .linked
            .iter()
            .zip(&self.candidates)
            .filter_map(|(note, marker)| Some(((*note)?, marker.style)))
            .collect();
        for (marker, linked) in self.candidates.iter().zip(&mut self.linked) {
            if marker.style == Style::Bracketed && linked.is_none() {
                let note = only.get(marker.name).copied().flatten();
                *linked = note.filter(|note| styled.get(note) == Some(&Style::Bracketed));
            }
        }
    }

    /// Where a marker stands.
    pub(super) fn span(&self, marker: usize) -> Span {
        self.candidates[marker].span
    }

    /// The style of a marker.
    pub(super) fn style(&self, marker: usize) -> Style {
        self.candidates[marker].style
    }

    /// The markers that have a note; the notes get the new indices.
    pub(super) fn markers(&self, notes: &[Note]) -> Vec<Marker> {
        let linked = self.linked.iter().enumerate();
        let linked = linked.filter_map(|(index, note)| Some((index, (*note)?)));
        let markers =
            linked.map(|(index, note)| Marker { span: self.candidates[index].span, note });
        debug_assert!(self.linked.iter().flatten().all(|note| *note < notes.len()));
        let mut markers: Vec<Marker> = markers.collect();
        markers.sort_by_key(|marker| marker.span);
        markers
    }

    /// Name and place of the bracketed numbers that point to no note, in a
    /// text where others do.
    pub(super) fn without_notes(&self, notes: &[Note]) -> impl Iterator<Item = (String, Span)> {
        let greatest = notes.iter().filter_map(|note| note.name.parse::<u32>().ok()).max();
        let unlinked = self.candidates.iter().zip(&self.linked).filter(|(_, note)| note.is_none());
        let missing: Vec<_> = unlinked
            .filter(|(marker, _)| marker.style == Style::Bracketed)
            .filter(|(marker, _)| marker.name.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|(marker, _)| {
                greatest.is_some_and(|most| marker.number.is_some_and(|n| n <= most + 5))
            })
            .map(|(marker, _)| (marker.name.to_owned(), marker.span))
            .collect();
        missing.into_iter()
    }
}

/// For each note of a run, the marker that points to it: of the style that
/// fits most of them, in the same order.
pub(super) fn pair_run(run: &[Label<'_>], candidates: Candidates<'_, '_>) -> Vec<Option<usize>> {
    let Some(first) = run.first() else { return Vec::new() };
    let styles = marker_styles(first.style);
    let by_name: HashMap<String, usize> =
        run.iter().enumerate().rev().map(|(at, label)| (key(label), at)).collect();
    let pairings = styles.iter().map(|style| pair_style(&by_name, *style, candidates));
    let pairings = pairings.map(|pairs| {
        let mut pairing = vec![None; run.len()];
        for (marker, note) in pairs {
            pairing[note] = Some(marker);
        }
        pairing
    });
    let count = |pairing: &Vec<Option<usize>>| pairing.iter().flatten().count();
    // The first of equals: the more telling style.
    pairings.rev().max_by_key(count).unwrap_or_else(|| vec![None; run.len()])
}

/// The styles of markers for notes with labels of a style, the likeliest first.
fn marker_styles(label: Style) -> &'static [Style] {
    match label {
        Style::Bracketed => &[Style::Bracketed, Style::Superscript],
        Style::Parenthesized => &[Style::Parenthesized],
        Style::Superscript => &[Style::Superscript],
        Style::Sign | Style::BracketedSign => &[Style::Sign],
        Style::Braced => &[Style::Braced],
        Style::BracketedCaret => &[Style::BracketedCaret],
        Style::Caret => &[Style::Caret, Style::Superscript],
        Style::Glued => &[],
        Style::HalfParenthesized => {
            &[Style::HalfParenthesized, Style::Parenthesized, Style::Superscript]
        }
        Style::Dotted | Style::Bare | Style::Worded(_) => &[
            Style::Bracketed,
            Style::Superscript,
            Style::Parenthesized,
            Style::HalfParenthesized,
            Style::BracketedCaret,
            Style::Caret,
            Style::Braced,
            Style::Glued,
        ],
    }
}

/// The longest row of markers of one style whose numbers rise with the notes:
/// marker and note.
fn pair_style(
    by_name: &HashMap<String, usize>,
    style: Style,
    candidates: Candidates<'_, '_>,
) -> Vec<(usize, usize)> {
    let fitting: Vec<(usize, usize)> = candidates.all[candidates.from..]
        .iter()
        .enumerate()
        .filter(|(_, marker)| marker.style == style)
        .map(|(at, marker)| (candidates.from + at, marker))
        .filter(|(at, _)| candidates.linked.get(*at).copied().flatten().is_none())
        .filter_map(|(at, marker)| Some((at, *by_name.get(&key(marker))?)))
        .collect();
    rising(&fitting).into_iter().map(|at| fitting[at]).collect()
}

/// What a label and its marker have in common.
fn key(label: &Label<'_>) -> String {
    match label.number {
        Some(number) if !label.is_lettered() => number.to_string(),
        _ => label.name.to_owned(),
    }
}

/// The longest strictly rising row of notes, by patience sorting; of several
/// the one that ends first.
fn rising(fitting: &[(usize, usize)]) -> Vec<usize> {
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(fitting.len());
    for (at, (_, note)) in fitting.iter().enumerate() {
        let pile = piles.partition_point(|top| fitting[*top].1 < *note);
        before.push(pile.checked_sub(1).map(|below| piles[below]));
        match piles.get_mut(pile) {
            // The earliest marker of a note is its own.
            Some(top) if fitting[*top].1 == *note => {}
            Some(top) => *top = at,
            None => piles.push(at),
        }
    }
    let mut row = Vec::with_capacity(piles.len());
    let mut at = piles.last().copied();
    while let Some(index) = at {
        row.push(index);
        at = before[index];
    }
    row.reverse();
    row
}

//! Letters among the divisions: where one begins, when it was written, and
//! which dates in it begin nothing new.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{DivisionKind, ENTRY, LETTER, Outliner};
use crate::date::CalendarDate;
use crate::source::Span;
use crate::structure::Input;
use crate::structure::entries::DateLine;
use crate::structure::kind::{Head, Kind, Named};
use crate::structure::letters::{self, Opening, PartKind, Signer};
use crate::structure::notes::{Notes, Region};

impl Outliner<'_> {
    /// A text without headings may be one letter.
    pub(super) fn letter(&mut self, notes: &Notes, heads: &[Option<Head>], body: &Range<usize>) {
        let headed = heads[body.clone()].iter().any(Option::is_some);
        let opening = letters::opening(self.input, notes, body.clone());
        let Some(opening) = opening.filter(|_| !headed) else { return };
        let start = opening.blocks.start;
        self.anchor.letter = true;
        self.push(LETTER, DivisionKind::Letter(None), start..start, start);
        let foot = self.day_at_foot(opening.blocks.end);
        for part in opening.of_kind(PartKind::Dateline) {
            self.letter_date(part.span());
        }
        if let Some(day) = foot {
            self.set_anchor(Some(day), self.input.blocks[start].span.start);
        }
    }

    /// The opening of the letter that stands above the first heading, as that of its
    /// enclosure: its date begins no entry.
    pub(super) fn letter_above_headings<'o>(
        &mut self,
        openings: &'o [Opening],
        body: &Range<usize>,
    ) -> Option<&'o Opening> {
        let unheaded = matches!(
            self.outline.starts.first(),
            Some(start) if start.kind == DivisionKind::Unheaded
        );
        let opening = opening_at(openings, body.start).filter(|_| unheaded)?;
        let first = (opening.blocks.end..body.end).find(|at| self.heads[*at].is_some())?;
        let document = |head: Head| head.heading.kind == Kind::Named(Named::Document);
        self.heads[first].filter(|head| document(*head))?;
        self.in_letter = true;
        self.anchor.letter = true;
        for part in opening.of_kind(PartKind::Dateline) {
            self.letter_date(part.span());
        }
        Some(opening)
    }

    /// One of several letters, each with its opening and no heading.
    pub(super) fn letter_of_series(&mut self, opening: &Opening) {
        let start = opening.blocks.start;
        self.in_letter = true;
        self.anchor.letter = true;
        self.latest = None;
        let mut written = None;
        for part in opening.of_kind(PartKind::Dateline) {
            written = self.letter_date(part.span()).or(written);
        }
        self.push(ENTRY, DivisionKind::Letter(written), start..start, start);
    }

    /// Takes the dates above the salute of a letter for those of its writing;
    /// returns the day.
    pub(super) fn letter_date(&mut self, line: Span) -> Option<CalendarDate> {
        let mut written = None;
        for date in letters::dates(self.input, line) {
            let reading = date.meaning.resolve_forward(self.anchor);
            let day = reading.map(|reading| reading.value.start());
            if day.is_some_and(|day| day.day().is_some()) {
                self.set_anchor(day, line.start);
                written = day;
            }
        }
        written
    }

    /// The block with the date of the letter whose letterhead begins with block
    /// `index`; else that block itself.
    pub(super) fn dated_at(&self, openings: &[Opening], index: usize) -> usize {
        let Some(opening) = opening_at(openings, index) else { return index };
        let dated = opening.blocks.clone().find(|at| self.lines[*at].is_some());
        let free = |at: usize| (index..=at).all(|at| self.heads[at].is_none());
        dated.filter(|at| self.entries_divide && *at < self.body_end && free(*at)).unwrap_or(index)
    }

    /// The day at the foot of the letter whose text begins with block `start`,
    /// if it is not dated above.
    pub(super) fn day_at_foot(&self, start: usize) -> Option<CalendarDate> {
        const FOOT: usize = 4;
        let ends = |at: &usize| self.heads[*at].is_some() || self.notes.holds(*at);
        let end = (start..self.body_end).find(ends).unwrap_or(self.body_end);
        let mut dated = (start..end).filter(|at| self.lines[*at].is_some());
        let only = dated.next().filter(|_| dated.next().is_none())?;
        let line = self.lines[only].as_ref().filter(|line| line.own_line && !line.bare)?;
        let foot = only > start + 1 && only + FOOT >= end;
        let date = line.dates.first().filter(|_| foot)?;
        let value = date.meaning.resolve_forward(self.anchor)?.value.start();
        Some(value).filter(|day| day.day().is_some())
    }

    /// Whether the line with a date right under a heading is the first of
    /// several, each above some text: those of entries, and not of a letter.
    pub(super) fn begins_series(&self, index: usize) -> bool {
        let ends = |at: &usize| self.heads[*at].is_some() || self.notes.holds(*at);
        let end = (index + 1..self.body_end).find(ends).unwrap_or(self.body_end);
        let own_line = |at: &usize| {
            let line = self.lines[*at].as_ref();
            line.is_some_and(|line| line.own_line && (!line.bare || line.names_day()))
        };
        let other = (index + 1..end).find(own_line);
        !self.in_letter && other.is_some_and(|other| other > index + 1 && other + 1 < end)
    }

    /// Whether a dated line goes on with the letter it stands in: no other
    /// salute follows.
    pub(super) fn resumes(&self, line: &DateLine, index: usize) -> bool {
        self.in_letter && !(line.own_line && self.greets(index))
    }

    /// Whether a salute stands soon below block `index`.
    pub(super) fn greets(&self, index: usize) -> bool {
        (index + 1..self.body_end).take(2).any(|at| {
            let text = self.input.blocks[at].span.of(self.input.text);
            self.input.blocks[at].is_text() && letters::is_salute(text)
        })
    }

    /// Whether a line with a date stands at the end of a division without other
    /// entries, with a name below it at most: a preface or a letter ends so.
    pub(super) fn closes(&self, line: &DateLine, index: usize) -> bool {
        let headed = matches!(self.outline.starts.last(), Some(start) if !start.heads.is_empty());
        let rest = || self.input.blocks[index + 1..self.ends_at(index + 1)].iter();
        line.own_line
            && !line.bare
            && self.latest.is_none()
            && headed
            && rest().all(|block| {
                block.is_text() && letters::is_signature(block.span.of(self.input.text))
            })
            && rest().count() <= 2
    }

    /// The rank of the letter whose closer stands above these notes. A division of
    /// theirs within it would leave it no end, since nothing closes above one.
    pub(super) fn letter_above(&self, region: &Region, openings: &[Opening]) -> Option<u8> {
        self.closed_letter(region.blocks.start, openings)
    }

    /// The heading of an enclosure beside the letter that closes above it, which could
    /// not close above a division within it; the others follow it there.
    pub(super) fn beside_closed(&mut self, head: Head, at: usize, openings: &[Opening]) -> Head {
        if head.heading.kind != Kind::Named(Named::Document) {
            self.beside = self.beside.filter(|rank| head.rank > *rank);
            return head;
        }
        let closed = || self.closed_letter(at, openings).filter(|rank| *rank < head.rank);
        self.beside = self.beside.or_else(closed);
        Head { rank: self.beside.unwrap_or(head.rank), ..head }
    }

    /// The rank of the letter that ends with its closer above block `end`.
    fn closed_letter(&self, end: usize, openings: &[Opening]) -> Option<u8> {
        let start = self.outline.starts.last()?;
        let top = start.heads.end.max(start.index);
        let dated = self.lines[top].as_ref().is_some_and(|line| line.own_line && !line.bare);
        let letter = matches!(start.kind, DivisionKind::Letter(_)) || self.in_letter || dated;
        let opening = opening_at(openings, top).map(|opening| opening.blocks.end);
        let text = opening.unwrap_or(top)..end;
        let closed = letter
            && !text.is_empty()
            && letters::foot(self.input, self.notes, text, Signer::Somebody).is_some();
        closed.then_some(start.rank)
    }

    /// Where the next heading or the notes stand, or the block after the next
    /// few.
    pub(super) fn ends_at(&self, index: usize) -> usize {
        const FEW: usize = 3;
        let last = self.body_end.min(index + FEW);
        (index..last).find(|at| self.heads[*at].is_some() || self.notes.holds(*at)).unwrap_or(last)
    }
}

/// Whether the first date line of a text opens a letter and the others, if
/// there are any, go on with it.
pub(super) fn is_one_letter(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    body: &Range<usize>,
) -> bool {
    let mut dated = body.clone().filter(|index| lines[*index].is_some());
    let first = dated.next();
    let opening = letters::opening(input, notes, body.clone());
    let greets = |index: usize| {
        let block = &input.blocks[index];
        block.is_text() && letters::is_salute(block.span.of(input.text))
    };
    heads[body.clone()].iter().all(Option::is_none)
        && first.zip(opening).is_some_and(|(line, opening)| {
            opening.blocks.contains(&line) && !(opening.blocks.end..body.end).any(greets)
        })
}

/// The opening that begins with block `index`.
pub(super) fn opening_at(openings: &[Opening], index: usize) -> Option<&Opening> {
    let at = openings.binary_search_by_key(&index, |opening| opening.blocks.start);
    at.ok().map(|at| &openings[at])
}

/// The first blocks of letters without a heading that follow each other, each up
/// to the opening of the next: most of those under one heading, or half of all,
/// end as letters do, so that nobody tells anything between them.
pub(super) fn letters_in_series(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    openings: &[Opening],
    body: &Range<usize>,
) -> FxHashSet<usize> {
    const MANY: usize = 6;
    let ends = |at: &usize| {
        heads[*at].is_some() || notes.region_at(*at).is_some_and(|region| !region.in_place)
    };
    let free = |start: usize| {
        let above = start.checked_sub(1).and_then(|above| heads[above]);
        above.is_none_or(|head| holds_letters(head.heading.kind))
    };
    let before = |block: usize| openings.partition_point(|opening| opening.blocks.start < block);
    let mut rest = &openings[before(body.start)..before(body.end)];
    let mut runs = Vec::new();
    while let Some(first) = rest.first().map(|first| first.blocks.start) {
        let end = (first..body.end).find(ends).unwrap_or(body.end);
        let count = rest.partition_point(|opening| opening.blocks.start < end).max(1);
        let (run, after) = rest.split_at(count);
        rest = after;
        let mut run = Run::of(input, notes, run, end);
        run.letters.retain(|(start, _)| free(*start));
        runs.push(run);
    }
    let many = Run { letters: runs.iter().flat_map(|run| run.letters.iter().copied()).collect() };
    let all = many.letters.len() >= MANY && many.closed() * 2 >= many.letters.len();
    let found = runs.iter().filter(|run| all || run.are_letters());
    found.flat_map(|run| run.letters.iter().map(|(start, _)| *start)).collect()
}

/// Openings under one heading: the first block of each, and whether the text up to
/// the next ends as a letter does.
struct Run {
    letters: Vec<(usize, bool)>,
}

impl Run {
    /// These openings, the text of the last of which goes up to block `end`.
    fn of(input: &Input<'_>, notes: &Notes, openings: &[Opening], end: usize) -> Self {
        let ends = openings.iter().skip(1).map(|next| next.blocks.start).chain([end]);
        let letter = |(opening, next): (&Opening, usize)| {
            let text = opening.blocks.end..next.max(opening.blocks.end);
            let closed =
                !text.is_empty() && letters::foot(input, notes, text, Signer::Unknown).is_some();
            (opening.blocks.start, closed)
        };
        Self { letters: openings.iter().zip(ends).map(letter).collect() }
    }

    fn closed(&self) -> usize {
        self.letters.iter().filter(|(_, closed)| *closed).count()
    }

    fn are_letters(&self) -> bool {
        const SEVERAL: usize = 2;
        self.letters.len() >= SEVERAL && self.closed() * 3 >= self.letters.len() * 2
    }
}

/// Whether a heading stands above several letters, and not above one.
fn holds_letters(kind: Kind) -> bool {
    matches!(kind, Kind::Volume | Kind::Book | Kind::Part | Kind::Year | Kind::Month)
}

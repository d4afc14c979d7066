//! Where the divisions begin.

mod correspondence;
mod days;
mod years;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Input;
use super::entries::DateLine;
use super::heads::{List, list_at};
use super::kind::{Head, Kind, Named};
use super::letters::{self, Opening, PartKind};
use super::notes::Notes;
use super::time;
use crate::date::{Anchor, CalendarDate, Expression, Reading};
use crate::diagnostic::Diagnostic;
use crate::segment::Block;
use correspondence::{is_one_letter, letters_in_series, opening_at};

/// The beginning of a division. Its own content, without the divisions in it,
/// goes up to the next beginning.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The first block.
    pub index: usize,
    /// The smaller, the larger the division.
    pub rank: u8,
    /// What it is.
    pub kind: DivisionKind,
    /// The blocks of its headings.
    pub heads: Range<usize>,
}

/// The divisions of a text, and when it was written.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The beginnings of the divisions, in order.
    pub starts: Vec<Start>,
    /// From which offset on what is known of the time of writing.
    pub anchors: Vec<(u32, Anchor)>,
    /// Whether the text is a narrative, in which few lines are dated.
    pub narrative: bool,
    /// The dates of the entries.
    pub dates: Vec<(Expression, Option<Reading>)>,
    /// Entries that come before the one above them.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a division is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DivisionKind {
    /// Under a heading.
    Headed(Head),
    /// Before the first heading.
    Unheaded,
    /// A dated entry, with its date if that is known.
    Entry(Option<CalendarDate>),
    /// A letter without a heading: the whole text, or one of several, with its date
    /// if that is known.
    Letter(Option<CalendarDate>),
    /// Notes that stand together.
    Notes,
    /// A table of contents without a heading.
    Contents,
}

/// The rank of a table of contents that no heading follows, of entries, and
/// of notes at the end of a division.
const CONTENTS: u8 = 50;
const ENTRY: u8 = 90;
const NOTES: u8 = 95;

/// What stands so many lines below the notes of an article begins the next one.
const APART: u32 = 3;

/// The rank of a letter without a heading.
const LETTER: u8 = 50;

/// What is known of the letters in a text.
pub(super) struct Letters<'a> {
    /// How they begin, wherever they stand.
    pub openings: &'a [Opening],
    /// The headings that say who wrote to whom.
    pub addressed: &'a FxHashSet<usize>,
}

/// The divisions that begin in the blocks `body`.
pub(super) fn outline(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lists: &[List],
    lines: &[Option<DateLine>],
    letters: &Letters<'_>,
    body: Range<usize>,
) -> Outline {
    let narrative = time::is_narrative(input, heads, lines, &body);
    let mut outliner = Outliner {
        input,
        notes,
        heads,
        lines,
        addressed: letters.addressed,
        body_end: body.end,
        outline: Outline { narrative, ..Outline::default() },
        anchor: time::beginning(input, heads, lines, &body, narrative),
        // A narrative goes on below the dated letters that it quotes.
        entries_divide: !time::is_sparse(input, lines, &body)
            && entries_divide(heads, lines, &body)
            && !is_one_letter(input, notes, heads, lines, &body),
        year: None,
        last_year: time::last_year(input, &body),
        in_letter: false,
        latest: None,
        preface: None,
        next_year: None,
        beside: None,
    };
    if let Some(first) = input.blocks.get(body.start) {
        outliner.outline.anchors.push((first.span.start, outliner.anchor));
    }
    outliner.outline.starts.extend(unheaded(heads, lists, &body));
    let openings = letters.openings;
    let series = letters_in_series(input, notes, heads, openings, &body);
    let whole = !outliner.entries_divide && series.is_empty();
    if whole && outliner.outline.starts.is_empty() {
        outliner.letter(notes, heads, &body);
    }
    let mut index = body.start;
    if let Some(opening) = outliner.letter_above_headings(openings, &body) {
        index = opening.blocks.end;
    }
    while index < body.end {
        let region = notes.region_at(index);
        if let Some(region) = region {
            outliner.leave(region);
        }
        if let Some(region) = region.filter(|region| {
            let end = region.blocks.end;
            let apart = |below: &Block| below.is_text() && below.blank_before >= APART;
            region.headed
                && input.blocks.get(end).is_some_and(apart)
                && !ends_division(end, heads, notes, &body)
        }) {
            let rank = outliner.outline.starts.last().map_or(CONTENTS, |start| start.rank);
            outliner.push(
                rank.saturating_add(1).max(NOTES),
                DivisionKind::Notes,
                index..index + 1,
                index,
            );
            let end = region.blocks.end.max(index + 1);
            outliner.push(rank, DivisionKind::Unheaded, end..end, end);
            index = end;
            continue;
        }
        if let Some(region) =
            region.filter(|region| ends_division(region.blocks.end, heads, notes, &body))
        {
            let closed = outliner.letter_above(region, openings);
            if region.headed || !region.in_place && closed.is_none() {
                let heads = index..index + usize::from(region.headed);
                let text = input.blocks[index].span.of(input.text);
                let mark = input.convention.heading_mark(text).filter(|_| region.headed);
                let rank = mark.map_or(closed.unwrap_or(NOTES), |mark| 10 * mark.level);
                outliner.push(rank, DivisionKind::Notes, heads, index);
            }
            index = region.blocks.end.max(index + 1);
        } else if let Some(head) = heads[index] {
            let continues = |next: &usize| heads[*next].is_some_and(|head| head.continues);
            let end = (index + 1..body.end).find(|next| !continues(next)).unwrap_or(body.end);
            let head = outliner.beside_closed(head, index, openings);
            outliner.head(head, index..end);
            index = end;
        } else if let Some(list) = list_at(lists, index).filter(|list| !list.headed) {
            let next = heads.get(list.blocks.end).copied().flatten();
            let rank = next.map_or(CONTENTS, |head| head.rank);
            outliner.push(rank, DivisionKind::Contents, index..index, index);
            index = list.blocks.end.min(body.end);
        } else if let Some(opening) = opening_at(openings, index)
            && series.contains(&index)
        {
            outliner.letter_of_series(opening);
            index = opening.blocks.end;
        } else {
            let at = outliner.dated_at(openings, index);
            if let Some(line) = &lines[at] {
                outliner.dated(line, at, index);
            }
            index = at + 1;
        }
    }
    for region in notes.regions.iter().filter(|region| region.blocks.start >= body.end) {
        outliner.leave(region);
    }
    outliner.outline
}

struct Outliner<'a> {
    input: &'a Input<'a>,
    notes: &'a Notes,
    heads: &'a [Option<Head>],
    lines: &'a [Option<DateLine>],
    /// The headings that say who wrote to whom.
    addressed: &'a FxHashSet<usize>,
    /// Where the text ends.
    body_end: usize,
    outline: Outline,
    anchor: Anchor,
    entries_divide: bool,
    /// The year that the heading of the entries names.
    year: Option<i16>,
    /// The last year that the heading of the entries, or the title, names.
    last_year: Option<i16>,
    /// Whether the last heading stands above a letter.
    in_letter: bool,
    /// The day of the last entry under the same heading.
    latest: Option<CalendarDate>,
    /// The preface that goes on.
    preface: Option<Preface>,
    /// The year of the next heading that is one.
    next_year: Option<i16>,
    /// The rank of the letter whose enclosures stand beside it.
    beside: Option<u8>,
}

/// A preface, whose days say nothing of the text below it.
struct Preface {
    /// The rank of its heading.
    rank: u8,
    /// What was known of the day before it.
    before: Anchor,
    /// How many dated lines stand below its heading.
    dated: usize,
}

impl Outliner<'_> {
    fn push(&mut self, rank: u8, kind: DivisionKind, heads: Range<usize>, index: usize) {
        self.outline.starts.push(Start { index, rank, kind, heads });
    }

    fn head(&mut self, head: Head, blocks: Range<usize>) {
        self.leave_preface(head, self.input.blocks[blocks.start].span.start);
        let opening = letters::opening(self.input, self.notes, blocks.end..self.body_end);
        let addressed = blocks.clone().any(|index| self.addressed.contains(&index));
        self.in_letter = opening.is_some() || addressed;
        self.anchor.letter = self.in_letter;
        let imprint = head.heading.kind == Kind::Year
            && self.heads.get(blocks.end).is_some_and(|next| next.is_some_and(is_above_years));
        if imprint {
            // A year on the title page, right above “Volume I”, is that of the book.
            self.outline.dates.extend(time::of_heading(self.input, blocks.start, self.anchor));
        } else if head.heading.date.is_some() {
            let found = time::of_heading(self.input, blocks.start, self.anchor);
            let reading = found.and_then(|(_, reading)| reading);
            let of_year = head.heading.kind == Kind::Year;
            let value = reading.map(|reading| reading.value);
            // “1914–1915” begins with the first year.
            let date = value.map(|value| if of_year { value.start() } else { value.end() });
            let date = date.or(head.heading.date).map(CalendarDate::month_only);
            if of_year {
                self.year = date.and_then(CalendarDate::year);
                self.next_year = self.year_heading_after(blocks.end);
                self.last_year = value.and_then(|value| value.end().year());
            }
            self.set_anchor(date, self.input.blocks[blocks.start].span.start);
            self.outline.dates.extend(found);
        } else if let Some(day) =
            time::only_day(self.input, blocks.clone()).or_else(|| self.day_at_foot(blocks.end))
        {
            self.set_anchor(Some(day), self.input.blocks[blocks.start].span.start);
        } else if let Some(time) =
            time::only_time(self.input, blocks.clone()).filter(|_| self.begins_entries(blocks.end))
        {
            self.set_anchor(Some(time), self.input.blocks[blocks.start].span.start);
        } else if let Some(year) = self.year_in_head(&blocks) {
            self.set_anchor(Some(year), self.input.blocks[blocks.start].span.start);
        } else if self.outline.narrative {
            // The letter of one chapter says nothing of the next.
            let start = self.input.blocks[blocks.start].span.start;
            self.outline.anchors.push((start, Anchor::default()));
        }
        if head.heading.kind < Kind::Year {
            self.year = None;
            self.next_year = None;
            self.last_year = None;
        }
        self.latest = None;
        // “(Extract.)        Berlin, October 23, 1843.”
        let top = || letters::dated_top(self.input, self.notes, blocks.end..self.body_end);
        let opening = opening.or_else(|| addressed.then(top)?);
        for part in opening.iter().flat_map(|opening| opening.of_kind(PartKind::Dateline)) {
            if self.lines[part.block].is_none() && self.heads[part.block].is_none() {
                self.letter_date(part.span());
            }
        }
        self.push(head.rank, DivisionKind::Headed(head), blocks.clone(), blocks.start);
    }

    /// A dated line, block `index`, of which the letter may begin above it, with
    /// block `first_block`.
    fn dated(&mut self, line: &DateLine, index: usize, first_block: usize) {
        let start = self.input.blocks[index].span.start;
        let mut read = Vec::new();
        self.count_below_preface();
        self.tell_year(line, index);
        self.anchor.letter = self.in_letter || self.greets(index);
        for date in &line.dates {
            read.push((*date, self.read(date.meaning, start)));
        }
        let first = read.iter().find_map(|(_, reading)| Some((*reading)?.value.start()));
        match time::joined(&read) {
            Some(days) => self.outline.dates.push(days),
            None => self.outline.dates.extend(read),
        }
        self.later_days(line, index);
        // A line with a date right under a heading is that of a letter.
        let opens_letter = line.own_line
            && self.outline.starts.last().is_some_and(|start| match start.kind {
                DivisionKind::Headed(head) => {
                    start.heads.end == first_block && head.heading.date.is_none()
                }
                _ => false,
            })
            && !self.begins_series(index);
        let part = opens_letter || self.closes(line, index) || self.resumes(line, index);
        let text = self.input.blocks[index].span.of(self.input.text);
        let mark = self.input.convention.heading_mark(text);
        if mark.is_some() || (self.entries_divide && !part) {
            self.check_order(line, first);
            let own_head = line.own_line && line.places.is_empty() || mark.is_some();
            let heads = first_block..first_block + usize::from(own_head && first_block == index);
            let rank = mark.map_or(ENTRY, |mark| 10 * mark.level);
            self.push(rank, DivisionKind::Entry(first), heads, first_block);
        }
    }

    fn set_anchor(&mut self, date: Option<CalendarDate>, start: u32) {
        self.anchor.date = date.or(self.anchor.date);
        self.outline.anchors.push((start, self.anchor));
    }
}

/// Whether a heading stands above those of years.
fn is_above_years(head: Head) -> bool {
    head.heading.kind < Kind::Year
}

/// The division before the first heading, if there is text and other headings
/// follow.
fn unheaded(heads: &[Option<Head>], lists: &[List], body: &Range<usize>) -> Option<Start> {
    let first = body.clone().find(|index| heads[*index].is_some())?;
    list_at(lists, body.start).is_none_or(|list| list.headed).then_some(())?;
    let rank = heads[first]?.rank;
    (first > body.start).then_some(Start {
        index: body.start,
        rank,
        kind: DivisionKind::Unheaded,
        heads: body.start..body.start,
    })
}

/// Whether nothing but a new division follows block `end`, so that notes may
/// have a division of their own.
fn ends_division(end: usize, heads: &[Option<Head>], notes: &Notes, body: &Range<usize>) -> bool {
    end >= body.end || heads[end].is_some() || notes.region_at(end).is_some()
}

/// Whether entries are divisions. In a book of numbered chapters they are
/// paragraphs that begin with a date.
fn entries_divide(heads: &[Option<Head>], lines: &[Option<DateLine>], body: &Range<usize>) -> bool {
    // One number among so many entries makes no book of chapters.
    const MANY: usize = 20;
    const FOOT: usize = 3;
    let kinds = || heads[body.clone()].iter().flatten().map(|head| head.heading.kind);
    let counts =
        |kind: &Kind| matches!(kind, Kind::Chapter | Kind::Numeral | Kind::Act | Kind::Scene);
    let chapters = kinds().filter(counts).count();
    let dated = kinds().filter(|kind| matches!(kind, Kind::Year | Kind::Month)).count();
    let entries = lines[body.clone()].iter().flatten().count();
    // The only date of all at the end of a text says when it was written.
    let last = body.clone().rev().take(FOOT).find(|index| lines[*index].is_some());
    let at_foot = entries == 1
        && heads[body.clone()].iter().skip(1).all(Option::is_none)
        && last.is_some_and(|last| last > body.start && last + FOOT > body.end);
    entries > 0
        && !at_foot
        && (chapters == 0 || dated * 2 > chapters || chapters == 1 && entries >= MANY)
}

/// The type of a division with such a heading.
pub(super) fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Volume => "volume",
        Kind::Book => "book",
        Kind::Part => "part",
        Kind::Act => "act",
        Kind::Scene => "scene",
        Kind::Year => "year",
        Kind::Month => "month",
        Kind::Chapter => "chapter",
        Kind::Named(Named::Preface) => "preface",
        Kind::Named(Named::Dedication) => "dedication",
        Kind::Named(Named::Contents) => "contents",
        Kind::Named(Named::Illustrations) => "illustrations",
        Kind::Named(Named::Cast) => "cast",
        Kind::Named(Named::Acknowledgements) => "acknowledgements",
        Kind::Named(Named::Bibliography) => "bibliography",
        Kind::Named(Named::Glossary) => "glossary",
        Kind::Named(Named::Editorial) => "editorial",
        Kind::Named(Named::Appendix) => "appendix",
        Kind::Named(Named::Notes) => "notes",
        Kind::Named(Named::Index) => "index",
        Kind::Letter | Kind::Named(Named::Document) => "letter",
        Kind::Named(Named::Frame)
        | Kind::Section
        | Kind::Numeral
        | Kind::Decimal(_)
        | Kind::Capitals
        | Kind::Words => "section",
    }
}

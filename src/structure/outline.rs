//! Where the divisions begin.

mod correspondence;

use std::ops::Range;

use super::Input;
use super::entries::DateLine;
use super::heads::List;
use super::kind::{Head, Kind, Named};
use super::letters;
use super::notes::Notes;
use super::time;
use crate::date::{
    self, Anchor, CalendarDate, Expression, Meaning, Reading, WeekdayCheck, Written,
};
use crate::diagnostic::{Code, Diagnostic, Severity};
use correspondence::is_one_letter;

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
    /// A letter that is the whole text.
    Letter,
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

/// The rank of a letter without a heading.
const LETTER: u8 = 50;

/// The divisions that begin in the blocks `body`.
pub(super) fn outline(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lists: &[List],
    lines: &[Option<DateLine>],
    body: Range<usize>,
) -> Outline {
    let mut outliner = Outliner {
        input,
        notes,
        heads,
        lines,
        body_end: body.end,
        outline: Outline::default(),
        anchor: time::beginning(input, heads, lines, &body),
        entries_divide: entries_divide(heads, lines, &body)
            && !is_one_letter(input, notes, heads, lines, &body),
        year: None,
        in_letter: false,
        latest: None,
    };
    if let Some(first) = input.blocks.get(body.start) {
        outliner.outline.anchors.push((first.span.start, outliner.anchor));
    }
    outliner.outline.starts.extend(unheaded(heads, lists, &body));
    if !outliner.entries_divide && outliner.outline.starts.is_empty() {
        outliner.letter(notes, heads, &body);
    }
    let mut index = body.start;
    while index < body.end {
        let region = notes.region_at(index);
        if let Some(region) = region {
            outliner.leave(region.blocks.clone());
        }
        if let Some(region) =
            region.filter(|region| ends_division(region.blocks.end, heads, notes, &body))
        {
            if region.headed || !region.in_place {
                let heads = index..index + usize::from(region.headed);
                let text = input.blocks[index].span.of(input.text);
                let mark = input.convention.heading_mark(text).filter(|_| region.headed);
                let rank = mark.map_or(NOTES, |mark| 10 * mark.level);
                outliner.push(rank, DivisionKind::Notes, heads, index);
            }
            index = region.blocks.end.max(index + 1);
        } else if let Some(head) = heads[index] {
            let continues = |next: &usize| heads[*next].is_some_and(|head| head.continues);
            let end = (index + 1..body.end).find(|next| !continues(next)).unwrap_or(body.end);
            outliner.head(head, index..end);
            index = end;
        } else if let Some(list) = list_at(lists, index).filter(|list| !list.headed) {
            let next = heads.get(list.blocks.end).copied().flatten();
            let rank = next.map_or(CONTENTS, |head| head.rank);
            outliner.push(rank, DivisionKind::Contents, index..index, index);
            index = list.blocks.end.min(body.end);
        } else {
            if let Some(line) = &lines[index] {
                outliner.dated(line, index);
            }
            index += 1;
        }
    }
    outliner.outline
}

struct Outliner<'a> {
    input: &'a Input<'a>,
    notes: &'a Notes,
    heads: &'a [Option<Head>],
    lines: &'a [Option<DateLine>],
    /// Where the text ends.
    body_end: usize,
    outline: Outline,
    anchor: Anchor,
    entries_divide: bool,
    /// The year that the heading of the entries names.
    year: Option<i16>,
    /// Whether the last heading stands above a letter.
    in_letter: bool,
    /// The day of the last entry under the same heading.
    latest: Option<CalendarDate>,
}

impl Outliner<'_> {
    fn push(&mut self, rank: u8, kind: DivisionKind, heads: Range<usize>, index: usize) {
        self.outline.starts.push(Start { index, rank, kind, heads });
    }

    fn head(&mut self, head: Head, blocks: Range<usize>) {
        if head.heading.date.is_some() {
            let found = time::of_heading(self.input, blocks.start, self.anchor);
            let reading = found.and_then(|(_, reading)| reading);
            let date = reading.map(|reading| reading.value.end());
            let date = date.or(head.heading.date).map(month_of);
            if head.heading.kind == Kind::Year {
                self.year = date.and_then(CalendarDate::year);
            }
            self.set_anchor(date, self.input.blocks[blocks.start].span.start);
            self.outline.dates.extend(found);
        } else if let Some(day) =
            time::only_day(self.input, blocks.clone()).or_else(|| self.day_at_foot(blocks.end))
        {
            self.set_anchor(Some(day), self.input.blocks[blocks.start].span.start);
        }
        if head.heading.kind < Kind::Year {
            self.year = None;
        }
        self.latest = None;
        let opening = letters::opening(self.input, self.notes, blocks.end..self.body_end);
        self.in_letter = opening.is_some();
        let unread = |index: &usize| self.lines[*index].is_none() && self.heads[*index].is_none();
        let opening: Vec<usize> = opening.into_iter().flatten().filter(unread).collect();
        for index in opening {
            self.letter_date(index);
        }
        self.push(head.rank, DivisionKind::Headed(head), blocks.clone(), blocks.start);
    }

    fn dated(&mut self, line: &DateLine, index: usize) {
        let start = self.input.blocks[index].span.start;
        let mut read = Vec::new();
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
                    start.heads.end == index && head.heading.date.is_none()
                }
                _ => false,
            })
            && !self.begins_series(index);
        let part = opens_letter || self.closes(line, index) || self.resumes(line, index);
        if self.entries_divide && !part {
            self.check_order(line, first);
            let own_head = line.own_line && line.places.is_empty();
            self.push(
                ENTRY,
                DivisionKind::Entry(first),
                index..index + usize::from(own_head),
                index,
            );
        }
    }

    /// Entries under one heading run forward.
    fn check_order(&mut self, line: &DateLine, day: Option<CalendarDate>) {
        let Some(day) = day.filter(|day| day.weekday().is_some()) else { return };
        if let Some(latest) = self.latest.filter(|latest| day.is_before(*latest)) {
            let message = format!("this entry of {day} stands below that of {latest}");
            self.outline.diagnostics.push(
                Diagnostic::new(Severity::Info, Code::EntryOutOfOrder, message).at(line.span).help(
                    "check the year: a line without one has that of the heading or the entry above",
                ),
            );
        }
        self.latest = Some(day);
    }

    /// The value of the date of an entry, from which on it is that day.
    fn read(&mut self, meaning: Meaning, start: u32) -> Option<Reading> {
        let mut reading = meaning.resolve_forward(self.anchor)?;
        // Under “1901” nothing is of the year before, however long nobody wrote.
        let before = |year: &i16| reading.value.start().year().is_some_and(|found| found < *year);
        if let Some(year) = self.year.filter(before)
            && self.latest.is_some()
            && reading.weekday != WeekdayCheck::Agrees
            && !meaning.has_year()
        {
            reading = meaning.resolve_forward(Anchor { year: Some(year), ..Anchor::default() })?;
        }
        self.set_anchor(Some(reading.value.end()), start);
        Some(reading)
    }

    /// Further days in the paragraph of an entry, each with what was read of it.
    /// Three or more that follow one another at once are one time.
    fn later_days(&mut self, line: &DateLine, index: usize) {
        let Some(last) = line.dates.last() else { return };
        let Meaning::Date(Written { day: Some(day), .. }) = last.meaning else { return };
        let words = self.input.words.within(self.input.blocks[index].span);
        let start = self.input.words.at(last.span.end);
        let mut found = date::following(self.input.words, start, words.end, day);
        // “1st, … 2d, …” below a full date counts other things.
        if !line.bare && !found.first().is_some_and(|(_, close)| *close) {
            found.clear();
        }
        // The date line is the first of the days that may belong together.
        let mut run = Vec::new();
        if line.bare {
            run.extend(self.outline.dates.pop());
        }
        for (date, close) in found {
            if !close {
                self.push_days(&run);
                run.clear();
            }
            let reading = self.read(date.meaning, date.span.start);
            run.push((date, reading));
        }
        self.push_days(&run);
    }

    fn push_days(&mut self, run: &[(Expression, Option<Reading>)]) {
        match time::joined(run).filter(|_| run.len() > 2) {
            Some(days) => self.outline.dates.push(days),
            None => self.outline.dates.extend(run),
        }
    }

    /// Notes tell nothing of the day of writing but its year; what follows them
    /// goes on where the text was left.
    fn leave(&mut self, notes: Range<usize>) {
        let year = self.anchor.date.and_then(CalendarDate::year).or(self.anchor.year);
        let start = self.input.blocks[notes.start].span.start;
        let anchors = &mut self.outline.anchors;
        if anchors.last().is_some_and(|last| last.0 >= start) {
            return;
        }
        anchors.push((start, Anchor { year, ..Anchor::default() }));
        if let Some(after) = self.input.blocks.get(notes.end) {
            anchors.push((after.span.start, self.anchor));
        }
    }

    fn set_anchor(&mut self, date: Option<CalendarDate>, start: u32) {
        self.anchor.date = date.or(self.anchor.date);
        self.outline.anchors.push((start, self.anchor));
    }
}

/// A date without its day.
fn month_of(date: CalendarDate) -> CalendarDate {
    CalendarDate::new(date.year(), date.month(), None).unwrap_or(date)
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

/// The list that begins with block `index`.
pub(super) fn list_at(lists: &[List], index: usize) -> Option<&List> {
    let at = lists.binary_search_by_key(&index, |list| list.blocks.start).ok()?;
    Some(&lists[at])
}

/// Whether block `index` belongs to a list.
pub(super) fn is_in_list(lists: &[List], index: usize) -> bool {
    let at = lists.partition_point(|list| list.blocks.end <= index);
    lists.get(at).is_some_and(|list| list.blocks.start <= index)
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
    let chapters = kinds().filter(|kind| matches!(kind, Kind::Chapter | Kind::Numeral)).count();
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
        Kind::Named(Named::Frame)
        | Kind::Section
        | Kind::Numeral
        | Kind::Decimal(_)
        | Kind::Capitals
        | Kind::Words => "section",
    }
}

//! The title pages of a printed book: everything above its first heading, as
//! far as an imprint, a dedication or an epigraph tells that it is one.

use std::ops::Range;

use super::imprint::{self, Kind, Line};
use super::lines::is_open;
use crate::date::{Meaning, Written};
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use crate::structure::Input;
use crate::structure::byline::{begins_with_by, credit, ends_with_by, is_name};
use crate::structure::heads::List;
use crate::structure::heads::is_attributed;
use crate::structure::heads::is_in_list;
use crate::structure::kind::{Head, Kind as HeadKind, Named};
use crate::structure::letters::{Opening, dates};
use crate::structure::notes::Notes;
use crate::structure::verse::{Lineation, lineation};

/// The most blocks before the first heading.
const MOST: usize = 48;

/// A paragraph of so many bytes is no part of a title page.
const PROSE: u32 = 260;

/// The most lines of other words between two imprints: more are no title page.
const MOST_BETWEEN: u32 = 12;

/// What the passes have found of the blocks.
#[derive(Clone, Copy)]
pub(in crate::structure) struct Surroundings<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) notes: &'a Notes,
    pub(super) heads: &'a [Option<Head>],
    pub(super) lists: &'a [List],
    pub(super) openings: &'a [Opening],
}

/// The lines of an imprint that stand together, in the order of the text.
pub(super) struct Imprint {
    pub lines: Vec<Line>,
}

/// The end of the title pages that begin with block `start`, if they have an
/// imprint.
pub(super) fn end(found: &Surroundings<'_>, text: &Range<usize>) -> Option<usize> {
    let limit = found.limit(text);
    let imprints = imprints(found.input, text.start..limit);
    let first = imprints.first()?;
    let mut end = found.behind(found.block_of(first, limit)? + 1, limit);
    for next in &imprints[1..] {
        let block = found.block_of(next, limit)?;
        let first =
            found.input.blocks.partition_point(|block| block.span.end <= next.lines[0].span.start);
        if found.lines_between(end..first) > MOST_BETWEEN || found.tells(end..first) {
            break;
        }
        end = end.max(found.behind(block + 1, limit));
    }
    Some(end)
}

impl<'a> Surroundings<'a> {
    pub(in crate::structure) const fn of(
        input: &'a Input<'a>,
        notes: &'a Notes,
        heads: &'a [Option<Head>],
        lists: &'a [List],
        openings: &'a [Opening],
    ) -> Self {
        Self { input, notes, heads, lists, openings }
    }

    /// Where the first heading, list, letter or paragraph stands.
    fn limit(&self, text: &Range<usize>) -> usize {
        let letter = self.openings.first().map_or(text.end, |opening| opening.blocks.start);
        let most = text.end.min(text.start + MOST).min(letter);
        (text.start..most).find(|at| self.ends(*at, text.start)).unwrap_or(most)
    }

    fn ends(&self, index: usize, start: usize) -> bool {
        let block = &self.input.blocks[index];
        let counts = self.heads[index].is_some_and(|head| match head.heading.kind {
            HeadKind::Named(Named::Dedication) => false,
            HeadKind::Numeral => !imprint::is_year(self.text(index)),
            HeadKind::Named(_) => true,
            kind => {
                kind.counts() && index > start && !self.is_above_imprint(index, kind)
                    || head.heading.level.is_some()
            }
        });
        counts || is_in_list(self.lists, index) || self.notes.holds(index) || self.is_prose(block)
    }

    /// The block with the last line of an imprint.
    fn block_of(&self, imprint: &Imprint, limit: usize) -> Option<usize> {
        let start = imprint.lines.last()?.span.start;
        (0..limit).rev().find(|at| self.input.blocks[*at].span.start <= start)
    }

    fn lines_between(&self, blocks: Range<usize>) -> u32 {
        let blocks = blocks.filter(|at| self.input.blocks[*at].is_text());
        blocks.map(|at| self.input.blocks[at].line_count()).sum()
    }

    /// Whether a paragraph stands among some blocks, however short: one that ends as a
    /// sentence does and says more than a title.
    fn tells(&self, blocks: Range<usize>) -> bool {
        const FEWEST: usize = 9;
        let told = |at: &usize| {
            let words = || self.text(*at).split_whitespace();
            let small = words().filter(|word| word.starts_with(char::is_lowercase)).count();
            self.input.blocks[*at].is_text()
                && self.text(*at).ends_with(['.', '!', '?'])
                && small >= FEWEST
                && small * 2 > words().count()
                && aside(self.input, *at..*at + 1).is_none()
                && credit(self.text(*at)).is_none()
        };
        let heading = |at: &usize| self.heads.get(at.wrapping_sub(1)).copied().flatten().is_some();
        blocks.filter(told).any(|at| heading(&at))
    }

    /// Whether an imprint stands right below a heading such as “VOLUME ONE”.
    fn is_above_imprint(&self, index: usize, kind: HeadKind) -> bool {
        const NEAR: usize = 2;
        let below =
            self.input.blocks[index + 1..].iter().filter(|block| block.is_text()).take(NEAR);
        matches!(kind, HeadKind::Volume | HeadKind::Part | HeadKind::Book)
            && below
                .flat_map(|block| block.line_spans(self.input.text, self.input.lines).take(2))
                .filter_map(|line| imprint::read(self.input.text, line))
                .any(|line| line.kind.is_telling() || line.place.is_some())
    }

    fn is_prose(&self, block: &Block) -> bool {
        let text = block.span.of(self.input.text);
        block.is_text()
            && block.span.len() >= PROSE
            && text.contains(char::is_lowercase)
            && lineation(self.input, block) == Lineation::Prose
            && imprint::read(self.input.text, first_line(self.input, block)).is_none()
            && !is_attributed(text)
    }

    fn text(&self, index: usize) -> &str {
        self.input.blocks[index].span.of(self.input.text)
    }

    /// The end of the dedications and epigraphs from block `start` on.
    fn behind(&self, start: usize, limit: usize) -> usize {
        let aside = |at: usize| aside(self.input, at..limit).map(|(_, blocks)| blocks.end);
        let (mut at, mut end) = (start, start);
        while at < limit {
            match aside(at) {
                Some(next) => (at, end) = (next, next),
                None if self.input.blocks[at].is_text() => break,
                None => at += 1,
            }
        }
        end
    }
}

fn first_line(input: &Input<'_>, block: &Block) -> Span {
    block.line_spans(input.text, input.lines).next().unwrap_or(block.span)
}

/// Words in capitals are a quotation from so many bytes on.
const QUOTED: usize = 40;

/// What stands among title pages and is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::structure) enum Aside {
    /// To whom the book is dedicated.
    Dedication,
    /// A quotation.
    Epigraph,
    /// What the picture shows that stands before the title.
    Caption,
}

/// The dedication or epigraph with which `blocks` begin, and its blocks.
pub(super) fn aside(input: &Input<'_>, blocks: Range<usize>) -> Option<(Aside, Range<usize>)> {
    const MOST: usize = 6;
    let first = blocks.start;
    let text = |index: usize| input.blocks[index].span.of(input.text);
    if first >= blocks.end || !input.blocks[first].is_text() {
        return None;
    }
    if dedicates(text(first)) && !goes_on_from(input, first) {
        // “TO”, and below it to whom.
        let is_open = text(first).split_whitespace().count() <= 2;
        let goes_on = |at: &usize| {
            input.blocks[*at].is_text()
                && imprint::read(input.text, first_line(input, &input.blocks[*at])).is_none()
                && (is_open || is_signed(text(*at)))
        };
        let rest = (first + 1..blocks.end.min(first + MOST)).take_while(goes_on).count();
        let end = first + 1 + rest;
        // “TO MY AUNT”, and below it her name.
        let name = end + 1 == blocks.end && is_name(input, input.blocks[end].span);
        return Some((Aside::Dedication, first..end + usize::from(name)));
    }
    let alone = blocks.len() < 2 || !is_stanza(input, first + 1);
    let told = text(first).contains(char::is_lowercase) || text(first).len() >= QUOTED;
    let quoted = told && is_attributed(text(first))
        || alone
            && input.blocks[first].line_count() >= 2
            && text(first).contains(char::is_lowercase)
            && (text(first).starts_with(['“', '"', '«', '„', '‘'])
                || lineation(input, &input.blocks[first]) == Lineation::Verse)
            && text(first)
                .trim_end_matches(['_', '"', '”', '»', '\'', '’'])
                .ends_with(['.', '!', '?', ';']);
    let source = |at: usize| at < blocks.end && input.blocks[at].is_text() && is_source(text(at));
    quoted.then(|| (Aside::Epigraph, first..first + 1 + usize::from(source(first + 1))))
}

/// Whether a line goes on with a title: “A VOYAGE / TO THE SOUTH SEA, / UNDERTAKEN BY COMMAND”,
/// “FROM TOFOA, / TO TIMOR”.
fn goes_on_from(input: &Input<'_>, index: usize) -> bool {
    let text = |at: usize| input.blocks[at].span.of(input.text);
    let Some(above) = (0..index).rev().find(|at| input.blocks[*at].is_text()) else { return false };
    let has_digit = || text(above).contains(|c: char| c.is_ascii_digit());
    let open = text(above).ends_with(',')
        || text(index).ends_with(',') && text(above).ends_with(char::is_alphabetic);
    input.blocks[index].line_count() == 1
        && text(index).starts_with("TO ")
        && open
        && !text(above).contains(char::is_lowercase)
        && !has_digit()
        && imprint::read(input.text, first_line(input, &input.blocks[above])).is_none()
}

/// Whether block `index` is a verse, so that the one above it is of a poem.
pub(super) fn is_stanza(input: &Input<'_>, index: usize) -> bool {
    let block = &input.blocks[index];
    block.is_text()
        && block.span.of(input.text).contains(char::is_lowercase)
        && lineation(input, block) == Lineation::Verse
}

/// “—MILTON.”, “_Old Song._”
fn is_source(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() <= LONGEST
        && (text.starts_with(['—', '–'])
            || text.starts_with("--")
            || text.starts_with('_') && text.ends_with('_'))
}

/// Initials below a dedication.
fn is_signed(text: &str) -> bool {
    const MOST: usize = 4;
    let mut letters =
        text.trim_matches(['_', '—', '-', ' ']).split(['.', ' ']).filter(|part| !part.is_empty());
    text.contains('.')
        && letters.clone().count() <= MOST
        && letters.all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
}

/// “TO MY AUNT”, “Dem Andenken meines Vaters”, “À ma mère”
fn dedicates(text: &str) -> bool {
    const LONGEST: usize = 400;
    const STARTS: &[&str] = &[
        "TO ", "TO\n", "INSCRIBED", "DEDICATED", "Dedicated to", "Inscribed to", "IN MEMORY",
        "IN PLEASANT MEMORY", "In memory of", "In memoriam", "IN MEMORIAM", "To my ",
        "To the memory", "To the ", "To our ", "To all ", "À MON", "À MA", "À mon ", "À ma ",
        "A MON ", "A MA ", "A mon ", "A ma ", "À la mémoire", "A la mémoire", "DEM ANDENKEN",
        "Dem Andenken", "MEINEM ", "MEINER ", "MEINEN ", "Meinem ", "Meiner ", "Meinen ",
        "SEINEM ", "SEINER ", "AAN ", "Aan mijn", "THIS BOOK IS", "This book is", "This volume is",
        "Diesem ", "Den Manen",
    ];
    let text = text.trim_start_matches(['_', '=', ' ']);
    let whole = matches!(
        text.trim_end_matches(['_', '=', '.', ':', ',']),
        "TO" | "To" | "AN" | "À" | "AAN"
    );
    let italic = text.strip_prefix("To_").is_some();
    let lower = text.to_lowercase();
    let says = ["dedicat", "widme ", "gewidmet", "dédi", "inscribe"]
        .iter()
        .any(|word| lower.contains(word));
    text.len() <= LONGEST
        && (whole || italic || says || STARTS.iter().any(|start| text.starts_with(start)))
}

/// The imprints in some blocks, below the first line.
pub(super) fn imprints(input: &Input<'_>, blocks: Range<usize>) -> Vec<Imprint> {
    let mut found: Vec<Imprint> = Vec::new();
    let mut run = Run { text: input.text, lines: Vec::new(), waiting: Vec::new(), block: 0, input };
    let mut above: Option<(usize, Span)> = None;
    for index in blocks {
        let block = &input.blocks[index];
        if matches!(block.kind, BlockKind::Blank) {
            continue;
        }
        if !block.is_text() {
            found.extend(run.take());
            continue;
        }
        for span in block.line_spans(input.text, input.lines) {
            let by = above.is_some_and(|(_, above)| ends_with_by(above.of(input.text)));
            let line = imprint::read(input.text, span).filter(|line| {
                above.is_some() && (line.kind.is_named() || !names_day(input, span))
            });
            let same = above.is_some_and(|(above, _)| above == index);
            above = Some((index, span));
            match line {
                // “BY” and “JULIAN STREET”
                _ if by && !run.asks_for_name() => found.extend(run.take()),
                Some(line) => run.push(run.owned(line), index),
                None if run.goes_on(span, same) => run.gap(span, same, index),
                None => found.extend(run.take()),
            }
        }
    }
    found.extend(run.take());
    found
}

/// Whether a line is the date line of a letter and no imprint: “NEW YORK, APRIL
/// 16, 1912”.
fn names_day(input: &Input<'_>, line: Span) -> bool {
    dates(input, line)
        .iter()
        .any(|date| matches!(date.meaning, Meaning::Date(Written { day: Some(_), .. })))
}

/// Lines of an imprint that follow each other.
struct Run<'a> {
    text: &'a str,
    lines: Vec<Line>,
    /// Lines after them that belong to them if others follow.
    waiting: Vec<Line>,
    /// The block of the last of the lines.
    block: usize,
    input: &'a Input<'a>,
}

impl Run<'_> {
    /// Whether the last line ends with “by”.
    fn asks_for_name(&self) -> bool {
        let last = self.lines.last().filter(|_| self.waiting.is_empty());
        last.is_some_and(|last| {
            let text = last.span.of(self.text);
            matches!(last.kind, Kind::Rights | Kind::Lead | Kind::Printer)
                && (ends_with_by(text) || is_open(text))
        })
    }

    /// “Copyright, 1902” and “BY L. C. PAGE & COMPANY” are one.
    fn owned(&self, line: Line) -> Line {
        let rights = self.lines.last().is_some_and(|last| last.kind == Kind::Rights);
        let by = begins_with_by(line.span.of(self.text)) || self.asks_for_name();
        if rights && by { Line { kind: Kind::Rights, publisher: None, ..line } } else { line }
    }

    fn push(&mut self, line: Line, block: usize) {
        self.lines.append(&mut self.waiting);
        self.lines.push(line);
        self.block = block;
    }

    /// Whether a line stands in the block of the last one.
    fn in_block(&self, line: Span) -> bool {
        self.input.blocks[self.block].span.contains(line)
    }

    /// Whether a line that says nothing known may belong to it.
    fn goes_on(&self, line: Span, same_block: bool) -> bool {
        const FEW: usize = 6;
        const LONGEST: u32 = 80;
        let below_place = self.lines.last().is_some_and(|last| last.kind == Kind::Place);
        !self.lines.is_empty()
            && (same_block || self.asks_for_name() || below_place && self.waiting.is_empty())
            && self.waiting.len() < FEW
            && line.len() <= LONGEST
    }

    fn gap(&mut self, span: Span, same_block: bool, block: usize) {
        let above = self.lines.last().map(|line| line.kind);
        let named = matches!(above, Some(Kind::Place | Kind::Lead)) && self.waiting.is_empty();
        let (kind, goes_on) = match above {
            Some(kind @ (Kind::Rights | Kind::Printer)) => (kind, same_block),
            _ => (Kind::Publisher, false),
        };
        let publisher = named.then(|| imprint::without_street(self.text, span));
        let line = Line { span, kind, place: None, publisher, year: None };
        if goes_on || self.asks_for_name() {
            self.push(line, block);
        } else {
            self.waiting.push(line);
        }
    }

    /// The lines, if they tell an imprint.
    fn take(&mut self) -> Option<Imprint> {
        let rest = std::mem::take(&mut self.waiting);
        let mut lines = std::mem::take(&mut self.lines);
        let has = |kind: Kind| lines.iter().any(|line| line.kind == kind);
        let place = || lines.iter().any(|line| line.place.is_some());
        let year = || lines.iter().any(|line| line.year.is_some());
        let told = lines.iter().any(|line| line.kind.is_telling())
            || place() && year()
            || has(Kind::Edition);
        // The last lines of the block.
        let published = lines.last().is_some_and(|last| last.kind == Kind::Publisher);
        lines.extend(rest.into_iter().filter(|line| published && self.in_block(line.span)));
        told.then_some(Imprint { lines })
    }
}

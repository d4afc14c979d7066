//! What stands above the text of a letter.

use std::ops::Range;

use super::formulas::{greets_within, is_closing, is_salute};
use super::lines::{
    dates, is_address, is_dateline, is_house, is_inside_address, is_mark, is_place, is_remark,
    is_street, is_subject, is_title, tells,
};
use super::{lines_of, memorandum};
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::Input;
use crate::structure::notes::Notes;
use crate::structure::verse::{Lineation, lineation};

/// What a part of an opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::structure) enum PartKind {
    /// A letterhead, or the address of who writes or is written to.
    Address,
    /// When and where the letter was written.
    Dateline,
    /// What the letter is about, or what is said of it.
    Argument,
    /// Who writes, in a memorandum.
    Byline,
    /// The greeting.
    Salute,
    /// The beginning of a page.
    Page,
}

/// Some lines of a block.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Part {
    /// What they are.
    pub kind: PartKind,
    /// The block.
    pub block: usize,
    /// The lines, at least one.
    pub lines: Vec<Span>,
}

impl Part {
    /// From the first line to the last.
    pub(in crate::structure) fn span(&self) -> Span {
        self.lines[0].join(self.lines[self.lines.len() - 1])
    }
}

/// The blocks above the text of a letter, and what is in them.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Opening {
    /// The blocks.
    pub blocks: Range<usize>,
    /// What stands in them, in order.
    pub parts: Vec<Part>,
    /// The lines of the last block with which the text begins.
    pub text: Vec<Span>,
}

impl Opening {
    /// The parts of a kind.
    pub(in crate::structure) fn of_kind(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }
}

/// The most blocks of an opening.
const MOST: usize = 9;

/// The most lines and characters of a block in it that is nothing known.
const MOST_LINES: u32 = 4;
const LONGEST: u32 = 160;

/// What stands from the first of `blocks` to the salute, if a letter begins
/// there.
pub(in crate::structure) fn opening(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
) -> Option<Opening> {
    // Nothing but a page mark may stand above the opener of a division.
    let start = blocks.clone().find(|index| !is_page_mark(input, *index))?;
    let near = start..blocks.end.min(start + MOST);
    let salute = near.clone().find(|index| greets(input, *index));
    salute
        .and_then(|salute| above_salute(input, notes, start..blocks.end, salute))
        .or_else(|| memorandum::at(input, notes, start..blocks.end))
        .or_else(|| above_subject(input, notes, start..blocks.end))
}

/// What stands from the first of `blocks` to block `salute`, which greets.
fn above_salute(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
    salute: usize,
) -> Option<Opening> {
    let line = salute_line(input, salute);
    let end = salute + usize::from(line.is_some());
    let lines = lines_of(input, salute);
    let text = line.map_or_else(Vec::new, |line| lines[line + 1..].to_vec());
    let parts = parts(input, blocks.start..end)?;
    let placed = |part: &Part| matches!(part.kind, PartKind::Dateline | PartKind::Address);
    let fits = blocks.start == salute && text.is_empty() || parts.iter().any(placed);
    let notes = (blocks.start..=salute).any(|index| notes.holds(index));
    let goes_on = end < blocks.end || !text.is_empty();
    let found = fits && !notes && goes_on && end > blocks.start;
    found.then_some(Opening { blocks: blocks.start..end, parts, text })
}

/// What stands from the first of `blocks` to the line that says what a letter
/// of an office is about, which has no salute: place and date, the addressee,
/// “Betr.: Unterbringung”.
fn above_subject(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Option<Opening> {
    let near = blocks.start..blocks.end.min(blocks.start + MOST);
    let subject = near.clone().find(|index| names_subject(input, *index))?;
    let known = |index: usize| !notes.holds(index) && read(input, index, true).is_some();
    let all_known = (blocks.start..=subject).all(known);
    let mut parts = parts(input, blocks.start..subject + 1).filter(|_| all_known)?;
    // “TO: Commanding General”
    let below = memorandum::labelled(input, notes, subject + 1..blocks.end);
    let end = below.last().map_or(subject, |part| part.block) + 1;
    parts.extend(below);
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let found = has(PartKind::Dateline) && has(PartKind::Address) && end < blocks.end;
    found.then(|| Opening { blocks: blocks.start..end, parts, text: Vec::new() })
}

/// What the blocks are, if all of them can be something above a letter.
fn parts(input: &Input<'_>, blocks: Range<usize>) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for index in blocks {
        let dated = parts.iter().any(|part| part.kind == PartKind::Dateline);
        let read = read(input, index, dated).or_else(|| unknown(input, index, dated))?;
        parts.extend(read);
    }
    Some(parts)
}

/// Whether block `index` says what a letter is about.
fn names_subject(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    input.blocks[index].is_text() && is_subject(text.lines().next().unwrap_or_default())
}

/// The first block of the opening whose salute is block `salute`, and not above
/// block `floor`.
fn reach(input: &Input<'_>, notes: &Notes, salute: usize, floor: usize) -> Option<usize> {
    let mut reach = Reach {
        input,
        start: salute,
        addressed: None,
        dated: salute_line(input, salute).is_some_and(|line| line > 0),
        placed: false,
        unknown: false,
    };
    for index in (floor.max(salute.saturating_sub(MOST))..salute).rev() {
        let goes_on = is_page_mark(input, index)
            || !notes.holds(index) && reach.takes(index, salute, read(input, index, !reach.dated));
        if !goes_on {
            break;
        }
    }
    if reach.dated { Some(reach.start) } else { reach.addressed.filter(|_| !reach.unknown) }
}

/// How far up from a salute its opening reaches.
struct Reach<'a> {
    input: &'a Input<'a>,
    /// The first block of the opening, with the date in it.
    start: usize,
    /// The same without a date, with an address in it.
    addressed: Option<usize>,
    dated: bool,
    /// Whether the date has its place.
    placed: bool,
    /// Whether there is a line below the date that is nothing known.
    unknown: bool,
}

impl Reach<'_> {
    /// Takes in block `index`, of which `parts` are known; whether it belongs
    /// to the opening.
    fn takes(&mut self, index: usize, salute: usize, parts: Option<Vec<Part>>) -> bool {
        let text = self.input.blocks[index].span.of(self.input.text);
        let Some(parts) = parts else { return self.takes_unknown(index, text) };
        let is_date = |part: &Part| part.kind == PartKind::Dateline;
        if parts.iter().any(|part| part.kind == PartKind::Salute) {
            return false;
        }
        if parts.iter().any(is_date) {
            if self.dated || self.is_foot(index, salute) {
                return false;
            }
            (self.dated, self.start) = (true, index);
            self.placed =
                parts.iter().any(|part| part.lines.len() > 1 || has_place(self.input, part));
        } else if self.dated {
            self.start = index;
        } else {
            let address = parts.iter().any(|part| {
                let lines: Vec<&str> =
                    part.lines.iter().map(|line| line.of(self.input.text)).collect();
                part.kind == PartKind::Address && is_address(&lines)
            });
            if address || self.addressed.is_some() {
                self.addressed = Some(index);
            }
        }
        true
    }

    /// A place above the date, or a line like “Vater diktiert” below it.
    fn takes_unknown(&mut self, index: usize, text: &str) -> bool {
        const FEW: usize = 5;
        if self.dated {
            let place = !self.placed && is_place(text);
            if place {
                (self.start, self.placed) = (index, true);
            }
            return place;
        }
        let brief = text.split_whitespace().count() <= FEW
            && !is_title(text)
            && !text.bytes().any(|byte| byte.is_ascii_digit());
        let first = !std::mem::replace(&mut self.unknown, true);
        first && brief && unknown(self.input, index, true).is_some()
    }

    /// Whether the date stands below the letter before, whose formula is near,
    /// and the one line between it and the salute says whose letter follows.
    fn is_foot(&self, index: usize, salute: usize) -> bool {
        const NEAR: usize = 3;
        let closes = |at: usize| {
            let block = &self.input.blocks[at];
            block.is_text() && is_closing(block.span.of(self.input.text))
        };
        let between = &self.input.blocks[index + 1..salute];
        between.len() == 1
            && between[0].line_count() == 1
            && (index.saturating_sub(NEAR)..index).any(closes)
    }
}

/// Whether a date line names a place.
fn has_place(input: &Input<'_>, part: &Part) -> bool {
    let date = dates(input, part.span()).first().map(|date| date.span);
    date.is_some_and(|date| date.start > part.span().start + 4)
}

/// The openings in `text`, each from its first line to its salute.
pub(in crate::structure) fn all(
    input: &Input<'_>,
    notes: &Notes,
    text: Range<usize>,
) -> Vec<Opening> {
    let mut found: Vec<Opening> = Vec::new();
    for index in text.clone() {
        let floor = found.last().map_or(text.start, |last| last.blocks.end);
        if index < floor || !input.blocks[index].is_text() {
            continue;
        }
        let start = if memorandum::at(input, notes, index..text.end).is_some() {
            Some(index)
        } else if greets(input, index) || names_subject(input, index) {
            reach(input, notes, index, floor)
        } else {
            None
        };
        let opening = start.and_then(|start| opening(input, notes, start..text.end));
        found.extend(opening);
    }
    found
}

fn is_page_mark(input: &Input<'_>, index: usize) -> bool {
    matches!(&input.blocks[index].kind, BlockKind::Marked(found) if found.markup.element == Element::Pb)
}

/// Whether a block greets somebody: with a line, or with its first words.
fn greets(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    input.blocks[index].is_text() && (greets_within(text) || salute_line(input, index).is_some())
}

/// Which line of block `index` is the salute: all of it, or below a date or an
/// address, or above the text that begins in the next line.
fn salute_line(input: &Input<'_>, index: usize) -> Option<usize> {
    const MOST: usize = 8;
    const PROSE: u32 = 60;
    let block = &input.blocks[index];
    if !block.is_text() {
        return None;
    }
    if block.line_count() == 1 {
        return is_salute(block.span.of(input.text)).then_some(0);
    }
    let mut lines = block.line_spans(input.text, input.lines).take(MOST);
    let at = lines.position(|line| is_salute_of_letter(line.of(input.text)))?;
    let lines = lines_of(input, index);
    let (above, below) = (&lines[..at], &lines[at + 1..]);
    let fits = above.is_empty() || read_lines(input, index, above, false).is_some();
    let text: u32 = below.iter().map(|line| line.len()).sum();
    let told = below.is_empty() && at > 0 || text >= PROSE;
    (fits && told && lineation(input, block) != Lineation::Verse).then_some(at)
}

/// Whether a line in a paragraph is a salute that nothing else could be.
fn is_salute_of_letter(line: &str) -> bool {
    line.len() <= 60 && line.ends_with([',', ':', '!', '-', '—']) && is_salute(line)
}

/// What block `index` is above a salute; `dated` says whether the date stands
/// above it.
fn read(input: &Input<'_>, index: usize, dated: bool) -> Option<Vec<Part>> {
    let block = &input.blocks[index];
    let text = block.span.of(input.text);
    if is_page_mark(input, index) {
        return Some(vec![Part { kind: PartKind::Page, block: index, lines: vec![block.span] }]);
    }
    if !block.is_text() {
        return None;
    }
    let lines = lines_of(input, index);
    if is_remark(text) && block.span.len() <= 3 * LONGEST {
        let when = !text.contains(": ") && is_dateline(input, block.span);
        let kind = if when { PartKind::Dateline } else { PartKind::Argument };
        return Some(vec![Part { kind, block: index, lines }]);
    }
    if let Some(at) = salute_line(input, index) {
        let mut parts = match at {
            0 => Vec::new(),
            _ => read_lines(input, index, &lines[..at], false)?,
        };
        parts.push(Part { kind: PartKind::Salute, block: index, lines: vec![lines[at]] });
        return Some(parts);
    }
    if dated && is_subject(lines[0].of(input.text)) {
        return Some(vec![Part { kind: PartKind::Argument, block: index, lines }]);
    }
    read_lines(input, index, &lines, dated)
}

/// What some lines of block `index` are.
fn read_lines(input: &Input<'_>, index: usize, lines: &[Span], dated: bool) -> Option<Vec<Part>> {
    const MOST: usize = 10;
    const LONGEST: u32 = 100;
    if lines.is_empty() || lines.len() > MOST || lines.iter().any(|line| line.len() > LONGEST) {
        return None;
    }
    let texts: Vec<&str> = lines.iter().map(|line| line.of(input.text)).collect();
    let part = |kind, lines: &[Span]| Part { kind, block: index, lines: lines.to_vec() };
    let is_date = |line: &Span| is_dateline(input, *line);
    let Some(first) = lines.iter().position(is_date) else {
        return of_undated(&texts, dated, input.blocks[index].indent)
            .map(|kind| vec![part(kind, lines)]);
    };
    let last = lines.iter().rposition(is_date).unwrap_or(first);
    // A place stands right above its date.
    let place = usize::from(first == 1 && !is_street(texts[0]) && !is_mark(texts[0]));
    let (above, date) = (first - place, first - place..last + 1);
    let mut parts = Vec::new();
    if above > 0 {
        parts.extend(letterhead(index, &lines[..above], &texts[..above])?);
    }
    let below = &texts[date.end..];
    if below.is_empty() || is_inside_address(below) {
        parts.push(part(PartKind::Dateline, &lines[date.clone()]));
        if !below.is_empty() {
            parts.push(part(PartKind::Address, &lines[date.end..]));
        }
    } else if below.len() == 1 && below[0].len() <= 40 && !tells(below[0]) {
        parts.push(part(PartKind::Dateline, &lines[date.start..]));
    } else {
        return None;
    }
    Some(parts)
}

/// The lines above the date in the same block.
fn letterhead(index: usize, lines: &[Span], texts: &[&str]) -> Option<Vec<Part>> {
    let fits =
        texts.iter().all(|text| text.len() <= 70 && !tells(text) && !text.ends_with(['?', '!']));
    if !fits {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    for (line, text) in lines.iter().zip(texts) {
        let kind =
            if is_mark(text) || is_remark(text) { PartKind::Argument } else { PartKind::Address };
        match parts.last_mut().filter(|part| part.kind == kind) {
            Some(part) => part.lines.push(*line),
            None => parts.push(Part { kind, block: index, lines: vec![*line] }),
        }
    }
    Some(parts)
}

/// What a block without a date is.
fn of_undated(lines: &[&str], dated: bool, indent: u32) -> Option<PartKind> {
    // What stands on the right edge of a page above its date is an address.
    const RIGHT: u32 = 24;
    if lines.iter().all(|line| is_mark(line)) {
        return Some(PartKind::Argument);
    }
    let fits = lines.iter().all(|line| line.len() <= 70 && !tells(line));
    let address = if dated {
        is_inside_address(lines)
    } else {
        is_address(lines)
            || is_house(lines[0]) && fits
            || indent >= RIGHT && fits && lines.len() >= 2
    };
    address.then_some(PartKind::Address)
}

/// What a short block is that nothing is known of.
fn unknown(input: &Input<'_>, index: usize, dated: bool) -> Option<Vec<Part>> {
    let block = &input.blocks[index];
    let text = block.span.of(input.text);
    let fits = block.is_text()
        && block.line_count() <= MOST_LINES
        && block.span.len() <= LONGEST
        && !tells(text);
    let when = !dates(input, block.span).is_empty();
    // “The landlord brought in a letter.”
    let count = text.split_whitespace().count();
    let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    let told = text.ends_with('.') && count > 3 && small.count() * 2 >= count;
    let fits = fits && (when || !told);
    // The place may stand above the date.
    let place = !dated && block.line_count() == 1 && text.split_whitespace().count() <= 5;
    let kind = if when || place { PartKind::Dateline } else { PartKind::Argument };
    fits.then(|| vec![Part { kind, block: index, lines: lines_of(input, index) }])
}

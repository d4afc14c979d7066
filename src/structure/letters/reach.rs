//! Where in a text letters begin: how far up from its salute each opening
//! reaches.

use std::ops::Range;

use super::above::{greeting_and_date, greets, is_page_mark, read, salute_line, unknown};
use super::address::{is_address, is_place};
use super::formulas::is_closing;
use super::lines::{dates, is_title};
use super::memorandum;
use super::opening::{MOST, names_subject, opening};
use super::parts::{Opening, Part, PartKind};
use crate::segment::Block;
use crate::structure::Input;
use crate::structure::notes::Notes;

/// The first block of the opening whose salute is block `salute`, and not above
/// block `floor`.
fn reach(input: &Input<'_>, notes: &Notes, salute: usize, floor: usize) -> Option<usize> {
    let mut reach = Reach {
        input,
        start: salute,
        addressed: None,
        dated: salute_line(input, salute).is_some_and(|line| line > 0)
            || greeting_and_date(input, salute).is_some(),
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
            if self.is_above_remark(index, text) {
                return false;
            }
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

    /// Whether it is a remark of an archivist on the letter before, which it stands
    /// nearer to.
    fn is_above_remark(&self, index: usize, text: &str) -> bool {
        let nearer = |below: &Block| below.blank_before > self.input.blocks[index].blank_before;
        index > 0 && text.starts_with('[') && self.input.blocks.get(index + 1).is_some_and(nearer)
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
        let opening = |start: usize| opening(input, notes, start..text.end);
        let memorandum = memorandum::begins(input, index)
            .then(|| memorandum::start(input, notes, index, floor))
            .and_then(opening);
        let letter = || {
            let begins = greets(input, index) || names_subject(input, index);
            begins.then(|| reach(input, notes, index, floor))?.and_then(opening)
        };
        // “Betr.: Unterbringung” stands in memoranda, and below the address of a letter.
        let opening = match memorandum {
            Some(memorandum) if memorandum.blocks.start == index => {
                letter().filter(|letter| letter.blocks.start < index).or(Some(memorandum))
            }
            Some(memorandum) => Some(memorandum),
            None => letter(),
        };
        found.extend(opening);
    }
    found
}

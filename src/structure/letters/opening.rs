//! What stands above the text of a letter.

use std::ops::Range;

use super::above::{greets, is_page_mark, read, salute_line, unknown};
use super::address::is_place;
use super::greetings::is_salute;
use super::lines::{is_dateline, is_subject};
use super::parts::{Opening, Part, PartKind};
use super::{lines_of, memorandum, telegram};
use crate::structure::Input;
use crate::structure::notes::Notes;

/// The most blocks of an opening.
pub(super) const MOST: usize = 9;

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
        .or_else(|| memorandum::opening(input, notes, start..blocks.end))
        .or_else(|| above_subject(input, notes, start..blocks.end))
        .or_else(|| telegram::opening(input, notes, start..blocks.end))
}

/// Place and date at the first of `blocks`, where a heading says that they are a
/// letter and no salute follows.
pub(in crate::structure) fn dated_top(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
) -> Option<Opening> {
    const FEW: usize = 3;
    let mut parts: Vec<Part> = Vec::new();
    let mut end = blocks.start;
    for index in blocks.clone().take(FEW) {
        let dated = parts.iter().any(|part| part.kind == PartKind::Dateline);
        let read = read(input, index, dated).or_else(|| place(input, index, &parts));
        let Some(read) = read.filter(|_| !notes.holds(index)) else { break };
        parts.extend(read);
        end = index + 1;
    }
    let dated = parts.iter().any(|part| part.kind == PartKind::Dateline);
    (dated && end < blocks.end).then(|| Opening {
        blocks: blocks.start..end,
        parts,
        text: Vec::new(),
    })
}

/// The place alone, at the top of a letter that is not dated: “ROME”.
fn place(input: &Input<'_>, index: usize, above: &[Part]) -> Option<Vec<Part>> {
    let block = &input.blocks[index];
    let placed = above.is_empty() && block.is_text() && is_place(block.span.of(input.text));
    placed.then(|| vec![Part { kind: PartKind::Dateline, block: index, lines: vec![block.span] }])
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
    let mut parts = parts(input, blocks.start..end)?;
    let placed = |part: &Part| matches!(part.kind, PartKind::Dateline | PartKind::Address);
    let fits = blocks.start == salute && text.is_empty() || parts.iter().any(placed);
    let notes_within = (blocks.start..=salute).any(|index| notes.holds(index));
    let below = line.is_some() && text.is_empty() && !is_dated(&parts);
    let dated = below.then(|| date_below(input, notes, end..blocks.end)).flatten();
    let end = end + usize::from(dated.is_some());
    parts.extend(dated);
    let goes_on = end < blocks.end || !text.is_empty();
    let found = fits && !notes_within && goes_on && end > blocks.start;
    found.then_some(Opening { blocks: blocks.start..end, parts, text })
}

fn is_dated(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.kind == PartKind::Dateline)
}

/// Place and date on a line of their own below a salute and above some text: “Sir,”,
/// “_Foreign Office, February 11, 1904._”
fn date_below(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Option<Part> {
    const MOST_LINES: u32 = 2;
    let index = blocks.start;
    let block = input.blocks.get(index).filter(|_| blocks.len() > 1)?;
    let lines = lines_of(input, index);
    let fits = block.is_text() && block.line_count() <= MOST_LINES && !notes.holds(index);
    let dated = fits && is_dateline(input, block.span) && !is_salute(lines[0].of(input.text));
    let text = input.blocks[index + 1].is_text() && !notes.holds(index + 1);
    dated.then_some(Part { kind: PartKind::Dateline, block: index, lines }).filter(|_| text)
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
pub(super) fn names_subject(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    input.blocks[index].is_text() && is_subject(text)
}

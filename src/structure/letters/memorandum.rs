//! The lines above a memorandum that say to whom it goes and from whom it comes.

use std::ops::Range;

use super::above::read_lines;
use super::address::{fits_address, is_house, is_place, is_post};
use super::lines::{is_dateline, is_mark};
use super::lines_of;
use super::parts::{Opening, Part, PartKind};
use crate::source::{Span, offset};
use crate::structure::Input;
use crate::structure::notes::Notes;

/// What a line with a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    To,
    From,
    Date,
    Subject,
    Other,
}

/// The most blocks of such lines.
const MOST: usize = 8;

/// Whether block `index` begins with the line that says to whom a memorandum
/// goes, or from whom it comes.
pub(in crate::structure) fn begins(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    let first = &text[..memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len())];
    label(first).is_some()
}

/// The lines with labels at the beginning of `blocks`, if they say to whom and
/// from whom, or what about and when.
fn at(input: &Input<'_>, notes: &Notes, blocks: Range<usize>, dated: bool) -> Option<Opening> {
    let mut parts: Vec<Part> = Vec::new();
    let mut labels: Vec<Label> = Vec::new();
    let mut end = blocks.start;
    for index in blocks.clone().take(MOST) {
        let is_text = input.blocks[index].is_text() && !notes.holds(index);
        if !is_text || !begins(input, index) {
            break;
        }
        read(input, index, &mut parts, &mut labels)?;
        end = index + 1;
    }
    let says = |label| labels.contains(&label);
    let dated = dated || says(Label::Date);
    let told = says(Label::From) || says(Label::Subject) && dated;
    let found = says(Label::To) && told && end < blocks.end;
    found.then(|| Opening { blocks: blocks.start..end, parts, text: Vec::new() })
}

/// What stands at the beginning of `blocks` above the text of a memorandum, with
/// its letterhead if it has one.
pub(super) fn opening(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Option<Opening> {
    let mut parts: Vec<Part> = Vec::new();
    let mut start = blocks.start;
    while start < blocks.end && start < blocks.start + MOST && !begins(input, start) {
        parts.extend(above(input, notes, start)?);
        start += 1;
    }
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let fits = parts.is_empty() || has(PartKind::Address);
    let labels = at(input, notes, start..blocks.end, has(PartKind::Dateline)).filter(|_| fits)?;
    parts.extend(labels.parts);
    Some(Opening { blocks: blocks.start..labels.blocks.end, parts, ..labels })
}

/// Where a memorandum begins whose labels begin with block `index`: with its
/// letterhead, which does not reach above block `floor`.
pub(super) fn start(input: &Input<'_>, notes: &Notes, index: usize, floor: usize) -> usize {
    let mut start = index;
    let mut near = floor.max(index.saturating_sub(MOST))..index;
    while let Some(parts) = near.next_back().and_then(|at| Some((at, above(input, notes, at)?))) {
        let (at, parts) = parts;
        let letterhead = parts.iter().all(|part| part.kind == PartKind::Address);
        let mark = at + 1 == start
            && start < index
            && !names_memorandum(input.blocks[at].span.of(input.text));
        if letterhead || mark {
            start = at;
        }
    }
    start
}

/// What a block is between the top of the page and the lines with labels: the
/// house, its place, the date, the word “MEMORANDUM”, how secret it is.
fn above(input: &Input<'_>, notes: &Notes, index: usize) -> Option<Vec<Part>> {
    let lines = lines_of(input, index);
    if notes.holds(index) || !input.blocks[index].is_text() || lines.is_empty() {
        return None;
    }
    let texts: Vec<&str> = lines.iter().map(|line| line.of(input.text)).collect();
    let whole = |kind, lines: &[Span]| vec![Part { kind, block: index, lines: lines.to_vec() }];
    if names_memorandum(input.blocks[index].span.of(input.text))
        || texts.iter().all(|text| is_mark(text))
    {
        return Some(whole(PartKind::Argument, &lines));
    }
    if lines.len() == 1 && is_place(texts[0]) {
        return Some(whole(PartKind::Address, &lines));
    }
    let house = fits_address(&texts) && texts.iter().any(|text| is_house(text) || is_post(text));
    let dated = lines.iter().any(|line| is_dateline(input, *line));
    if house && !dated {
        return Some(whole(PartKind::Address, &lines));
    }
    read_lines(input, index, &lines, false)
}

/// Whether a block says that it is a memorandum, and nothing else: “INTER-OFFICE
/// MEMORANDUM”.
pub(in crate::structure) fn names_memorandum(text: &str) -> bool {
    const WORDS: &[&str] =
        &["memorandum", "memo", "aktennotiz", "aktenvermerk", "vermerk", "rundschreiben", "note"];
    const MOST: usize = 4;
    const LONGEST: usize = 80;
    let begins = |c: char| c.is_uppercase() || matches!(c, '_' | '*' | '=');
    if text.len() > LONGEST || !text.starts_with(begins) {
        return false;
    }
    // “_Office Memorandum_ . UNITED STATES GOVERNMENT”
    let lower = text.trim_start_matches(['_', '*', '=']).to_lowercase();
    if lower.starts_with("office memorandum") && !text.contains('\n') {
        return true;
    }
    let mut words = text.split_whitespace();
    let (count, last) = (words.clone().count(), words.next_back());
    let last = last.unwrap_or_default().trim_matches(['.', '_', '*', '=']).to_lowercase();
    let service = matches!(text.to_lowercase().as_str(), "note de service" | "note interne");
    count <= MOST && (WORDS.contains(&last.as_str()) || service)
}

/// The lines with labels at the beginning of `blocks`.
pub(super) fn labelled(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Vec<Part> {
    let (mut parts, mut labels) = (Vec::new(), Vec::new());
    for index in blocks.take(MOST) {
        let is_text = input.blocks[index].is_text() && !notes.holds(index);
        if !is_text || !begins(input, index) {
            break;
        }
        let known = parts.len();
        if read(input, index, &mut parts, &mut labels).is_none() {
            parts.truncate(known);
            break;
        }
    }
    parts
}

/// Takes the lines of block `index`; a line without a label goes on with the one
/// above it.
fn read(
    input: &Input<'_>,
    index: usize,
    parts: &mut Vec<Part>,
    labels: &mut Vec<Label>,
) -> Option<()> {
    const LONGEST: u32 = 200;
    for line in lines_of(input, index) {
        if line.len() > LONGEST {
            return None;
        }
        let (line, right) = columns(input.text, line);
        match label(line.of(input.text)) {
            Some(label) => {
                labels.push(label);
                parts.push(part(label, index, line));
            }
            None => parts.last_mut()?.lines.push(line),
        }
        if let Some((kind, right)) = right {
            labels.push(kind);
            parts.push(part(kind, index, right));
        }
    }
    Some(())
}

/// A line with another label, or a mark of the office, far to the right: “TO:
/// DIRECTOR, FBI           DATE: August 12, 1947”.
fn columns(text: &str, line: Span) -> (Span, Option<(Label, Span)>) {
    const FAR: &str = "    ";
    let words = line.of(text);
    let colon = words.find(':').unwrap_or_default();
    for (at, _) in words[colon..].match_indices(FAR) {
        let left = Span::new(line.start, line.start + offset(colon + at)).trim(text);
        let right = Span::new(line.start + offset(colon + at), line.end).trim(text);
        let words = right.of(text);
        let kind = label(words).or_else(|| is_mark(words).then_some(Label::Other));
        if let Some(kind) = kind.filter(|_| !left.is_empty() && !left.of(text).ends_with(':')) {
            return (left, Some((kind, right)));
        }
    }
    (line, None)
}

fn part(label: Label, block: usize, line: Span) -> Part {
    let kind = match label {
        Label::To => PartKind::Address,
        Label::From => PartKind::Byline,
        Label::Date => PartKind::Dateline,
        Label::Subject | Label::Other => PartKind::Argument,
    };
    Part { kind, block, lines: vec![line] }
}

/// “TO: All heads of departments”, “Von: Leiter der Abteilung”
fn label(line: &str) -> Option<Label> {
    const LABELS: &[(Label, &[&str])] = &[
        (
            Label::To,
            &[
                "to", "memorandum to", "memo to", "memorandum for", "an", "à", "cc", "c.c",
                "copy to", "copies to", "via", "through", "attention",
            ],
        ),
        (Label::From, &["from", "von", "de"]),
        (Label::Date, &["date", "datum", "sent", "dated", "date sent"]),
        (
            Label::Subject,
            &["subject", "subj", "re", "betreff", "betr", "betrifft", "objet", "sujet"],
        ),
        (
            Label::Other,
            &[
                "file", "file no", "ref", "reference", "our ref", "classification", "priority",
                "participants", "place",
            ],
        ),
    ];
    const LONGEST: usize = 20;
    let near = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    let (word, _) = line[..near].split_once(':')?;
    let word = word.trim_matches(['*', '_', ' ', '.', '\u{A0}']);
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let word = word.to_lowercase();
    LABELS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(label, _)| *label)
}

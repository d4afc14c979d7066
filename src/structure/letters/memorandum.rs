//! The lines above a memorandum that say to whom it goes and from whom it comes.

use std::ops::Range;

use super::lines_of;
use super::opening::{Opening, Part, PartKind};
use crate::source::Span;
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
pub(super) fn begins(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    let first = &text[..memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len())];
    label(first).is_some()
}

/// The lines with labels at the beginning of `blocks`, if they say to whom and
/// from whom.
pub(super) fn at(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Option<Opening> {
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
    (says(Label::To) && says(Label::From) && end < blocks.end).then(|| Opening {
        blocks: blocks.start..end,
        parts,
        text: Vec::new(),
    })
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
        match label(line.of(input.text)) {
            Some(label) => {
                labels.push(label);
                parts.push(part(label, index, line));
            }
            None => parts.last_mut()?.lines.push(line),
        }
    }
    Some(())
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

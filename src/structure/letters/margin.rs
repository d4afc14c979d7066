//! Signatures that stand far to the right, as printed letters have them.

use std::ops::Range;

use super::formulas::is_closing;
use super::lines::is_dateline;
use super::lines_of;
use super::parts::{Foot, FootKind, FootPart};
use super::signer::{is_initials, is_own, is_signature};
use super::typist::{is_labelled_remark, is_office_mark, names_enclosure};
use crate::roman;
use crate::source::Span;
use crate::structure::Input;

/// How many columns a signature stands at least to the right of the text.
const FAR: u32 = 20;

/// The foot in the last of the blocks `free`: lines far to the right, of which
/// the last is a name, and what was added below it without saying so.
pub(super) fn foot_at_right(input: &Input<'_>, free: Range<usize>) -> Option<Foot> {
    const MOST_ADDED: usize = 2;
    const LONGEST_ADDED: u32 = 600;
    let far = |index: &usize| is_far(input, *index);
    let name = free.clone().rev().take(1 + MOST_ADDED).find(far)?;
    let added = name + 1..free.end;
    if added.clone().any(|index| input.blocks[index].span.len() > LONGEST_ADDED) {
        return None;
    }
    let start = (free.start..=name).rev().take_while(far).take(3).last()?;
    let lines: Vec<Span> = (start..=name).flat_map(|index| lines_of(input, index)).collect();
    // “[Enclosure]” is no part of it.
    let remark = |line: &Span| {
        let text = line.of(input.text);
        text.starts_with('[') && !could_sign(text.trim_matches(['[', ']']))
    };
    if lines.iter().any(|line| remark(line) || names_enclosure(line.of(input.text))) {
        return None;
    }
    let is_date = |line: &&Span| is_dateline(input, **line);
    let signed = lines.iter().rposition(|line| !is_date(&line))?;
    if !could_sign(lines[signed].of(input.text)) {
        return None;
    }
    let kind = |at: usize, line: &Span| match () {
        () if at == signed => FootKind::Signed,
        // “G. F. Marsh”, above the office he has
        () if at < signed && has_initial(line.of(input.text)) => FootKind::Signed,
        () if is_date(&line) => FootKind::Dateline,
        () => FootKind::Salute,
    };
    let part = |(at, line)| FootPart { kind: kind(at, line), lines: vec![*line], block: None };
    let mut parts: Vec<FootPart> = lines.iter().enumerate().map(part).collect();
    for index in added {
        let kind = match () {
            () if is_labelled_remark(input.blocks[index].span.of(input.text)) => FootKind::Trailer,
            () if is_office_mark(input.blocks[index].span.of(input.text)) => FootKind::Trailer,
            () if index == name + 1 => FootKind::Postscript,
            () => FootKind::Added,
        };
        parts.push(FootPart { kind, lines: lines_of(input, index), block: Some(index) });
    }
    Some(Foot { blocks: start..free.end, text: Vec::new(), parts })
}

/// Whether a line is a name with an initial and no formula: “G. F. Marsh”.
fn has_initial(line: &str) -> bool {
    let initial = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
    };
    could_sign(line) && line.split_whitespace().any(initial) && !is_closing(line)
}

/// Whether all lines of block `index` begin far to the right of the text.
fn is_far(input: &Input<'_>, index: usize) -> bool {
    const MOST_LINES: u32 = 5;
    const LONGEST: u32 = 240;
    let block = &input.blocks[index];
    let column = |line: &Span| {
        let before = &input.text[..line.start as usize];
        before.len() - before.trim_end_matches(' ').len()
    };
    block.is_text()
        && block.indent >= FAR
        && block.line_count() <= MOST_LINES
        && block.span.len() <= LONGEST
        && lines_of(input, index).iter().all(|line| column(line) >= FAR as usize)
}

/// Whether a line could be a name, whatever marks stand around it.
fn could_sign(line: &str) -> bool {
    let name = line.trim_matches(['_', '=', '~', '*', ' ', '.', ',']);
    !name.is_empty()
        && !name.contains(|c: char| c.is_ascii_digit())
        && (name.len() == 1 || roman::numeral(name).is_none())
        && (is_signature(name) || is_initials(name) || is_own(name))
}

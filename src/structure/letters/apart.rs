//! Letters of which all lines follow each other without a blank line, as they
//! do where a transcription keeps the lines of the paper.

use super::above::{below_date, read_lines, salute_in};
use super::addressed::is_addressed;
use super::foot::closing_in;
use super::greetings::is_salute;
use super::lines::is_dateline;
use super::lines_of;
use crate::convention::Found;
use crate::segment::Block;
use crate::source::{Span, offset};
use crate::structure::Input;
use crate::structure::verse::{Lineation, lineation};

/// The blocks with those letters parted from each other, and each into what stands above
/// the text, the text, and what stands below it; nothing if there are none.
pub(in crate::structure) fn letters_apart(input: &Input<'_>) -> Option<Vec<Block>> {
    let single = single_letters(input);
    let blocks = single.as_deref().unwrap_or(input.blocks);
    let parted = parts_apart(&Input { blocks, ..*input });
    parted.or(single)
}

/// The blocks of several letters with each letter for itself.
fn single_letters(input: &Input<'_>) -> Option<Vec<Block>> {
    const APART: u32 = 1;
    let mut parted: Option<Vec<Block>> = None;
    for (index, block) in input.blocks.iter().enumerate() {
        let cuts = letters_within(input, index);
        if cuts.is_empty() && parted.is_none() {
            continue;
        }
        let blocks = parted.get_or_insert_with(|| input.blocks[..index].to_vec());
        part(input, block, &cuts, APART, blocks);
    }
    parted
}

/// The lines of block `index` below which another letter begins: its date and its salute
/// stand below who signed the one before.
fn letters_within(input: &Input<'_>, index: usize) -> Vec<usize> {
    const FEWEST: u32 = 6;
    /// Lines of a date, a salute or a signature have no more bytes.
    const LONGEST: usize = 60;
    let block = &input.blocks[index];
    if !block.is_text() || block.line_count() < FEWEST {
        return Vec::new();
    }
    let lines = lines_of(input, index);
    let short = |line: Span| line.len() as usize <= LONGEST;
    let signed = |line: Span| {
        let text = line.of(input.text);
        short(line) && text.starts_with(char::is_uppercase) && !text.ends_with([',', ';', ':'])
    };
    let greets = |line: Span| {
        let text = line.of(input.text);
        short(line) && text.ends_with([',', ':', '!', '-', '—']) && is_salute(text)
    };
    let begins = |at: &usize| {
        greets(lines[at + 1])
            && signed(lines[at - 1])
            && short(lines[*at])
            && is_dateline(input, lines[*at])
    };
    (1..lines.len().saturating_sub(2)).filter(begins).collect()
}

fn parts_apart(input: &Input<'_>) -> Option<Vec<Block>> {
    let several = several_addressed(input);
    let mut parted: Option<Vec<Block>> = None;
    for (index, block) in input.blocks.iter().enumerate() {
        let mut cuts = cuts(input, index);
        if several && cuts.is_empty() && is_addressed_above_date(input, index) {
            cuts.push(1);
        }
        if cuts.is_empty() && parted.is_none() {
            continue;
        }
        let blocks = parted.get_or_insert_with(|| input.blocks[..index].to_vec());
        part(input, block, &cuts, 0, blocks);
    }
    parted
}

/// Whether several blocks begin with the line of who wrote to whom, and the date
/// below it.
fn several_addressed(input: &Input<'_>) -> bool {
    const SEVERAL: usize = 3;
    let found = (0..input.blocks.len()).filter(|index| is_addressed_above_date(input, *index));
    found.take(SEVERAL).count() == SEVERAL
}

fn is_addressed_above_date(input: &Input<'_>, index: usize) -> bool {
    let block = &input.blocks[index];
    if !block.is_text() || block.line_count() < 2 {
        return false;
    }
    let mut lines = block.line_spans(input.text, input.lines);
    let [Some(first), Some(second)] = [lines.next(), lines.next()] else { return false };
    let first = first.of(input.text);
    // “--(Received”, and below it “October 30.)”
    let open = first.matches('(').count() > first.matches(')').count();
    !open && is_addressed(first) && is_dateline(input, second)
}

/// The lines of block `index` with which a new part of a letter begins.
fn cuts(input: &Input<'_>, index: usize) -> Vec<usize> {
    const FEWEST: u32 = 4;
    const FEWEST_IN_TEXT: usize = 60;
    let block = &input.blocks[index];
    if !block.is_text() || block.line_count() < FEWEST {
        return Vec::new();
    }
    let Some(salute) = salute_in(input, index) else { return Vec::new() };
    let lines = lines_of(input, index);
    let told: usize = lines[salute + 1..].iter().map(|line| line.of(input.text).len()).sum();
    if told < FEWEST_IN_TEXT || lineation(input, block) == Lineation::Verse {
        return Vec::new();
    }
    if let Some(closing) = closing_in(input, index, salute + 2) {
        return vec![salute + 1, closing];
    }
    let placed = match &lines[..salute] {
        [] => below_date(input, index),
        above => read_lines(input, index, above, false).is_some(),
    };
    if placed { vec![salute + 1] } else { Vec::new() }
}

/// Adds the parts of a block, each beginning with the line of a cut, and so many blank
/// lines as if `blank` stood above it.
fn part(input: &Input<'_>, block: &Block, cuts: &[usize], blank: u32, blocks: &mut Vec<Block>) {
    let lines = block.line_spans(input.text, input.lines);
    let numbers: Vec<(u32, Span)> =
        lines.map(|line| (input.lines.line(line.start), line)).collect();
    let mut start = 0;
    for end in cuts.iter().copied().chain([numbers.len()]) {
        let (first, last) = (numbers[start], numbers[end - 1]);
        let (blank_before, indent) =
            if start == 0 { (block.blank_before, block.indent) } else { (blank, 0) };
        let span = first.1.join(last.1);
        let within = |page: &&Found| span.start <= page.outer.start && page.outer.end <= span.end;
        blocks.push(Block {
            span,
            lines: first.0..last.0 + 1,
            blank_before,
            indent,
            kind: block.kind.clone(),
            pages: block.pages.iter().filter(within).cloned().collect(),
            underline: 0,
            wordless: last.0 + 1 - first.0 - offset(end - start),
        });
        start = end;
    }
}

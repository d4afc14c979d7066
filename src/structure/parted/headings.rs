//! Headings right above their text, without a blank line between.

use rustc_hash::FxHashSet;

use super::look::{Look, could_be_text, greets, heads_smaller, is_told, look};
use crate::segment::{Block, Layout, parts};
use crate::source::Span;
use crate::structure::heading::heading;
use crate::structure::kind::Kind;
use crate::structure::{Input, byline, letters};

/// So many that look alike are no accident.
const SEVERAL: usize = 3;

/// The first lines of a block that could be a heading.
#[derive(Clone, Copy)]
struct Candidate {
    block: usize,
    /// How many lines the heading has.
    length: usize,
    look: Look,
    /// Whether the number that it belongs to stands above it.
    numbered: bool,
    /// Whether what stands below it is text rather than a summary or a subtitle.
    told: bool,
}

/// The blocks with such headings for themselves; nothing if there are none.
pub(super) fn apart(input: &Input<'_>) -> Option<Vec<Block>> {
    const LOOKS: [Look; 6] = [
        Look::Counted,
        Look::Named,
        Look::Number,
        Look::NumberAndTitle,
        Look::Capitals,
        Look::Words,
    ];
    let candidates = candidates(input);
    let mut found: Vec<Candidate> = Vec::new();
    for (look, numbered) in LOOKS.into_iter().flat_map(|look| [(look, false), (look, true)]) {
        let alike = candidates.iter().filter(|one| (one.look, one.numbered) == (look, numbered));
        let alike: Vec<Candidate> = alike.copied().collect();
        if are_headings(input, look, numbered, &alike) {
            found.extend(alike.into_iter().filter(|one| look == Look::Counted || one.told));
        }
    }
    if found.is_empty() {
        return None;
    }
    found.sort_unstable_by_key(|candidate| candidate.block);
    let mut blocks = Vec::with_capacity(input.blocks.len() + found.len());
    let mut next = 0;
    for Candidate { block, length, .. } in found {
        blocks.extend_from_slice(&input.blocks[next..block]);
        blocks.extend(parts(input.text, input.lines, input.layout, &input.blocks[block], length));
        next = block + 1;
    }
    blocks.extend_from_slice(&input.blocks[next..]);
    Some(blocks)
}

fn candidates(input: &Input<'_>) -> Vec<Candidate> {
    let spaced = input.blocks.iter().any(|block| block.blank_before >= 2);
    let gap = if input.layout == Layout::Wrapped && spaced { 2 } else { 1 };
    (0..input.blocks.len()).filter_map(|index| candidate(input, index, gap)).collect()
}

/// What block `index` could be, where headings stand `gap` lines below what is above them.
fn candidate(input: &Input<'_>, index: usize, gap: u32) -> Option<Candidate> {
    const NEAR: usize = 6;
    const NUMBER: usize = 8;
    /// A salute has no more bytes.
    const SALUTE: usize = 40;
    let block = &input.blocks[index];
    if !block.is_text() || block.line_count() < 2 || !begins_loud(block.span.of(input.text)) {
        return None;
    }
    let spans: Vec<Span> = block.line_spans(input.text, input.lines).take(NEAR).collect();
    let lines: Vec<&str> = spans.iter().map(|span| span.of(input.text)).collect();
    let (look, length) = look(&lines, input.layout)?;
    let below = *spans.get(length)?;
    let text = Span::new(below.start, block.span.end).of(input.text);
    let above = index.checked_sub(1).map(|above| &input.blocks[above]);
    let numbered = above.is_some_and(|above| is_number(input, above)) && look >= Look::Capitals;
    let apart = above.is_none_or(|above| !above.is_text()) || block.blank_before >= gap || numbered;
    let fits = match look {
        Look::Counted | Look::Named | Look::NumberAndTitle => true,
        Look::Number => lines[0].len() <= NUMBER,
        Look::Capitals => could_head(input, spans[0]),
        Look::Words => {
            could_head(input, spans[0]) && if numbered { addresses(lines[0]) } else { gap > 1 }
        }
    };
    // Below the line of who a letter went to stand its date and its salute.
    let greets = || {
        let first = lines[length];
        let alone = spans.len() == length + 1 || text.contains(char::is_lowercase);
        first.len() <= SALUTE && greets(first) && alone
    };
    let opens = numbered && (letters::is_dateline(input, below) || greets())
        || look == Look::Counted && heads_smaller(lines[0], lines[length]);
    let full = look > Look::Number && !numbered;
    let told = opens || is_told(text) && is_prose(&lines[length..], input.layout, full);
    let is_text = opens || could_be_text(text);
    (apart && fits && is_text).then_some(Candidate { block: index, length, look, numbered, told })
}

/// Whether the first letter is one that a heading begins with.
fn begins_loud(text: &str) -> bool {
    text.trim_start_matches(['_', '“', '"', '«', '»', '„', '=', '*', '§', ' ', '['])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a block is nothing but the number of what stands below it.
fn is_number(input: &Input<'_>, block: &Block) -> bool {
    const LONGEST: u32 = 40;
    let text = block.span.of(input.text);
    block.is_text()
        && block.span.len() <= LONGEST
        && heading(text).is_some_and(|found| {
            found.number.is_some()
                && !found.titled
                && (found.kind == Kind::Numeral || found.kind.counts())
        })
}

/// Whether a line says whom a letter went to.
fn addresses(line: &str) -> bool {
    ["An ", "To ", "À ", "Au ", "Aan "].iter().any(|to| line.starts_with(to))
}

/// Whether a line names neither a day, a place nor who wrote or speaks.
fn could_head(input: &Input<'_>, line: Span) -> bool {
    let text = line.of(input.text);
    !letters::is_dateline(input, line)
        && !letters::is_mark(text)
        && !letters::is_street(text)
        && !text.ends_with(':')
        && byline::credit(text).is_none()
}

/// Whether lines are those of a paragraph, of which the first is `full`, and of no table,
/// address or poem.
fn is_prose(lines: &[&str], layout: Layout, full: bool) -> bool {
    const FULL: usize = 45;
    let first = lines.first().map_or(0, |line| line.chars().count());
    let goes_on = lines.iter().skip(1).any(|line| line.starts_with(char::is_lowercase));
    match layout {
        Layout::Wrapped => (!full || first >= FULL) && (goes_on || lines.len() <= 2),
        Layout::Unwrapped => !full || lines[0].ends_with(['.', '!', '?', '”', '"', '’', '»']),
    }
}

/// Whether most of those that look alike stand above text, and are headings by their
/// number, by the numbers above them, or by being several.
fn are_headings(input: &Input<'_>, look: Look, numbered: bool, alike: &[Candidate]) -> bool {
    let told = alike.iter().filter(|candidate| candidate.told).count();
    let mostly = told > 0 && told * 3 >= alike.len() * 2;
    let several = told >= SEVERAL;
    let different = || {
        let lines: FxHashSet<&str> = alike.iter().map(|one| first_line(input, one.block)).collect();
        lines.len() * 4 >= alike.len() * 3
    };
    mostly
        && match look {
            Look::Counted | Look::Named => true,
            Look::Number => rise(&numbers(input, alike)),
            Look::NumberAndTitle => {
                let line = |one: &Candidate| heading(first_line(input, one.block))?.number;
                rise(&alike.iter().filter_map(line).collect::<Vec<u32>>())
            }
            Look::Capitals | Look::Words => several && (numbered || different()),
        }
}

fn first_line<'a>(input: &Input<'a>, block: usize) -> &'a str {
    let text = input.blocks[block].span.of(input.text);
    text.lines().next().unwrap_or_default().trim()
}

/// The numbers right above some text and those that stand alone, in order.
fn numbers(input: &Input<'_>, alike: &[Candidate]) -> Vec<u32> {
    let mut right_above = alike.iter().map(|candidate| candidate.block).peekable();
    let mut numbers: Vec<u32> = Vec::new();
    for (index, block) in input.blocks.iter().enumerate() {
        let tight = right_above.next_if_eq(&index).is_some();
        if tight || block.line_count() == 1 && is_number(input, block) {
            let line = first_line(input, index);
            numbers.extend(heading(line).and_then(|found| found.number));
        }
    }
    numbers
}

/// Whether several numbers mostly rise by one.
fn rise(numbers: &[u32]) -> bool {
    let rising = numbers.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
    numbers.len() >= SEVERAL && (rising + 1) * 4 >= numbers.len() * 3
}

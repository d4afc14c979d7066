//! Verse, and other text whose lines matter.

use super::Input;
use crate::segment::{Block, Layout, begins_loud, roomy_lines};
use crate::source::Span;

/// What the lines of a block mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lineation {
    /// Nothing: the paragraph was wrapped.
    Prose,
    /// Verse.
    Verse,
    /// They are kept, as in an address or a list.
    Lines,
}

/// What the lines of a block mean.
pub(super) fn lineation(input: &Input<'_>, block: &Block) -> Lineation {
    if block.line_count() < 2 {
        return Lineation::Prose;
    }
    let spans: Vec<Span> = block.line_spans(input.text, input.lines).collect();
    let is_verse = spans.len() >= 4
        && looks_like_verse(input.text, &spans)
        && !is_labelled(spans[0].of(input.text));
    match input.layout {
        Layout::Unwrapped if is_verse => Lineation::Verse,
        Layout::Unwrapped => Lineation::Lines,
        Layout::Wrapped
            if is_verse
                && (block.indent >= 2
                    || longest(input.text, &spans) < 50
                    || is_unfilled(input.text, &spans)) =>
        {
            Lineation::Verse
        }
        Layout::Wrapped if longest(input.text, &spans[..spans.len() - 1]) < 40 => Lineation::Lines,
        Layout::Wrapped => Lineation::Prose,
    }
}

/// “Present:”, above the names of those who were.
fn is_labelled(first: &str) -> bool {
    first.ends_with(':') && first.split_whitespace().count() <= 3 && !first.contains(',')
}

/// What the lines of block `index` mean among its neighbours: two or three lines that look
/// like the stanza above or below them are one, too.
pub(super) fn lineation_at(input: &Input<'_>, index: usize) -> Lineation {
    const LONGEST: u32 = 3;
    let block = &input.blocks[index];
    let found = lineation(input, block);
    let is_verse = |at: Option<usize>| {
        let other = at.and_then(|at| input.blocks.get(at));
        other.is_some_and(|other| other.is_text() && lineation(input, other) == Lineation::Verse)
    };
    let short = found != Lineation::Verse && (2..=LONGEST).contains(&block.line_count());
    if short
        && is_short_stanza(input, block)
        && (is_verse(index.checked_sub(1)) || is_verse(Some(index + 1)))
    {
        return Lineation::Verse;
    }
    found
}

/// Whether nobody wrapped some lines: each begins with a capital, and the first word of
/// the next would have had room.
fn is_short_stanza(input: &Input<'_>, block: &Block) -> bool {
    const ROOM: usize = 60;
    const FEWEST: usize = 3;
    let spans: Vec<Span> = block.line_spans(input.text, input.lines).collect();
    let lines: Vec<&str> = spans.iter().map(|span| span.of(input.text)).collect();
    let verses = lines.iter().all(|line| {
        line.trim_start_matches(['“', '"', '‘', '\'', '_', '«']).starts_with(char::is_uppercase)
            && (12..=ROOM).contains(&line.chars().count())
            && line.split_whitespace().count() >= FEWEST
            && line.split_whitespace().skip(1).any(|word| word.starts_with(char::is_lowercase))
            && !line.bytes().any(|byte| byte.is_ascii_digit())
    });
    let last = lines.last().copied().unwrap_or_default();
    verses && last.ends_with(['.', '!', '?', ';', ':', ',', '—', '-', '”', '"', '’', '»', '_'])
}

fn longest(text: &str, spans: &[Span]) -> usize {
    spans.iter().map(|span| span.of(text).chars().count()).max().unwrap_or(0)
}

/// Whether all lines begin with a capital, and several end although the next
/// word would have had room: nobody wrapped them.
fn is_unfilled(text: &str, spans: &[Span]) -> bool {
    const ENOUGH: usize = 3;
    let lines: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    lines.iter().all(|line| begins_loud(line)) && roomy_lines(&lines) >= ENOUGH
}

/// Lines of some length that begin with capitals, and not with numbers, and of
/// which most end with a stop or a comma now and then.
fn looks_like_verse(text: &str, spans: &[Span]) -> bool {
    let count = spans.len();
    let lines = || {
        spans
            .iter()
            .map(|span| span.of(text).trim_start_matches(['“', '"', '‘', '\'', '_', '(', '’']))
    };
    let capital = lines().filter(|line| line.starts_with(char::is_uppercase)).count();
    let fitting = lines().filter(|line| (12..=75).contains(&line.chars().count())).count();
    let numbers = lines().filter(|line| line.bytes().any(|byte| byte.is_ascii_digit())).count();
    let stopped = lines()
        .filter(|line| line.ends_with([',', '.', ';', ':', '!', '?', '—', '-', '”', '"', '’', ')']))
        .count();
    capital * 10 >= count * 7
        && fitting * 10 >= count * 8
        && numbers * 4 < count
        && (stopped * 10 >= count * 4 || is_stepped(text, spans))
}

/// Whether some lines are indented more than others, and a sentence ends with
/// the last: a stanza whose rhymes are set in.
fn is_stepped(text: &str, spans: &[Span]) -> bool {
    let indent = |span: &Span| {
        let before = &text.as_bytes()[..span.start as usize];
        before.iter().rev().take_while(|byte| **byte == b' ').take(20).count()
    };
    let deep = spans.iter().filter(|span| indent(span) > indent(&spans[0])).count();
    let ends = spans.last().is_some_and(|last| last.of(text).ends_with(['.', '!', '?', ';', ':']));
    ends && deep > 0 && deep * 4 <= spans.len() * 3
}

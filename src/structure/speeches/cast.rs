//! Who speaks in a text: names that come again and again at the beginning of
//! paragraphs, and take turns.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::label::{Label, Style, label};
use super::stage::begins;
use crate::segment::Block;
use crate::source::{Span, offset};
use crate::structure::Input;
use crate::structure::letters::is_salute;

/// A line that begins with what could be the name of who speaks.
#[derive(Clone, Debug)]
pub(super) struct Mark<'a> {
    pub block: usize,
    /// Where the line begins.
    pub start: u32,
    /// Whether other lines of the block stand above it.
    pub inner: bool,
    /// Whether the line is set in.
    pub indented: bool,
    pub label: Label<'a>,
}

/// How far a line is set in that begins a speech.
const SET_IN: usize = 2;

/// The lines of the blocks `free` that could begin with who speaks.
pub(super) fn marks<'a>(input: &Input<'a>, free: &[usize]) -> Vec<Mark<'a>> {
    let all = free.iter().flat_map(|index| of_block(input, *index, &input.blocks[*index]));
    let mut all = all.peekable();
    let mut found = Vec::new();
    while let Some(mark) = all.next() {
        if !all.peek().is_some_and(|next| mark.is_silent_above(next, input)) {
            found.push(mark);
        }
    }
    found
}

fn of_block<'a>(input: &Input<'a>, index: usize, block: &Block) -> Vec<Mark<'a>> {
    let text = block.span.of(input.text);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut begin = 0;
    while begin < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[begin..]).map_or(bytes.len(), |at| begin + at);
        let space = bytes[begin..end].iter().take_while(|byte| **byte == b' ').count();
        let (above, line) = (&text[..begin], &text[begin + space..]);
        let inner = begin > 0;
        begin = end + 1;
        if !line.as_bytes().first().is_some_and(|byte| may_begin(*byte)) {
            continue;
        }
        let indented = if inner { space >= SET_IN } else { block.indent as usize >= SET_IN };
        if inner && !indented && !ends(above.trim_end()) {
            continue;
        }
        let Some(label) = label(line) else { continue };
        let greets = label.said == line.len() && is_salute(&line[..label.end]);
        if !begins(line) && !greets {
            let start = block.span.end - offset(line.len());
            found.push(Mark { block: index, start, inner, indented, label });
        }
    }
    found
}

/// Whether a name, or a mark before one, may begin with such a byte.
const fn may_begin(byte: u8) -> bool {
    byte.is_ascii_uppercase()
        || byte.is_ascii_digit()
        || !byte.is_ascii()
        || matches!(byte, b'_' | b'-')
}

/// Whether a sentence may end with a line.
pub(super) fn ends(line: &str) -> bool {
    line.ends_with(['.', '?', '!', ':', ')', ']', '-', '—', '…', '”', '"', '»', '_', '\''])
}

/// How often each name stands there.
pub(super) fn counts<'a>(marks: &[Mark<'a>]) -> FxHashMap<&'a str, usize> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for mark in marks {
        *counts.entry(mark.label.name).or_default() += 1;
    }
    counts
}

/// The names that stand there several times and take turns with others.
pub(super) fn cast<'a>(
    marks: &[Mark<'a>],
    counts: &FxHashMap<&'a str, usize>,
) -> FxHashSet<&'a str> {
    const SEVERAL: usize = 3;
    /// The most blocks from one who speaks to the next.
    const NEAR: usize = 12;
    let several = |mark: &&Mark<'_>| counts[mark.label.name] >= SEVERAL;
    let known: Vec<&Mark<'_>> = marks.iter().filter(several).collect();
    let takes_turns = |one: &Mark<'_>, other: &Mark<'_>| {
        one.label.name != other.label.name && other.block - one.block <= NEAR
    };
    let mut turns: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, mark) in known.iter().enumerate() {
        let before = at > 0 && takes_turns(known[at - 1], mark);
        let after = known.get(at + 1).is_some_and(|next| takes_turns(mark, next));
        *turns.entry(mark.label.name).or_default() += usize::from(before || after);
    }
    turns.retain(|name, turns| *turns * 2 >= counts[name]);
    turns.into_keys().collect()
}

/// Whether the names follow each other in one order only, as the words of a form
/// that is filled in again and again. Of two who ask a witness one may ask nearly
/// always, but the witness answers him.
pub(super) fn is_form(marks: &[&Mark<'_>]) -> bool {
    let names: FxHashSet<&str> = marks.iter().map(|mark| mark.label.name).collect();
    if names.len() < 3 {
        return false;
    }
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for pair in marks.windows(2) {
        *pairs.entry((pair[0].label.name, pair[1].label.name)).or_default() += 1;
    }
    let mut most: FxHashMap<&str, usize> = FxHashMap::default();
    let mut back = 0;
    for ((first, second), count) in &pairs {
        let most = most.entry(first).or_default();
        *most = (*count).max(*most);
        let other = pairs.get(&(second, first)).filter(|_| first != second);
        back += other.map_or(0, |other| *count.min(other));
    }
    let all = marks.len() - 1;
    most.values().sum::<usize>() * 10 >= all * 8 && back * 2 < all
}

impl Mark<'_> {
    /// The name and its stops.
    pub(super) fn speaker(&self) -> Span {
        Span::new(self.start, self.start + offset(self.label.end))
    }

    pub(super) fn direction(&self) -> Option<Span> {
        let direction = self.label.direction.clone()?;
        Some(Span::new(self.start + offset(direction.start), self.start + offset(direction.end)))
    }

    /// Where what is said begins.
    pub(super) fn said(&self) -> u32 {
        self.start + offset(self.label.said)
    }

    /// Whether a name cannot be other words: it is in capitals, or stands in a line of
    /// its own above what is said.
    pub(super) fn is_loud(&self, input: &Input<'_>) -> bool {
        let label = Span::new(self.start, self.said());
        !matches!(self.label.style, Style::Stop | Style::Colon)
            || !self.is_alone(input) && label.of(input.text).contains('\n')
    }

    /// Whether another name stands where what is said should: “Nathan und Recha.” above
    /// what they say tells who is on the stage.
    fn is_silent_above(&self, next: &Self, input: &Input<'_>) -> bool {
        self.is_alone(input)
            && self.label.direction.is_none()
            && self.label.style == next.label.style
            && next.block == self.block + 1
    }

    /// Whether what is said stands in the block below.
    pub(super) fn is_alone(&self, input: &Input<'_>) -> bool {
        self.said() >= input.blocks[self.block].span.end
    }
}

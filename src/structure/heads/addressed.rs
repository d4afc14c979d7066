//! The letters of an edition, each below the line that says who wrote to whom.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::words::has_lower;
use super::{Head, SECTION, is_long};
use crate::segment::Block;
use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};
use crate::structure::letters::{
    begins_letter, is_addressed, is_closing, is_postscript, is_signature, may_be_addressed,
    name_counted, names_enclosure,
};
use crate::structure::notes::Notes;

/// The blocks that say who wrote to whom, if they are several and a letter begins
/// below most of them; those that no number makes a heading become one.
pub(super) fn set_addressed(
    input: &Input<'_>,
    notes: &Notes,
    candidates: &mut [Option<Heading>],
) -> FxHashSet<usize> {
    const SEVERAL: usize = 3;
    const MOST_LINES: u32 = 2;
    if candidates.iter().flatten().any(|heading| heading.level.is_some()) {
        return FxHashSet::default();
    }
    let senders = senders(input, candidates);
    if !senders.is_empty() {
        return senders;
    }
    let says = |index: &usize, what: fn(&str) -> bool| {
        let block = &input.blocks[*index];
        block.is_text()
            && block.line_count() <= MOST_LINES
            && what(block.span.of(input.text))
            && !notes.holds(*index)
            && !index.checked_sub(1).is_some_and(|above| input.is_dated(above))
            && !stands_at_foot(input, candidates, *index)
    };
    let all: Vec<usize> = (0..candidates.len()).filter(|index| says(index, is_addressed)).collect();
    if all.len() < SEVERAL {
        return FxHashSet::default();
    }
    // In a table of contents they stand near each other, with no letter between.
    let told: Vec<bool> = all.iter().map(|index| begins_letter(input, *index)).collect();
    let near = |one: Option<&usize>, other: usize| {
        one.is_some_and(|one| nothing_between(input, (*one).min(other)..(*one).max(other)))
    };
    let letters: Vec<usize> = (0..all.len())
        .filter(|at| {
            let before = at.checked_sub(1).and_then(|before| all.get(before));
            told[*at] || !near(before, all[*at]) && !near(all.get(at + 1), all[*at])
        })
        .map(|at| all[at])
        .collect();
    let told = told.iter().filter(|told| **told).count();
    let counted =
        |index: &&usize| index.checked_sub(1).is_some_and(|above| is_number(candidates[above]));
    // Where a number stands above most, fewer need say when they were written.
    let most = if letters.iter().filter(counted).count() * 3 > letters.len() * 2 { 4 } else { 2 };
    if told < SEVERAL || told * most < letters.len() {
        return FxHashSet::default();
    }
    let ends = |at: usize| {
        let heads = |heading: Heading| !matches!(heading.kind, Kind::Words | Kind::Letter);
        letters.binary_search(&at).is_ok()
            || candidates[at].is_some_and(heads)
            || input.blocks[at].is_text() && names_enclosure(input.blocks[at].span.of(input.text))
    };
    let interrupted = letters.iter().filter(|index| {
        let end = (*index + 1..candidates.len()).find(|at| ends(*at)).unwrap_or(candidates.len());
        goes_on_below_signature(input, notes, *index + 1..end)
    });
    if interrupted.count() * 2 > letters.len() {
        return FxHashSet::default();
    }
    // Among letters to others “A LISZT.” is no title with an article.
    let french = |index: &usize| says(index, may_be_addressed) && begins_letter(input, *index);
    let french = (0..candidates.len()).filter(french);
    let letters: Vec<usize> = letters.iter().copied().chain(french).collect();
    for index in &letters {
        set(input, candidates, *index);
    }
    letters.into_iter().collect()
}

/// Whether block `index` is the address of who is written to below the signature, and
/// nothing of the letter stands below it.
fn stands_at_foot(input: &Input<'_>, candidates: &[Option<Heading>], index: usize) -> bool {
    let text = |at: usize| input.blocks[at].span.of(input.text);
    let last =
        |at: usize| text(at).lines().next_back().is_some_and(|line| is_signature(line.trim()));
    let signed = index.checked_sub(1).is_some_and(|above| {
        let formula = is_closing(text(above)) && text(above).contains('\n');
        let apart = || above > 0 && is_closing(text(above - 1));
        input.blocks[above].is_text() && last(above) && (formula || apart())
    });
    let below = input.blocks.get(index + 1);
    let counted = |heading: Heading| heading.number.is_some();
    let ends = |below: &Block| !below.is_text() || candidates[index + 1].is_some_and(counted);
    signed && below.is_none_or(ends)
}

/// The numbers of letters between two or three who write to each other, with who wrote
/// each: “12. ABIGAIL BONE.”, below which place and date stand.
fn senders(input: &Input<'_>, candidates: &[Option<Heading>]) -> FxHashSet<usize> {
    const SEVERAL: usize = 6;
    const MOST_NAMES: usize = 4;
    let titled = |index: &usize| candidates[*index].is_some_and(|heading| heading.titled);
    let found: Vec<(usize, &str)> = (0..candidates.len())
        .filter(|index| is_number(candidates[*index]) && titled(index))
        .filter(|index| input.blocks[*index].line_count() == 1)
        .filter_map(|index| Some((index, name_counted(input.blocks[index].span.of(input.text))?)))
        .collect();
    let names: FxHashSet<&str> = found.iter().map(|(_, name)| *name).collect();
    if found.len() < SEVERAL || names.len() > MOST_NAMES || names.len() * 3 > found.len() {
        return FxHashSet::default();
    }
    let dated = found.iter().filter(|(index, _)| begins_letter(input, *index)).count();
    if dated * 3 < found.len() * 2 {
        return FxHashSet::default();
    }
    found.into_iter().map(|(index, _)| index).collect()
}

fn is_number(candidate: Option<Heading>) -> bool {
    candidate.is_some_and(|heading| heading.kind == Kind::Numeral)
}

/// Whether somebody signs a letter within these blocks and something else is told
/// below: a diary or a life that quotes it.
fn goes_on_below_signature(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> bool {
    let text = |at: usize| input.blocks[at].span.of(input.text);
    let free = |at: &usize| input.blocks[*at].is_text() && !notes.holds(*at);
    let signs = |at: usize| {
        let below = || at + 1 < blocks.end && free(&(at + 1)) && is_signature(text(at + 1));
        let last = || text(at).lines().skip(1).last().is_some_and(is_signature);
        free(&at) && is_closing(text(at)) && (last() || below())
    };
    let Some(signed) = blocks.clone().find(|at| signs(*at)) else { return false };
    let told = |at: &usize| {
        free(at)
            && is_long(&input.blocks[*at])
            && !is_postscript(text(*at))
            && !text(*at).starts_with('[')
    };
    (signed + 1..blocks.end).any(|at| told(&at) || free(&at) && input.is_dated(at))
}

/// Whether no text of some length stands between the first of these blocks and
/// their end, which is near.
fn nothing_between(input: &Input<'_>, blocks: Range<usize>) -> bool {
    const NEAR: usize = 3;
    const SHORT: u32 = 80;
    let is_short = |block: &Block| block.span.len() <= SHORT;
    blocks.len() <= NEAR && input.blocks[blocks.start + 1..blocks.end].iter().all(is_short)
}

/// Makes a heading of block `index`, and of what the letter is about, above it.
fn set(input: &Input<'_>, candidates: &mut [Option<Heading>], index: usize) {
    let counted = |heading: Heading| heading.kind.counts() || heading.kind == Kind::Numeral;
    if !candidates[index].is_some_and(counted) {
        candidates[index] = Some(Heading::of(Kind::Letter));
    }
    let above = index.checked_sub(1).filter(|above| candidates[*above].is_none());
    if let Some(above) = above.filter(|above| tells_contents(input, *above)) {
        candidates[above] = Some(Heading::of(Kind::Letter));
    }
    // “1819.”, “Wentworth Place, Saturday.”
    let says_when =
        |heading: &Heading| matches!(heading.kind, Kind::Words | Kind::Year | Kind::Month);
    if let Some(below) = candidates.get_mut(index + 1) {
        *below = below.filter(|below| !says_when(below));
    }
}

/// Whether a block is what editors put above a letter: all of it in capitals or in
/// italics, from one topic to the next.
fn tells_contents(input: &Input<'_>, index: usize) -> bool {
    const LONGEST: u32 = 600;
    let block = &input.blocks[index];
    let text = block.span.of(input.text);
    let italic = text.starts_with('_') && text.trim_end_matches('.').ends_with('_');
    block.is_text()
        && block.span.len() <= LONGEST
        && text.starts_with(|c: char| c.is_uppercase() || c == '_')
        && text.contains(' ')
        && (text.contains("--") || text.contains('—'))
        && (italic || !has_lower(text))
}

/// Joins such a line with the title right above it, if most letters have one:
/// “November 11, 1862: Mrs. Austin”, and “To Mrs. Austin.” below.
pub(super) fn join_titles(heads: &mut [Option<Head>]) {
    let is_letter = |head: &Option<Head>| {
        head.is_some_and(|head| head.heading.kind == Kind::Letter && !head.continues)
    };
    let is_title = |head: &Option<Head>| {
        head.is_some_and(|head| {
            matches!(head.heading.kind, Kind::Letter | Kind::Capitals | Kind::Words) && !head.work
        })
    };
    let letters: Vec<usize> = (1..heads.len()).filter(|at| is_letter(&heads[*at])).collect();
    let titled: Vec<usize> =
        letters.iter().copied().filter(|at| is_title(&heads[at - 1])).collect();
    if titled.len() * 2 <= letters.len() {
        return;
    }
    for at in titled {
        let continues = |head: &Option<Head>| head.is_some_and(|head| head.continues);
        let first = (0..at).rfind(|above| !continues(&heads[*above])).unwrap_or(0);
        for head in heads[first..=at].iter_mut().flatten() {
            head.rank = SECTION;
        }
        if let Some(head) = &mut heads[at] {
            head.continues = true;
        }
    }
}

/// Letters without a number lie as deep as those that have one, if most have.
pub(super) fn set_rank_of_letters(addressed: &FxHashSet<usize>, heads: &mut [Option<Head>]) {
    let mut ranks: BTreeMap<u8, usize> = BTreeMap::new();
    let mut bare = Vec::new();
    for at in (0..heads.len()).filter(|at| addressed.contains(at)) {
        match heads[at].filter(|head| !head.continues) {
            Some(head) if head.heading.kind == Kind::Letter => bare.push(at),
            Some(head) => *ranks.entry(head.rank).or_default() += 1,
            None => {}
        }
    }
    let most = ranks.into_iter().max_by_key(|(_, count)| *count);
    let Some((rank, _)) = most.filter(|(_, count)| *count > bare.len()) else { return };
    for at in bare {
        if let Some(head) = &mut heads[at] {
            head.rank = rank;
        }
    }
}

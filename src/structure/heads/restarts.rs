//! Titles that hold numbers: a poem in numbered parts among others, an article of
//! an encyclopaedia in sections.

use super::rank;
use crate::structure::kind::{Head, Kind};

/// Some numbers that count from one, in the order of the text.
struct Run {
    /// The first and the last of them.
    first: usize,
    last: usize,
    /// The title right above the first, if there is one.
    title: Option<usize>,
}

/// Numbers that count from one right below a title in capitals are parts of it, if
/// titles stand before and after them and the numbers never count on from one
/// title to the next.
pub(super) fn set_rank_above_restarts(heads: &mut [Option<Head>]) {
    for kind in [Kind::Section, Kind::Numeral] {
        let runs = runs(heads, kind);
        let Some((first, last)) = runs.first().zip(runs.last()) else { continue };
        if runs.iter().any(|run| run.title.is_none()) || has_larger(heads, first.first..last.last) {
            continue;
        }
        let titles: Vec<usize> = (0..heads.len()).filter(|at| is_title(heads[*at])).collect();
        let runs_at = |at: usize| runs.partition_point(|run| run.first < at);
        let within = |at: usize| {
            let before = runs_at(at).checked_sub(1).map(|index| &runs[index]);
            before.is_some_and(|run| at < run.last)
        };
        let inner = titles.iter().filter(|at| within(**at)).count();
        let around = |run: &Run| {
            let title = run.title.unwrap_or(run.first);
            titles.iter().take_while(|at| **at < title).count() >= BEFORE
                && titles.last().is_some_and(|at| *at > run.last)
        };
        if !(runs.len() > 1 || around(first)) || inner * MOST > titles.len() {
            continue;
        }
        for at in titles.iter().filter(|at| !within(**at)) {
            for head in heads[*at..].iter_mut().map_while(Option::as_mut).take(LINES) {
                if head.heading.kind == Kind::Capitals {
                    head.rank = head.rank.min(rank(kind) - 1);
                } else {
                    break;
                }
            }
        }
    }
}

/// How many titles stand before the only numbers of a text, how few of them stand
/// within numbers, and how many lines a title has.
const BEFORE: usize = 3;
const MOST: usize = 4;
const LINES: usize = 4;

/// Where headings of a kind count from one, and on.
fn runs(heads: &[Option<Head>], kind: Kind) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut last = 0;
    for at in 0..heads.len() {
        let Some(head) = heads[at].filter(|head| head.heading.kind == kind && !head.continues)
        else {
            continue;
        };
        match (head.heading.number, runs.last_mut()) {
            (Some(1), _) => runs.push(Run { first: at, last: at, title: title_above(heads, at) }),
            (Some(number), Some(run)) if number > last => run.last = at,
            // It counts from nowhere.
            _ => return Vec::new(),
        }
        last = head.heading.number.unwrap_or(last);
    }
    runs
}

/// The first line of the title right above a heading.
fn title_above(heads: &[Option<Head>], index: usize) -> Option<usize> {
    let above = index.checked_sub(1)?;
    let mut lines = (0..=above).rev().take(LINES);
    let loud = |at: &usize| heads[*at].is_some_and(|head| head.heading.kind == Kind::Capitals);
    loud(&above).then_some(())?;
    lines.find(|at| is_title(heads[*at]))
}

fn is_title(head: Option<Head>) -> bool {
    head.is_some_and(|head| head.heading.kind == Kind::Capitals && !head.continues)
}

/// Whether a larger division begins there, which may count anew.
fn has_larger(heads: &[Option<Head>], range: std::ops::Range<usize>) -> bool {
    heads[range].iter().flatten().any(|head| head.heading.kind < Kind::Scene)
}

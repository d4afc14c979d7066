//! Several works in one volume, and the articles of a periodical: titles that
//! hold acts or chapters.

use super::{CAPITALS, rank, years};
use crate::structure::Input;
use crate::structure::kind::{Head, Kind, Named};

/// The works in a volume: where their titles stand, and how deep they lie.
#[derive(Default)]
pub(super) struct Works {
    titles: Vec<usize>,
    rank: u8,
}

/// A title right above the cast of a play, or above acts or chapters that count
/// from one again, begins a work; what stands apart as much as it does, another.
pub(super) fn set_rank_of_works(input: &Input<'_>, heads: &mut [Option<Head>]) -> Works {
    let larger = |head: &Head| matches!(head.heading.kind, Kind::Volume | Kind::Book | Kind::Part);
    let leveled = |head: &Head| head.heading.level.is_some();
    if heads.iter().flatten().any(leveled) {
        return Works::default();
    }
    if heads.iter().flatten().any(larger) {
        set_rank_of_parts_without_number(heads);
        return Works::default();
    }
    let Some(counted) = largest_counted(heads) else {
        let headings: Vec<_> = heads.iter().map(|head| head.map(|head| head.heading)).collect();
        let parts = years::parts_of_register(&headings);
        return if parts.is_empty() {
            set_works(heads, casts(input, heads), CAPITALS - 1)
        } else {
            set_works(heads, parts, rank(Kind::Year) - 1)
        };
    };
    let firsts = firsts(heads, counted);
    let mut titles = casts(input, heads);
    let restarts = firsts.len() > 1;
    if restarts && titles.is_empty() {
        titles.extend(firsts.iter().filter_map(|first| title_above(input, heads, *first)));
    }
    titles.sort_unstable();
    titles.dedup();
    let later = firsts.get(1).is_some_and(|second| {
        let first = firsts[0];
        titles.iter().any(|title| (first..*second).contains(title))
    });
    let below = heads.iter().flatten().filter(|head| head.heading.kind == counted);
    let rank = below.map(|head| head.rank).min().unwrap_or(CAPITALS) - 1;
    if later || titles.len() > 1 {
        if restarts && counted == Kind::Chapter {
            titles.extend(apart(input, heads, counted, &titles));
        }
        return set_works(heads, titles, rank);
    }
    set_works(heads, parts(heads, counted), rank);
    Works::default()
}

/// A title in capitals right above the first chapter of those that count from one
/// again lies where the last part or book does: “EPILOGUE ON THE ROAD”, “CHAPTER I.”
fn set_rank_of_parts_without_number(heads: &mut [Option<Head>]) {
    let mut part: Option<u8> = None;
    let mut chapters = false;
    for at in 0..heads.len() {
        let below = heads.get(at + 1).copied().flatten();
        let Some(head) = heads[at].as_mut().filter(|head| !head.continues) else { continue };
        match head.heading.kind {
            Kind::Volume | Kind::Book | Kind::Part => part = Some(head.rank),
            Kind::Chapter | Kind::Numeral => chapters = true,
            Kind::Capitals if chapters && below.is_some_and(|below| begins_chapters(&below)) => {
                head.rank = part.map_or(head.rank, |part| part.min(head.rank));
            }
            _ => {}
        }
    }
}

fn begins_chapters(head: &Head) -> bool {
    matches!(head.heading.kind, Kind::Chapter | Kind::Numeral)
        && head.heading.number == Some(1)
        && !head.continues
}

fn set_works(heads: &mut [Option<Head>], titles: Vec<usize>, rank: u8) -> Works {
    for title in &titles {
        for (at, head) in heads[*title..].iter_mut().map_while(Option::as_mut).enumerate() {
            // Further lines of the title lie where the first does.
            if at > 0 && !head.continues {
                break;
            }
            head.rank = head.rank.min(rank);
            head.work = true;
        }
    }
    Works { titles, rank }
}

impl Works {
    /// The persons of a play, its prologue and its preface belong to it.
    pub(super) fn take_named(&self, heads: &mut [Option<Head>]) {
        let Some(first) = self.titles.iter().copied().min() else { return };
        let ranks: Vec<Option<u8>> = heads
            .iter()
            .map(|head| head.filter(|head| !head.continues).map(|head| head.rank))
            .collect();
        let mut next = None;
        for at in (first..heads.len()).rev() {
            let below = next;
            next = ranks[at].or(next);
            let Some(head) = &mut heads[at] else { continue };
            let of_work = match head.heading.kind {
                Kind::Named(named) => {
                    matches!(named, Named::Cast | Named::Dedication | Named::Frame | Named::Preface)
                }
                _ => false,
            };
            if of_work {
                // It holds nothing of what stands below it.
                let below = below.filter(|below| *below > self.rank);
                head.rank = head.rank.max(below.unwrap_or(self.rank + 1));
            }
        }
    }
}

/// The largest kind of heading that counts in the text.
fn largest_counted(heads: &[Option<Head>]) -> Option<Kind> {
    let counts = |kind: &Kind| matches!(kind, Kind::Act | Kind::Chapter | Kind::Scene);
    heads.iter().flatten().map(|head| head.heading.kind).filter(counts).min()
}

/// Where headings of a kind begin to count.
fn firsts(heads: &[Option<Head>], kind: Kind) -> Vec<usize> {
    let first = |head: &Head| {
        head.heading.kind == kind && head.heading.number == Some(1) && !head.continues
    };
    (0..heads.len()).filter(|at| heads[*at].as_ref().is_some_and(first)).collect()
}

fn is_title(head: Head) -> bool {
    matches!(head.heading.kind, Kind::Capitals | Kind::Words)
}

/// The first line of the title above block `index`; a few short lines, a cast or
/// a preface may stand between them.
fn title_above(input: &Input<'_>, heads: &[Option<Head>], index: usize) -> Option<usize> {
    const NEAR: usize = 16;
    const LONGEST: u32 = 200;
    let mut named = false;
    for at in (index.saturating_sub(NEAR)..index).rev() {
        match heads[at] {
            Some(head) if is_title(head) => {
                let above = (0..at).rev().take_while(|at| heads[*at].is_some_and(is_title)).last();
                return Some(above.unwrap_or(at));
            }
            Some(Head { heading, .. }) => match heading.kind {
                Kind::Named(Named::Cast | Named::Preface | Named::Dedication) => named = true,
                _ => return None,
            },
            None => {
                let block = &input.blocks[at];
                if block.is_text() && block.span.len() > LONGEST && named {
                    return None;
                }
            }
        }
    }
    None
}

/// The titles right above the persons of a play, if there are several of them.
fn casts(input: &Input<'_>, heads: &[Option<Head>]) -> Vec<usize> {
    const NEAR: usize = 5;
    const LONGEST: u32 = 160;
    let is_cast = |head: &Option<Head>| {
        head.is_some_and(|head| head.heading.kind == Kind::Named(Named::Cast))
    };
    let casts: Vec<usize> = (0..heads.len()).filter(|at| is_cast(&heads[*at])).collect();
    if casts.len() < 2 {
        return Vec::new();
    }
    let title = |cast: &usize| {
        let near = cast.saturating_sub(NEAR)..*cast;
        let free = |at: &usize| {
            let block = &input.blocks[*at];
            heads[*at].is_some_and(is_title) || heads[*at].is_none() && block.span.len() <= LONGEST
        };
        let row = near.rev().take_while(free);
        row.filter(|at| heads[*at].is_some()).last()
    };
    casts.iter().filter_map(title).collect()
}

/// Titles with more space above them than the chapters have: the articles of a
/// periodical beside its tales.
fn apart(input: &Input<'_>, heads: &[Option<Head>], kind: Kind, titles: &[usize]) -> Vec<usize> {
    const WIDE: u32 = 3;
    let space = |at: usize| input.blocks[at].blank_before;
    let chapters =
        (0..heads.len()).filter(|at| heads[*at].is_some_and(|head| head.heading.kind == kind));
    let most = chapters.map(space).max().unwrap_or(0).max(WIDE);
    let Some(first) = firsts(heads, kind).first().copied() else { return Vec::new() };
    let loud = |at: &usize| {
        heads[*at].is_some_and(|head| head.heading.kind == Kind::Capitals && !head.continues)
    };
    let fits = |at: &usize| loud(at) && space(*at) > most && !titles.contains(at);
    (first + 1..heads.len()).filter(fits).collect()
}

/// Titles in capitals in the middle of a book, right above one of its chapters
/// and with nothing between them: those of its parts.
fn parts(heads: &[Option<Head>], kind: Kind) -> Vec<usize> {
    let later = |at: usize| {
        heads.get(at).copied().flatten().is_some_and(|head| {
            head.heading.kind == kind && head.heading.number.is_some_and(|number| number > 1)
        })
    };
    let loud = |at: usize| {
        heads[at].is_some_and(|head| head.heading.kind == Kind::Capitals && !head.continues)
    };
    (0..heads.len()).filter(|at| loud(*at) && later(at + 1)).collect()
}

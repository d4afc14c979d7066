//! What headings say as a series: numbers within numbers, which kind contains
//! which.

use super::{CHAPTER, SECTION, rank};
use crate::structure::kind::{Head, Kind, Named};

/// Where numbers count within numbers (I, II, I, II, III), the inner ones lie
/// deeper: a later number must continue the outer sequence and not the inner.
pub(super) fn set_depth_of_numerals(heads: &mut [Option<Head>]) {
    let mut section = Vec::new();
    for index in 0..=heads.len() {
        let head = heads.get(index).copied().flatten();
        match head {
            Some(head) if head.heading.kind == Kind::Numeral && !head.continues => {
                section.push(index);
            }
            Some(head) if head.continues || head.rank >= 65 => {}
            None if index < heads.len() => {}
            // A larger division begins, or the text ends.
            _ => deepen(heads, &std::mem::take(&mut section)),
        }
    }
}

fn deepen(heads: &mut [Option<Head>], section: &[usize]) {
    let number = |heads: &[Option<Head>], at: usize| {
        heads[section[at]].and_then(|head| head.heading.number).unwrap_or(0)
    };
    // “II. LOVE.” and right below it “I.”: the number with a title holds the one without.
    let is_part = |heads: &[Option<Head>], start: usize| {
        let titled = |at: usize| heads[section[at]].is_some_and(|head| head.heading.titled);
        titled(start - 1) && !titled(start) && section[start] == section[start - 1] + 1
    };
    let parts = (1..section.len()).filter(|start| is_part(heads, *start)).take(2).count() == 2;
    if deepen_titled(heads, section) {
        return;
    }
    let mut start = 1;
    while start < section.len() {
        let outer = number(heads, start - 1);
        if number(heads, start) != 1 || outer == 0 {
            start += 1;
            continue;
        }
        // The inner sequence goes on while it counts up by one, or to the next part.
        let part = parts && is_part(heads, start);
        let next = |at: usize| {
            let titled = heads[section[at]].is_some_and(|head| head.heading.titled);
            titled && (number(heads, at) == outer + 1 || number(heads, at) == 1)
        };
        let goes_on = |at: usize| {
            if part { !next(at) } else { number(heads, at) == number(heads, at - 1) + 1 }
        };
        let mut end = start + 1;
        while end < section.len() && goes_on(end) {
            end += 1;
        }
        let returns = part || end < section.len() && number(heads, end) == outer + 1;
        if returns {
            for at in &section[start..end] {
                if let Some(head) = &mut heads[*at] {
                    head.rank += 1;
                }
            }
        }
        start = end;
    }
}

/// Where the numbers without a title count on by themselves (I, II, III), those with one
/// among them are parts of what they count: “II. The victory of faith.” Tells whether it
/// is so.
fn deepen_titled(heads: &mut [Option<Head>], section: &[usize]) -> bool {
    const SEVERAL: usize = 4;
    let heading = |at: &usize| heads[*at].map(|head| head.heading);
    let (titled, bare): (Vec<usize>, Vec<usize>) =
        section.iter().partition(|at| heading(at).is_some_and(|heading| heading.titled));
    let number = |at: &usize| heading(at).and_then(|heading| heading.number);
    let counts_on =
        |all: &[usize]| all.iter().zip(1..).all(|(at, wanted)| number(at) == Some(wanted));
    if titled.is_empty() || bare.len() < SEVERAL || !counts_on(&bare) || counts_on(section) {
        return false;
    }
    for at in titled {
        if let Some(head) = &mut heads[at] {
            head.rank += 1;
        }
    }
    true
}

/// A heading right above another, with nothing between, begins the larger
/// division: a part may have books and a section chapters.
pub(super) fn set_order_of_kinds(heads: &mut [Option<Head>]) {
    // The kinds of headings right below each other, whatever titles they have.
    let mut row = Vec::new();
    let mut above = None;
    for head in heads.iter() {
        match head {
            Some(head) if head.continues => {}
            Some(head) => {
                row.extend(above.map(|above| (above, head.heading.kind)));
                above = Some(head.heading.kind);
            }
            None => above = None,
        }
    }
    for (inner, outer) in [
        (Kind::Book, Kind::Part),
        (Kind::Year, Kind::Part),
        (Kind::Chapter, Kind::Section),
        (Kind::Numeral, Kind::Capitals),
    ] {
        let counts =
            |above: Kind, below: Kind| row.iter().filter(|pair| **pair == (above, below)).count();
        let nested = match outer {
            // A poem in numbered stanzas; elsewhere words stand between numbers.
            Kind::Capitals => {
                let all = heads.iter().flatten().filter(|head| head.heading.kind == outer);
                counts(outer, inner) * 2 > all.filter(|head| !head.continues).count()
            }
            _ => counts(outer, inner) > counts(inner, outer),
        };
        if nested {
            for head in heads.iter_mut().flatten().filter(|head| head.heading.kind == outer) {
                head.rank = head.rank.min(rank(inner) - 1);
            }
        }
    }
}

/// Prefaces and appendices stand beside the largest divisions; but an
/// introduction or a conclusion that each chapter has is a part of it.
pub(super) fn set_rank_of_named(heads: &mut [Option<Head>]) {
    let named = |head: &Head| match head.heading.kind {
        Kind::Named(named) => Some(named),
        _ => None,
    };
    let mut ranks = [false; 256];
    let mut counts = std::collections::BTreeMap::new();
    for head in heads.iter().flatten().filter(|head| !head.continues) {
        match named(head) {
            Some(named) => *counts.entry(named).or_insert(0_usize) += 1,
            None => ranks[usize::from(head.rank)] = true,
        }
    }
    let below =
        |rank: usize| (rank..256).find(|at| ranks[*at]).and_then(|at| u8::try_from(at).ok());
    let largest = below(0).unwrap_or(CHAPTER);
    let next = next_counted(heads);
    let conclusions = rank_of_conclusions(heads);
    let mut above: Option<Head> = None;
    let follows = ranks_of_firsts(heads);
    for (at, (head, next)) in heads.iter_mut().zip(next).enumerate() {
        let before = above.take();
        let Some(head) = head else { continue };
        if let Some(named) = named(head).filter(|_| !head.continues) {
            let within = before.filter(|before| before.heading.kind < Kind::Numeral);
            head.rank = match within {
                // The contents of a volume stand right under its heading.
                Some(volume) if named.is_list() && volume.heading.kind <= Kind::Part => {
                    below(usize::from(volume.rank) + 1).unwrap_or(CHAPTER)
                }
                _ if named.is_list() => largest,
                Some(before) => below(usize::from(before.rank) + 1).unwrap_or(SECTION),
                None if named == Named::Frame && conclusions >= largest => {
                    below(usize::from(conclusions) + 1).unwrap_or(conclusions + 1)
                }
                // What follows it begins to count anew, and is no part of what stands above.
                None if named == Named::Preface && follows[at] == Some(largest) => largest,
                None if counts[&named] > 1 && named != Named::Appendix => {
                    below(usize::from(largest) + 1).unwrap_or(largest)
                }
                None => largest,
            };
            // A preface holds no chapters; an appendix may begin to count anew.
            let anew =
                named == Named::Appendix && next.is_some_and(|next| next.heading.number == Some(1));
            if let Some(next) = next.filter(|_| !anew) {
                head.rank = head.rank.max(next.rank);
            }
        }
        above = Some(*head);
    }
    set_rank_of_appendices(heads);
}

/// Appendices right below the word for them all lie as deep as the first of them:
/// “APPENDICES”, “APPENDIX I”, “APPENDIX II”.
fn set_rank_of_appendices(heads: &mut [Option<Head>]) {
    let is_appendix = |head: Head| head.heading.kind == Kind::Named(Named::Appendix);
    let mut inner: Option<u8> = None;
    let mut above: Option<Head> = None;
    for head in heads.iter_mut() {
        let before = std::mem::replace(&mut above, *head);
        let Some(head) = head.as_mut().filter(|head| !head.continues) else { continue };
        match inner {
            _ if is_appendix(*head) && before.is_some_and(is_appendix) => inner = Some(head.rank),
            Some(rank) if is_appendix(*head) => head.rank = rank,
            Some(rank) if head.rank < rank => inner = None,
            _ => {}
        }
    }
}

/// For each block the rank of the next heading below it, if that counts from one.
fn ranks_of_firsts(heads: &[Option<Head>]) -> Vec<Option<u8>> {
    let mut next = None;
    let mut found = Vec::with_capacity(heads.len());
    for head in heads.iter().rev() {
        found.push(next);
        if let Some(head) = head.filter(|head| !head.continues) {
            next = Some(head.rank).filter(|_| head.heading.number == Some(1));
        }
    }
    found.reverse();
    found
}

/// The rank of what several conclusions close: between two of them mostly stands one
/// heading of that rank, and none that is larger. Nothing, if there are not several.
fn rank_of_conclusions(heads: &[Option<Head>]) -> u8 {
    const SEVERAL: usize = 3;
    let mut largest = Vec::new();
    // The largest rank since the last one, and how many have it.
    let mut between = (u8::MAX, 0_usize);
    for head in heads.iter().flatten().filter(|head| !head.continues) {
        match head.heading.kind {
            Kind::Named(Named::Frame) => {
                largest.push(std::mem::replace(&mut between, (u8::MAX, 0)));
            }
            Kind::Named(_) => {}
            _ if head.rank < between.0 => between = (head.rank, 1),
            _ => between.1 += usize::from(head.rank == between.0),
        }
    }
    let all = largest.len();
    largest.retain(|(_, count)| *count == 1);
    largest.sort_unstable();
    let several = largest.len() >= SEVERAL && largest.len() * 2 > all;
    if several { largest[largest.len() / 2].0 } else { 0 }
}

/// A table of contents or another list holds nothing: what stands below it and
/// would be its part stands beside it.
pub(super) fn set_rank_below_lists(heads: &mut [Option<Head>]) {
    let is_list = |head: &Head| matches!(head.heading.kind, Kind::Named(named) if named.is_list());
    let mut at = 0;
    while at < heads.len() {
        let Some(list) = heads[at].filter(|head| is_list(head) && !head.continues) else {
            at += 1;
            continue;
        };
        let outer = |head: &Option<Head>| head.is_some_and(|head| head.rank <= list.rank);
        let end = heads[at + 1..].iter().position(outer).map_or(heads.len(), |next| at + 1 + next);
        let part = &mut heads[at + 1..end];
        let largest = part.iter().flatten().map(|head| head.rank).min();
        for head in part.iter_mut().flatten().filter(|head| Some(head.rank) == largest) {
            head.rank = list.rank;
        }
        at += 1;
    }
}

/// For each block the next heading below it that counts with a word.
fn next_counted(heads: &[Option<Head>]) -> Vec<Option<Head>> {
    let counts = |head: &Head| head.heading.kind.counts() && !head.continues;
    let mut next = None;
    let mut found: Vec<_> = heads
        .iter()
        .rev()
        .map(|head| {
            let below = next;
            next = head.filter(counts).or(next);
            below
        })
        .collect();
    found.reverse();
    found
}

/// In a book of chapters, months and years that first stand within one are
/// parts of it.
pub(super) fn set_rank_of_dates(heads: &mut [Option<Head>]) {
    let is_date = |head: &Head| matches!(head.heading.kind, Kind::Year | Kind::Month);
    let is_chapter = |head: &Head| head.heading.kind == Kind::Chapter;
    let first = |of: &dyn Fn(&Head) -> bool| {
        heads.iter().position(|head| head.is_some_and(|head| of(&head)))
    };
    let chapters = heads.iter().flatten().filter(|head| is_chapter(head)).take(2).count();
    let within =
        first(&is_chapter).zip(first(&is_date)).is_some_and(|(chapter, date)| chapter < date);
    if chapters == 2 && within {
        for head in heads.iter_mut().flatten().filter(|head| is_date(head)) {
            head.rank = rank(Kind::Section) - u8::from(head.heading.kind == Kind::Year);
        }
    }
}

/// A title in capitals right above the first chapter is that of the book, and
/// of no part of the preface.
pub(super) fn set_rank_of_titles(heads: &mut [Option<Head>]) {
    let is_first = |head: &Head| head.heading.number == Some(1);
    let loud = |head: &Head| head.heading.kind == Kind::Capitals;
    let position = |of: &dyn Fn(&Head) -> bool| {
        heads.iter().position(|head| head.is_some_and(|head| !head.continues && of(&head)))
    };
    let counted = position(&|head| head.heading.kind.counts());
    let first = counted.or_else(|| position(&|head| head.heading.kind == Kind::Numeral));
    let Some(first) = first else { return };
    let Some(next) = heads[first].filter(is_first) else { return };
    // It may go on over several lines: “FAMILIAR LETTERS”, “OF”, “JOHN BONE”.
    let rows = heads[..first].iter().rev().take_while(|head| head.is_some_and(|head| loud(&head)));
    let rows = rows.take_while(|head| head.is_some_and(|head| head.continues)).count();
    let Some(top) = first.checked_sub(rows + 1) else { return };
    if heads[top].is_some_and(|title| loud(&title) && !title.continues) {
        for title in heads[top..first].iter_mut().flatten() {
            title.rank = title.rank.min(next.rank);
        }
    }
}

/// Where hardly one of many bare numbers has words below it that could be its
/// title, as in a book of numbered paragraphs, they are the first words of one.
pub(super) fn drop_rare_titles(heads: &mut [Option<Head>]) {
    const MANY: usize = 12;
    const RARE: usize = 8;
    let bare = |head: &Head, kind: Kind| {
        head.heading.kind == kind && head.heading.number.is_some() && !head.heading.titled
    };
    for kind in [Kind::Numeral, Kind::Section, Kind::Chapter] {
        let numbers = heads.iter().flatten().filter(|head| bare(head, kind)).count();
        let titles: Vec<usize> = (1..heads.len())
            .filter(|at| {
                let words = |head: Head| head.continues && head.heading.kind == Kind::Words;
                heads[*at].is_some_and(words)
                    && heads[*at - 1].is_some_and(|head| bare(&head, kind))
            })
            .collect();
        if numbers >= MANY && titles.len() * RARE < numbers {
            for at in titles {
                heads[at] = None;
            }
        }
    }
}

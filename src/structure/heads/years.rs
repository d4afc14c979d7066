//! Titles above years that begin again: the parts of a register.

use crate::structure::kind::{Heading, Kind};

/// The titles right above a year, if the years go back below one of them:
/// “BAPTISMS”, 1654, 1655, “MARRIAGES”, 1654.
pub(super) fn parts_of_register(headings: &[Option<Heading>]) -> Vec<usize> {
    let year = |index: usize| {
        let heading = headings.get(index).copied().flatten()?;
        heading.date.filter(|_| heading.kind == Kind::Year)?.year()
    };
    let loud = |index: &usize| {
        headings[*index].is_some_and(|heading| heading.kind == Kind::Capitals)
            && year(*index + 1).is_some()
    };
    let titles: Vec<usize> = (0..headings.len()).filter(loud).collect();
    let goes_back = |pair: &[usize]| {
        let last = (pair[0] + 1..pair[1]).rev().find_map(year);
        last.zip(year(pair[1] + 1)).is_some_and(|(last, next)| next <= last)
    };
    if titles.windows(2).any(goes_back) { titles } else { Vec::new() }
}

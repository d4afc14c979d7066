//! The letters of an edition that have only numbers above them.

use super::{Head, Kind};
use crate::structure::Input;
use crate::structure::letters::{Foot, FootKind, Signer, dated_top, foot};
use crate::structure::notes::Notes;

/// The numbers above letters: below most of them a text is dated and signed.
pub(super) fn numbered_letters(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
) -> Vec<usize> {
    const SEVERAL: usize = 4;
    let is_number = |at: &usize| {
        let number = |head: Head| head.heading.kind == Kind::Numeral && !head.heading.titled;
        heads[*at].is_some_and(|head| number(head) && !head.continues)
    };
    let numbers: Vec<usize> = (0..heads.len()).filter(is_number).collect();
    if numbers.len() < SEVERAL {
        return Vec::new();
    }
    let is_letter = |at: &&usize| {
        let first = **at + 1;
        let end = (first..heads.len()).find(|below| heads[*below].is_some()).unwrap_or(heads.len());
        let top = dated_top(input, notes, first..end);
        let text = top.as_ref().map_or(first, |top| top.blocks.end)..end;
        let foot = if text.len() < 2 { None } else { foot(input, notes, text, Signer::Somebody) };
        foot.is_some_and(|foot| {
            has(&foot, FootKind::Signed) && (top.is_some() || has(&foot, FootKind::Dateline))
        })
    };
    let letters = numbers.iter().filter(is_letter).count();
    if letters * 2 > numbers.len() { numbers } else { Vec::new() }
}

fn has(foot: &Foot, kind: FootKind) -> bool {
    foot.parts.iter().any(|part| part.kind == kind)
}

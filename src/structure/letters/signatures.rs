//! The names with which several letters of a text are signed.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lines_of;
use super::signer::{is_initials, is_signature};
use crate::structure::Input;
use crate::structure::kind::Head;
use crate::structure::notes::Notes;

/// The names that stand below several letters, without stops.
#[derive(Debug, Default)]
pub(in crate::structure) struct Signatures(FxHashSet<String>);

impl Signatures {
    /// Those of a text in which letters begin with the blocks `starts`, perhaps
    /// below their headings.
    pub(in crate::structure) fn of(
        input: &Input<'_>,
        notes: &Notes,
        heads: &[Option<Head>],
        starts: impl Iterator<Item = usize>,
    ) -> Self {
        const SEVERAL: usize = 3;
        let is_text =
            |at: &usize| input.blocks[*at].is_text() && !notes.holds(*at) && heads[*at].is_none();
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for start in starts {
            let last = (start.saturating_sub(NEAR)..start).rfind(is_text);
            let line = last.and_then(|last| lines_of(input, last).pop());
            let name = line.map(|line| without_stops(line.of(input.text)));
            if let Some(name) = name.filter(|name| could_sign(name)) {
                *counts.entry(name).or_default() += 1;
            }
        }
        let several = counts.into_iter().filter(|(_, count)| *count >= SEVERAL);
        Self(several.map(|(name, _)| name.to_owned()).collect())
    }

    /// The last line in the last of these blocks with one of the names.
    pub(super) fn line_in(
        &self,
        input: &Input<'_>,
        blocks: Range<usize>,
    ) -> Option<(usize, usize)> {
        if self.0.is_empty() {
            return None;
        }
        blocks.rev().take(NEAR).find_map(|index| {
            let lines = lines_of(input, index);
            let known = |at: &usize| self.0.contains(without_stops(lines[*at].of(input.text)));
            Some((index, (0..lines.len()).rfind(known)?))
        })
    }
}

/// How far a signature stands above the next letter.
const NEAR: usize = 4;

fn without_stops(line: &str) -> &str {
    line.trim_matches([' ', '.', ',', '_', '-', '—'])
}

fn could_sign(name: &str) -> bool {
    const LONGEST: usize = 36;
    !name.is_empty()
        && name.len() <= LONGEST
        && !name.starts_with('[')
        && (is_signature(name) || is_initials(name))
}

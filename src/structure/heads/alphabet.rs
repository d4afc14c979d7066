//! The letters that divide an index or a dictionary.

use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};

/// Letters that stand alone and follow the alphabet are headings: “A”, “B.”, “C”,
/// “D.” They were read as numbers, in part.
pub(super) fn set_letters(input: &Input<'_>, candidates: &mut [Option<Heading>]) -> Vec<usize> {
    const SEVERAL: usize = 5;
    let mut found = Vec::new();
    let mut run: Vec<(usize, u8)> = Vec::new();
    let letters = (0..candidates.len()).filter_map(|at| Some((at, letter(input, at)?)));
    for (at, letter) in letters.chain([(candidates.len(), 0)]) {
        let goes_on = run.last().is_some_and(|(_, last)| (*last + 1..=*last + 4).contains(&letter));
        if !goes_on {
            let run = std::mem::take(&mut run);
            let opens = run.first().is_some_and(|(_, first)| *first <= b'B');
            // “I.” to “X.” count, and so do “A” and “B” above two stanzas.
            if opens && run.len() >= SEVERAL {
                found.extend(run.into_iter().map(|(at, _)| at));
            }
        }
        if at < candidates.len() {
            run.push((at, letter));
        }
    }
    for at in &found {
        candidates[*at] = Some(Heading::of(Kind::Words));
    }
    found
}

/// The letter that a block is, but for a stop.
fn letter(input: &Input<'_>, index: usize) -> Option<u8> {
    let block = &input.blocks[index];
    let text = block.span.of(input.text).trim_matches(['.', '_', '=', '*', '-', ' ']);
    let letter = *text.as_bytes().first().filter(|_| block.is_text() && text.len() == 1)?;
    letter.is_ascii_uppercase().then_some(letter)
}

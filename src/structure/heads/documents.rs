//! Documents that follow each other in one file, each below the word that says
//! what it is: “TELEGRAM”, “MEMORANDUM”.

use crate::structure::Input;
use crate::structure::kind::{Heading, Kind, Named};
use crate::structure::letters::{begins_memorandum, names_memorandum, names_telegram};
use crate::structure::notes::Notes;

/// Makes headings of such words, if they stand there more than once, each right
/// above what has a date or says to whom it goes.
pub(super) fn set_documents(input: &Input<'_>, notes: &Notes, candidates: &mut [Option<Heading>]) {
    let names = |index: usize| {
        let block = &input.blocks[index];
        let text = block.span.of(input.text);
        block.is_text()
            && block.line_count() == 1
            && (names_telegram(text) || names_memorandum(text))
    };
    let found: Vec<usize> = (0..candidates.len())
        .filter(|index| candidates[*index].is_some() && !notes.holds(*index) && names(*index))
        .filter(|index| is_told(input, *index, &names))
        .collect();
    if found.len() < 2 {
        return;
    }
    for (at, index) in found.iter().copied().enumerate() {
        candidates[index] = Some(Heading::of(Kind::Named(Named::Document)));
        if names_telegram(input.blocks[index].span.of(input.text)) {
            let next = found.get(at + 1).copied().unwrap_or(candidates.len());
            drop_capitals(&mut candidates[index + 1..next]);
        }
    }
}

/// Telegrams are typed in capitals: none of their lines is a heading.
fn drop_capitals(text: &mut [Option<Heading>]) {
    const MOST: usize = 8;
    for candidate in text.iter_mut().take(MOST) {
        *candidate = candidate.filter(|heading| heading.kind != Kind::Capitals);
    }
}

/// Whether a date or the line of the addressee stands near below block `index`.
fn is_told(input: &Input<'_>, index: usize, names: &dyn Fn(usize) -> bool) -> bool {
    const NEAR: usize = 4;
    let below = index + 1..input.blocks.len().min(index + 1 + NEAR);
    below.take_while(|at| !names(*at)).any(|at| input.is_dated(at) || begins_memorandum(input, at))
}

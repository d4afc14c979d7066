//! Documents that follow each other in one file, each below the word that says
//! what it is: “TELEGRAM”, “MEMORANDUM”.

use crate::segment::Block;
use crate::structure::Input;
use crate::structure::kind::{Heading, Kind, Named};
use crate::structure::letters::{
    begins_memorandum, greets, names_enclosure, names_memorandum, names_telegram,
};
use crate::structure::notes::Notes;
use crate::structure::numeral::number;

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
    set_enclosures(input, notes, candidates);
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

/// “Enclosure 2”, “[Enclosure]”, “Anlage 1.” above a date or to whom it goes, and below
/// another document; or in the middle of the line, apart from what stands above.
fn set_enclosures(input: &Input<'_>, notes: &Notes, candidates: &mut [Option<Heading>]) {
    /// How far a line stands in that is set in the middle.
    const SET_IN: u32 = 8;
    for (index, candidate) in candidates.iter_mut().enumerate().skip(1) {
        let block = &input.blocks[index];
        let text = block.span.of(input.text);
        let free = block.is_text() && block.line_count() == 1 && !notes.holds(index);
        let apart = || {
            let below = input.blocks.get(index + 1);
            block.blank_before >= 2
                && (text.starts_with('[') || block.indent >= SET_IN)
                && below.is_some_and(Block::is_text)
        };
        // “[Inclosure 2 in No. 15.]”, and below it who writes to whom
        let addressed = || {
            let below = input.blocks.get(index + 1).filter(|below| below.is_text());
            text.starts_with('[') && below.is_some_and(|below| is_of_two(below.span.of(input.text)))
        };
        let told = || is_told(input, index, &|_| false) || apart() || addressed();
        if free && names_enclosure(text) && told() {
            let counted = text
                .split_whitespace()
                .nth(1)
                .and_then(|label| number(label.trim_matches(['.', ':', ']', '['])));
            *candidate =
                Some(Heading { number: counted, ..Heading::of(Kind::Named(Named::Document)) });
        }
    }
}

/// “Captain Reeve to Mr. Lowell.”
fn is_of_two(line: &str) -> bool {
    const LONGEST: usize = 100;
    let two = |to: &str| {
        line.split_once(to).is_some_and(|(from, to)| {
            from.starts_with(char::is_uppercase)
                && (!from.contains(['.', ';', ':']) || from.split_whitespace().count() <= 5)
                && (to.starts_with(char::is_uppercase) || to.starts_with("the "))
        })
    };
    line.len() <= LONGEST && !line.contains('\n') && (two(" to ") || two(" an ") || two(" à "))
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
    below
        .take_while(|at| !names(*at))
        .any(|at| input.is_dated(at) || begins_memorandum(input, at) || greets(input, at))
}

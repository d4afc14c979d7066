//! Blocks of which the first lines are something else than the rest: nothing but the end
//! of a line parts them.

mod headings;
mod look;

use super::{Input, letters};
use crate::segment::Block;

/// The blocks with headings and the parts of letters for themselves that stand right
/// above others; nothing if there are none.
pub(crate) fn parted(input: &Input<'_>) -> Option<Vec<Block>> {
    // Below “PART I.” may stand “CHAPTER I.”
    let headed = headings::apart(input).map(|blocks| {
        let again = headings::apart(&Input { blocks: &blocks, ..*input });
        again.unwrap_or(blocks)
    });
    let blocks = headed.as_deref().unwrap_or(input.blocks);
    let letters = letters::letters_apart(&Input { blocks, ..*input });
    letters.or(headed)
}

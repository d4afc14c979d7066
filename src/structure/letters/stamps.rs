//! Remarks in brackets that go on over several blocks, as the words of a stamp do:
//! “[Stamped: RECORDED”, “EX-8]”.

use std::ops::Range;

use crate::structure::Input;

/// Over how many blocks below its first one a remark may go on.
const MOST: usize = 6;

/// Behind which block the remark ends that begins with block `index`.
pub(super) fn remark_end(input: &Input<'_>, index: usize) -> Option<usize> {
    let text = |at: usize| input.blocks[at].span.of(input.text);
    if !text(index).starts_with('[') || text(index).contains(']') {
        return None;
    }
    let near = index + 1..input.blocks.len().min(index + 1 + MOST);
    let mut below = near.take_while(|at| input.blocks[*at].is_text() && !text(*at).contains('['));
    below.find(|at| text(*at).ends_with(']')).map(|last| last + 1)
}

/// Where the remarks begin that end some blocks.
pub(super) fn above_remarks(input: &Input<'_>, blocks: &Range<usize>) -> usize {
    let mut end = blocks.end;
    while end > blocks.start + 1 && input.blocks[end - 1].span.of(input.text).ends_with(']') {
        let begins =
            |at: &usize| input.blocks[*at].is_text() && remark_end(input, *at) == Some(end);
        let mut near = (blocks.start + 1..end - 1).rev().take(MOST);
        let Some(first) = near.find(begins) else { break };
        end = first;
    }
    end
}

//! A list of headings that is not the headings.

use std::ops::Range;

/// Blocks whose lines are the items of a list.
#[derive(Clone, Debug)]
pub(in crate::structure) struct List {
    /// The blocks, without the heading.
    pub blocks: Range<usize>,
    /// Whether there is a heading, the block before them.
    pub headed: bool,
    /// Whether they are the persons of a play.
    pub cast: bool,
}

/// The list that begins with block `index`.
pub(in crate::structure) fn list_at(lists: &[List], index: usize) -> Option<&List> {
    let at = lists.binary_search_by_key(&index, |list| list.blocks.start).ok()?;
    Some(&lists[at])
}

/// Whether block `index` belongs to a list.
pub(in crate::structure) fn is_in_list(lists: &[List], index: usize) -> bool {
    let at = lists.partition_point(|list| list.blocks.end <= index);
    lists.get(at).is_some_and(|list| list.blocks.start <= index)
}

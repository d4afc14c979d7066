//! Lists and tables, which HTML wants to hold nothing but items and rows.
//!
//! From the first item of a list to the last one runs an HTML list, and
//! whatever else stands between them becomes an item of its own; what stands
//! before or after stays outside. The same holds for the rows of a table.

use std::collections::HashMap;

use super::super::layout::Layout;
use super::super::role::Role;
use super::super::tree::{Node, attribute, elements};

/// Whether `node` belongs to a list or a table by its role.
pub(super) fn is_member(layout: &Layout, node: Node<'_>) -> bool {
    match node.parent().map(|parent| layout.role(parent)) {
        Some(Role::List) => matches!(layout.role(node), Role::Item | Role::Label),
        Some(Role::Table) => layout.role(node) == Role::Row,
        _ => false,
    }
}

/// What is known of a list or a table as a whole, asked once for all in it.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// The first and the last of its items or rows.
    ends: Option<(usize, usize)>,
    /// Whether its items have numbers that the text does not show.
    is_ordered: bool,
    /// Whether the spans of its cells fit together.
    spans_fit: bool,
}

/// The lists and tables that were met.
#[derive(Debug, Default)]
pub(in crate::export) struct Runs(HashMap<usize, Run>);

impl Runs {
    fn of(&mut self, layout: &Layout, shell: Node<'_>) -> Run {
        *self.0.entry(shell.id().get_usize()).or_insert_with(|| {
            let ids = |node: Node<'_>| node.id().get_usize();
            let first = shell.children().find(|child| is_member(layout, *child)).map(ids);
            let last = shell.children().rev().find(|child| is_member(layout, *child)).map(ids);
            let is_table = layout.role(shell) == Role::Table;
            Run {
                ends: first.zip(last),
                is_ordered: !is_table && is_ordered(layout, shell),
                spans_fit: is_table && spans_fit(layout, shell),
            }
        })
    }

    /// Whether items or rows stand before and after a part of a list or a
    /// table.
    fn around(&mut self, layout: &Layout, part: Node<'_>) -> (bool, bool) {
        let ends = part.parent().and_then(|shell| self.of(layout, shell).ends);
        let at = part.id().get_usize();
        ends.map_or((false, false), |(first, last)| (first < at, at < last))
    }

    /// What an element is wrapped in that is in a list, a table or a row and
    /// is no item, row or cell.
    fn wrapper(&mut self, layout: &Layout, node: Node<'_>) -> Option<(&'static str, &'static str)> {
        let parent = node.parent()?;
        match layout.role(parent) {
            Role::List if !is_member(layout, node) && self.around(layout, node) == (true, true) => {
                Some(("<li class=\"ui-other\">", "</li>"))
            }
            Role::Table
                if !is_member(layout, node) && self.around(layout, node) == (true, true) =>
            {
                Some(("<tr class=\"ui-other\"><td>", "</td></tr>"))
            }
            Role::Row if is_member(layout, parent) && layout.role(node) != Role::Cell => {
                Some(("<td class=\"ui-other\">", "</td>"))
            }
            _ => None,
        }
    }

    /// What to put around a text that stands in a list, a table or a row by
    /// itself.
    pub(super) fn around_stray(
        &mut self,
        layout: &Layout,
        text: Node<'_>,
    ) -> Option<(&'static str, &'static str)> {
        let parent = text.parent()?;
        match layout.role(parent) {
            Role::List if self.around(layout, text) == (true, true) => Some(("<li>", "</li>")),
            Role::Table if self.around(layout, text) == (true, true) => {
                Some(("<tr><td>", "</td></tr>"))
            }
            Role::Row if is_member(layout, parent) => Some(("<td>", "</td>")),
            _ => None,
        }
    }

    /// What comes before an element in a list or a table, and whether anything
    /// has to come after it.
    pub(super) fn before(&mut self, layout: &Layout, node: Node<'_>) -> (&'static str, bool) {
        if let Some((start, _)) = self.wrapper(layout, node) {
            return (start, true);
        }
        let is_member = is_member(layout, node);
        if !is_member || self.around(layout, node).0 {
            return ("", is_member);
        }
        let start = match (layout.role(node), self.is_ordered(layout, node)) {
            (Role::Row, _) => "<div class=\"ui-scroll\"><table>",
            (_, true) => "<ol>",
            (_, false) => "<ul>",
        };
        (start, true)
    }

    /// What comes after an element in a list or a table.
    pub(super) fn after(&mut self, layout: &Layout, node: Node<'_>) -> &'static str {
        if let Some((_, end)) = self.wrapper(layout, node) {
            return end;
        }
        if !is_member(layout, node) || self.around(layout, node).1 {
            return "";
        }
        match (layout.role(node), self.is_ordered(layout, node)) {
            (Role::Row, _) => "</table></div>",
            (_, true) => "</ol>",
            (_, false) => "</ul>",
        }
    }

    /// Whether the spans of the cells of a table fit together.
    pub(super) fn spans_fit(&mut self, layout: &Layout, table: Node<'_>) -> bool {
        self.of(layout, table).spans_fit
    }

    fn is_ordered(&mut self, layout: &Layout, member: Node<'_>) -> bool {
        member.parent().is_some_and(|shell| self.of(layout, shell).is_ordered)
    }
}

/// Whether the items of a list have numbers that the text does not show.
fn is_ordered(layout: &Layout, list: Node<'_>) -> bool {
    let kind = attribute(list, "rend").or_else(|| attribute(list, "type")).unwrap_or_default();
    matches!(kind, "ordered" | "numbered" | "decimal")
        && !elements(list).any(|child| layout.role(child) == Role::Label)
}

pub(super) fn span(cell: Node<'_>, key: &str) -> Option<usize> {
    attribute(cell, key)?.parse().ok()
}

/// Whether the cells that span rows or columns fit together without holes and
/// overlaps; HTML says nothing useful of others.
fn spans_fit(layout: &Layout, table: Node<'_>) -> bool {
    // A cell may span no more columns; the table is not made for people then.
    const WIDEST: usize = 1000;
    let mut below: Vec<usize> = Vec::new();
    let mut width = None;
    for row in elements(table) {
        if layout.role(row) != Role::Row {
            if elements(row).any(|cell| layout.role(cell) == Role::Cell) {
                return false;
            }
            continue;
        }
        let mut at = 0_usize;
        let mut next: Vec<usize> = below.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in elements(row) {
            let (cols, rows) = (span(cell, "cols").unwrap_or(1), span(cell, "rows").unwrap_or(1));
            if cols == 0 || rows == 0 || at.saturating_add(cols) > WIDEST {
                return false;
            }
            while below.get(at).is_some_and(|rows| *rows > 0) {
                at += 1;
            }
            for column in at..at + cols {
                if below.get(column).is_some_and(|rows| *rows > 0) {
                    return false;
                }
                if next.len() <= column {
                    next.resize(column + 1, 0);
                }
                next[column] = rows - 1;
            }
            at += cols;
        }
        let of_row = below.iter().rposition(|rows| *rows > 0).map_or(at, |last| at.max(last + 1));
        if elements(row).next().is_none() || *width.get_or_insert(of_row) != of_row {
            return false;
        }
        below = next;
    }
    below.iter().all(|rows| *rows == 0) && columns_begin(table, width.unwrap_or(0))
}

/// Whether in each column of a table a cell begins, in a row without spans
/// above.
fn columns_begin(table: Node<'_>, width: usize) -> bool {
    let mut begins = vec![false; width];
    for row in elements(table) {
        let mut at = 0;
        for cell in elements(row) {
            if let Some(begins) = begins.get_mut(at) {
                *begins = true;
            }
            at += span(cell, "cols").unwrap_or(1);
        }
    }
    begins.into_iter().all(|begins| begins)
}

//! Lists and tables, which HTML wants to hold nothing but items and rows.
//!
//! From the first item of a list to the last one runs an HTML list, and
//! whatever else stands between them becomes an item of its own; what stands
//! before or after stays outside. The same holds for the rows of a table.

use std::collections::HashMap;

use super::super::layout::Layout;
use super::super::role::Role;
use super::super::tree::{Flow, Node, attribute, elements, name};
use super::body::Body;
use super::markup::push_attribute;

/// Whether `node` belongs to a list or a table by its role.
fn is_member(layout: &Layout, node: Node<'_>) -> bool {
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
}

/// Writes what comes before an element in a list or a table; whether anything
/// has to come after it.
pub(super) fn before<'x>(body: &mut Body<'_, '_, 'x>, node: Node<'x>) -> bool {
    let layout = &body.document().layout;
    if let Some((start, _)) = body.runs.wrapper(layout, node) {
        body.out.push_str(start);
        return true;
    }
    let is_member = is_member(layout, node);
    if is_member && !body.runs.around(layout, node).0 {
        let is_ordered = node.parent().is_some_and(|shell| body.runs.of(layout, shell).is_ordered);
        body.out.push_str(match (layout.role(node), is_ordered) {
            (Role::Row, _) => "<div class=\"ui-scroll\"><table>",
            (_, true) => "<ol>",
            (_, false) => "<ul>",
        });
    }
    is_member
}

/// Writes what comes after an element in a list or a table.
pub(super) fn after<'x>(body: &mut Body<'_, '_, 'x>, node: Node<'x>) {
    let layout = &body.document().layout;
    if let Some((_, end)) = body.runs.wrapper(layout, node) {
        body.out.push_str(end);
    } else if is_member(layout, node) && !body.runs.around(layout, node).1 {
        let is_ordered = node.parent().is_some_and(|shell| body.runs.of(layout, shell).is_ordered);
        body.out.push_str(match (layout.role(node), is_ordered) {
            (Role::Row, _) => "</table></div>",
            (_, true) => "</ol>",
            (_, false) => "</ul>",
        });
    }
}

/// Whether the items of a list have numbers that the text does not show.
fn is_ordered(layout: &Layout, list: Node<'_>) -> bool {
    let kind = attribute(list, "rend").or_else(|| attribute(list, "type")).unwrap_or_default();
    matches!(kind, "ordered" | "numbered" | "decimal")
        && !elements(list).any(|child| layout.role(child) == Role::Label)
}

impl<'x> Body<'_, '_, 'x> {
    /// A list or a table as a whole.
    pub(super) fn shell(&mut self, node: Node<'x>, class: &str) -> Flow {
        self.block("div", node, class)
    }

    /// An item, its label, a row or a cell.
    pub(super) fn member(&mut self, node: Node<'x>, class: &str) -> Flow {
        let layout = &self.document().layout;
        let parent = node.parent();
        match layout.role(node) {
            Role::Item if is_member(layout, node) => {
                let labelled =
                    node.prev_sibling_element().is_some_and(|b| layout.role(b) == Role::Label);
                if labelled {
                    self.begin("div", node, class);
                    return self.into("</div></li>");
                }
                self.begin("li", node, if class == "item" { "" } else { class });
                self.into("</li>")
            }
            Role::Label if is_member(layout, node) => {
                let goes_on =
                    node.next_sibling_element().is_some_and(|n| layout.role(n) == Role::Item);
                self.out.push_str("<li>");
                self.begin("div", node, class);
                self.into(if goes_on { "</div>" } else { "</div></li>" })
            }
            Role::Row if is_member(layout, node) => {
                self.begin("tr", node, "");
                let is_empty = elements(node).next().is_none();
                self.into(if is_empty { "<td></td></tr>" } else { "</tr>" })
            }
            Role::Cell
                if parent
                    .is_some_and(|row| layout.role(row) == Role::Row && is_member(layout, row)) =>
            {
                self.cell(node)
            }
            _ => self.block("div", node, class),
        }
    }

    fn cell(&mut self, node: Node<'x>) -> Flow {
        let is_label = |node: Node<'_>| attribute(node, "role") == Some("label");
        let row = node.parent().filter(|row| is_label(*row));
        let scope = if row.is_some() {
            Some("col")
        } else if is_label(node) {
            Some("row")
        } else {
            None
        };
        self.begin(if scope.is_some() { "th" } else { "td" }, node, "");
        if let Some(scope) = scope {
            push_attribute("scope", scope, &mut self.out);
        }
        let layout = &self.document().layout;
        let table = node.ancestors().find(|outer| name(*outer) == "table");
        if table.is_some_and(|table| self.runs.of(layout, table).spans_fit) {
            for (of_tei, of_html) in [("cols", "colspan"), ("rows", "rowspan")] {
                if let Some(count) = span(node, of_tei).filter(|count| *count > 1) {
                    push_attribute(of_html, &count.to_string(), &mut self.out);
                }
            }
        }
        self.into(if scope.is_some() { "</th>" } else { "</td>" })
    }
}

fn span(cell: Node<'_>, key: &str) -> Option<usize> {
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

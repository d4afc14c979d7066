//! Lists and tables, which HTML wants to hold nothing but items and rows.
//!
//! From the first item of a list to the last one runs an HTML list, and
//! whatever else stands between them becomes an item of its own; what stands
//! before or after stays outside. The same holds for the rows of a table.

use super::super::role::{Role, role};
use super::super::tree::{Flow, Node, attribute, elements, name};
use super::body::Body;
use super::markup::push_attribute;

/// Whether `node` belongs to a list or a table by its role.
fn is_member(node: Node<'_>) -> bool {
    match node.parent().map(role) {
        Some(Role::List) => matches!(role(node), Role::Item | Role::Label),
        Some(Role::Table) => role(node) == Role::Row,
        _ => false,
    }
}

fn before_is_member(node: Node<'_>) -> bool {
    node.prev_siblings().skip(1).any(is_member)
}

fn after_is_member(node: Node<'_>) -> bool {
    node.next_siblings().skip(1).any(is_member)
}

/// What an element is wrapped in that is in a list, a table or a row and is no
/// item, row or cell.
fn wrapper(node: Node<'_>) -> Option<(&'static str, &'static str)> {
    match role(node.parent()?) {
        Role::List if !is_member(node) && before_is_member(node) && after_is_member(node) => {
            Some(("<li class=\"ui-other\">", "</li>"))
        }
        Role::Table if !is_member(node) && before_is_member(node) && after_is_member(node) => {
            Some(("<tr class=\"ui-other\"><td>", "</td></tr>"))
        }
        Role::Row if is_member(node.parent()?) && role(node) != Role::Cell => {
            Some(("<td class=\"ui-other\">", "</td>"))
        }
        _ => None,
    }
}

/// Writes what comes before an element in a list or a table; whether anything
/// has to come after it.
pub(super) fn before<'x>(body: &mut Body<'_, '_, 'x>, node: Node<'x>) -> bool {
    if let Some((start, _)) = wrapper(node) {
        body.out.push_str(start);
        return true;
    }
    if is_member(node) && !before_is_member(node) {
        let is_table = role(node) == Role::Row;
        body.out.push_str(match (is_table, node.parent().is_some_and(is_ordered)) {
            (true, _) => "<div class=\"ui-scroll\"><table>",
            (false, true) => "<ol>",
            (false, false) => "<ul>",
        });
    }
    is_member(node)
}

/// Writes what comes after an element in a list or a table.
pub(super) fn after<'x>(body: &mut Body<'_, '_, 'x>, node: Node<'x>) {
    if let Some((_, end)) = wrapper(node) {
        body.out.push_str(end);
    } else if is_member(node) && !after_is_member(node) {
        let is_table = role(node) == Role::Row;
        body.out.push_str(match (is_table, node.parent().is_some_and(is_ordered)) {
            (true, _) => "</table></div>",
            (false, true) => "</ol>",
            (false, false) => "</ul>",
        });
    }
}

/// Whether the items of a list have numbers that the text does not show.
fn is_ordered(list: Node<'_>) -> bool {
    let kind = attribute(list, "rend").or_else(|| attribute(list, "type")).unwrap_or_default();
    matches!(kind, "ordered" | "numbered" | "decimal") && !has_labels(list)
}

fn has_labels(list: Node<'_>) -> bool {
    elements(list).any(|child| role(child) == Role::Label)
}

/// Whether a text stands in a list, a table or a row by itself.
pub(super) fn is_stray(text: Node<'_>) -> bool {
    let Some(parent) = text.parent() else { return false };
    match role(parent) {
        Role::List | Role::Table => before_is_member(text) && after_is_member(text),
        Role::Row => is_member(parent),
        _ => false,
    }
}

/// What to put around a text that stands by itself.
pub(super) fn tags_of_stray(text: Node<'_>) -> (&'static str, &'static str) {
    match text.parent().map(role) {
        Some(Role::List) => ("<li>", "</li>"),
        Some(Role::Table) => ("<tr><td>", "</td></tr>"),
        _ => ("<td>", "</td>"),
    }
}

impl<'x> Body<'_, '_, 'x> {
    /// A list or a table as a whole.
    pub(super) fn shell(&mut self, node: Node<'x>, class: &str) -> Flow {
        self.block("div", node, class)
    }

    /// An item, its label, a row or a cell.
    pub(super) fn member(&mut self, node: Node<'x>, class: &str) -> Flow {
        let parent = node.parent();
        match role(node) {
            Role::Item if is_member(node) => {
                let labelled = node.prev_sibling_element().is_some_and(|b| role(b) == Role::Label);
                if labelled {
                    self.begin("div", node, class);
                    return self.into("</div></li>");
                }
                self.begin("li", node, if class == "item" { "" } else { class });
                self.into("</li>")
            }
            Role::Label if is_member(node) => {
                let goes_on = node.next_sibling_element().is_some_and(|n| role(n) == Role::Item);
                self.out.push_str("<li>");
                self.begin("div", node, class);
                self.into(if goes_on { "</div>" } else { "</div></li>" })
            }
            Role::Row if is_member(node) => {
                self.begin("tr", node, "");
                let is_empty = elements(node).next().is_none();
                self.into(if is_empty { "<td></td></tr>" } else { "</tr>" })
            }
            Role::Cell if parent.is_some_and(|row| role(row) == Role::Row && is_member(row)) => {
                self.cell(node)
            }
            _ => self.block("div", node, class),
        }
    }

    /// Whether the spans of a table fit together, asked once for all its cells.
    fn spans_fit(&mut self, table: Node<'x>) -> bool {
        match self.spans {
            Some((known, fit)) if known == table => fit,
            _ => {
                let fit = spans_fit(table);
                self.spans = Some((table, fit));
                fit
            }
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
        let table = node.ancestors().find(|outer| name(*outer) == "table");
        if table.is_some_and(|table| self.spans_fit(table)) {
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
fn spans_fit(table: Node<'_>) -> bool {
    const WIDEST: usize = 200;
    let mut below: Vec<usize> = Vec::new();
    let mut width = None;
    for row in elements(table) {
        if role(row) != Role::Row {
            if elements(row).any(|cell| role(cell) == Role::Cell) {
                return false;
            }
            continue;
        }
        let mut at = 0;
        let mut next: Vec<usize> = below.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in elements(row) {
            let (cols, rows) = (span(cell, "cols").unwrap_or(1), span(cell, "rows").unwrap_or(1));
            if cols == 0 || rows == 0 || cols > WIDEST {
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
    let columns_begin = |column: usize| elements(table).any(|row| begins_at(row, column));
    below.iter().all(|rows| *rows == 0) && (0..width.unwrap_or(0)).all(columns_begin)
}

/// Whether a cell of `row` begins in a column, in a row without spans above.
fn begins_at(row: Node<'_>, column: usize) -> bool {
    let mut at = 0;
    for cell in elements(row) {
        if at == column {
            return true;
        }
        at += span(cell, "cols").unwrap_or(1);
    }
    false
}

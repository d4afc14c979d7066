//! Items of lists, and rows and cells of tables.

use super::super::role::Role;
use super::super::tree::{Flow, Node, attribute, elements, name};
use super::body::Body;
use super::markup::push_attribute;
use super::run::{is_member, span};

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
        if table.is_some_and(|table| self.runs.spans_fit(layout, table)) {
            for (of_tei, of_html) in [("cols", "colspan"), ("rows", "rowspan")] {
                if let Some(count) = span(node, of_tei).filter(|count| *count > 1) {
                    push_attribute(of_html, &count.to_string(), &mut self.out);
                }
            }
        }
        self.into(if scope.is_some() { "</th>" } else { "</td>" })
    }
}

//! Points in the text: pages of the source, and places that are led to.

use super::super::role::Role;
use super::super::spoken::pause;
use super::super::tree::{Flow, Node, attribute, name};
use super::body::{Body, is_book};
use super::markup::{push_attribute, push_text};

impl<'x> Body<'_, '_, 'x> {
    /// A page of the source begins, or another point is here.
    pub(super) fn point(&mut self, node: Node<'x>) -> Flow {
        let marker = self.document().notes.at(node).map(|(note, id)| {
            (self.site.to_note(self.page, note), id.to_owned(), note.label.clone())
        });
        if let Some((way, id, label)) = marker {
            self.out.push_str("<a class=\"ui-note ui-added\"");
            push_attribute("id", &id, &mut self.out);
            push_attribute("href", &way, &mut self.out);
            self.note_role("noteref");
            self.out.push('>');
            push_text(label.as_deref().unwrap_or("*"), &mut self.out);
            self.out.push_str("</a>");
            self.fresh = false;
            return Flow::Past;
        }
        if node.has_children() {
            return self.phrase(node);
        }
        if let Some(pause) = pause(node) {
            self.out.push_str("<span class=\"pause ui-added\">");
            push_text(&pause, &mut self.out);
            self.out.push_str("</span>");
            self.fresh = false;
            return Flow::Past;
        }
        let number = attribute(node, "n");
        if let (Role::PageBreak, Some(number)) = (self.document().layout.role(node), number) {
            self.page_mark(node, number);
        } else if self.document().ids.of_node(node).is_some() {
            self.begin("span", node, "");
            self.out.push_str("></span>");
        }
        Flow::Past
    }

    fn page_mark(&mut self, node: Node<'x>, number: &str) {
        self.begin("span", node, name(node));
        if name(node) == "pb" {
            push_attribute("role", "doc-pagebreak", &mut self.out);
            let label = format!("{} {number}", self.document().labels.page);
            if is_book(self) {
                push_attribute("epub:type", "pagebreak", &mut self.out);
                push_attribute("aria-label", &label, &mut self.out);
            } else {
                // On the web this names it too, and tells those who point at it.
                push_attribute("title", &label, &mut self.out);
            }
        }
        push_attribute("data-n", number, &mut self.out);
        self.out.push_str("></span>");
    }
}

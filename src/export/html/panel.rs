//! Beside the text: the contents, and what a reader may switch off.

use super::super::document::Document;
use super::super::tree::{Node, name};
use super::markup::{push_attribute, push_text};
use super::push_own_language;

/// Something that a reader may switch off: its identifier and what it is
/// called.
pub(super) type Switch = (&'static str, &'static str);

/// What there is in a document to be switched off.
pub(super) fn switches(document: &Document<'_>) -> Vec<Switch> {
    const KINDS: [&str; 4] = ["date", "pb", "lb", "choice"];
    let mut has = [false; 4];
    for node in document.texts.iter().flat_map(Node::descendants) {
        if let Some(kind) = KINDS.iter().position(|kind| *kind == name(node)) {
            has[kind] = true;
        }
    }
    let labels = document.labels;
    let [has_dates, has_pages, has_lines, has_choices] = has;
    [
        ("ui-marks", labels.marks, has_dates || !document.entities.list.is_empty()),
        ("ui-pages", labels.pages, has_pages),
        ("ui-lines", labels.lines, has_lines),
        ("ui-alternatives", labels.alternatives, has_choices),
    ]
    .into_iter()
    .filter(|(_, _, is_there)| *is_there)
    .map(|(id, label, _)| (id, label))
    .collect()
}

/// What stands beside the text, or above it where there is no room.
pub(super) struct Panel<'d, 'x> {
    pub document: &'d Document<'x>,
    /// The table of contents, if there is one.
    pub contents: String,
    /// What a reader may switch off.
    pub switches: &'d [Switch],
    /// Other parts of the page: their identifiers and titles.
    pub more: Vec<(&'static str, &'static str)>,
}

impl Panel<'_, '_> {
    /// Lists a part of the page that is not the text.
    pub(super) fn more(&mut self, id: &'static str, title: &'static str, is_there: bool) {
        if is_there {
            self.more.push((id, title));
        }
    }

    /// Writes it, unless it is empty.
    pub(super) fn push(&self, out: &mut String) {
        let start = out.len();
        out.push_str("<div class=\"ui-side\">\n");
        let empty = out.len();
        self.push_contents(out);
        self.push_view(out);
        if out.len() == empty {
            out.truncate(start);
        } else {
            out.push_str("</div>\n");
        }
    }

    fn push_contents(&self, out: &mut String) {
        if self.contents.is_empty() && self.more.is_empty() {
            return;
        }
        let label = self.document.labels.contents;
        out.push_str("<nav class=\"ui-contents\" role=\"doc-toc\"");
        push_attribute("aria-label", label, out);
        out.push_str(">\n<details><summary");
        push_own_language(self.document, out);
        out.push('>');
        push_text(label, out);
        out.push_str("</summary>");
        out.push_str(&self.contents);
        if !self.more.is_empty() {
            out.push_str("\n<ol class=\"ui-more\"");
            push_own_language(self.document, out);
            out.push_str(">\n");
        }
        for (id, title) in &self.more {
            out.push_str("<li><a");
            push_attribute("href", &format!("#{id}"), out);
            out.push('>');
            push_text(title, out);
            out.push_str("</a></li>\n");
        }
        if !self.more.is_empty() {
            out.push_str("</ol>\n");
        }
        out.push_str("</details>\n</nav>\n");
    }

    /// What a reader may switch off; it works with the style sheet alone.
    fn push_view(&self, out: &mut String) {
        let (document, labels) = (self.document, self.document.labels);
        if self.switches.is_empty() {
            return;
        }
        out.push_str("<section class=\"ui-view\"");
        push_own_language(document, out);
        push_attribute("aria-label", labels.view, out);
        out.push_str(">\n<details><summary>");
        push_text(labels.view, out);
        out.push_str("</summary>\n<fieldset>\n");
        for (id, label) in self.switches {
            out.push_str("<label><input type=\"checkbox\" checked");
            push_attribute("id", id, out);
            out.push_str("> ");
            push_text(label, out);
            out.push_str("</label>\n");
        }
        out.push_str("</fieldset>\n</details>\n</section>\n");
    }
}

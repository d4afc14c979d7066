//! The text as HTML: tags for elements, nothing else changed.

use std::borrow::Cow;

use super::super::apart::{is_apart, is_before_word};
use super::super::forms::Forms;
use super::super::language::{is_right_to_left, language_tag};
use super::super::notes::is_anchor;
use super::super::outline::citation;
use super::super::record::{is_by_another, part_of_catalogue, part_of_edition, unit};
use super::super::role::Role;
use super::super::tree::{Flow, Node, Visitor, attribute, is_blank, name, walk};
use super::markup::{push_attribute, push_language};
use super::run::Runs;
use super::site::{Flavour, Site};

/// Writes the text of one page.
pub(in crate::export) struct Body<'s, 'd, 'x> {
    pub site: &'s Site<'d, 'x>,
    pub page: usize,
    pub out: String,
    /// What ends the open elements.
    pub ends: Vec<Cow<'static, str>>,
    /// How many elements were open where the outermost link began.
    link: Option<usize>,
    /// The note whose own words are being written.
    note: Option<Node<'x>>,
    pub runs: Runs,
    /// How many heads of divisions around the page stand on others.
    pub above: usize,
    /// Whether nothing was written in the block yet.
    pub fresh: bool,
    /// The other forms of the word that is being written.
    pub forms: Forms<String>,
    /// Whether that word is a mistake of the source.
    pub is_sic: bool,
    /// What was written before the form that is being written, and whether
    /// that was anything.
    pub outer: Vec<(String, bool)>,
}

impl<'s, 'd, 'x> Body<'s, 'd, 'x> {
    pub(in crate::export) fn new(site: &'s Site<'d, 'x>, page: usize) -> Self {
        Self {
            site,
            page,
            out: String::new(),
            ends: Vec::new(),
            link: None,
            note: None,
            runs: Runs::default(),
            above: site.heads_above(page),
            fresh: true,
            forms: Forms::default(),
            is_sic: false,
            outer: Vec::new(),
        }
    }

    /// Writes the parts of the text that the page holds.
    pub(in crate::export) fn write_page(&mut self) {
        for chunk in &self.site.pages[self.page].chunks {
            for opened in &chunk.opens {
                self.enter(*opened);
            }
            if let Some(first) = chunk.nodes.first() {
                self.write_run(*first, &chunk.nodes);
            }
            for opened in chunk.opens.iter().rev() {
                self.leave(*opened);
            }
        }
    }

    fn write_run(&mut self, first: Node<'x>, nodes: &[Node<'x>]) {
        let language = first.parent().and_then(super::super::tree::language);
        let other = language.filter(|language| self.site.document.language != Some(*language));
        let tag = other.and_then(language_tag);
        if let Some(tag) = &tag {
            self.out.push_str("<div");
            super::markup::push_language_tag(tag, self.site.is_xml(), &mut self.out);
            if is_right_to_left(tag) {
                push_attribute("dir", "rtl", &mut self.out);
            }
            self.out.push('>');
        }
        for node in nodes {
            walk(*node, self);
        }
        self.end_word();
        if tag.is_some() {
            self.out.push_str("</div>");
        }
    }

    /// Writes the words of a note, without what stands at its marker.
    pub(super) fn write_note(&mut self, note: Node<'x>) {
        self.note = Some(note);
        self.fresh = true;
        for child in note.children() {
            walk(child, self);
        }
        self.end_word();
        self.note = None;
    }

    pub(super) fn document(&self) -> &'d super::super::document::Document<'x> {
        self.site.document
    }

    /// Begins an element; `end` ends it.
    pub(super) fn begin(&mut self, tag: &str, node: Node<'x>, class: &str) {
        self.begin_as(tag, node, class, None);
    }

    /// Begins an element with an identifier that is not that of `node`.
    pub(super) fn begin_as(&mut self, tag: &str, node: Node<'x>, class: &str, id: Option<&str>) {
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(id) = id.or_else(|| self.id(node)) {
            push_attribute("id", id, &mut self.out);
        }
        self.push_class(node, class);
        push_language(node, self.site.is_xml(), &mut self.out);
    }

    /// The identifier that an element needs: words have none of their own
    /// unless something leads there.
    pub(super) fn id(&self, node: Node<'x>) -> Option<&'d str> {
        let ids = &self.document().ids;
        let is_token = matches!(name(node), "w" | "c" | "pc" | "m" | "g");
        ids.of_node(node).filter(|_| !is_token || ids.is_pointed(node))
    }

    fn push_class(&mut self, node: Node<'x>, class: &str) {
        let looks: Vec<&str> = self.document().renditions.style(node).names().collect();
        if !class.is_empty() || !looks.is_empty() {
            let all = std::iter::once(class).chain(looks).filter(|class| !class.is_empty());
            push_attribute("class", &all.collect::<Vec<_>>().join(" "), &mut self.out);
        }
        let role = self.document().layout.role(node);
        let blocks = matches!(role, Role::Section | Role::List | Role::Paragraph);
        let kinds = blocks || matches!(name(node), "titlePart" | "cit");
        if let Some(kind) = attribute(node, "type").filter(|_| kinds) {
            push_attribute("data-type", kind, &mut self.out);
        }
        if role == Role::Line {
            self.push_line(node);
        } else if let Some(number) = citation(node).filter(|_| role == Role::Section) {
            push_attribute("data-n", number, &mut self.out);
        } else if let ("sense" | "msItem" | "surface", Some(number)) =
            (name(node), attribute(node, "n"))
        {
            push_attribute("data-n", number, &mut self.out);
        } else if let ("app", Some(place)) = (name(node), attribute(node, "loc")) {
            push_attribute("data-loc", place, &mut self.out);
        }
        if let Some(unit) = unit(node) {
            push_attribute("data-unit", unit, &mut self.out);
        }
        if is_by_another(node) {
            push_attribute("data-by", "", &mut self.out);
        }
        let labels = self.document().labels;
        let label = match role {
            Role::Section => part_of_edition(node, labels.language),
            _ => part_of_catalogue(node, labels.language).map(str::to_owned),
        };
        if let Some(label) = label.filter(|_| self.document().layout.is_full(node)) {
            push_attribute("data-label", &label, &mut self.out);
        }
    }

    /// The number of every fifth line of verse, and whether a line goes on
    /// that another speaker began.
    fn push_line(&mut self, line: Node<'x>) {
        let number =
            attribute(line, "n").filter(|n| n.parse().is_ok_and(|n: u32| n.is_multiple_of(5)));
        if let Some(number) = number {
            push_attribute("data-n", number, &mut self.out);
        }
        if let Some(part) = attribute(line, "part").filter(|part| matches!(*part, "M" | "F")) {
            push_attribute("data-part", part, &mut self.out);
        }
    }

    /// Closes the start tag of an element and remembers its end.
    pub(super) fn into(&mut self, end: impl Into<Cow<'static, str>>) -> Flow {
        self.out.push('>');
        self.ends.push(end.into());
        Flow::Into
    }

    /// An element without a tag of its own.
    pub(super) fn untagged(&mut self) -> Flow {
        self.ends.push(Cow::Borrowed(""));
        Flow::Into
    }

    /// A tag that fits blocks, or one that fits words.
    pub(super) fn tag_for(
        &self,
        node: Node<'x>,
        words: &'static str,
    ) -> (&'static str, &'static str) {
        if self.document().layout.has_block(node) || self.document().layout.is_block(node) {
            return ("div", "</div>");
        }
        match words {
            "i" => ("i", "</i>"),
            "b" => ("b", "</b>"),
            "em" => ("em", "</em>"),
            "cite" => ("cite", "</cite>"),
            "sup" => ("sup", "</sup>"),
            "sub" => ("sub", "</sub>"),
            "code" => ("code", "</code>"),
            "del" => ("del", "</del>"),
            "ins" => ("ins", "</ins>"),
            "abbr" => ("abbr", "</abbr>"),
            "ruby" => ("ruby", "</ruby>"),
            "rt" => ("rt", "</rt>"),
            _ => ("span", "</span>"),
        }
    }

    /// Whether `node` may become a link.
    pub(super) fn may_link(&self, node: Node<'x>) -> bool {
        self.link.is_none() && !self.document().layout.has_link(node)
    }

    /// Takes note that a link begins with the next element.
    pub(super) fn open_link(&mut self) {
        self.link.get_or_insert(self.ends.len());
    }

    /// Writes the space before words that none parts from others.
    fn keep_apart(&mut self, node: Node<'x>, is_block: bool) {
        let layout = &self.document().layout;
        let is_word = !is_block && !self.fresh && is_apart(node) && !layout.is_form(node);
        if layout.is_parted(node) {
            self.text(" ", node);
        } else if is_word && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    /// Writes the space after a remark that a word follows at once.
    fn keep_next_apart(&mut self, node: Node<'x>) {
        if is_before_word(node) {
            self.out.push(' ');
        }
    }

    /// Writes what comes after an element in a list or a table.
    fn end_run(&mut self, node: Node<'x>) {
        let end = self.runs.after(&self.document().layout, node);
        self.out.push_str(end);
    }
}

impl<'x> Visitor<'x> for Body<'_, '_, 'x> {
    fn enter(&mut self, node: Node<'x>) -> Flow {
        if self.document().notes.is_elsewhere(node, self.note) {
            return Flow::Past;
        }
        let role = self.document().layout.role(node);
        let is_block = self.document().layout.is_block(node);
        self.enter_word(node, role);
        if is_block {
            self.fresh = true;
        }
        let (start, wrapped) = self.runs.before(&self.document().layout, node);
        self.out.push_str(start);
        self.keep_apart(node, is_block);
        let flow = self.tagged(node, role);
        if flow == Flow::Past {
            if wrapped {
                self.end_run(node);
            }
            self.leave_word(node);
            self.keep_next_apart(node);
        }
        flow
    }

    fn text(&mut self, text: &'x str, node: Node<'x>) {
        let text = self.rest_of_word(text);
        if text.is_empty() {
            return;
        }
        let is_blank = is_blank(text);
        if self.fresh && is_blank {
            // The encoder’s indentation between blocks.
            if text.contains('\n') && !self.out.ends_with('\n') {
                self.out.push('\n');
            }
            return;
        }
        let stray =
            if is_blank { None } else { self.runs.around_stray(&self.document().layout, node) };
        if let Some((start, _)) = stray {
            self.out.push_str(start);
        }
        self.push(text);
        if let Some((_, end)) = stray {
            self.out.push_str(end);
        }
        self.fresh = self.fresh && is_blank;
    }

    fn leave(&mut self, node: Node<'x>) {
        let layout = &self.document().layout;
        if layout.is_block(node) || layout.is_alternative(node) {
            self.end_word();
        }
        if let Some(end) = self.ends.pop() {
            self.out.push_str(&end);
        }
        self.link.take_if(|at| *at == self.ends.len());
        if self.document().layout.is_block(node) {
            self.fresh = true;
        }
        self.end_run(node);
        if is_anchor(node) {
            self.fresh = false;
        }
        self.leave_word(node);
        self.keep_next_apart(node);
    }
}

/// The file name flavour of the pages, for those that ask.
pub(super) fn is_book(body: &Body<'_, '_, '_>) -> bool {
    body.site.flavour == Flavour::Book
}

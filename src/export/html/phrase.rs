//! Words within a block: references, what an editor marked.

use super::super::apart::is_attached;
use super::super::apparatus::{OMITTED, follows_reading, is_other_reading};
use super::super::glyphs::Glyph;
use super::super::notes::Note;
use super::super::style::Style;
use super::super::tree::{Flow, Node, attribute, child, name};
use super::body::{Body, is_book};
use super::markup::{address, push_attribute, push_text};

impl<'x> Body<'_, '_, 'x> {
    /// A reference: the marker of a note, a link, or only words.
    pub(super) fn reference(&mut self, node: Node<'x>) -> Flow {
        let at_note = self.document().notes.at(node);
        let is_pointer = !node.has_children();
        if let Some((note, marker)) = at_note {
            let is_short = super::super::tree::characters(node).len();
            if is_pointer || is_short <= 8 {
                let (way, marker) = (self.site.to_note(self.page, note), marker.to_owned());
                return self.marker_around(node, &way, &marker, note);
            }
        }
        let target = attribute(node, "target").or_else(|| attribute(node, "ref"));
        let first = target.and_then(|target| target.split_ascii_whitespace().next());
        let way = first.and_then(|pointer| self.site.pointer(self.page, pointer));
        let way = way.filter(|way| self.may_link(node) && !(is_book(self) && is_beside(way)));
        match way {
            Some(way) => {
                let marker = at_note.map(|(_, marker)| marker.to_owned());
                self.begin_as("a", node, "ref", marker.as_deref());
                push_attribute("href", &way, &mut self.out);
                if is_pointer {
                    self.out.push('>');
                    self.pointer_label(node);
                    self.out.push_str("</a>");
                    return Flow::Past;
                }
                self.open_link();
                self.into("</a>")
            }
            None if is_pointer => {
                self.pointer_label(node);
                Flow::Past
            }
            None => self.phrase(node),
        }
    }

    /// What a pointer without words shows.
    fn pointer_label(&mut self, node: Node<'x>) {
        let Some(label) = self.document().label_of_pointer(node) else { return };
        self.out.push_str("<span class=\"ui-added\">");
        let label = if is_attached(node) { format!(" [{label}]") } else { label.to_owned() };
        push_text(&label, &mut self.out);
        self.out.push_str("</span>");
        self.fresh = false;
    }

    /// The words of a reference as the marker of a note.
    fn marker_around(&mut self, node: Node<'x>, way: &str, id: &str, to: &Note<'x>) -> Flow {
        if !self.may_link(node) {
            return self.phrase(node);
        }
        let class = if node.has_children() { "ui-note" } else { "ui-note ui-added" };
        let class = self.class_of_marker(class);
        self.begin_as("a", node, class, Some(id));
        push_attribute("href", way, &mut self.out);
        self.note_role("noteref");
        if node.has_children() {
            self.open_link();
            return self.into("</a>");
        }
        self.out.push('>');
        push_text(to.label.as_deref().unwrap_or("*"), &mut self.out);
        self.out.push_str("</a>");
        self.fresh = false;
        Flow::Past
    }

    /// The roles that readers of books and of screens know notes by.
    pub(super) fn note_role(&mut self, role: &str) {
        push_attribute("role", &format!("doc-{role}"), &mut self.out);
        if is_book(self) {
            push_attribute("epub:type", role, &mut self.out);
        }
    }

    /// Other words: an element as their look and their kind have it.
    pub(super) fn phrase(&mut self, node: Node<'x>) -> Flow {
        let name = name(node);
        let style = self.document().renditions.style(node);
        let ids = &self.document().ids;
        let is_plain = matches!(name, "w" | "c" | "pc" | "s" | "m" | "cl" | "phr" | "seg" | "ptr");
        if is_plain
            && style == Style::default()
            && (ids.of_node(node).is_none() || !ids.is_pointed(node))
            && super::super::tree::own_language(node).is_none()
            && !self.document().layout.has_block(node)
        {
            return self.untagged();
        }
        let words = match name {
            "ruby" => "ruby",
            "rt" if node.parent().is_some_and(|outer| self.is_ruby(outer)) => "rt",
            "emph" => "em",
            "title" => "cite",
            "del" => "del",
            "add" => "ins",
            "abbr" => "abbr",
            "formula" if is_tex(node) => "code",
            "code" | "gi" | "att" | "val" | "tag" | "ident" | "kw" => "code",
            _ if style.has(Style::SUPERSCRIPT) => "sup",
            _ if style.has(Style::SUBSCRIPT) => "sub",
            _ if style.has(Style::BOLD) => "b",
            _ if style.has(Style::ITALIC) => "i",
            _ => "span",
        };
        let other_reading = is_other_reading(node);
        if other_reading && follows_reading(node) {
            self.out.push_str("<span class=\"ui-added\">;</span>");
        }
        if other_reading && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
        let layout = &self.document().layout;
        let is_apart = layout.is_alternative(node) && !layout.is_form(node);
        let class = match (is_apart || other_reading, name) {
            (true, _) => format!("{name} alternative"),
            (false, "hi" | "emph" | "title") => String::new(),
            _ => name.to_owned(),
        };
        let (tag, end) = self.tag_for(node, words);
        self.begin(tag, node, &class);
        if let Some(title) = remark(node) {
            push_attribute("title", &title, &mut self.out);
        }
        let witnesses = super::notes::witnesses(node);
        let is_omitted = other_reading && !self.document().layout.is_full(node);
        let flow = if witnesses.is_empty() { self.into(end) } else { self.into(witnesses + end) };
        if is_omitted {
            self.out.push_str("<span class=\"ui-added\">");
            self.out.push_str(OMITTED);
            self.out.push_str("</span>");
        }
        flow
    }

    /// Whether an element is words with their reading above them.
    fn is_ruby(&self, node: Node<'x>) -> bool {
        name(node) == "ruby" && self.tag_for(node, "ruby").0 == "ruby"
    }

    /// A picture; a book and a single page hold none of their own.
    pub(super) fn graphic(&mut self, node: Node<'x>) -> Flow {
        let source = attribute(node, "url").and_then(address).filter(|_| !is_book(self));
        let is_picture = name(node) == "graphic"
            && attribute(node, "mimeType").is_none_or(|kind| kind.starts_with("image"));
        if let (Some(source), true) = (source, is_picture) {
            let layout = &self.document().layout;
            let described = node.parent().is_some_and(|figure| layout.is_described(figure));
            let own = child(node, "desc").filter(|_| !described);
            let alternative =
                own.map(|desc| super::super::plain::plain(desc, layout)).unwrap_or_default();
            self.out.push_str("<img");
            push_attribute("src", &source, &mut self.out);
            push_attribute("alt", &alternative, &mut self.out);
            push_attribute("loading", "lazy", &mut self.out);
            self.out.push('>');
        }
        self.phrase(node)
    }

    /// A character that has no key: what it is declared as, or its name.
    pub(super) fn glyph(&mut self, node: Node<'x>) -> Flow {
        let (characters, class) = match self.document().layout.glyph(node) {
            Some(Glyph::Characters(characters)) => (characters, "g"),
            Some(Glyph::Name(name)) => (format!("[{name}]"), "g ui-added"),
            None => return Flow::Past,
        };
        let rest = self.rest_of_word(&characters).to_owned();
        if !rest.is_empty() {
            self.begin("span", node, class);
            self.out.push('>');
            self.push(&rest);
            self.out.push_str("</span>");
        }
        self.fresh = false;
        Flow::Past
    }

    /// Something that cannot be read, or is empty.
    pub(super) fn gap(&mut self, node: Node<'x>) -> Flow {
        let name = name(node);
        let (tag, end) = self.tag_for(node, "span");
        self.begin(tag, node, name);
        if let Some(title) = remark(node) {
            push_attribute("title", &title, &mut self.out);
        }
        self.fresh &= name != "gap";
        self.into(end)
    }
}

/// Whether a formula is written in the language of TeX.
fn is_tex(formula: Node<'_>) -> bool {
    let notation = attribute(formula, "notation").unwrap_or_default();
    ["tex", "latex"].iter().any(|tex| notation.eq_ignore_ascii_case(tex))
}

/// Whether a way leads to a file beside the book, which it does not hold.
fn is_beside(way: &str) -> bool {
    // In a path a colon is no sign of a scheme.
    let start = way.split(['/', '?', '#']).next().unwrap_or(way);
    !start.contains(':') && !way.contains(".xhtml#") && !way.starts_with('#')
}

/// What an editor says of words: why, how much, who, how sure.
fn remark(node: Node<'_>) -> Option<String> {
    let mut said = Vec::new();
    let keys: &[&str] = match name(node) {
        "gap" | "space" => &["reason", "quantity", "extent", "unit", "cert"],
        "unclear" | "supplied" | "surplus" | "damage" => &["reason", "cert", "evidence"],
        "add" => &["place", "hand"],
        "del" => &["rend", "hand"],
        "corr" | "reg" | "expan" | "sic" | "orig" | "abbr" => &["cert", "resp"],
        _ => return None,
    };
    said.push(name(node).to_owned());
    said.extend(keys.iter().filter_map(|key| attribute(node, key)).map(|v| v.replace('#', "")));
    Some(said.join(", "))
}

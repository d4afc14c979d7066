//! Blocks, and which tag each element becomes.

use super::super::role::Role;
use super::super::speaker::speaker;
use super::super::tree::{Flow, Node, characters, is_blank, joins, name};
use super::body::Body;
use super::markup::{push_attribute, push_text};
use super::math::is_math;

impl<'x> Body<'_, '_, 'x> {
    pub(super) fn tagged(&mut self, node: Node<'x>, role: Role) -> Flow {
        let class = name(node);
        if is_math(node) {
            return self.math(node);
        }
        match role {
            Role::Container => match class {
                "floatingText" | "group" | "zone" | "surface" => self.block("div", node, class),
                _ => self.container(node),
            },
            Role::Section => {
                self.begin("section", node, class);
                self.into("</section>")
            }
            Role::Head => self.head(node),
            Role::Paragraph => {
                let is_flat = !self.document().layout.has_block(node) && self.stands_free(node);
                let tag = if is_flat { "p" } else { "div" };
                self.block(tag, node, if class == "p" && is_flat { "" } else { class })
            }
            Role::Figure => {
                self.block(if self.stands_free(node) { "figure" } else { "div" }, node, class)
            }
            Role::Preformatted => {
                let tag = if self.document().layout.has_block(node) { "div" } else { "pre" };
                self.block(tag, node, class)
            }
            Role::List | Role::Table => self.shell(node, class),
            Role::Row | Role::Cell | Role::Item | Role::Label => self.member(node, class),
            Role::Note => self.note(node),
            Role::LineBreak => self.line_break(node),
            Role::PageBreak | Role::Point => self.point(node),
            Role::Graphic => self.graphic(node),
            Role::Gap | Role::Space => self.gap(node),
            Role::Glyph => self.glyph(node),
            Role::Apparatus => self.apparatus(node),
            Role::Name => self.name(node),
            Role::Date => self.date(node),
            Role::Reference => self.reference(node),
            Role::Choice | Role::Phrase => self.phrase(node),
            Role::Either if !self.document().layout.is_block(node) => self.phrase(node),
            Role::Speech => self.speech(node),
            _ if self.site.title == Some(node) => {
                self.begin("h1", node, class);
                self.into("</h1>")
            }
            _ => self.block("div", node, class),
        }
    }

    /// Whether the elements around `node` are blocks, so that it can be any.
    pub(super) fn stands_free(&self, node: Node<'x>) -> bool {
        node.parent()
            .is_none_or(|parent| !parent.is_element() || self.document().layout.is_block(parent))
    }

    pub(super) fn block(&mut self, tag: &'static str, node: Node<'x>, class: &str) -> Flow {
        self.begin(tag, node, class);
        self.into(match tag {
            "p" => "</p>",
            "pre" => "</pre>",
            "figure" => "</figure>",
            _ => "</div>",
        })
    }

    /// A speech, with who speaks where its own words do not tell.
    fn speech(&mut self, node: Node<'x>) -> Flow {
        let flow = self.block("div", node, name(node));
        if let Some(speaker) = speaker(node, self.document()) {
            self.out.push_str("<span class=\"speaker ui-added\">");
            push_text(speaker, &mut self.out);
            self.out.push_str("</span> ");
        }
        flow
    }

    /// `front`, `body`, `back` and what is around them: tags only where they
    /// say something.
    pub(super) fn container(&mut self, node: Node<'x>) -> Flow {
        let has_own = super::super::tree::own_language(node).is_some() || self.id(node).is_some();
        if !has_own {
            return self.untagged();
        }
        let flow = self.block("div", node, name(node));
        if let Some(title) = self.document().outline.title(node) {
            self.out.push_str("<h2 class=\"head ui-added\">");
            push_text(title, &mut self.out);
            self.out.push_str("</h2>\n");
        }
        flow
    }

    pub(super) fn head(&mut self, node: Node<'x>) -> Flow {
        const ENDS: [&str; 5] = ["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"];
        const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
        let depth = node.parent().map_or(0, |section| self.document().outline.level(section));
        let depth = depth.saturating_sub(self.above);
        let is_second = node.prev_siblings().skip(1).any(|before| name(before) == "head");
        if is_second {
            return self.block("div", node, "head second");
        }
        // Nobody hears a heading without words.
        if is_blank(&characters(node)) && !self.document().layout.has_block(node) {
            return self.block("div", node, "head");
        }
        if self.document().layout.has_block(node) {
            self.begin("div", node, "head");
            push_attribute("role", "heading", &mut self.out);
            push_attribute("aria-level", &(depth + 2).to_string(), &mut self.out);
            return self.into("</div>");
        }
        let at = depth.clamp(1, 5) - 1;
        self.begin(TAGS[at], node, "head");
        self.into(ENDS[at])
    }

    /// Where a line of the source begins; white space there separates words
    /// unless the break is within one.
    pub(super) fn line_break(&mut self, node: Node<'x>) -> Flow {
        if self.fresh {
            return Flow::Past;
        }
        let end = if self.site.is_xml() { "/>" } else { ">" };
        if joins(node) {
            let hyphenated = self.out.ends_with(['-', '‐', '¬', '⸗', '\u{AD}', '=']);
            // Chinese and Japanese go on in the next line without a sign.
            let needs_none = self.out.ends_with(|c| matches!(c, '\u{2E80}'..='\u{D7FF}'));
            if !hyphenated && !needs_none {
                self.out.push_str("<span class=\"ui-hyphen\"></span>");
            }
        } else if !self.out.ends_with([' ', '\n']) {
            self.out.push('\n');
        }
        self.out.push_str("<br class=\"lb\"");
        self.out.push_str(end);
        Flow::Past
    }
}

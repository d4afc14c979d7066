//! Blocks: where they begin and end, and of what kind they are.

use super::super::outline::citation;
use super::super::record::{is_one_of_several, part_of_catalogue, part_of_edition};
use super::super::role::Role;
use super::super::speaker::speaker;
use super::super::spoken::is_event;
use super::super::tree::{Flow, Node, attribute, name, own_language};
use super::context::{Context, Shape, context};
use super::setting::setting;
use super::{Block, Kind, Piece, Prose};

impl<'x> Prose<'_, 'x> {
    /// Ends the block that is being read.
    pub(super) fn flush(&mut self) {
        self.end_word();
        self.space = false;
        self.owed = false;
        if self.tables > 0 {
            self.line.push_break();
            return;
        }
        let has_words = self.line.has_words();
        let pieces = self.line.take(&self.open);
        if !has_words {
            return;
        }
        let kind = self.kind();
        self.push(kind, pieces);
    }

    /// An empty block where a note stands.
    pub(super) fn note_apart(&mut self, node: Node<'x>) -> Flow {
        self.flush();
        if let Some(index) = self.document.notes.index(node) {
            self.push(Kind::Note(index), Vec::new());
        }
        Flow::Past
    }

    pub(super) fn push(&mut self, kind: Kind, mut pieces: Vec<Piece>) {
        let is_text = matches!(kind, Kind::Paragraph | Kind::Line { .. });
        if let Some(citation) = self.citation.take_if(|_| is_text) {
            pieces.insert(0, Piece::Text(format!("{citation} ")));
        }
        let lists = self.contexts.iter().filter(|context| context.shape == Shape::List).count();
        let quotations =
            self.contexts.iter().filter(|context| context.shape == Shape::Quotation).count();
        let setting = self.contexts.iter().rev().find_map(|context| context.setting);
        let setting = setting.unwrap_or_default();
        let language = self.contexts.iter().rev().find_map(|context| context.language);
        let language = language.or_else(|| self.note.and_then(super::super::tree::language));
        let language = language.filter(|language| Some(*language) != self.document.language);
        let language = language.map(Box::from);
        self.blocks.push(Block { kind, lists, quotations, setting, language, pieces });
    }

    /// The kind of the next block: what is around it, and whether that had one
    /// before.
    pub(super) fn kind(&mut self) -> Kind {
        let in_item = self.contexts.iter().any(|context| matches!(context.kind, Kind::Item(_)));
        let Some(context) = self
            .contexts
            .iter_mut()
            .rev()
            .find(|context| context.is_block && context.kind != Kind::Paragraph)
        else {
            return Kind::Paragraph;
        };
        let kind = match (&context.kind, context.used) {
            (Kind::Item(_), true) => Kind::Continued,
            (Kind::Note(_), true) if in_item => Kind::Continued,
            (Kind::Note(_), true) => Kind::Paragraph,
            (kind, _) => kind.clone(),
        };
        context.used = true;
        kind
    }

    pub(super) fn begin(&mut self, context: Context<'x>) -> Flow {
        if context.is_block {
            self.flush();
        }
        self.contexts.push(context);
        Flow::Into
    }

    pub(super) fn block(&mut self, node: Node<'x>, role: Role) -> Flow {
        let inner = match role {
            Role::Container => {
                self.flush();
                if let Some(title) = self.document.outline.title(node) {
                    self.push(Kind::Heading(1), vec![Piece::Text(title.to_owned())]);
                }
                context(Kind::Paragraph, true)
            }
            Role::Head => {
                let depth = node.parent().map_or(0, |outer| self.document.outline.level(outer));
                let is_second = node.prev_siblings().skip(1).any(|b| name(b) == "head");
                context(if is_second { Kind::Caption } else { Kind::Heading(depth.max(1)) }, true)
            }
            Role::Section => {
                self.flush();
                self.cite(node);
                let label = part_of_edition(node, self.document.labels.language);
                if let Some(label) = label.filter(|_| self.document.layout.is_full(node)) {
                    self.push(Kind::Caption, vec![Piece::Text(label)]);
                }
                context(Kind::Paragraph, true)
            }
            Role::Caption => context(Kind::Caption, true),
            Role::Line => {
                let before = node.prev_siblings().skip(1).find(Node::is_element);
                let first =
                    before.is_none_or(|before| self.document.layout.role(before) != Role::Line);
                context(Kind::Line { first: first && !self.goes_on(node) }, true)
            }
            Role::List => Context { shape: Shape::List, ..context(Kind::Paragraph, true) },
            Role::Item | Role::Label => return self.item(node, role),
            Role::Speaker => context(Kind::Speaker, true),
            Role::Preformatted => context(Kind::Preformatted, true),
            Role::Note => match self.document.notes.index(node) {
                Some(index) => context(Kind::Note(index), true),
                None => context(Kind::Paragraph, true),
            },
            _ if name(node) == "sense" && is_one_of_several(node) => return self.sense(node),
            _ if name(node) == "addrLine" => {
                let is_line = |before: Node<'_>| name(before) == "addrLine";
                let first = !node.prev_sibling_element().is_some_and(is_line);
                context(Kind::AddressLine { first }, true)
            }
            Role::Speech => {
                self.flush();
                if let Some(speaker) = speaker(node, self.document) {
                    self.push(Kind::Speaker, vec![Piece::Text(speaker.to_owned())]);
                }
                context(Kind::Paragraph, true)
            }
            _ if name(node) == "stage" || is_event(node) => context(Kind::Stage, true),
            _ if matches!(name(node), "quote" | "q" | "cit" | "epigraph") => {
                Context { shape: Shape::Quotation, ..context(Kind::Paragraph, true) }
            }
            _ => context(Kind::Paragraph, true),
        };
        self.begin(Context { setting: setting(node), language: own_language(node), ..inner });
        self.label(node);
        Flow::Into
    }

    /// What a part of a catalogue is about, and the number of what a manuscript
    /// contains, before it.
    fn label(&mut self, part: Node<'x>) {
        if !self.document.layout.is_full(part) {
            return;
        }
        let number = attribute(part, "n").filter(|_| name(part) == "msItem");
        let about = part_of_catalogue(part, self.document.labels.language);
        let label = number.map(|n| format!("{n}.")).or_else(|| about.map(|a| format!("{a}:")));
        if let Some(label) = label {
            self.words(&label);
            self.space = true;
        }
    }

    /// The number that a passage is cited by stands before its first words, that
    /// of a larger one before it.
    fn cite(&mut self, section: Node<'x>) {
        let Some(number) = citation(section) else { return };
        let above = self.citation.take().map(|above| format!("{above}.")).unwrap_or_default();
        self.citation = Some(above + number);
    }

    /// Whether a line of verse is the second part of one that a speech began.
    pub(super) fn goes_on(&self, line: Node<'x>) -> bool {
        attribute(line, "part").is_some_and(|part| matches!(part, "F" | "M"))
            && matches!(self.blocks.last().map(|b| &b.kind), Some(Kind::Line { .. }))
    }

    /// One of several senses of a word, with its number.
    pub(super) fn sense(&mut self, node: Node<'x>) -> Flow {
        let counted = self.contexts.last_mut().map_or(1, |entry| {
            entry.items += 1;
            entry.items
        });
        let number = attribute(node, "n").and_then(|n| n.parse().ok()).unwrap_or(counted);
        let sense = context(Kind::Item(Some(number)), true);
        self.begin(Context { shape: Shape::List, language: own_language(node), ..sense })
    }

    pub(super) fn item(&mut self, node: Node<'x>, role: Role) -> Flow {
        let labelled = role == Role::Item
            && node
                .prev_sibling_element()
                .is_some_and(|b| self.document.layout.role(b) == Role::Label);
        if labelled {
            let again = context(Kind::Item(None), true);
            return self.begin(Context { used: true, language: own_language(node), ..again });
        }
        let list = self.contexts.iter_mut().rev().find(|context| context.shape == Shape::List);
        let number = list.map(|list| {
            list.items += 1;
            list.items
        });
        let is_ordered = node.parent().is_some_and(|list| {
            let kind = attribute(list, "rend").or_else(|| attribute(list, "type"));
            matches!(kind, Some("ordered" | "numbered" | "decimal")) && role == Role::Item
        });
        let item = context(Kind::Item(number.filter(|_| is_ordered)), true);
        let flow = self.begin(Context { language: own_language(node), ..item });
        if let Some(place) = attribute(node, "loc").filter(|_| name(node) == "app") {
            self.words(place);
            self.space = true;
        }
        flow
    }
}

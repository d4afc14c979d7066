//! The text as a row of blocks, for formats that are written line by line.
//!
//! White space is settled here, once: words stay apart where elements end, and
//! stay together where they do not.

mod line;
mod setting;
mod table;
mod word;

use super::document::Document;
use super::forms::Forms;
use super::notes::{Kind as NoteKind, is_anchor};
use super::role::{Role, is_reading_of_text, is_repetition};
use super::style::Style;
use super::tree::{Flow, Node, Visitor, attribute, joins, name, own_language, walk};
use line::Line;
pub(super) use setting::Setting;
use setting::setting;
use word::is_reading_of_ruby;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    /// The heading of a division, and how deep that lies, from 1.
    Heading(usize),
    /// Another heading.
    Caption,
    /// A line of verse; the first one of some, or a later one.
    Line {
        first: bool,
    },
    /// An entry of a list, with its number if it has one.
    Item(Option<usize>),
    /// What follows in the same entry.
    Continued,
    Speaker,
    Stage,
    /// A note in its place, by its number in the list of notes.
    Note(usize),
    Preformatted,
    /// A table: rows of cells.
    Table(Vec<Vec<Vec<Piece>>>),
}

/// A block of text.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub kind: Kind,
    /// How many lists it is in.
    pub lists: usize,
    /// How many quotations it is in.
    pub quotations: usize,
    pub setting: Setting,
    /// Its language, if that is not the one of the document.
    pub language: Option<Box<str>>,
    pub pieces: Vec<Piece>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Characters, with white space collapsed.
    Text(String),
    /// A line of the source begins.
    Break,
    Start(Style),
    End(Style),
    /// The marker of a note, by its number in the list of notes.
    Note(usize),
    /// A link begins; it leads to an address of the web.
    Link(String),
    LinkEnd,
    /// A picture.
    Picture(String),
}

/// How a block holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    List,
    Quotation,
    Plain,
}

/// What is around the words that come.
struct Context<'x> {
    kind: Kind,
    /// Whether a block of this context was written.
    used: bool,
    shape: Shape,
    is_block: bool,
    setting: Option<Setting>,
    language: Option<&'x str>,
    /// The pieces that end it.
    ends: Vec<Piece>,
    items: usize,
}

/// Reads nodes as blocks.
pub(super) struct Prose<'d, 'x> {
    document: &'d Document<'x>,
    blocks: Vec<Block>,
    line: Line,
    contexts: Vec<Context<'x>>,
    /// Styles and links that are open.
    open: Vec<Piece>,
    space: bool,
    /// Whether white space before the marker of a note was left out, which
    /// keeps the words on its two sides apart.
    owed: bool,
    /// The other forms of the word that is being read.
    forms: Forms<Vec<Piece>>,
    /// The lines before the forms that are being read.
    outer: Vec<Line>,
    table: Option<Vec<Vec<Vec<Piece>>>>,
    tables: usize,
    /// The note whose own words are being read.
    note: Option<Node<'x>>,
    /// Whether notes in their place are read at their markers.
    moves_notes: bool,
}

/// The blocks of the whole text.
pub(super) fn blocks(document: &Document<'_>) -> Vec<Block> {
    blocks_of_text(document, false)
}

/// The blocks of the text without the notes in it that a marker leads to, for
/// formats that put each at its marker.
pub(super) fn blocks_without_notes(document: &Document<'_>) -> Vec<Block> {
    blocks_of_text(document, true)
}

fn blocks_of_text(document: &Document<'_>, moves_notes: bool) -> Vec<Block> {
    let mut prose = Prose::new(document, None);
    prose.moves_notes = moves_notes;
    for text in &document.texts {
        walk(*text, &mut prose);
    }
    prose.flush();
    prose.blocks
}

/// The blocks of a note.
pub(super) fn blocks_of_note<'x>(document: &Document<'x>, note: Node<'x>) -> Vec<Block> {
    let mut prose = Prose::new(document, Some(note));
    for child in note.children() {
        walk(child, &mut prose);
    }
    prose.flush();
    prose.blocks
}

impl<'d, 'x> Prose<'d, 'x> {
    fn new(document: &'d Document<'x>, note: Option<Node<'x>>) -> Self {
        Self {
            document,
            blocks: Vec::new(),
            line: Line::default(),
            contexts: Vec::new(),
            open: Vec::new(),
            space: false,
            owed: false,
            forms: Forms::default(),
            outer: Vec::new(),
            table: None,
            tables: 0,
            note,
            moves_notes: false,
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
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

    fn push(&mut self, kind: Kind, pieces: Vec<Piece>) {
        let lists = self.contexts.iter().filter(|context| context.shape == Shape::List).count();
        let quotations =
            self.contexts.iter().filter(|context| context.shape == Shape::Quotation).count();
        let setting = self.contexts.iter().rev().find_map(|context| context.setting);
        let setting = setting.unwrap_or_default();
        let language = self.contexts.iter().rev().find_map(|context| context.language);
        let language = language.or_else(|| self.note.and_then(super::tree::language));
        let language = language.filter(|language| Some(*language) != self.document.language);
        let language = language.map(Box::from);
        self.blocks.push(Block { kind, lists, quotations, setting, language, pieces });
    }

    /// The kind of the next block: what is around it, and whether that had one
    /// before.
    fn kind(&mut self) -> Kind {
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

    fn begin(&mut self, context: Context<'x>) -> Flow {
        if context.is_block {
            self.flush();
        }
        self.contexts.push(context);
        Flow::Into
    }

    fn start(&mut self, piece: Piece) {
        if self.space && !self.line.is_fresh() {
            self.line.push_text(" ");
            self.space = false;
        }
        self.open.push(piece.clone());
        self.line.push(piece);
    }

    fn end(&mut self, piece: Piece) {
        self.open.pop();
        self.line.push(piece);
    }

    fn has_marker(&self, note: Node<'x>) -> bool {
        self.document.notes.of_node(note).is_some_and(|note| !note.markers.is_empty())
    }

    fn marker(&mut self, node: Node<'x>) {
        let notes = &self.document.notes;
        let Some(index) = notes.index(node) else { return };
        self.owed |= std::mem::take(&mut self.space);
        self.line.push(Piece::Note(index));
    }

    /// A phrase: its look, and where it leads.
    fn phrase(&mut self, node: Node<'x>, role: Role) -> Flow {
        let mut ends = Vec::new();
        let layout = &self.document.layout;
        let is_form = layout.is_form(node);
        let other = layout.is_alternative(node) && !is_form
            || name(node) == "rdg" && !is_reading_of_text(node);
        if other && self.note.is_none_or(|note| node.parent() != Some(note)) {
            self.space = true;
            self.word("[");
            ends.push(Piece::Text("]".to_owned()));
        } else if other {
            self.space = true;
        }
        self.space |= is_repetition(node) && !is_form;
        if is_reading_of_ruby(node) {
            self.word("(");
            ends.push(Piece::Text(")".to_owned()));
        }
        let style = self.document.renditions.style(node);
        let shown = matches!(role, Role::Phrase | Role::Either | Role::Choice);
        if shown && style != Style::default() {
            self.start(Piece::Start(style));
            ends.push(Piece::End(style));
        }
        let way = (role == Role::Reference)
            .then(|| attribute(node, "target"))
            .flatten()
            .filter(|target| super::metadata::is_web(target) && node.has_children());
        if let Some(way) = way {
            let way = way.split_ascii_whitespace().next().unwrap_or_default();
            self.start(Piece::Link(way.to_owned()));
            ends.push(Piece::LinkEnd);
        }
        self.contexts.push(Context { ends, ..context(Kind::Paragraph, false) });
        Flow::Into
    }

    fn reference(&mut self, node: Node<'x>) -> Flow {
        if let Some((note, _)) = self.document.notes.at(node) {
            let label = note.label.as_deref().unwrap_or_default();
            let words: String = super::tree::characters(node);
            let is_label = words.trim_matches(|c: char| !c.is_alphanumeric()) == label;
            if words.is_empty() || is_label && is_anchor(node) {
                self.marker(note.node);
                return Flow::Past;
            }
        }
        self.phrase(node, Role::Reference)
    }

    fn block(&mut self, node: Node<'x>, role: Role) -> Flow {
        let inner = match role {
            Role::Head => {
                let depth = node.parent().map_or(0, |outer| self.document.outline.level(outer));
                let is_second = node.prev_siblings().skip(1).any(|b| name(b) == "head");
                context(if is_second { Kind::Caption } else { Kind::Heading(depth.max(1)) }, true)
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
            _ if name(node) == "stage" => context(Kind::Stage, true),
            _ if matches!(name(node), "quote" | "q" | "cit" | "epigraph") => {
                Context { shape: Shape::Quotation, ..context(Kind::Paragraph, true) }
            }
            _ => context(Kind::Paragraph, true),
        };
        self.begin(Context { setting: setting(node), language: own_language(node), ..inner })
    }

    /// Whether a line of verse is the second part of one that a speech began.
    fn goes_on(&self, line: Node<'x>) -> bool {
        attribute(line, "part").is_some_and(|part| matches!(part, "F" | "M"))
            && matches!(self.blocks.last().map(|b| &b.kind), Some(Kind::Line { .. }))
    }

    fn item(&mut self, node: Node<'x>, role: Role) -> Flow {
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
        self.begin(Context { language: own_language(node), ..item })
    }
}

fn context<'x>(kind: Kind, is_block: bool) -> Context<'x> {
    Context {
        kind,
        used: false,
        shape: Shape::Plain,
        is_block,
        setting: None,
        language: None,
        ends: Vec::new(),
        items: 0,
    }
}

fn end_of(piece: &Piece) -> Piece {
    match piece {
        Piece::Start(style) => Piece::End(*style),
        _ => Piece::LinkEnd,
    }
}

impl<'x> Prose<'_, 'x> {
    /// Reads the start of an element.
    fn element(&mut self, node: Node<'x>) -> Flow {
        let known = self.document.notes.of_node(node).map(|note| note.kind);
        let app = node.parent().filter(|parent| name(*parent) == "app");
        let app = app.and_then(|app| self.document.notes.of_node(app));
        let app = app.filter(|app| app.kind == NoteKind::Readings);
        if app.is_some_and(|app| (self.note == Some(app.node)) == is_reading_of_text(node)) {
            return Flow::Past;
        }
        let role = self.document.layout.role(node);
        match role {
            Role::Note if known == Some(NoteKind::Moved) => {
                self.marker(node);
                Flow::Past
            }
            Role::Note if self.moves_notes && self.has_marker(node) => Flow::Past,
            Role::Table | Role::Row | Role::Cell => self.table(role),
            _ if self.document.layout.is_block(node) => self.block(node, role),
            Role::LineBreak => {
                if joins(node) {
                    self.space = false;
                } else {
                    self.space = true;
                    if !self.line.is_fresh() {
                        self.line.push(Piece::Break);
                    }
                }
                Flow::Past
            }
            Role::PageBreak | Role::Point if !node.has_children() => {
                if let Some((note, _)) = self.document.notes.at(node) {
                    self.marker(note.node);
                }
                Flow::Past
            }
            Role::Gap => {
                self.word("[…]");
                self.phrase(node, role)
            }
            Role::Graphic => {
                if let Some(url) = attribute(node, "url") {
                    self.line.push(Piece::Picture(url.to_owned()));
                }
                self.phrase(node, role)
            }
            Role::Reference => self.reference(node),
            _ => self.phrase(node, role),
        }
    }
}

impl<'x> Visitor<'x> for Prose<'_, 'x> {
    fn enter(&mut self, node: Node<'x>) -> Flow {
        self.enter_word(node);
        let flow = self.element(node);
        if flow == Flow::Past {
            self.leave_word(node);
        }
        flow
    }

    fn text(&mut self, text: &'x str, node: Node<'x>) {
        let layout = &self.document.layout;
        let pre = node.ancestors().any(|outer| layout.role(outer) == Role::Preformatted);
        if pre {
            self.preformatted(text);
            return;
        }
        let mut first = true;
        for word in text.split([' ', '\t', '\n', '\r']) {
            if !first {
                self.end_word();
                self.space = true;
            }
            first = false;
            self.word(word);
        }
    }

    fn leave(&mut self, node: Node<'x>) {
        let role = self.document.layout.role(node);
        let is_table = matches!(role, Role::Table | Role::Row | Role::Cell);
        let is_block = self.contexts.last().is_some_and(|context| context.is_block);
        if is_table {
            self.leave_table(role);
        } else if is_block {
            self.flush();
        }
        if self.document.layout.is_alternative(node) {
            self.end_word();
        }
        let Some(context) = self.contexts.pop() else { return };
        for piece in context.ends.into_iter().rev() {
            match piece {
                Piece::Text(text) => self.line.push_text(&text),
                piece => self.end(piece),
            }
        }
        if self.document.notes.of_node(node).is_some_and(|n| n.kind == NoteKind::Readings) {
            self.marker(node);
        }
        self.leave_word(node);
    }
}

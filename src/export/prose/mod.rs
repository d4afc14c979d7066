//! The text as a row of blocks, for formats that are written line by line.
//!
//! White space is settled here, once: words stay apart where elements end, and
//! stay together where they do not.

mod block;
mod context;
mod line;
mod phrase;
mod setting;
mod table;
mod word;

use super::apart::is_remark;
use super::document::Document;
use super::forms::Forms;
use super::notes::Kind as NoteKind;
use super::record::runs_on;
use super::role::{Role, is_deleted_space};
use super::spoken::pause;
use super::style::Style;
use super::tree::{Flow, Node, Visitor, attribute, joins, walk};
use context::Context;
use line::Line;
pub(super) use setting::Setting;
use word::{Form, Written};

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
    /// A line of an address; the first one of some, or a later one.
    AddressLine {
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

impl Block {
    /// Whether it stands for a note whose words are elsewhere.
    pub(super) fn is_note_apart(&self) -> bool {
        matches!(self.kind, Kind::Note(_)) && self.pieces.is_empty()
    }
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
    forms: Forms<Written>,
    /// Whether white space ended one of them.
    gap: bool,
    /// Whether that word is a mistake of the source.
    is_sic: bool,
    /// The lines before the forms that are being read.
    outer: Vec<Line>,
    /// The number that the next passage is cited by.
    citation: Option<String>,
    table: Option<Vec<Vec<Vec<Piece>>>>,
    tables: usize,
    /// The note whose own words are being read.
    note: Option<Node<'x>>,
    /// Whether notes in their place that have markers are read apart.
    moves_notes: bool,
}

/// The blocks of some texts.
pub(super) fn blocks<'x>(document: &Document<'x>, texts: &[Node<'x>]) -> Vec<Block> {
    blocks_of_texts(document, texts, false)
}

/// The blocks of the text with an empty block for each note in it that a marker
/// leads to, for formats that have its words elsewhere or write it by itself.
pub(super) fn blocks_with_notes_apart(document: &Document<'_>) -> Vec<Block> {
    blocks_of_texts(document, &document.texts, true)
}

fn blocks_of_texts<'x>(
    document: &Document<'x>,
    texts: &[Node<'x>],
    moves_notes: bool,
) -> Vec<Block> {
    let mut prose = Prose::new(document, None);
    prose.moves_notes = moves_notes;
    for text in texts {
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
            gap: false,
            is_sic: false,
            outer: Vec::new(),
            citation: None,
            table: None,
            tables: 0,
            note,
            moves_notes: false,
        }
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
        if self.document.notes.is_elsewhere(node, self.note) {
            return Flow::Past;
        }
        let role = self.document.layout.role(node);
        match role {
            Role::Note if known == Some(NoteKind::Moved) => {
                self.marker(node);
                Flow::Past
            }
            Role::Note if self.moves_notes && self.has_marker(node) => self.note_apart(node),
            Role::Table | Role::Row | Role::Cell => self.table(node, role),
            _ if self.document.layout.is_block(node) && runs_on(node) => self.run_on(node, role),
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
                } else if let Some(pause) = pause(node) {
                    self.space = true;
                    self.word(&pause);
                    self.owed = true;
                }
                Flow::Past
            }
            Role::Gap if !self.document.layout.is_full(node) => {
                self.word("[…]");
                self.phrase(node, role)
            }
            Role::Graphic => {
                if let Some(url) = attribute(node, "url") {
                    self.line.push(Piece::Picture(url.to_owned()));
                }
                self.phrase(node, role)
            }
            Role::Glyph => self.glyph(node),
            Role::Reference => self.reference(node),
            _ => self.phrase(node, role),
        }
    }
}

impl<'x> Visitor<'x> for Prose<'_, 'x> {
    fn enter(&mut self, node: Node<'x>) -> Flow {
        if is_deleted_space(node) {
            return Flow::Past;
        }
        if self.document.layout.is_parted(node) {
            self.words(" ");
        }
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
        self.words(text);
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
        let runs_on = !is_block && self.document.layout.is_block(node) && runs_on(node);
        if runs_on || matches!(self.form(node), Some(Form::Other | Form::Deleted)) {
            self.end_word();
        }
        self.space |= runs_on;
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
        self.owed |= is_remark(node);
        self.leave_word(node);
    }
}

//! What the opening and the foot of a letter are made of.

use std::ops::Range;

use crate::source::Span;

/// What a part of an opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::structure) enum PartKind {
    /// A letterhead, or the address of who writes or is written to.
    Address,
    /// When and where the letter was written.
    Dateline,
    /// What the letter is about, or what is said of it.
    Argument,
    /// Who writes, in a memorandum.
    Byline,
    /// The greeting.
    Salute,
    /// The beginning of a page.
    Page,
}

/// Some lines of a block.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Part {
    /// What they are.
    pub kind: PartKind,
    /// The block.
    pub block: usize,
    /// The lines, at least one.
    pub lines: Vec<Span>,
}

impl Part {
    /// From the first line to the last.
    pub(in crate::structure) fn span(&self) -> Span {
        self.lines[0].join(self.lines[self.lines.len() - 1])
    }
}

/// The blocks above the text of a letter, and what is in them.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Opening {
    /// The blocks.
    pub blocks: Range<usize>,
    /// What stands in them, in order.
    pub parts: Vec<Part>,
    /// The lines of the last block with which the text begins.
    pub text: Vec<Span>,
}

impl Opening {
    /// The parts of a kind.
    pub(in crate::structure) fn of_kind(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }
}

/// What a part of the foot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::structure) enum FootKind {
    /// The formula.
    Salute,
    /// A name, or an office.
    Signed,
    /// When and where.
    Dateline,
    /// An address.
    Address,
    /// What was added, and says so.
    Postscript,
    /// A paragraph that goes on with it.
    Added,
    /// Initials of the typist, enclosures, copies, a remark of an archivist.
    Trailer,
}

impl FootKind {
    /// Whether it belongs to those who take leave.
    pub(in crate::structure) const fn is_in_closer(self) -> bool {
        !matches!(self, Self::Postscript | Self::Added | Self::Trailer)
    }
}

/// Some lines of the foot.
#[derive(Clone, Debug)]
pub(in crate::structure) struct FootPart {
    /// What they are.
    pub kind: FootKind,
    /// The lines.
    pub lines: Vec<Span>,
    /// The block, if they are all its lines.
    pub block: Option<usize>,
}

/// The foot of a letter.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Foot {
    /// Its blocks.
    pub blocks: Range<usize>,
    /// The lines of the first block that are the end of the text.
    pub text: Vec<Span>,
    /// What stands in it, in order.
    pub parts: Vec<FootPart>,
}

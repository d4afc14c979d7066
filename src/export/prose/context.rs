//! What is around the words that come.

use super::{Kind, Piece, Setting};

/// How a block holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    List,
    Quotation,
    Plain,
}

/// What is around the words that come.
pub(super) struct Context<'x> {
    pub kind: Kind,
    /// Whether a block of this context was written.
    pub used: bool,
    pub shape: Shape,
    pub is_block: bool,
    pub setting: Option<Setting>,
    pub language: Option<&'x str>,
    /// The pieces that end it.
    pub ends: Vec<Piece>,
    pub items: usize,
}

pub(super) fn context<'x>(kind: Kind, is_block: bool) -> Context<'x> {
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

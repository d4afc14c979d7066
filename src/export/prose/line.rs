//! The pieces of a line as they are read.

use super::Piece;

/// The pieces that were read of a line, and what is known of them without
/// looking back: a line may begin with any number of pieces without words.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    has_words: bool,
    is_begun: bool,
    ends_in_space: bool,
}

impl Line {
    /// A line that begins with `pieces`, none of which is words.
    pub(super) fn beginning(pieces: Vec<Piece>) -> Self {
        Self { pieces, ..Self::default() }
    }

    pub(super) fn push(&mut self, piece: Piece) {
        match piece {
            Piece::Break => self.is_begun = false,
            Piece::Text(_) | Piece::Note(_) | Piece::Picture(_) => {
                self.has_words = true;
                self.is_begun = true;
                self.ends_in_space = false;
            }
            _ => {}
        }
        self.pieces.push(piece);
    }

    /// Writes on in the last text, or begins one.
    pub(super) fn push_text(&mut self, text: &str) {
        self.has_words = true;
        self.is_begun = true;
        self.ends_in_space = text.ends_with(' ');
        if let Some(Piece::Text(last)) = self.pieces.last_mut() {
            last.push_str(text);
        } else {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    /// Begins a line of the source, unless one has just begun.
    pub(super) fn push_break(&mut self) {
        if self.has_words && self.pieces.last() != Some(&Piece::Break) {
            self.push(Piece::Break);
        }
    }

    /// Whether anything of it is to be read.
    pub(super) fn has_words(&self) -> bool {
        self.has_words
    }

    /// Whether no word was read since it or a line of the source began.
    pub(super) fn is_fresh(&self) -> bool {
        !self.is_begun
    }

    /// Whether the last word is followed by a space.
    pub(super) fn ends_in_space(&self) -> bool {
        self.ends_in_space
    }

    /// The pieces, without breaks at the end; a new line begins with `open`.
    pub(super) fn take(&mut self, open: &[Piece]) -> Vec<Piece> {
        while self.pieces.last() == Some(&Piece::Break) {
            self.pieces.pop();
        }
        self.pieces.extend(open.iter().rev().map(super::end_of));
        std::mem::replace(self, Self::beginning(open.to_vec())).pieces
    }
}

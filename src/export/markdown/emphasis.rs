//! Emphasis, where CommonMark takes it as such.

use super::super::prose::Piece;
use super::super::style::Style;
use super::text_of;

/// The marks of emphasis, where CommonMark takes them as such: around whole
/// words.
pub(super) struct Marks(Vec<&'static str>);

impl Marks {
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut marks = vec![""; pieces.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut is_marked = false;
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Start(_) => open.push(at),
                Piece::End(style) => {
                    let Some(start) = open.pop() else { continue };
                    let mark = mark(*style);
                    // Emphasis in emphasis is more than readers of Markdown see.
                    let nested = !open.is_empty()
                        || is_marked && marks[start..at].iter().any(|m| !m.is_empty());
                    if !mark.is_empty() && !nested && fits(pieces, start, at) {
                        marks[start] = mark;
                        marks[at] = mark;
                        is_marked = true;
                    }
                }
                _ => {}
            }
        }
        Self(marks)
    }

    pub(super) fn at(&self, piece: usize) -> &'static str {
        self.0.get(piece).copied().unwrap_or_default()
    }
}

fn mark(style: Style) -> &'static str {
    if style.has(Style::BOLD) {
        "**"
    } else if style.has(Style::ITALIC) {
        "*"
    } else {
        ""
    }
}

/// Whether marks at the two pieces stand around whole words.
fn fits(pieces: &[Piece], start: usize, end: usize) -> bool {
    let is_letter = |c: char| !c.is_whitespace() && !c.is_ascii_punctuation() && !is_sign(c);
    let characters = |pieces: &[Piece]| -> Vec<char> {
        pieces.iter().filter_map(text_of).flat_map(str::chars).collect()
    };
    let inside = characters(&pieces[start..end]);
    if inside.contains(&'\n') {
        return false;
    }
    let last = |pieces: &[Piece]| {
        pieces.iter().rev().find_map(|piece| match piece {
            Piece::Note(_) | Piece::LinkEnd | Piece::Picture(_) => Some(')'),
            piece => text_of(piece)?.chars().next_back(),
        })
    };
    let next = pieces[end..].iter().find_map(|piece| match piece {
        Piece::Note(_) | Piece::Link(_) | Piece::Picture(_) => Some('['),
        piece => text_of(piece)?.chars().next(),
    });
    let (Some(first), Some(end)) = (inside.first(), inside.last()) else { return false };
    last(&pieces[..start]).is_none_or(|c| !is_letter(c) && c != '*')
        && next.is_none_or(|c| !is_letter(c) && c != '*')
        && !first.is_whitespace()
        && !end.is_whitespace()
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' | '¿' | '¡' | '·' | '§')
}

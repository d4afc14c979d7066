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
        let around = Around::of(pieces);
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
                    if !mark.is_empty() && !nested && fits(pieces, &around, start, at) {
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
fn fits(pieces: &[Piece], around: &Around, start: usize, end: usize) -> bool {
    let is_letter = |c: char| !c.is_whitespace() && !c.is_ascii_punctuation() && !is_sign(c);
    let is_apart = |c: Option<char>| c.is_none_or(|c| !is_letter(c) && c != '*');
    let mut inside = pieces[start..end].iter().filter_map(text_of).flat_map(str::chars);
    let Some(first) = inside.next() else { return false };
    let (mut last, mut is_one_line) = (first, first != '\n');
    for c in inside {
        is_one_line &= c != '\n';
        last = c;
    }
    is_one_line
        && !first.is_whitespace()
        && !last.is_whitespace()
        && is_apart(around.before[start])
        && is_apart(around.after[end])
}

/// The characters nearest to each piece.
struct Around {
    before: Vec<Option<char>>,
    after: Vec<Option<char>>,
}

impl Around {
    fn of(pieces: &[Piece]) -> Self {
        let mut around = Self { before: vec![None; pieces.len()], after: vec![None; pieces.len()] };
        let mut last = None;
        for (at, piece) in pieces.iter().enumerate() {
            around.before[at] = last;
            last = match piece {
                Piece::Note(_) | Piece::LinkEnd | Piece::Picture(_) => Some(')'),
                piece => text_of(piece).and_then(|text| text.chars().next_back()).or(last),
            };
        }
        let mut next = None;
        for (at, piece) in pieces.iter().enumerate().rev() {
            next = match piece {
                Piece::Note(_) | Piece::Link(_) | Piece::Picture(_) => Some('['),
                piece => text_of(piece).and_then(|text| text.chars().next()).or(next),
            };
            around.after[at] = next;
        }
        around
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' | '¿' | '¡' | '·' | '§')
}

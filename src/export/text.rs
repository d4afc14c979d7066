//! The reading text: words and lines, nothing else.
//!
//! The exact transcription is what `restore` gives; this is for reading and
//! for programs that count words.

use super::document::Document;
use super::notes::{Kind as NoteKind, Note};
use super::prose::{Block, Kind, Piece, blocks, blocks_of_note};
use super::tree::Node;
use super::{Content, ExportOptions, Format, Loss, loss};
use crate::diagnostic::Diagnostic;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "text",
    extension: "txt",
    description: "The reading text, one line for each paragraph or wrapped",
    losses: &[OF_LOOKS, loss::OF_WORDS, loss::OF_SPANS],
    write,
};

const OF_LOOKS: &[Loss] = &[
    Loss::new("hi", "the words stay, without their look"),
    Loss::new("emph", "the words stay, without their look"),
    Loss::new("foreign", "the words stay, without their language"),
    Loss::new("ref/@target", "the words stay, without the link"),
    Loss::new("graphic", "pictures have no place in a text"),
];

fn write(document: &Document<'_>, options: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    let mut out = String::new();
    // Each text of a corpus has notes with numbers of its own.
    let is_corpus = document.texts.iter().any(|text| document.outline.title(*text).is_some());
    let parts: Vec<&[Node<'_>]> =
        if is_corpus { document.texts.chunks(1).collect() } else { vec![&document.texts] };
    for texts in parts {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        push_blocks(document, &blocks(document, texts), options.wrap, &mut out);
        push_notes(document, texts, options.wrap, &mut out);
    }
    Content::File(out.into_bytes())
}

/// The notes of some texts, after them.
fn push_notes(document: &Document<'_>, texts: &[Node<'_>], wrap: Option<usize>, out: &mut String) {
    let is_of_texts = |note: &Note<'_>| {
        let at = note.place.range().start;
        texts.iter().any(|text| text.range().contains(&at))
    };
    let notes = document.notes.list.iter().filter(|note| note.kind != NoteKind::InPlace);
    for note in notes.filter(|note| is_of_texts(note)) {
        let mut of_note = blocks_of_note(document, note.node);
        let label = label(note.label.as_deref());
        match of_note.first_mut() {
            Some(first) => first.pieces.insert(0, Piece::Text(format!("{label} "))),
            None => continue,
        }
        out.push('\n');
        push_blocks(document, &of_note, wrap, out);
    }
}

fn label(label: Option<&str>) -> String {
    format!("[{}]", label.unwrap_or("*"))
}

fn push_blocks(document: &Document<'_>, blocks: &[Block], wrap: Option<usize>, out: &mut String) {
    let mut before: Option<&Block> = None;
    for block in blocks {
        if let Some(before) = before {
            if !is_tight(before, block) {
                out.push('\n');
            }
            if matches!((&before.kind, &block.kind), (_, Kind::Heading(_))) {
                out.push('\n');
            }
        }
        push_block(document, block, wrap, out);
        before = Some(block);
    }
}

/// Whether no empty line stands between two blocks.
fn is_tight(before: &Block, block: &Block) -> bool {
    match (&before.kind, &block.kind) {
        (Kind::Line { .. }, Kind::Line { first: false })
        | (Kind::AddressLine { .. }, Kind::AddressLine { first: false })
        | (Kind::Item(_), Kind::Continued)
        | (Kind::Speaker, _) => true,
        (Kind::Item(_) | Kind::Continued, Kind::Item(_)) => before.lists > 0 && block.lists > 0,
        _ => false,
    }
}

fn push_block(document: &Document<'_>, block: &Block, wrap: Option<usize>, out: &mut String) {
    let mut indent = "  ".repeat(block.lists.saturating_sub(1) + 2 * block.quotations);
    let mut first = indent.clone();
    match &block.kind {
        Kind::Table(rows) => return push_table(document, rows, &indent, out),
        Kind::Item(number) => {
            first.push_str(&number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. ")));
            indent.push_str("  ");
        }
        Kind::Continued => {
            first.push_str("  ");
            indent.push_str("  ");
        }
        Kind::Note(index) => {
            if let Some(words) = document.notes.list[*index].label.as_deref() {
                first.push_str(&label(Some(words)));
                first.push(' ');
            }
        }
        Kind::Line { .. } => {
            first.push_str("    ");
            indent.push_str("      ");
        }
        _ => {}
    }
    let words = words(document, &block.pieces);
    let lines = if block.kind == Kind::Preformatted {
        words
    } else {
        filled(&words, wrap, &first, &indent)
    };
    let mut start = first.as_str();
    for line in lines.lines() {
        if line.is_empty() {
            out.push('\n');
            continue;
        }
        out.push_str(start);
        out.push_str(line);
        out.push('\n');
        start = &indent;
    }
}

/// The characters of some pieces.
fn words(document: &Document<'_>, pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Break => out.push('\n'),
            Piece::Note(index) => {
                out.push_str(&label(document.notes.list[*index].label.as_deref()));
            }
            _ => {}
        }
    }
    out
}

/// The words in lines of at most `wrap` columns; without a limit the lines of
/// the source become one.
fn filled(words: &str, wrap: Option<usize>, first: &str, indent: &str) -> String {
    let Some(width) = wrap else { return words.replace('\n', " ") };
    let mut out = String::new();
    let mut column = first.chars().count();
    for (at, word) in words.split([' ', '\n']).filter(|word| !word.is_empty()).enumerate() {
        let length = word.chars().count();
        if at > 0 && column + 1 + length > width {
            out.push('\n');
            column = indent.chars().count() + length;
        } else {
            if at > 0 {
                out.push(' ');
                column += 1;
            }
            column += length;
        }
        out.push_str(word);
    }
    out
}

/// A table: cells between bars, a row to a line.
fn push_table(document: &Document<'_>, rows: &[Vec<Vec<Piece>>], indent: &str, out: &mut String) {
    for row in rows {
        let cells: Vec<String> =
            row.iter().map(|cell| words(document, cell).replace('\n', " ")).collect();
        out.push_str(indent);
        out.push_str(cells.join(" | ").trim_end());
        out.push('\n');
    }
}

//! CommonMark with footnotes, tables and a block of metadata before it.

mod emphasis;
mod escape;

use std::fmt::Write;

use super::document::Document;
use super::notes::Kind as NoteKind;
use super::prose::{Block, Kind, Piece, blocks_of_note, blocks_with_notes_apart};
use super::{Content, ExportOptions, Format, Loss, loss};
use crate::diagnostic::Diagnostic;
use emphasis::Marks;
use escape::{escaped, push_escaped};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extension: "md",
    description: "CommonMark with footnotes and metadata",
    losses: &[OF_MARKDOWN, loss::OF_WORDS, loss::OF_SPANS],
    write,
};

const OF_MARKDOWN: &[Loss] = &[
    Loss::new("foreign/@xml:lang", "the words stay, without their language"),
    Loss::new("hi/@rend", "only italic and bold are marked, and only whole words"),
];

fn write(document: &Document<'_>, _: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    let mut out = front_matter(document);
    let writer = Markdown { document };
    writer.push_blocks(&blocks_with_notes_apart(document), "", "", &mut out);
    for (index, note) in document.notes.list.iter().enumerate() {
        if note.kind != NoteKind::InPlace {
            let of_note = blocks_of_note(document, note.node);
            out.push('\n');
            let label = format!("[^{}]: ", writer.label(index));
            writer.push_blocks(&of_note, &label, "    ", &mut out);
        }
    }
    Content::File(out.into_bytes())
}

/// The metadata as YAML, in strings that JSON has, too.
fn front_matter(document: &Document<'_>) -> String {
    let metadata = &document.metadata;
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let list = |words: Vec<&str>| {
        let quoted: Vec<String> = words.into_iter().map(quoted).collect();
        format!("[{}]", quoted.join(", "))
    };
    let mut out = String::from("---\n");
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, "{key}: {value}");
    };
    line("title", quoted(document.title()));
    if !metadata.subtitles.is_empty() {
        line("subtitle", quoted(&metadata.subtitles.join(". ")));
    }
    if !metadata.authors.is_empty() {
        line("author", list(metadata.author_names().collect()));
    }
    if let Some((words, value)) = &metadata.date {
        line("date", quoted(value.as_deref().unwrap_or(words)));
    }
    let language = document.language_tag();
    if language != "und" {
        line("lang", quoted(&language));
    }
    if !metadata.publishers.is_empty() {
        line("publisher", quoted(&metadata.publishers.join("; ")));
    }
    if !metadata.sources.is_empty() {
        line("source", quoted(&metadata.sources.join("; ")));
    }
    if let Some((words, url)) = metadata.licences.first() {
        line("rights", quoted(url.as_deref().unwrap_or(words)));
    }
    out.push_str("---\n\n");
    out
}

struct Markdown<'d, 'x> {
    document: &'d Document<'x>,
}

impl Markdown<'_, '_> {
    /// The label of a footnote: that of the source unless another note has it.
    fn label(&self, index: usize) -> String {
        let notes = &self.document.notes.list;
        let own = notes[index].label.as_deref().unwrap_or_default();
        let fits = !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_digit());
        let taken = || notes[..index].iter().any(|note| note.label.as_deref() == Some(own));
        let id = &notes[index].id;
        if fits && notes.len() < 2000 && !taken() { own.to_owned() } else { id.clone() }
    }

    fn push_blocks(&self, blocks: &[Block], first: &str, rest: &str, out: &mut String) {
        let mut before: Option<&Block> = None;
        // How many lists a reader of Markdown sees open.
        let mut open = 0;
        for (at, block) in blocks.iter().enumerate() {
            let prefix = if at == 0 { first } else { rest };
            if let Some(before) = before {
                push_between(before, block, rest, out);
                if before.quotations != block.quotations {
                    open = 0;
                }
            }
            let is_item = matches!(block.kind, Kind::Item(_));
            open = block.lists.min(if is_item { open + 1 } else { open });
            self.push_block(block, open, prefix, rest, out);
            before = Some(block);
        }
    }

    fn push_block(&self, block: &Block, open: usize, first: &str, rest: &str, out: &mut String) {
        let mut prefix = first.to_owned();
        let mut later = rest.to_owned();
        for _ in 0..block.quotations {
            prefix.push_str("> ");
            later.push_str("> ");
        }
        let is_item = matches!(block.kind, Kind::Item(_));
        for _ in 0..if is_item { open.saturating_sub(1) } else { open } {
            prefix.push_str("    ");
            later.push_str("    ");
        }
        let mut content = self.line(&block.pieces);
        match &block.kind {
            Kind::Heading(depth) => {
                prefix.push_str(&"#".repeat((depth + 1).min(6)));
                prefix.push(' ');
                content = content.replace("\\\n", " ");
            }
            Kind::Caption | Kind::Speaker => content = wrapped(&content, "**"),
            Kind::Stage => content = wrapped(&content, "*"),
            Kind::Item(number) => {
                let marker = number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
                let _ = write!(prefix, "{marker:<4}");
                later.push_str("    ");
            }
            Kind::Note(index) if block.is_note_apart() => {
                let note = blocks_of_note(self.document, self.document.notes.list[*index].node);
                let label = format!("{}[^{}]: ", prefix.trim_end(), self.label(*index));
                return self.push_blocks(&note, &label, &format!("{later}    "), out);
            }
            Kind::Note(index) => {
                if let Some(label) = &self.document.notes.list[*index].label {
                    prefix.push_str(&escaped(label));
                    prefix.push(' ');
                }
            }
            Kind::Preformatted => return push_code(block, &prefix, &later, out),
            Kind::Table(rows) => return self.push_table(rows, &later, out),
            _ => {}
        }
        let mut start = prefix.as_str();
        for line in content.split('\n') {
            out.push_str(start);
            out.push_str(line);
            out.push('\n');
            start = &later;
        }
    }

    fn push_table(&self, rows: &[Vec<Vec<Piece>>], prefix: &str, out: &mut String) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (at, row) in rows.iter().enumerate() {
            out.push_str(prefix);
            for column in 0..columns {
                let cell = row.get(column).map(|cell| self.line(cell)).unwrap_or_default();
                let cell = cell.replace("\\\n", " ").replace('|', "\\|");
                out.push_str("| ");
                out.push_str(&cell);
                out.push(' ');
            }
            out.push_str("|\n");
            if at == 0 {
                out.push_str(prefix);
                out.push_str(&"| --- ".repeat(columns));
                out.push_str("|\n");
            }
        }
    }

    /// The pieces as Markdown; a line of the source that is to be kept ends in
    /// a backslash.
    fn line(&self, pieces: &[Piece]) -> String {
        let marks = Marks::of(pieces);
        let mut out = String::new();
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(text) => {
                    push_escaped(text, out.is_empty() || out.ends_with('\n'), &mut out);
                }
                Piece::Break if !out.is_empty() => {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push_str("\\\n");
                }
                Piece::Start(_) | Piece::End(_) => out.push_str(marks.at(at)),
                Piece::Note(index) => {
                    out.push_str("[^");
                    out.push_str(&self.label(*index));
                    out.push(']');
                }
                Piece::Link(_) => out.push('['),
                Piece::LinkEnd => {
                    let url = pieces[..at].iter().rev().find_map(|piece| match piece {
                        Piece::Link(url) => Some(url.as_str()),
                        _ => None,
                    });
                    out.push_str("](");
                    out.push_str(&destination(url.unwrap_or_default()));
                    out.push(')');
                }
                Piece::Picture(url) => {
                    out.push_str("![](");
                    out.push_str(&destination(url));
                    out.push(')');
                }
                Piece::Break => {}
            }
        }
        let length = out.trim_end_matches(['\n', ' ']).len();
        out.truncate(length);
        out
    }
}

/// What stands between two blocks: an empty line, or a line end that counts.
fn push_between(before: &Block, block: &Block, rest: &str, out: &mut String) {
    match (&before.kind, &block.kind) {
        (Kind::Line { .. }, Kind::Line { first: false })
        | (Kind::AddressLine { .. }, Kind::AddressLine { first: false })
            if before.quotations == block.quotations && before.lists == block.lists =>
        {
            // Only a backslash before the line end breaks a line.
            out.truncate(out.trim_end_matches('\n').len());
            out.push_str("\\\n");
        }
        (Kind::Item(_), Kind::Item(_)) if before.lists == block.lists => {}
        _ => {
            if before.quotations > 0 && before.quotations == block.quotations {
                out.push_str(rest);
                out.push_str(&">".repeat(block.quotations));
            }
            out.push('\n');
        }
    }
}

/// Code between fences longer than any in it.
fn push_code(block: &Block, first: &str, rest: &str, out: &mut String) {
    let code: String = block.pieces.iter().filter_map(text_of).collect();
    let fence = "`".repeat(3.max(longest_run(&code) + 1));
    out.push_str(first);
    out.push_str(&fence);
    for line in code.trim_matches('\n').split('\n') {
        out.push('\n');
        out.push_str(rest);
        out.push_str(line);
    }
    out.push('\n');
    out.push_str(rest);
    out.push_str(&fence);
    out.push('\n');
}

fn text_of(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Text(text) => Some(text),
        Piece::Break => Some("\n"),
        _ => None,
    }
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The words between marks, unless there are none.
fn wrapped(content: &str, mark: &str) -> String {
    if content.is_empty() || content.contains(['*', '\n']) {
        return content.to_owned();
    }
    format!("{mark}{content}{mark}")
}

/// An address between angle brackets.
fn destination(url: &str) -> String {
    let safe: String = url.chars().filter(|c| !matches!(c, '<' | '>' | '\n')).collect();
    format!("<{}>", safe.replace('\\', "%5C"))
}

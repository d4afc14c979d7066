//! Footnotes, with the numbers and signs of the source.

use std::fmt::Write;

use super::super::prose::{Block, Kind, blocks_of_note};
use super::escape::escaped;
use super::{Latex, language, turned};

/// What is longer is no sign.
const LONGEST: usize = 8;

/// What a footnote is called.
enum Mark {
    Number(usize),
    Sign(String),
}

impl Mark {
    /// The mark alone, for headings, too.
    fn alone(&self) -> String {
        match self {
            Self::Number(number) => format!("\\protect\\footnotemark[{number}]"),
            Self::Sign(sign) => format!("\\protect\\signmark{{{sign}}}"),
        }
    }

    /// The words at the foot of the page, without the mark in the text.
    fn text(&self, words: &str) -> String {
        match self {
            Self::Number(number) => format!("\\footnotetext[{number}]{{{words}}}"),
            Self::Sign(sign) => format!("\\signtext{{{sign}}}{{{words}}}"),
        }
    }

    /// The mark, and the words at the foot of the page.
    fn note(&self, words: &str) -> String {
        match self {
            Self::Number(number) => format!("\\footnote[{number}]{{{words}}}"),
            Self::Sign(sign) => format!("\\signnote{{{sign}}}{{{words}}}"),
        }
    }

    /// What stands before a note that is no footnote.
    fn plain(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Sign(sign) => sign.clone(),
        }
    }
}

impl Latex<'_, '_> {
    /// A footnote at its first marker, only the mark at others.
    pub(super) fn push_note(&mut self, index: usize, with_words: bool, out: &mut String) {
        let mark = self.mark(index);
        if !self.told.insert(index) {
            out.push_str(&mark.alone());
            return;
        }
        if !with_words {
            out.push_str(&mark.alone());
            self.waiting.push_back(index);
            return;
        }
        let words = self.words(index);
        out.push_str(&mark.note(&words));
        // A note in a note has its own words after those of the outer one.
        while let Some(inner) = self.waiting.pop_front() {
            let (mark, words) = (self.mark(inner), self.words(inner));
            out.push_str(&mark.text(&words));
        }
    }

    pub(super) fn push_waiting(&mut self) {
        while let Some(index) = self.waiting.pop_front() {
            let (mark, words) = (self.mark(index), self.words(index));
            let _ = writeln!(self.out, "{}", mark.text(&words));
        }
    }

    /// Notes that no marker in the printed text led to.
    pub(super) fn push_untold(&mut self) {
        for index in 0..self.document.notes.list.len() {
            let note = &self.document.notes.list[index];
            if !note.markers.is_empty() && self.told.insert(index) {
                let (mark, words) = (self.mark(index).plain(), self.words(index));
                let _ = writeln!(self.out, "\\noindent\\textsuperscript{{{mark}}} {words}\\par\n");
                self.push_waiting();
            }
        }
    }

    /// The words of a note: paragraphs, whatever they were.
    fn words(&mut self, index: usize) -> String {
        let blocks = blocks_of_note(self.document, self.document.notes.list[index].node);
        let mut lines = Vec::new();
        for block in &blocks {
            match &block.kind {
                Kind::Table(rows) => {
                    for row in rows {
                        let cells: Vec<String> =
                            row.iter().map(|cell| self.line(cell, false)).collect();
                        lines.push(cells.join(" \\enspace "));
                    }
                }
                _ => {
                    let line = self.line(&block.pieces, false);
                    lines.push(self.directed(block, line));
                }
            }
        }
        lines.join("\\par ")
    }

    /// A line of a note, which may stand in a paragraph of another direction.
    fn directed(&self, block: &Block, line: String) -> String {
        if !self.is_mixed {
            return line;
        }
        let main = language::main_language(self.document);
        let language = turned(self.document, block).unwrap_or(main);
        format!("\\selectlanguage{{{language}}}{line}")
    }

    /// What a note is called: as in the source, if that says it.
    fn mark(&self, index: usize) -> Mark {
        let label = self.document.notes.list[index].label.as_deref().unwrap_or_default();
        match label.parse() {
            Ok(number) if number < 100_000 => Mark::Number(number),
            Ok(_) => Mark::Number(index + 1),
            Err(_) if label.is_empty() || label.chars().count() > LONGEST => {
                Mark::Number(index + 1)
            }
            // As a letter the asterisk is raised already.
            Err(_) => Mark::Sign(escaped(label).replace('*', "\\textasteriskcentered{}")),
        }
    }
}

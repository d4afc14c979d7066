//! Diagnostics as people and other programs read them.

use std::fmt::Write;
use std::sync::OnceLock;

use serde::Serialize;

use super::{Code, Diagnostic, Severity};
use crate::source::{Columns, Lines, Position, Span, offset};

/// How many characters of a long line are shown on either side of a finding.
const CONTEXT: usize = 48;

/// A named text that diagnostics are about.
#[derive(Debug)]
pub struct Subject<'t> {
    name: &'t str,
    text: &'t str,
    /// Counted when the first place is asked for: most texts have no finding.
    counted: OnceLock<Counted>,
}

/// Where the lines and the characters of a text are.
#[derive(Debug)]
struct Counted {
    lines: Lines,
    columns: Columns,
}

/// A diagnostic with its place spelled out, for other programs.
///
/// Line and column count from 1, the column in characters; the end is
/// exclusive. The places are absent from a finding about the whole file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Located<'d> {
    /// The name of the text.
    pub file: &'d str,
    /// The line it begins in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The column it begins at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The line it ends in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u32>,
    /// The column after its last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u32>,
    /// How bad it is: `error`, `warning` or `info`.
    pub severity: Severity,
    /// The name of its kind.
    pub code: Code,
    /// What is wrong.
    pub message: &'d str,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<&'d str>,
    /// Where to read more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<&'d str>,
}

impl<'t> Subject<'t> {
    /// The text called `name`.
    #[must_use]
    pub fn new(name: &'t str, text: &'t str) -> Self {
        Self { name, text, counted: OnceLock::new() }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &'t str {
        self.name
    }

    fn counted(&self) -> &Counted {
        let count = || Counted { lines: Lines::of(self.text), columns: Columns::of(self.text) };
        self.counted.get_or_init(count)
    }

    fn position(&self, at: u32) -> Position {
        let line = self.counted().lines.line(at);
        let start = self.counted().lines.span(self.text, line).start;
        let column = self.counted().columns.within(self.text, Span::new(start, at)) + 1;
        Position { line, column }
    }

    /// The diagnostic with its place spelled out.
    #[must_use]
    pub fn locate<'d>(&'d self, diagnostic: &'d Diagnostic) -> Located<'d> {
        let place = |at| self.position(at);
        let start = diagnostic.span.map(|span| place(span.start));
        let end = diagnostic.span.map(|span| place(span.end));
        Located {
            file: self.name,
            line: start.map(|position| position.line),
            column: start.map(|position| position.column),
            end_line: end.map(|position| position.line),
            end_column: end.map(|position| position.column),
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            link: diagnostic.link.as_deref(),
        }
    }

    /// The diagnostic for a terminal: place, message, the source line with
    /// the range underlined, help and link, each line ended by `\n`.
    #[must_use]
    pub fn show(&self, diagnostic: &Diagnostic) -> String {
        let start = diagnostic.span.map(|span| self.position(span.start));
        let mut shown = String::from(self.name);
        if let Some(Position { line, column }) = start {
            let _ = write!(shown, ":{line}:{column}");
        }
        let (severity, code) = (diagnostic.severity.name(), diagnostic.code.name());
        let _ = writeln!(shown, ": {severity}[{code}]: {}", diagnostic.message);
        if let (Some(span), Some(position)) = (diagnostic.span, start) {
            self.excerpt(span, position.line, &mut shown);
        }
        for (label, text) in [("help", &diagnostic.help), ("see", &diagnostic.link)] {
            if let Some(text) = text {
                let _ = writeln!(shown, "  {label}: {text}");
            }
        }
        shown
    }

    /// Appends the line, or the part of a long line around the range, and a
    /// row of `^` under the range.
    fn excerpt(&self, span: Span, line: u32, shown: &mut String) {
        let whole = self.counted().lines.span(self.text, line);
        let end = span.end.clamp(span.start, whole.end.max(span.start));
        let part = Span::new(span.start, end);
        let before = Span::new(whole.start, part.start).of(self.text);
        let after = Span::new(part.end, whole.end.max(part.end)).of(self.text);
        let marked: String = part.of(self.text).chars().take(2 * CONTEXT).collect();

        let skipped = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let mut left = before[skipped..].to_owned();
        if skipped > 0 {
            left.insert(0, '…');
        }
        let mut right: String = after.chars().take(CONTEXT).collect();
        if right.len() < after.len() {
            right.push('…');
        }
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let indent = " ".repeat(left.chars().count());
        let carets = "^".repeat(marked.chars().count().max(1));
        let row = printable(&format!("{left}{marked}{right}"));
        let _ = writeln!(shown, "{}", format!("  {number} | {row}").trim_end());
        let _ = writeln!(shown, "  {gutter} | {indent}{carets}");
    }

    /// The range of a place given as line and column, for messages of other
    /// programs; empty at the end of the text if it lies beyond.
    #[must_use]
    pub fn span_at(&self, position: Position) -> Span {
        let end = offset(self.text.len());
        let line = position
            .line
            .checked_sub(1)
            .filter(|line| (*line as usize) < self.counted().lines.count());
        let (Some(line), Some(column)) = (line, position.column.checked_sub(1)) else {
            return Span::empty(end);
        };
        let line = self.counted().lines.span(self.text, line + 1);
        let count = self.counted().columns.before(self.text, line.start).saturating_add(column);
        let at = self.counted().columns.offset(self.text, count);
        Span::empty(if at <= line.end { at } else { end })
    }
}

/// One character for each, none of which moves the cursor or rings the bell.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Subject;
    use crate::diagnostic::{Code, Diagnostic, Severity};
    use crate::source::{Position, Span};

    fn show(text: &str, start: u32, end: u32) -> String {
        let diagnostic = Diagnostic::new(Severity::Error, Code::NotTei, "wrong");
        Subject::new("f", text).show(&diagnostic.at(Span::new(start, end)))
    }

    #[test]
    fn a_range_over_several_lines_is_underlined_in_the_first() {
        assert_eq!(
            show("one\ntwo\n", 1, 6),
            "f:1:2: error[not-tei]: wrong\n  1 | one\n    |  ^^\n"
        );
    }

    #[test]
    fn the_end_of_a_text() {
        assert_eq!(show("é\n", 3, 3), "f:2:1: error[not-tei]: wrong\n  2 |\n    | ^\n");
        assert_eq!(show("", 0, 0), "f:1:1: error[not-tei]: wrong\n  1 |\n    | ^\n");
    }

    #[test]
    fn long_lines_are_cut_and_controls_masked() {
        let text = format!("{}\u{1B}[31m{}", "é".repeat(100), "z".repeat(100));
        let shown = show(&text, 201, 203);
        assert_eq!(
            shown,
            format!(
                "f:1:102: error[not-tei]: wrong\n  1 | …{}\u{FFFD}[31m{}…\n    | {}^^\n",
                "é".repeat(47),
                "z".repeat(46),
                " ".repeat(49),
            )
        );
    }

    #[test]
    fn lines_and_columns() {
        let subject = Subject::new("f", "é1\nab\n");
        let at = |line, column| subject.span_at(Position { line, column }).start;
        assert_eq!([at(1, 1), at(1, 2), at(1, 3), at(2, 3), at(3, 1)], [0, 2, 3, 6, 7]);
        assert_eq!([at(1, 4), at(9, 1), at(0, 1), at(1, 0)], [7, 7, 7, 7]);
    }

    #[test]
    fn without_a_place() {
        let diagnostic = Diagnostic::new(Severity::Info, Code::NotTei, "wrong").help("mend it");
        assert_eq!(
            Subject::new("f", "text").show(&diagnostic),
            "f: info[not-tei]: wrong\n  help: mend it\n"
        );
    }
}

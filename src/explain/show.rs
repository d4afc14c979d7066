//! Explanations as people and other programs read them.

use std::fmt::Write;

use super::{Explanation, Spelled, SpelledReason, SpelledTag};
use crate::annotation::Annotation;
use crate::convention;
use crate::reason::Layer;
use crate::source::{Lines, Position, Span};

/// How many characters of a line are shown on either side of the place.
const CONTEXT: usize = 48;

/// How many characters of an element are shown.
const LONGEST: usize = 60;

impl Explanation {
    /// The explanation for people, each line ended by `\n`.
    #[must_use]
    pub fn show(&self, file: &str) -> String {
        let lines = Lines::of(&self.text);
        let Position { line, column } = lines.position(&self.text, self.at);
        let mut shown = format!("{file}:{line}:{column}\n");
        self.excerpt(&lines, line, &mut shown);
        shown.push_str("\ntags, the outermost first\n");
        for tag in &self.tags {
            let _ = writeln!(shown, "  {}{}", start_tag(tag), self.extent(&lines, tag.outer));
        }
        if self.tags.is_empty() {
            shown.push_str("  none\n");
        }
        shown.push_str("\nwhy\n");
        for reason in &self.reasons {
            let words = format!(" {}", self.words(reason.span));
            let of = match reason.layer {
                Layer::Structure => "",
                _ if reason.span.is_empty() => "",
                _ => words.as_str(),
            };
            let mut says = reason.says.iter();
            let first = says.next().map_or("", String::as_str);
            let _ = writeln!(shown, "  {}{of}: {first}", reason.layer.name());
            for more in says {
                let _ = writeln!(shown, "    {more}");
            }
        }
        let convention = convention::told(self.convention, &self.evidence);
        let _ = writeln!(shown, "  convention: {convention}");
        shown
    }

    /// The explanation for other programs.
    #[must_use]
    pub fn spell<'e>(&'e self, file: &'e str) -> Spelled<'e> {
        let lines = Lines::of(&self.text);
        let position = |at| lines.position(&self.text, at);
        let Position { line, column } = position(self.at);
        let tags = self.tags.iter().map(|tag| {
            let Position { line, column } = position(tag.outer.start);
            let attributes = tag.attributes.iter().map(|(name, value)| (name.name(), value));
            let (element, words) = (tag.element.name(), self.beginning(tag.outer));
            SpelledTag { element, attributes: attributes.collect(), line, column, words }
        });
        let reasons = self.reasons.iter().map(|reason| {
            let Position { line, column } = position(reason.span.start);
            let words = self.beginning(reason.span);
            SpelledReason { layer: reason.layer, line, column, words, says: &reason.says }
        });
        Spelled {
            file,
            line,
            column,
            convention: self.convention,
            tags: tags.collect(),
            reasons: reasons.collect(),
        }
    }

    /// The line with a mark under the place.
    fn excerpt(&self, lines: &Lines, line: u32, shown: &mut String) {
        let whole = lines.span(&self.text, line);
        let before = Span::new(whole.start, self.at).of(&self.text);
        let skipped = before.chars().count().saturating_sub(CONTEXT);
        let mut left: String = before.chars().skip(skipped).collect();
        if skipped > 0 {
            left.insert(0, '…');
        }
        let after = Span::new(self.at, whole.end.max(self.at)).of(&self.text);
        let right: String = after.chars().take(CONTEXT).collect();
        let more = if right.len() < after.len() { "…" } else { "" };
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let row: String = format!("{left}{right}{more}").chars().map(plain).collect();
        let number = line.to_string();
        let (gutter, indent) = (" ".repeat(number.len()), " ".repeat(left.chars().count()));
        let _ = writeln!(shown, "{}", format!("  {number} | {row}").trim_end());
        let _ = writeln!(shown, "  {gutter} | {indent}^");
    }

    /// The lines of an element, or its words if they are few.
    fn extent(&self, lines: &Lines, span: Span) -> String {
        if span.len() as usize <= LONGEST {
            return format!("  {}", self.words(span));
        }
        let (first, last) = (lines.line(span.start), lines.line(span.end.max(1) - 1));
        if first == last { format!("  line {first}") } else { format!("  lines {first} to {last}") }
    }

    fn words(&self, span: Span) -> String {
        format!("“{}”", self.beginning(span))
    }

    /// The first words of a part of the text, on one line.
    fn beginning(&self, span: Span) -> String {
        let words: Vec<&str> = span.of(&self.text).split_whitespace().take(LONGEST).collect();
        let words = words.join(" ");
        let cut: String = words.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        if cut.len() < words.len() { format!("{cut}…") } else { cut }
    }
}

fn start_tag(tag: &Annotation) -> String {
    let mut shown = format!("<{}", tag.element);
    for (name, value) in tag.attributes.iter() {
        let _ = write!(shown, " {name}=\"{value}\"");
    }
    shown.push('>');
    shown
}

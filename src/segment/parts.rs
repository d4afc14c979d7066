//! A block whose first lines turn out to stand for themselves.

use super::block::Block;
use super::layout::{Layout, columns};
use crate::convention::Found;
use crate::source::{Lines, Span, offset};

/// A block of which the first `above` lines are something for themselves, and the
/// paragraphs below them as if a blank line stood between.
pub(crate) fn parts(
    text: &str,
    lines: &Lines,
    layout: Layout,
    block: &Block,
    above: usize,
) -> Vec<Block> {
    let run: Vec<(u32, Span)> =
        block.line_spans(text, lines).map(|line| (lines.line(line.start), line)).collect();
    let indent =
        |line: u32, start: u32| columns(Span::new(lines.span(text, line).start, start).of(text));
    let margin = indent(block.lines.start, block.span.start).saturating_sub(block.indent);
    let mut rest = &run[..];
    let mut found: Vec<Block> = Vec::new();
    while let Some((first, start)) = rest.first().copied() {
        let length = if found.is_empty() {
            above.min(rest.len())
        } else {
            layout.paragraph_length(text, lines, rest)
        };
        let (part, below) = rest.split_at(length);
        let (last, end) = part.last().map_or((first, start), |line| *line);
        let span = start.join(end);
        let within = |page: &&Found| span.start <= page.outer.start && page.outer.end <= span.end;
        found.push(Block {
            span,
            lines: first..last + 1,
            blank_before: match found.len() {
                0 => block.blank_before,
                1 => 1,
                _ => 0,
            },
            indent: indent(first, start.start).saturating_sub(margin),
            kind: block.kind.clone(),
            pages: block.pages.iter().filter(within).cloned().collect(),
            underline: 0,
            wordless: last + 1 - first - offset(part.len()),
        });
        rest = below;
    }
    found
}

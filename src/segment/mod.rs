//! Lines to blocks.
//!
//! A block is what stands between blank lines: a paragraph, a head, a stanza,
//! a row of asterisks. What it is in the edition is decided later; here are
//! only its lines and the space around it.

mod block;
mod brackets;
mod days;
mod entries;
mod labels;
mod layout;
mod packing;
mod pages;
mod parts;
mod spacing;
mod turns;

use std::ops::Range;

use crate::convention::{Convention, Found, block_mark, is_underlined, line_mark};
use crate::source::{Lines, Span, offset};
use brackets::Brackets;
use days::Days;
use packing::Packing;

pub(crate) use block::{Block, BlockKind};
pub(crate) use layout::{Layout, begins_loud, roomy_lines};
pub(crate) use parts::parts;
pub(crate) use turns::label as turn_label;

/// The blocks of a text, in order; all characters outside them are white space
/// that may stand between elements.
#[must_use]
pub(crate) fn segment(
    text: &str,
    lines: &Lines,
    layout: Layout,
    convention: &Convention,
) -> Vec<Block> {
    let double = spacing::is_double(text);
    let mut segmenter = Segmenter {
        text,
        lines,
        layout,
        packing: Packing::of(text, layout),
        days: Days::of(text),
        folios: pages::folios(text, lines),
        brackets: Brackets::of(text, convention),
        underlined: several_underlined(text),
        double,
        width: if double { spacing::width(text) } else { 0 },
        between: 0,
        convention,
        blocks: Vec::new(),
        run: Vec::new(),
        blank: 0,
    };
    let mut line = 1;
    while line <= offset(lines.count()) {
        line = segmenter.line(line);
    }
    segmenter.finish_run();
    let mut blocks = pages::join(text, segmenter.blocks);
    even_out(&mut blocks);
    let margin = margin(text);
    for block in &mut blocks {
        block.indent = block.indent.saturating_sub(margin);
    }
    blocks
}

/// How many columns all lines of a text are set in.
fn margin(text: &str) -> u32 {
    let mut least = None;
    for line in text.split('\n').filter(|line| !line.trim_ascii().is_empty()) {
        let space = line.len() - line.trim_ascii_start().len();
        let columns = layout::columns(&line[..space]);
        least = Some(least.map_or(columns, |least: u32| least.min(columns)));
        if columns == 0 {
            break;
        }
    }
    least.unwrap_or_default()
}

/// Counts the space between blocks from the least on where paragraphs have several blank
/// lines between them: three then say no more than one does elsewhere.
fn even_out(blocks: &mut [Block]) {
    /// One block in so many may be nearer to the one above.
    const HARDLY: usize = 20;
    let single = blocks.iter().filter(|block| block.blank_before == 1).count();
    let wide = || blocks.iter().skip(1).map(|block| block.blank_before).filter(|space| *space > 1);
    let Some(least) = wide().min().filter(|_| single * HARDLY < wide().count()) else { return };
    for block in blocks.iter_mut().filter(|block| block.blank_before >= least) {
        block.blank_before -= least - 1;
    }
}

struct Segmenter<'a> {
    text: &'a str,
    lines: &'a Lines,
    layout: Layout,
    packing: Packing,
    days: Days,
    folios: Vec<(u32, Found)>,
    brackets: Brackets,
    /// Whether several headings are underlined.
    underlined: bool,
    /// Whether each line has a blank one below it.
    double: bool,
    /// How many characters a full line has.
    width: usize,
    /// How many blank lines of a double-spaced text came before the line.
    between: u32,
    convention: &'a Convention,
    blocks: Vec<Block>,
    /// The lines of words since the last block: their number and characters.
    run: Vec<(u32, Span)>,
    /// How many blank lines came before the run.
    blank: u32,
}

impl Segmenter<'_> {
    /// Takes in a line and returns the number of the next one to look at.
    fn line(&mut self, number: u32) -> u32 {
        let whole = self.lines.span(self.text, number);
        let span = trim_outside(self.text, whole);
        let content = span.of(self.text);
        if span.is_empty() && self.double {
            self.between += 1;
            return number + 1;
        }
        self.settle(content);
        if content.chars().all(char::is_whitespace) {
            self.finish_run();
            if !span.is_empty() {
                self.push(span, number..number + 1, BlockKind::Blank);
            }
            self.blank += 1;
        } else if let Some(folio) = self.folio(number) {
            self.finish_run();
            self.push(span, number..number + 1, BlockKind::Marked(Box::new(folio)));
        } else if self.underlines(number, content) {
            self.push_underlined(span, number);
        } else if is_ornament(content) && !self.is_left_out(content, whole) {
            self.finish_run();
            self.push(span, number..number + 1, BlockKind::Ornament);
        } else if let Some(found) = self.mark(span) {
            self.finish_run();
            let last = self.lines.line(found.outer.end - 1);
            self.push(found.outer, number..last + 1, BlockKind::Marked(Box::new(found)));
            return last + 1;
        } else if self.convention.heading_mark(content).is_some() {
            self.finish_run();
            self.push(span, number..number + 1, BlockKind::Text);
        } else {
            self.run.push((number, span));
        }
        number + 1
    }

    /// Whether a line is a word that was left out, as a name is in files that an office
    /// gives away: `____`, right above other words.
    fn is_left_out(&self, content: &str, line: Span) -> bool {
        const LONGEST: usize = 6;
        let next = || self.text[line.end as usize..].strip_prefix('\n').unwrap_or_default();
        let goes_on = || !next().trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
        content.len() <= LONGEST
            && content.bytes().all(|byte| byte == b'_')
            && !next().is_empty()
            && goes_on()
    }

    /// In a text that is double-spaced, tells whether the blank lines above the next one
    /// part it from what stands above them.
    fn settle(&mut self, content: &str) {
        let blank = std::mem::take(&mut self.between);
        let ends = |above: &(u32, Span)| {
            spacing::ends_paragraph(above.1.of(self.text), content, self.width)
        };
        let parts = blank > 1 || blank == 1 && self.run.last().is_none_or(ends);
        if parts {
            self.finish_run();
            self.blank += (blank / 2).max(1);
        }
    }

    /// Whether a line underlines the only one right above it.
    fn underlines(&self, number: u32, content: &str) -> bool {
        match self.run[..] {
            [(line, words)] => {
                self.underlined && line + 1 == number && is_underlined(words.of(self.text), content)
            }
            _ => false,
        }
    }

    /// The heading of the words above and of the line `span` that underlines them.
    fn push_underlined(&mut self, span: Span, number: u32) {
        for (first, words) in std::mem::take(&mut self.run) {
            self.push(words.join(span), first..number + 1, BlockKind::Text);
            if let Some(block) = self.blocks.last_mut() {
                block.underline = span.end - words.end;
                block.wordless = 1;
            }
        }
    }

    /// The number of a page that is all of a line.
    fn folio(&self, line: u32) -> Option<Found> {
        let at = self.folios.binary_search_by_key(&line, |(line, _)| *line).ok()?;
        Some(self.folios[at].1.clone())
    }

    /// The notation that begins with `line` and ends at the end of a line.
    fn mark(&self, line: Span) -> Option<Found> {
        let found = line_mark(self.convention, self.text, line).or_else(|| {
            let close = self.brackets.close(line.start)?;
            block_mark(self.convention, self.text, Span::new(line.start, close + 1))
        })?;
        let end = self.lines.span(self.text, self.lines.line(found.outer.end - 1)).end;
        let rest = Span::new(found.outer.end, end).of(self.text);
        // A no-break space is text to a schema.
        rest.trim_ascii().is_empty().then_some(found)
    }

    fn finish_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let mut rest = &run[..];
        let mut within_days = false;
        while let Some(((first, start), _)) = rest.split_first() {
            let above = self.days.stands_above(self.text, rest);
            within_days |= above;
            let length = if above { 1 } else { self.part_length(rest, within_days) };
            let (part, after) = rest.split_at(length);
            let (last, end) = part.last().map_or((*first, *start), |(last, end)| (*last, *end));
            self.push(start.join(end), *first..last + 1, BlockKind::Text);
            if let Some(block) = self.blocks.last_mut() {
                block.wordless = last + 1 - first - offset(part.len());
            }
            rest = after;
        }
    }

    /// How many lines of a run make its first paragraph.
    fn part_length(&self, run: &[(u32, Span)], within_days: bool) -> usize {
        let day = if within_days { self.days.next(self.text, run) } else { None };
        let entry = &run[..day.unwrap_or(run.len())];
        let packed = self.packing.paragraph_length(self.text, entry);
        packed.unwrap_or_else(|| self.layout.paragraph_length(self.text, self.lines, entry))
    }

    fn push(&mut self, span: Span, lines: Range<u32>, kind: BlockKind) {
        let line_start = self.lines.span(self.text, lines.start).start;
        let indent = layout::columns(Span::new(line_start, span.start).of(self.text));
        let parted = self.packing == Packing::Solid && !self.blocks.is_empty();
        let blank_before = std::mem::take(&mut self.blank) + u32::from(parted);
        let pages = Vec::new();
        let (underline, wordless) = (0, 0);
        self.blocks.push(Block {
            span,
            lines,
            blank_before,
            indent,
            kind,
            pages,
            underline,
            wordless,
        });
    }
}

/// Whether several lines below blank ones are underlined; one such line parts something.
fn several_underlined(text: &str) -> bool {
    const SEVERAL: usize = 2;
    let (mut above, mut words, mut count) = ("", "", 0);
    for line in text.split('\n').map(str::trim) {
        count += usize::from(above.is_empty() && is_underlined(words, line));
        (above, words) = (words, line);
    }
    count >= SEVERAL
}

/// Whether a character may stand outside the blocks: white space of XML, or
/// white space that XML cannot hold and that is written as an instruction.
fn is_outside(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{B}' | '\u{C}')
}

fn trim_outside(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let start = span.start + offset(part.len() - part.trim_start_matches(is_outside).len());
    let end = start + offset(part.trim_matches(is_outside).len());
    Span::new(start, end)
}

/// Whether a line without white space at its ends is an ornament: one asterisk
/// or the like, or three or more dashes, dots or lines.
fn is_ornament(line: &str) -> bool {
    let mut count = 0;
    let mut light = false;
    for c in line.chars() {
        match c {
            '*' | '#' | '⁂' | '•' | '❦' | '☙' | '❧' | '§' | '◦' | '●' | '○' | '✻' | '✽' | '❖' =>
            {
                count += 1;
            }
            '-' | '–' | '—' | '―' | '_' | '=' | '~' | '.' | '·' | '+' | '…' => {
                count += 1;
                light = true;
            }
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    // A line of one repeated letter is none, and neither is a lone dash.
    count >= if light { 3 } else { 1 } && count <= 120
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Layout, segment};
    use crate::convention::named;
    use crate::source::Lines;

    /// One line for each block: its kind, blank lines before, indent and text.
    fn blocks(convention: &str, text: &str) -> String {
        let lines = Lines::of(text);
        let layout = Layout::of(text);
        let blocks = segment(text, &lines, layout, named(convention).unwrap());
        let shown = blocks.iter().map(|block| {
            let kind = match &block.kind {
                BlockKind::Text => "text".to_owned(),
                BlockKind::Ornament => "ornament".to_owned(),
                BlockKind::Blank => "blank".to_owned(),
                BlockKind::Marked(found) => found.markup.element.to_string(),
            };
            let content = block.span.of(text).replace('\n', "⏎");
            format!("{kind} {} {} {content}\n", block.blank_before, block.indent)
        });
        shown.collect()
    }

    #[test]
    fn paragraphs_and_ornaments() {
        assert_eq!(
            blocks("plain", "\n\nOne.\n\n * * *\n\n\n  Two\n  lines.\n*\n"),
            "text 2 0 One.\nornament 1 1 * * *\ntext 2 2 Two⏎  lines.\nornament 0 0 *\n"
        );
        assert_eq!(blocks("plain", ""), "");
        assert_eq!(blocks("plain", " \n\t\n"), "");
        assert_eq!(
            blocks("plain", "-\n\n...\n\n*a*"),
            "text 0 0 -\nornament 1 0 ...\ntext 1 0 *a*\n"
        );
    }

    #[test]
    fn white_space_that_xml_takes_for_text() {
        assert_eq!(
            blocks("plain", "One.\n\u{A0}\n\nTwo.\n\u{C}\nThree."),
            "text 0 0 One.\nblank 0 0 \u{A0}\ntext 2 0 Two.\ntext 1 0 Three.\n"
        );
        assert_eq!(
            blocks("plain", "\u{A0}\u{A0}One.\u{2003}"),
            "text 0 0 \u{A0}\u{A0}One.\u{2003}\n"
        );
    }

    /// Characters count, not the bytes they are written with.
    #[test]
    fn long_lines_of_other_letters() {
        let long = "Он шёл домой. ".repeat(20);
        let verse = "Мороз и солнце; день чудесный, ещё ты дремлешь, друг мой милый";
        let text = format!("{long}\n\n{verse}\n{verse}\n\n{long}\n");
        let shown = blocks("plain", &text);
        assert!(shown.contains(&format!("text 1 0 {verse}⏎{verse}\n")), "{shown}");
    }

    #[test]
    fn one_line_one_paragraph() {
        let long = "A sentence that goes on and on. ".repeat(5);
        let text = format!("{long}\n{long}\nA verse\nor two\n");
        let long = long.trim_end();
        assert_eq!(
            blocks("plain", &text),
            format!("text 0 0 {long}\ntext 1 0 {long}\ntext 1 0 A verse⏎or two\n")
        );
    }

    #[test]
    fn space_that_says_no_more_than_a_blank_line() {
        assert_eq!(
            blocks("plain", "One.\n\n\nTwo.\n\n\n\nThree.\n"),
            "text 0 0 One.\ntext 1 0 Two.\ntext 2 0 Three.\n"
        );
        assert_eq!(
            blocks("plain", "  One.\n\n    Two.\n\n  Three.\n"),
            "text 0 0 One.\ntext 1 2 Two.\ntext 1 0 Three.\n"
        );
    }

    #[test]
    fn wrapped_lines_with_indented_paragraphs() {
        let line = "Some forty or sixty letters of a wrapped line in a book";
        let text = format!("  {line}\n{line}\n  {line}\n{line}\n{line}\n");
        assert_eq!(
            blocks("plain", &text),
            format!("text 0 2 {line}⏎{line}\ntext 0 2 {line}⏎{line}⏎{line}\n")
        );
    }

    #[test]
    fn notations_that_stand_alone() {
        assert_eq!(
            blocks("gutenberg", "[Illustration: A [large]\n\nhouse]\n\n{12}\n\nText {13}\n"),
            "figure 0 0 [Illustration: A [large]⏎⏎house]\npb 1 0 {12}\ntext 1 0 Text {13}\n"
        );
        let unclosed = "[Footnote 1: never\n\nclosed [";
        assert_eq!(
            blocks("gutenberg", unclosed),
            "text 0 0 [Footnote 1: never\ntext 1 0 closed [\n"
        );
    }
}

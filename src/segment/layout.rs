//! How the lines of a text were made: wrapped by a typist, or one for each
//! paragraph.

use super::entries::next_entry;
use super::labels::next_note;
use super::spacing::is_double;
use super::turns::next_turn;
use crate::source::{Lines, Span};

/// How the lines of a text were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Lines broken near some width; a paragraph has several.
    Wrapped,
    /// A line for each paragraph; lines that follow each other are verse,
    /// addresses and the like.
    Unwrapped,
}

/// Lines of so many characters look like wrapped ones.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=100;

/// A line of more characters holds a paragraph.
const PARAGRAPH: usize = 110;

impl Layout {
    /// The layout of `text`: wrapped if lines that are followed by another
    /// have some width, and hardly any is as long as a paragraph.
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        let (mut words, mut long, mut full) = (0_usize, 0_usize, 0_usize);
        let double = is_double(text);
        let mut previous: Option<&str> = None;
        for line in text.split('\n') {
            let line = line.trim();
            if line.is_empty() {
                previous = previous.filter(|_| double);
                continue;
            }
            words += 1;
            long += usize::from(is_paragraph(line));
            let follows = previous.replace(line);
            full += usize::from(follows.is_some_and(|line| {
                line.len() <= 4 * WRAPPED.end() && WRAPPED.contains(&line.chars().count())
            }));
        }
        if full >= 2 && long * 20 < words { Self::Wrapped } else { Self::Unwrapped }
    }

    /// How many lines of a run make its first paragraph.
    pub(super) fn paragraph_length(self, text: &str, lines: &Lines, run: &[(u32, Span)]) -> usize {
        let indent = |(number, span): &(u32, Span)| {
            let start = lines.span(text, *number).start;
            columns(Span::new(start, span.start).of(text))
        };
        let is_long = |(_, span): &(u32, Span)| is_paragraph(span.of(text));
        if self == Self::Unwrapped && run.first().is_some_and(is_long) {
            return 1;
        }
        if let Some(next) = next_part(text, run) {
            return next;
        }
        match self {
            Self::Unwrapped => run.iter().position(is_long).unwrap_or(run.len()).max(1),
            Self::Wrapped => {
                // A line indented between two that are not begins a paragraph.
                let begins = |index: &usize| {
                    let flush =
                        |other: Option<&(u32, Span)>| other.is_none_or(|line| indent(line) == 0);
                    indent(&run[*index]) >= 2
                        && flush(run.get(index - 1))
                        && flush(run.get(index + 1))
                };
                let stepped = run.len() >= 4 && indent(&run[1]) > indent(&run[0]);
                if run.len() < 4 || is_stanza(text, run, stepped) {
                    return run.len();
                }
                (1..run.len()).find(begins).unwrap_or(run.len())
            }
        }
    }
}

/// Where in some lines the next note, entry or turn begins, if the first begins one.
pub(super) fn next_part(text: &str, run: &[(u32, Span)]) -> Option<usize> {
    let next = next_note(text, run).or_else(|| next_entry(text, run));
    next.or_else(|| next_turn(text, run))
}

/// Whether the next lines are of a stanza, in which each line begins with a
/// capital and none is full, or the second is set in.
fn is_stanza(text: &str, run: &[(u32, Span)], stepped: bool) -> bool {
    const NEAR: usize = 8;
    const LONGEST: usize = 60;
    let lines: Vec<&str> = run.iter().take(NEAR).map(|(_, span)| span.of(text)).collect();
    (stepped || roomy_lines(&lines) >= 2)
        && lines.iter().all(|line| begins_loud(line) && line.chars().count() <= LONGEST)
}

/// How many lines end although the first word of the next one would have had
/// room: nobody wrapped these.
pub(crate) fn roomy_lines(lines: &[&str]) -> usize {
    let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let is_roomy = |pair: &&[&str]| {
        let word = pair[1].split(' ').next().unwrap_or_default();
        pair[0].chars().count() + 1 + word.chars().count() <= width
    };
    lines.windows(2).filter(is_roomy).count()
}

/// Whether a line begins with a capital, perhaps after a mark.
pub(crate) fn begins_loud(line: &str) -> bool {
    const MARKS: [char; 10] = ['“', '"', '‘', '\'', '_', '(', '’', '„', '»', '«'];
    line.trim_start_matches(MARKS).starts_with(char::is_uppercase)
}

/// Whether a line is as long as a paragraph.
pub(super) fn is_paragraph(line: &str) -> bool {
    line.len() > PARAGRAPH && line.chars().count() > PARAGRAPH
}

/// The width of white space at the beginning of a line, a tab going to the
/// next column divisible by eight.
pub(super) fn columns(space: &str) -> u32 {
    space.chars().fold(0, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 })
}

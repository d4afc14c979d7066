//! Days on a line of their own, with the text of the entry right below them.

use super::DateLine;
use crate::source::Span;
use crate::structure::{Input, letters};

/// Whether the lines of block `index` below the first are those of an entry, and
/// neither an address, an account nor the beginning of a letter.
pub(super) fn stands_above(input: &Input<'_>, index: usize) -> bool {
    const LONG: u32 = 120;
    let block = &input.blocks[index];
    let mut lines = block.line_spans(input.text, input.lines).skip(1);
    let Some(first) = lines.next() else { return false };
    let rest = Span::new(first.start, block.span.end);
    let text = rest.of(input.text);
    let ends = text.ends_with(['.', '!', '?', '”', '"', ')', '’']) || rest.len() >= LONG;
    ends && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && text.contains(char::is_lowercase)
        && !is_account(text)
        && !letters::is_salute(first.of(input.text))
        && !is_address(text)
}

/// Whether some lines are an address, of which none has several small words.
fn is_address(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let small = |line: &&str| {
        let words = line.split_whitespace();
        words.filter(|word| word.starts_with(char::is_lowercase)).take(2).count() == 2
    };
    letters::is_inside_address(&lines) && !lines.iter().any(small)
}

/// Whether most lines end with a number.
fn is_account(text: &str) -> bool {
    let sums = text.lines().filter(|line| {
        let line = line.trim_end_matches([' ', '-', '+', '.', '/', '=']);
        line.ends_with(|c: char| c.is_ascii_digit())
    });
    sums.count() * 2 >= text.lines().count()
}

/// One such day alone is the date of a letter or of what is told.
pub(super) fn drop_lonely(input: &Input<'_>, lines: &mut [Option<DateLine>]) {
    let above = |index: usize, line: &DateLine| {
        let block = &input.blocks[index];
        !line.bare
            && !line.own_line
            && block.line_count() > 1
            && input.text[line.span.end as usize..].starts_with('\n')
            && line.dates.last().is_some_and(|date| date.span.end == line.span.end)
    };
    let mut dated = (0..lines.len()).filter(|index| lines[*index].is_some());
    let Some(only) = dated.next().filter(|_| dated.next().is_none()) else { return };
    if lines[only].as_ref().is_some_and(|line| above(only, line)) {
        lines[only] = None;
    }
}

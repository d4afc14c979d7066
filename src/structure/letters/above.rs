//! What a block above the text of a letter is, line by line.

use super::address::{is_address, is_house, is_inside_address, is_place, is_street};
use super::greetings::{greets_within, is_bare_salute, is_salute};
use super::lines::{dates, is_dateline, is_mark, is_remark, is_sentence, is_subject, tells};
use super::lines_of;
use super::parts::{Part, PartKind};
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::{Span, offset};
use crate::structure::Input;
use crate::structure::verse::{Lineation, lineation};

/// The most lines and characters of a block above a salute of which nothing is known.
const MOST_LINES: u32 = 4;
const LONGEST: u32 = 160;

/// What block `index` is above a salute; `dated` says whether the date stands
/// above it.
pub(super) fn read(input: &Input<'_>, index: usize, dated: bool) -> Option<Vec<Part>> {
    let block = &input.blocks[index];
    let text = block.span.of(input.text);
    if is_page_mark(input, index) {
        return Some(vec![Part { kind: PartKind::Page, block: index, lines: vec![block.span] }]);
    }
    if !block.is_text() {
        return None;
    }
    let lines = lines_of(input, index);
    if is_remark(text) && block.span.len() <= 3 * LONGEST {
        let when = !text.contains(": ") && is_dateline(input, block.span);
        let kind = if when { PartKind::Dateline } else { PartKind::Argument };
        return Some(vec![Part { kind, block: index, lines }]);
    }
    if let Some((left, right)) = beside_date(input, index) {
        let greets = is_salute(left.of(input.text));
        let kind = if greets { PartKind::Salute } else { PartKind::Argument };
        let part = |kind, line| Part { kind, block: index, lines: vec![line] };
        return Some(vec![part(kind, left), part(PartKind::Dateline, right)]);
    }
    if let Some(at) = salute_line(input, index) {
        let mut parts = match at {
            0 => Vec::new(),
            _ => read_lines(input, index, &lines[..at], false)?,
        };
        parts.push(Part { kind: PartKind::Salute, block: index, lines: vec![lines[at]] });
        return Some(parts);
    }
    if dated && is_subject(lines[0].of(input.text)) {
        return Some(vec![Part { kind: PartKind::Argument, block: index, lines }]);
    }
    read_lines(input, index, &lines, dated)
}

/// What some lines of block `index` are.
pub(super) fn read_lines(
    input: &Input<'_>,
    index: usize,
    lines: &[Span],
    dated: bool,
) -> Option<Vec<Part>> {
    const MOST: usize = 10;
    const LONGEST: u32 = 100;
    if lines.is_empty() || lines.len() > MOST || lines.iter().any(|line| line.len() > LONGEST) {
        return None;
    }
    let texts: Vec<&str> = lines.iter().map(|line| line.of(input.text)).collect();
    let part = |kind, lines: &[Span]| Part { kind, block: index, lines: lines.to_vec() };
    if let Some(parts) = in_columns(input, index, lines) {
        return Some(parts);
    }
    let is_date = |line: &Span| is_dateline(input, *line);
    let Some(first) = lines.iter().position(is_date) else {
        return of_undated(&texts, dated, input.blocks[index].indent)
            .map(|kind| vec![part(kind, lines)]);
    };
    let last = lines.iter().rposition(is_date).unwrap_or(first);
    // A place stands right above its date.
    let place = usize::from(first == 1 && !is_street(texts[0]) && !is_mark(texts[0]));
    let (above, date) = (first - place, first - place..last + 1);
    let mut parts = Vec::new();
    if above > 0 {
        parts.extend(letterhead(index, &lines[..above], &texts[..above])?);
    }
    let below = &texts[date.end..];
    if below.is_empty() || is_inside_address(below) {
        parts.push(part(PartKind::Dateline, &lines[date.clone()]));
        if !below.is_empty() {
            parts.push(part(PartKind::Address, &lines[date.end..]));
        }
    } else if below.iter().all(|line| is_mark(line)) {
        // “Your ref.: HB/k     Our ref.: 1127”
        parts.push(part(PartKind::Dateline, &lines[date.clone()]));
        parts.push(part(PartKind::Argument, &lines[date.end..]));
    } else if below.len() == 1 && below[0].len() <= 40 && !tells(below[0]) {
        parts.push(part(PartKind::Dateline, &lines[date.start..]));
    } else {
        return None;
    }
    Some(parts)
}

/// A letterhead with the date in the same line, far to the right: “The Clerk      Arden,
/// 3 February 1941”, “of the County”.
fn in_columns(input: &Input<'_>, index: usize, lines: &[Span]) -> Option<Vec<Part>> {
    const FAR: &str = "        ";
    let (first, rest) = lines.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let text = first.of(input.text);
    let at = text.find(FAR)?;
    let left = Span::new(first.start, first.start + offset(at));
    let right = Span::new(left.end, first.end).trim(input.text);
    let name = left.of(input.text);
    let year = right.of(input.text).trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
    let office =
        !name.ends_with(',') && !is_place(name) && !name.contains(|c: char| c.is_ascii_digit());
    if !office || !year || !is_dateline(input, right) {
        return None;
    }
    let texts: Vec<&str> = rest.iter().map(|line| line.of(input.text)).collect();
    let mut parts = letterhead(index, &[left], &[name])?;
    parts.push(Part { kind: PartKind::Dateline, block: index, lines: vec![right] });
    parts.extend(letterhead(index, rest, &texts)?);
    Some(parts)
}

/// A greeting with place and date in the same line.
pub(super) fn greeting_and_date(input: &Input<'_>, index: usize) -> Option<(Span, Span)> {
    beside_date(input, index).filter(|(left, _)| is_salute(left.of(input.text)))
}

/// What stands in a line whose place and date are far to the right, as the papers of
/// parliaments have them: “My Lord,            Berlin, October 23, 1843.”, “(Extract.)”
fn beside_date(input: &Input<'_>, index: usize) -> Option<(Span, Span)> {
    const FAR: &str = "    ";
    let block = &input.blocks[index];
    if !block.is_text() || block.line_count() > 1 {
        return None;
    }
    let text = block.span.of(input.text);
    let at = offset(text.find(FAR)?);
    let left = Span::new(block.span.start, block.span.start + at);
    let right = Span::new(left.end, block.span.end).trim(input.text);
    let left_of = left.of(input.text);
    let remark = left_of.starts_with('(') && left_of.ends_with(')') && !left_of.contains(' ');
    ((remark || is_salute(left_of)) && is_dateline(input, right)).then_some((left, right))
}

/// The lines above the date in the same block.
fn letterhead(index: usize, lines: &[Span], texts: &[&str]) -> Option<Vec<Part>> {
    let fits =
        texts.iter().all(|text| text.len() <= 70 && !tells(text) && !text.ends_with(['?', '!']));
    if !fits {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    for (line, text) in lines.iter().zip(texts) {
        let kind =
            if is_mark(text) || is_remark(text) { PartKind::Argument } else { PartKind::Address };
        match parts.last_mut().filter(|part| part.kind == kind) {
            Some(part) => part.lines.push(*line),
            None => parts.push(Part { kind, block: index, lines: vec![*line] }),
        }
    }
    Some(parts)
}

/// What a block without a date is.
fn of_undated(lines: &[&str], dated: bool, indent: u32) -> Option<PartKind> {
    // What stands on the right edge of a page above its date is an address.
    const RIGHT: u32 = 24;
    if lines.iter().all(|line| is_mark(line)) {
        return Some(PartKind::Argument);
    }
    let fits = lines.iter().all(|line| line.len() <= 70 && !tells(line));
    let address = if dated {
        is_inside_address(lines)
    } else {
        is_address(lines)
            || is_house(lines[0]) && fits
            || indent >= RIGHT && fits && lines.len() >= 2
    };
    address.then_some(PartKind::Address)
}

/// What a short block is that nothing is known of.
pub(super) fn unknown(input: &Input<'_>, index: usize, dated: bool) -> Option<Vec<Part>> {
    let block = &input.blocks[index];
    let text = block.span.of(input.text);
    let fits = block.is_text()
        && block.line_count() <= MOST_LINES
        && block.span.len() <= LONGEST
        && !tells(text);
    let when = !dates(input, block.span).is_empty();
    let told = is_sentence(text) && text.split_whitespace().count() > 3;
    let fits = fits && (when || !told);
    // The place may stand above the date.
    let place = !dated && block.line_count() == 1 && text.split_whitespace().count() <= 5;
    let kind = if when || place { PartKind::Dateline } else { PartKind::Argument };
    fits.then(|| vec![Part { kind, block: index, lines: lines_of(input, index) }])
}

pub(super) fn is_page_mark(input: &Input<'_>, index: usize) -> bool {
    matches!(&input.blocks[index].kind, BlockKind::Marked(found) if found.markup.element == Element::Pb)
}

/// Whether a block greets somebody: with a line, or with its first words.
pub(in crate::structure) fn greets(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    input.blocks[index].is_text() && (greets_within(text) || salute_line(input, index).is_some())
}

/// Which line of block `index` is the salute: all of it, or below a date or an
/// address, or above the text that begins in the next line.
pub(super) fn salute_line(input: &Input<'_>, index: usize) -> Option<usize> {
    const PROSE: u32 = 60;
    let block = &input.blocks[index];
    if !block.is_text() {
        return None;
    }
    if block.line_count() == 1 {
        let greets = is_salute(block.span.of(input.text));
        return (greets || greeting_and_date(input, index).is_some()).then_some(0);
    }
    let at = salute_in(input, index)?;
    let lines = lines_of(input, index);
    let (above, below) = (&lines[..at], &lines[at + 1..]);
    let fits = above.is_empty() || read_lines(input, index, above, false).is_some();
    let text: u32 = below.iter().map(|line| line.len()).sum();
    let told = below.is_empty() && at > 0 || text >= PROSE;
    (fits && told && lineation(input, block) != Lineation::Verse).then_some(at)
}

/// Which of the first lines of block `index` greets: one that nothing else
/// could be, or any greeting right below the date.
pub(super) fn salute_in(input: &Input<'_>, index: usize) -> Option<usize> {
    const MOST: usize = 8;
    let block = &input.blocks[index];
    let mut above = None;
    block.line_spans(input.text, input.lines).take(MOST).position(|line| {
        let above = above.replace(line);
        let text = line.of(input.text);
        let stops = text.ends_with([',', ':', '!', '-', '—']);
        let below_date = || match above {
            Some(above) => is_dateline(input, above),
            None => below_date(input, index),
        };
        text.len() <= 60
            && (stops && is_salute(text)
                || !stops && (is_salute(text) || is_bare_salute(text)) && below_date())
    })
}

/// Whether the last line of the block above says when a letter was written.
pub(super) fn below_date(input: &Input<'_>, index: usize) -> bool {
    let above = index.checked_sub(1).map(|above| &input.blocks[above]);
    above.filter(|above| above.is_text()).is_some_and(|above| {
        let last = above.line_spans(input.text, input.lines).last();
        last.is_some_and(|last| is_dateline(input, last))
    })
}

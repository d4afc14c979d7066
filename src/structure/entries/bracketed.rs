//! Lines in brackets that say who wrote an entry and when: “[Clark, May 29, 1804]”.

use super::{DateLine, is_whole};
use crate::date;
use crate::source::Span;
use crate::structure::Input;
use crate::structure::kind::Head;
use crate::structure::notes::Notes;
use crate::token::Shape;

/// How many such lines there must be: one alone tells where something is from.
const FEW: usize = 3;

/// Adds such lines, if some of them stand above text.
pub(super) fn add(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lines: &mut [Option<DateLine>],
) {
    let free = |index: &usize| {
        let text = input.blocks[*index].is_text()
            && input.blocks[*index].span.of(input.text).starts_with('[');
        text && heads[*index].is_none() && !notes.holds(*index)
    };
    let blocks = (0..input.blocks.len()).filter(free).filter(|index| lines[*index].is_none());
    let found: Vec<(usize, DateLine)> =
        blocks.filter_map(|index| Some((index, read(input, index)?))).collect();
    if found.len() >= FEW {
        for (index, line) in found {
            lines[index] = Some(line);
        }
    }
}

/// The line that block `index` begins with, if it is one and the text stands below it.
fn read(input: &Input<'_>, index: usize) -> Option<DateLine> {
    const LONGEST: u32 = 60;
    const NAMES: usize = 3;
    let block = &input.blocks[index];
    let line = block.line_spans(input.text, input.lines).next()?.trim(input.text);
    let own_line = line == block.span;
    let below = input.blocks.get(index + 1);
    let above = !own_line
        || below.is_some_and(|below| below.is_text() && below.blank_before < block.blank_before);
    if line.len() > LONGEST || !above || !line.of(input.text).ends_with(']') {
        return None;
    }
    let words = input.words;
    let range = words.within(line);
    let named = |at: usize| {
        (range.start..at)
            .all(|word| matches!(words.shape(word), Some(Shape::Capital | Shape::Initial)))
    };
    let first = (range.start + 1..range.end.min(range.start + 1 + NAMES))
        .find(|at| words.before(*at) == ", " && named(*at))?;
    let (dates, _) = date::at(words, first)
        .filter(|(dates, _)| is_whole(dates) && dates[0].meaning.has_year())?;
    (dates[0].span.end + 1 == line.end).then(|| DateLine {
        span: Span::new(block.span.start, line.end),
        dates,
        places: Vec::new(),
        own_line,
        bare: false,
        dashed: false,
        telling: true,
    })
}

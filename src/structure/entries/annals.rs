//! Entries of annals, which begin with a year: “1066. In this year …”.

use super::{DateLine, is_dashed};
use crate::date::{self, Expression, Meaning, Written, Year};
use crate::source::Span;
use crate::structure::Input;
use crate::structure::kind::Head;
use crate::structure::notes::Notes;
use crate::token::Words;

/// How many paragraphs must begin with a year.
const FEW: usize = 3;

/// From this number on a paragraph begins with no year.
const NO_YEARS: u32 = 2100;

/// Numbers that paragraphs of a code of laws have, and seldom those of annals; how many
/// of them must count on by one.
const ARTICLES: std::ops::Range<u32> = 500..1000;
const SEVERAL: usize = 3;

/// A paragraph that may be an entry of annals.
struct Candidate {
    index: usize,
    line: DateLine,
    year: i16,
    /// Whether a word before the year says that it is one.
    led: bool,
}

/// Adds the beginnings of paragraphs that are years, if some are and they run
/// forward.
pub(super) fn add(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lines: &mut [Option<DateLine>],
) {
    let free = |index: &usize| {
        input.blocks[*index].is_text() && heads[*index].is_none() && !notes.holds(*index)
    };
    let blocks = || (0..input.blocks.len()).filter(free);
    let mut found: Vec<Candidate> =
        blocks().filter(|index| lines[*index].is_none()).filter_map(|at| year(input, at)).collect();
    if found.len() < FEW || !found.iter().any(|entry| entry.led) && counts(input, blocks()) {
        return;
    }
    let years: Vec<i16> = found.iter().map(|entry| entry.year).collect();
    let forward = |at: usize| {
        let before = at.checked_sub(1).is_none_or(|before| years[before] <= years[at]);
        before && years.get(at + 1).is_none_or(|next| years[at] <= *next)
    };
    let mut places = 0..found.len();
    found.retain(|_| places.next().is_some_and(forward));
    if found.len() >= FEW {
        for Candidate { index, line, .. } in found {
            lines[index] = Some(line);
        }
    }
}

/// The year that block `index` begins with, text behind it.
fn year(input: &Input<'_>, index: usize) -> Option<Candidate> {
    let block = &input.blocks[index];
    let line = block.line_spans(input.text, input.lines).next()?;
    let words = input.words;
    let range = words.within(line);
    let start = range.start;
    let (first, at) = leader(words, start);
    // The line may have no words.
    let at = Some(at).filter(|at| *at < range.end)?;
    let (meaning, next) = year_at(input, at).or_else(|| early_year(words, start, at))?;
    if next > range.end {
        return None;
    }
    let (Meaning::Date(written) | Meaning::Duration(written, _)) = meaning else { return None };
    let Year::Full(year) = written.year else { return None };
    let end = words.tokens[next - 1].span.end;
    let rest = Span::new(end, line.end).of(words.text);
    let stop = rest.starts_with(". ") || rest.starts_with(": ");
    let begins = words.tokens[start].span.start <= line.start + 2;
    let told = written.month.is_none() && begins && block.span.end > end + 4;
    let span = Span::new(words.tokens[first].span.start, end);
    (told && (stop || is_dashed(rest))).then(|| Candidate {
        index,
        year,
        led: at > start,
        line: DateLine {
            span: Span::new(line.start, end + u32::from(stop)),
            dates: vec![Expression { span, meaning }],
            places: Vec::new(),
            own_line: false,
            bare: false,
            dashed: is_dashed(rest),
            telling: false,
        },
    })
}

/// The year, or years, that word `at` begins, and the word after it.
fn year_at(input: &Input<'_>, at: usize) -> Option<(Meaning, usize)> {
    let next = input.year_range(at)?;
    let words = Words { text: input.words.text, tokens: &input.words.tokens[at..next] };
    Some((date::heading(words)?, next))
}

/// A year of fewer digits, before which a word says that it is one: “A.D. 875”.
fn early_year(words: Words<'_>, start: usize, at: usize) -> Option<(Meaning, usize)> {
    let digits = words.raw(at);
    let year = digits.parse().ok().filter(|year| at > start && (1..1000).contains(year))?;
    let written = Written { year: Year::Full(year), ..Written::default() };
    digits.starts_with(|c: char| c.is_ascii_digit()).then_some((Meaning::Date(written), at + 1))
}

/// Where the year begins with what belongs to it, and its first word: “Anno 1066”,
/// “A.D. 1066”.
fn leader(words: Words<'_>, start: usize) -> (usize, usize) {
    match (words.raw(start), words.raw(start + 1)) {
        ("Anno", "Domini") => (start + 2, start + 2),
        ("Anno" | "An" | "Ao" | "Year" | "Jahr" | "Année", _) => (start + 1, start + 1),
        ("A", "D") => (start, start + 2),
        ("AD", _) => (start, start + 1),
        _ => (start, start),
    }
}

/// Whether the numbers that some paragraphs begin with are those of articles.
fn counts(input: &Input<'_>, blocks: impl Iterator<Item = usize>) -> bool {
    let (mut last, mut run) = (0, 0);
    for index in blocks {
        let text = input.blocks[index].span.of(input.text);
        let number = text.split_once(". ").and_then(|(number, _)| number.parse::<u32>().ok());
        let Some(number) = number else { continue };
        let goes_on = number == last + 1 && (run > 0 || ARTICLES.contains(&last));
        run = if goes_on { run + 1 } else { 0 };
        last = number;
        if number >= NO_YEARS || run + 1 >= SEVERAL {
            return true;
        }
    }
    false
}

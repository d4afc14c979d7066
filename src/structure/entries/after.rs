//! What stands after the date in a date line, and where the line ends.

use super::before::is_place_word;
use super::told::is_title;
use super::{LONGEST, is_emphasis};
use crate::date::is_part_of_day;
use crate::source::{Span, offset};
use crate::structure::Input;
use crate::token::Shape;

/// Where a date line that a text follows ends, and the places between the
/// date and that end.
pub(super) fn ending(input: &Input<'_>, rest: Span) -> Option<(u32, Vec<Span>)> {
    let text = rest.of(input.text);
    // The stop of “4.30 p.m.” ends nothing.
    let in_number = |at: usize| {
        text[at..].starts_with(['.', ':'])
            && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
    };
    let close = text
        .match_indices(['.', ':', '—', '–', '-', '=', '―', '\n'])
        .map(|(at, _)| at)
        .take_while(|at| *at <= LONGEST as usize)
        .find(|at| !in_number(*at));
    let (at, tail) = match close {
        Some(at) => (at, &text[at..]),
        None => return None,
    };
    let between = Span::new(rest.start, rest.start + offset(at));
    // “On the 14th of May, 1858, Mr. Hill set out”
    let before = &input.text[..rest.start as usize];
    let line = before[before.rfind('\n').map_or(0, |at| at + 1)..].trim_start();
    let told = line.starts_with("On ") || line.starts_with("Le ");
    if told && tail.starts_with('.') && is_title(between.of(input.text)) {
        return None;
    }
    let places = whole_rest(input, between)?;
    // “Am 1. Apr. kam er”: the stop is that of the month.
    let shortened = between.is_empty()
        && text[..at].is_empty()
        && input.text[..between.start as usize].ends_with(char::is_alphabetic)
        && tail.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    if shortened {
        return None;
    }
    let stop = tail.chars().next().map_or(0, char::len_utf8);
    let stops = tail
        .chars()
        .take_while(|c| matches!(c, '.' | ':' | '—' | '–' | '-' | '=' | '―' | ' ' | '_'))
        .collect::<String>();
    // A hyphen within a word or a number ends nothing.
    let spaced = !tail.starts_with(['-', '–'])
        || tail.starts_with("--")
        || between.of(input.text).ends_with(' ')
        || stops.len() > 2;
    let end = if tail.starts_with('.') || tail.starts_with(':') {
        between.end + offset(stop)
    } else {
        between.start + offset(between.of(input.text).trim_end().len())
    };
    spaced.then_some((end, places))
}

/// What may follow a date in a date line: places, the time of day, a remark in
/// parentheses.
pub(super) fn whole_rest(input: &Input<'_>, rest: Span) -> Option<Vec<Span>> {
    let text = rest.of(input.text);
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | '-' | '—') || is_emphasis(c)
    });
    if trimmed.is_empty() {
        return Some(Vec::new());
    }
    if trimmed.starts_with(['(', '[']) && trimmed.ends_with([')', ']']) && trimmed.len() <= 40 {
        return Some(Vec::new());
    }
    let words = input.words.within(rest);
    if words.len() > 6
        || !text.trim_start().starts_with([',', '.', '(', '—', '-']) && !is_time(input, words.start)
    {
        return None;
    }
    let mut places: Vec<Span> = Vec::new();
    let mut open = false;
    for at in words {
        let span = input.words.tokens[at].span;
        // “5. VIII. 14, früh. Gefecht.”: a sentence begins there.
        let ended = !open && places.is_empty() && input.words.before(at).starts_with('.');
        if ended && at > 0 && is_time(input, at - 1) && input.words.raw(at - 1).len() > 1 {
            return None;
        }
        if is_time(input, at) {
            open = false;
        } else if is_place_word(input, at, !open) && input.words.shape(at) != Some(Shape::Number) {
            match places.last_mut().filter(|_| open && input.words.before(at).trim().is_empty()) {
                Some(place) => *place = place.join(span),
                None => places.push(span),
            }
            open = true;
        } else {
            return None;
        }
    }
    Some(places)
}

/// A word for the time of day, or one that stands with it.
fn is_time(input: &Input<'_>, index: usize) -> bool {
    const BESIDE: &[&str] = &[
        "a", "m", "p", "am", "pm", "o’clock", "later", "early", "late", "ejusd", "ejusdem",
        "hujus", "huius", "continued", "the", "same", "day", "and", "at", "heure", "heures",
        "demie", "à", "au", "du", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
        "neuf", "dix", "onze",
    ];
    let word = input.words.raw(index);
    let lower = word.to_lowercase();
    is_part_of_day(word)
        || BESIDE.contains(&lower.as_str())
        || (input.words.shape(index) == Some(Shape::Number) && lower.len() <= 2)
}

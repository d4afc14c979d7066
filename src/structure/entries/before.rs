//! What stands before the date in a date line: a place, an article, a mark in the
//! margin.

use std::ops::Range;

use super::{is_bare, is_day, is_emphasis, weekday_and_day};
use crate::date::{self, Expression, Meaning, Written, Year};
use crate::source::Span;
use crate::structure::Input;
use crate::token::Shape;

/// The index of the first word of the date, and the place before it.
pub(super) fn places_before(input: &Input<'_>, words: Range<usize>) -> Option<(usize, Vec<Span>)> {
    let first = words.start;
    if date::at(input.words, first).is_some() {
        return Some((first, Vec::new()));
    }
    // “the 1st”, “On May 8”
    if is_article(input.words.raw(first)) && date::at(input.words, first + 1).is_some() {
        return Some((first + 1, Vec::new()));
    }
    // “Du samedi 3 février.”, and not “Du 3 février au 5 juin il neigea.”
    let weekday =
        |(dates, _): (Vec<Expression>, usize)| dates.iter().all(|date| date.meaning.has_weekday());
    if input.words.raw(first) == "Du" && date::at(input.words, first + 1).is_some_and(weekday) {
        return Some((first + 1, Vec::new()));
    }
    // A cross in the margin: “XX Monday 1”
    let crosses = input.words.raw(first).bytes().all(|byte| byte == b'X' || byte == b'x');
    let day_below = |(dates, _): (Vec<Expression>, usize)| weekday_and_day(dates[0].meaning);
    if crosses && date::at(input.words, first + 1).is_some_and(day_below) {
        return Some((first + 1, Vec::new()));
    }
    // The letter of a weekday: “S - 8th”
    let initial = input.words.shape(first) == Some(Shape::Initial)
        && matches!(input.words.after(first).trim(), "-" | "—" | ".");
    if initial
        && date::at(input.words, first + 1).is_some_and(|(dates, _)| is_day(dates[0].meaning))
        && input.words.shape(first + 1) == Some(Shape::Number)
    {
        return Some((first + 1, Vec::new()));
    }
    let mut at = first;
    while at < words.end.min(first + 6) && is_place_word(input, at, at == first) {
        at += 1;
        let (after, gap) = past_marker(input, at);
        // The day may stand in italics: “LONDON, _January 8, 1790_.”
        let joint = gap.trim_matches(|c: char| is_emphasis(c) || c.is_whitespace());
        let joined = matches!(joint, "" | "," | "." | "–" | "—" | "--" | ".," | "(" | ":" | "),");
        let place =
            Span::new(input.words.tokens[first].span.start, input.words.tokens[at - 1].span.end);
        // “Lübeck, den 3. Januar”
        let article =
            usize::from(is_article(input.words.raw(after)) || leads_to_month(input, after));
        // “Rome, ce 31.”, “Nohant, mercredi 9.”
        let this = article > 0 && matches!(input.words.raw(after), "ce" | "le");
        let apart = matches!(gap, ", " | "), ");
        let placed = |dates: &[Expression]| {
            let day = dates[0].meaning;
            !is_bare(day) || apart && (this || weekday_and_day(day))
        };
        let date = date::at(input.words, after + article).filter(|(dates, _)| placed(dates));
        if joined && date.is_some() {
            return Some((after + article, vec![place]));
        }
        // “Boussac (Creuse), 20 septembre.”
        if !matches!(gap, " " | ". " | ", " | " (" | "), ") {
            return None;
        }
    }
    None
}

/// Whether a month with its year follows the preposition at word `at`: “Tegel, im Oktober
/// 1826.”
fn leads_to_month(input: &Input<'_>, at: usize) -> bool {
    let month = |(dates, _): (Vec<Expression>, usize)| {
        matches!(
            dates[0].meaning,
            Meaning::Date(Written { day: None, month: Some(_), year: Year::Full(_), .. })
        )
    };
    matches!(input.words.raw(at), "im" | "in" | "en")
        && date::at(input.words, at + 1).is_some_and(month)
}

/// The word after the marker of a note at word `at`, if one stands there, and what
/// stands before it: “York,[16] 29 June, 1774.”
fn past_marker<'t>(input: &Input<'t>, at: usize) -> (usize, &'t str) {
    let gap = input.words.before(at);
    match gap.strip_suffix('[') {
        Some(before) if input.words.after(at).starts_with(']') => (at + 1, before),
        _ => (at, gap),
    }
}

/// An article before a date; “d. 14. Mai” is short for it.
pub(super) fn is_article(word: &str) -> bool {
    const ARTICLES: &[&str] = &[
        "the", "The", "le", "Le", "ce", "Ce", "den", "Den", "d", "D", "li", "Li", "addì", "il",
        "Il", "el", "El", "a",
    ];
    ARTICLES.contains(&word)
}

pub(super) fn is_place_word(input: &Input<'_>, index: usize, first: bool) -> bool {
    match input.words.shape(index) {
        Some(Shape::Capital | Shape::Upper) => true,
        Some(Shape::Initial) => !first,
        Some(Shape::Lower) => {
            !first
                && matches!(
                    input.words.raw(index),
                    "of" | "the"
                        | "de"
                        | "la"
                        | "le"
                        | "les"
                        | "am"
                        | "an"
                        | "der"
                        | "on"
                        | "upon"
                        | "sur"
                        | "near"
                        | "in"
                        | "bei"
                )
        }
        Some(Shape::Clitic) => !first,
        Some(Shape::Number) => first,
        None => false,
    }
}

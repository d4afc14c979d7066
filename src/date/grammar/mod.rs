//! What dates look like.

mod abroad;
mod bounded;
mod cited;
mod day;
mod days;
mod digits;
mod expression;
mod follow;
mod friends;
mod joined;
mod latin;
mod listed;
mod old;
mod other;
mod parts;
mod period;
mod reigns;
mod relative;
mod single;
mod tense;
mod thirds;
mod weekday;
mod words;

use rustc_hash::FxHashSet;

use super::calendar::CalendarDate;
use super::meaning::{Meaning, Order, Reckoning, Written, Year};
use super::term::Direction;
use crate::source::Span;
use crate::token::{Shape, Words};

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its characters.
    pub span: Span,
    /// What they say.
    pub meaning: Meaning,
}

/// All dates in the text that can be told without knowing where they stand,
/// in order, without overlaps.
///
/// Those of which [`Meaning::needs_context`] is true are dates only if the
/// place where they stand gives them a value.
///
/// ```
/// use rubricate::{date, token::{Words, tokenize}};
///
/// let text = "two walks, May 8 and 18, 1937, in Paris";
/// let tokens = tokenize(text);
/// let found = date::find(Words { text, tokens: &tokens });
/// let spans: Vec<&str> = found.iter().map(|date| date.span.of(text)).collect();
/// assert_eq!(spans, ["May 8", "18, 1937"]);
/// ```
#[must_use]
pub fn find(words: Words<'_>) -> Vec<Expression> {
    let parser = Parser { words };
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.tokens.len() {
        match parser.expression(index) {
            Some(parsed) => {
                let parsed = parser.with_weekday_after(parsed);
                index = parsed.next;
                found.extend(parsed.expressions);
            }
            None => index += 1,
        }
    }
    found
}

/// The order in which most dates in digits are written that can only be read in
/// one, of some `dates` and of the whole text: a text keeps to one order. Nothing
/// if none tells, or if it does not matter for the dates.
#[must_use]
pub fn order(words: Words<'_>, dates: impl Iterator<Item = Meaning> + Clone) -> Option<Order> {
    dates.clone().find(|date| date.has_order())?;
    let numbers = (0..words.tokens.len()).filter(|at| words.shape(*at) == Some(Shape::Number));
    let written = numbers.filter_map(|at| Parser { words }.order(at));
    let mut month_first = 0;
    // “AUG 11 1947” tells how “8-11-47” is to be read.
    let named: FxHashSet<(i16, i8, i8)> = dates.clone().filter_map(Meaning::named_day).collect();
    let told = dates.clone().filter_map(Meaning::doubtful_day).filter_map(|(year, month, day)| {
        let (read, other) =
            (named.contains(&(year, month, day)), named.contains(&(year, day, month)));
        match (read, other) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    });
    for order in dates.filter_map(Meaning::order).chain(written).chain(told) {
        month_first += if order == Order::MonthFirst { 1 } else { -1 };
    }
    match month_first {
        1.. => Some(Order::MonthFirst),
        0 => None,
        _ => Some(Order::DayFirst),
    }
}

/// The date that begins with word `index`, even one that says no more than a
/// day (“24th”, “Monday 8”, “5/3”) and could be something else elsewhere, and
/// the index of the word after it. A list gives several.
#[must_use]
pub fn at(words: Words<'_>, index: usize) -> Option<(Vec<Expression>, usize)> {
    let parser = Parser { words };
    let parsed = parser
        .german_weekday(index)
        .or_else(|| parser.short_weekday_and_day(index))
        .or_else(|| parser.expression(index))
        .filter(|parsed| {
            let first = parsed.expressions[0].span.start;
            words.get(index).is_some_and(|word| first + 1 >= word.span.start)
                && !matches!(parsed.expressions[0].meaning, Meaning::Relative(_))
        })
        .or_else(|| parser.bare(index))?;
    let parsed = parser.with_weekday_after(parsed);
    Some((parsed.expressions, parsed.next))
}

/// The days that follow the day `last` in the same paragraph, up to word `end`,
/// counting on by one: “18th High wind 19th 20th Rain”; and whether nothing
/// stands between each and the day before.
#[must_use]
pub fn following(words: Words<'_>, start: usize, end: usize, last: i8) -> Vec<(Expression, bool)> {
    Parser { words }.following(start, end, last)
}

/// Which way the sentence looks in which the characters `date` are a date: to
/// what is past, to what is to come, or neither as far as its verbs tell.
///
/// ```
/// use rubricate::date::{self, Direction};
/// use rubricate::token::{Words, tokenize};
///
/// let text = "We leave on Friday.";
/// let tokens = tokenize(text);
/// let words = Words { text, tokens: &tokens };
/// let friday = date::find(words)[0];
/// assert_eq!(date::toward(words, friday.span), Some(Direction::Next));
/// ```
#[must_use]
pub fn toward(words: Words<'_>, date: Span) -> Option<Direction> {
    let range = words.within(date);
    Parser { words }.sentence_direction(range.start, range.end)
}

/// What the words say if all of them together name a month or a year, as a
/// heading does: “January 1819”, “1907”, “May”.
#[must_use]
pub fn heading(words: Words<'_>) -> Option<Meaning> {
    let parser = Parser { words };
    let found = parser.month_and_year(0).or_else(|| parser.year_and_month(0));
    let (written, next) = found.or_else(|| parser.bare_year(0))?;
    let (meaning, next) = match parser.range_end(next, written) {
        Some((end, next)) => (Meaning::Duration(written, end), next),
        None => (Meaning::Date(written), next),
    };
    let common = written.reckoning == Reckoning::Common;
    (common && next == words.tokens.len()).then_some(meaning)
}

/// The year that word `index` is if it is one: four digits, 1000 to 2099.
#[must_use]
pub fn year(words: Words<'_>, index: usize) -> Option<CalendarDate> {
    let (written, _) = Parser { words }.bare_year(index)?;
    match written.year {
        Year::Full(year) => CalendarDate::year_only(year),
        _ => None,
    }
}

/// Reads dates out of words; the methods are named for what they read and
/// take the index of the word to begin with.
#[derive(Clone, Copy)]
struct Parser<'t> {
    words: Words<'t>,
}

/// Dates that were read together, and the word after them.
struct Parsed {
    expressions: Vec<Expression>,
    next: usize,
}

/// A date and the word after it.
type Read = Option<(Written, usize)>;

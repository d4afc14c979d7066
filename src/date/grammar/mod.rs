//! What dates look like.

mod expression;
mod parts;
mod single;

use super::calendar::CalendarDate;
use super::lexicon::Part;
use crate::source::Span;
use crate::token::Words;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its characters.
    pub span: Span,
    /// What they say.
    pub meaning: Meaning,
}

/// What a date expression says, before anything is concluded from its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One date.
    Date(Written),
    /// A time that lasts from one date to another.
    Duration(Written, Written),
    /// A point of time between two dates.
    Between(Written, Written),
    /// A third of a month or year.
    Part(Part, Written),
    /// So many days after the day of writing.
    Days(i32),
}

/// A date as it is written, which may leave out any part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The year.
    pub year: Year,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month, from 1.
    pub day: Option<i8>,
    /// The weekday, from 1 (Monday).
    pub weekday: Option<i8>,
}

/// A year as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Year {
    /// Not at all.
    #[default]
    Missing,
    /// With four digits.
    Full(i16),
    /// With the last two digits: ’34.
    Short(i16),
}

/// All dates in the text that can be told without knowing where they stand,
/// in order, without overlaps.
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
                index = parsed.next;
                found.extend(parsed.expressions);
            }
            None => index += 1,
        }
    }
    found
}

/// The date that begins with word `index`, even one that says no more than a
/// day (“24th”, “Monday 8”, “5/3”) and could be something else elsewhere, and
/// the index of the word after it. A list gives several.
#[must_use]
pub fn at(words: Words<'_>, index: usize) -> Option<(Vec<Expression>, usize)> {
    let parser = Parser { words };
    let parsed = parser.expression(index).or_else(|| parser.bare(index))?;
    Some((parsed.expressions, parsed.next))
}

/// What the words say if all of them together name a month or a year, as a
/// heading does: “January 1819”, “1907”, “May”.
#[must_use]
pub fn heading(words: Words<'_>) -> Option<Meaning> {
    let parser = Parser { words };
    let (written, next) = parser.month_and_year(0).or_else(|| parser.bare_year(0))?;
    let (meaning, next) = match parser.range_end(next, written) {
        Some((end, next)) => (Meaning::Duration(written, end), next),
        None => (Meaning::Date(written), next),
    };
    (next == words.tokens.len()).then_some(meaning)
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

impl Written {
    fn in_month(day: i8, month: i8, year: Year) -> Self {
        Self { year, month: Some(month), day: Some(day), weekday: None }
    }

    fn whole_year(year: Year) -> Self {
        Self { year, ..Self::default() }
    }

    /// With the parts that `other` has and this one leaves out, which follow
    /// both: the year of `1937` in “from May 8 to June 3, 1937”.
    fn completed_by(self, other: Self) -> Self {
        Self {
            year: if self.year == Year::Missing { other.year } else { self.year },
            month: self.month.or(if self.day.is_some() { other.month } else { None }),
            ..self
        }
    }
}

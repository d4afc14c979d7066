//! Dates in running text: what they look like and what they mean.
//!
//! [`find`] reads expressions such as “May 8 and 18, 1937” out of words;
//! [`Meaning::resolve`] gives them a value, with the help of an [`Anchor`]
//! where the words leave something out. Nothing here knows of documents.

mod calendar;
mod edtf;
mod feast;
mod grammar;
mod hours;
mod lexicon;
mod meaning;
mod reign;
mod republican;
mod resolve;
mod roman;
mod saints;
mod term;
mod terms;

pub use calendar::{CalendarDate, DateValue};
pub use edtf::{EDTF, Edtf};
pub use feast::Feast;
pub use grammar::{Expression, at, find, following, heading, order, toward, year};
pub(crate) use hours::is_part_of_day;
pub use meaning::{Digits, Doubt, Meaning, Order, Reckoning, Relative, Written, Year};
pub use reign::RegnalYear;
pub use resolve::{Anchor, Evidence, Reading, WeekdayCheck};
pub(crate) use roman::year as roman_year;
pub use term::{Direction, Part, Season};

/// Whether a word is the name of a month, in full or shortened as in letters.
///
/// ```
/// use rubricate::date::is_month;
///
/// assert!(is_month("Feby") && is_month("août") && !is_month("Monday"));
/// ```
#[must_use]
pub fn is_month(word: &str) -> bool {
    matches!(lexicon::look_up(word), Some(term::Term::Month(_) | term::Term::DoubtfulMonth(_)))
}

#[cfg(test)]
mod tests;

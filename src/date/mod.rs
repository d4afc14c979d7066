//! Dates in running text: what they look like and what they mean.
//!
//! [`find`] reads expressions such as “May 8 and 18, 1937” out of words;
//! [`Meaning::resolve`] gives them a value, with the help of an [`Anchor`]
//! where the words leave something out. Nothing here knows of documents.

mod calendar;
mod grammar;
mod lexicon;
mod resolve;
mod terms;

pub use calendar::{CalendarDate, DateValue};
pub use grammar::{Expression, Meaning, Written, Year, at, find, heading, year};
pub use lexicon::Part;
pub use resolve::{Anchor, Reading};

#[cfg(test)]
mod tests;

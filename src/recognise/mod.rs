//! Words to what they name: dates, persons, places.
mod dates;
pub(crate) use dates::{Known, recognise as recognise_dates};

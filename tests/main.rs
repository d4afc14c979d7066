//! The tests of the program as a whole, one file for each feature.

mod attacks;
mod cli;
mod faithful;
mod gold;
mod hostile;
mod layers;
mod promises;
mod restore;
mod samples;
mod schema;
mod support;

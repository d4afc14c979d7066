//! The tests of the program as a whole, one file for each feature.

mod attacks;
mod cli;
mod promises;
mod restore;
mod samples;
mod support;

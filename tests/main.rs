//! The tests of the program as a whole, one file for each feature.

mod promises;
mod samples;

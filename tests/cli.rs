//! The command line: good calls, and every bad one that people make.

mod archive;
mod authority;
mod bad_input;
mod explain;
mod export;
mod findings;
mod output;
mod reports;

//! The tests of the program as a whole, one file for each feature.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod authority;
mod circles;
mod cli;
mod dates;
mod docs;
mod explain;
mod export;
mod faithful;
mod floods;
mod gold;
mod hostile;
mod json;
mod layers;
mod library;
mod profiles;
mod promises;
mod ratchet;
mod restore;
mod samples;
mod schema;
mod settings;
mod shared;
mod speech;
mod structure;
mod support;
mod words;
mod xslt;

//! The TEI document: written from nested events, read back as text.
//!
//! The two directions meet only in the document. [`write`] puts the tags in;
//! [`externalize`] takes them out again and needs nothing else for it.

mod characters;
mod externalize;
mod reader;
mod record;
mod write;

pub use externalize::{Externalized, externalize};
pub use reader::{MAX_DEPTH, NAMESPACE};
pub use record::Record;

//! rubricate
pub mod annotation;
pub mod convention;
mod convert;
pub mod date;
mod diagnostic;
pub mod element;
pub mod entity;
pub mod internalize;
mod lexicon;
pub mod metadata;
pub mod notation;
mod recognise;
pub mod segment;
mod source;
mod structure;
pub mod tei;
pub mod token;
pub use convert::{Conversion, Options, Report, convert};
pub use diagnostic::{Code, Diagnostic, Located, Severity, Subject};
pub use source::{
    Encoding, Envelope, LineEnd, Lines, Position, Source, Span, TooLong, Unencodable,
};

//! rubricate
pub mod annotation;
pub mod date;
mod diagnostic;
pub mod element;
pub mod internalize;
pub mod notation;
mod source;
pub mod tei;
pub mod token;
pub use diagnostic::{Code, Diagnostic, Located, Severity, Subject};
pub use source::{
    Encoding, Envelope, LineEnd, Lines, Position, Source, Span, TooLong, Unencodable,
};

//! rubricate
pub mod date;
mod diagnostic;
mod source;
pub mod token;
pub use diagnostic::{Code, Diagnostic, Located, Severity, Subject};
pub use source::{
    Encoding, Envelope, LineEnd, Lines, Position, Source, Span, TooLong, Unencodable,
};

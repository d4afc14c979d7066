//! rubricate
pub mod annotation;
pub mod convention;
mod convert;
pub mod date;
mod diagnostic;
pub mod element;
pub mod entity;
pub mod export;
pub mod internalize;
mod lexicon;
pub mod metadata;
pub mod notation;
mod profile;
mod recognise;
mod restore;
pub mod segment;
mod source;
mod structure;
pub mod tei;
pub mod token;
mod validate;
pub use convert::{Conversion, Found, Options, Report, convert};
pub use diagnostic::{Code, Diagnostic, Located, Severity, Subject};
pub use export::{Export, ExportOptions, export, format};
pub use profile::Profile;
pub use restore::{Restoration, Verdict, restore, xml_text};
pub use source::{
    Encoding, Envelope, LineEnd, Lines, Position, Source, Span, TooLong, Unencodable,
};
pub use structure::Counts;
pub use validate::{Schema, validate};

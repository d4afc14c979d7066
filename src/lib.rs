//! Plain transcriptions to TEI P5 digital editions, and back byte for byte.
//!
//! ```
//! use rubricate::{Options, Schema, Verdict, convert, restore, validate};
//!
//! let page = "\
//! Brussels, January 11, 1937, morning. I saw André Gide again [1].
//!
//! Footnotes
//!
//! 1. At the Hotel Albert.
//! ";
//!
//! let edition = convert(page.as_bytes(), &Options::default())?;
//! let tei = &edition.tei;
//! assert!(tei.contains(r##"<date when="1937-01-11" resp="#rubricate" cert="high">January 11, 1937</date>"##));
//! assert!(tei.contains(r##"<ref type="noteAnchor" target="#note-1" n="1" xml:id="note-1-ref">[1]</ref>"##));
//! assert!(tei.contains(r#"<persName type="main">André Gide</persName>"#));
//!
//! // Valid, and nothing of the text is lost.
//! assert!(validate(tei, &Schema::embedded()).is_empty());
//! let restored = restore(tei.as_bytes()).unwrap();
//! assert_eq!(restored.verdict, Verdict::Identical);
//! assert_eq!(restored.bytes, page.as_bytes());
//! # Ok::<(), rubricate::TooLong>(())
//! ```
//!
//! The text of an edition is the transcription with tags put in. Nothing is
//! rewritten, moved or added: take the tags out, and the transcription is there
//! again. Every tag that the program set of its own accord carries
//! `resp="#rubricate"` and says in `cert` how sure it is.
//!
//! * [`convert()`] reads bytes of any kind and writes a TEI document. What is odd
//!   about the text is a [`Diagnostic`], never a failure.
//! * [`restore()`] takes the tags out of any TEI document and says whether its
//!   text is still the one it was made of.
//! * [`validate()`] checks a document against a RELAX NG schema, and tells what
//!   would be allowed.
//! * [`export()`] writes any TEI document in the formats of [`export::FORMATS`];
//!   [`explain::explain`] tells why a place is tagged as it is.
//!
//! All of them are functions of their arguments: they read no file, print
//! nothing, keep nothing between calls, and give the same result every time.
//! They do not panic, whatever the bytes, and their cost grows with the input and no
//! faster. All types can be sent to other threads and shared between them; one
//! [`Schema`] and one [`Options`] serve any number of conversions at once.
//!
//! What can go wrong is an error type of its own, each with [`std::error::Error`]:
//! [`TooLong`] for a transcription of more than 1 GiB, a [`Diagnostic`] for a file
//! that is no TEI, [`NotASchema`]. A [`Subject`] shows a diagnostic with its line,
//! or spells it out for other programs.
//!
//! The other modules are what these functions are made of, in the order in which
//! they work: [`convention`], [`date`], [`internalize`], [`tei`].
//!
//! # Features
//!
//! `cli`, on by default, is the program. The library does without it and its
//! dependencies:
//!
//! ```toml
//! rubricate = { version = "0.1", default-features = false }
//! ```

#![forbid(unsafe_code)]

pub mod annotation;
pub mod authority;
pub mod convention;
mod convert;
pub mod date;
mod diagnostic;
pub mod element;
pub mod entity;
pub mod explain;
pub mod export;
pub mod internalize;
mod lexicon;
pub mod metadata;
pub mod notation;
mod profile;
mod reason;
mod recognise;
mod restore;
mod roman;
mod segment;
mod source;
mod structure;
mod table;
pub mod tei;
pub mod token;
mod validate;

pub use convert::{Conversion, Found, Options, Report, convert};
pub use diagnostic::{Code, Diagnostic, Located, Severity, Subject};
pub use export::{Export, ExportOptions, export, format};
pub use profile::Profile;
pub use restore::{Restoration, Verdict, restore};
pub use source::{
    Encoding, Envelope, LineEnd, Lines, Position, Source, Span, TooLong, Unencodable,
};
pub use structure::Counts;
pub use tei::{xml_bytes, xml_text};
pub use validate::{NotASchema, Schema, validate};

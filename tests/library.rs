//! What those rely on who use the library in programs of their own.

use std::error::Error;

use rubricate::authority::{Authority, NameRules};
use rubricate::explain::{Explanation, NotExplained, explain};
use rubricate::export::{FORMATS, to_tei};
use rubricate::metadata::{Manifest, Metadata};
use rubricate::{
    Conversion, Diagnostic, Export, ExportOptions, NotASchema, Options, Position, Report,
    Restoration, Schema, Subject, TooLong, convert, export, restore,
};

fn is_shared<T: Send + Sync + 'static>() {}

fn is_error<T: Error + Send + Sync + 'static>() {}

/// A server keeps them, and hands them from thread to thread.
#[test]
fn threads_share_everything() {
    is_shared::<(Options, Schema, Metadata, Manifest, Authority, NameRules, ExportOptions)>();
    is_shared::<(Conversion, Report, Restoration, Export, Explanation, Diagnostic)>();
    is_shared::<Subject<'static>>();
    is_error::<TooLong>();
    is_error::<Diagnostic>();
    is_error::<NotASchema>();
    is_error::<NotExplained>();
}

/// Whatever can go wrong passes through `?` and says what it was.
#[test]
fn errors_say_what_was_wrong() {
    fn all(step: usize) -> Result<(), Box<dyn Error>> {
        match step {
            0 => drop(restore(b"no XML")?),
            1 => drop(Schema::from_text("<no/>", "no.rng")?),
            2 => drop(explain(b"", Position { line: 9, column: 1 }, &Options::default())?),
            3 => drop(export("<a/>", FORMATS[0], &ExportOptions::default())?),
            4 => drop(to_tei("{}")?),
            _ => drop(convert(b"", &Options::default())?),
        }
        Ok(())
    }
    let said = |step| all(step).unwrap_err().to_string();
    assert_eq!(said(0), "error[not-well-formed]: text outside the root element");
    assert_eq!(said(1), "schema error: schema root must use the RELAX NG namespace");
    assert_eq!(said(2), "there is no such place; the file has 1 line");
    assert_eq!(said(3), "error[not-tei]: the root element is a in no namespace");
    assert!(!said(4).is_empty());
    assert!(all(5).is_ok());
}

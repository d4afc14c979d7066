//! A table of names, a list of forms and a transcription: errors by row, or a
//! valid edition that gives the transcription back.
//!
//! The three are parted by NUL characters.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rubricate::authority::{Authority, NameRules};
use rubricate::{Options, Schema, Severity, Subject, convert, restore, validate};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::embedded);

fuzz_target!(|text: &str| {
    let mut parts = text.splitn(3, '\0');
    let mut part = || parts.next().unwrap_or_default();
    let (table, forms, transcription) = (part(), part(), part());
    let (authority, names) = match (Authority::from_csv(table), NameRules::parse(forms)) {
        (Ok(authority), Ok(names)) => (authority, names),
        (Err(problems), _) => return show(table, &problems),
        (_, Err(problems)) => return show(forms, &problems),
    };
    let options = Options { authority, names, ..Options::default() };
    let edition = convert(transcription.as_bytes(), &options).unwrap();
    assert!(edition.report.restored);
    assert_eq!(restore(edition.tei.as_bytes()).unwrap().bytes, transcription.as_bytes());
    let found = validate(&edition.tei, &SCHEMA);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
});

fn show(text: &str, problems: &[rubricate::Diagnostic]) {
    assert!(!problems.is_empty());
    let subject = Subject::new("names", text);
    for problem in problems {
        let _ = subject.show(problem);
    }
}

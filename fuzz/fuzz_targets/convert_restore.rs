//! Any bytes become a valid edition that gives them back.
//!
//! The first byte chooses the convention and the profile, so that all of them
//! are met.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rubricate::convention::CONVENTIONS;
use rubricate::{Options, Profile, Schema, Severity, Verdict, convert, restore, validate};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::embedded);

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let (first, conventions) = (usize::from(*first), CONVENTIONS.len() + 1);
    let convention = CONVENTIONS.get(first % conventions).copied();
    let profile = Profile::ALL[first / conventions % Profile::ALL.len()];
    let edition = convert(bytes, &Options { convention, profile, ..Options::default() }).unwrap();
    assert!(edition.report.restored);
    let restored = restore(edition.tei.as_bytes()).unwrap();
    assert_eq!(restored.verdict, Verdict::Identical);
    assert_eq!(restored.bytes, bytes);
    if !profile.has_embedded_schema() {
        return;
    }
    let found = validate(&edition.tei, &SCHEMA);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
});

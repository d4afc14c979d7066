//! Any bytes become a valid edition that gives them back.
//!
//! The first byte chooses the convention, so that all of them are met.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rubricate::convention::CONVENTIONS;
use rubricate::{Options, Schema, Severity, Verdict, convert, restore, validate};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::embedded);

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let convention = CONVENTIONS.get(usize::from(*first) % (CONVENTIONS.len() + 1)).copied();
    let edition = convert(bytes, &Options { convention, ..Options::default() }).unwrap();
    assert!(edition.report.restored);
    let restored = restore(edition.tei.as_bytes()).unwrap();
    assert_eq!(restored.verdict, Verdict::Identical);
    assert_eq!(restored.bytes, bytes);
    let found = validate(&edition.tei, &SCHEMA);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
});

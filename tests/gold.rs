//! Real transcriptions, which are not part of the project: diaries, letters,
//! novels, histories of many archives.

use std::fs;
use std::path::PathBuf;

use rubricate::{Options, Schema, Severity, Verdict, convert, restore, validate};

use crate::support::shared;

/// The transcriptions, by name.
fn transcriptions() -> Vec<PathBuf> {
    let directories = ["gold/dev", "seed"].into_iter().filter_map(shared);
    let mut found: Vec<PathBuf> = directories
        .flat_map(|directory| fs::read_dir(directory).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    found.sort();
    found
}

#[test]
fn are_restored_exactly() {
    for path in transcriptions() {
        let bytes = fs::read(&path).unwrap();
        let edition = convert(&bytes, &Options::default()).unwrap();
        let restored = restore(edition.tei.as_bytes()).unwrap();
        assert_eq!(restored.verdict, Verdict::Identical, "{}", path.display());
        assert!(restored.bytes == bytes, "{}: other bytes", path.display());
    }
}

/// Valid by the schema of the editions, and by the one of all TEI.
#[test]
fn are_valid() {
    let all = shared("schemas/tei_all.rng").map(|path| fs::read_to_string(path).unwrap());
    let all = all.map(|text| Schema::from_text(&text, "tei_all.rng").unwrap());
    let schemas: Vec<Schema> = [Schema::embedded()].into_iter().chain(all).collect();
    for path in transcriptions() {
        let bytes = fs::read(&path).unwrap();
        let edition = convert(&bytes, &Options::default()).unwrap();
        for schema in &schemas {
            let found = validate(&edition.tei, schema);
            let error = found.iter().find(|found| found.severity == Severity::Error);
            assert!(error.is_none(), "{}: {error:?}", path.display());
        }
    }
}

//! Real transcriptions, which are not part of the project: diaries, letters,
//! novels, histories of many archives. That their editions are valid is tested
//! for every profile in `profiles.rs`.

use std::fs;

use rubricate::{Options, Verdict, convert, restore};

use crate::shared::{skipped, transcriptions};

#[test]
fn are_restored_exactly() {
    let files = transcriptions();
    if files.is_empty() {
        return skipped("are_restored_exactly", "transcriptions");
    }
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let edition = convert(&bytes, &Options::default()).unwrap();
        let restored = restore(edition.tei.as_bytes()).unwrap();
        assert_eq!(restored.verdict, Verdict::Identical, "{}", path.display());
        assert!(restored.bytes == bytes, "{}: other bytes", path.display());
    }
}

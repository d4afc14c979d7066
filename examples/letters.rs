//! Converts letters on several threads, with one schema for all of them, and tells
//! of each what was found and what is odd.
//!
//! ```sh
//! cargo run --no-default-features --example letters samples/*/transcription.txt
//! ```

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use rubricate::metadata::Metadata;
use rubricate::{Options, Schema, Subject, convert, restore};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let known = Metadata { licence: Some("CC0".to_owned()), ..Metadata::default() };
    let schema = Some(Arc::new(Schema::embedded()));
    let options = Options { metadata: known, schema, ..Options::default() };
    let told: Vec<_> = thread::scope(|scope| {
        let options = &options;
        let begin =
            |file| scope.spawn(move || one(file, options).map_err(|error| format!("{error}")));
        let threads: Vec<_> = files.iter().map(begin).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    for told in told {
        std::io::stdout().write_all(told?.as_bytes())?;
    }
    Ok(())
}

/// Converts one file, and tells of it; `edition.tei` is what to keep.
fn one(file: &PathBuf, options: &Options) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(file)?;
    let edition = convert(&bytes, options)?;
    // It always does; who keeps only the edition may want to see it.
    assert_eq!(restore(edition.tei.as_bytes())?.bytes, bytes);
    let name = file.display().to_string();
    let subject = Subject::new(&name, &edition.text);
    let mut told = edition.report.describe(&name);
    for found in &edition.diagnostics {
        told.push_str(&subject.show(found));
    }
    Ok(told)
}

//! Any text as TEI in every format: an error or a result, the same twice, and
//! no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rubricate::export::FORMATS;
use rubricate::{ExportOptions, Subject, export};

fuzz_target!(|tei: &str| {
    let options = ExportOptions { split: tei.len() % 2 == 0, ..ExportOptions::default() };
    let subject = Subject::new("fuzz.xml", tei);
    for format in FORMATS {
        match export(tei, format, &options) {
            Ok(first) => {
                let second = export(tei, format, &options).unwrap();
                assert!(first.content == second.content, "{}", format.name);
                for diagnostic in &first.diagnostics {
                    let _ = subject.show(diagnostic);
                }
            }
            Err(diagnostic) => {
                let _ = subject.show(&diagnostic);
            }
        }
    }
});

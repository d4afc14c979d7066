//! Any bytes as XML: an error or a text, and no panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rubricate::{Schema, Subject, restore, validate, xml_text};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::embedded);

fuzz_target!(|bytes: &[u8]| {
    let restored = restore(bytes);
    let Ok(xml) = xml_text(bytes) else { return };
    let subject = Subject::new("fuzz.xml", &xml);
    if let Err(diagnostic) = restored {
        let _ = subject.show(&diagnostic);
    }
    for diagnostic in validate(&xml, &SCHEMA) {
        let _ = subject.show(&diagnostic);
        let _ = subject.locate(&diagnostic);
    }
});

//! Documents that are made from the program, and so cannot lie.

use std::fs;
use std::path::Path;

use rubricate::Code;
use rubricate::export::FORMATS;

/// `docs/diagnostics.md` lists every code with its explanation. With
/// `UPDATE_DOCS` in the environment it is written anew.
#[test]
fn diagnostics() {
    let mut expected = String::from(
        "# Diagnostics\n\nWhat the program says about a transcription or an edition. The name stands in brackets after the \
         severity:\n`warning[marker-without-note]`. Scripts can rely on the names.\n\n| name | what it means, and what to do |\n\
         |---|---|\n",
    );
    for code in Code::ALL {
        expected += &format!("| `{}` | {} |\n", code.name(), code.explanation());
    }
    held("docs/diagnostics.md", &expected);
}

/// `docs/formats.md` lists what each format of export cannot carry.
#[test]
fn formats() {
    let mut expected = String::from(
        "# Formats of export\n\nWhat each format cannot carry. `rubricate export` says so once for each kind of thing \
         that a document has.\n",
    );
    for format in FORMATS {
        expected += &format!("\n## {}\n\n", format.name);
        if format.losses.is_empty() {
            expected += "It carries everything.\n";
            continue;
        }
        expected += "| what | what becomes of it |\n|---|---|\n";
        for loss in format.losses {
            expected += &format!("| `{}` | {} |\n", loss.what, loss.how);
        }
    }
    held("docs/formats.md", &expected);
}

/// Holds a document against what it should say.
#[track_caller]
fn held(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap();
    assert!(found == expected, "{name} is old: UPDATE_DOCS=1 cargo test docs");
}

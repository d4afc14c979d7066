//! Documents that are made from the program, and so cannot lie.

use std::fs;
use std::path::Path;

use rubricate::Code;

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
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap();
    assert!(found == expected, "docs/diagnostics.md is old: UPDATE_DOCS=1 cargo test docs");
}

//! Pairs of a text and what is made of it, in files that a scholar can review:
//! a title, the text, and below a line what is found in it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Stands before the title of a case.
const CASE: &str = "######## ";

/// Stands between the text and what is found.
const BECOMES: &str = "\n~~~~~~~~ becomes\n";

/// Holds every case in the files of `tests/DIRECTORY` to what `found` makes of its
/// title and text.
///
/// With `UPDATE_PAIRS` in the environment the files are written anew, to be read.
#[track_caller]
pub(crate) fn hold(directory: &str, found: impl Fn(&str, &str) -> String) {
    let update = std::env::var_os("UPDATE_PAIRS").is_some();
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(directory);
    let mut paths: Vec<_> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no files of pairs");
    let mut wrong = String::new();
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let mut written = String::new();
        for case in file.split(CASE).skip(1) {
            let (title, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once(BECOMES).unwrap_or((rest.trim_end(), ""));
            let (expected, found) = (expected.trim_end(), found(title, text));
            if found != expected {
                let differs = format!("--- expected\n{expected}\n--- found\n{found}");
                writeln!(wrong, "{name}: {title}\n{differs}\n").unwrap();
            }
            write!(written, "{CASE}{title}\n{text}{BECOMES}{found}\n\n").unwrap();
        }
        if update {
            fs::write(&path, written).unwrap();
        }
    }
    assert!(wrong.is_empty() || update, "\n{wrong}");
}

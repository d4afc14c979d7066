//! No word is lost on the way out: the words of the reading text are those of
//! every export, markup aside.
//!
//! `RUBRICATE_FOREIGN` may name a directory with more TEI documents, such as
//! those that other projects publish.

mod mentions;
pub(crate) mod outputs;
pub(crate) mod reading;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rubricate::export::to_tei;
use rubricate::{ExportOptions, export, format};

use crate::samples;
use crate::shared::foreign_documents;
use outputs::Output;
use reading::{Reading, Words, count, words};

/// What is wrong with the words of an export.
pub(crate) fn wrong(reading: &Reading, output: &Output, is_exact: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    // Formats that cannot mark it as such have the word around other letters,
    // and other letters around a word.
    let is_of_form = |word: &str| {
        let has_form = || reading.other_forms.iter().any(|form| word.contains(form));
        let is_name = || reading.names.contains(word);
        !is_exact && (reading.earlier.contains(word) || is_name() || has_form())
    };
    let (mut found, mut added) = (words(&output.text), words(&output.added));
    for (word, wanted) in &reading.apart {
        // A word that may be two has no count that is certain.
        let wanted = *wanted.min(reading.together.get(word).unwrap_or(&0));
        let there = found.get(word).unwrap_or(&0) + added.get(word).unwrap_or(&0);
        let is_form =
            !is_exact && (reading.other_forms.contains(word) || reading.deleted.contains(word));
        if there < wanted && !reading.possible.contains(word) && !is_form {
            wrong.push(format!("{wanted} times “{word}”, but in the export {there}"));
        }
    }
    let most = |word: &str| {
        let of = |words: &Words| words.get(word).copied().unwrap_or(0);
        of(&reading.apart).max(of(&reading.together))
    };
    for (word, there) in &mut found {
        let is_number = !is_exact && word.bytes().all(|byte| byte.is_ascii_digit());
        let known = added.remove(word).unwrap_or(0);
        if *there > most(word) + known
            && !is_number
            && !reading.possible.contains(word)
            && !is_of_form(word)
        {
            wrong.push(format!("“{word}” is {there} times in the export"));
        }
    }
    let characters = count(&output.text);
    let labels = count(&output.added);
    for (c, wanted) in &reading.characters {
        let there = characters.get(c).unwrap_or(&0);
        let with_labels = there + labels.get(c).unwrap_or(&0);
        // A marker may have lost the brackets around it and the caret before it.
        let is_bracket = matches!(c, '[' | ']' | '(' | ')' | '*' | '^');
        if if is_exact { there != wanted } else { with_labels < *wanted && !is_bracket } {
            wrong.push(format!("{wanted} times {c:?}, but in the export {there}"));
        }
    }
    wrong
}

/// The formats that carry the text, with the way to read it, and whether they
/// tell their own labels from it.
fn exports(tei: &str, labels: &BTreeSet<String>) -> Vec<(&'static str, Output, bool)> {
    let bytes = |name: &str| {
        let found = export(tei, format(name).unwrap(), &ExportOptions::default());
        found.unwrap().content.bytes().to_vec()
    };
    let text = |name: &str| String::from_utf8(bytes(name)).unwrap();
    vec![
        ("html", outputs::html(&text("html")), true),
        ("epub", outputs::epub(&bytes("epub")), true),
        ("text", outputs::text(&text("text"), labels), false),
        ("markdown", outputs::markdown(&text("markdown")), false),
        ("latex", outputs::latex(&text("latex")), false),
    ]
}

fn check(name: &str, tei: &str) -> Vec<String> {
    let (reading, plain) = (Reading::of(tei), Reading::after_deletions(tei));
    let mut all = Vec::new();
    for (format, output, is_exact) in exports(tei, &reading.labels) {
        let wrong = wrong(if is_exact { &reading } else { &plain }, &output, is_exact);
        let shown: Vec<String> = wrong.iter().take(6).cloned().collect();
        if !wrong.is_empty() {
            all.push(format!("{name} as {format}: {}: {}", wrong.len(), shown.join("; ")));
        }
    }
    let json = export(tei, format("json").unwrap(), &ExportOptions::default()).unwrap();
    let json = String::from_utf8(json.content.bytes().to_vec()).unwrap();
    if to_tei(&json).unwrap() != tei {
        all.push(format!("{name} as json does not come back"));
    }
    all
}

pub(crate) fn xml_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![directory.to_path_buf()];
    while let Some(directory) = waiting.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "xml") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn of_the_samples() {
    for sample in samples::all() {
        assert_eq!(check(&sample.name, &sample.convert().tei), [""; 0]);
    }
}

#[test]
fn of_everything_that_tei_has() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words/fixtures");
    let files = xml_files(&directory);
    assert!(!files.is_empty());
    let mut all = Vec::new();
    for file in files {
        all.extend(check(&name(&file), &fs::read_to_string(&file).unwrap()));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn of_documents_of_other_projects() {
    let mut all = Vec::new();
    for (name, tei) in foreign_documents() {
        let html = export(&tei, format("html").unwrap(), &ExportOptions::default());
        // Some are no TEI, or have no text.
        if html.is_ok_and(|html| html.diagnostics.iter().all(|d| !d.message.contains("no text"))) {
            all.extend(check(&name, &tei));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

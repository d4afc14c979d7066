//! How well the program finds what scholars tagged in their editions, held
//! against what it did before.
//!
//! `tests/ratchet.tsv` has a line for each collection of transcriptions and
//! each measure, over all of its documents and over every fourth, which nobody
//! looks at when rules are made. A score that falls or rises by itself fails:
//! `UPDATE_RATCHET=1 cargo test ratchet` writes the file anew, and the change
//! of the file is read like any other.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rubricate::{Options, convert};
use serde_json::Value;

use crate::shared::{directory, skipped};
use crate::support::program;

/// Layer, measure, and where the scorer reports it.
const MEASURES: &[(&str, &str, &str)] = &[
    ("dates", "overlap", "/dates/overlap"),
    ("dates", "value", "/dates/value/all/exact_of_gold"),
    ("divisions", "start", "/divs/start"),
    ("heads", "overlap", "/heads/overlap"),
    ("notes", "link", "/notes/link"),
    ("persons", "exact_core", "/persons/exact_core"),
    ("persons", "identity", "/persons/identity_b3"),
    ("places", "exact", "/places/exact"),
];

#[test]
fn scores() {
    let Some(gold) = directory().map(|directory| directory.join("gold")) else {
        return skipped("scores", "annotated transcriptions");
    };
    let scorer = gold.join("score.py");
    let documents = documents(&gold.join("dev"));
    if documents.is_empty() || !scorer.is_file() {
        return skipped("scores", "annotated transcriptions");
    }
    if program("python3", &["--version"]).is_none() {
        return;
    }
    let editions = tempfile::tempdir().unwrap();
    let mut found = String::from("part\tcollection\tlayer\tmeasure\tscore\n");
    let all: Vec<&PathBuf> = documents.values().flatten().collect();
    for text in &all {
        let edition = convert(&fs::read(text).unwrap(), &Options::default()).unwrap();
        let name = text.with_extension("xml");
        fs::write(editions.path().join(name.file_name().unwrap()), edition.tei).unwrap();
    }
    let kept: Vec<&PathBuf> = documents.values().flat_map(|collection| kept(collection)).collect();
    for (part, texts) in [("all", all), ("kept", kept)] {
        add(part, &score(&scorer, editions.path(), &texts), &mut found);
    }
    held(&found);
}

/// The transcriptions by collection, in order of their names.
fn documents(directory: &Path) -> BTreeMap<String, Vec<PathBuf>> {
    let entries = fs::read_dir(directory).into_iter().flatten();
    let mut texts: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    texts.sort();
    let mut documents: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for text in texts {
        let gold: Value = serde_json::from_slice(&fs::read(annotations(&text)).unwrap()).unwrap();
        let collection = gold["corpus"].as_str().unwrap().to_owned();
        documents.entry(collection).or_default().push(text);
    }
    documents
}

fn annotations(text: &Path) -> PathBuf {
    text.with_extension("gold.json")
}

/// Every fourth document; the last of two or three.
fn kept(collection: &[PathBuf]) -> Vec<&PathBuf> {
    match collection.len() {
        0 | 1 => Vec::new(),
        2 | 3 => collection.last().into_iter().collect(),
        _ => collection.iter().skip(3).step_by(4).collect(),
    }
}

/// What the scorer says of some documents.
fn score(scorer: &Path, editions: &Path, texts: &[&PathBuf]) -> Value {
    let gold = tempfile::tempdir().unwrap();
    for text in texts {
        for file in [(*text).clone(), annotations(text)] {
            fs::copy(&file, gold.path().join(file.file_name().unwrap())).unwrap();
        }
    }
    let report = gold.path().join("report");
    let mut command = Command::new("python3");
    command.arg(scorer).arg("--gold").arg(gold.path()).arg("--tei").arg(editions);
    let output = command.arg("--json").arg(&report).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&fs::read(report).unwrap()).unwrap()
}

/// Adds the scores by collection, and their means.
fn add(part: &str, report: &Value, found: &mut String) {
    let collections = report["by_corpus"].as_object().unwrap();
    for (layer, measure, pointer) in MEASURES {
        let scores: Vec<(&String, f64)> = collections
            .iter()
            .filter_map(|(name, scores)| Some((name, value(scores.pointer(pointer)?)?)))
            .collect();
        for (name, score) in &scores {
            writeln!(found, "{part}\t{name}\t{layer}\t{measure}\t{score:.3}").unwrap();
        }
        let sum: f64 = scores.iter().map(|(_, score)| score).sum();
        let count = u32::try_from(scores.len()).unwrap();
        let mean = sum / f64::from(count);
        writeln!(found, "{part}\tMEAN\t{layer}\t{measure}\t{mean:.3}").unwrap();
    }
}

/// F1, or recall where scholars did not tag all there is.
fn value(score: &Value) -> Option<f64> {
    score.as_f64().or_else(|| score["f1"].as_f64()).or_else(|| score["recall_all_docs"].as_f64())
}

#[track_caller]
fn held(found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet.tsv");
    if std::env::var_os("UPDATE_RATCHET").is_some() {
        fs::write(&path, found).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap();
    let lines = before.lines().zip(found.lines()).filter(|(old, new)| old != new);
    let changes: Vec<String> = lines.map(|(old, new)| format!("- {old}\n+ {new}")).collect();
    assert!(
        before == found,
        "scores have changed; if they should, UPDATE_RATCHET=1 cargo test ratchet\n{}",
        changes.join("\n")
    );
}

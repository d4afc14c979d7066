//! The JSON of an edition follows its schema.

use std::fs;
use std::path::Path;

use rubricate::{ExportOptions, export, format};

use crate::shared::foreign_documents;
use crate::support::program;
use crate::xslt::documents;

/// Checks files against a schema; says what is wrong where.
const SCRIPT: &str = "\
import json, pathlib, sys, jsonschema
sys.setrecursionlimit(100000)
with open(sys.argv[1]) as schema:
    validator = jsonschema.Draft202012Validator(json.load(schema))
validator.check_schema(validator.schema)
wrong = 0
for file in sorted(pathlib.Path(sys.argv[2]).glob('*.json')):
    for error in validator.iter_errors(json.loads(file.read_text())):
        print(file.name, error.json_path, error.message[:200])
        wrong += 1
sys.exit(wrong > 0)
";

#[test]
fn json_follows_its_schema() {
    const LARGEST: usize = 60_000;
    let python = std::env::var("RUBRICATE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let Some(mut command) = program(&python, &["-c", "import jsonschema"]) else { return };
    let directory = tempfile::tempdir().unwrap();
    let foreign = foreign_documents().filter(|(_, tei)| tei.len() < LARGEST);
    for (number, (name, tei)) in documents().into_iter().chain(foreign).enumerate() {
        // Some are no TEI.
        let Ok(json) = export(&tei, format("json").unwrap(), &ExportOptions::default()) else {
            continue;
        };
        let file = directory.path().join(format!("{number}-{name}.json"));
        fs::write(file, json.content.bytes()).unwrap();
    }
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/edition.schema.json");
    command.args(["-c", SCRIPT]).arg(schema).arg(directory.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    // One that does not follow it, so that the check is known to see.
    fs::write(directory.path().join("bad.json"), "{\"document\": [1]}").unwrap();
    let output = command.output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("bad.json $.document[0]"));
}

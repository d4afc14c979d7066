//! SARIF 2.1.0, the OASIS format of static analysis results
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use rubricate::{Code, Located, Severity};
use serde_json::{Value, json};

/// One finding as a `result`.
pub(super) fn result(found: &Located<'_>) -> Value {
    let level = match found.severity {
        Severity::Info => "note",
        severity => severity.name(),
    };
    let text = match found.help {
        Some(help) => format!("{} ({help})", found.message),
        None => found.message.to_owned(),
    };
    let mut location = json!({ "artifactLocation": { "uri": uri(found.file) } });
    if let Some(line) = found.line {
        location["region"] = json!({
            "startLine": line,
            "startColumn": found.column,
            "endLine": found.end_line,
            "endColumn": found.end_column,
        });
    }
    json!({
        "ruleId": found.code,
        "level": level,
        "message": { "text": text },
        "locations": [{ "physicalLocation": location }],
    })
}

/// The log with these results.
pub(super) fn log(results: &[String]) -> String {
    let rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| json!({ "id": code.name(), "fullDescription": { "text": code.explanation() } }))
        .collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\
         \"runs\":[{{\"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[{}]}}]}}\n",
        results.join(",\n"),
    )
}

/// A path as a relative reference: only what a URI allows.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

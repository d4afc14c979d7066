//! `JUnit` XML: a suite for each document, a failed case for each error.

use rubricate::{Located, Severity, Subject};

use super::Checked;

/// The suite of one document.
pub(super) fn suite(checked: &Checked, subject: &Subject<'_>) -> String {
    let found: Vec<Located<'_>> =
        checked.diagnostics.iter().map(|found| subject.locate(found)).collect();
    let failures = found.iter().filter(|found| found.severity == Severity::Error).count();
    let mut cases: String = found.iter().map(case).collect();
    if found.is_empty() {
        cases = format!("    <testcase classname=\"{}\" name=\"valid\"/>\n", escape(&checked.name));
    }
    format!(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\">\n{cases}  </testsuite>\n",
        escape(&checked.name),
        found.len().max(1),
    )
}

fn case(found: &Located<'_>) -> String {
    let place = match (found.line, found.column) {
        (Some(line), Some(column)) => format!("{}:{line}:{column}", found.file),
        _ => found.file.to_owned(),
    };
    let open = format!(
        "    <testcase classname=\"{}\" name=\"{} {}\"",
        escape(found.file),
        escape(found.code.name()),
        escape(&place)
    );
    if found.severity != Severity::Error {
        return format!("{open}/>\n");
    }
    let help = found.help.map(|help| format!("\n{help}")).unwrap_or_default();
    format!(
        "{open}>\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
        escape(found.message),
        escape(found.code.name()),
        escape(&format!("{place}: {}{help}", found.message)),
    )
}

/// The document that holds the suites.
pub(super) fn document(suites: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n{}</testsuites>\n",
        suites.concat()
    )
}

fn escape(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    quick_xml::escape::escape(&text).replace('\n', "&#10;")
}

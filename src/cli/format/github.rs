//! Annotations of GitHub Actions
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use rubricate::{Located, Severity};

/// One finding as a workflow command.
pub(super) fn annotation(found: &Located<'_>) -> String {
    let command = match found.severity {
        Severity::Info => "notice",
        severity => severity.name(),
    };
    let mut properties = vec![format!("file={}", property(found.file))];
    let places = [
        ("line", found.line),
        ("endLine", found.end_line),
        ("col", found.column),
        ("endColumn", found.end_column),
    ];
    properties
        .extend(places.iter().filter_map(|(name, place)| Some(format!("{name}={}", (*place)?))));
    properties.push(format!("title={}", property(found.code.name())));
    let message = match found.help {
        Some(help) => format!("{}\n{help}", found.message),
        None => found.message.to_owned(),
    };
    format!("::{command} {}::{}\n", properties.join(","), data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

//! `rubricate convert`

use std::path::Path;
use std::sync::Arc;

use rubricate::{Code, Conversion, Located, Options, Report, Schema, Severity, Subject, convert};
use serde::Serialize;

use super::Outcome;
use super::arguments::{Convert, ReportFormat};
use super::files::{self, Target};
use super::progress::Progress;
use super::reading;
use super::work;

pub(super) fn run(arguments: &Convert) -> Outcome {
    let progress = Progress::new(arguments.files.len(), arguments.work.quiet);
    let prepared = reading::options(&arguments.reading).and_then(|options| {
        Ok((options, files::targets(&arguments.files, &arguments.output, "xml")?))
    });
    let (options, targets) = match prepared {
        Ok(prepared) => prepared,
        Err(message) => {
            progress.say(&format!("error: {message}"));
            return Outcome::Failed;
        }
    };
    // The schemas of the other profiles are not built in; the report says so.
    let built_in = options.profile.has_embedded_schema();
    let schema = built_in.then(|| Arc::new(Schema::embedded()));
    let options = Options { schema, ..options };
    work::each(&arguments.files, &targets, &arguments.work, &progress, |path, target| {
        one(path, target, &options, arguments)
    })
}

/// Converts one file; returns what it comes to and what to say of it.
fn one(
    path: &Path,
    target: Result<&Target, &String>,
    options: &Options,
    arguments: &Convert,
) -> (Outcome, String) {
    let name = files::shown(path);
    let failed = |message: String| (Outcome::Failed, failure(&name, &message, arguments.format));
    let target = match target {
        Ok(target) => target,
        Err(message) => return failed(message.clone()),
    };
    let bytes = match files::read(path) {
        Ok(bytes) => bytes,
        Err(message) => return failed(message),
    };
    let file = path.file_name().filter(|_| path.as_os_str() != "-");
    let options =
        Options { file: file.map(|file| file.to_string_lossy().into_owned()), ..options.clone() };
    let conversion = match convert(&bytes, &options) {
        Ok(conversion) => conversion,
        Err(error) => return failed(format!("{name}: {error}")),
    };
    if conversion.report.restored
        && let Err(message) = files::write(target, conversion.tei.as_bytes())
    {
        return failed(message);
    }
    let message = describe(&name, &conversion, arguments);
    let outcome = match (conversion.report.restored, conversion.report.valid) {
        (false, _) => Outcome::Failed,
        (true, Some(false)) => Outcome::Findings,
        (true, _) => Outcome::Clean,
    };
    (outcome, message)
}

fn failure(name: &str, message: &str, format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => format!("error: {message}"),
        ReportFormat::Json => serde_json::json!({ "file": name, "error": message }).to_string(),
    }
}

/// The report on one conversion.
fn describe(name: &str, conversion: &Conversion, arguments: &Convert) -> String {
    let of_edition = |code| matches!(code, Code::EditionInvalid | Code::EditionNotRestored);
    let subject = Subject::new(name, &conversion.text);
    let located = conversion.diagnostics.iter();
    match arguments.format {
        ReportFormat::Json => {
            let diagnostics = located.map(|diagnostic| subject.locate(diagnostic)).collect();
            let json = Json { file: name, report: &conversion.report, diagnostics };
            serde_json::to_string(&json).unwrap_or_default()
        }
        ReportFormat::Text => {
            let quiet = arguments.work.quiet;
            let mut shown = if quiet { String::new() } else { conversion.report.describe(name) };
            for diagnostic in located.filter(|found| {
                !quiet || found.severity == Severity::Error || of_edition(found.code)
            }) {
                shown.push_str(&subject.show(diagnostic));
            }
            shown
        }
    }
}

#[derive(Serialize)]
struct Json<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Report,
    diagnostics: Vec<Located<'a>>,
}

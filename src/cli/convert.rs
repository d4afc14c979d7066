//! `rubricate convert`

use std::sync::Arc;

use rubricate::{Conversion, Located, Options, Report, Schema, Severity, Subject, convert};
use serde::Serialize;

use super::Outcome;
use super::arguments::{Convert, ReportFormat};
use super::files;
use super::progress::Progress;
use super::reading;
use super::work::{self, Batch, Done, Input};

pub(super) fn run(arguments: &Convert) -> Outcome {
    let options = match reading::options(&arguments.reading) {
        Ok(options) => options,
        Err(message) => {
            Progress::new(0, arguments.work.quiet).say(&format!("error: {message}"));
            return Outcome::Failed;
        }
    };
    // The schemas of the other profiles are not built in; the report says so.
    let built_in = options.profile.has_embedded_schema();
    let schema = built_in.then(|| Arc::new(Schema::embedded()));
    let options = Options { schema, ..options };
    let Convert { files, output, work, .. } = arguments;
    let batch = Batch { files, output, extension: "xml", work };
    let failed = |name: &str, message: &str| work::failure(arguments.format, name, message);
    work::each(&batch, failed, |input| one(input, &options, arguments))
}

/// Converts one file.
fn one(input: &Input<'_>, options: &Options, arguments: &Convert) -> Result<Done, String> {
    let Input { path, name, .. } = input;
    let file = path.file_name().filter(|_| path.as_os_str() != "-");
    let options =
        Options { file: file.map(|file| file.to_string_lossy().into_owned()), ..options.clone() };
    let conversion = convert(&input.bytes, &options).map_err(|error| format!("{name}: {error}"))?;
    if conversion.report.restored {
        files::write(input.target, conversion.tei.as_bytes())?;
    }
    let message = describe(name, &conversion, arguments);
    let outcome = match (conversion.report.restored, conversion.report.valid) {
        (false, _) => Outcome::Failed,
        (true, Some(false)) => Outcome::Findings,
        (true, _) => Outcome::Clean,
    };
    Ok((outcome, message))
}

/// The report on one conversion.
fn describe(name: &str, conversion: &Conversion, arguments: &Convert) -> String {
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
            for diagnostic in located.filter(|found| !quiet || found.severity == Severity::Error) {
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

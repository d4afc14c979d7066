//! `rubricate convert`

use std::sync::Arc;

use rubricate::{Conversion, Located, Options, Report, Schema, Severity, Subject, convert};
use serde::Serialize;

use super::Outcome;
use super::arguments::{Convert, ReportFormat};
use super::directory::Kind;
use super::list::Files;
use super::progress::Progress;
use super::reading::Known;
use super::targets::Shape;
use super::work::{self, Batch, Done, Input};
use super::{files, list};

pub(super) fn run(arguments: &Convert) -> Outcome {
    match prepare(arguments) {
        Ok(run) => run.all(),
        Err(message) => super::failed(&message),
    }
}

/// All that a run needs.
struct Run<'a> {
    arguments: &'a Convert,
    known: Known,
    files: Files,
    /// The row of the manifest about each file.
    rows: Vec<Option<usize>>,
}

fn prepare(arguments: &Convert) -> Result<Run<'_>, String> {
    let mut known = Known::read(&arguments.reading)?;
    // The schemas of the other profiles are not built in; the report says so.
    let built_in = known.options.profile.has_embedded_schema();
    known.options.schema = built_in.then(|| Arc::new(Schema::embedded()));
    let Convert { files, listed, output, .. } = arguments;
    let results = output.out_dir.as_deref();
    let mut files = list::files(files, listed, Kind::Transcriptions, results)?;
    let mut rows = Vec::new();
    if let Some(manifest) = &known.manifest {
        if arguments.files.is_empty() && arguments.listed.files_from.is_empty() {
            files = manifest.files();
        }
        let assigned = manifest.assign(&files.all)?;
        rows = assigned.rows;
        Progress::new(0, false).say(&manifest.describe(&assigned.remarks, arguments.format));
    }
    Ok(Run { arguments, known, files, rows })
}

impl Run<'_> {
    fn all(&self) -> Outcome {
        let Convert { work, format, output, .. } = self.arguments;
        let batch = Batch {
            files: &self.files,
            output,
            shape: Shape::File("xml"),
            work,
            format: *format,
            since: self.known.changed,
        };
        work::each(&batch, |input| self.one(input))
    }

    /// Converts one file.
    fn one(&self, input: &Input<'_>) -> Result<Done, String> {
        let Input { path, name, .. } = input;
        let file = path.file_name().filter(|_| !files::is_standard(path));
        let row = self.rows.get(input.index).copied().flatten();
        let options = Options {
            file: file.map(|file| file.to_string_lossy().into_owned()),
            ..self.known.options(row)
        };
        let conversion =
            convert(&input.bytes, &options).map_err(|error| format!("{name}: {error}"))?;
        if conversion.report.restored {
            files::write(input.target, conversion.tei.as_bytes())?;
        }
        let message = describe(name, &conversion, self.arguments);
        let outcome = match (conversion.report.restored, conversion.report.valid) {
            (false, _) => Outcome::Failed,
            (true, Some(false)) => Outcome::Findings,
            (true, _) => Outcome::Clean,
        };
        let warned = conversion.diagnostics.iter().any(|found| found.severity == Severity::Warning);
        Ok(Done { outcome, warned, message })
    }
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
            for diagnostic in located.filter(|found| !quiet || found.severity > Severity::Info) {
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

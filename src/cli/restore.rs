//! `rubricate restore`

use rubricate::{Located, Restoration, Subject, Verdict, restore, xml_bytes};
use serde::Serialize;

use super::Outcome;
use super::arguments::{ReportFormat, Restore};
use super::directory::Kind;
use super::targets::Shape;
use super::work::{self, Batch, Done, Input};
use super::{edition, files, list};

pub(super) fn run(arguments: &Restore) -> Outcome {
    let Restore { files, listed, output, work, format } = arguments;
    let files = match list::files(files, listed, Kind::Editions, output.out_dir.as_deref()) {
        Ok(files) => files,
        Err(message) => return super::failed(&message),
    };
    let (files, shape) = (&files, Shape::File("txt"));
    let batch = Batch { files, output, shape, work, format: *format, since: None };
    work::each(&batch, |input| one(input, arguments))
}

/// Restores one file.
fn one(input: &Input<'_>, arguments: &Restore) -> Result<Done, String> {
    let Input { name, .. } = input;
    let xml = match edition::tei(name, &input.bytes, arguments.format) {
        Ok(xml) => xml,
        Err(message) => return Ok(Done::new(Outcome::Failed, message)),
    };
    let subject = Subject::new(name, &xml);
    let restored = match restore(&xml_bytes(&xml)) {
        Ok(restored) => restored,
        Err(diagnostic) => {
            let refusal = work::refusal(arguments.format, &subject, &diagnostic);
            return Ok(Done::new(Outcome::Failed, refusal));
        }
    };
    files::write(input.target, &restored.bytes)?;
    let outcome =
        if restored.verdict == Verdict::TextEdited { Outcome::Findings } else { Outcome::Clean };
    Ok(Done::new(outcome, describe(&subject, &restored, arguments)))
}

/// The verdict on one file.
fn describe(subject: &Subject<'_>, restored: &Restoration, arguments: &Restore) -> String {
    if arguments.format == ReportFormat::Json {
        let diagnostics = restored.diagnostics.iter().map(|found| subject.locate(found)).collect();
        let json = Json { file: subject.name(), verdict: restored.verdict.name(), diagnostics };
        return serde_json::to_string(&json).unwrap_or_default();
    }
    if arguments.work.quiet && restored.verdict != Verdict::TextEdited {
        return String::new();
    }
    let mut shown = format!("{}: {}\n", subject.name(), restored.verdict.name());
    for diagnostic in &restored.diagnostics {
        shown.push_str(&format!("  {}\n", diagnostic.message));
        if let Some(help) = &diagnostic.help {
            shown.push_str(&format!("  help: {help}\n"));
        }
    }
    shown
}

#[derive(Serialize)]
struct Json<'a> {
    file: &'a str,
    verdict: &'a str,
    diagnostics: Vec<Located<'a>>,
}

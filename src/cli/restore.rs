//! `rubricate restore`

use rubricate::{Located, Restoration, Subject, Verdict, restore, xml_bytes};
use serde::Serialize;

use super::Outcome;
use super::arguments::{ReportFormat, Restore};
use super::edition;
use super::files;
use super::work::{self, Batch, Done, Input};

pub(super) fn run(arguments: &Restore) -> Outcome {
    let Restore { files, output, work, format } = arguments;
    let batch = Batch { files, output, extension: "txt", work };
    let failed = |name: &str, message: &str| work::failure(*format, name, message);
    work::each(&batch, failed, |input| one(input, arguments))
}

/// Restores one file.
fn one(input: &Input<'_>, arguments: &Restore) -> Result<Done, String> {
    let Input { name, .. } = input;
    let xml = match edition::tei(name, &input.bytes, arguments.format) {
        Ok(xml) => xml,
        Err(message) => return Ok((Outcome::Failed, message)),
    };
    let subject = Subject::new(name, &xml);
    let restored = match restore(&xml_bytes(&xml)) {
        Ok(restored) => restored,
        Err(diagnostic) => {
            let refusal = work::refusal(arguments.format, &subject, &diagnostic);
            return Ok((Outcome::Failed, refusal));
        }
    };
    files::write(input.target, &restored.bytes)?;
    let outcome =
        if restored.verdict == Verdict::TextEdited { Outcome::Findings } else { Outcome::Clean };
    Ok((outcome, describe(&subject, &restored, arguments)))
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
    }
    shown
}

#[derive(Serialize)]
struct Json<'a> {
    file: &'a str,
    verdict: &'a str,
    diagnostics: Vec<Located<'a>>,
}

//! `rubricate export`

use std::path::Path;

use rubricate::export::Content;
use rubricate::{Diagnostic, ExportOptions, Located, Severity, Subject, export};
use serde::Serialize;

use super::Outcome;
use super::arguments::{Export, ReportFormat};
use super::edition;
use super::files::{self, Target};
use super::work::{self, Batch, Done, Input};

pub(super) fn run(arguments: &Export) -> Outcome {
    let Export { files, output, work, to, .. } = arguments;
    let batch = Batch { files, output, extension: to.extension, work };
    let failed = |name: &str, message: &str| work::failure(arguments.format, name, message);
    work::each(&batch, failed, |input| one(input, arguments))
}

/// Exports one file.
fn one(input: &Input<'_>, arguments: &Export) -> Result<Done, String> {
    let Input { path, name, .. } = input;
    let xml = match edition::tei(name, &input.bytes, arguments.format) {
        Ok(xml) => xml,
        Err(message) => return Ok((Outcome::Failed, message)),
    };
    let stem = path.file_stem().filter(|_| path.as_os_str() != "-");
    let options = ExportOptions {
        name: stem.map_or_else(|| "text".to_owned(), |stem| stem.to_string_lossy().into_owned()),
        split: arguments.split,
        wrap: arguments.wrap.map(usize::from),
    };
    let subject = Subject::new(name, &xml);
    let exported = match export(&xml, arguments.to, &options) {
        Ok(exported) => exported,
        Err(diagnostic) => {
            let refusal = work::refusal(arguments.format, &subject, &diagnostic);
            return Ok((Outcome::Failed, refusal));
        }
    };
    write(input.target, &exported.content, arguments)?;
    let is_wrong = exported.diagnostics.iter().any(|found| found.severity > Severity::Info);
    let outcome = if is_wrong { Outcome::Findings } else { Outcome::Clean };
    Ok((outcome, describe(&subject, &exported.diagnostics, arguments)))
}

/// What the format has no place for, and what is wrong with the document.
fn describe(subject: &Subject<'_>, found: &[Diagnostic], arguments: &Export) -> String {
    let is_wanted = |found: &&Diagnostic| !arguments.work.quiet || found.severity > Severity::Info;
    let wanted = found.iter().filter(is_wanted);
    match arguments.format {
        ReportFormat::Text => wanted.map(|found| subject.show(found)).collect(),
        ReportFormat::Json => {
            let diagnostics = wanted.map(|found| subject.locate(found)).collect();
            let json = Json { file: subject.name(), to: arguments.to.name, diagnostics };
            serde_json::to_string(&json).unwrap_or_default()
        }
    }
}

#[derive(Serialize)]
struct Json<'a> {
    file: &'a str,
    to: &'a str,
    diagnostics: Vec<Located<'a>>,
}

/// Writes one file, or several to a directory named after the document.
fn write(target: &Target, content: &Content, arguments: &Export) -> Result<(), String> {
    let several = match content {
        Content::File(bytes) => return files::write(target, bytes),
        Content::Files(several) => several,
    };
    let Target::File(file) = target else {
        return Err("several files need a directory; name one with --out-dir DIR".to_owned());
    };
    let directory = match arguments.files.len() {
        1 => file.parent().map(Path::to_path_buf).unwrap_or_default(),
        _ => file.with_extension(""),
    };
    files::make_directory(&directory)?;
    for (name, bytes) in several {
        files::write(&Target::File(directory.join(name)), bytes)?;
    }
    Ok(())
}

//! `rubricate export`

use rubricate::export::Content;
use rubricate::{Diagnostic, ExportOptions, Located, Severity, Subject, export};
use serde::Serialize;

use super::Outcome;
use super::arguments::{Export, ReportFormat};
use super::directory::Kind;
use super::files::Target;
use super::targets::Shape;
use super::work::{self, Batch, Done, Input};
use super::{edition, files, list};

pub(super) fn run(arguments: &Export) -> Outcome {
    let Export { files, listed, output, work, to, format, .. } = arguments;
    // The directory is that of a single document only if no other can come to it.
    let single = files.len() == 1 && listed.files_from.is_empty() && output.base.is_none();
    let single = single && !files[0].is_dir();
    let files = match list::files(files, listed, Kind::Editions, output.out_dir.as_deref()) {
        Ok(files) => files,
        Err(message) => return super::failed(&message),
    };
    let splits = arguments.split && to.splits();
    let shape = if splits { Shape::Directory { single } } else { Shape::File(to.extension) };
    let batch = Batch { files: &files, output, shape, work, format: *format, since: None };
    work::each(&batch, |input| one(input, arguments))
}

/// Exports one file.
fn one(input: &Input<'_>, arguments: &Export) -> Result<Done, String> {
    let Input { path, name, .. } = input;
    let xml = match edition::tei(name, &input.bytes, arguments.format) {
        Ok(xml) => xml,
        Err(message) => return Ok(Done::new(Outcome::Failed, message)),
    };
    let stem = path.file_stem().filter(|_| !files::is_standard(path));
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
            return Ok(Done::new(Outcome::Failed, refusal));
        }
    };
    write(input.target, &exported.content)?;
    let is_wrong = exported.diagnostics.iter().any(|found| found.severity > Severity::Info);
    let outcome = if is_wrong { Outcome::Findings } else { Outcome::Clean };
    Ok(Done::new(outcome, describe(&subject, &exported.diagnostics, arguments)))
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

/// Writes one file, or several to a directory of their own.
fn write(target: &Target, content: &Content) -> Result<(), String> {
    let several = match content {
        Content::File(bytes) => return files::write(target, bytes),
        Content::Files(several) => several,
    };
    let Target::Directory(directory) = target else {
        return Err("several files need a directory; name one with --out-dir DIR".to_owned());
    };
    files::make_directory(directory)?;
    // The first page is there when the others are.
    for (name, bytes) in several.iter().rev() {
        files::write(&Target::File(directory.join(name)), bytes)?;
    }
    Ok(())
}

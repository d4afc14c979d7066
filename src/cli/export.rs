//! `rubricate export`

use std::path::Path;

use rubricate::export::Content;
use rubricate::{ExportOptions, Severity, Subject, export};

use super::Outcome;
use super::arguments::Export;
use super::edition;
use super::files::{self, Target};
use super::work::{self, Batch, Done, Input};

pub(super) fn run(arguments: &Export) -> Outcome {
    let Export { files, output, work, to, .. } = arguments;
    let batch = Batch { files, output, extension: to.extension, work };
    work::each(&batch, work::error, |input| one(input, arguments))
}

/// Exports one file.
fn one(input: &Input<'_>, arguments: &Export) -> Result<Done, String> {
    let Input { path, name, .. } = input;
    let xml = match edition::tei(name, &input.bytes) {
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
        Err(diagnostic) => return Ok((Outcome::Failed, subject.show(&diagnostic))),
    };
    write(input.target, &exported.content, arguments)?;
    let mut outcome = Outcome::Clean;
    let mut shown = String::new();
    for diagnostic in &exported.diagnostics {
        if diagnostic.severity > Severity::Info {
            outcome = Outcome::Findings;
        } else if arguments.work.quiet {
            continue;
        }
        shown.push_str(&subject.show(diagnostic));
    }
    Ok((outcome, shown))
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

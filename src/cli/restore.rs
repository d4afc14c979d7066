//! `rubricate restore`

use std::path::Path;

use rubricate::{Subject, Verdict, restore, xml_bytes};

use super::Outcome;
use super::arguments::Restore;
use super::edition;
use super::files::{self, Target};
use super::progress::Progress;
use super::work;

pub(super) fn run(arguments: &Restore) -> Outcome {
    let progress = Progress::new(arguments.files.len(), arguments.work.quiet);
    let targets = match files::targets(&arguments.files, &arguments.output, "txt") {
        Ok(targets) => targets,
        Err(message) => {
            progress.say(&format!("error: {message}"));
            return Outcome::Failed;
        }
    };
    work::each(&arguments.files, &targets, &arguments.work, &progress, |path, target| {
        one(path, target, arguments.work.quiet)
    })
}

/// Restores one file; returns what it comes to and what to say of it.
fn one(path: &Path, target: Result<&Target, &String>, quiet: bool) -> (Outcome, String) {
    let failed = |message: String| (Outcome::Failed, format!("error: {message}"));
    let target = match target {
        Ok(target) => target,
        Err(message) => return failed(message.clone()),
    };
    let bytes = match files::read(path) {
        Ok(bytes) => bytes,
        Err(message) => return failed(message),
    };
    let name = files::shown(path);
    let xml = match edition::tei(&name, &bytes) {
        Ok(xml) => xml,
        Err(message) => return (Outcome::Failed, message),
    };
    let restored = match restore(&xml_bytes(&xml)) {
        Ok(restored) => restored,
        Err(diagnostic) => {
            return (Outcome::Failed, Subject::new(&name, &xml).show(&diagnostic));
        }
    };
    if let Err(message) = files::write(target, &restored.bytes) {
        return failed(message);
    }
    let outcome =
        if restored.verdict == Verdict::TextEdited { Outcome::Findings } else { Outcome::Clean };
    if quiet && outcome == Outcome::Clean {
        return (outcome, String::new());
    }
    let mut shown = format!("{name}: {}\n", restored.verdict.name());
    for diagnostic in &restored.diagnostics {
        shown.push_str(&format!("  {}\n", diagnostic.message));
    }
    (outcome, shown)
}

//! What may be absent on a machine: other programs, and collections of texts.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A path in the directory of texts and schemas that are not part of the
/// project, or `None`, with a message, where it is absent.
///
/// The directory is `RUBRICATE_SHARED`, or `shared` beside the project.
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was left out")]
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let directory = std::env::var_os("RUBRICATE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let found = directory.join(path);
    if found.exists() {
        return Some(found);
    }
    eprintln!("skipped: {path} is not at hand; RUBRICATE_SHARED names the directory it is in");
    None
}

/// A program of the machine, or `None`, with a message, where it is absent or
/// cannot do `trial`.
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was left out")]
pub(crate) fn program(name: &str, trial: &[&str]) -> Option<Command> {
    let quiet = Command::new(name).args(trial).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if quiet.is_ok_and(|status| status.success()) {
        return Some(Command::new(name));
    }
    eprintln!("skipped: this machine has no {name} that does {}", trial.join(" "));
    None
}

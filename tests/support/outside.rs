//! Programs that may be absent on a machine.

use std::process::{Command, Stdio};

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

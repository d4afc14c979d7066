//! The command line: one file for each command.

mod arguments;
mod convert;
mod directory;
mod edition;
mod explain;
mod export;
mod files;
mod format;
mod list;
mod man;
mod manifest;
mod needed;
mod progress;
mod reading;
mod restore;
mod tally;
mod targets;
mod validate;
mod work;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use progress::Progress;

/// What a run comes to; the greater counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to complain of.
    Clean,
    /// It ran, and found something.
    Findings,
    /// It could not run, for this file or at all.
    Failed,
}

/// Says what no file is to blame for: the run fails.
fn failed(message: &str) -> Outcome {
    Progress::new(1, false).say(&format!("error: {message}"));
    Outcome::Failed
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

/// Runs the program with the arguments it was called with.
pub(crate) fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Completions { shell } => man::completions(shell),
        Command::Man(arguments) => man::run(&arguments),
    };
    outcome.into()
}

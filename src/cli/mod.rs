//! The command line: one file for each command.

mod arguments;
mod convert;
mod edition;
mod explain;
mod export;
mod files;
mod format;
mod man;
mod progress;
mod reading;
mod restore;
mod validate;
mod work;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

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
        Command::Man => man::page(),
    };
    outcome.into()
}

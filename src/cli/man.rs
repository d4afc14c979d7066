//! The manual pages and the completion scripts, made from the arguments.

use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::roff::{Roff, bold, roman};

use super::Outcome;
use super::arguments::{Arguments, Man};
use super::files::{self, Target};

pub(super) fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "rubricate", &mut script);
    outcome(files::write(&Target::Standard, &script))
}

pub(super) fn run(arguments: &Man) -> Outcome {
    let mut program = Arguments::command();
    program.build();
    if let Some(directory) = &arguments.out_dir {
        return outcome(write_all(&program, directory));
    }
    let command = match &arguments.command {
        Some(name) => program.find_subcommand(name),
        None => Some(&program),
    };
    outcome(command.map_or(Ok(()), |command| files::write(&Target::Standard, &page(command))))
}

/// Writes the page of the program, and that of each command, as `man` wants them
/// called.
fn write_all(program: &Command, directory: &Path) -> Result<(), String> {
    files::make_directory(directory)?;
    let commands = program.get_subcommands().filter(|command| command.get_name() != "help");
    for command in std::iter::once(program).chain(commands) {
        let target = Target::File(directory.join(format!("{}.1", name(command))));
        files::write(&target, &page(command))?;
    }
    Ok(())
}

/// The name of its page: `rubricate-convert`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// One page, in the order of man-pages(7).
fn page(command: &Command) -> Vec<u8> {
    let man = clap_mangen::Man::new(command.clone())
        .source(concat!("rubricate ", env!("CARGO_PKG_VERSION")))
        .manual("Manual of rubricate");
    let mut page = Vec::new();
    // What is written to memory arrives.
    let _ = man.render_title(&mut page);
    let _ = man.render_name_section(&mut page);
    let _ = man.render_synopsis_section(&mut page);
    let _ = man.render_description_section(&mut page);
    if command.has_subcommands() {
        let _ = man.render_subcommands_section(&mut page);
    }
    let _ = man.render_options_section(&mut page);
    let _ = exit_status().to_writer(&mut page);
    let mut extra = Vec::new();
    let _ = man.render_extra_section(&mut extra);
    page.extend(String::from_utf8_lossy(&extra).replacen(".SH EXTRA", ".SH NOTES", 1).bytes());
    if command.get_version().is_some() {
        let _ = man.render_version_section(&mut page);
    }
    page
}

fn exit_status() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in [
        ("0", "All was done, and nothing is wrong. What is odd in a transcription is no failure."),
        (
            "1",
            "Something was found: an edition is not valid, a text was edited, or a reference leads nowhere.",
        ),
        (
            "2",
            "The program, or its work on one of the files, could not be done. The other files are done all the same.",
        ),
    ] {
        section.control("TP", []);
        section.text([bold(status)]);
        section.text([roman(meaning)]);
    }
    section
}

fn outcome(done: Result<(), String>) -> Outcome {
    match done {
        Ok(()) => Outcome::Clean,
        Err(message) => super::failed(&message),
    }
}

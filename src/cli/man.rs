//! The manual page and the completion scripts, made from the arguments.

use clap::CommandFactory;

use super::Outcome;
use super::arguments::Arguments;
use super::files;
use super::targets::Target;

pub(super) fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "rubricate", &mut script);
    print(&script)
}

pub(super) fn page() -> Outcome {
    let command = Arguments::command();
    let mut page = Vec::new();
    let mut commands = vec![command.clone()];
    commands.extend(command.get_subcommands().cloned().map(|command| {
        let name = format!("rubricate-{}", command.get_name());
        command.name(name)
    }));
    for command in commands {
        if clap_mangen::Man::new(command).render(&mut page).is_err() {
            return Outcome::Failed;
        }
    }
    print(&page)
}

fn print(bytes: &[u8]) -> Outcome {
    match files::write(&Target::Standard, bytes) {
        Ok(()) => Outcome::Clean,
        Err(message) => super::failed(&message),
    }
}

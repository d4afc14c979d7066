//! Programs that may be absent on a machine.

use std::fs;
use std::path::Path;
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

/// The results of a stylesheet in Saxon, through its Python package, for some
/// documents; `None` where it is absent. `RUBRICATE_PYTHON` names the Python
/// that has it.
pub(crate) fn saxon(stylesheet: &Path, documents: &[&str]) -> Option<Vec<String>> {
    const SCRIPT: &str = "\
import sys, saxonche
saxon = saxonche.PySaxonProcessor(license=False)
stylesheet = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=sys.argv[1])
for number in range(int(sys.argv[3])):
    stylesheet.transform_to_file(source_file=f'{sys.argv[2]}/{number}.xml', output_file=f'{sys.argv[2]}/out/{number}.xml')
";
    let python = std::env::var("RUBRICATE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut command = program(&python, &["-c", "import saxonche"])?;
    command.args(["-c", SCRIPT]).arg(stylesheet);
    Some(results(documents, |directory| {
        command.arg(directory).arg(documents.len().to_string()).status().is_ok_and(|s| s.success())
    }))
}

/// The same in Saxon 9, as Debian has it for Java.
pub(crate) fn saxon_9(stylesheet: &Path, documents: &[&str]) -> Option<Vec<String>> {
    const CLASS: [&str; 3] = ["-cp", "/usr/share/java/Saxon-HE.jar", "net.sf.saxon.Transform"];
    let mut command = program("java", &[CLASS[0], CLASS[1], CLASS[2], "-?"])?;
    command.args(CLASS).arg(format!("-xsl:{}", stylesheet.display()));
    Some(results(documents, |directory| {
        let (from, to) =
            (directory.display().to_string(), directory.join("out").display().to_string());
        command
            .arg(format!("-s:{from}"))
            .arg(format!("-o:{to}"))
            .status()
            .is_ok_and(|s| s.success())
    }))
}

/// Writes documents as numbered files and reads what a program makes of them.
fn results(documents: &[&str], mut run: impl FnMut(&Path) -> bool) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let path = |number: usize| format!("{number}.xml");
    for (number, document) in documents.iter().enumerate() {
        fs::write(directory.path().join(path(number)), document).unwrap();
    }
    fs::create_dir(directory.path().join("out")).unwrap();
    assert!(run(directory.path()), "the program failed");
    let read = |number| fs::read_to_string(directory.path().join("out").join(path(number)));
    (0..documents.len()).map(|number| read(number).unwrap_or_default()).collect()
}

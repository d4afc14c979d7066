//! Reading and writing files, and saying clearly what went wrong.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::arguments::Output;

/// Standard input or output, as an argument.
const STANDARD: &str = "-";

/// Reads a file or standard input.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    if is_standard(path) {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        return read.map(|_| bytes).map_err(|error| format!("standard input: {}", reason(&error)));
    }
    if path.is_dir() {
        let shown = path.display();
        return Err(format!(
            "{shown}: this is a directory; name the files in it, as in {shown}/*.txt"
        ));
    }
    std::fs::read(path)
        .map_err(|error| format!("{}: cannot be read: {}", path.display(), reason(&error)))
}

/// The name of an input in messages.
pub(super) fn shown(path: &Path) -> String {
    if is_standard(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// The reason without the number of the operating system’s error.
fn reason(error: &io::Error) -> String {
    let message = error.to_string();
    let message = message.split(" (os error").next().unwrap_or(&message);
    let mut letters = message.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// Where the result for one input goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Standard,
    File(PathBuf),
}

/// Where the results for the inputs go, each with the extension `extension`.
///
/// An input that has no place to go, or the same place as another one, gets an
/// error message.
pub(super) fn targets(
    inputs: &[PathBuf],
    output: &Output,
    extension: &str,
) -> Result<Vec<Result<Target, String>>, String> {
    if let Some(directory) = &output.out_dir {
        make_directory(directory)?;
        return Ok(in_directory(inputs, directory, extension));
    }
    if inputs.len() > 1 {
        return Err(match &output.output {
            Some(file) => format!(
                "{} inputs for one output, {}; use --out-dir DIR to get a file for each",
                inputs.len(),
                file.display()
            ),
            None => format!(
                "{} inputs for standard output; use --out-dir DIR to get a file for each",
                inputs.len()
            ),
        });
    }
    let target = match &output.output {
        Some(file) if !is_standard(file) => Target::File(file.clone()),
        _ => Target::Standard,
    };
    Ok(vec![refuse_input(&canonical(inputs), target)])
}

/// Makes a directory and those around it, unless they are there.
pub(super) fn make_directory(directory: &Path) -> Result<(), String> {
    std::fs::create_dir_all(directory).map_err(|error| {
        format!("{}: the directory cannot be made: {}", directory.display(), reason(&error))
    })
}

/// The input itself is never written over; `inputs` are what they really are.
fn refuse_input(inputs: &HashSet<PathBuf>, target: Target) -> Result<Target, String> {
    match &target {
        Target::File(file) if file.canonicalize().is_ok_and(|file| inputs.contains(&file)) => {
            let file = file.display();
            Err(format!("{file}: would be written over itself; name another file"))
        }
        _ => Ok(target),
    }
}

/// The files that paths lead to, whatever they are called.
fn canonical(inputs: &[PathBuf]) -> HashSet<PathBuf> {
    let files = inputs.iter().filter(|input| !is_standard(input));
    files.filter_map(|input| input.canonicalize().ok()).collect()
}

fn in_directory(
    inputs: &[PathBuf],
    directory: &Path,
    extension: &str,
) -> Vec<Result<Target, String>> {
    let mut taken: HashMap<PathBuf, &Path> = HashMap::new();
    let canonical = canonical(inputs);
    let target = |input: &'_ PathBuf| {
        let stem =
            if is_standard(input) { Path::new("stdin") } else { Path::new(input.file_name()?) };
        Some(directory.join(stem).with_extension(extension))
    };
    let mut targets = Vec::with_capacity(inputs.len());
    for input in inputs {
        let Some(file) = target(input) else {
            targets.push(Err(format!("{}: this is no file", input.display())));
            continue;
        };
        match taken.get(&file) {
            Some(first) => targets.push(Err(format!(
                "{}: would be written to {}, like {}; rename one of them",
                input.display(),
                file.display(),
                first.display()
            ))),
            None => {
                taken.insert(file.clone(), input);
                targets.push(refuse_input(&canonical, Target::File(file)));
            }
        }
    }
    targets
}

/// Writes a whole result; a file is complete or not there at all.
pub(super) fn write(target: &Target, bytes: &[u8]) -> Result<(), String> {
    match target {
        Target::Standard => {
            let mut out = io::stdout().lock();
            match out.write_all(bytes).and_then(|()| out.flush()) {
                // Who reads only the beginning has what they want.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                written => written.map_err(|error| format!("standard output: {}", reason(&error))),
            }
        }
        Target::File(file) => write_file(file, bytes)
            .map_err(|error| format!("{}: cannot be written: {}", file.display(), reason(&error))),
    }
}

/// Writes beside the file and renames, so that nobody sees half of it.
fn write_file(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A device or a pipe is no file to be replaced.
    if file.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return std::fs::OpenOptions::new().write(true).open(file)?.write_all(bytes);
    }
    // A link stays one, and leads to the new file.
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let directory = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut beside = temporary(directory)?;
    if let Ok(replaced) = file.metadata() {
        beside.as_file().set_permissions(replaced.permissions())?;
    }
    beside.write_all(bytes)?;
    beside.as_file().sync_data()?;
    beside.persist(&file).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn temporary(directory: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = std::fs::Permissions::from_mode(0o666);
    tempfile::Builder::new().prefix(".rubricate").permissions(permissions).tempfile_in(directory)
}

#[cfg(not(unix))]
fn temporary(directory: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".rubricate").tempfile_in(directory)
}

//! Reading and writing files, and saying clearly what went wrong.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Standard input or output, as an argument.
const STANDARD: &str = "-";

/// A file to work on.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Where it is.
    pub path: PathBuf,
    /// The directory that was named instead of it: its result has the same place
    /// below that of the results.
    pub root: Option<Arc<Path>>,
    /// Why nothing can be done with it, if that is known.
    pub trouble: Option<String>,
}

impl Named {
    /// A file that is named itself.
    pub(super) fn file(path: PathBuf) -> Self {
        Self { path, root: None, trouble: None }
    }
}

/// Where the result for one input goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Standard,
    File(PathBuf),
    /// To several files in a directory, `index.html` among them.
    Directory(PathBuf),
}

impl Target {
    /// Whether the result is there and nothing it is made of was changed since:
    /// the input, and what else was changed at `since`.
    pub(super) fn is_current(&self, input: &Path, since: Option<SystemTime>) -> bool {
        let result = match self {
            Self::Standard => None,
            Self::File(file) => changed(file),
            Self::Directory(directory) => changed(&directory.join("index.html")),
        };
        let (Some(result), Some(input)) = (result, changed(input)) else { return false };
        result >= input && since.is_none_or(|since| result >= since)
    }

    /// Makes the directory it goes to, below `--out-dir`.
    pub(super) fn make_room(&self) -> Result<(), String> {
        match self {
            Self::Standard => Ok(()),
            Self::File(file) => file.parent().map_or(Ok(()), make_directory),
            Self::Directory(directory) => make_directory(directory),
        }
    }
}

/// Reads a file or standard input.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    if is_standard(path) {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        return read.map(|_| bytes).map_err(|error| format!("standard input: {}", reason(&error)));
    }
    if path.is_dir() {
        return Err(format!("{}: this is a directory; name a file in it", path.display()));
    }
    std::fs::read(path)
        .map_err(|error| format!("{}: cannot be read: {}", path.display(), reason(&error)))
}

/// The name of an input in messages.
pub(super) fn shown(path: &Path) -> String {
    if is_standard(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Whether it stands for standard input or output.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// When a file was last changed, if there is one and that is known.
pub(super) fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

/// The reason without the number of the operating system’s error.
pub(super) fn reason(error: &io::Error) -> String {
    let message = error.to_string();
    let message = message.split(" (os error").next().unwrap_or(&message);
    let mut letters = message.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// Makes a directory and those around it, unless they are there.
pub(super) fn make_directory(directory: &Path) -> Result<(), String> {
    std::fs::create_dir_all(directory).map_err(|error| {
        format!("{}: the directory cannot be made: {}", directory.display(), reason(&error))
    })
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
        Target::File(file) | Target::Directory(file) => write_file(file, bytes)
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

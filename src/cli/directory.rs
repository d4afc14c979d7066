//! The files in a directory that a command is about.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::arguments::ReportFormat;
use super::files::{self, Named};

/// What a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Transcriptions,
    Editions,
}

impl Kind {
    /// How the names of such files end.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Transcriptions => &["*.txt", "*.text", "*.md"],
            Self::Editions => &["*.xml", "*.tei"],
        }
    }

    fn is_of(self, path: &Path) -> bool {
        self.endings().contains(&ending(path).as_str())
    }

    /// What is said of a directory that has none.
    fn none_in(self, directory: &Path) -> String {
        let (endings, name) = (self.endings().join(", "), files::shown(directory));
        format!("{name}: none of {endings} is in this directory; name the files themselves")
    }
}

/// Files in a directory that a command is not about.
#[derive(Clone, Debug)]
pub(super) struct Passed {
    directory: String,
    count: usize,
    /// How their names end.
    endings: BTreeSet<String>,
}

impl Passed {
    fn of(directory: &Path, endings: Vec<String>) -> Option<Self> {
        let (directory, count) = (files::shown(directory), endings.len());
        (count > 0).then(|| Self { directory, count, endings: endings.into_iter().collect() })
    }

    /// What is said of them in a report.
    pub(super) fn describe(&self, format: ReportFormat) -> String {
        let Self { directory, count, endings } = self;
        if format == ReportFormat::Json {
            let endings: Vec<_> = endings.iter().collect();
            return serde_json::json!({ "file": directory, "leftOut": count, "endings": endings })
                .to_string();
        }
        let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
        let (endings, s) = (endings.join(", "), if *count == 1 { "" } else { "s" });
        format!("{directory}: {count} other file{s} left out ({endings})")
    }
}

/// The files of a kind in a directory and in those below it, by name, and which
/// others there are. Hidden files and directories are not looked at, nor is the
/// directory of the results; links to directories are not followed.
///
/// What cannot be read, and the directory itself if there is no such file, is among
/// the files and says so in its turn, which stops none of the others.
pub(super) fn files(
    directory: &Path,
    kind: Kind,
    results: Option<&Path>,
) -> (Vec<Named>, Option<Passed>) {
    let results = results.and_then(|results| results.canonicalize().ok());
    let is_results = |entry: &DirEntry| {
        let canonical = || entry.path().canonicalize().ok();
        entry.file_type().is_dir() && results.is_some() && canonical() == results
    };
    let is_wanted =
        |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry) && !is_results(entry);
    let root: Arc<Path> = directory.into();
    let named = |path: &Path| Named { root: Some(root.clone()), ..Named::file(path.to_owned()) };
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(directory).sort_by_file_name().into_iter().filter_entry(is_wanted) {
        match entry {
            Ok(entry) if !entry.path().is_file() => {}
            Ok(entry) if kind.is_of(entry.path()) => found.push(named(entry.path())),
            Ok(entry) => others.push(ending(entry.path())),
            Err(error) => {
                let path = error.path().unwrap_or(directory);
                let reason = error.io_error().map_or_else(|| error.to_string(), files::reason);
                let trouble = format!("{}: cannot be read: {reason}", files::shown(path));
                found.push(Named { trouble: Some(trouble), ..named(path) });
            }
        }
    }
    if found.is_empty() {
        let trouble = kind.none_in(directory);
        found.push(Named { trouble: Some(trouble), ..Named::file(directory.to_owned()) });
    }
    (found, Passed::of(directory, others))
}

/// How the name of a file ends.
fn ending(path: &Path) -> String {
    match path.extension() {
        Some(ending) => format!("*.{}", ending.to_string_lossy().to_lowercase()),
        None => "without an extension".to_owned(),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

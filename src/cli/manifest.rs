//! The manifest of a run: which row is about which file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rubricate::metadata::{Manifest, Metadata};
use rubricate::{Code, Diagnostic, Severity, Subject};

use super::arguments::ReportFormat;
use super::files::Named;
use super::list::{self, Files};
use super::{files, needed};

/// A manifest and where it was read from.
pub(super) struct Register {
    path: PathBuf,
    text: String,
    manifest: Manifest,
}

const WHAT: &str = "the manifest";

impl Register {
    /// Reads a manifest.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = needed::text(path)?;
        let manifest = Manifest::from_csv(&text)
            .map_err(|problems| needed::unusable(path, WHAT, &text, &problems))?;
        Ok(Self { path: path.to_owned(), text, manifest })
    }

    /// The directory that its files are in.
    fn directory(&self) -> PathBuf {
        match self.path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        }
    }

    /// The files it is about, in the order of its rows.
    pub(super) fn files(&self) -> Files {
        // Where it stands in the current directory, its files are named as it names them.
        let directory = self.path.parent().unwrap_or(Path::new(""));
        let root: Arc<Path> = self.directory().into();
        let files = self.manifest.rows().iter().map(|row| directory.join(&row.file));
        let all =
            files.map(|path| Named { root: Some(root.clone()), ..Named::file(path) }).collect();
        Files { all, ..Files::default() }
    }

    /// What a row says.
    pub(super) fn metadata(&self, row: usize) -> Option<&Metadata> {
        self.manifest.rows().get(row).map(|row| &row.metadata)
    }

    /// The row about a file.
    pub(super) fn row_of(&self, file: &Path) -> Option<usize> {
        self.manifest.row_of(&list::spelled(file))
    }

    /// The row about each file, and what is to be said of the manifest.
    ///
    /// # Errors
    ///
    /// Rows that could be about several files.
    pub(super) fn assign(&self, files: &[Named]) -> Result<Assigned, String> {
        let rows: Vec<Option<usize>> = files.iter().map(|file| self.row_of(&file.path)).collect();
        let mut first: HashMap<usize, usize> = HashMap::new();
        let mut problems = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let Some(row) = *row else { continue };
            if let Some(other) = first.insert(row, index) {
                problems.push(self.doubtful(row, &files[other].path, &files[index].path));
            }
        }
        if !problems.is_empty() {
            return Err(needed::unusable(&self.path, WHAT, &self.text, &problems));
        }
        let mut remarks = self.manifest.remarks().to_vec();
        remarks.extend(self.without_file(files, &first));
        remarks.extend(without_row(files, &rows));
        Ok(Assigned { rows, remarks })
    }

    fn doubtful(&self, row: usize, one: &Path, other: &Path) -> Diagnostic {
        let row = &self.manifest.rows()[row];
        let message =
            format!("`{}` could be {} or {}", row.file, list::spelled(one), list::spelled(other));
        let help = "write in the column `file` the directory as well";
        Diagnostic::new(Severity::Error, Code::Metadata, message).at(row.place).help(help)
    }

    /// The rows about files that are not even there.
    fn without_file<'r>(
        &'r self,
        files: &'r [Named],
        found: &'r HashMap<usize, usize>,
    ) -> impl Iterator<Item = Diagnostic> + 'r {
        let directory = self.directory();
        let rows = self.manifest.rows().iter().enumerate();
        let missing = rows.filter(move |(index, row)| {
            // What is there belongs to another run.
            !found.contains_key(index) && !directory.join(&row.file).exists()
        });
        missing.map(|(_, row)| {
            let message = format!("no file is called `{}`", row.file);
            let remark = Diagnostic::new(Severity::Warning, Code::Metadata, message).at(row.place);
            let name = |path: &Path| path.file_name().map(std::ffi::OsStr::to_ascii_lowercase);
            let wanted = name(Path::new(&row.file));
            let like = files.iter().find(|file| name(&file.path) == wanted);
            match like {
                Some(like) => remark.help(format!("did you mean `{}`?", list::spelled(&like.path))),
                None => remark.help("what the row says is not used"),
            }
        })
    }

    /// What is to be said of it, in the format of a report.
    pub(super) fn describe(&self, remarks: &[Diagnostic], format: ReportFormat) -> String {
        let name = files::shown(&self.path);
        let subject = Subject::new(&name, &self.text);
        match format {
            ReportFormat::Text => needed::some(&subject, remarks),
            ReportFormat::Json if remarks.is_empty() => String::new(),
            ReportFormat::Json => {
                let located: Vec<_> = remarks.iter().map(|found| subject.locate(found)).collect();
                serde_json::json!({ "file": name, "diagnostics": located }).to_string()
            }
        }
    }
}

/// The row about each file, and what is to be said.
pub(super) struct Assigned {
    pub rows: Vec<Option<usize>>,
    pub remarks: Vec<Diagnostic>,
}

/// No more files are named in one message.
const MOST: usize = 5;

/// The files that no row is about.
fn without_row(files: &[Named], rows: &[Option<usize>]) -> Option<Diagnostic> {
    let without = files.iter().zip(rows).filter(|(_, row)| row.is_none());
    let mut names: Vec<String> = without.map(|(file, _)| files::shown(&file.path)).collect();
    let count = names.len();
    let all = match count {
        0 => return None,
        1 => "no row is about".to_owned(),
        count => format!("no row is about {count} files:"),
    };
    names.truncate(MOST);
    if count > MOST {
        names.push("…".to_owned());
    }
    let message = format!("{all} {}", names.join(", "));
    let help = "their editions say what the transcription says of itself";
    Some(Diagnostic::new(Severity::Warning, Code::Metadata, message).help(help))
}

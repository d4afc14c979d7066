//! The files that tell what is known of a transcription.

use std::path::Path;
use std::time::SystemTime;

use rubricate::authority::NameRules;
use rubricate::metadata::Metadata;
use rubricate::{Diagnostic, Options, Subject};

use super::arguments::Reading;
use super::files;
use super::manifest::Register;

/// What is known of the transcriptions, and how to read them.
pub(super) struct Known {
    /// What holds for all of them.
    pub options: Options,
    /// What is known of each.
    pub manifest: Option<Register>,
    /// When the files that tell it were changed last.
    pub changed: Option<SystemTime>,
}

impl Known {
    /// Reads the files that tell it.
    ///
    /// # Errors
    ///
    /// What is wrong with one of them.
    pub(super) fn read(reading: &Reading) -> Result<Self, String> {
        let mut options = Options {
            encoding: reading.encoding,
            convention: reading.convention,
            profile: reading.profile,
            speech: reading.speech,
            ..Options::default()
        };
        if let Some(path) = &reading.metadata {
            options.metadata = read(path, "the metadata file", Metadata::from_toml)?;
        }
        for path in &reading.authority {
            read(path, "the authority file", |text| options.authority.add_csv(text))?;
        }
        if let Some(path) = &reading.names {
            options.names = read(path, "the list of names", NameRules::parse)?;
        }
        let manifest = reading.manifest.as_deref().map(Register::read).transpose()?;
        let paths = reading.metadata.iter().chain(&reading.authority).chain(&reading.names);
        let changed = paths.chain(&reading.manifest).filter_map(|path| files::changed(path)).max();
        Ok(Self { options, manifest, changed })
    }

    /// The options for the file that row `row` of the manifest is about.
    pub(super) fn options(&self, row: Option<usize>) -> Options {
        let row = row.and_then(|row| self.manifest.as_ref()?.metadata(row));
        let all = &self.options;
        match row {
            Some(row) => Options { metadata: row.clone().or(all.metadata.clone()), ..all.clone() },
            None => all.clone(),
        }
    }
}

/// No more problems of one file are shown.
const MOST: usize = 20;

/// What a file says, or what is wrong with it.
fn read<T>(
    path: &Path,
    what: &str,
    parse: impl FnOnce(&str) -> Result<T, Vec<Diagnostic>>,
) -> Result<T, String> {
    let text = text(path)?;
    parse(&text).map_err(|problems| unusable(path, what, &text, &problems))
}

/// The text of a file in UTF-8.
pub(super) fn text(path: &Path) -> Result<String, String> {
    String::from_utf8(files::read(path)?).map_err(|_| {
        format!("{}: this is not a text in UTF-8; save it as UTF-8", files::shown(path))
    })
}

/// What is wrong with a file that is needed.
pub(super) fn unusable(path: &Path, what: &str, text: &str, problems: &[Diagnostic]) -> String {
    let name = files::shown(path);
    let subject = Subject::new(&name, text);
    format!("{what} cannot be used\n{}", some(&subject, problems))
}

/// The first of the problems, and how many more there are.
pub(super) fn some(subject: &Subject<'_>, problems: &[Diagnostic]) -> String {
    let shown: String = problems.iter().take(MOST).map(|found| subject.show(found)).collect();
    match problems.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown}{}: and {more} more\n", subject.name()),
    }
}

//! The files that tell what is known of a transcription.

use std::path::Path;

use rubricate::authority::{Authority, NameRules};
use rubricate::metadata::Metadata;
use rubricate::{Diagnostic, Options, Subject};

use super::arguments::Reading;
use super::files;

/// The options, with what the files say, or what is wrong with one of them.
pub(super) fn options(reading: &Reading) -> Result<Options, String> {
    let metadata = match &reading.metadata {
        Some(path) => read(path, "the metadata file", Metadata::from_toml)?,
        None => Metadata::default(),
    };
    let mut authority = Authority::default();
    for path in &reading.authority {
        read(path, "the authority file", |text| authority.add_csv(text))?;
    }
    let names = match &reading.names {
        Some(path) => read(path, "the list of names", NameRules::parse)?,
        None => NameRules::default(),
    };
    Ok(Options {
        encoding: reading.encoding,
        convention: reading.convention,
        metadata,
        authority,
        names,
        profile: reading.profile,
        ..Options::default()
    })
}

/// No more problems of one file are shown.
const MOST: usize = 20;

/// What a file says, or what is wrong with it.
fn read<T>(
    path: &Path,
    what: &str,
    parse: impl FnOnce(&str) -> Result<T, Vec<Diagnostic>>,
) -> Result<T, String> {
    let bytes = files::read(path)?;
    let name = files::shown(path);
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{name}: this is not a text in UTF-8; save it as UTF-8"))?;
    parse(&text).map_err(|problems| {
        let subject = Subject::new(&name, &text);
        let shown: String = problems.iter().take(MOST).map(|found| subject.show(found)).collect();
        let more = match problems.len().saturating_sub(MOST) {
            0 => String::new(),
            more => format!("{name}: and {more} more\n"),
        };
        format!("{what} cannot be used\n{shown}{more}")
    })
}

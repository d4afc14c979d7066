//! Schemas and transcriptions that are not part of the project.
//!
//! They are looked for in the directory that the environment variable
//! `RUBRICATE_SHARED` names, or else in `../shared`. What is made with them is
//! left out where they are absent.

use std::path::{Path, PathBuf};
use std::{env, fs};

use rubricate::{Profile, Schema};

/// The directory, if it is there.
pub(crate) fn directory() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let directory = env::var_os("RUBRICATE_SHARED").map_or_else(beside, PathBuf::from);
    directory.is_dir().then_some(directory)
}

/// The file of the schema that a profile names.
pub(crate) fn schema_file(profile: Profile) -> Option<PathBuf> {
    let name = match profile {
        Profile::Eltec => "eltec-1.rng",
        Profile::Dtabf => "dtabf-basisformat.rng",
        _ => "tei_all.rng",
    };
    Some(directory()?.join("schemas").join(name)).filter(|file| file.is_file())
}

/// The schema that a profile names.
pub(crate) fn foreign_schema(profile: Profile) -> Option<Schema> {
    let file = schema_file(profile)?;
    let text = fs::read_to_string(&file).expect("the schema can be read");
    Some(Schema::from_text(&text, &file.display().to_string()).expect("the schema compiles"))
}

/// The transcriptions, in order of their names.
pub(crate) fn transcriptions() -> Vec<PathBuf> {
    let Some(directory) = directory() else { return Vec::new() };
    let mut files: Vec<PathBuf> = fs::read_dir(directory.join("gold/dev"))
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("the directory can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .chain([directory.join("seed/transcription.txt")])
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// Name and text of the TEI documents of other projects in the directory that
/// `RUBRICATE_FOREIGN` names; none without it.
pub(crate) fn foreign_documents() -> impl Iterator<Item = (String, String)> {
    let directory = env::var_os("RUBRICATE_FOREIGN").map(PathBuf::from);
    let files = directory.map_or_else(Vec::new, |directory| crate::words::xml_files(&directory));
    files.into_iter().filter_map(|file| {
        let bytes = fs::read(&file).expect("the file can be read");
        let tei = rubricate::xml_text(&bytes).ok()?.into_owned();
        Some((file.file_stem()?.to_string_lossy().into_owned(), tei))
    })
}

/// Says why a test proves nothing here.
#[expect(clippy::print_stderr, reason = "a skipped test should say so")]
pub(crate) fn skipped(test: &str, lacking: &str) {
    eprintln!("{test} skipped: {lacking} not found; see tests/shared.rs");
}

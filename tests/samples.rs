//! The samples: what they are turned into, to be read line by line.

use std::fs;
use std::path::{Path, PathBuf};

use rubricate::metadata::Metadata;
use rubricate::{Conversion, Options, Schema, Severity, Verdict, convert, restore, validate};

/// A directory of `samples/`.
pub(crate) struct Sample {
    pub name: String,
    directory: PathBuf,
    pub transcription: Vec<u8>,
}

impl Sample {
    fn read(directory: PathBuf) -> Self {
        let name = directory.file_name().unwrap().to_str().unwrap().to_owned();
        let transcription = fs::read(directory.join("transcription.txt")).unwrap();
        Self { name, directory, transcription }
    }

    /// What its README says after `- Convention:`.
    fn convention(&self) -> String {
        let readme = fs::read_to_string(self.directory.join("README.md")).unwrap();
        let line = readme.lines().find_map(|line| line.strip_prefix("- Convention: `"));
        line.and_then(|line| line.strip_suffix('`')).unwrap().to_owned()
    }

    pub(crate) fn convert(&self) -> Conversion {
        let metadata = fs::read_to_string(self.directory.join("metadata.toml"));
        let metadata = metadata.map(|toml| Metadata::from_toml(&toml).unwrap()).unwrap_or_default();
        let file = Some("transcription.txt".to_owned());
        convert(&self.transcription, &Options { metadata, file, ..Options::default() }).unwrap()
    }
}

/// All samples, by name.
pub(crate) fn all() -> Vec<Sample> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let mut samples: Vec<Sample> = entries.filter(|path| path.is_dir()).map(Sample::read).collect();
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(samples.len() >= 6, "only {} samples", samples.len());
    samples
}

/// The whole edition as a file: `tests/snapshots/NAME.snap`.
#[test]
fn editions() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for sample in all() {
        settings.bind(|| insta::assert_snapshot!(sample.name.as_str(), sample.convert().tei));
    }
}

/// What is said of each: `tests/snapshots/NAME.report.snap`.
#[test]
fn reports() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for sample in all() {
        let edition = sample.convert();
        let source = rubricate::Source::read(&sample.transcription, None).unwrap();
        let subject = rubricate::Subject::new("transcription.txt", source.text());
        let mut said = edition.report.describe("transcription.txt");
        said.extend(edition.diagnostics.iter().map(|found| subject.show(found)));
        settings.bind(|| insta::assert_snapshot!(format!("{}.report", sample.name), said));
    }
}

#[test]
fn give_the_transcription_back() {
    for sample in all() {
        let restored = restore(sample.convert().tei.as_bytes()).unwrap();
        assert_eq!(restored.verdict, Verdict::Identical, "{}", sample.name);
        assert_eq!(restored.bytes, sample.transcription, "{}", sample.name);
        assert!(restored.diagnostics.is_empty(), "{}", sample.name);
    }
}

#[test]
fn are_valid() {
    let schema = Schema::embedded();
    for sample in all() {
        let found = validate(&sample.convert().tei, &schema);
        let error = found.iter().find(|found| found.severity == Severity::Error);
        assert!(error.is_none(), "{}: {error:?}", sample.name);
    }
}

#[test]
fn show_the_convention_that_their_readme_names() {
    for sample in all() {
        let edition = sample.convert();
        assert_eq!(edition.report.convention, sample.convention(), "{}", sample.name);
    }
}

/// Whoever takes a sample has to know where it is from and what they may do.
#[test]
fn readmes_tell_provenance_licence_and_purpose() {
    for sample in all() {
        let readme = fs::read_to_string(sample.directory.join("README.md")).unwrap();
        for line in ["\n- Provenance: ", "\n- Licence: ", "\n- Purpose: "] {
            assert!(readme.contains(line), "{}: {line:?}", sample.name);
        }
    }
}

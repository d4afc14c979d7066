//! The files that tell what is known of a transcription.

use std::time::SystemTime;

use rubricate::Options;
use rubricate::authority::NameRules;
use rubricate::metadata::Metadata;

use super::arguments::Reading;
use super::files;
use super::manifest::Register;
use super::needed::read;

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

//! What the document records of the transcription: enough to give it back, and
//! to tell whether the text is still the same.

use serde::{Deserialize, Serialize};

use super::characters::TARGET;
use crate::profile::Profile;
use crate::source::{Encoding, Envelope, LineEnd, Source, sha256, sha256_collapsed};

/// The record of a transcription.
///
/// It stands in the header in a processing instruction, which every schema and
/// every tool leaves alone: `<?rubricate record {"sha256": …}?>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// The name of the file, if it had one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The number of bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// SHA-256 of the text in UTF-8 with white space collapsed.
    pub sha256_collapsed: String,
    /// The name of the encoding.
    pub encoding: String,
    /// Whether the bytes begin with a byte order mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub byte_order_mark: bool,
    /// The name of the line end.
    pub line_end: String,
    /// The convention it was read by.
    pub convention: String,
    /// The profile it is encoded for, if it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
}

impl Record {
    /// The record of `bytes`, which were read as `source` by a convention.
    #[must_use]
    pub fn of(bytes: &[u8], source: &Source, file: Option<&str>, convention: &str) -> Self {
        let envelope = source.envelope();
        Self {
            file: file.map(str::to_owned),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
            sha256_collapsed: sha256_collapsed(source.text()),
            encoding: envelope.encoding.name().to_owned(),
            byte_order_mark: envelope.byte_order_mark,
            line_end: envelope.line_end.name().to_owned(),
            convention: convention.to_owned(),
            profile: None,
        }
    }

    /// The same, of an edition for the consumers of a profile.
    #[must_use]
    pub fn encoded_for(mut self, profile: Profile) -> Self {
        let name = || profile.name().to_owned();
        self.profile = (profile != Profile::default()).then(name);
        self
    }

    /// Encoding, byte order mark and line end.
    #[must_use]
    pub fn envelope(&self) -> Envelope {
        Envelope {
            encoding: Encoding::for_label(&self.encoding).unwrap_or(Encoding::UTF_8),
            byte_order_mark: self.byte_order_mark,
            line_end: LineEnd::from_name(&self.line_end).unwrap_or_default(),
        }
    }

    /// The name of the file, for people.
    pub(super) fn shown_file(&self) -> Option<String> {
        Some(self.file.as_ref()?.chars().filter(|c| !c.is_control()).collect())
    }

    /// What the file is, in words; programs read the instruction.
    pub(super) fn description(&self) -> String {
        let mark = if self.byte_order_mark { " with byte order mark" } else { "" };
        format!("{} bytes, {}{mark}, lines end in {}", self.bytes, self.encoding, self.line_end)
    }

    /// The processing instruction.
    pub(super) fn instruction(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        // A file may be called `?>`.
        format!("<?{TARGET} record {}?>", json.replace('>', "\\u003e"))
    }
}

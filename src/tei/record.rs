//! What the header records of the transcription: enough to give it back, and
//! to tell whether the text is still the same.

use crate::source::{Encoding, Envelope, LineEnd, Source, sha256, sha256_collapsed};

/// The record of a transcription in `sourceDesc/bibl[@type='transcription']`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The name of the file, if it had one.
    pub file: Option<String>,
    /// The number of bytes.
    pub bytes: usize,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// SHA-256 of the text in UTF-8 with white space collapsed.
    pub sha256_collapsed: String,
    /// Encoding, byte order mark and line end.
    pub envelope: Envelope,
    /// The convention it was read by.
    pub convention: String,
}

/// The names of the parts of the record.
pub(super) mod part {
    pub(in crate::tei) const TYPE: &str = "transcription";
    pub(in crate::tei) const FILE: &str = "file";
    pub(in crate::tei) const SHA256: &str = "SHA-256";
    pub(in crate::tei) const COLLAPSED: &str = "SHA-256-collapsed";
    pub(in crate::tei) const ENCODING: &str = "encoding";
    pub(in crate::tei) const MARK: &str = "byteOrderMark";
    pub(in crate::tei) const LINE_END: &str = "lineEnd";
    pub(in crate::tei) const CONVENTION: &str = "convention";
}

impl Record {
    /// The record of `bytes`, which were read as `source` by a convention.
    #[must_use]
    pub fn of(bytes: &[u8], source: &Source, file: Option<&str>, convention: &str) -> Self {
        Self {
            file: file.map(str::to_owned),
            bytes: bytes.len(),
            sha256: sha256(bytes),
            sha256_collapsed: sha256_collapsed(source.text()),
            envelope: source.envelope(),
            convention: convention.to_owned(),
        }
    }

    /// Takes in one part of the record, as read from the header.
    pub(super) fn take(&mut self, part: &str, value: &str) {
        match part {
            part::FILE => self.file = Some(value.to_owned()),
            part::SHA256 => value.clone_into(&mut self.sha256),
            part::COLLAPSED => value.clone_into(&mut self.sha256_collapsed),
            part::CONVENTION => value.clone_into(&mut self.convention),
            part::MARK => self.envelope.byte_order_mark = value == "yes",
            part::ENCODING => {
                self.envelope.encoding = Encoding::for_label(value).unwrap_or(Encoding::UTF_8);
            }
            part::LINE_END => {
                self.envelope.line_end = LineEnd::from_name(value).unwrap_or_default();
            }
            _ => {}
        }
    }
}

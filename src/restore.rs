//! From an edition back to the transcription.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Source, sha256, sha256_collapsed};
use crate::tei::{Addition, Externalized, externalize_without, xml_text};

/// A transcription taken out of a TEI document.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Restoration {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it compares with the transcription the document was made of.
    pub verdict: Verdict,
    /// What is to be said of it.
    pub diagnostics: Vec<Diagnostic>,
}

/// How the text of a document compares with the transcription it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Every byte is the same.
    Identical,
    /// Only white space differs: some program has indented the file.
    OnlyReformatted,
    /// Words differ.
    TextEdited,
    /// The document has no record of a transcription: rubricate did not write it.
    NoRecord,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::OnlyReformatted => "only reformatted",
            Self::TextEdited => "text edited",
            Self::NoRecord => "no record",
        }
    }
}

/// Takes the transcription out of a TEI document.
///
/// For a document that [`convert`](crate::convert()) wrote these are the very
/// bytes it was made of, also after tags were added or removed by hand, after a
/// `choice` was put around words, and after notes, `supplied` or `add` were put
/// into the text, if it is the same without them. For any other TEI document it is
/// the text in UTF-8.
///
/// ```
/// use rubricate::{Options, Verdict, convert, restore};
///
/// let page = b"May 8, 1937, Paris. Two walks with A.G.\r\n";
/// let edition = convert(page, &Options::default()).unwrap();
/// let restored = restore(edition.tei.as_bytes()).unwrap();
/// assert_eq!(restored.bytes, page);
/// assert_eq!(restored.verdict, Verdict::Identical);
///
/// let edited = edition.tei.replace("Two walks", "Three walks");
/// assert_eq!(restore(edited.as_bytes()).unwrap().verdict, Verdict::TextEdited);
/// ```
///
/// # Errors
///
/// A diagnostic over the document if it is not well-formed, not TEI, nests too
/// deep, or has a document type declaration that does more than declare
/// characters.
pub fn restore(tei: &[u8]) -> Result<Restoration, Diagnostic> {
    let xml = xml_text(tei)?;
    let (whole, additions) = externalize_without(&xml, &[])?;
    let restored = compare(whole);
    if restored.verdict != Verdict::TextEdited {
        return Ok(restored);
    }
    // Some of what editors add may have been in the transcription already.
    let there = Addition::ALL.into_iter().filter(|kind| additions.contains(kind));
    let mut left_out = Vec::new();
    for kind in there {
        left_out.push(kind);
        let mut without = compare(externalize_without(&xml, &left_out)?.0);
        if without.verdict != Verdict::TextEdited {
            without.diagnostics.push(added(&left_out, &additions));
            return Ok(without);
        }
    }
    Ok(restored)
}

/// The bytes of a transcription, and how they compare with the record of it.
fn compare(externalized: Externalized) -> Restoration {
    let Externalized { source, record } = externalized;
    let mut diagnostics = Vec::new();
    let bytes = bytes_of(&source, &mut diagnostics);
    let verdict = match record {
        None => Verdict::NoRecord,
        Some(record) if sha256(&bytes) == record.sha256 => Verdict::Identical,
        Some(record) if sha256_collapsed(source.text()) == record.sha256_collapsed => {
            Verdict::OnlyReformatted
        }
        Some(_) => Verdict::TextEdited,
    };
    diagnostics.extend(remark(verdict));
    Restoration { bytes, verdict, diagnostics }
}

/// What is said of additions that were left out.
fn added(left_out: &[Addition], all: &[Addition]) -> Diagnostic {
    let counts = left_out.iter().map(|kind| {
        let count = all.iter().filter(|other| *other == kind).count();
        format!("{count} {}", kind.name())
    });
    let counts: Vec<String> = counts.collect();
    let message = format!("left out what the transcription did not have: {}", counts.join(", "));
    Diagnostic::new(Severity::Info, Code::AdditionsLeftOut, message)
}

/// The bytes in the encoding of the source, or in UTF-8 if an edited text has
/// a character which that lacks.
fn bytes_of(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<u8> {
    match source.to_bytes() {
        Ok(bytes) => bytes,
        Err(unencodable) => {
            let diagnostic =
                Diagnostic::new(Severity::Warning, Code::Unencodable, unencodable.to_string());
            diagnostics.push(diagnostic.help("the text was written in UTF-8 instead"));
            source.to_utf_8()
        }
    }
}

fn remark(verdict: Verdict) -> Option<Diagnostic> {
    let (severity, code, message) = match verdict {
        Verdict::Identical => return None,
        Verdict::OnlyReformatted => (
            Severity::Info,
            Code::OnlyReformatted,
            "white space was changed; every word is as in the transcription",
        ),
        Verdict::TextEdited => (
            Severity::Warning,
            Code::TextEdited,
            "the text is no longer that of the transcription the document was made of",
        ),
        Verdict::NoRecord => (
            Severity::Info,
            Code::NoSourceRecord,
            "the document does not say which transcription it was made of; this is its text",
        ),
    };
    let remark = Diagnostic::new(severity, code, message);
    let compare = "`rubricate restore FILE | diff - TRANSCRIPTION` shows where";
    Some(if verdict == Verdict::TextEdited { remark.help(compare) } else { remark })
}

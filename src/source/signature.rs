//! Files that are no plain text, told by how they begin.

use serde::de::IgnoredAny;

/// A format that a file may have instead of plain text, and what to do then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    /// Its name.
    pub name: &'static str,
    /// What to do.
    pub help: &'static str,
}

const MARKUP: Format = Format {
    name: "XML",
    help: "every tag was taken for words; rubricate restore and export read TEI",
};
const HTML: Format =
    Format { name: "HTML", help: "every tag was taken for words; save the page as plain text" };
const JSON: Format = Format {
    name: "JSON",
    help: "all of it was taken for words; rubricate export --to tei reads what --to json wrote",
};
const PROCESSED: Format =
    Format { name: "a file of a word processor", help: "save it as plain text there" };

/// How files begin.
/// Source: the registries of their media types, <https://www.iana.org/assignments/media-types>.
#[rustfmt::skip]
const BEGINNINGS: &[(&[u8], Format)] = &[
    (b"<?xml", MARKUP),
    (b"<TEI", MARKUP),
    (b"<!DOCTYPE html", HTML),
    (b"<!doctype html", HTML),
    (b"<html", HTML),
    (b"<!DOCTYPE", MARKUP),
    (b"{\\rtf", PROCESSED),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", PROCESSED),
    (b"%PDF-", Format { name: "PDF", help: "take its text out first, with pdftotext for example" }),
    (b"PK\x03\x04", Format { name: "a ZIP archive, as DOCX, ODT and EPUB are", help: "save it as plain text first" }),
    (b"\x1F\x8B", Format { name: "a gzip archive", help: "unpack it first" }),
    (b"\x89PNG", Format { name: "an image", help: "transcribe it first" }),
    (b"\xFF\xD8\xFF", Format { name: "an image", help: "transcribe it first" }),
    (b"II*\0", Format { name: "an image", help: "transcribe it first" }),
    (b"MM\0*", Format { name: "an image", help: "transcribe it first" }),
    (b"\x7FELF", Format { name: "a program", help: "is it the file you meant?" }),
];

/// The format of a file that is no plain text, if it shows.
pub(crate) fn other_format(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |(beginning, _): &&(&[u8], Format)| bytes.starts_with(beginning);
    BEGINNINGS
        .iter()
        .find(begins)
        .map(|(_, format)| *format)
        .or_else(|| is_json(bytes).then_some(JSON))
}

/// Whether it is an object of JSON or a list of them; `[1]` is no more than a
/// note’s mark.
fn is_json(bytes: &[u8]) -> bool {
    let inner = bytes.strip_prefix(b"[").unwrap_or(bytes).trim_ascii_start();
    inner.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::other_format;

    #[track_caller]
    fn name(bytes: &[u8]) -> Option<&'static str> {
        other_format(bytes).map(|format| format.name)
    }

    #[test]
    fn files_that_are_no_text() {
        assert_eq!(name(b"\xEF\xBB\xBF<?xml version='1.0'?>\n<TEI/>"), Some("XML"));
        assert_eq!(name(b"\n<!DOCTYPE html>\n<p>A walk."), Some("HTML"));
        assert_eq!(name(b"[ {\"day\": 8} ]"), Some("JSON"));
        assert_eq!(name(b"{\\rtf1 A walk.}"), Some("a file of a word processor"));
        assert_eq!(name(b"%PDF-1.7"), Some("PDF"));
    }

    #[test]
    fn transcriptions() {
        for text in
            ["", "[1]", "{1} A note.", "{\"A walk,” he said.", "<p> is a tag.", "PK was here."]
        {
            assert_eq!(name(text.as_bytes()), None, "{text}");
        }
    }
}

//! The kinds of diagnostic.

use serde::Serialize;

/// What a [`Diagnostic`](super::Diagnostic) is about.
///
/// Each code has a name that scripts can rely on and an explanation; both
/// stand in `docs/diagnostics.md`, which a test holds against this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// A file that is no plain text.
    NotATranscription,
    /// Bytes that are no character of the encoding.
    UndecodableBytes,
    /// The encoding was guessed.
    EncodingGuessed,
    /// Characters that XML 1.0 cannot hold.
    ForbiddenCharacters,
    /// A note marker whose note was not found.
    MarkerWithoutNote,
    /// A note whose marker was not found.
    NoteWithoutMarker,
    /// A date that the calendar does not have.
    ImpossibleDate,
    /// A weekday that is not that of its date.
    ContradictoryWeekday,
    /// A dated entry that comes before the one above it.
    EntryOutOfOrder,
    /// A date line that says another day than the metadata.
    CreatedDiffers,
    /// A mark that opens something and has no partner, or the other way round.
    UnbalancedDelimiter,
    /// Two annotations that cannot be nested.
    CrossingAnnotations,
    /// The edition is not valid: the program's own fault.
    EditionInvalid,
    /// The edition does not give the transcription back: the program's own fault.
    EditionNotRestored,
    /// The file is not well-formed XML.
    NotWellFormed,
    /// A document type declaration, which TEI does not need.
    DoctypeRefused,
    /// Elements nested deeper than any edition nests them.
    TooDeep,
    /// More attributes than any element of an edition has.
    TooManyAttributes,
    /// The root element is not `TEI`.
    NotTei,
    /// An element that is not allowed at its place.
    UnexpectedElement,
    /// Text where only elements are allowed.
    UnexpectedText,
    /// An attribute that its element does not have.
    UnexpectedAttribute,
    /// An attribute value that the schema does not allow.
    InvalidValue,
    /// An element that ends before all it must hold.
    MissingContent,
    /// An `xml:id` that is used twice.
    DuplicateId,
    /// A reference to an identifier that no element has.
    UnresolvedReference,
    /// A rule of the schema's Schematron.
    Schematron,
    /// The schema that the document names is not at hand.
    SchemaNotFound,
    /// The document does not say which transcription it was made of.
    NoSourceRecord,
    /// The text differs from that of the transcription.
    TextEdited,
    /// The text differs from the transcription in white space only.
    OnlyReformatted,
    /// What an editor added to the text.
    AdditionsLeftOut,
    /// A character that the encoding of the transcription does not have.
    Unencodable,
    /// Something that a format of an export has no place for.
    NotCarried,
    /// A name that several entries of the authority file could have.
    AmbiguousName,
    /// A mistake in the authority file.
    Authority,
    /// A mistake in the list of names.
    Names,
    /// A mistake in the metadata file.
    Metadata,
    /// A file that cannot be read.
    Unreadable,
}

impl Code {
    /// All codes, in the order of their declaration.
    pub const ALL: &'static [Self] = &[
        Self::NotATranscription,
        Self::UndecodableBytes,
        Self::EncodingGuessed,
        Self::ForbiddenCharacters,
        Self::MarkerWithoutNote,
        Self::NoteWithoutMarker,
        Self::ImpossibleDate,
        Self::ContradictoryWeekday,
        Self::EntryOutOfOrder,
        Self::CreatedDiffers,
        Self::UnbalancedDelimiter,
        Self::CrossingAnnotations,
        Self::EditionInvalid,
        Self::EditionNotRestored,
        Self::NotWellFormed,
        Self::DoctypeRefused,
        Self::TooDeep,
        Self::TooManyAttributes,
        Self::NotTei,
        Self::UnexpectedElement,
        Self::UnexpectedText,
        Self::UnexpectedAttribute,
        Self::InvalidValue,
        Self::MissingContent,
        Self::DuplicateId,
        Self::UnresolvedReference,
        Self::Schematron,
        Self::SchemaNotFound,
        Self::NoSourceRecord,
        Self::TextEdited,
        Self::OnlyReformatted,
        Self::AdditionsLeftOut,
        Self::Unencodable,
        Self::NotCarried,
        Self::AmbiguousName,
        Self::Authority,
        Self::Names,
        Self::Metadata,
        Self::Unreadable,
    ];

    /// The name, as in `warning[marker-without-note]`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotATranscription => "not-a-transcription",
            Self::UndecodableBytes => "undecodable-bytes",
            Self::EncodingGuessed => "encoding-guessed",
            Self::ForbiddenCharacters => "forbidden-characters",
            Self::MarkerWithoutNote => "marker-without-note",
            Self::NoteWithoutMarker => "note-without-marker",
            Self::ImpossibleDate => "impossible-date",
            Self::ContradictoryWeekday => "contradictory-weekday",
            Self::EntryOutOfOrder => "entry-out-of-order",
            Self::CreatedDiffers => "created-differs",
            Self::UnbalancedDelimiter => "unbalanced-delimiter",
            Self::CrossingAnnotations => "crossing-annotations",
            Self::EditionInvalid => "edition-invalid",
            Self::EditionNotRestored => "edition-not-restored",
            Self::NotWellFormed => "not-well-formed",
            Self::DoctypeRefused => "doctype-refused",
            Self::TooDeep => "too-deep",
            Self::TooManyAttributes => "too-many-attributes",
            Self::NotTei => "not-tei",
            Self::UnexpectedElement => "unexpected-element",
            Self::UnexpectedText => "unexpected-text",
            Self::UnexpectedAttribute => "unexpected-attribute",
            Self::InvalidValue => "invalid-value",
            Self::MissingContent => "missing-content",
            Self::DuplicateId => "duplicate-id",
            Self::UnresolvedReference => "unresolved-reference",
            Self::Schematron => "schematron",
            Self::SchemaNotFound => "schema-not-found",
            Self::NoSourceRecord => "no-source-record",
            Self::TextEdited => "text-edited",
            Self::OnlyReformatted => "only-reformatted",
            Self::AdditionsLeftOut => "additions-left-out",
            Self::Unencodable => "unencodable",
            Self::NotCarried => "not-carried",
            Self::AmbiguousName => "ambiguous-name",
            Self::Authority => "authority",
            Self::Names => "names",
            Self::Metadata => "metadata",
            Self::Unreadable => "unreadable",
        }
    }

    /// What it means and what to do about it, in one or two sentences.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::NotATranscription => {
                "The file begins like one that is no plain text, such as XML, a PDF or a document of a word processor. It was converted all the same, every tag and byte of it as words."
            }
            Self::UndecodableBytes => {
                "The bytes are no character of the encoding. They stand as U+FFFD in the edition and are restored as they were; if there are many, name the encoding with --encoding."
            }
            Self::EncodingGuessed => {
                "The bytes are not UTF-8 and do not say what they are, so they were read as Windows-1252, which holds all of Latin-1. Name another encoding with --encoding."
            }
            Self::ForbiddenCharacters => {
                "XML 1.0 cannot hold these control characters. They are kept in processing instructions and come back with restore."
            }
            Self::MarkerWithoutNote => {
                "The text refers to a note that the transcription does not have. The marker stays text."
            }
            Self::NoteWithoutMarker => {
                "The transcription has a note that no marker in the text refers to. It is encoded as a note without a target."
            }
            Self::ImpossibleDate => {
                "The calendar does not have this day, such as 31 February. The date is marked, without a value."
            }
            Self::ContradictoryWeekday => {
                "The weekday written beside the date is not the weekday of that date, nor that of the Julian calendar where a text may be dated by it. The date is kept as written and marked with low certainty."
            }
            Self::EntryOutOfOrder => {
                "The entry is dated before the one above it. Entries usually run forward: check the year, which may come from a heading."
            }
            Self::CreatedDiffers => {
                "The only date line of the transcription says another day than `created` in the metadata. One of them is mistaken, or one of them is of the old calendar. The header has the day of the metadata, and the date line its own."
            }
            Self::UnbalancedDelimiter => {
                "A mark that opens something is never closed, or one that closes was never opened. It stays text."
            }
            Self::CrossingAnnotations => {
                "Two annotations cross and cannot be nested. The later one was left out; the text is complete."
            }
            Self::EditionInvalid => {
                "The edition is not valid against its own schema. This is a fault of rubricate: please report it with the transcription."
            }
            Self::EditionNotRestored => {
                "The edition did not give the transcription back, so it was not written. This is a fault of rubricate: please report it with the transcription."
            }
            Self::NotWellFormed => {
                "The file is not well-formed XML, so nothing in it can be relied upon. Mend it where the message points."
            }
            Self::DoctypeRefused => {
                "The document type declaration of the file does more than name a DTD, which is not read, and declare characters, notations and pictures: it could read other files or expand without end. TEI P5 needs none: remove it, or put what it stands for in place."
            }
            Self::TooDeep => {
                "Elements nest deeper than the limit. No edition does: the file is damaged or hostile."
            }
            Self::TooManyAttributes => {
                "An element has more attributes than the limit. No edition has so many: the file is damaged or hostile."
            }
            Self::NotTei => {
                "The root element is not TEI in the namespace http://www.tei-c.org/ns/1.0. A document of TEI P4 is made P5 by the stylesheet p4top5.xsl of the TEI."
            }
            Self::UnexpectedElement => "The schema does not allow the element at this place.",
            Self::UnexpectedText => "The schema allows only elements here, not text.",
            Self::UnexpectedAttribute => "The schema does not give the element this attribute.",
            Self::InvalidValue => "The schema does not allow this value of the attribute.",
            Self::MissingContent => "The element ends before all that the schema wants in it.",
            Self::DuplicateId => "An xml:id names one element; this one is used twice.",
            Self::UnresolvedReference => "No element has the identifier that is referred to.",
            Self::Schematron => "A Schematron rule of the schema does not hold.",
            Self::SchemaNotFound => {
                "The document names a schema that is neither built in nor stored beside it. It was checked against the built-in one; name a file with --schema."
            }
            Self::NoSourceRecord => {
                "The document has no record of its transcription, because rubricate did not write it. Its text was taken out as it stands."
            }
            Self::TextEdited => {
                "The text is no longer that of the transcription the document records. It was taken out as it stands."
            }
            Self::OnlyReformatted => {
                "A program has changed white space in the text; every word is as in the transcription. Keep xml:space=\"preserve\" to prevent it."
            }
            Self::AdditionsLeftOut => {
                "The text has notes, supplied or added words that the transcription did not have. Without them it is the text of the transcription, so they were left out."
            }
            Self::Unencodable => {
                "The text was edited and has a character that the encoding of the transcription lacks, so the text was written in UTF-8."
            }
            Self::NotCarried => {
                "The format of the export has no place for this. docs/formats.md lists what each format carries; json carries all."
            }
            Self::AmbiguousName => {
                "Several entries of the authority file could be meant, so the name is linked to none of them. Add a variant, the years of life, or fuller names to tell them apart."
            }
            Self::Authority => "The authority file is not what it should be.",
            Self::Names => "The list of names is not what it should be.",
            Self::Metadata => "The metadata file is not what it should be.",
            Self::Unreadable => {
                "The file, or the schema beside it, could not be read, so nothing is known of it."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn all_codes_once() {
        for (index, code) in Code::ALL.iter().enumerate() {
            assert_eq!(*code as usize, index, "{}", code.name());
            assert_eq!(serde_json::to_value(code).unwrap(), code.name());
        }
        assert_eq!(Code::ALL.last(), Some(&Code::Unreadable));
    }
}

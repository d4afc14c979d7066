//! Headings: what one says, its kind, and how deep its division lies.

use crate::date::CalendarDate;

/// A heading and how deep the division it begins lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What it says.
    pub heading: Heading,
    /// The smaller, the larger the division.
    pub rank: u8,
    /// Whether it only continues the heading before it.
    pub continues: bool,
    /// Whether it is the title of one of several works, which holds chapters or
    /// acts.
    pub work: bool,
}

/// What a few words look like that may be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The kind.
    pub kind: Kind,
    /// The number, of a chapter for example.
    pub number: Option<u32>,
    /// Whether more follows than the keyword and the number.
    pub titled: bool,
    /// The year, month or both that it names.
    pub date: Option<CalendarDate>,
    /// The level that a mark of the convention gives it.
    pub level: Option<u8>,
}

/// Kinds of heading, the larger divisions before those they contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// Volume.
    Volume,
    /// Book.
    Book,
    /// Part.
    Part,
    /// An act of a play.
    Act,
    /// A year.
    Year,
    /// A month, with or without its year.
    Month,
    /// Chapter, canto, letter or whatever else counts with a word.
    Chapter,
    /// A scene of a play.
    Scene,
    /// Section.
    Section,
    /// A word that heads such divisions by itself: preface, notes.
    Named(Named),
    /// Only a number, or a number and a title.
    Numeral,
    /// A number of so many parts, and a title: `1.2 The mill`.
    Decimal(u8),
    /// Words in capitals.
    Capitals,
    /// Who writes to whom.
    Letter,
    /// Other words.
    Words,
}

impl Kind {
    /// Whether a word counts such divisions, as “Chapter” does.
    pub(super) fn counts(self) -> bool {
        matches!(
            self,
            Self::Volume
                | Self::Book
                | Self::Part
                | Self::Act
                | Self::Chapter
                | Self::Scene
                | Self::Section
        )
    }
}

impl Heading {
    pub(super) fn of(kind: Kind) -> Self {
        Self { kind, number: None, titled: false, date: None, level: None }
    }
}

/// Divisions that are known by their heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Named {
    /// Preface, foreword, introduction, advertisement.
    Preface,
    /// Dedication.
    Dedication,
    /// Table of contents.
    Contents,
    /// List of illustrations.
    Illustrations,
    /// The persons of a play.
    Cast,
    /// Prologue, epilogue, conclusion.
    Frame,
    /// Appendix.
    Appendix,
    /// Footnotes, endnotes.
    Notes,
    /// Thanks.
    Acknowledgements,
    /// Works that are cited.
    Bibliography,
    /// Words or abbreviations that are explained.
    Glossary,
    /// What a transcriber says of the transcription.
    Editorial,
    /// Index.
    Index,
    /// A telegram, a memorandum: one of several documents.
    Document,
}

impl Named {
    /// Whether such a division is a list of short lines.
    pub(super) const fn is_list(self) -> bool {
        matches!(self, Self::Contents | Self::Illustrations | Self::Cast | Self::Index)
    }
}

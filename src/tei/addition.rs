//! What editors add to the text of an edition, which its transcription does not have.

use super::reader::Tag;

/// A kind of addition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Addition {
    /// A `note` that is none of the transcription.
    Note,
    /// Words in `supplied`.
    Supplied,
    /// Words in `add`.
    Add,
}

impl Addition {
    /// All kinds, those first that are more often an editor's than the writer's.
    pub(crate) const ALL: [Self; 3] = [Self::Note, Self::Supplied, Self::Add];

    /// What an element may be.
    ///
    /// The notes of a transcription always have an identifier and a number or a
    /// marker; what its writer put in has the notation by which it says so.
    pub(super) fn of(tag: &Tag<'_>) -> Option<Self> {
        match tag.name() {
            "supplied" => Some(Self::Supplied),
            "add" => tag.attribute("rendition").is_none().then_some(Self::Add),
            "note" => {
                let is_of_source = tag.id().is_some()
                    && (tag.attribute("n").is_some() || tag.attribute("target").is_some());
                (!is_of_source).then_some(Self::Note)
            }
            _ => None,
        }
    }

    /// The name of its element.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Supplied => "supplied",
            Self::Add => "add",
        }
    }
}

//! Editions for different consumers.

use crate::internalize::Nested;

/// For which consumer an edition is encoded. The text is the same for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// TEI Publisher, and everybody who reads TEI as the Guidelines have it.
    #[default]
    TeiPublisher,
    /// The European Literary Text Collection, level 1.
    Eltec,
    /// The base format of the Deutsches Textarchiv.
    Dtabf,
    /// Edition Visualization Technology: lists of names in `sourceDesc`.
    Evt,
    /// Correspondence metadata for correspSearch.
    Cmif,
}

impl Profile {
    /// All profiles, the default first.
    pub const ALL: &'static [Self] =
        &[Self::TeiPublisher, Self::Eltec, Self::Dtabf, Self::Evt, Self::Cmif];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TeiPublisher => "tei-publisher",
            Self::Eltec => "eltec",
            Self::Dtabf => "dtabf",
            Self::Evt => "evt",
            Self::Cmif => "cmif",
        }
    }

    /// What it is for.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::TeiPublisher => "TEI Publisher, and TEI as the Guidelines have it",
            Self::Eltec => "ELTeC, the European Literary Text Collection, level 1",
            Self::Dtabf => "DTABf, the base format of the Deutsches Textarchiv",
            Self::Evt => "EVT, with the lists of names in sourceDesc",
            Self::Cmif => "correspSearch, with a description of the correspondence",
        }
    }

    /// The profile called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|profile| profile.name() == name)
    }
}

/// Changes tags as a profile wants them.
pub(crate) fn apply(_profile: Profile, nested: Nested) -> Nested {
    nested
}

//! Edition Visualization Technology (<https://github.com/evt-project>).
//!
//! EVT reads the lists of persons, places and organizations in `sourceDesc`;
//! it pages the text by its `pb`, which every profile keeps.

use super::{HeaderForm, Lists, TEI_ALL, Target};

pub(super) static TARGET: Target = Target {
    name: "evt",
    description: "EVT, with the lists of names in sourceDesc",
    schema: TEI_ALL,
    tags: None,
    header: HeaderForm::Tei,
    lists: Lists::SourceDesc,
    letters: false,
};

//! TEI as the Guidelines have it, which TEI Publisher shows.

use super::{HeaderForm, Lists, TEI_ALL, Target};

pub(super) static TARGET: Target = Target {
    name: "tei-publisher",
    description: "TEI Publisher, and TEI as the Guidelines have it",
    schema: TEI_ALL,
    tags: None,
    header: HeaderForm::Tei,
    lists: Lists::StandOff,
    letters: false,
};

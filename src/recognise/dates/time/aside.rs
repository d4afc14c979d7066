//! Where the text goes on behind notes and headings.

use crate::date::Anchor;

/// What was told above what stands between.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// What headings and entries told last, outside notes.
    known: Anchor,
    /// What was known where the notes began, and whether by months of the Republic.
    above: Option<(Anchor, bool)>,
}

impl Aside {
    /// Whether notes stand right above, behind which the text goes on.
    pub(super) fn is_open(&self) -> bool {
        self.above.is_some()
    }

    /// What was known above notes and headings that tell no time, if the text goes on
    /// here where it was left; `newer` is what headings, entries and notes tell from
    /// here on, `here` what was known up to here.
    pub(super) fn go_on(&mut self, newer: Anchor, here: (Anchor, bool)) -> Option<(Anchor, bool)> {
        if newer.note {
            self.above = self.above.or(Some(here));
            return None;
        }
        let known = std::mem::replace(&mut self.known, newer);
        let above = self.above.take().unwrap_or(here);
        Some(above).filter(|(above, _)| above.told && known == newer)
    }
}

//! Titles whose lines stand apart from each other, as on a title page: “SPEECH”, “IN”,
//! “OPENING THE IMPEACHMENT”.

use super::Context;
use super::words::has_lower;
use crate::structure::kind::{Head, Kind};

/// What joins the lines of a title: such a word ends one, or begins the next.
const ENDS: &[&str] = &[
    "A", "AGAINST", "AN", "AND", "AT", "AU", "AUF", "AUS", "AUX", "BETWEEN", "BY", "CONCERNING",
    "DAS", "DE", "DEM", "DEN", "DER", "DES", "DIE", "DU", "ET", "FOR", "FROM", "FÜR", "HIS", "IM",
    "IN", "INTO", "LA", "LE", "LES", "MIT", "OF", "ON", "OR", "OU", "PAR", "POUR", "SOME", "SUR",
    "THAT", "THE", "TO", "UND", "UPON", "VOM", "VON", "WITH", "ZU", "ZUM", "ZUR", "À", "ÜBER",
];
const BEGINS: &[&str] = &[
    "AGAINST", "AND", "BETWEEN", "CONCERNING", "DE", "DER", "DES", "DU", "ET", "FOR", "FROM", "IN",
    "OF", "ON", "OR", "OU", "SUR", "TO", "UND", "UPON", "VON", "WHICH", "WITH", "ÜBER",
];

/// The most lines of such a title.
const MOST: usize = 8;

impl Context<'_> {
    /// Lines in capitals right below a title in capitals go on with it while its
    /// words do.
    pub(super) fn join_spread_titles(&self, heads: &mut [Option<Head>]) {
        if self.leveled || self.is_loud {
            return;
        }
        let mut index = 0;
        while index < heads.len() {
            let title = heads[index].filter(|head| head.heading.kind == Kind::Capitals);
            let first = index;
            index += 1;
            let Some(title) = title.filter(|head| !head.continues) else { continue };
            while index < heads.len().min(first + MOST) && self.goes_on(index, heads[index]) {
                let heading = self.candidates[index].unwrap_or(title.heading);
                heads[index] = Some(Head { heading, continues: true, ..title });
                index += 1;
            }
        }
    }

    /// Whether a line in capitals belongs to the title above it.
    fn goes_on(&self, index: usize, head: Option<Head>) -> bool {
        let block = &self.input.blocks[index];
        let above = &self.input.blocks[index - 1];
        let kind = self.candidates[index].map(|heading| heading.kind);
        let is_line = block.is_text()
            && block.line_count() == 1
            && above.line_count() == 1
            && block.blank_before <= 1
            && !self.notes.holds(index)
            && self.text(index).len() <= 60
            && matches!(kind, None | Some(Kind::Capitals | Kind::Named(_)));
        let head = head.is_some_and(|head| head.heading.kind != Kind::Capitals);
        let text = self.text(index);
        let loud = !has_lower(text) && text.starts_with(|c: char| c.is_uppercase());
        is_line && !head && loud && {
            let last = self.text(index - 1).rsplit(' ').next().unwrap_or_default();
            let first = text.split(' ').next().unwrap_or_default();
            let joined = ENDS.contains(&last) || last.ends_with(',') || BEGINS.contains(&first);
            joined && !text.ends_with([':', '-', '—', '–'])
        }
    }
}

//! The parts of a text among whose paragraphs some may begin with who speaks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::cast::Mark;
use super::look::look_of;
use crate::structure::Input;

/// The blocks below a heading.
pub(super) struct Part<'m, 'a> {
    pub blocks: Range<usize>,
    /// How many of them are words, and no note, no list and no date line.
    pub texts: usize,
    /// Whether a heading of an act or a scene stands above it.
    pub set: bool,
    /// The lines that could begin with who speaks.
    pub marks: &'m [Mark<'a>],
    /// Those of them whose names take turns.
    pub known: Vec<&'m Mark<'a>>,
    /// How many of these stand above what is said.
    pub alone: usize,
}

impl<'m, 'a> Part<'m, 'a> {
    /// The blocks, with the names that take turns and that are `sure`.
    pub(super) fn of(
        input: &Input<'_>,
        (blocks, texts): (Range<usize>, usize),
        set: bool,
        marks: &'m [Mark<'a>],
        sure: impl Fn(&Mark<'_>) -> bool,
    ) -> Self {
        let mut known: Vec<&Mark<'_>> = marks.iter().filter(|mark| sure(mark)).collect();
        // “Oui.” is what somebody says where “- Harpagon -” says who speaks.
        if let Some((style, _)) = look_of(&known) {
            let alike = known.iter().filter(|mark| mark.label.style == style);
            let names: FxHashSet<&str> = alike.map(|mark| mark.label.name).collect();
            known.retain(|mark| names.contains(mark.label.name));
        }
        let alone = known.iter().filter(|mark| mark.is_alone(input)).count();
        Self { blocks, texts, set, marks, known, alone }
    }

    /// How many paragraphs somebody says, or could say.
    pub(super) fn said(&self) -> usize {
        self.texts.saturating_sub(self.alone)
    }
}

/// Whether the parts in which people speak are a dialogue from beginning to end, and
/// no record of what witnesses or members said.
pub(super) fn is_whole(parts: &[Part<'_, '_>]) -> bool {
    const MANY: usize = 20;
    let speaks = || parts.iter().filter(|part| !part.known.is_empty());
    let known: usize = speaks().map(|part| part.known.len()).sum();
    let said: usize = speaks().map(Part::said).sum();
    let mut names = speaks().flat_map(|part| &part.known).map(|mark| mark.label.name);
    known >= MANY && known * 2 >= said && !names.any(is_of_record)
}

/// Whether a name is that of somebody who is questioned, or who speaks in a meeting.
fn is_of_record(name: &str) -> bool {
    const TITLES: &[&str] =
        &["Chairman", "Dr.", "Miss", "Mr", "Mr.", "Mrs.", "Representative", "Senator", "The"];
    const TURNS: &[&str] =
        &["A", "Answer", "Antwort", "Demande", "Frage", "Q", "Question", "Réponse"];
    let first = name.split(' ').next().unwrap_or_default();
    TITLES.contains(&first) && first.len() < name.len() || TURNS.contains(&name)
}

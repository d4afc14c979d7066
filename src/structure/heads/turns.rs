//! Who speaks, in a dialogue within prose: “THE PHILOSOPHER:” above what he says,
//! “Thomas: Good sailing!”

use rustc_hash::FxHashMap;

use super::Context;
use super::words::has_lower;
use crate::structure::Input;
use crate::structure::entries::speaker_of;
use crate::structure::kind::{Heading, Kind};

/// Drops the candidates that begin with a speaker: two of them take turns, and
/// nothing that could be a heading stands between.
pub(super) fn drop_turns(input: &Input<'_>, candidates: &mut [Option<Heading>]) {
    let doubtful = |heading: &Option<Heading>| {
        heading.is_some_and(|heading| matches!(heading.kind, Kind::Capitals | Kind::Words))
    };
    let speaker = |index: usize| {
        let block = &input.blocks[index];
        let text = block.span.of(input.text);
        let label = speaker_of(text).filter(|_| block.is_text())?;
        let alone = label.len() == text.len();
        (!alone || text.ends_with(':') && !has_lower(text)).then_some(label)
    };
    let mut speakers: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    // The last three who spoke.
    let mut last: [Option<&str>; 3] = [None; 3];
    for (index, candidate) in candidates.iter().enumerate() {
        if let Some(label) = speaker(index) {
            match last {
                [Some(first), Some(second), Some(third)]
                    if first == third && second == label && first != second =>
                {
                    speakers.extend([(first, (0, 0)), (second, (0, 0))]);
                }
                _ => {}
            }
            last = [last[1], last[2], Some(label)];
        } else if candidate.is_some_and(|heading| divides(input, index, heading)) {
            last = [None; 3];
        }
    }
    if speakers.is_empty() {
        return;
    }
    // “Lesson: The Mill” and “Exercise: Words with K” say nothing.
    for index in 0..candidates.len() {
        if let Some((all, told)) = speaker(index).and_then(|at| speakers.get_mut(at)) {
            *all += 1;
            *told += usize::from(
                !input.blocks[index].span.of(input.text).ends_with(char::is_alphanumeric),
            );
        }
    }
    speakers.retain(|_, (all, told)| *told * 2 > *all);
    for (index, candidate) in candidates.iter_mut().enumerate() {
        if doubtful(candidate) && speaker(index).is_some_and(|at| speakers.contains_key(at)) {
            *candidate = None;
        }
    }
}

/// Whether a new part may begin there, so that who speaks above does not answer
/// who speaks below.
fn divides(input: &Input<'_>, index: usize, heading: Heading) -> bool {
    let text = input.blocks[index].span.of(input.text);
    heading.kind < Kind::Words
        || input.blocks[index].line_count() == 1 && text.ends_with(char::is_alphanumeric)
}

impl Context<'_> {
    /// Whether somebody asks or answers in a block who does so again below: “Mr. LYLE. When
    /// did you come?”
    pub(super) fn begins_turn(&self, index: usize) -> bool {
        const NEAR: usize = 8;
        let Some(name) = speaker_of(self.text(index)).filter(|name| name.ends_with('.')) else {
            return false;
        };
        let end = self.input.blocks.len().min(index + 1 + NEAR);
        name.len() < self.text(index).len()
            && is_titled(name)
            && (index + 1..end).any(|at| self.text(at).starts_with(name))
    }
}

/// Whether a name has a title before it, or is a question or an answer.
fn is_titled(name: &str) -> bool {
    const TITLES: &[&str] = &["Mr.", "Mrs.", "Miss", "Dr.", "The", "Senator", "Q.", "A."];
    TITLES.contains(&name.split(' ').next().unwrap_or_default())
}

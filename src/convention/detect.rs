//! Which convention a transcription follows.

use super::{CONVENTIONS, Convention};
use crate::source::{Lines, offset};

/// A convention and why it was chosen.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Detection {
    /// The convention.
    pub convention: &'static Convention,
    /// What the transcription shows of it, and in which line first.
    pub evidence: Vec<(&'static str, u32)>,
}

impl Detection {
    /// The convention that was given, for which nothing needs to speak, else
    /// the one that `text` shows.
    pub(crate) fn of(given: Option<&'static Convention>, text: &str, lines: &Lines) -> Self {
        match given {
            Some(convention) => Self { convention, evidence: Vec::new() },
            None => detect(text, lines),
        }
    }
}

/// How much the signs must weigh together.
const ENOUGH: u32 = 3;

/// How many lines are looked at from the beginning and from the end.
const LINES: u32 = 2000;

/// The convention that `text` shows most signs of, else plain text.
///
/// ```
/// use rubricate::{Lines, convention::detect};
///
/// let text = "[Illustration: The house]\n\nIt was _very_ old.\n";
/// let found = detect(text, &Lines::of(text));
/// assert_eq!(found.convention.name, "gutenberg");
/// assert_eq!(found.evidence[1], ("an illustration in brackets", 1));
/// ```
#[must_use]
pub fn detect(text: &str, lines: &Lines) -> Detection {
    let tried = CONVENTIONS.iter().map(|convention| weigh(convention, text, lines));
    let best = tried.filter(|(weight, _)| *weight >= ENOUGH).max_by_key(|(weight, _)| *weight);
    match best {
        Some((_, detection)) => detection,
        None => Detection { convention: CONVENTIONS[CONVENTIONS.len() - 1], evidence: Vec::new() },
    }
}

fn weigh(convention: &'static Convention, text: &str, lines: &Lines) -> (u32, Detection) {
    let mut weight = 0;
    let mut evidence = Vec::new();
    for sign in convention.signs {
        let shown = numbers(lines).filter(|line| (sign.shown_by)(lines.span(text, *line).of(text)));
        let shown: Vec<u32> = shown.take(usize::from(sign.at_most)).collect();
        weight += u32::from(sign.weight) * offset(shown.len());
        evidence.extend(shown.first().map(|line| (sign.what, *line)));
    }
    (weight, Detection { convention, evidence })
}

/// The numbers of the lines that are looked at.
fn numbers(lines: &Lines) -> impl Iterator<Item = u32> {
    let count = offset(lines.count());
    (1..=count.min(LINES)).chain(count.saturating_sub(LINES).max(LINES) + 1..=count)
}

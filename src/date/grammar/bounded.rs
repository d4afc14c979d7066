//! What an editor says in brackets of a date that only one side of is known.

use super::super::meaning::Meaning;
use super::super::term::Direction;
use super::{Parsed, Parser};

impl Parser<'_> {
    /// `before 12 May 1863`, `not after 1863`, which an editor supplies in brackets.
    pub(super) fn bounded(self, index: usize) -> Option<Parsed> {
        const BOUNDS: &[(&[&str], Direction)] = &[
            (&["before"], Direction::Last),
            (&["by"], Direction::Last),
            (&["ante"], Direction::Last),
            (&["not", "after"], Direction::Last),
            (&["not", "later", "than"], Direction::Last),
            (&["no", "later", "than"], Direction::Last),
            (&["on", "or", "before"], Direction::Last),
            (&["after"], Direction::Next),
            (&["post"], Direction::Next),
            (&["not", "before"], Direction::Next),
            (&["not", "earlier", "than"], Direction::Next),
            (&["on", "or", "after"], Direction::Next),
            (&["vor"], Direction::Last),
            (&["nach"], Direction::Next),
            (&["avant"], Direction::Last),
            (&["après"], Direction::Next),
        ];
        if !self.words.before(index).ends_with('[') {
            return None;
        }
        let fits = |(words, _): &&(&[&str], Direction)| {
            let mut all = words.iter().enumerate();
            all.all(|(at, word)| self.words.raw(index + at).eq_ignore_ascii_case(word))
        };
        let (words, side) = BOUNDS.iter().find(fits)?;
        let at = self.skip_the(index + words.len());
        let (date, next) = self.date_within(at).filter(|_| self.are_together(index, at + 1))?;
        let closes = self.words.after(next - 1).trim_start_matches(['?', '.']).starts_with(']');
        closes.then(|| self.one(index, next, Meaning::Open(*side, date)))
    }
}

//! Titles that stand above verse.

use super::Context;
use super::words::has_sentence_end;
use crate::structure::kind::Kind;
use crate::structure::verse::{Lineation, lineation};

impl Context<'_> {
    /// Whether the number 1 stands below it, perhaps with a subtitle between: “THE WIDOW OF
    /// KELL”, “A Ballad”, “1.”
    pub(super) fn is_above_first(&self, index: usize) -> bool {
        let at = |at: usize| self.candidates.get(at).copied().flatten();
        let first = |at_number: usize| {
            at(at_number).is_some_and(|heading| {
                heading.kind == Kind::Numeral && heading.number == Some(1) && !heading.titled
            })
        };
        let subtitle = || at(index + 1).is_some_and(|heading| heading.kind >= Kind::Capitals);
        self.input.blocks[index].blank_before >= 2
            && (first(index + 1) || first(index + 2) && subtitle())
    }

    /// Whether a stanza stands below it.
    pub(super) fn is_followed_by_verse(&self, index: usize) -> bool {
        let next = self.input.blocks.get(index + 1).filter(|next| next.is_text());
        next.is_some_and(|next| {
            next.line_count() >= 4 && lineation(self.input, next) == Lineation::Verse
        })
    }

    /// Whether the year of the poem stands between it and the verses, or what its tune is.
    fn is_above_year(&self, index: usize) -> bool {
        let below = index + 1;
        let year = || {
            let heading = self.candidates.get(below).copied().flatten();
            heading.is_some_and(|heading| heading.kind == Kind::Year)
        };
        self.input.blocks.get(below).is_some_and(|block| {
            let text = block.span.of(self.input.text);
            let aside = text.starts_with('(') && text.ends_with(')');
            block.is_text() && block.line_count() == 1 && (aside || year())
        }) && self.is_followed_by_verse(below)
    }

    /// Whether it is the title of the poem below it.
    pub(super) fn names_poem(&self, index: usize) -> bool {
        const LONGEST: usize = 60;
        self.text(index).len() <= LONGEST
            && !has_sentence_end(self.text(index))
            && self.stands_apart(index)
            && (self.is_followed_by_verse(index) || self.is_above_year(index))
            && self.follows_a_sentence(index)
            && self.fits_numbers(index)
    }
}

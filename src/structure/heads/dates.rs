//! Years and months that are headings, and those that only date a letter.

use super::{Context, is_long};
use crate::date::{self, Meaning, Written, Year};
use crate::segment::Block;
use crate::structure::kind::{Heading, Kind, Named};
use crate::structure::{Input, entries, letters};

/// Drops the months that a poem was written in: they stand right below its last line
/// and farther from the heading of the next one. And those above who signs a letter.
pub(super) fn drop_months_at_foot(input: &Input<'_>, candidates: &mut [Option<Heading>]) {
    let is = |at: Option<Heading>, kind: Kind| at.is_some_and(|at| at.kind == kind);
    for index in months_of_letters(input, candidates) {
        candidates[index] = None;
    }
    for index in 1..candidates.len().saturating_sub(1) {
        if !is(candidates[index], Kind::Month) {
            continue;
        }
        let [above, block, below] = [index - 1, index, index + 1].map(|at| &input.blocks[at]);
        let ends = above.span.of(input.text).ends_with(['.', '!', '?', '»', '”']);
        let next = candidates[index + 1].is_some_and(|next| next.kind >= Kind::Chapter);
        let fits = above.is_text()
            && ends
            && candidates[index - 1].is_none_or(|above| above.kind == Kind::Words)
            && below.blank_before > block.blank_before
            && next
            && !is(candidates[index + 1], Kind::Words);
        if fits {
            candidates[index] = None;
        }
    }
}

/// The months right below a letter, above who signs it.
fn months_of_letters(input: &Input<'_>, candidates: &[Option<Heading>]) -> Vec<usize> {
    let signed = |index: &usize| {
        let [above, below] = [index - 1, index + 1].map(|at| &input.blocks[at]);
        let next = candidates.get(index + 2).copied().flatten();
        above.is_text()
            && above.span.of(input.text).ends_with(['.', '!', '?'])
            && below.is_text()
            && letters::is_signature(below.span.of(input.text))
            && next.is_some_and(|next| next.kind == Kind::Numeral)
    };
    let is_month = |index: &usize| candidates[*index].is_some_and(|at| at.kind == Kind::Month);
    let all: Vec<usize> = (1..candidates.len().saturating_sub(1)).filter(is_month).collect();
    let at_foot: Vec<usize> = all.iter().copied().filter(signed).collect();
    // Where most of them are so, the others stand above the remark of an editor.
    if at_foot.len() * 2 > all.len() { all } else { at_foot }
}

impl Context<'_> {
    /// Whether it says when the text above it was written: it stands nearer to
    /// its words than to the title below.
    pub(super) fn closes_text(&self, index: usize) -> bool {
        let is_text = |above: &&Block| above.is_text();
        // “Bath, Somerset,” and below it “March, 1866.”
        if self.previous(index).filter(is_text).is_some_and(|above| {
            above.line_count() <= 2 && above.span.of(self.input.text).ends_with(',')
        }) {
            return true;
        }
        if self.ends_preface(index) {
            return true;
        }
        let above = self.previous(index).filter(is_text).is_some_and(is_long);
        let below = self.input.blocks.get(index + 1);
        above
            && self.input.blocks[index].blank_before <= self.gap
            && below.is_some_and(|below| below.blank_before > self.input.blocks[index].blank_before)
            && self.candidates[index + 1].is_some_and(|below| below.kind >= Kind::Year)
    }

    /// Whether it says when the preface above it was written: a heading that is no date
    /// stands below it.
    fn ends_preface(&self, index: usize) -> bool {
        const NEAR: usize = 80;
        let candidate = |at: usize| self.candidates.get(at).copied().flatten();
        let text = |at: &usize| self.input.blocks[*at].is_text();
        let below = (index + 1..self.input.blocks.len()).find(text).and_then(candidate);
        let above = (index.saturating_sub(NEAR)..index).rev().filter_map(candidate);
        let preface = above.map(|above| above.kind).find(|kind| *kind < Kind::Numeral);
        self.text(index).ends_with('.')
            && self.previous(index).is_some_and(Block::is_text)
            && below.is_some_and(|below| below.kind >= Kind::Chapter && below.kind != Kind::Words)
            && matches!(preface, Some(Kind::Named(Named::Preface | Named::Acknowledgements)))
    }

    /// Whether it stands right under another heading, as in a letter.
    pub(super) fn dates_a_letter(&self, index: usize) -> bool {
        // “Anno Domini 1760”
        if self.text(index).starts_with(char::is_alphabetic)
            && self.candidates[index].is_some_and(|heading| heading.kind == Kind::Year)
        {
            return false;
        }
        let above = index.checked_sub(1).filter(|above| !is_long(&self.input.blocks[*above]));
        let above = above.and_then(|above| self.candidates[above]);
        above.is_some_and(|heading| matches!(heading.kind, Kind::Capitals | Kind::Numeral))
    }

    /// Whether a number alone stands right above: that of the letter which the year dates.
    pub(super) fn is_below_number(&self, index: usize) -> bool {
        let above = index.checked_sub(1).and_then(|above| self.candidates[above]);
        above.is_some_and(|above| above.kind == Kind::Numeral && !above.titled)
    }

    /// Whether a day without its month stands below, as under the title of a
    /// diary and the month of its first entries.
    pub(super) fn opens_month(&self, index: usize) -> bool {
        let below = entries::date_line(self.input, index + 1);
        below.is_some_and(|day| day.bare && !day.own_line)
    }

    /// Whether an entry with its month and without a year stands below.
    pub(super) fn opens_months(&self, index: usize) -> bool {
        let below = entries::date_line(self.input, index + 1);
        below.is_some_and(|day| !day.bare && !day.dates.iter().any(|date| date.meaning.has_year()))
    }

    /// Whether the preface or the contents stand right below a year: it is that of the
    /// book, and stands on its title page.
    pub(super) fn is_of_imprint(&self, index: usize) -> bool {
        let below = self.candidates.get(index + 1).copied().flatten();
        let front = |named: Named| matches!(named, Named::Preface | Named::Contents);
        below.is_some_and(|below| matches!(below.kind, Kind::Named(named) if front(named)))
    }

    pub(super) fn is_month(&self, index: usize) -> bool {
        let candidate = self.candidates.get(index).copied().flatten();
        candidate.is_some_and(|heading| heading.kind == Kind::Month)
    }

    /// Whether a year is one of several, or what stands below it can be of that
    /// year: prose, an entry, a month, but not the next line of a title page.
    pub(super) fn opens_year(&self, index: usize) -> bool {
        let below = self.input.blocks.get(index + 1);
        self.several_years
            || below.is_some_and(|below| !below.is_text() || is_long(below))
            || self.candidates[index + 1].is_some_and(|below| below.kind < Kind::Scene)
            || entries::date_line(self.input, index + 1).is_some()
            || self.opens_days(index)
    }

    /// Whether a day with its month begins what stands below, as in an account:
    /// “1823”, “Jan 3 Paid Mr Marsh”.
    fn opens_days(&self, index: usize) -> bool {
        let Some(below) = self.input.blocks.get(index + 1) else { return false };
        let first = self.input.words.at(below.span.start);
        date::at(self.input.words, first).is_some_and(|(dates, _)| {
            matches!(
                dates[0].meaning,
                Meaning::Date(Written { month: Some(_), day: Some(_), year: Year::Missing, .. })
            )
        })
    }

    /// Whether a month has its year, or one of several months or years.
    pub(super) fn is_dated(&self, heading: Heading) -> bool {
        let has_year = heading.date.is_some_and(|date| date.year().is_some());
        let dated = self.candidates.iter().flatten();
        let others = dated.filter(|heading| matches!(heading.kind, Kind::Month | Kind::Year));
        has_year || others.take(2).count() == 2
    }
}

//! Titles that are told from the text by the space around them alone.
//!
//! A typed book leaves several blank lines above a title and one below it. A few
//! words that stand so are a title, whatever stop they end with, where most of
//! what has that space above it looks alike.

use rustc_hash::FxHashSet;

use super::words::{adjourns, cites_page, has_sentence_end, is_attributed, is_ending, is_spoken};
use super::{Context, is_long};
use crate::segment::Block;
use crate::structure::heading::plain;
use crate::structure::kind::Kind;
use crate::structure::{byline, entries, letters};

/// How many titles that look alike prove each other.
const SEVERAL: usize = 4;

/// The most characters of such a title.
const LONGEST: usize = 80;

impl Context<'_> {
    /// The titles that the space above tells: there are several of them, and
    /// they are not fewer than the paragraphs that stand as far from the text
    /// above them.
    pub(super) fn spaced_titles(&self) -> FxHashSet<usize> {
        let wide = 2;
        if self.is_play() || !self.input.blocks.iter().any(|block| block.blank_before >= wide) {
            return FxHashSet::default();
        }
        let spaced = |at: &usize| {
            let block = &self.input.blocks[*at];
            block.is_text() && block.blank_before >= wide && !self.notes.holds(*at)
        };
        let titles: Vec<usize> = (1..self.input.blocks.len())
            .filter(spaced)
            .filter(|at| self.could_be_spaced(*at))
            .collect();
        let (slanted, upright): (Vec<usize>, Vec<usize>) =
            titles.iter().partition(|at| is_slanted(self.text(**at)));
        let paragraphs = (1..self.input.blocks.len())
            .filter(spaced)
            .filter(|at| is_long(&self.input.blocks[*at]) && !self.is_headed(*at));
        if self.are_different(&upright) && titles.len() >= paragraphs.count() {
            titles.into_iter().collect()
        } else if self.are_different(&slanted) {
            slanted.into_iter().collect()
        } else {
            FxHashSet::default()
        }
    }

    /// Titles in capitals with no more space above them than a paragraph has, if
    /// there are several: those of the smallest parts of a report.
    pub(super) fn close_titles(&self) -> FxHashSet<usize> {
        let close: FxHashSet<usize> =
            (1..self.input.blocks.len()).filter(|at| self.is_loud_among_prose(*at)).collect();
        if self.gap > 1 && !self.is_play() && close.len() >= SEVERAL {
            close
        } else {
            FxHashSet::default()
        }
    }

    /// Whether words in capitals stand between two paragraphs, as near as these.
    fn is_loud_among_prose(&self, index: usize) -> bool {
        let block = &self.input.blocks[index];
        let is_prose = |at: usize| {
            let other = self.input.blocks.get(at);
            other.is_some_and(|other| other.is_text() && is_long(other))
        };
        block.is_text()
            && block.blank_before < self.gap
            && block.line_count() == 1
            && block.indent == 0
            && self.text(index).starts_with(char::is_uppercase)
            && self.text(index).len() <= LONGEST
            && self.candidates[index].is_some_and(|heading| heading.kind == Kind::Capitals)
            && is_prose(index - 1)
            && is_prose(index + 1)
            && !self.notes.holds(index)
            && self.text(index).split_whitespace().count() >= 2
            && !is_ending(self.text(index))
            && !is_spoken(self.text(index))
            && !self.is_initialled(index)
            && !self.signs(index)
            && !self.input.is_dated(index)
            && self.follows_a_sentence(index)
    }

    /// Whether these titles are several, and seldom the same.
    fn are_different(&self, titles: &[usize]) -> bool {
        let different: FxHashSet<&str> = titles.iter().map(|at| self.text(*at)).collect();
        different.len() >= SEVERAL && different.len() * 4 >= titles.len() * 3
    }

    /// Whether a few words on a line of their own stand no nearer to what is above
    /// them than to what is below.
    fn could_be_spaced(&self, index: usize) -> bool {
        let block = &self.input.blocks[index];
        let text = self.text(index);
        let words = plain(text);
        let nearer = |below: &Block| below.blank_before <= block.blank_before;
        block.is_text()
            && block.line_count() == 1
            && words.len() <= LONGEST
            && self.candidates[index]
                .is_some_and(|heading| matches!(heading.kind, Kind::Words | Kind::Capitals))
            && self.input.blocks.get(index + 1).is_some_and(nearer)
            && names_something(words)
            && !is_ending(words)
            && !adjourns(words)
            && !cites_page(words)
            && (!is_spoken(words) || is_headline(words))
            && !is_attributed(text)
            && !entries::is_remark(text)
            && !self.input.is_dated(index)
            && !self.is_place_and_date(index)
            && !self.dates_numbered(index)
            && !letters::is_salute(words)
            && !letters::is_closing(words)
            && !self.signs_above_heading(index)
            && self.follows_a_sentence(index)
            && (is_headline(words) || !self.is_below_title(index))
    }

    /// Whether a title stands right above it: what follows is a sentence, then.
    fn is_below_title(&self, index: usize) -> bool {
        let above = &self.input.blocks[index - 1];
        above.is_text()
            && above.line_count() == 1
            && self.candidates[index - 1].is_some()
            && !is_long(above)
            && names_something(plain(self.text(index - 1)))
    }

    /// Whether it is the name of a person above another heading, as at the end of
    /// a preface.
    fn signs_above_heading(&self, index: usize) -> bool {
        let below = self.candidates.get(index + 1).copied().flatten();
        below.is_some_and(|below| below.kind < Kind::Words)
            && byline::is_name(self.input, self.input.blocks[index].span)
    }

    /// Whether it begins what stands under a heading or a title.
    fn is_headed(&self, index: usize) -> bool {
        let above = index - 1;
        self.could_be_spaced(above)
            || !is_long(&self.input.blocks[above])
                && self.candidates[above].is_some_and(|heading| heading.kind <= Kind::Words)
    }

    /// Whether a few words stand nearer to the heading above them than to the text
    /// below: “The Widow and her Child.” under “CHAPTER I.”
    pub(super) fn is_nearer_above(&self, index: usize) -> bool {
        const LINES: u32 = 2;
        let block = &self.input.blocks[index];
        let farther = |below: &Block| below.blank_before > block.blank_before;
        let joined = plain(self.text(index)).replace('\n', " ");
        let words = joined.as_str();
        block.line_count() <= LINES
            // A summary has more: “The ford.--The mill.”
            && (block.line_count() == 1 || !words.contains("--"))
            && words.len() <= LONGEST * block.line_count() as usize
            && self.input.blocks.get(index + 1).is_some_and(farther)
            && names_something(words)
            && !(words.contains(',') && words.ends_with(['!', '?']))
            && words.matches([',', '—']).count() < 2
    }

    fn is_play(&self) -> bool {
        let scene = |kind: Kind| matches!(kind, Kind::Act | Kind::Scene);
        !self.speakers.is_empty()
            || self.candidates.iter().flatten().any(|heading| scene(heading.kind))
    }
}

/// Whether the whole line is set in italics: `_Of the Hand._`
fn is_slanted(text: &str) -> bool {
    let inner = text.strip_prefix('_').and_then(|text| text.strip_suffix('_'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('_'))
}

/// What titles begin with that tell what happened: “How the Prisoner was taken.”
const LEADERS: &[&str] = &["How ", "In which ", "Of ", "Wherein ", "What ", "Comment ", "Wie "];

/// A few words that tell nothing of what happened.
fn names_something(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘'))
        && words.split_whitespace().count() <= 14
        && !words.ends_with([',', ';', ':', '-', '—'])
        && !words.ends_with(|c: char| c.is_ascii_digit())
        && !(words.ends_with('.') && words.contains(": "))
        && (is_headline(words)
            || !has_sentence_end(words)
                && !words
                    .match_indices(". ")
                    .any(|(at, _)| ends_sentence(&words[..at], &words[at + 2..])))
        && !words.contains(['\n', ';'])
        && (!super::titles::tells(words) || LEADERS.iter().any(|first| words.starts_with(first)))
}

/// Whether a stop between these words ends a sentence: not that of “St. ”, “Mrs. ”,
/// “A. ”, “vol. 2”.
fn ends_sentence(before: &str, after: &str) -> bool {
    const SHORT: usize = 4;
    let last = before.rsplit(' ').next().unwrap_or_default();
    let short = last.starts_with(char::is_uppercase) && last.chars().count() <= SHORT;
    !short && after.starts_with(char::is_uppercase)
}

/// Whether the longer words begin with capitals, as in a title.
fn is_headline(words: &str) -> bool {
    const LONG: usize = 5;
    let long = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LONG);
    long.clone().count() > 0 && long.clone().all(|word| !word.starts_with(char::is_lowercase))
}

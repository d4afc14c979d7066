//! Days of the month alone in a sentence.

use super::super::hours::is_part_of_day;
use super::super::meaning::{Meaning, Relative, Written};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::token::Shape;

/// After these “the 20th” is a day.
const BEFORE_A_DAY: &[&str] = &[
    "About", "On", "Till", "about", "after", "am", "bis", "before", "by", "dated", "during",
    "from", "on", "since", "throughout", "till", "to", "until", "vom", "zum",
];

/// What there is of a day: “the morning of the 20th”.
const OF_A_DAY: &[&str] = &[
    "action", "affair", "afternoon", "attack", "battle", "communication", "dawn", "day", "debate",
    "despatch", "dispatch", "earthquake", "engagement", "evening", "eve", "events", "favour",
    "favor", "fight", "forenoon", "gale", "journal", "letter", "letters", "meeting", "morning",
    "news", "night", "note", "order", "orders", "paper", "shock", "storm", "telegram", "whole",
];

/// What else than a part of the day may stand before a day in parentheses: “the next
/// day (21st)”.
const BEFORE_PARENTHESES: &[&str] = &["day", "occasion", "yesterday"];

impl Parser<'_> {
    /// `on the 20th`, `the morning of the 5th`, `the 5th inst.`: a day of the
    /// month in a sentence.
    pub(super) fn day_alone(self, index: usize) -> Option<Parsed> {
        let (day, next) = self.day(index)?;
        if let Some((months, end)) = self.month_of_writing(next) {
            let meaning = Meaning::Relative(Relative::DayOfMonth(day, months));
            return Some(self.one(index, end, meaning));
        }
        if let Some(parsed) = self.day_in_parentheses(index, next, day) {
            return Some(parsed);
        }
        let german = self.words.after(index).starts_with(". ")
            && matches!(self.words.shape(next), Some(Shape::Lower))
            && index.checked_sub(1).is_some_and(|at| {
                matches!(self.words.raw(at), "am" | "Am" | "den" | "vom" | "zum")
            });
        let french = || self.is_french_day(index, next);
        if !(self.is_ordinal(index) || german || french())
            || !matches!(&*self.gap(index), " " | "\n")
        {
            return None;
        }
        let leads = german || self.leads_to_day(index);
        // “on the 18th three boats started”
        let number =
            || leads && self.gap(next) == " " && matches!(self.term(next), Some(Term::Cardinal(_)));
        // “on the 11th Thomas resigned”
        let told = || {
            self.words.shape(next) == Some(Shape::Capital)
                && self.gap(next) == " "
                && self.gap(next + 1) == " "
                && self.is_told(next + 1)
        };
        let ends =
            german || self.ends_here(next - 1) || self.is_led_alone(index) || told() || number();
        if !(leads && ends || french()) {
            return None;
        }
        // “on the night of 17th/18th”
        if &*self.gap(next) == "/"
            && self.is_ordinal(next)
            && let Some((second, end)) = self.day(next).filter(|(second, _)| *second == day + 1)
        {
            let meaning = Meaning::Duration(Written::day_only(day), Written::day_only(second));
            return Some(self.one(index, end, meaning));
        }
        let one = |at: usize, next: usize, day| {
            self.spanning(at, next, Meaning::Date(Written::day_only(day)))
        };
        let mut parsed = Parsed { expressions: vec![one(index, next, day)], next };
        // “on the 5th and 6th”
        let at = self.skip_the(next + 1);
        if matches!(self.term(next), Some(Term::And))
            && self.is_ordinal(at)
            && self.is_ordinal(index)
            && let Some((second, end)) = self.day(at).filter(|(second, _)| *second > day)
            && self.ends_here(end - 1)
        {
            parsed.expressions.push(one(at, end, second));
            parsed.next = end;
        }
        Some(parsed)
    }

    /// `(21st)` behind a time of day.
    fn day_in_parentheses(self, index: usize, next: usize, day: i8) -> Option<Parsed> {
        let enclosed = self.gap(index) == " (" && self.words.after(next - 1).starts_with(')');
        let before = self.words.raw(index.checked_sub(1)?);
        let time = is_part_of_day(before) || BEFORE_PARENTHESES.contains(&before);
        let told = enclosed && self.is_ordinal(index) && time;
        told.then(|| self.one(index, next, Meaning::Date(Written::day_only(day))))
    }

    /// Whether a sign stands behind word `index` that ends a phrase.
    pub(super) fn is_before_sign(self, index: usize) -> bool {
        !matches!(self.words.after(index), " " | "\n" | "-" | "°" | "%")
    }

    /// Whether “le 20” is a day: a sign stands behind it, in French words.
    fn is_french_day(self, index: usize, next: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        // “le 20 au soir”
        let time =
            self.words.raw(next) == "au" && matches!(self.words.raw(next + 1), "matin" | "soir");
        matches!(before, "le" | "Le")
            && (time || self.is_before_sign(next - 1))
            && self.is_french(index)
    }

    /// Whether only a day can follow without an article: “on 17th left Agnes”.
    fn is_led_alone(self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        let next = self.words.raw(index + 1);
        matches!(before, "on" | "On" | "About" | "Till" | "till")
            && !matches!(next, "Regiment" | "Regt" | "floor" | "page" | "day" | "century")
    }

    /// Whether the words before word `index` want a day.
    fn leads_to_day(self, index: usize) -> bool {
        let word = |back: usize| index.checked_sub(back).map_or("", |at| self.words.raw(at));
        let the = matches!(word(1), "the" | "The" | "le");
        let at = 1 + usize::from(the);
        let near = self.are_together(index.saturating_sub(at), index + 1);
        let of = word(at) == "of" && OF_A_DAY.contains(&word(at + 1));
        near && (BEFORE_A_DAY.contains(&word(at)) || of)
    }
}

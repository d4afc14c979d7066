//! Days alone, where an entry begins or goes on.

use super::super::lexicon::Term;
use super::super::meaning::{Meaning, Written};
use super::{Expression, Parsed, Parser};
use crate::source::Span;
use crate::token::Shape;

/// How many days an entry may pass over.
const STEP: i8 = 2;

impl Parser<'_> {
    /// A day alone, a weekday alone or with a day, a feast, or day and month in
    /// digits.
    pub(super) fn bare(self, index: usize) -> Option<Parsed> {
        if matches!(self.term(index), Some(Term::Feast)) {
            return self.feast(index, true);
        }
        let weekday = self.weekday(index);
        let start = match weekday {
            // “Monday the 8th”
            Some(_) => self.skip_the(index + 1),
            None => index,
        };
        let day = self.day(start).filter(|_| weekday.is_none() || self.is_soft(index));
        let (written, next) = match (self.day_and_month(start), day) {
            (Some(read), _) if weekday.is_none() || self.is_soft(index) => read,
            (_, Some((day, next))) => (Written::day_only(day), next),
            _ => (Written::default(), weekday.map(|_| index + 1)?),
        };
        // “25 Sunday”
        let (weekday, next) = match (weekday, self.weekday(next)) {
            (None, after @ Some(_))
                if written.day.is_some() && matches!(&*self.gap(next), " " | ", " | ". ") =>
            {
                (after, next + 1)
            }
            (before, _) => (before, next),
        };
        Some(self.one(index, next, Meaning::Date(Written { weekday, ..written })))
    }

    /// With a weekday in parentheses after it: `8th (Sunday)`, `1st (Lord’s day)`.
    pub(super) fn with_weekday_after(self, mut parsed: Parsed) -> Parsed {
        let at = parsed.next;
        let Some(last) = parsed.expressions.last_mut() else { return parsed };
        let Meaning::Date(written) = last.meaning else { return parsed };
        let lords_day = matches!(self.words.raw(at), "Lord" | "LORD")
            && self.words.raw(at + 2).eq_ignore_ascii_case("day");
        let (weekday, next) = match (self.weekday(at), lords_day) {
            (Some(weekday), _) => (weekday, at + 1),
            (None, true) => (7, at + 3),
            (None, false) => return parsed,
        };
        let close = self.words.after(next - 1).starts_with(')');
        if &*self.gap(at) == " (" && close && written.weekday.is_none() {
            last.meaning = Meaning::Date(Written { weekday: Some(weekday), ..written });
            last.span = Span::new(last.span.start, self.words.tokens[next - 1].span.end + 1);
            parsed.next = next;
        }
        parsed
    }

    /// The days that follow the day `last`, counting on, from word `start` up to
    /// word `end`. Each but those that follow one another at once wants its
    /// ordinal ending, and none may belong to what is around it.
    pub(super) fn following(self, start: usize, end: usize, mut last: i8) -> Vec<Expression> {
        let mut found = Vec::new();
        let mut at = start;
        while at < end {
            let read = self.day(at).filter(|_| self.words.shape(at) == Some(Shape::Number));
            let Some((day, next)) = read else {
                at += 1;
                continue;
            };
            let goes_on = day > last && day <= last + STEP;
            if goes_on && self.is_ordinal(at) && self.is_free(at, next) {
                found.push(self.spanning(at, next, Meaning::Date(Written::day_only(day))));
                last = day;
            }
            at = next;
        }
        found
    }

    /// Whether the day in words `at..next` has no preposition or article before
    /// it and no month after it.
    fn is_free(self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.term(before));
        let bound = matches!(
            before,
            Some(
                Term::The
                    | Term::Of
                    | Term::YearLeader
                    | Term::To
                    | Term::From
                    | Term::Month(_)
                    | Term::DoubtfulMonth(_)
            )
        ) && self.gap(at) == " ";
        let preposition =
            at.checked_sub(1).is_some_and(|before| matches!(self.words.raw(before), "on" | "On"));
        !bound && !preposition && self.month_after_day(next).is_none()
    }
}

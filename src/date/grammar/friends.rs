//! Dates of the Society of Friends, who numbered the months.

use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Reckoning, Written, Year};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::token::Shape;

impl Parser<'_> {
    /// Dates of the Society of Friends, who numbered the months: `2nd of 3rd
    /// month 1795`, `3rd mo. 2nd`, `6th day of the second month, 1681`.
    pub(super) fn friends(self, index: usize) -> Option<Parsed> {
        if let Some(month) = self.month_in_one_word(index) {
            let (day, next) = self.day_of_friends(index + 1)?;
            return self.of_friends(index, day, month, next);
        }
        let (first, end) = self.day(index)?;
        let (day, month, next) = if self.is_month_word(end) {
            match self.day_of_friends(end + 1) {
                Some((day, next)) => (Some(day), first, next),
                // “in 5th Month 1786”
                None if self.is_ordinal(index) && self.gap(end + 1) == " " => {
                    year_number(self.words.raw(end + 1))?;
                    (None, first, end + 1)
                }
                None => return None,
            }
        } else {
            let word = usize::from(self.words.raw(end).eq_ignore_ascii_case("day"));
            let of = usize::from(matches!(self.term(end + word), Some(Term::Of)));
            let at = self.skip_the(end + word + of);
            if let Some(month) = self.month_in_one_word(at) {
                self.are_together(index, at + 1).then_some(())?;
                return self.of_friends(index, first, month, at + 1);
            }
            // “1st Day, 11th Month”
            let close = self.are_together(index, at + 1)
                || &*self.gap(at) == ", " && self.are_together(index, at);
            let (month, next) = self.day(at).filter(|_| close)?;
            let led = of > 0 || self.is_ordinal(at);
            (led && self.is_month_word(next)).then_some((Some(first), month, next + 1))?
        };
        self.of_friends(index, day, month, next)
    }

    /// `1828. 1 mo. 13`: the date that begins with word `index`, of the year before it.
    pub(super) fn friends_of_year(self, start: usize, index: usize, year: i16) -> Option<Parsed> {
        self.is_month_word(index + 1).then_some(())?;
        let parsed = self.friends(index)?;
        let [date] = parsed.expressions[..] else { return None };
        let Meaning::Date(written) = date.meaning else { return None };
        let dated = Written { year: Year::Full(year), ..written };
        let open = written.year == Year::Missing && written.day.is_some();
        open.then(|| self.one(start, parsed.next, Meaning::Date(dated)))
    }

    /// The date of this day and month, with the year that follows them.
    fn of_friends(
        self,
        index: usize,
        day: impl Into<Option<i8>>,
        month: i8,
        next: usize,
    ) -> Option<Parsed> {
        if !(1..=12).contains(&month) {
            return None;
        }
        let (year, next) = match self.year_follows(next) {
            (Year::Missing, next) => self.led_year(next).unwrap_or((Year::Missing, next)),
            told => told,
        };
        let written = Written {
            day: day.into(),
            reckoning: Reckoning::Friends,
            ..Written::of_month(month, year)
        };
        Some(self.one(index, next, Meaning::Date(written)))
    }

    /// The day behind a month, which has its ending or a year behind it, and the word
    /// after it.
    fn day_of_friends(self, index: usize) -> Option<(i8, usize)> {
        let at = self.skip_the(index);
        let close = matches!(&*self.gap(index), " " | ". " | ", " | "., ");
        let (day, next) = self.day(at).filter(|_| close)?;
        let sure = self.is_ordinal(at)
            || self.year_follows(next).0 != Year::Missing
            || self.is_day_by_sign(index, next);
        sure.then_some((day, next))
    }

    /// Whether a sign behind the number before word `next` closes a date: “8 mo. 10.--We”,
    /// and not “3 mo. 10 d.” or “2 yrs. 3 mo. 10.”, which are of an age.
    fn is_day_by_sign(self, month: usize, next: usize) -> bool {
        const AGED: &[&str] = &["Y", "Yrs", "aged", "y", "year", "years", "yr", "yrs"];
        const REST: &[&str] = &["D", "Ds", "d", "da", "day", "days", "ds", "w", "week", "weeks"];
        let before = month.checked_sub(3).map_or("", |at| self.words.raw(at));
        let signed = self.words.after(next - 1).starts_with(['.', ',', ')', ':', ';', '_', '\n']);
        let whole = self.words.shape(next) != Some(Shape::Number)
            || !matches!(self.words.after(next - 1), "." | "," | ":");
        self.words.raw(month - 1) == "mo"
            && signed
            && whole
            && !AGED.contains(&before)
            && !REST.contains(&self.words.raw(next))
    }

    /// `5mo`: number and word of a month.
    fn month_in_one_word(self, index: usize) -> Option<i8> {
        self.words.raw(index).strip_suffix("mo")?.parse().ok()
    }

    fn is_month_word(self, index: usize) -> bool {
        matches!(self.words.raw(index), "mo" | "Mo" | "month" | "Month")
            && matches!(&*self.gap(index), " " | "\n" | "-")
    }
}

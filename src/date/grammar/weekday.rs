//! Weekdays counted from a feast, in a month or in weeks.

use super::super::feast::Feast;
use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Relative, Written, Year};
use super::super::saints;
use super::super::term::{Direction, Term};
use super::{Parsed, Parser, Read};

/// Where a weekday lies to the feast it is counted from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    After,
    Before,
    In,
}

impl Parser<'_> {
    /// `Friday next after St. Andrew 1461`, `third Sunday in Lent`, `first Monday of May
    /// 1862`, of which word `index` is the weekday or its number.
    pub(super) fn weekday_counted(self, index: usize) -> Option<Parsed> {
        let (count, at) = match self.weekday(index) {
            Some(_) => (1, index),
            None => self.day(index).filter(|read| self.gap(read.1) == " ")?,
        };
        let weekday = self.weekday(at)?;
        let nearest = usize::from(matches!(self.words.raw(at + 1), "next" | "immediately"));
        let side_at = at + 1 + nearest;
        let side = match self.words.raw(side_at) {
            "after" | "nach" | "après" => Side::After,
            "before" | "vor" | "avant" => Side::Before,
            "in" | "of" | "im" => Side::In,
            _ => return None,
        };
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        let habit = matches!(before, "a" | "any" | "chaque" | "each" | "every" | "jeden");
        if habit || !self.are_together(index, side_at + 2) {
            return None;
        }
        if let Some(month) = self.month(side_at + 1).filter(|_| side == Side::In && at > index) {
            let feast = Feast::Fixed(month, 1).on_or_after(weekday, count)?;
            let (year, next) = self.year_of_month(side_at + 2, month);
            // Without a year it is so every year.
            let told = matches!(year, Year::Full(_));
            return told.then(|| self.one(index, next, Meaning::Feast(feast, year)));
        }
        let (feast, end) = self.feast_beside(side_at + 1, side)?;
        let feast = feast.beside(weekday, if side == Side::Before { -count } else { count })?;
        let (year, next) = match self.year_of_month(end, feast.month_of_double_year()) {
            (Year::Missing, _) => (Year::Missing, end),
            found => found,
        };
        Some(self.one(index, next, Meaning::Feast(feast, year)))
    }

    /// The feast that a weekday is counted from, and the word after it.
    fn feast_beside(self, index: usize, side: Side) -> Option<(Feast, usize)> {
        let mut at = self.skip_the(index);
        if matches!(self.words.raw(at), "feast" | "Feast" | "fest")
            && matches!(self.term(at + 1), Some(Term::Of))
        {
            at = self.skip_the(at + 2);
        }
        let (names, ends) = self.names_of_feast(at)?;
        let (feast, count) = saints::beside_weekday(&names)?;
        let season = matches!(&*names[0], "lent" | "advent");
        (season || side != Side::In).then_some(())?;
        Some((feast, *ends.get(count - 1)?))
    }

    /// `last Christmas`, `next Lady Day`, of which word `index` says where it lies.
    pub(super) fn feast_toward(self, index: usize, direction: Direction) -> Option<Parsed> {
        let parsed = self.feast(index + 1, true)?;
        let Meaning::Feast(feast, Year::Missing) = parsed.expressions[0].meaning else {
            return None;
        };
        let meaning = Meaning::Relative(Relative::Feast(feast, direction));
        Some(self.one(index, parsed.next, meaning))
    }

    /// What the margin of a journal says, from the year or the month on: `October.
    /// Thursday 4.`, `1787. December. Sunday 23.`
    pub(super) fn in_margin(self, index: usize) -> Read {
        let stop = |at: usize| self.words.after(at) == ". ";
        let year = year_number(self.words.raw(index)).filter(|_| stop(index));
        let at = index + usize::from(year.is_some());
        let month = self.month(at).filter(|_| stop(at))?;
        let weekday = self.weekday(at + 1).filter(|_| self.words.after(at + 1) == " ")?;
        let (day, next) = self.day(at + 2)?;
        let year = year.map_or(Year::Missing, Year::Full);
        let written = Written { weekday: Some(weekday), ..Written::in_month(day, month, year) };
        Some((written, next))
    }

    /// `1788. July`, `1788, July`: the month of a heading.
    pub(super) fn year_and_month(self, index: usize) -> Read {
        let year = year_number(self.words.raw(index))?;
        let close = matches!(self.words.after(index), ". " | ", " | ": " | " ");
        let month = self.month(index + 1).filter(|_| close)?;
        let written = Written { year: Year::Full(year), month: Some(month), ..Written::default() };
        Some((written, index + 2))
    }

    /// How many days the word `index` adds to a weekday: `Thursday week`.
    pub(super) fn weeks(self, index: usize) -> Option<i32> {
        let days = match self.words.raw(index) {
            "week" | "se’nnight" | "sennight" | "se'nnight" => 7,
            "fortnight" => 14,
            _ => return None,
        };
        (self.gap(index) == " ").then_some(days)
    }

    /// `Monday next, the 21st inst.`, `Monday, the 28th instant`: one day.
    pub(super) fn weekday_of_writing(self, index: usize) -> Option<Parsed> {
        let said =
            matches!(self.term(index + 1), Some(Term::Toward(_))) && self.gap(index + 1) == " ";
        let at = index + 1 + usize::from(said);
        let close = matches!(&*self.gap(at), " " | ", " | " (");
        let (day, next) = self.day(self.skip_the(at)).filter(|_| close)?;
        let (months, end) = self.month_of_writing(next)?;
        Some(self.one(index, end, Meaning::Relative(Relative::DayOfMonth(day, months))))
    }

    /// `this day week`, of which word `index` is the second.
    pub(super) fn this_day(self, index: usize) -> Option<Parsed> {
        let this = index.checked_sub(1).filter(|at| matches!(self.words.raw(*at), "this" | "This"));
        let start = this.filter(|_| self.words.raw(index) == "day" && self.gap(index) == " ")?;
        let meaning = Meaning::Relative(Relative::Weeks(None, self.weeks(index + 1)?));
        Some(self.one(start, index + 2, meaning))
    }
}

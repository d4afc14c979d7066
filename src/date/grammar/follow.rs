//! Days alone, where an entry begins or goes on.

use super::super::meaning::{Meaning, Written, Year};
use super::super::term::Term;
use super::{Expression, Parsed, Parser, Read};
use crate::source::Span;
use crate::token::Shape;

/// How many days an entry may pass over.
const STEP: i8 = 2;

impl Parser<'_> {
    /// A day alone, a weekday alone or with a day, a feast, or day and month in
    /// digits.
    pub(super) fn bare(self, index: usize) -> Option<Parsed> {
        if self.counts_unit(index) {
            return None;
        }
        if matches!(self.term(index), Some(Term::Feast)) {
            return self.feast(index, true);
        }
        if let Some(parsed) = self.month_of_entry(index) {
            return Some(parsed);
        }
        let weekday = self.weekday(index);
        let start = match weekday {
            // “Monday the 8th”
            Some(_) => self.skip_the(index + 1),
            None => index,
        };
        let day = self
            .day(start)
            .filter(|_| weekday.is_none() || self.is_soft(index) && !self.is_hour(start));
        let (written, next) = match (self.day_and_month(start), day) {
            (Some(read), _) if weekday.is_none() || self.is_soft(index) => read,
            (_, Some((day, next))) => (Written::day_only(day), next),
            _ => (Written::default(), weekday.map(|_| index + 1)?),
        };
        // “25 Sunday”
        let after = self.weekday(next).or_else(|| self.short_weekday_after(next));
        let (weekday, next) = match (weekday, after) {
            (None, after @ Some(_))
                if written.day.is_some() && matches!(&*self.gap(next), " " | ", " | ". ") =>
            {
                (after, next + 1)
            }
            (before, _) => (before, next),
        };
        // “The fourth Sunday of August”
        let counted = weekday.is_some() && self.weekday(index).is_none() && self.gap(next) == " ";
        if counted && matches!(self.words.raw(next), "after" | "before" | "in" | "of") {
            return None;
        }
        let written = Written { weekday, ..written };
        // “Thurs. 20 to Sun. 23”
        if let Some((last, end)) = self.later_day(next, written) {
            return Some(self.one(index, end, Meaning::Duration(written, last)));
        }
        Some(self.one(index, next, Meaning::Date(written)))
    }

    /// Whether the ordinal number at `index` is that of a body of soldiers: “The 2nd Naval
    /// Brigade rushed forward”.
    fn counts_unit(self, index: usize) -> bool {
        const NEAR: usize = 4;
        const UNITS: &[&str] = &[
            "Army", "Artillery", "Battalion", "Battalions", "Battery", "Brigade", "Cavalry",
            "Corps", "Division", "Dragoons", "Foot", "Fusiliers", "Guards", "Highlanders",
            "Hussars", "Infantry", "Lancers", "Regiment", "Rifles", "Squadron",
        ];
        let named =
            |at: &usize| self.words.shape(*at) == Some(Shape::Capital) && self.gap(*at) == " ";
        let mut words = (index + 1..index + 1 + NEAR).take_while(named);
        self.is_ordinal(index) && words.any(|at| UNITS.contains(&self.words.raw(at)))
    }

    /// `Septembre.—`: all that an entry says of its time.
    fn month_of_entry(self, index: usize) -> Option<Parsed> {
        let dash = self.words.after(index).trim_start_matches(['.', ' ', '_']);
        let dashed = dash.starts_with(['—', '–', '―']) || dash.starts_with("--");
        let written = self.words.shape(index) == Some(Shape::Capital);
        let Some(Term::Month(month)) = self.term(index).filter(|_| dashed && written) else {
            return None;
        };
        let month = Written::of_month(month, Year::Missing);
        Some(self.one(index, index + 1, Meaning::Date(month)))
    }

    /// Whether the number at `index` behind a weekday is the time of day: “Saturday, 4.30
    /// A.M.”, “Tuesday, 8 P.M.”
    fn is_hour(self, index: usize) -> bool {
        let minutes = matches!(self.words.after(index), "." | ":")
            && self.words.raw(index + 1).len() == 2
            && self.words.shape(index + 1) == Some(Shape::Number);
        minutes || self.clock(index) > 0
    }

    /// `Th. 12`, `Su 3`: two letters for the weekday, at the beginning of an entry.
    pub(super) fn short_weekday_and_day(self, index: usize) -> Option<Parsed> {
        let weekday = short_weekday(self.words.raw(index))?;
        let close = matches!(&*self.gap(index + 1), " " | ". " | ", ");
        let number = self.words.shape(index + 1) == Some(Shape::Number);
        let (day, next) = self.day(index + 1).filter(|_| close && number)?;
        let written = Written { weekday: Some(weekday), ..Written::day_only(day) };
        (self.month_after_day(next).is_none() && self.is_before_sign(next - 1))
            .then(|| self.one(index, next, Meaning::Date(written)))
    }

    /// The same behind the day before word `index`, and before a sign: “12. Mi. —”.
    fn short_weekday_after(self, index: usize) -> Option<i8> {
        const GERMAN: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
        let word = self.words.raw(index);
        let german = GERMAN.iter().zip(1..).find(|(short, _)| **short == word);
        let weekday = german.map(|found| found.1).or_else(|| short_weekday(word))?;
        // “12 Mo.” is a month of the Friends.
        let gap = self.gap(index);
        let close = gap == ". " || gap == " " && word != "Mo";
        (close && self.is_before_sign(index)).then_some(weekday)
    }

    /// The day that ends a range which began with one, both with their weekdays
    /// or in ordinal numbers: `7th to 9th`.
    fn later_day(self, index: usize, first: Written) -> Read {
        let to = matches!(self.term(index), Some(Term::To)) && self.gap(index) == " ";
        let dash = matches!(&*self.gap(index), "-" | " - " | "–" | " – ");
        let at = index + usize::from(to);
        let weekday = self.weekday(at).filter(|_| self.is_soft(at));
        let day_at = self.skip_the(at + usize::from(weekday.is_some()));
        let (day, next) = self.day(day_at).filter(|_| to || dash)?;
        let ordinal = self.is_ordinal(index - 1) && self.is_ordinal(day_at);
        // “7 au 9. —”, “7-9. —”
        let number = |at: usize| self.words.shape(at) == Some(Shape::Number);
        let stopped =
            number(index - 1) && number(day_at) && self.words.after(day_at).starts_with('.');
        let alike = first.weekday.is_some() == weekday.is_some()
            && (weekday.is_some() || ordinal || stopped);
        let fits = alike && first.day.is_some_and(|first| first < day);
        let last = Written { weekday, month: first.month, ..Written::day_only(day) };
        fits.then_some((last, next))
    }

    /// With a weekday after it: `8th (Sunday)`, `1st (Lord’s day)`, `5 May 1660,
    /// Saturday`.
    pub(super) fn with_weekday_after(self, mut parsed: Parsed) -> Parsed {
        if let Some((end, next)) = self.feast_after(parsed.next)
            && let Some(last) = parsed.expressions.last_mut()
        {
            last.span = Span::new(last.span.start, end);
            parsed.next = next;
            return parsed;
        }
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
        let after = self.words.after(next - 1);
        // A column of a table may follow.
        let ends = !after.starts_with(' ') || after.starts_with("  ");
        // With the parenthesis that closes, if one opens.
        let width = match &*self.gap(at) {
            " (" if after.starts_with(')') => 1,
            ", " | " " | ". " | "; " if written.month.is_some() && ends => 0,
            _ => return parsed,
        };
        if written.weekday.is_none() {
            last.meaning = Meaning::Date(Written { weekday: Some(weekday), ..written });
            last.span = Span::new(last.span.start, self.words.tokens[next - 1].span.end + width);
            parsed.next = next;
        }
        parsed
    }

    /// Where a feast in parentheses ends that tells the day before word `index`
    /// again, and the word after it: “25th (Christmas-day)”.
    fn feast_after(self, index: usize) -> Option<(u32, usize)> {
        if &*self.gap(index) != " (" {
            return None;
        }
        let named = matches!(self.term(index), Some(Term::Feast));
        let feast = if named { self.feast(index, true) } else { self.hyphenated_feast(index) }?;
        let end = self.words.get(feast.next - 1)?.span.end;
        self.words.after(feast.next - 1).starts_with(')').then_some((end + 1, feast.next))
    }

    /// The days that follow the day `last`, counting on, from word `start` up to
    /// word `end`, and whether nothing stands between each and the day before.
    /// A day that something stands before wants its ordinal ending, and none may
    /// belong to what is around it.
    pub(super) fn following(
        self,
        start: usize,
        end: usize,
        mut last: i8,
    ) -> Vec<(Expression, bool)> {
        let mut found: Vec<(Expression, bool)> = Vec::new();
        // The word after the day before.
        let mut after = start;
        let mut at = start;
        while at < end {
            let read = self.day(at).filter(|_| self.words.shape(at) == Some(Shape::Number));
            let Some((day, next)) = read else {
                at += 1;
                continue;
            };
            let close = self.is_close(after, at);
            let goes_on = if close {
                day == last + 1
            } else {
                self.is_ordinal(at) && day > last && day <= last + STEP
            };
            if goes_on && self.is_free(at, next) {
                let date = Meaning::Date(Written::day_only(day));
                found.push((self.spanning(at, next, date), close));
                (last, after) = (day, next);
            }
            at = next;
        }
        match found.as_slice() {
            // One alone may be the number of anything.
            [(only, false)] if !self.stands_free(only.span.start) => Vec::new(),
            _ => found,
        }
    }

    /// Whether nothing but strokes and the letter of a weekday stands between
    /// word `after` and the day at `at`: “15th S - 16th = 17th”.
    fn is_close(self, after: usize, at: usize) -> bool {
        let letter = |word| matches!(self.words.shape(word), Some(Shape::Initial));
        at <= after + 1
            && (after..at).all(letter)
            && (after..=at).all(|word| {
                let gap = self.words.before(word);
                gap.len() <= 4
                    && gap.chars().all(|c| matches!(c, ' ' | '=' | '-' | ',' | '&' | '.'))
            })
    }

    /// Whether a stop or a stroke stands before the word at this offset.
    fn stands_free(self, start: u32) -> bool {
        self.words.before(self.words.at(start)).contains(['-', '=', '—', '.', ';', ':', '\n'])
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

/// The weekday, from 1 (Monday), of two letters in English.
fn short_weekday(word: &str) -> Option<i8> {
    const SHORT: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let found = SHORT.iter().zip(1..).find(|(short, _)| **short == word)?;
    Some(found.1)
}

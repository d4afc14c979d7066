//! Times that are told from the day of writing.

use super::super::hours::is_part_of_day;
use super::super::meaning::{Meaning, Relative, Written, Year};
use super::super::term::{Direction, Term, Unit};
use super::{Parsed, Parser};
use crate::source::Span;
use crate::token::Shape;

/// What follows a day and never what an ordinal number belongs to.
const AFTER_A_DAY: &[&str] = &[
    "I", "a", "after", "all", "an", "and", "arrived", "as", "at", "before", "but", "by", "came",
    "did", "for", "from", "got", "had", "has", "have", "he", "if", "in", "into", "is", "it",
    "left", "my", "on", "or", "our", "passed", "reached", "sailed", "saw", "set", "she", "so",
    "started", "that", "the", "then", "there", "they", "this", "till", "to", "took", "was", "we",
    "went", "were", "made", "when", "where", "which", "while", "who", "will", "with", "without",
    "you", "nous", "je", "il", "on", "elle", "ils", "au", "à", "et", "und", "kommt", "kommen",
    "wir", "ich", "er", "sie", "es", "fuhren", "kam", "ging", "war",
];

/// After these a month is one in which something happens.
const BEFORE_A_MONTH: &[&str] = &[
    "En", "Im", "In", "Since", "by", "during", "depuis", "en", "im", "in", "last", "next", "seit",
    "since", "till", "until",
];

/// Before these a weekday is no day of its own: “every Sunday”, “St. Monday”.
const HABITUAL: &[&str] = &[
    "Black", "Bloody", "Every", "Fat", "Saint", "St", "a", "any", "each", "every", "first",
    "fourth", "most", "no", "of", "one", "second", "some", "third",
];

/// The same in French, where “le lundi” is every Monday.
const HABITUAL_IN_FRENCH: &[&str] =
    &["Le", "Les", "chaque", "d’", "de", "des", "du", "le", "les", "un", "une"];

impl Parser<'_> {
    /// `day before yesterday`, `two days ago`, of which word `index` is the last; `vor
    /// drei Tagen`, `il y a deux jours`, of which it is the first.
    pub(super) fn counted(self, index: usize) -> Option<Parsed> {
        let (start, count_at, next) = match self.term(index)? {
            Term::Days(days) => return self.near_day(index, i32::from(days)),
            Term::Ago => (index.checked_sub(2)?, index.checked_sub(2)?, index + 1),
            Term::Back => (index, index + 1, index + 3),
            Term::Il if self.words.raw(index + 1) == "y" && self.words.raw(index + 2) == "a" => {
                (index, index + 3, index + 5)
            }
            _ => return None,
        };
        let count = match self.term(count_at) {
            Some(Term::Cardinal(count)) => i32::from(count),
            _ => self.words.raw(count_at).parse().ok().filter(|count| *count < 400)?,
        };
        let meaning = match self.term(count_at + 1)? {
            Term::Unit(Unit::Day) => Relative::Days(-count),
            Term::Unit(Unit::Week) => Relative::Days(-7 * count),
            Term::Unit(Unit::Fortnight) => Relative::Days(-14 * count),
            _ => return None,
        };
        self.are_together(start, next).then(|| self.one(start, next, Meaning::Relative(meaning)))
    }

    /// `ten days since`, of which word `index` is the last, where nothing follows that
    /// it could lead to.
    pub(super) fn counted_since(self, index: usize) -> Option<Parsed> {
        let start = index.checked_sub(2)?;
        let before = start.checked_sub(1).map_or("", |before| self.words.raw(before));
        let asked = matches!(before, "is" | "was" | "been" | "now" | "’tis" | "tis");
        let ends = self.words.after(index).starts_with(['.', ',', ';', ':', ')', '—', '!', '?']);
        let count = match self.term(start) {
            Some(Term::Cardinal(count)) => i32::from(count),
            _ => self.words.raw(start).parse().ok().filter(|count| *count < 400)?,
        };
        let days = match self.term(start + 1)? {
            Term::Unit(Unit::Day) => count,
            Term::Unit(Unit::Week) => 7 * count,
            Term::Unit(Unit::Fortnight) => 14 * count,
            _ => return None,
        };
        let meaning = Meaning::Relative(Relative::Days(-days));
        (ends && !asked && self.are_together(start, index + 1))
            .then(|| self.one(start, index + 1, meaning))
    }

    /// `day before yesterday`, `vorgestern`, `yesterday week`; not “Today and Tomorrow”.
    fn near_day(self, index: usize, days: i32) -> Option<Parsed> {
        let word = |back: usize| index.checked_sub(back).map_or("", |at| self.words.raw(at));
        let begins = self.gap(index).contains(['.', '!', '?', ';', ':', '—', '-', '“', '"', '\n']);
        if self.words.shape(index) != Some(Shape::Lower) && !begins && index > 0 {
            return None;
        }
        // In German “hier” is “here”.
        if self.words.raw(index).eq_ignore_ascii_case("hier") && !self.is_french(index) {
            return None;
        }
        // “yesterday week”
        let weeks = match self.words.raw(index + 1) {
            "week" | "se’nnight" | "sennight" | "se'nnight" => 7,
            "fortnight" => 14,
            _ => 0,
        };
        if weeks > 0 && days.abs() == 1 && self.gap(index + 1) == " " {
            let days = days + days.signum() * weeks;
            return Some(self.one(index, index + 2, Meaning::Relative(Relative::Days(days))));
        }
        let twice = word(2) == "day"
            && matches!((word(1), days), ("before", -1) | ("after", 1))
            && self.are_together(index.saturating_sub(2), index + 1);
        let (start, days) = if twice { (index - 2, 2 * days) } else { (index, days) };
        // “Yesterday” alone names no day, no more than “today” does.
        if days.abs() < 2 {
            return None;
        }
        Some(self.one(start, index + 1, Meaning::Relative(Relative::Days(days))))
    }

    /// `last Monday`, `next May`.
    pub(super) fn toward(self, index: usize, direction: Direction) -> Option<Parsed> {
        let at = index + 1;
        if self.gap(at) != " " && self.gap(at) != "\n" {
            return None;
        }
        let meaning = match self.term(at)? {
            Term::Weekday(weekday) => Relative::Weekday(weekday, Some(direction)),
            Term::Month(month) | Term::DoubtfulMonth(month)
                if self.words.shape(at) != Some(Shape::Lower)
                    && self.words.shape(at + 1) != Some(Shape::Number) =>
            {
                Relative::Month(month, Some(direction))
            }
            Term::Feast => return self.feast_toward(index, direction),
            _ => return None,
        };
        // “the next Monday” is that after another, “last Monday’s” an attribute
        let the = index.checked_sub(1).is_some_and(|before| {
            matches!(self.words.raw(before), "the" | "The" | "a" | "his" | "her" | "their" | "my")
        });
        let clitic = self.words.shape(at + 1) == Some(Shape::Clitic);
        (!the && !clitic).then(|| self.one(index, at + 1, Meaning::Relative(meaning)))
    }

    /// `Friday` in a sentence, `Friday last`, `Monday next`.
    pub(super) fn weekday_alone(self, index: usize, weekday: i8) -> Option<Parsed> {
        // “the day which we call Monday”
        const CALLED: &[&str] =
            &["call", "called", "calls", "genannt", "heißt", "named", "nennen", "nennt", "nommé"];
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        if CALLED.contains(&before) && &*self.gap(index) == " " {
            return None;
        }
        if let Some(Term::Toward(direction)) = self.term(index + 1)
            && self.gap(index + 1) == " "
        {
            let meaning = Meaning::Relative(Relative::Weekday(weekday, Some(direction)));
            return Some(self.one(index, index + 2, meaning));
        }
        // “the Sunday before last”
        if self.words.raw(index + 1) == "before"
            && self.words.raw(index + 2) == "last"
            && self.are_together(index, index + 3)
        {
            let meaning = Meaning::Relative(Relative::BeforeLast(weekday));
            return Some(self.one(index, index + 3, meaning));
        }
        if let Some(days) = self.weeks(index + 1) {
            let meaning = Meaning::Relative(Relative::Weeks(Some(weekday), days));
            return Some(self.one(index, index + 2, meaning));
        }
        // “on Sunday (8th)”, “on Tuesday (the 9th)”
        let day_at = self.skip_the(index + 1);
        if self.gap(index + 1) == " ("
            && self.is_ordinal(day_at)
            && self.words.after(day_at).starts_with(')')
        {
            let (day, next) = self.day(day_at)?;
            let written = Written { weekday: Some(weekday), ..Written::day_only(day) };
            let mut parsed = self.one(index, next, Meaning::Date(written));
            let span = parsed.expressions[0].span;
            parsed.expressions[0].span = Span::new(span.start, span.end + 1);
            return Some(parsed);
        }
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        // “viendrai lundi”, not “le lundi”
        let small = self.words.shape(index) == Some(Shape::Lower);
        let habitual = HABITUAL.contains(&before) || HABITUAL_IN_FRENCH.contains(&before);
        let french = || self.is_french(index);
        if self.words.shape(index) != Some(Shape::Capital) && !(small && french()) {
            return None;
        }
        // “kam am Montag zurück”
        let german = matches!(before, "am" | "Am" | "vom" | "bis") && self.gap(index) == " ";
        let told = !habitual && (german || self.ends_here(index)) && !before.is_empty();
        // “Heute ist Montag”
        let today = (index.saturating_sub(4)..index).any(|at| {
            let word = self.words.raw(at);
            ["heute", "today", "to-day", "aujourd’hui"]
                .iter()
                .any(|today| word.eq_ignore_ascii_case(today))
        });
        // “Bertram House, Friday”, but not “We leave Friday.”
        let written =
            || self.ends_short_line(index) && self.sentence_direction(index, index + 1).is_none();
        let direction = if today || written() {
            Some(Direction::Nearest)
        } else if self.begins_paragraph(index) {
            // A letter goes on: “Tuesday.--The cake has come.”
            Some(Direction::Next)
        } else {
            None
        };
        let meaning = Meaning::Relative(Relative::Weekday(weekday, direction));
        told.then(|| self.one(index, index + 1, meaning))
    }

    /// Whether a weekday stands before a stop at the beginning of a paragraph.
    fn begins_paragraph(self, index: usize) -> bool {
        let stop = |gap: &str| gap.trim_start().starts_with(['.', '—', '-']);
        self.words.opens(index)
            && (stop(self.words.after(index)) || stop(self.words.after(index + 1)))
    }

    /// Whether a weekday ends a short line, with or without the time of day: it
    /// is when a letter was written.
    fn ends_short_line(self, index: usize) -> bool {
        const SHORT: usize = 40;
        let text = self.words.text.as_bytes();
        let Some(word) = self.words.get(index) else { return false };
        let (start, end) = (word.span.start as usize, word.span.end as usize);
        let line = text[start.saturating_sub(SHORT)..start].iter().rev();
        let begins = start <= SHORT
            || line.clone().any(|byte| *byte == b'\n')
            || line.clone().all(|byte| *byte == b' ');
        let sentence = line.take_while(|byte| **byte != b'\n').any(|byte| *byte == b'.');
        begins && !sentence && count_outside_brackets(&text[end..]) <= 12
    }

    /// Whether what follows word `index` does not belong to it as “School” to
    /// “Sunday” and “Regiment” to “5th”.
    pub(super) fn ends_here(self, index: usize) -> bool {
        let gap = self.words.after(index);
        let next = self.words.raw(index + 1);
        let time = is_part_of_day(next) || next.eq_ignore_ascii_case("last");
        let open = !matches!(gap, " " | "\n" | "-" | "_ " | "_");
        let past = next.ends_with("ed") && self.words.shape(index + 1) == Some(Shape::Lower);
        // “Saturday Evening Courier”
        let named = self.words.shape(index + 1) == Some(Shape::Capital)
            && self.words.shape(index + 2) == Some(Shape::Capital)
            && self.gap(index + 2) == " ";
        open || past
            || AFTER_A_DAY.contains(&next)
            || !named && time && self.words.shape(index + 2) != Some(Shape::Lower)
            || time && AFTER_A_DAY.contains(&self.words.raw(index + 2))
    }

    /// `in October`, `since last September`, `May next`: a month in a sentence.
    pub(super) fn month_alone(self, index: usize) -> Option<Parsed> {
        let month = self.month(index)?;
        if let Some(Term::Toward(direction)) = self.term(index + 1)
            && self.gap(index + 1) == " "
            && (self.words.shape(index) == Some(Shape::Capital)
                || matches!(self.words.raw(index + 1), "dernier" | "prochain"))
        {
            let meaning = Meaning::Relative(Relative::Month(month, Some(direction)));
            return Some(self.one(index, index + 2, meaning));
        }
        // “in July of last year”
        if let Some((year, next)) = self.year_of_writing(index + 1) {
            let big = self.words.shape(index) == Some(Shape::Capital);
            let meaning = Meaning::Date(Written::of_month(month, year));
            return big.then(|| self.one(index, next, meaning));
        }
        // “,, Nov. --     Sarah”
        let sign = self.words.before(index).trim_end_matches(' ');
        let repeats = sign.ends_with("\n,,") || sign.ends_with("\n\"") || sign.ends_with("\n„");
        if repeats && self.is_blank_behind(index) {
            let meaning = Meaning::Date(Written::of_month(month, Year::Missing));
            return Some(self.one(index, index + 1, meaning));
        }
        let before = self.words.raw(index.checked_sub(1)?);
        let french = matches!(before, "en" | "En" | "depuis");
        let big = self.words.shape(index) == Some(Shape::Capital);
        let alone = !matches!(self.words.shape(index + 1), Some(Shape::Number | Shape::Clitic))
            && self.words.after(index) != "-"
            && !self.is_forename(index);
        let told = (BEFORE_A_MONTH.contains(&before) || self.is_of_month(index))
            && matches!(&*self.gap(index), " " | "\n" | "")
            && (big || french || before == "de" || before == "d’")
            && self.words.raw(index).chars().count() > 2
            && alone;
        let meaning = Meaning::Relative(Relative::Month(month, None));
        told.then(|| self.one(index, index + 1, meaning))
    }

    /// Whether the word before word `index` is that of “the month of May”, “au
    /// mois de mai”, “im Monat Mai”.
    fn is_of_month(self, index: usize) -> bool {
        let word = |back: usize| index.checked_sub(back).map_or("", |at| self.words.raw(at));
        match word(1) {
            "of" => word(2) == "month",
            "de" | "d’" | "d'" => word(2) == "mois",
            before => matches!(before, "Monat" | "Monats"),
        }
    }

    /// Whether the word is the beginning of a name: “by May Sinclair”, “since
    /// August Weismann”.
    fn is_forename(self, index: usize) -> bool {
        matches!(self.words.shape(index + 1), Some(Shape::Capital | Shape::Initial))
            && self.gap(index + 1) == " "
            && self.words.raw(index + 1) != "I"
    }
}

/// How many bytes are left of a line, up to some twenty, without what an
/// editor adds in brackets: “Monday. [April, 1819] [1]”.
fn count_outside_brackets(text: &[u8]) -> usize {
    let (most, longest) = (20, 60);
    let mut open = false;
    let mut count = 0;
    for byte in text.iter().take(longest).take_while(|byte| **byte != b'\n') {
        open |= *byte == b'[';
        count += usize::from(!open && *byte != b' ' && count < most);
        open &= *byte != b']';
    }
    if open { most } else { count }
}

//! Single dates.

use super::super::hours::is_part_of_day;
use super::super::lexicon::{two_digits, year_number};
use super::super::meaning::{Meaning, Reckoning, Written, Year};
use super::super::term::Term;
use super::super::{republican, roman};
use super::{Parsed, Parser, Read};
use crate::token::Shape;

/// What stands before a number that is no day.
const NUMBERED: &[&str] = &[
    "Bd", "Heft", "No", "Nos", "Nr", "S", "Vol", "chap", "n", "no", "nos", "nr", "p", "pp", "vol",
    "№",
];

/// Words before a year alone, short ones with their stop: “ca. 1830”.
const YEAR_LED: &[&str] = &[
    "C", "Ca", "Lord", "b", "born", "c", "ca", "circ", "d", "died", "fl", "geb", "gest", "grace",
    "grâce", "ob",
];

/// Words before a range of years, of which a bare number is none.
const BEFORE_YEARS: &[&str] = &[
    "between", "covering", "during", "for", "over", "period", "season", "session", "the", "winter",
    "years",
];

impl Parser<'_> {
    /// A date; one that is only a year needs something before it that tells.
    pub(super) fn date(self, index: usize) -> Read {
        if let Some(weekday) = self.weekday(index).or_else(|| self.short_weekday(index)) {
            // “Thurs: May 4”
            let colon = self.words.after(index) == ": " && self.words.raw(index).len() <= 5;
            if !self.is_soft(index) && !colon {
                return None;
            }
            // “Thursday morning, April 4”
            // “Tuesday, 8 P.M., August 18th”
            let part = self.is_time_of_day(index + 1);
            let time = if part { 1 } else { self.clock(index + 1) };
            if time > 0 && !self.is_soft(index + time) {
                return None;
            }
            let at = self.skip_the(index + 1 + time);
            let (written, next) = self.with_day(at).or_else(|| {
                let ordinal = self.is_ordinal(at) || self.is_day_abroad(index, at);
                let (day, next) = self.day(at).filter(|_| ordinal)?;
                Some((Written::day_only(day), next))
            })?;
            return Some((Written { weekday: Some(weekday), ..written }, next));
        }
        self.with_day(index)
            .or_else(|| self.month_and_year(index).filter(|read| read.0.year != Year::Missing))
            .or_else(|| self.year_alone(index))
    }

    /// Whether the number at `at` is a day as the French or Germans write it behind
    /// the weekday at `index`: “lundi 21”, “Montag den 21.”.
    fn is_day_abroad(self, index: usize, at: usize) -> bool {
        let weekday = self.words.raw(index);
        let french = (weekday.ends_with("di") || weekday.ends_with("imanche"))
            && self.gap(at) == " "
            && at == index + 1
            && self.is_before_sign(at);
        let german = self.words.raw(index + 1) == "den" && self.words.after(at).starts_with('.');
        french || german
    }

    /// Whether word `index` follows a weekday and says what part of it is meant.
    fn is_time_of_day(self, index: usize) -> bool {
        self.gap(index) == " " && is_part_of_day(self.words.raw(index))
    }

    /// How many words from `index` on tell the time of day by the clock: `8 P.M.`, `4.30
    /// a.m.`, `10 o’clock`.
    pub(super) fn clock(self, index: usize) -> usize {
        let number = |at: usize| self.words.shape(at) == Some(Shape::Number);
        if !number(index) || self.words.raw(index).len() > 2 {
            return 0;
        }
        let minutes = number(index + 1) && matches!(self.words.after(index), "." | ":");
        let at = index + 1 + usize::from(minutes);
        match self.words.raw(at) {
            "A" | "P" | "a" | "p" => {
                let half = self.words.raw(at + 1).eq_ignore_ascii_case("m");
                if half && self.words.after(at) == "." { at + 2 - index } else { 0 }
            }
            "AM" | "PM" | "am" | "pm" | "o’clock" | "o'clock" => at + 1 - index,
            _ => 0,
        }
    }

    /// A date that begins with a short German weekday.
    pub(super) fn german_weekday(self, index: usize) -> Option<Parsed> {
        let weekday = self.short_weekday(index)?;
        self.date_or_range(index).or_else(|| {
            // “Mi. 6.  Zürich.”
            let (day, next) = self.day(index + 1)?;
            let written = Written { weekday: Some(weekday), ..Written::day_only(day) };
            Some(self.one(index, next, Meaning::Date(written)))
        })
    }

    /// `Mo. 5. Mai`: only before a German day, for most are also other words.
    fn short_weekday(self, index: usize) -> Option<i8> {
        const SHORT: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
        let at = SHORT.iter().position(|short| *short == self.words.raw(index))?;
        let german = self.words.shape(index + 1) == Some(Shape::Number)
            && self.words.after(index + 1).starts_with('.')
            && matches!(&*self.gap(index + 1), ". " | " " | ", ");
        i8::try_from(at + 1).ok().filter(|_| german)
    }

    /// A date after a word that makes a bare year one.
    pub(super) fn date_within(self, index: usize) -> Read {
        let index = self.skip_the(index);
        self.date(index).or_else(|| self.bare_year(index))
    }

    fn with_day(self, index: usize) -> Read {
        self.in_margin(index)
            .or_else(|| self.month_day_year(index))
            .or_else(|| self.day_month_year(index))
            .map(|read| self.over_weekday(read))
            .or_else(|| self.in_digits(index))
    }

    /// The same with the year that stands behind the weekday: “October 17th Thursday
    /// 1805”.
    fn over_weekday(self, (written, next): (Written, usize)) -> (Written, usize) {
        let close = |at: usize| matches!(&*self.gap(at), " " | ", " | ". ");
        let day = written.day.filter(|_| written.year == Year::Missing && close(next));
        let weekday = day.and_then(|_| self.weekday(next)).filter(|_| close(next + 1));
        match (weekday, year_number(self.words.raw(next + 1))) {
            (Some(_), Some(year)) if !self.is_counted(next + 1) => {
                (Written { weekday, year: Year::Full(year), ..written }, next + 2)
            }
            _ => (written, next),
        }
    }

    /// `May 8`, `Jan. 1st, 1937`, `June the 3d`, `August twelve 1825`.
    fn month_day_year(self, index: usize) -> Read {
        let month = self.month(index)?;
        let Some((day, end)) = self.day_after_month(index) else {
            let (day, end) = self.day_in_words(index + 1).filter(|_| self.is_soft(index))?;
            let (year, next) = self.year_of_month(end, month);
            // “JULY SEVEN LAST”, in a telegram
            let last = self.words.raw(end) == "LAST" && &*self.gap(end) == " ";
            let told = last || matches!(year, Year::Full(_));
            return told.then(|| (Written::in_month(day, month, year), next));
        };
        let (year, next) = self.year_of_month(end, month);
        Some((Written::in_month(day, month, year), next))
    }

    /// `five`, `twenty-five`, `twenty five`.
    pub(super) fn day_in_words(self, index: usize) -> Option<(i8, usize)> {
        let cardinal = |at| match self.term(at) {
            Some(Term::Cardinal(number)) if self.words.raw(at).len() > 2 => Some(number),
            _ => None,
        };
        let first = cardinal(index)?;
        // “vingt et un”
        if matches!(first, 20 | 30) && self.words.raw(index + 1) == "et" {
            let one = matches!(self.term(index + 2), Some(Term::Cardinal(1)));
            return one.then_some((first + 1, index + 3));
        }
        let second = cardinal(index + 1).filter(|second| {
            matches!(first, 20 | 30) && *second < 10 && self.are_together(index, index + 2)
        });
        let day = first + second.unwrap_or(0);
        (1..=31).contains(&day).then_some((day, index + 1 + usize::from(second.is_some())))
    }

    /// `1654, May 7`, `1862, 3 May`, and at the beginning of a line `1654. May 7`.
    pub(super) fn year_month_day(self, index: usize) -> Option<Parsed> {
        let year = year_number(self.words.raw(index))?;
        let start = index;
        let before = self.words.before(index);
        // “1654/5 Jan. 12”
        let (double, index) = self.double_year(index, year);
        let begins = start == 0 && before.trim().is_empty() || before.ends_with('\n');
        // “1821 [July 31]”
        let bracketed = self.gap(index + 1) == " [";
        let close = match &*self.gap(index + 1) {
            " " | ", " | " [" => true,
            ". " | ".—" | ": " => begins,
            _ => false,
        };
        if !close {
            return None;
        }
        if let Some(parsed) = self.friends_of_year(start, index + 1, year) {
            return Some(parsed);
        }
        let (month, day, end) = match self.month(index + 1) {
            Some(month) if self.is_blank_behind(index + 1) => {
                let written = Written::of_month(month, Year::Full(year));
                return Some(self.one(start, index + 2, Meaning::Date(written)));
            }
            Some(month) => {
                let (day, end) = self.day_after_month(index + 1)?;
                (month, day, end)
            }
            None => {
                let (day, end) = self.day(index + 1)?;
                let (month, end) = self.month_after_day(end)?;
                (month, day, end)
            }
        };
        let (other, _) = self.year_of_month(end, month);
        let closes = !bracketed || self.words.after(end - 1).starts_with(']');
        let year = if month <= 3 { double.unwrap_or(year) } else { year };
        let written = Written::in_month(day, month, Year::Full(year));
        (other == Year::Missing && closes).then(|| self.one(start, end, Meaning::Date(written)))
    }

    /// Whether a stroke stands for the day behind the month at `index`, as in a register:
    /// “1795, Jan. --     Mary”.
    pub(super) fn is_blank_behind(self, index: usize) -> bool {
        const LONGEST: usize = 40;
        let gap = self.words.after(index);
        let stroke = gap.trim_matches([' ', '.', '\n']);
        gap.len() <= LONGEST
            && gap.ends_with(' ')
            && (stroke == "--" || stroke == "---" || stroke == "----" || stroke == "—")
    }

    /// The second of the two years that word `index` and the next are, `1654/5`, and
    /// the last word of them.
    fn double_year(self, index: usize, year: i16) -> (Option<i16>, usize) {
        let word = self.words.raw(index + 1);
        let second = match word.len() {
            1 => (year + 1) % 10,
            2 => (year + 1) % 100,
            _ => return (None, index),
        };
        let double =
            matches!(self.words.after(index), "/" | "-" | "–") && word.parse() == Ok(second);
        if double { (Some(year + 1), index + 1) } else { (None, index) }
    }

    /// `8 May`, `27th of December, 1831`, `6th day of May`, `11. Januar`, `second of June`,
    /// `16th (January)`, `18 brumaire an VIII`.
    fn day_month_year(self, index: usize) -> Read {
        let (day, end) = self.day(index).filter(|_| !self.is_numbered(index))?;
        // “5e jour complémentaire”
        let jour = usize::from(matches!(self.words.raw(end), "jour" | "Jour"));
        if let Some((written, next)) = self.republican(end + jour) {
            let close = matches!(&*self.gap(end), " " | "\n" | ". ");
            return close.then_some((Written { day: Some(day), ..written }, next));
        }
        let (month, end) = self.month_after_day(self.skip_day(end))?;
        let (year, next) = self.year_of_month(end, month);
        Some((Written::in_month(day, month, year), next))
    }

    /// A month of the Republic, with its year if that is told: `brumaire an
    /// VIII`, `Thermidor, Year II`.
    fn republican(self, index: usize) -> Read {
        let Term::Republican(month) = self.term(index)? else { return None };
        let mut written = Written::of_month(month, Year::Missing);
        written.reckoning = Reckoning::Republic;
        let at = index + 1;
        // “an VIII”, “de l’an IX”
        let of = usize::from(self.words.raw(at) == "de");
        let the = usize::from(matches!(self.words.raw(at + of), "l’" | "l'"));
        let led_at = at + of + the;
        let led = matches!(self.words.raw(led_at), "an" | "An" | "AN" | "year" | "Year" | "l’an");
        let year = republican::year_number(self.words.raw(led_at + 1))
            .filter(|_| led && matches!(&*self.gap(at), " " | ", ") && self.gap(led_at + 1) == " ");
        Some(match year {
            Some(year) => (Written { year: Year::Full(year), ..written }, led_at + 2),
            None => (written, at),
        })
    }

    /// Whether word `index` is the number of an issue, a page or the like.
    pub(super) fn is_numbered(self, index: usize) -> bool {
        let label = index.checked_sub(1).map_or("", |label| self.words.raw(label));
        NUMBERED.contains(&label) && matches!(self.words.before(index), " " | ". " | "." | "")
    }

    /// `September 1949`, `May, 1937`, `June of 1936`, or only the month.
    pub(super) fn month_and_year(self, index: usize) -> Read {
        if let Some(read) = self.republican(index) {
            return Some(read);
        }
        let month = self.month(index)?;
        let of = usize::from(matches!(self.term(index + 1), Some(Term::Of)));
        let (year, next) = match self.year_of_month(index + 1 + of, month) {
            (Year::Missing, _) => (Year::Missing, index + 1),
            _ if self.is_page(index + 1 + of) => (Year::Missing, index + 1),
            follows => follows,
        };
        Some((Written::of_month(month, year), next))
    }

    /// Whether the two digits of word `index`, which follow a month or a feast, are
    /// those of a page in an index: “Easter, 46”.
    pub(super) fn is_page(self, index: usize) -> bool {
        self.gap(index) == ", " && two_digits(self.words.raw(index)).is_some()
    }

    /// A year after a preposition, in parentheses or at the end of a short
    /// line; ’34.
    pub(super) fn year_alone(self, index: usize) -> Read {
        let (written, next) = self.bare_year(index)?;
        let before = self.gap(index);
        let close = match written.year {
            Year::Short(_) => matches!(&*before, " ’" | " '" | " ‘" | " /"),
            _ => matches!(&*before, " " | "\n" | "\u{A0}" | ". " | "." | ".\u{A0}"),
        };
        let leader = index.checked_sub(1).and_then(|leader| self.term(leader));
        let led = match leader {
            Some(
                Term::YearLeader
                | Term::YearUnit
                | Term::Of
                | Term::To
                | Term::From
                | Term::InSeason(_)
                | Term::Back,
            ) => !before.contains('.') && !self.is_decade_or_measure(index),
            // “ca. 1830”
            _ => index.checked_sub(1).is_some_and(|at| {
                YEAR_LED.contains(&self.words.raw(at)) && !before.contains('\n')
                    || matches!(self.words.raw(at), "an" | "An") && self.is_elided_before(at)
            }),
        };
        let bracketed = before.trim_end().ends_with('(') || self.is_supplied(index);
        let bracketed = bracketed && is_modern(written) && !self.is_cited(index);
        let told = close && led
            || self.is_of_book(index, next, written)
            || self.is_adverb(index, written)
            || bracketed
            || self.closes_line(index, next)
            || self.is_first_of_range(index);
        (told && !self.is_counted(index)).then_some((written, next))
    }

    /// Whether the number at `index` is that of a decade, “années 1780”, or of what lies
    /// so far off, “à 1789 mètres”, and not the first of “les années 1411 à 1427”.
    fn is_decade_or_measure(self, index: usize) -> bool {
        match self.words.raw(index - 1) {
            "à" => true,
            "années" => {
                let other = matches!(self.words.raw(index + 1), "à" | "et");
                let second = || year_number(self.words.raw(index + 2)).is_some();
                self.words.raw(index).ends_with('0') && !(other && second())
            }
            _ => false,
        }
    }

    /// Whether the year that word `index` is begins a range of years in full: “the
    /// revenue for 1903-1904”.
    fn is_first_of_range(self, index: usize) -> bool {
        const LONGEST: i16 = 100;
        let year = |at: usize| year_number(self.words.raw(at)).filter(|year| *year >= 1500);
        let dash = matches!(self.words.before(index + 1), "-" | "–");
        let before = self.words.before(index);
        // Behind a name or a comma it may be part of the title of a series.
        let word = index.checked_sub(1).map_or("", |at| self.words.raw(at));
        let free = matches!(before, " " | "\n") && BEFORE_YEARS.contains(&word)
            || before == ", " && self.ends_line(index + 1);
        let long = || Some(year(index + 1)? - year(index)?);
        let ends = !matches!(self.words.after(index + 1), "-" | "–" | "/");
        dash && free && ends && long().is_some_and(|long| (1..=LONGEST).contains(&long))
    }

    /// Whether the year that word `index` is in parentheses tells which book or volume
    /// the page behind it is of: “(1860: 148)”, “11 (1819): 325”.
    fn is_cited(self, index: usize) -> bool {
        matches!(self.words.after(index), ": " | ":" | "): " | "):")
            && self.words.shape(index + 1) == Some(Shape::Number)
    }

    /// Whether an editor supplied the year that word `index` is: “[1845?]”, “[?1845]”,
    /// “London, [1845]”; not the number of a line or of a note.
    fn is_supplied(self, index: usize) -> bool {
        let (before, after) = (self.gap(index), self.words.after(index));
        let doubted = after.starts_with("?]") || before.trim_end().ends_with("[?");
        let own_line = (before.ends_with("\n[") || before == "[") && after.starts_with("]\n");
        before.trim_end().ends_with("(?")
            || (before.ends_with('[') || doubted)
                && (doubted || (own_line || before == ", [") && after.starts_with(']'))
    }

    /// Whether the word before word `index` is cut short before it: the `l’` of
    /// “l’an”.
    fn is_elided_before(self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        before.ends_with(['’', '\'']) && self.words.before(index).is_empty()
    }

    /// The year at the end of a short line: `Ben Jonson, 1574`, `London, 1819.`
    fn closes_line(self, index: usize, next: usize) -> bool {
        const LONGEST: usize = 60;
        let Some(word) = self.words.get(index).filter(|_| self.gap(index) == ", ") else {
            return false;
        };
        let text = self.words.text;
        let after = self.words.after(next - 1);
        let ends = after.trim_start_matches(['.', ']', '_', ' ']).starts_with('\n')
            || next == self.words.tokens.len() && after.trim_matches(['.', ' ', '\n']).is_empty();
        let before = &text.as_bytes()[..word.span.start as usize];
        let near = &before[before.len().saturating_sub(LONGEST)..];
        let short = near.contains(&b'\n') || near.len() == before.len();
        let name = index.checked_sub(1).and_then(|before| self.words.shape(before));
        ends && short && matches!(name, Some(Shape::Capital | Shape::Upper))
    }

    /// `1937` or `’34`.
    pub(super) fn bare_year(self, index: usize) -> Read {
        let word = self.words.raw(index);
        let number_goes_on = self.words.shape(index + 1) == Some(Shape::Number)
            && matches!(self.words.after(index), "," | "." | ":");
        let year = match year_number(word) {
            Some(year) if !number_goes_on => Year::Full(year),
            _ if self.words.before(index).ends_with(['’', '\'', '‘'])
                || self.words.before(index) == " /" =>
            {
                Year::Short(two_digits(word)?)
            }
            _ => match roman::year(word) {
                Some(year) => Year::Full(year),
                None => self.cut_year(index)?,
            },
        };
        Some((Written::whole_year(year), index + 1))
    }
}

/// A number in parentheses is a year from the first printed books on.
fn is_modern(written: Written) -> bool {
    !matches!(written.year, Year::Full(year) if year < 1450)
}

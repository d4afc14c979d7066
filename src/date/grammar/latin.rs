//! Days in Latin: `die xxvij Aprilis`, `vicesimo quinto die Maii`, `xij Kal. Iunii`;
//! the Roman count and the last day of a month in English, which are told alike.

use super::super::calendar::CalendarDate;
use super::super::meaning::{Meaning, Written, Year};
use super::super::roman::{self, Fixed};
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::token::Shape;

/// Ordinal numbers in the ablative.
const ORDINALS: &[(&str, i8)] = &[
    ("primo", 1),
    ("secundo", 2),
    ("tertio", 3),
    ("tercio", 3),
    ("quarto", 4),
    ("quinto", 5),
    ("sexto", 6),
    ("septimo", 7),
    ("octavo", 8),
    ("nono", 9),
    ("decimo", 10),
    ("undecimo", 11),
    ("duodecimo", 12),
    ("vicesimo", 20),
    ("vigesimo", 20),
    ("tricesimo", 30),
    ("trigesimo", 30),
];

/// How a day is told before its month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Day {
    /// With a number.
    Number(i8),
    /// `ultimo`.
    Last,
}

impl Parser<'_> {
    /// `xiij die Maii anno 1532`, `die xxvij Aprilis`, `primo Junii 1643`, `the xvjth
    /// day of May 1461`, of which word `index` is the month.
    pub(super) fn latin_day(self, index: usize) -> Option<Parsed> {
        let is_day = |at: usize| matches!(self.words.raw(at), "die" | "Die" | "dies");
        let end = index.checked_sub(1)?;
        let (start, day) = if is_day(end) {
            self.latin_number(end, true)?
        } else if matches!(self.words.raw(end), "of" | "off") {
            self.roman_of(end.checked_sub(1)?).filter(|read| self.are_near(read.0, index))?
        } else if let Some(read) = self.roman_ordinal(end, false) {
            read
        } else {
            let led = (2..=3).any(|back| index.checked_sub(back).is_some_and(is_day));
            // “primo maggio”
            let italian =
                matches!(self.term(index), Some(Term::Abroad(_))) && self.words.raw(end) == "primo";
            let latin = italian || is_latin(self.words.raw(index));
            self.latin_number(index, led).filter(|_| led || latin)?
        };
        let month = self.month(index)?;
        let (year, next) = self.year_of_month(index + 1, month);
        let day = match day {
            Day::Number(day) => day,
            Day::Last => last_day(month, year)?,
        };
        Some(self.one(start, next, Meaning::Date(Written::in_month(day, month, year))))
    }

    /// `xvjth day`, `xj'th`, of which word `end` is the last, before the `of` of a
    /// month.
    fn roman_of(self, end: usize) -> Option<(usize, Day)> {
        let named = matches!(self.words.raw(end), "day" | "daye" | "Day" | "Daye");
        self.roman_ordinal(end.checked_sub(usize::from(named))?, named)
    }

    /// A day in Roman numbers that word `end` ends, which has an ordinal ending unless
    /// it is `named` a day: `xvjth`, `xj'th`, `the xxix.th`.
    fn roman_ordinal(self, end: usize, named: bool) -> Option<(usize, Day)> {
        const ENDINGS: [&str; 4] = ["th", "st", "nd", "rd"];
        let word = self.words.raw(end);
        let apart = ENDINGS.contains(&word.trim_start_matches(['’', '\'']))
            && matches!(self.words.before(end), "" | "." | "^" | "’" | "'");
        let at = end.checked_sub(usize::from(apart))?;
        let number = self.words.raw(at);
        let ordinal =
            apart || ENDINGS.iter().any(|ending| number.len() > 2 && number.ends_with(ending));
        let day = roman::day(number).filter(|_| named || ordinal)?;
        Some((at, Day::Number(day)))
    }

    /// The day that ends before word `end`, and its first word; a Roman number of one
    /// letter only where the word for a day is `led` to.
    fn latin_number(self, end: usize, led: bool) -> Option<(usize, Day)> {
        let at = end.checked_sub(1).filter(|at| self.are_near(*at, end))?;
        let word = self.words.raw(at);
        if word.eq_ignore_ascii_case("ultimo") {
            return Some((at, Day::Last));
        }
        if let Some(number) = ordinal(word) {
            let tens = at.checked_sub(1).filter(|before| self.are_near(*before, at));
            let tens = tens.and_then(|before| Some((before, ordinal(self.words.raw(before))?)));
            return Some(match tens {
                Some((before, tens @ (10 | 20 | 30))) if number < 10 => {
                    (before, Day::Number(tens + number).possible()?)
                }
                _ => (at, Day::Number(number)),
            });
        }
        if self.words.shape(at) == Some(Shape::Number) {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let ending = matches!(&word[digits.len()..], "o" | "mo" | "do" | "to" | "tio" | "no")
                || word == digits && (led || self.words.after(at).starts_with(['°', 'º']));
            let day = digits.parse::<i8>().ok().filter(|_| ending)?;
            return Some((at, Day::Number(day).possible()?));
        }
        let day = roman::day(word).filter(|_| led || word.len() > 1)?;
        Some((at, Day::Number(day)))
    }

    /// Whether nothing but spaces and stops stands between words `start..=end`.
    fn are_near(self, start: usize, end: usize) -> bool {
        (start + 1..=end)
            .all(|at| matches!(&*self.gap(at), " " | ". " | "." | "° " | "º " | "\n" | ""))
    }

    /// `xij Kal. Iunii 1643`, `prid. Non. Ian. 1550`, `Idibus Martiis`, of which
    /// word `index` is the day that is counted to.
    pub(super) fn roman_date(self, index: usize) -> Option<Parsed> {
        let close = |at: usize| matches!(&*self.gap(at), " " | ". " | "." | ", ");
        let fixed = roman::fixed_day(self.words.raw(index))?;
        if matches!(self.term(index + 1), Some(Term::Of)) {
            return self.roman_date_in_english(index, fixed);
        }
        let month = self.month(index + 1).or_else(|| roman::month(self.words.raw(index + 1)));
        let named = month.filter(|_| close(index + 1))?;
        let count = |at: usize| roman::days_before(self.words.raw(at)).filter(|_| close(index));
        let before = index.checked_sub(1).and_then(count);
        let (written_year, next) = self.year_of_month(index + 2, named);
        let (month, day) = fixed.back(named, before.unwrap_or(1), written_year)?;
        // The days before the Kalends of January belong to the year that ends.
        let year = match written_year {
            Year::Full(year) if month > named => Year::Full(year - 1),
            year => year,
        };
        let latin = is_latin(self.words.raw(index + 1));
        let told = before.is_some() || year != Year::Missing || latin;
        let start = index - usize::from(before.is_some());
        let meaning = Meaning::Date(Written::in_month(day, month, year));
        told.then(|| self.one(start, next, meaning))
    }
}

impl Parser<'_> {
    /// `eighth day before the ides of August`, `fourth of the nones of May`, `ides of
    /// November`, of which word `index` is the day that is counted to.
    fn roman_date_in_english(self, index: usize, fixed: Fixed) -> Option<Parsed> {
        let named = self.month(index + 2)?;
        let word = |back: usize| index.checked_sub(back).map_or("", |at| self.words.raw(at));
        // “the fourth of the nones”
        let counted = word(1) == "the" && matches!(word(2), "before" | "of");
        let counted = counted.then(|| {
            let day = usize::from(word(3) == "day");
            let at = index.checked_sub(3 + day)?;
            match self.day(at) {
                Some((days, _)) => Some((at, days)),
                // “the day before the calends”
                None => Some((at + 1, 2)).filter(|_| day == 1 && word(2) == "before"),
            }
        });
        let (start, before) = match counted {
            Some(counted) => counted?,
            None => (index, 1),
        };
        let (written_year, next) = self.year_of_month(index + 3, named);
        let (month, day) = fixed.back(named, before, written_year)?;
        let year = match written_year {
            Year::Full(year) if month > named => Year::Full(year - 1),
            year => year,
        };
        let meaning = Meaning::Date(Written::in_month(day, month, year));
        self.are_together(start, index + 3).then(|| self.one(start, next, meaning))
    }

    /// `last day of May 1863`, `last of May`, of which word `index` is the first.
    pub(super) fn last_of_month(self, index: usize) -> Option<Parsed> {
        let day = usize::from(matches!(self.words.raw(index + 1), "day" | "jour"));
        let last = matches!(self.words.raw(index), "last" | "Last" | "dernier" | "Dernier");
        let word = index + 1 + day;
        // “dernier jour d’octobre”
        let elided = day > 0 && matches!(self.words.raw(word), "d’" | "d'");
        let of = last && (elided || matches!(self.term(word), Some(Term::Of)));
        let at = index + 2 + day;
        let month = self.month(at).filter(|_| of && self.are_together(index, at + 1))?;
        let (year, next) = self.year_of_month(at + 1, month);
        let date = Written::in_month(last_day(month, year)?, month, year);
        Some(self.one(index, next, Meaning::Date(date)))
    }
}

impl Day {
    fn possible(self) -> Option<Self> {
        match self {
            Self::Number(day) if !(1..=31).contains(&day) => None,
            day => Some(day),
        }
    }
}

fn ordinal(word: &str) -> Option<i8> {
    let found = ORDINALS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
    Some(found.1)
}

/// The last day of a month. The leap years are those of the Julian calendar.
fn last_day(month: i8, year: Year) -> Option<i8> {
    let year = match year {
        Year::Full(year) if year % 4 == 0 => 2000,
        Year::Full(_) => 2001,
        _ if month == 2 => return None,
        _ => 2001,
    };
    CalendarDate::new(Some(year), Some(month), None)?.last_day()?.day()
}

/// Whether the name of a month has a Latin ending that no other language has.
fn is_latin(month: &str) -> bool {
    let ends = |ending: &&str| {
        let at = month.len().checked_sub(ending.len());
        at.and_then(|at| month.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    };
    ["ii", "ij", "bris", "prilis", "iis", "ias", "bus", "ugusti", "ugustas", "ugustis"]
        .iter()
        .any(ends)
}

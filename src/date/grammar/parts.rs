//! Parts of dates, and the gaps between them.

use std::borrow::Cow;

use super::super::lexicon::{day_number, has_ordinal_ending, look_up, two_digits, year_number};
use super::super::roman;
use super::super::term::{Term, wants_capital};
use super::words::numbered_month;
use super::{Parsed, Parser, Year};
use crate::token::Shape;

/// What is counted with numbers that could be years.
const COUNTED: &[&str] = &[
    "Einwohner", "Exemplare", "Exemplaren", "Federals", "Fuß", "Gulden", "Indians", "Mann", "Mark",
    "Meilen", "Menschen", "Pferde", "Schritt", "Soldaten", "Stück", "Taler", "Thaler", "Tote",
    "acres", "bales", "barrels", "bushels", "cattle", "cavalry", "chevaux", "copies", "crowns",
    "dollars", "ducats", "families", "fathoms", "feet", "florins", "fms", "francs", "guns",
    "habitants", "hommes", "horses", "houses", "infantry", "inhabitants", "lieues", "lines",
    "livres", "marks", "members", "men", "metres", "miles", "morts", "muskets", "mètres",
    "negroes", "others", "pages", "pas", "people", "persons", "pounds", "prisoners", "rifles",
    "rounds", "rupees", "sheep", "slaves", "soldats", "soldiers", "souls", "strong", "students",
    "toises", "tons", "troops", "volumes", "votes", "women", "words", "wounded", "yards", "years",
];

/// Words in `s` that may follow a year and are nothing that is counted.
const ENDING_IN_S: &[&str] = &[
    "across", "afterwards", "always", "as", "besides", "has", "his", "is", "its", "perhaps",
    "sometimes", "this", "thus", "towards", "was",
];

/// What a march is measured in: “March 1 h”, “march 2 miles”.
const MEASURES: &[&str] = &[
    "H", "days", "h", "hour", "hours", "hrs", "kilometres", "km", "m", "mile", "miles", "min",
    "minutes", "weeks", "yards",
];

/// Where one marches to.
const DIRECTIONS: &[&str] = &[
    "E", "East", "Eastward", "Eastwards", "N", "NE", "NW", "North", "Northward", "Northwards", "S",
    "SE", "SW", "South", "Southward", "Southwards", "W", "West", "Westerly", "Westward",
    "Westwards", "back", "on", "through", "to",
];

impl<'t> Parser<'t> {
    /// What stands before word `index`, without the marks of emphasis and of raised
    /// letters: a date goes on through the italics of `_December_ 2` and through
    /// `Nov^r 2`.
    pub(super) fn gap(self, index: usize) -> Cow<'t, str> {
        // Behind the last word stands the rest of the text.
        const LONGEST: usize = 40;
        let gap = self.words.before(index);
        if gap.len() > 1
            && let Some(end) = end_of_wrap(gap)
        {
            return Cow::Borrowed(&gap[..end]);
        }
        let is_mark = |c: char| matches!(c, '_' | '^' | '{' | '}');
        let marked = gap != " " && gap.len() <= LONGEST && gap.contains(is_mark);
        if marked { Cow::Owned(gap.replace(is_mark, "")) } else { Cow::Borrowed(gap) }
    }

    /// What word `index` can be in a date.
    pub(super) fn term(self, index: usize) -> Option<Term> {
        let shape = self.words.shape(index)?;
        if matches!(shape, Shape::Number | Shape::Clitic | Shape::Initial) {
            return None;
        }
        let raw = self.words.raw(index);
        let term = look_up(raw)?;
        let wants_capital = match term {
            // The French write weekdays small.
            Term::Weekday(_) => !raw.ends_with("di") && raw != "dimanche",
            term => wants_capital(term),
        };
        (!wants_capital || shape != Shape::Lower).then_some(term)
    }

    pub(super) fn month(self, index: usize) -> Option<i8> {
        match self.term(index) {
            Some(Term::Month(month)) => Some(month),
            Some(Term::DoubtfulMonth(month)) => (!self.is_march(index)).then_some(month),
            Some(Term::Abroad(month)) => self.is_in_date(index).then_some(month),
            _ => numbered_month(self.words.raw(index)),
        }
    }

    /// Whether the word is no month but what soldiers and travellers do:
    /// “March 1 h - 10 m North”, “March West”, “1. Forward, 2. MARCH, 3. Halt”.
    fn is_march(self, index: usize) -> bool {
        if self.words.raw(index) == "MARCH" {
            let counted = index > 0
                && self.words.shape(index - 1) == Some(Shape::Number)
                && self.gap(index) == ". ";
            let counts = self.words.shape(index + 1) == Some(Shape::Number)
                && self.gap(index + 1) == ", "
                && year_number(self.words.raw(index + 1)).is_none();
            return counted && self.year_follows(index + 1).0 == Year::Missing
                || counts && self.year_follows(index + 2).0 == Year::Missing;
        }
        if !matches!(self.words.raw(index), "March" | "march") {
            return false;
        }
        if DIRECTIONS.contains(&self.words.raw(index + 1)) && self.gap(index + 1) == " " {
            return true;
        }
        // “15th March, 1915. H.M.S. Phaeton.”
        if self.words.shape(index + 1) != Some(Shape::Number)
            || has_ordinal_ending(self.words.raw(index + 1))
            || year_number(self.words.raw(index + 1)).is_some()
        {
            return false;
        }
        let next = self.words.raw(index + 2);
        let gap = self.gap(index + 2);
        let sum = matches!(&*gap, " - " | " + " | "- " | " = ")
            && self.words.shape(index + 2) == Some(Shape::Number)
            && year_number(next).is_none()
            && self.year_follows(index + 3).0 == Year::Missing;
        sum || gap.len() <= 2 && (MEASURES.contains(&next) || DIRECTIONS[..14].contains(&next))
    }

    pub(super) fn weekday(self, index: usize) -> Option<i8> {
        match self.term(index)? {
            Term::Weekday(day) | Term::DoubtfulWeekday(day) => Some(day),
            _ => None,
        }
    }

    /// A day of the month in digits or as an ordinal word, and the word after it.
    pub(super) fn day(self, index: usize) -> Option<(i8, usize)> {
        if self.words.shape(index)? != Shape::Number {
            return match self.term(index) {
                // The day is the “twenty-fourth”.
                Some(Term::Ordinal(1..=9)) if self.is_tens(index.checked_sub(1)) => None,
                Some(Term::Ordinal(day)) => Some((day, index + 1)),
                Some(Term::Cardinal(_)) => self.day_in_two_words(index),
                _ => self.roman_jour(index),
            };
        }
        let day = day_number(self.words.raw(index))?;
        // “14 th Decr”, “11 ten Juni”, “18_th Nov._”, “8^{th} May”
        let marked = || self.gap(index + 1).is_empty() && !self.words.before(index + 1).is_empty();
        let apart = !has_ordinal_ending(self.words.raw(index))
            && matches!(
                self.words.raw(index + 1),
                "st" | "nd" | "rd" | "d" | "th" | "ten" | "sten"
            )
            && (self.gap(index + 1) == " " && self.words.raw(index + 1) != "d" || marked());
        // “1.º de enero”
        let apart = apart || self.words.raw(index + 1) == "º" && self.gap(index + 1).len() < 2;
        Some((day, index + 1 + usize::from(apart)))
    }

    /// `twenty fourth`, `one and twentieth`.
    pub(super) fn day_in_two_words(self, index: usize) -> Option<(i8, usize)> {
        let Some(Term::Cardinal(first)) = self.term(index) else { return None };
        let and = usize::from(self.words.raw(index + 1) == "and");
        let Some(Term::Ordinal(second)) = self.term(index + 1 + and) else { return None };
        let tens = |number| matches!(number, 20 | 30);
        let fits = and == 0 && tens(first) && second < 10
            || and == 1 && first < 10 && tens(second) && self.words.raw(index).len() > 2;
        let day = first + second;
        let close = self.are_together(index, index + 2 + and);
        (fits && close && day <= 31).then_some((day, index + 2 + and))
    }

    /// The date that begins with a day in two words, of which word `index` is the second:
    /// “the one and twentieth of June”.
    pub(super) fn counted_twice(self, index: usize) -> Option<Parsed> {
        let and = usize::from(index > 0 && self.words.raw(index - 1) == "and");
        let start = index.checked_sub(1 + and)?;
        self.day_in_two_words(start).filter(|read| read.1 == index + 1)?;
        self.date_or_range(start)
    }

    fn is_tens(self, index: Option<usize>) -> bool {
        let tens = |at: usize| matches!(self.term(at), Some(Term::Cardinal(20 | 30)));
        index.is_some_and(|at| tens(at) && &*self.gap(at + 1) == " ")
    }

    /// Whether word `index` is a day with an ordinal ending.
    pub(super) fn is_ordinal(self, index: usize) -> bool {
        self.words.shape(index) == Some(Shape::Number)
            && has_ordinal_ending(self.words.raw(index))
            && day_number(self.words.raw(index)).is_some()
    }

    /// The day after the month at `index`, and the word after it.
    pub(super) fn day_after_month(self, index: usize) -> Option<(i8, usize)> {
        // “I march 3 miles”
        let doubtful = matches!(self.term(index), Some(Term::DoubtfulMonth(_)));
        // “Sept: 16”
        let colon = self.words.after(index) == ": " && self.words.raw(index).len() <= 4;
        // “[September] 21st”
        let supplied = self.words.before(index).ends_with('[') && &*self.gap(index + 1) == "] ";
        // “September (?) 20, 1698”
        let supplied = supplied || &*self.gap(index + 1) == " (?) ";
        let soft = self.is_soft(index) || colon && !doubtful || supplied;
        if !soft || (doubtful && self.words.shape(index) == Some(Shape::Lower)) {
            return None;
        }
        let at = self.skip_the(self.skip_raised(index + 1));
        let (day, next) = self.day(at)?;
        // “April [19], 1819”, but not the marker of “in April [19]”
        if self.gap(at).contains('[') {
            let closes = self.words.after(next - 1).starts_with(']');
            let told = closes && self.year_follows(next).0 != Year::Missing;
            return told.then_some((day, next));
        }
        // “September 12.30” is a time, “May 12,000” a count.
        let goes_on = self.words.shape(next) == Some(Shape::Number)
            && matches!(self.words.after(at), "." | "," | ":")
            && year_number(self.words.raw(next)).is_none();
        (!goes_on || has_ordinal_ending(self.words.raw(at))).then_some((day, next))
    }

    /// The month after a day that ends before word `index`, and the word after it.
    pub(super) fn month_after_day(self, index: usize) -> Option<(i8, usize)> {
        let close = match &*self.gap(index) {
            " " | "\n" | ". " | ".\n" | "." | " - " | "" | " (" | "° " | "º " | ".º " => true,
            // “the 10" of July”, with the sign of a second for the raised letters
            "\" " => !self.words.before(index.checked_sub(1)?).ends_with('"'),
            // “[12] May 1863”
            "] " => self.words.before(index.checked_sub(1)?).ends_with('['),
            ", " => has_ordinal_ending(self.words.raw(index.checked_sub(1)?)),
            _ => false,
        };
        let at = index + usize::from(matches!(self.term(index), Some(Term::Of)));
        let month = self.month(at).filter(|_| close)?;
        // “0 3 6 / May 3. Recd. of Mr. Kemp”: the next line has its own day, and so has
        // “2. March 13. To his Mother” behind its number.
        let parted = self.gap(index).contains('\n');
        let number = self.gap(index).starts_with('.')
            && index.checked_sub(1).is_some_and(|number| self.begins_line(number));
        let own = || self.day_after_month(at).map(|(_, next)| self.words.before(next));
        if (parted || number) && own().is_some_and(|gap| parted || gap.starts_with(['.', ','])) {
            return None;
        }
        // “6 may be enough”
        let next = self.skip_raised(at + 1);
        // “Ve jour de may”
        let french = at > 0 && self.words.raw(at - 1) == "de";
        let verb = matches!(self.words.raw(at), "may" | "march" | "mar") && !french;
        (!verb).then_some((month, next))
    }

    /// The word after the raised letters of a shortened month before word `index`:
    /// `Nov^r`, `Jan{y.}`.
    fn skip_raised(self, index: usize) -> usize {
        let raised = self.words.before(index).starts_with(['^', '{'])
            && matches!(self.words.raw(index), "r" | "er" | "br" | "y" | "ry" | "t" | "st" | "l");
        index + usize::from(raised)
    }

    /// The year that follows a day or month which ends before word `index`,
    /// and the word after it; if none does, the same index.
    pub(super) fn year_follows(self, index: usize) -> (Year, usize) {
        let word = self.words.raw(index);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            let close = matches!(&*self.gap(index), " " | ", " | ". " | ".");
            let year = roman::year(word).filter(|_| close).map(Year::Full);
            return year.map_or((Year::Missing, index), |year| (year, index + 1));
        }
        // “Born 3 March”, and “1808 At school” in the next line
        if self.words.before(index) == "\n" && self.listed_year(index).is_some() {
            return (Year::Missing, index);
        }
        // “May 22d, [1803.]”, “June 4 [1803?]”
        let closed = || self.words.after(index).trim_start_matches(['.', '?']).starts_with(']');
        let year = match &*self.gap(index) {
            "" | " " | "\n" | "," | ", " | ",\n" | " , " | ". " | ".\n" | "., " | ".," | ".—"
            | "—" | "\u{A0}" | ",\u{A0}" | "], " | "] " => {
                let short = || {
                    let told = self.ends_line(index) || self.closes_phrase(index);
                    two_digits(word).filter(|year| *year > 31 && told)
                };
                let cut = || self.cut_year(index).or_else(|| short().map(Year::Short));
                year_number(word).map(Year::Full).or_else(cut)
            }
            " [" | ", [" | ". [" => year_number(word).filter(|_| closed()).map(Year::Full),
            // “le 14 février (1676)”
            " (" => year_number(word)
                .filter(|_| self.words.after(index).starts_with(')'))
                .map(Year::Full),
            // “August (?), 1653”
            " (?), " | " (?) " => year_number(word).map(Year::Full),
            // “[October 27? 1819]”
            "? " | "?, " => year_number(word)
                .filter(|_| !matches!(self.words.after(index), " " | "\n"))
                .map(Year::Full),
            // “27. Decemb: 1794”
            ": " if self.shortens_month(index) => year_number(word).map(Year::Full),
            // “3.May.1815”
            "." => year_number(word).map(Year::Full),
            "--" | " - " | "- " | " -- " | "— " | " — " | " – " => {
                year_number(word).filter(|_| !self.is_counted(index)).map(Year::Full)
            }
            // “July ----, 1854”: the day is left out.
            gap if is_blank(gap) => {
                year_number(word).filter(|_| !self.is_counted(index)).map(Year::Full)
            }
            " ’" | " '" | " ‘" | ", ’" | ", '" | ". ’" | ". '" | "/" | " /" | " \"" | " “" => {
                two_digits(word).map(Year::Short)
            }
            _ => None,
        };
        year.map_or((Year::Missing, index), |year| (year, index + 1))
    }

    /// Whether the word before word `index` is a month that is cut short, with a colon
    /// for its stop.
    fn shortens_month(self, index: usize) -> bool {
        const WHOLE: &[&str] =
            &["Mai", "May", "März", "Juli", "July", "June", "Juni", "mai", "mars"];
        let Some(at) = index.checked_sub(1) else { return false };
        let word = self.words.raw(at);
        matches!(self.term(at), Some(Term::Month(_)))
            && word.len() <= 7
            && !WHOLE.contains(&word)
            && !word.to_lowercase().ends_with("er")
            && !matches!(word.to_lowercase().as_str(), "april" | "august" | "january" | "janvier")
    }

    /// Whether a sign stands right behind the number at `index` and nothing but a
    /// space or the stop of a month before it: “12 Sept 44, when”.
    fn closes_phrase(self, index: usize) -> bool {
        const NEXT: &[&str] = &[
            "I", "after", "at", "before", "by", "from", "he", "it", "near", "on", "she", "they",
            "until", "we", "when",
        ];
        let after = self.words.after(index);
        let goes_on = after == " " && NEXT.contains(&self.words.raw(index + 1));
        matches!(&*self.gap(index), " " | ". ")
            && (after.starts_with([',', ';', ')', ':', '.']) || goes_on)
            && self.words.shape(index + 1) != Some(Shape::Number)
    }

    /// Whether word `index` is a number that counts something, or one of two that
    /// do: “2000 to 3000 feet”.
    pub(super) fn is_counted(self, index: usize) -> bool {
        let counts = |at: usize| {
            matches!(&*self.gap(at + 1), " " | "\n") && COUNTED.contains(&self.words.raw(at + 1))
        };
        let joined = matches!(self.term(index + 1), Some(Term::To | Term::Or | Term::And));
        let other = index + 1 + usize::from(joined);
        counts(index)
            || self.is_amount(index)
            || matches!(self.words.after(index), " " | ", " | "-" | "–")
                && self.words.raw(other).len() >= 4
                && self.words.shape(other) == Some(Shape::Number)
                && counts(other)
    }

    /// Whether the words before word `index` say that it is an amount: “a population
    /// of about 2000”.
    fn is_amount(self, index: usize) -> bool {
        const AMOUNTS: &[&str] = &[
            "altitude", "army", "average", "body", "capture", "cost", "crowd", "depth",
            "detachment", "distance", "elevation", "escort", "force", "garrison", "height",
            "length", "loss", "number", "population", "price", "reward", "sum", "total", "tune",
            "upwards", "weight",
        ];
        let word = |back: usize| index.checked_sub(back).map_or("", |at| self.words.raw(at));
        let about = matches!(word(1), "about" | "around" | "circa" | "over" | "nearly" | "some");
        let of = 1 + usize::from(about);
        // “about 1000 negroes”
        let next = self.words.raw(index + 1);
        let several = about
            && self.words.after(index) == " "
            && self.words.shape(index + 1) == Some(Shape::Lower)
            && next.ends_with('s')
            && !ENDING_IN_S.contains(&next);
        several || word(of) == "of" && AMOUNTS.contains(&word(of + 1))
    }

    /// `17—`, `180-`: a year whose end is not told.
    pub(super) fn cut_year(self, index: usize) -> Option<Year> {
        let word = self.words.raw(index);
        let known = word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()))?;
        let after = self.words.after(index);
        let stroke = after.trim_start_matches(['-', '—', '–', '*']);
        let width = after[..after.len() - stroke.len()].chars().count();
        // “17—20” is a range.
        let digit_follows = stroke.is_empty() && self.words.shape(index + 1) == Some(Shape::Number);
        let (digits, enough) = match word.len() {
            2 => (2, (10..21).contains(&known) && (width >= 2 || after.starts_with('—'))),
            3 => (1, (100..210).contains(&known) && width >= 1),
            _ => return None,
        };
        (enough && !digit_follows).then_some(Year::Cut { known, digits })
    }

    /// The same after a month. A year written double before Lady Day, such as
    /// `January 1659–60` or `Feb. 1659/60`, began on 25 March then; it is the
    /// second one now.
    pub(super) fn year_of_month(self, index: usize, month: i8) -> (Year, usize) {
        // “July 25 (N.S.), 1649”
        if let Some(at) = self.style_enclosed(index) {
            let year = year_number(self.words.raw(at)).map(Year::Full);
            return year.map_or((Year::Missing, index), |year| (year, at + 1));
        }
        // “February 8th, O.S., 1735”
        let index = self
            .style(index)
            .filter(|at| self.year_follows(*at).0 != Year::Missing)
            .unwrap_or(index);
        let (year, next) = self.year_follows(index);
        if year == Year::Missing {
            let told = self
                .led_year(index)
                .or_else(|| self.year_of_writing(index))
                .or_else(|| self.year_behind_of(index));
            return told.unwrap_or((year, next));
        }
        let Year::Full(full) = year else { return (year, next) };
        let word = self.words.raw(next);
        let second = match word.len() {
            1 => (full + 1) % 10,
            2 => (full + 1) % 100,
            _ => full + 1,
        };
        let double = self.is_second_of_double(next) && word.parse() == Ok(second);
        if double && month <= 3 { (Year::Full(full + 1), next + 1) } else { (year, next) }
    }

    /// Whether word `index` may be the second of two years: `1659–60`, `1659/60`, and
    /// `1615[6]`, as an editor has it.
    fn is_second_of_double(self, index: usize) -> bool {
        match self.words.before(index) {
            "–" | "-" | "/" => true,
            "[" => self.words.raw(index).len() <= 2 && self.words.after(index).starts_with(']'),
            _ => false,
        }
    }

    /// The word after `O.S.`, `N. S.`, `v. St.`, which tell the calendar.
    fn style(self, index: usize) -> Option<usize> {
        let old_or_new = matches!(self.words.raw(index), "O" | "N" | "V" | "a" | "n" | "v");
        let style = matches!(self.words.raw(index + 1), "S" | "St");
        let close = matches!(&*self.gap(index), " " | ", ") && self.gap(index + 1).len() <= 2;
        // “January 6, old style, 1706”
        let in_words = matches!(self.words.raw(index), "old" | "new" | "Old" | "New")
            && matches!(self.words.raw(index + 1), "style" | "Style");
        ((old_or_new && style || in_words) && close).then_some(index + 2)
    }

    /// The same in parentheses, before the year.
    fn style_enclosed(self, index: usize) -> Option<usize> {
        let style = matches!(self.words.raw(index), "O" | "N")
            && matches!(self.words.raw(index + 1), "S" | "St");
        let enclosed = matches!(&*self.gap(index), " (" | ", (")
            && matches!(&*self.gap(index + 2), ".), " | ".) " | "), " | ") " | ".),\n");
        (style && enclosed).then_some(index + 2)
    }

    pub(super) fn skip_the(self, index: usize) -> usize {
        // “bis zum 9. Mai”
        let to_the = || {
            self.words.raw(index) == "zum"
                && index.checked_sub(1).is_some_and(|at| self.words.raw(at) == "bis")
        };
        index + usize::from(matches!(self.term(index), Some(Term::The)) || to_the())
    }

    /// Whether what follows word `index` keeps a date together.
    pub(super) fn is_soft(self, index: usize) -> bool {
        let gap = self.gap(index + 1);
        gap.len() <= 5
            && gap.bytes().filter(|byte| *byte == b'\n').count() < 2
            && gap
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '_' | '[' | '^' | '{' | '}'))
    }

    /// Whether words `start..end` stand in one sentence with nothing but
    /// spaces between them.
    pub(super) fn are_together(self, start: usize, end: usize) -> bool {
        (start + 1..end).all(|word| matches!(&*self.gap(word), " " | "\n" | ""))
    }
}

/// Where the line ends in a gap that leads to the next one, which is set in: “the Act
/// of”, “     1862”.
fn end_of_wrap(gap: &str) -> Option<usize> {
    let line = gap.strip_suffix(' ')?.trim_end_matches(' ');
    let before = line.strip_suffix('\n')?;
    (!before.contains('\n')).then_some(line.len())
}

/// Whether a gap is a stroke for a day that is left out, before the year.
fn is_blank(gap: &str) -> bool {
    const LONGEST: usize = 12;
    let stroke = gap.trim_matches([' ', ',', '.']);
    gap.len() <= LONGEST
        && gap.ends_with(' ')
        && gap.starts_with(' ')
        && (stroke.len() >= 2 && stroke.bytes().all(|byte| byte == b'-')
            || !stroke.is_empty() && stroke.chars().all(|c| matches!(c, '—' | '–')))
}

//! Parts of months and years, seasons, decades and centuries.

use super::super::lexicon::{day_number, look_up, two_digits, year_number};
use super::super::meaning::{Meaning, Written, Year};
use super::super::term::{Part, Season, Term};
use super::thirds::split_part;
use super::{Parsed, Parser};
use crate::token::Shape;

/// What is numbered as years could be.
const NUMBERED: &[&str] = &["Nos", "lines", "nos", "numbers", "pages", "pp", "sections", "verses"];

/// What says after a season that it is of the year that was told, or of one beside it.
const OF_A_YEAR: &[&str] = &[
    " of that year",
    " of the same year",
    " of the latter year",
    " of the following year",
    " of the next year",
    " of the preceding year",
    " of the previous year",
    " de cette année",
    " de la même année",
    " de l'année suivante",
    " de l’année suivante",
    " desselben Jahres",
    " jenes Jahres",
    " des folgenden Jahres",
    " des nächsten Jahres",
];

/// How many years may lie between two in a list.
const APART: i16 = 100;

impl Parser<'_> {
    /// Years in a list, of which the first begins one alone or two follow it: “in
    /// 1813 and 1818”, “records dating 1813, 1814, and 1818”.
    pub(super) fn years(self, index: usize) -> Option<Parsed> {
        let year = |at| year_number(self.words.raw(at)).filter(|year| (1400..2030).contains(year));
        let mut last = year(index)?;
        let mut found = vec![index];
        let mut at = index + 1;
        loop {
            let joined = matches!(self.term(at), Some(Term::And | Term::Or));
            let gap = self.words.before(at);
            let close = matches!(gap, ", " | " & ") || joined && gap == " ";
            let next = at + usize::from(joined);
            let follows = close && (!joined || self.words.before(next) == " ");
            match year(next).filter(|year| follows && *year > last && *year - last <= APART) {
                Some(year) => (last, at) = (year, next + 1),
                None => break,
            }
            found.push(next);
        }
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        let counted = self.is_counted(at - 1) || NUMBERED.contains(&before);
        let range = matches!(self.words.before(at), "-" | "–" | "/");
        let led = found.len() > 2 || found.len() == 2 && self.year_alone(index).is_some();
        if !led || counted || range || self.words.before(index).ends_with(['£', '$']) {
            return None;
        }
        let each = |at: &usize| {
            let year = Year::Full(year(*at)?);
            Some(self.spanning(*at, at + 1, Meaning::Date(Written::whole_year(year))))
        };
        Some(Parsed { expressions: found.iter().filter_map(each).collect(), next: at })
    }

    /// `end of May, 1937`, `early 1936`; “the end 1936” wants its `of`.
    pub(super) fn part(self, index: usize, part: Part, wants_of: bool) -> Option<Parsed> {
        let mut inner = index + 1;
        let joint = self.term(inner);
        let of = matches!(joint, Some(Term::Of));
        if wants_of && !of {
            return None;
        }
        inner += usize::from(of || matches!(joint, Some(Term::YearLeader)));
        inner += usize::from(matches!(self.term(inner), Some(Term::The)));
        inner += usize::from(matches!(self.term(inner), Some(Term::YearUnit)));
        let gaps = (index..inner).all(|word| matches!(self.gap(word + 1).trim(), "" | "-"));
        if !gaps {
            return None;
        }
        let (written, next) = self.month_and_year(inner).or_else(|| self.bare_year(inner))?;
        let verb = matches!(self.words.raw(inner), "may" | "march" | "mar" | "mars");
        if written.year == Year::Missing && verb {
            return None;
        }
        Some(self.one(index, next, Meaning::Part(part, written)))
    }

    /// `mid-May 1937`.
    pub(super) fn middle(self, index: usize, month: i8) -> Parsed {
        let (year, next) = self.year_follows(index + 1);
        let next = if year == Year::Missing { index + 1 } else { next };
        self.one(index, next, Meaning::Part(Part::Middle, Written::of_month(month, year)))
    }

    /// `spring 1936`, `winter of 1819–20`, `été 1936`; always with a year.
    pub(super) fn season(self, index: usize, season: Season) -> Option<Parsed> {
        let behind = &self.words.text[self.words.get(index)?.span.end as usize..];
        if OF_A_YEAR.iter().any(|words| behind.starts_with(words)) {
            let meaning = Meaning::Season { season, year: Year::Missing, next_year: false };
            return Some(self.one(index, index + 1, meaning));
        }
        // “Winter von 1799 auf 1800”
        let of =
            matches!(self.term(index + 1), Some(Term::Of)) || self.words.raw(index + 1) == "von";
        let mut at = index + 1 + usize::from(of);
        at += usize::from(matches!(self.term(at), Some(Term::The)));
        at += usize::from(matches!(self.term(at), Some(Term::YearUnit)));
        let (year, next) = self.year_follows(at);
        let Year::Full(full) = year else { return None };
        if !self.are_together(index, at) || self.is_counted(at) {
            return None;
        }
        if self.words.raw(next) == "auf" && year_number(self.words.raw(next + 1)) == Some(full + 1)
        {
            let meaning = Meaning::Season { season, year, next_year: true };
            return Some(self.one(index, next + 2, meaning));
        }
        let second = self.words.raw(next);
        let next_year = matches!(&*self.gap(next), "-" | "–" | "/")
            && second.parse()
                == Ok(match second.len() {
                    4 => full + 1,
                    1 => (full + 1) % 10,
                    _ => (full + 1) % 100,
                });
        let end = next + usize::from(next_year);
        Some(self.one(index, end, Meaning::Season { season, year, next_year }))
    }

    /// `1930s`, `1930’s`, `1930er Jahre`, `années 1930`.
    pub(super) fn decade(self, index: usize) -> Option<Parsed> {
        let word = self.words.raw(index);
        let clitic =
            matches!(self.words.after(index), "’" | "'") && self.words.raw(index + 1) == "s";
        let number = word.trim_end_matches("er").trim_end_matches('s');
        let led = index.checked_sub(1).is_some_and(|before| self.words.raw(before) == "années");
        if number.len() == word.len() && !clitic && !led {
            return None;
        }
        let next = index + 1 + usize::from(clitic);
        let next = next + usize::from(matches!(self.words.raw(next), "Jahre" | "Jahren"));
        let Some(first) = year_number(number).filter(|year| year % 10 == 0) else {
            let apostrophe = self.words.before(index).ends_with(['’', '\'', '‘']);
            let tens = two_digits(number).filter(|tens| tens % 10 == 0 && apostrophe)?;
            return Some(self.one(index, next, Meaning::Tens(tens)));
        };
        let length = if first % 100 == 0 { 100 } else { 10 };
        Some(self.part_of_years(index, next, (first, first + length - 1)))
    }

    /// `the thirties`, `the eighteen-thirties`, `dreißiger Jahre`.
    pub(super) fn tens(self, index: usize, tens: i16) -> Option<Parsed> {
        let before = index.checked_sub(1).and_then(|before| self.term(before));
        let german = matches!(self.words.raw(index + 1), "Jahre" | "Jahren");
        let english = matches!(before, Some(Term::The))
            && matches!(self.gap(index).trim_end_matches(['’', '\'', '‘']), " " | "\n");
        let next = index + 1 + usize::from(german);
        if self.words.raw(index).ends_with("er") {
            return german.then(|| self.one(index, next, Meaning::Tens(tens)));
        }
        match before {
            Some(Term::Cardinal(century @ 13..=20)) if matches!(&*self.gap(index), " " | "-") => {
                let first = i16::from(century) * 100 + tens;
                Some(self.part_of_years(index - 1, next, (first, first + 9)))
            }
            _ => english.then(|| self.one(index, next, Meaning::Tens(tens))),
        }
    }

    /// `eighteen-thirties`, which is one word.
    pub(super) fn tens_in_one_word(self, index: usize) -> Option<Parsed> {
        let (century, tens) = self.words.raw(index).split_once('-')?;
        match (look_up(century)?, look_up(tens)?) {
            (Term::Cardinal(century @ 13..=20), Term::Tens(tens)) => {
                let first = i16::from(century) * 100 + tens;
                Some(self.part_of_years(index, index + 1, (first, first + 9)))
            }
            _ => None,
        }
    }

    /// `nineteenth century`, `19. Jahrhundert`, `XIXe siècle`, of which word
    /// `index` is the last; `12th and 13th centuries`.
    pub(super) fn century(self, index: usize) -> Option<Parsed> {
        let last_at = index.checked_sub(1)?;
        let close = matches!(&*self.gap(index), " " | "\n" | ". " | "\u{A0}");
        let last = self.century_number(last_at).filter(|_| close)?;
        let first_at = last_at
            .checked_sub(2)
            .filter(|_| matches!(self.term(last_at - 1), Some(Term::And | Term::Or | Term::To)));
        let pair = first_at.and_then(|at| Some((at, self.century_number(at)?)));
        let (start, first) = pair.filter(|pair| pair.1 < last).unwrap_or((last_at, last));
        Some(self.part_of_years(start, index + 1, ((first - 1) * 100 + 1, last * 100)))
    }

    fn century_number(self, index: usize) -> Option<i16> {
        const ROMAN: [&str; 21] = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
            "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
        ];
        let word = self.words.raw(index);
        // “mid-nineteenth”, which is one word
        if let Some((_, number)) = split_part(word) {
            let Some(Term::Ordinal(number)) = look_up(number) else { return None };
            return Some(i16::from(number));
        }
        let number = match self.words.shape(index)? {
            Shape::Number => {
                let stop = self.words.after(index).starts_with('.');
                let ordinal = stop || self.is_ordinal(index);
                i16::from(day_number(word).filter(|_| ordinal)?)
            }
            Shape::Lower => match self.term(index)? {
                Term::Ordinal(number) => i16::from(number),
                _ => return None,
            },
            _ => match self.term(index) {
                Some(Term::Ordinal(number)) => i16::from(number),
                _ => {
                    let roman = word.trim_end_matches("ème").trim_end_matches('e');
                    i16::try_from(ROMAN.iter().position(|known| *known == roman)? + 1).ok()?
                }
            },
        };
        (1..=21).contains(&number).then_some(number)
    }
}

//! Dates in the words of deeds and oaths: “the sixth day of May A. D. 1862”,
//! “in the year of our Lord one thousand eight hundred and twenty-nine”.

use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Written, Year};
use super::super::roman;
use super::super::term::Term;
use super::{Parsed, Parser};
use crate::roman as roman_numbers;

/// The words that lead from a day to its year, and those of them that say so.
const LEADING: &[&str] = &[
    "in", "the", "year", "of", "our", "Lord", "A", "D", "AD", "Anno", "anno", "Domini", "im",
    "Jahr", "Jahre", "Jahres", "des", "Herrn", "de", "l", "l’", "l'", "l’an", "l'an", "an",
    "année", "l’année", "l'année", "grâce", "grace", "Christ", "God", "Year", "yeare", "yeere",
    "yere", "yéere", "aᵒ", "Aᵒ", "Ao",
];
const TELLING: &[&str] = &[
    "year", "D", "AD", "Anno", "anno", "Jahr", "Jahre", "Jahres", "Year", "yeare", "yeere", "yere",
    "yéere", "l’an", "l'an", "an", "année", "l’année", "l'année", "aᵒ", "Aᵒ", "Ao",
];

/// The most words before a year, and of a year.
const MOST: usize = 8;

/// What says after a day that it is one of the month of writing, or of one so
/// many months later.
const MONTHS_OF_WRITING: &[(&[&str], i16)] = &[
    (&["du", "courant"], 0),
    (&["of", "the", "present", "month"], 0),
    (&["day", "of", "the", "present", "month"], 0),
    (&["day", "of", "this", "month"], 0),
    (&["of", "the", "last", "month"], -1),
    (&["du", "mois", "courant"], 0),
    (&["du", "présent", "mois"], 0),
    (&["de", "ce", "mois"], 0),
    (&["du", "mois", "dernier"], -1),
    (&["du", "mois", "passé"], -1),
    (&["of", "this", "month"], 0),
    (&["of", "the", "present", "month"], 0),
    (&["of", "the", "current", "month"], 0),
    (&["of", "last", "month"], -1),
    (&["of", "next", "month"], 1),
    (&["of", "the", "ensuing", "month"], 1),
    (&["dieses", "Monats"], 0),
    (&["laufenden", "Monats"], 0),
    (&["d", "M"], 0),
    (&["d", "Mts"], 0),
    (&["l", "M"], 0),
    (&["dieses"], 0),
    (&["vorigen", "Monats"], -1),
    (&["vergangenen", "Monats"], -1),
    (&["v", "M"], -1),
    (&["v", "Mts"], -1),
    (&["nächsten", "Monats"], 1),
    (&["du", "mois", "prochain"], 1),
    (&["ds", "Mts"], 0),
    (&["ds", "M"], 0),
    (&["k", "M"], 1),
];

/// What says after a month that it is one of the year of writing, or of one so
/// many years later.
const YEARS_OF_WRITING: &[(&[&str], i16)] = &[
    (&["of", "this", "year"], 0),
    (&["of", "the", "present", "year"], 0),
    (&["of", "the", "current", "year"], 0),
    (&["of", "last", "year"], -1),
    (&["of", "next", "year"], 1),
    (&["last", "year"], -1),
    (&["next", "year"], 1),
    (&["this", "year"], 0),
    (&["de", "cette", "année"], 0),
    (&["de", "l’", "année", "dernière"], -1),
    (&["de", "l'", "année", "dernière"], -1),
    (&["de", "l’", "année", "prochaine"], 1),
    (&["de", "l'", "année", "prochaine"], 1),
    (&["dieses", "Jahres"], 0),
    (&["d", "J"], 0),
    (&["a", "c"], 0),
    (&["vorigen", "Jahres"], -1),
    (&["v", "J"], -1),
    (&["nächsten", "Jahres"], 1),
];

/// What the words of a year count for.
const NUMBERS: &[(&str, i16)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1000),
    ("un", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("cent", 100),
    ("cents", 100),
    ("cens", 100),
    ("mil", 1000),
];

impl Parser<'_> {
    /// The word after “day of”, “jour de”, “jour d’”, “jour du moys de” before a month,
    /// but for a preposition right before it.
    pub(super) fn skip_day(self, index: usize) -> usize {
        let day = matches!(
            self.words.raw(index),
            "day" | "days" | "Day" | "daie" | "daye" | "jour" | "Tag"
        );
        if !day || !matches!(&*self.gap(index), " " | "\n") {
            return index;
        }
        let elided = |at: usize| matches!(self.words.raw(at), "d’" | "d'");
        let month = matches!(self.words.raw(index + 1), "du" | "de" | "dudit")
            && matches!(self.words.raw(index + 2), "mois" | "moys");
        let of = index + if month { 3 } else { 1 };
        match self.term(of) {
            _ if elided(of) => of + 1,
            Some(Term::Of) => of,
            _ => index,
        }
    }

    /// `XXIIIe jour`, as French chronicles count the days of a month.
    pub(super) fn roman_jour(self, index: usize) -> Option<(i8, usize)> {
        let word = self.words.raw(index);
        let number = word.strip_suffix("er").or_else(|| word.strip_suffix('e'))?;
        let capitals = number.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
        // “Ier prairial”, “Ier mai”
        let first = word == "Ier" && self.month_of_first(index + 1);
        if !first && (!capitals || self.words.raw(index + 1) != "jour") {
            return None;
        }
        let day = roman_numbers::number(number).filter(|day| *day <= 31)?;
        Some((i8::try_from(day).ok()?, index + 1))
    }

    fn month_of_first(self, index: usize) -> bool {
        let republican = matches!(self.term(index), Some(Term::Republican(_)));
        &*self.gap(index) == " " && (republican || self.month(index).is_some())
    }

    /// The year of a day or month that ends before word `index`, led to by some
    /// words or told in words, and the word after it.
    pub(super) fn led_year(self, index: usize) -> Option<(Year, usize)> {
        let mut at = index;
        let mut told = false;
        while at < index + MOST
            && LEADING.contains(&self.words.raw(at))
            && matches!(&*self.gap(at), " " | ", " | ". " | "." | "\n" | ",\n" | "’" | "'" | "")
        {
            told |= TELLING.contains(&self.words.raw(at));
            at += 1;
        }
        let close = matches!(&*self.gap(at), " " | ", " | ". " | "\n");
        let led = told || at == index;
        let word = self.words.raw(at);
        let digits = year_number(word).or_else(|| roman::year(word));
        let digits = digits.filter(|_| told).map(|year| (year, at + 1));
        let (year, next) = digits.or_else(|| self.year_in_words(at)).filter(|_| close && led)?;
        Some((Year::Full(year), next))
    }

    /// Whether `word`, which is word `index`, may begin the year that the word before it
    /// says it is.
    pub(super) fn is_number_of_year(self, index: usize, word: &str) -> bool {
        let first = word.as_bytes().first();
        let number = first.is_some_and(|first| b"efnost".contains(first));
        number
            && index.checked_sub(1).is_some_and(|before| self.words.raw(before) == "year")
            && value(word).is_some()
    }

    /// `the year one thousand eight hundred and six`, of which word `index` is the first
    /// number.
    pub(super) fn year_told(self, index: usize) -> Option<Parsed> {
        let before = self.words.raw(index.checked_sub(1)?);
        let told = matches!(before, "year" | "Lord" | "Domini") && self.gap(index) == " ";
        let (year, next) = self.year_in_words(index).filter(|_| told)?;
        let meaning = Meaning::Date(Written::whole_year(Year::Full(year)));
        Some(self.one(index, next, meaning))
    }

    /// `of last year`, `vorigen Jahres`: the year told from that of writing, and the
    /// word after it.
    pub(super) fn year_of_writing(self, index: usize) -> Option<(Year, usize)> {
        let close = |at: usize| matches!(&*self.gap(at), " " | ". " | "." | "\n" | "");
        let fits = |(words, _): &&(&[&str], i16)| {
            let mut all = words.iter().enumerate();
            all.all(|(at, word)| self.words.raw(index + at) == *word && close(index + at))
        };
        let (words, years) = YEARS_OF_WRITING.iter().find(fits)?;
        Some((Year::Beside(*years), index + words.len()))
    }

    /// `inst.`, `du mois dernier`, `d. M.`: how many months after that of writing,
    /// and the word after it.
    pub(super) fn month_of_writing(self, index: usize) -> Option<(i16, usize)> {
        let close = |at: usize| matches!(&*self.gap(at), " " | ". " | "." | "\n");
        if let Some(Term::Current(months)) = self.term(index) {
            return matches!(&*self.gap(index), " " | "\n" | "\" ")
                .then_some((i16::from(months), index + 1));
        }
        let fits = |(words, _): &&(&[&str], i16)| {
            let mut all = words.iter().enumerate();
            // “of this Month”
            let same = |raw: &str, word: &str| {
                raw == word || word.len() > 2 && raw.eq_ignore_ascii_case(word)
            };
            all.all(|(at, word)| same(self.words.raw(index + at), word) && close(index + at))
        };
        let (words, months) = MONTHS_OF_WRITING.iter().find(fits)?;
        // “den 3. dieses Jahres”
        let ends = words.len() > 1 || !matches!(self.words.raw(index + 1), "Jahres" | "Jahrs");
        ends.then_some((*months, index + words.len()))
    }

    /// `one thousand eight hundred and twenty-nine`, `eighteen hundred & five`,
    /// `mil sept cent soixante`.
    fn year_in_words(self, index: usize) -> Option<(i16, usize)> {
        let mut total = 0_i16;
        let mut part = 0_i16;
        let mut next = index;
        for at in index..index + MOST {
            let word = self.words.raw(at);
            if at > index && !matches!(&*self.gap(at), " " | "\n" | ", " | "-" | " & ") {
                break;
            }
            if at > index && matches!(self.term(at), Some(Term::And)) {
                continue;
            }
            if let Some(number) = roman_part(word).filter(|_| total > 0) {
                part = part.checked_add(number)?;
                next = at + 1;
                continue;
            }
            let mut values = word.split('-').map(value);
            // “quatre-vingt-dix-neuf”
            let add = |sum, value| if (sum, value) == (4, 20) { 80 } else { sum + value };
            let Some(sum) = values.try_fold(0_i16, |sum, value| Some(add(sum, value?))) else {
                break;
            };
            match sum {
                // “mil” and “cent” alone
                1000 => total += part.max(1).checked_mul(1000).filter(|sum| *sum < 3000)?,
                100 => part = part.max(1).checked_mul(100).filter(|sum| *sum < 3000)?,
                // “eighteen sixty-two”
                20.. if (13..=20).contains(&part) && total == 0 => part = part * 100 + sum,
                _ => part += sum,
            }
            part = if sum == 1000 { 0 } else { part };
            next = at + 1;
        }
        let year = total.checked_add(part)?;
        ((1000..2100).contains(&year) && next > index + 1).then_some((year, next))
    }

    /// `five April 1815`, `twenty eight day of June 1858`.
    pub(super) fn words_month_year(self, index: usize) -> Option<Parsed> {
        let of = matches!(index.checked_sub(1).and_then(|at| self.term(at)), Some(Term::Of));
        let day = of && index >= 3 && matches!(self.words.raw(index - 2), "day" | "Day");
        let end = if day { index - 2 } else { index };
        let ends = |start: usize| {
            let (number, _) = self.day_in_words(start).filter(|read| read.1 == end)?;
            Some((start, number))
        };
        let (before, number) = end
            .checked_sub(3)
            .and_then(ends)
            .or_else(|| end.checked_sub(2).and_then(ends))
            .or_else(|| end.checked_sub(1).and_then(ends))?;
        let month = self.month(index)?;
        let (year, next) = self.year_of_month(index + 1, month);
        let told = matches!(year, Year::Full(_)) && (day || self.are_together(before, index + 1));
        let meaning = Meaning::Date(Written::in_month(number, month, year));
        told.then(|| self.one(before, next, meaning))
    }
}

/// The months that were counted from March and written with numbers: `7ber`,
/// `8bre`, `9br.`, `Xbr.`, `10ber`.
pub(super) fn numbered_month(word: &str) -> Option<i8> {
    if !matches!(word.as_bytes(), [b'1' | b'7'..=b'9' | b'X', _, ..]) {
        return None;
    }
    let digits = word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'X').count();
    let known = matches!(&word[digits..], "br" | "ber" | "bre" | "bris");
    match &word[..digits] {
        "7" if known => Some(9),
        "8" if known => Some(10),
        "9" if known => Some(11),
        "10" | "X" if known => Some(12),
        _ => None,
    }
}

fn value(word: &str) -> Option<i16> {
    let at = NUMBERS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
    Some(at.1)
}

/// A number of a year behind `mil` in Roman capitals: `IIIIc`, which is four hundred,
/// or `XIII`.
fn roman_part(word: &str) -> Option<i16> {
    let number = |word: &str| {
        let capitals = word.bytes().all(|byte| b"IVXLC".contains(&byte));
        roman_numbers::number(word)
            .filter(|_| capitals)
            .and_then(|number| i16::try_from(number).ok())
    };
    match word.strip_suffix('c') {
        Some(hundreds) => number(hundreds)?.checked_mul(100),
        None => number(word),
    }
}

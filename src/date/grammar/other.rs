//! Feasts.

use super::super::feast::{self, Feast};
use super::super::meaning::{Meaning, Relative, Year};
use super::super::term::Term;
use super::{Parsed, Parser};

/// The most words of the name of a feast.
const LONGEST_FEAST: usize = 4;

/// What is named for a feast.
const NAMED_FOR_FEASTS: &[&str] = &[
    "Abbey", "Cathedral", "Chapel", "Church", "College", "Court", "Gild", "Guild", "Hall",
    "Hospital", "House", "Island", "Lane", "School", "Sound", "Square", "Street", "pageant",
    "play", "plays", "procession",
];

impl Parser<'_> {
    /// `Christmas Day`, `Easter 1867`, `Good Friday, 1660`; a name that can
    /// also mean a season only with its year, or where a date is `expected`.
    pub(super) fn feast(self, index: usize, expected: bool) -> Option<Parsed> {
        let (names, ends) = self.names_of_feast(index)?;
        let (feast, count, is_day) = feast::named(&names)?;
        let end = *ends.get(count - 1)?;
        // “zweiter Weihnachtstag”
        let second = names[0].starts_with("weihnachts")
            && index.checked_sub(1).and_then(|at| self.day(at)).is_some_and(|day| day.0 == 2);
        let feast = if second { Feast::Fixed(12, 26) } else { feast };
        // “Christmas-box”
        if ends.get(count) == Some(&end) {
            return None;
        }
        // “Corpus Christi College”
        if self.gap(end) == " " && NAMED_FOR_FEASTS.contains(&self.words.raw(end)) {
            return None;
        }
        // “the twelfth day before the calends of July”
        if self.words.raw(end) == "before" && self.words.raw(end + 1) == "the" {
            return None;
        }
        // “the twelfth day of the siege”
        if names[0] == "twelfth" && self.words.raw(end) == "of" {
            return None;
        }
        let of = end + usize::from(matches!(self.term(end), Some(Term::Of)));
        let (year, next) = match self.year_of_month(of, feast.month_of_double_year()) {
            (Year::Missing, _) => (Year::Missing, end),
            _ if self.is_page(of) => (Year::Missing, end),
            found => found,
        };
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        // “Saint-Jean” is also a place.
        // And Toussaint is a forename too.
        let bare = matches!(&*names[0], "saint") || names[0] == "toussaint" && !expected;
        if bare && year == Year::Missing && !matches!(before, "la" | "La") {
            return None;
        }
        let of_the_day = before == "de" && index >= 2 && self.words.raw(index - 2) == "jour";
        // “Lady Day next”, “Christmas last”
        if let (Some(Term::Toward(direction)), Year::Missing, " ") =
            (self.term(next), year, &*self.gap(next))
            && matches!(self.words.raw(next), "last" | "next")
        {
            let meaning = Meaning::Relative(Relative::Feast(feast, direction));
            return Some(self.one(index, next + 1, meaning));
        }
        let told = is_day || expected || of_the_day || year != Year::Missing;
        told.then(|| self.one(index, next, Meaning::Feast(feast, year)))
    }

    /// The words of the name of a feast as it may begin with word `index`, in lower
    /// case, and the index behind each.
    pub(super) fn names_of_feast(self, index: usize) -> Option<(Vec<String>, Vec<usize>)> {
        let mut names: Vec<String> = Vec::new();
        let mut ends = Vec::new();
        for at in index..index + LONGEST_FEAST {
            let gap = self.gap(at);
            if at > index && !matches!(&*gap, " " | "" | "\n" | ". " | "’ " | "' " | "-") {
                break;
            }
            let word = self.words.raw(at).to_lowercase();
            match word.strip_prefix(['’', '\'']) {
                Some(clitic) => {
                    names.last_mut()?.push_str(clitic);
                    *ends.last_mut()? = at + 1;
                }
                None => {
                    for part in word.split('-') {
                        names.push(part.to_owned());
                        ends.push(at + 1);
                    }
                }
            }
        }
        Some((names, ends))
    }

    /// A feast that begins with a French weekday: `mardi gras`, `vendredi saint`,
    /// `mercredi des Cendres`.
    pub(super) fn french_feast(self, index: usize) -> Option<Parsed> {
        let named = matches!(self.words.raw(index + 1), "gras" | "saint" | "Saint" | "des");
        named.then(|| self.feast(index, false)).flatten()
    }
}

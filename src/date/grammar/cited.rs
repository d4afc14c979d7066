//! Years that no preposition leads to: those of books, and those of German sentences.

use super::super::lexicon::year_number;
use super::super::meaning::{Written, Year};
use super::Parser;
use crate::token::Shape;

/// Places where many books are printed, as catalogues name them too.
const PRINTED: &[&str] = &[
    "Amsterdam", "Augsburg", "Basel", "Berlin", "Bonn", "Boston", "Bruxelles", "Cambridge",
    "Dresden", "Dublin", "Edinburgh", "Florence", "Frankfurt", "Genève", "Göttingen", "Halle",
    "Hamburg", "Heidelberg", "Jena", "Leiden", "Leipzig", "Lond", "London", "Lugduni", "Lyon",
    "Milano", "München", "Nürnberg", "Oxford", "Oxon", "Paris", "Philadelphia", "Prag", "Roma",
    "Rome", "Stuttgart", "Tübingen", "Venezia", "Venice", "Vienna", "Weimar", "Wien", "Zürich",
];

/// Editions, short ones with their stop: “ed. 1842, p. 12”.
const EDITIONS: &[&str] = &["Aufl", "ed", "edit", "edition", "edn"];

/// What follows the year of a book in a catalogue or a note: its size or its pages.
const BEHIND: &[&str] = &[
    "12mo", "16mo", "18mo", "24mo", "32mo", "4to", "8vo", "Bd", "S", "chap", "col", "fol", "folio",
    "p", "pp", "t", "tom", "tome", "vol", "vols",
];

/// German words behind a year that stands alone in its sentence. What is counted
/// would stand there instead.
const BEHIND_ADVERB: &[&str] = &[
    "als", "auf", "aus", "bei", "durch", "erschien", "erschienen", "erschienene", "erschienenen",
    "gegründet", "gegründete", "gegründeten", "geboren", "infolge", "ins", "mit", "nach", "unter",
    "verlegt", "veröffentlicht", "von", "wieder", "wurde", "zu", "zuerst", "zum", "zur",
];

/// German words before it.
const BEFORE_ADVERB: &[&str] = &[
    "Jahrgang", "Jahrgange", "bereits", "daselbst", "dort", "ebenda", "er", "erschien",
    "erschienen", "erst", "geboren", "geschrieben", "gestorben", "hatte", "ihm", "ihn", "ihnen",
    "sich", "starb", "starben", "ward", "wurde", "wurden", "zuerst",
];

/// German words before a number that counts something.
const BEFORE_NUMBER: &[&str] =
    &["an", "auf", "circa", "etwa", "fast", "gegen", "je", "mit", "nur", "um", "ungefähr", "von"];

/// How much before a year is looked at for the parenthesis it stands in, and around
/// it for other numbers.
const NEAR: usize = 120;

impl Parser<'_> {
    /// Whether a year is that of a book or of what stands before it in a list: “(London,
    /// 1823)”, “J. Tonson, 1707. 8vo”, “Leipzig 1833)”, “ed. 1842, p. 12”.
    pub(super) fn is_of_book(self, index: usize, next: usize, written: Written) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let word = self.words.raw(before);
        if !is_printed(written) || !word.ends_with(|c: char| c.is_alphabetic()) {
            return false;
        }
        let ends = || self.words.after(next - 1).starts_with([')', ';', ',', '.', ']']);
        match &*self.gap(index) {
            ", " | ",\n" | "., " | ".,\n" | "”, " | "\", " => {
                let named = matches!(
                    self.words.shape(before),
                    Some(Shape::Capital | Shape::Upper | Shape::Initial)
                );
                (named || EDITIONS.contains(&word))
                    && (self.closes_parenthesis(index, next) || self.is_before_size(next))
            }
            " " | "\n" | ". " | "." => {
                (PRINTED.contains(&word) || EDITIONS.contains(&word)) && ends()
                    || self.is_place_in_parentheses(index, next)
            }
            _ => false,
        }
    }

    /// Whether the year that word `index` is ends what stands in a parenthesis, perhaps
    /// with another year.
    fn closes_parenthesis(self, index: usize, next: usize) -> bool {
        let after = self.words.after(next - 1);
        let second = after == ", " && year_number(self.words.raw(next)).is_some();
        let end = if second { self.words.after(next) } else { after };
        let Some(word) = self.words.get(index) else { return false };
        let before = &self.words.text.as_bytes()[..word.span.start as usize];
        let near = &before[before.len().saturating_sub(NEAR)..];
        let open = near.iter().rev().find(|byte| matches!(byte, b'(' | b')'));
        end.starts_with(')') && open == Some(&b'(')
    }

    /// Whether only one name and the year stand in parentheses: “(Kassel 1808)”.
    fn is_place_in_parentheses(self, index: usize, next: usize) -> bool {
        const NUMBERED: &[&str] =
            &["Act", "Art", "Line", "Lines", "Lot", "No", "Nos", "Note", "Nr", "Psalm", "Vers"];
        let Some(place) = index.checked_sub(1) else { return false };
        self.words.before(place).ends_with('(')
            && self.words.before(index) == " "
            && self.words.after(next - 1).starts_with(')')
            && self.words.shape(place) == Some(Shape::Capital)
            && self.words.raw(place).len() > 3
            && !NUMBERED.contains(&self.words.raw(place))
    }

    /// Whether word `next` tells the size of a book or its pages.
    fn is_before_size(self, next: usize) -> bool {
        let gap = self.words.before(next);
        matches!(gap, ", " | ". " | ",\n" | ".\n")
            && BEHIND.contains(&self.words.raw(next))
            && (self.words.raw(next).starts_with(|c: char| c.is_ascii_digit())
                || self.words.after(next).starts_with('.'))
    }

    /// Whether a year stands in a German sentence without a preposition: “starb 1839 in
    /// Paris”, “erschien 1803.”.
    pub(super) fn is_adverb(self, index: usize, written: Written) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let word = self.words.raw(before);
        if !is_printed(written) || !matches!(&*self.gap(index), " " | "\n") {
            return false;
        }
        let next = self.words.raw(index + 1);
        let close = matches!(&*self.gap(index + 1), " " | "\n");
        let ends = self.words.after(index).starts_with([',', '.', ';', ')', '-', '–']);
        let led = BEFORE_ADVERB.contains(&word);
        let goes_on = close && BEHIND_ADVERB.contains(&next);
        let small = close && self.words.shape(index + 1) == Some(Shape::Lower);
        goes_on && !BEFORE_NUMBER.contains(&word) || led && (ends || small)
    }
}

/// Whether it is a year in which books were printed.
fn is_printed(written: Written) -> bool {
    matches!(written.year, Year::Full(1450..2030))
}

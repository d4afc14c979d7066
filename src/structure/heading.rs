//! What a heading says: its kind and number.

use super::numeral::{number, roman};
use crate::date::{self, CalendarDate, Meaning, Year};
use crate::token::{Words, tokenize};

/// What a few words look like that may be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The kind.
    pub kind: Kind,
    /// The number, of a chapter for example.
    pub number: Option<u32>,
    /// Whether more follows than the keyword and the number.
    pub titled: bool,
    /// The year, month or both that it names.
    pub date: Option<CalendarDate>,
}

/// Kinds of heading, the larger divisions before those they contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// Volume.
    Volume,
    /// Book.
    Book,
    /// Part.
    Part,
    /// An act of a play.
    Act,
    /// A year.
    Year,
    /// A month, with or without its year.
    Month,
    /// Chapter, canto, letter or whatever else counts with a word.
    Chapter,
    /// A scene of a play.
    Scene,
    /// Section.
    Section,
    /// A word that heads such divisions by itself: preface, notes.
    Named(Named),
    /// Only a number, or a number and a title.
    Numeral,
    /// Words in capitals.
    Capitals,
    /// Other words.
    Words,
}

/// Divisions that are known by their heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Named {
    /// Preface, foreword, introduction, advertisement.
    Preface,
    /// Dedication.
    Dedication,
    /// Table of contents.
    Contents,
    /// Prologue, epilogue, conclusion.
    Frame,
    /// Appendix.
    Appendix,
    /// Footnotes, endnotes.
    Notes,
    /// Index.
    Index,
}

impl Heading {
    fn of(kind: Kind) -> Self {
        Self { kind, number: None, titled: false, date: None }
    }
}

/// What `text`, a block of one to three lines, says as a heading.
///
/// Any few words can be one, so the answer only says what kind it would be.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let first_line = plain(text.lines().next()?);
    let more = text.lines().count() > 1;
    let mut heading = counted(first_line)
        .or_else(|| numeral(first_line))
        .or_else(|| dated(first_line))
        .or_else(|| named(first_line))
        .or_else(|| unnamed(plain(text)))?;
    heading.titled |= more;
    Some(heading)
}

/// The words without emphasis, note markers and quotation marks around them.
fn plain(text: &str) -> &str {
    let text = text.trim();
    let text = match text.rfind('[') {
        Some(at) if at > 0 && text.ends_with(']') && text.len() - at <= 6 => text[..at].trim_end(),
        _ => text,
    };
    text.trim_matches(['_', '=', '*'])
}

/// `CHAPTER I. In Chancery`, `Letter the First`, `ACT II`.
fn counted(line: &str) -> Option<Heading> {
    let mut words = line.split_whitespace();
    let kind = keyword(words.next()?.trim_end_matches(['.', ',', ':']))?;
    let rest: Vec<&str> = words.collect();
    let the = usize::from(rest.first().is_some_and(|word| word.eq_ignore_ascii_case("the")));
    let label = rest.get(the)?;
    // “CHAPTER I.—Title” and “Chapter 1: Title”
    let label = label.split(['—', '–', ':', '.']).next().unwrap_or(label);
    let label = label.split("--").next().unwrap_or(label);
    let number = number(label)?;
    // “Section 11 of the poem” is no heading.
    let goes_on = rest[the].len() == label.len()
        && rest.get(the + 1).is_some_and(|next| next.starts_with(char::is_lowercase));
    if goes_on {
        return None;
    }
    let titled = rest.len() > the + 1 || rest[the].trim_end_matches(['.', ':', '—', '-']) != label;
    Some(Heading { number: Some(number), titled, ..Heading::of(kind) })
}

/// The length of the longest keyword, in bytes.
const LONGEST_KEYWORD: usize = 10;

fn keyword(word: &str) -> Option<Kind> {
    let possible =
        word.len() <= LONGEST_KEYWORD && word.starts_with(|c: char| c.is_uppercase() || c == '§');
    if !possible {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "volume" | "vol" | "tome" | "band" => Kind::Volume,
        "book" | "livre" | "buch" => Kind::Book,
        "part" | "partie" | "teil" | "theil" => Kind::Part,
        "act" | "acte" | "akt" | "aufzug" => Kind::Act,
        "scene" | "scène" | "szene" | "auftritt" => Kind::Scene,
        "section" | "sect" | "abschnitt" | "§" => Kind::Section,
        "chapter" | "chap" | "chapitre" | "kapitel" | "capitel" | "cap" | "canto" | "chant"
        | "gesang" | "letter" | "lettre" | "brief" | "stave" | "lecture" | "essay" | "sermon"
        | "adventure" | "fit" | "lesson" => Kind::Chapter,
        _ => return None,
    })
}

/// `XIV`, `216.`, `I.—Ab initio`, `§ 3`.
fn numeral(line: &str) -> Option<Heading> {
    let line = line.strip_prefix('§').map_or(line, str::trim_start);
    let end = line.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(line.len());
    let (label, rest) = line.split_at(end);
    let is_number =
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit()) && label.len() <= 3;
    let capital = roman(label).filter(|_| label.starts_with(|c: char| c.is_ascii_uppercase()));
    let number = if is_number { label.parse().ok() } else { capital }?;
    let title = rest.trim_start_matches(['.', ')', ':', '-', '–', '—', ' ']);
    let separated = rest.starts_with(['.', ':', '-', '–', '—']) || title.is_empty();
    // “I was born” is no heading; “1, 2 and 3” neither.
    let titled = !title.is_empty();
    let begins = title.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘'));
    (separated && (!titled || begins)).then(|| Heading {
        number: Some(number),
        titled,
        ..Heading::of(Kind::Numeral)
    })
}

/// The longest line that may be a word such as “Footnotes”, with what stands
/// around it.
const LONGEST_NAME: usize = 48;

/// `1819`, `January 1819`, `MÄRZ`.
fn dated(line: &str) -> Option<Heading> {
    let line = line.trim_matches(['[', ']', '(', ')', '.', ',', ':', '—', '-', ' ']);
    if line.len() > 24 {
        return None;
    }
    let tokens = tokenize(line);
    let words = Words { text: line, tokens: &tokens };
    let (kind, written) = match date::heading(words)? {
        Meaning::Date(written) if written.day.is_none() && written.month.is_some() => {
            (Kind::Month, written)
        }
        Meaning::Date(written) if written.day.is_none() => (Kind::Year, written),
        Meaning::Duration(from, to) if to.month.is_none() && from.month.is_none() => {
            (Kind::Year, to)
        }
        _ => return None,
    };
    let year = match written.year {
        Year::Full(year) => Some(year),
        _ => None,
    };
    Some(Heading { date: CalendarDate::new(year, written.month, None), ..Heading::of(kind) })
}

fn named(line: &str) -> Option<Heading> {
    if line.len() > LONGEST_NAME {
        return None;
    }
    let lower = line.to_lowercase();
    let name = lower.trim_matches(|c: char| !c.is_alphabetic());
    let name = name.strip_prefix("the ").unwrap_or(name);
    let first = name.split_whitespace().next()?;
    let kind = match name {
        "footnotes"
        | "notes"
        | "endnotes"
        | "end notes"
        | "note"
        | "anmerkungen"
        | "fußnoten"
        | "notes de bas de page"
        | "notes and references"
        | "references and notes"
        | "explanatory notes"
        | "editor’s notes" => Named::Notes,
        "contents"
        | "table of contents"
        | "inhalt"
        | "inhaltsverzeichnis"
        | "table des matières"
        | "list of contents" => Named::Contents,
        "preface"
        | "foreword"
        | "introduction"
        | "introductory"
        | "advertisement"
        | "to the reader"
        | "vorwort"
        | "einleitung"
        | "préface"
        | "avant-propos"
        | "avertissement"
        | "introductory note"
        | "author’s preface"
        | "translator’s preface"
        | "editor’s preface"
        | "author's preface"
        | "preliminary" => Named::Preface,
        "dedication" | "widmung" | "dédicace" => Named::Dedication,
        "prologue" | "epilogue" | "conclusion" | "prolog" | "epilog" | "afterword"
        | "postscript" | "nachwort" | "finale" | "interlude" | "prelude" | "last chapter" => {
            Named::Frame
        }
        "index" | "register" | "general index" => Named::Index,
        _ if matches!(first, "appendix" | "anhang" | "appendice") && name.len() < 40 => {
            Named::Appendix
        }
        _ => return None,
    };
    Some(Heading::of(Kind::Named(kind)))
}

/// Words in capitals, or others that could be a title.
fn unnamed(text: &str) -> Option<Heading> {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let count = letters().count();
    let upper = letters().filter(|c| c.is_uppercase()).count();
    if count < 2 || text.chars().count() > 200 {
        return None;
    }
    let kind = if upper == count { Kind::Capitals } else { Kind::Words };
    Some(Heading::of(kind))
}

#[cfg(test)]
mod tests {
    use super::{Heading, Kind, Named, heading};

    #[track_caller]
    fn check(text: &str, kind: Kind, number: Option<u32>, titled: bool) {
        let Heading { kind: found, number: found_number, titled: found_titled, .. } =
            heading(text).unwrap();
        assert_eq!((found, found_number, found_titled), (kind, number, titled), "{text}");
    }

    #[test]
    fn counted_divisions() {
        check("CHAPTER I", Kind::Chapter, Some(1), false);
        check("Chapter 1: The Parameters of Openness", Kind::Chapter, Some(1), true);
        check("CHAPTER XVII.--Title", Kind::Chapter, Some(17), true);
        check("Letter the First.", Kind::Chapter, Some(1), false);
        check("PART II. WHAT CHARITY DID", Kind::Part, Some(2), true);
        check("Section 11 of the poem", Kind::Words, None, false);
        check("Erstes Buch", Kind::Words, None, false);
        check("_BOOK THREE_ [2]", Kind::Book, Some(3), false);
    }

    #[test]
    fn numerals() {
        check("XIV", Kind::Numeral, Some(14), false);
        check("272.[1]", Kind::Numeral, Some(272), false);
        check("I.—Ab initio.", Kind::Numeral, Some(1), true);
        check("I\nSt. Jago", Kind::Numeral, Some(1), true);
        check("I was born", Kind::Words, None, false);
        check("3 or 4 friends", Kind::Words, None, false);
    }

    #[test]
    fn dates() {
        let date = |text| heading(text).unwrap().date.map(|date| date.to_string());
        check("1819", Kind::Year, None, false);
        assert_eq!(date("[1819.]").as_deref(), Some("1819"));
        check("January 1819", Kind::Month, None, false);
        assert_eq!(date("MÄRZ 1892").as_deref(), Some("1892-03"));
        assert_eq!(date("May").as_deref(), Some("--05"));
        assert_eq!(date("January 1659–60 [1]").as_deref(), Some("1660-01"));
        check("May 8, 1907", Kind::Words, None, false);
    }

    #[test]
    fn names_and_other_words() {
        check("FOOTNOTES:", Kind::Named(Named::Notes), None, false);
        check("Appendix B. Letters", Kind::Named(Named::Appendix), None, false);
        check("Table of Contents", Kind::Named(Named::Contents), None, false);
        check("TO STEINER & CO.", Kind::Capitals, None, false);
        check("Disappearance of Andres Nin", Kind::Words, None, false);
        assert_eq!(heading("*"), None);
    }
}

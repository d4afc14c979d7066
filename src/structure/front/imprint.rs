//! The lines of a title page that say where, by whom and when a book was
//! published, printed and protected.

use crate::lexicon;
use crate::roman;
use crate::source::{Span, offset};
use crate::structure::letters;

/// What such a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One place or several.
    Place,
    /// Who published it, perhaps after a place.
    Publisher,
    /// “Published by”, with the name in the next line or not.
    Lead,
    /// The house.
    Street,
    /// When.
    Year,
    /// Who printed it.
    Printer,
    /// Whose rights it says they are.
    Rights,
    /// Which edition it is, or when others were.
    Edition,
}

impl Kind {
    /// Whether words of the book trade tell it.
    pub(super) const fn is_named(self) -> bool {
        matches!(self, Self::Lead | Self::Printer | Self::Rights | Self::Edition)
    }

    /// Whether nothing but an imprint has such a line.
    pub(super) const fn is_telling(self) -> bool {
        matches!(self, Self::Publisher | Self::Lead | Self::Printer | Self::Rights)
    }
}

/// A line of an imprint and the parts of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub span: Span,
    pub kind: Kind,
    pub place: Option<Span>,
    pub publisher: Option<Span>,
    pub year: Option<Span>,
}

/// The longest line of an imprint.
const LONGEST: usize = 110;

/// What a line says of the publication, if it is about nothing else.
pub(super) fn read(text: &str, span: Span) -> Option<Line> {
    let line = Line { span, kind: Kind::Place, place: None, publisher: None, year: None };
    let core = trimmed(text, span);
    let words = core.of(text);
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let lower = words.to_lowercase();
    let kind = by_words(&lower, words).or_else(|| is_year(words).then_some(Kind::Year));
    match kind {
        Some(Kind::Year) => return Some(Line { kind: Kind::Year, year: Some(core), ..line }),
        Some(Kind::Lead) => {
            return Some(Line { kind: Kind::Lead, publisher: led(text, core), ..line });
        }
        Some(kind) => return Some(Line { kind, ..line }),
        None => {}
    }
    let parts = parts(text, core);
    let place = parts.first().copied().filter(|part| is_places(part.of(text)));
    let year = parts.iter().copied().skip(1).find(|part| is_year(part.of(text)));
    let publisher = || parts.iter().copied().find(|part| names_publisher(part.of(text)));
    let line = Line { place, year, ..line };
    if parts == [core] && (place.is_some() || words.contains(" · ")) {
        let line = Line { place: Some(core), ..line };
        return Some(line);
    }
    // “Berlin 1897”
    if let Some((left, year)) = words.rsplit_once(' ').filter(|_| parts == [core])
        && is_year(year)
        && is_places(left)
    {
        let middle = core.start + offset(left.len());
        let year = Span::new(core.end - offset(year.len()), core.end);
        let place = trimmed(text, Span::new(core.start, middle));
        return Some(Line { kind: Kind::Year, place: Some(place), year: Some(year), ..line });
    }
    let found = match (publisher(), place) {
        (Some(publisher), _) => Some(publisher),
        // “LONDON: ELLIOT STOCK, 62, PATERNOSTER ROW, E.C.”
        (None, Some(_)) => {
            let name = |part: &Span| part.of(text).starts_with(char::is_uppercase);
            parts.get(1).copied().filter(|part| Some(*part) != year && name(part))
        }
        (None, None) => None,
    };
    if let Some(publisher) = found {
        let name = without_street(text, publisher);
        return Some(Line { kind: Kind::Publisher, publisher: Some(name), ..line });
    }
    let kind = match (place, year) {
        (Some(_), Some(_)) => Kind::Year,
        _ if letters::is_street(words) => Kind::Street,
        _ => return None,
    };
    Some(Line { kind, ..line })
}

/// The publisher after “Published by” or “Verlag von”.
fn led(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let marks = [" by ", " BY ", " von ", " VON ", " bei ", " for ", " door ", " par "];
    let at = marks.iter().find_map(|mark| Some(words.find(mark)? + mark.len()))?;
    let name = without_street(text, Span::new(line.start + offset(at), line.end));
    name.of(text).starts_with(char::is_uppercase).then_some(name)
}

/// What a line says by the words with which it begins, or that it has.
fn by_words(lower: &str, words: &str) -> Option<Kind> {
    const RIGHTS: &[&str] = &[
        "copyright", "(c) ", "©", "entered according to", "alle rechte", "tous droits", "made in ",
        "nachdruck verboten", "droits de reproduction", "rights of ",
    ];
    const PRINTED: &[&str] = &[
        "printed by", "printed for", "printed at", "printed in", "printed and", "imprimerie",
        "impr. ", "imprimé", "druck von", "druck der", "druck:", "gedruckt ", "buchdruckerei",
        "electrotyped", "set up and", "snelpersdruk", "stereotyped", "typographie", "press of ",
        "gedrukt ", "stoomdruk",
    ];
    const EDITIONS: &[&str] = &[
        "reprinted", "first printed", "first published", "first impression", "since reprinted",
        "published, ", "thence reprinted", "neudruck",
    ];
    const LEADS: &[&str] = &[
        "published by", "published for", "published in", "published at", "publié par",
        "verlag von", "verlag der", "verlag des", "verlegt bei", "im verlag", "sold by",
        "uitgegeven door", "erschienen bei", "in kommission bei", "privately printed",
    ];
    let starts = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    let named = |start: &str| {
        words.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    match () {
        () if starts(RIGHTS)
            || lower.contains("rights reserved")
            || lower.contains("rights secured") =>
        {
            Some(Kind::Rights)
        }
        () if starts(EDITIONS) => Some(Kind::Edition),
        () if starts(PRINTED)
            || has_word(lower, &["printers", "stereotypers", "imprimeurs", "buchdrucker"]) =>
        {
            Some(Kind::Printer)
        }
        () if starts(LEADS) || named("Chez ") || named("CHEZ ") || named("Bei ") => {
            Some(Kind::Lead)
        }
        () if names_edition(lower) => Some(Kind::Edition),
        () => None,
    }
}

/// “SECOND EDITION”, “TENTH IMPRESSION”, “Zweite, vermehrte Auflage”
fn names_edition(lower: &str) -> bool {
    const WORDS: &[&str] =
        &["edition", "impression", "auflage", "édition", "ausgabe", "druk", "printing"];
    const WHICH: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "new", "revised", "popular", "cheap", "limited", "author's", "author’s",
        "authorized", "illustrated", "enlarged", "erste", "zweite", "dritte", "vierte", "fünfte",
        "sechste", "neue", "première", "deuxième", "seconde", "troisième", "quatrième", "nouvelle",
        "eerste", "tweede", "derde", "library", "pocket", "centenary", "facsimile", "special",
    ];
    const MOST: usize = 9;
    let which = lower.starts_with(|c: char| c.is_ascii_digit()) || has_word(lower, WHICH);
    lower.split_whitespace().count() <= MOST && which && has_word(lower, WORDS)
}

fn has_word(lower: &str, wanted: &[&str]) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.any(|word| wanted.contains(&word))
}

/// The line without emphasis, brackets and stops around it.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let outside = |c: char| c.is_whitespace() || matches!(c, '_' | '=' | '[' | ']' | '·');
    let start = words.len() - words.trim_start_matches(outside).len();
    let end = |c: char| outside(c) || matches!(c, '.' | ',' | ':' | ';');
    let length = words[start..].trim_end_matches(end).len();
    let start = span.start + offset(start);
    Span::new(start, start + offset(length))
}

/// The parts between colons, dashes and the comma after a place.
fn parts(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let marks = ["--", "—", " · ", ": ", " - "];
    let mut cuts: Vec<(usize, usize)> = marks
        .iter()
        .flat_map(|mark| words.match_indices(mark).map(|(at, mark)| (at, at + mark.len())))
        .collect();
    let comma = words.find(", ").filter(|at| is_places(&words[..*at]));
    if cuts.is_empty() && !is_places(words) {
        cuts.extend(comma.map(|at| (at, at + 2)));
    }
    cuts.sort_unstable();
    let ends = cuts.iter().map(|cut| cut.0).chain([words.len()]);
    let starts = [0].into_iter().chain(cuts.iter().map(|cut| cut.1));
    let place = |at: usize| line.start + offset(at);
    let all: Vec<Span> = starts
        .zip(ends)
        .filter(|(start, end)| start < end)
        .map(|(start, end)| trimmed(text, Span::new(place(start), place(end))))
        .filter(|part| !part.is_empty())
        .collect();
    // “Boston · New York · Chicago” is one.
    let places = all.iter().filter(|part| is_places(part.of(text))).count();
    let dotted = words.contains(" · ") && places * 3 >= all.len() * 2;
    if dotted || places == all.len() { vec![line] } else { all }
}

/// The name without the house that follows it: “SMITH, ELDER & CO., 15 WATERLOO
/// PLACE”.
pub(super) fn without_street(text: &str, name: Span) -> Span {
    let words = name.of(text);
    let house = words.match_indices(", ").find(|(at, comma)| {
        let rest = &words[at + comma.len()..];
        rest.starts_with(|c: char| c.is_ascii_digit())
            || letters::is_street(rest)
            || is_places(rest)
    });
    let end = house.map_or(words.len(), |(at, _)| at);
    trimmed(text, Span::new(name.start, name.start + offset(end)))
}

/// A year alone, in digits or Roman numerals: “1889”, “MDCCCLXXXIX.”
pub(super) fn is_year(words: &str) -> bool {
    const YEARS: std::ops::RangeInclusive<u32> = 1450..=2030;
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let words =
        words.strip_prefix("Anno ").or_else(|| words.strip_prefix("ANNO ")).unwrap_or(words);
    let number = match words.bytes().all(|byte| byte.is_ascii_digit()) {
        true if words.len() == 4 => words.parse().ok(),
        false if words.starts_with('M') => {
            let digits: String = words.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
            roman::numeral(&digits)
        }
        _ => None,
    };
    number.is_some_and(|number| YEARS.contains(&number))
}

/// Whether a line has nothing but places: “LONDON AND NEW YORK”, “Nashville, Tenn.”
pub(super) fn is_places(line: &str) -> bool {
    const LONGEST: usize = 80;
    const JOINING: &[&str] = &["and", "&", "und", "et", "en", "·", "-", "at", "in", "à", "zu"];
    if line.len() > LONGEST {
        return false;
    }
    let words: Vec<&str> =
        line.split([' ', ',', ';', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let joins = |word: &str| JOINING.contains(&word.to_lowercase().as_str());
    let mut at = 0;
    let mut found = 0;
    while at < words.len() {
        let length =
            (1..=3.min(words.len() - at)).rev().find(|length| names_place(&words[at..at + length]));
        match length {
            Some(length) => (at, found) = (at + length, found + 1),
            None if at > 0 && (joins(words[at]) || is_state(words[at])) => at += 1,
            None => return false,
        }
    }
    found > 0
}

fn names_place(words: &[&str]) -> bool {
    let name = words.iter().map(|word| proper(word)).collect::<Vec<_>>().join(" ");
    name.starts_with(char::is_uppercase)
        && (lexicon::is_place(&name) || lexicon::is_place(&name.replace('-', " ")))
}

/// `NEW` and `New-York` as `New` and `New-York`.
fn proper(word: &str) -> String {
    let mut begins = true;
    let letter = |c: char| {
        let letter = if begins { c.to_string() } else { c.to_lowercase().to_string() };
        begins = !c.is_alphabetic();
        letter
    };
    word.trim_matches(['.', ':']).chars().map(letter).collect()
}

/// “Tenn.”, “N.Y.”, “U.S.A.”, “E.C.”; the stop at the end of a line is cut.
fn is_state(word: &str) -> bool {
    const STATES: &[&str] = &[
        "tenn", "mass", "conn", "penn", "penna", "ill", "ind", "mich", "minn", "wis", "tex", "cal",
        "calif", "miss", "ark", "n.y", "n.j", "d.c", "u.s.a", "e.c", "w.c", "s.w", "n.h", "r.i",
        "n.c", "s.c",
    ];
    if STATES.contains(&word.to_lowercase().as_str()) {
        return true;
    }
    word.ends_with('.') && word.len() <= 6 && word.starts_with(char::is_uppercase)
        || matches!(word, "USA" | "England" | "ENGLAND")
}

/// Whether words are the name of a firm that publishes.
pub(super) fn names_publisher(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "publishers", "publisher", "publishing", "verlag", "verlags", "verlagsbuchhandlung",
        "buchhandlung", "librairie", "libraire", "libraires", "éditeur", "éditeurs", "uitgever",
        "uitgevers", "boekhandel", "bookseller", "booksellers", "verleger", "gmbh", "inc", "ltd",
        "cie", "bros",
    ];
    const PARTNERS: &[&str] = &["co", "company", "sons", "son", "brothers", "bros", "comp", "cie"];
    const LAST: &[&str] = &["co", "company", "press"];
    let lower = words.to_lowercase();
    let tokens: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '&' && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let partners = tokens
        .windows(2)
        .skip(1)
        .any(|pair| matches!(pair[0], "&" | "and" | "und" | "et") && PARTNERS.contains(&pair[1]));
    // “OF COMPANY” is a title.
    let led = tokens.first().is_some_and(|first| matches!(*first, "of" | "on" | "in" | "my"));
    let last = tokens.len() >= 2 && !led && tokens.last().is_some_and(|last| LAST.contains(last));
    let small =
        words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && small <= 3
        && small * 2 < words.split_whitespace().count()
        && !words.contains(['?', '!', '"', '“'])
        && (partners || last || has_word(&lower, WORDS))
}

#[cfg(test)]
mod tests {
    use super::{Kind, is_places, is_year, names_publisher, read};
    use crate::source::{Span, offset};

    fn kind(text: &str) -> Option<Kind> {
        read(text, Span::new(0, offset(text.len()))).map(|line| line.kind)
    }

    fn parts(text: &str) -> [&str; 3] {
        let line = read(text, Span::new(0, offset(text.len()))).unwrap();
        [line.place, line.publisher, line.year].map(|part| part.map_or("", |part| part.of(text)))
    }

    #[test]
    fn lines() {
        for (text, expected) in [
            ("LONDON", Kind::Place),
            ("NEW YORK AND LONDON", Kind::Place),
            ("Boston · New York · Chicago · London", Kind::Place),
            ("SMITH, ELDER & CO., 15 WATERLOO PLACE", Kind::Publisher),
            ("_L. C. PAGE & COMPANY_", Kind::Publisher),
            ("Leipzig: Verlag von Johann Holm", Kind::Publisher),
            ("Published by", Kind::Lead),
            ("1889", Kind::Year),
            ("MDCCCLXXXIX.", Kind::Year),
            ("Copyright, 1917, by", Kind::Rights),
            ("Druck von W. Holm in Leipzig", Kind::Printer),
            ("SECOND EDITION", Kind::Edition),
            ("Zweite, vermehrte Auflage", Kind::Edition),
            ("42 BROADWAY", Kind::Street),
        ] {
            assert_eq!(kind(text), Some(expected), "{text}");
        }
        for text in
            ["A WALK IN LONDON", "JANE MARSH", "The press was stopped.", "12 men", "A Novel"]
        {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn places_publishers_and_years() {
        assert_eq!(
            parts("LONDON: ELLIOT HOLM, 62, PATERNOSTER ROW, E.C."),
            ["LONDON", "ELLIOT HOLM", ""]
        );
        assert_eq!(parts("SMITH, ELDER & CO., 15 WATERLOO PLACE"), ["", "SMITH, ELDER & CO", ""]);
        assert_eq!(parts("ARNHEM, D. A. HOLM."), ["ARNHEM", "D. A. HOLM", ""]);
        assert_eq!(parts("London, 1889"), ["London", "", "1889"]);
        assert!(is_places("Nashville, Tenn.") && !is_places("Tenn."));
        assert!(is_year("[1889.]") && !is_year("889") && !is_year("1889 men"));
        assert!(names_publisher("The University Press") && !names_publisher("to the press"));
    }
}

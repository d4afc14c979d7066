//! What looks like a name and is none: abbreviations, directions, money.

mod abroad;

use std::ops::Range;

use super::candidate::{Candidate, is_volume, takes_stop};
use super::score::is_abbreviation;
use super::vocabulary::Vocabulary;
use crate::lexicon::{self, Known};
use crate::roman;
use crate::token::{Shape, Words};

/// Whether it is a word that belongs to the name before it, or an abbreviation.
pub(super) fn is_no_name(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "Abd", "Abds", "Anm", "Aufl", "Bar", "Bd", "Bde", "Bll", "Ch", "Chap", "Chs", "Cie", "Co",
        "Dep", "Do", "Dr", "Ed", "Eds", "Etc", "Ew", "Fig", "Figs", "Fl", "Hg", "Hrsg", "Ibid",
        "Jahrg", "Kr", "Lat", "Lib", "Long", "MM", "Messrs", "Mgr", "Mk", "Mlle", "Mlles", "Mme",
        "Mmes", "Mr", "Mrs", "Nachm", "Nm", "No", "Nos", "Nr", "Obs", "Op", "Ps", "Rs", "Rt", "St",
        "Ste", "Ther", "Therm", "Thl", "Verf", "Vgl", "Vm", "Vol", "Vols", "Vorm",
    ];
    let at = candidate.words.start;
    if matches!(words.shape(at), Some(Shape::Initial | Shape::Upper)) {
        return is_abbreviation(words, candidate)
            || is_manuscript(words, candidate)
            || is_numbered(words, candidate)
            || is_number_of_a_part(words, candidate)
            || is_sum(words, candidate)
            || is_writer(words, candidate)
            || (candidate.words.len() == 1 && is_suffix(words, vocabulary, at))
            || is_compass_point(words, candidate)
            || is_degree(words, candidate)
            || is_postal_district(words, vocabulary, candidate)
            || is_state(words, vocabulary, candidate)
            || is_typist_mark(words, candidate)
            || is_mark_of_answer(words, candidate)
            || (candidate.words.len() == 1 && is_volume(words, at))
            || (candidate.words.len() == 1 && words.raw(at) == "C" && words.before(at) == " &")
            || is_numeral(words, candidate)
            || (vocabulary.is_french && is_sir(words, candidate))
            || (vocabulary.nouns_have_capitals && abroad::is_german_letter(words, candidate))
            || (!is_english(vocabulary) && abroad::is_majesty(words, candidate))
            || abroad::is_part(words, candidate)
            || is_small_word(words, candidate);
    }
    if is_species(words, vocabulary, candidate)
        || is_likeness(words.raw(candidate.words.end - 1))
        || is_old_verb(words, vocabulary, candidate)
        || is_noise(words, vocabulary, candidate)
    {
        return true;
    }
    if candidate.words.len() > 1 {
        return is_part(words, candidate)
            || abroad::is_part(words, candidate)
            || (vocabulary.is_french && abroad::is_manuscript(words, candidate))
            || is_unit(words, candidate)
            || is_style(words, candidate);
    }
    is_book(words, at)
        || is_money(words, at)
        || (vocabulary.nouns_have_capitals && is_counted(words, vocabulary, at))
        || is_reference(words, vocabulary, at)
        || is_contraction(words, vocabulary, at)
        || is_suffix(words, vocabulary, at)
        || is_title_cut_off(words, vocabulary, at)
        || ABBREVIATIONS.binary_search(&words.raw(at)).is_ok()
}

/// Whether nothing says that the text is in another language than English.
fn is_english(vocabulary: &Vocabulary) -> bool {
    !vocabulary.is_french && !vocabulary.nouns_have_capitals && !vocabulary.foreign
}

/// Whether it is the address before what somebody is, in French: the `M.` of “M. le
/// chevalier”.
fn is_sir(words: Words<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words.clone();
    // “OÙ M. LE GARDE DES SCEAUX”
    let in_capitals = end - start > 1 && matches!(words.raw(start + 1), "LA" | "LE" | "LES");
    if in_capitals && matches!(words.raw(start), "M" | "MM") {
        return true;
    }
    end - start == 1
        && matches!(words.raw(start), "M" | "MM")
        && words.before(end).trim_start_matches('.').trim_start().is_empty()
        && (matches!(words.raw(end), "l’" | "l'" | "la" | "le" | "les" | "son")
            || matches!(words.raw(end), "et") && matches!(words.raw(end + 1), "madame" | "Mme"))
}

/// Whether it is a small word of a heading in capitals: the `THE` of “EDITOR OF THE
/// “OBSERVER””.
fn is_small_word(words: Words<'_>, candidate: &Candidate) -> bool {
    let word = words.raw(candidate.words.start);
    candidate.words.len() == 1
        && matches!(
            word,
            "AND" | "BY" | "FOR" | "FROM" | "IN" | "OF" | "ON" | "THE" | "TO" | "WITH"
        )
}

/// Whether it is what stands after a name and a comma: `, Esq.`, `, ESQ.`
fn is_suffix(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    words.before(at).starts_with(',')
        && (vocabulary.known(at).suffix()
            || matches!(words.raw(at), "ESQ" | "ESQR" | "ESQRE" | "JR" | "SR"))
}

/// Whether it is a short title at the end of a line, and in the next one stands who has it.
fn is_title_cut_off(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    words.after(at).starts_with(".\n")
        && vocabulary.known(at).title().is_some()
        && takes_stop(words, at, vocabulary)
        && words.shape(at + 1) == Some(Shape::Capital)
}

/// Whether it is how princes are styled: `His Royal Highness`.
fn is_style(words: Words<'_>, candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    let whose = matches!(words.raw(start), "Her" | "His" | "Their" | "Your");
    let style = start + usize::from(whose);
    matches!(words.raw(style), "Imperial" | "Royal" | "Serene")
        && matches!(words.raw(style + 1), "Highness" | "Highnesses" | "Majesty")
}

/// Whether it is a part of a writing and its number: `Act IV`, `Chapter XLI`.
fn is_part(words: Words<'_>, candidate: &Candidate) -> bool {
    const PARTS: &[&str] = &[
        "Act", "Appendix", "Article", "Book", "Canto", "Chap", "Chapter", "Fig", "Figure",
        "Lecture", "Letter", "Number", "Page", "Part", "Plate", "Psalm", "Scene", "Section",
        "Stanza", "Table", "Vol", "Volume",
    ];
    let number = |at: usize| {
        matches!(words.shape(at), Some(Shape::Initial | Shape::Upper))
            && roman::numeral(words.raw(at)).is_some()
    };
    let at = candidate.words.start;
    PARTS.binary_search(&words.raw(at)).is_ok() && number(at + 1)
}

/// Whether it is the number of a part that stands before it: “see Vol. I. of this edition”.
fn is_number_of_a_part(words: Words<'_>, candidate: &Candidate) -> bool {
    const PARTS: &[&str] = &[
        "Act", "Book", "Canto", "Chap", "Chapter", "Part", "Scene", "Vol", "Volume", "book",
        "canto", "chap", "chapter", "part", "vol", "volume",
    ];
    let start = candidate.words.start;
    candidate.words.len() == 1
        && matches!(words.raw(start), "I" | "V" | "X")
        && start.checked_sub(1).is_some_and(|at| PARTS.binary_search(&words.raw(at)).is_ok())
        && matches!(words.before(start), " " | ". " | ".\n" | "\n")
}

/// Whether it is one of a row that letters tell apart: `Company B`, `Schedule A`.
fn is_unit(words: Words<'_>, candidate: &Candidate) -> bool {
    const UNITS: &[&str] = &[
        "Appendix", "Battery", "Class", "Company", "Exhibit", "Figure", "Plate", "Schedule",
        "Section", "Table", "Troop",
    ];
    let at = candidate.words.start;
    candidate.words.len() == 2
        && UNITS.binary_search(&words.raw(at)).is_ok()
        && words.shape(at + 1) == Some(Shape::Initial)
        && words.before(at + 1) == " "
}

/// Whether it is the letter before what is asked or answered: “Q. Where were you
/// born? A. In Hamtramck.”
fn is_mark_of_answer(words: Words<'_>, candidate: &Candidate) -> bool {
    let at = candidate.words.start;
    let gap = words.before(at);
    candidate.words.len() == 1
        && matches!(words.raw(at), "A" | "Q")
        && (at == 0 || gap.contains(['\n', '?']))
        && words.after(at) == ". "
        && matches!(words.shape(at + 1), Some(Shape::Capital | Shape::Initial))
}

/// Whether it is a short word with a stop before a number, as writings are
/// referred to: `Op. 57`, `Cor. xiii.`
fn is_reference(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const LONGEST: usize = 6;
    let word = words.raw(at);
    let short = word.len() <= LONGEST && words.after(at) == ". ";
    let small = words.shape(at + 1) == Some(Shape::Lower)
        && words.raw(at + 1).bytes().all(|c| matches!(c, b'i' | b'v' | b'x' | b'l' | b'c'));
    let known = vocabulary.known(at);
    let name = known.forename() || known.surname() || known.place();
    let figures = words.shape(at + 1) == Some(Shape::Number) && !name;
    short && (figures || (small && roman::numeral(&words.raw(at + 1).to_uppercase()).is_some()))
}

/// Whether an apostrophe makes a short form of a word that is no name: `Ain’t`,
/// `Belov’d`, `Where’er`, `May’st`.
fn is_contraction(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const ENDINGS: &[&str] = &["en", "er", "l", "ll", "lo", "re", "ry", "st", "ve"];
    let ending = words.raw(at).rsplit_once(['\'', '’']);
    let within = ending.is_some_and(|(_, ending)| ENDINGS.binary_search(&ending).is_ok());
    let clitic = words.shape(at + 1) == Some(Shape::Clitic) && words.after(at).is_empty();
    let participle = || {
        let known = vocabulary.known(at);
        let word = words.raw(at).to_lowercase();
        !known.forename() && !known.doubtful_forename() && lexicon::is_common(&(word + "ed"))
    };
    let short = clitic
        && match words.raw(at + 1) {
            "’t" | "'t" => true,
            "’d" | "'d" => participle(),
            _ => false,
        };
    within || short
}

/// Whether it is a Roman number alone, such as that of a chapter.
fn is_numeral(words: Words<'_>, candidate: &Candidate) -> bool {
    let word = words.raw(candidate.words.start);
    candidate.words.len() == 1 && word.len() > 1 && roman::numeral(word).is_some()
}

/// Whether it is the genus of a living thing, which its species follows: `Midas ursulus`,
/// `Salmo fario`.
fn is_species(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const ENDINGS: &[&str] = &[
        "alis", "anus", "arum", "atus", "ensis", "eus", "icus", "ii", "inus", "ius", "orum",
        "osus", "ulus", "um", "us",
    ];
    const SHORTEST: usize = 5;
    let next = candidate.words.end;
    let word = words.raw(next);
    candidate.titles == 0
        && candidate.words.len() == 1
        && words.before(next) == " "
        && words.shape(next) == Some(Shape::Lower)
        && word.len() >= SHORTEST
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && vocabulary.get(next).is_some_and(|of| !of.known.common())
        && vocabulary.get(candidate.words.start).is_some_and(|of| !of.known.forename())
}

/// Whether a word says how somebody or something is after whom it is made: `Quixote-looking`.
fn is_likeness(word: &str) -> bool {
    const LIKE: &[&str] =
        &["built", "coloured", "fashion", "like", "looking", "shaped", "sized", "style"];
    word.rsplit_once('-').is_some_and(|(_, like)| LIKE.binary_search(&like).is_ok())
}

/// Whether no vowel is in a word that no list has: “Zzzz.”
fn is_noise(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const SHORTEST: usize = 3;
    let at = candidate.words.start;
    let word = words.raw(at);
    candidate.words.len() == 1
        && word.len() >= SHORTEST
        && word.bytes().skip(1).all(|c| b"fghmrsz".contains(&c))
        && matches!(word.as_bytes()[0], b'B' | b'G' | b'H' | b'M' | b'P' | b'S' | b'Z')
        && vocabulary.known(at) == Known::default()
}

/// Whether it is a verb as verses begin with: “Feedeth the lily”.
fn is_old_verb(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let at = candidate.words.start;
    let stem = || words.raw(at).strip_suffix("eth").map(str::to_lowercase);
    let known = vocabulary.known(at);
    candidate.words.len() == 1
        && !(known.forename() || known.surname() || known.place())
        && stem().is_some_and(|stem| lexicon::is_common(&stem) || lexicon::is_common(&(stem + "e")))
}

/// Whether it is money that is counted: “312 Mark”.
fn is_money(words: Words<'_>, at: usize) -> bool {
    let counted = at > 0 && words.shape(at - 1) == Some(Shape::Number) && words.before(at) == " ";
    counted
        && matches!(words.raw(at), "Franken" | "Gulden" | "Kronen" | "Mark" | "Taler" | "Thaler")
}

/// Whether it is a noun of German that is counted: “um 7 Uhr”.
fn is_counted(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    let known = vocabulary.known(at);
    at > 0
        && words.shape(at - 1) == Some(Shape::Number)
        && matches!(words.before(at), " " | "\n")
        && known.common()
        && !(known.surname() || known.forename() || known.place())
}

/// Whether a chapter of the Bible is named: `Isaiah 40`, `Luke ii.`
fn is_book(words: Words<'_>, at: usize) -> bool {
    const PROPHETS: &[&str] = &[
        "Ezekiel", "Habakkuk", "Haggai", "Hosea", "Isaiah", "Jeremiah", "Malachi", "Micah",
        "Nahum", "Nehemiah", "Obadiah", "Zechariah", "Zephaniah",
    ];
    // Also names of those who have ten cubits or three rupees.
    const OTHERS: &[&str] = &[
        "Amos", "Daniel", "Ezra", "James", "Job", "Joel", "John", "Jonah", "Joshua", "Jude",
        "Luke", "Mark", "Matthew", "Peter", "Samuel", "Timothy", "Titus",
    ];
    let book = words.raw(at);
    let prophet = || PROPHETS.binary_search(&book).is_ok();
    let verse = words.shape(at + 2) == Some(Shape::Number);
    let number = words.shape(at + 1) == Some(Shape::Number);
    let roman = words.shape(at + 1) == Some(Shape::Lower)
        && words.raw(at + 1).bytes().all(|c| matches!(c, b'i' | b'v' | b'x' | b'l'))
        && words.after(at + 1).starts_with('.');
    let with_verse = (number && words.after(at + 1) == ":" && verse) || roman;
    words.before(at + 1) == " "
        && ((number && prophet())
            || (with_verse && (prophet() || OTHERS.binary_search(&book).is_ok())))
}

/// Whether it is the letters of a degree or an order after a name: `, M.R.C.S.`
fn is_degree(words: Words<'_>, candidate: &Candidate) -> bool {
    // “Esq., F.S.A.”
    words.before(candidate.words.start).trim_start_matches('.').starts_with(',') && {
        let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
        lexicon::look_up(&letters).suffix()
    }
}

/// Whether it is a manuscript of some kind: `MS. Documents`.
fn is_manuscript(words: Words<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words.clone();
    end - start > 1
        && matches!(words.raw(start), "MS" | "MSS")
        && words.shape(start + 1) == Some(Shape::Capital)
}

/// Whether it is the writer, at the end of a sentence: “and so am I.”
fn is_writer(words: Words<'_>, candidate: &Candidate) -> bool {
    const BEFORE: &[&str] = &[
        "am", "and", "as", "can", "could", "did", "do", "had", "have", "may", "must", "nor", "or",
        "shall", "should", "than", "was", "will", "would",
    ];
    let start = candidate.words.start;
    candidate.words.len() == 1
        && words.raw(start) == "I"
        && start.checked_sub(1).is_some_and(|at| BEFORE.binary_search(&words.raw(at)).is_ok())
}

/// Whether it is letters before a number, after “No.”: `No. M.F. 288`.
fn is_numbered(words: Words<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words.clone();
    let number = start.checked_sub(1).is_some_and(|at| {
        matches!(words.raw(at), "NO" | "No" | "Nos" | "no") && words.before(start) == ". "
    });
    number
        && words.shape(end) == Some(Shape::Number)
        && candidate.words.clone().all(|at| words.shape(at) != Some(Shape::Capital))
}

/// Whether it is the letter of a coin beside a number: “10 R.”, “Paid R. 24”.
fn is_sum(words: Words<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words.clone();
    let number = |at: usize| words.shape(at) == Some(Shape::Number);
    let counted = start > 0 && number(start - 1) && words.before(start) == " ";
    let counts = words.raw(start) == "R" && number(end) && words.before(end) == ". ";
    end - start == 1
        && matches!(words.raw(start), "D" | "L" | "M" | "R" | "S")
        && (counted || counts)
}

/// Whether it is a direction: `N.N.W.`, `N. West`, or `S.` beside a number or
/// “of”.
fn is_compass_point(words: Words<'_>, candidate: &Candidate) -> bool {
    const POINTS: &[&str] = &["E", "East", "N", "North", "S", "South", "W", "West"];
    // What stands before a direction: “in 34 degrees S.”
    const DEGREES: &[&str] =
        &["by", "deg", "degrees", "lat", "latitude", "long", "longitude", "minutes"];
    let range = candidate.words.clone();
    if range.len() > 1 && range.clone().all(|at| POINTS.binary_search(&words.raw(at)).is_ok()) {
        return true;
    }
    let letters = range.clone().flat_map(|at| words.raw(at).chars());
    let number = |at: usize| words.shape(at) == Some(Shape::Number);
    let last = range.start.checked_sub(1);
    let beside = number(range.end)
        || matches!(words.raw(range.end), "by" | "of")
        || last.is_some_and(|at| DEGREES.contains(&words.raw(at)))
        || is_among_points(words, range.end)
        || last.is_some_and(number);
    let count = letters.clone().count();
    letters.clone().all(|letter| matches!(letter, 'N' | 'E' | 'S' | 'W'))
        && count <= 3
        && (count > 1 || beside)
}

/// Whether the words from `at` on go on with directions: “S., S.S.W. and S.E.”
fn is_among_points(words: Words<'_>, at: usize) -> bool {
    let joint = usize::from(matches!(words.raw(at), "and" | "or" | "to"));
    let point = |at: usize| {
        words.shape(at) == Some(Shape::Initial) && matches!(words.raw(at), "N" | "S" | "E" | "W")
    };
    let first = at + joint;
    matches!(words.before(at), ". " | "., " | ", " | " ")
        && point(first)
        && point(first + 1)
        && words.before(first + 1) == "."
}

/// Whether it is the district of a post office: the `S.W.` of `London, S.W.3`.
fn is_postal_district(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
    let next = candidate.words.end;
    let number = words.shape(next) == Some(Shape::Number)
        && words.raw(next).len() <= 2
        && matches!(words.before(next), "." | "" | " " | ". ");
    let after_town = words.before(candidate.words.start) == ", ";
    let ends = words.before(next).trim_start_matches('.').trim_start().is_empty()
        || words.before(next).contains('\n');
    // “Park Lane, W.”
    let street = after_town
        && candidate.words.start > 0
        && vocabulary.known(candidate.words.start - 1).closes_place();
    lexicon::is_postal_district(&letters)
        && (number || street || (after_town && letters.len() > 1 && ends))
}

/// Whether it is the letters of a state after a place and a comma: “Port Royal, S. C.”
fn is_state(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    let Some(last) = start.checked_sub(1) else { return false };
    let known = vocabulary.known(last);
    let other = known.forename() || known.title().is_some();
    words.before(start) == ", "
        && candidate.words.len() == 2
        && words.shape(last) == Some(Shape::Capital)
        && !other
        && {
            let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
            lexicon::is_state(&letters) || letters == "SC"
        }
}

/// Whether it is what typists put below a letter: `HBA:mk`, `AL/mw`.
fn is_typist_mark(words: Words<'_>, candidate: &Candidate) -> bool {
    const LONGEST: usize = 3;
    let Range { start, end } = candidate.words.clone();
    let begins = start == 0 || words.before(start).contains('\n');
    let alone = end + 1 >= words.tokens.len() || words.before(end + 1).contains('\n');
    begins
        && alone
        && matches!(words.before(end), ":" | "/")
        && words.shape(end) == Some(Shape::Lower)
        && words.raw(end).len() <= LONGEST
}

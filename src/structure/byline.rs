//! Lines that say who wrote something or had another part in it, and where it was
//! published.

use super::Input;
use super::title_role::TitleRole;
use crate::lexicon;
use crate::source::Span;
use crate::token::Shape;

/// A line of the word that stands over the author’s name.
pub(super) fn is_by(text: &str) -> bool {
    let text = text.trim_matches(['_', '=', ':', ' ']);
    matches!(text.to_lowercase().as_str(), "by" | "par" | "von" | "door")
}

/// A line of that word, or one that begins with it: “BY JANE MARSH”.
pub(super) fn begins_with_by(text: &str) -> bool {
    let text = text.trim_start_matches(['_', '=', ' ']);
    is_by(text)
        || ["BY ", "By ", "by ", "PAR ", "Von ", "VON ", "DOOR "]
            .iter()
            .any(|by| text.starts_with(by))
}

/// A line of that word, or one that ends with it: “A TALE BY”.
pub(super) fn ends_with_by(text: &str) -> bool {
    let text = text.trim_end_matches(['_', '=', ':', ' ']);
    is_by(text)
        || [" BY", " PAR", " VON", " DOOR", " by", " By"].iter().any(|by| text.ends_with(by))
}

/// Whether a line below “BY” can be a name, however it is written: “L’Abbé
/// Delaumosne”.
pub(super) fn could_be_name(line: &str) -> bool {
    const MOST: usize = 7;
    let words = || line.trim_matches(['_', '=']).split_whitespace();
    (1..=MOST).contains(&words().count())
        && words().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || matches!(c, '&' | '('))
                || matches!(
                    word,
                    "de" | "von"
                        | "van"
                        | "der"
                        | "du"
                        | "la"
                        | "and"
                        | "d’"
                        | "et"
                        | "und"
                        | "of"
                        | "the"
                )
        })
}

/// A line that says who did what, or where it was published.
pub(super) fn credit(text: &str) -> Option<TitleRole> {
    const IMPRINTS: &[&str] = &[
        "From ", "Source:", "First published", "First Published", "Published",
        "Originally published", "Printed ", "Paru dans", "Aus ", "Erschienen",
    ];
    const BYLINES: &[&str] = &[
        "Translated ", "Translated:", "Translation", "Transcribed ", "Transcribed:",
        "Transcription", "Edited ", "Annotated ", "Illustrated ", "With an introduction", "By ",
        "by ", "BY ", "HTML Markup", "Written:", "Online Version", "Copyleft", "Copyright",
        "Proofread", "Traduit ", "Übersetzt ", "Public Domain", "Produced by", "Prepared by",
        "E-text prepared", "Etext prepared", "This etext was", "This eBook was", "Credits:",
        "AUTHOR OF ", "Author of ", "Interviewed ", "Interviewer:", "Interviewee:", "Narrator:",
        "Transcriber:",
    ];
    let text = text.trim_start_matches(['_', '(']);
    // “From Lenin to Stalin” is a title, “From Fourth International, 1942” is not.
    let dated = text.contains(|c: char| c.is_ascii_digit());
    let is_imprint = |start: &&&str| {
        // “From 1st July to 31st July 1916” is neither.
        let rest = text.strip_prefix(**start);
        let named = rest.is_some_and(|rest| rest.starts_with(char::is_uppercase));
        rest.is_some() && (dated && named || !matches!(**start, "From " | "Aus "))
    };
    if IMPRINTS.iter().any(|start| is_imprint(&start)) || names_pages(text) {
        Some(TitleRole::Imprint)
    } else if BYLINES.iter().any(|start| text.starts_with(start))
        || !text.contains(char::is_lowercase)
            && BYLINES.iter().any(|start| text.starts_with(&start.to_uppercase()))
        || names_author(text)
        || names_illustrator(text)
    {
        Some(TitleRole::Byline)
    } else {
        None
    }
}

/// Whether a line says who did what, or where it was published: its years are
/// not those of the text.
pub(super) fn is_credit(text: &str) -> bool {
    credit(text).is_some() || text.contains(": ") && text.contains(", ")
}

/// Whether a line names who wrote what stands below it, or who had another
/// part in it.
pub(super) fn is_byline(text: &str) -> bool {
    text.len() <= 80 && !text.ends_with(',') && credit(text) == Some(TitleRole::Byline)
}

/// Whether a block says by whom what stands below it is, and nothing else: “BY JAMES
/// MASON.”, “By Darley Dale, Author of …”
pub(super) fn is_by_author(text: &str) -> bool {
    const LONGEST: usize = 160;
    const BY: &[&str] = &["By ", "BY ", "by ", "Par ", "PAR ", "Von ", "VON "];
    let text = text.trim_matches(['_', '=', '(', ')', '[', ']', ' ']);
    let name = BY.iter().find_map(|by| text.strip_prefix(by)).unwrap_or_default();
    let first = name.split([',', '\n']).next().unwrap_or_default().trim_end_matches('.');
    let several = first.split_whitespace().count() >= 2;
    text.len() <= LONGEST
        && !name.is_empty()
        // “BY MR. STOKES:” says who asks.
        && !text.ends_with(':')
        && could_be_name(first)
        && (several
            && (first.len() + 1 >= name.len()
                || !name.contains(". ")
                || credit(name[first.len()..].trim_start_matches([',', ' '])).is_some()))
}

/// Whether a word in small letters says of what kind a book is, as it stands before the
/// name of who wrote it: “Roman von”, “comédie par”.
pub(crate) fn is_genre(word: &str) -> bool {
    const GENRES: &[&str] = &[
        "comédie", "contes", "drama", "drame", "erzählung", "erzählungen", "gedichte", "komödie",
        "lustspiel", "märchen", "nouvelles", "novelle", "novellen", "poésies", "roman",
        "schauspiel", "tragédie", "tragödie", "trauerspiel",
    ];
    GENRES.contains(&word)
}

/// “par Étienne Vasseur”, “von Luise Hagedorn”, “Roman von Karl Brandt”
fn names_author(text: &str) -> bool {
    let name = ["par ", "Par ", "PAR ", "von ", "Von ", "VON "];
    let genre = text.split_once(' ').filter(|(genre, _)| is_genre(&genre.to_lowercase()));
    let text = genre.map_or(text, |(_, rest)| rest);
    let name = name.iter().find_map(|start| text.strip_prefix(start)).unwrap_or_default();
    let mut words = name.split_whitespace();
    (2..=5).contains(&words.clone().count())
        && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// “WITH FOUR DRAWINGS BY G. T. DUNN”
fn names_illustrator(text: &str) -> bool {
    (text.starts_with("WITH ") || text.starts_with("With "))
        && (text.contains(" BY ") || text.contains(" by "))
}

/// “The Fortnightly, vol. LIII, March 1893, pp. 377–384”
fn names_pages(text: &str) -> bool {
    let volume = ["vol. ", "Vol. ", "VOL. ", "Bd. ", "tome ", "t. "];
    let pages = [", pp. ", ", p. ", ", S. ", "(pp. "];
    text.len() <= 160
        && volume.iter().any(|word| text.contains(word))
        && pages.iter().any(|word| text.contains(word))
}

/// A line that is the name of a person: capitals throughout, and the first
/// word a forename or an initial.
pub(super) fn is_name(input: &Input<'_>, line: Span) -> bool {
    let words = input.words.within(line);
    let given = input.words.raw(words.start);
    let first = match input.words.shape(words.start) {
        // “A Novel” is no name, “A. Novel” is.
        Some(Shape::Initial) => words.len() >= 2 && input.words.after(words.start) != " ",
        Some(Shape::Capital | Shape::Upper) => lexicon::is_forename(given),
        _ => false,
    };
    let all = words.clone().all(|word| match input.words.shape(word) {
        Some(Shape::Capital | Shape::Upper | Shape::Initial) => true,
        Some(Shape::Lower) => {
            matches!(
                input.words.raw(word),
                "de" | "von" | "van" | "der" | "du" | "la" | "and" | "d’" | "zu" | "et"
            )
        }
        _ => false,
    });
    // “ORAL HISTORY INTERVIEW”: a name of three words has one that is none of the
    // language.
    let told = || {
        words.len() >= 3
            && words.clone().all(|word| lexicon::is_common(&input.words.raw(word).to_lowercase()))
    };
    let text = line.of(input.text);
    first
        && all
        && (2..=9).contains(&words.len())
        && !text.contains([':', ';', '—', '?', '!'])
        && !told()
}

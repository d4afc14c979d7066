//! What a line of a title block says by its words: who did what, where it was
//! published, a name, a date.

use super::TitleRole;
use crate::date::{self, Meaning};
use crate::lexicon;
use crate::source::Span;
use crate::structure::{Input, letters};
use crate::token::Shape;

/// Letters and digits in lower case: what two titles that are the same share.
pub(super) fn letters_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a line names a series of books: “Everyman’s Library”, “Collection
/// Michel Lévy”, “THE CAMELOT SERIES”.
pub(super) fn is_series(text: &str) -> bool {
    const ENDS: &[&str] = &["series", "classics", "library", "bücherei", "bibliothek", "reihe"];
    const STARTS: &[&str] = &[
        "collection ", "bibliothèque ", "sammlung ", "bibliothek ", "série ", "les classiques ",
        "everyman", "bohn", "universal-bibliothek", "reclams ", "insel-bücherei",
    ];
    const MOST: usize = 6;
    let lower = text.trim_matches(['_', '=', '.', '(', ')', ' ']).to_lowercase();
    let words = || lower.split_whitespace();
    (2..=MOST).contains(&words().count())
        && !words().any(|word| matches!(word, "of" | "in" | "letters" | "poems"))
        && (words().next_back().is_some_and(|last| ENDS.contains(&last))
            || STARTS.iter().any(|start| lower.starts_with(start)))
}

/// Whether a line stands between the parties of a case.
pub(super) fn is_versus(text: &str) -> bool {
    let word = text.trim_matches(['_', '-', '—', '.', ' ', '(', ')']).to_lowercase();
    matches!(word.as_str(), "v" | "vs" | "versus" | "against" | "gegen" | "contre")
}

/// Whether a title goes on in the next line: “THE”, “of the”, “A STORY OF”.
pub(super) fn is_open(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "of", "the", "for", "in", "with", "to", "le", "la", "les", "de", "du",
        "des", "et", "der", "die", "das", "den", "dem", "und", "ein", "eine", "von", "van", "het",
    ];
    let last =
        line.trim_matches(['_', '=', ' ']).rsplit([' ', '\'', '’']).next().unwrap_or_default();
    WORDS.contains(&last.to_lowercase().as_str())
}

/// Whether a line in small letters goes on with the title above it: “of the”.
pub(super) fn continues(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "of", "the", "and", "in", "for", "from", "to", "on", "with", "de", "des", "du", "et",
        "der", "des", "dem", "und", "aus", "zu", "in", "im", "en", "van", "uit",
    ];
    let word = line.trim_start_matches('_').split(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| WORDS.contains(&word))
}

/// Whether a line goes on with a byline above it: its words are not at an end.
pub(super) fn goes_on(above: &str, line: &str) -> bool {
    above.ends_with(',')
        || line.starts_with(char::is_lowercase)
        || above.matches('"').count() % 2 == 1
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
pub(in crate::structure) fn is_credit(text: &str) -> bool {
    credit(text).is_some() || text.contains(": ") && text.contains(", ")
}

/// Whether a line names who wrote what stands below it, or who had another
/// part in it.
pub(in crate::structure) fn is_byline(text: &str) -> bool {
    text.len() <= 80 && !text.ends_with(',') && credit(text) == Some(TitleRole::Byline)
}

/// “The Fortnightly, vol. LIII, March 1893, pp. 377–384”
fn names_pages(text: &str) -> bool {
    let volume = ["vol. ", "Vol. ", "VOL. ", "Bd. ", "tome ", "t. "];
    let pages = [", pp. ", ", p. ", ", S. ", "(pp. "];
    text.len() <= 160
        && volume.iter().any(|word| text.contains(word))
        && pages.iter().any(|word| text.contains(word))
}

/// “WITH FOUR DRAWINGS BY G. T. DUNN”
fn names_illustrator(text: &str) -> bool {
    (text.starts_with("WITH ") || text.starts_with("With "))
        && (text.contains(" BY ") || text.contains(" by "))
}

/// Whether a block says by whom what stands below it is, and nothing else: “BY JAMES
/// MASON.”, “By Darley Dale, Author of …”
pub(in crate::structure) fn is_by_author(text: &str) -> bool {
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

/// A line that is only a date, perhaps in parentheses.
pub(super) fn is_date(input: &Input<'_>, line: Span) -> bool {
    let words = input.words.within(line);
    let date = date::at(input.words, words.start).map(|(_, next)| next);
    let next = input.year_range(words.start).max(date);
    next == Some(words.end)
}

/// What an archivist says in brackets: what the document is, “[Minutes of the Library
/// Committee]”, or where it lies, “[Box 2, folder 7]”.
pub(super) fn supplied(text: &str, titled: bool) -> Option<TitleRole> {
    const LIES: &[&str] = &[
        "box", "folder", "item", "reel", "series", "mappe", "karton", "schachtel", "dossier",
        "carton",
    ];
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'))?;
    if inside.contains(['[', ']', ':']) {
        return None;
    }
    let first = inside.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let counted = inside.bytes().any(|byte| byte.is_ascii_digit());
    if counted && LIES.contains(&first.to_lowercase().as_str()) {
        return Some(TitleRole::Subtitle);
    }
    names_document(text).then_some(if titled { TitleRole::Subtitle } else { TitleRole::Title })
}

/// “[Diary of Jane Marsh, 1862]”
pub(super) fn names_document(text: &str) -> bool {
    const LONGEST: usize = 120;
    const WORDS: &[&str] = &[
        "minutes", "diary", "journal", "letter", "letters", "notebook", "log", "tagebuch",
        "protokoll", "brief", "briefe", "lettre", "lettres", "procès-verbal", "report",
        "memorandum", "account", "inventory", "will",
    ];
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or_default();
    let first = inside.split(' ').next().unwrap_or_default();
    text.len() <= LONGEST
        && !inside.contains(['[', ']', ':', '\n'])
        && !inside.ends_with('.')
        && inside.split_whitespace().count() >= 3
        && first.starts_with(char::is_uppercase)
        && WORDS.contains(&first.to_lowercase().as_str())
}

/// A line with the day of a document: below its label, or with the place before it, as
/// in the head of a newspaper: “Date: 12 March 1981”, “CALDER, SATURDAY, MARCH 3, 1888.”
pub(super) fn is_placed_date(input: &Input<'_>, line: Span) -> bool {
    const LABELS: &[&str] = &["date", "dated", "date of interview", "datum", "interview date"];
    const MOST: usize = 3;
    let found = letters::dates(input, line);
    let [date] = found.as_slice() else { return false };
    let Meaning::Date(written) = date.meaning else { return false };
    let before = Span::new(line.start, date.span.start).of(input.text).trim_end();
    let after = Span::new(date.span.end, line.end).of(input.text);
    let label = before.strip_suffix(':').map(str::to_lowercase);
    let labelled = label.is_some_and(|label| LABELS.contains(&label.as_str()));
    let placed = before.strip_suffix(',').is_some_and(|place| {
        let words = || place.split_whitespace();
        (1..=MOST).contains(&words().count())
            && words().all(|word| word.starts_with(char::is_uppercase))
    });
    let full = written.day.is_some() && written.month.is_some();
    full && (labelled || placed) && matches!(after, "" | ".")
}

/// A line that is the name of a person: capitals throughout, and the first
/// word a forename or an initial.
pub(in crate::structure) fn is_name(input: &Input<'_>, line: Span) -> bool {
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

//! What else a line of a title block says by its words: a series, that a title goes
//! on, a date.

use crate::date::{self, Meaning};
use crate::source::Span;
use crate::structure::title_role::TitleRole;
use crate::structure::{Input, letters};

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

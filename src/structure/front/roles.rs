//! What the lines of a title block say.

use super::TitleRole;
use crate::date;
use crate::lexicon;
use crate::source::Span;
use crate::structure::Input;
use crate::token::Shape;

/// What each line of the title block says.
pub(super) fn roles(input: &Input<'_>, blocks: std::ops::Range<usize>) -> Vec<(Span, TitleRole)> {
    let mut roles: Vec<(Span, TitleRole)> = Vec::new();
    for index in blocks {
        let first = roles.len();
        for line in input.blocks[index].line_spans(input.text, input.lines) {
            let text = line.of(input.text);
            let titled = roles.iter().any(|(_, role)| *role == TitleRole::Title);
            let by = roles.last().is_some_and(|(line, _)| ends_with_by(line.of(input.text)));
            let note = text.starts_with('[') && text.ends_with(']') && text.contains(' ');
            let written = roles.iter().any(|(_, role)| *role == TitleRole::Author);
            let role = if is_by(text) || note && !is_date(input, line) {
                TitleRole::Byline
            } else if by && is_name(input, line) {
                // “With drawings” “BY” is a second one.
                if written { TitleRole::Byline } else { TitleRole::Author }
            } else if is_date(input, line) {
                TitleRole::Date
            } else if let Some(role) = credit(text) {
                role
            } else if is_name(input, line) {
                if titled && written { TitleRole::Byline } else { TitleRole::Author }
            } else if titled {
                TitleRole::Subtitle
            } else {
                TitleRole::Title
            };
            roles.push((line, role));
        }
        // Place and publisher stand above the year.
        if let Some(((year, TitleRole::Date), above)) = roles[first..].split_last_mut()
            && year.of(input.text).split_whitespace().count() <= 2
        {
            for (_, role) in above.iter_mut().filter(|(_, role)| *role == TitleRole::Subtitle) {
                *role = TitleRole::Imprint;
            }
        }
    }
    // A name with nothing else is the title after all.
    if !roles.iter().any(|(_, role)| *role == TitleRole::Title)
        && let Some((_, role)) = roles.iter_mut().find(|(_, role)| *role == TitleRole::Author)
    {
        *role = TitleRole::Title;
    }
    roles
}

/// A line of the word that stands over the author’s name.
fn is_by(text: &str) -> bool {
    matches!(text, "By" | "BY" | "by" | "Par" | "PAR" | "par" | "Von" | "VON" | "von")
}

/// A line of that word, or one that ends with it in capitals: “A TALE BY”.
fn ends_with_by(text: &str) -> bool {
    is_by(text) || [" BY", " PAR", " VON"].iter().any(|by| text.ends_with(by))
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
        "AUTHOR OF ", "Author of ",
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
    if IMPRINTS.iter().any(|start| is_imprint(&start)) {
        Some(TitleRole::Imprint)
    } else if BYLINES.iter().any(|start| text.starts_with(start))
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

/// “WITH FOUR DRAWINGS BY G. T. DUNN”
fn names_illustrator(text: &str) -> bool {
    (text.starts_with("WITH ") || text.starts_with("With "))
        && (text.contains(" BY ") || text.contains(" by "))
}

/// “par Étienne Vasseur”, “von Luise Hagedorn”
fn names_author(text: &str) -> bool {
    let name = ["par ", "Par ", "PAR ", "von ", "Von ", "VON "];
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
    let text = line.of(input.text);
    first && all && (2..=9).contains(&words.len()) && !text.contains([':', ';', '—', '?', '!'])
}

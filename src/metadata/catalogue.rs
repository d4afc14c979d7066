//! What the head of a Project Gutenberg file says of it: `Title: Emma`.

use super::{Credit, Metadata, Role, credits};
use crate::date::{self, Anchor};
use crate::source::collapsed;
use crate::structure::is_credit;
use crate::token::{Words, tokenize};

/// The labels that name persons.
const ROLES: &[(&str, Role)] = &[
    ("Author", Role::Author),
    ("Authors", Role::Author),
    ("Translator", Role::Translator),
    ("Editor", Role::Editor),
    ("Illustrator", Role::Illustrator),
    ("Annotator", Role::Annotator),
];

/// Languages by their English name (BCP 47).
const LANGUAGES: &[(&str, &str)] = &[
    ("English", "en"),
    ("French", "fr"),
    ("German", "de"),
    ("Italian", "it"),
    ("Spanish", "es"),
    ("Dutch", "nl"),
    ("Latin", "la"),
    ("Portuguese", "pt"),
    ("Danish", "da"),
    ("Swedish", "sv"),
    ("Finnish", "fi"),
    ("Polish", "pl"),
];

/// What the labelled lines of some blocks say.
pub(super) fn catalogue<'t>(blocks: impl Iterator<Item = &'t str> + Clone) -> Metadata {
    let mut metadata = Metadata::default();
    let made = blocks.clone().filter(|block| is_credit(block));
    metadata.credits.extend(made.flat_map(|block| credits(first_sentence(&collapse(block)))));
    let (mut number, mut released) = (None, None);
    for (label, value) in blocks.flat_map(entries) {
        if let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == label) {
            let names = value.split(" and ").flat_map(|names| names.split(';'));
            let names = names.map(without_years).filter(|name| !is_nobody(name));
            metadata
                .credits
                .extend(names.map(|name| Credit { role: *role, name: name.to_owned() }));
            continue;
        }
        match label {
            "Title" => metadata.title = metadata.title.or(Some(value)),
            "Language" => {
                let found = LANGUAGES.iter().find(|(name, _)| value.eq_ignore_ascii_case(name));
                metadata.language = found.map(|(_, code)| (*code).to_owned());
            }
            "Release date" | "Release Date" | "Posting Date" => {
                released = date_of(&value).or(released);
                number = number_of(&value).or(number);
            }
            _ => {}
        }
    }
    metadata.credits.sort_by_key(|credit| credit.role);
    metadata.source_words = match (number, released) {
        (Some(number), Some(date)) => Some(format!("Project Gutenberg, eBook {number}, {date}")),
        (Some(number), None) => Some(format!("Project Gutenberg, eBook {number}")),
        (None, Some(date)) => Some(format!("Project Gutenberg, {date}")),
        (None, None) => None,
    };
    metadata
}

/// Who made the file, without the thanks and the address below it.
fn first_sentence(words: &str) -> &str {
    let addresses = [" (", " at http", " http"].iter().filter_map(|end| words.find(end));
    // The stop after an initial ends nothing.
    let stop = words.match_indices(". ").map(|(at, _)| at);
    let stop = stop.filter(|at| words[..*at].ends_with(char::is_lowercase)).min();
    words[..addresses.chain(stop).min().unwrap_or(words.len())].trim_end_matches('.')
}

/// The most characters of a value.
const LONGEST: usize = 400;

/// The labels of a block and what stands after them; a line without a label
/// goes on with the one above if it is indented.
fn entries(block: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in block.lines() {
        let indented = line.starts_with([' ', '\t']);
        let labelled = line.split_once(':').filter(|(label, _)| is_label(label) && !indented);
        match (labelled, entries.last_mut()) {
            (Some((label, value)), _) => entries.push((label, collapse(value))),
            (None, Some((_, value))) if indented && value.len() < LONGEST => {
                value.push(' ');
                value.push_str(&collapse(line));
            }
            _ => {}
        }
    }
    entries.retain(|(_, value)| !value.is_empty() && value.len() <= 2 * LONGEST);
    entries
}

fn is_label(label: &str) -> bool {
    label.len() <= 20
        && label.starts_with(|c: char| c.is_ascii_uppercase())
        && label.chars().all(|c| c.is_ascii_alphabetic() || c == ' ')
}

/// The words with one space between them and nothing that XML cannot hold.
fn collapse(text: &str) -> String {
    let words = collapsed(text);
    words.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

/// “Austen, Jane, 1775-1817” without the years.
fn without_years(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once(", ") {
        Some((before, years)) if years.starts_with(|c: char| c.is_ascii_digit()) => before,
        _ => name,
    }
}

fn is_nobody(name: &str) -> bool {
    name.is_empty() || matches!(name, "Various" | "Anonymous" | "Unknown")
}

fn date_of(value: &str) -> Option<String> {
    let value = value.split('[').next().unwrap_or(value);
    let tokens = tokenize(value);
    let found = date::find(Words { text: value, tokens: &tokens });
    let reading = found.first()?.meaning.resolve(Anchor::default())?;
    Some(reading.value.start().to_string())
}

/// The number in `[eBook #1342]`.
fn number_of(value: &str) -> Option<String> {
    let (_, rest) = value.split_once('#')?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::catalogue;
    use crate::metadata::Role;

    #[test]
    fn labelled_lines() {
        let blocks = [
            "The Project Gutenberg eBook of Emma",
            "Title: Emma\n       A Novel",
            "Author: Austen, Jane, 1775-1817\nTranslator: A. B. and C. D.",
            "Release date: March 3, 2019 [eBook #158]",
            "Language: French",
            "This eBook is for the use of anyone: anywhere",
        ];
        let found = catalogue(blocks.into_iter());
        assert_eq!(found.title.as_deref(), Some("Emma A Novel"));
        let credits: Vec<_> =
            found.credits.iter().map(|credit| (credit.role, credit.name.as_str())).collect();
        assert_eq!(
            credits,
            [
                (Role::Author, "Austen, Jane"),
                (Role::Translator, "A. B."),
                (Role::Translator, "C. D.")
            ]
        );
        assert_eq!(found.language.as_deref(), Some("fr"));
        assert_eq!(found.source_words.as_deref(), Some("Project Gutenberg, eBook 158, 2019-03-03"));
        assert_eq!(catalogue(["Nothing: ", "a: b"].into_iter()), super::Metadata::default());
    }
}

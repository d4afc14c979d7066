//! The forms that a name in a table stands for.

use std::borrow::Cow;

use super::EntryKind;
use crate::lexicon;

/// A name as it is spoken: `Gide, André, 1869-1951` as `André Gide`, `Paris
/// (Texas)` as `Paris`.
pub(crate) fn natural(name: &str, kind: EntryKind) -> String {
    let name = name.split(" (").next().unwrap_or(name);
    let mut parts = name.split(',').map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    if kind == EntryKind::Place {
        return name.trim().to_owned();
    }
    let mut forenames = parts.filter(|part| !part.contains(|c: char| c.is_ascii_digit()));
    match (forenames.next(), forenames.next()) {
        (None, _) => first.to_owned(),
        (Some(suffix), None) if is_suffix(suffix) => format!("{first} {suffix}"),
        (Some(forename), None) => format!("{forename} {first}"),
        (Some(forename), Some(suffix)) => format!("{forename} {first} {suffix}"),
    }
}

/// The forms that stand in texts: of `Paris, Texas` also `Paris`.
pub(super) fn written(form: &str, kind: EntryKind) -> impl Iterator<Item = &str> {
    let part = form.split(',').next().filter(|part| kind == EntryKind::Place && *part != form);
    std::iter::once(form).chain(part)
}

/// The last word of the surname in a name of several words.
pub(super) fn surname(form: &str) -> Option<&str> {
    let mut words = form.split_whitespace();
    let last = words.next_back()?;
    let before = words.next_back()?;
    Some(if is_suffix(last) { before } else { last })
}

fn is_suffix(word: &str) -> bool {
    lexicon::look_up(&stopless(word)).suffix()
}

fn stopless(word: &str) -> Cow<'_, str> {
    word.strip_suffix('.').map_or(Cow::Borrowed(word), |word| Cow::Owned(word.replace('.', "")))
}

#[cfg(test)]
mod tests {
    use super::{natural, surname, written};
    use crate::authority::EntryKind::{Person, Place};

    #[test]
    fn names_as_they_are_spoken() {
        assert_eq!(natural("Gide, André, 1869-1951", Person), "André Gide");
        assert_eq!(natural("Dickens, Charles, Jr., 1837–1896", Person), "Charles Dickens Jr.");
        assert_eq!(natural("Martin Luther King, Jr.", Person), "Martin Luther King Jr.");
        assert_eq!(natural("Victor Serge", Person), "Victor Serge");
        assert_eq!(natural("Paris (Texas)", Place), "Paris");
    }

    #[test]
    fn forms_of_places() {
        assert_eq!(written("Paris, Texas", Place).collect::<Vec<_>>(), ["Paris, Texas", "Paris"]);
        assert_eq!(written("Paris", Place).count(), 1);
    }

    #[test]
    fn surnames() {
        assert_eq!(surname("Martin Luther King Jr."), Some("King"));
        assert_eq!(surname("Charles de Gaulle"), Some("Gaulle"));
        assert_eq!(surname("Colette"), None);
    }
}

//! Files without which nothing can be done: what they say, or what is wrong with
//! them.

use std::path::Path;

use rubricate::{Diagnostic, Subject};

use super::files;

/// No more problems of one file are shown.
const MOST: usize = 20;

/// What a file says, or what is wrong with it.
pub(super) fn read<T>(
    path: &Path,
    what: &str,
    parse: impl FnOnce(&str) -> Result<T, Vec<Diagnostic>>,
) -> Result<T, String> {
    let text = text(path)?;
    parse(&text).map_err(|problems| unusable(path, what, &text, &problems))
}

/// The text of a file in UTF-8.
pub(super) fn text(path: &Path) -> Result<String, String> {
    String::from_utf8(files::read(path)?).map_err(|_| {
        format!("{}: this is not a text in UTF-8; save it as UTF-8", files::shown(path))
    })
}

/// What is wrong with a file that is needed.
pub(super) fn unusable(path: &Path, what: &str, text: &str, problems: &[Diagnostic]) -> String {
    let name = files::shown(path);
    let subject = Subject::new(&name, text);
    format!("{what} cannot be used\n{}", some(&subject, problems))
}

/// The first of the problems, and how many more there are.
pub(super) fn some(subject: &Subject<'_>, problems: &[Diagnostic]) -> String {
    let shown: String = problems.iter().take(MOST).map(|found| subject.show(found)).collect();
    match problems.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown}{}: and {more} more\n", subject.name()),
    }
}

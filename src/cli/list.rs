//! The files of a call: named one by one, in directories, or in lists.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::arguments::Listed;
use super::directory::{self, Kind, Passed};
use super::files::{self, Named};

/// The files to work on, each once, in the order they are named.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub all: Vec<Named>,
    /// What was passed over in the directories that were named.
    pub passed: Vec<Passed>,
}

/// The files that are named, those of a kind in the directories that are, but not
/// in that of the results, and those in lists.
///
/// # Errors
///
/// A list that cannot be read, or standard input for two things.
pub(super) fn files(
    named: &[PathBuf],
    listed: &Listed,
    kind: Kind,
    results: Option<&Path>,
) -> Result<Files, String> {
    let mut files = Files::default();
    for path in named {
        if files::is_standard(path) || !path.is_dir() {
            files.all.push(Named::file(path.clone()));
        } else {
            let (all, passed) = directory::files(path, kind, results);
            files.all.extend(all);
            files.passed.extend(passed);
        }
    }
    for list in &listed.files_from {
        let bytes = files::read(list)?;
        let listed = names(&files::shown(list), &bytes, listed.null)?;
        files.all.extend(listed.into_iter().map(Named::file));
    }
    let read = files.all.iter().map(|file| &file.path).chain(&listed.files_from);
    if read.filter(|path| files::is_standard(path)).count() > 1 {
        let message = "standard input can be read only once, and - is given twice";
        return Err(message.to_owned());
    }
    // Lists overlap, and nothing is gained by doing the same again.
    let mut seen = HashSet::new();
    files.all.retain(|file| seen.insert(file.path.clone()));
    Ok(files)
}

/// The names in a list.
fn names(list: &str, bytes: &[u8], null: bool) -> Result<Vec<PathBuf>, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n');
    if !null && let Some(line) = lines.position(|line| line.contains(&0)) {
        let line = line + 1;
        return Err(format!(
            "{list}:{line}: there is a NUL character; give --null if one stands after each name, and \
             save the list as UTF-8 otherwise"
        ));
    }
    if null && bytes.contains(&b'\n') && !bytes.contains(&0) {
        return Err(format!("{list}: no NUL character stands after a name; leave out --null"));
    }
    let end = if null { 0 } else { b'\n' };
    let names = bytes.split(|byte| *byte == end).map(|name| match name {
        [name @ .., b'\r'] if !null => name,
        name => name,
    });
    names.filter(|name| !name.is_empty()).map(|name| path(list, name)).collect()
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere names are text")]
fn path(_: &str, name: &[u8]) -> Result<PathBuf, String> {
    use std::os::unix::ffi::OsStringExt;
    Ok(OsString::from_vec(name.to_vec()).into())
}

#[cfg(not(unix))]
fn path(list: &str, name: &[u8]) -> Result<PathBuf, String> {
    let name = String::from_utf8(name.to_vec())
        .map_err(|_| format!("{list}: this is not a text in UTF-8; save it as UTF-8"))?;
    Ok(OsString::from(name).into())
}

/// A path with `/` between its parts, for tables.
pub(super) fn spelled(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::names;

    #[track_caller]
    fn check(bytes: &[u8], null: bool, expected: &[&str]) {
        let found = names("l", bytes, null).unwrap();
        let found: Vec<_> = found.iter().map(|path| path.to_str().unwrap()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_of_any_system() {
        check(b"a.txt\nb c.txt\n", false, &["a.txt", "b c.txt"]);
        check(b"\xEF\xBB\xBFa.txt\r\n\r\n# b\r\nc", false, &["a.txt", "# b", "c"]);
        check(b"a\nb\0c\r\0", true, &["a\nb", "c\r"]);
        check(b"", true, &[]);
    }

    #[test]
    fn a_list_of_the_other_kind() {
        let message = names("l", b"a\nb\0c", false).unwrap_err();
        assert!(message.starts_with("l:2: there is a NUL character; give --null"), "{message}");
        let message = names("l", b"a\nb\n", true).unwrap_err();
        assert_eq!(message, "l: no NUL character stands after a name; leave out --null");
    }
}

//! The manifest: what an archive knows of each of many transcriptions, in a
//! table with a row for each file.

use std::collections::HashMap;

use super::Metadata;
use super::sidecar::{Field, KEYS};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::table::{self, Row};

/// What is known of many transcriptions.
///
/// A row is about the file whose path ends as its column `file` says.
///
/// ```
/// use rubricate::metadata::Manifest;
///
/// let table = "file,title,author\nbox1/001.txt,To his sister,Henry Calloway\n";
/// let manifest = Manifest::from_csv(table).unwrap();
/// let row = manifest.row_of("archive/box1/001.txt").unwrap();
/// assert_eq!(manifest.rows()[row].metadata.title.as_deref(), Some("To his sister"));
/// assert_eq!(manifest.row_of("archive/box2/001.txt"), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    rows: Vec<ManifestRow>,
    /// The row about each file.
    by_file: HashMap<String, usize>,
    remarks: Vec<Diagnostic>,
}

/// A row of a manifest.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ManifestRow {
    /// The path of the file, or the end of it, with `/` between its parts.
    pub file: String,
    /// Where the table names it.
    pub place: Span,
    /// What is known of it.
    pub metadata: Metadata,
}

impl Manifest {
    /// Reads a table: comma-separated values with a header row, in any order of
    /// columns. Semicolons and tabs do as well.
    ///
    /// The column `file` is needed. The others are called like the keys of a
    /// metadata file ([`Metadata::from_toml`]) and mean the same; several names
    /// are separated by a bar or a semicolon, and an empty field says nothing.
    ///
    /// # Errors
    ///
    /// All that is wrong with the table, each with its place in it.
    pub fn from_csv(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut rows = table::rows(text);
        let Some(header) = rows.next() else {
            let problem = Diagnostic::new(Severity::Error, Code::Metadata, "the table is empty");
            return Err(vec![problem.help(FIRST_ROW)]);
        };
        let mut reader = Reader { columns: Vec::new(), ..Reader::default() };
        reader.header(&header);
        if reader.problems.is_empty() {
            rows.for_each(|row| reader.row(&row));
        }
        if reader.problems.is_empty() { Ok(reader.manifest) } else { Err(reader.problems) }
    }

    /// The rows, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[ManifestRow] {
        &self.rows
    }

    /// What is odd about the table and no mistake, over its text.
    #[must_use]
    pub fn remarks(&self) -> &[Diagnostic] {
        &self.remarks
    }

    /// The row about the file with that path; of several the one that says
    /// most of the path.
    #[must_use]
    pub fn row_of(&self, path: &str) -> Option<usize> {
        let path = plain_path(path);
        let ends = path.match_indices('/').map(|(at, _)| at + 1);
        std::iter::once(0).chain(ends).find_map(|at| self.by_file.get(&path[at..]).copied())
    }
}

const FIRST_ROW: &str = "the first row names the columns: file, and keys of metadata such as title, \
                         author or licence";

/// A path with `/` between its parts, as written on any system.
fn plain_path(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.trim_start_matches("./").to_owned()
}

/// What a column is for.
#[derive(Clone, Copy)]
enum Column {
    /// The file that the row is about.
    File,
    /// A key of metadata.
    Key(&'static str, Field),
    /// What the catalogue has and an edition does not.
    Other,
}

#[derive(Default)]
struct Reader {
    columns: Vec<Column>,
    manifest: Manifest,
    /// The line of each row.
    lines: Vec<u64>,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn header(&mut self, header: &Row<'_>) {
        let mut seen = Vec::new();
        for (index, name) in header.fields().enumerate() {
            let place = header.field(index).0;
            let lower = name.to_lowercase();
            let column = if lower == "file" {
                Column::File
            } else {
                match table::column(name, KEYS) {
                    Ok(field) => Column::Key(key(&lower), field),
                    Err(meant) => self.other(name, meant, place),
                }
            };
            if !matches!(column, Column::Other) && seen.contains(&lower) {
                let message = format!("there is a second column `{name}`");
                self.problems.push(problem(place, message).help("leave one of them out"));
            }
            seen.push(lower);
            self.columns.push(column);
        }
        if !seen.iter().any(|name| name == "file") {
            let message = "the column `file` is missing";
            self.problems.push(problem(header.whole(), message).help(FIRST_ROW));
        }
    }

    /// A column that is no key: catalogues have more than editions, but what is
    /// nearly a key is mistyped.
    fn other(&mut self, name: &str, meant: Option<&str>, place: Span) -> Column {
        if let Some(known) = meant {
            let message = format!("there is no key `{name}`");
            let help = format!("did you mean `{known}`?");
            self.problems.push(problem(place, message).help(help));
        } else if !name.is_empty() {
            let message = format!("there is no key `{name}`, so the column is left out");
            let keys: Vec<&str> = KEYS.iter().map(|(known, _)| *known).collect();
            let remark = Diagnostic::new(Severity::Warning, Code::Metadata, message).at(place);
            let help = format!("the keys are {}", keys.join(", "));
            self.manifest.remarks.push(remark.help(help));
        }
        Column::Other
    }

    fn row(&mut self, row: &Row<'_>) {
        if let Err(problem) = row.shape(self.columns.len(), Code::Metadata) {
            self.problems.push(problem);
            return;
        }
        let mut metadata = Metadata::default();
        let mut named = None;
        for (index, (column, field)) in self.columns.iter().zip(row.fields()).enumerate() {
            match column {
                Column::File => named = Some((plain_path(field), row.field(index).0)),
                Column::Key(key, of) if !field.is_empty() => {
                    if let Err(wish) = metadata.fill(*of, of.parts(field)) {
                        let message = format!("`{key}` {wish}");
                        self.problems.push(problem(row.field(index).0, message));
                    }
                }
                Column::Key(..) | Column::Other => {}
            }
        }
        let Some((file, place)) = named.filter(|(file, _)| !file.is_empty()) else {
            let problem = problem(row.whole(), "the row has no file");
            self.problems.push(problem.help("fill in the column `file`"));
            return;
        };
        if let Some(other) = self.manifest.by_file.get(&file) {
            let message = format!("there is a second row for `{file}`");
            let help =
                format!("the first is in line {}; leave one of them out", self.lines[*other]);
            self.problems.push(problem(place, message).help(help));
            return;
        }
        self.lines.push(row.line());
        self.manifest.by_file.insert(file.clone(), self.manifest.rows.len());
        self.manifest.rows.push(ManifestRow { file, place, metadata });
    }
}

/// The key as the list has it.
fn key(name: &str) -> &'static str {
    KEYS.iter().find(|(known, _)| *known == name).map_or("", |(known, _)| known)
}

fn problem(place: Span, message: impl Into<String>) -> Diagnostic {
    table::problem(Code::Metadata, place, message)
}

#[cfg(test)]
mod tests {
    use super::Manifest;
    use crate::diagnostic::{Diagnostic, Subject};
    use crate::metadata::Role;

    fn shown(text: &str, found: &[Diagnostic]) -> Vec<String> {
        let subject = Subject::new("m.csv", text);
        let shown = found.iter().map(|problem| subject.show(problem));
        shown
            .map(|shown| {
                let lines = shown.lines().filter(|line| !line.contains(" | "));
                lines.collect::<Vec<_>>().join("\n")
            })
            .collect()
    }

    #[track_caller]
    fn wrong(text: &str, expected: &[&str]) {
        assert_eq!(shown(text, &Manifest::from_csv(text).unwrap_err()), expected);
    }

    #[test]
    fn what_a_row_says() {
        let text =
            "Author;FILE;title;subtitle;drawer\nA. Gide | Last, Jef;.\\b\\1.txt;\"Say; no\";;7\n";
        let manifest = Manifest::from_csv(text).unwrap();
        let row = &manifest.rows()[0];
        assert_eq!(row.file, "b/1.txt");
        assert_eq!(row.place.of(text), ".\\b\\1.txt");
        assert_eq!(row.metadata.title.as_deref(), Some("Say; no"));
        let authors: Vec<_> = row.metadata.with_role(Role::Author).collect();
        assert_eq!(authors, ["A. Gide", "Last, Jef"]);
        assert!(row.metadata.subtitles.is_empty());
        let remarks = shown(text, manifest.remarks());
        assert!(remarks[0].starts_with(
            "m.csv:1:28: warning[metadata]: there is no key `drawer`, so the column is left out\n  help: the keys are annotator, "
        ));
    }

    /// The row that says most of a path is the one about it.
    #[test]
    fn the_row_about_a_file() {
        let manifest = Manifest::from_csv("file\n1.txt\nb/1.txt\n./c/2.txt\n").unwrap();
        for (path, row) in [
            ("1.txt", Some(0)),
            ("a/1.txt", Some(0)),
            ("/x/b/1.txt", Some(1)),
            ("b\\1.txt", Some(1)),
            ("./c/2.txt", Some(2)),
            ("2.txt", None),
            ("a1.txt", None),
        ] {
            assert_eq!(manifest.row_of(path), row, "{path}");
        }
    }

    #[test]
    fn mistakes() {
        wrong(
            "",
            &[
                "m.csv: error[metadata]: the table is empty\n  help: the first row names the columns: file, and keys of metadata such as title, author or licence",
            ],
        );
        wrong(
            "title,autor,title\n",
            &[
                "m.csv:1:7: error[metadata]: there is no key `autor`\n  help: did you mean `author`?",
                "m.csv:1:13: error[metadata]: there is a second column `title`\n  help: leave one of them out",
                "m.csv:1:1: error[metadata]: the column `file` is missing\n  help: the first row names the columns: file, and keys of metadata such as title, author or licence",
            ],
        );
        wrong(
            "file,language\na,en\nb,the French\n./a,de\n,fr\nc\n",
            &[
                "m.csv:3:3: error[metadata]: `language` wants the tag of a language, such as `fr` or `de-AT`",
                "m.csv:4:1: error[metadata]: there is a second row for `a`\n  help: the first is in line 2; leave one of them out",
                "m.csv:5:1: error[metadata]: the row has no file\n  help: fill in the column `file`",
                "m.csv:6:1: error[metadata]: the row has 1 fields, and there are 2 columns\n  help: put a field in quotation marks if it holds what parts the columns",
            ],
        );
    }
}

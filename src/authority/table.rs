//! Reading an authority file.

use std::collections::HashMap;

use super::Entry;
use super::columns::{COLUMNS, Column, Wrong};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::table::{self, Row};

/// The entries of a table, none of whose identifiers is `known` already.
pub(super) fn read(
    text: &str,
    known: impl Fn(&str) -> bool,
) -> Result<Vec<Entry>, Vec<Diagnostic>> {
    let mut rows = table::rows(text);
    let Some(header) = rows.next() else {
        let problem = Diagnostic::new(Severity::Error, Code::Authority, "the table is empty");
        return Err(vec![problem.help(COLUMNS_ARE)]);
    };
    let columns = columns(&header)?;
    let mut table = Table { columns, width: header.width(), ..Table::default() };
    for row in rows {
        table.row(&row, &known);
    }
    if table.problems.is_empty() { Ok(table.entries) } else { Err(table.problems) }
}

const COLUMNS_ARE: &str = "the first row names the columns: id, name, and as many as you have of \
                           variants, type, wikidata, viaf, gnd, geonames, from, to";

/// The columns that the header names.
fn columns(header: &Row<'_>) -> Result<Vec<Column>, Vec<Diagnostic>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut problems = Vec::new();
    for (index, name) in header.fields().enumerate() {
        let place = header.field(index).0;
        match table::column(name, COLUMNS) {
            Ok(column) if columns.contains(&column) => {
                let message = format!("there is a second column `{name}`");
                problems.push(problem(place, message).help("leave one of them out"));
            }
            Ok(column) => columns.push(column),
            Err(meant) => {
                let help = match meant {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => COLUMNS_ARE.to_owned(),
                };
                problems.push(problem(place, format!("there is no column `{name}`")).help(help));
            }
        }
    }
    for (name, column) in &COLUMNS[..2] {
        if problems.is_empty() && !columns.contains(column) {
            let message = format!("the column `{name}` is missing");
            problems.push(problem(header.whole(), message).help(COLUMNS_ARE));
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

#[derive(Default)]
struct Table {
    columns: Vec<Column>,
    width: usize,
    entries: Vec<Entry>,
    /// The line of each identifier.
    seen: HashMap<String, u64>,
    problems: Vec<Diagnostic>,
}

impl Table {
    fn row(&mut self, row: &Row<'_>, known: impl Fn(&str) -> bool) {
        if let Err(problem) = row.shape(self.width, Code::Authority) {
            self.problems.push(problem);
            return;
        }
        let before = self.problems.len();
        let mut entry = Entry::default();
        // The year of birth is read before that of death.
        for to in [false, true] {
            for (index, column) in self.columns.iter().enumerate() {
                if (*column == Column::To) != to {
                    continue;
                }
                let field = row.fields().nth(index).unwrap_or_default();
                if let Err(Wrong { message, help }) = column.read(field, &mut entry) {
                    self.problems.push(problem(row.field(index).0, message).help(help));
                }
            }
        }
        self.needed(row, &entry, known);
        if self.problems.len() == before {
            let line = row.line();
            entry.line = u32::try_from(line).unwrap_or(u32::MAX);
            self.seen.insert(entry.id.clone(), line);
            self.entries.push(entry);
        }
    }

    /// Each row has a name and an identifier of its own.
    fn needed(&mut self, row: &Row<'_>, entry: &Entry, known: impl Fn(&str) -> bool) {
        for (column, name, value) in
            [(Column::Id, "id", &entry.id), (Column::Name, "name", &entry.name)]
        {
            let index = self.columns.iter().position(|other| *other == column).unwrap_or(0);
            if value.is_empty() {
                let message = format!("the row has no {name}");
                let help = format!("fill in the column `{name}`");
                self.problems.push(problem(row.whole(), message).help(help));
            } else if column == Column::Id {
                let help = match self.seen.get(value) {
                    Some(line) => format!("line {line} has it as well; each row needs its own"),
                    None if known(value) => {
                        "an earlier table has it as well; each row needs its own".to_owned()
                    }
                    None => continue,
                };
                let message = format!("the id `{value}` is taken");
                self.problems.push(problem(row.field(index).0, message).help(help));
            }
        }
    }
}

fn problem(place: Span, message: impl Into<String>) -> Diagnostic {
    table::problem(Code::Authority, place, message)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::authority::{Entry, EntryKind};
    use crate::diagnostic::Subject;

    fn entries(text: &str) -> Vec<Entry> {
        read(text, |_| false).unwrap()
    }

    /// The problems of a table, without the rows that show them.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = read(text, |id| id == "old").unwrap_err();
        let subject = Subject::new("p.csv", text);
        let shown: Vec<String> = problems
            .iter()
            .map(|problem| {
                let shown = subject.show(problem);
                let lines = shown.lines().filter(|line| !line.contains(" | "));
                lines.collect::<Vec<_>>().join("\n")
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn any_order_and_any_delimiter() {
        let wanted = Entry {
            id: "gide".into(),
            name: "Gide, André".into(),
            variants: vec!["A. G.".into(), "M. Gide".into()],
            kind: EntryKind::Person,
            from: Some(1869),
            ..Entry::default()
        };
        for text in [
            "id,name,variants,from\ngide,\"Gide, André\",A. G.|M. Gide,1869\n",
            "\u{FEFF}From;ID;Name;Variants\r\n1869;gide;Gide, André;A. G. | M. Gide\r\n",
            "name\tid\tfrom\tvariants\n\nGide, André\tgide\t1869\tA. G.;M. Gide\n\t\t\t\n",
        ] {
            let found = entries(text);
            let line = found[0].line;
            assert_eq!(found, [Entry { line, ..wanted.clone() }], "{text}");
            assert!(text.lines().nth(line as usize - 1).unwrap().contains("Gide"), "{text}");
        }
    }

    #[test]
    fn columns() {
        check(
            "",
            &[
                "p.csv: error[authority]: the table is empty\n  help: the first row names the columns: id, name, and as many as you have of variants, type, wikidata, viaf, gnd, geonames, from, to",
            ],
        );
        check(
            "id,name,wikdata\n",
            &[
                "p.csv:1:9: error[authority]: there is no column `wikdata`\n  help: did you mean `wikidata`?",
            ],
        );
        check(
            "id, id,name\n",
            &[
                "p.csv:1:5: error[authority]: there is a second column `id`\n  help: leave one of them out",
            ],
        );
        check(
            "name,from\n",
            &[
                "p.csv:1:1: error[authority]: the column `id` is missing\n  help: the first row names the columns: id, name, and as many as you have of variants, type, wikidata, viaf, gnd, geonames, from, to",
            ],
        );
    }

    #[test]
    fn fields() {
        check(
            "id,name,type,from,to\na,A B,ship,c. 1900,\nb,,person,1900,1890\na,C,,,\n",
            &[
                "p.csv:2:7: error[authority]: there is no type `ship`\n  help: the types are person, which an empty field means, and place",
                "p.csv:2:12: error[authority]: `c. 1900` is no year\n  help: write a year such as 1869, or leave it empty if it is not known",
                "p.csv:3:16: error[authority]: it ends in 1890, before it began in 1900\n  help: check both years",
                "p.csv:3:1: error[authority]: the row has no name\n  help: fill in the column `name`",
            ],
        );
    }

    #[test]
    fn rows() {
        check(
            "id,name\na,A\na,B\nold,C\n\nd,D,E\n",
            &[
                "p.csv:3:1: error[authority]: the id `a` is taken\n  help: line 2 has it as well; each row needs its own",
                "p.csv:4:1: error[authority]: the id `old` is taken\n  help: an earlier table has it as well; each row needs its own",
                "p.csv:6:1: error[authority]: the row has 3 fields, and there are 2 columns\n  help: put a field in quotation marks if it holds what parts the columns",
            ],
        );
        check(
            "id,name\na,\"A\nb,B\n",
            &[
                "p.csv:2:3: error[authority]: a quotation mark is opened and never closed\n  help: write two quotation marks for one that belongs to the words",
            ],
        );
    }
}

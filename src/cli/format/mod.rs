//! Findings as people and other programs read them.

mod github;
mod junit;
mod sarif;

use rubricate::{Diagnostic, Severity, Subject};

use super::arguments::FindingsFormat;
use super::files::{self, Target};

/// A document and what was found in it.
pub(super) struct Checked {
    /// Its name.
    pub name: String,
    /// Its text.
    pub xml: String,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether something of that severity was found.
    pub(super) fn has(&self, severity: Severity) -> bool {
        self.diagnostics.iter().any(|found| found.severity == severity)
    }

    /// Whether it is valid, in one line.
    pub(super) fn summary(&self) -> String {
        let count =
            |severity| self.diagnostics.iter().filter(|found| found.severity == severity).count();
        let several = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 {what}")),
            count => Some(format!("{count} {what}s")),
        };
        let counts = [
            several(count(Severity::Error), "error"),
            several(count(Severity::Warning), "warning"),
        ];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        if counts.is_empty() {
            format!("{}: valid", self.name)
        } else {
            format!("{}: {}", self.name, counts.join(", "))
        }
    }

    fn subject(&self) -> Subject<'_> {
        Subject::new(&self.name, &self.xml)
    }
}

/// The findings of a run, which go to standard output: in some formats one by
/// one, in others together at the end.
pub(super) struct Report {
    format: FindingsFormat,
    /// The parts written so far of a format that is one document.
    parts: Vec<String>,
    failed: Option<String>,
}

impl Report {
    pub(super) fn new(format: FindingsFormat) -> Self {
        Self { format, parts: Vec::new(), failed: None }
    }

    /// Adds the findings in one document.
    pub(super) fn add(&mut self, checked: &Checked) {
        let subject = checked.subject();
        let found = checked.diagnostics.iter();
        match self.format {
            FindingsFormat::Text => {
                self.print(&found.map(|found| subject.show(found)).collect::<String>());
            }
            FindingsFormat::Github => {
                self.print(
                    &found
                        .map(|found| github::annotation(&subject.locate(found)))
                        .collect::<String>(),
                );
            }
            FindingsFormat::Json => {
                let json =
                    found.filter_map(|found| serde_json::to_string(&subject.locate(found)).ok());
                self.parts.extend(json);
            }
            FindingsFormat::Sarif => {
                let results = found.map(|found| sarif::result(&subject.locate(found)).to_string());
                self.parts.extend(results);
            }
            FindingsFormat::Junit => self.parts.push(junit::suite(checked, &subject)),
        }
    }

    /// Writes what is to be written at the end.
    pub(super) fn finish(mut self) -> Result<(), String> {
        match self.format {
            FindingsFormat::Text | FindingsFormat::Github => {}
            FindingsFormat::Json => {
                let body = self.parts.join(",\n");
                self.print(&format!("[{body}]\n"));
            }
            FindingsFormat::Sarif => self.print(&sarif::log(&self.parts)),
            FindingsFormat::Junit => self.print(&junit::document(&self.parts)),
        }
        self.failed.map_or(Ok(()), Err)
    }

    fn print(&mut self, text: &str) {
        if !text.is_empty()
            && let Err(message) = files::write(&Target::Standard, text.as_bytes())
        {
            self.failed.get_or_insert(message);
        }
    }
}

//! The metadata file: what the archive knows and the transcription does not say.

use toml::de::{DeTable, DeValue};

use super::{Credit, Metadata, Role};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::source::Span;

/// The keys of the file.
const KEYS: &[&str] = &[
    "annotator", "author", "date", "editor", "encoder", "identifier", "illustrator", "language",
    "licence", "place", "project", "proofreader", "publisher", "recipient", "sender", "source",
    "subtitle", "title", "transcriber", "translator",
];

/// The keys that take one or more names, and what those did.
const ROLES: &[(&str, Role)] = &[
    ("author", Role::Author),
    ("translator", Role::Translator),
    ("editor", Role::Editor),
    ("annotator", Role::Annotator),
    ("illustrator", Role::Illustrator),
    ("transcriber", Role::Transcriber),
    ("encoder", Role::Encoder),
    ("proofreader", Role::Proofreader),
    ("publisher", Role::Publisher),
];

impl Metadata {
    /// Reads a metadata file in TOML.
    ///
    /// All keys are optional. `title`, `subtitle`, `place`, `date`, `licence`,
    /// `language`, `source`, `identifier`, `project`, `sender` and `recipient`
    /// take a string; `author`, `translator`, `editor`, `annotator`,
    /// `illustrator`, `transcriber`, `encoder`, `proofreader`, `publisher` and
    /// `subtitle` take a string or a list of strings.
    ///
    /// ```
    /// use rubricate::metadata::{Metadata, Role};
    ///
    /// let metadata = Metadata::from_toml("title = \"Diary\"\nauthor = [\"A\", \"B\"]\n").unwrap();
    /// assert_eq!(metadata.title.as_deref(), Some("Diary"));
    /// assert_eq!(metadata.with_role(Role::Author).count(), 2);
    ///
    /// let problems = Metadata::from_toml("autor = \"A\"").unwrap_err();
    /// assert_eq!(problems[0].help.as_deref(), Some("did you mean `author`?"));
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the file, each with its place in it.
    pub fn from_toml(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let table = DeTable::parse(text).map_err(|error| vec![syntax(&error)])?;
        let mut metadata = Self::default();
        let mut problems = Vec::new();
        for (key, value) in table.get_ref() {
            let place = Span::from_range(key.span());
            if !KEYS.contains(&key.get_ref().as_ref()) {
                problems.push(unknown(key.get_ref(), place));
                continue;
            }
            match strings(value.get_ref()) {
                Some(strings) => metadata.set(key.get_ref(), strings),
                None => {
                    let message = format!("`{}` wants words in quotation marks", key.get_ref());
                    let place = Span::from_range(value.span());
                    problems.push(problem(message, place));
                }
            }
        }
        problems.sort_by_key(|problem| problem.span);
        if problems.is_empty() { Ok(metadata) } else { Err(problems) }
    }

    fn set(&mut self, key: &str, mut strings: Vec<String>) {
        if let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == key) {
            self.credits.extend(strings.into_iter().map(|name| Credit { role: *role, name }));
            self.credits.sort_by_key(|credit| credit.role);
            return;
        }
        if key == "subtitle" {
            self.subtitles = strings;
            return;
        }
        let field = match key {
            "title" => &mut self.title,
            "place" => &mut self.place,
            "date" => &mut self.date,
            "licence" => &mut self.licence,
            "language" => &mut self.language,
            "source" => &mut self.source_words,
            "identifier" => &mut self.identifier,
            "project" => &mut self.project,
            "sender" => &mut self.sender,
            _ => &mut self.recipient,
        };
        *field = strings.pop();
    }
}

/// A string, or the strings of a list.
fn strings(value: &DeValue<'_>) -> Option<Vec<String>> {
    match value {
        DeValue::String(string) => Some(vec![string.to_string()]),
        DeValue::Array(list) => {
            list.iter().map(|value| Some(value.get_ref().as_str()?.to_owned())).collect()
        }
        _ => None,
    }
}

fn unknown(key: &str, place: Span) -> Diagnostic {
    let help = match nearest(key, KEYS.iter().copied()) {
        Some(known) => format!("did you mean `{known}`?"),
        None => format!("the keys are {}", KEYS.join(", ")),
    };
    problem(format!("there is no key `{key}`"), place).help(help)
}

fn syntax(error: &toml::de::Error) -> Diagnostic {
    let place = error.span().map_or(Span::default(), Span::from_range);
    problem(error.message().to_owned(), place)
}

fn problem(message: String, place: Span) -> Diagnostic {
    Diagnostic::new(Severity::Error, Code::Metadata, message).at(place)
}

#[cfg(test)]
mod tests {
    use super::Metadata;
    use crate::diagnostic::Subject;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let problems = Metadata::from_toml(text).unwrap_err();
        let subject = Subject::new("m.toml", text);
        assert_eq!(
            problems.iter().map(|problem| subject.show(problem)).collect::<String>(),
            expected
        );
    }

    #[test]
    fn problems_have_a_place() {
        check(
            "title = \"A\"\nlanguge = \"en\"\n",
            "m.toml:2:1: error[metadata]: there is no key `languge`\n  2 | languge = \"en\"\n    | ^^^^^^^\n  help: did you mean `language`?\n",
        );
        check(
            "title = 12\n",
            "m.toml:1:9: error[metadata]: `title` wants words in quotation marks\n  1 | title = 12\n    |         ^^\n",
        );
        let broken = Metadata::from_toml("title = \n").unwrap_err();
        assert!(broken[0].span.is_some());
    }
}

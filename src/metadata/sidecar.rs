//! The metadata file: what the archive knows and the transcription does not say.

use toml::de::{DeTable, DeValue};

use super::created::{Created, created};
use super::{Credit, Metadata, Role};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::source::Span;

/// The keys of the file, in the order of the alphabet, and what they fill.
pub(super) const KEYS: &[(&str, Field)] = &[
    ("annotator", Field::Names(Role::Annotator)),
    ("author", Field::Names(Role::Author)),
    ("created", Field::Created),
    ("date", Field::Words(|metadata| &mut metadata.date)),
    ("editor", Field::Names(Role::Editor)),
    ("encoder", Field::Names(Role::Encoder)),
    ("identifier", Field::Words(|metadata| &mut metadata.identifier)),
    ("illustrator", Field::Names(Role::Illustrator)),
    ("language", Field::Language),
    ("licence", Field::Words(|metadata| &mut metadata.licence)),
    ("place", Field::Words(|metadata| &mut metadata.place)),
    ("project", Field::Words(|metadata| &mut metadata.project)),
    ("proofreader", Field::Names(Role::Proofreader)),
    ("publisher", Field::Names(Role::Publisher)),
    ("recipient", Field::Words(|metadata| &mut metadata.recipient)),
    ("repository", Field::Words(|metadata| &mut metadata.repository)),
    ("sender", Field::Words(|metadata| &mut metadata.sender)),
    ("shelfmark", Field::Words(|metadata| &mut metadata.shelfmark)),
    ("source", Field::Words(|metadata| &mut metadata.source_words)),
    ("subtitle", Field::Subtitles),
    ("title", Field::Words(|metadata| &mut metadata.title)),
    ("transcriber", Field::Names(Role::Transcriber)),
    ("translator", Field::Names(Role::Translator)),
];

/// What a key fills.
#[derive(Clone, Copy)]
pub(super) enum Field {
    /// One or more names of those who had that part.
    Names(Role),
    /// One or more subtitles.
    Subtitles,
    /// When the text was written.
    Created,
    /// A language tag.
    Language,
    /// A string.
    Words(fn(&mut Metadata) -> &mut Option<String>),
}

impl Field {
    /// What the field of a table says: one string, or the names in it.
    pub(super) fn parts(self, field: &str) -> Vec<String> {
        let separators: &[char] = match self {
            Self::Names(_) => &['|', ';'],
            Self::Subtitles => &['|'],
            Self::Created | Self::Language | Self::Words(_) => &[],
        };
        let parts = field.split(separators).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }
}

impl Metadata {
    /// Reads a metadata file in TOML.
    ///
    /// All keys are optional. `title`, `subtitle`, `created`, `place`, `date`,
    /// `licence`, `language`, `source`, `repository`, `shelfmark`, `identifier`,
    /// `project`, `sender` and `recipient` take a string; `author`, `translator`, `editor`, `annotator`,
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
            let Some((_, field)) = KEYS.iter().find(|(known, _)| known == key.get_ref()) else {
                problems.push(unknown(key.get_ref(), place));
                continue;
            };
            let filled = strings(value.get_ref())
                .ok_or("wants words in quotation marks")
                .and_then(|strings| metadata.fill(*field, strings));
            if let Err(wish) = filled {
                let message = format!("`{}` {wish}", key.get_ref());
                problems.push(problem(message, Span::from_range(value.span())));
            }
        }
        problems.sort_by_key(|problem| problem.span);
        if problems.is_empty() { Ok(metadata) } else { Err(problems) }
    }

    /// Fills a field; fails with what it wants.
    pub(super) fn fill(&mut self, field: Field, strings: Vec<String>) -> Result<(), &'static str> {
        let one = |strings: Vec<String>| match <[String; 1]>::try_from(strings) {
            Ok([string]) => Ok(Some(string)),
            Err(_) => Err("wants one string and no list"),
        };
        match field {
            Field::Names(role) => {
                self.credits.extend(strings.into_iter().map(|name| Credit { role, name }));
                self.credits.sort_by_key(|credit| credit.role);
            }
            Field::Subtitles => self.subtitles = strings,
            Field::Created => {
                let words = one(strings)?.unwrap_or_default();
                match created(&words) {
                    Created::Date(value) => {
                        self.covers = Some(value);
                        self.created = Some(words);
                    }
                    Created::Unknown => {}
                    Created::Ambiguous => return Err(AMBIGUOUS),
                    Created::NoDate => return Err(NO_DATE),
                }
            }
            Field::Language => {
                let language = one(strings)?.filter(|tag| is_language_tag(tag));
                self.language = Some(language.ok_or(LANGUAGE)?);
            }
            Field::Words(of) => *of(self) = one(strings)?,
        }
        Ok(())
    }
}

const NO_DATE: &str =
    "wants one date with its year, such as `1937-05-08`, `1937-05`, `1936/1938` or `c. 1937`";

const AMBIGUOUS: &str = "could be two dates; write the year first, as in `1937-05-08`";

const LANGUAGE: &str = "wants the tag of a language, such as `fr` or `de-AT`";

/// Whether it is built as a language tag is (BCP 47; `xs:language`).
fn is_language_tag(tag: &str) -> bool {
    tag.split('-').enumerate().all(|(at, part)| {
        let letter = |byte: u8| byte.is_ascii_alphabetic() || at > 0 && byte.is_ascii_digit();
        (1..=8).contains(&part.len()) && part.bytes().all(letter)
    })
}

/// A string, or the strings of a list.
fn strings(value: &DeValue<'_>) -> Option<Vec<String>> {
    match value {
        DeValue::String(string) => Some(vec![string.to_string()]),
        // TOML has dates without quotation marks as well.
        DeValue::Datetime(date) => Some(vec![date.to_string()]),
        DeValue::Array(list) => {
            list.iter().map(|value| Some(value.get_ref().as_str()?.to_owned())).collect()
        }
        _ => None,
    }
}

fn unknown(key: &str, place: Span) -> Diagnostic {
    let keys = KEYS.iter().map(|(known, _)| *known);
    let help = match nearest(key, keys.clone()) {
        Some(known) => format!("did you mean `{known}`?"),
        None => format!("the keys are {}", keys.collect::<Vec<_>>().join(", ")),
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
        check(
            "title = [\"Diary\", \"1937\"]\n",
            "m.toml:1:9: error[metadata]: `title` wants one string and no list\n  1 | title = [\"Diary\", \"1937\"]\n    |         ^^^^^^^^^^^^^^^^^\n",
        );
        check(
            "language = \"français (moderne)\"\n",
            "m.toml:1:12: error[metadata]: `language` wants the tag of a language, such as `fr` or `de-AT`\n  1 | language = \"français (moderne)\"\n    |            ^^^^^^^^^^^^^^^^^^^^\n",
        );
        let broken = Metadata::from_toml("title = \n").unwrap_err();
        assert!(broken[0].span.is_some());
    }
}

//! Forms that are names, and forms that are none.

use std::sync::Arc;

use super::forms::{Forms, Grade, Hit};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::source::Span;
use crate::token::{Words, tokenize};
use std::collections::HashMap;
use std::ops::Range;

/// What a form of a list is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// Of a person.
    Person,
    /// Of a place.
    Place,
    /// Of an organisation.
    Organisation,
    /// Of a work: its title.
    Work,
    /// Of nothing.
    Not,
}

const KINDS: &[(&str, NameKind)] = &[
    ("person", NameKind::Person),
    ("place", NameKind::Place),
    ("organisation", NameKind::Organisation),
    ("work", NameKind::Work),
    ("not", NameKind::Not),
];

/// Forms that a scholar wants tagged, or not tagged.
///
/// Cheap to clone: many conversions share one.
///
/// ```
/// use rubricate::{Options, authority::NameRules, convert};
///
/// let rules = NameRules::parse("# this diary\nperson Last\nnot Albert\n").unwrap();
/// let options = Options { names: rules, ..Options::default() };
/// let edition = convert(b"I met Last and Albert at noon.\n", &options).unwrap();
/// assert!(edition.tei.contains(">Last</persName> and Albert at noon."));
/// ```
#[derive(Clone, Debug, Default)]
pub struct NameRules(Arc<Rules>);

#[derive(Clone, Debug, Default)]
struct Rules {
    forms: Forms,
    kinds: Vec<NameKind>,
}

impl NameRules {
    /// Reads a list: on each line `person`, `place`, `organisation`, `work` or
    /// `not`, and the form. `#` begins a comment.
    ///
    /// ```
    /// use rubricate::authority::NameRules;
    ///
    /// let problems = NameRules::parse("persn Véra Frolova\n").unwrap_err();
    /// assert_eq!(problems[0].message, "a line cannot begin with `persn`");
    /// assert_eq!(problems[0].help.as_deref(), Some("did you mean `person`?"));
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong with the list, each with its place in it.
    pub fn parse(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut rules = Rules::default();
        let mut problems = Vec::new();
        let mut seen: HashMap<&str, (NameKind, usize)> = HashMap::new();
        let mut start = 0;
        for (number, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_start_matches('\u{FEFF}').split(" #").next().unwrap_or_default();
            let at = start + (whole.len() - whole.trim_start_matches('\u{FEFF}').len());
            start += whole.len();
            match rule(line, at) {
                Ok(None) => {}
                Ok(Some((kind, form, place))) => match seen.get(form) {
                    Some((other, line)) if *other != kind => {
                        let message = format!("`{form}` is something else on line {line}");
                        problems.push(problem(place, message).help("leave out one of the lines"));
                    }
                    _ => {
                        seen.insert(form, (kind, number + 1));
                        let owner = u32::try_from(rules.kinds.len()).unwrap_or(u32::MAX);
                        rules.forms.insert(form, owner);
                        rules.kinds.push(kind);
                    }
                },
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(Self(Arc::new(rules))) } else { Err(problems) }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.kinds.is_empty()
    }

    /// The longest form that begins with word `at`.
    pub(crate) fn longest(
        &self,
        words: Words<'_>,
        at: usize,
        limit: usize,
    ) -> Option<(Hit, NameKind)> {
        let hit = self.0.forms.longest(words, at, limit)?;
        let kind = self.0.kinds[*hit.owners.first()? as usize];
        // What is forbidden is forbidden as it is written.
        (kind != NameKind::Not || hit.grade == Grade::Exact).then_some((hit, kind))
    }

    /// Whether these words as a whole are no name.
    pub(crate) fn forbid(&self, words: Words<'_>, range: Range<usize>) -> bool {
        let hit = self.0.forms.whole(words, range).filter(|hit| hit.grade == Grade::Exact);
        hit.is_some_and(|hit| {
            hit.owners.iter().any(|owner| self.0.kinds[*owner as usize] == NameKind::Not)
        })
    }
}

/// What a line says that begins at byte `at`, if it says anything.
fn rule(line: &str, at: usize) -> Result<Option<(NameKind, &str, Span)>, Diagnostic> {
    let start = at + line.len() - line.trim_start().len();
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (word, form) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let place = Span::from_range(start..start + word.len());
    let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == word) else {
        let names = KINDS.iter().map(|(name, _)| *name);
        let help = match nearest(word, names) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "begin it with person, place, organisation, work or not, and then the name"
                .to_owned(),
        };
        return Err(problem(place, format!("a line cannot begin with `{word}`")).help(help));
    };
    let form = form.trim_start();
    let place = Span::from_range(start + line.len() - form.len()..start + line.len());
    if tokenize(form).is_empty() {
        let place = Span::from_range(start..start + line.len());
        let message = format!("`{word}` wants a name after it");
        return Err(problem(place, message).help(format!("for example `{word} Véra Frolova`")));
    }
    Ok(Some((*kind, form, place)))
}

fn problem(place: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Severity::Error, Code::Names, message).at(place)
}

#[cfg(test)]
mod tests {
    use super::NameRules;
    use crate::diagnostic::Subject;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let problems = NameRules::parse(text).unwrap_err();
        let subject = Subject::new("n.txt", text);
        let shown: String = problems.iter().map(|problem| subject.show(problem)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn lines() {
        let text =
            "\u{FEFF}# all\n\n  person  Véra Frolova # the sister\r\nnot Last\nplace Le Mans\n";
        let rules = NameRules::parse(text).unwrap();
        assert_eq!(rules.0.kinds.len(), 3);
        assert!(NameRules::parse("# nothing\n").unwrap().is_empty());
    }

    #[test]
    fn problems_have_a_place() {
        check(
            "person A\nnots Last\n",
            "n.txt:2:1: error[names]: a line cannot begin with `nots`\n  2 | nots Last\n    | ^^^^\n  help: did you mean `not`?\n",
        );
        check(
            "place  \n",
            "n.txt:1:1: error[names]: `place` wants a name after it\n  1 | place\n    | ^^^^^\n  help: for example `place Véra Frolova`\n",
        );
        check(
            "person Last\nnot Last\n",
            "n.txt:2:5: error[names]: `Last` is something else on line 1\n  2 | not Last\n    |     ^^^^\n  help: leave out one of the lines\n",
        );
    }
}

//! Who did what: “Translated & annotated by James M. Fenwick.”

use crate::source::collapsed;
use crate::structure::is_genre;

/// A responsibility and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What was done.
    pub role: Role,
    /// By whom.
    pub name: String,
}

/// What somebody did for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Role {
    /// Wrote it.
    Author,
    /// Translated it.
    Translator,
    /// Edited it.
    Editor,
    /// Wrote the notes.
    Annotator,
    /// Drew the pictures.
    Illustrator,
    /// Typed it.
    Transcriber,
    /// Marked it up.
    Encoder,
    /// Read the proofs.
    Proofreader,
    /// Published it.
    Publisher,
}

impl Role {
    /// What the header says of the responsibility.
    #[must_use]
    pub const fn responsibility(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Translator => "translation",
            Self::Editor => "edition",
            Self::Annotator => "annotation",
            Self::Illustrator => "illustration",
            Self::Transcriber => "transcription",
            Self::Encoder => "markup",
            Self::Proofreader => "proofreading",
            Self::Publisher => "publication",
        }
    }
}

/// The words that tell a role, in any case of letters.
const VERBS: &[(&str, Role)] = &[
    ("translat", Role::Translator),
    ("traduit", Role::Translator),
    ("traduct", Role::Translator),
    ("übersetz", Role::Translator),
    ("annotat", Role::Annotator),
    ("annoté", Role::Annotator),
    ("edited", Role::Editor),
    ("édit", Role::Editor),
    ("herausgegeben", Role::Editor),
    ("illustrat", Role::Illustrator),
    ("drawing", Role::Illustrator),
    ("transcri", Role::Transcriber),
    ("transkri", Role::Transcriber),
    ("marked up", Role::Encoder),
    ("markup", Role::Encoder),
    ("encod", Role::Encoder),
    ("produced", Role::Transcriber),
    ("prepared", Role::Transcriber),
    ("proofread", Role::Proofreader),
];

/// The credits in a line of the title block.
///
/// ```
/// use rubricate::metadata::{Role, credits};
///
/// let line = "Transcribed & marked up by Einde O’Callaghan for the Marxists’ Internet Archive.";
/// let found: Vec<_> = credits(line).into_iter().map(|credit| (credit.role, credit.name)).collect();
/// assert_eq!(found, [
///     (Role::Transcriber, "Einde O’Callaghan".to_owned()),
///     (Role::Encoder, "Einde O’Callaghan".to_owned()),
///     (Role::Publisher, "Marxists’ Internet Archive".to_owned()),
/// ]);
/// ```
#[must_use]
pub fn credits(line: &str) -> Vec<Credit> {
    let line = line.trim().trim_end_matches('.');
    let separators = [" by ", " par ", " von ", ": ", " By ", " BY "];
    let split = separators
        .iter()
        .filter_map(|separator| line.split_once(separator))
        .min_by_key(|part| part.0.len());
    let (what, who) = match (
        split,
        ["by ", "By ", "BY ", "par ", "Par ", "PAR ", "von ", "Von ", "VON "]
            .iter()
            .find_map(|by| line.strip_prefix(by)),
    ) {
        (_, Some(name)) => ("", name),
        (Some(split), None) => split,
        (None, None) => return Vec::new(),
    };
    let (who, publisher) = match who.split_once(" for ") {
        Some((who, publisher)) => (who, Some(publisher.trim_start_matches("the "))),
        None => (who, None),
    };
    let roles = roles(what);
    let names = names(who);
    let mut found: Vec<Credit> = roles
        .iter()
        .flat_map(|role| names.iter().map(|name| Credit { role: *role, name: name.clone() }))
        .collect();
    found.extend(
        publisher.map(|name| Credit { role: Role::Publisher, name: collapsed(name).into_owned() }),
    );
    found
}

/// What was done; nothing said means written.
fn roles(what: &str) -> Vec<Role> {
    let lower = what.to_lowercase();
    if lower.trim().is_empty() || is_genre(lower.trim()) {
        return vec![Role::Author];
    }
    let mut found: Vec<(usize, Role)> =
        VERBS.iter().filter_map(|(verb, role)| Some((lower.find(verb)?, *role))).collect();
    found.sort_unstable();
    found.dedup_by_key(|(_, role)| *role);
    found.into_iter().map(|(_, role)| role).collect()
}

/// The names in a list of one or more.
fn names(who: &str) -> Vec<String> {
    who.split([';', '&'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(", ").enumerate().filter(|(at, of)| *at == 0 || !is_degree(of)))
        .map(|(_, name)| collapsed(name).into_owned())
        .filter(|name| name.starts_with(char::is_uppercase) && name.len() < 80)
        .collect()
}

/// Whether what stands after a comma belongs to the name before it: “D.D.”,
/// “F.R.S.”, “Esq.”, “Jun.”
fn is_degree(part: &str) -> bool {
    const LONGEST: usize = 4;
    let part = part.trim();
    let mut pieces = part.split('.').map(str::trim).filter(|piece| !piece.is_empty());
    part.len() <= LONGEST || part.contains('.') && pieces.all(|piece| piece.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::{Role, credits};

    #[track_caller]
    fn check(line: &str, expected: &[(Role, &str)]) {
        let found = credits(line);
        let found: Vec<_> =
            found.iter().map(|credit| (credit.role, credit.name.as_str())).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn sentences() {
        check(
            "Translated & annotated by James M. Fenwick.",
            &[(Role::Translator, "James M. Fenwick"), (Role::Annotator, "James M. Fenwick")],
        );
        check(
            "Edited by A. B. Grosart and M. D. Conway",
            &[(Role::Editor, "A. B. Grosart"), (Role::Editor, "M. D. Conway")],
        );
        check(
            "Produced by A. Reader, B. Reader and the Online Distributed Proofreading Team",
            &[(Role::Transcriber, "A. Reader"), (Role::Transcriber, "B. Reader")],
        );
        check("WITH FOUR DRAWINGS BY G. T. DUNN", &[(Role::Illustrator, "G. T. DUNN")]);
        check("by Bram Stoker", &[(Role::Author, "Bram Stoker")]);
        check("By Henry Fane, D.D., F.R.S.", &[(Role::Author, "Henry Fane")]);
        check("Traduit par Jean Guéhenno", &[(Role::Translator, "Jean Guéhenno")]);
    }

    #[test]
    fn labels() {
        check(
            "Transcription/HTML Markup: David Walters",
            &[(Role::Transcriber, "David Walters"), (Role::Encoder, "David Walters")],
        );
        check("Source: Fourth International", &[]);
        check("Nothing of the kind", &[]);
        check("", &[]);
    }
}

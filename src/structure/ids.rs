//! Identifiers made of what they identify.

use std::collections::{HashMap, HashSet};

use deunicode::deunicode;

/// Identifiers that have been given, so that none is given twice.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    used: HashMap<String, u32>,
    /// Those that somebody chose and that no other may have.
    claimed: HashSet<String>,
}

impl Ids {
    /// `base`, or with `-2`, `-3` and so on if it has been given before.
    pub(crate) fn unique(&mut self, base: String) -> String {
        let claimed = self.claimed.contains(&base);
        let count = self.used.entry(base.clone()).or_insert(u32::from(claimed));
        *count += 1;
        if *count == 1 {
            return base;
        }
        let next = format!("{base}-{count}");
        // “a-2” may be a base itself.
        self.unique(next)
    }

    /// Keeps an identifier that stands elsewhere in the document.
    pub(crate) fn reserve(&mut self, id: &str) {
        self.claimed.remove(id);
        self.used.entry(id.to_owned()).or_insert(1);
    }

    /// Keeps an identifier for the one that [`own`](Self::own) gives it to.
    pub(crate) fn claim(&mut self, id: String) {
        self.claimed.insert(id);
    }

    /// The identifier that was claimed; as [`unique`](Self::unique) if it was not
    /// or has been given.
    pub(crate) fn own(&mut self, id: String) -> String {
        if !self.claimed.remove(&id) {
            return self.unique(id);
        }
        self.used.entry(id.clone()).or_insert(1);
        id
    }
}

/// The longest slug in characters.
const LONGEST: usize = 40;

/// The words of `text` in ASCII letters and digits, joined by hyphens; whole
/// words of at most forty characters.
///
/// ```text
/// André Gide. Arrests at Leningrad → andre-gide-arrests-at-leningrad
/// ```
pub(crate) fn slug(text: &str) -> String {
    // `deunicode` knows no line feed.
    let words: Vec<String> = text.split_whitespace().map(deunicode).collect();
    let ascii = words.join(" ").to_ascii_lowercase();
    let words = ascii.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'');
    let mut slug = String::new();
    for word in words {
        let word: String = word.chars().filter(|c| *c != '\'').collect();
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(LONGEST)]);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn slugs() {
        assert_eq!(
            slug("André Gide. Arrests at Leningrad (Véra, Esther)"),
            "andre-gide-arrests-at-leningrad-vera"
        );
        assert_eq!(slug("O’Callaghan"), "ocallaghan");
        assert_eq!(slug("St. Paul’s\nCathedral"), "st-pauls-cathedral");
        assert_eq!(slug("* † —"), "");
        assert_eq!(slug(&"x".repeat(99)).len(), 40);
    }

    #[test]
    fn a_suffix_only_on_a_clash() {
        let mut ids = Ids::default();
        let given: Vec<_> =
            ["a", "a", "a-2", "b", "a"].iter().map(|base| ids.unique((*base).to_owned())).collect();
        assert_eq!(given, ["a", "a-2", "a-2-2", "b", "a-3"]);
        ids.reserve("c");
        assert_eq!(ids.unique("c".to_owned()), "c-2");
    }

    #[test]
    fn what_is_claimed_is_given_to_its_owner_only() {
        let mut ids = Ids::default();
        for id in ["letter", "gide", "note-marks"] {
            ids.claim(id.to_owned());
        }
        assert_eq!(ids.unique("letter".to_owned()), "letter-2");
        assert_eq!(ids.own("letter".to_owned()), "letter");
        assert_eq!(ids.own("gide".to_owned()), "gide");
        assert_eq!(ids.unique("gide".to_owned()), "gide-2");
        assert_eq!(ids.own("gide".to_owned()), "gide-3");
        ids.reserve("note-marks");
        assert_eq!(ids.own("note-marks".to_owned()), "note-marks-2");
    }
}

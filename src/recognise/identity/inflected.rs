//! Names with the endings of German cases: “Thomas Buddenbrooks Haus”, “zu Charlotten”,
//! “Emiliens Brief”.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::form::{Form, capitalized};
use crate::lexicon;
use crate::token::Words;

/// Endings, the longer ones first; what is left may need an `a`.
const ENDINGS: &[(&str, &str)] = &[
    ("ens", "e"),
    ("ens", ""),
    ("ns", ""),
    ("n", ""),
    ("en", ""),
    ("ens", "a"),
    ("en", "a"),
    ("s", ""),
];

/// No shorter word has an ending of a case.
const SHORTEST: usize = 4;

/// Gives each name without the ending of a case that the text has without it, too, if
/// the text is German.
pub(super) fn uninflected(words: Words<'_>, forms: &mut [Rc<Form>]) {
    if !is_german(words) {
        return;
    }
    // Forenames and surnames by themselves, and those that stand together.
    let mut alone: FxHashSet<String> = FxHashSet::default();
    let mut together: FxHashSet<(String, String)> = FxHashSet::default();
    for form in forms.iter().filter(|form| !form.initials) {
        alone.insert(form.surname.clone());
        if let Some(given) = form.given.first() {
            alone.insert(given.clone());
            together.insert((given.clone(), form.surname.clone()));
        }
    }
    for form in forms.iter_mut().filter(|form| !form.initials && !form.sovereign) {
        let known = |stem: &str| match form.given.first() {
            Some(given) => together.contains(&(given.clone(), stem.to_owned())),
            None => alone.contains(stem),
        };
        let stem = stems(&form.surname).find(|stem| known(stem));
        // “Moses” is no genitive.
        let listed = || {
            let known = lexicon::look_up(&capitalized(&form.surname));
            known.forename() || known.surname()
        };
        if let Some(stem) = stem.filter(|_| !listed()) {
            Rc::make_mut(form).surname = stem;
        }
    }
}

/// What is left of a word without the ending of a case.
fn stems(word: &str) -> impl Iterator<Item = String> + '_ {
    ENDINGS.iter().filter_map(move |(ending, instead)| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() >= SHORTEST).then(|| format!("{stem}{instead}"))
    })
}

/// Whether so many words are small ones of German that the text must be.
fn is_german(words: Words<'_>) -> bool {
    const SHARE: usize = 20;
    const SMALL: &[&str] = &["das", "der", "die", "ich", "nicht", "sie", "und", "zu"];
    let found = (0..words.tokens.len()).filter(|at| SMALL.binary_search(&words.raw(*at)).is_ok());
    found.count() * SHARE > words.tokens.len()
}

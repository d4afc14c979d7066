//! What speaks for a person, and what for a place.

mod several;
mod surroundings;
mod word;

use super::candidate::Candidate;
use super::context::Context;
use super::vocabulary::Vocabulary;
use crate::lexicon::Title;
use crate::token::{Shape, Words};

/// How much speaks for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    pub person: i32,
    pub place: i32,
    pub organisation: i32,
    pub work: i32,
}

/// Weighs a candidate.
pub(super) fn score(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Score {
    if candidate.titled_work {
        return Score { work: 5, ..Score::default() };
    }
    let mut score = Score::default();
    titles(vocabulary, candidate, &mut score);
    initials(words, candidate, &mut score);
    let name = candidate.name();
    // The particles of “Archbishop of Olmütz” are no names.
    let capital = name.clone().find(|at| words.shape(*at) != Some(Shape::Lower));
    let first = capital.and_then(|at| vocabulary.get(at)).copied().unwrap_or_default();
    if name.len() == 1 {
        let nouns = vocabulary.nouns_have_capitals;
        word::word(words, candidate, &first, context, nouns, &mut score);
    } else {
        let last = vocabulary.get(name.end - 1).copied().unwrap_or_default();
        several::several(words, vocabulary, candidate, &first, &last, &mut score);
    }
    surroundings::surroundings(candidate, context, &first, &mut score);
    elsewhere(vocabulary, candidate, &mut score);
    score
}

/// What the same name says in all the places where it stands.
fn elsewhere(vocabulary: &Vocabulary, candidate: &Candidate, score: &mut Score) {
    if candidate.titles > 0 {
        return;
    }
    let evidence = vocabulary.forms[candidate.form];
    let lean = evidence.lean();
    score.place += lean;
    score.person -= lean;
    let people = evidence.people > evidence.person && evidence.people > evidence.place;
    if people {
        score.person -= 4;
        score.place -= 3;
    }
    if evidence.work > 0 {
        score.work += evidence.work.min(4);
    }
}

/// The titles before the name.
fn titles(vocabulary: &Vocabulary, candidate: &Candidate, score: &mut Score) {
    let titles = candidate.words.start..candidate.name().start;
    let title = titles.filter_map(|at| vocabulary.known(at).title()).next_back();
    score.person += match title {
        Some(Title::Address) => 7,
        Some(Title::Other) => 5,
        Some(Title::Kin) => 4,
        None => return,
    };
    score.place -= 5;
    score.organisation -= 3;
}

/// The initials in the name.
fn initials(words: Words<'_>, candidate: &Candidate, score: &mut Score) {
    let name = candidate.name();
    let length = name.len();
    let initials = name.filter(|at| words.shape(*at) == Some(Shape::Initial)).count();
    let dotted = || words.after(candidate.name().start).starts_with('.');
    let with_a_word = initials > 0 && initials < length;
    if with_a_word || (initials >= 2 && dotted() && !is_abbreviation(words, candidate)) {
        score.person += 4;
    }
}

/// Initials that are no person’s.
pub(super) fn is_abbreviation(words: Words<'_>, candidate: &Candidate) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "AD", "AM", "BA", "BC", "DC", "EU", "GB", "HMS", "II", "IV", "MA", "MD", "NB", "NE", "NW",
        "NY", "PM", "PO", "PPS", "PS", "RN", "RSVP", "SE", "SS", "SW", "UK", "UN", "US", "USA",
        "VI", "XX",
    ];
    let letters: String = candidate.name().map(|at| words.raw(at)).collect();
    ABBREVIATIONS.binary_search(&letters.as_str()).is_ok()
}

//! What a name is of, and how sure that is.
//!
//! The thresholds were set with `benches/calibration.py`, which counts how many
//! of the names of each certainty are right.

use super::candidate::Candidate;
use super::context::Context;
use super::cues::Cues;
use super::score::{Score, is_abbreviation};
use super::spans::{place_span, work_span};
use super::vocabulary::Vocabulary;
use super::{Kind, Name};
use crate::annotation::Certainty;
use crate::token::{Shape, Words};

/// From which score on a name is marked.
pub(super) const ENOUGH: i32 = 3;
/// From which score on it may be likely.
pub(super) const MEDIUM: i32 = 7;
/// From which score on it may be certain.
pub(super) const HIGH: i32 = 9;
/// From which score on a name is marked that nothing else speaks for.
const ALONE: i32 = 5;

/// The name that a candidate is, if it is one.
pub(super) fn decide(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: Score,
) -> Option<Name> {
    let (points, kind) = [
        (score.person, Kind::Person),
        (score.place, Kind::Place),
        (score.organisation, Kind::Organisation),
        (score.work, Kind::Work),
    ]
    .into_iter()
    .max_by_key(|(points, _)| *points)?;
    let letters = is_initials(words, vocabulary, candidate);
    let doubtful = letters && (points < ENOUGH || kind == Kind::Organisation);
    let (kind, certainty) = if points < ENOUGH && doubtful {
        (Kind::Person, Certainty::Medium)
    } else if points < ENOUGH || is_alone(vocabulary, candidate, context, kind, points) {
        return None;
    } else {
        (kind, certainty(vocabulary, candidate, context, kind, points))
    };
    let span = match kind {
        Kind::Work => work_span(words, vocabulary, candidate, context),
        Kind::Place => place_span(words, vocabulary, candidate),
        _ => candidate.span,
    };
    Some(Name {
        span,
        words: candidate.words.clone(),
        titles: candidate.titles,
        kind,
        certainty,
        doubtful,
    })
}

/// Whether it is a word that no list has and the text has but once or twice,
/// with little around it that tells what it names.
fn is_alone(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    kind: Kind,
    points: i32,
) -> bool {
    const ENOUGH_PLACES: i32 = 4;
    const SELDOM: u32 = 2;
    let lists_matter = vocabulary.prior > 0 || vocabulary.nouns_have_capitals;
    if points >= ALONE || lists_matter || candidate.titles > 0 || candidate.name().len() > 1 {
        return false;
    }
    let Some(of) = vocabulary.get(candidate.name().start) else { return false };
    let known = of.known;
    match kind {
        Kind::Person => {
            let listed = known.forename() || known.doubtful_forename() || known.surname();
            !listed && of.count <= SELDOM && of.person == 0
        }
        Kind::Place => {
            let listed = known.place() || known.doubtful_place() || of.is_french_place;
            let site = (context.before | context.after).any(Cues::SITE);
            let told = vocabulary.forms[candidate.form].place >= ENOUGH_PLACES;
            !listed && !site && !told
        }
        Kind::Organisation | Kind::Work => false,
    }
}

/// How sure a name with so many points is.
fn certainty(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    kind: Kind,
    points: i32,
) -> Certainty {
    let (high, medium) = match kind {
        Kind::Person => (
            is_beyond_doubt(vocabulary, candidate, context),
            is_likely_person(vocabulary, candidate, points),
        ),
        Kind::Place => is_surely_place(vocabulary, candidate, context),
        Kind::Organisation | Kind::Work => (false, points >= HIGH),
    };
    match points {
        HIGH.. if high => Certainty::High,
        MEDIUM.. if medium => Certainty::Medium,
        _ => Certainty::Low,
    }
}

/// Whether a title, or other places of the text, make sure that it is a person.
fn is_beyond_doubt(vocabulary: &Vocabulary, candidate: &Candidate, context: &Context) -> bool {
    const OFTEN: u32 = 3;
    if context.before.any(Cues::ARTICLE) || context.owned || context.quoted {
        return false;
    }
    let name = candidate.name();
    let first = vocabulary.get(name.start).copied().unwrap_or_default();
    let evidence = vocabulary.forms[candidate.form];
    if candidate.titles > 0 {
        return name.len() > 1 || first.known.title().is_none();
    }
    let told = evidence.person >= 2 && evidence.lean() < 0 && evidence.work == 0;
    if name.len() > 1 {
        return told && first.known.forename();
    }
    told && evidence.lean() <= -2 && first.count >= OFTEN && !first.known.place()
}

/// Whether more than the lists speaks for a person.
fn is_likely_person(vocabulary: &Vocabulary, candidate: &Candidate, points: i32) -> bool {
    const FULL_NAME: i32 = 12;
    const OFTEN: u32 = 2;
    let evidence = vocabulary.forms[candidate.form];
    let told = evidence.person >= 2 && evidence.work == 0;
    let first = vocabulary.get(candidate.name().start).copied().unwrap_or_default();
    let named = (first.known.forename() || first.person >= OFTEN) && points >= HIGH;
    match candidate.name().len() {
        _ if candidate.titles > 0 => true,
        1 => (told && evidence.lean() <= -2) || (named && evidence.work == 0),
        _ => points >= FULL_NAME || (told && evidence.lean() < 0),
    }
}

/// Whether it is a place for sure, and whether it is likely one.
fn is_surely_place(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> (bool, bool) {
    let first = vocabulary.known(candidate.name().start);
    let evidence = vocabulary.forms[candidate.form];
    let listed = first.place() || first.doubtful_place() || candidate.is_place;
    let told = evidence.place >= 4 && evidence.person == 0 && evidence.work == 0;
    let likely = listed || evidence.place >= 2;
    (told && listed && !context.quoted && !context.owned, likely)
}

/// Whether it is letters that could stand for a person: `G.`, `AG`, `A.G.`
fn is_initials(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let mut name = candidate.name();
    let dotted = words.after(name.start).starts_with('.');
    let (length, titled) = (name.len(), candidate.titles > 0);
    let letters = match (length, words.shape(name.start)) {
        (1, Some(Shape::Upper)) => words.raw(name.start).chars().count() == 2,
        (_, Some(Shape::Initial)) => {
            dotted && name.all(|at| words.shape(at) == Some(Shape::Initial))
        }
        _ => false,
    };
    let article = candidate.words.start.checked_sub(1).is_some_and(|before| {
        words.before(candidate.words.start) == " " && vocabulary.cues(before).any(Cues::ARTICLE)
    });
    letters && !titled && !article && length <= 3 && !is_abbreviation(words, candidate)
}

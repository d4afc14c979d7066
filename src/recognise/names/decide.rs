//! What a name is of, and whether enough speaks for it.

use super::candidate::{Candidate, is_hotel};
use super::context::Context;
use super::cues::Cues;
use super::ground::Ground;
use super::score::{Score, is_abbreviation};
use super::spans::{organisation_span, place_span, work_span};
use super::vocabulary::Vocabulary;
use super::{Kind, Name};
use crate::annotation::Certainty;
use crate::token::{Shape, Words};

/// From which score on a name is marked.
pub(super) const ENOUGH: i32 = 3;
/// From which score on a name is marked that nothing else speaks for.
const ALONE: i32 = 4;

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
    // “became an article Of universal consumption”
    let name = candidate.name();
    if kind == Kind::Work && name.len() == 1 && vocabulary.is_function_word(name.start) {
        return None;
    }
    let kind =
        if kind == Kind::Work && is_hotel(words, &candidate.name()) { Kind::Place } else { kind };
    let letters = is_initials(words, vocabulary, candidate);
    let doubtful = letters && (points < ENOUGH || kind == Kind::Organisation);
    let enough = match kind {
        Kind::Place => enough_for_place(words, vocabulary, candidate),
        _ => ENOUGH,
    };
    let (kind, certainty) = if points < ENOUGH && doubtful {
        (Kind::Person, Certainty::Low)
    } else if points < enough || is_alone(words, vocabulary, candidate, context, kind, points) {
        return None;
    } else {
        let ground = Ground::of(words, vocabulary, candidate, context, kind, points);
        (kind, ground.certainty()?)
    };
    let span = match kind {
        Kind::Work => work_span(words, vocabulary, candidate, context),
        Kind::Place => place_span(words, vocabulary, candidate),
        Kind::Organisation => organisation_span(words, candidate),
        Kind::Person => candidate.span,
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

/// From which score on a place is marked: one is a place already if it stood where
/// places do, in the diary of a journey once, elsewhere again and again.
fn enough_for_place(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> i32 {
    const OFTEN: i32 = 4;
    let evidence = vocabulary.forms[candidate.form];
    let one_word = candidate.name().len() == 1 && candidate.titles == 0;
    // Of the letters of an office little is a place’s.
    let word = words.shape(candidate.name().start) == Some(Shape::Capital);
    let known = vocabulary.known(candidate.name().start);
    let people = known.demonym() && !known.place();
    let told = vocabulary.prior > 0 || (evidence.place >= OFTEN && word);
    match evidence.place {
        _ if !told || !one_word || evidence.lean() <= 0 || people => ENOUGH,
        ..=0 => ENOUGH,
        1..OFTEN => ENOUGH - 1,
        _ if vocabulary.prior == 0 => ENOUGH - 1,
        _ => ENOUGH - 2,
    }
}

/// Whether it is a word that no list has and the text has but once or twice,
/// with little around it that tells what it names.
fn is_alone(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    kind: Kind,
    points: i32,
) -> bool {
    const ENOUGH_PLACES: i32 = 4;
    const SELDOM: u32 = 2;
    let lists_matter = vocabulary.prior > 0 || vocabulary.nouns_have_capitals;
    if is_strange(words, vocabulary, candidate, kind) {
        return true;
    }
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
            let listed = known.place()
                || known.doubtful_place()
                || of.is_french_place
                || of.is_hyphened_place;
            // “the village of Stapleton”
            let of = context.before.any(Cues::OF) && context.second_before.any(Cues::SITE);
            let site = of || (context.before | context.after).any(Cues::SITE);
            let told = vocabulary.forms[candidate.form].place >= ENOUGH_PLACES;
            !listed && !site && !told && !context.of_person
        }
        Kind::Organisation | Kind::Work => false,
    }
}

/// Whether no list has any of its words, in a text in a language that is not
/// known, and it does not stand where persons do.
fn is_strange(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    kind: Kind,
) -> bool {
    if !vocabulary.foreign || kind != Kind::Person || candidate.titles > 0 {
        return false;
    }
    let told = vocabulary.forms[candidate.form].person > 0;
    let named = |at: usize| {
        let listed = vocabulary.get(at).is_some_and(|of| {
            let known = of.known;
            let name = known.forename() || known.doubtful_forename() || known.surname();
            name || of.person > 0
        });
        listed || words.shape(at) == Some(Shape::Initial)
    };
    !told && !candidate.name().any(named)
}

/// Whether it is letters that could stand for a person: `G.`, `AG`, `A.G.`
fn is_initials(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let mut name = candidate.name();
    let dotted = words.after(name.start).starts_with('.');
    let (length, titled) = (name.len(), candidate.titles > 0);
    let letters = match (length, words.shape(name.start)) {
        (1, Some(Shape::Upper)) => {
            // “A LETTER ADDRESSED TO”
            words.raw(name.start).chars().count() == 2 && !vocabulary.known(name.start).common()
        }
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

//! What spoke for and against a name.

use super::candidate::Candidate;
use super::context::{Context, Sighting};
use super::decide::{ENOUGH, decide};
use super::ground::Ground;
use super::score::{Score, score};
use super::vocabulary::{Evidence, Type, Vocabulary};
use super::{Given, Name, Survey, survey};
use crate::reason::{Layer, Reason, count};
use crate::source::Span;
use crate::token::{Shape, Words};

/// Why the words at an offset are a name or none.
pub(in crate::recognise) fn why(
    words: Words<'_>,
    readable: &[Span],
    given: &Given<'_>,
    at: u32,
) -> Option<Reason> {
    let mut survey = survey(words, readable, given);
    let index =
        words.tokens.iter().position(|token| token.span.start <= at && at < token.span.end)?;
    let of = |sighting: &Sighting| {
        let span = sighting.candidate.span;
        sighting.candidate.words.contains(&index) || (span.start <= at && at < span.end)
    };
    let Some(found) = survey.sightings.iter().position(of) else {
        return Some(no_candidate(words, &survey, index));
    };
    let sighting = survey.sightings.swap_remove(found);
    Some(weighed(words, &mut survey, &sighting))
}

fn no_candidate(words: Words<'_>, survey: &Survey, index: usize) -> Reason {
    let span = words.tokens[index].span;
    let says = match words.shape(index) {
        Some(Shape::Lower) => "a word without a capital is no name",
        Some(Shape::Number) => "a number that is no part of a date",
        Some(Shape::Clitic) => "an ending, which stands outside names",
        _ => "its capital is only that of the sentence, or it is an abbreviation: no name",
    };
    let reason = Reason::new(Layer::Name, span, says);
    match survey.vocabulary.get(index) {
        Some(of) if words.shape(index) != Some(Shape::Lower) => facts(words.raw(index), of, reason),
        _ => reason,
    }
}

fn weighed(words: Words<'_>, survey: &mut Survey, sighting: &Sighting) -> Reason {
    let Sighting { candidate, context } = sighting;
    let whole = score(words, &survey.vocabulary, candidate, context);
    let decided = decide(words, &survey.vocabulary, candidate, context, whole);
    let mut reason = Reason::new(Layer::Name, candidate.span, decision(decided.as_ref(), whole));
    reason = reason.and(format!("points: {}", points(whole)));
    if let Some(name) = decided.as_ref().filter(|name| !name.doubtful) {
        let most = most(whole);
        let ground = Ground::of(words, &survey.vocabulary, candidate, context, name.kind, most);
        reason = reason.and(grounded(ground));
    }
    if candidate.titles > 0 {
        let titles = candidate.words.start..candidate.name().start;
        let titles: Vec<&str> = titles.map(|at| words.raw(at)).collect();
        reason = reason.and(format!("a title stands before it: {}", titles.join(" ")));
    }
    reason = stands(reason, survey.vocabulary.forms[candidate.form]);
    for (what, without) in without(words, &mut survey.vocabulary, candidate, context) {
        if let Some(share) = share(whole, without) {
            reason = reason.and(format!("{what}: {share}"));
        }
    }
    for at in candidate.name().filter(|at| words.shape(*at) != Some(Shape::Lower)) {
        if let Some(of) = survey.vocabulary.get(at) {
            reason = facts(words.raw(at), of, reason);
        }
    }
    reason
}

/// What all the places say where the name stands.
fn stands(reason: Reason, evidence: Evidence) -> Reason {
    let Evidence { person, place, people, work, entitled: _, literary: _, told: _ } = evidence;
    let says = [(person, "a person"), (place, "a place"), (people, "a people"), (work, "a work")];
    let says: Vec<String> = says
        .iter()
        .filter(|(points, _)| *points > 0)
        .map(|(points, what)| format!("{what} {points}"))
        .collect();
    if says.is_empty() {
        return reason;
    }
    reason.and(format!("all the places where it stands speak for: {}", says.join(", ")))
}

fn decision(name: Option<&Name>, score: Score) -> String {
    let most = most(score);
    let steps = format!("marked from {ENOUGH} points on");
    match name {
        None => format!("no name: {} for the likeliest; {steps}", count_points(most)),
        Some(name) if name.doubtful && most < ENOUGH => {
            "letters that are a name only if they are the initials of a person".to_owned()
        }
        Some(name) => {
            let (kind, certainty) = (name.kind.word(), name.certainty.value());
            format!("the name of a {kind}, {certainty}: {}; {steps}", count_points(most))
        }
    }
    .replace(" a organisation", " an organisation")
}

fn most(score: Score) -> i32 {
    score.person.max(score.place).max(score.organisation).max(score.work)
}

/// What it rests on, and how often that was right.
fn grounded(ground: Ground) -> String {
    let rests = format!("it rests on {}", ground.says());
    match ground {
        Ground::Scored(_) => rests,
        _ => format!("{rests}: of a hundred such names {} were right", ground.right()),
    }
}

fn count_points(points: i32) -> String {
    if points == 1 { "1 point".to_owned() } else { format!("{points} points") }
}

fn points(Score { person, place, organisation, work }: Score) -> String {
    format!("person {person}, place {place}, organisation {organisation}, work {work}")
}

/// The scores that it would have without one kind of evidence.
fn without(
    words: Words<'_>,
    vocabulary: &mut Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Vec<(&'static str, Score)> {
    let alone = score(words, vocabulary, candidate, &Context::default());
    let unlisted = |vocabulary: &mut Vocabulary, change: fn(&mut Type)| {
        let kept: Vec<(usize, Type)> =
            candidate.name().filter_map(|at| Some((at, *vocabulary.get(at)?))).collect();
        for (at, _) in &kept {
            vocabulary.get_mut(*at).into_iter().for_each(change);
        }
        let score = score(words, vocabulary, candidate, context);
        for (at, of) in kept.into_iter().rev() {
            vocabulary.get_mut(at).into_iter().for_each(|changed| *changed = of);
        }
        score
    };
    let lists = unlisted(vocabulary, |of| of.known = crate::lexicon::Known::default());
    let evidence = std::mem::take(&mut vocabulary.forms[candidate.form]);
    let text = unlisted(vocabulary, |of| {
        (of.person, of.place, of.article, of.work, of.small) = (0, 0, 0, 0, 0);
    });
    vocabulary.forms[candidate.form] = evidence;
    vec![
        ("the words around it speak", alone),
        ("the word lists speak", lists),
        ("the rest of the text speaks", text),
    ]
}

/// What a kind of evidence does to the score, if anything.
fn share(whole: Score, without: Score) -> Option<String> {
    let of = |name: &str, with: i32, without: i32| {
        (with != without).then(|| format!("{name} {:+}", with - without))
    };
    let parts: Vec<String> = [
        of("person", whole.person, without.person),
        of("place", whole.place, without.place),
        of("organisation", whole.organisation, without.organisation),
        of("work", whole.work, without.work),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What is known of a word.
fn facts(word: &str, of: &Type, reason: Reason) -> Reason {
    let known = of.known;
    let lists: Vec<&str> = [
        (known.forename(), "a forename"),
        (known.doubtful_forename(), "a forename that is also a word or a place"),
        (known.surname(), "a surname"),
        (known.place(), "a place"),
        (known.doubtful_place(), "a place that is also a word or a name"),
        (known.demonym(), "a people or its adjective"),
        (known.not_person(), "a thing with a capital"),
        (known.common(), "a common word"),
        (known.title().is_some(), "a title"),
    ]
    .into_iter()
    .filter_map(|(is, what)| is.then_some(what))
    .collect();
    let lists = if lists.is_empty() { "in no list".to_owned() } else { lists.join(", ") };
    let text: Vec<String> = [
        (of.small, "written small"),
        (of.inside, "within sentences"),
        (of.person, "where only a person can stand"),
        (of.place, "after a preposition of place"),
        (of.article, "after an article"),
        (of.work, "as a title"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{number} {what}"))
    .collect();
    let times = count(of.count as usize, "time");
    let text = if text.is_empty() { String::new() } else { format!(": {}", text.join(", ")) };
    reason.and(format!("“{word}”: {lists}; {times} in the text{text}"))
}

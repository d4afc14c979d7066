//! Names of persons and places.
//!
//! Two passes: the first learns what the words of the text are from telling
//! places, such as a title or a forename before a surname; the second decides
//! for every run of capitals with what was learned.

mod candidate;
mod context;
mod cues;
mod evidence;
mod explain;
mod learn;
mod score;
mod vocabulary;

use std::ops::Range;

use crate::annotation::Certainty;
use crate::lexicon;
use crate::source::Span;
use crate::token::{Shape, Words};
use candidate::{Candidate, candidates};
use context::Context;
use cues::Cues;
use score::{Score, is_abbreviation, score};
use vocabulary::Vocabulary;

pub(super) use explain::why;

/// A name in the text.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its characters.
    pub span: Span,
    /// Its words, titles included.
    pub words: Range<usize>,
    /// How many of them are titles.
    pub titles: usize,
    /// What it names.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether it is only a person’s if it has the initials of one.
    pub doubtful: bool,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Place,
    Organisation,
    Work,
}

/// A candidate and what stands around it.
struct Sighting {
    candidate: Candidate,
    context: Context,
}

/// What is known of the text before, in order.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// Dates, in which there are no names.
    pub dates: &'a [Span],
    /// The places of date lines.
    pub places: &'a [Span],
}

/// The words of a text and its candidates, with all that was learned.
struct Survey {
    vocabulary: Vocabulary,
    sightings: Vec<Sighting>,
}

/// The names in the parts of the text that are read, in order.
pub(super) fn names(words: Words<'_>, readable: &[Span], given: &Given<'_>) -> Vec<Name> {
    let Survey { vocabulary, sightings } = survey(words, readable, given);
    let mut decided = Vec::with_capacity(sightings.len());
    for sighting in &sightings {
        let Sighting { candidate, context } = sighting;
        let score = score(words, &vocabulary, candidate, context);
        decided.extend(decide(words, &vocabulary, candidate, context, score));
        decided.extend(possession(words, &vocabulary, candidate, context));
    }
    outermost(&mut decided);
    decided
}

/// Finds the candidates and learns from them.
fn survey(words: Words<'_>, readable: &[Span], given: &Given<'_>) -> Survey {
    let mut vocabulary = Vocabulary::of(words);
    let mut found = Vec::new();
    for span in readable {
        candidates(words, words.within(*span), &vocabulary, &mut found);
    }
    found.retain(|candidate| {
        !touches(given.dates, candidate.span) && !is_no_name(words, &vocabulary, candidate)
    });
    candidate::restore_first_words(words, &mut found);
    evidence::number(words, &mut vocabulary, &mut found);
    let sightings: Vec<Sighting> = found
        .into_iter()
        .map(|candidate| {
            let mut context = Context::of(words, &vocabulary, &candidate);
            context.in_date_line = touches(given.places, candidate.span);
            Sighting { candidate, context }
        })
        .collect();
    evidence::gather(&mut vocabulary.forms, &sightings);
    vocabulary.prior = evidence::prior(&vocabulary.forms);
    evidence::lists(words, &mut vocabulary, &sightings);
    learn::learn(words, &mut vocabulary, &sightings);
    Survey { vocabulary, sightings }
}

/// Leaves out the places within larger ones.
fn outermost(names: &mut Vec<Name>) {
    let mut last = Span::default();
    names.retain(|name| {
        if name.kind != Kind::Place {
            return true;
        }
        let within = last.start <= name.span.start && name.span.end <= last.end;
        if !within {
            last = name.span;
        }
        !within
    });
}

fn touches(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.end <= span.start);
    spans.get(at).is_some_and(|other| other.overlaps(span))
}

/// Whether it is a word that belongs to the name before it, or an abbreviation.
fn is_no_name(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "Bd", "Chap", "Cie", "Co", "Do", "Ed", "Eds", "Fig", "Figs", "Ibid", "No", "Nos", "Nr",
        "Vol",
    ];
    let at = candidate.words.start;
    if matches!(words.shape(at), Some(Shape::Initial | Shape::Upper)) {
        return is_abbreviation(words, candidate)
            || is_compass_point(words, candidate)
            || is_degree(words, candidate);
    }
    candidate.words.len() == 1
        && ((words.before(at).starts_with(',') && vocabulary.known(at).suffix())
            || ABBREVIATIONS.binary_search(&words.raw(at)).is_ok())
}

/// Whether it is the letters of a degree or an order after a name: `, M.R.C.S.`
fn is_degree(words: Words<'_>, candidate: &Candidate) -> bool {
    let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
    words.before(candidate.words.start).starts_with(',') && lexicon::look_up(&letters).suffix()
}

/// Whether it is a direction: `N.N.W.`, or `S.` beside a number or “of”.
fn is_compass_point(words: Words<'_>, candidate: &Candidate) -> bool {
    let range = candidate.words.clone();
    let letters = range.clone().flat_map(|at| words.raw(at).chars());
    let number = |at: usize| words.shape(at) == Some(Shape::Number);
    let beside = number(range.end)
        || words.raw(range.end) == "of"
        || range.start.checked_sub(1).is_some_and(number);
    let count = letters.clone().count();
    letters.clone().all(|letter| matches!(letter, 'N' | 'E' | 'S' | 'W'))
        && count <= 3
        && (count > 1 || beside)
}

/// From which scores on a name is marked.
const ENOUGH: i32 = 3;
const MEDIUM: i32 = 5;
const HIGH: i32 = 8;

fn decide(
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
    let certainty = match points {
        ..ENOUGH if is_initials(words, vocabulary, candidate) => Certainty::Medium,
        ..ENOUGH => return None,
        ENOUGH..MEDIUM => Certainty::Low,
        MEDIUM..HIGH => Certainty::Medium,
        HIGH.. => Certainty::High,
    };
    let doubtful = points < ENOUGH
        || (kind == Kind::Organisation && is_initials(words, vocabulary, candidate));
    let kind = if doubtful && points < ENOUGH { Kind::Person } else { kind };
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

/// The place that is called after the person it belongs to: `Theresa’s village`.
fn possession(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Option<Name> {
    let head = candidate.words.end + 1;
    let known = vocabulary.known(candidate.name().start);
    let owned = context.possessive
        && candidate.name().len() + candidate.titles > 0
        && !context.before.any(Cues::ARTICLE)
        && words.before(head) == " "
        && !known.common();
    let small = words.shape(head) == Some(Shape::Lower) && context.after.any(Cues::SITE_AFTER);
    let mut end = head + 1;
    if owned && !small {
        while words.before(end) == " " && words.shape(end) == Some(Shape::Capital) {
            end += 1;
        }
        let closes =
            words.shape(head) == Some(Shape::Capital) && vocabulary.known(end - 1).closes_place();
        if !closes {
            return None;
        }
    }
    owned.then(|| Name {
        span: candidate.span.join(words.tokens[end - 1].span),
        words: candidate.words.start..end,
        titles: candidate.titles,
        kind: Kind::Place,
        certainty: Certainty::Low,
        doubtful: false,
    })
}

/// The name of a place, with the word that tells its kind: `Kambala hill`.
fn place_span(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> Span {
    let next = candidate.words.end;
    let head = words.before(next) == " "
        && words.shape(next) == Some(Shape::Lower)
        && !lexicon::is_place(candidate.span.of(words.text))
        && vocabulary.cues(next).any(Cues::SITE_AFTER);
    if head { candidate.span.join(words.tokens[next].span) } else { candidate.span }
}

/// The title of a work, with the foreign words that go on: `Seize fusillés`.
fn work_span(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Span {
    let mut end = candidate.words.end;
    while end < candidate.words.end + 4
        && words.before(end) == " "
        && words.shape(end) == Some(Shape::Lower)
        && !vocabulary.known(end).common()
    {
        end += 1;
    }
    let span = candidate.span.join(words.tokens[end - 1].span);
    if context.in_title { words.tokens[candidate.words.start - 2].span.join(span) } else { span }
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

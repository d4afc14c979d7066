//! Names of persons and places.
//!
//! Two passes: the first learns what the words of the text are from telling
//! places, such as a title or a forename before a surname; the second decides
//! for every run of capitals with what was learned.

mod candidate;
mod score;
mod types;

use std::ops::Range;

use crate::annotation::Certainty;
use crate::lexicon;
use crate::source::Span;
use crate::token::{Shape, Words};
use candidate::{Candidate, candidates};
use score::{Context, Score, cue, is_abbreviation, score};
use types::Types;

pub(in crate::recognise) use types::proper_case;

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

/// The names in the parts of the text that are read, in order.
pub(super) fn names(words: Words<'_>, readable: &[Span], dates: &[Span]) -> Vec<Name> {
    let mut types = Types::of(words);
    let mut found = Vec::new();
    for span in readable {
        candidates(words, words.within(*span), &|at| types.known(at), &mut found);
    }
    found.retain(|candidate| !touches(dates, candidate.span) && !is_no_name(words, candidate));
    learn(words, &mut types, &found);
    learn_from_pairs(words, &mut types, &found);
    let decided = found.iter().filter_map(|candidate| {
        let context = Context::of(words, candidate);
        decide(words, candidate, score(words, &types, candidate, &context))
    });
    decided.collect()
}

fn touches(dates: &[Span], span: Span) -> bool {
    let at = dates.partition_point(|date| date.end <= span.start);
    dates.get(at).is_some_and(|date| date.overlaps(span))
}

/// Whether it is a word that belongs to the name before it, or an abbreviation.
fn is_no_name(words: Words<'_>, candidate: &Candidate) -> bool {
    let word = words.raw(candidate.words.start);
    candidate.words.len() == 1
        && ((words.before(candidate.words.start).starts_with(',') && lexicon::is_suffix(word))
            || matches!(
                word,
                "Vol"
                    | "No"
                    | "Nos"
                    | "Ed"
                    | "Eds"
                    | "Fig"
                    | "Figs"
                    | "Chap"
                    | "Nr"
                    | "Bd"
                    | "Co"
                    | "Cie"
                    | "Do"
                    | "Ibid"
            ))
}

/// Takes note of what telling places say about words.
fn learn(words: Words<'_>, types: &mut Types<'_>, found: &[Candidate]) {
    for candidate in found {
        let context = Context::of(words, candidate);
        let name = candidate.name();
        for at in name.clone() {
            let Some(of) = types.get_mut(at) else { continue };
            of.inside += u32::from(!candidate.initial || at > candidate.words.start);
            if name.len() == 1 && candidate.titles == 0 {
                of.place += u32::from(cue::PLACE.contains(&context.before));
                of.article += u32::from(cue::ARTICLE.contains(&context.before));
            }
        }
    }
    for candidate in found {
        let context = Context::of(words, candidate);
        let sure = score(words, types, candidate, &context);
        if sure.work >= SURE {
            for at in candidate.name() {
                if let Some(of) = types.get_mut(at) {
                    of.work += 1;
                }
            }
        }
        if sure.person < SURE
            || sure.person <= sure.place.max(sure.organisation)
            || candidate.name().is_empty()
        {
            continue;
        }
        let several = candidate.titles > 0 || candidate.name().len() > 1;
        if several {
            for at in candidate.name() {
                if let Some(of) = types.get_mut(at) {
                    of.person += 1;
                }
            }
        }
    }
}

/// Takes note that one of two names joined by “and” is a person’s if the other
/// is beyond doubt.
fn learn_from_pairs(words: Words<'_>, types: &mut Types<'_>, found: &[Candidate]) {
    for pair in found.windows(2) {
        let between = pair[0].words.end..pair[1].words.start;
        let joined =
            between.len() == 1 && matches!(words.raw(between.start), "and" | "or" | "et" | "und");
        if !joined || words.before(between.start) != " " || words.after(between.start) != " " {
            continue;
        }
        let sure = pair.iter().map(|candidate| {
            let score = score(words, types, candidate, &Context::of(words, candidate));
            score.person >= SURE && score.person > score.place
        });
        let sure: Vec<bool> = sure.collect();
        for (other, candidate) in [(sure[1], &pair[0]), (sure[0], &pair[1])] {
            if other && candidate.name().len() == 1 {
                if let Some(of) = types.get_mut(candidate.name().start) {
                    of.person +=
                        u32::from(!of.known.common && !of.known.demonym && !of.known.not_person);
                }
            }
        }
    }
}

/// From which score on a name teaches others.
const SURE: i32 = 6;

/// From which scores on a name is marked.
const ENOUGH: i32 = 3;
const MEDIUM: i32 = 5;
const HIGH: i32 = 8;

fn decide(words: Words<'_>, candidate: &Candidate, score: Score) -> Option<Name> {
    let (points, kind) = [
        (score.person, Kind::Person),
        (score.place, Kind::Place),
        (score.organisation, Kind::Organisation),
        (score.work, Kind::Work),
    ]
    .into_iter()
    .max_by_key(|(points, _)| *points)?;
    let certainty = match points {
        ..ENOUGH if is_initials(words, candidate) => Certainty::Medium,
        ..ENOUGH => return None,
        ENOUGH..MEDIUM => Certainty::Low,
        MEDIUM..HIGH => Certainty::Medium,
        HIGH.. => Certainty::High,
    };
    let doubtful = points < ENOUGH || (kind == Kind::Organisation && is_initials(words, candidate));
    let kind = if doubtful && points < ENOUGH { Kind::Person } else { kind };
    let span = match kind {
        Kind::Work => work_span(words, candidate),
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

/// The title of a work, with the foreign words that go on: `Seize fusillés`.
fn work_span(words: Words<'_>, candidate: &Candidate) -> Span {
    let mut end = candidate.words.end;
    while end < candidate.words.end + 4
        && words.before(end) == " "
        && words.shape(end) == Some(Shape::Lower)
        && !lexicon::is_common(words.raw(end))
    {
        end += 1;
    }
    candidate.span.join(words.tokens[end - 1].span)
}

/// Whether it is letters that could stand for a person: `G.`, `AG`, `A.G.`
fn is_initials(words: Words<'_>, candidate: &Candidate) -> bool {
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
        words.before(candidate.words.start) == " " && cue::ARTICLE.contains(&words.raw(before))
    });
    letters && !titled && !article && length <= 3 && !is_abbreviation(words, candidate)
}

//! Names of persons and places.
//!
//! Two passes: the first learns what the words of the text are from telling
//! places, such as a title or a forename before a surname; the second decides
//! for every run of capitals with what was learned.

mod candidate;
mod context;
mod cues;
mod dative;
mod decide;
mod evidence;
mod explain;
mod ground;
mod joined;
mod learn;
mod literary;
mod no_name;
mod quoted;
mod score;
mod spans;
mod vocabulary;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::touches;
use crate::annotation::Certainty;
use crate::date;
use crate::lexicon;
use crate::source::Span;
use crate::token::{Shape, Words};
use candidate::{Candidate, candidates};
use context::{Context, Sighting};
use decide::decide;
use no_name::is_no_name;
use score::score;
use spans::{is_called_after, outermost, possession, seat};
use vocabulary::Vocabulary;

pub(super) use explain::why;

/// Whether `word`, which begins with a small letter, is a verb of saying.
pub(super) fn is_speech_verb(word: &str) -> bool {
    cues::Cues::of(word).any(cues::Cues::SPEECH)
}

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

/// What is known of the text before, in order.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// Dates, in which there are no names.
    pub dates: &'a [Span],
    /// The places of date lines.
    pub places: &'a [Span],
    /// What says who speaks.
    pub speakers: &'a [Span],
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
        let owned = possession(words, &vocabulary, candidate, context);
        // “St. Paul’s” is no St. Paul.
        let name = decide(words, &vocabulary, candidate, context, score);
        let belongs = |name: &Name| match (&owned, name.kind) {
            (None, _) => true,
            (Some(_), Kind::Place) => false,
            (Some(of), _) => !is_called_after(words, candidate, of),
        };
        decided.extend(name.filter(belongs));
        decided.extend(owned);
        decided.extend(seat(words, &vocabulary, candidate));
    }
    outermost(&mut decided);
    decided
}

/// Finds the candidates and learns from them.
fn survey(words: Words<'_>, readable: &[Span], given: &Given<'_>) -> Survey {
    let mut vocabulary = Vocabulary::of(words);
    vocabulary.note_dates(words, given.dates);
    let mut found = Vec::new();
    for span in readable {
        candidates(words, words.within(*span), &vocabulary, &mut found);
    }
    for candidate in &mut found {
        end_before_date(words, given.dates, candidate);
    }
    found.retain(|candidate| {
        !touches(given.dates, candidate.span) && !is_no_name(words, &vocabulary, candidate)
    });
    drop_speakers_in_a_row(words, given.speakers, &mut found);
    candidate::restore_first_words(words, &vocabulary, &mut found);
    candidate::restore_particles(words, &vocabulary, &mut found);
    candidate::drop_last_words(words, &vocabulary, &mut found);
    candidate::part_initials(words, &vocabulary, &mut found);
    candidate::join_reversed(words, &vocabulary, &mut found);
    evidence::number(words, &mut vocabulary, &mut found);
    let mut sightings: Vec<Sighting> = found
        .into_iter()
        .map(|candidate| {
            let mut context = Context::of(words, &vocabulary, &candidate);
            context.in_date_line = touches(given.places, candidate.span)
                || (dates_a_line(words, given.dates, &candidate)
                    && words.shape(candidate.words.start) != Some(Shape::Initial)
                    && !is_full_name(&vocabulary, &candidate));
            context.is_speaker = touches(given.speakers, candidate.span);
            Sighting { candidate, context }
        })
        .collect();
    note_ships(words, &mut sightings);
    evidence::gather(&mut vocabulary.forms, &sightings);
    dative::take_back(words, &mut vocabulary, &sightings);
    // In a language whose verbs and titles are unknown there would be only places.
    vocabulary.prior =
        if vocabulary.foreign { 0 } else { evidence::prior(words, &vocabulary, &sightings) };
    evidence::told(&mut vocabulary.forms);
    evidence::lists(words, &mut vocabulary, &sightings);
    joined::places(words, &mut vocabulary, &sightings);
    evidence::addresses(words, &mut vocabulary, &sightings);
    learn::learn(words, &mut vocabulary, &sightings);
    vocabulary.note_surnames();
    Survey { vocabulary, sightings }
}

/// Drops what is no name of one, but of several who speak: “FAUST MEPHISTOPHELES” above
/// a scene.
fn drop_speakers_in_a_row(words: Words<'_>, speakers: &[Span], found: &mut Vec<Candidate>) {
    let single = |span: &Span| {
        let within = words.within(*span);
        (within.len() == 1).then(|| words.raw(within.start))
    };
    let speakers: FxHashSet<&str> = speakers.iter().filter_map(single).collect();
    if speakers.is_empty() {
        return;
    }
    found.retain(|candidate| {
        let name = candidate.name();
        name.len() < 2 || name.filter(|at| speakers.contains(words.raw(*at))).count() < 2
    });
}

/// Takes a name with an article for that of the ship that is called so elsewhere: “the Lady
/// Nelson anchored”, “on the “White Rose””.
fn note_ships(words: Words<'_>, sightings: &mut [Sighting]) {
    let own = |of: &Sighting| of.candidate.titles > 0 || of.context.quoted;
    let ships: FxHashSet<Cow<'_, str>> = sightings
        .iter()
        .filter(|of| of.context.is_ship && own(of))
        .map(|of| words.phrase(&of.candidate.words))
        .collect();
    if ships.is_empty() {
        return;
    }
    for of in sightings.iter_mut().filter(|of| own(of) && of.led_by_the()) {
        of.context.is_ship |= ships.contains(&words.phrase(&of.candidate.words));
    }
}

/// Ends a name where a date begins: “Reading January 5, 1818”.
fn end_before_date(words: Words<'_>, given: &[Span], candidate: &mut Candidate) {
    let first = words.tokens[candidate.words.start].span.end;
    let at = given.partition_point(|span| span.end <= first);
    let Some(date) = given.get(at).filter(|span| span.overlaps(candidate.span)) else { return };
    let apart = |index: &usize| words.tokens[*index].span.end <= date.start;
    let mut end = candidate.words.clone().take_while(apart).last().map_or(0, |last| last + 1);
    // “From Lenin on / Tuesday”
    while end > candidate.words.start && words.shape(end - 1) == Some(Shape::Lower) {
        end -= 1;
    }
    if end > candidate.words.start && end - candidate.words.start > candidate.titles {
        candidate.words.end = end;
        candidate.span = Span::new(candidate.span.start, words.tokens[end - 1].span.end);
        // “Baton Rouge May 2d”
        let name = candidate.name();
        candidate.is_place = name.len() > 1 && lexicon::is_place(words.span(&name).of(words.text));
    }
}

/// Whether a line begins with it and a date follows: the place of a letter.
fn dates_a_line(words: Words<'_>, dates: &[Span], candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    if start > 0 && !words.before(start).ends_with('\n') {
        return false;
    }
    let next = words.tokens.get(candidate.words.end).map(|token| token.span.start);
    let followed = next.is_some_and(|next| {
        let at = dates.partition_point(|date| date.start < next);
        dates.get(at).is_some_and(|date| date.start == next)
    });
    let followed = followed || begins_written_date(words, candidate.words.end);
    followed && matches!(words.before(candidate.words.end), " " | ", " | "\n" | ". ")
}

/// Whether a date in words goes on to the end of the line, as in the address of
/// a letter: “Reading December Twenty Nine”.
fn begins_written_date(words: Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let ends = |at: usize| at >= words.tokens.len() || words.before(at).contains('\n');
    words.shape(at) == Some(Shape::Capital)
        && date::is_month(words.raw(at))
        && !ends(at + 1)
        && (at + 2..=at + LONGEST).any(ends)
}

/// Whether a forename begins it, and no kind of place ends it: “Ben Jonson,
/// 1574” tells of a birthday, “Bertram House, 1820” where a letter was written.
fn is_full_name(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let name = candidate.name();
    name.len() > 1
        && !candidate.is_place
        && vocabulary.known(name.start).forename()
        && !vocabulary.known(name.end - 1).closes_place()
}

#[cfg(test)]
mod tests;

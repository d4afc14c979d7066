//! What the places where a name stands say of it, each by itself and all
//! together.

use super::Sighting;
use super::candidate::Candidate;
use super::context::Context;
use super::cues::Cues;
use super::vocabulary::Vocabulary;

/// How much speaks for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// For a person.
    pub person: i32,
    /// For a place.
    pub place: i32,
    /// For a people, a kind of plants or the like.
    pub people: i32,
    /// For the title of a work.
    pub work: i32,
}

impl Evidence {
    /// How much more speaks for a place than for a person, between -6 and 6.
    pub(super) fn lean(self) -> i32 {
        let (person, place) = (self.person, self.place);
        6 * (place - person) / (place + person + 2)
    }

    fn add(&mut self, other: Self) {
        self.person += other.person;
        self.place += other.place;
        self.people += other.people;
        self.work += other.work;
    }
}

/// Adds up what the sightings say of each form of name.
pub(super) fn gather(forms: &mut Vec<Evidence>, found: &[Sighting]) {
    for Sighting { candidate, context } in found {
        forms[candidate.form].add(evidence(candidate, context));
    }
}

/// What one sighting says.
fn evidence(candidate: &Candidate, context: &Context) -> Evidence {
    if candidate.titles > 0 || candidate.titled_work {
        return Evidence::default();
    }
    Evidence {
        person: person(context).min(3),
        place: place(context).min(3),
        people: people(context),
        work: work(context),
    }
}

fn person(context: &Context) -> i32 {
    let Context { before, second_before, after, second_after, .. } = *context;
    let article = before.any(Cues::ARTICLE);
    if article {
        return 0;
    }
    let mut points = 0;
    let about = (before.any(Cues::TO) || before.any(Cues::FROM)) && second_before.any(Cues::LETTER);
    points += if before.any(Cues::SPEECH | Cues::TO_WHOM) || about { 2 } else { 0 };
    points += if before.any(Cues::KIN) { 2 } else { 0 };
    points += i32::from(before.any(Cues::WITH));
    if context.possessive {
        points += if after.any(Cues::BODY) { 2 } else { 1 };
    } else {
        points += if after.any(Cues::SPEECH | Cues::HUMAN) { 2 } else { 0 };
        // “Véra, the sister”
        let apposed = after.any(Cues::THE) && second_after.any(Cues::KIN);
        points += if apposed { 2 } else { 0 };
    }
    points
}

fn place(context: &Context) -> i32 {
    let Context { before, second_before, after, .. } = *context;
    if context.possessive {
        return 0;
    }
    let letter = before.any(Cues::FROM) && second_before.any(Cues::LETTER);
    let mut points = 0;
    // “looked at Véra”
    let aimed = before.any(Cues::AT) && second_before.any(Cues::AIM);
    if before.any(Cues::PLACE) && !letter && !aimed {
        points += if before.any(Cues::FROM) { 1 } else { 2 };
    }
    points += i32::from(before.any(Cues::PATH));
    if before.any(Cues::TO) && second_before.any(Cues::MOTION | Cues::PART) {
        points += 2;
    }
    if before.any(Cues::OF) && second_before.any(Cues::PART | Cues::SITE) {
        points += 2;
    }
    points += if before.any(Cues::REACH) { 1 } else { 0 };
    points += if before.any(Cues::SITE) { 3 } else { 0 };
    points += if after.any(Cues::SITE) { 2 } else { 0 };
    // “across the Rovuma”, but “at the Newberys”
    if before.any(Cues::THE)
        && second_before.any(Cues::WITHIN | Cues::PATH | Cues::REACH | Cues::ON)
    {
        points += if after.any(Cues::PEOPLE) { 0 } else { 2 };
    }
    points
}

fn people(context: &Context) -> i32 {
    let Context { before, second_before, after, .. } = *context;
    let several = before.any(Cues::SEVERAL);
    let the = before.any(Cues::THE);
    let mut points = 0;
    points += if several { 2 } else { 0 };
    if the && (after.any(Cues::PEOPLE) || second_before.any(Cues::SEVERAL)) {
        points += 2;
    }
    points += i32::from(after.any(Cues::PEOPLE));
    points
}

fn work(context: &Context) -> i32 {
    if context.before.any(Cues::READ) && !context.possessive { 2 } else { 0 }
}

/// The form of each candidate: names of the same characters are of one form.
pub(super) fn number(
    words: crate::token::Words<'_>,
    vocabulary: &mut Vocabulary,
    found: &mut [Candidate],
) {
    let mut known: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
    for candidate in found {
        let name = candidate.name();
        let span = words.tokens[name.start].span.join(words.tokens[name.end - 1].span);
        let next = known.len();
        candidate.form = *known.entry(span.of(words.text)).or_insert(next);
    }
    vocabulary.forms = vec![Evidence::default(); known.len()];
}

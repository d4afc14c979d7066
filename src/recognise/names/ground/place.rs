//! What makes a name a place’s.

use super::{Ground, is_of_a_writing};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::{Evidence, Type, Vocabulary};
use crate::token::{Shape, Words};

/// From how much evidence on a name stands where places do.
const TOLD: i32 = 2;

/// The firmest ground for a place.
pub(super) fn ground(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Ground {
    let name = candidate.name();
    let first = vocabulary.get(name.start).copied().unwrap_or_default();
    let last = vocabulary.known(name.end - 1);
    let evidence = vocabulary.forms[candidate.form];
    if candidate.head.is_some() {
        return Ground::PlaceHeaded;
    }
    if candidate.titles == 0 && (context.quoted || context.owned) {
        return Ground::PlaceBare;
    }
    let led = is_led(context);
    let writing = is_of_a_writing(words, candidate, context);
    if name.len() == 1 && candidate.titles == 0 {
        let led = led && !writing;
        return single(vocabulary, &first, evidence, context, led, candidate.initial);
    }
    let head = last.closes_place() || first.known.opens_place();
    // “Washington D.C.”
    let state = matches!(words.shape(name.end - 1), Some(Shape::Initial | Shape::Upper))
        && (first.known.place() || first.known.doubtful_place());
    let told = evidence.place >= TOLD || led || context.in_date_line;
    match () {
        () if (candidate.is_place || state) && told => listed(&first, context),
        () if head && led && vocabulary.prior == 0 => Ground::PlaceHeaded,
        () if candidate.is_place || state || head || candidate.titles > 0 => Ground::PlaceListed,
        () if evidence.place >= TOLD || vocabulary.prior > 0 || context.in_date_line => {
            Ground::PlaceTold
        }
        () => Ground::PlaceBare,
    }
}

/// Whether words before it or beside it lead to a place.
fn is_led(context: &Context) -> bool {
    let Context { before, second_before, after, .. } = *context;
    before.any(Cues::PLACE | Cues::REACH | Cues::SITE)
        || after.any(Cues::SITE)
        || (before.any(Cues::TO) && (second_before.any(Cues::MOTION) || context.led_to))
        || (before.any(Cues::OF) && second_before.any(Cues::PART | Cues::SITE))
}

fn single(
    vocabulary: &Vocabulary,
    of: &Type,
    evidence: Evidence,
    context: &Context,
    led: bool,
    initial: bool,
) -> Ground {
    const OFTEN: i32 = 4;
    let known = of.known;
    let article = context.before.any(Cues::ARTICLE);
    let other = evidence.person > 0 || evidence.work > 0;
    let told = evidence.place >= TOLD && evidence.lean() > 0;
    let often = evidence.place >= OFTEN && !other;
    let word = known.common()
        || known.not_person()
        || known.demonym()
        || known.forename()
        || known.doubtful_forename()
        || of.small > 0;
    let doubtful = known.doubtful_place() && !known.place();
    // “Harden came over”: the laird of it
    let acts = context.after.any(Cues::HUMAN | Cues::SPEECH);
    match () {
        () if known.place() && (told || context.in_date_line) => listed(of, context),
        () if known.place() && led && evidence.place > 0 => listed(of, context),
        () if known.place() || of.is_french_place || of.is_german_place || of.is_hyphened_place => {
            Ground::PlaceListed
        }
        () if doubtful && told => listed(of, context),
        () if doubtful => Ground::PlaceListed,
        () if of.is_told_a_place(evidence) && !acts => Ground::PlaceTold,
        () if word && vocabulary.prior == 0 => Ground::PlaceBare,
        () if often && !article && of.place > 0 && !initial => Ground::PlaceOften,
        () if evidence.place > 0 || context.in_date_line => Ground::PlaceTold,
        () => Ground::PlaceBare,
    }
}

/// A place of the lists that stands where places do.
fn listed(of: &Type, context: &Context) -> Ground {
    /// How often the text must have it, and after a preposition of place.
    const MORE: u32 = 4;
    const LED: u32 = 2;
    let (known, before) = (of.known, context.before);
    // “the county of Somerset”, “the Downs”, “Park”, “Nancy”, but “Nancy, May 8”
    let other = before.any(Cues::ARTICLE | Cues::OF)
        || known.heads_place()
        || known.not_person()
        || (known.doubtful_forename() && !context.in_date_line);
    match () {
        () if other => Ground::PlaceListedDoubtful,
        () if of.count >= MORE && of.place >= LED => Ground::PlaceKnown,
        () => Ground::PlaceListedTold,
    }
}

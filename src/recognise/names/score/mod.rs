//! What speaks for a person, and what for a place.

mod several;
mod surroundings;
mod word;

use super::candidate::Candidate;
use super::context::Context;
use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::lexicon::{self, Title};
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
    // “rue de la Mortellerie”
    if candidate.head.is_some() {
        return Score { place: 9, ..Score::default() };
    }
    let mut score = Score::default();
    titles(words, vocabulary, candidate, context, &mut score);
    initials(words, vocabulary, candidate, context, &mut score);
    let name = candidate.name();
    // The particles of “Archbishop of Olmütz” are no names.
    let capital = name.clone().find(|at| words.shape(*at) != Some(Shape::Lower));
    let first = capital.and_then(|at| vocabulary.get(at)).copied().unwrap_or_default();
    let lean = lean(words, vocabulary, candidate, context);
    if name.len() == 1 {
        word::word(words, candidate, &first, context, vocabulary, lean, &mut score);
    } else {
        let last = vocabulary.get(name.end - 1).copied().unwrap_or_default();
        several::several(words, vocabulary, candidate, &first, &last, &mut score);
    }
    if name.len() == 1 && candidate.titles == 0 && vocabulary.is_family(name.start) {
        // A family has an article, “the Newberys”, but in German: “mit Speidels”.
        let one = vocabulary.nouns_have_capitals || context.owns(words, candidate);
        score.person += if one { 7 } else { -8 };
        score.place -= if one { 4 } else { 8 };
    } else if is_family_with_article(vocabulary, candidate, context) {
        score.person -= 8;
        score.place -= 8;
    } else if name.len() == 1 && candidate.titles == 0 && is_of_a_group(context) {
        score.person -= if vocabulary.has_ending(name.start) { 0 } else { 4 };
    }
    // “Court of King’s Bench”
    let owner = name.len() > 2
        && context.possessive
        && vocabulary.known(name.start).heads_place()
        && vocabulary.known(name.end - 1).title().is_some();
    score.person -= if owner { 12 } else { 0 };
    score.person += if candidate.is_esquire { 6 } else { 0 };
    surroundings::surroundings(vocabulary, candidate, context, &first, &mut score);
    elsewhere(vocabulary, candidate, lean, &mut score);
    score
}

/// Whether a family is meant whose name may also be that of another: “called on
/// the Brookes”.
fn is_family_with_article(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> bool {
    context.before.any(Cues::THE)
        && candidate.titles == 0
        && !vocabulary.nouns_have_capitals
        && vocabulary.has_ending(candidate.name().end - 1)
}

/// Whether a group of people is called after it: “Shupanga men”.
fn is_of_a_group(context: &Context) -> bool {
    context.after.any(Cues::TRIBE | Cues::GROUP)
        && !context.after.any(Cues::AFFAIR)
        && !context.possessive
}

/// Whether all its words are common ones, and none heads a place.
fn is_ordinary(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    candidate.name().all(|at| {
        let known = vocabulary.known(at);
        known.common() && !known.heads_place() && !known.place() && !known.doubtful_place()
    })
}

/// How much has to speak for a person that a known place is one.
const OFTEN: i32 = 6;

/// The same, where nothing speaks for a place.
const SOME: i32 = 4;

/// How much more what stands around it speaks for a place than for a person,
/// as far as it can be either.
fn lean(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> i32 {
    let at = candidate.name().start;
    let Some(of) = vocabulary.get(at) else { return 0 };
    let single = candidate.name().len() == 1;
    if single && words.shape(at) == Some(Shape::Initial) {
        return 0;
    }
    let mut evidence = vocabulary.forms[candidate.form];
    if single {
        evidence.person += 2 * i32::try_from(of.person.min(5)).unwrap_or_default();
    }
    let alone = evidence.person + evidence.place == 0;
    let unknown = single && alone && of.is_unknown() && of.is_nobody() && !of.known.surname();
    let lean = if unknown { vocabulary.prior } else { evidence.lean() };
    let known = of.known;
    if known.forename() {
        return lean.min(1);
    }
    let no_place = of.is_adjective || known.not_person();
    if no_place && !known.place() && !known.doubtful_place() && single {
        return lean.min(0);
    }
    // One letter from Winnipeg makes no person of it.
    let often = if evidence.place == 0 { SOME } else { OFTEN };
    if known.place() && lean < 0 && evidence.person < often {
        return lean.max(-2);
    }
    // “the Starving Time”, “the Great First Cause”, but “at Green Gables”
    let led = evidence.place >= SOME && evidence.person == 0 && evidence.people == 0;
    let stands = led && !context.before.any(Cues::ARTICLE);
    if !(single || candidate.is_place || stands) && is_ordinary(vocabulary, candidate) {
        return lean.min(0);
    }
    let written_small = of.is_written_small() || known.common();
    if written_small && !known.doubtful_place() && !known.place() && single {
        return lean.min(0) / 2;
    }
    lean
}

/// What the same name says in all the places where it stands.
fn elsewhere(vocabulary: &Vocabulary, candidate: &Candidate, lean: i32, score: &mut Score) {
    if candidate.titles > 0 {
        return;
    }
    let evidence = vocabulary.forms[candidate.form];
    score.place += lean;
    score.person -= lean;
    // “Bakers men” are those of Baker.
    let people = evidence.people > evidence.person
        && evidence.people > evidence.place
        && !vocabulary.has_ending(candidate.name().end - 1);
    let listed = vocabulary.known(candidate.name().start).place() || candidate.is_place;
    if people {
        score.person -= 4;
        // “a London practice”
        score.place -= if listed { 0 } else { 3 };
    }
    if evidence.work > 0 && !listed {
        score.work += evidence.work.min(4);
    }
}

/// The titles before the name.
fn titles(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: &mut Score,
) {
    let titles = candidate.words.start..candidate.name().start;
    let title = titles.filter_map(|at| vocabulary.known(at).title()).next_back();
    // “the Lord Chancellor”
    let rank = candidate.name().len() == 1
        && context.before.any(Cues::ARTICLE)
        && vocabulary
            .get(candidate.name().start)
            .is_some_and(|of| of.known.title().is_some() || (of.known.common() && of.person == 0));
    // “General Post Office”
    let general = candidate.titles == 1
        && words.raw(candidate.words.start).eq_ignore_ascii_case("general")
        && is_ordinary(vocabulary, candidate)
        && !context.follows_a_name()
        && !context.after.any(Cues::HUMAN);
    // “Mr. Speaker”
    let chair = candidate.words.len() == 2 && CHAIRS.contains(&words.raw(candidate.name().start));
    // “St. Paul’s”
    let church = is_church(words, vocabulary, candidate, context);
    score.person -= if church { 14 } else { 0 };
    let office = is_office(words, vocabulary, candidate);
    score.person -= if office { 10 } else { 0 };
    if rank || general || chair || church || office {
        return;
    }
    // “in St. Paul”, “the parish of St. Mary”
    let of_a_place =
        context.before.any(Cues::OF) && context.second_before.any(Cues::SITE | Cues::PART);
    // “die Glocken von St. Marien”
    let church = vocabulary.nouns_have_capitals
        && ["en", "i", "is"].iter().any(|end| words.raw(candidate.words.end - 1).ends_with(end));
    if is_saint(words.raw(candidate.words.start))
        && (context.before.any(Cues::PLACE | Cues::PATH) || of_a_place || church)
        && !context.possessive
    {
        score.place += if church { 6 } else { 4 };
        score.person -= if church { 8 } else { 0 };
        return;
    }
    score.person += match title {
        Some(Title::Address) => 7,
        Some(Title::Other) => 5,
        Some(Title::Kin) => 4,
        None => return,
    };
    score.place -= 5;
    score.organisation -= 3;
}

/// Whether an office is addressed, and nobody named: “M. le Maire”, “M. le Préfet
/// de l’Yonne”, “Frau Försterin”.
fn is_office(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let name = candidate.name();
    if candidate.titles == 0 {
        return false;
    }
    let of = |at: usize| matches!(words.raw(at), "de" | "du" | "des" | "d’" | "d'");
    let french = vocabulary.is_french
        && name.len() > 1
        && matches!(words.raw(name.start), "le" | "la" | "l’" | "l'")
        && (vocabulary.known(name.start + 1).common()
            || vocabulary.known(name.start + 1).title().is_some())
        && (name.len() == 2 || of(name.start + 2));
    let german = vocabulary.nouns_have_capitals && name.len() == 1 && {
        let form = words.form(name.start).to_lowercase();
        form.strip_suffix("in").is_some_and(lexicon::is_german)
    };
    french || german
}

/// Those who are called by their office.
const CHAIRS: &[&str] = &[
    "Attorney", "Chairman", "Clerk", "Editor", "Moderator", "President", "Recorder", "Secretary",
    "Solicitor", "Speaker", "Treasurer",
];

/// Whether it is a church that has the name of its saint: “the dome of St.
/// Peter’s”, but not “St. John’s eve”.
pub(super) fn is_church(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> bool {
    const DAYS: &[&str] = &[
        "Day", "Epistle", "Eve", "Fire", "Gospel", "day", "epistle", "eve", "feast", "fire",
        "gospel", "night",
    ];
    let next = candidate.words.end + 1;
    context.possessive
        && candidate.words.len() > 1
        && matches!(words.raw(candidate.words.start), "St" | "Saint")
        && !vocabulary.cues(next).any(Cues::BODY)
        && !(words.before(next) == " " && DAYS.contains(&words.raw(next)))
}

/// What stands before saints, and before the places that have their names.
fn is_saint(title: &str) -> bool {
    matches!(title, "ST" | "St" | "Saint" | "Ste" | "Sainte")
}

/// The initials in the name.
fn initials(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: &mut Score,
) {
    let name = candidate.name();
    let length = name.len();
    let initials = name.filter(|at| words.shape(*at) == Some(Shape::Initial)).count();
    if initials == 0 {
        return;
    }
    let dotted = || words.after(candidate.name().start).starts_with('.');
    let with_a_word = initials > 0 && initials < length;
    if in_a_state(words, candidate, length - initials) {
        score.place += 6;
        score.person -= 4;
        return;
    }
    let leading: String = candidate
        .name()
        .take_while(|at| words.shape(*at) == Some(Shape::Initial))
        .map(|at| words.raw(at))
        .collect();
    let ship = SHIPS.contains(&leading.as_str());
    let state = leading.len() > 1 && STATES.binary_search(&leading.as_str()).is_ok();
    if with_a_word && (ship || state) {
        score.person -= 4;
        return;
    }
    // In the diary of a journey: “R. Lamasi”, “crossed the Loendi R.”
    if vocabulary.prior > 0 && length == 2 && with_a_word && is_river(words, candidate) {
        score.place += 6;
        return;
    }
    // “the E.R.”
    if !with_a_word && context.before.any(Cues::THE) {
        score.person -= 6;
        return;
    }
    if with_a_word || (initials >= 2 && dotted() && !is_abbreviation(words, candidate)) {
        score.person += 4;
    }
}

/// Whether one of its two words is the letter for “river”.
fn is_river(words: Words<'_>, candidate: &Candidate) -> bool {
    candidate.name().any(|at| words.raw(at) == "R")
}

/// Letters before the names of ships.
const SHIPS: &[&str] = &["HMS", "RMS", "SMS", "USS"];

/// Letters of states and provinces.
const STATES: &[&str] = &["BC", "DC", "NC", "ND", "NH", "NJ", "NM", "NS", "NY", "RI", "SD"];

/// Whether it is a place with the letters of its state: `Washington D.C.`
fn in_a_state(words: Words<'_>, candidate: &Candidate, length: usize) -> bool {
    let name = candidate.name();
    let (place, state) = (name.start..name.start + length, name.start + length..name.end);
    let letters: String = state.clone().map(|at| words.raw(at)).collect();
    let after = state.clone().all(|at| words.shape(at) == Some(Shape::Initial));
    let span = || words.tokens[place.start].span.join(words.tokens[place.end - 1].span);
    after && !place.is_empty() && STATES.binary_search(&letters.as_str()).is_ok() && {
        let known = lexicon::look_up(span().of(words.text));
        known.place() || known.doubtful_place()
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

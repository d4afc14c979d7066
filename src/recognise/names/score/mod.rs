//! What speaks for a person, and what for a place.

mod initials;
mod several;
mod surroundings;
mod titles;
mod word;

use super::candidate::{Candidate, is_hotel};
use super::context::Context;
use super::cues::Cues;
use super::vocabulary::{Type, Vocabulary};
use crate::token::{Shape, Words};
pub(super) use initials::is_abbreviation;
pub(super) use several::is_eastern;
pub(super) use titles::is_church;

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
        if is_hotel(words, &candidate.words) {
            return Score { place: 5, ..Score::default() };
        }
        let work = if is_told_a_work(vocabulary, candidate, context) { 5 } else { 0 };
        return Score { work, ..Score::default() };
    }
    if candidate.reversed {
        return Score { person: 8, ..Score::default() };
    }
    // “rue de la Mortellerie”
    if candidate.head.is_some() {
        return Score { place: 9, ..Score::default() };
    }
    let mut score = Score::default();
    titles::titles(words, vocabulary, candidate, context, &mut score);
    initials::initials(words, vocabulary, candidate, context, &mut score);
    let name = candidate.name();
    // The particles of “Archbishop of Olmütz” are no names.
    let capital = name.clone().find(|at| words.shape(*at) != Some(Shape::Lower));
    let mut first = capital.and_then(|at| vocabulary.get(at)).copied().unwrap_or_default();
    if is_settled(vocabulary, candidate) {
        first.person = 0;
    }
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
        // “the Johanna men”
        let forename = vocabulary.known(name.start).forename();
        score.person -= if forename && context.after.any(Cues::GROUP) { 4 } else { 0 };
    }
    // “Court of King’s Bench”
    let owner = name.len() > 2
        && context.possessive
        && vocabulary.known(name.start).heads_place()
        && vocabulary.known(name.end - 1).title().is_some();
    score.person -= if owner { 12 } else { 0 };
    score.person += if candidate.is_esquire { 6 } else { 0 };
    if is_german_adjective(words, vocabulary, name.end - 1) {
        score.person -= 12;
        score.place -= 12;
    }
    surroundings::surroundings(vocabulary, candidate, context, &first, &mut score);
    elsewhere(vocabulary, candidate, lean, &mut score);
    // “the Manganja country”
    let people = vocabulary.forms[candidate.form].is_people();
    score.place += if people && context.after.any(Cues::SITE_AFTER) { 3 } else { 0 };
    if vocabulary.prior > 0 && is_side(words, candidate) {
        score.place -= 9;
    }
    if is_ordinary_phrase(words, vocabulary, candidate) {
        score.place = score.place.min(0);
    }
    score
}

/// Whether words around it speak of a work, here or where the text has it in quotation
/// marks elsewhere, or somebody has it who stands before it: “Byron’s "Corsair"”.
fn is_told_a_work(vocabulary: &Vocabulary, candidate: &Candidate, context: &Context) -> bool {
    const SELDOM: i32 = 3;
    let evidence = vocabulary.forms[candidate.form];
    context.literary || context.owned || evidence.literary * SELDOM > evidence.entitled
}

/// Whether the last word is an adjective of German made of a name, before a noun: “der
/// Treibelsche Kutscher”.
fn is_german_adjective(words: Words<'_>, vocabulary: &Vocabulary, last: usize) -> bool {
    const ENDINGS: &[&str] = &["sche", "schem", "schen", "scher", "sches"];
    let word = words.raw(last);
    vocabulary.nouns_have_capitals
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && matches!(words.before(last + 1), " " | "\n")
        && words.shape(last + 1) == Some(Shape::Capital)
        && !vocabulary.known(last).surname()
}

/// Whether it is a side of something that is spoken of: “the North End”, “at N. End”.
fn is_side(words: Words<'_>, candidate: &Candidate) -> bool {
    let points = ["E", "East", "N", "North", "S", "South", "W", "West"];
    let name = candidate.name();
    name.len() == 2
        && points.contains(&words.raw(name.start))
        && matches!(words.raw(name.start + 1), "End" | "Side")
}

/// Whether several common words, none of which heads a place, stand where places do
/// once only: “in Natural History”, “at High Mass”.
fn is_ordinary_phrase(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const ADJECTIVES: &[&str] = &[
        "Broad", "East", "Great", "High", "Little", "Lower", "Nether", "New", "North", "South",
        "Upper", "West",
    ];
    let evidence = vocabulary.forms[candidate.form];
    let name = candidate.name();
    let ordinary = |at: usize| {
        let known = vocabulary.known(at);
        known.common() && !known.place() && !known.doubtful_place() && !known.surname()
    };
    // “High Court of Chancery”
    let of = |at: usize| words.raw(at + 1) == "of" && vocabulary.known(at).heads_place();
    let court = (name.start + 1..name.end - 1).any(of);
    // “Port Famine”, “Cape of Good Hope”
    let first = words.raw(name.start);
    let opened = if words.raw(name.start + 1) == "of" {
        several::OF_PLACES.binary_search(&first).is_ok()
    } else {
        vocabulary.known(name.start).opens_place() && !ADJECTIVES.contains(&first)
    };
    name.len() > 1
        && candidate.titles == 0
        && !candidate.is_place
        && evidence.place < SOME
        && !(opened || court)
        && !vocabulary.known(name.end - 1).heads_place()
        && name.clone().all(|at| words.shape(at) == Some(Shape::Lower) || ordinary(at))
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

/// Whether a name alone is often that of a place, and never of a person, though somebody
/// has it as his surname: “We came to Sego” in the diary of a journey, of which Demba
/// Sego is; “returned from Paris”, though there is a John Paris.
fn is_settled(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const SURELY: i32 = 6;
    let evidence = vocabulary.forms[candidate.form];
    let alone = candidate.titles == 0 && candidate.name().len() == 1;
    let place = vocabulary.prior > 0 || vocabulary.known(candidate.name().start).place();
    place && alone && evidence.person == 0 && evidence.place >= SURELY
}

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
    if single && of.is_noun {
        return 0;
    }
    let mut evidence = vocabulary.forms[candidate.form];
    if single && !is_settled(vocabulary, candidate) {
        evidence.person += 2 * i32::try_from(of.person.min(5)).unwrap_or_default();
    }
    let alone = evidence.person + evidence.place == 0;
    let unknown = single && alone && of.is_unknown() && of.is_nobody() && !of.known.surname();
    let lean = if unknown { vocabulary.prior } else { evidence.lean() };
    let known = of.known;
    // “Mary Webb” may be at one place, but “to Vera Cruz” is said again and again.
    let often = if candidate.is_place { 1 } else { 2 * SOME };
    let again = !single && evidence.person == 0 && evidence.place >= often;
    if known.forename() && !again {
        return lean.min(1);
    }
    let no_place = of.is_adjective || known.not_person() || known.demonym();
    if no_place && !known.place() && !known.doubtful_place() && single {
        return lean.min(0);
    }
    // “the Fleet”
    let thing = no_place && known.common() && !known.place();
    if thing && single && context.before.any(Cues::ARTICLE) {
        return lean.min(0);
    }
    // “Germany wanted peace”, but “FRANCE. Peace be to England” is said in a play.
    let acts = known.country() && !context.speaks;
    if acts && single && !known.surname() && of.person == 0 {
        return lean.max(0);
    }
    // One letter from Winnipeg makes no person of it.
    let often = if evidence.place == 0 { SOME } else { OFTEN };
    if known.place() && lean < 0 && evidence.person < often {
        // “in touch with Madrid”
        let once = evidence.person <= 1 && !known.surname();
        return lean.max(if once { -1 } else { -2 });
    }
    // “the Starving Time”, “the Great First Cause”, but “at Green Gables”
    let led = evidence.place >= SOME && evidence.person == 0 && evidence.people == 0;
    let stands = led && !context.before.any(Cues::ARTICLE);
    if !(single || candidate.is_place || stands) && is_ordinary(vocabulary, candidate) {
        return lean.min(0);
    }
    // “in Stendhal” is read, and his friends are met everywhere.
    let surname = known.surname() && !known.place() && !known.doubtful_place() && single;
    if lean > 0 && surname && vocabulary.prior == 0 && is_rarely_a_place(of, evidence.place) {
        return 0;
    }
    if lean < 0 && is_rarely_a_person(vocabulary, of, single, evidence.person) {
        return 0;
    }
    let written_small = of.is_written_small() || known.common();
    if single && of.is_told_a_place(evidence) && !vocabulary.nouns_have_capitals {
        return lean;
    }
    if written_small && !known.doubtful_place() && !known.place() && single {
        return lean.min(0) / 2;
    }
    lean
}

/// Whether a name stands as places do in less than a quarter of its places: each such sign
/// counts two.
fn is_rarely_a_place(of: &Type, place: i32) -> bool {
    2 * u32::try_from(place).unwrap_or_default() < of.count
}

/// Whether it is a noun of German, of no list of names, that stands seldom as persons do:
/// “wie er am andern Tage sagte”.
fn is_rarely_a_person(vocabulary: &Vocabulary, of: &Type, single: bool, person: i32) -> bool {
    const SELDOM: u32 = 12;
    let known = of.known;
    let name = known.forename() || known.doubtful_forename() || known.surname();
    vocabulary.nouns_have_capitals
        && single
        && known.common()
        && of.person == 0
        && !name
        && u32::try_from(person).unwrap_or_default() * SELDOM < of.count
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
    let people = evidence.is_people() && !vocabulary.has_ending(candidate.name().end - 1);
    let listed = vocabulary.known(candidate.name().start).place() || candidate.is_place;
    if people {
        // “a Mary” may be any Mary.
        let forename = vocabulary.known(candidate.name().start).forename();
        score.person -= if forename { 0 } else { 4 };
        // “a London practice”
        score.place -= if listed { 0 } else { 3 };
    }
    // “Not that Greek is as dear”: who read Greek read no work of that name.
    let people_or_tongue =
        candidate.name().len() == 1 && vocabulary.known(candidate.name().start).demonym();
    let others = evidence.person + evidence.place + evidence.people;
    if 2 * evidence.work > others && !listed && !people_or_tongue {
        score.work += evidence.work.min(4);
    }
}

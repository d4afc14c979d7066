//! The titles before a name.

use super::{Score, is_ordinary};
use crate::lexicon::{self, Title};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// The titles before the name.
pub(super) fn titles(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: &mut Score,
) {
    let titles = candidate.words.start..candidate.name().start;
    let title = titles.filter_map(|at| vocabulary.known(at).title()).next_back();
    // “the Lord Chancellor”, but “by a Mr. Knight”
    let rank = candidate.name().len() == 1
        && !is_plain_address(words.raw(candidate.name().start.saturating_sub(1)))
        && context.before.any(Cues::ARTICLE)
        && vocabulary
            .get(candidate.name().start)
            .is_some_and(|of| of.known.title().is_some() || (of.known.common() && of.person == 0));
    // “General Post Office”, “the Annual General Meeting held”
    let meeting = || {
        let next = lexicon::proper_case(words.raw(candidate.name().start)).into_owned();
        MEETINGS.binary_search(&next.as_str()).is_ok()
    };
    let general = candidate.titles == 1
        && words.raw(candidate.words.start).eq_ignore_ascii_case("general")
        && (meeting()
            || (is_ordinary(vocabulary, candidate)
                && !(context.follows_a_name() || context.after.any(Cues::HUMAN))));
    // “Curator of Manuscripts”, “Knight of the Bath”
    let of = words.raw(candidate.name().start) == "of";
    let order = of
        && words.raw(candidate.words.start) == "Knight"
        && words.raw(candidate.name().start + 1) == "the";
    let duty = of && (is_ordinary(vocabulary, candidate) || order);
    // “Mr. Speaker”
    let chair = candidate.words.len() == 2 && CHAIRS.contains(&words.raw(candidate.name().start));
    // “St. Paul’s”
    let church = is_church(words, vocabulary, candidate, context);
    score.person -= if church { 14 } else { 0 };
    let office = is_addressed_office(words, vocabulary, candidate)
        || is_title_alone(words, vocabulary, candidate, context);
    score.person -= if office { 10 } else { 0 };
    score.person -= if duty { 10 } else { 0 };
    if rank || general || chair || church || office || duty {
        return;
    }
    // “in St. Paul”, “the parish of St. Mary”
    let of_a_place = context.before.any(Cues::OF)
        && context.second_before.any(Cues::SITE | Cues::PART)
        && !context.quoted;
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
    // “to San Tomé”, but “Santa Anna”, who is “General Santa Anna” elsewhere
    let met = vocabulary.get(candidate.name().start).is_some_and(|of| of.person > 0)
        || words.raw(candidate.name().start) == "Claus";
    if candidate.titles == 1 && is_southern_saint(words.raw(candidate.words.start)) && !met {
        let common = vocabulary.known(candidate.name().start).common();
        score.place += if common { 8 } else { 5 };
        score.person -= 6;
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
fn is_addressed_office(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
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
    french || (vocabulary.nouns_have_capitals && is_german_office(words, vocabulary, candidate))
}

/// “Herr Leutnant”, “Frau Försterin”, “Herr Geheimer Rath”, but “Großfürst Konstantin”.
fn is_german_office(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let name = candidate.name();
    let known = vocabulary.known(name.start);
    let last = words.raw(name.end - 1);
    let secret = name.len() == 2
        && matches!(words.raw(name.start), "Geheime" | "Geheimen" | "Geheimer")
        && ["rat", "rath", "Rat", "Rath"].iter().any(|end| last.ends_with(end));
    // “die dem geliebten Vater Unglück bringen”
    let kin = vocabulary.known(name.start - 1).title() == Some(Title::Kin);
    let noun = known.common() && !known.forename() && !known.doubtful_forename();
    if name.len() == 1 && kin && noun && !known.surname() {
        return true;
    }
    if name.len() > 1 || known.surname() {
        return secret;
    }
    let form = words.form(name.start).to_lowercase();
    // “Ihre Fräulein Tochter”, “dein Herr Stiefbruder”, “Herr Wirt”
    let kin = ["bruder", "mutter", "schwester", "sohn", "tochter", "vater"];
    if KIN.contains(&form.as_str()) || kin.iter().any(|kin| form.ends_with(kin)) {
        return matches!(
            words.raw(name.start - 1),
            "Frau" | "Fräulein" | "Herr" | "Herrn" | "Fräul" | "Mamsell"
        );
    }
    // “Herrn Veränderungen”
    let thing = known.common()
        && !known.forename()
        && ["heit", "heiten", "keit", "keiten", "schaft", "schaften", "ung", "ungen"]
            .iter()
            .any(|end| form.ends_with(end));
    thing
        || matches!(known.title(), Some(Title::Other | Title::Address))
        || (!known.forename() && form.strip_suffix("in").is_some_and(lexicon::is_german))
}

/// Relatives and others whom German addresses with a title: “Herr Gevatter”.
const KIN: &[&str] = &[
    "base", "gatte", "gattin", "gemahl", "gemahlin", "gevatter", "gevatterin", "kollege", "mama",
    "nachbar", "nachbarin", "neffe", "nichte", "onkel", "papa", "schwager", "tante", "vetter",
    "wirt", "wirth", "wirtin",
];

/// Whether titles are all that it consists of, and they say which office is meant rather
/// than who: “the Lord Mayor”, “afterwards Lord Chancellor”, “Lord Mayors”, but “my Lord
/// Chancellor”, “dined with Lord Advocate”, “Mr. Bishop”, “Captain King”.
fn is_title_alone(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> bool {
    const BEFORE: &[&str] = &[
        "a", "afterwards", "an", "appointed", "as", "be", "became", "become", "becoming", "being",
        "called", "continued", "created", "declared", "either", "elected", "every", "former",
        "her", "his", "is", "last", "late", "later", "made", "next", "no", "now", "or", "our",
        "present", "remained", "said", "successive", "than", "the", "their", "then", "this", "was",
        "whose", "your",
    ];
    let name = candidate.name();
    let Some(of) = vocabulary.get(name.start) else { return false };
    let known = of.known;
    let one = words.raw(name.start).strip_suffix('s').map(lexicon::look_up);
    let plural = known.common() && one.is_some_and(|one| one.title() == Some(Title::Other));
    let alone = candidate.titles > 0
        && name.len() == 1
        && (known.title() == Some(Title::Other) || plural)
        && !known.surname()
        && !known.forename()
        && !known.doubtful_forename()
        && !of.is_rank_or_surname
        && !is_plain_address(words.raw(name.start - 1));
    if !alone || candidate.words.start == 0 {
        return alone && plural;
    }
    let last = candidate.words.start - 1;
    let led = |at: usize| BEFORE.binary_search(&words.raw(at).to_lowercase().as_str()).is_ok();
    // “the new Lord Mayor”
    let adjective = words.shape(last) == Some(Shape::Lower)
        && vocabulary.known(last).common()
        && vocabulary.cues(last) == Cues::default()
        && context.second_before.any(Cues::ARTICLE);
    // “Henry Aldous, Lord Chamberlain under”
    let apposed = words.before(candidate.words.start).starts_with(',')
        && words.shape(last) == Some(Shape::Capital);
    plural || apposed || adjective || led(last)
}

/// Whether a title stands before the names of people, never before those of offices.
fn is_plain_address(title: &str) -> bool {
    matches!(title, "DR" | "Dr" | "MISS" | "MR" | "MRS" | "Miss" | "Mr" | "Mrs")
}

/// What is called general.
const MEETINGS: &[&str] = &[
    "Assembly", "Committee", "Conference", "Confession", "Council", "Court", "Election",
    "Elections", "Hospital", "Index", "Meeting", "Meetings", "Office", "Order", "Orders", "Post",
    "Secretary", "Session", "Sessions", "Staff", "Strike", "Synod",
];

/// Those who are called by their office.
const CHAIRS: &[&str] = &[
    "Attorney", "Chairman", "Clerk", "Editor", "Librarian", "Moderator", "President", "Recorder",
    "Secretary", "Solicitor", "Speaker", "Treasurer",
];

/// Whether it is a church that has the name of its saint: “the dome of St.
/// Peter’s”, but not “St. John’s eve”.
pub(in crate::recognise::names) fn is_church(
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

/// What stands before saints in Italian, Portuguese and Spanish, after whom places are
/// called far more often than they are named.
fn is_southern_saint(title: &str) -> bool {
    matches!(title, "San" | "Santa" | "Santo" | "Sao" | "Sta" | "Sto" | "São")
}

/// What stands before saints, and before the places that have their names.
pub(super) fn is_saint(title: &str) -> bool {
    matches!(title, "ST" | "St" | "Saint" | "Ste" | "Sainte")
}

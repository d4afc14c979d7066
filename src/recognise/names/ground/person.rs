//! What makes a name a person’s.

use super::{Ground, is_of_a_writing};
use crate::lexicon::{self, Known, Title};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::score::is_eastern;
use crate::recognise::names::vocabulary::{Evidence, Type, Vocabulary};
use crate::token::{Shape, Words};

/// How often the text must give a name to a person so that it is known.
const KNOWN: u32 = 2;

/// From which count on a name is there again and again.
const OFTEN: u32 = 6;

/// What speaks for a person who speaks three times.
const SPEAKS_OFTEN: i32 = 9;

/// From which score on an unknown word is a name more often than not.
const LIKELY: i32 = 4;

/// The firmest ground for a person, for whom so many points speak.
pub(super) fn ground(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    points: i32,
) -> Ground {
    let name = candidate.name();
    let last = vocabulary.get(name.end - 1).copied().unwrap_or_default();
    if candidate.titles > 0 {
        return titled(words, vocabulary, candidate, context, &last);
    }
    if candidate.reversed {
        return Ground::FullNameKnown;
    }
    if context.is_speaker && vocabulary.forms[candidate.form].person >= SPEAKS_OFTEN {
        return Ground::Speaker;
    }
    if is_of_a_writing(words, candidate, context) {
        return Ground::Written;
    }
    let first = vocabulary.get(name.start).copied().unwrap_or_default();
    if name.len() > 1 {
        // “Muhamad bin Saleh”, “A.G.”, “J. Whitmore”, “Nathaniel Quick”
        let point = |at: usize| matches!(words.raw(at), "E" | "N" | "S" | "W");
        let part = |at: usize| match words.shape(at) {
            Some(Shape::Lower) => true,
            // “N. Chindondo” is north of it.
            Some(Shape::Initial) => !point(at),
            _ => false,
        };
        let listed = first.known.forename() || first.known.doubtful_forename();
        let surname = last.known.surname() && !first.known.common();
        let joined =
            listed || surname || is_eastern(words, vocabulary, candidate) || name.clone().any(part);
        return match several(words, vocabulary, candidate, context, &first, &last) {
            Ground::Several if vocabulary.prior > 0 && !joined => Ground::SeveralOfJourney,
            ground => ground,
        };
    }
    // “the Newberys”, but “the Dreyfus affair”
    let the = context.before.any(Cues::THE | Cues::A) && !context.after.any(Cues::AFFAIR);
    let plural = !vocabulary.nouns_have_capitals
        && vocabulary.is_family(name.start)
        && !context.owns(words, candidate);
    if the || plural {
        return Ground::Family;
    }
    // “Bakers men”
    if vocabulary.has_ending(name.start) && context.owns(words, candidate) {
        return Ground::SurnameTold;
    }
    // In German every word is listed, so that a word of no list is a name.
    let likely = points >= LIKELY || vocabulary.nouns_have_capitals;
    single(&first, vocabulary.forms[candidate.form], context, likely)
}

fn titled(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    last: &Type,
) -> Ground {
    const LONG: usize = 2;
    /// How often the text must give a name to a person so that a title is never wrong.
    const CERTAIN: u32 = 4;
    let name = candidate.name();
    let titles = candidate.words.start..name.start;
    let title = titles.clone().filter_map(|at| vocabulary.known(at).title()).next_back();
    let evidence = vocabulary.forms[candidate.form];
    let told = evidence.person >= 2 && evidence.lean() < 0 && evidence.work == 0;
    let known = last.person >= KNOWN || told;
    let saint =
        matches!(words.raw(candidate.words.start), "St" | "Saint" | "Ste" | "Sainte" | "ST");
    // “Earl of Burlesdon”
    let rank = name.clone().any(|at| words.raw(at) == "of");
    let first = vocabulary.known(name.start);
    let named = last.known.forename() || (name.len() > 1 && first.forename());
    let kin = title == Some(Title::Kin) && !known && !named;
    // “the Rev. H. Bates” has an article always.
    let reverend = matches!(words.raw(candidate.words.start), "Hon" | "Rev" | "Revd" | "Reverend");
    let article = context.before.any(Cues::ARTICLE) && !reverend;
    let doubtful = article || is_of_a_writing(words, candidate, context);
    let initials = name.clone().filter(|at| words.shape(*at) == Some(Shape::Initial)).count();
    let long = name.len() - initials > LONG + usize::from(first.forename());
    let address = titles.last().is_some_and(|at| is_address(words, vocabulary, at));
    match () {
        () if saint || rank || kin || doubtful || long => Ground::TitledDoubtful,
        () if known && last.person >= CERTAIN && !is_of_two(words, vocabulary, candidate) => {
            Ground::TitledOften
        }
        () if known => Ground::TitledKnown,
        () if is_word(last.known) => Ground::TitledWord,
        () if address || last.known.surname() => Ground::Titled,
        () => Ground::TitledOther,
    }
}

/// Whether a title says by itself that a surname follows; “M” does in French only.
fn is_address(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const ADDRESSES: &[&str] = &[
        "Capt", "Captain", "Col", "Colonel", "Doctor", "Dr", "Frau", "Fräulein", "General", "Herr",
        "Madame", "Major", "Miss", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Prof", "Professor",
    ];
    let title = lexicon::proper_title(words.raw(at));
    ADDRESSES.binary_search(&&*title).is_ok() || (vocabulary.is_french && title == "M")
}

/// Whether the name is that of two: “Mr. & Mrs. Dickinson”.
fn is_of_two(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    let and = start > 0 && vocabulary.cues(start - 1).any(Cues::AND);
    let before = if and { start.checked_sub(2) } else { start.checked_sub(1) };
    let joined = and || words.before(start).contains('&');
    joined && before.is_some_and(|at| vocabulary.known(at).title().is_some())
}

fn several(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    first: &Type,
    last: &Type,
) -> Ground {
    const LONGEST: usize = 3;
    /// How often a forename makes its bearer known.
    const CALLED: u32 = 3;
    let evidence = vocabulary.forms[candidate.form];
    let fits = candidate.name().len() <= LONGEST;
    let told = evidence.person >= 2 && evidence.lean() < 0 && evidence.work == 0;
    let known = last.person >= KNOWN;
    let forename = first.known.forename();
    let word = is_word(last.known);
    // “Magdaleine Paz”, but no list of unknown names
    let new = vocabulary.prior == 0 && first.is_unknown() && !word;
    let is_told =
        told && ((known && (forename || first.known.doubtful_forename())) || (forename && !word));
    let is_known = is_told || (known && (forename || new));
    let spelt_out = !candidate.name().any(|at| words.shape(at) == Some(Shape::Initial));
    let surname = last.known.surname() && context.before == Cues::default();
    let full = is_known || (forename && (last.known.surname() || !word));
    match () {
        () if !fits => Ground::Several,
        () if is_told && first.count > 1 => Ground::FullNameTold,
        () if spelt_out && (is_told || (is_known && first.count >= CALLED)) => {
            Ground::FullNameKnown
        }
        () if full && spelt_out && surname => Ground::FullNameKnown,
        () if full => Ground::FullName,
        () if told => Ground::SeveralTold,
        () => Ground::Several,
    }
}

fn single(of: &Type, evidence: Evidence, context: &Context, likely: bool) -> Ground {
    const MORE: u32 = 3;
    /// How much evidence makes an unknown word a name beyond doubt.
    const CERTAIN: i32 = 8;
    const SOME: i32 = 3;
    let told = evidence.person >= 2 && evidence.lean() <= -3 && evidence.work == 0;
    let known = of.person > 0 && evidence.work == 0;
    let listed = of.known;
    let place = listed.place() && !listed.forename();
    let forename = listed.forename();
    let again = told && (known || of.count >= MORE);
    let led = !context.possessive && (again || evidence.person > 0);
    match () {
        () if place && told => Ground::PlaceNameTold,
        () if place => unknown(likely),
        () if forename && again && of.count >= OFTEN => Ground::Known,
        () if forename && (told || of.count > 1) && led => Ground::ForenameTold,
        () if forename && (told || of.count > 1) => Ground::ForenameOften,
        () if forename => Ground::Forename,
        () if listed.doubtful_forename() && told => unknown_told(evidence.person >= CERTAIN),
        () if listed.surname() && told && known && of.count >= OFTEN => Ground::Known,
        () if listed.surname() && (told || known) => Ground::SurnameTold,
        () if listed.surname() => Ground::Surname,
        () if is_word(listed) || listed.title().is_some() => {
            if evidence.person >= SOME || of.person >= KNOWN {
                Ground::WordTold
            } else {
                Ground::Word
            }
        }
        () if told || of.person >= KNOWN => unknown_told(evidence.person >= CERTAIN),
        () => unknown(likely),
    }
}

fn unknown_told(often: bool) -> Ground {
    if often { Ground::UnknownOften } else { Ground::UnknownTold }
}

fn unknown(likely: bool) -> Ground {
    if likely { Ground::Unknown } else { Ground::UnknownBare }
}

/// Whether it is listed as a word of another kind.
fn is_word(known: Known) -> bool {
    known.common()
        || known.heads_place()
        || known.demonym()
        || known.not_person()
        || known.heads_organisation()
}

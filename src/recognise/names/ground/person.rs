//! What makes a name a person’s.

use super::{Ground, is_of_a_writing};
use crate::lexicon::{Known, Title};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::evidence::Evidence;
use crate::recognise::names::score::is_eastern;
use crate::recognise::names::vocabulary::{Type, Vocabulary};
use crate::token::{Shape, Words};

/// How often the text must give a name to a person so that it is known.
const KNOWN: u32 = 2;

/// The firmest ground for a person.
pub(super) fn ground(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Ground {
    let name = candidate.name();
    let last = vocabulary.get(name.end - 1).copied().unwrap_or_default();
    if candidate.titles > 0 {
        return titled(words, vocabulary, candidate, context, &last);
    }
    if is_of_a_writing(words, candidate, context) {
        return Ground::Written;
    }
    let first = vocabulary.get(name.start).copied().unwrap_or_default();
    let evidence = vocabulary.forms[candidate.form];
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
        return match several(candidate, &first, &last, evidence, vocabulary.prior == 0) {
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
    single(&first, evidence)
}

fn titled(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    last: &Type,
) -> Ground {
    const LONG: usize = 2;
    let name = candidate.name();
    let titles = candidate.words.start..name.start;
    let title = titles.filter_map(|at| vocabulary.known(at).title()).next_back();
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
    match () {
        () if saint || rank || kin || doubtful || long => Ground::TitledDoubtful,
        () if known => Ground::TitledKnown,
        () if is_word(last.known) => Ground::TitledWord,
        () => Ground::Titled,
    }
}

fn several(
    candidate: &Candidate,
    first: &Type,
    last: &Type,
    evidence: Evidence,
    unlisted: bool,
) -> Ground {
    const LONGEST: usize = 3;
    let fits = candidate.name().len() <= LONGEST;
    let told = evidence.person >= 2 && evidence.lean() < 0 && evidence.work == 0;
    let known = last.person >= KNOWN;
    let forename = first.known.forename();
    let word = is_word(last.known);
    // “Magdaleine Paz”, but no list of unknown names
    let new = unlisted && first.is_unknown() && !word;
    match () {
        () if !fits => Ground::Several,
        () if told && known && (forename || first.known.doubtful_forename()) => {
            Ground::FullNameTold
        }
        () if told && forename && !word => Ground::FullNameTold,
        () if known && (forename || new) => Ground::FullNameKnown,
        () if forename && (last.known.surname() || !word) => Ground::FullName,
        () if told => Ground::SeveralTold,
        () => Ground::Several,
    }
}

fn single(of: &Type, evidence: Evidence) -> Ground {
    const OFTEN: u32 = 3;
    let told = evidence.person >= 2 && evidence.lean() <= -3 && evidence.work == 0;
    let known = of.person > 0 && evidence.work == 0;
    let listed = of.known;
    let place = listed.place() && !listed.forename();
    match () {
        () if place && told => Ground::SurnameTold,
        () if place => Ground::Unknown,
        () if listed.forename() && told && (known || of.count >= OFTEN) => Ground::ForenameKnown,
        () if listed.forename() && (told || of.count > 1) => Ground::ForenameOften,
        () if listed.forename() => Ground::Forename,
        () if listed.doubtful_forename() && told => Ground::UnknownTold,
        () if listed.surname() && told && known => Ground::SurnameKnown,
        () if listed.surname() && (told || known) => Ground::SurnameTold,
        () if listed.surname() => Ground::Surname,
        () if is_word(listed) || listed.title().is_some() => Ground::WordTold,
        () if told || of.person >= KNOWN => Ground::UnknownTold,
        () => Ground::Unknown,
    }
}

/// Whether it is listed as a word of another kind.
fn is_word(known: Known) -> bool {
    known.common()
        || known.heads_place()
        || known.demonym()
        || known.not_person()
        || known.heads_organisation()
}

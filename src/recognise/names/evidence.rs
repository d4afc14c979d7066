//! What the places where a name stands say of it, each by itself and all
//! together.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use super::context::{Called, Context, Sighting};
use super::cues::Cues;
use super::vocabulary::{Evidence, Type, Vocabulary, is_determiner};
use crate::lexicon;
use crate::source::Span;
use crate::token::{Shape, Words};

/// Adds up what the sightings say of each form of name.
pub(super) fn gather(forms: &mut [Evidence], found: &[Sighting]) {
    for Sighting { candidate, context } in found {
        forms[candidate.form].add(evidence(candidate, context));
    }
    with_nouns(forms, found);
    with_articles(forms, found);
}

/// Takes those of whom it is told who they are for persons.
pub(super) fn told(forms: &mut [Evidence]) {
    for evidence in forms {
        evidence.person += evidence.told;
    }
}

/// Takes names of German that “am” and “im” stand before again and again for no persons:
/// “schrieb am Medardus”.
fn with_articles(forms: &mut [Evidence], found: &[Sighting]) {
    const SEVERAL: u32 = 2;
    const SELDOM: u32 = 4;
    let swallowed = |of: &&Sighting| of.context.before.any(Cues::WITH_ARTICLE);
    if !found.iter().any(|of| swallowed(&of)) {
        return;
    }
    let mut counts = vec![(0_u32, 0_u32); forms.len()];
    for of in found.iter().filter(|of| of.candidate.titles == 0) {
        let (all, led) = &mut counts[of.candidate.form];
        *all += 1;
        *led += u32::from(swallowed(&of));
    }
    for (evidence, (all, led)) in forms.iter_mut().zip(counts) {
        if led >= SEVERAL && led * SELDOM >= all {
            evidence.person = 0;
            evidence.people += 2 * i32::try_from(led).unwrap_or_default();
        }
    }
}

/// Takes “mit” before a word of German for a sign of a person if sentences begin with
/// that word, too: “mit Tischbein”, but “mit Hülfe”.
fn with_nouns(forms: &mut [Evidence], found: &[Sighting]) {
    const SELDOM: u32 = 8;
    if !found.iter().any(|of| of.context.noun_with) {
        return;
    }
    let mut counts = vec![(0_u32, 0_u32); forms.len()];
    for Sighting { candidate, .. } in found {
        let (all, first) = &mut counts[candidate.form];
        *all += 1;
        *first += u32::from(candidate.initial);
    }
    for Sighting { candidate, context } in found {
        let (all, first) = counts[candidate.form];
        forms[candidate.form].person += i32::from(context.noun_with && first * SELDOM >= all);
    }
}

/// What one sighting says.
fn evidence(candidate: &Candidate, context: &Context) -> Evidence {
    if context.is_ship {
        return Evidence { people: 4, ..Evidence::default() };
    }
    let literary = i32::from(context.literary);
    if candidate.titled_work {
        return Evidence { entitled: 1, literary, ..Evidence::default() };
    }
    if candidate.titles > 0 || candidate.reversed || candidate.head.is_some() {
        return Evidence::default();
    }
    if context.is_speaker {
        return Evidence { person: 3, ..Evidence::default() };
    }
    if context.entitled || (context.in_italics && context.literary) {
        return Evidence { entitled: 1, literary, ..Evidence::default() };
    }
    Evidence {
        person: person(context).min(3),
        place: place(context).min(3),
        people: people(context),
        work: work(context),
        entitled: i32::from(context.in_italics),
        literary,
        told: if context.told_who { 2 } else { 0 },
    }
}

fn person(context: &Context) -> i32 {
    let Context { before, second_before, after, second_after, .. } = *context;
    let article = before.any(Cues::ARTICLE);
    if article {
        return 0;
    }
    let mut points = i32::from(context.speaks);
    let about = (before.any(Cues::TO) || before.any(Cues::FROM)) && second_before.any(Cues::LETTER);
    points += if before.any(Cues::SPEECH | Cues::TO_WHOM) || about { 2 } else { 0 };
    points += if before.any(Cues::KIN | Cues::RANK) { 2 } else { 0 };
    points += i32::from(before.any(Cues::WITH));
    if context.possessive {
        points += if after.any(Cues::BODY) { 2 } else { 1 };
    } else {
        let acts = after.any(Cues::SPEECH | Cues::HUMAN) && !context.french.governed;
        points += if acts { 2 } else { 0 };
        // “Véra, the sister”
        let apposed = after.any(Cues::THE) && second_after.any(Cues::KIN);
        points += if apposed || context.apposed { 2 } else { 0 };
    }
    points += if context.called == Called::Person { 2 } else { 0 };
    points
}

fn place(context: &Context) -> i32 {
    let Context { before, second_before, after, .. } = *context;
    if context.possessive || context.genitive {
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
    // “a torrent called Lotende”
    points += if context.called == Called::Place { 3 } else { 0 };
    points += if context.of_person { 2 } else { 0 };
    points += if context.led_to && !second_before.any(Cues::MOTION | Cues::PART) { 2 } else { 0 };
    points += i32::from(before.any(Cues::REACH));
    points += if context.is_site { 3 } else { 0 };
    points += if before.any(Cues::SITE) { 3 } else { 0 };
    points += if after.any(Cues::SITE) { 2 } else { 0 };
    // “across the Rovuma”, but “at the Newberys”
    if before.any(Cues::THE)
        && second_before.any(Cues::WITHIN | Cues::PATH | Cues::REACH | Cues::ON)
    {
        points += if after.any(Cues::PEOPLE) { 0 } else { 2 };
    }
    points += i32::from(before.any(Cues::ON));
    points += if after.any(Cues::FLOW) { 3 } else { 0 };
    points += if context.in_date_line { 2 } else { 0 };
    points
}

fn people(context: &Context) -> i32 {
    let Context { before, second_before, after, .. } = *context;
    let several = before.any(Cues::SEVERAL);
    let the = before.any(Cues::THE);
    let mut points = 0;
    points += if several || before.any(Cues::A) { 2 } else { 0 };
    if the && (after.any(Cues::PEOPLE) || second_before.any(Cues::SEVERAL)) {
        points += 2;
    }
    points += i32::from(after.any(Cues::TRIBE | Cues::GROUP) && !context.possessive);
    // “Mazitu are near”, “the Babisa came here”
    let plural = after.any(Cues::PLURAL) && !before.any(Cues::AND) && !the && !context.joined;
    points += if plural && !context.possessive { 2 } else { 0 };
    points += if the && after.any(Cues::HUMAN) { 2 } else { 0 };
    points
}

fn work(context: &Context) -> i32 {
    let Context { before, second_before, possessive, .. } = *context;
    let worked = before.any(Cues::AT) && second_before.any(Cues::LABOUR);
    if (worked || before.any(Cues::READ)) && !possessive { 2 } else { 0 }
}

/// Takes the lines below the name of an addressee for places: of house, town.
pub(super) fn addresses(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    const PLACE: i32 = 4;
    let mut below = false;
    for pair in found.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        let next = is_next_line(words, one, other) && fills_line(words, &other.candidate);
        let addressee = one.candidate.titles > 0 || one.candidate.is_esquire;
        below = next && (below || (addressee && begins_line(words, one)));
        let person = other.candidate.titles > 0
            || vocabulary
                .get(other.candidate.name().start)
                .is_some_and(|of| of.has_initials || of.known.forename())
            || words.shape(other.candidate.words.start) == Some(Shape::Initial);
        if below && !person {
            vocabulary.forms[other.candidate.form].place += PLACE;
        }
    }
}

fn begins_line(words: Words<'_>, sighting: &Sighting) -> bool {
    let start = sighting.candidate.words.start;
    let before = words.before(start);
    start == 0 || before.ends_with('\n') || words.raw(start - 1) == "To"
}

/// Whether nothing else stands in its line.
fn fills_line(words: Words<'_>, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.words.start, candidate.words.end);
    let after = words.before(end).trim_start_matches(['.', ',']);
    let number = start > 0
        && words.shape(start - 1) == Some(Shape::Number)
        && (words.before(start - 1).ends_with('\n')
            || (words.raw(start.saturating_sub(2)) == "No"
                && words.before(start.saturating_sub(2)).ends_with('\n')));
    (words.before(start).ends_with('\n') || number)
        && (after.starts_with('\n') || end == words.tokens.len())
}

/// Lets the names in a list speak for each other: those of its lines that begin
/// with a name, one after the other.
pub(super) fn lists(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    const FEW: usize = 3;
    let nouns = nouns(words, vocabulary, found);
    let mut start = 0;
    while start < found.len() {
        let mut end = start + 1;
        while end < found.len() && is_next_line(words, &found[end - 1], &found[end]) {
            end += 1;
        }
        if end - start >= FEW {
            let laden = bearers(words, vocabulary, &found[start..end]);
            let forms = found[start..end].iter().map(|sighting| sighting.candidate.form);
            let sum: i32 = forms.clone().map(|form| vocabulary.forms[form].lean().signum()).sum();
            for form in forms {
                // Lines of German prose begin with nouns.
                let noun = nouns.contains(&form);
                let evidence = &mut vocabulary.forms[form];
                // Where unknown names are places, a list of them is one of stations.
                let stations = sum == 0 && vocabulary.prior > 1 && !laden && evidence.person == 0;
                evidence.place += if sum > 0 || stations { 2 } else { 0 };
                evidence.person += if sum < 0 && !noun { 2 } else { 0 };
            }
        }
        start = end;
    }
}

/// The forms of names that have an article somewhere in a German text, as nouns have.
fn nouns(words: Words<'_>, vocabulary: &Vocabulary, found: &[Sighting]) -> FxHashSet<usize> {
    let german = found.iter().filter(|_| vocabulary.nouns_have_capitals);
    let article = |of: &&Sighting| {
        of.context.before.any(Cues::ARTICLE | Cues::WITH_ARTICLE)
            || of
                .candidate
                .words
                .start
                .checked_sub(1)
                .is_some_and(|at| is_determiner(words.raw(at)))
    };
    german.filter(article).map(|of| of.candidate.form).collect()
}

/// Takes the names in a list for persons if most lines give them a thing: the
/// loads of porters, “Kanjoje big bale”, “Chande - powder box”.
fn bearers(words: Words<'_>, vocabulary: &mut Vocabulary, list: &[Sighting]) -> bool {
    const FEW: usize = 4;
    const SURE: i32 = 3;
    let bears = |of: &Sighting| {
        let at = of.candidate.words.end;
        let gap = matches!(words.before(at), " " | " - " | " – " | ", " | ": ");
        let thing = words.shape(at) == Some(Shape::Lower) && vocabulary.known(at).common();
        gap && thing && vocabulary.cues(at) == Cues::default()
    };
    let bearers: Vec<usize> =
        list.iter().filter(|of| bears(of)).map(|of| of.candidate.form).collect();
    if bearers.len() < FEW || bearers.len() * 2 < list.len() {
        return !bearers.is_empty();
    }
    for form in list.iter().map(|of| of.candidate.form) {
        let evidence = &mut vocabulary.forms[form];
        evidence.person += if evidence.place == 0 { SURE } else { 0 };
    }
    true
}

/// Whether the second name begins the line after that which the first begins.
fn is_next_line(words: Words<'_>, one: &Sighting, other: &Sighting) -> bool {
    const LONGEST: usize = 60;
    let (one, other) = (one.candidate.words.start, other.candidate.words.start);
    let from = words.tokens[one].span.end;
    let to = words.tokens[other].span.start;
    if to < from || (to - from) as usize > LONGEST {
        return false;
    }
    let between = Span::new(from, to).of(words.text);
    let Some((_, begins)) = between.split_once('\n') else { return false };
    // “No. 1 Pump Court”
    let begins = begins.strip_prefix("No").unwrap_or(begins);
    !begins.contains(|c: char| c == '\n' || c.is_lowercase())
}

/// Whether unknown names of one word are places more often than persons, as in
/// the diary of a journey: how much that speaks for a place. Names that the lists
/// have say nothing of those that they have not; those of peoples, and of persons who
/// have a title, say that there are other names than those of places.
pub(super) fn prior(words: Words<'_>, vocabulary: &Vocabulary, found: &[Sighting]) -> i32 {
    const FEW: usize = 8;
    const TITLED: usize = 6;
    let mut met = vec![false; vocabulary.forms.len()];
    let (mut places, mut persons, mut tribes, mut titled) = (0, 0, 0, 0);
    for Sighting { candidate, .. } in found {
        let evidence = vocabulary.forms[candidate.form];
        let (lean, tribe) = (evidence.lean(), evidence.is_people());
        let told = lean.abs() >= 2 || tribe || candidate.titles > 0;
        if !told || std::mem::replace(&mut met[candidate.form], true) {
            continue;
        }
        if is_unknown(words, vocabulary, candidate) {
            places += usize::from(lean >= 2);
            persons += usize::from(lean <= -2);
            tribes += usize::from(tribe);
            titled += usize::from(candidate.titles > 0);
        }
    }
    let others = persons + titled / TITLED;
    match places {
        ..FEW => 0,
        // A book about tribes.
        _ if tribes > places => 0,
        _ if places > 3 * others => 3,
        _ if places > 2 * others => 2,
        _ if places > others => 1,
        _ => 0,
    }
}

/// Whether it is one word that no list has.
fn is_unknown(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let name = candidate.name();
    let listed = |of: &Type| of.known.place() || of.known.doubtful_place() || of.known.surname();
    name.len() == 1
        && words.shape(name.start) == Some(Shape::Capital)
        && vocabulary.get(name.start).is_some_and(|of| {
            of.is_unknown() && of.is_nobody() && !of.is_function_word && !listed(of)
        })
}

/// The form of each candidate: names of the same characters are of one form, and so are
/// those in capitals, as in headings.
pub(super) fn number(words: Words<'_>, vocabulary: &mut Vocabulary, found: &mut [Candidate]) {
    let mut known: rustc_hash::FxHashMap<Cow<'_, str>, usize> = rustc_hash::FxHashMap::default();
    for candidate in found {
        let name = words.phrase(&candidate.name());
        let name = match words.shape(candidate.name().start) {
            Some(Shape::Upper) => Cow::Owned(lexicon::proper_case(&name).into_owned()),
            _ => name,
        };
        let next = known.len();
        candidate.form = *known.entry(name).or_insert(next);
    }
    vocabulary.forms = vec![Evidence::default(); known.len()];
}

//! What speaks for a person, and what for a place.

use super::candidate::Candidate;
use super::types::{Type, Types};
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

/// What stands around a candidate.
pub(super) struct Context<'t> {
    /// The word before it in the same clause.
    pub before: &'t str,
    /// The word before that.
    pub second_before: &'t str,
    /// The word after it in the same clause.
    pub after: &'t str,
    /// The word after that.
    pub second_after: &'t str,
    /// Whether nothing follows it in its paragraph.
    pub ends_block: bool,
    /// Whether `’s` follows.
    pub possessive: bool,
}

impl<'t> Context<'t> {
    pub(super) fn of(words: Words<'t>, candidate: &Candidate) -> Self {
        let (start, end) = (candidate.words.start, candidate.words.end);
        let joined = |at: usize| matches!(words.before(at), " " | "\u{A0}" | "\n");
        let before = if start > 0 && joined(start) { words.raw(start - 1) } else { "" };
        let second_before = if !before.is_empty() && start > 1 && joined(start - 1) {
            words.raw(start - 2)
        } else {
            ""
        };
        let possessive = words.shape(end) == Some(Shape::Clitic)
            && matches!(words.raw(end), "’s" | "'s" | "’S" | "'S");
        let next = end + usize::from(possessive);
        // A note marker does not part a name from its verb.
        let marker = words.before(next).trim() == "[" && words.before(next + 1).starts_with(']');
        let after = match marker {
            true if words.before(next + 1) == "] " => words.raw(next + 1),
            _ if joined(next) => words.raw(next),
            _ => "",
        };
        let second_after =
            if after.is_empty() || marker || !joined(next + 1) { "" } else { words.raw(next + 1) };
        let ends_block = words.before(end).contains("\n\n") || end == words.tokens.len();
        Self { before, second_before, after, second_after, ends_block, possessive }
    }
}

impl Context<'_> {
    /// Whether what follows can only follow a name.
    fn follows_a_name(&self) -> bool {
        self.possessive || cue::VERBS.contains(&self.after) || cue::SPEECH.contains(&self.after)
    }
}

/// Words that say something about the name after them.
pub(super) mod cue {
    pub(in crate::recognise) const PLACE: &[&str] =
        &["in", "at", "near", "into", "from", "towards", "toward", "à", "nach"];
    pub(in crate::recognise) const MOTION: &[&str] = &[
        "went", "go", "goes", "going", "gone", "came", "come", "coming", "returned", "return",
        "walked", "rode", "drove", "sailed", "journey", "trip", "road", "way", "back", "travelled",
        "arrived", "sent", "set", "march", "marched", "moved", "on", "down", "up", "over",
        "reached", "left", "invitations", "delegation",
    ];
    pub(in crate::recognise) const ARTICLE: &[&str] = &[
        "the", "this", "that", "these", "those", "a", "an", "every", "each", "any", "no", "some",
        "all", "la", "le", "les", "une", "un", "die", "das", "der", "den", "dem", "des", "ein",
        "eine", "its",
    ];
    pub(in crate::recognise) const SPEECH: &[&str] = &[
        "said", "says", "replied", "cried", "asked", "answered", "exclaimed", "observed",
        "remarked", "whispered", "murmured", "continued", "returned", "added", "thought",
        "muttered", "shouted", "laughed", "sighed", "nodded", "smiled", "resumed", "repeated",
        "interrupted", "responded", "declared", "begged", "told", "wrote", "writes",
    ];
    pub(in crate::recognise) const KIN: &[&str] = &[
        "sister", "brother", "wife", "husband", "son", "daughter", "cousin", "uncle", "aunt",
        "friend", "nephew", "niece", "sister-in-law", "brother-in-law", "father-in-law",
        "mother-in-law", "poet", "musician", "seaman", "painter", "actor", "writer", "novelist",
        "philosopher", "servant", "maid", "comrade", "named", "called", "sœur", "frère",
        "Schwester", "Bruder", "Frau", "dear", "little", "poor", "old", "young",
    ];
    pub(in crate::recognise) const VERBS: &[&str] = &[
        "is", "was", "has", "had", "will", "would", "could", "should", "did", "does", "can", "may",
        "might", "must", "came", "went", "took", "made", "gave", "knew", "saw", "felt", "looked",
        "stood", "sat", "turned", "began", "seemed", "who", "himself", "herself", "arranged",
        "entered", "spoke", "believes", "believed", "feels", "fears", "followed", "never", "also",
        "hat", "ist", "war", "est", "était", "a",
    ];
    pub(in crate::recognise) const AFFAIRS: &[&str] = &[
        "assassination", "affair", "case", "trial", "girl", "girls", "boy", "boys", "family",
        "murder", "government", "ministry", "cabinet", "papers", "brothers", "sisters", "children",
        "household", "estate", "murders",
    ];
    pub(in crate::recognise) const WORKS: &[&str] = &[
        "pamphlet", "magazine", "novel", "book", "poem", "play", "opera", "article", "journal",
        "newspaper", "review", "tragedy", "comedy", "drama", "paper", "novels", "books",
        "entitled", "periodical", "roman", "revue", "Zeitschrift", "Roman",
    ];
}

/// Weighs a candidate.
pub(super) fn score(
    words: Words<'_>,
    types: &Types<'_>,
    candidate: &Candidate,
    context: &Context<'_>,
) -> Score {
    let mut score = Score::default();
    let name = candidate.name();
    let of = |at: usize| types.get(at).cloned().unwrap_or_default();
    let first = of(name.start);
    let last = of(name.end - 1);
    let single = name.len() == 1;

    if candidate.titled_work {
        return Score { work: 5, ..Score::default() };
    }
    form(words, types, candidate, &mut score);
    if single {
        word(words, candidate, &first, context, &mut score);
    } else {
        several(words, types, candidate, &first, &last, &mut score);
    }
    surroundings(candidate, context, &first, single, &mut score);
    score
}

/// Titles before the name and initials in it.
fn form(words: Words<'_>, types: &Types<'_>, candidate: &Candidate, score: &mut Score) {
    let titles = candidate.words.start..candidate.name().start;
    let title = titles.filter_map(|at| types.known(at).title).next_back();
    match title {
        Some(Title::Address) => score.person += 7,
        Some(Title::Other) => score.person += 5,
        Some(Title::Kin) => score.person += 4,
        None => {}
    }
    if title.is_some() {
        score.place -= 5;
        score.organisation -= 3;
    }
    let initials = candidate.name().filter(|at| words.shape(*at) == Some(Shape::Initial)).count();
    let dotted = initials > 0 && words.after(candidate.name().start).starts_with('.');
    if initials > 0 && initials < candidate.name().len() {
        score.person += 4;
    } else if initials >= 2 && dotted && !is_abbreviation(words, candidate) {
        score.person += 4;
    }
}

/// Initials that are no person’s.
pub(super) fn is_abbreviation(words: Words<'_>, candidate: &Candidate) -> bool {
    let letters: String = candidate.name().map(|at| words.raw(at)).collect();
    matches!(
        letters.as_str(),
        "AM" | "PM"
            | "AD"
            | "BC"
            | "US"
            | "USA"
            | "UK"
            | "UN"
            | "NB"
            | "PS"
            | "PPS"
            | "RN"
            | "DC"
            | "NW"
            | "NE"
            | "SW"
            | "SE"
            | "NY"
            | "MA"
            | "BA"
            | "MD"
            | "PO"
            | "RSVP"
            | "HMS"
            | "SS"
            | "EU"
            | "GB"
            | "II"
            | "IV"
            | "VI"
            | "XX"
    )
}

/// A name of one word.
fn word(
    words: Words<'_>,
    candidate: &Candidate,
    of: &Type,
    context: &Context<'_>,
    score: &mut Score,
) {
    let at = candidate.name().start;
    let known = of.known;
    let titled = candidate.titles > 0;
    let shape = words.shape(at);
    if shape == Some(Shape::Initial) {
        score.person -= if titled { 0 } else { 6 };
        return;
    }
    if shape == Some(Shape::Upper) && words.raw(at).len() <= 5 {
        score.person -= 3;
        score.organisation += if words.raw(at).len() >= 3 { 4 } else { 0 };
        if known.place {
            score.organisation -= 4;
        }
    }
    if known.forename {
        score.person += 5;
    } else if known.doubtful_forename {
        score.person += 2;
    }
    score.person += i32::from(known.surname);
    if of.person > 0 {
        score.person += 4;
    }
    let listed = known.forename
        || known.doubtful_forename
        || known.place
        || known.demonym
        || known.not_person;
    if !known.common && of.small == 0 && !listed && !is_abstract(words.raw(at)) {
        score.person += if candidate.initial && of.inside == 0 { 2 } else { 3 };
    }
    if is_abstract(words.raw(at)) {
        score.person -= 5;
    }
    if known.common || of.small > 0 {
        let firmly = of.small > of.inside.min(3);
        let learned = of.person > 0 && context.follows_a_name();
        score.person -= match (candidate.initial, firmly) {
            (true, _) if learned => 2,
            (true, true) => 7,
            (true, false) => 4,
            (false, true) => 4,
            (false, false) => 2,
        };
        score.place -= if known.place { 0 } else { 3 };
    }
    if known.place {
        score.place += if of.person > 0 { 1 } else { 4 };
        score.person -= if of.person > 0 { 1 } else { 4 };
    } else if known.doubtful_place {
        score.place += 2;
        score.person -= 1;
    }
    if known.demonym {
        score.person -= 8;
        score.place -= 6;
    }
    if known.not_person && !titled {
        score.person -= 6;
        score.place -= 3;
    }
    if known.place_head.is_some() || known.organisation_head.is_some() {
        score.person -= if titled { 0 } else { 4 };
    }
    if is_compound_of_place(words.raw(at)) {
        score.person -= 4;
    }
    if of.article > of.inside / 2 {
        score.person -= if titled { 0 } else { 3 };
    }
    if of.work > 0 {
        score.work += 4;
        score.person -= 4;
        score.place -= 4;
    }
    if of.place >= 2 && of.place > of.person && of.place * 2 >= of.inside {
        score.place += 2;
        score.person -= 2;
    }
    if known.title.is_some() && candidate.titles == 0 {
        score.person -= 5;
    }
}

/// `Marxism`, `Trotskyists`: what people believe, and those who do.
fn is_abstract(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ism", "isms", "isme", "ismus", "ist", "ists", "iste", "istes", "ianity", "ologie", "ology",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `Air-France`
fn is_compound_of_place(word: &str) -> bool {
    word.split('-').count() > 1 && word.split('-').any(lexicon::is_place)
}

/// A name of several words.
fn several(
    words: Words<'_>,
    types: &Types<'_>,
    candidate: &Candidate,
    first: &Type,
    last: &Type,
    score: &mut Score,
) {
    let name = candidate.name();
    let titled = candidate.titles > 0;
    let whole = words.tokens[name.start].span.join(words.tokens[name.end - 1].span).of(words.text);
    if lexicon::is_place(whole) {
        score.place += 6;
        score.person -= 3;
    }
    if first.known.forename {
        score.person += 6;
    } else if first.known.doubtful_forename {
        score.person += 3;
    }
    if last.known.surname || last.person > 0 {
        score.person += 3;
    }
    let unknown =
        |of: &Type| !of.known.common && of.small == 0 && !of.known.demonym && !of.known.not_person;
    if unknown(first) && unknown(last) {
        score.person += 3;
    }
    for at in name.clone() {
        let Some(of) = types.get(at) else { continue };
        if of.known.demonym {
            // “André Breton” is no Breton.
            let surname = at + 1 == name.end && first.known.forename;
            score.person -= if surname { 1 } else { 6 };
            score.organisation += i32::from(!surname);
        }
        let plain = of.known.common
            && !of.known.forename
            && !of.known.doubtful_forename
            && !of.known.surname;
        if (plain || of.small > 0) && of.person == 0 && words.shape(at) != Some(Shape::Initial) {
            // After a forename even a common word is a surname.
            score.person -= if first.known.forename { 1 } else { 3 };
        }
        if of.known.not_person && !of.known.doubtful_forename {
            score.person -= 2;
        }
    }
    let heads_place = first.known.place_head.is_some_and(lexicon::Side::is_before)
        || last.known.place_head.is_some_and(lexicon::Side::is_after);
    let heads_organisation = first.known.organisation_head.is_some_and(lexicon::Side::is_before)
        || last.known.organisation_head.is_some_and(lexicon::Side::is_after);
    if heads_place && !titled {
        score.place += 5;
        score.person -= 6;
    }
    if heads_organisation && !titled {
        score.organisation += 6;
        score.person -= 6;
        score.place -= 2;
    }
}

/// The words around the name.
fn surroundings(
    candidate: &Candidate,
    context: &Context<'_>,
    first: &Type,
    single: bool,
    score: &mut Score,
) {
    let titled = candidate.titles > 0;
    let before = context.before;
    let attributive = cue::AFFAIRS.contains(&context.after);
    if attributive && single {
        score.person += 7;
        score.place -= 5;
    }
    if cue::ARTICLE.contains(&before) && !titled {
        score.person -= if attributive {
            0
        } else if single {
            4
        } else {
            3
        };
        score.place -= i32::from(single);
    }
    let apposed = context.after == "the" && cue::KIN.contains(&context.second_after);
    if apposed {
        score.person += 4;
        score.place -= 3;
    }
    if before == "on" && single && first.person == 0 {
        score.person -= 2;
    }
    if cue::PLACE.contains(&before) {
        let strength = if matches!(before, "in" | "into" | "near") { 3 } else { 2 };
        score.place += strength;
        score.person -= match (single, first.person > 0 || context.possessive) {
            (true, false) => strength,
            (true, true) => 1,
            (false, _) => 0,
        };
    }
    if before == "to" && cue::MOTION.contains(&context.second_before) {
        score.place += 3;
        score.person -= 1;
    }
    let speaks = cue::SPEECH.contains(&before) || cue::SPEECH.contains(&context.after);
    if speaks && !cue::ARTICLE.contains(&before) {
        score.person += 2;
        score.place -= 3;
    }
    if cue::KIN.contains(&before) {
        score.person += 2;
    }
    if cue::VERBS.contains(&context.after) || context.after.ends_with("ed") {
        score.person += 1;
    }
    if candidate.initial && context.ends_block && context.before.is_empty() {
        score.person += 1;
    }
    if context.possessive {
        score.person += 1;
    }
    if cue::WORKS.contains(&before)
        || (before == "of" && matches!(context.second_before, "author" | "editor" | "édition"))
    {
        score.work += 6;
        score.person -= 4;
        score.place -= 4;
    }
}

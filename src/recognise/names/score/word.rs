//! A name of one word.

use super::Score;
use super::titles::is_saint;
use crate::lexicon::Title;
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::{Evidence, Type, Vocabulary, is_determiner};
use crate::token::{Shape, Words};

/// From how much evidence on a letter is a place’s.
const TOLD: i32 = 4;

/// The endings of German surnames.
const SURNAMES: &[&str] = &[
    "mann", "hofer", "huber", "maier", "mayer", "meier", "meyer", "bauer", "inger", "berger",
    "auer", "ky", "ny",
];

/// How many of them are those of surnames without an article, too.
const LONE: usize = 7;

/// From which count on a word without an article is a name, whatever its ending.
const AGAIN: u32 = 3;

/// Weighs a name of one word, which is of the type `of`; where all nouns have
/// capitals, an unknown word is no name by itself.
pub(super) fn word(
    words: Words<'_>,
    candidate: &Candidate,
    of: &Type,
    context: &Context,
    vocabulary: &Vocabulary,
    lean: i32,
    score: &mut Score,
) {
    let titled = candidate.titles > 0;
    let unless_titled = |points: i32| if titled { 0 } else { points };
    let at = candidate.name().start;
    match words.shape(at) {
        Some(Shape::Initial) => {
            score.person -= unless_titled(6);
            // “the pretty village of M.”
            let evidence = vocabulary.forms[candidate.form];
            let dotted = words.after(at).starts_with('.');
            let of_a_place =
                context.before.any(Cues::OF) && context.second_before.any(Cues::SITE | Cues::PART);
            let told = evidence.place >= TOLD && evidence.person == 0;
            // “goes round to E”
            score.place -= if dotted { 0 } else { 6 };
            // “a sonata in F.”
            let key = context.before.any(Cues::WITHIN)
                && matches!(words.raw(at), "A" | "B" | "C" | "D" | "E" | "F" | "G");
            if dotted && !titled && (of_a_place || (told && !key)) {
                score.place += 6;
            }
            return;
        }
        Some(Shape::Upper) => {
            let alone = is_beside_capitals(words, at) || context.speaks;
            let article = context.before.any(Cues::ARTICLE);
            acronym(words.raw(at), of, alone, article, score);
            // “THE SIGNING OF THE PEACE”
            if at > 0 && words.raw(at - 1) == "THE" && of.known.common() && !titled {
                score.person -= 8;
            }
        }
        _ => {}
    }
    listed(of, unless_titled, score);
    if always_capital(of, lean) {
        unknown(candidate, of, vocabulary.foreign, score);
    } else if of.known.common() || of.is_written_small() {
        if !titled {
            common(candidate, of, context, score);
        }
        // “the signing of the Peace”
        let thing = context.before.any(Cues::ARTICLE) && of.is_written_small();
        if of.known.doubtful_place() && lean > 1 && !thing {
            score.place += 3;
        }
    } else if !vocabulary.nouns_have_capitals
        || of.known.surname()
        || stands_like_a_name(words.raw(at), of)
    {
        unknown(candidate, of, vocabulary.foreign, score);
    }
    // “die Geburt Lilis”
    if vocabulary.is_genitive_of_forename(at) && !titled {
        score.person += 5;
    }
    let evidence = vocabulary.forms[candidate.form];
    if vocabulary.nouns_have_capitals {
        german(words, candidate, of, context, score);
        if is_plain_noun(of, context, evidence) {
            score.place -= unless_titled(8);
        }
    }
    // “die Geschichte Roms”
    if of.is_genitive_of_place && !titled && candidate.name().len() == 1 {
        score.place += 6;
        score.person -= 8;
    }
    // “Victoire sur la Marne !”
    let after = words.raw(candidate.words.end);
    if vocabulary.is_french
        && candidate.initial
        && of.inside == 0
        && matches!(after, "aux" | "contre" | "sur")
    {
        score.person -= unless_titled(6);
    }
    if vocabulary.is_plural_people(at) && !vocabulary.nouns_have_capitals {
        score.person -= unless_titled(4);
        score.place -= unless_titled(4);
    }
    // “Humph! said he”: a word that is only called out
    let called_out = candidate.initial && of.inside == 0 && words.after(at).starts_with('!');
    if called_out && !of.known.forename() && !of.known.surname() && of.person == 0 {
        score.person -= unless_titled(4);
    }
    // “Chuck him out”
    let object = !vocabulary.is_french && matches!(words.raw(at + 1), "him" | "me" | "them" | "us");
    if candidate.initial && object && words.after(at) == " " {
        score.person -= unless_titled(6);
    }
    // “CFPalmer”, but “NKongozi” in the diary of a journey
    if of.has_initials && vocabulary.prior == 0 {
        score.person += 2;
        score.place -= 8;
    }
    if !titled && !vocabulary.nouns_have_capitals && of.is_told_a_place(evidence) {
        score.place = score.place.max(0);
    }
    place(of, lean, is_ennobled(words, candidate, vocabulary), score);
    seen(of, unless_titled, score);
}

/// Weighs a name of one word where all nouns have capitals.
fn german(
    words: Words<'_>,
    candidate: &Candidate,
    of: &Type,
    context: &Context,
    score: &mut Score,
) {
    let titled = candidate.titles > 0;
    let at = candidate.name().start;
    // “die Reisenhofer spielt”
    let article = context.before.any(Cues::ARTICLE) && !context.before.any(Cues::THE | Cues::A);
    if article
        && of.is_unknown()
        && !of.is_german_place
        && (context.after.any(Cues::HUMAN | Cues::SPEECH)
            || SURNAMES.iter().any(|end| words.raw(at).ends_with(end)))
    {
        score.person += 11;
    }
    // “mit Hubermann”: a word of no list, though it ends as surnames do
    if !titled
        && of.is_unknown()
        && of.article == 0
        && !context.before.any(Cues::ARTICLE | Cues::WITH_ARTICLE)
        && of.count < AGAIN
        && !context.quoted
        && SURNAMES[..LONE].iter().any(|end| words.raw(at).ends_with(end))
    {
        score.person += 3;
    }
    // “Grinzing, Nußdorf”: a village, whatever its name is made of
    let village = of.article == 0
        && of.known.common()
        && ["dorf", "hausen"].iter().any(|end| words.raw(at).ends_with(end))
        && !context.before.any(Cues::ARTICLE | Cues::WITH_ARTICLE);
    if of.is_german_place && village && !titled {
        score.place += 3;
    }
    if of.is_german_place && !titled {
        score.place += 4;
        score.person -= 3;
    }
    let surname = of.known.surname() && !titled;
    // “Heller erzählt mir”: a noun would have an article.
    let tells = candidate.initial && context.after.any(Cues::HUMAN | Cues::SPEECH);
    score.person += if surname && tells && of.known.common() { 6 } else { 0 };
    let noun = of.known.common() || of.is_written_small();
    if !titled && noun && is_determined(words, candidate.words.start, of.person > 0) {
        score.person -= 8;
        score.place -= 6;
    }
}

/// Whether a word of German that some place is called by stands as nouns do here: “acht Tage”,
/// but “nach Essen”.
fn is_plain_noun(of: &Type, context: &Context, evidence: Evidence) -> bool {
    const OFTEN: i32 = 4;
    let known = of.known;
    let led = context.before.any(Cues::PLACE) || context.in_date_line;
    known.common()
        && known.doubtful_place()
        && !(known.place() || known.surname())
        && of.article > 0
        && !led
        && evidence.place * OFTEN < i32::try_from(of.inside).unwrap_or(i32::MAX)
}

/// Whether what stands before a word of German says that it is a noun: “dieser Ernst”, “bei
/// leichtem Regen”, “dessen Stein”. Persons whom the text has, `met`, may be spoken of so,
/// too: “dieser Vogelsang”.
fn is_determined(words: Words<'_>, start: usize, met: bool) -> bool {
    const PRONOUNS: &[&str] =
        &["außerdem", "indem", "nachdem", "seitdem", "trotzdem", "wem", "zudem"];
    const SHORTEST: usize = 5;
    let Some(before) = start.checked_sub(1) else { return false };
    let word = words.raw(before);
    matches!(words.before(start), " " | "\n")
        && words.shape(before) == Some(Shape::Lower)
        && (matches!(word, "deren" | "dessen" | "irgendein" | "irgendeinem")
            || (is_determiner(word) && !met)
            || (word.len() >= SHORTEST
                && !met
                && word.ends_with("em")
                && PRONOUNS.binary_search(&word).is_err()))
}

/// Whether a word that is usually written small is a name here: it has its
/// capital wherever it stands, and it stands as persons do.
fn always_capital(of: &Type, lean: i32) -> bool {
    const OFTEN: u32 = 3;
    const SELDOM: u32 = 10;
    of.known.common()
        && of.small * SELDOM <= of.inside
        && of.inside >= OFTEN
        && of.article == 0
        && lean <= -2
        && !of.cues.any(Cues::KIN | Cues::BODY)
        && !of.known.not_person()
        && of.known.title().is_none()
}

/// Whether it is one of several words in capitals, as in a heading.
fn is_beside_capitals(words: Words<'_>, at: usize) -> bool {
    let upper = |at: usize| words.shape(at) == Some(Shape::Upper);
    let before = at > 0 && upper(at - 1) && words.before(at).trim().is_empty();
    before || (upper(at + 1) && words.after(at).trim().is_empty())
}

/// Letters that stand for an organisation: they cannot be read as a word, or have
/// an article: `NRF`, `the UNESCO`.
fn acronym(word: &str, of: &Type, in_capitals: bool, article: bool, score: &mut Score) {
    if word.len() > 5 {
        return;
    }
    score.person -= 3;
    let numeral = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
    let known = of.known;
    let name = known.forename() || known.doubtful_forename() || known.title().is_some();
    if in_capitals || known.common() || numeral || name || known.surname() {
        return;
    }
    let readable = word.contains(['A', 'E', 'I', 'O', 'U']) && !article;
    score.organisation += if word.len() >= 3 && !readable { 4 } else { 0 };
    score.organisation -= if of.known.place() { 4 } else { 0 };
}

/// What the lists say of it.
fn listed(of: &Type, unless_titled: impl Fn(i32) -> i32, score: &mut Score) {
    let known = of.known;
    if known.forename() {
        score.person += 5;
    } else if known.doubtful_forename() {
        score.person += 2;
    }
    score.person += i32::from(known.surname());
    if known.demonym() {
        score.person -= unless_titled(8);
        // “la Suisse”, but “un Suisse”
        score.place -= if known.place() { 0 } else { 6 };
    }
    if known.not_person() {
        score.person -= unless_titled(6);
        score.place -= unless_titled(3);
    }
    if known.heads_place() || known.heads_organisation() {
        score.person -= unless_titled(4);
        // “went on in Forest”
        let kind = known.common() && !known.place() && !known.doubtful_place();
        score.place -= if kind { 5 } else { 0 };
    }
    if known.title().is_some() && !known.surname() {
        score.person -= unless_titled(5);
    }
}

/// A word that is usually written small.
fn common(candidate: &Candidate, of: &Type, context: &Context, score: &mut Score) {
    let firmly = of.small > of.inside.min(3);
    let learned = of.person > 0 && context.follows_a_name();
    score.person -= match (candidate.initial, firmly) {
        (true, _) if learned => 2,
        (true, true) => 7,
        (true, false) | (false, true) => 4,
        (false, false) => 2,
    };
    // “Do you come by Reading?”
    let town = of.known.doubtful_place() && !candidate.initial && !of.known.not_person();
    score.place -= if of.known.place() || town { 0 } else { 3 };
}

/// A word that no list has is a name, most likely a person’s.
fn unknown(candidate: &Candidate, of: &Type, foreign: bool, score: &mut Score) {
    let known = of.known;
    let listed = known.forename()
        || known.doubtful_forename()
        || known.place()
        || known.demonym()
        || known.not_person();
    if !listed && !of.is_abstract {
        let only_first = candidate.initial && of.inside == 0;
        score.person += match (only_first, foreign) {
            (true, true) => 0,
            (true, false) => 2,
            (false, _) => 3,
        };
        score.person += if of.is_like_surnames { 2 } else { 0 };
    }
}

/// Whether a word of a language whose nouns have capitals is used as names
/// are: several times, and never after an article.
fn stands_like_a_name(word: &str, of: &Type) -> bool {
    const ENDINGS: &[&str] = &[
        "ung", "heit", "keit", "schaft", "ion", "tag", "nis", "chen", "lein", "tum", "ieren",
        "gang",
    ];
    of.count >= 3 && of.article == 0 && !ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// From which lean on the name of a known place is a person’s.
const SURELY_PERSON: i32 = -4;

/// Whether a title of rank stands before the name, as before no place: “Lord
/// Salisbury”, but “St. Petersburg”, “Mother England”.
fn is_ennobled(words: Words<'_>, candidate: &Candidate, vocabulary: &Vocabulary) -> bool {
    let last = candidate.name().start.wrapping_sub(1);
    let rank = matches!(vocabulary.known(last).title(), Some(Title::Address | Title::Other));
    candidate.titles > 0 && rank && !is_saint(words.raw(last))
}

fn place(of: &Type, lean: i32, ennobled: bool, score: &mut Score) {
    if ennobled {
        score.place += i32::from(of.known.place());
    } else if of.known.place() {
        let person = of.person > 0 || lean <= SURELY_PERSON;
        score.place += if person { 1 } else { 4 };
        score.person -= if person { 1 } else { 4 };
        // “Warwick wondered”
        score.person += if person && of.person == 0 { 3 } else { 0 };
    } else if of.known.doubtful_place() {
        score.place += 2;
        score.person -= 1;
    }
    if of.is_honoured {
        score.person += 5;
        score.place -= 6;
    }
    if of.is_of_places {
        score.person -= 8;
    }
    if of.is_hyphened_place {
        score.place += 5;
        score.person -= 6;
    }
    // “Paray-le-Monial”, “Saint-Agnan”
    if of.is_french_place {
        score.place += 3;
        score.person -= 3;
    }
}

/// What was learned of it elsewhere in the text.
fn seen(of: &Type, unless_titled: impl Fn(i32) -> i32, score: &mut Score) {
    const SELDOM: u32 = 4;
    const RARELY: u32 = 4;
    // “Read” after the name of James is a verb all the same.
    let learned = of.person > 0 && of.small <= SELDOM * of.person && !of.is_noun;
    score.person += if learned { 4 } else { 0 };
    score.person -= if of.is_abstract { 5 } else { 0 };
    score.place -= if of.is_abstract { 5 } else { 0 };
    if of.article > of.inside / 2 {
        score.person -= unless_titled(3);
    }
    // “Le” is no work for having read “Le Temps”, nor “Memphis” for a history of it.
    let told = of.work * RARELY >= of.count && !of.known.country();
    if of.work > 0 && told && !of.is_written_small() {
        score.work += 4;
        score.person -= 4;
        score.place -= 4;
    }
}

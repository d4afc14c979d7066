//! The words around a name.

use super::{Score, is_told_a_work};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::{Called, Context};
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::{Type, Vocabulary};

/// Weighs what stands around a name, whose first word is of the type `first`.
pub(super) fn surroundings(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    first: &Type,
    score: &mut Score,
) {
    let titled = candidate.titles > 0;
    let single = candidate.name().len() == 1;
    let Context { before, second_before, after, second_after, .. } = *context;
    // “le maréchal de la Morinière”
    let article = before.any(Cues::ARTICLE) && !context.french.ennobled;

    // “the Dreyfus affair”, but “the Moscow trial” and “Tall girl”
    let attributive = after.any(Cues::AFFAIR);
    let other = first.known.place() || first.known.common();
    if attributive && single && (!other || first.person > 0 || after.any(Cues::FATE)) {
        score.person += 7;
        score.place -= 5;
    }
    told(candidate, context, first, score);
    if (article || context.french.several) && !titled {
        score.person -= match (attributive, single) {
            (true, _) => 0,
            // “chez les Delorme”: a family
            (false, true) if context.french.several => 16,
            (false, true) if before.any(Cues::THE | Cues::A) => 8,
            (false, true) => 4,
            (false, false) => 3,
        };
        // “la Suisse”
        let french = vocabulary.is_french && first.known.place();
        score.place -= i32::from(single && !french);
    }
    if context.is_site && !titled {
        score.place += 4;
        score.person -= 3;
    }
    // “Véra, the sister”
    if after.any(Cues::THE) && second_after.any(Cues::KIN) {
        score.person += 4;
        score.place -= 3;
    }
    preposition(context, first, single, score);
    if context.in_date_line && !titled {
        score.place += 5;
        score.person -= 5;
    }
    speaker(context, score);
    if (before | after).any(Cues::SPEECH) && !article {
        score.person += 2;
        score.place -= 3;
    }
    of_german(vocabulary, candidate, context, first, score);
    score.person += if before.any(Cues::KIN) { 2 } else { 0 };
    if before.any(Cues::RANK) && !titled {
        score.person += 3;
        score.place -= 3;
    }
    if (context.apposed || context.told_who) && !titled {
        score.person += 3;
        score.place -= 3;
    }
    score.person += i32::from(after.any(Cues::VERB | Cues::PAST));
    // “Trilisser was honest”: a common word would have an article.
    let subject = candidate.initial && single && first.is_unknown();
    score.person += i32::from(subject && after.any(Cues::VERB));
    score.person += i32::from(candidate.initial && context.ends_block && context.opens);
    score.person += i32::from(context.possessive);
    if context.in_title {
        // “Letters to Mr. Cole”
        score.work += if titled { 9 } else { 6 };
        score.person -= if titled { 9 } else { 6 };
        score.place -= 4;
    }
    if context.quoted && !titled && !before.any(Cues::ALIAS) {
        // One word between quotation marks may be any strange word.
        let strange = if single { 2 } else { 4 };
        if is_told_a_work(vocabulary, candidate, context) {
            score.work += if first.person > 0 { 1 } else { strange };
        }
        score.person -= if first.person > 0 { 1 } else { 4 };
        score.place -= 2;
        // “auf dem »Poseidon«”
        let german = vocabulary.nouns_have_capitals && before.any(Cues::ARTICLE);
        score.person -= if german { 8 } else { 0 };
        score.work -= if german && context.in_guillemets { 3 } else { 0 };
    }
    entitled(vocabulary, candidate, context, first, score);
    in_italics(vocabulary, candidate, context, score);
    // “Shakespeare’s Macbeth”, “read Emma”
    // “Lord Carteret’s Hanoverians”, “the Duke’s Aide-de-Camp”
    let known = first.known;
    let other = known.common() || known.demonym() || first.is_adjective || known.title().is_some();
    // “Goethe’s Briefe”: where nouns have capitals, anything may be his.
    let owned = context.owned && !vocabulary.nouns_have_capitals;
    if owned && !titled && !(single && other) {
        score.work += if context.literary || context.entitled { 3 } else { 0 };
        score.person -= if first.person > 0 { 1 } else { 3 };
    }
    // “good work at Mudros”, where the text has been
    let evidence = vocabulary.forms[candidate.form];
    let worked = before.any(Cues::AT)
        && second_before.any(Cues::LABOUR)
        && !first.known.place()
        && !candidate.is_place
        && evidence.place <= 2 * evidence.work;
    // “She read French with me”
    let tongue = single && known.demonym();
    if (worked || before.any(Cues::READ)) && !tongue && !context.possessive {
        let writer = single && first.known.surname();
        score.work += if writer { 2 } else { 5 };
        score.person -= if writer { 2 } else { 5 };
    }
    if before.any(Cues::WORK) || context.has_author() {
        score.work += 6;
        score.person -= 4;
        score.place -= 4;
    }
}

/// Weighs the prepositions of German, and “chez”.
fn of_german(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    first: &Type,
    score: &mut Score,
) {
    let Context { before, second_before, .. } = *context;
    let single = candidate.name().len() == 1;
    let at_home = before.any(Cues::CHEZ) && single && first.is_unknown() && !first.known.place();
    // “vorn bei Sailly”, “in Lemhény”, “bei Lemhény”
    let evidence = vocabulary.forms[candidate.form];
    let stands = evidence.place > 0 && evidence.place >= evidence.person && first.is_nobody();
    let located = at_home
        && !first.known.surname()
        && (second_before.any(Cues::LOCATED) || (vocabulary.nouns_have_capitals && stands));
    score.place += if located { 6 } else { 0 };
    score.person += match (at_home, located) {
        (true, false) => 2,
        (true, true) => -3,
        _ => 0,
    };
    // “lese ich im Faust”
    let swallowed = before.any(Cues::WITH_ARTICLE) && vocabulary.nouns_have_capitals;
    score.person -= if swallowed && candidate.titles == 0 { 6 } else { 0 };
    // “bei Ypern gefallen”
    let near = before.any(Cues::CHEZ) && single && first.known.place() && first.is_nobody();
    score.place += if near && vocabulary.nouns_have_capitals { 4 } else { 0 };
}

/// Who speaks in a play is a person, whatever else is called so.
const fn speaker(context: &Context, score: &mut Score) {
    const SURE: i32 = 6;
    if context.is_speaker {
        score.person += SURE;
        score.place -= SURE;
        score.work -= SURE;
        score.organisation -= SURE;
    }
}

/// Weighs that a name stands alone in quotation marks within a sentence: her
/// “Evelina,”. Who is met outside of them may be called so.
fn entitled(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    first: &Type,
    score: &mut Score,
) {
    const MET: i32 = 3;
    let name = candidate.name();
    let last = vocabulary.known(name.end - 1);
    let person = name.len() == 1 && first.person > 0;
    let evidence = vocabulary.forms[candidate.form];
    let met = person || evidence.person >= MET * evidence.entitled;
    let single = name.len() == 1;
    let place = candidate.is_place
        || last.closes_place()
        || first.known.opens_place()
        || (single && (first.known.place() || first.known.doubtful_place()));
    // Churchill’s "Marlborough"
    let place = place && !context.owned;
    let other = vocabulary.nouns_have_capitals || vocabulary.is_french;
    if !context.entitled || met || place || other || last.heads_organisation() {
        return;
    }
    score.work += if is_told_a_work(vocabulary, candidate, context) { 9 } else { 0 };
    score.person -= 9;
    score.place -= 9;
}

/// Weighs that a name stands alone in italics, where words around it speak of a work, here or
/// again and again: “the author of _Manon_”.
fn in_italics(
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: &mut Score,
) {
    const SELDOM: i32 = 4;
    const FEW: i32 = 2;
    let evidence = vocabulary.forms[candidate.form];
    let acts = context.after.any(Cues::SPEECH | Cues::HUMAN) || context.before.any(Cues::TO_WHOM);
    let again = evidence.literary >= FEW && evidence.literary * SELDOM > evidence.entitled;
    if context.in_italics && !context.quoted && !acts && (context.literary || again) {
        score.work += 9;
        score.person -= 9;
        score.place -= 9;
    }
}

fn preposition(context: &Context, first: &Type, single: bool, score: &mut Score) {
    let before = context.before;
    if before.any(Cues::ON) && single && first.person == 0 {
        score.person -= 2;
    }
    // “looked at Véra”, “worked at Fiesco”
    let aimed = before.any(Cues::AT) && context.second_before.any(Cues::AIM);
    if before.any(Cues::PLACE) && !aimed {
        let strength = if before.any(Cues::WITHIN) { 3 } else { 2 };
        score.place += strength;
        score.person -= match (single, first.person > 0 || context.possessive) {
            (true, false) => strength,
            (true, true) => 1,
            // “at Alcala de Hénarès”, but “at Colette Audry’s”
            (false, _) if first.is_nobody() && !context.possessive => strength,
            (false, _) => 0,
        };
    }
    if before.any(Cues::TO) && (context.second_before.any(Cues::MOTION) || context.led_to) {
        score.place += 3;
        score.person -= 1;
    }
}

/// Weighs what the words around a name say outright that it is.
fn told(candidate: &Candidate, context: &Context, first: &Type, score: &mut Score) {
    let titled = candidate.titles > 0;
    let single = candidate.name().len() == 1;
    if context.is_ship {
        // “the schooner Mary Jane”
        score.person -= 14;
        score.place -= 8;
        score.work -= 14;
    }
    match context.called {
        Called::Place if !titled => {
            score.place += 3;
            score.person -= 3;
        }
        Called::Person => score.person += 2,
        _ => {}
    }
    if context.of_person && !titled {
        score.place += 3;
        score.person -= if single && first.person == 0 && first.is_nobody() { 3 } else { 0 };
    }
    // “aus Schillers Briefen”
    if context.genitive && !titled && !first.known.place() && first.is_unknown() {
        score.person += 3;
        score.place -= 6;
    }
    if context.french.ennobled {
        score.person += 5;
        score.place -= 8;
    }
    // “le roi de Prusse”
    if context.french.ruled && single && !titled && first.known.place() && !first.known.forename() {
        score.person -= 6;
        score.place += 2;
    }
    if context.is_firm {
        // “Messrs. Fletcher & Sons”
        score.organisation += if titled { 11 } else { 8 };
        score.person -= if titled { 18 } else { 8 };
        score.place -= 8;
    }
}

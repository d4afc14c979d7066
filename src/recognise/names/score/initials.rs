//! The initials in a name.

use super::Score;
use crate::lexicon;
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::context::Context;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// The initials in the name.
pub(super) fn initials(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
    score: &mut Score,
) {
    let name = candidate.name();
    let length = name.len();
    let initials = name.filter(|at| words.shape(*at) == Some(Shape::Initial)).count();
    if is_with_state(words, candidate) {
        score.place += 6;
        score.person -= 4;
        return;
    }
    if is_before_state(words, vocabulary, candidate) {
        score.place += 5;
        score.person -= 5;
    }
    if initials == 0 {
        return;
    }
    let dotted = || words.after(candidate.name().start).starts_with('.');
    let with_a_word = initials > 0 && initials < length;
    let leading: String = candidate
        .name()
        .take_while(|at| words.shape(*at) == Some(Shape::Initial))
        .map(|at| words.raw(at))
        .collect();
    // “the S.S. Arcadian”, but “S. S. Aldous”
    let steamer = leading == "SS" && words.before(candidate.name().start + 1) == ".";
    let ship = lexicon::is_ship(&leading) || steamer;
    let state = leading.len() > 1 && lexicon::is_state(&leading);
    if with_a_word && (ship || state) {
        score.person -= if ship { 12 } else { 4 };
        score.place -= if ship { 8 } else { 0 };
        return;
    }
    // In the diary of a journey: “R. Lamasi”, “crossed the Loendi R.”
    if vocabulary.prior > 0 && length == 2 && with_a_word && is_river(words, vocabulary, candidate)
    {
        score.place += 6;
        return;
    }
    // “the E.R.”, “an M.P.”
    if !with_a_word && context.before.any(Cues::THE | Cues::A) {
        score.person -= 6;
        return;
    }
    if with_a_word || (initials >= 2 && dotted() && !is_abbreviation(words, candidate)) {
        score.person += 4;
    }
}

/// Whether one of its two words is the letter for “river”, and the other no
/// surname.
fn is_river(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    candidate.name().any(|at| words.raw(at) == "R")
        && !candidate.name().any(|at| vocabulary.known(at).surname())
}

/// Whether they are the letters of a state or a ship.
pub(super) fn is_state_or_ship(letters: &str) -> bool {
    lexicon::is_ship(letters) || lexicon::is_state(letters)
}

/// Whether it is a place with the letters of its state: `Washington D.C.`,
/// `Albany NY`.
fn is_with_state(words: Words<'_>, candidate: &Candidate) -> bool {
    let name = candidate.name();
    let letters =
        name.clone().rev().take_while(|at| words.shape(*at) == Some(Shape::Initial)).count();
    let word = words.shape(name.end - 1) == Some(Shape::Upper);
    let state = if word { 1 } else { letters };
    state > 0 && state < name.len() && in_a_state(words, candidate, name.len() - state)
}

/// Whether the state of a town follows after a comma: “Galena, Ill.,”, “Washington, DC”.
fn is_before_state(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    const STATES: &[&str] = &[
        "Ala", "Ark", "Cal", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass",
        "Md", "Mich", "Minn", "Miss", "Mo", "Neb", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va", "Vt",
        "Wis",
    ];
    let (name, state) = (candidate.name(), candidate.words.end);
    let last = words.shape(state - 1);
    if words.before(state) != ", " || candidate.titles > 0 || last == Some(Shape::Initial) {
        return false;
    }
    // “Henry Aldous, Va.” is from there.
    if name.len() > 1 && vocabulary.known(name.start).forename() {
        return false;
    }
    if words.shape(state) == Some(Shape::Initial) {
        let letters: String = (state..state + 2).map(|at| words.raw(at)).collect();
        return words.after(state).starts_with('.')
            && words.shape(state + 1) == Some(Shape::Initial)
            && (lexicon::is_state(&letters) || letters == "SC");
    }
    let word = words.raw(state);
    if words.shape(state) == Some(Shape::Upper) && lexicon::is_state(word) {
        return true;
    }
    let stop = words.after(state).strip_prefix('.');
    let goes_on = words.shape(state + 1) != Some(Shape::Capital);
    stop.is_some_and(|gap| goes_on || gap.starts_with([',', ';', ')', ']', '\n']))
        && STATES.binary_search(&&*lexicon::proper_title(word)).is_ok()
}

fn in_a_state(words: Words<'_>, candidate: &Candidate, length: usize) -> bool {
    let name = candidate.name();
    let (place, state) = (name.start..name.start + length, name.start + length..name.end);
    let letters: String = state.clone().map(|at| words.raw(at)).collect();
    let after = words.shape(state.start) != Some(Shape::Upper)
        || words.shape(place.start) == Some(Shape::Capital);
    after && !place.is_empty() && lexicon::is_state(&letters) && {
        let known = lexicon::look_up(words.span(&place).of(words.text));
        known.place() || known.doubtful_place()
    }
}

/// Initials that are no person’s.
pub(in crate::recognise::names) fn is_abbreviation(
    words: Words<'_>,
    candidate: &Candidate,
) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "AAG", "AD", "ADC", "AEF", "AM", "AQMG", "BA", "BC", "BEF", "CIGS", "DAAG", "DAG", "DAQMG",
        "DC", "DV", "EMF", "EU", "GB", "GHQ", "GOC", "GSO", "HIH", "HMS", "HMT", "HQ", "HRH",
        "HSH", "II", "IV", "LL", "MA", "MD", "MSS", "NB", "NCO", "NCOs", "NE", "NW", "NY", "PM",
        "PMO", "PO", "PPS", "PS", "QMG", "RAMC", "RFA", "RGA", "RMS", "RN", "RSVP", "SE", "SS",
        "SW", "UK", "UN", "US", "USA", "USS", "VI", "XX",
    ];
    // “M.P.” is no Monsieur P.
    let letters: String = candidate.words.clone().map(|at| words.raw(at)).collect();
    // “MP arranged it”: initials without stops may be anybody’s.
    let dotted = candidate.words.len() > 1 && matches!(letters.as_str(), "MP" | "MS");
    dotted || ABBREVIATIONS.binary_search(&letters.as_str()).is_ok()
}

//! Names whose surname comes first, as in an index or a bibliography: “Bain, Alexander,
//! 160”, “Day, Professor J.”, “Wellington, Duke of”.

use super::{Candidate, is_capital, is_ordinary, is_volume};
use crate::lexicon::{self, Title};
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// The most words of a surname, and of what follows it.
const LONGEST: usize = 3;
const LONGEST_REST: usize = 5;

/// How far off the number of its page stands, behind a common word and behind others.
const NEAR: usize = 12;
const FAR: usize = 60;

/// Titles after which somebody is called by what he is of: “Wellington, Duke of”.
const PEERS: &[&str] = &[
    "Baron", "Baroness", "Count", "Countess", "Duchess", "Duke", "Earl", "Electress", "Lady",
    "Lord", "Marchioness", "Marquess", "Marquis", "Prince", "Princess", "Viscount", "Viscountess",
];

/// What is no title of who is called by his surname: “Polonia, Sta.”
const SAINTS: &[&str] = &["Saint", "San", "Santa", "Santo", "St", "Sta", "Ste", "Sto"];

/// Joins a surname at the beginning of an item and the forenames behind its comma.
pub(in crate::recognise::names) fn join(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Candidate>,
) {
    let mut end = 0;
    found.retain_mut(|candidate| {
        if candidate.words.start < end {
            return false;
        }
        if let Some(last) = reversed_end(words, vocabulary, candidate) {
            end = last;
            candidate.words.end = last;
            candidate.span = words.span_with_stop(&candidate.words);
            candidate.reversed = true;
            candidate.titles = 0;
            candidate.is_place = false;
        }
        true
    });
}

/// Where the name ends whose surname a candidate is, if forenames or a title follow.
fn reversed_end(words: Words<'_>, vocabulary: &Vocabulary, surname: &Candidate) -> Option<usize> {
    let comma = surname.words.end;
    let first = surname.words.start;
    let (known, last) = (vocabulary.known(first), vocabulary.known(comma - 1));
    let forename = known.forename() && !known.surname();
    let initial = |at: usize| words.shape(at) == Some(Shape::Initial);
    let fits = words.before(comma) == ", "
        && surname.words.len() <= LONGEST
        && surname.titles == 0
        && !(surname.titled_work || surname.is_nobody)
        // “Paternoster Square, E.C.”, but “West, Benjamin”
        && !(last.heads_place() && surname.words.len() > 1)
        && !(known.forename() && surname.words.len() > 1)
        && !surname.words.clone().any(initial)
        && begins_item(words, first);
    if !fits {
        return None;
    }
    let end = rest_end(words, vocabulary, comma)?;
    let letters: String = (comma..end).filter(|at| initial(*at)).map(|at| words.raw(at)).collect();
    // “Rochester, N.Y.”, “Paternoster Square, E.C.”, but “Sullivan, E.”
    let state =
        lexicon::is_state(&letters) || (letters.len() > 1 && lexicon::is_postal_district(&letters));
    let state = state && (comma..end).all(initial);
    let next = vocabulary.known(comma);
    if end == comma + 1 && next.place() && !next.forename() {
        return None;
    }
    let titled = next.title().is_some();
    let place = surname.is_place || known.place();
    let of = words.raw(end - 1) == "of";
    // “London, Bishop of”, but “York, Duke of”
    let fits =
        if of { PEERS.contains(&words.raw(comma)) } else { !(forename || (place && titled)) };
    let word = vocabulary.is_function_word(first) || is_ordinary(known);
    let near = if word { NEAR } else { FAR };
    (fits && !state && has_number(words, end, near)).then_some(end)
}

/// Whether an item or a paragraph begins with word `at`, without a mark before it: what
/// stands in the line above is closed.
fn begins_item(words: Words<'_>, at: usize) -> bool {
    let gap = words.before(at);
    let indented = gap.rsplit('\n').next().is_some_and(|space| space.trim().is_empty());
    if indented && (at == 0 || words.opens(at)) {
        return true;
    }
    let Some((above, _)) = gap.split_once('\n') else { return false };
    let number = at > 0 && words.shape(at - 1) == Some(Shape::Number);
    // “i. 175 n.”
    indented
        && ((number && above.trim_end().is_empty())
            || above.starts_with('.')
            || above.starts_with(')'))
}

/// Whether the number of a page, a year or a reference stands among the next words of an
/// item.
fn has_number(words: Words<'_>, end: usize, far: usize) -> bool {
    let mut item =
        (end..(end + far).min(words.tokens.len())).take_while(|at| *at == end || !words.opens(*at));
    item.any(|at| {
        let roman = words.shape(at) == Some(Shape::Lower)
            && words.raw(at).len() > 1
            && words.raw(at).bytes().all(|c| matches!(c, b'i' | b'v' | b'x' | b'l' | b'c'));
        let see = matches!(words.raw(at), "see" | "v") && words.before(at).starts_with(',');
        words.shape(at) == Some(Shape::Number) || roman || see
    })
}

/// Where forenames, initials and titles end that begin with word `start` and are closed by
/// a comma, a stop or the end of the line.
fn rest_end(words: Words<'_>, vocabulary: &Vocabulary, start: usize) -> Option<usize> {
    let mut at = start;
    let mut names = 0;
    loop {
        let known = vocabulary.known(at);
        let initial = words.shape(at) == Some(Shape::Initial) && words.after(at).starts_with('.');
        let capital = is_capital(words.shape(at));
        let title = capital
            && known.title().is_some_and(|title| title != Title::Kin)
            && !SAINTS.contains(&words.raw(at));
        let forename = capital && (known.forename() || known.doubtful_forename());
        let particle = at > start && is_particle(words.raw(at));
        // “Bryant, W. Cullen, on”
        let second = at > start && is_second_surname(words, vocabulary, at);
        // “Rosa, Monte”
        let place = known.opens_place() && !initial;
        if !(initial || title || forename || particle || second) || place {
            return None;
        }
        names += usize::from(!particle);
        at += 1;
        // “Addington, H. U. I. 180”
        if is_volume(words, at) {
            break;
        }
        let gap = words.before(at);
        let stop = initial || title;
        let goes_on = matches!(gap, " " | "") || (stop && matches!(gap, ". " | "."));
        let last = at >= words.tokens.len() || !goes_on;
        let next = is_capital(words.shape(at)) || words.shape(at) == Some(Shape::Lower);
        if last || !next || (goes_on && !continues(words, vocabulary, at)) {
            break;
        }
        if at - start >= LONGEST_REST {
            return None;
        }
    }
    let gap = words.before(at);
    let closed = at >= words.tokens.len()
        || gap.contains('\n')
        || gap.trim_start_matches('.').starts_with([',', ';', ':', '(', '—', '-'])
        || gap.starts_with(" (")
        || (gap.starts_with('.') && is_capital(words.shape(at)));
    // “Byron, Shelley, and Keats”
    let and = gap.contains(',') && matches!(words.raw(at), "and" | "or" | "&");
    (names > 0 && closed && !and).then_some(at)
}

/// Whether it is a small word that belongs before the surname: “Humboldt, Alexander von”.
fn is_particle(word: &str) -> bool {
    matches!(word, "d’" | "d'" | "da" | "de" | "du" | "la" | "of" | "van" | "von")
}

/// Whether word `at` stands between an initial and a comma.
fn is_second_surname(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    words.shape(at) == Some(Shape::Capital)
        && words.shape(at - 1) == Some(Shape::Initial)
        && !vocabulary.is_function_word(at)
        && words.before(at + 1).starts_with(',')
}

/// Whether word `at` can go on with forenames.
fn continues(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    let known = vocabulary.known(at);
    let initial = words.shape(at) == Some(Shape::Initial);
    initial
        || is_second_surname(words, vocabulary, at)
        || is_particle(words.raw(at))
        || (is_capital(words.shape(at))
            && (known.title().is_some() || known.forename() || known.doubtful_forename()))
}

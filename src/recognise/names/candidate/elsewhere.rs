//! Words at the ends of names that the same names have or lack elsewhere.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Candidate, is_ordinary};
use crate::lexicon::{self, Title};
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::source::Span;
use crate::token::{Shape, Words};

/// What newspapers are called after their place: `Bristol Mirror`.
const PERIODICALS: &[&str] = &[
    "Advertiser", "Argus", "Chronicle", "Courier", "Examiner", "Gazette", "Guardian", "Herald",
    "Independent", "Journal", "Magazine", "Mail", "Mercury", "Mirror", "News", "Observer", "Post",
    "Record", "Register", "Review", "Standard", "Star", "Telegraph", "Times", "Tribune",
];

/// Words that open the names of places, and may say no more than how something is.
const ADJECTIVES: &[&str] =
    &["Broad", "Great", "High", "Little", "Lower", "Nether", "Old", "Upper"];

/// Takes common words from the end of names that stand without them elsewhere:
/// “Mr. Pargeter Pays”, “Mary Aldous Write”.
pub(in crate::recognise::names) fn drop_last_words(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut [Candidate],
) {
    let whole = |of: &Range<usize>| words.span(of).of(words.text);
    let elsewhere: FxHashSet<&str> = found
        .iter()
        .filter(|candidate| !candidate.titled_work)
        .map(|candidate| whole(&candidate.words))
        .collect();
    for candidate in found.iter_mut().filter(|candidate| !candidate.titled_work) {
        let last = candidate.words.end - 1;
        let known = vocabulary.known(last);
        let common = words.shape(last) == Some(Shape::Capital)
            && is_ordinary(known)
            && !known.doubtful_forename()
            && !known.heads_organisation()
            && !known.suffix()
            && PERIODICALS.binary_search(&words.raw(last)).is_err();
        let rest = candidate.words.start..last;
        // “Cecil Thunder” is no Cecil, “Sir Jasper Mandrake” no Sir Jasper.
        let sir = matches!(words.raw(rest.start), "Dame" | "Sir");
        // “Unc' Billy Possum”, where no possum is but he
        let kin = vocabulary.known(rest.start).title() == Some(Title::Kin)
            && vocabulary.get(last).is_some_and(|of| of.small == 0);
        let forename = rest.len() == candidate.titles + 1
            && (candidate.titles == 0 || sir || kin)
            && vocabulary.known(rest.end - 1).forename();
        // “Cape Horn” is not only the Cape; but “the Great Fire”.
        let adjective = ADJECTIVES.binary_search(&words.raw(rest.start)).is_ok();
        let opened = rest.len() == 1 && vocabulary.known(rest.start).opens_place() && !adjective;
        let drops = common && !forename && !opened && rest.len() > candidate.titles;
        if drops && elsewhere.contains(whole(&rest)) {
            let end = words.tokens[last - 1].span.end;
            candidate.span = Span::new(candidate.span.start, end);
            candidate.words = rest;
            candidate.is_place = false;
        }
    }
}

/// Parts initials that stand for somebody in a German text, “mit O. zu Tisch”, from the
/// forename of another: “mit O. Heini abgeholt”.
pub(in crate::recognise::names) fn part_initials(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Candidate>,
) {
    const OFTEN: usize = 4;
    if !vocabulary.nouns_have_capitals {
        return;
    }
    let initial = |at: usize| words.shape(at) == Some(Shape::Initial) && words.after(at) == ". ";
    let mut alone: FxHashMap<&str, usize> = FxHashMap::default();
    for of in found.iter().filter(|of| of.words.len() == 1 && initial(of.words.start)) {
        *alone.entry(words.raw(of.words.start)).or_default() += 1;
    }
    if alone.is_empty() {
        return;
    }
    let two = |of: &Candidate| {
        let start = of.words.start;
        of.words.len() == 2
            && of.titles == 0
            && initial(start)
            && vocabulary.known(start + 1).forename()
            && alone.get(words.raw(start)).is_some_and(|count| *count >= OFTEN)
    };
    *found = std::mem::take(found)
        .into_iter()
        .flat_map(|mut of| {
            if !two(&of) {
                return [Some(of), None];
            }
            let mut other = of.clone();
            other.words.start += 1;
            other.initial = false;
            other.span = words.span(&other.words);
            of.words.end = other.words.start;
            of.span = words.span_with_stop(&of.words);
            [Some(of), Some(other)]
        })
        .flatten()
        .collect();
}

/// Whether a line begins with a word that was dropped from the name of a place
/// of common words, as the place and the date of a letter do: “Three Mile Cross
/// August 13th”.
fn dates_a_letter(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let first = candidate.words.start - 1;
    let verb = Cues::REACH | Cues::PAST | Cues::HUMAN | Cues::SPEECH | Cues::READ | Cues::PLACE;
    let begins = first == 0 || words.before(first).ends_with('\n');
    begins
        && candidate.titles == 0
        && candidate.words.len() > 1
        && vocabulary.known(candidate.words.end - 1).closes_place()
        && candidate.words.clone().all(|at| vocabulary.known(at).common())
        && !vocabulary.cues(first).any(verb)
        && !vocabulary.is_function_word(first)
}

/// Gives back their particles to surnames that have them behind a forename or a title
/// elsewhere: “de Robeck” beside “Admiral de Robeck”. In French and German the particle
/// may be no more than “of”.
pub(in crate::recognise::names) fn restore_particles(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut [Candidate],
) {
    if vocabulary.is_french || vocabulary.nouns_have_capitals || vocabulary.foreign {
        return;
    }
    let particle = |at: usize| {
        matches!(words.raw(at), "d’" | "d'" | "de" | "du" | "van" | "von")
            && matches!(words.after(at), "" | " ")
    };
    let whole = |from: usize, to: usize| words.span(&(from..to)).of(words.text);
    let elsewhere: FxHashSet<&str> = found
        .iter()
        .map(|candidate| &candidate.words)
        .filter(|of| of.len() > 2 && particle(of.end - 2))
        .map(|of| whole(of.end - 2, of.end))
        .chain(
            found
                .iter()
                .filter(|of| of.titles > 0 && of.name().len() == 2 && particle(of.name().start))
                .map(|of| whole(of.name().start, of.words.end)),
        )
        .collect();
    for candidate in found.iter_mut().filter(|of| of.words.len() == 1 && !of.titled_work) {
        let Some(before) = candidate.words.start.checked_sub(1) else { continue };
        // “Dirk Hartog, van Amsterdam”
        let place = vocabulary.known(candidate.words.start).place();
        if !place && particle(before) && elsewhere.contains(whole(before, candidate.words.end)) {
            candidate.words.start = before;
            candidate.span = words.tokens[before].span.join(candidate.span);
            candidate.initial = false;
        }
    }
}

/// Gives back the first word to names that have it elsewhere too, where no
/// sentence begins: `Buck Mulligan`.
pub(in crate::recognise::names) fn restore_first_words(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut [Candidate],
) {
    let whole = |of: &Range<usize>| words.span(of).of(words.text);
    let elsewhere: FxHashSet<&str> = found
        .iter()
        .filter(|candidate| !candidate.dropped && !candidate.initial && candidate.words.len() > 1)
        .map(|candidate| whole(&candidate.words))
        .collect();
    for candidate in found.iter_mut().filter(|candidate| candidate.dropped) {
        let words_with = candidate.words.start - 1..candidate.words.end;
        // “Old Bailey”
        let place = candidate.words.len() == 1 && lexicon::is_place(whole(&words_with));
        if place
            || elsewhere.contains(whole(&words_with))
            || dates_a_letter(words, vocabulary, candidate)
        {
            candidate.span = words.tokens[words_with.start].span.join(candidate.span);
            candidate.words = words_with;
            candidate.is_place |= place;
            candidate.initial = true;
            candidate.titles = 0;
        }
    }
}

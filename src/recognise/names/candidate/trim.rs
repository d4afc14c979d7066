//! The words at the ends of a run that are no part of the name.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Candidate, begins_sentence, is_ordinary, is_pronoun, is_small_word};
use crate::lexicon;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::source::Span;
use crate::token::{Shape, Words};

/// What is left of a run.
pub(super) struct Trimmed {
    /// Its words.
    pub words: Range<usize>,
    /// Whether a sentence begins with it.
    pub initial: bool,
    /// Whether a word before it was taken for the first of a sentence.
    pub dropped: bool,
    /// Whether `Esq.` followed it.
    pub is_esquire: bool,
}

/// Drops the words at the beginning of a run that only have their capital from
/// the sentence, and those at its end that belong to no name.
pub(super) fn trim(
    words: Words<'_>,
    run: Range<usize>,
    first: bool,
    vocabulary: &Vocabulary,
) -> Trimmed {
    let directed = after_directions(words, run.clone(), vocabulary);
    let mut initial =
        first || directed > run.start || begins_sentence(words, run.start, vocabulary);
    let run = directed..run.end;
    let mut start = after_marks(words, &run, vocabulary);
    initial &= start == run.start || is_mark(words, run.start, vocabulary);
    let mut dropped = false;
    start = after_hour(words, start..run.end);
    if run.end - start > 1 && opens_sentence(words, start, initial, vocabulary) {
        start += 1;
        (initial, dropped) = (false, true);
    }
    let nobody =
        initial && vocabulary.get(start).is_some_and(|of| of.is_nobody() && !of.known.surname());
    if nobody && let Some(after) = what_is_done_to(words, start..run.end, vocabulary) {
        start = after;
        (initial, dropped) = (false, true);
    }
    while run.end - start > 1 && is_no_part(words, start, vocabulary) {
        start += 1;
        (initial, dropped) = (false, false);
    }
    // “Poor Eliza”, “At home Dear Eliza”
    if run.end - start > 1 && FONDNESS.binary_search(&words.raw(start)).is_ok() {
        start += 1;
        (initial, dropped) = (false, false);
    }
    // “In der Kirche”, “Mosquée de Touloun”: what is left begins with a capital.
    while start > run.start && start + 1 < run.end && words.shape(start) == Some(Shape::Lower) {
        start += 1;
    }
    let (end, is_esquire) = end(words, start..run.end, vocabulary);
    Trimmed { words: start..end, initial, dropped, is_esquire }
}

/// Where the name begins after a first word that is none: “Grüßt Tante Frieda”,
/// “Lettres de Julien Morvan”.
fn what_is_done_to(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> Option<usize> {
    let next = run.start + 1;
    let titled = |at: usize| vocabulary.known(at).title().is_some() && at + 1 < run.end;
    if words.shape(run.start) != Some(Shape::Capital) || vocabulary.known(run.start).heads_place() {
        None
    } else if titled(next) {
        Some(next)
    } else {
        let of = matches!(words.raw(next), "de" | "d’" | "d'" | "von") && words.before(next) == " ";
        let name = next + 1;
        (of && name < run.end && (titled(name) || vocabulary.known(name).forename()))
            .then_some(name)
    }
}

/// Words of fondness before a name, no part of it.
const FONDNESS: &[&str] = &[
    "Arme", "Armer", "Cher", "Chère", "Dear", "Dearest", "Liebe", "Lieber", "Liebste", "Liebster",
    "Pauvre", "Poor",
];

/// The first word that is no mark of a list, no pronoun and no small word of a
/// heading in capitals.
fn after_marks(words: Words<'_>, run: &Range<usize>, vocabulary: &Vocabulary) -> usize {
    let mut start = run.start + usize::from(run.len() > 1 && is_mark(words, run.start, vocabulary));
    let small = |at: usize| {
        is_pronoun(words, at)
            || (matches!(words.raw(at), "A" | "À" | "Y" | "Ô") && words.after(at) == " ")
            || (words.shape(at) == Some(Shape::Upper) && is_small_word(words, at, vocabulary))
    };
    while start + 1 < run.end && small(start) {
        start += 1;
    }
    start
}

/// Whether a word before a name is a small word of German or French, or, where
/// all nouns have capitals, a noun: “Bei Salten”, “Sanatorium Fürth”.
fn is_no_part(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let capital = |at: usize| words.shape(at) == Some(Shape::Capital);
    let noun = |at: usize| {
        let known = vocabulary.known(at);
        capital(at) && is_ordinary(known) && !known.doubtful_forename()
    };
    let next = at + 1;
    let small = SMALL_WORDS.binary_search(&words.raw(at)).is_ok();
    let nouns = vocabulary.nouns_have_capitals
        && noun(at)
        && !noun(next)
        && vocabulary.known(next).title().is_none()
        && !vocabulary.known(at).heads_organisation();
    capital(at) && (small || (nouns && capital(next)))
}

/// Small words of German and French that no name begins with.
const SMALL_WORDS: &[&str] = &[
    "Als", "Am", "Après", "Auch", "Auf", "Aus", "Avant", "Avec", "Bei", "Beim", "Chez", "Comme",
    "Contre", "Dann", "Dans", "Depuis", "Devant", "Durch", "Entre", "Früh", "Für", "Gegen", "Hier",
    "Ich", "Im", "Jetzt", "Lorsque", "Mais", "Mit", "Nach", "Pendant", "Pour", "Près", "Puis",
    "Quand", "Sans", "Seit", "Selon", "Sie", "Sous", "Sur", "Um", "Und", "Unter", "Vers", "Voici",
    "Voilà", "Vom", "Von", "Vor", "Wegen", "Wenn", "Wie", "Wir", "Zu", "Zum", "Zur", "À", "Über",
];

/// The first word after directions that a sentence or a reading ended with: “in
/// 27° W. Neptune came on board”, “swell from S.W. Albatrosses about us”.
fn after_directions(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> usize {
    let point = |at: usize| {
        words.shape(at) == Some(Shape::Initial) && matches!(words.raw(at), "N" | "S" | "E" | "W")
    };
    let count = run.clone().take_while(|at| point(*at)).count();
    let next = run.start + count;
    if count == 0 || next == run.end {
        return run.start;
    }
    let last = run.start.checked_sub(1);
    let beside = last.is_some_and(|last| {
        words.shape(last) == Some(Shape::Number)
            || matches!(words.raw(last), "bearing" | "bore")
            || (words.raw(last) == "by" && last.checked_sub(1).is_some_and(point))
    });
    let known = vocabulary.known(next);
    let pair = count > 1
        && matches!(words.raw(run.start), "N" | "S")
        && words.before(run.start + 1) == "."
        && !known.forename()
        && !known.surname();
    if beside || pair { next } else { run.start }
}

/// The first word that is not `A.M.` or `P.M.`
fn after_hour(words: Words<'_>, run: Range<usize>) -> usize {
    let raw = |at: usize| words.raw(run.start + at);
    let letters = match run.len() {
        2.. if matches!(raw(0), "AM" | "PM") => 1,
        3.. if matches!(raw(0), "A" | "P") && raw(1) == "M" => 2,
        _ => 0,
    };
    // “4 P. M. Simon called”, but “A. M. Lee”
    let number = run.start.checked_sub(1).is_some_and(|at| words.shape(at) == Some(Shape::Number));
    run.start + if number { letters } else { 0 }
}

/// Whether it is the letter that the lines of a list begin with.
fn is_mark(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    words.shape(at) == Some(Shape::Initial)
        && words.before(at).ends_with('\n')
        && words.after(at) == " "
        && words.raw(at).chars().next().is_some_and(|c| vocabulary.marks.contains(&c))
}

/// Whether the word has its capital only from the sentence.
fn opens_sentence(words: Words<'_>, at: usize, initial: bool, vocabulary: &Vocabulary) -> bool {
    // “- Reached Rovuma”
    let verb = vocabulary.get(at).is_some_and(|of| {
        of.cues.any(
            Cues::REACH
                | Cues::READ
                | Cues::SPEECH
                | Cues::HUMAN
                | Cues::TO_WHOM
                | Cues::PLACE
                | Cues::PAST,
        )
    });
    let known = vocabulary.known(at);
    let small = vocabulary.get(at).is_some_and(|of| of.small > 0);
    let named = known.forename() || known.surname() || known.place() || known.title().is_some();
    let plain = words.shape(at) == Some(Shape::Capital)
        && (is_ordinary(known)
            || (verb && small && known.title().is_none())
            || (verb && known.common() && !named));
    let weak = !verb && matches!(words.before(at), ": " | " – " | "—" | "--" | " (" | " - ");
    // French: “Rencontré M. Delorme”
    let imperative = (vocabulary.foreign || vocabulary.is_french)
        && words.raw(at).ends_with("ez")
        && !known.surname();
    let participle = ["é", "ée", "és", "ées"].iter().any(|end| words.raw(at).ends_with(end));
    let participle = (participle || imperative)
        && !known.forename()
        && !known.doubtful_forename()
        && !known.place()
        && !known.heads_place()
        && !known.heads_organisation();
    let function_word = vocabulary.is_function_word(at);
    let drops = (plain || participle) && (!weak || function_word);
    let begins = initial || (words.before(at).contains('\n') && (verb || function_word));
    begins && drops
}

/// Where a name ends, and whether `Esq.` follows.
fn end(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> (usize, bool) {
    let Range { start, mut end } = run;
    // “Amoda R 10”: a sum of money
    if end - start > 1
        && words.shape(end - 1) == Some(Shape::Initial)
        && words.after(end - 1) == " "
        && words.shape(end) == Some(Shape::Number)
    {
        end -= 1;
    }
    let is_esquire = end - start > 1 && words.raw(end - 1).starts_with("Esq");
    end -= usize::from(is_esquire);
    // “Varnhagens Tagebücher”
    while end - start > 1
        && vocabulary.nouns_have_capitals
        && words.shape(end - 1) == Some(Shape::Capital)
        && is_ordinary(vocabulary.known(end - 1))
        && words.shape(end - 2) == Some(Shape::Capital)
        && !vocabulary.known(end - 2).forename()
        && !vocabulary.known(end - 2).heads_place()
        && !vocabulary.known(end - 1).heads_organisation()
        && vocabulary.known(end - 2).title().is_none()
        && !is_ordinary(vocabulary.known(end - 2))
    {
        end -= 1;
    }
    // “of the County of Chester Gentleman”
    if end - start > 3 && is_after_place(words, start..end, vocabulary) {
        end -= 1;
    }
    // “JOURNAL D’UN ARPENTEUR”
    while end - start > 1 && ends_with_article(words, start, end - 1) {
        end -= 1;
    }
    // “Marombe N of Rovuma”: a direction
    if end - start > 1
        && words.after(end - 1).starts_with([' ', '\n'])
        && matches!(words.raw(end - 1), "N" | "S" | "E" | "W")
        && words.shape(end - 2) == Some(Shape::Capital)
        && vocabulary.known(end - 2).title().is_none()
    {
        end -= 1;
    }
    (end, is_esquire)
}

/// Whether the last word of a name with “of” is a common one that goes on after a
/// place: the `Gentleman` of `County of Chester Gentleman`.
fn is_after_place(words: Words<'_>, name: Range<usize>, vocabulary: &Vocabulary) -> bool {
    let last = name.end - 1;
    let known = vocabulary.known(last);
    words.raw(last - 2) == "of"
        && vocabulary.known(name.start).heads_place()
        && words.shape(last) == Some(Shape::Capital)
        && is_ordinary(known)
        && !known.heads_organisation()
        && !is_ordinary(vocabulary.known(last - 1))
}

/// Whether word `last` of a heading in capitals is only an article or a particle.
fn ends_with_article(words: Words<'_>, first: usize, last: usize) -> bool {
    const SMALL: &[&str] = &[
        "D'", "DE", "DER", "DES", "DIE", "DU", "D’", "EIN", "EINE", "LA", "LE", "LES", "UN", "UNE",
    ];
    if words.shape(first) != Some(Shape::Upper) {
        return false;
    }
    let raw = words.raw(last);
    let word = raw.rsplit(['’', '\'']).next().unwrap_or(raw);
    SMALL.binary_search(&raw).is_ok()
        || SMALL.binary_search(&word).is_ok()
        || words.shape(last) == Some(Shape::Lower)
}

/// What newspapers are called after their place: `Bristol Mirror`.
const PERIODICALS: &[&str] = &[
    "Advertiser", "Argus", "Chronicle", "Courier", "Examiner", "Gazette", "Guardian", "Herald",
    "Independent", "Journal", "Magazine", "Mail", "Mercury", "Mirror", "News", "Observer", "Post",
    "Record", "Register", "Review", "Standard", "Star", "Telegraph", "Times", "Tribune",
];

/// Takes common words from the end of names that stand without them elsewhere:
/// “Mr. Pargeter Pays”, “Mary Aldous Write”.
pub(in crate::recognise::names) fn drop_last_words(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut [Candidate],
) {
    let whole = |of: &Range<usize>| {
        words.tokens[of.start].span.join(words.tokens[of.end - 1].span).of(words.text)
    };
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
        let forename = rest.len() == candidate.titles + 1
            && (candidate.titles == 0 || sir)
            && vocabulary.known(rest.end - 1).forename();
        if common && !forename && rest.len() > candidate.titles && elsewhere.contains(whole(&rest))
        {
            let end = words.tokens[last - 1].span.end;
            candidate.span = Span::new(candidate.span.start, end);
            candidate.words = rest;
            candidate.is_place = false;
        }
    }
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

/// Gives back the first word to names that have it elsewhere too, where no
/// sentence begins: `Buck Mulligan`.
pub(in crate::recognise::names) fn restore_first_words(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    found: &mut [Candidate],
) {
    let whole = |of: &Range<usize>| {
        words.tokens[of.start].span.join(words.tokens[of.end - 1].span).of(words.text)
    };
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

//! What words farther off in the clause of a candidate say of it.

use super::Called;
use crate::lexicon;
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// Whether a name of a person stands before the “of” at word `of`.
pub(super) fn is_of_person(words: Words<'_>, vocabulary: &Vocabulary, of: usize) -> bool {
    let Some(last) = of.checked_sub(1) else { return false };
    let known = vocabulary.known(last);
    // “Charles Musgrove, Esq. of Uppercross”
    if words.raw(last).starts_with("Esq") && matches!(words.before(of), " " | ". " | ", ") {
        return true;
    }
    // “David Watkin of Oldcastle”
    let full = last.checked_sub(1).is_some_and(|first| {
        let before = vocabulary.known(first);
        let named = before.forename() || before.title().is_some();
        words.before(last) == " " && named && !vocabulary.is_function_word(first)
    });
    let other = (!full && (known.common() || known.not_person()))
        || known.place()
        || known.doubtful_place()
        || known.heads_place()
        || known.heads_organisation()
        || known.demonym()
        || known.title().is_some();
    // “the Hamlet of Kemble”
    let article = last.checked_sub(1).is_some_and(|at| vocabulary.cues(at).any(Cues::ARTICLE));
    matches!(words.before(of), " " | ", ")
        && words.shape(last) == Some(Shape::Capital)
        && (known.surname() || known.forename() || full)
        && !other
        && !article
}

/// Whether a verb of motion stands before the “to” at word `to`, a few words
/// away in the same clause.
pub(super) fn is_led_to(words: Words<'_>, to: usize) -> bool {
    const FAR: usize = 5;
    const VERBS: &[&str] = &[
        "accompanied", "accompany", "accompanying", "came", "come", "driven", "drove", "fled",
        "go", "goes", "going", "gone", "hastened", "hurried", "journeyed", "marched", "proceeded",
        "return", "returned", "returning", "ridden", "ride", "rode", "sailed", "travelled",
        "walked", "went",
    ];
    // “1 h - 20 to Palilole”: hours on the way
    let hours = to.checked_sub(1).is_some_and(|hours| {
        words.shape(hours) == Some(Shape::Number) && words.before(hours).contains(['-', '+', '='])
    });
    hours
        || (1..=FAR.min(to))
            .take_while(|back| words.before(to + 1 - back) == " ")
            .any(|back| VERBS.binary_search(&words.raw(to - back)).is_ok())
}

/// Whether somebody sails in what the words from `at` on name: “sailed for Canton
/// in the Kutsang”.
pub(super) fn sailed(words: Words<'_>, at: usize) -> bool {
    const FAR: usize = 8;
    const VERBS: &[&str] = &[
        "cruise", "cruised", "embark", "embarked", "passage", "sail", "sailed", "sailing",
        "shipped", "steamed",
    ];
    (1..=FAR.min(at))
        .take_while(|back| words.before(at + 1 - back) == " ")
        .any(|back| VERBS.iter().any(|verb| words.raw(at - back).eq_ignore_ascii_case(verb)))
}

/// Whether the letters of a ship stand before the marks around the name at word `at`:
/// `H.M.S. “Menelaus”`, `S.S. _Clan Forbes_`.
pub(super) fn is_after_ship_s_letters(words: Words<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    let marks = words.before(at).trim_start_matches(['.', ' ', '\n']);
    let marked = !marks.is_empty() && marks.chars().all(|c| "“‘\"'_«„".contains(c));
    if !marked || at == 0 {
        return false;
    }
    let letter = |back: &usize| {
        let at = at - back;
        words.shape(at) == Some(Shape::Initial) && words.after(at).starts_with('.')
    };
    let count = (1..=MOST.min(at)).take_while(letter).count();
    let first = if count == 0 { at - 1 } else { at - count };
    let letters: String = (first..at).map(|at| words.raw(at)).collect();
    lexicon::is_ship(&letters) || letters == "SS"
}

/// Whether a word for what somebody is stands after a comma before word `at`.
pub(super) fn is_apposed(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const DETERMINERS: &[&str] =
        &["a", "her", "his", "my", "our", "sa", "seine", "son", "the", "their"];
    const WORDS: &[&str] = &[
        "aunt", "brother", "carpenter", "chief", "cook", "cousin", "daughter", "father", "fils",
        "fille", "frère", "friend", "guide", "headman", "husband", "instituteur", "interpreter",
        "king", "mate", "mother", "nephew", "niece", "painter", "poet", "queen", "roi", "servant",
        "sister", "son", "steward", "surgeon", "sœur", "uncle", "widow", "wife",
    ];
    if words.before(at) != ", " {
        return false;
    }
    let determined = DETERMINERS.binary_search(&words.raw(at)).is_ok() && words.after(at) == " ";
    let noun = at + usize::from(determined);
    let told = words.shape(noun) == Some(Shape::Lower)
        && (WORDS.contains(&words.raw(noun)) || vocabulary.cues(noun).any(Cues::RANK));
    let next = noun + 1;
    // “Trafalgar, mother.”
    let of = vocabulary.cues(next).any(Cues::OF | Cues::TO);
    let told = told && (determined || of || vocabulary.is_french);
    // “London, my brother said”
    told && (matches!(words.before(next), ", " | "; ")
        || words.before(next).starts_with('.')
        || of
        || matches!(words.raw(next), "au" | "aux" | "d'" | "d’" | "de" | "des" | "du"))
}

/// Whether the words beside the name of the words from `start` to `end` say what somebody of
/// that name is: “Khambiri was a very bad chief”, “Kalane name of the man to whom”, “Moika
/// wife of Moamba”, “the headman is Makawa”, “his name is Chimuna”.
pub(super) fn is_told_who(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    start: usize,
    end: usize,
) -> bool {
    const MOST: usize = 3;
    let space = |at: usize| matches!(words.before(at), " " | "\n");
    let is = |at: usize| matches!(words.raw(at), "is" | "was");
    let verb = space(end) && is(end);
    let mut at = end + usize::from(verb);
    let named = space(at) && space(at + 1) && words.raw(at) == "name" && words.raw(at + 1) == "of";
    at += if named { 2 } else { 0 };
    let article = space(at) && matches!(words.raw(at), "a" | "an" | "his" | "the" | "their");
    at += usize::from(article);
    let most = if article { MOST } else { 1 };
    let noun = (at..at + most)
        .take_while(|at| space(*at) && words.shape(*at) == Some(Shape::Lower))
        .find(|at| PERSONS.binary_search(&words.raw(*at)).is_ok());
    let of = |noun: usize| space(noun + 1) && words.raw(noun + 1) == "of";
    if noun.is_some_and(|noun| named || (verb && article) || of(noun)) {
        return true;
    }
    // “the next chief was Motuna”
    if start < 3 || !is(start - 1) || !space(start) || !space(start - 1) {
        return false;
    }
    let subject = start - 2;
    let whose = matches!(words.raw(subject - 1), "her" | "his" | "my" | "whose");
    let chief = PERSONS.binary_search(&words.raw(subject)).is_ok()
        && (1..=MOST.min(subject)).any(|back| vocabulary.cues(subject - back).any(Cues::ARTICLE));
    chief || (words.raw(subject) == "name" && whose)
}

/// What persons are.
const PERSONS: &[&str] = &[
    "boy", "brother", "captain", "chief", "cook", "daughter", "doctor", "father", "girl", "guide",
    "headman", "husband", "interpreter", "king", "lady", "man", "merchant", "mother", "murderer",
    "nephew", "niece", "priest", "queen", "servant", "sister", "son", "sultan", "trader", "uncle",
    "widow", "wife", "woman",
];

/// What the words before the “called” at word `at` say that something is.
pub(super) fn called(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> Called {
    const FAR: usize = 8;
    const NEAR: usize = 3;
    const PRONOUNS: &[&str] = &["I", "he", "her", "him", "me", "she", "they", "we", "who", "whom"];
    const PERSONS: &[&str] = &[
        "Frau", "Mann", "boy", "fellow", "gentleman", "girl", "homme", "lad", "lady", "man",
        "woman",
    ];
    const BEING: &[&str] = &["am", "are", "be", "been", "being", "is", "was", "were"];
    const NAMERS: &[&str] = &["I", "he", "she", "they", "we", "who"];
    if words.raw(at) == "as" {
        return Called::Nothing;
    }
    // “I was called”, but “which I have named”
    let mut active = !BEING.contains(&words.raw(at.saturating_sub(1)));
    for back in 1..=FAR.min(at) {
        let gap = words.before(at + 1 - back);
        let word = at - back;
        if gap.contains(['.', ';', ':', '!', '?']) || words.opens(at + 1 - back) {
            return Called::Nothing;
        }
        if vocabulary.cues(word).any(Cues::SITE) {
            return Called::Place;
        }
        let raw = words.raw(word);
        active &= back > NEAR || !BEING.contains(&raw);
        let named = active && words.raw(at) == "named";
        if named && raw == "which" {
            return Called::Nothing;
        }
        let gives = named && NAMERS.contains(&raw);
        let subject = back <= NEAR && PRONOUNS.contains(&raw) && !gives;
        if subject || PERSONS.contains(&raw) || vocabulary.cues(word).any(Cues::KIN) {
            return Called::Person;
        }
    }
    Called::Nothing
}

/// Whether the words from `at` on call what stands before them a kind of place:
/// `is a village`, `, a fine mountain torrent`, `a large stream`.
pub(super) fn is_site(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
    const LONGEST: usize = 4;
    if !matches!(words.before(at), " " | ", ") {
        return false;
    }
    let verb = usize::from(words.before(at) == " " && matches!(words.raw(at), "is" | "was"));
    let article = at + verb;
    if !matches!(words.raw(article), "a" | "an") || (verb > 0 && words.before(article) != " ") {
        return false;
    }
    let noun = (article + 1..article + 1 + LONGEST)
        .take_while(|at| words.before(*at) == " " && words.shape(*at) == Some(Shape::Lower))
        .find(|at| vocabulary.cues(*at).any(Cues::SITE | Cues::OF | Cues::WITHIN | Cues::VERB));
    noun.is_some_and(|at| vocabulary.cues(at).any(Cues::SITE))
}

/// Whether it is in capitals at the beginning of a paragraph, and a stop parts it
/// from a speech.
pub(super) fn speaks(words: Words<'_>, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.words.start, candidate.words.end);
    let begins = start == 0 || words.opens(start);
    let gap = words.before(end);
    let parted = gap.starts_with(['.', ':']) && !words.opens(end) && end < words.tokens.len();
    begins && parted && candidate.words.clone().all(|at| words.shape(at) == Some(Shape::Upper))
}

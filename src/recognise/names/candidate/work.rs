//! Titles of works that their capitals tell.

use std::ops::Range;

use super::{begins_sentence, is_pronoun, is_space};
use crate::recognise::names::cues::Cues;
use crate::recognise::names::literary;
use crate::recognise::names::quoted::is_entitled;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// Where the title of a work ends that begins with word `start`: a word such as
/// “From” that has a capital in the middle of a sentence, and others up to the
/// last capital that only small words part from it.
pub(super) fn title_end(
    words: Words<'_>,
    start: usize,
    range: Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    // “in Not und Gefahr”, “in der That”: nouns of German
    if !vocabulary.is_function_word(start) || vocabulary.nouns_have_capitals {
        return None;
    }
    let before = words.before(start);
    let quoted = matches!(before, " “" | ", “");
    // “went with Some Salmon”
    let alone = matches!(before, " " | ", ") && !vocabulary.capitals_are_loose;
    let inside = start > range.start && (quoted || alone);
    // “but Her Ladyship went”
    let honoured = matches!(
        words.raw(start + 1),
        "Eminence"
            | "Excellency"
            | "Grace"
            | "Highness"
            | "Holiness"
            | "Honour"
            | "Imperial"
            | "Ladyship"
            | "Lordship"
            | "Majesty"
            | "Reverence"
            | "Royal"
            | "Serene"
            | "Worship"
    );
    // “my friend May Sarton”, “with Our Lady”
    let name = matches!(words.raw(start), "May" | "Will")
        || (matches!(words.raw(start), "My" | "Our")
            && matches!(words.raw(start + 1), "Father" | "Lady" | "Lord" | "Redeemer" | "Saviour"));
    let opens = !is_pronoun(words, start) && !honoured && !name;
    // “Resolved, That the Secretary write”
    let that = words.raw(start) == "That" && before == ", ";
    // “Garvey, The Rev. Richard”
    let titled = vocabulary.known(start + 1).title().is_some()
        || matches!(words.raw(start + 1), "Most" | "Right" | "Very");
    // “A MADAME VERNET, A ROME”
    let to = vocabulary.is_french && words.raw(start) == "A";
    if !inside || !opens || that || titled || to || begins_sentence(words, start, vocabulary) {
        return None;
    }
    if before == " " && words.shape(start - 1) != Some(Shape::Lower) {
        return None;
    }
    let mut end = start + 1;
    let mut last = start;
    while end < range.end && is_space(words.before(end)) {
        match words.shape(end) {
            Some(Shape::Capital | Shape::Upper) => last = end,
            Some(Shape::Lower) if is_joint(words.raw(end)) && end - last < 3 => {}
            // “The Pilgrim’s Progress”
            Some(Shape::Clitic) if matches!(words.raw(end), "’s" | "'s") && end == last + 1 => {}
            _ => break,
        }
        end += 1;
    }
    (last > start).then_some(last + 1)
}

/// Where the title of a work ends that a sentence has in capitals: “the manuscript
/// of THE LAST FERRY, which”.
pub(super) fn title_in_capitals(
    words: Words<'_>,
    start: usize,
    range: Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    let upper = |at: usize| {
        words.shape(at) == Some(Shape::Upper) || (words.raw(at) == "A" && words.after(at) == " ")
    };
    let opens = start > range.start
        && matches!(words.raw(start), "THE" | "A" | "AN")
        && matches!(words.before(start), " " | " “" | " \"")
        && words.shape(start - 1) == Some(Shape::Lower);
    let french = is_french_work(words, start, vocabulary);
    if !(opens || french) {
        return None;
    }
    let joined = |at: usize| at < range.end && is_space(words.before(at)) && upper(at);
    let end = (start + 1..range.end).find(|at| !joined(*at)).unwrap_or(range.end);
    // “THE HONOURABLE MR. BARTON”
    let named = (start..end).any(|at| {
        let known = vocabulary.known(at);
        known.title().is_some() || known.closes_organisation() || known.opens_organisation()
    });
    let long = end - start > if french { 1 } else { 2 };
    (long && (french || !named)).then_some(end)
}

/// Whether an article of French in capitals follows a word for a work: “le roman LES HOMMES
/// DE LETTRES”.
fn is_french_work(words: Words<'_>, start: usize, vocabulary: &Vocabulary) -> bool {
    vocabulary.is_french
        && matches!(words.raw(start), "LA" | "LE" | "LES" | "UN" | "UNE")
        && words.before(start) == " "
        && start.checked_sub(1).is_some_and(|work| {
            words.shape(work) == Some(Shape::Lower) && vocabulary.cues(work).any(Cues::WORK)
        })
}

/// Where the title of a work ends that stands in quotation marks within a sentence, or in
/// italics where words speak of a work, has a small word or a possessor in it and else only
/// capitals: the “Pot of Basil”, a play "Tancred and Sigismunda," his “Thoreau’s Flute”,
/// novels such as “_Sense and Sensibility_”.
pub(super) fn title_in_quotes(
    words: Words<'_>,
    start: usize,
    range: Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    const LONGEST: usize = 10;
    if start == range.start || !words.before(start).ends_with(['“', '"', '‘', '\'', '_']) {
        return None;
    }
    let clitic = |at: usize| words.shape(at) == Some(Shape::Clitic);
    let part = |at: usize| match words.shape(at) {
        Some(Shape::Lower) => is_joint(words.raw(at)),
        Some(Shape::Number) | None => false,
        _ => true,
    };
    let goes_on = |at: usize| {
        part(at) && (is_space(words.before(at)) || matches!(words.before(at), ", " | "; "))
    };
    let end = (start + 1..range.end.min(start + LONGEST)).find(|at| !goes_on(*at));
    let end = end.unwrap_or(range.end.min(start + LONGEST));
    let inner = start + 1..end;
    let joined = inner.clone().any(|at| words.shape(at) == Some(Shape::Lower) || clitic(at));
    let closes = matches!(words.shape(end - 1), Some(Shape::Capital | Shape::Upper));
    let title = start..end;
    let marked = || {
        is_entitled(words, vocabulary, &title)
            || (words.before(start).ends_with('_') && is_italic_work(words, vocabulary, &title))
    };
    (joined && closes && marked()).then_some(end)
}

/// Whether words stand alone in italics and others speak of a work, but of no place.
fn is_italic_work(words: Words<'_>, vocabulary: &Vocabulary, title: &Range<usize>) -> bool {
    let place = vocabulary.known(title.start).opens_place()
        || vocabulary.known(title.end - 1).closes_place();
    words.after(title.end - 1).starts_with('_')
        && words
            .before(title.start)
            .chars()
            .all(|c| matches!(c, ' ' | ',' | ';' | '(' | '\n' | '_'))
        && !place
        && !vocabulary.nouns_have_capitals
        && literary::is_told_of(words, vocabulary, title, true)
}

/// A small word within a title.
fn is_joint(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "as", "at", "au", "aux", "by", "das", "de", "della", "dem", "den", "der",
        "des", "di", "die", "du", "et", "for", "from", "il", "im", "in", "into", "la", "le", "les",
        "of", "on", "or", "the", "to", "und", "upon", "vom", "von", "with", "without", "zu", "zum",
        "zur",
    ];
    WORDS.binary_search(&word).is_ok()
}

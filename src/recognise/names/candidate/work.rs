//! Titles of works that their capitals tell.

use std::ops::Range;

use super::{begins_sentence, is_pronoun, is_space};
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
    if !opens {
        return None;
    }
    let joined = |at: usize| at < range.end && is_space(words.before(at)) && upper(at);
    let end = (start + 1..range.end).find(|at| !joined(*at)).unwrap_or(range.end);
    // “THE HONOURABLE MR. BARTON”
    let named = (start..end).any(|at| {
        let known = vocabulary.known(at);
        known.title().is_some() || known.closes_organisation() || known.opens_organisation()
    });
    (end - start > 2 && !named).then_some(end)
}

/// Where the title of a work ends that stands in quotation marks within a sentence, has
/// a small word or a possessor in it and else only capitals: the “Pot of Basil”, a play
/// "Tancred and Sigismunda," his “Thoreau’s Flute”.
pub(super) fn title_in_quotes(
    words: Words<'_>,
    start: usize,
    range: Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    const LONGEST: usize = 10;
    if start == range.start || !words.before(start).ends_with(['“', '"', '‘', '\'']) {
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
    (joined && closes && is_entitled(words, vocabulary, &(start..end))).then_some(end)
}

/// A small word within a title.
fn is_joint(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "at", "by", "de", "des", "du", "et", "for", "from", "in", "la", "le",
        "of", "on", "or", "the", "to", "und", "with",
    ];
    WORDS.binary_search(&word).is_ok()
}

//! Who says something, as the words around it tell.

use std::ops::Range;

use crate::recognise::names::is_speech_verb;
use crate::source::Span;
use crate::token::{Shape, Words};

/// Among how many words beside a quotation the verb is looked for.
const NEAR: usize = 6;

/// Who stands where with which identity, in order.
pub(super) type Persons<'a> = [(Span, &'a str)];

/// The pointer to who speaks, if that is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Speaker(pub Option<String>);

/// What the words between `start` and a quotation at `end` say: “Gide answered,
/// ‘…’”, “He: ‘…’”. Nothing if they do not lead to speech.
pub(super) fn before(
    words: Words<'_>,
    persons: &Persons<'_>,
    start: u32,
    end: u32,
) -> Option<Speaker> {
    let gap = Span::new(start, end).of(words.text).trim_end();
    if !gap.ends_with([',', ':']) {
        return None;
    }
    let range = words.within(Span::new(start, end));
    let near = range.end.saturating_sub(NEAR).max(range.start)..range.end;
    let clause = last_clause(words, near);
    let verb = clause.clone().rev().find(|at| is_verb(words, *at));
    match verb {
        Some(verb) => Some(speaker(words, persons, verb, &clause)),
        None if gap.ends_with(':') => label(words, persons, &range),
        None => None,
    }
}

/// What the words after a quotation say that ends at `start`: “‘…,’ said he”,
/// “‘…!’ cried Gide.” Nothing if they do not.
pub(super) fn after(
    words: Words<'_>,
    persons: &Persons<'_>,
    start: u32,
    end: u32,
) -> Option<Speaker> {
    let range = words.within(Span::new(start, end));
    let near = range.start..range.end.min(range.start + NEAR);
    let clause = first_clause(words, near);
    let first = clause.start;
    // What follows goes on with the sentence: “‘…,’ said he”, not “‘…’ It was”.
    let gap = words.text.get(start as usize..words.get(first)?.span.start as usize)?;
    if !matches!(gap.trim(), "" | "," | "—" | "–" | "--") {
        return None;
    }
    let verb = clause.clone().find(|at| is_verb(words, *at))?;
    // “‘… Committee.’ He observed that”: a new sentence.
    let said = words.text[..start as usize].trim_end_matches(['”', '"', '»', '«', '“', '’']);
    let ended = said.trim_end().ends_with(['.', '!', '?']);
    let begins = BEGINNINGS.contains(&words.raw(first)) || said.ends_with('.') && verb != first;
    (!ended || !begins).then(|| speaker(words, persons, verb, &clause))
}

/// What sentences begin with whose verb may be one of saying.
const BEGINNINGS: &[&str] = &[
    "A", "An", "And", "As", "But", "He", "I", "It", "Nobody", "One", "She", "So", "The", "Then",
    "They", "This", "We", "Er", "Sie", "Es", "Il", "Elle", "On",
];

/// A verb of speaking aloud.
fn is_verb(words: Words<'_>, at: usize) -> bool {
    let word = words.raw(at);
    // “dit-il”
    let word = word.split('-').next().unwrap_or(word);
    words.shape(at) == Some(Shape::Lower)
        && is_speech_verb(word)
        && !matches!(word, "thought" | "wrote" | "writes" | "told")
}

/// The words up to the first stop or comma.
fn first_clause(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    let ends = |at: &usize| {
        let gap = words.before(*at);
        gap.contains([',', ';', ':', '!', '?', '“', '"', '«', '„', '‘', '—'])
            || gap.contains('.') && !is_abbreviated(words, *at)
    };
    let end = range.clone().skip(1).find(ends).unwrap_or(range.end);
    range.start..end
}

/// The words after the last stop.
fn last_clause(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    let begins = |at: &usize| {
        let gap = words.before(*at);
        gap.contains([';', '!', '?', '”', '"', '»', '’'])
            || gap.contains('.') && !is_abbreviated(words, *at)
    };
    let start = range.clone().skip(1).rev().find(begins).unwrap_or(range.start);
    start..range.end
}

/// Whether the stop before word `at` is that of a title or an initial.
fn is_abbreviated(words: Words<'_>, at: usize) -> bool {
    at > 0 && words.before(at).starts_with('.') && {
        let title = words.raw(at - 1);
        words.shape(at - 1) == Some(Shape::Initial)
            || title.len() <= 4 && words.shape(at - 1) == Some(Shape::Capital)
    }
}

/// The person beside the verb, if it is named.
fn speaker(words: Words<'_>, persons: &Persons<'_>, verb: usize, clause: &Range<usize>) -> Speaker {
    let verb_span = words.tokens[verb].span;
    let from = words.tokens[clause.start].span.start;
    let to = words.tokens[clause.end - 1].span.end;
    let beside = |span: Span| {
        let gap = if span.end <= verb_span.start {
            Span::new(span.end, verb_span.start)
        } else if span.start >= verb_span.end {
            Span::new(verb_span.end, span.start)
        } else {
            return false;
        };
        gap.of(words.text).trim().is_empty()
    };
    let at = persons.partition_point(|(span, _)| span.end <= from);
    let mut near = persons[at..].iter().take_while(|(span, _)| span.start < to);
    Speaker(near.find(|(span, _)| beside(*span)).map(|(_, who)| (*who).to_owned()))
}

/// Who stands alone before a colon: “Gide:”, “He:”.
fn label(words: Words<'_>, persons: &Persons<'_>, range: &Range<usize>) -> Option<Speaker> {
    const LONGEST: usize = 3;
    const PRONOUNS: &[&str] = &["He", "I", "She", "They", "We"];
    if range.is_empty()
        || range.len() > LONGEST
        || !words.before(range.start).ends_with(['\n', ' ']) && range.start > 0
    {
        return None;
    }
    let span = words.span(range);
    if range.len() == 1 && PRONOUNS.contains(&words.raw(range.start)) {
        return Some(Speaker(None));
    }
    let at = persons.partition_point(|(person, _)| person.end <= span.start);
    let (person, who) = persons.get(at)?;
    (person.start <= span.start && person.end >= span.end).then(|| Speaker(Some((*who).to_owned())))
}

//! Which quotations are speech.

use super::marks::{Quotation, quotations};
use super::teller::{self, Persons};
use crate::annotation::Certainty;
use crate::source::Span;
use crate::token::Words;

/// A quotation, and what is known of it.
pub(super) struct Heard {
    pub quotation: Quotation,
    /// Which paragraph it stands in.
    pub paragraph: usize,
    pub speech: Option<Speech>,
}

/// What somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speech {
    /// The pointer to who says it, if that is named.
    pub who: Option<String>,
    pub ground: Ground,
}

/// What a speech rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// The words before or behind it.
    Told,
    /// Another one in its paragraph.
    Beside,
    /// One at the end of the paragraph before that did not end.
    GoesOn,
    /// One in the next paragraph; both begin theirs.
    Dialogue,
}

impl Ground {
    pub(super) const fn certainty(self) -> Certainty {
        match self {
            Self::Told => Certainty::High,
            Self::Beside | Self::GoesOn | Self::Dialogue => Certainty::Medium,
        }
    }

    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Told => "the words beside it say that somebody speaks",
            Self::Beside => "it goes on with what is said before in its paragraph",
            Self::GoesOn => "what is said in the paragraph before did not end there",
            Self::Dialogue => "its paragraph begins with it, and the next to it is speech",
        }
    }
}

/// The quotations in some paragraphs, in order.
pub(super) fn heard(words: Words<'_>, paragraphs: &[Span], persons: &Persons<'_>) -> Vec<Heard> {
    let mut heard = told(words, paragraphs, persons);
    beside(words, &mut heard);
    next(words, paragraphs, &mut heard);
    above(words, paragraphs, &mut heard);
    heard
}

/// The quotations, with what the words around each say.
fn told(words: Words<'_>, paragraphs: &[Span], persons: &Persons<'_>) -> Vec<Heard> {
    let mut heard = Vec::new();
    for (paragraph, span) in paragraphs.iter().enumerate() {
        let mut found = quotations(words.text, *span);
        // One that never ends has lost its mark.
        let next = paragraphs.get(paragraph + 1).map_or("", |next| next.of(words.text));
        found.retain(|found| found.closed || next.starts_with(found.opens));
        for (at, quotation) in found.iter().enumerate() {
            let before = at.checked_sub(1).map_or(span.start, |before| found[before].span.end);
            let after = found.get(at + 1).map_or(span.end, |after| after.span.start);
            let who = if ends_speech(words.text, quotation) {
                let Span { start, end } = quotation.span;
                teller::before(words, persons, before, start)
                    .or_else(|| teller::after(words, persons, end, after))
            } else {
                None
            };
            let speech = who.map(|who| Speech { who: who.0, ground: Ground::Told });
            heard.push(Heard { quotation: *quotation, paragraph, speech });
        }
    }
    heard
}

/// Whether a quotation ends as speech does, with a stop or a comma: not “the
/// ‘lion’ of the evening”.
fn ends_speech(text: &str, quotation: &Quotation) -> bool {
    let words = quotation.span.of(text);
    let closing = words.chars().next_back().map_or(0, char::len_utf8);
    let inner = if quotation.closed { &words[..words.len() - closing] } else { words };
    let inner = inner.trim_end().trim_end_matches(['_', '’', '”']);
    let after = &text[quotation.span.end as usize..];
    // German puts the comma behind the mark, and French has none before it.
    inner.ends_with(['.', ',', '!', '?', '…', '—', '–', '-', ';', ':'])
        || after.starts_with([',', '.'])
        || quotation.opens == '«'
}

/// Each quotation and the one after it, in order.
fn pairs(heard: &mut [Heard], mut look: impl FnMut(&mut Heard, &mut Heard)) {
    for at in 1..heard.len() {
        if let [one, other] = &mut heard[at - 1..=at] {
            look(one, other);
        }
    }
}

/// What follows a speech in its paragraph: “‘Come,’ he said. ‘It is late.’”
fn beside(words: Words<'_>, heard: &mut [Heard]) {
    const FEW: usize = 20;
    pairs(heard, |one, other| {
        let Some(speech) = one.speech.as_ref().filter(|_| other.speech.is_none()) else { return };
        let between = words.within(Span::new(one.quotation.span.end, other.quotation.span.start));
        // A single word is rather a doubtful one.
        if one.paragraph == other.paragraph
            && ends_speech(words.text, &other.quotation)
            && between.len() <= FEW
            && words.within(other.quotation.span).len() > 1
        {
            other.speech = Some(Speech { who: speech.who.clone(), ground: Ground::Beside });
        }
    });
}

/// Whether a paragraph begins with a quotation.
fn begins(paragraphs: &[Span], heard: &Heard) -> bool {
    heard.quotation.span.start == paragraphs[heard.paragraph].start
}

/// What the next paragraph begins with.
fn next(words: Words<'_>, paragraphs: &[Span], heard: &mut [Heard]) {
    pairs(heard, |one, other| {
        let Some(speech) = one.speech.as_ref().filter(|_| other.speech.is_none()) else { return };
        let next = one.paragraph + 1 == other.paragraph && begins(paragraphs, other);
        if next && ends_speech(words.text, &other.quotation) {
            let goes_on = !one.quotation.closed && one.quotation.opens == other.quotation.opens;
            other.speech = Some(if goes_on {
                Speech { who: speech.who.clone(), ground: Ground::GoesOn }
            } else {
                Speech { who: None, ground: Ground::Dialogue }
            });
        }
    });
}

/// What the paragraph above begins with.
fn above(words: Words<'_>, paragraphs: &[Span], heard: &mut [Heard]) {
    for at in (1..heard.len()).rev() {
        let [one, other] = &mut heard[at - 1..=at] else { continue };
        let begin = begins(paragraphs, one) && begins(paragraphs, other);
        let follows = one.paragraph + 1 == other.paragraph && begin;
        let untold = one.speech.is_none() && other.speech.is_some();
        if follows && untold && ends_speech(words.text, &one.quotation) {
            one.speech = Some(Speech { who: None, ground: Ground::Dialogue });
        }
    }
}

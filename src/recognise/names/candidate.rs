//! Runs of capitalized words that may name something.

mod capitals;
mod elsewhere;
mod end;
mod head;
mod reversed;
mod run;
mod trim;
mod work;

pub(super) use end::is_volume;

use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::lexicon::{self, Known};
use crate::source::Span;
use crate::token::{Shape, Words};
use capitals::is_small_in_capitals;
pub(super) use elsewhere::{
    drop_last_words, part_initials, restore_first_words, restore_particles,
};
pub(super) use reversed::join as join_reversed;
pub(super) use run::{ends_line, takes_stop};
use run::{is_stop, run_end};
use std::ops::Range;
use trim::{Trimmed, trim};
use work::{title_end, title_in_capitals, title_in_quotes};

/// A run of capitalized words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its words, titles included.
    pub words: Range<usize>,
    /// How many titles it begins with.
    pub titles: usize,
    /// Whether a sentence, a paragraph or a quotation begins with it.
    pub initial: bool,
    /// Its characters, with the stop of an initial at its end.
    pub span: Span,
    /// Whether it is written like the title of a work: `From Lenin to Stalin`.
    pub titled_work: bool,
    /// Whether the words after the titles are several and a place’s.
    pub is_place: bool,
    /// The number of its form.
    pub form: usize,
    /// Whether `Esq.` follows it.
    pub is_esquire: bool,
    /// Whether its words together are known to name something else.
    pub is_nobody: bool,
    /// Whether a word before it was taken for the first of a sentence.
    pub dropped: bool,
    /// Whether its surname stands first: `Bain, Alexander`.
    pub reversed: bool,
    /// The small word before it that says what kind of place has the name, as
    /// French writes them: the `rue` of `rue de la Mortellerie`.
    pub head: Option<usize>,
}

impl Candidate {
    /// The words after the titles.
    pub(super) fn name(&self) -> Range<usize> {
        self.words.start + self.titles..self.words.end
    }
}

/// The candidates in the words `range` of a block.
pub(super) fn candidates(
    words: Words<'_>,
    range: Range<usize>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Candidate>,
) {
    let mut at = range.start;
    while at < range.end {
        let capital = is_capital(words.shape(at)) && !is_speaker(words, at, vocabulary);
        if !capital || is_small_in_capitals(words, at, vocabulary) {
            at += 1;
            continue;
        }
        let title = title_end(words, at, range.clone(), vocabulary)
            .or_else(|| title_in_capitals(words, at, range.clone(), vocabulary))
            .or_else(|| title_in_quotes(words, at, range.clone(), vocabulary));
        if let Some(end) = title {
            let span = words.span_with_stop(&(at..end));
            found.push(Candidate {
                words: at..end,
                titles: 0,
                initial: false,
                span,
                titled_work: true,
                is_place: false,
                form: 0,
                dropped: false,
                reversed: false,
                is_esquire: false,
                is_nobody: false,
                head: None,
            });
            at = end;
            continue;
        }
        let end = run_end(words, at, range.end, vocabulary);
        push(words, at..end, at == range.start, vocabulary, found);
        at = end;
    }
}

/// Whether it is who tells, at the end of a sentence: “said I. Then he laughed.”
fn is_speaker(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    at > 0
        && words.raw(at) == "I"
        && words.after(at).starts_with('.')
        && words.before(at) == " "
        && (vocabulary.cues(at - 1).any(Cues::SPEECH) || matches!(words.raw(at - 1), "say" | "sez"))
}

fn is_capital(shape: Option<Shape>) -> bool {
    matches!(shape, Some(Shape::Capital | Shape::Upper | Shape::Initial))
}

/// Whether word `at` is one that no name has a capital for, or that of a
/// heading in capitals: `THE`.
fn is_small_word(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    match words.shape(at) {
        Some(Shape::Capital) => {
            vocabulary.is_function_word(at) && !matches!(words.raw(at), "May" | "Will")
        }
        Some(Shape::Upper) => {
            const WORDS: &[&str] =
                &["A", "AND", "AT", "BY", "FROM", "IN", "OF", "ON", "THE", "TO", "WITH"];
            WORDS.binary_search(&words.raw(at)).is_ok()
        }
        // “MR. PARGETER PAYS A CALL”
        Some(Shape::Initial) => {
            words.raw(at) == "A"
                && words.after(at) == " "
                && at > 0
                && words.shape(at - 1) == Some(Shape::Upper)
        }
        _ => false,
    }
}

/// Whether the next line of a paragraph that is set in begins there.
pub(super) fn is_indent(gap: &str) -> bool {
    const MOST: usize = 6;
    gap.len() <= MOST + 1
        && gap.strip_prefix('\n').is_some_and(|indent| indent.bytes().all(|byte| byte == b' '))
}

/// Whether word `at` begins the next line of a paragraph that is set in by far, as notes
/// are: the line before is not short, and about as far in.
pub(super) fn is_in_note(words: Words<'_>, at: usize) -> bool {
    const FAR: std::ops::RangeInclusive<usize> = 7..=24;
    const LONGEST: usize = 120;
    const LONG: usize = 30;
    const NEAR: usize = 4;
    let gap = words.before(at);
    let Some(indent) = gap.strip_prefix('\n') else { return false };
    if at == 0 || !FAR.contains(&indent.len()) || !indent.bytes().all(|byte| byte == b' ') {
        return false;
    }
    let end = words.tokens[at - 1].span.end as usize;
    let bytes = &words.text.as_bytes()[end.saturating_sub(LONGEST)..end];
    let Some(start) = bytes.iter().rposition(|byte| *byte == b'\n') else { return false };
    let line = &bytes[start + 1..];
    let before = line.iter().take_while(|byte| **byte == b' ').count();
    before.abs_diff(indent.len()) <= NEAR && line.len() - before >= LONG
}

fn is_space(gap: &str) -> bool {
    matches!(gap, " " | "\n" | "") || is_indent(gap)
}

/// Adds the name that a run is, once its ends are trimmed.
fn push(
    words: Words<'_>,
    run: Range<usize>,
    first: bool,
    vocabulary: &Vocabulary,
    found: &mut Vec<Candidate>,
) {
    if run.len() == 1 && is_pronoun(words, run.start) {
        return;
    }
    let Trimmed { words: run, initial, dropped, is_esquire } = trim(words, run, first, vocabulary);
    if run.is_empty() || (run.len() == 1 && is_article(words.raw(run.start))) {
        return;
    }
    let titles = run.clone().take_while(|at| vocabulary.known(*at).title().is_some()).count();
    // A title alone, or the last word of one, is a name.
    let titles = if titles == run.len() { titles.saturating_sub(1) } else { titles };
    let mut span = words.span_with_stop(&run);
    // “L'Angleterre”, but “D'Artagnan”
    if vocabulary.is_french
        && let Some(rest) = lexicon::after_elision(words.raw(run.start))
        && lexicon::is_place(rest)
    {
        let elided = words.raw(run.start).len() - rest.len();
        span.start += u32::try_from(elided).unwrap_or_default();
    }
    let run_start = run.start;
    // “St. Petersburg” is no Petersburg with a title.
    let titles = if titles == 1 && lexicon::is_place(&words.phrase(&run)) { 0 } else { titles };
    // “Great Queen Street”
    let street = titles == 1
        && run.len() == 2
        && is_rank(words.raw(run.start))
        && is_street(words, run.end - 1);
    let titles = if street { 0 } else { titles };
    // “Santa Rita Hotel”
    let house = run.len() > 2
        && matches!(words.raw(run.start), "San" | "Santa" | "St" | "Saint" | "Sainte")
        && vocabulary.known(run.end - 1).closes_place();
    // “Col du Géant” is a pass, “Col. de Lancey” a colonel.
    let pass = titles == 1
        && words.raw(run.start) == "Col"
        && words.after(run.start) == " "
        && matches!(words.raw(run.start + 1), "d'" | "d’" | "de" | "des" | "du");
    let titles = if house || pass { 0 } else { titles };
    let name = run.start + titles..run.end;
    let whole = match name.len() {
        1 => Known::default(),
        _ => look_up_several(words, &name),
    };
    found.push(Candidate {
        words: run,
        titles,
        initial,
        span,
        titled_work: false,
        is_place: whole.place(),
        form: 0,
        dropped,
        reversed: false,
        is_esquire,
        is_nobody: whole.not_person(),
        head: if vocabulary.is_french {
            head::head(words, run_start..name.end, vocabulary)
        } else {
            None
        },
    });
}

/// What the lists say of several words, whatever their case: `NEW YORK`.
fn look_up_several(words: Words<'_>, name: &Range<usize>) -> Known {
    let phrase = words.phrase(name);
    if words.shape(name.start) == Some(Shape::Upper) {
        lexicon::look_up_several(&lexicon::proper_case(&phrase))
    } else {
        lexicon::look_up_several(&phrase)
    }
}

/// Kinds of places that are called after ranks and are nobody’s surname.
const STREETS: &[&str] = &[
    "Alley", "Avenue", "County", "Crescent", "Gardens", "Hotel", "Hôtel", "Island", "Islands",
    "Place", "Road", "Row", "Square", "Street", "Terrace", "Town",
];

fn is_street(words: Words<'_>, at: usize) -> bool {
    STREETS.binary_search(&words.raw(at)).is_ok()
}

/// Whether it is a house that takes guests: the “Hôtel du Rhin”.
pub(super) fn is_hotel(words: Words<'_>, name: &Range<usize>) -> bool {
    const HOTELS: &[&str] = &["Gasthof", "Hotel", "Hôtel", "Inn", "Villa"];
    let hotel = |at: usize| HOTELS.binary_search(&words.raw(at)).is_ok();
    name.len() > 1 && (hotel(name.start) || hotel(name.end - 1))
}

/// A rank after which streets are called.
fn is_rank(title: &str) -> bool {
    matches!(
        title,
        "Bishop"
            | "Canon"
            | "Duke"
            | "Earl"
            | "King"
            | "Kings"
            | "Lord"
            | "Prince"
            | "Princess"
            | "Queen"
            | "Queens"
    )
}

/// An article, which by itself names nothing.
fn is_article(word: &str) -> bool {
    const ARTICLES: &[&str] =
        &["Das", "Der", "Die", "Ein", "Eine", "La", "Le", "Les", "The", "Un", "Une"];
    ARTICLES.binary_search(&word).is_ok()
}

/// `I` and `O`, which are always capitals.
fn is_pronoun(words: Words<'_>, index: usize) -> bool {
    matches!(words.raw(index), "I" | "O") && !words.after(index).starts_with('.')
}

/// Whether the word is written small when it does not begin a sentence.
fn is_ordinary(known: Known) -> bool {
    known.common()
        && !known.forename()
        && known.title().is_none()
        && !known.surname()
        && !known.place()
        && !known.heads_place()
}

/// Whether word `index` has a capital because something begins with it.
pub(super) fn begins_sentence(words: Words<'_>, index: usize, vocabulary: &Vocabulary) -> bool {
    let gap = words.before(index);
    // “22nd Reached Malta”
    if vocabulary.is_after_date(index) || words.opens(index) {
        return true;
    }
    if (is_space(gap) && !gap.is_empty()) || is_in_note(words, index) {
        return false;
    }
    if is_stop(gap) && index > 0 && takes_stop(words, index - 1, vocabulary) {
        // “CHAPTER V. How Jack came”, but “W. May”
        return words.shape(index - 1) == Some(Shape::Initial)
            && vocabulary.is_function_word(index)
            && !matches!(words.raw(index), "May" | "Will");
    }
    // Words in quotation marks within a sentence begin none.
    let quoted = matches!(gap, " “" | " \"" | " ‘" | " «" | " „" | " (");
    let goes_on = index > 0 && words.shape(index - 1) == Some(Shape::Lower);
    if quoted && goes_on {
        return false;
    }
    gap.contains([
        '.', '!', '?', '…', ':', '“', '"', '‘', '«', '„', '(', '[', '•', '*', '—', '–', '―',
    ]) || gap.contains("--")
        || gap == " - "
}

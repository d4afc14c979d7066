//! Runs of capitalized words that may name something.

mod trim;

use super::vocabulary::Vocabulary;
use crate::lexicon::{self, Known, Title};
use crate::source::Span;
use crate::token::{Shape, Words};
use std::ops::Range;
use trim::{Trimmed, trim};
pub(super) use trim::{drop_last_words, restore_first_words};

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
        if !is_capital(words.shape(at)) {
            at += 1;
            continue;
        }
        if let Some(end) = title_end(words, at, range.clone(), vocabulary) {
            let span = span(words, at..end);
            found.push(Candidate {
                words: at..end,
                titles: 0,
                initial: false,
                span,
                titled_work: true,
                is_place: false,
                form: 0,
                dropped: false,
                is_esquire: false,
                is_nobody: false,
            });
            at = end;
            continue;
        }
        let end = run_end(words, at, range.end, vocabulary);
        push(words, at..end, at == range.start, vocabulary, found);
        at = end;
    }
}

/// Where the title of a work ends that begins with word `start`: a word such as
/// “From” that has a capital in the middle of a sentence, and others up to the
/// last capital that only small words part from it.
fn title_end(
    words: Words<'_>,
    start: usize,
    range: Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    let before = words.before(start);
    let inside = start > range.start && matches!(before, " " | ", " | " “" | ", “");
    let opens = vocabulary.is_function_word(start) && !is_pronoun(words, start);
    // “Resolved, That the Secretary write”
    let that = words.raw(start) == "That" && before == ", ";
    if !inside || !opens || that || begins_sentence(words, start, vocabulary) {
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
            _ => break,
        }
        end += 1;
    }
    (last > start).then_some(last + 1)
}

/// A small word within a title.
fn is_joint(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "at", "by", "de", "des", "du", "et", "for", "from", "in", "la", "le",
        "of", "on", "or", "the", "to", "und", "with",
    ];
    WORDS.binary_search(&word).is_ok()
}

fn is_capital(shape: Option<Shape>) -> bool {
    matches!(shape, Some(Shape::Capital | Shape::Upper | Shape::Initial))
}

/// Where the run that begins with word `start` ends.
fn run_end(words: Words<'_>, start: usize, limit: usize, vocabulary: &Vocabulary) -> usize {
    let mut end = start + 1;
    while end < limit {
        let gap = words.before(end);
        let joined = (is_space(gap) && !ends_line(words, end))
            || (is_stop(gap) && takes_stop(words, end - 1, vocabulary));
        if !joined {
            break;
        }
        if is_capital(words.shape(end)) {
            // “Mrs. Perry I have met”, “Emperor. I wonder”; but “Albert I”
            let pronoun = is_pronoun(words, end) && !is_numeral(words, end, vocabulary);
            // “Dr Wilson Then we went”
            let begins = is_small_word(words, end, vocabulary)
                || goes_on_in_capitals(words, end, vocabulary);
            // “Sir Charles Lady Annaly” are two.
            let another = vocabulary.known(end).title().is_some_and(|title| title != Title::Kin)
                && words.shape(end) != Some(Shape::Initial)
                && vocabulary.known(end - 1).title().is_none()
                && words.shape(end - 1) != Some(Shape::Initial)
                && !vocabulary.known(end).surname();
            if pronoun || begins || another || is_genitive(words, end - 1, vocabulary) {
                break;
            }
            end += 1;
        } else if let Some(after) = particles(words, end, limit, vocabulary.known(end - 1))
            .filter(|after| !leads_away(words, end, after - 1, vocabulary))
        {
            end = after;
        } else {
            break;
        }
    }
    end
}

/// Whether word `at` is a German genitive and the word after it what somebody
/// has: “Krügers Bruder”.
fn is_genitive(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let possessed = vocabulary.known(at + 1);
    vocabulary.nouns_have_capitals
        && vocabulary.get(at).is_some_and(|of| of.singular.is_some())
        && words.before(at + 1) == " "
        && !vocabulary.known(at).forename()
        && (possessed.title() == Some(Title::Kin) || is_ordinary(possessed))
}

/// Whether the line before word `at` is so short that it was not wrapped:
/// what follows does not go on with its name.
fn ends_line(words: Words<'_>, at: usize) -> bool {
    const SHORT: usize = 40;
    if words.before(at) != "\n" {
        return false;
    }
    // “MR. VILLARS / Berry Hill, Dorsetshire”: the heading ends.
    if words.shape(at - 1) == Some(Shape::Upper) && words.shape(at) == Some(Shape::Capital) {
        return true;
    }
    let end = words.tokens[at - 1].span.end as usize;
    let before = words.text.as_bytes()[..end].iter().rev();
    before.take(SHORT).any(|byte| *byte == b'\n')
}

/// Whether a heading in capitals goes on after a name: “MR. PARGETER PAYS”.
fn goes_on_in_capitals(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let upper = |at: usize| words.shape(at) == Some(Shape::Upper);
    let before = vocabulary.known(at - 1);
    upper(at)
        && upper(at - 1)
        && is_ordinary(vocabulary.known(at))
        && !vocabulary.known(at).heads_organisation()
        && !is_ordinary(before)
        && before.title().is_none()
        && !before.heads_place()
        && !before.heads_organisation()
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

fn is_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "\n" | "")
}

fn is_stop(gap: &str) -> bool {
    matches!(gap, ". " | "." | ".\u{A0}" | ".\n")
}

/// Whether the stop after a word belongs to it: it is an initial or an
/// abbreviated title.
fn takes_stop(words: Words<'_>, index: usize, vocabulary: &Vocabulary) -> bool {
    match words.shape(index) {
        Some(Shape::Initial) => true,
        Some(Shape::Capital | Shape::Upper) => {
            let raw = words.raw(index);
            let title = vocabulary.known(index).title();
            raw.len() <= 7
                && title.is_some_and(|title| title != Title::Kin)
                && WHOLE_TITLES.binary_search(&raw).is_err()
        }
        _ => false,
    }
}

/// Short titles that are no abbreviations: a stop after them ends the sentence.
const WHOLE_TITLES: &[&str] = &[
    "Baron", "Bishop", "Count", "Dame", "Dean", "Doctor", "Duke", "Earl", "Emperor", "Frau",
    "Graf", "Herr", "Judge", "King", "Lady", "Lord", "Madam", "Madame", "Major", "Master", "Miss",
    "Pope", "Prince", "Queen", "Saint", "Sir", "Squire",
];

/// The word after particles that go on to another capital: `de la`, `von`, or
/// `of` after a title of nobility.
fn particles(words: Words<'_>, start: usize, limit: usize, before: Known) -> Option<usize> {
    const PARTICLES: &[&str] = &[
        "de", "du", "des", "d’", "d'", "la", "le", "l’", "l'", "von", "van", "der", "den", "ter",
        "ten", "zu", "zum", "zur", "vom", "da", "di", "del", "della", "dos", "al", "el", "ibn",
        "bin", "ben", "af", "av", "y",
    ];
    const LONGEST_PARTICLE: usize = 5;
    let mut at = start;
    while at < limit && at < start + 3 {
        let word = words.raw(at);
        if word.len() > LONGEST_PARTICLE {
            break;
        }
        let of = matches!(word, "of" | "the")
            && !is_compass(words.raw(start - 1))
            && (before.title() == Some(Title::Other)
                || before.heads_place()
                || before.heads_organisation());
        if !(PARTICLES.contains(&word) || of) {
            break;
        }
        at += 1;
        if at < limit && !is_space(words.before(at)) {
            return None;
        }
    }
    (at > start && at < limit && is_capital(words.shape(at))).then_some(at + 1)
}

/// Whether German particles lead away from a name: “Gustav zum Nachtmahl”,
/// “Friede zu Frankfurt”, but “Graf zu Stolberg”.
fn leads_away(words: Words<'_>, particle: usize, next: usize, vocabulary: &Vocabulary) -> bool {
    let titled = vocabulary.known(particle - 1).title() == Some(Title::Other);
    let known = vocabulary.known(next);
    let place = known.place() || known.doubtful_place();
    let noun = vocabulary.nouns_have_capitals && is_ordinary(known);
    // “Grüße von Clara Schumann”
    let before = vocabulary.known(particle - 1);
    let before = is_ordinary(before) || before.not_person();
    let noun = noun || (vocabulary.nouns_have_capitals && before);
    match words.raw(particle) {
        "zu" | "zum" | "zur" | "vom" => !titled && (noun || place),
        "von" | "aus" => !titled && noun,
        _ => false,
    }
}

fn is_compass(word: &str) -> bool {
    matches!(word, "North" | "South" | "East" | "West" | "Nord" | "Sud" | "Est" | "Ouest")
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
    let span = span(words, run.clone());
    // “St. Petersburg” is no Petersburg with a title.
    let titles = if titles == 1 && lexicon::is_place(span.of(words.text)) { 0 } else { titles };
    let name = run.start + titles..run.end;
    let whole = match name.len() {
        1 => Known::default(),
        _ => {
            let whole = words.tokens[name.start].span.join(words.tokens[name.end - 1].span);
            lexicon::look_up(whole.of(words.text))
        }
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
        is_esquire,
        is_nobody: whole.not_person(),
    });
}

/// A word that is written with a capital only where a sentence begins.
pub(super) fn is_function_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "A", "About", "After", "All", "Although", "Among", "An", "And", "Another", "As", "At",
        "Because", "Before", "Both", "But", "By", "Did", "Do", "Does", "Even", "Ever", "Every",
        "For", "From", "Had", "Has", "Have", "He", "Her", "Here", "His", "How", "If", "In", "Into",
        "Is", "It", "Its", "Like", "May", "My", "Neither", "Never", "No", "Nor", "Not", "Now",
        "Of", "On", "Once", "Or", "Our", "Perhaps", "She", "Since", "So", "Some", "Such", "That",
        "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Till", "To",
        "Under", "Until", "Upon", "Was", "We", "Well", "Were", "What", "When", "Where", "Whether",
        "Which", "While", "Who", "Why", "Will", "With", "Without", "Would", "Yes", "Yet", "You",
        "Your",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// Whether the `I` after a forename numbers a king: “Charles I, King of”, but
/// not “dear Charles I think”.
fn is_numeral(words: Words<'_>, index: usize, vocabulary: &Vocabulary) -> bool {
    let gap = words.before(index);
    let next = words.raw(index + 1);
    let goes_on = words.after(index) == " "
        && words.shape(index + 1) == Some(Shape::Lower)
        && !matches!(next, "of" | "and" | "in" | "or" | "to" | "the");
    vocabulary.known(index - 1).forename() && is_space(gap) && !goes_on
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
    if is_space(gap) && !gap.is_empty() {
        return false;
    }
    if is_stop(gap) && index > 0 && takes_stop(words, index - 1, vocabulary) {
        return false;
    }
    // Words in quotation marks within a sentence begin none.
    let quoted = matches!(gap, " “" | " \"" | " ‘" | " «" | " „" | " (");
    let goes_on = index > 0 && words.shape(index - 1) == Some(Shape::Lower);
    if quoted && goes_on {
        return false;
    }
    gap.contains([
        '.', '!', '?', '…', ':', '“', '"', '‘', '«', '„', '(', '[', '•', '*', '—', '–', '―',
    ]) || gap.contains("\n\n")
        || gap.contains("--")
        || gap == " - "
}

/// The characters of the words, with the stop of an initial at the end.
fn span(words: Words<'_>, range: Range<usize>) -> Span {
    let last = words.tokens[range.end - 1];
    let span = words.tokens[range.start].span.join(last.span);
    let stop = last.shape == Shape::Initial && words.after(range.end - 1).starts_with('.');
    Span::new(span.start, span.end + u32::from(stop))
}

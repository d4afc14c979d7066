//! What stands around a candidate.

use super::candidate::{Candidate, begins_sentence};
use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::lexicon;
use crate::token::{Shape, Words};

/// What stands around a candidate in the same clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// What the word before it says.
    pub before: Cues,
    /// What the word before that says.
    pub second_before: Cues,
    /// What the word after it says.
    pub after: Cues,
    /// What the word after that says.
    pub second_after: Cues,
    /// Whether no word stands before it.
    pub opens: bool,
    /// Whether nothing follows it in its paragraph.
    pub ends_block: bool,
    /// Whether `’s` follows.
    pub possessive: bool,
    /// Whether it stands after `’s`: `Shakespeare’s Macbeth`.
    pub owned: bool,
    /// Whether it stands alone in quotation marks: `"Harpers"`.
    pub quoted: bool,
    /// Whether it ends the title of a work: `Life of Wesley`.
    pub in_title: bool,
    /// Whether a speech in a play begins with it: `LUCINDA. O Sir Harry!`
    pub speaks: bool,
    /// Whether words after it say that it is a kind of place: `Levise, a fine
    /// mountain torrent`.
    pub is_site: bool,
    /// Whether a date line names it as the place.
    pub in_date_line: bool,
    /// Whether it tells where someone is from: `Thomas Butler, of Colthrop`.
    pub of_person: bool,
    /// Whether it stands after another name and a comma or `&`.
    pub joined: bool,
    /// Whether it is what a nobleman is of, in French: `le duc de Rovigo`.
    pub ennobled: bool,
    /// Whether a verb of motion leads to it over other words: “went with Tom to
    /// Arborfield”.
    pub led_to: bool,
    /// Whether it is a German genitive before what somebody has: `Schillers
    /// Briefe`.
    pub genitive: bool,
    /// Whether a firm has the name: `Carter & Sons`.
    pub is_firm: bool,
    /// Whether a ship has the name: `the brig Nancy`, `on board the Nancy`.
    pub is_ship: bool,
    /// What it is said to be the name of: `a hill to the south called Didi`.
    pub called: Called,
}

/// What someone or something is that is called by a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Called {
    /// It is not told.
    #[default]
    Nothing,
    /// A kind of place.
    Place,
    /// A kind of person.
    Person,
}

impl Context {
    pub(super) fn of(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> Self {
        let (start, end) = (candidate.words.start, candidate.words.end);
        let joined = |at: usize| matches!(words.before(at), " " | "\u{A0}" | "\n");
        let opens = start == 0 || !joined(start);
        let marks =
            |gap: &str, all: &[char]| gap.trim().chars().next().is_some_and(|c| all.contains(&c));
        let quoted = marks(words.before(start), &['“', '"', '«', '„', '‘'])
            && words.before(start).starts_with([' ', '('])
            && marks(words.after(end - 1), &['”', '"', '»', '“', '’']);
        let quoted = quoted && start > 0;
        // “Enter Dorimant.”
        let staged = start > 0
            && matches!(words.raw(start - 1), "Enter" | "Re-enter" | "Exit" | "Exeunt" | "Manet");
        let before = if staged {
            Cues::TO_WHOM
        } else if opens && !quoted {
            Cues::default()
        } else {
            vocabulary.cues(start - 1)
        };
        let second = !opens && start > 1 && joined(start - 1);
        let second_before = if second { vocabulary.cues(start - 2) } else { Cues::default() };

        let possessive = words.shape(end) == Some(Shape::Clitic)
            && matches!(words.raw(end), "’s" | "'s" | "’S" | "'S");
        let next = end + usize::from(possessive);
        // A note marker does not part a name from its verb.
        let gap = words.before(next);
        let marker = gap.trim() == "[" && words.before(next + 1).starts_with(']');
        let (mut after, mut second_after) = (Cues::default(), Cues::default());
        if marker && words.before(next + 1) == "] " {
            after = vocabulary.cues(next + 1);
        } else if joined(next) {
            after = vocabulary.cues(next);
            if joined(next + 1) {
                second_after = vocabulary.cues(next + 1);
            }
        }
        let owned = !opens && matches!(words.raw(start - 1), "’s" | "'s");
        let in_title = second
            && before.any(Cues::OF | Cues::TO | Cues::PLACE | Cues::PATH)
            && second_before.any(Cues::GENRE)
            && words.shape(start - 2) == Some(Shape::Capital)
            && !begins_sentence(words, start - 2, vocabulary);
        let is_ship = before.any(Cues::SHIP)
            || (before.any(Cues::THE) && second_before.any(Cues::SHIP | Cues::BOARD));
        let gap = words.before(end);
        let ends_block = gap.contains("\n\n") || end == words.tokens.len();
        Self {
            before,
            second_before,
            after,
            second_after,
            opens,
            ends_block,
            possessive,
            owned,
            quoted,
            in_title,
            speaks: speaks(words, candidate),
            is_site: !possessive && is_site(words, vocabulary, end),
            in_date_line: false,
            of_person: !opens && before.any(Cues::OF) && is_of_person(words, vocabulary, start - 1),
            ennobled: vocabulary.is_french && !opens && is_ennobled(words, start - 1),
            led_to: before.any(Cues::TO) && is_led_to(words, start - 1),
            genitive: vocabulary.nouns_have_capitals
                && candidate.name().len() == 1
                && words.raw(end - 1).ends_with('s')
                && words.before(end) == " "
                && words.shape(end) == Some(Shape::Capital)
                && vocabulary.known(end).common()
                && vocabulary.known(end).title().is_none(),
            joined: start > 0 && words.before(start).trim_start().starts_with(['&', ',']),
            is_firm: firm(words, end).is_some(),
            is_ship,
            called: if before.any(Cues::ALIAS) {
                called(words, vocabulary, start - 1)
            } else {
                Called::Nothing
            },
        }
    }

    /// Whether a thing that could be its bearer’s follows: “Bakers men”.
    pub(super) fn owns(&self, words: Words<'_>, candidate: &Candidate) -> bool {
        let next = candidate.words.end;
        let cue = Cues::VERB | Cues::SPEECH | Cues::HUMAN | Cues::AND | Cues::PEOPLE | Cues::PLACE;
        !self.before.any(Cues::ARTICLE | Cues::AND)
            && words.before(next) == " "
            && words.shape(next) == Some(Shape::Lower)
            && !self.after.any(cue | Cues::WITH | Cues::TO | Cues::OF | Cues::ON | Cues::PATH)
    }

    /// Whether what follows can only follow a name.
    pub(super) fn follows_a_name(&self) -> bool {
        self.possessive || self.after.any(Cues::VERB | Cues::SPEECH)
    }
}

/// The last word of the name of a firm that goes on at word `at`: the `Sons` of
/// `Carter & Sons`.
pub(super) fn firm(words: Words<'_>, at: usize) -> Option<usize> {
    const PARTNERS: &[&str] = &[
        "Bro", "Bros", "Brother", "Brothers", "Cie", "Co", "Company", "Compy", "Cos", "Sohn",
        "Söhne", "Son", "Sons",
    ];
    let last = match words.before(at) {
        " & " => at,
        " " if matches!(words.raw(at), "AND" | "and" | "et" | "und") => at + 1,
        _ => return None,
    };
    PARTNERS.binary_search(&&*lexicon::proper_case(words.raw(last))).is_ok().then_some(last)
}

/// Whether a small title of nobility stands before the particle at word `at`.
fn is_ennobled(words: Words<'_>, at: usize) -> bool {
    const TITLES: &[&str] = &[
        "baron", "baronne", "chevalier", "comte", "comtesse", "duc", "duchesse", "marquis",
        "marquise", "prince", "princesse", "sieur", "vicomte", "vicomtesse",
    ];
    let particle = matches!(words.raw(at), "de" | "d’" | "d'" | "du");
    particle
        && at.checked_sub(1).is_some_and(|title| {
            words.before(at) == " " && TITLES.binary_search(&words.raw(title)).is_ok()
        })
}

/// Whether a name of a person stands before the “of” at word `of`.
fn is_of_person(words: Words<'_>, vocabulary: &Vocabulary, of: usize) -> bool {
    let Some(last) = of.checked_sub(1) else { return false };
    let known = vocabulary.known(last);
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
fn is_led_to(words: Words<'_>, to: usize) -> bool {
    const FAR: usize = 5;
    const VERBS: &[&str] = &[
        "came", "come", "drove", "go", "goes", "going", "gone", "journeyed", "marched",
        "proceeded", "ride", "rode", "sailed", "travelled", "walked", "went",
    ];
    (1..=FAR.min(to))
        .take_while(|back| words.before(to + 1 - back) == " ")
        .any(|back| VERBS.binary_search(&words.raw(to - back)).is_ok())
}

/// What the words before the “called” at word `at` say that something is.
fn called(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> Called {
    const FAR: usize = 8;
    const NEAR: usize = 3;
    const PRONOUNS: &[&str] = &["I", "he", "her", "him", "me", "she", "they", "we", "who", "whom"];
    const PERSONS: &[&str] = &[
        "Frau", "Mann", "boy", "fellow", "gentleman", "girl", "homme", "lad", "lady", "man",
        "woman",
    ];
    if words.raw(at) == "as" {
        return Called::Nothing;
    }
    for back in 1..=FAR.min(at) {
        let gap = words.before(at + 1 - back);
        let word = at - back;
        if gap.contains(['.', ';', ':', '!', '?']) || gap.contains("\n\n") {
            return Called::Nothing;
        }
        if vocabulary.cues(word).any(Cues::SITE) {
            return Called::Place;
        }
        let raw = words.raw(word);
        // “I was called”
        let subject = back <= NEAR && PRONOUNS.contains(&raw);
        if subject || PERSONS.contains(&raw) || vocabulary.cues(word).any(Cues::KIN) {
            return Called::Person;
        }
    }
    Called::Nothing
}

/// Whether the words from `at` on call what stands before them a kind of place:
/// `is a village`, `, a fine mountain torrent`, `a large stream`.
fn is_site(words: Words<'_>, vocabulary: &Vocabulary, at: usize) -> bool {
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
fn speaks(words: Words<'_>, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.words.start, candidate.words.end);
    let begins = start == 0 || words.before(start).contains("\n\n");
    let gap = words.before(end);
    let parted = gap.starts_with(['.', ':']) && !gap.contains("\n\n") && end < words.tokens.len();
    begins && parted && candidate.words.clone().all(|at| words.shape(at) == Some(Shape::Upper))
}

//! What stands around a candidate.

mod before;
mod clause;
mod french;

use std::ops::Range;

use super::candidate::{Candidate, begins_sentence, is_in_note, is_indent};
use super::cues::Cues;
use super::literary;
use super::quoted::{is_entitled, is_quoted};
use super::vocabulary::Vocabulary;
use crate::lexicon::{self, Title};
use crate::token::{Shape, Words};
use clause::{
    called, is_after_ship_s_letters, is_apposed, is_led_to, is_of_person, is_site, is_told_who,
    sailed, speaks,
};
use french::French;

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
    /// Whether these are `»` and `«`, which German has around ships and houses, too.
    pub in_guillemets: bool,
    /// Whether it stands alone in quotation marks within a sentence, as titles do: her
    /// “Evelina,”.
    pub entitled: bool,
    /// Whether it stands alone in italics within a paragraph, as titles, ships and emphasised
    /// words do: the author of _Manon_.
    pub in_italics: bool,
    /// Whether words around the marks that it stands in speak of a work.
    pub literary: bool,
    /// Whether it ends the title of a work: `Life of Wesley`.
    pub in_title: bool,
    /// Whether a speech in a play begins with it: `LUCINDA. O Sir Harry!`
    pub speaks: bool,
    /// Whether it says who speaks, in a play or a dialogue.
    pub is_speaker: bool,
    /// Whether words after it say that it is a kind of place: `Levise, a fine
    /// mountain torrent`.
    pub is_site: bool,
    /// Whether a date line names it as the place.
    pub in_date_line: bool,
    /// Whether it tells where someone is from: `Thomas Butler, of Colthrop`.
    pub of_person: bool,
    /// Whether it stands after another name and a comma or `&`.
    pub joined: bool,
    /// Whether it is a word of German after “mit”, as any noun may stand.
    pub noun_with: bool,
    /// What the words before it say in French.
    pub french: French,
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
    /// Whether words after a comma say who it is: `Shodeke, chief of the Egbas`.
    pub apposed: bool,
    /// Whether words without a comma do: `Khambiri was a very bad chief`.
    pub told_who: bool,
    /// What it is said to be the name of: `a hill to the south called Didi`.
    pub called: Called,
}

/// A candidate and what stands around it.
pub(super) struct Sighting {
    pub candidate: Candidate,
    pub context: Context,
}

impl Sighting {
    /// Whether “the” stands before it.
    pub(super) fn led_by_the(&self) -> bool {
        self.context.before.any(Cues::THE)
    }
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

/// Whether the word before says that somebody comes on the stage or goes: “Enter
/// Dorimant.”
fn is_staged(words: Words<'_>, start: usize) -> bool {
    start > 0 && matches!(words.raw(start - 1), "Enter" | "Re-enter" | "Exit" | "Exeunt" | "Manet")
}

/// Whether it is a word of German alone: “mit Bestimmtheit”.
fn is_noun(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    vocabulary.nouns_have_capitals
        && candidate.titles == 0
        && candidate.name().len() == 1
        && vocabulary.known(candidate.words.start).common()
}

/// Whether a word of German stands before the preposition before word `start`, which is no
/// title of a work for its capital: “das Leben in Salzburg”.
fn is_after_noun(words: Words<'_>, vocabulary: &Vocabulary, start: usize) -> bool {
    vocabulary.nouns_have_capitals && words.raw(start - 1) != "of"
}

/// What the word before it says, which is less before a word of German: “mit Hülfe”, “in
/// Leiden und Freuden”; and whether it says “with”.
fn before_noun(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    before: Cues,
) -> (Cues, bool) {
    let with = before.any(Cues::WITH);
    if !(with || before.any(Cues::WITHIN)) || !is_noun(vocabulary, candidate) {
        return (before, false);
    }
    let word = words.raw(candidate.words.start);
    let plural = words.raw(candidate.words.start - 1) == "in"
        && word.ends_with("en")
        && lexicon::is_plain_german(&word.to_lowercase());
    let before = if plural { before.without(Cues::PLACE | Cues::WITHIN) } else { before };
    (before.without(Cues::WITH), with)
}

/// What the word before a name says without the article of German that is a pronoun, “der
/// erste Flug, dem Else beiwohnte”, or that of the noun behind it: “eine Mozart Symphonie”.
fn unless_pronoun(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    Range { start, end }: Range<usize>,
    before: Cues,
) -> Cues {
    let known = vocabulary.known(start);
    if !before.any(Cues::ARTICLE) || !vocabulary.nouns_have_capitals || known.common() {
        return before;
    }
    let relative = (known.forename() || known.doubtful_forename())
        && matches!(words.before(start - 1), ", " | ",\n")
        && matches!(words.raw(start - 1), "das" | "dem" | "den" | "der" | "die");
    let noun = before.any(Cues::A)
        && known.surname()
        && words.before(end) == " "
        && words.shape(end) == Some(Shape::Capital)
        && vocabulary.known(end).common();
    if relative || noun { before.without(Cues::ARTICLE | Cues::A) } else { before }
}

impl Context {
    pub(super) fn of(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> Self {
        let (start, end) = (candidate.words.start, candidate.words.end);
        // “the brig _Nancy_”: what marks italics does not part words.
        let joined = |at: usize| match words.before(at) {
            " " | "\n" => true,
            gap if is_indent(gap) || is_in_note(words, at) => true,
            gap => matches!(gap.trim_matches('_'), " " | "\u{A0}" | "\n"),
        };
        let opens = start == 0 || !joined(start);
        let quoted = is_quoted(words, &candidate.words);
        let before = if is_staged(words, start) {
            Cues::TO_WHOM
        } else if opens && !quoted {
            Cues::default()
        } else if is_as_far_as(words, start - 1) {
            Cues::PLACE
        } else {
            vocabulary.cues(start - 1)
        };
        let second = (!opens || quoted) && start > 1 && joined(start - 1);
        let second_before = if second { vocabulary.cues(start - 2) } else { Cues::default() };
        // “in _Little Dorrit_”, “in the _Bristol Mirror_” name writings rather than places.
        let italic = words.before(start).ends_with('_');
        let unless_led = |cues: Cues| {
            let led = italic && cues.any(Cues::PLACE | Cues::PATH);
            if led { Cues::default() } else { cues }
        };
        let (before, second_before) = (unless_led(before), unless_led(second_before));

        let possessive = words.shape(end) == Some(Shape::Clitic)
            && matches!(words.raw(end), "’s" | "'s" | "’S" | "'S");
        let before =
            before::before(words, vocabulary, candidate, possessive, (before, second_before));
        let (before, noun_with) = before_noun(words, vocabulary, candidate, before);
        let before = unless_capital(words, vocabulary, start, before);
        let before = unless_pronoun(words, vocabulary, start..end, before);
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
        // “a village named Stapleton”
        let called = called_so(words, vocabulary, before, start);
        let before = if called == Called::Place { before.without(Cues::KIN) } else { before };
        let entitled = candidate.titles == 0 && is_entitled(words, vocabulary, &candidate.words);
        let owned = (!opens || entitled) && is_owned(words, vocabulary, candidate);
        let in_title = second
            && !is_after_noun(words, vocabulary, start)
            && before.any(Cues::OF | Cues::TO | Cues::PLACE | Cues::PATH)
            // “Professor of History at Cambridge”
            && !before.any(Cues::AT)
            && second_before.any(Cues::GENRE)
            && words.shape(start - 2) == Some(Shape::Capital)
            && !begins_sentence(words, start - 2, vocabulary);
        let is_ship = is_ship(words, vocabulary, candidate, (before, second_before), second);
        let in_italics = !is_ship && is_alone_in_italics(words, vocabulary, candidate);
        let led = before.any(Cues::PLACE | Cues::PATH | Cues::REACH | Cues::OF | Cues::ARTICLE);
        let ends_block = words.opens(end) || end == words.tokens.len();
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
            in_guillemets: quoted && words.before(start).ends_with('»'),
            entitled,
            in_italics,
            literary: is_literary(
                words,
                vocabulary,
                candidate,
                (quoted || entitled, owned, in_italics),
            ),
            in_title,
            speaks: speaks(words, candidate),
            is_site: !possessive && is_site(words, vocabulary, end),
            in_date_line: false,
            is_speaker: false,
            of_person: !opens && before.any(Cues::OF) && is_of_person(words, vocabulary, start - 1),
            french: if opens {
                French::default()
            } else {
                french::before(words, vocabulary, start)
            },
            led_to: before.any(Cues::TO) && is_led_to(words, start - 1),
            genitive: is_genitive(words, vocabulary, candidate),
            apposed: !led && is_apposed(words, vocabulary, end),
            told_who: !led && is_told_who(words, vocabulary, start, end),
            noun_with,
            joined: start > 0 && words.before(start).trim_start().starts_with(['&', ',']),
            is_firm: firm(words, end).is_some() && !is_kin_of_german(vocabulary, candidate),
            is_ship,
            called,
        }
    }

    /// Whether somebody is its author: “the author of Waverley”.
    pub(super) fn has_author(&self) -> bool {
        self.before.any(Cues::OF) && self.second_before.any(Cues::AUTHOR)
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

/// What the word before a name says, which is no kind of work if it has a capital: “the Roman
/// Emperor” is in no novel.
fn unless_capital(words: Words<'_>, vocabulary: &Vocabulary, start: usize, before: Cues) -> Cues {
    let capital = start > 0 && words.shape(start - 1) != Some(Shape::Lower);
    if capital && !vocabulary.nouns_have_capitals { before.without(Cues::WORK) } else { before }
}

/// Whether a name that is in quotation marks, or somebody’s, is told to be a work.
fn is_literary(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    (quoted, owned, in_italics): (bool, bool, bool),
) -> bool {
    let marked = quoted || (!in_italics && is_in_marks(words, candidate.words.start));
    (quoted || owned || in_italics || candidate.titled_work)
        && (literary::is_told_of(words, vocabulary, &candidate.words, marked)
            || (owned && is_written(words, candidate)))
}

/// Whether it is a word of German with an `s` before what somebody has: “Schillers Briefe”.
fn is_genitive(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let end = candidate.words.end;
    vocabulary.nouns_have_capitals
        && candidate.name().len() == 1
        && words.raw(end - 1).ends_with('s')
        && words.before(end) == " "
        && words.shape(end) == Some(Shape::Capital)
        && vocabulary.known(end).common()
        && vocabulary.known(end).title().is_none()
}

/// Whether what somebody has is by its name a writing, or he is a writer: “Washburn’s
/// History of Leicester”, “Shakespeare’s Macbeth”.
fn is_written(words: Words<'_>, candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    literary::is_genre(words.raw(start))
        || start.checked_sub(2).is_some_and(|owner| before::is_writer(words.raw(owner)))
}

/// Whether a quotation mark stands before word `start`.
fn is_in_marks(words: Words<'_>, start: usize) -> bool {
    words.before(start).ends_with(['“', '"', '‘', '\'', '«', '„', '»', '_'])
}

/// What the words before word `start`, the last of which says `before`, call so.
fn called_so(words: Words<'_>, vocabulary: &Vocabulary, before: Cues, start: usize) -> Called {
    if before.any(Cues::ALIAS) { called(words, vocabulary, start - 1) } else { Called::Nothing }
}

/// Whether the “as” at word `at` ends “as far as”, after which there are places.
fn is_as_far_as(words: Words<'_>, at: usize) -> bool {
    at > 1 && words.raw(at) == "as" && words.raw(at - 1) == "far" && words.raw(at - 2) == "as"
}

/// Whether somebody’s name with `’s` stands before it: “Shakespeare’s Macbeth”, but “King’s
/// Mills” is no work of the king’s.
fn is_owned(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words.clone();
    let summary = || {
        words.before(start) == " "
            && candidate.name().all(|at| vocabulary.known(at).common())
            && is_in_summary(words, end)
    };
    let owner = start.checked_sub(2).map(|owner| vocabulary.known(owner));
    matches!(words.raw(start.wrapping_sub(1)), "’s" | "'s")
        && owner.is_some_and(|owner| owner.title().is_none() && !owner.common())
        && !summary()
}

/// Whether what ends before word `at` is one of the heads of a chapter that dashes part:
/// “Character of George IV.--Denman’s Silk Gown--Pension to Lady Westmeath”.
fn is_in_summary(words: Words<'_>, at: usize) -> bool {
    let gap = words.before(at);
    let dash = matches!(gap.trim_matches(['.', '\n', ' ']), "--" | "—");
    dash && !gap.contains("\n\n")
        && matches!(words.shape(at), Some(Shape::Capital | Shape::Initial))
}

/// Titles that ships are called with.
const SHIPS: &[&str] = &[
    "Countess", "Duchess", "Duke", "Earl", "Empress", "King", "Lady", "Lord", "Marquis", "Prince",
    "Princess", "Queen", "Sir",
];

/// Whether a ship has the name, by the words before it; `second` if there are two.
fn is_ship(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    (before, second_before): (Cues, Cues),
    second: bool,
) -> bool {
    let start = candidate.words.start;
    let whole = start.saturating_sub(usize::from(candidate.dropped));
    let italics = before.any(Cues::THE) && is_in_italics(words, vocabulary, candidate);
    if candidate.titles > 0 {
        // “the brig Lady Nelson”, “on board the Lady Nelson”
        let led = before.any(Cues::SHIP)
            || (before.any(Cues::THE) && second_before.any(Cues::SHIP | Cues::BOARD));
        return italics || (led && SHIPS.binary_search(&words.raw(start)).is_ok());
    }
    italics
        || before.any(Cues::SHIP)
        || is_after_ship_s_letters(words, whole)
        || (before.any(Cues::THE)
            && (second_before.any(Cues::SHIP | Cues::BOARD)
                || (second
                    && matches!(words.raw(start - 2), "by" | "in" | "on")
                    && !vocabulary.known(start).heads_place()
                    && sailed(words, start - 2))))
}

/// Whether a name without a title stands alone in italics within a paragraph, in a language
/// that does not set names so.
fn is_alone_in_italics(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.words;
    candidate.titles == 0
        && !candidate.titled_work
        && !words.opens(start)
        && words.shape(start) == Some(Shape::Capital)
        && words.before(start).ends_with('_')
        && words.after(end - 1).starts_with('_')
        && !vocabulary.nouns_have_capitals
}

/// Whether a name stands in italics that no person has with an article, nor a town: “the
/// _Scarborough_”, “the _Lady Penrhyn_”.
fn is_in_italics(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.words.start, candidate.words.end);
    let known = vocabulary.known(end - 1);
    let other = known.heads_place() || known.closes_organisation() || known.demonym();
    let name = known.forename() || known.surname() || candidate.titles > 0;
    let town = known.place() && end - start == 1 && vocabulary.known(start).surname();
    words.before(start) == " _"
        && words.after(end - 1).starts_with('_')
        && !other
        && (name || town)
        && !vocabulary.is_french
        && !vocabulary.nouns_have_capitals
}

/// Whether it is a word for a relative: “zwischen Mutter und Sohn”.
fn is_kin_of_german(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    vocabulary.nouns_have_capitals
        && vocabulary.known(candidate.words.end - 1).title() == Some(Title::Kin)
}

/// The last word of the name of a firm that goes on at word `at`: the `Sons` of
/// `Carter & Sons`.
pub(super) fn firm(words: Words<'_>, at: usize) -> Option<usize> {
    const PARTNERS: &[&str] = &[
        "Bro", "Bros", "Brother", "Brothers", "Cie", "Co", "Company", "Compy", "Cos", "Sohn",
        "Son", "Sons", "Söhne",
    ];
    let last = match words.before(at) {
        " & " => at,
        " " if matches!(words.raw(at), "AND" | "and" | "et" | "und") => at + 1,
        _ => return None,
    };
    // “Mrs. Gollmer and Brother Townsend”
    let ends = !(words.before(last + 1) == " " && words.shape(last + 1) == Some(Shape::Capital));
    let partner = PARTNERS.binary_search(&&*lexicon::proper_case(words.raw(last))).is_ok();
    (partner && ends).then_some(last)
}

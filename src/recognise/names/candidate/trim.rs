//! The words at the beginning of a run that are no part of the name.

use std::ops::Range;

use super::end::end;
use super::{begins_sentence, is_ordinary, is_pronoun, is_small_word};
use crate::date;
use crate::lexicon::{self, Known};
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::{Type, Vocabulary};
use crate::roman;
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
    let after = after_postscript(words, start..run.end)
        .max(after_company(words, start..run.end))
        .max(after_number(words, start..run.end, vocabulary));
    initial |= after > start;
    start = after;
    if run.end - start > 1 && opens_sentence(words, start, initial, vocabulary) {
        start += 1;
        (initial, dropped) = (false, true);
    }
    let nobody = vocabulary.get(start).is_some_and(|of| of.is_nobody() && !of.known.surname());
    let noun = || is_noun_of_french(words, start, vocabulary);
    if nobody
        && (initial || noun())
        && let Some(after) = what_is_done_to(words, start..run.end, vocabulary)
    {
        start = after;
        (initial, dropped) = (false, true);
    }
    while run.end - start > 1
        && is_no_part(words, start, vocabulary)
        && !is_new_paper(words, start..run.end, vocabulary)
    {
        start += 1;
        (initial, dropped) = (false, false);
    }
    // “Poor Eliza”, “At home Dear Eliza”
    if run.end - start > 1 && FONDNESS.binary_search(&words.raw(start)).is_ok() {
        start += 1;
        (initial, dropped) = (false, false);
    }
    if is_relative_of_german(words, start..run.end, vocabulary) {
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
    let upper = vocabulary.is_french && words.shape(run.start) == Some(Shape::Upper);
    let capital = upper || words.shape(run.start) == Some(Shape::Capital);
    if !capital || vocabulary.known(run.start).heads_place() {
        None
    } else if titled(next) {
        Some(next)
    } else {
        // “LES MAITRESSES DE LOUIS XV”
        let of = (matches!(words.raw(next), "de" | "d’" | "d'" | "von")
            || (upper && words.raw(next) == "DE"))
            && words.before(next) == " ";
        let name = next + 1;
        let person = || {
            titled(name)
                || vocabulary.known(name).forename()
                || (WRITINGS.binary_search(&words.raw(run.start)).is_ok()
                    && vocabulary.known(name).surname()
                    && !vocabulary.known(name).place())
        };
        (of && name < run.end && person()).then_some(name)
    }
}

/// What is written by or of persons in French: “Mémoires de Turenne”.
const WRITINGS: &[&str] = &[
    "Correspondance", "Discours", "Lettres", "Mémoires", "Oeuvres", "Poésies", "Souvenirs", "Vie",
    "Œuvres",
];

/// Whether it is a word of French that heads something, or a country, before the “de” of
/// somebody: “--Mort de Gustave”, “l’Europe de Napoléon”, but “les Caprices de Marianne”.
fn is_noun_of_french(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let known = vocabulary.known(at);
    let gap = words.before(at);
    let heads = || {
        gap.contains(['-', '–', '—', '.', ':'])
            || (gap.contains('\n') && gap.ends_with(['\n', ' ']) && gap != "\n")
            || WRITINGS.binary_search(&words.raw(at)).is_ok()
    };
    vocabulary.is_french
        && (known.country() || (known.common() && heads()))
        && matches!(words.raw(at + 1), "DE" | "de" | "d’" | "d'")
}

/// Whether German says first whose or what relative the named is: “mein Freund Max”,
/// “seine Schwester Marie”, “Bruder Saltens”, “Bruder der Bomst”, but “Bruder Martin”.
fn is_relative_of_german(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> bool {
    const FRIENDS: &[&str] = &["Freund", "Freunde", "Freundes", "Freundin", "Muttersbruder"];
    const RELATIVES: &[&str] = &["Bruder", "Mutter", "Schwester", "Sohn", "Tochter", "Vater"];
    let (at, next) = (run.start, run.start + 1);
    if !vocabulary.nouns_have_capitals || run.len() < 2 {
        return false;
    }
    let whose = at.checked_sub(1).is_some_and(|of| {
        matches!(words.before(at), " " | "\n")
            && POSSESSIVES.iter().any(|one| {
                let ending = words.raw(of).strip_prefix(one);
                ending.is_some_and(|end| matches!(end, "" | "e" | "em" | "en" | "er" | "es"))
            })
    });
    let of = matches!(words.raw(next), "der" | "des" | "von");
    let genitive = run.len() == 2
        && words.raw(next).ends_with('s')
        && vocabulary.get(next).is_some_and(|of| of.singular.is_some() && !of.known.forename());
    FRIENDS.contains(&words.raw(at))
        || (RELATIVES.contains(&words.raw(at)) && (whose || of || genitive))
}

/// Words that say whose somebody is, without their endings.
const POSSESSIVES: &[&str] = &["dein", "euer", "eur", "ihr", "mein", "sein", "unser", "unsr"];

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
            || (matches!(words.raw(at), "A" | "À" | "Y" | "Ô")
                && (words.after(at) == " " || (vocabulary.is_french && words.after(at) == "\n")))
            || (words.shape(at) == Some(Shape::Upper) && is_small_word(words, at, vocabulary))
            // “MORT DE MAZARIN”
            || (vocabulary.is_french && matches!(words.raw(at), "DE" | "DES" | "DU" | "ET"))
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
    // “Si Naples attaque”, but “Si Sliman” is a lord where French has it seldom small.
    let if_sir = words.raw(at) == "Si"
        && vocabulary.is_french
        && vocabulary.get(at).is_some_and(Type::is_written_small);
    // “Les Delorme étaient là”, but “Les Andelys”
    let family = words.raw(at) == "Les"
        && vocabulary.is_french
        && !words.tokens.get(next).is_some_and(|last| {
            lexicon::is_place(words.tokens[at].span.join(last.span).of(words.text))
        });
    let small = if_sir || family || SMALL_WORDS.binary_search(&words.raw(at)).is_ok();
    let nouns = vocabulary.nouns_have_capitals
        && noun(at)
        && !noun(next)
        && vocabulary.known(next).title().is_none()
        && !vocabulary.known(at).heads_organisation();
    // “sein Betragen W. gegenüber”
    let initial = words.shape(next) == Some(Shape::Initial);
    capital(at) && (small || (nouns && (capital(next) || initial)))
}

/// “der Neuen Rheinischen Zeitung”, “Neue Freie Presse”
fn is_new_paper(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> bool {
    matches!(words.raw(run.start), "Neue" | "Neuen" | "Neuer" | "Neues")
        && run.len() > 2
        && vocabulary.known(run.end - 1).closes_organisation()
}

/// Small words of German and French that no name begins with.
const SMALL_WORDS: &[&str] = &[
    "Ainsi", "Alors", "Als", "Am", "Après", "Auch", "Auf", "Aus", "Aussitôt", "Avant", "Avec",
    "Bei", "Beim", "Bientôt", "Cependant", "Chez", "Comme", "Comment", "Contre", "Dann", "Dans",
    "Dein", "Deine", "Deinem", "Deinen", "Deiner", "Deines", "Depuis", "Derrière", "Devant",
    "Diese", "Diesem", "Dieser", "Dieses", "Durch", "Dès", "Enfin", "Ensuite", "Entre", "Euer",
    "Eure", "Eurem", "Euren", "Eurer", "Eures", "Früh", "Für", "Gegen", "Hier", "Ich", "Ihr",
    "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres", "Im", "Jamais", "Jede", "Jedem", "Jeden", "Jeder",
    "Jedes", "Jene", "Jenem", "Jenen", "Jener", "Jenes", "Jetzt", "Kein", "Keine", "Keiner",
    "Lorsque", "Mais", "Malgré", "Manche", "Manchen", "Mancher", "Mein", "Meine", "Meinem",
    "Meinen", "Meiner", "Meines", "Mit", "Nach", "Parfois", "Parmi", "Pendant", "Pour", "Pourquoi",
    "Pourtant", "Près", "Puis", "Quand", "Quant", "Sans", "Seine", "Seinem", "Seinen", "Seiner",
    "Seines", "Seit", "Selon", "Seulement", "Sie", "Solche", "Solchen", "Solcher", "Solches",
    "Soudain", "Sous", "Souvent", "Sur", "Toujours", "Um", "Und", "Unser", "Unsere", "Unserem",
    "Unseren", "Unserer", "Unseres", "Unter", "Vers", "Voici", "Voilà", "Vom", "Von", "Vor",
    "Wegen", "Welche", "Welcher", "Welches", "Wenn", "Wie", "Wir", "Zu", "Zum", "Zur", "À", "Über",
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

/// The hours in words: “two P.M.”
const HOURS: &[&str] = &[
    "eight", "eleven", "five", "four", "nine", "one", "seven", "six", "ten", "three", "twelve",
    "two",
];

/// The first word that is not `A.M.` or `P.M.`
fn after_hour(words: Words<'_>, run: Range<usize>) -> usize {
    let raw = |at: usize| words.raw(run.start + at);
    let letters = match run.len() {
        2.. if matches!(raw(0), "AM" | "PM") => 1,
        // “At 12 M. General Smith came”: at noon
        2.. if raw(0) == "M" && words.raw(run.start.wrapping_sub(1)) == "12" => 1,
        3.. if matches!(raw(0), "A" | "P") && raw(1) == "M" => 2,
        _ => 0,
    };
    // “4 P. M. Simon called”, but “A. M. Lee”
    let number = run.start.checked_sub(1).is_some_and(|at| {
        words.shape(at) == Some(Shape::Number) || HOURS.binary_search(&words.raw(at)).is_ok()
    });
    run.start + if number { letters } else { 0 }
}

/// The first word that is not the letter of a company or the like: “Co. G. Tell
/// him”.
fn after_company(words: Words<'_>, run: Range<usize>) -> usize {
    const UNITS: &[&str] = &[
        "Appendix", "Battery", "Block", "Box", "Class", "Co", "Company", "Exhibit", "Fig", "Plate",
        "Section", "Troop", "Ward",
    ];
    let letter = words.shape(run.start) == Some(Shape::Initial) && words.after(run.start) == ". ";
    let unit = || {
        run.start.checked_sub(1).is_some_and(|unit| {
            UNITS.binary_search(&words.raw(unit)).is_ok() && matches!(words.after(unit), " " | ". ")
        })
    };
    run.start + usize::from(run.len() > 1 && letter && unit())
}

/// The first word that is not the number of a chapter or of a line in a list:
/// “CHAPTER V. How Jack came”, “X. Mother and Son”.
fn after_number(words: Words<'_>, run: Range<usize>, vocabulary: &Vocabulary) -> usize {
    const PARTS: &[&str] = &[
        "ACT", "Act", "BOOK", "Book", "CANTO", "CHAP", "CHAPTER", "Canto", "Chap", "Chapter",
        "LETTER", "Letter", "PART", "Part", "SCENE", "Scene", "VOL", "Vol",
    ];
    let letter = words.shape(run.start) == Some(Shape::Initial)
        && matches!(words.raw(run.start), "C" | "I" | "L" | "V" | "X")
        && words.after(run.start) == ". "
        && run.len() > 1;
    // “CHAPTER I. Mrs. Lynde is surprised”
    let numeral = words.shape(run.start + 1) == Some(Shape::Initial)
        && roman::numeral(words.raw(run.start + 1)).is_some()
        && words.after(run.start + 1).starts_with('.');
    if run.len() > 2 && numeral && PARTS.binary_search(&words.raw(run.start)).is_ok() {
        return run.start + 2;
    }
    let part = || {
        run.start.checked_sub(1).is_some_and(|part| PARTS.binary_search(&words.raw(part)).is_ok())
    };
    let plain = || {
        let next = run.start + 1;
        // “L. van Beethoven” is signed below a letter.
        words.before(run.start).ends_with('\n')
            && words.shape(next) != Some(Shape::Lower)
            && (vocabulary.is_function_word(next) || is_ordinary(vocabulary.known(next)))
    };
    run.start + usize::from(letter && (part() || plain()))
}

/// The first word that is not the mark of a postscript or a remark: “P.P.S. Tell
/// Tom”, “N.B. Brown is out”.
fn after_postscript(words: Words<'_>, run: Range<usize>) -> usize {
    const MARKS: &[&str] = &["NB", "NS", "PPPS", "PPS", "PS"];
    let gap = words.before(run.start);
    let begins = run.start == 0 || gap.contains('\n') || gap.ends_with("] ");
    let mut letters = String::new();
    for at in run.clone().filter(|_| begins).take(4) {
        if !matches!(words.shape(at), Some(Shape::Initial | Shape::Upper)) {
            break;
        }
        letters.push_str(words.raw(at));
        if MARKS.contains(&letters.as_str()) && at + 1 < run.end {
            let goes_on = words.shape(at + 1) == Some(Shape::Initial);
            if !(goes_on && words.after(at) == ".") {
                return at + 1;
            }
        }
    }
    run.start
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
    // “Reading January Fifteen 1818”: the place of a letter
    if known.doubtful_place() && date::is_month(words.raw(at + 1)) {
        return false;
    }
    // “Tell Sereno Watson”
    if initial && REFERENCES.binary_search(&words.raw(at)).is_ok() {
        return true;
    }
    // “August Derleth came”, “Sun Yat-sen practised”
    let romanised = vocabulary.get(at + 1).is_some_and(|next| next.is_romanised);
    if (romanised && !vocabulary.is_function_word(at))
        || (known.doubtful_forename() && is_before_surname(vocabulary, at))
    {
        return false;
    }
    let small = vocabulary.get(at).is_some_and(|of| of.small > 0);
    let named = known.forename() || known.surname() || known.place() || known.title().is_some();
    let plain = words.shape(at) == Some(Shape::Capital)
        && (is_ordinary(known)
            || (verb && small && known.title().is_none())
            || (verb && known.common() && !named));
    let weak = !verb && matches!(words.before(at), ": " | " – " | "—" | "--" | " (" | " - ");
    let french = vocabulary.foreign || vocabulary.is_french;
    let by_ending = is_word_by_ending(words.raw(at), known, french);
    let function_word = vocabulary.is_function_word(at);
    let drops = (plain || by_ending) && (!weak || function_word);
    let begins = initial || (words.before(at).contains('\n') && (verb || function_word));
    begins && drops
}

/// Whether its ending says that a word of no list is no name: the verbs of
/// “Rencontré M. Delorme” and “Figurez Diane”, the adverb of “Unluckily Cox”.
fn is_word_by_ending(word: &str, known: Known, french: bool) -> bool {
    const SHORTEST_ADVERB: usize = 6;
    let participle = ["é", "ée", "és", "ées"].iter().any(|end| word.ends_with(end));
    let imperative = french && word.ends_with("ez") && !known.surname();
    let adverb = word.len() >= SHORTEST_ADVERB && word.ends_with("ly") && !known.surname();
    let listed = known.forename()
        || known.doubtful_forename()
        || known.place()
        || known.heads_place()
        || known.heads_organisation();
    (participle || imperative || adverb) && !listed
}

/// Words before what is referred to, asked for or cheered, that are also names: “See
/// Camden”, “Viva Montero”, “Young Harris”.
const REFERENCES: &[&str] = &[
    "Ask", "Cf", "Compare", "Consult", "Even", "Evviva", "Give", "See", "Siehe", "Tell", "Vgl",
    "Vide", "Viva", "Vive", "Voir", "Voyez", "Young",
];

/// Whether a surname, and nothing else, stands after word `at`.
fn is_before_surname(vocabulary: &Vocabulary, at: usize) -> bool {
    let Some(next) = vocabulary.get(at + 1) else { return false };
    let known = next.known;
    let other = known.forename()
        || known.place()
        || known.heads_place()
        || known.heads_organisation()
        || known.title().is_some()
        || next.is_function_word;
    !next.is_small && !other && (next.is_unknown() || (known.surname() && !known.common()))
}

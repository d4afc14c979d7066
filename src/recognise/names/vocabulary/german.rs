//! The words of German, which gives every noun a capital.

use super::form::{Type, is_listed};
use crate::lexicon::{self, Known, Title};
use crate::recognise::names::cues::Cues;
use crate::token::{Shape, Words};

/// Words that nouns stand after and names hardly ever do.
const DETERMINERS: &[&str] = &[
    "deine", "deinem", "deinen", "deiner", "deines", "diese", "diesem", "diesen", "dieser",
    "dieses", "ein", "eine", "einem", "einen", "einer", "eines", "einige", "einigen", "ihre",
    "ihrem", "ihren", "ihrer", "ihres", "jede", "jedem", "jeden", "jeder", "jedes", "jene",
    "jenem", "jenen", "jener", "jenes", "kein", "keine", "keinem", "keinen", "keiner", "keines",
    "mehrere", "meine", "meinem", "meinen", "meiner", "meines", "seine", "seinem", "seinen",
    "seiner", "seines", "unsere", "unserem", "unseren", "unserer", "unseres", "viele", "vielen",
    "welche", "welchem", "welchen", "welcher", "welches", "wenige", "wenigen",
];

/// Takes note of what `capitals`, types and their small letters, are as words of
/// German.
pub(super) fn note(
    words: Words<'_>,
    of_word: &[u32],
    capitals: &[(u32, String)],
    types: &mut [Type],
) {
    for (number, lower) in capitals {
        let of = &mut types[*number as usize];
        let known = of.known;
        if let Some(place) = genitive_of_place(lower).filter(|_| !is_listed(known)) {
            of.known = place;
            of.is_genitive_of_place = true;
            continue;
        }
        if (known.forename() || known.doubtful_forename()) && lexicon::is_plain_german(lower) {
            of.known = known.as_noun();
        } else if lexicon::is_german(lower) || (!is_listed(known) && is_with_ending(lower)) {
            of.known = known.as_word();
        } else {
            // “des Leutnants Lemière”
            of.known = if is_listed(known) { known } else { known | rank(lower) };
            continue;
        }
        of.cues = Cues::of(lower);
    }
    note_nouns(words, of_word, types);
}

/// Takes note that `an` is no article.
pub(super) fn note_preposition(an: &mut Type) {
    an.cues = an.cues.without(Cues::A | Cues::ARTICLE);
}

/// `Briefen`, `Bataillons-Kommandeur`
fn is_with_ending(lower: &str) -> bool {
    let genitive = |part: &str| part.strip_suffix('s').is_some_and(lexicon::is_german);
    let part = |part: &str| {
        lexicon::is_german(part)
            || lexicon::is_german_inflected(part)
            || genitive(part)
            || lexicon::look_up(&capital(part)).title().is_some()
    };
    lexicon::is_german_inflected(lower) || (lower.contains('-') && lower.split('-').all(part))
}

/// What the lists say of a place whose genitive it is: `Roms`, `Frankreichs`.
fn genitive_of_place(lower: &str) -> Option<Known> {
    let stem = lower.strip_suffix('s').filter(|stem| !lexicon::is_plain_german(stem))?;
    Some(lexicon::look_up(&capital(stem))).filter(|known| known.place() && !known.surname())
}

/// What the lists say of a rank, whatever its case: `Adjutanten`.
fn rank(lower: &str) -> Known {
    let stems = ["en", "es", "s"].iter().filter_map(|ending| lower.strip_suffix(ending));
    let ranks = stems.map(|stem| lexicon::look_up(&capital(stem)));
    let mut ranks = ranks.filter(|known| known.title() == Some(Title::Other));
    ranks.next().unwrap_or_default()
}

/// The word as German writes a noun.
fn capital(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// Takes words of no list for nouns if words that nouns alone stand after often
/// stand before them: “eine Späherei”, “des Orkans”, but “Schillers Briefe”.
fn note_nouns(words: Words<'_>, of_word: &[u32], types: &mut [Type]) {
    const OFTEN: u32 = 3;
    let mut counts = vec![0_u32; types.len()];
    for (at, number) in of_word.iter().enumerate().skip(1) {
        let joined = words.shape(at) == Some(Shape::Capital)
            && words.shape(at - 1) == Some(Shape::Lower)
            && matches!(words.before(at), " " | "\n");
        let before = words.raw(at - 1);
        let genitive = before == "des" && words.raw(at).ends_with('s');
        if joined && (genitive || DETERMINERS.binary_search(&before).is_ok()) {
            counts[*number as usize] += 1;
        }
    }
    for (of, count) in types.iter_mut().zip(counts) {
        let known = of.known;
        let listed =
            is_listed(known) || known.common() || known.demonym() || known.title().is_some();
        if count > 0 && !listed && count * OFTEN >= of.count {
            of.known = known.as_word();
        }
    }
}

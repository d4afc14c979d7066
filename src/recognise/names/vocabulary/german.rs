//! The words of German, which gives every noun a capital.

use rustc_hash::FxHashSet;

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

/// Whether nouns stand after `word` and names hardly ever do.
pub(in crate::recognise::names) fn is_determiner(word: &str) -> bool {
    DETERMINERS.binary_search(&word).is_ok()
}

/// Words of German that some place is called by, and hardly any text means.
const NO_PLACES: &[&str] = &["manche", "mitte", "norden", "osten", "süden", "westen"];

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
        of.is_inflected = known.place() && is_with_ending(lower);
        if NO_PLACES.binary_search(&lower.as_str()).is_ok() {
            of.known = known.as_noun_alone();
            of.cues = Cues::of(lower);
            continue;
        }
        if let Some(place) = genitive_of_place(lower).filter(|_| !is_listed(known)) {
            of.known = place;
            of.is_genitive_of_place = true;
            continue;
        }
        if let Some(office) = office(lower).filter(|_| !is_listed(known)) {
            of.known = known | office;
            continue;
        }
        if (known.forename() || known.doubtful_forename()) && lexicon::is_plain_german(lower) {
            of.known = known.as_noun();
        } else if lexicon::is_plain_german(lower)
            // “Rußland” is no compound of soot and land.
            || (!known.country() && lexicon::is_german(lower))
            || (!is_listed(known) && is_with_ending(lower))
        {
            of.known = known.as_word();
        } else {
            // “des Leutnants Lemière”
            let place = || place_in_old_spelling(lower).unwrap_or_else(|| known | rank(lower));
            // “Else” is a word of English alone.
            let foreign = known.doubtful_forename()
                && lower.ends_with('e')
                && !(known.surname() || known.place());
            let listed = if foreign { known.as_no_word() } else { known };
            of.known = if is_listed(known) { listed } else { place() };
            continue;
        }
        of.cues = Cues::of(lower);
    }
    note_plurals(words, of_word, capitals, types);
    note_nouns(words, of_word, types);
}

/// Takes the plurals of nouns that the text has for nouns alone, though a town is called so, if
/// they hardly stand as towns do: “Vögel, Schlangen, Fische”.
fn note_plurals(words: Words<'_>, of_word: &[u32], capitals: &[(u32, String)], types: &mut [Type]) {
    const SELDOM: u32 = 20;
    let plural = |of: &Type| of.is_inflected && of.known.place();
    if !types.iter().any(plural) {
        return;
    }
    let mut led = vec![0_u32; types.len()];
    for (at, number) in of_word.iter().enumerate().skip(1) {
        let before = matches!(words.raw(at - 1), "in" | "nach");
        if before && let Some(led) = led.get_mut(*number as usize) {
            *led += 1;
        }
    }
    let nouns: FxHashSet<&str> = capitals.iter().map(|(_, lower)| lower.as_str()).collect();
    for (number, lower) in capitals {
        let of = &mut types[*number as usize];
        let singular = || ["n", "en"].iter().filter_map(|end| lower.strip_suffix(end));
        if plural(of)
            && led[*number as usize] * SELDOM < of.count
            && singular().any(|one| nouns.contains(one) && lexicon::is_german(one))
        {
            of.known = of.known.as_noun_alone();
        }
    }
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
    // “seines Wirkens”, but “mit Mautners”
    let noun = || {
        lower.strip_suffix('s').is_some_and(|stem| {
            stem.ends_with("en")
                && lexicon::is_plain_german(stem)
                && !is_listed(lexicon::look_up(&capital(stem)))
        })
    };
    lexicon::is_german_inflected(lower)
        || noun()
        || is_relative(lower)
        || is_compound_in_plural(lower)
        || (lower.contains('-') && lower.split('-').all(part) && !has_place(lower))
        || lower.rsplit_once('-').is_some_and(|(_, last)| is_noun_in_compound(last))
}

/// The `antilopen` of `Eland-Antilopen`, but not the `dorf` of `Neu-Dorf`.
fn is_noun_in_compound(last: &str) -> bool {
    const SHORTEST: usize = 6;
    last.len() >= SHORTEST
        && (lexicon::is_german_plural(last) || lexicon::is_plain_german(last))
        && !lexicon::look_up(&capital(last)).surname()
        && !lexicon::look_up(&capital(last)).heads_place()
        && place_in_old_spelling(last).is_none()
}

/// `Schwiegermutter`, `Großvater`: who is called by what relative he is.
fn is_relative(lower: &str) -> bool {
    const SHORTEST: usize = 3;
    ["bruder", "mutter", "schwester", "tochter", "vater"]
        .iter()
        .any(|kin| lower.strip_suffix(kin).is_some_and(|first| first.len() >= SHORTEST))
}

/// `Morulabäume`, `Elephantenspuren`: a word that no list has before a noun whose ending or
/// vowel is that of a plural, as no surname ends.
fn is_compound_in_plural(lower: &str) -> bool {
    const SHORTEST: usize = 5;
    const SHORTEST_FIRST: usize = 3;
    const LONG: usize = 11;
    if lower.len() < LONG || lower.ends_with('s') || lower.contains('-') {
        return false;
    }
    let parts = lower.char_indices().filter_map(|(at, _)| {
        let last = &lower[at..];
        (at >= SHORTEST_FIRST && last.len() >= SHORTEST).then_some(last)
    });
    let place = |last: &str| lexicon::look_up(&capital(last)).place();
    parts.into_iter().any(|last| lexicon::is_german_plural(last) && !place(last))
}

/// Whether a place is a part of it: `Oesterreich-Ungarn`.
fn has_place(lower: &str) -> bool {
    let listed = |part: &str| lexicon::look_up(&capital(part)).place();
    lower.split('-').any(|part| listed(part) || place_in_old_spelling(part).is_some())
}

/// What the lists say of a place whose genitive it is: `Roms`, `Frankreichs`.
fn genitive_of_place(lower: &str) -> Option<Known> {
    let stem = lower.strip_suffix('s').filter(|stem| !lexicon::is_plain_german(stem))?;
    let listed = Some(lexicon::look_up(&capital(stem)));
    listed.filter(|known| known.place() && !known.surname()).or_else(|| {
        let word = is_with_ending(stem) || is_with_ending(lower);
        if word { None } else { place_in_old_spelling(stem) }
    })
}

/// The same of one that the lists have as it is spelled now: `Rußland`, `Coblenz`.
fn place_in_old_spelling(lower: &str) -> Option<Known> {
    let place = |form: &str| Some(lexicon::look_up(&capital(form))).filter(|known| known.place());
    let folded = lower.contains('ß').then(|| lower.replace('ß', "ss"));
    folded
        .and_then(|form| place(&form))
        .or_else(|| lexicon::modern_german(lower).and_then(|form| place(&form)))
        .filter(|known| !known.surname())
}

/// Offices and ranks that compounds end with: `Sanitätsrat`, `Großfürstin`.
const OFFICES: &[&str] = &[
    "amtmann", "direktor", "doktor", "fürst", "fürstin", "graf", "gräfin", "hauptmann", "herzog",
    "herzogin", "inspektor", "leutnant", "offizier", "prinz", "prinzessin", "professor", "rat",
    "rath", "sekretär",
];

/// Short words that offices are compounded with.
const SHORT: &[&str] =
    &["bau", "burg", "chur", "erb", "hof", "kron", "kur", "land", "mark", "ober", "pfalz"];

/// What the lists say of a rank, whatever its case: `Adjutanten`, `Officiers`.
fn rank(lower: &str) -> Known {
    let ranks = stems(lower).map(|stem| {
        let modern = lexicon::modern_german(stem);
        [stem, modern.as_deref().unwrap_or(stem)].map(|stem| lexicon::look_up(&capital(stem)))
    });
    let mut ranks = ranks.flatten();
    ranks.find(|known| known.title() == Some(Title::Other)).unwrap_or_default()
}

/// The same of a compound: `Sanitätsrats`, `Großfürstin`, but “Vorrat”.
fn office(lower: &str) -> Option<Known> {
    const LONG: usize = 5;
    let head = |head: &str| {
        let word = head.strip_suffix('s').unwrap_or(head);
        SHORT.contains(&head)
            || (head.len() >= LONG
                && (lexicon::is_german(word) || lexicon::is_german_inflected(word)))
    };
    let of_stem = |stem: &str| {
        let compound = |office: &&&str| stem.strip_suffix(**office).is_some_and(head);
        OFFICES.iter().find(compound).copied()
    };
    let office = stems(lower).find_map(of_stem)?;
    let like = if matches!(office, "rat" | "rath") { "Geheimrat" } else { office };
    Some(lexicon::look_up(&capital(like))).filter(|known| known.title().is_some())
}

/// The word without the endings of its cases.
fn stems(lower: &str) -> impl Iterator<Item = &str> {
    ["", "en", "es", "s"].into_iter().filter_map(|ending| lower.strip_suffix(ending))
}

/// The word as German writes a noun.
fn capital(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// Articles, which names of persons have in some places.
const ARTICLES: &[&str] = &[
    "am", "ans", "beim", "das", "dem", "den", "der", "des", "die", "im", "ins", "mein", "sein",
    "vom", "zum", "zur",
];

/// Articles that no town has, and no river that ends as the dative of a noun does.
const OF_NOUNS: &[&str] = &["dem", "des", "im", "vom", "zum"];

/// Takes words of no list for nouns if words that nouns alone stand after often
/// stand before them, “eine Späherei”, “des Orkans”, but “Schillers Briefe”; and
/// those of the lists for nouns alone if an article does, too.
fn note_nouns(words: Words<'_>, of_word: &[u32], types: &mut [Type]) {
    const OFTEN: u32 = 3;
    const SELDOM: u32 = 5;
    let mut counts = vec![(0_u32, 0_u32); types.len()];
    let mut datives = vec![0_u32; types.len()];
    for (at, number) in of_word.iter().enumerate().skip(1) {
        let joined = words.shape(at) == Some(Shape::Capital)
            && words.shape(at - 1) == Some(Shape::Lower)
            && matches!(words.before(at), " " | "\n");
        if !joined {
            continue;
        }
        let before = words.raw(at - 1);
        let genitive = before == "des" && words.raw(at).ends_with('s');
        let (determined, articles) = &mut counts[*number as usize];
        if genitive || DETERMINERS.binary_search(&before).is_ok() {
            *determined += 1;
        } else if ARTICLES.binary_search(&before).is_ok() {
            *articles += 1;
        }
        let strong = before.len() > 4 && before.ends_with("em");
        datives[*number as usize] += u32::from(strong || OF_NOUNS.binary_search(&before).is_ok());
    }
    for (of, dative) in types.iter_mut().zip(datives) {
        // “im Saale”, but “an der Saale”; “bei leichtem Regen”
        let noun = of.known.doubtful_place() && of.known.common();
        let place = of.known.place() && of.is_inflected;
        if (place || noun) && dative * OFTEN > of.count {
            of.known = of.known.as_noun_alone();
        }
    }
    for (of, (determined, articles)) in types.iter_mut().zip(counts) {
        let known = of.known;
        let listed =
            is_listed(known) || known.common() || known.demonym() || known.title().is_some();
        if determined > 0 && !listed && determined * OFTEN >= of.count {
            of.known = known.as_word();
        }
        let all = determined + articles;
        of.is_noun = of.known.common() && all > 1 && all * SELDOM >= of.count;
    }
}

//! The small words that say what kind of place has a name, in French.

use std::ops::Range;

use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// Kinds of places whose word belongs to the name after it.
const HEADS: &[&str] = &[
    "abbaye", "allée", "avenue", "baie", "bd", "boulevard", "bourg", "canal", "cap", "cathédrale",
    "chapelle", "chemin", "château", "col", "collège", "couvent", "cours", "détroit", "faubourg",
    "ferme", "forêt", "fort", "gare", "golfe", "hôpital", "hôtel", "impasse", "jardin", "lac",
    "lycée", "mont", "montagne", "monts", "moulin", "palais", "parc", "passage", "place", "pont",
    "port", "porte", "presqu’île", "puy", "quai", "rue", "ruelle", "square", "vallée", "église",
    "étang", "île", "îles",
];

/// What stands between such a word and the name.
const JOINTS: &[&str] =
    &["au", "aux", "d'", "d’", "de", "des", "du", "la", "le", "les", "l'", "l’"];

/// The word of a kind of place that the name goes on from.
pub(super) fn head(words: Words<'_>, name: Range<usize>, vocabulary: &Vocabulary) -> Option<usize> {
    const JOINTS_MOST: usize = 2;
    let mut at = name.start.checked_sub(1)?;
    if !matches!(words.before(name.start), " " | "") {
        return None;
    }
    let mut joints = 0;
    while joints < JOINTS_MOST && at > 0 && JOINTS.contains(&words.raw(at)) {
        if !matches!(words.before(at), " " | "") {
            return None;
        }
        joints += 1;
        at -= 1;
    }
    // “le château de Marie” is hers.
    let whose = joints > 0 && vocabulary.known(name.start).forename();
    let small = words.shape(at) == Some(Shape::Lower) && HEADS.contains(&words.raw(at));
    // “le couvent de San Juan”
    let saint = matches!(words.raw(name.start), "Saint" | "Sainte" | "San" | "Santa");
    let titled = vocabulary.known(name.start).title().is_some() && !saint;
    (small && !whose && !titled).then_some(at)
}

//! Names that the French “à” leads to and that are no places: “Il l’ordonna à Jourdan.”

use super::candidate::Candidate;
use super::context::{Context, Sighting};
use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// How a form of name stands in a text.
#[derive(Clone, Copy, Default)]
struct Stand {
    /// How often alone.
    all: i32,
    /// How often after “à”.
    led: i32,
    /// How often with neither a preposition nor an article.
    bare: i32,
}

/// Takes “à” back for a sign of a place where a name seldom stands after it and mostly
/// as the subject or the object of a verb, as in French only persons do without an
/// article, and towns now and then.
pub(super) fn take_back(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    const SEVERAL: i32 = 5;
    if !vocabulary.is_french {
        return;
    }
    let mut stands = vec![Stand::default(); vocabulary.forms.len()];
    let doubtful = |of: &&Sighting| {
        let known = vocabulary.known(of.candidate.name().start);
        is_alone(&of.candidate) && !known.place() && known.title().is_none()
    };
    for Sighting { candidate, context } in found.iter().filter(doubtful) {
        let stand = &mut stands[candidate.form];
        stand.all += 1;
        stand.led += i32::from(is_led(words, candidate, context));
        stand.bare += i32::from(is_bare(words, candidate, context));
    }
    let seldom = |of: Stand| of.all >= SEVERAL && of.led * 4 <= of.all && of.bare * 2 >= of.all;
    for (evidence, stand) in vocabulary.forms.iter_mut().zip(&stands) {
        if seldom(*stand) {
            evidence.place = (evidence.place - 2 * stand.led).max(0);
        }
    }
}

fn is_alone(candidate: &Candidate) -> bool {
    candidate.titles == 0 && candidate.name().len() == 1 && !candidate.is_place
}

fn is_led(words: Words<'_>, candidate: &Candidate, context: &Context) -> bool {
    !context.opens && matches!(words.raw(candidate.words.start - 1), "à" | "À" | "A")
}

/// Whether no preposition and no article stands before a name.
fn is_bare(words: Words<'_>, candidate: &Candidate, context: &Context) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "avec", "chez", "contre", "d'", "dans", "de", "depuis", "derrière", "des", "devant", "du",
        "d’", "en", "entre", "jusqu'", "jusqu’", "par", "pour", "près", "sous", "sur", "vers", "à",
    ];
    let start = candidate.words.start;
    let after = |word: &str| PREPOSITIONS.binary_search(&word).is_ok();
    if context.opens {
        // “Jourdan passa”, but no line of a table and no heading
        let end = candidate.words.end;
        return words.before(end) == " " && words.shape(end) == Some(Shape::Lower);
    }
    !context.before.any(Cues::ARTICLE | Cues::PLACE | Cues::SITE)
        && matches!(words.shape(start - 1), Some(Shape::Lower | Shape::Clitic))
        && !after(words.raw(start - 1))
        && !matches!(words.raw(start - 1), "l'" | "l’" | "la" | "le" | "les" | "L'" | "L’")
}

//! The first pass: what telling places say about words.

use super::context::{Context, Sighting};
use super::cues::Cues;
use super::score::{Score, score};
use super::vocabulary::{Type, Vocabulary};
use crate::token::Words;

/// From which score on a name teaches others.
const SURE: i32 = 6;

/// Takes note of what telling places say about words.
pub(super) fn learn(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    for sighting in found {
        count(vocabulary, sighting);
    }
    for Sighting { candidate, context } in found {
        let score = score(words, vocabulary, candidate, context);
        // “Oliver Twist” is a work where quotation marks stand around it only.
        if score.work >= SURE && !context.entitled && !context.in_title {
            for at in candidate.name() {
                note(vocabulary, at, |of| of.work += 1);
            }
        }
        let several = candidate.titles > 0 || candidate.name().len() > 1;
        if several && is_person(score) && score.person > score.organisation {
            // “Earl of Burlesdon” makes no person of Burlesdon.
            let name = candidate.name();
            // “Katharina von Rußland” makes none of Russia.
            let country = |at: usize| vocabulary.known(at + 1).country();
            let of = name.clone().find(|at| match words.raw(*at) {
                "of" | "zu" => true,
                "von" | "der" => country(*at),
                // “Anne d’Autriche”
                "de" | "d’" | "d'" => vocabulary.is_french && country(*at),
                // “l'Apollon du Louvre”
                "du" => {
                    let next = vocabulary.known(*at + 1);
                    candidate.titles == 0 && next.place() && !next.surname()
                }
                _ => false,
            });
            // “Day, Professor J.”
            let titled = |at: usize| candidate.reversed && vocabulary.known(at).title().is_some();
            let taught: Vec<usize> =
                (name.start..of.unwrap_or(name.end)).filter(|at| !titled(*at)).collect();
            for at in taught {
                note(vocabulary, at, |of| of.person += 1);
            }
        }
    }
    from_pairs(words, vocabulary, found);
}

fn is_person(score: Score) -> bool {
    score.person >= SURE && score.person > score.place
}

fn note(vocabulary: &mut Vocabulary, at: usize, change: impl Fn(&mut Type)) {
    if let Some(of) = vocabulary.get_mut(at) {
        change(of);
    }
}

/// Counts where the words of a candidate stand.
fn count(vocabulary: &mut Vocabulary, Sighting { candidate, context }: &Sighting) {
    let name = candidate.name();
    let Context { before, .. } = context;
    let alone = name.len() == 1 && candidate.titles == 0;
    for at in name {
        let inside = !candidate.initial || at > candidate.words.start;
        note(vocabulary, at, |of| {
            of.inside += u32::from(inside);
            of.place += u32::from(alone && before.any(Cues::PLACE));
            of.article += u32::from(alone && before.any(Cues::ARTICLE));
        });
    }
}

/// Takes note that one of two names joined by “and” is a person’s if the other
/// is beyond doubt.
fn from_pairs(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    for pair in found.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        let joint = one.candidate.words.end;
        let joined = joint + 1 == other.candidate.words.start
            && vocabulary.cues(joint).any(Cues::AND)
            && words.before(joint) == " "
            && words.after(joint) == " ";
        // “Salvemini, Magdaleine Paz, Poulaille”
        let listed = joint == other.candidate.words.start
            && matches!(words.before(joint), ", " | " ― " | " – " | " — ")
            // “Faith, Sir Harry”
            && !(one.candidate.initial && other.candidate.titles > 0);
        if !joined && !listed {
            continue;
        }
        let bare = !one.context.before.any(Cues::ARTICLE)
            && !one.context.opens
            && vocabulary.nouns_have_capitals;
        // “the capital of Russia and Johnny told him”
        let goes_on = other.context.after.any(Cues::VERB | Cues::HUMAN | Cues::SPEECH | Cues::PAST);
        let sure = |of: &Sighting| is_person(score(words, vocabulary, &of.candidate, &of.context));
        let (one_is_sure, other_is_sure) = (sure(one), sure(other));
        for (sure, Sighting { candidate, .. }) in [(other_is_sure, one), (one_is_sure, other)] {
            let place = vocabulary.forms[candidate.form].place > 0;
            let fits = !place && (joined || candidate.titles == 0);
            let german = vocabulary.nouns_have_capitals;
            if sure && fits && candidate.name().len() == 1 {
                note(vocabulary, candidate.name().start, |of| {
                    let known = of.known;
                    // “mit Kaufmann und Wassermann”
                    let surname = bare && joined && known.surname();
                    let other = (known.common() && !surname)
                        || known.demonym()
                        || known.not_person()
                        || (known.country() && german)
                        || (known.place() && (goes_on || listed))
                        || (known.doubtful_place() && listed);
                    of.person += u32::from(!other);
                });
            }
        }
    }
}

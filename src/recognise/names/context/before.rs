//! What the word before a name says of some names only.

use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::Words;

/// Writers of whom “in” tells what they wrote: “in Sophocles”, “in Shakespeare”.
const WRITERS: &[&str] = &[
    "Aeschylus", "Ariosto", "Aristophanes", "Aristotle", "Boccaccio", "Boileau", "Catullus",
    "Cervantes", "Chaucer", "Cicero", "Corneille", "Dante", "Demosthenes", "Dryden", "Euripides",
    "Froissart", "Gibbon", "Goethe", "Herodotus", "Hesiod", "Homer", "Horace", "Josephus",
    "Junius", "Juvenal", "Livy", "Lucan", "Lucian", "Lucretius", "Martial", "Molière", "Montaigne",
    "Montesquieu", "Nietzsche", "Ossian", "Ovid", "Petrarch", "Pindar", "Plato", "Plautus",
    "Pliny", "Plutarch", "Polybius", "Quintilian", "Rabelais", "Rousseau", "Sallust", "Sappho",
    "Schiller", "Seneca", "Shakespear", "Shakespeare", "Shakspeare", "Shakspere", "Smollett",
    "Sophocles", "Spenser", "Suetonius", "Tacitus", "Tasso", "Terence", "Theocritus", "Thucydides",
    "Tibullus", "Virgil", "Voltaire", "Wordsworth", "Xenophon",
];

/// What the word before a name says of it, where it says something else than
/// before other names; `second_before` is what the word before that says.
pub(super) fn before(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    possessive: bool,
    (before, second_before): (Cues, Cues),
) -> Cues {
    let start = candidate.words.start;
    if before == Cues::default() && second_before == Cues::default() {
        return before;
    }
    // “all Kean’s faults” are of one, “both Lindbergh and her” are two.
    let word = words.raw(start - 1);
    if word == "both" || (possessive && word == "all") {
        return Cues::default();
    }
    if is_of_writer(words, vocabulary, candidate, before) {
        return Cues::WITH;
    }
    // “this cursed Pope”
    let rank = vocabulary.get(start).is_some_and(|of| of.is_rank_or_surname);
    let other = Cues::PLACE | Cues::PATH | Cues::OF | Cues::TO | Cues::AND | Cues::WITH | Cues::ON;
    if rank && second_before.any(Cues::ARTICLE) && !before.any(other) {
        return before | Cues::ARTICLE | Cues::THE;
    }
    before
}

/// Whether everybody knows somebody of that name who wrote.
pub(super) fn is_writer(word: &str) -> bool {
    WRITERS.binary_search(&word).is_ok()
}

/// Whether it is a writer whom one reads or in whom something stands: what is no sign
/// of a writing or a place then. One reads “Burke” as one reads “Emma”.
fn is_of_writer(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    before: Cues,
) -> bool {
    if !before.any(Cues::READ | Cues::WITHIN) || candidate.words.len() > 1 {
        return false;
    }
    let known = vocabulary.known(candidate.words.start);
    let writer = is_writer(words.raw(candidate.words.start));
    let surname = known.surname() && !known.place() && !known.forename();
    (before.any(Cues::READ) && (writer || surname)) || (before.any(Cues::WITHIN) && writer)
}

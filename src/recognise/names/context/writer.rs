//! Writers, who are read as their writings are, and in whom one finds things.

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

/// What a word before a name says. Before the name of a writer it is no sign of a
/// writing or a place: one reads “Burke” as one reads “Emma”.
pub(super) fn unless_of_writer(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    before: Cues,
) -> Cues {
    if !before.any(Cues::READ | Cues::WITHIN) || candidate.words.len() > 1 {
        return before;
    }
    let known = vocabulary.known(candidate.words.start);
    let writer = WRITERS.binary_search(&words.raw(candidate.words.start)).is_ok();
    let read = before.any(Cues::READ)
        && (writer || (known.surname() && !known.place() && !known.forename()));
    let within = before.any(Cues::WITHIN) && writer;
    if read || within { Cues::WITH } else { before }
}

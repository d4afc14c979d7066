//! What the word before a name says of some names only.

use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::Words;

/// Writers, painters and composers of whom “in” tells what they made: “in Sophocles”, “in
/// Shakespeare”, “in Rubens”.
const WRITERS: &[&str] = &[
    "Aeschylus", "Ariosto", "Aristophanes", "Aristotle", "Bach", "Balzac", "Baudelaire",
    "Beethoven", "Boccaccio", "Boileau", "Bossuet", "Boswell", "Browning", "Byron", "Carlyle",
    "Catullus", "Cervantes", "Chateaubriand", "Chaucer", "Chopin", "Cicero", "Coleridge",
    "Corneille", "Dante", "Demosthenes", "Dickens", "Diderot", "Dryden", "Emerson", "Euripides",
    "Flaubert", "Froissart", "Gibbon", "Goethe", "Handel", "Haydn", "Hegel", "Heine", "Herodotus",
    "Hesiod", "Homer", "Horace", "Josephus", "Junius", "Juvenal", "Kant", "Keats", "Klopstock",
    "Lamartine", "Leibniz", "Lessing", "Livy", "Lucan", "Lucian", "Lucretius", "Macaulay",
    "Martial", "Mendelssohn", "Michelet", "Molière", "Montaigne", "Montesquieu", "Mozart",
    "Musset", "Nietzsche", "Ossian", "Ovid", "Pascal", "Petrarch", "Pindar", "Plato", "Plautus",
    "Pliny", "Plutarch", "Polybius", "Quintilian", "Rabelais", "Racine", "Raphael", "Rembrandt",
    "Renan", "Rousseau", "Rubens", "Ruskin", "Sallust", "Sappho", "Schiller", "Schopenhauer",
    "Seneca", "Shakespear", "Shakespeare", "Shakspeare", "Shakspere", "Shelley", "Smollett",
    "Sophocles", "Spenser", "Spinoza", "Stendhal", "Suetonius", "Swedenborg", "Swinburne",
    "Tacitus", "Tasso", "Tennyson", "Terence", "Thackeray", "Theocritus", "Thucydides", "Tibullus",
    "Tolstoy", "Virgil", "Voltaire", "Wieland", "Wordsworth", "Xenophon", "Zola",
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

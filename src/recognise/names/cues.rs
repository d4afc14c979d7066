//! Words that say something about the names beside them.

use std::ops::BitOr;

/// What a word says about the name before or after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cues(u16);

impl Cues {
    /// A preposition that places stand after.
    pub(super) const PLACE: Self = Self(1);
    /// One that places alone stand after, but for books and the like.
    pub(super) const WITHIN: Self = Self(1 << 1);
    /// A word of motion, after which `to` leads to a place.
    pub(super) const MOTION: Self = Self(1 << 2);
    /// An article or another word that names of persons rarely follow.
    pub(super) const ARTICLE: Self = Self(1 << 3);
    /// A verb of saying.
    pub(super) const SPEECH: Self = Self(1 << 4);
    /// A word for a relative, a trade or an age, which a name may follow.
    pub(super) const KIN: Self = Self(1 << 5);
    /// A verb that persons are the subject of.
    pub(super) const VERB: Self = Self(1 << 6);
    /// What is called after persons.
    pub(super) const AFFAIR: Self = Self(1 << 7);
    /// A word for a kind of writing, which a title may follow.
    pub(super) const WORK: Self = Self(1 << 8);
    /// Who makes writings.
    pub(super) const AUTHOR: Self = Self(1 << 9);
    /// A word that joins two of a kind.
    pub(super) const AND: Self = Self(1 << 10);
    /// `of`
    pub(super) const OF: Self = Self(1 << 11);
    /// `on`
    pub(super) const ON: Self = Self(1 << 12);
    /// `to`
    pub(super) const TO: Self = Self(1 << 13);
    /// `the`
    pub(super) const THE: Self = Self(1 << 14);
    /// A word with the ending of a past tense.
    pub(super) const PAST: Self = Self(1 << 15);

    /// What `word`, which begins with a small letter, says.
    pub(super) fn of(word: &str) -> Self {
        let listed = LISTS.iter().filter(|(_, words)| words.contains(&word));
        let cues = listed.fold(Self::default(), |cues, (cue, _)| cues | *cue);
        if word.ends_with("ed") { cues | Self::PAST } else { cues }
    }

    /// Whether it says any of these.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

impl BitOr for Cues {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const LISTS: &[(Cues, &[&str])] = &[
    (Cues::PLACE, &["in", "at", "near", "into", "from", "towards", "toward", "à", "nach"]),
    (Cues::WITHIN, &["in", "into", "near"]),
    (Cues::OF, &["of"]),
    (Cues::ON, &["on"]),
    (Cues::TO, &["to"]),
    (Cues::THE, &["the"]),
    (Cues::AND, &["and", "or", "et", "und"]),
    (Cues::AUTHOR, &["author", "editor", "édition"]),
    (
        Cues::MOTION,
        &[
            "went", "go", "goes", "going", "gone", "came", "come", "coming", "returned", "return",
            "walked", "rode", "drove", "sailed", "journey", "trip", "road", "way", "back",
            "travelled", "arrived", "sent", "set", "march", "marched", "moved", "on", "down", "up",
            "over", "reached", "left", "invitations", "delegation",
        ],
    ),
    (
        Cues::ARTICLE,
        &[
            "the", "this", "these", "those", "a", "an", "every", "each", "any", "no", "some",
            "all", "la", "le", "les", "une", "un", "die", "das", "der", "den", "dem", "des", "ein",
            "eine", "its",
        ],
    ),
    (
        Cues::SPEECH,
        &[
            "said", "says", "replied", "cried", "asked", "answered", "exclaimed", "observed",
            "remarked", "whispered", "murmured", "continued", "returned", "added", "thought",
            "muttered", "shouted", "laughed", "sighed", "nodded", "smiled", "resumed", "repeated",
            "interrupted", "responded", "declared", "begged", "told", "wrote", "writes",
        ],
    ),
    (
        Cues::KIN,
        &[
            "sister", "brother", "wife", "husband", "son", "daughter", "cousin", "uncle", "aunt",
            "friend", "nephew", "niece", "sister-in-law", "brother-in-law", "father-in-law",
            "mother-in-law", "poet", "musician", "seaman", "painter", "actor", "writer",
            "novelist", "philosopher", "servant", "maid", "comrade", "named", "called", "sœur",
            "frère", "dear", "little", "poor", "old", "young",
        ],
    ),
    (
        Cues::VERB,
        &[
            "is", "was", "has", "had", "will", "would", "could", "should", "did", "does", "can",
            "may", "might", "must", "came", "went", "took", "made", "gave", "knew", "saw", "felt",
            "looked", "stood", "sat", "turned", "began", "seemed", "who", "himself", "herself",
            "arranged", "entered", "spoke", "believes", "believed", "feels", "fears", "followed",
            "never", "also", "hat", "ist", "war", "est", "était", "a",
        ],
    ),
    (
        Cues::AFFAIR,
        &[
            "assassination", "affair", "case", "trial", "girl", "girls", "boy", "boys", "family",
            "murder", "government", "ministry", "cabinet", "papers", "brothers", "sisters",
            "children", "household", "estate", "murders",
        ],
    ),
    (
        Cues::WORK,
        &[
            "pamphlet", "magazine", "novel", "book", "poem", "play", "opera", "article", "journal",
            "newspaper", "review", "tragedy", "comedy", "drama", "paper", "novels", "books",
            "entitled", "periodical", "roman", "revue",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::Cues;

    #[test]
    fn words() {
        assert!(Cues::of("in").any(Cues::PLACE) && Cues::of("in").any(Cues::WITHIN));
        assert!(Cues::of("returned").any(Cues::SPEECH) && Cues::of("returned").any(Cues::MOTION));
        assert!(Cues::of("strolled").any(Cues::PAST));
        assert_eq!(Cues::of("ink"), Cues::default());
    }
}

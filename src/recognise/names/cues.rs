//! Words that say something about the names beside them.

mod words;

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word says about the name before or after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cues(u64);

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
    /// A verb that names are often the subject of.
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
    /// A verb that only persons are the subject of, or `who`.
    pub(super) const HUMAN: Self = Self(1 << 16);
    /// A verb whose object is a person: `told`, `married`.
    pub(super) const TO_WHOM: Self = Self(1 << 17);
    /// What is from or to persons: `letter`, `heard`.
    pub(super) const LETTER: Self = Self(1 << 18);
    /// A part or a relative of persons, after `’s`.
    pub(super) const BODY: Self = Self(1 << 19);
    /// A verb whose object is a place: `reached`.
    pub(super) const REACH: Self = Self(1 << 20);
    /// What is of places: `banks`, `north`, `inhabitants`.
    pub(super) const PART: Self = Self(1 << 21);
    /// A kind of place, beside its name or before `of`: `hill`.
    pub(super) const SITE: Self = Self(1 << 22);
    /// A preposition of place that also has other uses: `through`.
    pub(super) const PATH: Self = Self(1 << 23);
    /// A word that shows a name with an article to be a people’s: `are`, `tribe`.
    pub(super) const PEOPLE: Self = Self(1 << 24);
    /// A word of quantity, after which there are several: `many`.
    pub(super) const SEVERAL: Self = Self(1 << 25);
    /// A verb whose object is a writing.
    pub(super) const READ: Self = Self(1 << 26);
    /// `with`, `by` and others that persons stand after more often.
    pub(super) const WITH: Self = Self(1 << 27);
    /// `from`
    pub(super) const FROM: Self = Self(1 << 28);
    /// A kind of place whose word belongs to the name before it: `Kambala hill`,
    /// `Theresa’s village`.
    pub(super) const SITE_AFTER: Self = Self(1 << 31);
    /// A kind of writing that titles name with a capital: `Life`.
    pub(super) const GENRE: Self = Self(1 << 32);
    /// What is done to persons or is of them, after their names: `murder`.
    pub(super) const FATE: Self = Self(1 << 33);
    /// A word after which quotation marks stand around a name: `known as`.
    pub(super) const ALIAS: Self = Self(1 << 34);
    /// A word for a people, after its name.
    pub(super) const TRIBE: Self = Self(1 << 35);
    /// Who or what belongs to a people or a place, after its name: `men`.
    pub(super) const GROUP: Self = Self(1 << 40);
    /// What rivers do: `flows`.
    pub(super) const FLOW: Self = Self(1 << 36);
    /// `a` or `an`
    pub(super) const A: Self = Self(1 << 37);
    /// `worked`, after which `at` has a work.
    pub(super) const LABOUR: Self = Self(1 << 38);
    /// A verb after which `at` has no place: `looked`.
    pub(super) const AIM: Self = Self(1 << 30);
    /// A preposition that the owner of a house stands after: `chez`, `bei`.
    pub(super) const CHEZ: Self = Self(1 << 39);
    /// A verb that several are the subject of: `are`.
    pub(super) const PLURAL: Self = Self(1 << 43);
    /// A kind of ship, before its name.
    pub(super) const SHIP: Self = Self(1 << 41);
    /// `board`, after which `the` has a ship.
    pub(super) const BOARD: Self = Self(1 << 42);
    /// `at`
    pub(super) const AT: Self = Self(1 << 29);
    /// A title written small, as French writes all before names: `maréchal`.
    pub(super) const RANK: Self = Self(1 << 44);
    /// A preposition that has swallowed an article, as no person has one: `im`.
    pub(super) const WITH_ARTICLE: Self = Self(1 << 45);
    /// A word after which `bei` leads to a place: `vorn bei Sailly`.
    pub(super) const LOCATED: Self = Self(1 << 46);

    /// What `word`, which begins with a small letter, says.
    pub(super) fn of(word: &str) -> Self {
        let cues = TABLE.get(word).copied().unwrap_or_default();
        if word.ends_with("ed") { cues | Self::PAST } else { cues }
    }

    /// What it says apart from these.
    pub(super) const fn without(self, of: Self) -> Self {
        Self(self.0 & !of.0)
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

/// The words of all lists, each with all that it says.
static TABLE: LazyLock<FxHashMap<&str, Cues>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Cues> = FxHashMap::default();
    for (cue, words) in words::LISTS {
        for word in *words {
            let cues = table.entry(word).or_default();
            *cues = *cues | *cue;
        }
    }
    table
});

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

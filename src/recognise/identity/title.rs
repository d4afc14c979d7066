//! What the title before a name tells of its bearer.

use crate::lexicon;
use crate::token::Words;

/// Whom a title or forename is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sex {
    Man,
    /// A woman, by her forename or a title that leaves it open.
    Woman,
    Wife,
    Unmarried,
}

impl Sex {
    /// Whether both can be said of one person.
    pub(super) fn agrees(self, other: Self) -> bool {
        match (self, other) {
            (Self::Man, other) | (other, Self::Man) => other == Self::Man,
            (Self::Wife, Self::Unmarried) | (Self::Unmarried, Self::Wife) => false,
            _ => true,
        }
    }
}

/// What kind of title it is; a person may have some of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// `Mr`, which nobody is called who has a title of nobility.
    Plain,
    Noble,
    Military,
    Clergy,
    Doctor,
    /// `Aunt`, with a forename.
    Kin,
}

impl Rank {
    /// Whether one person can have both.
    pub(super) fn agrees(self, other: Self) -> bool {
        use Rank::{Clergy, Doctor, Military, Noble, Plain};
        !matches!(
            (self, other),
            (Plain, Noble)
                | (Noble, Plain)
                | (Military, Clergy | Doctor)
                | (Clergy | Doctor, Military)
        )
    }
}

/// Before the surname of a married woman.
const WIVES: &[&str] = &[
    "Dowager", "Frau", "Fru", "Goodwife", "Goody", "Lady", "Ly", "Ma'am", "Madam", "Madame",
    "Mdme", "Mevrouw", "Missis", "Missus", "Mistress", "Mme", "Mrs", "Senhora", "Señora",
    "Signora", "Veuve", "Vve", "Widow", "Witwe",
];

/// Before the surname, or the forename, of an unmarried one.
const UNMARRIED: &[&str] = &[
    "Fraulein", "Frl", "Fräulein", "Fröken", "Mademoiselle", "Mdlle", "Mejuffrouw", "Melle",
    "Miss", "Misses", "Mlle", "Panna", "Senorita", "Señorita", "Signorina",
];

/// Of women, married or not.
const WOMEN: &[&str] = &[
    "Abbess", "Archduchess", "Aunt", "Auntie", "Aunty", "Babushka", "Baroness", "Baronne", "Begum",
    "Comtesse", "Contessa", "Countess", "Cousine", "Czarina", "Dame", "Dona", "Donna", "Duchess",
    "Duchesse", "Electress", "Empress", "Freifrau", "Fürstin", "Genossin", "Governess", "Gran",
    "Grandma", "Grandmama", "Grandmother", "Grannie", "Granny", "Gräfin", "Herzogin", "Infanta",
    "Kaiserin", "Königin", "Marchesa", "Marchioness", "Marquise", "Mis", "Mother", "Ms", "Mère",
    "Niece", "Nurse", "Oma", "Princess", "Princesse", "Prinzessin", "Queen", "Regina", "Reine",
    "Sainte", "Santa", "Schwester", "Sister", "Soeur", "Sultana", "Suor", "Sœur", "Tante",
    "Tsarina", "Vicomtesse", "Viscountess", "Zarin", "Zia", "Äbtissin",
];

/// Of women and men alike.
const OF_ALL: &[&str] = &[
    "Camarade", "Citizen", "Comrade", "Cos", "Cousin", "Cousins", "Coz", "Doctor", "Dr", "Genosse",
    "Prof", "Professor", "Saint", "St", "Tovarishch",
];

const NOBLE: &[&str] = &[
    "Archduke", "Baron", "Baronet", "Comte", "Count", "Czar", "Don", "Duc", "Duke", "Earl", "Emir",
    "Emperor", "Erzherzog", "Fürst", "Graf", "Grossherzog", "Herzog", "Kaiser", "Khan", "King",
    "Kronprinz", "König", "Laird", "Ld", "Lord", "Maharajah", "Markgraf", "Marquess", "Marquis",
    "Prince", "Princess", "Prinz", "Queen", "Rajah", "Roi", "Shah", "Sheikh", "Sir", "Sultan",
    "Tsar", "Vicomte", "Viscount",
];

/// Of those whose forename is their name.
const SOVEREIGNS: &[&str] = &[
    "Czar", "Empereur", "Emperor", "Empress", "Kaiser", "Kaiserin", "King", "König", "Königin",
    "Pope", "Queen", "Reine", "Roi", "Saint", "Sainte", "St", "Sultan", "Tsar", "Zar",
];

const MILITARY: &[&str] = &[
    "Adm", "Admiral", "Brigadier", "Capitaine", "Capt", "Captain", "Captn", "Col", "Colonel",
    "Commandant", "Commander", "Commodore", "Corporal", "Ensign", "Feldmarschall", "Gen",
    "General", "Général", "Hauptmann", "Leutnant", "Lieut", "Lieutenant", "Lt", "Major",
    "Maréchal", "Oberst", "Private", "Rittmeister", "Serg", "Sergeant", "Serjeant", "Sgt",
];

const CLERGY: &[&str] = &[
    "Abbot", "Abbé", "Archbishop", "Archdeacon", "Bishop", "Bp", "Canon", "Cardinal", "Curate",
    "Curé", "Deacon", "Dean", "Parson", "Pastor", "Pfarrer", "Pope", "Prebendary", "Rabbi", "Rev",
    "Revd", "Reverend", "Vicar",
];

const DOCTORS: &[&str] = &["Doctor", "Doktor", "Dr", "Prof", "Professor", "Surgeon"];

const PLAIN: &[&str] = &[
    "Herr", "Herrn", "Hr", "M", "Master", "Messrs", "Mishter", "Mistah", "Mister", "Misther",
    "Monsieur", "Mr", "Senor", "Señor", "Signor", "Sr",
];

const KIN: &[&str] = &[
    "Aunt", "Auntie", "Aunty", "Gran", "Grandfather", "Grandma", "Grandmamma", "Grandmother",
    "Grandpa", "Grandpapa", "Grannie", "Granny", "Oncle", "Onkel", "Oom", "Tante", "Uncle",
    "Unkle", "Zia", "Zio",
];

/// Titles that stand before a forename as well as before a surname.
const BEFORE_FORENAMES: &[&str] = &[
    "Archduchess", "Archduke", "Baroness", "Brother", "Citizen", "Comrade", "Countess", "Dame",
    "Don", "Dona", "Donna", "Duchess", "Emperor", "Empress", "Father", "Fra", "Fräulein",
    "Infanta", "Kaiser", "King", "Kronprinz", "König", "Königin", "Lady", "Lord", "Mademoiselle",
    "Master", "Miss", "Mlle", "Mother", "Nurse", "Pope", "Prince", "Princess", "Prinz",
    "Prinzessin", "Queen", "Saint", "Sir", "Sister", "St", "Tsar",
];

/// Whom a title is said of.
pub(super) fn sex(title: &str) -> Option<Sex> {
    if has(WIVES, title) {
        Some(Sex::Wife)
    } else if has(UNMARRIED, title) {
        Some(Sex::Unmarried)
    } else if has(WOMEN, title) {
        Some(Sex::Woman)
    } else if has(OF_ALL, title) || lexicon::look_up(title).title().is_none() {
        None
    } else {
        Some(Sex::Man)
    }
}

/// What kind of title it is, if that matters.
pub(super) fn rank(title: &str) -> Option<Rank> {
    let ranks = [
        (NOBLE, Rank::Noble),
        (MILITARY, Rank::Military),
        (CLERGY, Rank::Clergy),
        (DOCTORS, Rank::Doctor),
        (PLAIN, Rank::Plain),
        (KIN, Rank::Kin),
    ];
    ranks.iter().find(|(words, _)| has(words, title)).map(|(_, rank)| *rank)
}

/// Whether those who have it are called by a forename alone: kings and saints.
pub(super) fn is_sovereign(title: &str) -> bool {
    has(SOVEREIGNS, title)
}

/// Whether a forename may follow it.
pub(super) fn is_before_forenames(title: &str) -> bool {
    has(BEFORE_FORENAMES, title) || rank(title) == Some(Rank::Kin)
}

/// Whom the title of nobility is said of that French writes small before the name
/// that begins with word `start`: “la duchesse de Choiseul”.
pub(super) fn ennobled(words: Words<'_>, start: usize) -> Option<Sex> {
    let title = start.checked_sub(2)?;
    let particle = matches!(words.raw(start - 1), "de" | "d’" | "d'" | "du");
    match words.raw(title) {
        _ if !particle || words.before(start - 1) != " " => None,
        "baronne" | "comtesse" | "duchesse" | "marquise" | "maréchale" | "princesse"
        | "vicomtesse" => Some(Sex::Woman),
        "baron" | "chevalier" | "comte" | "duc" | "marquis" | "maréchal" | "prince" | "vicomte" => {
            Some(Sex::Man)
        }
        _ => None,
    }
}

fn has(words: &[&str], title: &str) -> bool {
    words.binary_search(&title).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{
        BEFORE_FORENAMES, CLERGY, DOCTORS, KIN, MILITARY, NOBLE, OF_ALL, PLAIN, Rank, SOVEREIGNS,
        Sex, UNMARRIED, WIVES, WOMEN, rank, sex,
    };

    #[test]
    fn the_lists_are_sorted() {
        for list in [
            WIVES, UNMARRIED, WOMEN, OF_ALL, NOBLE, MILITARY, CLERGY, DOCTORS, PLAIN, KIN,
            BEFORE_FORENAMES, SOVEREIGNS,
        ] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }

    #[test]
    fn titles() {
        assert_eq!((sex("Mrs"), rank("Mrs")), (Some(Sex::Wife), None));
        assert_eq!((sex("Aunt"), rank("Aunt")), (Some(Sex::Woman), Some(Rank::Kin)));
        assert_eq!((sex("Captain"), rank("Captain")), (Some(Sex::Man), Some(Rank::Military)));
        assert_eq!((sex("Comrade"), rank("Comrade")), (None, None));
    }

    #[test]
    fn titles_of_one_person() {
        assert!(Rank::Plain.agrees(Rank::Military) && Rank::Clergy.agrees(Rank::Doctor));
        assert!(!Rank::Plain.agrees(Rank::Noble) && !Rank::Doctor.agrees(Rank::Military));
        assert!(!Sex::Man.agrees(Sex::Wife) && !Sex::Wife.agrees(Sex::Unmarried));
        assert!(Sex::Woman.agrees(Sex::Wife));
    }
}

//! Words the recognisers know: names and what can be mistaken for them.
//!
//! The lists are text files in `lists/`; `lists/SOURCES.md` tells where they
//! come from. The build script makes one finite-state map of them, so that one
//! look tells all that they say of a word.

mod classes;
mod german;

use std::borrow::Cow;
use std::ops::BitOr;
use std::sync::LazyLock;

use classes as bit;
pub(crate) use german::{
    is_german, is_german_inflected, is_german_plural, is_plain_german, modern_german,
};

static LEXICON: LazyLock<fst::Map<&'static [u8]>> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst"));
    fst::Map::new(bytes.as_slice()).expect("the build script wrote it")
});

/// The words of a language, which are asked for in texts of that language alone.
type Language = LazyLock<fst::Set<&'static [u8]>>;

static FRENCH: Language = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/french_words.fst"));
    fst::Set::new(bytes.as_slice()).expect("the build script wrote it")
});

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known(u32);

/// The gender that a forename tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// A man’s name.
    Male,
    /// A woman’s name.
    Female,
}

/// What kind of title stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// `Mr`, `Mrs`, `Frau`.
    Address,
    /// `Aunt`, `Cousin`.
    Kin,
    /// Any other: ranks, offices, nobility, church.
    Other,
}

/// What the lists say of a word or a name as it stands.
fn get(entry: &str) -> u32 {
    LEXICON.get(entry).map_or(0, |bits| u32::try_from(bits).unwrap_or(0))
}

/// Whether `word` is a common forename.
pub(crate) fn is_forename(word: &str) -> bool {
    get(&proper_case(word)) & (bit::FORENAME | bit::DOUBTFUL_FORENAME) != 0
}

/// `GIDE` as `Gide`, `JEAN-PAUL` as `Jean-Paul`; `NRF`, which has few letters,
/// as it is.
pub(crate) fn proper_case(form: &str) -> Cow<'_, str> {
    const LETTERS: usize = 3;
    if form.chars().count() > LETTERS { small_but_first(form) } else { Cow::Borrowed(form) }
}

/// `MR` as `Mr`, and `SIR` as `Sir`: the same of what is known to be a title.
pub(crate) fn proper_title(form: &str) -> Cow<'_, str> {
    if form.len() > 1 { small_but_first(form) } else { Cow::Borrowed(form) }
}

fn small_but_first(form: &str) -> Cow<'_, str> {
    if form.chars().any(char::is_lowercase) {
        return Cow::Borrowed(form);
    }
    let mut begins = true;
    let letters = form.chars().flat_map(|c| {
        let letter = if begins { c.to_string() } else { c.to_lowercase().collect() };
        begins = !c.is_alphabetic();
        letter.chars().collect::<Vec<_>>()
    });
    Cow::Owned(letters.collect())
}

/// Titles of few letters that headings have in capitals: “TO DR. CURRIE”.
const SHORT_TITLES: &[&str] = &["Col", "Dr", "Gen", "Lt", "Rev", "Sir", "St"];

/// What the lists say of `MR` or `REV`, if that is a title in capitals.
pub(crate) fn short_title(form: &str) -> Known {
    const LONGEST: usize = 4;
    if form.len() < 2 || form.len() > LONGEST || !form.bytes().all(|c| c.is_ascii_uppercase()) {
        return Known::default();
    }
    let proper = format!("{}{}", &form[..1], form[1..].to_lowercase());
    let known = look_up(&proper);
    let title = known.title() == Some(Title::Address)
        || SHORT_TITLES.binary_search(&proper.as_str()).is_ok();
    if title { known } else { Known::default() }
}

/// Whether letters without their stops name a postal district: the `SW` of
/// `London, S.W.3`.
pub(crate) fn is_postal_district(letters: &str) -> bool {
    matches!(letters, "E" | "EC" | "N" | "NE" | "NW" | "S" | "SE" | "SW" | "W" | "WC")
}

/// Whether letters without their stops name a state or a province: the `NY` of `Albany, N.Y.`
pub(crate) fn is_state(letters: &str) -> bool {
    matches!(letters, "BC" | "DC" | "NC" | "ND" | "NH" | "NJ" | "NM" | "NS" | "NY" | "RI" | "SD")
}

/// Whether letters without their stops stand before the names of ships: the `HMS` of
/// `H.M.S. Menelaus`.
pub(crate) fn is_ship(letters: &str) -> bool {
    matches!(letters, "HMAS" | "HMCS" | "HMHS" | "HMS" | "HMT" | "RMS" | "SMS" | "USS")
}

/// What follows the article or preposition that a word of French begins with: the
/// `Angleterre` of `L'Angleterre`.
pub(crate) fn after_elision(form: &str) -> Option<&str> {
    let (elided, rest) = form.split_once(['\'', '’'])?;
    (matches!(elided, "L" | "D") && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// Whether the words are the name of a place, which may consist of several.
pub(crate) fn is_place(name: &str) -> bool {
    get(name) & bit::PLACE != 0
}

/// Whether a word is written small unless it begins a sentence or a name.
pub(crate) fn is_common(lower: &str) -> bool {
    get(lower) & bit::COMMON != 0
}

/// Whether a word with small letters is a French one, inflected as it may be.
pub(crate) fn is_french(lower: &str) -> bool {
    let has = |word: &str| FRENCH.contains(word);
    let one = lower.strip_suffix('s').unwrap_or(lower);
    has(one) || one.strip_suffix('e').is_some_and(has) || is_plain_french(lower)
}

/// Whether a word with small letters is built as a form of a French verb, such as
/// verses begin with: `sentira`, `semaient`, `bleuissent`.
pub(crate) fn is_french_verb(lower: &str) -> bool {
    // A shorter one is as likely a name: `Clara`.
    const SHORTEST: usize = 5;
    const FUTURE: &[&str] =
        &["a", "ai", "aient", "ais", "ait", "as", "ez", "iez", "ions", "ons", "ont"];
    const PAST: &[&str] = &["aient", "assent", "issait", "issant", "issent", "èrent"];
    let infinitive = |stem: &str| {
        let ending = |ending: &&str| FRENCH.contains(stem.to_owned() + ending);
        stem.ends_with("er") && FRENCH.contains(stem)
            || stem.ends_with("ir") && FRENCH.contains(stem)
            || ["dr", "tr", "vr"].iter().any(|end| stem.ends_with(end)) && ending(&"e")
    };
    let mut future = FUTURE.iter().filter_map(|ending| lower.strip_suffix(ending));
    let mut past = PAST.iter().filter_map(|ending| lower.strip_suffix(ending));
    future.any(|stem| stem.len() >= SHORTEST && infinitive(stem))
        || past.any(|stem| ["er", "ir"].iter().any(|end| FRENCH.contains(stem.to_owned() + end)))
}

/// Whether a word with small letters is a French one as it stands.
pub(crate) fn is_plain_french(lower: &str) -> bool {
    FRENCH.contains(lower)
}

/// What the lists say of a word with a capital.
pub(crate) fn look_up(word: &str) -> Known {
    let said = get(word);
    let bits = said & !bit::COMMON;
    let small = !word.contains(char::is_uppercase);
    let lower = if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    // “Ironstones”, but not “Brooks”
    let plural = || bits == 0 && lower.strip_suffix('s').is_some_and(is_common);
    let common = if small { said & bit::COMMON != 0 } else { is_common(&lower) };
    let common = common || is_common_compound(&lower) || plural();
    Known(bits | if common { bit::COMMON } else { 0 })
}

/// What the lists of names say of several words together.
pub(crate) fn look_up_several(words: &str) -> Known {
    Known(get(words) & !bit::COMMON)
}

/// Whether each part of a compound is common: `good-looking`.
fn is_common_compound(lower: &str) -> bool {
    lower.contains('-') && lower.split('-').all(is_common)
}

impl BitOr for Known {
    type Output = Self;

    /// What either says.
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Known {
    const fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// A forename, and nothing else that is common.
    pub(crate) const fn forename(self) -> bool {
        self.has(bit::FORENAME)
    }

    /// A forename that is also a common word, a place or a surname.
    pub(crate) const fn doubtful_forename(self) -> bool {
        self.has(bit::DOUBTFUL_FORENAME)
    }

    /// The gender of the forename.
    pub(crate) const fn gender(self) -> Option<Gender> {
        if self.has(bit::MALE) {
            Some(Gender::Male)
        } else if self.has(bit::FEMALE) {
            Some(Gender::Female)
        } else {
            None
        }
    }

    /// A frequent surname that is no common word.
    pub(crate) const fn surname(self) -> bool {
        self.has(bit::SURNAME)
    }

    /// A place, and nothing else that is common.
    pub(crate) const fn place(self) -> bool {
        self.has(bit::PLACE)
    }

    /// A country, which acts as persons do in what is written of politics.
    pub(crate) const fn country(self) -> bool {
        self.has(bit::COUNTRY)
    }

    /// A place whose name is also a word or the name of persons.
    pub(crate) const fn doubtful_place(self) -> bool {
        self.has(bit::DOUBTFUL_PLACE)
    }

    /// An inhabitant of a place, a believer, or the adjective.
    pub(crate) const fn demonym(self) -> bool {
        self.has(bit::DEMONYM)
    }

    /// What stands before names of persons: `Mr`, `General`.
    pub(crate) const fn title(self) -> Option<Title> {
        if self.has(bit::ADDRESS) {
            Some(Title::Address)
        } else if self.has(bit::KIN) {
            Some(Title::Kin)
        } else if self.has(bit::OTHER_TITLE) {
            Some(Title::Other)
        } else {
            None
        }
    }

    /// What follows names of persons: `Esq`, `Jr`, `MP`.
    pub(crate) const fn suffix(self) -> bool {
        self.has(bit::SUFFIX)
    }

    /// What heads the name of a street, building or landscape: the `Rue` of
    /// `Rue Vaneau`, the `Street` of `Downing Street`.
    pub(crate) const fn heads_place(self) -> bool {
        self.has(bit::PLACE_HEAD_BEFORE | bit::PLACE_HEAD_AFTER)
    }

    /// Such a head that stands before the rest of the name: `Rue`.
    pub(crate) const fn opens_place(self) -> bool {
        self.has(bit::PLACE_HEAD_BEFORE)
    }

    /// Such a head that stands after the rest of the name: `Street`.
    pub(crate) const fn closes_place(self) -> bool {
        self.has(bit::PLACE_HEAD_AFTER)
    }

    /// What heads the name of an organisation.
    pub(crate) const fn heads_organisation(self) -> bool {
        self.has(bit::ORGANISATION_HEAD_BEFORE | bit::ORGANISATION_HEAD_AFTER)
    }

    /// Such a head that stands before the rest of the name.
    pub(crate) const fn opens_organisation(self) -> bool {
        self.has(bit::ORGANISATION_HEAD_BEFORE)
    }

    /// Such a head that stands after the rest of the name.
    pub(crate) const fn closes_organisation(self) -> bool {
        self.has(bit::ORGANISATION_HEAD_AFTER)
    }

    /// A capitalized word that is no person: `Christmas`, `Parliament`.
    pub(crate) const fn not_person(self) -> bool {
        self.has(bit::NOT_PERSON)
    }

    /// As a German or French word: usually no name, and a place only if more speaks for it.
    pub(crate) const fn as_word(self) -> Self {
        let place = if self.place() { bit::DOUBTFUL_PLACE } else { 0 };
        Self(self.0 & !bit::PLACE | place | bit::COMMON)
    }

    /// As a surname that it is in a text, though it is a title, too.
    pub(crate) const fn as_surname(self) -> Self {
        Self(self.0 & !(bit::NOT_PERSON | bit::COMMON) | bit::SURNAME)
    }

    /// As a German word, which is a forename only if more speaks for it: `Tod`.
    pub(crate) const fn as_noun(self) -> Self {
        let word = self.as_word();
        let forename = if self.forename() { bit::DOUBTFUL_FORENAME } else { 0 };
        Self(word.0 & !(bit::FORENAME | bit::DOUBTFUL_FORENAME) | forename)
    }

    /// As a name that is a word only in another language: `Else`.
    pub(crate) const fn as_no_word(self) -> Self {
        Self(self.0 & !bit::COMMON)
    }

    /// As the form of a German noun, and no place: `Saale`.
    pub(crate) const fn as_noun_alone(self) -> Self {
        Self(self.0 & !(bit::PLACE | bit::DOUBTFUL_PLACE) | bit::COMMON)
    }

    /// A word that is usually written small.
    pub(crate) const fn common(self) -> bool {
        self.has(bit::COMMON)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{
        Gender, Known, Title, get, is_french, is_german, is_place, is_plain_french, look_up,
        proper_case,
    };

    #[test]
    fn every_entry_is_found() {
        type Says = fn(Known) -> bool;
        let lists: &[(&str, Says)] = &[
            ("common_words", Known::common),
            ("demonyms", Known::demonym),
            ("doubtful_forenames", Known::doubtful_forename),
            ("doubtful_places", Known::doubtful_place),
            ("forenames", Known::forename),
            ("not_persons", Known::not_person),
            ("organisation_heads", Known::heads_organisation),
            ("place_heads", Known::heads_place),
            ("places", Known::place),
            ("suffixes", Known::suffix),
            ("surnames", Known::surname),
            ("titles", |known| known.title().is_some()),
        ];
        for (list, says) in lists {
            let text = read(list);
            let entries: Vec<&str> =
                text.lines().map(|line| line.split('\t').next().unwrap()).collect();
            assert!(entries.is_sorted_by(|a, b| a < b), "{list}");
            let missing = entries.iter().find(|entry| !says(Known(get(entry))));
            assert_eq!(missing, None, "{list}");
        }
    }

    fn read(list: &str) -> String {
        let path = format!("{}/src/lexicon/lists/{list}.txt", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn every_word_of_a_language_is_found() {
        let french = read("french_words");
        let german = read("german_words");
        assert!(french.lines().is_sorted() && german.lines().is_sorted());
        assert_eq!(french.lines().find(|word| !is_plain_french(word)), None);
        assert_eq!(german.lines().find(|word| !is_german(word)), None);
        assert!(is_french("arrivés") && is_french("petites") && !is_french("schnell"));
        for verb in ["sentira", "semaient", "bleuissent", "planèrent", "attendrait"] {
            assert!(super::is_french_verb(verb), "{verb}");
        }
        for name in ["clara", "elvira", "laurent", "rabelais", "vincent", "cambrai"] {
            assert!(!super::is_french_verb(name), "{name}");
        }
    }

    #[test]
    fn capitals() {
        assert_eq!(proper_case("GIDE"), "Gide");
        assert_eq!(proper_case("JEAN-PAUL"), "Jean-Paul");
        assert_eq!(proper_case("O’BRIEN"), "O’Brien");
        assert_eq!(proper_case("NRF"), "NRF");
        assert_eq!(proper_case("McLeod"), "McLeod");
    }

    #[test]
    fn what_the_lists_say() {
        assert_eq!(look_up("Henri").gender(), Some(Gender::Male));
        assert_eq!(look_up("Mrs").title(), Some(Title::Address));
        assert!(look_up("Leningrad").place() && is_place("New York"));
        assert!(look_up("Under").common() && look_up("Good-looking").common());
        assert!(look_up("Rue").opens_place() && !look_up("Rue").closes_place());
        assert_eq!(look_up("Qqq"), Known::default());
    }
}

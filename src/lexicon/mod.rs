//! Words the recognisers know: names and what can be mistaken for them.
//!
//! Each list is a text file beside this one, sorted by bytes, with one entry to
//! a line and a class after a tab where there is one; `SOURCES.md` tells where
//! they come from. They are searched as they are, so they cost nothing until
//! asked.

/// A sorted list of words or names.
struct List(&'static str);

static FORENAMES: List = List(include_str!("forenames.txt"));
static DOUBTFUL_FORENAMES: List = List(include_str!("doubtful_forenames.txt"));
static SURNAMES: List = List(include_str!("surnames.txt"));
static DOUBTFUL_SURNAMES: List = List(include_str!("doubtful_surnames.txt"));
static PLACES: List = List(include_str!("places.txt"));
static DOUBTFUL_PLACES: List = List(include_str!("doubtful_places.txt"));
static DEMONYMS: List = List(include_str!("demonyms.txt"));
static TITLES: List = List(include_str!("titles.txt"));
static SUFFIXES: List = List(include_str!("suffixes.txt"));
static PLACE_HEADS: List = List(include_str!("place_heads.txt"));
static ORGANISATION_HEADS: List = List(include_str!("organisation_heads.txt"));
static NOT_PERSONS: List = List(include_str!("not_persons.txt"));
static COMMON_WORDS: List = List(include_str!("common_words.txt"));

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a word can be on any of the lists")]
pub(crate) struct Known {
    /// A forename, and nothing else that is common.
    pub forename: bool,
    /// A forename that is also a common word, a place or a surname.
    pub doubtful_forename: bool,
    /// The gender of the forename.
    pub gender: Option<Gender>,
    /// A frequent surname that is no common word.
    pub surname: bool,
    /// A surname that is also a common word.
    pub doubtful_surname: bool,
    /// A place.
    pub place: bool,
    /// A place whose name is also a word or the name of persons.
    pub doubtful_place: bool,
    /// An inhabitant of a place, a believer, or the adjective.
    pub demonym: bool,
    /// What stands before names of persons: `Mr`, `General`.
    pub title: Option<Title>,
    /// What heads the name of a street, building or landscape.
    pub place_head: Option<Side>,
    /// What heads the name of an organisation.
    pub organisation_head: Option<Side>,
    /// A capitalized word that is no person: `Christmas`, `Parliament`.
    pub not_person: bool,
    /// A word that is usually written small.
    pub common: bool,
}

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

/// Where a word stands that heads a name: `Rue Vaneau`, `Downing Street`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Before the rest of it.
    Before,
    /// After it.
    After,
    /// Either.
    Either,
}

impl Side {
    /// Whether it may stand before the rest of the name.
    pub(crate) fn is_before(self) -> bool {
        self != Self::After
    }

    /// Whether it may stand after the rest of the name.
    pub(crate) fn is_after(self) -> bool {
        self != Self::Before
    }
}

/// Whether `word` is a common forename.
pub(crate) fn is_forename(word: &str) -> bool {
    FORENAMES.get(word).is_some() || DOUBTFUL_FORENAMES.get(word).is_some()
}

/// Whether the words are the name of a place, which may consist of several.
pub(crate) fn is_place(name: &str) -> bool {
    PLACES.get(name).is_some()
}

/// Whether a word is written small unless it begins a sentence or a name.
pub(crate) fn is_common(lower: &str) -> bool {
    COMMON_WORDS.get(lower).is_some()
}

/// Whether the word follows names of persons: `Esq`, `Jr`, `MP`.
pub(crate) fn is_suffix(word: &str) -> bool {
    SUFFIXES.get(word).is_some()
}

/// What the lists say of a word with a capital.
pub(crate) fn look_up(word: &str) -> Known {
    let forename = FORENAMES.get(word);
    let doubtful_forename = DOUBTFUL_FORENAMES.get(word);
    Known {
        forename: forename.is_some(),
        doubtful_forename: doubtful_forename.is_some(),
        gender: forename.or(doubtful_forename).and_then(gender),
        surname: SURNAMES.get(word).is_some(),
        doubtful_surname: DOUBTFUL_SURNAMES.get(word).is_some(),
        place: PLACES.get(word).is_some(),
        doubtful_place: DOUBTFUL_PLACES.get(word).is_some(),
        demonym: DEMONYMS.get(word).is_some(),
        title: TITLES.get(word).map(title),
        place_head: PLACE_HEADS.get(word).and_then(side),
        organisation_head: ORGANISATION_HEADS.get(word).and_then(side),
        not_person: NOT_PERSONS.get(word).is_some(),
        common: is_common_word(&word.to_lowercase()),
    }
}

/// Whether a word, or each part of a compound, is common: `good-looking`.
fn is_common_word(lower: &str) -> bool {
    is_common(lower) || (lower.contains('-') && lower.split('-').all(is_common))
}

fn gender(class: &str) -> Option<Gender> {
    match class {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

fn title(class: &str) -> Title {
    match class {
        "address" => Title::Address,
        class if class.contains("kin") => Title::Kin,
        _ => Title::Other,
    }
}

fn side(class: &str) -> Option<Side> {
    match class {
        "before" => Some(Side::Before),
        "after" => Some(Side::After),
        "both" => Some(Side::Either),
        _ => None,
    }
}

impl List {
    /// What the list says of `word`: the rest of its line, which may be empty.
    fn get(&self, word: &str) -> Option<&'static str> {
        let bytes = self.0.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
            let end = memchr::memchr(b'\n', &bytes[middle..high]).map_or(high, |at| middle + at);
            let (entry, class) = split_line(&self.0[start..end]);
            match entry.cmp(word) {
                std::cmp::Ordering::Equal => return Some(class),
                std::cmp::Ordering::Less => low = (end + 1).min(high),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

fn split_line(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::{
        COMMON_WORDS, DEMONYMS, DOUBTFUL_FORENAMES, DOUBTFUL_PLACES, DOUBTFUL_SURNAMES, FORENAMES,
        Gender, List, NOT_PERSONS, ORGANISATION_HEADS, PLACE_HEADS, PLACES, SUFFIXES, SURNAMES,
        TITLES, Title, look_up, split_line,
    };

    #[test]
    fn every_entry_is_found() {
        let lists = [
            &COMMON_WORDS, &DEMONYMS, &DOUBTFUL_FORENAMES, &DOUBTFUL_PLACES, &DOUBTFUL_SURNAMES,
            &FORENAMES, &NOT_PERSONS, &ORGANISATION_HEADS, &PLACE_HEADS, &PLACES, &SUFFIXES,
            &SURNAMES, &TITLES,
        ];
        for list in lists {
            let entries: Vec<(&str, &str)> = list.0.lines().map(split_line).collect();
            assert!(entries.is_sorted_by(|a, b| a.0 < b.0), "{:?}", &entries[..3]);
            assert!(entries.iter().all(|(entry, class)| list.get(entry) == Some(*class)));
        }
    }

    #[test]
    fn what_the_lists_say() {
        assert_eq!(List("Alpha\ta\nBeta\n").get("Gamma"), None);
        assert_eq!(List("").get(""), None);
        assert_eq!(look_up("Henri").gender, Some(Gender::Male));
        assert_eq!(look_up("Mrs").title, Some(Title::Address));
        assert!(look_up("Leningrad").place);
        assert!(look_up("Under").common);
        assert_eq!(look_up("Qqq"), super::Known::default());
    }
}

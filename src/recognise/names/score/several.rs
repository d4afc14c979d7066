//! A name of several words.

use super::{Score, initials};
use crate::lexicon::{self, Known};
use crate::recognise::names::candidate::Candidate;
use crate::recognise::names::cues::Cues;
use crate::recognise::names::vocabulary::{Type, Vocabulary};
use crate::token::{Shape, Words};

/// Weighs a name of several words, the first and the last of which are of the
/// types given.
pub(super) fn several(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    first: &Type,
    last: &Type,
    score: &mut Score,
) {
    if candidate.is_place {
        score.place += 6;
        score.person -= 3;
    }
    if candidate.is_nobody {
        score.person -= 8;
        score.place -= 8;
    }
    // “From The New International”
    let start = candidate.name().start;
    let goes_on = start > 0
        && words.before(start) == " "
        && vocabulary.cues(start - 1).any(Cues::FROM | Cues::WITHIN | Cues::READ | Cues::OF);
    if words.raw(start) == "The" && goes_on {
        score.work += 5;
        score.person -= 6;
        score.place -= 5;
    }
    if first.known.forename() {
        score.person += 6;
    } else if first.known.doubtful_forename() {
        score.person += 3;
    }
    if last.known.surname() || last.person > 0 {
        score.person += 3;
    } else if last.known.forename() {
        score.person += 2;
    }
    score.person += if is_eastern(words, vocabulary, candidate) { 9 } else { 0 };
    // Where unknown names are places, two in a row are two of them.
    let evidence = vocabulary.forms[candidate.form];
    let lean = evidence.lean();
    let two_places = !first.known.surname()
        && !last.known.surname()
        && ((vocabulary.prior > 0 && lean >= 0) || (lean >= 2 && evidence.place > 4));
    if first.is_unknown() && last.is_unknown() && !vocabulary.nouns_have_capitals && !two_places {
        score.person += 3;
    }
    let name = candidate.name();
    // “Rhamsès le Grand”
    let epithet = ["Bel", "Bon", "Chauve", "Conquérant", "Grand", "Gros", "Hardi", "Pieux", "Sage"]
        .contains(&words.raw(name.end - 1));
    if vocabulary.is_french && epithet && name.len() > 2 && words.raw(name.end - 2) == "le" {
        score.person += 14;
        score.organisation -= 12;
        score.place -= 6;
    }
    // “Connolly Norman”
    let named = first.known.forename() || (last.known.surname() && first.known.surname());
    let headed = last.known.closes_place() || first.known.opens_place();
    for at in name.clone() {
        let (Some(of), Some(shape)) = (vocabulary.get(at), words.shape(at)) else { continue };
        if shape == Shape::Lower {
            continue;
        }
        let initial = shape == Shape::Initial;
        // “Nasty Roche”
        let epithet = at == name.start
            && !candidate.initial
            && (last.known.surname() || last.known.forename() || last.person > 0);
        if epithet && of.known.common() && !of.known.demonym() && !of.known.not_person() {
            score.person += 1;
            continue;
        }
        part(of, initial, at + 1 == name.end, named, score);
        if of.known.not_person() && !initial && !headed {
            score.place -= 3;
        }
    }
    // “North American”, “New Yorkers”
    // “Puente del Inca”
    let opens = first.known.opens_place() && words.shape(name.start + 1) == Some(Shape::Lower);
    let people =
        last.known.demonym() && !(last.known.place() || last.known.closes_place() || opens);
    if candidate.titles == 0 && !candidate.is_place && (people || is_of_citizens(words, &name)) {
        score.place -= 6;
        score.work -= if people { 3 } else { 0 };
        score.person -= if people { 0 } else { 6 };
    }
    // “in Childe Harold”
    let person = (last.known.forename() || last.known.surname()) && !last.known.place();
    score.place -= if person && !candidate.is_place && !headed { 5 } else { 0 };
    if candidate.titles == 0 {
        heads(words, vocabulary, candidate, score);
    }
}

/// Whether they are those who live in a place of several words: `New Yorkers`.
fn is_of_citizens(words: Words<'_>, name: &std::ops::Range<usize>) -> bool {
    let last = words.raw(name.end - 1);
    (last.ends_with("ers") || last.ends_with("er")) && {
        let phrase = words.phrase(name);
        let place = phrase.strip_suffix("ers").or_else(|| phrase.strip_suffix("er"));
        place.is_some_and(lexicon::is_place)
    }
}

/// Whether it is built as names are in the East: “Sun Yat-sen”, “Nubar Pasha”.
pub(in crate::recognise::names) fn is_eastern(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
) -> bool {
    const LONGEST_SYLLABLE: usize = 6;
    let name = candidate.name();
    let (first, last) = (vocabulary.known(name.start), vocabulary.known(name.end - 1));
    let romanised = vocabulary.get(name.end - 1).is_some_and(|of| of.is_romanised);
    // “Bristol Cattle-market” and “New Tea-table” are none.
    let syllables = romanised
        && words.raw(name.start).len() <= LONGEST_SYLLABLE
        && !(last.common() && (first.common() || first.place()));
    let honoured =
        HONOURS.contains(&words.raw(name.end - 1)) && (!first.common() || first.surname());
    // “Khamis bin Juma”
    let son = name.len() > 2
        && (name.start + 1..name.end - 1).any(|at| matches!(words.raw(at), "bin" | "ibn"));
    name.len() > 1 && !vocabulary.is_function_word(name.start) && (syllables || honoured || son)
}

/// A word of the name; `last` if nothing follows it.
fn part(of: &Type, initial: bool, last: bool, after_forename: bool, score: &mut Score) {
    let known = of.known;
    if known.demonym() {
        // “André Breton” is no Breton.
        let surname = last && after_forename;
        score.person -= if surname { 1 } else { 6 };
        score.organisation += i32::from(!surname);
    }
    let name = known.forename() || known.doubtful_forename() || known.surname();
    let ordinary = (known.common() && !name) || of.is_written_small();
    if ordinary && of.person == 0 && !initial {
        // After a forename even a common word is a surname.
        score.person -= if after_forename { 0 } else { 3 };
    }
    if known.not_person() && !known.doubtful_forename() {
        score.person -= 2;
    }
}

/// `Rue Vaneau`, `Downing Street`, `Academy of Sciences`, `U. S. Department of
/// State`
fn heads(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate, score: &mut Score) {
    let name = candidate.name();
    let last = vocabulary.known(name.end - 1);
    let (opening, closing) = (words.raw(name.start), words.raw(name.end - 1));
    let (opening, closing) = (lexicon::proper_case(opening), lexicon::proper_case(closing));
    let (opening, closing) = (opening.as_ref(), closing.as_ref());
    let opens = name.clone().any(|at| {
        let of = at + 1 < name.end && words.shape(at + 1) == Some(Shape::Lower);
        (at == name.start || of) && vocabulary.known(at).opens_organisation()
    });
    if closing == "Works" && WRITINGS.binary_search(&opening).is_ok() {
        score.work += 6;
        score.person -= 6;
        return;
    }
    // “Harry Marsh”
    let lean = vocabulary.forms[candidate.form].lean();
    if is_initials_and_surname(words, vocabulary, candidate, closing, lean) {
        return;
    }
    // “Bertram House” is a house unless it stands as persons do.
    let house = matches!(closing, "House" | "Grove" | "Castle") && lean >= 0;
    // “the Friends’ Meeting House”
    if name.len() == 2 && closing == "House" && HOUSES.contains(&opening) {
        return;
    }
    // “Daniel Voorhees Pike”, “Rachel du Port”
    let long = name.len() > 2
        && vocabulary.known(name.start).forename()
        && lean <= 0
        && !vocabulary.known(name.end - 2).place()
        && (vocabulary.known(name.start + 1).surname() && SURNAMES.binary_search(&closing).is_ok()
            || matches!(words.raw(name.end - 2), "Du" | "de" | "du" | "la"));
    if long {
        return;
    }
    let learned = vocabulary.get(name.end - 1).is_some_and(|of| of.person > 0);
    let surname = name.len() == 2
        && !house
        && (vocabulary.known(name.start).forename()
            || (vocabulary.known(name.start).surname() && (lean < 0 || learned))
            || (lean <= -3 && !vocabulary.known(name.start).common()))
        && SURNAMES.binary_search(&closing).is_ok()
        && lean <= 0;
    if surname {
        return;
    }
    // “Isle of Wight”
    let of = words.raw(name.start + 1) == "of" && OF_PLACES.binary_search(&opening).is_ok();
    // “County Surveyor”
    let office = || is_holder_or_plural(closing, last);
    // “Du Camp”
    let surname = matches!(opening, "Du" | "De" | "Des" | "Von" | "Van");
    // “Little Mac”
    let small = matches!(opening, "Little" | "Great") && !last.heads_place();
    let opens_place = vocabulary.known(name.start).opens_place() && !(small && lean <= 0);
    // In the diary of a journey: “Lilongwe Rt”
    let rivulet = vocabulary.prior > 0 && matches!(closing, "Rivt" | "Rr" | "Rt");
    if of || rivulet || (opens_place && !office()) || (last.closes_place() && !surname) {
        score.place += 5;
        score.person -= 6;
    }
    // “Pump Court”, but “County Court”
    let court = closing == "Court"
        && !COURTS.contains(&opening)
        && !vocabulary.known(name.start).heads_organisation();
    // “Bank Holiday”
    let thing = name.len() == 2 && last.common() && !last.closes_organisation() && !last.surname();
    // “Journal de guerre”
    let diary = opening == "Journal" && super::is_ordinary(vocabulary, candidate);
    if (opens && !thing && !diary) || (last.closes_organisation() && !court) {
        // “National Avenue”
        let avenue = last.closes_place() && !last.closes_organisation();
        score.organisation += if avenue { 2 } else { 6 };
        score.person -= 6;
        score.place -= if avenue { 0 } else { 2 };
    }
}

/// Whether initials stand before a surname that is a kind of place, too: “W. G. Ward”,
/// but “N. Hill”, “U. S. Bank”, and in the diary of a journey “R. Wood”.
fn is_initials_and_surname(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    closing: &str,
    lean: i32,
) -> bool {
    const OTHERS: &[&str] = &["Park", "Street", "Tower"];
    let name = candidate.name();
    let initial = |at: usize| words.shape(at) == Some(Shape::Initial);
    let initials = name.clone().take_while(|at| initial(*at)).count();
    let letters: String = name.clone().take(initials).map(|at| words.raw(at)).collect();
    // “H. Trueman Wood”
    let between = name.len() - initials <= 2;
    // “F. Hill” may be Fern Hill.
    let learned = vocabulary.get(name.end - 1).is_some_and(|of| of.person > 0);
    let short = letters.len() == 1 && name.len() == 2 && lean >= 0 && !learned;
    let single = short || matches!(letters.as_str(), "N" | "S" | "E" | "W");
    let river = vocabulary.prior > 0 && letters == "R";
    let state = initials::is_state_or_ship(&letters) || letters.starts_with("US");
    initials > 0
        && words.after(name.start).starts_with('.')
        && between
        && !(single || river || state)
        && (SURNAMES.binary_search(&closing).is_ok() || OTHERS.contains(&closing))
}

/// What works are that are writings, and no factory.
const WRITINGS: &[&str] = &[
    "Collected", "Complete", "Dramatic", "Literary", "Minor", "Miscellaneous", "Poetic",
    "Poetical", "Posthumous", "Prose", "Select", "Selected",
];

/// Kinds of houses, which have no name by it.
const HOUSES: &[&str] =
    &["Boarding", "Coffee", "Country", "Farm", "Lodging", "Meeting", "Public", "School"];

/// Whether the last word is that of an office or of several things: “County
/// Surveyor”, “Cape Pigeons”.
fn is_holder_or_plural(word: &str, last: Known) -> bool {
    let plural =
        || word.strip_suffix('s').is_some_and(|one| lexicon::is_common(&one.to_lowercase()));
    last.common()
        && !last.heads_place()
        && (["er", "or", "man"].iter().any(|end| word.ends_with(end)) || plural())
}

/// Titles that stand after names.
const HONOURS: &[&str] = &[
    "Aga", "Bahadur", "Begum", "Bey", "Effendi", "Efendi", "Khan", "Pacha", "Pascha", "Pasha",
    "Sahib",
];

/// What courts of law are called.
const COURTS: &[&str] = &[
    "Assize", "Bankruptcy", "Circuit", "Consistory", "County", "Criminal", "Crown", "District",
    "High", "King’s", "Leet", "Magistrates", "Mayor’s", "Police", "Prerogative", "Probate",
    "Queen’s", "Superior", "Supreme", "World",
];

/// Kinds of places whose names follow with “of”.
pub(super) const OF_PLACES: &[&str] = &[
    "Bay", "Borough", "Cape", "City", "Coast", "County", "Duchy", "Forest", "Gulf", "Gulph",
    "Island", "Islands", "Isle", "Isles", "Kingdom", "Lake", "Parish", "Plain", "Plains", "Port",
    "Province", "Republic", "Sea", "Sound", "Strait", "Straits", "Town", "Vale", "Valley",
    "Village",
];

/// Words that head names of places, and are surnames after a forename.
const SURNAMES: &[&str] = &[
    "Bank", "Banks", "Bridges", "Brook", "Brooks", "Castle", "Church", "Cliff", "Cross", "Dale",
    "Ferry", "Field", "Fields", "Ford", "Forest", "Garden", "Green", "Grove", "Hall", "Heath",
    "Hill", "Hills", "House", "Lake", "Lane", "Marsh", "Meadows", "Mill", "Mills", "Mount", "Park",
    "Peak", "Pike", "Pond", "Pool", "Rivers", "Rock", "Temple", "Towers", "Vale", "Ward", "Waters",
    "Well", "Wells", "Wood", "Woods",
];

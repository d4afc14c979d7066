//! Places that are named together: “Grimpen, Thorsley, and High Barrow”.

use super::context::Sighting;
use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::token::Words;

/// How two names that follow each other are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// Not at all.
    None,
    /// By a comma.
    Comma,
    /// By “and”, or by “to” after “from”.
    Word,
}

/// From how much evidence on a name is a place in the diary of a journey.
const SURE: i32 = 2;

/// Takes names that are joined to one that is certainly a place for places, too.
pub(super) fn places(words: Words<'_>, vocabulary: &mut Vocabulary, found: &[Sighting]) {
    let mut start = 0;
    while start < found.len() {
        let mut end = start + 1;
        let mut joined = false;
        while end < found.len() {
            match joint(words, vocabulary, &found[end - 1], &found[end]) {
                Joint::None => break,
                Joint::Comma => {}
                Joint::Word => joined = true,
            }
            end += 1;
        }
        let row = &found[start..end];
        if row.len() > 1 && joined && is_of_peoples(&row[row.len() - 1]) {
            row_of_peoples(vocabulary, row);
        } else if row.len() > 1 {
            row_of_places(vocabulary, row, joined);
        }
        start = end;
    }
}

/// Whether a word for peoples follows: “the Eesa, Ishak, and Bursuk tribes”.
fn is_of_peoples(last: &Sighting) -> bool {
    last.context.after.any(Cues::TRIBE) && !last.context.possessive && last.candidate.titles == 0
}

/// Takes the names in a row for those of peoples.
fn row_of_peoples(vocabulary: &mut Vocabulary, row: &[Sighting]) {
    const PEOPLE: i32 = 2;
    for Sighting { candidate, .. } in row.iter().filter(|of| of.candidate.titles == 0) {
        vocabulary.forms[candidate.form].people += PEOPLE;
    }
}

/// Lets the places in a row of names speak for the others.
fn row_of_places(vocabulary: &mut Vocabulary, row: &[Sighting], joined: bool) {
    const PLACE: i32 = 4;
    // “Jarndyce and Jarndyce” is a cause, called after persons.
    let same = row.windows(2).find(|pair| pair[0].candidate.form == pair[1].candidate.form);
    if let Some(pair) = same {
        let known = vocabulary.known(pair[0].candidate.name().start);
        let listed = known.place() || pair[0].candidate.is_place;
        vocabulary.forms[pair[0].candidate.form].person += if listed { 0 } else { PLACE };
        return;
    }
    // “Bickham, Devonshire”, “Grimpen, Thorsley, and High Barrow”
    let last = row.len() - 1;
    let two = row.len() == 2 && !joined;
    let sure = |at: usize| is_place(vocabulary, &row[at]);
    if two && !(sure(1) && vocabulary.known(row[1].candidate.name().start).place()) {
        return;
    }
    let places = (0..row.len()).filter(|at| sure(*at)).count();
    let persons = row.iter().filter(|of| is_person(vocabulary, of)).count();
    // “Mozart and Vienna” are no two places.
    let led = is_led(&row[0]) || two;
    let most = row.len() > 2 && places * 2 >= row.len();
    if places == 0 || persons > 0 || !(led || most) {
        return;
    }
    for (at, Sighting { candidate, .. }) in row.iter().enumerate() {
        let of = vocabulary.get(candidate.name().start).copied().unwrap_or_default();
        let single = candidate.name().len() == 1 && candidate.titles == 0;
        let known = of.known;
        let name = of.is_unknown() && of.is_nobody() && !known.surname() && !known.place();
        let possessive = row[at].context.possessive && at == last;
        let evidence = &mut vocabulary.forms[candidate.form];
        if single && name && !possessive && evidence.person == 0 && evidence.people == 0 {
            evidence.place += PLACE;
        }
    }
}

/// Whether the lists or the words before it make it a place.
fn is_place(vocabulary: &Vocabulary, Sighting { candidate, context }: &Sighting) -> bool {
    let known = vocabulary.known(candidate.name().start);
    let single = candidate.name().len() == 1;
    let listed = candidate.is_place || (single && known.place());
    let evidence = vocabulary.forms[candidate.form];
    let told = (context.before.any(Cues::OF) && context.second_before.any(Cues::SITE | Cues::PART))
        || context.before.any(Cues::SITE);
    // In the diary of a journey: “Poku or Tsebula”
    let told = told || (vocabulary.prior > 0 && single && evidence.place >= SURE);
    let person = known.forename() || known.surname() || evidence.person > 0;
    candidate.titles == 0 && !context.possessive && !person && (listed || told)
}

/// Whether words before it lead to a place.
fn is_led(Sighting { context, .. }: &Sighting) -> bool {
    let (before, second) = (context.before, context.second_before);
    before.any(Cues::PLACE | Cues::PATH | Cues::REACH | Cues::SITE)
        || (before.any(Cues::TO) && (second.any(Cues::MOTION) || context.led_to))
        || (before.any(Cues::OF) && second.any(Cues::SITE | Cues::PART))
}

/// Whether it is a person’s name.
fn is_person(vocabulary: &Vocabulary, Sighting { candidate, .. }: &Sighting) -> bool {
    let known = vocabulary.known(candidate.name().start);
    let evidence = vocabulary.forms[candidate.form];
    candidate.titles > 0 || candidate.titled_work || known.forename() || evidence.person > 0
}

fn joint(words: Words<'_>, vocabulary: &Vocabulary, one: &Sighting, other: &Sighting) -> Joint {
    let (end, next) = (one.candidate.words.end, other.candidate.words.start);
    if next == end {
        let comma = matches!(words.before(next), ", " | ",\n");
        return if comma { Joint::Comma } else { Joint::None };
    }
    let gaps =
        matches!(words.before(end), " " | ", " | "\n") && matches!(words.before(next), " " | "\n");
    let cues = vocabulary.cues(end);
    let to = cues.any(Cues::TO) && one.context.before.any(Cues::FROM);
    if next == end + 1 && gaps && (cues.any(Cues::AND) || to) { Joint::Word } else { Joint::None }
}

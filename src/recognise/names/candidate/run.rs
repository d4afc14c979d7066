//! How far a run of capitals goes on.

use super::capitals::{is_in_capitals, is_small_in_capitals};
use super::{
    is_capital, is_in_note, is_indent, is_ordinary, is_pronoun, is_small_word, is_space, is_street,
};
use crate::lexicon::{self, Title};
use crate::recognise::names::vocabulary::Vocabulary;
use crate::token::{Shape, Words};

/// Where the run that begins with word `start` ends.
pub(super) fn run_end(
    words: Words<'_>,
    start: usize,
    limit: usize,
    vocabulary: &Vocabulary,
) -> usize {
    let mut end = start + 1;
    while end < limit {
        let gap = words.before(end);
        // “Richard Valpy Esqre Red Lion Court”
        if words.opens(end) || (end - start > 1 && closes_name(words, end)) {
            break;
        }
        let joined = (is_space(gap) && !ends_line(words, end))
            || is_in_note(words, end)
            || is_clipped(words, end - 1)
            || (is_stop(gap) && takes_stop(words, end - 1, vocabulary));
        if !joined {
            break;
        }
        if is_capital(words.shape(end)) {
            // “Mrs. Perry I have met”, “Emperor. I wonder”; but “Albert I”
            let pronoun = is_pronoun(words, end) && !is_numeral(words, end, vocabulary);
            // “Dr Wilson Then we went”
            // “Mrs. J. P. C. Yours truly”
            // “die Besserung Ihrer lieben Frau”, “Kamerad. Ich habe”
            let begins = is_small_word(words, end, vocabulary)
                || (vocabulary.nouns_have_capitals && is_small_in_german(words.raw(end)))
                || words.raw(end) == "Yours"
                || goes_on_in_capitals(words, end, vocabulary);
            // “Sir Charles Lady Annaly” are two.
            let another = vocabulary.known(end).title().is_some_and(|title| title != Title::Kin)
                && words.shape(end) != Some(Shape::Initial)
                && vocabulary.known(end - 1).title().is_none()
                && words.shape(end - 1) != Some(Shape::Initial)
                && !vocabulary.known(end).surname()
                && !is_a_surname(words, end, vocabulary)
                && !is_noble(words, end, vocabulary)
                // “Church Missionary Society”
                && !vocabulary.known(end + 1).closes_organisation()
                && !is_a_saint_s(words, end, vocabulary)
                // “the River Don”
                && !OPENERS.contains(&words.raw(end - 1))
                // “Great Queen Street”
                && !(vocabulary.known(end - 1).opens_place() && is_street(words, end + 1))
                && !matches!(words.raw(end), "Bey" | "Effendi" | "Pacha" | "Pascha" | "Pasha");
            // “mit Karl Votivkirche”
            let two = vocabulary.nouns_have_capitals
                && vocabulary.get(end).is_some_and(|of| of.is_german_place)
                && vocabulary.known(end - 1).forename();
            // “il suivit Pierre M. de Senneval”
            let sir = vocabulary.is_french
                && matches!(words.raw(end), "M" | "MM")
                && words.before(end + 1) == ". "
                && words.shape(end - 1) != Some(Shape::Initial);
            // “CONSUL HARRIS ALEXANDRIA”
            let small = begins_speech(words, start, end, vocabulary)
                || is_small_in_capitals(words, end, vocabulary)
                || is_a_place_in_capitals(words, end, vocabulary);
            if two
                || sir
                || small
                || pronoun
                || begins
                || another
                || is_genitive(words, end - 1, vocabulary)
            {
                break;
            }
            end += 1;
        } else if is_arabic_surname(words, end) && !vocabulary.known(end - 1).common() {
            end += 1;
        } else if let Some(after) = epithet(words, end, limit, vocabulary).or_else(|| {
            particles(words, end, limit, vocabulary)
                .filter(|after| !leads_away(words, end, after - 1, vocabulary))
        }) {
            end = after;
        } else {
            break;
        }
    }
    end
}

/// Whether word `at` is a title whose end is not spoken, and a name follows: “Aun’ Nancy”,
/// “Mars’ Dugald”.
fn is_clipped(words: Words<'_>, at: usize) -> bool {
    const TITLES: &[&str] = &["Aun", "Mars", "Mis", "Sis", "Unc"];
    TITLES.binary_search(&words.raw(at)).is_ok()
        && matches!(words.after(at), "' " | "’ " | "'\n" | "’\n")
}

/// Whether a word of German has its capital from politeness or from a sentence.
fn is_small_in_german(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "Aber", "Als", "Auch", "Auf", "Aus", "Bei", "Das", "Daß", "Dein", "Deine", "Deinem",
        "Deinen", "Deiner", "Deines", "Dich", "Die", "Dir", "Du", "Er", "Es", "Euch", "Euer",
        "Eure", "Eurem", "Euren", "Eurer", "Hier", "Ich", "Ihm", "Ihn", "Ihnen", "Ihr", "Ihre",
        "Ihrem", "Ihren", "Ihrer", "Ihres", "Im", "In", "Ist", "Jetzt", "Man", "Mein", "Meine",
        "Mit", "Nach", "Nicht", "Nun", "Sein", "Seine", "Sie", "Und", "Uns", "Unser", "Unsere",
        "Was", "Wenn", "Wer", "Wie", "Wir", "Wo",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// Whether a name ends with what stands before word `at`, and an address follows.
fn closes_name(words: Words<'_>, at: usize) -> bool {
    const LAST: &[&str] = &["Baronet", "Bart", "Bt", "Esq", "Esqr", "Esqre", "Esquire"];
    words.shape(at) == Some(Shape::Capital) && LAST.binary_search(&words.raw(at - 1)).is_ok()
}

/// Whether a word that is a title, too, ends a name after a forename: “Alexander
/// Pope”, “Mrs. Joanna Baillie”, but “Edward Prince of Wales”.
fn is_a_surname(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    const SOVEREIGNS: &[&str] = &["Emperor", "Empress", "Prince", "Princess", "Queen"];
    let next = at + 1;
    let gap = words.before(next);
    let goes_on = is_space(gap)
        && (is_capital(words.shape(next)) || matches!(words.raw(next), "de" | "of" | "the"));
    let short = gap.starts_with('.') && takes_stop(words, at, vocabulary);
    vocabulary.known(at - 1).forename()
        && words.shape(at) == Some(Shape::Capital)
        && SOVEREIGNS.binary_search(&words.raw(at)).is_err()
        && !goes_on
        && !short
}

/// Whether a speech in a play begins with word `at` behind the name of who says it:
/// “LORD D. Nay, my Lord”.
fn begins_speech(words: Words<'_>, start: usize, at: usize, vocabulary: &Vocabulary) -> bool {
    (start == 0 || words.opens(start))
        && words.shape(start) == Some(Shape::Upper)
        && words.shape(at - 1) == Some(Shape::Initial)
        && words.shape(at) == Some(Shape::Capital)
        && words.before(at).starts_with('.')
        && (vocabulary.is_function_word(at) || is_ordinary(vocabulary.known(at)))
}

/// Whether a place follows a name in a text that is in capitals throughout, which
/// has no commas.
fn is_a_place_in_capitals(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let (known, before) = (vocabulary.known(at), vocabulary.known(at - 1));
    known.place()
        && !known.surname()
        && !before.opens_place()
        && before.title().is_none()
        && !is_ordinary(before)
        && is_in_capitals(words, at)
}

/// `al-Muwaylihi`: an article and a surname in one word.
fn is_arabic_surname(words: Words<'_>, at: usize) -> bool {
    const ARTICLES: &[&str] = &["ad", "al", "an", "ar", "as", "at", "az", "ed", "el", "ud", "ul"];
    words.raw(at).split_once('-').is_some_and(|(article, name)| {
        ARTICLES.binary_search(&article).is_ok() && name.starts_with(char::is_uppercase)
    })
}

/// Kinds of places whose names may be titles, too.
const OPENERS: &[&str] = &["Cape", "Lake", "Mount", "River", "Rue"];

/// Whether word `at` is a German genitive and the word after it what somebody
/// has: “Krügers Bruder”.
fn is_genitive(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let possessed = vocabulary.known(at + 1);
    vocabulary.nouns_have_capitals
        && vocabulary.get(at).is_some_and(|of| of.singular.is_some())
        && words.before(at + 1) == " "
        && !vocabulary.known(at).forename()
        && (possessed.title() == Some(Title::Kin) || is_ordinary(possessed))
}

/// Whether the line before word `at` is so short that it was not wrapped:
/// what follows does not go on with its name.
pub(in crate::recognise::names) fn ends_line(words: Words<'_>, at: usize) -> bool {
    const SHORT: usize = 40;
    if !is_indent(words.before(at)) {
        return false;
    }
    // “MR. VILLARS / Berry Hill, Dorsetshire”: the heading ends.
    if words.shape(at - 1) == Some(Shape::Upper) && words.shape(at) == Some(Shape::Capital) {
        return true;
    }
    let end = words.tokens[at - 1].span.end as usize;
    let before = words.text.as_bytes()[..end].iter().rev();
    end < SHORT || before.take(SHORT).any(|byte| *byte == b'\n')
}

/// Whether a heading in capitals goes on after a name: “MR. PARGETER PAYS”.
fn goes_on_in_capitals(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let upper = |at: usize| words.shape(at) == Some(Shape::Upper);
    let before = vocabulary.known(at - 1);
    upper(at)
        && upper(at - 1)
        && is_ordinary(vocabulary.known(at))
        && !vocabulary.known(at).heads_organisation()
        && !is_ordinary(before)
        && before.title().is_none()
        && !before.heads_place()
        && !before.heads_organisation()
        && !(before.forename() && at > 1 && is_after_title(words, at - 1, vocabulary))
        // “EDMOND DE GONCOURT”
        && !(before.forename() && is_particle_in_capitals(words, at, vocabulary))
}

/// Whether a particle in capitals stands before a word that is none of the language.
fn is_particle_in_capitals(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    matches!(words.raw(at), "DE" | "DU" | "VON")
        && is_space(words.before(at + 1))
        && words.shape(at + 1) == Some(Shape::Upper)
        && !is_ordinary(vocabulary.known(at + 1))
}

/// Whether a title stands before the forename at word `at`, and nothing after the
/// word behind it: “CAPT. ELIAS COFFIN, FROM NANTUCKET”.
fn is_after_title(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let ends = !is_space(words.before(at + 2));
    ends && vocabulary.known(at - 1).title().is_some()
}

pub(super) fn is_stop(gap: &str) -> bool {
    matches!(gap, ". " | "." | ".\n")
}

/// Whether the stop after a word belongs to it: it is an initial or an
/// abbreviated title.
pub(in crate::recognise::names) fn takes_stop(
    words: Words<'_>,
    index: usize,
    vocabulary: &Vocabulary,
) -> bool {
    match words.shape(index) {
        Some(Shape::Initial) => true,
        Some(Shape::Capital | Shape::Upper) => {
            const LONGEST_ABBREVIATION: usize = 4;
            let raw = words.raw(index);
            let known = vocabulary.known(index);
            // “Signed, Smith, Curate. Witnesses were”
            let whole = WHOLE_TITLES.binary_search(&raw).is_ok()
                || (known.common() && raw.len() > LONGEST_ABBREVIATION);
            // “Bro. Hallam”, “Mt. Zion”
            let other = matches!(raw, "Bro" | "Bros" | "Ft" | "Mt" | "Mts" | "Pt" | "Sta" | "Sto");
            let title = other || known.title().is_some_and(|title| title != Title::Kin);
            (title && raw.len() <= 7 && !whole) || SHORT_FORENAMES.binary_search(&raw).is_ok()
        }
        _ => false,
    }
}

/// Short titles that are no abbreviations: a stop after them ends the sentence.
const WHOLE_TITLES: &[&str] = &[
    "Abbé", "Aun", "Baron", "Bishop", "Brer", "Comte", "Count", "Dame", "Dean", "Dey", "Doctor",
    "Duc", "Duke", "Earl", "Emperor", "Frau", "Fürst", "Gaekwar", "Graf", "Gräfin", "Herr",
    "Herzog", "Hofrat", "Judge", "Kaiser", "Khalifa", "King", "Kunnel", "König", "Lady", "Lord",
    "Madam", "Madame", "Mahdi", "Majah", "Major", "Marquis", "Mars", "Marse", "Master", "Miss",
    "Negus", "Oberst", "Pastor", "Pfarrer", "Pope", "Prince", "Prinz", "Queen", "Reine", "Roi",
    "Saint", "Sherif", "Sir", "Sis", "Squire", "Unc", "Vicomte",
];

/// Forenames that are written short with a stop: `Thos. Butler`.
const SHORT_FORENAMES: &[&str] = &[
    "Alexr", "Andw", "Anth", "Archd", "Benj", "Benjn", "Cath", "Chas", "Christr", "Danl", "Edm",
    "Edmd", "Edw", "Edwd", "Eliz", "Fredk", "Geo", "Hy", "Jas", "Jn", "Jno", "Jos", "Lew", "Margt",
    "Matt", "Matth", "Mich", "Michl", "Nathl", "Nich", "Nichs", "Patk", "Richd", "Robt", "Saml",
    "Steph", "Theoph", "Tho", "Thos", "Walt", "Willm", "Wm",
];

/// The word after “the” that tells which of his name he is: “George the Third”.
fn epithet(words: Words<'_>, the: usize, limit: usize, vocabulary: &Vocabulary) -> Option<usize> {
    const EPITHETS: &[&str] = &[
        "Apostate", "Bald", "Baptist", "Bold", "Confessor", "Conqueror", "Eighth", "Elder",
        "Eleventh", "Evangelist", "Fair", "Fat", "Fifteenth", "Fifth", "First", "Fourteenth",
        "Fourth", "Good", "Great", "Impaler", "Lionheart", "Magnificent", "Ninth", "Peaceful",
        "Pious", "Second", "Seventh", "Simple", "Sixteenth", "Sixth", "Tenth", "Terrible", "Third",
        "Thirteenth", "Twelfth", "Unready", "Victorious", "Wise", "Younger",
    ];
    let forename = vocabulary.known(the - 1);
    let joined = words.raw(the) == "the" && the + 1 < limit && words.before(the + 1) == " ";
    (joined
        && (forename.forename() || forename.doubtful_forename())
        && EPITHETS.binary_search(&words.raw(the + 1)).is_ok())
    .then_some(the + 2)
}

/// Whether the title at word `at` is that of a saint after whom the place is
/// called that the word before it opens: `Cape St. John`, `Porto Santo`.
fn is_a_saint_s(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let saint = matches!(
        words.raw(at),
        "St" | "Ste" | "Saint" | "Sainte" | "San" | "Santa" | "Santo" | "Sankt" | "Sta" | "Sto"
    );
    let before = vocabulary.known(at - 1);
    // “Bury St. Edmunds”
    let whole = || {
        let last = words.tokens.get(at + 1).map(|last| last.span);
        last.is_some_and(|last| {
            lexicon::is_place(words.tokens[at - 1].span.join(last).of(words.text))
        })
    };
    saint && (before.opens_place() || before.place() || before.doubtful_place() || whole())
}

/// The word after particles that go on to another capital: `de la`, `von`, or
/// `of` after a title of nobility.
fn particles(
    words: Words<'_>,
    start: usize,
    limit: usize,
    vocabulary: &Vocabulary,
) -> Option<usize> {
    const PARTICLES: &[&str] = &[
        "de", "du", "des", "d’", "d'", "la", "le", "l’", "l'", "von", "van", "der", "den", "ter",
        "ten", "zu", "zum", "zur", "vom", "da", "di", "del", "della", "dos", "al", "el", "ibn",
        "bin", "ben", "af", "av", "y",
    ];
    const LONGEST_PARTICLE: usize = 5;
    let before = vocabulary.known(start - 1);
    let mut at = start;
    let mut joined = false;
    while at < limit && at < start + 3 {
        let word = words.raw(at);
        if word.len() > LONGEST_PARTICLE {
            break;
        }
        // “Order of the Tower”, but not “in Port the Cambrian”
        let of = (word == "of" || (word == "the" && joined))
            && !is_compass(words.raw(start - 1))
            && (before.title() == Some(Title::Other)
                || before.heads_place()
                || before.heads_organisation());
        // “Leutnant v. Sydow”
        let short = word == "v" && vocabulary.nouns_have_capitals;
        if !(PARTICLES.contains(&word) || of || short) {
            break;
        }
        joined |= of;
        at += 1;
        let short = word == "v" && words.before(at) == ". ";
        let joined = is_space(words.before(at)) || is_in_note(words, at);
        if at < limit && !joined && !short {
            return None;
        }
    }
    // “Journal of the Rev. Aaron Hale”
    let person = joined
        && (vocabulary.known(at).title() == Some(Title::Address)
            || matches!(words.raw(at), "Rev" | "Revd" | "Sir" | "Hon"));
    (at > start && at < limit && is_capital(words.shape(at)) && !person).then_some(at + 1)
}

/// Whether an article of French that no surname has leads away from a name: “il parlait à
/// Dorval de l’Espagne”, “il poussa Jean la Rousselle”, but “Jean le Bon”.
fn leads_away_in_french(
    words: Words<'_>,
    particle: usize,
    next: usize,
    vocabulary: &Vocabulary,
) -> bool {
    let (before, known) = (vocabulary.known(particle - 1), vocabulary.known(next));
    if !vocabulary.is_french || before.title().is_some() || before.heads_place() {
        return false;
    }
    let person = before.forename() || before.surname() || !before.common();
    match words.raw(particle) {
        "de" => person && next > particle + 1 && known.country() && !known.surname(),
        "la" => {
            before.forename()
                && next == particle + 1
                && !(known.common() || known.demonym() || known.surname())
        }
        _ => false,
    }
}

/// Whether German particles lead away from a name: “Gustav zum Nachtmahl”,
/// “Friede zu Frankfurt”, but “Graf zu Stolberg”.
fn leads_away(words: Words<'_>, particle: usize, next: usize, vocabulary: &Vocabulary) -> bool {
    if leads_away_in_french(words, particle, next, vocabulary) {
        return true;
    }
    let title = |at: usize| vocabulary.known(at).title() == Some(Title::Other);
    let titled = title(particle - 1);
    let known = vocabulary.known(next);
    let place = known.place() || known.doubtful_place();
    let noun = vocabulary.nouns_have_capitals && is_ordinary(known);
    // “Grüße von Clara Schumann”
    let before = vocabulary.known(particle - 1);
    let before = before.title().is_none()
        && (before.not_person() || (before.common() && !before.forename()));
    let noun = noun || (vocabulary.nouns_have_capitals && before);
    match words.raw(particle) {
        // “Unteroffizier vom Tage”
        "vom" => noun || (!titled && place),
        // “sagte Charlotte zu Eduard”, but “Graf Philipp zu Wied”
        "zu" if vocabulary.nouns_have_capitals => {
            let noble = |at: usize| NOBLE.binary_search(&words.raw(at)).is_ok();
            !(titled || particle.checked_sub(2).is_some_and(noble))
        }
        // “von Mann zu Mann”
        "zu" | "zum" | "zur" => !titled && (noun || place),
        // “Diana von Jenny”
        "von" | "aus" => {
            let forename = known.forename() && !known.surname() && !known.place();
            let given = vocabulary.known(particle - 1);
            let given = given.forename() && !given.surname() && next == particle + 1;
            !titled && (noun || (forename && given && vocabulary.nouns_have_capitals))
        }
        // “die Hochzeit der Prinzessin Marie”
        // “die Führer der Kompanie”
        "der" | "den" | "des" => vocabulary.nouns_have_capitals && (before || noun),
        _ => false,
    }
}

/// Whether the title of a German noble stands between his forename and his house: “Kai Graf
/// Mölln”.
fn is_noble(words: Words<'_>, at: usize, vocabulary: &Vocabulary) -> bool {
    let next = at + 1;
    vocabulary.nouns_have_capitals
        && NOBLE.binary_search(&words.raw(at)).is_ok()
        && vocabulary.known(at - 1).forename()
        && is_space(words.before(next))
        && (words.shape(next) == Some(Shape::Capital) || matches!(words.raw(next), "von" | "zu"))
}

/// Titles of those who are of a place in German.
const NOBLE: &[&str] = &[
    "Freifrau", "Freiherr", "Freiherrn", "Fürst", "Fürsten", "Fürstin", "Graf", "Grafen", "Gräfin",
    "Herzog", "Herzogin", "Prinz", "Prinzen", "Prinzessin", "Ritter",
];

fn is_compass(word: &str) -> bool {
    matches!(word, "North" | "South" | "East" | "West" | "Nord" | "Sud" | "Est" | "Ouest")
}

/// Whether the `I` after a forename numbers a king: “Charles I, King of”, but
/// not “dear Charles I think”.
fn is_numeral(words: Words<'_>, index: usize, vocabulary: &Vocabulary) -> bool {
    let gap = words.before(index);
    let next = words.raw(index + 1);
    let goes_on = is_space(words.after(index))
        && words.shape(index + 1) == Some(Shape::Lower)
        && !matches!(next, "of" | "and" | "in" | "or" | "to" | "the");
    vocabulary.known(index - 1).forename() && is_space(gap) && !goes_on
}

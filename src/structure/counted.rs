//! Headings of a word and a number: `CHAPTER I`, `Erstes Buch`, `2e partie`.

use super::kind::{Heading, Kind};
use super::named::without_length;
use super::numeral::number;

/// The heading of a word that counts and its number, in either order.
pub(super) fn counted(line: &str) -> Option<Heading> {
    keyword_first(line).or_else(|| number_first(line)).or_else(|| after_dash(line))
}

/// `CHAPTER I. In Chancery`, `Letter the First`, `ACT II`.
fn keyword_first(line: &str) -> Option<Heading> {
    let mut words = line.split_whitespace();
    let first = words.next()?;
    let rest: Vec<&str> = words.by_ref().take(4).collect();
    let the = usize::from(rest.first().is_some_and(|word| is_article(word)));
    let word = first.trim_end_matches(['.', ',', ':']);
    // “EPOCH THE FIRST”
    let kind = keyword(word).or_else(|| keyword_before_article(word).filter(|_| the == 1))?;
    if is_citation(&rest) || is_issue(kind, &rest) {
        return None;
    }
    let word = rest.get(the)?;
    // “CHAPTER I.—Title” and “Chapter 1: Title”
    let label = word.split(['—', '–', ':', '.']).next().unwrap_or(word);
    let label = label.split("--").next().unwrap_or(label);
    let number = number(label);
    if number.is_none() && !is_last(label) {
        return None;
    }
    // “Section 11 of the poem” is no heading.
    let next = rest.get(the + 1);
    // “Scène V et dernière”
    let joined = next.is_some_and(|next| matches!(*next, "et" | "und" | "and"))
        && rest.get(the + 2).is_some_and(|last| is_last(last.trim_end_matches('.')));
    let goes_on = next.is_some_and(|next| next.starts_with(char::is_lowercase)) && !joined;
    if word.len() == label.len() && goes_on {
        return None;
    }
    let separated = word.trim_end_matches(['.', ':', '—', '-']) != label;
    // “No. 10 Downing Street”
    let lower = next.is_some_and(|next| next.starts_with(char::is_lowercase));
    if is_number_sign(first) && (word.len() == label.len() && next.is_some() || lower) {
        return None;
    }
    Some(Heading { number, titled: next.is_some() || separated, ..Heading::of(kind) })
}

/// `EVENING SESSION--FOURTEENTH DAY.`
fn after_dash(line: &str) -> Option<Heading> {
    const LONGEST: usize = 40;
    let (before, counts) = line.split_once("--").or_else(|| line.split_once('—'))?;
    let loud = !line.chars().any(char::is_lowercase) && before.contains(char::is_alphabetic);
    let heading = number_first(counts).filter(|_| loud && before.len() <= LONGEST)?;
    (!heading.titled).then_some(Heading { titled: true, ..heading })
}

/// “Vol. XII. No. 14.”: which number of a periodical it is.
fn is_issue(kind: Kind, rest: &[&str]) -> bool {
    kind == Kind::Volume && rest.get(1).is_some_and(|next| is_number_sign(next))
}

/// “Book I, Ch. 5.”: a place in a book, which stands below its words.
fn is_citation(rest: &[&str]) -> bool {
    const PLACES: &[&str] = &["Ch", "Ch.", "ch.", "Chap.", "chap.", "p.", "pp.", "l.", "v.", "ll."];
    rest.windows(2).any(|pair| {
        PLACES.contains(&pair[0]) && number(pair[1].trim_end_matches(['.', ',', ')'])).is_some()
    })
}

/// `Erstes Buch`, `2e partie : Le Canal`, `THE FIRST CHAPTER.`, `3. Kapitel`.
fn number_first(line: &str) -> Option<Heading> {
    let mut words = line.split_whitespace();
    let mut label = words.next()?;
    let mut begins = label.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if is_article(label) {
        // “Der zweite Brief”, “La troisième lettre”; in English such words are a sentence’s.
        let foreign = begins && !label.eq_ignore_ascii_case("the");
        label = words.next()?;
        begins = foreign || label.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    }
    let mut word = words.next()?;
    // “Ein und zwanzigster Abschnitt”, “Vier u. zwanzigster”
    if matches!(word, "und" | "u.")
        && let Some(number) =
            words.clone().next().and_then(|tens| number(&format!("{label}und{tens}")))
    {
        let kind =
            words.nth(1).map(|word| word.trim_end_matches(['.', ':', ','])).and_then(ordinary);
        return kind.map(|kind| Heading {
            number: Some(number),
            titled: words.next().is_some(),
            ..Heading::of(kind)
        });
    }
    // “VINGT ET UNIÈME LETTRE”
    let of_both = (word.eq_ignore_ascii_case("et"))
        .then(|| number(&format!("{label}-{}", words.clone().next()?)))
        .flatten();
    if let Some(number) = of_both {
        let kind =
            words.nth(1).map(|word| word.trim_end_matches(['.', ':', ','])).and_then(ordinary);
        let titled = words.next().is_some();
        return kind.map(|kind| Heading { number: Some(number), titled, ..Heading::of(kind) });
    }
    // “Siebenter und letzter Auftritt”
    if matches!(word, "und" | "et" | "and") && words.next().is_some_and(is_last) {
        word = words.next()?;
    }
    let stem = word.trim_end_matches(['.', ':', ',', '—', '–', '-']);
    let kind = ordinary(stem).or_else(|| after_number(stem));
    let kind = kind.filter(|_| begins && is_ordinal(label))?;
    let number = number(label);
    if number.is_none() && !is_last(label) {
        return None;
    }
    // “First part of the story” is no heading, “Zweites Kapitel. Die Uhr” is.
    let rest = words.next();
    let separated = stem.len() < word.len()
        || rest.is_some_and(|rest| matches!(rest, ":" | "—" | "–" | "-" | "--"));
    if rest.is_some() && !separated {
        return None;
    }
    Some(Heading { number, titled: rest.is_some(), ..Heading::of(kind) })
}

/// “Letztes Kapitel”, “Dernière partie”
fn is_last(label: &str) -> bool {
    const LAST: &[&str] =
        &["last", "letztes", "letzter", "letzte", "dernier", "dernière", "vorletztes"];
    LAST.contains(&label.to_lowercase().as_str())
}

fn is_article(word: &str) -> bool {
    let lower = word.len() <= 3 && word.is_ascii();
    lower
        && ["the", "la", "le", "der", "die", "das"]
            .iter()
            .any(|article| word.eq_ignore_ascii_case(article))
}

/// A number that may stand before its word: in letters an ordinal, `1.`, `2e`.
/// “Two” acts and “one” letter are no headings.
fn is_ordinal(label: &str) -> bool {
    const CARDINALS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "un",
        "deux", "trois", "quatre", "cinq", "eins", "zwei", "drei", "vier", "fünf",
    ];
    let bare = label.trim_end_matches('.');
    let stopped = bare.len() < label.len();
    let digits = bare.bytes().all(|byte| byte.is_ascii_digit());
    let numeral = bare.bytes().all(|byte| b"IVXLC".contains(&byte));
    if digits || numeral { stopped } else { !CARDINALS.contains(&bare.to_lowercase().as_str()) }
}

/// The length of the longest keyword, in bytes.
const LONGEST_KEYWORD: usize = 12;

/// The kind of division that a word with a capital counts.
fn keyword(word: &str) -> Option<Kind> {
    let begins = word.starts_with(|c: char| c.is_uppercase() || c == '§');
    ordinary(word).filter(|_| begins)
}

/// The same of a word that otherwise stands after its number.
fn keyword_before_article(word: &str) -> Option<Kind> {
    after_number(word).filter(|_| word.starts_with(char::is_uppercase))
}

fn is_number_sign(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "No" | "NO" | "Nr" | "NR" | "Nº" | "N°")
}

/// The same in any case of letters.
fn ordinary(word: &str) -> Option<Kind> {
    if word.len() > LONGEST_KEYWORD {
        return None;
    }
    let lower: String = word.to_lowercase().chars().map(without_length).collect();
    Some(match lower.as_str() {
        "volume" | "vol" | "tome" | "tomo" | "band" => Kind::Volume,
        "book" | "livre" | "buch" | "libro" => Kind::Book,
        "part" | "parte" | "partie" | "titre" | "teil" | "theil" | "abteilung" | "abtheilung"
        | "notebook" | "cahier" | "carnet" | "heft" => Kind::Part,
        "act" | "acte" | "acto" | "akt" | "atto" | "actus" | "aufzug" => Kind::Act,
        "scene" | "scène" | "szene" | "scena" | "scaena" | "scoena" | "auftritt" | "tableau" => {
            Kind::Scene
        }
        "section" | "sect" | "abschnitt" | "§" | "article" | "art" | "artikel" => Kind::Section,
        "chapter" | "chap" | "chapitre" | "kapitel" | "capitel" | "cap" | "hauptstück"
        | "capitolo" | "capitulo" | "capítulo" | "hoofdstuk" | "lettera" | "canto" | "chant"
        | "gesang" | "letter" | "lettre" | "brief" | "epistle" | "stave" | "lecture"
        | "vorlesung" | "essay" | "sermon" | "predigt" | "adventure" | "fit" | "lesson"
        | "leçon" | "sonnet" | "sonett" | "elegy" | "elegie" | "élégie" | "fable" | "fabel"
        | "psalm" | "psaume" | "hymn" | "ode" | "tale" | "dialogue" | "gespräch" | "number"
        | "no" | "nr" | "nº" | "n°" => Kind::Chapter,
        _ => return None,
    })
}

/// The kind of division of a word that is counted only with its number before
/// it: “Erstes Bild” heads a scene, while “Bild 3” stands under a picture.
fn after_number(word: &str) -> Option<Kind> {
    if word.len() > LONGEST_KEYWORD {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "epoch" | "époque" | "epoche" | "period" | "période" | "periode" => Kind::Part,
        "handlung" | "journée" | "intermède" | "jornada" => Kind::Act,
        "bild" | "verwandlung" => Kind::Scene,
        "day" | "tag" | "night" | "nacht" | "nuit" | "evening" | "abend" | "soirée" | "veillée"
        | "series" | "session" | "sitzung" | "séance" | "meeting" | "discourse" | "discours"
        | "rede" | "entretien" | "satire" | "eclogue" | "églogue" | "idyll" | "idylle"
        | "meditation" | "méditation" | "betrachtung" | "walk" | "promenade" | "reise"
        | "voyage" | "journey" | "erzählung" | "abenteuer" | "aventure" | "stück" | "lied"
        | "épître" => Kind::Chapter,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::counted;
    use crate::structure::kind::Kind;

    #[track_caller]
    fn check(line: &str, kind: Kind, number: u32, titled: bool) {
        let found = counted(line).map(|found| (found.kind, found.number, found.titled));
        assert_eq!(found, Some((kind, Some(number), titled)), "{line}");
    }

    #[test]
    fn word_and_number() {
        check("CHAPTER I", Kind::Chapter, 1, false);
        check("Chapter Twenty-One", Kind::Chapter, 21, false);
        check("Livre premier", Kind::Book, 1, false);
        check("CHAPITRE PREMIER", Kind::Chapter, 1, false);
        check("BOOK THE FIRST", Kind::Book, 1, false);
        check("No. IV.", Kind::Chapter, 4, false);
        check("§ 3. Of Roads", Kind::Section, 3, true);
    }

    #[test]
    fn number_and_word() {
        check("Erster Teil", Kind::Part, 1, false);
        check("Zweites Kapitel. Die Uhr", Kind::Chapter, 2, true);
        check("3. Kapitel", Kind::Chapter, 3, false);
        check("II. Akt", Kind::Act, 2, false);
        check("1re partie : Le Canal", Kind::Part, 1, true);
        check("DEUXIÈME PARTIE", Kind::Part, 2, false);
        check("THE THIRD CHAPTER.", Kind::Chapter, 3, false);
        check("Der zweite Brief", Kind::Chapter, 2, false);
        check("La troisième lettre", Kind::Chapter, 3, false);
        check("CAPITOLO XII.", Kind::Chapter, 12, false);
        check("HOOFDSTUK IV", Kind::Chapter, 4, false);
        assert_eq!(counted("The second letter"), None);
        assert_eq!(counted("Der zweite Brief kam an"), None);
    }

    #[test]
    fn plays_of_all_languages() {
        check("Zweyter Auftritt.", Kind::Scene, 2, false);
        check("Andere Handlung", Kind::Act, 2, false);
        check("Erstes Bild", Kind::Scene, 1, false);
        check("Zwey und zwanzigster Abschnitt. Von den Mühlen.", Kind::Section, 22, true);
        check("Ein u. dreißigstes Kapitel", Kind::Chapter, 31, false);
        check("Siebender und letzter Auftritt.", Kind::Scene, 7, false);
        check("ACTUS PRIMUS. SCENA PRIMA.", Kind::Act, 1, true);
        check("PREMIÈRE JOURNÉE", Kind::Act, 1, false);
        check("SCÈNE V et DERNIÈRE. La mère, Pierre.", Kind::Scene, 5, true);
        assert_eq!(counted("Bild 3"), None);
        assert_eq!(counted("First day of the fair"), None);
    }

    #[test]
    fn the_last() {
        let found = counted("Letztes Kapitel.").map(|found| (found.kind, found.number));
        assert_eq!(found, Some((Kind::Chapter, None)));
        let found = counted("CHAPTER THE LAST.").map(|found| (found.kind, found.number));
        assert_eq!(found, Some((Kind::Chapter, None)));
        assert_eq!(counted("Last letter home"), None);
    }

    #[test]
    fn neither() {
        for line in [
            "Chapter of accidents",
            "Two acts",
            "First part of the story",
            "Section 11 of the poem",
            "No. 10 Downing Street",
            "No. 1.— a wall of the ancient works",
            "Second book",
            "2 part",
            "Letter from London",
        ] {
            let sentence = line == "Second book";
            assert_eq!(counted(line).is_some(), sentence, "{line}");
        }
    }
}

//! The words with which letters greet.

use super::lines::without_note;
use crate::token::lowered;

/// Whether a paragraph begins with a greeting: “MY DEAR MOTHER,--I am settled”.
pub(in crate::structure) fn greets_within(text: &str) -> bool {
    const LONGEST: usize = 60;
    const MOST_BYTES: usize = 4 * LONGEST;
    // Both dashes begin with the byte 0xE2.
    let bytes = &text.as_bytes()[..text.len().min(MOST_BYTES)];
    if memchr::memchr3(b':', b'-', 0xE2, bytes).is_none() {
        return false;
    }
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let near = &text[..end];
    let dash = [near.find("--"), near.find('—'), near.find('–')].into_iter().flatten().min();
    // “Sir: I have the honor”
    let colon = near.find(": ").filter(|colon| dash.is_none_or(|dash| *colon < dash));
    if let Some(colon) = colon {
        let greeting = &near[..=colon];
        return greeting.split_whitespace().count() <= 4 && is_salute(greeting);
    }
    dash.is_some_and(|dash| {
        let greeting = near[..dash].trim_end();
        let begins = greeting
            .split(|c: char| !c.is_alphabetic())
            .take(2)
            .any(|word| GREETINGS.contains(&word.to_lowercase().as_str()));
        let alone = greeting.split_whitespace().count() <= 2;
        greeting.ends_with([',', ':', '!', '.', ';']) && is_salute(greeting) && (begins || alone)
    })
}

/// The words of which a greeting has one.
const GREETINGS: &[&str] = &[
    "dear", "deare", "dearest", "honoured", "honored", "honourd", "beloved", "cher", "chère",
    "chers", "chères", "lieber", "liebe", "liebes", "liebster", "liebste", "liebstes", "geliebte",
    "geliebter", "geliebtester", "vielgeliebte", "vielgeliebter", "teurer", "teure", "teuerster",
    "teuerste", "theurer", "theure", "theuerster", "theuerste", "geehrter", "geehrte",
    "geehrtester", "hochgeehrter", "hochgeehrte", "hochgeehrtester", "verehrter", "verehrte",
    "verehrtester", "verehrteste", "hochverehrter", "hochverehrte", "hochverehrtester",
    "hochgeschätzter", "werter", "werte", "wertester", "werther", "werthe", "werthester",
    "wertgeschätzter",
];

/// Whether a line greets somebody: “Dear Sir,”, “MY GOOD ADJUTANT,--”, “Liebe
/// Mutter” without a stop.
pub(in crate::structure) fn is_salute(text: &str) -> bool {
    const ADDRESSES: &[&str] = &[
        "sir", "sr", "sirs", "madam", "gentlemen", "monsieur", "madame", "messieurs", "mesdames",
        "sire", "monseigneur", "citoyen", "citoyens", "camarade", "camarades", "comrade",
        "comrades", "excellency", "excellenz", "exzellenz",
    ];
    // “_Dear Sir_,”
    let text = text.strip_prefix('_').unwrap_or(text);
    if text.len() > 80 || !text.starts_with(char::is_uppercase) || text.contains('\n') {
        return false;
    }
    let text = without_note(text);
    if is_assembly(text) {
        return true;
    }
    // “My dear Dorothea (he wrote),”
    let told = ["wrote", "said", "began", "ran", "schrieb", "begann", "écrivait", "écrivit"];
    if text.contains('(') && text.split([' ', ')']).any(|word| told.contains(&word)) {
        return false;
    }
    let end = text.trim_end();
    // “Dear ____”, where an office left out the name
    let left_out =
        end.ends_with("____") && ["Dear ", "My dear "].iter().any(|dear| end.starts_with(dear));
    if left_out && end.split_whitespace().count() <= 4 {
        return true;
    }
    let ends = end.ends_with([',', ':', '-', '—', '–', '!', ';', '.']);
    // “DEAR WETHERELL,--It is all over.”
    let goes_on = end.trim_end_matches(['-', '—', '–', ',', '.', ':']);
    if goes_on.contains("--") || goes_on.contains('—') {
        return false;
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| lowered(word).to_lowercase())
        .collect();
    if is_dr_salute(&words)
        || is_right(text, &words)
        || is_friend(text, &words)
        || is_of_office(text, &words)
    {
        return true;
    }
    let greets =
        |count: usize| words.iter().take(count).any(|word| GREETINGS.contains(&word.as_str()));
    if !ends {
        let plain = !text.contains(|c: char| !(c.is_alphabetic() || c == ' '));
        let my = matches!(words.first().map(String::as_str), Some("my" | "ma" | "mon" | "meine"));
        return plain && (2..=5).contains(&words.len()) && greets(1 + usize::from(my));
    }
    let alone =
        words.len() <= 2 && words.first().is_some_and(|word| ADDRESSES.contains(&word.as_str()));
    let my_good = words.len() <= 6
        && words
            .first()
            .is_some_and(|word| matches!(word.as_str(), "my" | "mon" | "ma" | "mein" | "meine"))
        && text.contains([',', ':'])
        && text.ends_with(['-', '—', ',', ':']);
    (greets(4) || alone || my_good) && words.len() <= 12
}

/// Whether a line greets many, as in a message or an address: “Gentlemen of the Senate:”,
/// “To the People of the State of New York:”.
fn is_assembly(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "To the ", "TO THE ", "Gentlemen of ", "GENTLEMEN OF ", "Fellow-", "FELLOW-", "Fellow ",
        "FELLOW ", "Friends and ", "FRIENDS AND ", "Ladies and ", "LADIES AND ",
    ];
    const MOST_WORDS: usize = 14;
    const LONG: usize = 5;
    let Some(words) = text.trim_end_matches(['-', '—', '_', ' ']).strip_suffix(':') else {
        return false;
    };
    let mut long = words.split([' ', '-', '_']).filter(|word| word.len() >= LONG);
    let count = words.split_whitespace().count();
    (3..=MOST_WORDS).contains(&(count + usize::from(words.starts_with("Fellow-"))))
        && STARTS.iter().any(|start| words.starts_with(start))
        && !words.contains([':', ';', '"', '“'])
        && long.all(|word| word.starts_with(char::is_uppercase))
}

/// “Monsieur le Ministre,”, “Messieurs les Conseillers,”
fn is_of_office(text: &str, words: &[String]) -> bool {
    const WHO: &[&str] = &["monsieur", "madame", "mademoiselle", "messieurs", "mesdames"];
    let office = text.split([' ', '’', '\'']).nth(2);
    (3..=7).contains(&words.len())
        && WHO.contains(&words[0].as_str())
        && matches!(words[1].as_str(), "le" | "la" | "l" | "les")
        && text.ends_with([',', '!', ':'])
        && !text.trim_end_matches([',', '!', ':']).contains([',', '!', '?', ':', '.'])
        && office.is_some_and(|office| office.starts_with(char::is_uppercase))
}

/// “Dr Sir”, “Dr. Brother”, “Honᵈ Father”: dear, and not a doctor.
fn is_dr_salute(words: &[String]) -> bool {
    const WHO: &[&str] = &[
        "sir", "sr", "sirs", "madam", "gentlemen", "gent", "friend", "brother", "sister", "father",
        "mother", "son", "wife", "husband", "cousin", "uncle", "aunt",
    ];
    let short =
        |word: &String| matches!(word.as_str(), "dr" | "hond" | "honrd" | "honble" | "worthy");
    let first = words.iter().position(short).filter(|at| *at <= 1);
    let last =
        first.and_then(|at| words.get(at + 1)).is_some_and(|who| WHO.contains(&who.as_str()));
    last && words.len() <= 4
}

/// “Right Honourable,”, “Right Worshipfull Sirs,”
fn is_right(text: &str, words: &[String]) -> bool {
    const HOW: &[&str] = &["honble", "honorable", "honourable", "worshipful", "worshipfull"];
    (2..=4).contains(&words.len())
        && words[0] == "right"
        && HOW.contains(&words[1].as_str())
        && text.ends_with([',', ':'])
}

/// “Friend Charles:”, “Friend John,—”
fn is_friend(text: &str, words: &[String]) -> bool {
    (2..=4).contains(&words.len())
        && matches!(words[0].as_str(), "friend" | "friends")
        && text.ends_with([',', ':', '-', '—'])
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || word == "and")
}

/// Whether a line right below a date greets without a stop: “Sir”, “Gentlemen”.
pub(super) fn is_bare_salute(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    text.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && is_salute(&format!("{text},"))
}

#[cfg(test)]
mod tests {
    use super::{greets_within, is_bare_salute, is_salute};

    #[test]
    fn salutes() {
        for text in [
            "Dear Sir,",
            "My dear Friend,",
            "MY GOOD ADJUTANT,--",
            "Sir,",
            "Ma chère maman,",
            "Lieber Freund!",
            "MY DEAR AND VALUED DOROTHEA CECILIA,--",
            "Theuerste Eltern!",
            "Vielgeliebte Eltern",
            "Dear Mr. and Mrs. Hill:",
            "Dr. Brother,",
            "HONᵈ FATHER,",
            "Worthy Sʳ,",
            "RIGHT HONᵇˡᵉ,",
            "Right Honourable,",
            "Dear ____",
            "Friend Charles:",
            "Monsieur le Ministre,",
            "Madame l'Intendante générale,",
            "_Dear Madam_,",
            "_Gentlemen of the Senate_:",
            "To the People of the State of New York:",
            "_Fellow-Citizens of the Senate and House of Representatives_:",
        ] {
            assert!(is_salute(text), "{text}");
        }
        for text in [
            "Dear me, what a day it was",
            "My father came.",
            "my dear,",
            "Sir William Elford",
            "He was a dear",
            "Liebe",
            "Dr. Hill,",
            "Friend of mine,",
            "To the north of the town lies this:",
            "To the Bishop of Bath",
            "Dear old days of 1819",
            "Monsieur le comte, dit-il,",
        ] {
            assert!(!is_salute(text), "{text}");
        }
    }

    #[test]
    fn greetings_without_a_stop() {
        assert!(is_bare_salute("Sir") && is_bare_salute("Gentlemen"));
        assert!(!is_bare_salute("Sir and") && !is_bare_salute("Reading"));
    }

    #[test]
    fn greetings_within_a_paragraph() {
        assert!(greets_within("MY DEAR MOTHER,--I am settled at last"));
        assert!(greets_within("Sir,—Your correspondent"));
        assert!(greets_within("Sir: I have the honor to transmit the report."));
        assert!(!greets_within("There was one thing more: the key."));
        assert!(!greets_within("My dear mother--I mean my aunt--came"));
        assert!(!greets_within("He went, my dear,--to London"));
    }
}

//! Names that are spelt in several ways.

use std::collections::HashMap;

use crate::lexicon;

/// Words by what is left of them without one letter.
#[derive(Default)]
pub(super) struct Spellings(HashMap<String, Vec<String>>);

/// Shorter words differ by a letter and are different names.
const SHORTEST: usize = 6;
const LONGEST: usize = 24;

/// No more words are alike.
const MOST: usize = 16;

impl Spellings {
    /// Adds a word in small ASCII letters.
    pub(super) fn insert(&mut self, word: &str) {
        for key in keys(word).into_iter().chain(sound(word)) {
            let words = self.0.entry(key).or_default();
            if words.len() < MOST && !words.iter().any(|other| other == word) {
                words.push(word.to_owned());
            }
        }
    }

    /// The words that are `word` in another spelling.
    pub(super) fn of(&self, word: &str) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let heard = sound(word);
        for key in keys(word).iter().chain(&heard) {
            for other in self.0.get(key).into_iter().flatten() {
                let same = is_spelling(word, other) || Some(key) == heard.as_ref();
                if other != word
                    && same
                    && !(is_known(word) && is_known(other))
                    && !found.contains(&other.as_str())
                {
                    found.push(other);
                }
            }
        }
        found
    }
}

/// The word, and it without each of its letters but the first and the last.
fn keys(word: &str) -> Vec<String> {
    if !(SHORTEST - 1..=LONGEST).contains(&word.len()) || !word.is_ascii() {
        return Vec::new();
    }
    let without = |at: usize| format!("{}{}", &word[..at], &word[at + 1..]);
    std::iter::once(word.to_owned()).chain((1..word.len() - 1).map(without)).collect()
}

/// Whether two words differ by one letter within, and are no two names that
/// everybody knows.
fn is_spelling(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if long.len() < SHORTEST || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let rest = if short.len() == long.len() {
        &short[(same + 1).min(short.len())..]
    } else {
        &short[same..]
    };
    let inner = same > 0 && !rest.is_empty();
    inner && long[same + 1..] == *rest
}

/// The word as it is heard, in which travellers differ: `Susi` and `Suzi`,
/// `Moosa` and `Musa`, `Mohammad` and `Muhamad`.
fn sound(word: &str) -> Option<String> {
    const SHORTEST: usize = 3;
    if !word.is_ascii() || word.len() > LONGEST {
        return None;
    }
    let spelt = word.replace("oo", "u").replace("ee", "i").replace("ph", "f").replace("ch", "C");
    let mut heard = String::from("~");
    for letter in spelt.trim_end_matches('h').chars() {
        let letter = match letter {
            'z' if heard.len() > 1 => 's',
            'c' | 'q' => 'k',
            'y' => 'i',
            'o' => 'u',
            other => other,
        };
        if !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    (heard.len() > SHORTEST + 1).then_some(heard)
}

fn is_known(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let known = lexicon::look_up(&first.chain(letters).collect::<String>());
    known.forename() || known.doubtful_forename() || known.surname() || known.common()
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let mut spellings = Spellings::default();
        spellings.insert(one);
        assert_eq!(spellings.of(other) == [one], expected, "{one} {other}");
        let mut spellings = Spellings::default();
        spellings.insert(other);
        assert_eq!(spellings.of(one) == [other], expected, "{other} {one}");
    }

    #[test]
    fn one_letter_within() {
        check("dukinfield", "duckinfield", true);
        check("katomba", "kattomba", true);
        check("voroshilov", "voroschilov", true);
        check("syulin", "zyulin", false);
    }

    #[test]
    fn heard_alike() {
        check("susi", "suzi", true);
        check("moosa", "musa", true);
        check("chumah", "chuma", true);
        check("mohammad", "muhamad", true);
        check("chuma", "kuma", false);
        check("joan", "juan", false);
    }

    #[test]
    fn endings_and_names_everybody_knows_differ() {
        check("frolov", "frolova", false);
        check("dickinson", "dickinsons", false);
        check("marion", "marian", false);
        check("kirov", "kurov", false);
    }
}

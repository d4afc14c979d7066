//! Names that are spelt in several ways.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::form::capitalized;
use crate::lexicon;
use crate::source::offset;

/// Words by what is left of them without one letter, and by their sound.
///
/// Of what is left only a hash is kept; words that meet in one are compared.
#[derive(Default)]
pub(super) struct Spellings {
    words: Vec<String>,
    /// The first link of the words with a hash.
    first: FxHashMap<u64, u32>,
    links: Vec<Link>,
}

/// A word with a hash, and the next one, if there is one.
struct Link {
    word: u32,
    next: Option<u32>,
}

/// Shorter words differ by a letter and are different names.
const SHORTEST: usize = 6;
const LONGEST: usize = 24;

/// No more words are alike.
const MOST: usize = 16;

impl Spellings {
    /// Adds a word in small ASCII letters.
    pub(super) fn insert(&mut self, word: &str) {
        let number = offset(self.words.len());
        let heard = sound(word);
        let hashes = keys(word).chain(heard.as_deref().map(|heard| hash(heard.as_bytes())));
        let (mut is_new, mut last) = (false, None);
        for hash in hashes {
            // Without either letter of a double one it is the same.
            if last.replace(hash) == Some(hash) {
                continue;
            }
            if self.with(hash).any(|other| other == word) {
                break;
            }
            is_new |= self.link(hash, number);
        }
        if is_new {
            self.words.push(word.to_owned());
        }
    }

    /// Adds a word to those with a hash, unless they are too many.
    fn link(&mut self, hash: u64, word: u32) -> bool {
        let new = offset(self.links.len());
        let mut at = *self.first.entry(hash).or_insert(new);
        for _ in 0..MOST {
            if at == new {
                self.links.push(Link { word, next: None });
                return true;
            }
            at = *self.links[at as usize].next.get_or_insert(new);
        }
        false
    }

    /// The words with a hash.
    fn with(&self, hash: u64) -> impl Iterator<Item = &str> {
        let link = |at: Option<u32>| at.and_then(|at| self.links.get(at as usize));
        let links = std::iter::successors(link(self.first.get(&hash).copied()), move |before| {
            link(before.next)
        });
        links.take(MOST).filter_map(|link| self.words.get(link.word as usize)).map(String::as_str)
    }

    /// The words that are `word` in another spelling.
    pub(super) fn of(&self, word: &str) -> Vec<&str> {
        let heard = sound(word);
        let spelt = keys(word).flat_map(|hash| self.with(hash));
        let spelt = spelt.filter(|other| is_spelling(word, other));
        let alike = heard.iter().flat_map(|heard| {
            let met = self.with(hash(heard.as_bytes()));
            met.filter(|other| sound(other).as_ref() == Some(heard))
        });
        let mut found: Vec<&str> = Vec::new();
        for other in spelt.chain(alike) {
            if other != word && !found.contains(&other) && !(is_known(word) && is_known(other)) {
                found.push(other);
            }
        }
        found
    }
}

/// The hashes of the word, and of it without each of its letters but the first
/// and the last.
fn keys(word: &str) -> impl Iterator<Item = u64> {
    let fits = (SHORTEST - 1..=LONGEST).contains(&word.len()) && word.is_ascii();
    let word = if fits { word.as_bytes() } else { &[] };
    let without = move |at: usize| {
        let mut left = [0; LONGEST];
        left[..at].copy_from_slice(&word[..at]);
        left[at..word.len() - 1].copy_from_slice(&word[at + 1..]);
        hash(&left[..word.len() - 1])
    };
    let whole = fits.then(|| hash(word));
    whole.into_iter().chain((1..word.len().saturating_sub(1)).map(without))
}

fn hash(letters: &[u8]) -> u64 {
    FxBuildHasher.hash_one(letters)
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
    let known = lexicon::look_up(&capitalized(word));
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

//! Words that dates are made of, in English, French and German, and months in other
//! languages.

use super::term::{Term, begins, wants_capital};
use super::terms::TERMS;
use crate::token::lowered;

/// Whether a date may begin with `word`, as far as its first two letters and
/// its length tell, and whether it is written `small`: most words of a text are
/// turned away here.
pub(super) fn may_begin(word: &str, small: bool) -> bool {
    let table = if small { &SMALL } else { &BEGINNINGS };
    let word = &*lowered(word);
    let (first, second) = letters(word.as_bytes());
    table[first][second] & length_bit(word.len()) != 0
}

/// What `word` can be in a date, in any case of letters.
pub(super) fn look_up(word: &str) -> Option<Term> {
    if word.is_empty() {
        return None;
    }
    let word = &*lowered(word);
    let (first, second) = letters(word.as_bytes());
    let group = &GROUPS[first][second];
    if group.lengths & length_bit(word.len()) == 0 {
        return None;
    }
    let mut buffer = [0; LONGEST];
    let word = if word.is_ascii() { word } else { lower_case(word, &mut buffer)? };
    let mut terms = TERMS[usize::from(group.start)..usize::from(group.end)].iter();
    // There are few of a group, and fewer of a length.
    let is_same = |known: &str| known.len() == word.len() && known.eq_ignore_ascii_case(word);
    terms.find(|(known, _)| is_same(known)).map(|(_, term)| *term)
}

/// A day of the month in digits, with or without an ordinal ending: `8`,
/// `8th`, `2d`, `1er`, `15ᵗʰ`.
pub(super) fn day_number(word: &str) -> Option<i8> {
    let word = &*lowered(word);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ending = &word[digits..];
    let known = matches!(
        ending,
        "" | "st"
            | "nd"
            | "rd"
            | "th"
            | "the"
            | "t"
            | "er"
            | "re"
            | "e"
            | "n"
            | "ten"
            | "te"
            | "ter"
            | "tes"
            | "sten"
            | "de"
            | "den"
            | "die"
            | "ste"
            | "ST"
            | "ND"
            | "RD"
            | "TH"
    );
    // “3d”, but “4d” are pence
    let known = known || ending == "d" && word[..digits].ends_with(['2', '3']);
    let day = word[..digits].parse::<i8>().ok().filter(|_| known && digits <= 2)?;
    (1..=31).contains(&day).then_some(day)
}

/// Whether `word`, a day in digits, has an ordinal ending.
pub(super) fn has_ordinal_ending(word: &str) -> bool {
    !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits from 1000 to 2099.
pub(super) fn year_number(word: &str) -> Option<i16> {
    if word.len() != 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    word.parse().ok().filter(|year| (1000..2100).contains(year))
}

/// A number of two digits.
pub(super) fn two_digits(word: &str) -> Option<i16> {
    let digits = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

const LONGEST: usize = 24;

fn lower_case<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut length = 0;
    for lower in word.chars().flat_map(char::to_lowercase) {
        let end = length + lower.len_utf8();
        lower.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

const fn length_bit(length: usize) -> u32 {
    if length < 32 { 1 << length } else { 0 }
}

/// For the first two letters of the words that a date may begin with, small and
/// capital alike, the lengths of these words.
static BEGINNINGS: Beginnings = beginnings(false);

/// The same without the words that want a capital.
static SMALL: Beginnings = beginnings(true);

type Beginnings = [[u32; 32]; 32];

const fn letters(word: &[u8]) -> (usize, usize) {
    let second = if word.len() > 1 { word[1] & 0x1F } else { 0 };
    ((word[0] & 0x1F) as usize, second as usize)
}

const fn beginnings(small: bool) -> Beginnings {
    let mut table = [[0; 32]; 32];
    let mut at = 0;
    while at < TERMS.len() {
        let (word, term) = TERMS[at];
        if begins(term) && !(small && wants_capital(term)) {
            let (first, second) = letters(word.as_bytes());
            table[first][second] |= length_bit(word.len());
        }
        at += 1;
    }
    table
}

/// The words that begin with the same two letters, small and capital alike.
#[derive(Clone, Copy)]
struct Group {
    /// Where the first one stands in the table, and where the last one ends.
    start: u16,
    end: u16,
    /// Their lengths.
    lengths: u32,
}

/// The words of the table by their first two letters.
static GROUPS: [[Group; 32]; 32] = groups();

const fn groups() -> [[Group; 32]; 32] {
    let mut groups = [[Group { start: 0, end: 0, lengths: 0 }; 32]; 32];
    let mut at = 0_u16;
    while (at as usize) < TERMS.len() {
        let word = TERMS[at as usize].0.as_bytes();
        let (first, second) = letters(word);
        let group = &mut groups[first][second];
        if group.end == 0 {
            group.start = at;
        }
        at += 1;
        group.end = at;
        group.lengths |= length_bit(word.len());
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, TERMS, Term, day_number, look_up, year_number};

    #[test]
    fn the_table_is_sorted() {
        assert!(TERMS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(TERMS.iter().all(|(word, _)| word.len() <= LONGEST));
    }

    #[test]
    fn words() {
        assert_eq!(look_up("Septr"), Some(Term::Month(9)));
        assert_eq!(look_up("Febʸ"), Some(Term::Month(2)));
        assert_eq!(look_up("Août"), Some(Term::Month(8)));
        assert_eq!(look_up("MÄRZ"), Some(Term::Month(3)));
        assert_eq!(look_up("Twenty-fifth"), Some(Term::Ordinal(25)));
        assert_eq!(look_up("Septimus"), None);
        assert_eq!(look_up("a-very-long-compound-word"), None);
    }

    #[test]
    fn numbers() {
        assert_eq!(day_number("31st"), Some(31));
        assert_eq!(day_number("3d"), Some(3));
        assert_eq!(day_number("15ᵗʰ"), Some(15));
        assert_eq!(day_number("1er"), Some(1));
        assert_eq!(day_number("30te"), Some(30));
        assert_eq!(day_number("32"), None);
        assert_eq!(day_number("8vo"), None);
        assert_eq!(day_number("0"), None);
        assert_eq!(year_number("1937"), Some(1937));
        assert_eq!(year_number("0937"), None);
        assert_eq!(year_number("193"), None);
    }
}

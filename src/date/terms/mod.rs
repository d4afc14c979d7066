//! The list of the words that dates are made of, by subject.

mod abroad;
mod days;
mod months;
mod numbers;
mod words;

use super::term::Term;
use abroad::ABROAD;
use days::DAYS;
use months::MONTHS;
use numbers::NUMBERS;
use words::WORDS;

/// A word in small letters, and what it can be in a date.
type Entry = (&'static str, Term);

const LISTS: [&[Entry]; 5] = [ABROAD, DAYS, MONTHS, NUMBERS, WORDS];

const COUNT: usize = ABROAD.len() + DAYS.len() + MONTHS.len() + NUMBERS.len() + WORDS.len();

/// All of them, sorted by bytes; a test sees to it.
pub(super) static TERMS: [Entry; COUNT] = {
    let mut all = [("", Term::The); COUNT];
    let mut next = [0; LISTS.len()];
    let mut at = 0;
    while at < COUNT {
        let mut least = LISTS.len();
        let mut list = 0;
        while list < LISTS.len() {
            let remains = next[list] < LISTS[list].len();
            if remains
                && (least == LISTS.len()
                    || is_less(LISTS[list][next[list]].0, LISTS[least][next[least]].0))
            {
                least = list;
            }
            list += 1;
        }
        all[at] = LISTS[least][next[least]];
        next[least] += 1;
        at += 1;
    }
    all
};

/// Whether one word comes before another by their bytes.
const fn is_less(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

//! Headings of any words and a number, of which several follow each other:
//! “THE OBSERVER No. 1”, “THE OBSERVER No. 2”.

use rustc_hash::FxHashMap;

use crate::structure::Input;
use crate::structure::heading::plain;
use crate::structure::kind::{Heading, Kind};
use crate::structure::notes::Notes;

/// How many of them prove each other.
const SEVERAL: usize = 3;

/// The most bytes of the words.
const LONGEST: usize = 60;

/// Makes headings of such lines, if their numbers rise from one to the next.
pub(super) fn set_sequels(input: &Input<'_>, notes: &Notes, candidates: &mut [Option<Heading>]) {
    let mut found: FxHashMap<&str, Vec<(usize, u32)>> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        let block = &input.blocks[index];
        let words = candidate.is_some_and(|heading| heading.kind >= Kind::Capitals);
        if words && block.line_count() == 1 && block.blank_before > 0 && !notes.holds(index) {
            let counted = counted(plain(block.span.of(input.text)));
            if let Some((words, number)) = counted {
                found.entry(words).or_default().push((index, number));
            }
        }
    }
    for all in found.into_values().filter(|all| all.len() >= SEVERAL) {
        if all.windows(2).all(|pair| pair[0].1 + 1 == pair[1].1) {
            for (index, number) in all {
                candidates[index] =
                    Some(Heading { number: Some(number), ..Heading::of(Kind::Chapter) });
            }
        }
    }
}

/// The words of a line and the number that ends it.
fn counted(line: &str) -> Option<(&str, u32)> {
    const SIGNS: &[&str] = &[" No. ", " NO. ", " Nr. ", " NR. ", " N° ", " Nº "];
    let line = line.trim_end_matches(['.', ':']);
    let (words, number) = SIGNS.iter().find_map(|sign| line.rsplit_once(*sign))?;
    let capital = words.starts_with(char::is_uppercase);
    let number = number.parse().ok().filter(|_| number.len() <= 3)?;
    (capital && words.len() <= LONGEST && !words.ends_with(',')).then_some((words, number))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn words_and_number() {
        assert_eq!(counted("THE OBSERVER No. 12."), Some(("THE OBSERVER", 12)));
        assert_eq!(counted("No. 12"), None);
        assert_eq!(counted("Mr. Hill, No. 12 Bath Street"), None);
    }
}

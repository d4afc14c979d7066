//! What stands at the top of each page of a book and is no heading of the text.

use rustc_hash::FxHashMap;

use crate::structure::Input;
use crate::structure::kind::Heading;

/// So many spaces stand between the words and the number of the page.
const WIDE: &str = "   ";

/// The candidates without running heads: “4     RECOLLECTIONS OF A SURVEYOR.”
/// in the middle of a sentence, or the same words again and again.
pub(super) fn without_running_heads(
    input: &Input<'_>,
    mut candidates: Vec<Option<Heading>>,
) -> Vec<Option<Heading>> {
    let text = |index: usize| input.blocks[index].span.of(input.text);
    let running: Vec<(usize, &str)> = (0..candidates.len())
        .filter(|index| candidates[*index].is_some())
        .filter_map(|index| Some((index, words_beside_page(text(index))?)))
        .collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (_, words) in &running {
        *counts.entry(words).or_default() += 1;
    }
    // The heading of the chapter stands at the top of its pages too.
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    if !running.is_empty() {
        let lines = (0..candidates.len()).filter(|index| candidates[*index].is_some());
        for index in lines {
            first.entry(text(index).trim_end_matches(['.', ','])).or_insert(index);
        }
    }
    for (index, words) in running {
        let before = index.checked_sub(1).map(text).unwrap_or_default();
        let after = input.blocks.get(index + 1).map(|_| text(index + 1)).unwrap_or_default();
        let broken = before.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-')
            && before.len() > words.len()
            || after.starts_with(char::is_lowercase);
        let again = first.get(words).is_some_and(|heading| *heading < index);
        if broken || again || counts[words] > 2 {
            candidates[index] = None;
        }
    }
    candidates
}

/// The words of a line with the number of a page at one of its ends.
fn words_beside_page(line: &str) -> Option<&str> {
    const LONGEST: usize = 120;
    let is_page = |number: &str| {
        let number = number.trim_matches(['[', ']', '.']);
        (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    if line.len() > LONGEST || line.contains('\n') {
        return None;
    }
    let after = line.rfind(WIDE).map(|at| line.split_at(at));
    let before = line.find(WIDE).map(|at| line.split_at(at));
    let words = match (before, after) {
        (Some((page, words)), _) if is_page(page) => words,
        (_, Some((words, page))) if is_page(page.trim()) => words,
        _ => return None,
    };
    let words = words.trim().trim_end_matches(['.', ',']);
    let loud = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    loud.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::words_beside_page;

    #[test]
    fn pages() {
        let words = words_beside_page("4                RECOLLECTIONS OF A SURVEYOR.");
        assert_eq!(words, Some("RECOLLECTIONS OF A SURVEYOR"));
        assert_eq!(words_beside_page("MY EARLY LIFE.                3"), Some("MY EARLY LIFE"));
        for line in
            ["CHAPTER I", "1842 LONDON", "4     he went", "12.    Made sail", "I      LONDON"]
        {
            assert_eq!(words_beside_page(line), None, "{line}");
        }
    }
}

//! Days that somebody names when it is his turn to speak: “A. 5th of November.”,
//! “Mr. STOKES. July 11, 1952.”

use rustc_hash::FxHashMap;

use super::DateLine;
use super::told::is_title;
use crate::segment::turn_label;
use crate::structure::Input;

/// A label is that of a speaker if so many paragraphs begin with it and go on with
/// no date, and most of them do.
const SEVERAL: usize = 3;

/// Drops the lines that begin with a speaker: what follows is his answer.
pub(super) fn drop_turns(input: &Input<'_>, lines: &mut [Option<DateLine>]) {
    let text = |index: usize| input.blocks[index].span.of(input.text);
    let mut dated: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (index, line) in lines.iter().enumerate() {
        let Some(date) = line.as_ref().and_then(|line| line.dates.first()) else { continue };
        let before = date.span.start.saturating_sub(input.blocks[index].span.start) as usize;
        if let Some(label) = label(text(index)).filter(|label| label.len() <= before) {
            dated.entry(label).or_default().0 += 1;
        }
    }
    if dated.is_empty() {
        return;
    }
    let texts = (0..lines.len()).filter(|index| input.blocks[*index].is_text());
    for label in texts.filter_map(|index| label(text(index))) {
        if let Some((_, all)) = dated.get_mut(label) {
            *all += 1;
        }
    }
    // No place is called “Mrs. LYLE.”
    let titled = |label: &str| label.split_once(". ").is_some_and(|(first, _)| is_title(first));
    dated.retain(|label, (dates, all)| {
        titled(label) || *all >= SEVERAL + *dates && *all > 2 * *dates
    });
    for (index, line) in lines.iter_mut().enumerate().filter(|(_, line)| line.is_some()) {
        if label(text(index)).is_some_and(|label| dated.contains_key(label)) {
            *line = None;
        }
    }
}

/// What stands before the first stop of a paragraph, if it could say who speaks.
pub(in crate::structure) fn label(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    const SHORTEST: usize = 3;
    if let Some(label) = turn_label(text) {
        return Some(label.trim_end());
    }
    let mut end = 0;
    for word in text.split_inclusive(' ').take(5) {
        let start = end;
        end += word.len();
        let word = word.trim_end();
        if end > LONGEST || word.contains('\n') {
            return None;
        }
        let Some(stem) = word.strip_suffix(['.', ':']) else { continue };
        // “Mr. ” and “St. ” only shorten a word.
        if stem.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST && !is_title(stem) {
            let loud = [text, stem].iter().all(|text| text.starts_with(char::is_uppercase));
            return loud.then(|| &text[..start + word.len()]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn speakers() {
        assert_eq!(label("Mr. STOKES. July 11, 1952."), Some("Mr. STOKES."));
        assert_eq!(label("A. 5th of November."), Some("A."));
        assert_eq!(label("The CHAIRMAN. I see."), Some("The CHAIRMAN."));
        assert_eq!(label("Interviewer: When?"), Some("Interviewer:"));
        assert_eq!(label("St. Albans, May 5."), None);
        assert_eq!(label("He came on the 5th of May and went."), None);
    }
}

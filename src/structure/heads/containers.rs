//! The finding aid of an archive: “Series 1: Correspondence”, “Box 3”.

use rustc_hash::FxHashMap;

use super::words::has_lower;
use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};
use crate::structure::notes::Notes;
use crate::structure::numeral::number;

/// The levels of the description of a collection, the larger first.
const SERIES: &[&str] = &["series", "série", "serie"];
const SUBSERIES: &[&str] = &["subseries", "sub-series", "sous-série", "unterserie"];
const BOXES: &[&str] = &["box", "carton", "karton", "schachtel", "boîte"];

/// Makes headings of the lines that count the series and the boxes of a collection, if
/// there are several, and returns them, with how much deeper than a title each lies.
pub(super) fn set_containers(
    input: &Input<'_>,
    notes: &Notes,
    candidates: &mut [Option<Heading>],
) -> FxHashMap<usize, u8> {
    const SEVERAL: usize = 2;
    let single = |index: usize| {
        let block = &input.blocks[index];
        block.is_text() && block.line_count() == 1 && !notes.holds(index)
    };
    let text = |index: usize| input.blocks[index].span.of(input.text);
    let levels: Vec<(usize, u8)> = (0..candidates.len())
        .filter(|index| single(*index))
        .filter_map(|index| Some((index, level(text(index))?)))
        .collect();
    let coded = with_codes(input, notes, candidates);
    let of_series = levels.iter().filter(|(_, level)| *level == 0).count();
    let of_boxes = levels.iter().filter(|(_, level)| *level == 2).count();
    if of_series < SEVERAL && of_boxes < SEVERAL {
        return coded;
    }
    // Rows of a list follow each other, and nothing stands between them.
    let listed = |at: usize| {
        let same = |other: Option<&(usize, u8)>, index: usize| {
            other.is_some_and(|other| *other == (index, levels[at].1))
        };
        let index = levels[at].0;
        same(levels.get(at + 1), index + 1)
            || at > 0 && index > 0 && same(levels.get(at - 1), index - 1)
    };
    let mut found: FxHashMap<usize, u8> = coded;
    for at in (0..levels.len()).filter(|at| !listed(*at)) {
        found.insert(levels[at].0, levels[at].1);
    }
    // “CONTAINER LIST” right above the first of them
    let first = levels.iter().map(|(index, _)| *index).find(|index| found.contains_key(index));
    if let Some(above) = first.and_then(|first| first.checked_sub(1))
        && single(above)
        && candidates[above].is_some_and(|heading| heading.kind == Kind::Capitals)
    {
        found.insert(above, 0);
        candidates[above] = Some(Heading::of(Kind::Capitals));
    }
    for index in found.keys().filter(|index| level(text(**index)).is_some()) {
        candidates[*index] = Some(Heading::of(Kind::Words));
    }
    found
}

/// The lines with the reference of a series and its title in capitals, if there are
/// several: “LCS/1   MINUTES”. They become headings.
fn with_codes(
    input: &Input<'_>,
    notes: &Notes,
    candidates: &mut [Option<Heading>],
) -> FxHashMap<usize, u8> {
    const SEVERAL: usize = 2;
    let depth = |index: &usize| {
        let block = &input.blocks[*index];
        let fits = block.is_text() && block.line_count() == 1 && !notes.holds(*index);
        let parts = code(block.span.of(input.text)).filter(|_| fits)?;
        Some((*index, parts))
    };
    let lines: Vec<(usize, u8)> = (0..candidates.len()).filter_map(|at| depth(&at)).collect();
    let highest = lines.iter().map(|(_, parts)| *parts).min().unwrap_or_default();
    if lines.len() < SEVERAL {
        return FxHashMap::default();
    }
    // Beside the elements of a description, not within the last of them.
    let described = candidates
        .iter()
        .flatten()
        .any(|found| found.kind == Kind::Section && found.number.is_none() && found.titled);
    let kind = if described { Kind::Section } else { Kind::Words };
    for (index, _) in &lines {
        candidates[*index] = Some(Heading::of(kind));
    }
    lines.into_iter().map(|(index, parts)| (index, (parts - highest).min(4))).collect()
}

/// How many parts the reference has that a line in capitals begins with.
fn code(line: &str) -> Option<u8> {
    const LONGEST: usize = 100;
    let (reference, title) = line.split_once(['\t', ' '])?;
    let far = title.len() > title.trim_start().len() || line[reference.len()..].starts_with('\t');
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
    };
    let fits = line.len() <= LONGEST
        && far
        && reference.contains('/')
        && reference.starts_with(|c: char| c.is_ascii_uppercase())
        && reference.bytes().any(|byte| byte.is_ascii_digit())
        && reference.split('/').all(part)
        && !has_lower(title)
        && title.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let parts = fits.then(|| reference.split('/').count())?;
    u8::try_from(parts).ok()
}

/// The level that a line names with its number.
fn level(line: &str) -> Option<u8> {
    const LONGEST: usize = 120;
    let (word, rest) = line.split_once([' ', '\u{A0}'])?;
    let label = rest.split([' ', ':', ',', '—', '–']).next().unwrap_or_default();
    let title = rest[label.len()..].trim_start_matches([' ', ':', '—', '–', '-', ',']);
    let label = label.trim_end_matches('.');
    let counts = number(label).is_some()
        || label
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        || label.len() == 1 && label.starts_with(char::is_uppercase);
    let word = word.to_lowercase();
    let level = if SERIES.contains(&word.as_str()) {
        0
    } else if SUBSERIES.contains(&word.as_str()) {
        1
    } else if BOXES.contains(&word.as_str()) {
        2
    } else {
        return None;
    };
    // “Box 3 was never found.” and “Series of letters” are none.
    let titled = title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(');
    let fits = counts
        && line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && (title.is_empty() || titled && (level == 2 || rest.contains([':', '.', ',', '—', '–'])))
        && !(line.ends_with('.') && has_lower(line) && title.split_whitespace().count() > 6);
    fits.then_some(level)
}

#[cfg(test)]
mod tests {
    use super::{code, level};

    #[test]
    fn references() {
        assert_eq!(code("LCS/1   MINUTES"), Some(2));
        assert_eq!(code("LCS/1/2\tCASH BOOKS"), Some(3));
        for line in
            ["LCS/1/1   Cash book   1862   1 vol.", "A/B TEST", "1/2   CUP", "LCS/1 MINUTES"]
        {
            assert_eq!(code(line), None, "{line}");
        }
    }

    #[test]
    fn lines_of_a_finding_aid() {
        for (line, expected) in [
            ("Series 1: Correspondence, 1788-1901", Some(0)),
            ("SERIES II. DIARIES", Some(0)),
            ("Subseries 3.1: The Courier", Some(1)),
            ("Box 3", Some(2)),
            ("BOX 12 Folders 1-7", Some(2)),
            ("Karton 4", Some(2)),
            ("Box 3 was never found.", None),
            ("Series of letters", None),
            ("Box on the ear", None),
        ] {
            assert_eq!(level(line), expected, "{line}");
        }
    }
}

//! Telegrams, which have neither salute nor formula: the word above them says what
//! they are.

use std::ops::Range;

use super::address::{fits_address, is_address};
use super::lines::is_dateline;
use super::lines_of;
use super::memorandum;
use super::parts::{Opening, Part, PartKind};
use super::signer::is_signature;
use crate::structure::Input;
use crate::structure::notes::Notes;

/// The most blocks above the text of a telegram.
const MOST: usize = 6;

/// Whether a line says that a telegram stands below it, and nothing else: “WESTERN
/// UNION TELEGRAM”, “[Telegram]”.
pub(in crate::structure) fn names_telegram(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "telegram", "telegramm", "télégramme", "cablegram", "radiogram", "cable", "marconigram",
        "kabel", "funkspruch", "dépêche",
    ];
    const MOST: usize = 4;
    const LONGEST: usize = 60;
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_uppercase() || c == '[') {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let count = words.clone().count();
    let last = words.next_back().unwrap_or_default();
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '[' | ']' | '.' | ':' | '-');
    let loud = !text.contains(char::is_lowercase) || count == 1;
    count <= MOST
        && loud
        && text.chars().all(plain)
        && WORDS.contains(&last.to_lowercase().as_str())
}

/// What stands at the beginning of `blocks` above the text of a telegram, if the
/// line above them says it is one: from where and when, to whom.
pub(super) fn opening(input: &Input<'_>, notes: &Notes, blocks: Range<usize>) -> Option<Opening> {
    let above = blocks.start.checked_sub(1).map(|above| &input.blocks[above])?;
    if !above.is_text() || !names_telegram(above.span.of(input.text)) {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut end = blocks.start;
    for index in blocks.clone().take(MOST) {
        let dated = parts.iter().any(|part| part.kind == PartKind::Dateline);
        let found = (!notes.holds(index)).then(|| read(input, notes, index, dated)).flatten();
        let Some(found) = found else { break };
        parts.extend(found);
        end = index + 1;
    }
    let dated = parts.iter().any(|part| part.kind == PartKind::Dateline);
    let found = dated && end < blocks.end;
    found.then(|| Opening { blocks: blocks.start..end, parts, text: Vec::new() })
}

/// What block `index` is above the text; `dated` says whether the date stands above
/// it.
fn read(input: &Input<'_>, notes: &Notes, index: usize, dated: bool) -> Option<Vec<Part>> {
    const LONGEST: u32 = 70;
    const MOST: usize = 4;
    let labelled = memorandum::labelled(input, notes, index..index + 1);
    if !labelled.is_empty() {
        return Some(labelled);
    }
    let block = &input.blocks[index];
    let lines = lines_of(input, index);
    let short =
        block.is_text() && lines.len() <= MOST && lines.iter().all(|line| line.len() <= LONGEST);
    if !short {
        return None;
    }
    let whole = |kind| Some(vec![Part { kind, block: index, lines: lines.clone() }]);
    let texts: Vec<&str> = lines.iter().map(|line| line.of(input.text)).collect();
    if !dated && lines.iter().any(|line| is_dateline(input, *line)) {
        return whole(PartKind::Dateline);
    }
    let words = texts[0].split_whitespace().count();
    let to = ["TO ", "To ", "An ", "AN ", "À "].iter().any(|to| texts[0].starts_with(to));
    if dated && to && words <= 9 && fits_address(&texts)
        || is_address(&texts)
        || titled(texts[0]) && fits_address(&texts)
    {
        return whole(PartKind::Address);
    }
    let told = texts.iter().any(|text| text.ends_with('.') && text.contains(char::is_lowercase));
    (!dated && !told).then(|| whole(PartKind::Argument)).flatten()
}

/// “MRS. E. B. STONE”
fn titled(line: &str) -> bool {
    ["MR. ", "MRS. ", "MISS ", "DR. ", "MESSRS. ", "REV. "]
        .iter()
        .any(|title| line.starts_with(title))
        && !line.ends_with('.')
}

/// Whether a block below the text of a telegram is the name of who sent it.
pub(super) fn signs(text: &str) -> bool {
    const MOST: usize = 4;
    is_signature(text) && text.split_whitespace().count() <= MOST && !text.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::names_telegram;

    #[test]
    fn the_word() {
        for text in ["TELEGRAM", "Telegramm", "[Telegram]", "WESTERN UNION TELEGRAM", "Télégramme"]
        {
            assert!(names_telegram(text), "{text}");
        }
        for text in ["Telegram from Paris", "He had a telegram", "The Telegram", "TELEGRAM 12"] {
            assert!(!names_telegram(text), "{text}");
        }
    }
}

//! Pages: lines with nothing but a number, and paragraphs that go on over the mark of a page.

use super::{Block, BlockKind, trim_outside};
use crate::convention::{Found, Place, folio};
use crate::element::Element;
use crate::source::{Lines, offset};

/// A line that could be the number of a page.
struct Folio {
    line: u32,
    number: u32,
    found: Found,
    /// Whether it stands within a sentence.
    interrupts: bool,
}

/// The lines that hold nothing but the number of a page, in order.
///
/// Numbers of pages rise, and they stand where the pages end, be it within a sentence;
/// numbers of sections stand between paragraphs.
pub(super) fn folios(text: &str, lines: &Lines) -> Vec<(u32, Found)> {
    let mut forms: Vec<(&'static str, Vec<Folio>)> = Vec::new();
    for folio in candidates(text, lines) {
        let form = folio.found.markup.notation.id;
        match forms.iter_mut().find(|(id, _)| *id == form) {
            Some((_, folios)) => folios.push(folio),
            None => forms.push((form, vec![folio])),
        }
    }
    forms.retain(|(_, folios)| are_pages(folios));
    let mut found: Vec<(u32, Found)> = forms
        .into_iter()
        .flat_map(|(_, folios)| folios)
        .map(|folio| (folio.line, folio.found))
        .collect();
    found.sort_by_key(|(line, _)| *line);
    found
}

fn candidates(text: &str, lines: &Lines) -> Vec<Folio> {
    let mut found: Vec<Folio> = Vec::new();
    let mut above = "";
    for line in 1..=offset(lines.count()) {
        let span = trim_outside(text, lines.span(text, line));
        if span.is_empty() {
            continue;
        }
        if let Some((number, mark)) = folio(text, span) {
            let interrupts = is_open(above);
            found.push(Folio { line, number, found: mark, interrupts });
            above = "";
            continue;
        }
        let last = found.last_mut().filter(|_| above.is_empty());
        above = span.of(text);
        if let Some(folio) = last {
            folio.interrupts &= begins_small(above);
        }
    }
    found
}

/// Whether the numbers rise as those of pages do, and some stand within sentences.
fn are_pages(folios: &[Folio]) -> bool {
    /// So many pages may be without a number.
    const MISSING: u32 = 3;
    let rise = folios
        .windows(2)
        .all(|pair| (pair[0].number + 1..=pair[0].number + 1 + MISSING).contains(&pair[1].number));
    let within = folios.iter().filter(|folio| folio.interrupts).count();
    // A number alone says less than one between dashes.
    let bare = folios.first().is_some_and(|folio| folio.found.markup.notation.pattern == "@n");
    rise && within > usize::from(bare) && within * 3 >= folios.len()
}

/// Joins the parts of paragraphs that go on over the mark of a page.
pub(super) fn join(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let pages = joined.iter().rev().take(2).take_while(|block| page(block).is_some()).count();
        let start = joined.len() - pages;
        let above = start.checked_sub(1).filter(|_| pages == 1 && block.is_text());
        let goes_on = above.is_some_and(|above| {
            joined[above].is_text() && goes_on(text, &joined[above], &joined[start], &block)
        });
        let Some(above) = above.filter(|_| goes_on) else {
            joined.push(block);
            continue;
        };
        let mark = joined.pop();
        let whole = &mut joined[above];
        whole.span = whole.span.join(block.span);
        whole.lines.end = block.lines.end;
        // The marks of the convention are found among the words.
        let alone = mark.as_ref().and_then(page).filter(|page| page.markup.place == Place::Line);
        whole.pages.extend(alone.cloned());
        whole.pages.extend(block.pages);
    }
    joined
}

/// The mark of a page that a block is.
fn page(block: &Block) -> Option<&Found> {
    match &block.kind {
        BlockKind::Marked(found) if found.markup.element == Element::Pb => Some(found),
        _ => None,
    }
}

/// Whether a paragraph goes on below the mark of a page.
fn goes_on(text: &str, above: &Block, mark: &Block, below: &Block) -> bool {
    /// A line of so many characters is no heading.
    const LONG: usize = 50;
    /// How many lines above and below the mark are looked at.
    const NEAR: usize = 40;
    let (first, second) = (above.span.of(text), below.span.of(text));
    if is_open(first) && begins_small(second) {
        return true;
    }
    // “and then / [Page 12] / Harrow came”, but “THE FORD / [Page 12] / It was”
    let last_lines = || first.lines().rev().take(NEAR);
    let near = last_lines().chain(second.lines().take(NEAR));
    let width = near.map(str::len).max().unwrap_or_default();
    let is_full = |line: &&str| line.len() * 4 >= width * 3;
    // Those of a list end anywhere.
    let full = last_lines().filter(is_full).count();
    let filled = width > LONG
        && (second.len() > LONG || second.ends_with(['.', '?', '!', '”', '"']))
        && last_lines().next().is_some_and(|last| is_full(&last))
        && full * 2 > last_lines().count();
    let tight = mark.blank_before == 0 && below.blank_before == 0 && above.line_count() > 2;
    filled && (is_open(first) && first.contains(char::is_lowercase) || tight)
}

/// Whether a text ends within a sentence.
fn is_open(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-'))
}

fn begins_small(text: &str) -> bool {
    text.trim_start_matches(['_', '“', '"', '(']).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::convention::named;
    use crate::segment::{Layout, segment};
    use crate::source::Lines;

    /// Each block in a line, with the page that it is, or those over which it goes on.
    #[track_caller]
    fn check(text: &str, blocks: &[&str]) {
        let lines = Lines::of(text);
        let found = segment(text, &lines, Layout::of(text), named("typescript").unwrap());
        let shown: Vec<String> = found
            .iter()
            .map(|block| {
                let pages = block.pages.iter().chain(super::page(block));
                let pages: Vec<&str> = pages.map(|page| page.values[0].1.as_str()).collect();
                let words = block.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
                format!("{words} {pages:?}")
            })
            .collect();
        assert_eq!(shown, blocks, "{text}");
    }

    #[test]
    fn numbers_of_pages() {
        check(
            "We went down to the\n\n- 2 -\n\nford in the evening.\n\nIt rained.",
            &["We went down to the - 2 - ford in the evening. [\"2\"]", "It rained. []"],
        );
        check(
            "We went down to the\n\n2\n\nford, and waited for the\n\n3\n\nboat.\n\n4\n\nIt came.",
            &[
                "We went down to the 2 ford, and waited for the 3 boat. [\"2\", \"3\"]",
                "4 [\"4\"]",
                "It came. []",
            ],
        );
    }

    #[test]
    fn numbers_of_other_things() {
        for text in [
            "It rained.\n\n1\n\nWe waited.\n\n2\n\nIt stopped.",
            "We went to the\n\n7\n\nford, and to the\n\n3\n\nmill.",
            "We went to the\n\n2\n\nford.",
        ] {
            let blocks: Vec<String> =
                text.split("\n\n").map(|block| format!("{block} []")).collect();
            check(text, &blocks.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    #[test]
    fn paragraphs_that_go_on() {
        let line = "In the evening they went down to the ford by the mill, and saw";
        check(&format!("{line}\n\n[p. 3]\n\nHester."), &[&format!("{line} [p. 3] Hester. []")]);
        check(
            &format!("{line}\n[p. 3]\nHester"),
            &[&format!("{line} []"), "[p. 3] [\"3\"]", "Hester []"],
        );
        check(
            &format!("{line}\n\n[p. 3]\n\nHester. {line}."),
            &[&format!("{line} [p. 3] Hester. {line}. []")],
        );
        check(
            "THE FORD\n\n[p. 3]\n\nIt rained.",
            &["THE FORD []", "[p. 3] [\"3\"]", "It rained. []"],
        );
    }
}

//! Pages: lines with nothing but a number, or with it beside the heading of the page, and
//! paragraphs that go on over the mark of a page.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::{Block, BlockKind, trim_outside};
use crate::convention::{Found, Place, folio, page_heading};
use crate::element::Element;
use crate::source::{Lines, offset};

/// So many pages may be without a number between two that have one.
const MISSING: u32 = 3;

/// A line that could be the number of a page.
struct Folio<'t> {
    line: u32,
    number: u32,
    /// The heading of the page beside it.
    heading: &'t str,
    found: Found,
    /// Whether it stands within a sentence.
    interrupts: bool,
}

/// The lines that hold the number of a page and nothing else but the heading of the page, in
/// order.
///
/// Numbers of pages rise, and they stand where the pages end, be it within a sentence;
/// numbers of sections stand between paragraphs.
pub(super) fn folios(text: &str, lines: &Lines) -> Vec<(u32, Found)> {
    /// So many that rise are pages, however many other numbers there are.
    const MANY: usize = 20;
    type Form = (&'static str, bool);
    let mut forms: Vec<(Form, Vec<Folio<'_>>)> = Vec::new();
    for folio in candidates(text, lines) {
        let arabic = folio.found.values.iter().all(|(_, label)| label.parse::<u32>().is_ok());
        let form = (folio.found.markup.notation.id, arabic);
        match forms.iter_mut().find(|(other, _)| *other == form) {
            Some((_, folios)) => folios.push(folio),
            None => forms.push((form, vec![folio])),
        }
    }
    let pages = forms.into_iter().flat_map(|(_, folios)| {
        let count = folios.len();
        let most = move |folios: &Vec<Folio<'_>>| folios.len() * 2 > count || folios.len() > MANY;
        series(folios).into_iter().filter(most).filter(|folios| are_pages(folios))
    });
    let mut found: Vec<(u32, Found)> =
        pages.flatten().map(|folio| (folio.line, folio.found)).collect();
    found.sort_by_key(|(line, _)| *line);
    found
}

fn candidates<'t>(text: &'t str, lines: &Lines) -> Vec<Folio<'t>> {
    let mut found: Vec<Folio<'t>> = Vec::new();
    let mut above = "";
    for line in 1..=offset(lines.count()) {
        let span = trim_outside(text, lines.span(text, line));
        if span.is_empty() {
            continue;
        }
        let page = folio(text, span).map(|(number, mark)| (number, "", mark));
        if let Some((number, heading, mark)) = page.or_else(|| page_heading(text, span)) {
            let interrupts = is_open(above);
            found.push(Folio { line, number, heading, found: mark, interrupts });
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

/// The numbers in series that rise as those of pages do; between them may stand a few
/// that count something else.
fn series(folios: Vec<Folio<'_>>) -> Vec<Vec<Folio<'_>>> {
    /// Among how many of the next numbers the series goes on.
    const NEAR: usize = 3;
    let follows = |one: &Folio<'_>, next: &Folio<'_>| {
        (one.number + 1..=one.number + 1 + MISSING).contains(&next.number)
    };
    let mut found: Vec<Vec<Folio<'_>>> = Vec::new();
    let mut current: Vec<Folio<'_>> = Vec::new();
    let mut rest: VecDeque<Folio<'_>> = folios.into();
    while let Some(folio) = rest.pop_front() {
        if let Some(last) = current.last().filter(|last| !follows(last, &folio)) {
            let goes_on = rest.iter().take(NEAR).any(|next| follows(last, next));
            if goes_on && current.len() > NEAR {
                continue;
            }
            found.push(std::mem::take(&mut current));
        }
        current.push(folio);
    }
    found.push(current);
    found
}

/// Whether some numbers that rise as those of pages do stand within sentences.
fn are_pages(folios: &[Folio<'_>]) -> bool {
    let within = folios.iter().filter(|folio| folio.interrupts).count();
    let Some(first) = folios.first().filter(|_| are_counted_evenly(folios)) else {
        return false;
    };
    if !first.heading.is_empty() {
        return within * 4 >= folios.len() && headings_come_again(folios);
    }
    // A number alone says less than one between dashes.
    let bare = first.found.markup.notation.pattern == "@n";
    within > usize::from(bare) && within * 3 >= folios.len()
}

/// Whether half of the numbers are equally far above the one before, as those of the words
/// of an index or a list of errata are not.
fn are_counted_evenly(folios: &[Folio<'_>]) -> bool {
    let steps = folios.windows(2).map(|pair| pair[1].number - pair[0].number);
    let mut counts = [0; MISSING as usize + 1];
    for step in steps {
        counts[step as usize - 1] += 1;
    }
    counts.iter().any(|count| count * 2 + 1 >= folios.len())
}

/// Whether most of the headings of some pages stand at the top of others, too.
fn headings_come_again(folios: &[Folio<'_>]) -> bool {
    const SEVERAL: usize = 3;
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for folio in folios {
        *counts.entry(folio.heading).or_default() += 1;
    }
    let again = folios.iter().filter(|folio| counts[folio.heading] > 1).count();
    again >= SEVERAL && again * 3 >= folios.len() * 2
}

/// Joins the parts of paragraphs that go on over the mark of a page.
pub(super) fn join(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let pages = joined.iter().rev().take(2).take_while(|block| page(block).is_some()).count();
        let start = joined.len() - pages;
        let above = start.checked_sub(1).filter(|_| pages <= 1 && block.is_text());
        let goes_on = above.is_some_and(|above| {
            joined[above].is_text()
                && match joined.get(start) {
                    Some(mark) => goes_on(text, &joined[above], mark, &block),
                    None => goes_on_over_feed(text, &joined[above], &block),
                }
        });
        let Some(above) = above.filter(|_| goes_on) else {
            joined.push(block);
            continue;
        };
        let mark = if pages == 1 { joined.pop() } else { None };
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

/// Whether a paragraph goes on below a form feed, which begins a page.
fn goes_on_over_feed(text: &str, above: &Block, below: &Block) -> bool {
    let between = &text[above.span.end as usize..below.span.start as usize];
    between.contains('\u{C}') && is_open(above.span.of(text)) && begins_small(below.span.of(text))
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
    // Not a number above that counts something else.
    if is_open(first) && begins_small(second) && first.contains(char::is_alphabetic) {
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
    fn numbers_of_pages_among_others() {
        check(
            "7\n\nWe went down to the\n\n1\n\nford, and waited for the\n\n2\n\nboat and the\n\n3\n\nboy.\n\n4\n\nIt was\n\n12\n\n5\n\nlate.",
            &[
                "7 []",
                "We went down to the 1 ford, and waited for the 2 boat and the 3 boy. [\"1\", \"2\", \"3\"]",
                "4 [\"4\"]",
                "It was []",
                "12 []",
                "5 [\"5\"]",
                "late. []",
            ],
        );
    }

    #[test]
    fn headings_of_pages() {
        check(
            "We went down to the\n\n12  THE LIFE OF REEVE\n\nford, and waited.\nTHE LIFE OF REEVE  13\n\nIt was the\n\n14  THE LIFE OF REEVE\n\nboat.",
            &[
                "We went down to the 12 THE LIFE OF REEVE ford, and waited. [\"12\"]",
                "THE LIFE OF REEVE 13 [\"13\"]",
                "It was the 14 THE LIFE OF REEVE boat. [\"14\"]",
            ],
        );
        check(
            "It was dark.\n\nTHE FORD IN WINTER 1\n\nWe went.\n\nTHE MILL IN WINTER 2\n\nIt rained.",
            &[
                "It was dark. []",
                "THE FORD IN WINTER 1 []",
                "We went. []",
                "THE MILL IN WINTER 2 []",
                "It rained. []",
            ],
        );
    }

    #[test]
    fn form_feeds() {
        check("We went down to the\n\n\u{C}ford.", &["We went down to the ford. []"]);
        check("We went down to the\n\nford.", &["We went down to the []", "ford. []"]);
        check("We went.\n\n\u{C}It rained.", &["We went. []", "It rained. []"]);
    }

    #[test]
    fn numbers_of_other_things() {
        for text in [
            "It rained.\n\n1\n\nWe waited.\n\n2\n\nIt stopped.",
            "We went to the\n\n7\n\nford, and to the\n\n3\n\nmill.",
            "We went to the\n\n2\n\nford.",
            "for the\n\nPage 2\n\nford\n\nPage 5\n\nfor him\n\nPage 7\n\nmill\n\nPage 8\n\nboat",
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

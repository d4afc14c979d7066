//! What the volunteers of Project Gutenberg say of their work between the
//! licence and the book: who made the file, and how.

use crate::segment::Block;

/// How many blocks from `start` on are words of the transcribers.
pub(super) fn find(text: &str, blocks: &[Block], start: usize) -> usize {
    let at = |index: usize| blocks[index].span.of(text);
    let mut end = start;
    while end < blocks.len().min(start + MOST) {
        let next = if is_credit(at(end)) {
            end + 1
        } else if is_rule(at(end))
            && blocks.get(end + 1).is_some_and(|next| is_label(next.span.of(text)))
        {
            between_rules(text, blocks, end)
        } else if at(end).starts_with('[') && speaks_of_file(at(end)) {
            bracketed(text, blocks, end)
        } else if is_label(at(end))
            || greets_reader(at(end)) && end + 1 < blocks.len() && speaks_of_file(at(end + 1))
        {
            under_label(text, blocks, end)
        } else {
            remark(text, blocks, end)
        };
        if next == end {
            break;
        }
        end = next;
    }
    end - start
}

/// So many blocks at the most.
const MOST: usize = 40;

/// Among so many paragraphs the last one is looked for that speaks of the file.
const NEAR: usize = 8;

/// Whether a block says who made the file.
pub(crate) fn is_credit(block: &str) -> bool {
    const CREDITS: &[&str] = &[
        "Produced by ",
        "E-text prepared by ",
        "Etext prepared by ",
        "E-Text prepared by ",
        "This etext was ",
        "This eBook was ",
        "This e-text was ",
        "Transcribed from ",
        "Transcribed by ",
        "Scanned by ",
        "Scanned and proofed by ",
        "Prepared by ",
        "Digitized by ",
    ];
    CREDITS.iter().any(|start| block.starts_with(start))
}

/// Whether a block speaks of the file and not of the book.
fn speaks_of_file(block: &str) -> bool {
    const SURE: &[&str] = &[
        "transcri", "transkri", "e-text", "etext", "ebook", "e-book", "html version",
        "text version", "project gutenberg", "underscore", "ascii", "utf-8", "typos",
        "typographical error",
    ];
    const LIKELY: &[&str] = &[
        "spelling", "italic", "hyphenat", "errata", "punctuation", "original", "italique",
        "orthographe", "sperrdruck", "rechtschreibung", "antiqua", "druckfehler", "fraktur",
        "gesperrt", "wiedergegeben", "zeichensetzung",
    ];
    let lower = block.to_lowercase();
    SURE.iter().any(|word| lower.contains(word))
        || LIKELY.iter().filter(|word| lower.contains(**word)).take(2).count() == 2
}

/// `Transcriber's note:`, which stands above what it says.
fn is_label(block: &str) -> bool {
    const LABELS: &[&str] = &[
        "anmerkung zur transkription",
        "anmerkungen zur transkription",
        "nota del transcriptor",
        "nota del trascrittore",
        "note du transcript",
        "opmerkingen van de bewerker",
        "transcriber",
    ];
    let lower = block.to_lowercase();
    let said = LABELS.iter().any(|label| lower.starts_with(label));
    said && block.len() <= 40 && !block.contains('\n')
}

/// A rule of one sign, which stands above and below what the transcribers say.
fn is_rule(block: &str) -> bool {
    const SHORTEST: usize = 20;
    let sign = block.chars().next();
    block.len() >= SHORTEST
        && matches!(sign, Some('#' | '*' | '=' | '-' | '+' | '_'))
        && block.chars().all(|c| Some(c) == sign)
}

/// The end of what stands under a rule and a label, up to the rule below it.
fn between_rules(text: &str, blocks: &[Block], first: usize) -> usize {
    let limit = blocks.len().min(first + MOST);
    let rule = (first + 2..limit).find(|at| is_rule(blocks[*at].span.of(text)));
    rule.map_or_else(|| under_label(text, blocks, first + 1), |rule| rule + 1)
}

/// The end of a remark in brackets, which may have several paragraphs.
fn bracketed(text: &str, blocks: &[Block], first: usize) -> usize {
    let limit = blocks.len().min(first + MOST);
    let last = (first..limit).find(|at| blocks[*at].span.of(text).ends_with(']'));
    last.map_or(first, |last| last + 1)
}

/// The end of the paragraphs under a label, which are indented or speak of the
/// file.
fn under_label(text: &str, blocks: &[Block], label: usize) -> usize {
    let limit = blocks.len().min(label + MOST);
    let indented = |at: &usize| blocks[*at].indent > blocks[label].indent;
    let end = (label + 1..limit).find(|at| !indented(at)).unwrap_or(limit);
    if end > label + 1 {
        return end;
    }
    let end = remark(text, blocks, label + 1);
    // After more space than is under the label something else begins.
    let space = |at: usize| blocks.get(at).map_or(0, |block| block.blank_before);
    let near = |at: &usize| space(*at) < WIDE && blocks[*at].is_text();
    let close = (label + 1..limit).take_while(near).last().map_or(end, |last| last + 1);
    let set_off = close < limit && space(close) >= WIDE && space(label + 1) < WIDE;
    if set_off { end.max(close) } else { end }
}

/// So many blank lines stand before the book.
const WIDE: u32 = 3;

/// “Au lecteur.”, which may stand above what the transcribers say.
fn greets_reader(block: &str) -> bool {
    let lower = block.trim_end_matches(['.', ':']).to_lowercase();
    matches!(lower.as_str(), "au lecteur" | "to the reader" | "an den leser" | "aan de lezer")
}

/// The end of some paragraphs of prose of which the last speaks of the file.
fn remark(text: &str, blocks: &[Block], first: usize) -> usize {
    let limit = blocks.len().min(first + NEAR);
    let prose = (first..limit).take_while(|at| is_prose(blocks, text, *at));
    prose.filter(|at| speaks_of_file(blocks[*at].span.of(text))).last().map_or(first, |at| at + 1)
}

/// Whether a block is a paragraph and no line of a title page.
fn is_prose(blocks: &[Block], text: &str, index: usize) -> bool {
    let words = blocks[index].span.of(text);
    blocks[index].is_text()
        && words.split_whitespace().count() > 6
        && words.contains(char::is_lowercase)
        && (words.ends_with(['.', ')', ']', ':']) || words.starts_with("Note: "))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::convention::named;
    use crate::segment::{Layout, segment};
    use crate::source::Lines;

    /// The first words after those of the transcribers.
    fn book(text: &str) -> &str {
        let lines = Lines::of(text);
        let blocks = segment(text, &lines, Layout::of(text), named("gutenberg").unwrap());
        let end = find(text, &blocks, 0);
        blocks.get(end).map_or("", |block| block.span.of(text))
    }

    #[test]
    fn credits_of_several_lines() {
        assert_eq!(
            book("Produced by A. Reader and the Online\nProofreading Team\n\n\nHARROW MILL\n"),
            "HARROW MILL"
        );
        assert_eq!(book("HARROW MILL\n\nBY\n\nEDITH MARLOWE\n"), "HARROW MILL");
    }

    #[test]
    fn notes_on_the_file() {
        let note = "Produced by A. Reader\n\nTranscriber's note:\n\n    The plates were moved to the ends of\n    their chapters.\n\n    Nothing else was.\n\n\nHARROW MILL\n\nBY\n";
        assert_eq!(book(note), "HARROW MILL");
        let bracketed = "[Transcriber's Note:\n\nThe plates were moved.\n\nErrors are listed at the end.]\n\nHARROW MILL\n";
        assert_eq!(book(bracketed), "HARROW MILL");
        let german = "Produced by A. Reader\n\n  ######################\n\n      Anmerkungen zur Transkription\n\nDie Zeichensetzung blieb.\n\n    S. 2: so\n\n  ######################\n\n\n\nDIE MÜHLE\n\nvon\n";
        assert_eq!(book(german), "DIE MÜHLE");
        let spaced = "Produced by A. Reader\n\nAnmerkungen zur Transkription:\n\nDie Zeichensetzung blieb.\n\nS. 2: so\n\n\n\n\nDIE MÜHLE\n\nvon\n";
        assert_eq!(book(spaced), "DIE MÜHLE");
        let prose = "Produced by A. Reader\n\nMuch of this is in the dialect of the island, and may not please.\n\nA few typos were mended without a word of it being said.\n\nHARROW MILL\n";
        assert_eq!(book(prose), "HARROW MILL");
    }

    #[test]
    fn words_of_the_book() {
        let story = "Produced by A. Reader\n\nThe mill had stood for a hundred years, and nobody knew why.\n\nIt was the original mill of the valley, and the oldest.\n";
        assert!(book(story).starts_with("The mill had stood"));
        assert_eq!(book("[Illustration: The mill.]\n\nHARROW MILL\n"), "[Illustration: The mill.]");
    }
}

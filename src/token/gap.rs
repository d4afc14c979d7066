//! What lies between two words, as it reads.

/// The characters from `start` to `end`, which part two words, without those that only set
/// the text: no-break spaces are spaces, of two spaces in a line the last counts, and there
/// are none before the end of a line or in the margin of a paragraph.
pub(super) fn between(text: &str, start: usize, end: usize) -> &str {
    // Most words are parted by a space, which is found without a slice of the text.
    if start + 1 == end && text.as_bytes().get(start) == Some(&b' ') {
        return " ";
    }
    let gap = &text[start.min(end)..end];
    match gap {
        "\u{A0}" => " ",
        ".\u{A0}" => ". ",
        ",\u{A0}" => ", ",
        _ if gap.ends_with(' ') => without_margin(text, start, to_line_end(gap)),
        _ => to_line_end(gap),
    }
}

/// The gap without the spaces between a word and the end of its line.
fn to_line_end(gap: &str) -> &str {
    let rest = gap.trim_start_matches(' ');
    if rest.starts_with('\n') { rest } else { gap }
}

/// A gap that ends with spaces, without those that are the margin of its paragraph, and
/// without the second of two.
fn without_margin<'t>(text: &'t str, start: usize, gap: &'t str) -> &'t str {
    let rest = gap.trim_end_matches(' ');
    let spaces = gap.len() - rest.len();
    if !rest.ends_with('\n') {
        return if spaces == 2 { &gap[..=rest.len()] } else { gap };
    }
    let line = memchr::memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |at| at + 1);
    let margin = text.as_bytes()[line..].iter().take_while(|byte| **byte == b' ').count();
    if margin == spaces { rest } else { gap }
}

#[cfg(test)]
mod tests {
    use crate::token::{Words, tokenize};

    #[track_caller]
    fn check(text: &str, gap: &str) {
        let tokens = tokenize(text);
        assert_eq!(Words { text, tokens: &tokens }.before(1), gap, "{text:?}");
    }

    #[test]
    fn gaps() {
        check("Mr. Gide", ". ");
        check("Mr.  Gide", ". ");
        check("Mr.\u{A0}Gide", ". ");
        check("May\u{A0}8", " ");
        check("Paris  \nGide", "\n");
        check("Paris,  \nGide", ",  \n");
        check("name   age", "   ");
    }

    #[test]
    fn margins() {
        check("    Paris\n    Gide", "\n");
        check("    Paris,\n    Gide", ",\n");
        check("Paris\n    Gide", "\n    ");
        check("  Paris\n    Gide", "\n    ");
        check("    Paris\n\n    Gide", "\n\n");
    }
}

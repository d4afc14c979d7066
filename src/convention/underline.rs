//! Headings that the next line underlines, in plain text as in Markdown.

use super::HeadingMark;

/// How deep the heading lies that a line underlines: equals signs are the highest.
fn level(line: &str) -> Option<u8> {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 120;
    let whole = |sign: u8| line.bytes().all(|byte| byte == sign);
    if !(SHORTEST..=LONGEST).contains(&line.len()) {
        return None;
    }
    match line.as_bytes().first() {
        Some(b'=') => whole(b'=').then_some(1),
        Some(b'-') => whole(b'-').then_some(2),
        _ => None,
    }
}

/// Whether a line underlines the few words above it, about as far as they go.
pub(crate) fn is_underlined(words: &str, line: &str) -> bool {
    const LONGEST: usize = 100;
    let length = words.chars().count();
    length <= LONGEST
        && level(line).is_some()
        && length <= 2 * line.len()
        && line.len() <= 2 * length
        && words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '«' | '*'))
        && words.contains(char::is_alphanumeric)
        && !words.contains('|')
        && !words.ends_with([',', ';', ':'])
}

/// The mark of a heading of two lines, of which the second underlines the first.
pub(super) fn mark(text: &str) -> Option<HeadingMark> {
    let (words, line) = text.split_once('\n')?;
    let level = level(line.trim())?;
    let below = text.len() - words.trim_end().len();
    Some(HeadingMark { level, length: 0, below, notation: None })
}

#[cfg(test)]
mod tests {
    use super::{is_underlined, mark};

    #[test]
    fn underlined() {
        for (words, line) in
            [("The Mill", "========"), ("The Mill", "-----"), ("3 mai 1819", "-------------")]
        {
            assert!(is_underlined(words, line), "{words}");
        }
        for (words, line) in [
            ("The Mill", "---"),
            ("The Mill", "--------------------"),
            ("The Mill", "* * *"),
            ("The mill, the ford,", "-------------------"),
            ("* * *", "-----"),
        ] {
            assert!(!is_underlined(words, line), "{words}");
        }
    }

    #[test]
    fn marks() {
        let mark = mark("The Mill\n  ====").unwrap();
        assert_eq!((mark.level, mark.length, mark.below), (1, 0, 7));
        assert!(super::mark("The Mill\nThe Ford").is_none() && super::mark("=====").is_none());
    }
}

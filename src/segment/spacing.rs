//! Texts that are double-spaced: each line has a blank one below it.

/// Whether nearly all lines stand apart, and many of them go on within a sentence.
pub(super) fn is_double(text: &str) -> bool {
    const SEVERAL: usize = 8;
    /// One line in so many may stand right below another.
    const HARDLY: usize = 20;
    /// One line in so many is broken within a sentence, as no paragraph is.
    const OFTEN: usize = 3;
    let (mut tight, mut apart, mut broken) = (0_usize, 0_usize, 0_usize);
    let (mut above, mut blank) = ("", 0);
    for line in text.split('\n').map(str::trim) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        let follows = !above.is_empty();
        tight += usize::from(follows && blank == 0);
        apart += usize::from(follows && blank == 1);
        broken += usize::from(blank == 1 && is_broken(above, line));
        (above, blank) = (line, 0);
    }
    broken >= SEVERAL && tight * HARDLY <= apart && broken * OFTEN >= apart
}

/// Whether a sentence goes on from one line to the next.
fn is_broken(above: &str, below: &str) -> bool {
    /// So much stands on a wrapped line.
    const FULL: usize = 35;
    above.len() >= FULL
        && above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-'))
        && below.starts_with(char::is_lowercase)
}

/// How many characters the full lines of a text have; one in ten may have more.
pub(super) fn width(text: &str) -> usize {
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let mut lengths: Vec<usize> = lines.map(|line| line.chars().count()).collect();
    let at = lengths.len() * 9 / 10;
    if lengths.is_empty() { 0 } else { *lengths.select_nth_unstable(at).1 }
}

/// Whether a paragraph ends with a line: its last sentence does, and the next word would
/// have had room.
pub(super) fn ends_paragraph(line: &str, below: &str, width: usize) -> bool {
    let word = below.split(' ').next().unwrap_or_default();
    line.ends_with(['.', '!', '?', '”', '"', '’', ':', '»', '_', ')'])
        && line.chars().count() + 1 + word.chars().count() + ROOM <= width
}

/// Lines may be so much shorter than others and be as full.
const ROOM: usize = 8;

#[cfg(test)]
mod tests {
    use super::{ends_paragraph, is_double};

    #[test]
    fn double_spaced() {
        let lines = "They went down to the ford in the evening, and\n\nthe water was so high that nobody dared to cross it\n\nbefore the morning.\n\n";
        assert!(is_double(&lines.repeat(10)) && !is_double(lines));
        assert!(!is_double(&lines.replace("\n\n", "\n").repeat(10)));
        assert!(!is_double(&"They went down to the ford in the evening.\n\n".repeat(20)));
    }

    #[test]
    fn ends() {
        assert!(ends_paragraph("before the morning.", "He", 50));
        assert!(!ends_paragraph("before the morning", "He", 50));
        assert!(!ends_paragraph("before the morning.", "Nevertheless", 30));
    }
}

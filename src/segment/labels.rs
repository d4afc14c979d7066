//! Notes that follow each other without a blank line between them.

use crate::source::Span;

/// How many lines below a label the next one is looked for.
const LONGEST_NOTE: usize = 40;

/// How a label is written: what opens and closes it.
const STYLES: &[(&str, &str)] = &[("[", "]"), ("[^", "]:"), ("(", ")"), ("", ")"), ("", ".")];

/// The number at the beginning of a line, and how it is written.
fn label(line: &str) -> Option<(usize, u32)> {
    STYLES.iter().enumerate().find_map(|(style, (open, close))| {
        let rest = line.strip_prefix(open)?;
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let words = rest[digits..].strip_prefix(close)?.strip_prefix([' ', '\t'])?;
        let begins = words.trim_start().starts_with(|c: char| !c.is_ascii_digit());
        let number = rest[..digits].parse().ok()?;
        (digits <= 3 && begins).then_some((style, number))
    })
}

/// Where in some lines the second note begins: the first line begins with a
/// number in the way of notes, that one with the next number.
pub(super) fn next_note(text: &str, run: &[(u32, Span)]) -> Option<usize> {
    let (style, number) = label(run.first()?.1.of(text))?;
    let near = run.iter().enumerate().skip(1).take(LONGEST_NOTE);
    let next = Some((style, number + 1));
    near.into_iter().find(|(_, (_, line))| label(line.of(text)) == next).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels() {
        assert_eq!(label("[1] See"), Some((0, 1)));
        assert_eq!(label("[^2]: See"), Some((1, 2)));
        assert_eq!(label("(3) See"), Some((2, 3)));
        assert_eq!(label("12) See"), Some((3, 12)));
        assert_eq!(label("4. See"), Some((4, 4)));
        for line in ["1919. See", "See", "[a] See", "1.5 See", "3. 12 See", "[1]", "5 See"] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}

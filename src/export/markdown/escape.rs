//! Characters that mean something to CommonMark.

/// The text so that CommonMark reads it as itself.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    push_escaped(text, true, &mut out);
    out
}

/// Writes text so that CommonMark reads it as itself.
pub(super) fn push_escaped(text: &str, at_line_start: bool, out: &mut String) {
    let mut characters = text.char_indices().peekable();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    while let Some((at, c)) = characters.next() {
        let begins = at_line_start && at == 0;
        let is_mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '#' | '+' | '-' | '=' => begins,
            '.' | ')' => at_line_start && digits > 0 && at == digits,
            '&' => text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '#'),
            '!' => characters.peek().is_none_or(|(_, next)| *next == '['),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn characters_are_themselves() {
        assert_eq!(escaped("# a * b"), "\\# a \\* b");
        assert_eq!(escaped("12. May & co."), "12\\. May & co.");
        assert_eq!(escaped("&amp; AT&T"), "\\&amp; AT\\&T");
        assert_eq!(escaped("a - b"), "a - b");
    }
}

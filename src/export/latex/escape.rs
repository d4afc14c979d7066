//! Characters that mean something to TeX.

/// Writes text so that TeX sets it as it is.
pub(super) fn push_escaped(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '\u{A0}' => out.push('~'),
            '\u{202F}' => out.push_str("\\,"),
            // TeX would read a bracket after some commands as an option.
            '[' => out.push_str("{[}"),
            ']' => out.push_str("{]}"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
}

/// The text so that TeX sets it as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(text, &mut out);
    out
}

/// An address as `\href` takes it.
pub(super) fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '%' | '#' | '&' | '_' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\%5C"),
            '{' => out.push_str("\\%7B"),
            '}' => out.push_str("\\%7D"),
            '^' => out.push_str("\\%5E"),
            '~' => out.push_str("\\string~"),
            c if c.is_control() || c == ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{address, escaped};

    #[test]
    fn characters_are_themselves() {
        assert_eq!(escaped("50 % of \\x_{1}"), "50 \\% of \\textbackslash{}x\\_\\{1\\}");
        assert_eq!(escaped("[a]~"), "{[}a{]}\\textasciitilde{}");
        assert_eq!(address("http://x.org/a_b?c=1&d=%20#e"), "http://x.org/a\\_b?c=1\\&d=\\%20\\#e");
    }
}

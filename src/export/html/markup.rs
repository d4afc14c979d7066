//! Writing HTML that is XHTML at the same time.

use std::fmt::Write;

use super::super::language::{is_right_to_left, language_tag};
use super::super::tree::{Node, own_language};

/// Writes character data.
pub(in crate::export) fn push_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = special(rest) {
        out.push_str(&rest[..at]);
        let mut characters = rest[at..].chars();
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Where the first character is that is not written as it is.
fn special(text: &str) -> Option<usize> {
    // Only a few bytes can begin such a character, so most are passed at once.
    let begins = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | 0x7F | 0xC2 | 0xEF | 0xF0..);
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| begins(*byte)) {
        let at = from + at;
        let c = text[at..].chars().next()?;
        if matches!(c, '&' | '<' | '>') || is_refused(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
    None
}

/// Characters that XML takes and HTML does not.
fn is_refused(c: char) -> bool {
    matches!(c, '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}') || (u32::from(c) & 0xFFFE) == 0xFFFE
}

/// Writes ` key="value"`.
pub(in crate::export) fn push_attribute(key: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(key);
    out.push_str("=\"");
    for (index, part) in value.split('"').enumerate() {
        if index > 0 {
            out.push_str("&quot;");
        }
        push_text(part, out);
    }
    out.push('"');
}

/// Writes ` lang="…"`, and ` dir="…"` where the direction changes.
pub(in crate::export) fn push_language(node: Node<'_>, is_xml: bool, out: &mut String) {
    let Some(tag) = own_language(node).and_then(language_tag) else { return };
    push_language_tag(&tag, is_xml, out);
    let outer = node.parent().and_then(super::super::tree::language);
    match (is_right_to_left(&tag), outer.is_some_and(is_right_to_left)) {
        (true, _) => push_attribute("dir", "rtl", out),
        (false, true) => push_attribute("dir", "ltr", out),
        (false, false) => {}
    }
}

/// Writes ` lang="…"`, and for XML also ` xml:lang="…"`.
pub(in crate::export) fn push_language_tag(tag: &str, is_xml: bool, out: &mut String) {
    push_attribute("lang", tag, out);
    if is_xml {
        push_attribute("xml:lang", tag, out);
    }
}

/// An address as browsers take it in `href` and `src`, unless it could run a
/// program.
pub(in crate::export) fn address(pointer: &str) -> Option<String> {
    let scheme = pointer.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |scheme: &String| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    };
    let scheme = scheme.filter(is_scheme);
    if scheme.is_some_and(|s| !matches!(s.as_str(), "http" | "https" | "mailto" | "ftp")) {
        return None;
    }
    let mut out = String::with_capacity(pointer.len());
    let mut in_fragment = false;
    for (at, c) in pointer.char_indices() {
        let escaped =
            pointer.bytes().skip(at + 1).take(2).filter(u8::is_ascii_hexdigit).count() == 2;
        match c {
            '%' if !escaped => out.push_str("%25"),
            '#' if in_fragment => out.push_str("%23"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
        in_fragment |= c == '#';
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{address, push_attribute, push_text};

    #[test]
    fn characters_are_themselves() {
        let mut out = String::new();
        push_text("a<b> & \u{85}c\u{FDD0}", &mut out);
        push_attribute("title", "\"<'", &mut out);
        assert_eq!(out, "a&lt;b&gt; &amp; \u{FFFD}c\u{FFFD} title=\"&quot;&lt;'\"");
    }

    #[test]
    fn addresses_run_nothing() {
        assert_eq!(address("JavaScript:alert(1)"), None);
        assert_eq!(address("data:text/html,x"), None);
        assert_eq!(address("a b.html#c#d").as_deref(), Some("a%20b.html#c%23d"));
        assert_eq!(address("https://x.org/%41%4").as_deref(), Some("https://x.org/%41%254"));
        assert_eq!(address("é.png").as_deref(), Some("é.png"));
    }
}

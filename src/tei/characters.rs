//! Characters of a source as XML, and what XML cannot hold as processing
//! instructions.
//!
//! A `rubricate` instruction stands for what is in the source at its place
//! and cannot be text of the edition:
//!
//! - `<?rubricate source "\f"?>`: characters, as a JSON string;
//! - `<?rubricate bytes E9?>`: bytes that are no character of the encoding,
//!   instead of the U+FFFD that follows;
//! - `<?rubricate lf?>`: the line end that follows is a line feed, although
//!   the others of the source are not.

use std::fmt::Write;

use crate::source::{Source, Span, offset};

/// The target of the instructions.
pub(super) const TARGET: &str = "rubricate";

/// Writes ranges of a source, which must come in order, as XML.
pub(super) struct CharacterWriter<'s> {
    source: &'s Source,
    /// How many marks and lone line feeds lie behind.
    marks: usize,
    lone_line_feeds: usize,
}

impl<'s> CharacterWriter<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self { source, marks: 0, lone_line_feeds: 0 }
    }

    /// Appends the characters in `span`, escaped.
    pub(super) fn write(&mut self, span: Span, out: &mut String) {
        let text = span.of(self.source.text());
        let bytes = text.as_bytes();
        let lone = !self.source.exceptions().lone_line_feeds.is_empty();
        let (mut rest, mut at) = (0, 0);
        while at < bytes.len() {
            let class = CLASSES[usize::from(bytes[at])];
            if class == PLAIN || (class == LINE_FEED && !lone) {
                at += 1;
                continue;
            }
            let c = text[at..].chars().next().unwrap_or_default();
            let mut end = at + c.len_utf8();
            let special = self.special(c, span.start + offset(at));
            if !matches!(special, Special::No) {
                out.push_str(&text[rest..at]);
                rest = end;
            }
            match special {
                Special::No => {}
                Special::Markup(reference) => out.push_str(reference),
                Special::Invisible => {
                    let _ = write!(out, "&#x{:X};", u32::from(c));
                }
                Special::LoneLineFeed => out.push_str("<?rubricate lf?>\n"),
                Special::Undecodable(sequence) => {
                    bytes_instruction(sequence, out);
                    out.push(c);
                }
                Special::Forbidden => {
                    end = forbidden_end(text, at);
                    rest = end;
                    source_instruction(&text[at..end], out);
                }
            }
            at = end;
        }
        out.push_str(&text[rest..]);
    }

    fn special(&mut self, c: char, at: u32) -> Special<'s> {
        match c {
            '&' => Special::Markup("&amp;"),
            '<' => Special::Markup("&lt;"),
            '>' => Special::Markup("&gt;"),
            '\n' if self.is_lone(at) => Special::LoneLineFeed,
            char::REPLACEMENT_CHARACTER => {
                self.undecodable(at).map_or(Special::No, Special::Undecodable)
            }
            c if is_forbidden(c) => Special::Forbidden,
            c if is_invisible(c) => Special::Invisible,
            _ => Special::No,
        }
    }

    fn is_lone(&mut self, at: u32) -> bool {
        let lone = &self.source.exceptions().lone_line_feeds;
        advance(lone, &mut self.lone_line_feeds, at)
    }

    fn undecodable(&mut self, at: u32) -> Option<&'s [u8]> {
        let exceptions = self.source.exceptions();
        let found = advance(&exceptions.marks, &mut self.marks, at);
        found.then(|| exceptions.sequences[self.marks].as_ref())
    }
}

/// What keeps a character from being written as it is.
enum Special<'s> {
    No,
    Markup(&'static str),
    Invisible,
    LoneLineFeed,
    Undecodable(&'s [u8]),
    Forbidden,
}

/// Moves `index` to the first place not before `at` and tells whether it is `at`.
fn advance(places: &[u32], index: &mut usize, at: u32) -> bool {
    while places.get(*index).is_some_and(|place| *place < at) {
        *index += 1;
    }
    places.get(*index) == Some(&at)
}

/// Whether XML 1.0 cannot hold the character, not even as a reference
/// (<https://www.w3.org/TR/xml/#charsets>).
pub(crate) fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// How many bytes are looked at together.
const STRETCH: usize = 1024;

/// The characters of `text` that XML cannot hold, and where they are.
pub(crate) fn forbidden_characters(text: &str) -> impl Iterator<Item = (usize, char)> {
    // The bytes that such a character begins with.
    let suspicious =
        |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xEF;
    // Most stretches have none, which is told for many bytes at once.
    let stretches = text.as_bytes().chunks(STRETCH).enumerate();
    let stretches = stretches
        .filter(move |(_, bytes)| bytes.iter().fold(false, |any, byte| any | suspicious(*byte)));
    let places = stretches.flat_map(move |(at, bytes)| {
        (at * STRETCH..).zip(bytes).filter(move |(_, byte)| suspicious(**byte)).map(|(at, _)| at)
    });
    let characters = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    characters.filter(|(_, c)| is_forbidden(*c))
}

/// Whether the character is written as a reference: parsers and editors
/// change it silently, or nobody sees it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\r' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

fn forbidden_end(text: &str, at: usize) -> usize {
    let length = text[at..].find(|c| !is_forbidden(c));
    length.map_or(text.len(), |length| at + length)
}

/// Appends an instruction that holds `characters` of the source.
pub(super) fn source_instruction(characters: &str, out: &mut String) {
    let _ = write!(out, "<?{TARGET} source \"");
    for c in characters.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{C}' => out.push_str("\\f"),
            // A line end would be normalized, and `?>` would end the instruction.
            '?' | '\0'..='\u{1F}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c if is_forbidden(c) || is_unseen(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push_str("\"?>");
}

/// Whether nobody would see the character in an instruction. `to-text.xsl`
/// has a table of these, since XSLT 1.0 cannot make a character of a number.
fn is_unseen(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{200F}' | '\u{202A}'..='\u{202F}')
}

fn bytes_instruction(bytes: &[u8], out: &mut String) {
    let _ = write!(out, "<?{TARGET} bytes ");
    for byte in bytes {
        let _ = write!(out, "{byte:02X}");
    }
    out.push_str("?>");
}

const PLAIN: u8 = 0;
const LINE_FEED: u8 = 1;
const PERHAPS_SPECIAL: u8 = 2;

/// What a byte of UTF-8 may be the beginning of.
static CLASSES: [u8; 256] = {
    let mut classes = [PLAIN; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b'\n' => LINE_FEED,
            b'\t' => PLAIN,
            0..=0x1F | b'&' | b'<' | b'>' | 0x7F => PERHAPS_SPECIAL,
            // U+0080 to U+00BF, U+2000 to U+2FFF, U+F000 to U+FFFF
            0xC2 | 0xE2 | 0xEF => PERHAPS_SPECIAL,
            _ => PLAIN,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::CharacterWriter;
    use crate::source::{Encoding, Source, Span, offset};

    #[track_caller]
    fn check(bytes: &[u8], xml: &str) {
        let source = Source::read(bytes, Some(Encoding::UTF_8)).unwrap();
        let mut out = String::new();
        let whole = Span::new(0, offset(source.text().len()));
        CharacterWriter::new(&source).write(whole, &mut out);
        assert_eq!(out, xml);
    }

    #[test]
    fn markup_and_ordinary_text() {
        check("a < b & c ]]> “d” é\u{A0}—".as_bytes(), "a &lt; b &amp; c ]]&gt; “d” é\u{A0}—");
    }

    #[test]
    fn what_parsers_would_change() {
        check(b"a\rb\n", "a&#xD;b\n");
        check("\u{85}\u{2028}\u{FEFF}\u{7F}".as_bytes(), "&#x85;&#x2028;&#xFEFF;&#x7F;");
        check("\u{FFFD}\u{10FFFF}\u{E000}".as_bytes(), "\u{FFFD}\u{10FFFF}\u{E000}");
    }

    #[test]
    fn what_xml_cannot_hold() {
        check(
            b"a\x0Cb\0\x1Bc",
            "a<?rubricate source \"\\f\"?>b<?rubricate source \"\\u0000\\u001b\"?>c",
        );
        let mut instruction = String::new();
        super::source_instruction("a—é\u{301}? \u{A0}\u{2028}😀", &mut instruction);
        assert_eq!(instruction, "<?rubricate source \"a—é\u{301}\\u003f \\u00a0\\u2028😀\"?>");
        check("\u{FFFE}\u{FFFF}".as_bytes(), "<?rubricate source \"\\ufffe\\uffff\"?>");
        check(
            b"caf\xE9 \xFF\xFE",
            "caf<?rubricate bytes E9?>\u{FFFD} \
            <?rubricate bytes FF?>\u{FFFD}<?rubricate bytes FE?>\u{FFFD}",
        );
        check(b"a\r\nb\nc\r\n", "a\nb<?rubricate lf?>\nc\n");
    }
}

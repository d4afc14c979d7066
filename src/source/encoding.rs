//! Character encodings: which one the bytes are in, to text and back.
//!
//! Decoding never fails and never loses a byte: a sequence the encoding does
//! not know becomes U+FFFD in the text, and its bytes are kept beside it.

use encoding_rs::Encoding as Known;

use super::span::offset;

/// A character encoding of a source.
///
/// The encodings and their names are those of the [WHATWG Encoding Standard]:
/// every name a browser knows, so `latin1` means `windows-1252`.
///
/// ```
/// use rubricate::Encoding;
///
/// assert_eq!(Encoding::for_label("Latin1").unwrap().name(), "windows-1252");
/// assert!(Encoding::for_label("klingon").is_none());
/// ```
///
/// [WHATWG Encoding Standard]: https://encoding.spec.whatwg.org/
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static Known);

/// A text decoded from bytes.
pub(super) struct Decoded {
    pub text: String,
    /// Where in `text` a U+FFFD stands for bytes, ascending.
    pub marks: Vec<u32>,
    /// Those bytes, one sequence for each mark.
    pub sequences: Vec<Box<[u8]>>,
}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);

    /// The encoding a label of the standard stands for, in any case.
    ///
    /// There is none for ISO-2022-JP, whose bytes mean nothing without those
    /// before them, nor for the standard's `replacement`.
    #[must_use]
    pub fn for_label(label: &str) -> Option<Self> {
        Known::for_label_no_replacement(label.as_bytes())
            .filter(|known| *known != encoding_rs::ISO_2022_JP)
            .map(Self)
    }

    /// The standard's name of the encoding.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The byte order mark, where the encoding has one.
    pub(super) fn byte_order_mark(self) -> &'static [u8] {
        if self.0 == encoding_rs::UTF_8 {
            b"\xEF\xBB\xBF"
        } else if self.0 == encoding_rs::UTF_16LE {
            b"\xFF\xFE"
        } else if self.0 == encoding_rs::UTF_16BE {
            b"\xFE\xFF"
        } else {
            b""
        }
    }

    /// The encoding of `bytes`: by byte order mark, else UTF-8 where most of
    /// the sequences outside ASCII are, else UTF-16 where every other byte of
    /// the beginning is NUL, else Windows-1252, which gives every byte a
    /// character.
    pub(super) fn detect(bytes: &[u8]) -> Self {
        if let Some((known, _)) = Known::for_bom(bytes) {
            return Self(known);
        }
        if std::str::from_utf8(bytes).is_ok() || looks_like_utf_8(bytes) {
            return match utf_16_without_mark(bytes) {
                Some(known) => Self(known),
                None => Self::UTF_8,
            };
        }
        Self(utf_16_without_mark(bytes).unwrap_or(encoding_rs::WINDOWS_1252))
    }

    pub(super) fn decode(self, bytes: &[u8]) -> Decoded {
        let mut decoded = Decoded {
            text: String::with_capacity(bytes.len()),
            marks: Vec::new(),
            sequences: Vec::new(),
        };
        if self.0 == encoding_rs::UTF_8 {
            decode_utf_8(bytes, &mut decoded);
        } else if self.0 == encoding_rs::UTF_16LE {
            decode_utf_16(bytes, u16::from_le_bytes, &mut decoded);
        } else if self.0 == encoding_rs::UTF_16BE {
            decode_utf_16(bytes, u16::from_be_bytes, &mut decoded);
        } else {
            decode_legacy(self.0, bytes, &mut decoded);
        }
        decoded
    }

    /// Appends `text` in this encoding to `bytes`, or tells the first
    /// character that it does not have.
    pub(super) fn encode(self, text: &str, bytes: &mut Vec<u8>) -> Result<(), char> {
        if self.0 == encoding_rs::UTF_8 {
            bytes.extend_from_slice(text.as_bytes());
        } else if self.0 == encoding_rs::UTF_16LE {
            bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        } else if self.0 == encoding_rs::UTF_16BE {
            bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        } else {
            let (encoded, _, unmappable) = self.0.encode(text);
            if unmappable {
                return Err(first_unmappable(self.0, text));
            }
            bytes.extend_from_slice(&encoded);
        }
        Ok(())
    }
}

impl Decoded {
    fn undecodable(&mut self, sequence: &[u8]) {
        self.marks.push(offset(self.text.len()));
        self.sequences.push(sequence.into());
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}

fn first_unmappable(known: &'static Known, text: &str) -> char {
    let mut buffer = [0; 4];
    text.chars()
        .find(|c| known.encode(c.encode_utf8(&mut buffer)).2)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether valid UTF-8 sequences outside ASCII clearly outnumber the broken ones.
fn looks_like_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || valid > 4 * broken
}

/// UTF-16 text in a Western language has a NUL in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Known> {
    const ENOUGH: usize = 64;
    let beginning = &bytes[..bytes.len().min(4096) & !1];
    let nul_at = |parity: usize| {
        let positions = beginning.iter().skip(parity).step_by(2);
        positions.filter(|byte| **byte == 0).count()
    };
    let (even, odd, half) = (nul_at(0), nul_at(1), beginning.len() / 2);
    if half < ENOUGH || bytes.len() % 2 == 1 {
        None
    } else if odd * 10 > half * 7 && even * 10 < half {
        Some(encoding_rs::UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

fn decode_utf_8(bytes: &[u8], decoded: &mut Decoded) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        text.clone_into(&mut decoded.text);
        return;
    }
    for chunk in bytes.utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            decoded.undecodable(chunk.invalid());
        }
    }
}

fn decode_utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16, decoded: &mut Decoded) {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut at = 0;
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match character {
            Ok(c) => {
                decoded.text.push(c);
                at += c.len_utf16();
            }
            Err(_) => {
                decoded.undecodable(&pairs[at]);
                at += 1;
            }
        }
    }
    if !odd.is_empty() {
        decoded.undecodable(odd);
    }
}

/// Decodes a stateless encoding of one to four bytes a character.
///
/// Some of these give two sequences the same character. Where encoding a line
/// again does not give its bytes, it is read character by character, and the
/// sequences that do not come back are kept as bytes.
fn decode_legacy(known: &'static Known, bytes: &[u8], decoded: &mut Decoded) {
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match decode_reversibly(known, line) {
            Some(text) => decoded.text.push_str(&text),
            None => decode_by_character(known, line, decoded),
        }
    }
}

fn decode_reversibly(known: &'static Known, bytes: &[u8]) -> Option<String> {
    let text = known.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (again, _, unmappable) = known.encode(&text);
    (!unmappable && *again == *bytes).then(|| text.into_owned())
}

fn decode_by_character(known: &'static Known, line: &[u8], decoded: &mut Decoded) {
    let mut at = 0;
    while at < line.len() {
        let one = (1..=4.min(line.len() - at)).find_map(|length| {
            let text = decode_reversibly(known, &line[at..at + length])?;
            (text.chars().count() == 1).then_some((text, length))
        });
        match one {
            Some((text, length)) => {
                decoded.text.push_str(&text);
                at += length;
            }
            None => {
                decoded.undecodable(&line[at..=at]);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    /// Decodes, shows the text with the undecodable bytes in braces, and
    /// encodes again.
    #[track_caller]
    fn check(label: &str, bytes: &[u8], text: &str) {
        let encoding = Encoding::for_label(label).unwrap();
        let decoded = encoding.decode(bytes);
        let mut again = Vec::new();
        let mut shown = String::new();
        let mut rest = 0;
        for (mark, sequence) in decoded.marks.iter().zip(&decoded.sequences) {
            let part = &decoded.text[rest..*mark as usize];
            encoding.encode(part, &mut again).unwrap();
            again.extend_from_slice(sequence);
            shown += &format!("{part}{{{sequence:02X?}}}");
            rest = *mark as usize + '\u{FFFD}'.len_utf8();
        }
        encoding.encode(&decoded.text[rest..], &mut again).unwrap();
        shown += &decoded.text[rest..];
        assert_eq!(shown, text);
        assert_eq!(again, bytes);
    }

    #[test]
    fn utf_8_with_broken_sequences() {
        check("utf-8", b"caf\xC3\xA9 \xE9t\xC3", "café {[E9]}t{[C3]}");
        check("utf-8", b"\xF0\x9D\x84\x9E\xED\xA0\x80", "𝄞{[ED]}{[A0]}{[80]}");
    }

    #[test]
    fn every_byte_of_windows_1252() {
        let bytes: Vec<u8> = (0..=255).collect();
        let decoded = Encoding::for_label("latin1").unwrap().decode(&bytes);
        assert!(decoded.marks.is_empty());
        assert_eq!(decoded.text.chars().count(), 256);
    }

    #[test]
    fn utf_16_with_lone_surrogates_and_half_a_unit() {
        check("utf-16le", b"a\x00\x00\xD8b\x00c", "a{[00, D8]}b{[63]}");
        check("utf-16be", b"\xD8\x34\xDD\x1E\xDC\x00", "𝄞{[DC, 00]}");
    }

    #[test]
    fn legacy_encodings_of_several_bytes() {
        check("shift_jis", b"\x93\xFA\x8B \n\xFFx", "日{[8B]} \n{[FF]}x");
        // Two sequences of Big5 give two characters each, and none comes back.
        check("big5", b"\x88\x62\xA4\xA4", "{[88]}b中");
    }

    #[test]
    fn detection() {
        let name = |bytes: &[u8]| Encoding::detect(bytes).name();
        assert_eq!(name(b""), "UTF-8");
        assert_eq!(name(b"\xFF\xFEa\0"), "UTF-16LE");
        assert_eq!(name("é\u{0}è".as_bytes()), "UTF-8");
        assert_eq!(name(b"caf\xE9"), "windows-1252");
        assert_eq!(name("ééééé\u{E9}x".repeat(3).as_bytes()), "UTF-8");
        assert_eq!(name(&[b"\xC3\xA9".repeat(5), b"\xE9 ".to_vec()].concat()), "UTF-8");
        let utf_16: Vec<u8> = "In the evening I walked to the village. "
            .repeat(3)
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(name(&utf_16), "UTF-16BE");
    }

    #[test]
    fn a_character_the_encoding_lacks() {
        let mut bytes = Vec::new();
        let latin = Encoding::for_label("latin1").unwrap();
        assert_eq!(latin.encode("é—ā", &mut bytes), Err('ā'));
    }
}

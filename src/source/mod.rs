//! From bytes to an immutable text, and back.
//!
//! The text is what the rest of the program sees: Unicode, lines ending in
//! `\n`. The [`Envelope`] is what that leaves out: encoding, byte order mark,
//! kind of line end. Together with the places where the bytes kept to neither
//! they give the bytes again, for any bytes.

mod columns;
mod composed;
mod encoding;
mod line_end;
mod lines;
mod signature;
mod span;

use std::borrow::Cow;
use std::fmt;

use sha2::{Digest, Sha256};

pub(crate) use columns::Columns;
pub(crate) use composed::Composed;
pub use encoding::Encoding;
pub use line_end::LineEnd;
pub use lines::{Lines, Position};
pub(crate) use signature::other_format;
pub use span::Span;
pub(crate) use span::offset;

/// The most bytes of one source: one byte can become three of UTF-8, and all
/// offsets have 32 bits.
const LONGEST: usize = 1 << 30;

/// What the text of a source leaves out of its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The character encoding.
    pub encoding: Encoding,
    /// Whether the bytes begin with the byte order mark of the encoding.
    pub byte_order_mark: bool,
    /// The kind of line end that is `\n` in the text.
    pub line_end: LineEnd,
}

impl Default for Envelope {
    /// UTF-8 with line feeds and no byte order mark.
    fn default() -> Self {
        Self { encoding: Encoding::UTF_8, byte_order_mark: false, line_end: LineEnd::Lf }
    }
}

/// A transcription: its text and all that gives the bytes back.
///
/// ```
/// use rubricate::{Encoding, LineEnd, Source};
///
/// let source = Source::read(b"\xEF\xBB\xBFMay 8.\r\nA walk.\r\n", None).unwrap();
/// assert_eq!(source.text(), "May 8.\nA walk.\n");
/// assert_eq!(source.envelope().line_end, LineEnd::CrLf);
/// assert!(source.envelope().byte_order_mark);
/// assert_eq!(source.to_bytes().unwrap(), b"\xEF\xBB\xBFMay 8.\r\nA walk.\r\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    text: String,
    envelope: Envelope,
    exceptions: Exceptions,
}

/// The places where the bytes keep neither to the encoding nor to the line end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Exceptions {
    /// Offsets of the U+FFFD that stand for bytes, ascending.
    pub marks: Vec<u32>,
    /// Those bytes, one sequence for each mark.
    pub sequences: Vec<Box<[u8]>>,
    /// Offsets of the `\n` that are a line feed in the source although the
    /// envelope names another line end, ascending.
    pub lone_line_feeds: Vec<u32>,
}

/// A source that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the transcription is longer than 1 GiB; split it at a volume or a chapter")
    }
}

impl std::error::Error for TooLong {}

/// A character that the encoding of the source does not have.
///
/// Only a text that was edited after the conversion can hold one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unencodable {
    /// The character.
    pub character: char,
    /// The encoding that lacks it.
    pub encoding: Encoding,
}

impl fmt::Display for Unencodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (character, name) = (self.character, self.encoding.name());
        let code = u32::from(character);
        write!(f, "the encoding {name} has no {character:?} (U+{code:04X})")
    }
}

impl std::error::Error for Unencodable {}

impl Source {
    /// Reads `bytes` in `encoding`, or in the one they seem to be in.
    ///
    /// # Errors
    ///
    /// [`TooLong`] for more than 1 GiB, so that no offset into the text needs
    /// more than 32 bits.
    pub fn read(bytes: &[u8], encoding: Option<Encoding>) -> Result<Self, TooLong> {
        if bytes.len() > LONGEST {
            return Err(TooLong);
        }
        let encoding = encoding.unwrap_or_else(|| Encoding::detect(bytes));
        let mark = encoding.byte_order_mark();
        let byte_order_mark = !mark.is_empty() && bytes.starts_with(mark);
        let content = if byte_order_mark { &bytes[mark.len()..] } else { bytes };

        let mut decoded = encoding.decode(content);
        let unified = line_end::unify(decoded.text, &mut decoded.marks);
        Ok(Self {
            text: unified.text,
            envelope: Envelope { encoding, byte_order_mark, line_end: unified.line_end },
            exceptions: Exceptions {
                marks: decoded.marks,
                sequences: decoded.sequences,
                lone_line_feeds: unified.lone_line_feeds,
            },
        })
    }

    /// The source of which these are the parts.
    pub(crate) fn from_parts(text: String, envelope: Envelope, exceptions: Exceptions) -> Self {
        debug_assert_eq!(exceptions.marks.len(), exceptions.sequences.len());
        Self { text, envelope, exceptions }
    }

    /// The text by itself.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text, with `\n` at the end of every line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same text for other bytes.
    pub(crate) fn with_envelope(self, envelope: Envelope) -> Self {
        Self { envelope, ..self }
    }

    /// The bytes in UTF-8, in which U+FFFD stays where it stands for bytes of
    /// another encoding.
    pub(crate) fn to_utf_8(&self) -> Vec<u8> {
        let Exceptions { lone_line_feeds, .. } = self.exceptions.clone();
        let envelope = Envelope { encoding: Encoding::UTF_8, ..self.envelope };
        let exceptions = Exceptions { lone_line_feeds, ..Exceptions::default() };
        let source = Self { text: self.text.clone(), envelope, exceptions };
        source.to_bytes().expect("UTF-8 has every character")
    }

    /// What the text leaves out of the bytes.
    #[must_use]
    pub fn envelope(&self) -> Envelope {
        self.envelope
    }

    /// The places that keep neither to the encoding nor to the line end.
    pub(crate) fn exceptions(&self) -> &Exceptions {
        &self.exceptions
    }

    /// Where the text holds a U+FFFD for bytes that the encoding does not know.
    #[must_use]
    pub fn undecodable(&self) -> &[u32] {
        &self.exceptions.marks
    }

    /// The bytes.
    ///
    /// # Errors
    ///
    /// [`Unencodable`] if the text holds a character that the encoding lacks,
    /// which no source made by [`read`](Self::read) does.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Unencodable> {
        let Envelope { encoding, line_end, .. } = self.envelope;
        let mut bytes = Vec::with_capacity(self.text.len() + self.text.len() / 32 + 4);
        if self.envelope.byte_order_mark {
            bytes.extend_from_slice(encoding.byte_order_mark());
        }
        let mut lone = self.exceptions.lone_line_feeds.iter().copied().peekable();
        let mut write = |span: Span, bytes: &mut Vec<u8>| {
            let part = line_end::restore(span.of(&self.text), span.start, line_end, &mut lone);
            let written = encoding.encode(&part, bytes);
            written.map_err(|character| Unencodable { character, encoding })
        };
        let mut rest = 0;
        for (mark, sequence) in self.exceptions.marks.iter().zip(&self.exceptions.sequences) {
            write(Span::new(rest, *mark), &mut bytes)?;
            bytes.extend_from_slice(sequence);
            rest = mark + offset(char::REPLACEMENT_CHARACTER.len_utf8());
        }
        write(Span::new(rest, offset(self.text.len())), &mut bytes)?;
        Ok(bytes)
    }
}

/// The SHA-256 of `bytes` in hexadecimal digits.
#[must_use]
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The SHA-256 of `text` with every run of white space as one space, and none
/// at the ends: the same for a text that was only reformatted.
#[must_use]
pub(crate) fn sha256_collapsed(text: &str) -> String {
    let mut hasher = Sha256::new();
    let mut begun = false;
    for words in stretches(text) {
        if begun {
            hasher.update(" ");
        }
        hasher.update(words);
        begun = true;
    }
    hexadecimal(&hasher.finalize())
}

/// `text` with every run of white space as one space, and none at the ends.
#[must_use]
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    let mut parts = stretches(text);
    let first = parts.next().unwrap_or_default();
    match parts.next() {
        None => Cow::Borrowed(first),
        Some(second) => {
            [first, second].into_iter().chain(parts).collect::<Vec<_>>().join(" ").into()
        }
    }
}

/// The parts of a text that have single spaces between their words and no
/// other white space.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let end = stretch_end(rest);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(words).filter(|words| !words.is_empty())
    })
}

/// Where white space begins that is not a single space between words; the text
/// begins with a word.
fn stretch_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_space = |at: usize| text[at..].starts_with(char::is_whitespace);
    let mut at = 0;
    // Most bytes are none that white space could begin with.
    while let Some(more) = bytes[at..].iter().position(|byte| begins_space(*byte)) {
        at += more;
        // The next character, if it is one of ASCII, tells without being decoded.
        let single = bytes[at] == b' '
            && bytes.get(at + 1).is_some_and(|next| next.is_ascii_graphic() || !is_space(at + 1));
        if !single && is_space(at) {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Whether white space may begin with this byte of UTF-8.
fn begins_space(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3)
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, collapsed, sha256, sha256_collapsed};

    #[test]
    fn white_space_collapses() {
        assert_eq!(collapsed(" a\n b\u{A0}\tc d "), "a b c d");
        assert!(matches!(collapsed("a b "), std::borrow::Cow::Borrowed("a b")));
        assert_eq!(collapsed(" \n"), "");
    }

    #[test]
    fn digests() {
        // FIPS 180-4, the example "abc".
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), abc);
        assert_eq!(sha256_collapsed(" \n abc\t"), abc);
        let spaced = "a b\u{A0}".repeat(3000);
        assert_eq!(
            sha256_collapsed(&spaced),
            sha256(spaced.replace('\u{A0}', " ").trim().as_bytes())
        );
    }

    #[test]
    fn exceptions_of_both_kinds() {
        let bytes = b"\xEF\xBB\xBFcaf\xE9\r\nna\xC3\xAFve\nna\xC3\xAFf\r\nr\xE9sum\xC3\xA9\r\n";
        let source = Source::read(bytes, None).unwrap();
        assert_eq!(source.text(), "caf\u{FFFD}\nnaïve\nnaïf\nr\u{FFFD}sumé\n");
        assert_eq!(source.undecodable(), [3, 21]);
        assert_eq!(source.exceptions().lone_line_feeds, [13]);
        assert_eq!(source.to_bytes().unwrap(), bytes);
    }
}

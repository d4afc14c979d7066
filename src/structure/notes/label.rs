//! Labels of notes: what stands at the beginning of one, and in the text
//! where it belongs.

use super::provision::{is_provision, is_section};
use crate::convention::emphasis;
use crate::notation::Notation;
use crate::roman;
use crate::source::{Span, offset};
use crate::token::is_superscript;

/// How a label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Style {
    /// `[1]`, `[A]`, `[*]`
    Bracketed,
    /// `(1)`
    Parenthesized,
    /// `1)`
    HalfParenthesized,
    /// `1.`
    Dotted,
    /// `1`
    Bare,
    /// `¹`
    Superscript,
    /// `*`, `†`
    Sign,
    /// `[* …]`, a note in brackets that begins with its sign; no marker.
    BracketedSign,
    /// `{1}`
    Braced,
    /// `^1`
    Caret,
    /// `[^1]`
    BracketedCaret,
    /// `Note 1.`, by its place among the words.
    Worded(usize),
    /// `word1`: a superscript that has lost its shape; only a marker.
    Glued,
}

/// The words that a number follows in a label, with the stop after it.
static WORDS: &[(&str, char, Notation)] = &[
    ("Note ", '.', Notation { id: "note-word", pattern: "Note @n.text()" }),
    ("Note ", ':', Notation { id: "note-word-colon", pattern: "Note @n:text()" }),
    ("Footnote ", '.', Notation { id: "footnote-word", pattern: "Footnote @n.text()" }),
    ("Footnote ", ':', Notation { id: "footnote-word-colon", pattern: "Footnote @n:text()" }),
    ("Anmerkung ", '.', Notation { id: "anmerkung", pattern: "Anmerkung @n.text()" }),
    ("Anmerkung ", ':', Notation { id: "anmerkung-colon", pattern: "Anmerkung @n:text()" }),
    ("Anm. ", '.', Notation { id: "anm", pattern: "Anm. @n.text()" }),
    ("Anm. ", ':', Notation { id: "anm-colon", pattern: "Anm. @n:text()" }),
];

/// A label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub style: Style,
    /// What identifies the note: `1`, `A`, `*`.
    pub name: &'t str,
    /// Its place in the order of notes, if it says so.
    pub number: Option<u32>,
    /// All its characters.
    pub span: Span,
}

impl Label<'_> {
    /// Whether it is a letter or a Roman number.
    pub(super) fn is_lettered(&self) -> bool {
        self.name.starts_with(char::is_alphabetic)
    }
}

impl Style {
    /// How the marker is written that is the nearest to a label of this style.
    pub(super) fn of_marker(self) -> Self {
        if self == Self::BracketedSign { Self::Sign } else { self }
    }

    /// How the label of a note of this style is written.
    pub(super) fn notation(self) -> &'static Notation {
        match self {
            Self::Bracketed => &Notation { id: "note-brackets", pattern: "[@n]text()" },
            Self::Parenthesized => &Notation { id: "note-parentheses", pattern: "(@n)text()" },
            Self::HalfParenthesized => &Notation { id: "note-parenthesis", pattern: "@n)text()" },
            Self::Dotted => &Notation { id: "note-stop", pattern: "@n.text()" },
            Self::Braced => &Notation { id: "note-braces", pattern: "{@n}text()" },
            Self::Caret => &Notation { id: "note-caret", pattern: "^@ntext()" },
            Self::BracketedCaret => &Notation { id: "note-markdown", pattern: "[^@n]:text()" },
            Self::Worded(at) => &WORDS[at].2,
            Self::BracketedSign => &Notation { id: "note-sign-brackets", pattern: "[@ntext()]" },
            Self::Bare | Self::Superscript | Self::Sign | Self::Glued => {
                &Notation { id: "note-number", pattern: "@ntext()" }
            }
        }
    }
}

/// The label at the beginning of a block, if it begins like a note.
pub(super) fn label_of(text: &str, block: Span) -> Option<Label<'_>> {
    let content = block.of(text);
    let first = content.chars().next()?;
    let label = match first {
        '[' => bracketed_caret(content)
            .or_else(|| enclosed(content, '[', b']', Style::Bracketed))
            .or_else(|| bracketed_sign(content))?,
        '(' => enclosed(content, '(', b')', Style::Parenthesized)?,
        '{' => enclosed(content, '{', b'}', Style::Braced)?,
        '^' => caret(content)?,
        '*' if is_emphasized(content) => return None,
        '*' | '†' | '‡' | '§' | '¶' => signs(content).filter(|_| !is_section(content))?,
        c if is_superscript(c) => superscript(content)?,
        c if c.is_ascii_digit() => counted(content)?,
        'N' | 'F' | 'A' => worded(content)?,
        _ => return None,
    };
    let rest = &content[label.length..];
    // A label is followed by words: “1.5 millions” and “1937.” are no notes.
    let spaced = rest.starts_with(char::is_whitespace);
    let tight = matches!(
        label.style,
        Style::Superscript | Style::Sign | Style::Bracketed | Style::BracketedSign
    );
    let words = rest.trim_start().starts_with(|c: char| !c.is_ascii_digit() || spaced && !tight);
    // “Footnote 1:” may be a line of its own.
    let alone = rest.is_empty() && matches!(label.style, Style::Worded(_));
    (alone || (spaced || tight && words) && !rest.trim().is_empty()).then(|| Label {
        style: label.style,
        name: label.name,
        number: number_of(label.name),
        span: Span::new(block.start, block.start + offset(label.length)),
    })
}

struct Beginning<'t> {
    style: Style,
    name: &'t str,
    length: usize,
}

impl Beginning<'_> {
    /// Whether nothing follows what stands in brackets or above the line.
    fn is_alone(&self, length: usize) -> bool {
        self.length == length && matches!(self.style, Style::Bracketed | Style::Superscript)
    }
}

/// How many bytes the longest name has, three signs of three bytes, and one more.
const NAME_AND_CLOSE: usize = 10;

fn enclosed(content: &str, open: char, close: u8, style: Style) -> Option<Beginning<'_>> {
    let inner = content.strip_prefix(open)?;
    // Looking further would take for ever in a text of opening brackets.
    let end = inner.bytes().take(NAME_AND_CLOSE).position(|byte| byte == close)?;
    is_name(&inner[..end]).then(|| Beginning { style, name: &inner[..end], length: end + 2 })
}

/// `Note 1.`, `Anm. 2:`
fn worded(content: &str) -> Option<Beginning<'_>> {
    WORDS.iter().enumerate().find_map(|(at, (word, stop, _))| {
        let rest = content.strip_prefix(word)?;
        let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let fits = (1..=4).contains(&digits) && rest[digits..].starts_with(*stop);
        let name = &rest[..digits];
        fits.then_some(Beginning {
            style: Style::Worded(at),
            name,
            length: word.len() + digits + 1,
        })
    })
}

fn signs(content: &str) -> Option<Beginning<'_>> {
    let first = content.chars().next()?;
    let length = content.find(|c| c != first).filter(|length| *length <= 3 * first.len_utf8())?;
    let name = &content[..length];
    let half = content[length..].starts_with(')');
    let style = if half { Style::HalfParenthesized } else { Style::Sign };
    Some(Beginning { style, name, length: length + usize::from(half) })
}

/// Whether the first line is in emphasis: `**Friday 2**`.
fn is_emphasized(content: &str) -> bool {
    content.lines().next().is_some_and(|line| emphasis(line).is_some())
}

/// `[* See the map.]`, with the closing bracket at the end of the block.
fn bracketed_sign(content: &str) -> Option<Beginning<'_>> {
    let inner = content.strip_prefix('[')?.strip_suffix(']')?;
    let sign = signs(inner).filter(|sign| sign.style == Style::Sign)?;
    let fits = inner.starts_with(['*', '†', '‡']) && !inner.contains(['[', ']']);
    fits.then_some(Beginning { style: Style::BracketedSign, length: sign.length + 1, ..sign })
}

fn caret(content: &str) -> Option<Beginning<'_>> {
    let inner = content.strip_prefix('^')?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let fits = (1..=3).contains(&digits);
    fits.then(|| Beginning { style: Style::Caret, name: &inner[..digits], length: digits + 1 })
}

/// `[^1]` and, at the beginning of a note, `[^1]:`.
fn bracketed_caret(content: &str) -> Option<Beginning<'_>> {
    let inner = content.strip_prefix("[^")?;
    let end = inner.bytes().take(NAME_AND_CLOSE).position(|byte| byte == b']')?;
    let name = &inner[..end];
    let fits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let colon = usize::from(inner[end + 1..].starts_with(':'));
    let length = end + 3 + colon;
    fits.then_some(Beginning { style: Style::BracketedCaret, name, length })
}

fn superscript(content: &str) -> Option<Beginning<'_>> {
    let length = content.find(|c| !is_superscript(c))?;
    Some(Beginning { style: Style::Superscript, name: &content[..length], length })
}

fn counted(content: &str) -> Option<Beginning<'_>> {
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let name = content.get(..digits).filter(|name| name.len() <= 4)?;
    let (style, length) = match content.as_bytes().get(digits)? {
        b'.' => (Style::Dotted, digits + 1),
        b')' => (Style::HalfParenthesized, digits + 1),
        b' ' => (Style::Bare, digits),
        _ => return None,
    };
    Some(Beginning { style, name, length })
}

/// Whether something in brackets can name a note: up to four digits, perhaps with
/// a letter for a note that was put in later (`6a`), a letter, a small Roman
/// numeral, or signs.
fn is_name(name: &str) -> bool {
    let number = name.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(name);
    let digits =
        (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let letter = name.len() == 1 && name.as_bytes()[0].is_ascii_alphabetic();
    let signs =
        !name.is_empty() && name.chars().count() <= 3 && name.chars().all(|c| "*†‡§¶".contains(c));
    let lower_roman =
        name.starts_with(['i', 'v', 'x']) && name.len() <= 5 && roman::numeral(name).is_some();
    digits || letter || signs || lower_roman
}

/// The place of a name in the order of notes.
pub(super) fn number_of(name: &str) -> Option<u32> {
    let first = name.chars().next()?;
    if first.is_ascii_digit() {
        name.parse().ok()
    } else if is_superscript(first) {
        name.chars()
            .try_fold(0_u32, |number, c| number.checked_mul(10)?.checked_add(superscript_digit(c)?))
    } else if name.len() == 1 && first.is_ascii_alphabetic() {
        Some(u32::from(first.to_ascii_lowercase()) - u32::from('a') + 1)
    } else {
        roman::numeral(name)
    }
}

fn superscript_digit(c: char) -> Option<u32> {
    Some(match c {
        '\u{B9}' => 1,
        '\u{B2}' => 2,
        '\u{B3}' => 3,
        _ => u32::from(c).checked_sub(0x2070).filter(|digit| *digit < 10)?,
    })
}

/// The markers in a block that may point to a note, in order.
pub(super) fn markers_in(text: &str, block: Span) -> Vec<Label<'_>> {
    let content = block.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_marker_start(content, at) {
        // A marker at the beginning is none unless it stands alone.
        let marker =
            marker_at(content, start).filter(|marker| start > 0 || marker.is_alone(content.len()));
        if let Some((first, name)) =
            half_at(content, start).filter(|_| content[start..].starts_with(')'))
        {
            at = start + 1;
            let span = Span::new(block.start + offset(first), block.start + offset(at));
            let number = number_of(name);
            found.push(Label { style: Style::HalfParenthesized, name, number, span });
            continue;
        }
        at = match &marker {
            Some(marker) => start + marker.length,
            None => start + content[start..].chars().next().map_or(1, char::len_utf8),
        };
        found.extend(marker.map(|marker| Label {
            style: marker.style,
            name: marker.name,
            number: number_of(marker.name),
            span: Span::new(block.start + offset(start), block.start + offset(at)),
        }));
    }
    found
}

/// Where the next character after `at` stands that may begin a marker.
fn next_marker_start(content: &str, at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        at += content.as_bytes()[at..].iter().position(|byte| MAY_BEGIN[usize::from(*byte)])?;
        if content[at..].starts_with(is_marker_start) {
            return Some(at);
        }
        at += 1;
    }
}

/// For each byte of UTF-8 whether [`is_marker_start`] can be true of a character
/// that begins with it.
const MAY_BEGIN: [bool; 256] = {
    let mut table = [false; 256];
    // The last two begin the signs outside ASCII.
    let bytes = [b'(', b')', b'*', b'[', b'^', b'{', 0xC2, 0xE2];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

fn is_marker_start(c: char) -> bool {
    matches!(c, '[' | '(' | '*' | '†' | '‡' | '§' | ')' | '{' | '^') || is_superscript(c)
}

fn marker_at(content: &str, at: usize) -> Option<Beginning<'_>> {
    let rest = &content[at..];
    let before = content[..at].chars().next_back();
    match rest.chars().next()? {
        '[' => bracketed_caret(rest)
            .map(|marker| Beginning { length: marker.name.len() + 3, ..marker })
            .or_else(|| enclosed(rest, '[', b']', Style::Bracketed)),
        '(' => enclosed(rest, '(', b')', Style::Parenthesized)
            .filter(|_| !is_provision(&content[..at])),
        '{' => enclosed(rest, '{', b'}', Style::Braced),
        '^' => caret(rest).filter(|_| before.is_some_and(|c| !c.is_whitespace())),
        ')' => None,
        c if is_superscript(c) => {
            let length = rest.find(|c| !is_superscript(c)).unwrap_or(rest.len());
            let name = &rest[..length];
            let fits = before.is_none_or(|before| !before.is_ascii_digit());
            fits.then_some(Beginning { style: Style::Superscript, name, length })
        }
        first => sign_at(&content[..at], rest, first),
    }
}

/// A sign hangs on the word or the stop before it; between a space and a stop,
/// or with a parenthesis after it, it may also stand apart.
fn sign_at<'t>(before: &str, rest: &'t str, first: char) -> Option<Beginning<'t>> {
    let run = rest.chars().take(4).take_while(|c| *c == first);
    let length = run.map(char::len_utf8).sum();
    let last = before.chars().next_back()?;
    let after = rest[length..].chars().next();
    let hangs = !last.is_whitespace() && !matches!(last, '(' | '[' | '“' | '_');
    let ends = after.is_none_or(|c| !c.is_alphanumeric());
    let half = after == Some(')') && !is_open(before);
    let word = before.trim_end().chars().next_back().is_some_and(char::is_alphabetic);
    let apart = last == ' ' && word && after.is_some_and(|c| ".,;:?!".contains(c));
    let fits = ends && (hangs || half || apart) && length <= 3 * first.len_utf8();
    let style = if half { Style::HalfParenthesized } else { Style::Sign };
    fits.then(|| Beginning { style, name: &rest[..length], length: length + usize::from(half) })
}

/// `1)` with its end at the parenthesis.
fn half_at(content: &str, close: usize) -> Option<(usize, &str)> {
    let before = &content[..close];
    let digits = before.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    let start = close - digits;
    let last = content[..start].chars().next_back()?;
    let hangs = last.is_whitespace() || last.is_alphabetic() || ".,;:!?\"”“’»".contains(last);
    let fits = (1..=3).contains(&digits) && hangs && !is_open(&content[..start]);
    fits.then(|| (start, &content[start..close]))
}

/// Among how many bytes the parenthesis is looked for that one closes.
const PARENTHESIS: usize = 200;

/// Whether a parenthesis is open at the end of some words.
fn is_open(before: &str) -> bool {
    let near = before.bytes().rev().take(PARENTHESIS);
    near.into_iter().find(|byte| matches!(byte, b'(' | b')')) == Some(b'(')
}

/// Digits that hang on a word, such as superscripts that have lost their
/// shape: `word1`, `stop.2`.
pub(super) fn glued_in(text: &str, block: Span) -> Vec<Label<'_>> {
    let content = block.of(text);
    let bytes = content.as_bytes();
    let mut found = Vec::new();
    let mut at = 1;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || !content.is_char_boundary(at) {
            at += 1;
            continue;
        }
        let end = at + digits;
        let mut before = content[..at].chars().rev();
        let last = before.next().unwrap_or(' ');
        let stop = ".,;:!?\"”’)»".contains(last);
        let hangs = last.is_lowercase()
            || stop && before.next().is_some_and(|c| !c.is_ascii_digit() && !c.is_whitespace());
        let ends = content[end..]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || ".,;:!?”’)—".contains(c));
        if digits <= 3 && hangs && ends {
            let name = &content[at..end];
            let span = Span::new(block.start + offset(at), block.start + offset(end));
            found.push(Label { style: Style::Glued, name, number: number_of(name), span });
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Style, glued_in, label_of, markers_in};
    use crate::source::{Span, offset};

    fn label(text: &str) -> Option<(Style, &str, Option<u32>)> {
        let label = label_of(text, Span::new(0, offset(text.len())))?;
        Some((label.style, label.name, label.number))
    }

    fn markers(text: &str) -> Vec<&str> {
        let found = markers_in(text, Span::new(0, offset(text.len())));
        found.into_iter().map(|marker| marker.span.of(text)).collect()
    }

    #[test]
    fn labels() {
        assert_eq!(label("1. Comité"), Some((Style::Dotted, "1", Some(1))));
        assert_eq!(label("[12] See"), Some((Style::Bracketed, "12", Some(12))));
        assert_eq!(label("(3) See"), Some((Style::Parenthesized, "3", Some(3))));
        assert_eq!(label("3) See"), Some((Style::HalfParenthesized, "3", Some(3))));
        assert_eq!(label("21 For note"), Some((Style::Bare, "21", Some(21))));
        assert_eq!(label("¹²See"), Some((Style::Superscript, "¹²", Some(12))));
        assert_eq!(label("** See"), Some((Style::Sign, "**", None)));
        assert_eq!(label("[B] See"), Some((Style::Bracketed, "B", Some(2))));
        assert_eq!(label("[* See]"), Some((Style::BracketedSign, "*", None)));
        assert_eq!(label("*) See"), Some((Style::HalfParenthesized, "*", None)));
        assert_eq!(label("{1} See"), Some((Style::Braced, "1", Some(1))));
        assert_eq!(label("^1 See"), Some((Style::Caret, "1", Some(1))));
        assert_eq!(label("[^1]: See"), Some((Style::BracketedCaret, "1", Some(1))));
        assert_eq!(label("Note 1. See"), Some((Style::Worded(0), "1", Some(1))));
        assert_eq!(label("Anm. 12: Siehe"), Some((Style::Worded(7), "12", Some(12))));
        assert_eq!(label("Footnote 1024: See"), Some((Style::Worded(3), "1024", Some(1024))));
        for text in [
            "§ 70. I, Robert", "1.5 millions", "1937.", "[sic] so", "[1]", "12th May", "See 1.",
            "Note 1 and",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn markers_that_hang_on_words() {
        let glued = |text: &str| -> Vec<u32> {
            let found = glued_in(text, Span::new(0, offset(text.len())));
            found.into_iter().filter_map(|marker| marker.number).collect()
        };
        assert_eq!(glued("The Ham1 is wet, and the clock.2 He said “no.”3"), [1, 2, 3]);
        assert_eq!(glued("In 1819, at 3.15, H2O, No.7b, 1.2 and 5,000"), [0_u32; 0]);
    }

    #[test]
    fn markers_of_all_styles() {
        assert_eq!(markers("Vigilance [1] (what!), word[2]. act (3)"), ["[1]", "[2]", "(3)"]);
        assert_eq!(markers("word¹, “word.”² and x²"), ["¹", "²", "²"]);
        assert_eq!(markers("word*, stop.† and * or a**"), ["*", "†", "**"]);
        assert_eq!(markers("the river *, and the mill †. A * B, 5 *, * * *."), ["*", "†"]);
        assert_eq!(markers("Mühle 1) stand, Uhr*) und “Tor” 2)."), ["1)", "*)", "2)"]);
        assert_eq!(markers("word^1 word{2} word[^3] x"), ["^1", "{2}", "[^3]"]);
        assert_eq!(markers("(see page 1) and (a, b, or 3)"), [""; 0]);
        assert_eq!(markers("104A(d)(3), Article 18(1), par. (a) or (b), in 1819(1)"), ["(1)"]);
        assert_eq!(markers("some articles. (3) The text, (seen)(4)"), ["(3)", "(4)"]);
        assert_eq!(markers("[1]"), ["[1]"]);
        assert_eq!(markers("[He thinks so] (what) [ing] [1] [1934]"), ["[1]", "[1934]"]);
    }
}

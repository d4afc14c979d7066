//! Words: what the recognisers look at.
//!
//! A text is read once into a flat list of words and numbers. What lies
//! between two of them, punctuation and white space and the characters that
//! tags replace, is not stored: it is the gap between their spans.

mod gap;
mod raised;

use std::borrow::Cow;

use deunicode::deunicode;

use crate::source::Span;
pub(crate) use raised::lowered;

/// The shape of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No capital at its beginning: `scribe`, `d’`.
    Lower,
    /// A capital and then others: `Gide`, `McLeod`, `Paul-Marcel`.
    Capital,
    /// Two or more letters, all capitals: `NRF`, `GIDE`.
    Upper,
    /// One capital letter: the `G` of `G.`.
    Initial,
    /// Beginning with a digit: `1937`, `8th`.
    Number,
    /// What an apostrophe hangs on a word: the `’s` of `Gide’s`.
    Clitic,
}

/// A word or a number.
///
/// A word goes on over a hyphen between letters (`Paul-Marcel`), over a hyphen
/// at the end of a line (`Bee-⏎thoven`) and over the apostrophe of `O’Brien`.
/// An elided word before an apostrophe (`l’`, `d’`) and a clitic after one
/// (`’s`, `’ll`) are words of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// Whether a block of the text is known to begin with it; see [`Words::opens`].
    pub opens: bool,
}

/// The words of a text.
#[derive(Clone, Copy, Debug)]
pub struct Words<'t> {
    /// The text.
    pub text: &'t str,
    /// Its words in order.
    pub tokens: &'t [Token],
}

impl<'t> Words<'t> {
    /// Word `index`, if there are so many.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    /// The shape of word `index`, if there are so many.
    #[must_use]
    pub fn shape(&self, index: usize) -> Option<Shape> {
        self.get(index).map(|token| token.shape)
    }

    /// The characters of word `index` as they stand; none beyond the last word.
    #[must_use]
    pub fn raw(&self, index: usize) -> &'t str {
        self.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// Word `index` as it reads: without a hyphen and line end inside it.
    #[must_use]
    pub fn form(&self, index: usize) -> Cow<'t, str> {
        let raw = self.raw(index);
        // Words are too short for a search to be worth its beginning.
        if raw.bytes().any(|byte| byte == b'\n') {
            Cow::Owned(raw.replace("-\n", ""))
        } else {
            Cow::Borrowed(raw)
        }
    }

    /// What lies between word `index` and the word before it; from the
    /// beginning of the text for the first, to its end beyond the last. It is as
    /// it reads: of two spaces one, and no margin.
    #[must_use]
    pub fn before(&self, index: usize) -> &'t str {
        let previous = index.checked_sub(1).and_then(|previous| self.tokens.get(previous));
        let start = previous.map_or(0, |token| token.span.end as usize);
        let end = self.tokens.get(index).map_or(self.text.len(), |token| token.span.start as usize);
        gap::between(self.text, start, end)
    }

    /// What lies between word `index` and the word after it; to the end of
    /// the text for the last.
    #[must_use]
    pub fn after(&self, index: usize) -> &'t str {
        self.before(index + 1)
    }

    /// Whether a paragraph, a head or the like begins with word `index`: below a
    /// blank line, or where it was found out that a block begins.
    #[must_use]
    pub fn opens(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.opens) || self.before(index).contains("\n\n")
    }

    /// The index of the first word that begins at `at` or later.
    #[must_use]
    pub fn at(&self, at: u32) -> usize {
        // Words are about as long in one part of a text as in another.
        let share = self.tokens.len() as u64 * u64::from(at) / self.text.len().max(1) as u64;
        self.search(usize::try_from(share).unwrap_or(usize::MAX), at)
    }

    /// The words that begin within `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.at(span.start);
        start..self.search(start, span.end.max(span.start))
    }

    /// From the first to the last of some words, at least one.
    pub(crate) fn span(&self, range: &std::ops::Range<usize>) -> Span {
        self.tokens[range.start].span.join(self.tokens[range.end - 1].span)
    }

    /// The text of some words, at least one, in one line.
    pub(crate) fn phrase(&self, range: &std::ops::Range<usize>) -> Cow<'t, str> {
        let text = self.span(range).of(self.text);
        let broken = |pair: &[u8]| pair[1] == b'\n' || pair == b"  ";
        if text.as_bytes().windows(2).any(broken) {
            Cow::Owned(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// The same with the stop of an initial at the end.
    pub(crate) fn span_with_stop(&self, range: &std::ops::Range<usize>) -> Span {
        let span = self.span(range);
        let last = range.end - 1;
        let stop = self.tokens[last].shape == Shape::Initial && self.after(last).starts_with('.');
        Span::new(span.start, span.end + u32::from(stop))
    }

    /// The index of the first word that begins at `at` or later, which is
    /// probably not far from `guess`.
    fn search(&self, guess: usize, at: u32) -> usize {
        let tokens = self.tokens;
        let is_before = |token: &Token| token.span.start < at;
        let mut start = guess.min(tokens.len());
        let mut width = 8;
        while start > 0 && !is_before(&tokens[start - 1]) {
            start = start.saturating_sub(width);
            width *= 2;
        }
        let mut end = guess.min(tokens.len());
        width = 8;
        while end < tokens.len() && is_before(&tokens[end]) {
            end = (end + width).min(tokens.len());
            width *= 2;
        }
        start + tokens[start..end].partition_point(is_before)
    }
}

/// Takes down that blocks of the text begin at `starts`, which are in order.
pub(crate) fn open(tokens: &mut [Token], starts: impl Iterator<Item = u32>) {
    let mut tokens = tokens.iter_mut().peekable();
    for start in starts {
        while tokens.next_if(|token| token.span.start < start).is_some() {}
        if let Some(token) = tokens.peek_mut() {
            token.opens = true;
        }
    }
}

/// A word in small ASCII letters, for comparison.
pub(crate) fn fold(word: &str) -> String {
    let mut folded =
        if word.is_ascii() { word.to_owned() } else { deunicode(word).replace('\n', "") };
    folded.make_ascii_lowercase();
    folded.retain(|c| !matches!(c, '\'' | '.'));
    folded
}

/// The words of `text`.
///
/// ```
/// use rubricate::token::tokenize;
///
/// let text = "At 8th St. O’Brien’s, l’affaire";
/// let words: Vec<&str> = tokenize(text).iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(words, ["At", "8th", "St", "O’Brien", "’s", "l’", "affaire"]);
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 && !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let end = alphanumeric_end(text, at);
        if end == at {
            at += char_at(text, at).map_or(1, char::len_utf8);
        } else if byte.is_ascii_digit() {
            let end = at + ordinal_end(&bytes[at..end]).unwrap_or(end - at);
            tokens.push(token(at, end, Shape::Number));
            at = end;
        } else {
            at = word(text, at, end, &mut tokens);
        }
    }
    tokens
}

/// Where an ordinal number ends to which the next word was written close, as
/// in “25thJune” and “24th1820”.
fn ordinal_end(word: &[u8]) -> Option<usize> {
    if word.len() < 6 {
        return None;
    }
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = digits + 2;
    let ordinal = digits <= 2 && matches!(word.get(digits..end)?, b"st" | b"nd" | b"rd" | b"th");
    let next = word.get(end)?;
    (ordinal && (next.is_ascii_uppercase() || next.is_ascii_digit())).then_some(end)
}

/// Reads the word whose first part is `start..end`; returns where to go on.
fn word(text: &str, start: usize, mut end: usize, tokens: &mut Vec<Token>) -> usize {
    loop {
        // Most words end at white space or a stop.
        let goes_on = matches!(text.as_bytes().get(end), Some(b'-' | b'\'' | 0xE2));
        if !goes_on {
            tokens.push(token(start, end, shape(&text[start..end])));
            return end;
        }
        let (joint, width) = joint_at(text, end);
        let next = end + width;
        let next_end = alphanumeric_end(text, next);
        let letter = char_at(text, next).filter(|c| next_end > next && c.is_alphabetic());
        match (joint, letter) {
            (Joint::Hyphen, Some(_)) => end = next_end,
            (Joint::HyphenAtLineEnd, Some(c)) if c.is_lowercase() => end = next_end,
            (Joint::Apostrophe, Some(c)) => {
                let part = &text[start..end];
                if is_clitic(&text[next..next_end]) {
                    tokens.push(token(start, end, shape(part)));
                    tokens.push(token(end, next_end, Shape::Clitic));
                    return next_end;
                } else if is_elided(part, c) && !is_african(part, &text[next..next_end]) {
                    tokens.push(token(start, next, Shape::Lower));
                    return next;
                }
                end = next_end;
            }
            _ => {
                tokens.push(token(start, end, shape(&text[start..end])));
                return end;
            }
        }
    }
}

enum Joint {
    Hyphen,
    HyphenAtLineEnd,
    Apostrophe,
    None,
}

/// What joins the parts of a word at `at`, and its length.
fn joint_at(text: &str, at: usize) -> (Joint, usize) {
    let rest = &text.as_bytes()[at..];
    match rest {
        [b'-', b'\n', ..] => (Joint::HyphenAtLineEnd, 2),
        [b'-', ..] => (Joint::Hyphen, 1),
        [b'\'', ..] => (Joint::Apostrophe, 1),
        // U+2019 and the hyphens U+2010 and U+2011
        [0xE2, 0x80, 0x99, ..] => (Joint::Apostrophe, 3),
        [0xE2, 0x80, 0x90 | 0x91, ..] => (Joint::Hyphen, 3),
        _ => (Joint::None, 0),
    }
}

fn is_clitic(part: &str) -> bool {
    matches!(
        part,
        "s" | "S" | "t" | "d" | "ll" | "ve" | "re" | "m" | "T" | "LL" | "VE" | "RE" | "D" | "M"
    )
}

/// Whether `part` before an apostrophe is a French elision and not the first
/// letter of a name such as O’Brien.
fn is_elided(part: &str, next: char) -> bool {
    match part {
        "d" | "l" | "qu" | "j" | "n" | "s" | "m" | "t" | "c" => true,
        "Qu" | "J" | "N" | "S" | "C" => true,
        "L" | "D" => next.is_lowercase(),
        _ => false,
    }
}

/// Whether what follows the `N’` begins with a consonant, as in `N’yanza` or
/// `N’Djamena`: French elides before vowels alone.
fn is_african(part: &str, rest: &str) -> bool {
    let mut letters = rest.chars();
    let first = letters.next().unwrap_or_default();
    let vowel = !first.is_ascii() || "aeiouhAEIOUH".contains(first);
    // “N’y touche pas”
    let y = matches!(first, 'y' | 'Y') && letters.next().is_none();
    part == "N" && !vowel && !y
}

fn shape(word: &str) -> Shape {
    if word.as_bytes().first().is_none_or(u8::is_ascii_lowercase) {
        return Shape::Lower;
    }
    let mut letters = word.chars();
    let Some(first) = letters.next().filter(|c| c.is_uppercase()) else {
        return Shape::Lower;
    };
    let mut rest = letters.filter(|c| c.is_alphabetic()).peekable();
    if rest.peek().is_none() && first.is_alphabetic() {
        Shape::Initial
    } else if rest.all(char::is_uppercase) {
        Shape::Upper
    } else {
        Shape::Capital
    }
}

/// Where the letters, digits and combining marks from `at` on end.
fn alphanumeric_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        let more = bytes[end..].iter().position(|byte| !ALPHANUMERIC[usize::from(*byte)]);
        end = more.map_or(bytes.len(), |more| end + more);
        match bytes.get(end) {
            Some(0x80..) => match char_at(text, end) {
                Some(c) if is_word_character(c) => end += c.len_utf8(),
                _ => return end,
            },
            _ => return end,
        }
    }
}

/// For each byte whether it is a letter or a digit of ASCII.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

fn is_word_character(c: char) -> bool {
    // Combining marks hang on the letter before them; the superscript
    // digits and the ordinal indicators are numeric but no part of a word.
    (c.is_alphanumeric() && !is_superscript(c)) || ('\u{300}'..='\u{36F}').contains(&c)
}

/// Whether `c` is a superscript digit, as note markers are.
#[must_use]
pub(crate) fn is_superscript(c: char) -> bool {
    matches!(c, '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

fn token(start: usize, end: usize, shape: Shape) -> Token {
    Token { span: Span::from_range(start..end), shape, opens: false }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Words, tokenize};
    use crate::source::{Span, offset};

    /// Each word and the first letter of its shape.
    fn words(text: &str) -> String {
        let shown = tokenize(text).into_iter().map(|token| {
            let shape = format!("{:?}", token.shape);
            format!("{}/{}", token.span.of(text).replace('\n', "⏎"), &shape[..1])
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_and_their_joints() {
        assert_eq!(words("J.R. Bloch’s"), "J/I R/I Bloch/C ’s/C");
        assert_eq!(words("Einde O’Callaghan"), "Einde/C O’Callaghan/C");
        assert_eq!(words("M'Leod d'Orsay"), "M'Leod/C d'/L Orsay/C");
        assert_eq!(words("Antonov-Ovsayenko also."), "Antonov-Ovsayenko/C also/L");
        assert_eq!(words("NRF [3] É. Zola"), "NRF/U 3/N É/I Zola/C");
        assert_eq!(words("a--b -c d-"), "a/L b/L c/L d/L");
    }

    #[test]
    fn apostrophes() {
        assert_eq!(words("’34, don't o’clock"), "34/N don/L 't/C o’clock/L");
        assert_eq!(words("qu’il L’Humanité l’affaire"), "qu’/L il/L L’Humanité/C l’/L affaire/L");
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line() {
        assert_eq!(words("Bee-\nthoven, tête-\nA"), "Bee-⏎thoven/C tête/L A/I");
        let text = "from Bee-\nthoven.";
        let tokens = tokenize(text);
        let words = Words { text, tokens: &tokens };
        assert_eq!(words.form(1), "Beethoven");
        assert_eq!((words.before(1), words.after(1)), (" ", "."));
    }

    #[test]
    fn words_at_a_place() {
        let text = format!("{}a few longer ones: antidisestablishmentarianism", "a b ".repeat(50));
        let tokens = tokenize(&text);
        let words = Words { text: &text, tokens: &tokens };
        for at in 0..=offset(text.len()) + 1 {
            let first = tokens.iter().take_while(|token| token.span.start < at).count();
            assert_eq!(words.at(at), first, "{at}");
        }
        assert_eq!(words.within(Span::new(3, 9)), 2..5);
        assert_eq!(words.within(Span::empty(4)), 2..2);
        assert_eq!(Words { text: "", tokens: &[] }.at(7), 0);
    }

    #[test]
    fn numbers_and_superscripts() {
        assert_eq!(words("8th 1,700,000 word¹ x² ½"), "8th/N 1/N 700/N 000/N word/L x/L ½/L");
        assert_eq!(words("été e\u{301}te\u{301} 日本"), "été/L e\u{301}te\u{301}/L 日本/L");
        assert_eq!(tokenize("").len(), 0);
        assert_eq!(tokenize("…—“”").len(), 0);
        assert_eq!(tokenize("A")[0].shape, Shape::Initial);
    }
}

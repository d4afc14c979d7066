//! Characters counted, in lines of any length.

use super::span::{Span, offset};

/// How many characters there are before any byte of a text, without counting
/// them from the beginning each time: thousands of findings on one line of
/// many megabytes are no more work than on many lines.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    /// The number of characters before each multiple of [`STEP`] bytes.
    marks: Vec<u32>,
}

/// Characters are counted over no more bytes than these.
const STEP: usize = 1024;

impl Columns {
    /// Counts the characters of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut count = 0;
        let mut marks = vec![0];
        for part in text.as_bytes().chunks(STEP) {
            count += characters(part);
            marks.push(count);
        }
        Self { marks }
    }

    /// How many characters begin before the byte at `at`.
    pub(crate) fn before(&self, text: &str, at: u32) -> u32 {
        let at = at as usize;
        let mark = (at / STEP).min(self.marks.len() - 1);
        self.marks[mark] + characters(&text.as_bytes()[mark * STEP..at])
    }

    /// Where the character stands that has so many before it; the end of the
    /// text if there is none.
    pub(crate) fn offset(&self, text: &str, count: u32) -> u32 {
        let mark = self.marks.partition_point(|before| *before <= count).saturating_sub(1);
        let start = (mark * STEP).min(text.len());
        let mut left = count - self.marks[mark];
        for (at, byte) in text.as_bytes()[start..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return offset(start + at);
                }
                left -= 1;
            }
        }
        offset(text.len())
    }

    /// How many characters there are in `span`.
    pub(crate) fn within(&self, text: &str, span: Span) -> u32 {
        self.before(text, span.end) - self.before(text, span.start)
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn characters(bytes: &[u8]) -> u32 {
    offset(bytes.iter().filter(|byte| is_start(**byte)).count())
}

#[cfg(test)]
mod tests {
    use super::Columns;
    use crate::source::offset;

    #[test]
    fn agree_with_counting() {
        for text in ["", "été", &"aé—𝄞".repeat(700), &"x".repeat(1024)] {
            let columns = Columns::of(text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(columns.before(text, offset(at)), offset(count));
                assert_eq!(columns.offset(text, offset(count)), offset(at));
            }
            let count = offset(text.chars().count());
            assert_eq!(columns.before(text, offset(text.len())), count);
            assert_eq!(columns.offset(text, count), offset(text.len()));
        }
    }
}

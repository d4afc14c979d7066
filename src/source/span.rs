//! Ranges of the source text.

use std::ops::Range;

/// A half-open range of byte offsets into [`Source::text`](super::Source::text).
///
/// Offsets are bytes of the UTF-8 text, `end` exclusive, and both lie on
/// character boundaries. They are 32 bits wide, so a text has at most 4 GiB;
/// [`Source::read`](super::Source::read) refuses a longer one.
///
/// ```
/// use rubricate::Span;
///
/// let span = Span::new(4, 10);
/// assert_eq!(span.of("the scribe"), "scribe");
/// assert_eq!(span.len(), 6);
/// assert!(span.contains(Span::new(5, 10)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to `end`, which must not come before it.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The range of `usize` offsets `start..end` of a text of less than 4 GiB.
    #[must_use]
    pub fn from_range(range: Range<usize>) -> Self {
        Self::new(offset(range.start), offset(range.end))
    }

    /// An empty range at `at`.
    #[must_use]
    pub const fn empty(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range as `usize` offsets, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` in this range.
    ///
    /// # Panics
    ///
    /// If the range does not lie within `text` on character boundaries, that
    /// is, if `text` is not the text this range was made for.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies within this range; equal ranges contain each other.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `at` is in this range.
    #[must_use]
    pub const fn contains_offset(self, at: u32) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two ranges share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The range without the white space at its two ends.
    ///
    /// ```
    /// # use rubricate::Span;
    /// assert_eq!(Span::new(0, 6).trim("  ab  "), Span::new(2, 4));
    /// ```
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let part = self.of(text);
        let start = self.start + offset(part.len() - part.trim_start().len());
        Self::new(start, start + offset(part.trim().len()))
    }
}

/// A `usize` offset as the 32 bits of a [`Span`].
///
/// # Panics
///
/// If `at` is 4 GiB or more, which no offset into a [`Source`](super::Source) is.
#[must_use]
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("a source text is shorter than 4 GiB")
}

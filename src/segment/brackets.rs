//! Which square brackets belong together.

use crate::convention::{Convention, begins_block_note};
use crate::source::offset;

/// The pairs of brackets in a text, by where they open.
pub(super) struct Brackets(Vec<(u32, u32)>);

impl Brackets {
    /// None are looked for if the convention has no use for them.
    pub(super) fn of(text: &str, convention: &Convention) -> Self {
        if !convention.has_block_marks() {
            return Self(Vec::new());
        }
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for at in memchr::memchr2_iter(b'[', b']', text.as_bytes()) {
            if text.as_bytes()[at] == b'[' {
                if !open.is_empty() && begins_note(text, at, convention) {
                    pairs.extend(close_above(text, open[0], at));
                    open.clear();
                }
                open.push(at);
            } else if let Some(start) = open.pop() {
                pairs.push((offset(start), offset(at)));
            } else if let Some((_, end)) =
                pairs.last_mut().filter(|(_, end)| *end + 1 == offset(at))
            {
                // “[Footnote 5: … —ED.]]”
                *end += 1;
            }
        }
        pairs.sort_unstable();
        Self(pairs)
    }

    pub(super) fn close(&self, open: u32) -> Option<u32> {
        let at = self.0.binary_search_by_key(&open, |(start, _)| *start).ok()?;
        Some(self.0[at].1)
    }
}

/// Whether a note begins with the bracket `at`, on a line of its own: one that is
/// still open was closed above, or never.
fn begins_note(text: &str, at: usize, convention: &Convention) -> bool {
    let before = &text[..at];
    let above = before.trim_end();
    before[above.len()..].contains('\n') && begins_block_note(convention, &text[at..])
}

/// The pair of the bracket `start` and the last one above the bracket `at`, if a
/// line ends with that: “[Footnote 20: … [21: …]”.
fn close_above(text: &str, start: usize, at: usize) -> Option<(u32, u32)> {
    let above = text[..at].trim_end();
    above.ends_with(']').then(|| (offset(start), offset(above.len() - 1)))
}

#[cfg(test)]
mod tests {
    use super::Brackets;
    use crate::convention::named;
    use crate::source::offset;

    /// What stands in the brackets with which `open` begins.
    fn within<'t>(text: &'t str, open: &str) -> Option<&'t str> {
        let start = text.find(open).unwrap();
        let brackets = Brackets::of(text, named("gutenberg").unwrap());
        brackets.close(offset(start)).map(|end| &text[start..=end as usize])
    }

    #[test]
    fn a_bracket_that_nobody_closed_ends_with_its_note() {
        let text = "[Footnote 1: One. [2: Two.]\n\n[Footnote 3: Three.]\n";
        assert_eq!(within(text, "[Footnote 1"), Some("[Footnote 1: One. [2: Two.]"));
        assert_eq!(within(text, "[Footnote 3"), Some("[Footnote 3: Three.]"));
    }

    #[test]
    fn a_bracket_too_many_belongs_to_its_note() {
        let text = "[Footnote 1: One.]]\n\n[Footnote 2: A [small] one.]\n";
        assert_eq!(within(text, "[Footnote 1"), Some("[Footnote 1: One.]]"));
        assert_eq!(within(text, "[Footnote 2"), Some("[Footnote 2: A [small] one.]"));
    }

    #[test]
    fn a_note_without_an_end_swallows_no_others() {
        let text = "[Footnote 1: One\n\n[Footnote 2: Two.]\n\nends.]\n";
        assert_eq!(within(text, "[Footnote 1"), None);
        assert_eq!(within(text, "[Footnote 2"), Some("[Footnote 2: Two.]"));
        assert_eq!(within("[Footnote 1: never", "[Footnote"), None);
        let picture = "[Footnote 1: One\n\n[Illustration: Two.]\n\nends.]\n";
        assert_eq!(within(picture, "[Footnote 1"), Some(picture.trim_end()));
    }
}

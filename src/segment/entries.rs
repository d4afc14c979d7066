//! Entries that follow each other without a blank line between them, each with
//! its date at the beginning of a line.

use crate::date::{self, Meaning};
use crate::source::Span;
use crate::token::{Words, tokenize};

/// Among how many characters of a line its date is looked for.
const LONGEST_DATE: usize = 40;

/// Where in some lines the second entry begins, if the first line begins one.
pub(super) fn next_entry(text: &str, run: &[(u32, Span)]) -> Option<usize> {
    let begins = |run: &[(u32, Span)]| begins_entry(run[0].1.of(text));
    if run.len() < 2 || !begins(run) { None } else { next_where(text, run, begins) }
}

/// Where in the lines of an entry the next one begins, of which `begins` tells by its
/// lines: below the end of a sentence.
pub(super) fn next_where(
    text: &str,
    run: &[(u32, Span)],
    begins: impl Fn(&[(u32, Span)]) -> bool,
) -> Option<usize> {
    /// Among how many lines it is looked for.
    const LONGEST_ENTRY: usize = 60;
    let ended = |at: usize| ends_sentence(run[at - 1].1.of(text));
    let mut near = 1..run.len().min(LONGEST_ENTRY);
    near.find(|at| ended(*at) && begins(&run[*at..]))
}

/// Whether a line begins with a day and its month or weekday, and a stop, a
/// dash or a column after it: `Jan. 9. Re-opened school`, `2 Thursday  To mill`.
fn begins_entry(line: &str) -> bool {
    let could = |c: char| c.is_ascii_digit() || c.is_uppercase();
    if !line.starts_with(could) {
        return false;
    }
    let end = line.char_indices().nth(LONGEST_DATE).map_or(line.len(), |(at, _)| at);
    let near = &line[..end];
    let tokens = tokenize(near);
    let words = Words { text: near, tokens: &tokens };
    let Some((dates, _)) = date::at(words, 0) else { return false };
    let Some(last) = dates.last() else { return false };
    let told = dates.iter().all(|date| match date.meaning {
        Meaning::Date(written) | Meaning::Duration(written, _) => {
            written.day.is_some() && (written.month.is_some() || written.weekday.is_some())
        }
        _ => false,
    });
    let rest = &near[last.span.end as usize..];
    let stops = rest.starts_with(['.', ':', '—', '–', '\t']) || rest.starts_with("  ");
    let goes_on = rest.trim_start_matches(['.', ':']).starts_with(|c: char| c.is_ascii_digit());
    told && stops && !goes_on && !rest.starts_with(". ,") && rest.len() > 1
}

pub(super) fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '”', '"', ')', ']', '’', '…', '»', '—']) || line.len() <= 40
}

#[cfg(test)]
mod tests {
    use super::begins_entry;

    #[test]
    fn dates_at_the_beginning() {
        for line in [
            "Jan. 9. Re-opened school",
            "2 Thursday  To mill.",
            "16-20 January. Ordinary progress",
            "Mo. 4. Juli.  Abfahrt 6.15 früh.",
            "3 mars: neige",
            "7 May—Rain",
        ] {
            assert!(begins_entry(line), "{line}");
        }
        for line in [
            "May 3, he came", "3. Item", "2 Thursday went", "1819. Rain", "May.", "4 May 1819",
            "6.15 Abfahrt",
        ] {
            assert!(!begins_entry(line), "{line}");
        }
    }
}

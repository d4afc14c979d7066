//! What a heading looks like that stands right above its text, and what that text does.

use crate::segment::{Layout, begins_loud};
use crate::structure::heading::{heading, plain};
use crate::structure::kind::{Heading, Kind, Named};
use crate::structure::letters;

/// How headings are told from what stands below them, those that most surely are first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// `CHAPTER III.`
    Counted,
    /// `PREFACE.`
    Named,
    /// `XII`, `216.`
    Number,
    /// `3. The Return of the Fleet`
    NumberAndTitle,
    /// `THE RETURN OF THE FLEET`
    Capitals,
    /// `The Return of the Fleet`, `An Lichnowsky`
    Words,
}

/// The most lines of a heading.
const MOST: usize = 3;

/// How the first of some lines looks as a heading, and how many lines of it there are.
pub(super) fn look(lines: &[&str], layout: Layout) -> Option<(Look, usize)> {
    const LONGEST: usize = 100;
    let first = plain(lines.first()?);
    let bracket_ends_below = lines[0].starts_with('[') && !lines[0].contains(']');
    if first.len() > LONGEST || first.ends_with([',', '-', '—', ';']) || bracket_ends_below {
        return None;
    }
    let Heading { kind, number, titled, .. } = heading(first)?;
    let look = match kind {
        // “No. 1. Copy of the commission.” is one of a list.
        Kind::Chapter if titled && first.starts_with('N') => return None,
        kind if kind.counts() && number.is_some() => Look::Counted,
        Kind::Named(named) if !titled && !named.is_list() && named != Named::Notes => Look::Named,
        Kind::Numeral if !titled => Look::Number,
        Kind::Numeral if is_title(lines, layout, true) => Look::NumberAndTitle,
        Kind::Capitals => Look::Capitals,
        Kind::Words if is_title(lines, layout, false) => Look::Words,
        _ => return None,
    };
    // A title may stand below a number.
    let untitled = !titled && matches!(look, Look::Counted | Look::Number);
    let goes_on = |at: &usize| {
        let title = untitled && *at == 1 && is_title(&lines[*at..], layout, false);
        is_loud(lines[*at]) || title
    };
    let length = 1 + (1..lines.len()).take_while(goes_on).count();
    (length <= MOST).then_some((look, length))
}

/// Whether the first heading of smaller divisions stands right below that of a larger one:
/// “PART I.”, “I.—Ab initio.”
pub(super) fn heads_smaller(above: &str, below: &str) -> bool {
    let (Some(above), Some(below)) = (heading(plain(above)), heading(plain(below))) else {
        return false;
    };
    let counts = below.kind.counts() || below.kind == Kind::Numeral;
    above.kind < below.kind && counts && below.number == Some(1)
}

/// Whether the first of some lines is a title, which nobody wrapped: more words would have
/// had room. It may end with a stop if it is `stopped`.
fn is_title(lines: &[&str], layout: Layout, stopped: bool) -> bool {
    const NEAR: usize = 4;
    /// A line of prose fills so much of its width.
    const FULL: usize = 45;
    /// So much stands on the line of a paragraph.
    const PARAGRAPH: usize = 110;
    let near = &lines[..lines.len().min(NEAR)];
    let [first, second, ..] = near else { return false };
    let words = plain(first);
    let length = first.chars().count();
    let stands_out = match layout {
        Layout::Wrapped => {
            let width = near.iter().map(|line| line.chars().count()).max().unwrap_or_default();
            width >= FULL && length * 3 <= width * 2
        }
        Layout::Unwrapped => {
            let below = second.chars().count();
            let sentence = stopped && second.ends_with(['.', '!', '?', ':', '”', '"', '»']);
            length * 2 <= below && second.len() >= PARAGRAPH || sentence && length <= below
        }
    };
    stands_out
        && (begins_loud(words) || words.starts_with(|c: char| c.is_ascii_digit()))
        && !words.ends_with([',', ';', ':', '!', '?', '-', '—', '–', '”', '"', '’', '»'])
        && (stopped || !words.ends_with('.'))
        && !breaks_off(words)
        && !greets(words)
        && !letters::is_closing(words)
}

/// Whether the last word is one that another follows: “We went down to the”.
fn breaks_off(words: &str) -> bool {
    const BEFORE_OTHERS: &[&str] = &[
        "a", "an", "and", "at", "by", "for", "from", "in", "into", "my", "of", "or", "our", "that",
        "the", "their", "to", "upon", "with", "dans", "de", "des", "du", "et", "la", "le", "les",
        "par", "pour", "que", "un", "une", "das", "dem", "den", "der", "die", "ein", "eine", "im",
        "mit", "und", "von", "zum", "zur",
    ];
    words.rsplit(char::is_whitespace).next().is_some_and(|last| BEFORE_OTHERS.contains(&last))
}

/// Whether a line has words in capitals and no others.
fn is_loud(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase) && !greets(line)
}

/// Whether a line is the salute of a letter: “MY DEAR BONE,--”.
pub(super) fn greets(line: &str) -> bool {
    line.ends_with([',', '-', '—']) || letters::is_salute(line)
}

/// Whether some lines could be the text below a heading.
pub(super) fn could_be_text(text: &str) -> bool {
    const LONG: usize = 160;
    const MARKS: [char; 11] = ['“', '"', '‘', '\'', '_', '(', '’', '„', '»', '«', '—'];
    const ENDS: [char; 13] = ['.', '!', '?', '”', '"', '’', ')', ':', '…', '»', '«', '_', ']'];
    let first = text.trim_start_matches(MARKS).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && text.contains(char::is_lowercase)
        && (text.len() >= LONG || text.ends_with(ENDS))
}

/// Whether the text tells something, as a summary of a chapter does not: “How the boat was
/// lost.”, “The ford.--The mill.--Rain.”
pub(super) fn is_told(text: &str) -> bool {
    const SUMMARIES: &[&str] = &[
        "In which ", "How ", "Of ", "Containing ", "Wherein ", "Showing ", "Shewing ", "Treating ",
        "Où ", "Comment ", "Dans lequel ", "Wie ", "In welchem ", "Worin ", "Von ",
    ];
    const STEPS: usize = 2;
    const NEAR: usize = 400;
    let end = text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at);
    let near = &text[..end];
    let steps = near.matches("--").count() + near.matches('—').count();
    let sentences = near.matches(". ").count() + near.matches(".\n").count();
    !SUMMARIES.iter().any(|start| near.starts_with(start))
        && (steps <= STEPS || sentences > steps)
        && (tells(near) || near.len() < text.len() && sentences > 0)
}

/// Whether a word tells what is, was or is done; “I” is the number of a plate, too.
fn tells(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').peekable();
    while let Some(word) = words.next() {
        let small = words.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
        if letters::tells(word) && (word != "I" || small) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Look, could_be_text, heads_smaller, is_told, look};
    use crate::segment::Layout;

    const LINE: &str = "They went down to the ford in the evening, and the water";

    #[track_caller]
    fn check(lines: &[&str], expected: Option<(Look, usize)>) {
        assert_eq!(look(lines, Layout::Wrapped), expected, "{lines:?}");
    }

    #[test]
    fn headings() {
        check(&["CHAPTER III.", LINE], Some((Look::Counted, 1)));
        check(&["CHAPTER III.", "THE FORD", LINE], Some((Look::Counted, 2)));
        check(&["CHAPTER III.", "The Ford", LINE], Some((Look::Counted, 2)));
        check(&["Preface", LINE], Some((Look::Named, 1)));
        check(&["XII", LINE], Some((Look::Number, 1)));
        check(&["3. The Ford.", LINE], Some((Look::NumberAndTitle, 1)));
        check(&["THE RETURN", "OF THE FLEET", LINE], Some((Look::Capitals, 2)));
        check(&["TO MR. BONE.", "MY DEAR BONE,--", LINE], Some((Look::Capitals, 1)));
        check(&["An Lichnowsky", LINE], Some((Look::Words, 1)));
        for line in ["My dear Sir,", "Contents", "At the mill.", "We went down to the ford and the"]
        {
            check(&[line, LINE], None);
        }
        check(&["The Ford", "The Mill", "The Boat"], None);
        check(&["No. 1. Copy of it.", LINE], None);
        check(&["[Transcriber’s Note:", LINE], None);
        check(&["THE FORD", "AND THE MILL", "AND THE BOAT", "AND ALL", LINE], None);
    }

    #[test]
    fn smaller_headings() {
        assert!(heads_smaller("PART I.", "I.—Ab initio.") && heads_smaller("BOOK II", "CHAPTER I"));
        assert!(!heads_smaller("PART I.", "II.—At sea") && !heads_smaller("I", "I went"));
    }

    #[test]
    fn text_below() {
        assert!(could_be_text("He was gone.") && could_be_text("“Gone?” said she."));
        assert!(!could_be_text("was gone.") && !could_be_text("THE FORD") && !could_be_text("A b"));
        assert!(is_told("The boat was gone.") && is_told("I went."));
        for summary in ["How the boat was lost.", "Ford.--Mill.--It was wet.--Rain.", "Plate I. Ox"]
        {
            assert!(!is_told(summary), "{summary}");
        }
    }
}

//! What the words of a heading look like.

pub(super) fn has_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// “THE END” and other words that close a book.
pub(super) fn is_ending(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    matches!(text.as_str(), "the end" | "end" | "finis" | "fin" | "ende" | "adieu" | "amen")
}

/// Whether the words are between quotation marks, or end with a closing one.
pub(super) fn is_spoken(text: &str) -> bool {
    let opens = text.starts_with(['“', '"', '‘', '«', '„', '—', '–']);
    let closes = text.ends_with(['”', '"', '’', '»', '“', '!', '?']);
    let unopened = text.ends_with(['”', '’', '»']) && !text.contains(['“', '‘', '«']);
    (opens && closes) || unopened
}

/// Whether a sentence ends within the words.
pub(super) fn has_sentence_end(text: &str) -> bool {
    let mut before = ' ';
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let stem = word.trim_end_matches(['”', '"', ')']);
        // “Mr.” and “pp.” end none, “us.” does.
        let long = stem.chars().count() > 4;
        let small = stem.len() > 2 && stem.starts_with(char::is_lowercase);
        let abbreviated = matches!(stem, "vs." | "ca." | "cf." | "pp." | "no." | "nos." | "vol.");
        let ends = stem.ends_with(['.', '!', '?']) && (long || small) && !abbreviated;
        before = if ends && words.peek().is_some() { '.' } else { before };
    }
    before == '.'
}

#[cfg(test)]
mod tests {
    use super::{has_sentence_end, is_ending, is_spoken};

    #[test]
    fn sentences() {
        assert!(has_sentence_end("MP arranged a meeting for us. (“Try not to be followed ...”)"));
        assert!(has_sentence_end("He was gone. Nobody knew."));
        for title in ["Mr. Pickwick at Bath", "Vol. II of the Papers", "The End of the Affair."] {
            assert!(!has_sentence_end(title), "{title}");
        }
    }

    #[test]
    fn spoken_and_ending() {
        assert!(is_spoken("“Who goes there?”") && is_spoken("goes there”"));
        assert!(!is_spoken("The “Beagle” at Sea"));
        assert!(is_ending("THE END.") && is_ending("Finis") && !is_ending("The end of May"));
    }
}

//! What the words of a heading look like.

pub(super) fn has_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// “THE END” and other words that close a book or a part of it.
pub(in crate::structure) fn is_ending(text: &str) -> bool {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let whole = matches!(
        text.as_str(),
        "the end" | "end" | "finis" | "fin" | "ende" | "adieu" | "amen" | "exeunt" | "explicit"
    );
    let parts =
        ["end of ", "the end of ", "fin de ", "fin du ", "ende der ", "ende des ", "ende von "];
    let counts = [
        "volume", "vol", "book", "part", "act", "tome", "livre", "partie", "acte", "band", "teil",
        "theil", "buch", "akt", "heft", "pocket-book", "notebook",
    ];
    whole
        || parts.iter().any(|start| {
            text.strip_prefix(start).is_some_and(|rest| {
                let mut words = rest.split(|c: char| !c.is_alphanumeric() && c != '-');
                words.any(|word| {
                    let stem = word.strip_suffix(['s']).unwrap_or(word);
                    counts.contains(&word)
                        || counts.contains(&stem)
                        || stem.strip_suffix('e').is_some_and(|stem| counts.contains(&stem))
                })
            })
        })
}

/// Whether the last line names a source, as under a quotation: “—MILTON.”
pub(in crate::structure) fn is_attributed(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default().trim();
    let own = |line: &str| {
        line.strip_prefix(['—', '–', '―'])
            .or_else(|| line.strip_prefix("--"))
            .is_some_and(is_source)
    };
    let at = last.rfind(['—', '―']).or_else(|| last.rfind("--"));
    // Within a line the words before the dash have come to an end; “I.--Songs”
    // is a title.
    let within = at.filter(|at| *at > 0).is_some_and(|at| {
        let before = last[..at].trim_end();
        before.ends_with(['.', '!', '?', '”', '"', '’', '»'])
            && (before
                .split([' ', '\n', '—', '-'])
                .filter(|word| !word.is_empty())
                .nth(2)
                .is_some()
                || text.contains('\n'))
            && own(&last[at..])
    });
    own(last) || within
}

fn is_source(words: &str) -> bool {
    // The end of what somebody says: “--C’est le vent.»”
    let speech = words.contains('»') && !words.contains('«')
        || words.contains('”') && !words.contains('“')
        || words.matches('"').count() % 2 == 1;
    let words = words.trim_matches(['_', ' ', '-', '—', '(', '“', '"', '‘']);
    // “SCOTT’S LETTERS.--P. 61.” names a page.
    let page = words.strip_prefix(['P', 'p']).is_some_and(|rest| {
        rest.trim_start_matches(['.', ' ', 'p']).starts_with(|c: char| c.is_ascii_digit())
    });
    words.starts_with(char::is_uppercase)
        && !page
        && words.chars().count() <= 60
        && !words.contains(['—', '?', '!'])
        && !words.contains("--")
        && !speech
}

/// Whether the words are between quotation marks, or end with a closing one.
pub(super) fn is_spoken(text: &str) -> bool {
    let opens = text.starts_with(['“', '"', '‘', '«', '»', '„', '›', '‹', '‚', '—', '–']);
    let closes = text.ends_with(['”', '"', '’', '»', '«', '“', '‹', '›', '!', '?']);
    let last = text.trim_end_matches(['.', ',', '!', '?']).chars().next_back();
    let unopened = match last {
        Some('”' | '’') => !text.contains(['“', '‘']),
        Some('“') => !text.contains('„'),
        Some('»' | '«') => text.matches(['»', '«']).count() == 1,
        Some('›' | '‹') => text.matches(['›', '‹']).count() == 1,
        _ => false,
    };
    // “said he: ‘Only once!’”
    let announced = [": “", ": »", ": „", ": «", ": \"", ": — ", ": – ", ".—“", ".—\"", ". —“"];
    let said = closes && announced.iter().any(|mark| text.contains(mark));
    (opens && closes) || unopened || said
}

/// Whether the words ask or exclaim as a sentence of the text does; a title that
/// asks is short.
pub(super) fn is_question(text: &str) -> bool {
    text.ends_with(['?', '!']) && (text.split_whitespace().count() > 7 || text.contains(','))
}

/// Whether the words say from whom and to whom: “ELIZA À JANE”, “TO THE SAME”.
pub(super) fn is_address(text: &str) -> bool {
    const WORDS: &[&str] = &["TO", "À", "AN", "AU", "FROM"];
    text.split_whitespace().take(8).any(|word| WORDS.contains(&word))
}

/// Whether a sentence ends within the words.
pub(super) fn has_sentence_end(text: &str) -> bool {
    let mut before = ' ';
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let stem = word.trim_matches('_').trim_end_matches(['”', '"', ')']);
        // “Mr.” and “pp.” end none, “us.” does.
        let long = stem.chars().count() > 4;
        let small = stem.len() > 2 && stem.starts_with(char::is_lowercase);
        let abbreviated = matches!(stem, "vs." | "ca." | "cf." | "pp." | "no." | "nos." | "vol.");
        let ends = stem.ends_with(['.', '!', '?']) && (long || small) && !abbreviated;
        before = if ends && words.peek().is_some() { '.' } else { before };
    }
    before == '.'
}

/// Whether the words after a number tell what was done and end with a stop: “The
/// report was accepted.” A title that tells so much has capitals: “How the King
/// was Deceived.”
pub(super) fn is_sentence(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "reported", "proposed",
        "moved", "seconded", "resolved", "stated", "asked", "said", "agreed", "requested", "wurde",
        "wurden", "wird", "werden", "ist", "sind", "war", "hat", "haben", "est", "sont", "fut",
        "furent", "ont", "était",
    ];
    const LEADERS: &[&str] = &["How", "In", "Of", "What", "Where", "Wherein", "Why", "Which"];
    let words = || text.split_whitespace().skip(1);
    let small = words().filter(|word| word.starts_with(char::is_lowercase)).count();
    text.ends_with('.')
        && words().count() >= 4
        && small * 2 > words().count()
        && !words().next().is_some_and(|first| LEADERS.contains(&first))
        && words().any(|word| VERBS.contains(&word))
}

/// Whether the words say on which page of a book something stands: “Ebert, III, 9, 14.”,
/// “Annals of Arden, folio, I, p. 199.”
pub(super) fn cites_page(text: &str) -> bool {
    const PAGE: &[&str] = &["p.", "p", "pp.", "S.", "fol.", "ff.", "col.", "cols.", "chs."];
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map_or("", |next| next.trim_end_matches(['.', ',', ';', '_', ')']));
        let number =
            (1..=3).contains(&next.len()) && next.bytes().all(|byte| byte.is_ascii_digit());
        let volume = word.ends_with(',')
            && word.len() > 1
            && word[..word.len() - 1].bytes().all(|byte| b"IVX".contains(&byte));
        if number && (volume || PAGE.contains(&word)) {
            return true;
        }
    }
    false
}

/// “The Court then adjourned.”
pub(super) fn adjourns(text: &str) -> bool {
    let words = text.trim_end_matches(['.', ' ']);
    let last = words.rsplit(' ').next().unwrap_or_default();
    text.ends_with('.')
        && words.split_whitespace().count() <= 6
        && words.starts_with(char::is_uppercase)
        && matches!(last, "adjourned" | "rose" | "closed" | "dismissed" | "withdrew" | "concluded")
}

/// Whether each line is a sentence, as no paragraph is broken.
pub(super) fn is_of_sentences(text: &str) -> bool {
    let is_sentence = |line: &str| {
        let line = line.trim();
        line.starts_with(char::is_uppercase) && line.ends_with('.')
    };
    text.lines().all(is_sentence)
}

#[cfg(test)]
mod tests {
    use super::{
        adjourns, cites_page, has_sentence_end, is_address, is_attributed, is_ending, is_question,
        is_sentence, is_spoken,
    };

    #[test]
    fn sentences() {
        assert!(has_sentence_end("MP arranged a meeting for us. (“Try not to be followed ...”)"));
        assert!(has_sentence_end("He was gone. Nobody knew."));
        for title in ["Mr. Pickwick at Bath", "Vol. II of the Papers", "The End of the Affair."] {
            assert!(!has_sentence_end(title), "{title}");
        }
    }

    #[test]
    fn no_titles() {
        assert!(cites_page("Ebert, Friedr. Adolf, III, 9, 14.") && cites_page("Liber, II, p. 31"));
        assert!(!cites_page("Louis XIV, 1643") && !cites_page("On Books I and II"));
        assert!(adjourns("The Court then adjourned.") && !adjourns("The Curtain Closed"));
    }

    #[test]
    fn told_with_a_number() {
        assert!(is_sentence("3. The Treasurer's report was accepted."));
        assert!(is_sentence("2. Mr. Lathrop reported on the roof."));
        for title in ["3. How the king was deceived by them.", "3. The Mill", "4. Of the roof."] {
            assert!(!is_sentence(title), "{title}");
        }
    }

    #[test]
    fn spoken_and_ending() {
        assert!(is_spoken("“Who goes there?”") && is_spoken("goes there”"));
        for text in ["Laub und Blumen –‹", "und sagte: »Nur ein Mal!«", "»Eine Uhr?« fragte er.«"]
        {
            assert!(is_spoken(text), "{text}");
        }
        assert!(!is_spoken("The “Beagle” at Sea") && !is_spoken("Der »Beagle« auf See"));
        assert!(is_question("Ist es nicht so, daß du kommst?") && !is_question("Who Killed Him?"));
        assert!(is_address("ELIZA À JANE") && !is_address("AT READING"));
        for text in ["THE END.", "Finis", "END OF VOL. I.", "– Ende des zweiten Heftes –"] {
            assert!(is_ending(text), "{text}");
        }
        for text in ["The end of May", "End of the affair", "Fin août"] {
            assert!(!is_ending(text), "{text}");
        }
    }

    #[test]
    fn sources() {
        for text in [
            "Nothing is here for tears.—MILTON.",
            "“The water is wide.”\n—Old Song",
            "The water is wide,\nI cannot get over.\n    --_Old Song_",
        ] {
            assert!(is_attributed(text), "{text}");
        }
        for text in ["Departure.—The mill.—The river.", "He came—and went", "IN VENICE", "a—B"]
        {
            let summary = text.starts_with("Departure");
            assert_eq!(is_attributed(text), summary, "{text}");
        }
    }
}

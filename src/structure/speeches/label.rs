//! What says who speaks: “HAMLET.”, “_Edine._”, “FREDDY [eagerly]”, “- Valère -”.

use std::ops::Range;

use super::stage::{MARKS, closing};
use crate::segment::turn_label;

/// What a line begins with that could say who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// The name without stops.
    pub name: &'a str,
    /// What it looks like.
    pub style: Style,
    /// The end of the name and its stops.
    pub end: usize,
    /// What is said of how he speaks: “(aside)”.
    pub direction: Option<Range<usize>>,
    /// Where what he says begins.
    pub said: usize,
    /// Whether nothing but the end of the line tells that it is one.
    pub bare: bool,
}

/// What a name looks like that says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// `HAMLET.`, `Mr. STOKES:`
    Capitals,
    /// `_Edine._`
    Italic,
    /// `- Valère -` on a line of its own.
    Dashes,
    /// `Nathan:`
    Colon,
    /// `Nathan.`
    Stop,
    /// `Nathan` above what he says.
    Line,
}

/// The most bytes of a name, and of a direction behind it.
const LONGEST: usize = 48;
const LONGEST_DIRECTION: usize = 600;

/// The most words of a name.
const WORDS: usize = 6;

/// Words of a name that begin with a small letter.
const SMALL: &[&str] = &[
    "a", "an", "and", "au", "aus", "auf", "d", "da", "das", "de", "del", "dem", "den", "der",
    "des", "di", "die", "du", "ein", "eine", "et", "from", "im", "in", "l", "la", "le", "les",
    "of", "s", "the", "to", "un", "und", "une", "vom", "von", "with", "zu", "zweiter", "à",
];

/// Words with a stop that only shorten a word of a name.
const SHORTENED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "ste", "capt", "col", "gen", "lieut", "lt", "rev", "hon",
    "prof", "maj", "sergt", "sgt", "m", "mm", "mme", "mmes", "mlle", "mlles", "messrs", "sen",
    "rep", "fr", "hr", "frl",
];

/// What some lines begin with that says who speaks.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    if let Some(turn) = turn_label(text) {
        let end = turn.trim_end().len();
        let name = turn.trim_end_matches([' ', '.', ':']);
        return finish(text, Named { name, style: Style::Capitals, end, stopped: Stopped::Stop });
    }
    let named = match text.as_bytes().first()? {
        b'_' => italic(text)?,
        b'-' => dashes(text)?,
        _ => plain(text)?,
    };
    finish(text, named)
}

/// A name and where it ends.
#[derive(Clone, Copy)]
struct Named<'a> {
    name: &'a str,
    style: Style,
    end: usize,
    stopped: Stopped,
}

/// What stands behind a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stopped {
    Stop,
    Colon,
    /// A direction has to follow.
    Comma,
    Bracket,
    Dashes,
    Line,
}

/// `_Edine._`, `_Huberta_`
fn italic(text: &str) -> Option<Named<'_>> {
    let within = &text[1..];
    let close = memchr::memchr2(b'_', b'\n', within.as_bytes())?;
    let inner = &within[..close];
    let behind = within[close..].strip_prefix('_')?;
    let name = inner.trim_end_matches(['.', ':', ',', ' ']);
    let stopped = name.len() < inner.len();
    let comma = inner.ends_with(',') || !stopped && behind.starts_with(',');
    let stops = behind.len() - behind.trim_start_matches(['.', ':', ',']).len();
    let directed = behind[stops..].trim_start().starts_with(['(', '[', '$', '_']);
    // “_Q._ Where were you?”
    let turn = matches!(name, "Q" | "A") && stopped;
    let named = turn || is_name(name) && (stopped || stops > 0 || directed);
    named.then_some(Named {
        name,
        style: Style::Italic,
        end: 2 + close + stops,
        stopped: if comma { Stopped::Comma } else { Stopped::Stop },
    })
}

/// `- Valère -`
fn dashes(text: &str) -> Option<Named<'_>> {
    let line = text.lines().next()?;
    let name = line.strip_prefix("- ")?.strip_suffix(" -")?;
    let end = line.len();
    let stopped = Stopped::Dashes;
    let begins = name.starts_with(char::is_uppercase) && name.len() <= LONGEST;
    begins.then_some(Named { name, style: Style::Dashes, end, stopped })
}

/// `HAMLET.`, `Mr. STOKES:`, `Nathan.`, `FREDDY [eagerly]`
fn plain(text: &str) -> Option<Named<'_>> {
    let line = text.lines().next()?;
    if !line.starts_with(char::is_uppercase) && !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut end = 0;
    for word in line.split_inclusive(' ').take(WORDS) {
        let start = end;
        end += word.len();
        if start > LONGEST {
            return None;
        }
        let bare = word.trim_end();
        let Some(stop) = bare.find(['.', ':', ',', '(', '[', '—', '!', '?', ';', '"', '“'])
        else {
            // “ANNA--Yes.”
            if let Some(dashes) = bare.find("--") {
                return named(&line[..start + dashes], start + dashes, Stopped::Dashes);
            }
            continue;
        };
        let name = line[..start + stop].trim_end();
        let rest = &bare[stop..];
        return match bare.as_bytes()[stop] {
            b'.' if rest == "." && is_shortened(&bare[..stop]) => continue,
            b'.' if rest == "." || is_break(&rest[1..]) => {
                named(name, start + stop + 1, Stopped::Stop)
            }
            b':' if rest == ":" || is_break(&rest[1..]) => {
                named(name, start + stop + 1, Stopped::Colon)
            }
            b',' if rest == "," => named(name, start + stop + 1, Stopped::Comma),
            b'(' | b'[' if stop == 0 => named(name, name.len(), Stopped::Bracket),
            _ if is_break(rest) => named(name, name.len(), Stopped::Dashes),
            _ => None,
        };
    }
    let whole = line.trim_end();
    let above = end == line.len() && (end < text.len() || is_loud(whole));
    above.then(|| named(whole, whole.len(), Stopped::Line))?
}

fn named(name: &str, end: usize, stopped: Stopped) -> Option<Named<'_>> {
    if !is_name(name) {
        return None;
    }
    let style = match stopped {
        _ if is_loud(name) => Style::Capitals,
        Stopped::Stop | Stopped::Bracket | Stopped::Comma => Style::Stop,
        Stopped::Colon => Style::Colon,
        Stopped::Line => Style::Line,
        Stopped::Dashes => return None,
    };
    Some(Named { name, style, end, stopped })
}

/// The direction behind a name, and where what is said begins.
fn finish<'a>(text: &'a str, named: Named<'a>) -> Option<Label<'a>> {
    let Named { name, style, end, stopped } = named;
    let space = |gaps: &[char]| text[end..].len() - text[end..].trim_start_matches(gaps).len();
    let begin = end + space(&[' ', '\t']);
    // It may stand in the line below.
    let below = end + space(&[' ', '\t', '\n']);
    let direction = match bracketed(&text[below..]) {
        Some(length) => Some(below..below + length),
        None if stopped == Stopped::Comma => {
            // “Well, he came.”
            let told = style != Style::Stop || text[begin..].starts_with('_');
            Some(begin..begin + worded(&text[begin..]).filter(|_| told)?)
        }
        None => None,
    };
    let after = direction.as_ref().map_or(end, |direction| direction.end);
    let dashes = &text[after..];
    let dashes = dashes.len() - dashes.trim_start_matches(['-', '—', '–']).len();
    let (end, direction) = match direction {
        Some(direction) => (end, Some(direction.start..after + dashes)),
        None => (end + dashes, None),
    };
    let rest = &text[after + dashes..];
    let said = text.len() - rest.trim_start().len();
    let bare = stopped == Stopped::Line;
    Some(Label { name, style, end, direction, said, bare })
}

/// The length of words in brackets, with the marks of italics around them and the
/// stop behind them: `(aside).`, `_[rising]_`, `$(leise)$.`
fn bracketed(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(MARKS).len();
    let close = closing(*text.as_bytes().get(start)?)?;
    let near = &text.as_bytes()[..text.len().min(LONGEST_DIRECTION)];
    let close = start + memchr::memchr(close, &near[start..])? + 1;
    let behind = text[close..].trim_start_matches(MARKS).trim_start_matches(['.', ':', ',']);
    let words = text[start..close].contains(|c: char| c.is_lowercase());
    words.then_some(text.len() - behind.len())
}

/// The length of the words behind a comma that say how he speaks: `à part.`,
/// `_saluant_.`
fn worded(text: &str) -> Option<usize> {
    const LONGEST: usize = 100;
    let begins = |c: char| c.is_lowercase() || c == '_';
    let line = text.lines().next().filter(|line| line.starts_with(begins))?;
    let end = line.find(['.', ':']).or_else(|| line.find("--"));
    let end = end.map_or(line.len(), |at| at + usize::from(!line[at..].starts_with('-')));
    // “RAZETTA, _dans une gondole_, LAURETTE, _au balcon_.” tells who is on the stage.
    let others = line[..end].split(' ').any(is_loud);
    (end <= LONGEST && !others).then_some(end)
}

/// A few words of which each begins with a capital, but for small ones.
fn is_name(name: &str) -> bool {
    let mut words = 0;
    let fits = name.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty()).all(|word| {
        words += 1;
        let word = word.trim_end_matches('.');
        let begins = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '&');
        (begins || SMALL.contains(&word))
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '&'))
    });
    fits && words <= WORDS
        && name.len() <= LONGEST
        && name.starts_with(char::is_alphanumeric)
        && name.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// Whether a name is in capitals, but for a title before it.
fn is_loud(name: &str) -> bool {
    let loud = |word: &str| {
        let word = word.trim_matches(['.', ',']);
        word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.contains(char::is_lowercase)
    };
    name.split(' ').next_back().is_some_and(loud)
}

fn is_shortened(word: &str) -> bool {
    SHORTENED.contains(&word.to_lowercase().as_str())
}

/// Whether a dash stands there.
fn is_break(text: &str) -> bool {
    text.starts_with("--") || text.starts_with(['—', '–', '-'])
}

#[cfg(test)]
mod tests {
    use super::{Label, Style, label};

    #[track_caller]
    fn check(text: &str, name: &str, style: Style, direction: &str, said: &str) {
        let found = label(text);
        let found = found.as_ref().map(|found: &Label<'_>| {
            let direction = found.direction.clone().map_or("", |range| &text[range]);
            (found.name, found.style, direction, &text[found.said..])
        });
        assert_eq!(found, Some((name, style, direction, said)), "{text}");
    }

    #[test]
    fn speakers() {
        check("HAMLET. Words.", "HAMLET", Style::Capitals, "", "Words.");
        check("HAMLET.\nWords.", "HAMLET", Style::Capitals, "", "Words.");
        check("HAMLET\nWords.", "HAMLET", Style::Capitals, "", "Words.");
        check("FREDDY [eagerly] Yes.", "FREDDY", Style::Capitals, "[eagerly]", "Yes.");
        check("MRS. HILL. No.", "MRS. HILL", Style::Capitals, "", "No.");
        check("MRS. HILL [to Ann] No.", "MRS. HILL", Style::Capitals, "[to Ann]", "No.");
        check("ANNA.--Yes.", "ANNA", Style::Capitals, "", "Yes.");
        check("ARMAND, _saluant_.--Oui.", "ARMAND", Style::Capitals, "_saluant_.--", "Oui.");
        check("DORANTE, à part.\nTiens!", "DORANTE", Style::Capitals, "à part.", "Tiens!");
        check("ANNE, à part, bas.\nOh!", "ANNE", Style::Capitals, "à part, bas.", "Oh!");
        check("DORANTE : Tiens!", "DORANTE", Style::Capitals, "", "Tiens!");
        check("Mr. STOKES. July 11.", "Mr. STOKES", Style::Capitals, "", "July 11.");
        check("The CHAIRMAN. I see.", "The CHAIRMAN", Style::Capitals, "", "I see.");
        check("Q. When?", "Q", Style::Capitals, "", "When?");
        check("_Edine._ Wenn.", "Edine", Style::Italic, "", "Wenn.");
        check("_Q._ When?", "Q", Style::Italic, "", "When?");
        check("_Ann_ $(leise)$. Pst!", "Ann", Style::Italic, "$(leise)$.", "Pst!");
        check("- Maître Jacques -", "Maître Jacques", Style::Dashes, "", "");
        check("- Le commissaire -", "Le commissaire", Style::Dashes, "", "");
        check("Nathan. Saladin,", "Nathan", Style::Stop, "", "Saladin,");
        check("Erster Bürger. Ja.", "Erster Bürger", Style::Stop, "", "Ja.");
        check("Luise (kommt\nnäher).  Gott!", "Luise", Style::Stop, "(kommt\nnäher).", "Gott!");
        check("Tellheim\n(leise). Ja.", "Tellheim", Style::Line, "(leise).", "Ja.");
        check("Interviewer: When?", "Interviewer", Style::Colon, "", "When?");
    }

    #[test]
    fn none() {
        for text in [
            "He came. She went.",
            "It rained, and he came.",
            "St. Albans, May 5.",
            "P.S. Come.",
            "I came.",
            "HAMLET, Prince of Denmark.",
            "Well, he came.",
            "- a dash",
            "",
            "_",
            "-",
            "Nathan",
            "_Faust_ is long.",
            "O Gott! Ja.",
            "ANNE, _à la porte_, JULES, _au balcon_.",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}

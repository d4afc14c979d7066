//! What a heading says: its kind and number.

use super::counted::counted;
use super::kind::{Heading, Kind};
use super::named::named;
use crate::date::{self, CalendarDate, Meaning, Year};
use crate::roman;
use crate::source::Span;
use crate::token::{Words, is_superscript, tokenize};

/// What `text`, a block of one to three lines, says as a heading.
///
/// Any few words can be one, so the answer only says what kind it would be.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let first_line = plain(text.lines().next()?);
    let more = text.lines().count() > 1;
    let mut heading = counted(first_line)
        .or_else(|| session(first_line))
        .or_else(|| decimal(first_line))
        .or_else(|| numeral(first_line))
        .or_else(|| dated(first_line))
        .or_else(|| named(first_line))
        .or_else(|| named_below(text, first_line))
        .or_else(|| unnamed(plain(text)))?;
    heading.titled |= more && !is_article(first_line);
    Some(heading)
}

/// `THE` and below it `PREFACE.`
fn named_below(text: &str, first: &str) -> Option<Heading> {
    let (_, below) = text.split_once('\n').filter(|_| is_article(first))?;
    if below.contains('\n') { None } else { named(plain(below)) }
}

/// Whether a line is no more than the article of the next.
fn is_article(line: &str) -> bool {
    matches!(line, "THE" | "The" | "DIE" | "DER" | "DAS" | "LA" | "LE" | "LES")
}

/// `Meeting of 3rd May 1819`, `Sitzung vom 5. April`, `Séance du 3 mai`: the
/// heading of a part of some minutes.
fn session(line: &str) -> Option<Heading> {
    const WORDS: &[&str] = &[
        "meeting", "session", "sitting", "sitzung", "séance", "versammlung", "zusammenkunft",
        "minutes", "protokoll", "procès-verbal",
    ];
    const OF: &[&str] =
        &["of ", "on ", "held ", "vom ", "am ", "den ", "du ", "de la ", "OF ", "VOM ", "DU "];
    const HELD: &[&str] = &[" held ", " tenue ", " abgehalten", " HELD "];
    const LONGEST: usize = 80;
    const LONGEST_HELD: usize = 240;
    let held = HELD.iter().any(|held| line.contains(held));
    if line.len() > if held { LONGEST_HELD } else { LONGEST }
        || !line.starts_with(char::is_uppercase)
    {
        return None;
    }
    let is_word =
        |word: &str| WORDS.contains(&word.trim_end_matches([',', '.']).to_lowercase().as_str());
    let (word, rest) = line.split_once(' ')?;
    let leads = is_word(word) && OF.iter().any(|of| rest.trim_start_matches(", ").starts_with(of));
    // “Annual Parish Meeting, 18 March 1921”
    let within = || line.split_whitespace().take(5).any(is_word) && !line.contains(['“', '"', ';']);
    if !leads && !within() {
        return None;
    }
    let tokens = tokenize(line);
    let days: Vec<Span> = date::find(Words { text: line, tokens: &tokens })
        .into_iter()
        .filter(|date| matches!(date.meaning, Meaning::Date(date) if date.day.is_some() && date.month.is_some()))
        .map(|date| date.span)
        .collect();
    let ends = |day: &Span| line[day.end as usize..].trim_matches(['.', ' ']).is_empty();
    // “Minutes of a meeting held at Arden on 3 May 1819 at 7 o’clock.”
    let near = |day: &Span| line.len() - day.end as usize <= 40;
    let dated = match (leads, line.len() > LONGEST) {
        (true, false) => !days.is_empty(),
        (true, true) => days.last().is_some_and(near),
        (false, _) => days.last().is_some_and(ends),
    };
    dated.then(|| Heading { titled: true, ..Heading::of(Kind::Chapter) })
}

/// The words without emphasis and note markers around them.
pub(super) fn plain(text: &str) -> &str {
    let text = text.trim();
    let text = match text.rfind('[') {
        Some(at) if at > 0 && text.ends_with(']') && text.len() - at <= 6 => text[..at].trim_end(),
        _ => text,
    };
    let text = text.trim_end_matches(is_superscript).trim_matches(['_', '=', '*', '†']);
    // A heading of Markdown.
    match text.trim_start_matches('#').strip_prefix(' ') {
        Some(words) if text.starts_with('#') => words.trim_start(),
        _ => text,
    }
}

/// `XIV`, `216.`, `I.—Ab initio`, `§ 3`.
fn numeral(line: &str) -> Option<Heading> {
    let line = line.strip_prefix('§').map_or(line, str::trim_start);
    let end = line.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(line.len());
    let (label, rest) = line.split_at(end);
    let is_number =
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit()) && label.len() <= 3;
    let capital =
        roman::numeral(label).filter(|_| label.starts_with(|c: char| c.is_ascii_uppercase()));
    let number = if is_number { label.parse().ok() } else { capital }?;
    let title = rest.trim_start_matches(['.', ')', ':', '-', '–', '—', ' ']);
    let separated = rest.starts_with(['.', ':', '-', '–', '—'])
        || [" -", " –", " —", " :"].iter().any(|dash| rest.starts_with(dash))
        || title.is_empty();
    // “I was born” is no heading; “1, 2 and 3” and “3. March” neither.
    let elsewhere = is_other_number(rest);
    let titled = !title.is_empty() && !elsewhere;
    if titled && is_initial(label, rest) {
        return None;
    }
    if is_number && titled && is_date(line) {
        return None;
    }
    let begins = title.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘'));
    (elsewhere || separated && (!titled || begins)).then(|| Heading {
        number: Some(number),
        titled,
        ..Heading::of(Kind::Numeral)
    })
}

/// Whether a letter is that of a name and no number: “M. DE BERNAY”, “C. M. Wieland”.
fn is_initial(label: &str, rest: &str) -> bool {
    let Some(title) = rest.strip_prefix(". ") else { return false };
    let mut title = title.chars();
    let next = (title.next(), title.next());
    match label {
        "M" | "D" => true,
        "C" | "L" => matches!(next, (Some(first), Some('.')) if first.is_uppercase()),
        _ => false,
    }
}

/// Whether what follows a number tells where else it stands: the “ (A I, 7)” of “III (A
/// I, 7)”.
fn is_other_number(rest: &str) -> bool {
    const LONGEST: usize = 40;
    // “CV (Q FR II, 5 AND PARTS OF 6 AND 7)”
    const JOINING: &[&str] = &["AND", "PART", "PARTS", "OF"];
    let inside = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|inside| {
        rest.len() <= LONGEST
            && inside.contains(' ')
            && inside.bytes().any(|byte| byte.is_ascii_digit() || byte == b'I')
            && inside.split(' ').all(|word| {
                let word = word.trim_end_matches([',', '.', ']']).trim_start_matches('[');
                word.bytes().all(|byte| byte.is_ascii_digit())
                    || is_brief_capital(word)
                    || JOINING.contains(&word)
            })
    })
}

/// “F”, “FR”, “Fam”, “IV”
fn is_brief_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().count() <= 4
        && word.chars().all(char::is_alphabetic)
}

/// `3. März` and what may follow.
fn is_date(line: &str) -> bool {
    let end = line.char_indices().nth(LONGEST_DATE).map_or(line.len(), |(at, _)| at);
    let text = &line[..end];
    let tokens = tokenize(text);
    let dates = date::at(Words { text, tokens: &tokens }, 0).map(|(dates, _)| dates);
    let month = |meaning| matches!(meaning, Meaning::Date(written) if written.month.is_some());
    dates.is_some_and(|dates| dates.iter().any(|date| month(date.meaning)))
}

/// Among how many characters the date at the beginning of a line is looked for.
const LONGEST_DATE: usize = 32;

/// `1.2 The mill`, `3.1.4. Results`.
fn decimal(line: &str) -> Option<Heading> {
    let end = line.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (label, title) = (line[..end].trim_end_matches('.'), line[end..].trim_start());
    let spaced = line[end..].starts_with([' ', '\t', '\u{A0}']);
    let mut parts = 0_u8;
    let mut last = None;
    for part in label.split('.') {
        parts += 1;
        last = part.parse().ok().filter(|_| part.len() <= 2);
        if last.is_none() || parts > 6 {
            return None;
        }
    }
    let fits = parts >= 2 && spaced && title.starts_with(char::is_uppercase);
    let heading = Heading { number: last, titled: true, ..Heading::of(Kind::Decimal(parts)) };
    fits.then_some(heading)
}

/// `1819`, `January 1819`, `MÄRZ`.
fn dated(line: &str) -> Option<Heading> {
    let line = line.trim_matches(['[', ']', '(', ')', '.', ',', ':', '—', '-', ' ']);
    // “Année 1664”
    let led = [
        "Année ", "ANNÉE ", "Anno Domini ", "ANNO DOMINI ", "A.D. ", "Anno ", "ANNO ", "Das Jahr ",
        "Year ", "The Year ", "L’an ",
    ];
    let line = led.iter().find_map(|led| line.strip_prefix(led)).unwrap_or(line);
    if line.len() > 24 {
        return None;
    }
    let tokens = tokenize(line);
    let words = Words { text: line, tokens: &tokens };
    let (kind, written) = match date::heading(words)? {
        Meaning::Date(written) if written.day.is_none() && written.month.is_some() => {
            (Kind::Month, written)
        }
        Meaning::Date(written) if written.day.is_none() => (Kind::Year, written),
        // “1914–1915”: the entries run on from the first year.
        Meaning::Duration(from, to) if to.month.is_none() && from.month.is_none() => {
            (Kind::Year, from)
        }
        _ => return None,
    };
    let year = match written.year {
        Year::Full(year) => Some(year),
        _ => None,
    };
    Some(Heading { date: CalendarDate::new(year, written.month, None), ..Heading::of(kind) })
}

/// Words in capitals, or others that could be a title.
fn unnamed(text: &str) -> Option<Heading> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    if letters.clone().nth(1).is_none() || text.chars().count() > 280 || is_hour(text) {
        return None;
    }
    let kind = if letters.all(char::is_uppercase) { Kind::Capitals } else { Kind::Words };
    Some(Heading::of(kind))
}

/// Whether it tells only the time of day, as the later parts of a diary’s entry do:
/// “Abends”, “Nachts zwölf Uhr”.
fn is_hour(text: &str) -> bool {
    const TIMES: &[&str] = &["Abends", "Mittags", "Morgens", "Nachmittags", "Nachts", "Vormittags"];
    const MOST: usize = 5;
    let mut words = text.split_whitespace().map(|word| word.trim_matches(['.', ',', ':', '_']));
    let first = words.next().unwrap_or_default();
    let count = text.split_whitespace().count();
    TIMES.binary_search(&first).is_ok()
        && (count == 1 || (count <= MOST && words.next_back() == Some("Uhr")))
}

#[cfg(test)]
mod tests {
    use super::{Heading, Kind, heading};
    use crate::structure::kind::Named;

    #[track_caller]
    fn check(text: &str, kind: Kind, number: Option<u32>, titled: bool) {
        let Heading { kind: found, number: found_number, titled: found_titled, .. } =
            heading(text).unwrap();
        assert_eq!((found, found_number, found_titled), (kind, number, titled), "{text}");
    }

    #[test]
    fn counted_divisions() {
        check("CHAPTER I", Kind::Chapter, Some(1), false);
        check("Chapter 1: The Parameters of Openness", Kind::Chapter, Some(1), true);
        check("CHAPTER XVII.--Title", Kind::Chapter, Some(17), true);
        check("Letter the First.", Kind::Chapter, Some(1), false);
        check("PART II. WHAT CHARITY DID", Kind::Part, Some(2), true);
        check("Section 11 of the poem", Kind::Words, None, false);
        check("Erstes Buch", Kind::Book, Some(1), false);
        check("_BOOK THREE_ [2]", Kind::Book, Some(3), false);
    }

    #[test]
    fn numerals() {
        check("XIV", Kind::Numeral, Some(14), false);
        check("272.[1]", Kind::Numeral, Some(272), false);
        check("I.—Ab initio.", Kind::Numeral, Some(1), true);
        check("I\nSt. Jago", Kind::Numeral, Some(1), true);
        check("V -- L'homme qui revient", Kind::Numeral, Some(5), true);
        check("XXIX (Q FR I, 1)", Kind::Numeral, Some(29), false);
        check("12 (Fam. 4, 2)", Kind::Numeral, Some(12), false);
        check("I (he said)", Kind::Words, None, false);
        check("I was born", Kind::Words, None, false);
        check("3 or 4 friends", Kind::Words, None, false);
        check("3. März. Regen", Kind::Words, None, false);
        check("1.2 The mill road", Kind::Decimal(2), Some(2), true);
        check("2.1.3. The vestry", Kind::Decimal(3), Some(3), true);
        check("1.5 millions", Kind::Words, None, false);
    }

    #[test]
    fn sessions() {
        check("Meeting held in the Schoolroom on 3 February 1921", Kind::Chapter, None, true);
        check("Annual Parish Meeting, 18 March 1921", Kind::Chapter, None, true);
        check("Ordentliche Sitzung vom 5. April 1871", Kind::Chapter, None, true);
        check("The meeting that I missed was on 3 May 1921 in Bath", Kind::Words, None, false);
        check("Meeting him was no pleasure", Kind::Words, None, false);
    }

    #[test]
    fn dates() {
        let date = |text| heading(text).unwrap().date.map(|date| date.to_string());
        check("1819", Kind::Year, None, false);
        assert_eq!(date("[1819.]").as_deref(), Some("1819"));
        check("January 1819", Kind::Month, None, false);
        assert_eq!(date("MÄRZ 1892").as_deref(), Some("1892-03"));
        assert_eq!(date("May").as_deref(), Some("--05"));
        assert_eq!(date("Année 1664").as_deref(), Some("1664"));
        assert_eq!(date("January 1659–60 [1]").as_deref(), Some("1660-01"));
        assert_eq!(date("1914–1915").as_deref(), Some("1914"));
        check("May 8, 1907", Kind::Words, None, false);
    }

    #[test]
    fn names_and_other_words() {
        check("FOOTNOTES:", Kind::Named(Named::Notes), None, false);
        check("THE\nPREFACE.", Kind::Named(Named::Preface), None, false);
        check("Appendix B. Letters", Kind::Named(Named::Appendix), None, false);
        check("Table of Contents", Kind::Named(Named::Contents), None, false);
        check("TO STEINER & CO.", Kind::Capitals, None, false);
        check("Disappearance of Andres Nin", Kind::Words, None, false);
        assert_eq!(heading("*"), None);
    }
}

//! What the lines around a letter are: a date, a mark of the office, a remark.

use crate::date::{self, Meaning, Relative};
use crate::source::Span;
use crate::structure::Input;
use crate::token::Words;
use crate::token::lowered;

/// The dates in some lines at the beginning of a letter.
pub(in crate::structure) fn dates(input: &Input<'_>, span: Span) -> Vec<date::Expression> {
    let tokens = &input.words.tokens[input.words.within(span)];
    date::find(Words { text: input.text, tokens })
}

/// Whether a line says when, and perhaps where, a letter was written, and tells
/// nothing: “le Pecq im Quartier, den 28. Januar 1871”.
pub(in crate::structure) fn is_dateline(input: &Input<'_>, line: Span) -> bool {
    const MOST_WORDS: usize = 7;
    /// Among how many words a date is looked for that nothing else tells.
    const FIRST: usize = 3;
    /// A line of letters has few dates.
    const MOST_DATES: usize = 12;
    let text = line.of(input.text);
    let mut all = dates(input, line);
    if all.is_empty() {
        let mut words = input.words.within(line).take(FIRST);
        let found = words.find_map(|word| date::at(input.words, word));
        all.extend(found.into_iter().flat_map(|(dates, _)| dates));
        all.retain(|date| line.contains(date.span));
    }
    let found: Vec<Span> =
        all.into_iter().filter(|date| says_day(date.meaning)).map(|date| date.span).collect();
    if found.is_empty() || found.len() > MOST_DATES {
        return false;
    }
    let dated: usize =
        found.iter().map(|date| date.of(input.text).split_whitespace().count()).sum();
    let count = text.split_whitespace().take(dated + MOST_WORDS + 1).count();
    if count > dated + MOST_WORDS || tells(text) || is_title(text) {
        return false;
    }
    let outside =
        |word: &Span| !found.iter().any(|date| date.start <= word.start && word.end <= date.end);
    let words = input.words.within(line).map(|at| input.words.tokens[at].span);
    let told = words.filter(outside).filter(|word| is_small(word.of(input.text))).count();
    told <= usize::from(count <= dated + 6)
}

/// Whether a word with small letters is none of those between the names and
/// numbers of a date line.
pub(super) fn is_small(word: &str) -> bool {
    const BETWEEN: &[&str] = &[
        "of", "the", "on", "at", "in", "near", "upon", "and", "off", "de", "la", "le", "les", "du",
        "ce", "sur", "à", "au", "en", "am", "an", "der", "den", "d", "im", "bei", "auf", "dem",
        "in", "zu", "und", "th", "st", "nd", "rd", "inst", "ult", "o’clock", "a", "p", "m", "h",
        "past", "half", "château", "camp", "quartier", "this", "ye",
    ];
    let between = || BETWEEN.contains(&lowered(&word.to_lowercase()).as_ref());
    word.starts_with(char::is_lowercase) && !between() && !date::is_part_of_day(word)
}

/// Whether a date says the month or the weekday; a number alone is that of a
/// house.
fn says_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date(written) | Meaning::Duration(written, _) => {
            written.month.is_some() || written.weekday.is_some()
        }
        Meaning::Feast(..) | Meaning::Relative(Relative::Weekday(..)) => true,
        _ => false,
    }
}

/// Words without the marker of a note at their end.
pub(super) fn without_note(line: &str) -> &str {
    let end = line.trim_end_matches([',', '.']);
    let marker = end.strip_suffix(']').and_then(|line| line.rsplit_once('['));
    match marker {
        Some((words, label)) if label.bytes().all(|byte| byte.is_ascii_digit()) => words,
        _ => line,
    }
}

/// Whether words tell something, as a sentence does.
pub(in crate::structure) fn tells(text: &str) -> bool {
    const TELLING: &[&str] = &[
        "I", "he", "she", "it", "we", "they", "you", "was", "were", "is", "are", "had", "has",
        "have", "came", "went", "said", "told", "wrote", "ran", "arrived", "received", "be",
        "been", "ich", "er", "wir", "ihr", "ist", "war", "waren", "hatte", "hat", "habe", "kam",
        "schrieb", "sagte", "je", "il", "elle", "nous", "vous", "ils", "est", "était", "avait",
        "vint", "dit", "reçut", "me", "my", "him", "his", "her", "mir", "mich", "ihm", "ihn",
    ];
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    words.any(|word| TELLING.contains(&word)) || text.ends_with(':') && text.len() > 30
}

/// Whether a line is a whole sentence that tells what happened.
pub(in crate::structure) fn tells_all(text: &str) -> bool {
    const FEWEST: usize = 6;
    const VERBS: &[&str] = &[
        "was", "were", "had", "called", "wurde", "wurden", "war", "waren", "était", "étaient",
        "fut",
    ];
    !text.contains('\n')
        && text.starts_with(char::is_uppercase)
        && is_sentence(text)
        && text.split_whitespace().count() >= FEWEST
        && text.split_whitespace().any(|word| VERBS.contains(&word))
}

/// Whether some lines are a paragraph that tells what happened, however short, and
/// not what an archivist says of the copy.
pub(in crate::structure) fn is_told(text: &str) -> bool {
    const FEWEST: usize = 12;
    const PAST: &[&str] = &[
        "was", "were", "had", "been", "came", "went", "said", "he", "she", "they", "we", "wurde",
        "wurden", "war", "waren", "hatte", "hatten", "était", "étaient", "avait", "fut",
    ];
    const COPY: &[&str] = &["transcri", "original", "copied", "copy", "manuscript", "printed"];
    let words = || text.split_whitespace();
    let of_copy = || {
        let lower = text.to_lowercase();
        COPY.iter().any(|word| lower.contains(word))
    };
    // The lines of a stanza begin with capitals.
    text.lines().skip(1).any(|line| line.trim_start().starts_with(char::is_lowercase))
        && text.starts_with(char::is_uppercase)
        && words().take(FEWEST).count() == FEWEST
        && is_sentence(text)
        && words().any(|word| PAST.contains(&word))
        && !of_copy()
}

/// Whether words are a sentence by their small letters: “The landlord brought in
/// a letter.”
pub(in crate::structure) fn is_sentence(text: &str) -> bool {
    let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    text.ends_with('.') && small.count() * 2 >= text.split_whitespace().count()
}

/// Whether a line is what a transcription is called: “Letter to his wife, May 3,
/// 1862”, “Brief von Jakob Ried an seine Eltern”.
pub(in crate::structure) fn is_title(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "letter", "letters", "brief", "briefe", "feldpostbrief", "postkarte", "feldpostkarte",
        "lettre", "lettres", "postcard", "telegram", "telegramm", "télégramme", "diary",
        "tagebuch", "journal", "chapter", "kapitel", "chapitre", "correspondence", "minutes",
        "meeting", "sitzung", "protokoll", "séance", "folder", "mappe", "transcript",
        "transcription",
    ];
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| TITLES.contains(&word.to_lowercase().as_str()))
}

/// Whether some words in brackets are all there is: what an archivist says.
pub(super) fn is_remark(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| {
        !inside.contains(['[', ']']) && inside.split_whitespace().any(|word| word.len() > 2)
            || inside.contains("] [")
    })
}

/// Whether a line is a mark of the office: how secret, which file, that it is
/// a copy.
pub(in crate::structure) fn is_mark(text: &str) -> bool {
    const WHOLE: &[&str] = &[
        "confidential",
        "strictly confidential",
        "private and confidential",
        "private & confidential",
        "secret",
        "top secret",
        "most secret",
        "personal",
        "private",
        "urgent",
        "immediate",
        "restricted",
        "copy",
        "true copy",
        "carbon copy",
        "by air mail",
        "air mail",
        "airmail",
        "via air mail",
        "registered",
        "by hand",
        "without prejudice",
        "personal and confidential",
        "vertraulich",
        "streng vertraulich",
        "geheim",
        "persönlich",
        "abschrift",
        "durchschlag",
        "einschreiben",
        "eilt",
        "per einschreiben",
        "confidentiel",
        "personnel",
        "personnelle",
        "copie",
        "recommandé",
        "recommandée",
        "par avion",
    ];
    const STARTS: &[&str] = &[
        "ref.", "ref:", "ref ", "our ref", "your ref", "in reply", "please quote", "file no",
        "file:", "file ref", "reference:", "reference no", "no.", "copy no", "unser zeichen",
        "ihr zeichen", "betrifft ihr", "aktenzeichen", "az.", "az:", "tgb.", "b.nr.", "j.-nr.",
        "nr.", "n/réf", "v/réf", "nos réf", "vos réf", "réf.", "réf :", "n°", "dictated",
        "register no", "registry no", "case no", "serial no", "standard form", "form no",
        "optional form",
    ];
    const LONGEST: usize = 60;
    let inner = text.trim_matches(['_', '*', '.', '!', ' ', '(', ')']);
    if inner.len() > LONGEST {
        return false;
    }
    let lower = inner.to_lowercase();
    // “No. 2.” is a heading.
    let counted = ["no.", "nr.", "n°"].iter().any(|start| lower.starts_with(start));
    let digits = lower.bytes().filter(u8::is_ascii_digit).count();
    let numbered = if counted {
        digits >= 4 || lower.contains('/')
    } else {
        digits > 0 || lower.contains(['/', ':'])
    };
    WHOLE.contains(&lower.as_str())
        || text.len() <= LONGEST && numbered && STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether the first line says what a letter is about: “Re: Freeman Papers”.
pub(super) fn is_subject(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Re:", "RE:", "Re.:", "In re:", "Re ", "Subject:", "SUBJECT:", "SUBJ:", "Subj:", "Betr.",
        "Betr:", "Betreff", "Betrifft", "Objet :", "Objet:", "OBJET :", "Concerne :", "Concerne:",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        && text.lines().next().is_some_and(|line| line.len() <= 160)
}

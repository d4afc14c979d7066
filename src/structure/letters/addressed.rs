//! The lines with which editors say who wrote to whom: “To Mrs. Martin”,
//! “CHARLES LAMB TO THOMAS ALLSOP”, “Goethe an Schiller”.

use super::greetings::{greets_within, is_salute};
use super::lines::{is_dateline, without_note};
use super::lines_of;
use crate::lexicon;
use crate::structure::Input;
use crate::structure::numeral::number;

/// Whether a line says to whom a letter went, and perhaps from whom, and
/// nothing else; a number may stand before it.
pub(in crate::structure) fn is_addressed(line: &str) -> bool {
    const LONGEST: usize = 120;
    const MOST: usize = 16;
    const MARKS: &[char] = &['_', '*', '=', ' ', '.'];
    let line = without_reception(line);
    if line.len() > LONGEST || line.starts_with('[') {
        return false;
    }
    let line = without_number(without_note(line.trim_end_matches(MARKS))).trim_matches(MARKS);
    let words = line.split_whitespace().flat_map(|word| word.split("--"));
    let words = words.flat_map(|word| word.split('—')).map(without_note);
    let words = words.filter(|word| !word.is_empty());
    if !words.clone().all(is_of_name) {
        return false;
    }
    let words: Vec<&str> = words.collect();
    let Some(to) = (0..words.len()).find(|at| leads(&words, *at)) else { return false };
    let (from, whom) = (&words[..to], &words[to + 1..]);
    (1..=MOST).contains(&whom.len())
        && !line.ends_with(['?', '!', ',', ';', ':', '-'])
        && whom.iter().any(|word| names(word) || is_kin(word))
        && (from.is_empty() || from.iter().any(|word| names(word)) && !DEEDS.contains(&from[0]))
}

/// The line without what an office says of when the letter came: “Mr. Lyle to Lord
/// Pym.--(_Received September_ 20.)”
fn without_reception(line: &str) -> &str {
    const WORDS: &[&str] = &["Received", "Communicated", "Reçu", "Extract"];
    let behind = |at: usize| line[at + 1..].trim_start_matches(['_', '*']);
    let told = |at: usize| WORDS.iter().any(|word| behind(at).starts_with(word));
    let open = line.rfind('(').filter(|at| told(*at));
    open.map_or(line, |at| line[..at].trim_end_matches(['-', '—', '–', ' ', '.']))
}

/// Whether a word is no common one, or the title of somebody: “The Utility of Union
/// to Commerce” is no letter.
fn names(word: &str) -> bool {
    let known = lexicon::look_up(&lexicon::proper_title(letters(word)));
    let is_initial = word.ends_with('.') && letters(word).chars().count() <= 2;
    is_capital(word)
        && (known.title().is_some()
            || is_initial
            || lexicon::is_forename(letters(word))
            || !lexicon::is_common(&letters(word).to_lowercase()))
}

/// With these words a diary tells something: “Wrote to Sir William.”
const DEEDS: &[&str] = &[
    "Back", "Called", "Came", "Drove", "Gave", "Home", "Letter", "Off", "Out", "Paid", "Read",
    "Returned", "Rode", "Sent", "Spoke", "Talked", "Up", "Walked", "Went", "Writing", "Wrote",
];

/// Whether a line may say in French to whom a letter went, where capitals have no
/// accent: “A JOSEPH D'ORTIGUE.”, and as well “A MORNING IN MAY”.
pub(in crate::structure) fn may_be_addressed(line: &str) -> bool {
    let whom = |rest: &str| rest.starts_with(char::is_uppercase);
    let line = without_number(line);
    line.strip_prefix("A ").is_some_and(whom) && is_addressed(&line.replacen('A', "À", 1))
}

/// The name after a number, if the line is nothing else: “12. ABIGAIL BONE.”
pub(in crate::structure) fn name_counted(line: &str) -> Option<&str> {
    const MOST: usize = 4;
    let name = without_number(line).trim_end_matches(['.', ' ']);
    let words = || name.split_whitespace();
    let fits = name.len() < line.len()
        && (1..=MOST).contains(&words().count())
        && words().all(|word| is_capital(word) || is_of_name(word))
        && words().any(names)
        && name.starts_with(char::is_uppercase)
        && !name.contains([',', ';', ':', '!', '?', '(', '['])
        && !is_addressed(line);
    fits.then_some(name)
}

/// Whether place, date or a greeting stands soon below block `index`.
pub(in crate::structure) fn begins_letter(input: &Input<'_>, index: usize) -> bool {
    const NEAR: usize = 3;
    const FIRST: usize = 4;
    const FEW_LINES: u32 = 4;
    let texts = (index + 1..input.blocks.len()).filter(|at| input.blocks[*at].is_text());
    let begins = |at: usize| {
        let text = input.blocks[at].span.of(input.text);
        greets_within(text)
            || lines_of(input, at).iter().take(FIRST).any(|line| {
                let text = line.of(input.text);
                is_salute(text) || is_dateline(input, *line)
            })
    };
    for at in texts.take(NEAR) {
        let block = &input.blocks[at];
        if is_addressed(block.span.of(input.text)) {
            return false;
        }
        if begins(at) {
            return true;
        }
        // A poem to somebody may be dated below its first stanza.
        if block.line_count() > FEW_LINES {
            return false;
        }
    }
    false
}

/// “To Mr. Robert Muir”, of “LXXX.--To Mr. Robert Muir”
fn without_number(line: &str) -> &str {
    const STOPS: &[char] = &['.', ')', ' ', '-', '—', '–', ':'];
    let Some((label, rest)) = line.split_once(STOPS) else { return line };
    if number(label).is_some() { rest.trim_start_matches(STOPS) } else { line }
}

/// Whether word `at` leads to who is written to.
fn leads(words: &[&str], at: usize) -> bool {
    const TITLES: &[&str] = &["m", "mm", "mme", "mlle", "monsieur", "madame", "mademoiselle"];
    let title = || {
        let next = words.get(at + 1).map(|next| next.trim_end_matches('.').to_lowercase());
        next.is_some_and(|next| TITLES.contains(&next.as_str()))
    };
    match words[at] {
        "to" | "To" | "TO" | "à" | "À" | "au" | "Au" | "AU" | "an" | "An" | "AN" => true,
        "A" => title(),
        _ => false,
    }
}

/// Whether a word may stand in such a line.
fn is_of_name(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "to", "of", "the", "and", "his", "her", "my", "a", "an", "in", "at", "à", "au", "de", "du",
        "des", "la", "le", "les", "l", "d", "et", "son", "sa", "von", "vom", "van", "zu", "zum",
        "zur", "der", "die", "den", "dem", "und", "seine", "seinen", "ihre", "ihren", "di", "da",
        "y", "denselben", "dieselbe",
    ];
    let letters = letters(word);
    !word.bytes().any(|byte| byte.is_ascii_digit())
        && !matches!(letters, "I" | "It" | "He" | "We" | "IT" | "HE" | "WE")
        && (letters.is_empty() || is_capital(word) || SMALL.contains(&letters) || is_kin(word))
}

fn is_capital(word: &str) -> bool {
    let letters = letters(word);
    let elided = letters.strip_prefix("d'").or_else(|| letters.strip_prefix("d’"));
    elided.unwrap_or(letters).starts_with(char::is_uppercase)
}

/// “To his brother”, “to the same”
fn is_kin(word: &str) -> bool {
    const WHO: &[&str] = &[
        "mother", "father", "brother", "sister", "wife", "husband", "son", "daughter", "friend",
        "aunt", "uncle", "niece", "nephew", "nephews", "cousin", "parents", "children", "editor",
        "publisher", "publishers", "same", "mère", "père", "frère", "sœur", "femme", "fils",
        "fille", "même",
    ];
    WHO.contains(&letters(word).to_lowercase().as_str())
}

fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_addressed;

    #[test]
    fn who_writes_to_whom() {
        for line in [
            "To Mrs. Martin",
            "_To Robert Louis Stevenson._",
            "TO SIR HORACE MANN.",
            "To his Wife",
            "To the same",
            "_R.B. to E.B.B._",
            "_Viscount Melbourne to Queen Victoria._",
            "CHARLES LAMB TO THOMAS ALLSOP",
            "LXXIX.--To MR. RICHARD BROWN.",
            "TO BARONESS DOROTHEA VON ERTMANN.[1]",
            "XVI.-TO MR. JAMES SMITH[12], SHOPKEEPER, MAUCHLINE.",
            "À Madame de Grignan.",
            "A M. GUSTAVE FLAUBERT",
            "Goethe an Schiller",
            "12. An Herrn von Knebel",
            "_Lord Pym to the Earl of Weir_.--(_Received September_ 20.)",
        ] {
            assert!(is_addressed(line), "{line}");
        }
        for line in [
            "To Paris, 12 May",
            "To be sure he came",
            "He wrote to Mr. Brown.",
            "An old friend",
            "To whom?",
            "DEAR SIR,",
            "A Morning",
            "From day to day",
            "The Utility of the Union in Respect to Revenue",
            "TO THE MOON",
            "Wrote to Sir William.",
            "Called on Mr. Bone--walked to Reading",
            "[Page Heading: TO THE EDGE OF THE FIGHTING]",
        ] {
            assert!(!is_addressed(line), "{line}");
        }
    }
}

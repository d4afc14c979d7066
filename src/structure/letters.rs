//! How letters begin and end.

use std::ops::Range;

use super::Input;
use super::notes::Notes;
use crate::date;
use crate::element::Element;
use crate::segment::BlockKind;
use crate::source::Span;
use crate::token::Words;

/// The most lines and characters of a block above the salute.
const MOST_LINES: u32 = 4;
const LONGEST: u32 = 160;

/// The blocks from the date line to the salute, if a letter begins with the
/// first words of `blocks`.
pub(super) fn opening(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
) -> Option<Range<usize>> {
    // Nothing but a page mark may stand above the opener of a division.
    let page_mark = |index: &usize| matches!(&input.blocks[*index].kind, BlockKind::Marked(found) if found.markup.element == Element::Pb);
    let start = blocks.clone().find(|index| !page_mark(index))?;
    let text = |index: usize| input.blocks[index].span.of(input.text);
    let greets = |index: &usize| {
        input.blocks[*index].is_text() && (is_salute(text(*index)) || greets_within(text(*index)))
    };
    let salute = (start..blocks.end.min(start + 4)).find(greets)?;
    let run_in = !is_salute(text(salute));
    let fits = (start..salute).all(|index| {
        let block = &input.blocks[index];
        block.is_text() && block.line_count() <= MOST_LINES && block.span.len() <= LONGEST
    });
    let dated = start == salute
        || (start..salute).any(|index| {
            input.is_dated(index) || !dates(input, input.blocks[index].span).is_empty()
        });
    let notes = (start..=salute).any(|index| notes.holds(index));
    let end = salute + usize::from(!run_in);
    (fits && dated && !notes && end < blocks.end && end > start).then_some(start..end)
}

/// Whether a paragraph begins with a greeting: “MY DEAR MOTHER,--I am settled”.
pub(super) fn greets_within(text: &str) -> bool {
    const LONGEST: usize = 60;
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let near = &text[..end];
    let dash = [near.find("--"), near.find('—'), near.find('–')].into_iter().flatten().min();
    dash.is_some_and(|dash| {
        let greeting = near[..dash].trim_end();
        let begins = greeting
            .split(|c: char| !c.is_alphabetic())
            .take(2)
            .any(|word| GREETINGS.contains(&word.to_lowercase().as_str()));
        let alone = greeting.split_whitespace().count() <= 2;
        greeting.ends_with([',', ':', '!', '.', ';']) && is_salute(greeting) && (begins || alone)
    })
}

/// The dates in some lines at the beginning of a letter.
pub(super) fn dates(input: &Input<'_>, span: Span) -> Vec<date::Expression> {
    let tokens = &input.words.tokens[input.words.within(span)];
    date::find(Words { text: input.text, tokens })
}

/// The words of which a greeting has one.
const GREETINGS: &[&str] = &[
    "dear", "dearest", "honoured", "honored", "beloved", "cher", "chère", "chers", "chères",
    "lieber", "liebe", "liebes", "liebster", "liebste", "liebstes", "geliebte", "geliebter",
    "geliebtester", "vielgeliebte", "vielgeliebter", "teurer", "teure", "teuerster", "teuerste",
    "theurer", "theure", "theuerster", "theuerste", "geehrter", "geehrte", "geehrtester",
    "hochgeehrter", "hochgeehrte", "hochgeehrtester", "verehrter", "verehrte", "verehrtester",
    "verehrteste", "hochverehrter", "hochverehrte", "hochverehrtester", "hochgeschätzter",
    "werter", "werte", "wertester", "werther", "werthe", "werthester", "wertgeschätzter",
];

/// Whether a line greets somebody: “Dear Sir,”, “MY GOOD ADJUTANT,--”, “Liebe
/// Mutter” without a stop.
pub(super) fn is_salute(text: &str) -> bool {
    const ADDRESSES: &[&str] = &[
        "sir", "sirs", "madam", "gentlemen", "monsieur", "madame", "messieurs", "mesdames", "sire",
        "monseigneur", "citoyen", "citoyens", "camarade", "camarades", "comrade", "comrades",
        "excellency", "excellenz", "exzellenz",
    ];
    if text.len() > 80 || !text.starts_with(char::is_uppercase) || text.contains('\n') {
        return false;
    }
    let end = text.trim_end();
    let ends = end.ends_with([',', ':', '-', '—', '–', '!', ';', '.']);
    // “DEAR WETHERELL,--It is all over.”
    let goes_on = end.trim_end_matches(['-', '—', '–', ',', '.', ':']);
    if goes_on.contains("--") || goes_on.contains('—') {
        return false;
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let greets =
        |count: usize| words.iter().take(count).any(|word| GREETINGS.contains(&word.as_str()));
    if !ends {
        let plain = !text.contains(|c: char| !(c.is_alphabetic() || c == ' '));
        return plain && (2..=5).contains(&words.len()) && greets(1);
    }
    let alone =
        words.len() <= 2 && words.first().is_some_and(|word| ADDRESSES.contains(&word.as_str()));
    let my_good = words.len() <= 6
        && words
            .first()
            .is_some_and(|word| matches!(word.as_str(), "my" | "mon" | "ma" | "mein" | "meine"))
        && text.contains([',', ':'])
        && text.ends_with(['-', '—', ',', ':']);
    (greets(4) || alone || my_good) && words.len() <= 12
}

/// Whether a short line takes leave: “Yours truly,”, “Your attached”.
pub(super) fn is_closing(text: &str) -> bool {
    const CLOSINGS: &[&str] = &[
        "Your",
        "Yours",
        "YOUR",
        "YOURS",
        "Ever your",
        "Ever yours",
        "Believe me",
        "I am,",
        "I am ever",
        "I remain",
        "Affectionately",
        "Sincerely",
        "Faithfully",
        "Respectfully",
        "Very truly",
        "Very sincerely",
        "Most sincerely",
        "Truly yours",
        "With love",
        "With kind",
        "With best",
        "Votre",
        "Ton",
        "Tout à vous",
        "Ihr",
        "Dein",
        "Mit ",
        "In haste",
        "As ever",
        "Cordially",
        "Your’s",
        "Your's",
        "Ever your's",
        "Gratefully",
        "Most affectionately",
        "Always",
        "Euer ",
        "Eure ",
        "Herzliche Grüße",
        "Herzlichst",
        "Viele Grüße",
        "Viele herzliche",
        "Es grüßt",
        "Hochachtungsvoll",
        "Ergebenst",
        "In Liebe",
        "Bien à ",
        "Agréez",
        "Recevez",
        "Croyez",
        "Je vous embrasse",
        "Je t’embrasse",
        "Salut et frat",
        "Salut & frat",
        "I have, &c",
        "I have, etc",
        "Salut, ",
        "Je suis, ",
        "I have the honour to be",
        "I have the honor to be",
        "Thine",
        "Thy ",
        "Fraternally",
        "Hastily",
        "Adieu, ",
        "Mit vorzüglich",
        "Mit deutschem",
    ];
    let first = text.lines().next().unwrap_or_default();
    first.len() <= 70
        && CLOSINGS.iter().any(|start| first.starts_with(start))
        && !first.ends_with(['?', '!'])
        && (first.ends_with([',', '-', '—']) || first.split_whitespace().count() <= 6)
}

/// Whether a line could be a signature: a few capitalized words or initials.
pub(super) fn is_signature(text: &str) -> bool {
    const SIGNED: &[&str] = &[
        "(Signed)", "(signed)", "(sgd.)", "(Sgd.)", "(sd.)", "(Sd.)", "Signed,", "Sgd.", "Signé,",
        "Signé :", "(Signé)", "(signé)", "gez.", "(gez.)",
    ];
    let text = SIGNED.iter().find_map(|signed| text.strip_prefix(signed)).unwrap_or(text).trim();
    let words = text.split_whitespace().count();
    (1..=5).contains(&words)
        && text.len() <= 48
        && !text.contains(['?', ':', ';', '“', '"'])
        && !["To ", "TO ", "An ", "À "].iter().any(|to| text.starts_with(to))
        && text.split_whitespace().all(|word| {
            word.trim_start_matches(['_', '(', '['])
                .starts_with(|c: char| c.is_uppercase() || c == '-')
                || matches!(word, "de" | "von" | "van" | "and" | "&" | "the")
        })
}

/// Whether a paragraph is added after the signature.
pub(super) fn is_postscript(text: &str) -> bool {
    ["P.S.", "P. S.", "PS.", "PS:", "P.S", "Postscript", "N.B.", "N. B."]
        .iter()
        .any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{is_closing, is_salute, is_signature};

    #[test]
    fn salutes() {
        for text in [
            "Dear Sir,",
            "My dear Friend,",
            "MY GOOD ADJUTANT,--",
            "Sir,",
            "Ma chère maman,",
            "Lieber Freund!",
            "MY DEAR AND VALUED DOROTHEA CECILIA,--",
            "Theuerste Eltern!",
            "Vielgeliebte Eltern",
            "Dear Mr. and Mrs. Hill:",
        ] {
            assert!(is_salute(text), "{text}");
        }
        for text in [
            "Dear me, what a day it was",
            "My father came.",
            "my dear,",
            "Sir William Elford",
            "He was a dear",
            "Liebe",
            "Dear old days of 1819",
        ] {
            assert!(!is_salute(text), "{text}");
        }
    }

    #[test]
    fn greetings_within_a_paragraph() {
        use super::greets_within;
        assert!(greets_within("MY DEAR MOTHER,--I am settled at last"));
        assert!(greets_within("Sir,—Your correspondent"));
        assert!(!greets_within("My dear mother--I mean my aunt--came"));
        assert!(!greets_within("He went, my dear,--to London"));
    }

    #[test]
    fn signatures() {
        assert!(is_signature("(sgd.) M. W. PERRIN"));
        assert!(is_signature("(Signed) A. HOLT, Chairman"));
        assert!(!is_signature("(Signed) in the presence of two witnesses"));
        assert!(is_salute("Citoyens collègues,") && is_salute("Madam,"));
    }

    #[test]
    fn leave_taking() {
        for text in
            ["Yours truly,", "Your attached", "Ever your's\nM.R. Mitford.", "I remain, dear Sir,"]
        {
            assert!(is_closing(text), "{text}");
        }
        for text in [
            "Your explanation of the Moscow trial is the only intelligible one.",
            "Yours?",
            "He is yours",
        ] {
            assert!(!is_closing(text), "{text}");
        }
        assert!(is_signature("L. VAN BEETHOVEN,"));
        assert!(is_signature("M. R. M."));
        assert!(!is_signature("We met in front of the entrance."));
    }
}

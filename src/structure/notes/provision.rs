//! The numbers and letters of statutes, which are the labels and markers of no notes.

/// “§ 70.”: the sign of a section with its number.
pub(super) fn is_section(content: &str) -> bool {
    let rest = content.trim_start_matches('§');
    rest.len() < content.len() && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what stands in parentheses goes on from the number of a provision, or from a
/// word that no note hangs on: “104A(d)(3)”, “Article 18(1)”, “paragraph (a)”, “and (b)”.
pub(super) fn is_provision(before: &str) -> bool {
    const MOST: usize = 8;
    let mut before = before;
    // “(d)(3)”
    for _ in 0..MOST {
        let Some(outer) = without_name(before) else { break };
        before = outer;
    }
    goes_on(before)
}

/// What stands before a name in parentheses that ends these words.
fn without_name(before: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    let near = before.strip_suffix(')')?;
    let length = near.bytes().rev().take(LONGEST + 1).position(|byte| byte == b'(')?;
    Some(&near[..near.len() - length - 1])
}

fn goes_on(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "paragraph", "paragraphs", "section", "sections", "subsection", "subparagraph", "article",
        "articles", "clause", "clauses", "rule", "item", "number", "figure", "equation", "formula",
        "column", "absatz", "ziffer", "nummer", "artikel", "alinéa", "paragraphe", "numéro", "and",
        "or", "to", "of", "either", "both", "through", "under", "et", "ou", "und", "oder",
    ];
    const SHORT: &[&str] = &[" par.", " art.", " Art.", " sec.", " Sec.", " fig.", " Abs."];
    const LONGEST: usize = 16;
    match before.chars().next_back() {
        Some(c) if c.is_alphanumeric() => {
            let word = before.chars().rev().take(LONGEST).take_while(|c| !c.is_whitespace());
            let digits = word.clone().filter(char::is_ascii_digit).count();
            // A year may have a note, “1819(1)”.
            (1..4).contains(&digits) && word.last().is_some_and(|first| first.is_ascii_digit())
        }
        Some(' ' | '\n') => {
            let words = before.trim_end();
            // “par. (2)”, but no sentence that ends with “articles.”
            let short = SHORT.iter().any(|short| words.ends_with(short));
            let start = words.char_indices().rev().take(LONGEST).find(|(_, c)| !c.is_alphabetic());
            let word = start.map_or(words, |(at, c)| &words[at + c.len_utf8()..]);
            short || word.len() <= LONGEST && WORDS.contains(&word.to_lowercase().as_str())
        }
        _ => false,
    }
}

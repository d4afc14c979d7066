//! What begins like a date line and is none.

/// Whether what looks like a day counts something else, or is one of a table: “17th
/// Century”, “2nd Battalion”, “Nov. 19........31,800”.
pub(super) fn counts_something(rest: &str) -> bool {
    const COUNTED: &[&str] = &[
        "act", "amendment", "army", "arrondissement", "article", "avenue", "baron", "baronet",
        "battalion", "brigade", "canto", "cavalry", "century", "chapter", "class", "company",
        "congress", "corps", "count", "district", "division", "dragoons", "duke", "earl",
        "edition", "infantry", "lord", "marquess", "marquis", "parallel", "regiment", "section",
        "series", "squadron", "street", "viscount", "ward",
    ];
    let word = rest.strip_prefix(' ').and_then(|rest| {
        rest.split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())
    });
    word.is_some_and(|word| COUNTED.contains(&word.to_lowercase().as_str()))
        || rest.starts_with("...")
        || rest.starts_with("…")
}

/// Whether the last word is a title that a stop shortens.
pub(super) fn is_title(words: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Messrs", "Dr", "Capt", "Col", "Gen", "Lieut", "Rev", "Hon", "Prof", "Maj",
        "M", "MM", "Mme", "Mmes", "Mlle", "Mlles",
    ];
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next();
    last.is_some_and(|last| TITLES.contains(&last))
}

/// Whether the lines of a paragraph are the rows of an account, each with its day:
/// “Jan. 2    Paid the smith    0  4  0”.
pub(super) fn is_account(text: &str) -> bool {
    const FAR: &str = "   ";
    let mut lines = text.lines();
    let digits = |line: &str| line.ends_with(|c: char| c.is_ascii_digit());
    let row = |line: &str| line.trim().contains(FAR) && digits(line.trim_end());
    text.contains('\n') && lines.all(row)
}

/// Whether a line fills in a form: “DATE--December, 1938”.
pub(super) fn is_filled_in(text: &str) -> bool {
    ["DATE", "Date", "DATUM", "Datum"].iter().any(|label| {
        let rest = text.strip_prefix(label).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with([':', '—', '–']) || rest.starts_with("--"))
    })
}

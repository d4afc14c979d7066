//! Where a text was published: “From The New International, Vol. XV No. 7,
//! September 1949, pp. 214–218.”

use crate::date::{self, Anchor, CalendarDate, DateValue};
use crate::source::collapsed;
use crate::token::{Words, tokenize};

/// An article in a periodical or a chapter of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The periodical or book.
    pub title: String,
    /// The volume, as written.
    pub volume: Option<String>,
    /// The issue, as written.
    pub issue: Option<String>,
    /// The date, as written and as a value.
    pub date: Option<(String, CalendarDate)>,
    /// The first page and, if there are several, the last one.
    pub pages: Option<(String, Option<String>)>,
}

/// The publication that a line of the title block names, if it says more than
/// a title.
///
/// ```
/// let line = "From The New International, Vol. XV No. 7, September 1949, pp. 214–218.";
/// let citation = rubricate::metadata::citation(line).unwrap();
/// assert_eq!(citation.title, "The New International");
/// assert_eq!((citation.volume.as_deref(), citation.issue.as_deref()), (Some("XV"), Some("7")));
/// assert_eq!(citation.date.unwrap().1.to_string(), "1949-09");
/// assert_eq!(citation.pages, Some(("214".to_owned(), Some("218".to_owned()))));
/// ```
#[must_use]
pub fn citation(line: &str) -> Option<Citation> {
    let line = collapsed(line);
    let line = line.trim_end_matches('.');
    let told = BEGINNINGS.iter().find_map(|beginning| line.strip_prefix(beginning));
    let rest = match told {
        Some(rest) => rest.trim_start_matches([':', ' ']),
        None => line.trim_matches(['(', ')', '[', ']', '_']),
    };
    let tokens = tokenize(rest);
    let words = Words { text: rest, tokens: &tokens };

    let volume = labelled(words, &["Vol", "vol", "Volume", "Bd", "Band", "tome", "Tome"]);
    let issue = labelled(words, &["No", "no", "Nr", "Number", "Issue", "Heft", "n", "№"]);
    let pages = labelled(words, &["pp", "p", "S", "pages", "page"]);
    // “(The Fortnightly, vol. LIII, pp. 377–384)” says so itself.
    if told.is_none() && (volume.is_none() || pages.is_none()) {
        return None;
    }
    let date = date::find(words).into_iter().find_map(|found| {
        match found.meaning.resolve(Anchor::default())?.value {
            DateValue::When(date) if date.year().is_some() => Some((found.span, date)),
            _ => None,
        }
    });
    let bare_year =
        || (0..tokens.len()).find_map(|at| Some((tokens[at].span, date::year(words, at)?)));
    let date = date.or_else(bare_year);

    let ends = [&volume, &issue, &pages].into_iter().flatten().map(|(label, _)| *label);
    let end = ends.chain(date.map(|(span, _)| span.start)).min()?;
    let title = rest[..end as usize].trim_end_matches([',', ' ', '(', ';', ':', '.']).to_owned();
    let written = |number: Option<(u32, String)>| number.map(|(_, number)| number);
    (!title.is_empty()).then(|| Citation {
        title,
        volume: written(volume),
        issue: written(issue),
        date: date.map(|(span, date)| (span.of(rest).to_owned(), date)),
        pages: pages.map(|(at, first)| (first, last_page(rest, at))),
    })
}

const BEGINNINGS: &[&str] = &[
    "From ",
    "Source:",
    "Source ",
    "First published in ",
    "First Published in ",
    "First published: ",
    "First Published: ",
    "First Published, ",
    "Published in ",
    "Originally published in ",
    "Paru dans ",
    "Aus ",
];

/// Where a label stands, and the number after it.
fn labelled(words: Words<'_>, labels: &[&str]) -> Option<(u32, String)> {
    (0..words.tokens.len()).find_map(|at| {
        let number = words.raw(at + 1);
        let is_number = number.starts_with(|c: char| c.is_ascii_digit() || "IVXLC".contains(c));
        let close = matches!(words.after(at), " " | ". " | "." | "° ");
        (labels.contains(&words.raw(at)) && close && is_number)
            .then(|| (words.tokens[at].span.start, number.to_owned()))
    })
}

/// The page after the dash in `pp. 214–218`.
fn last_page(text: &str, label: u32) -> Option<String> {
    let pages = &text[label as usize..];
    let (_, last) = pages.split_once(['–', '-', '—'])?;
    let digits: String = last.trim_start().chars().take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::citation;

    #[test]
    fn beginnings_are_whole_words() {
        let title = |line| citation(line).map(|found| found.title);
        let times = title("First Published in The Times, 6 May 1910");
        assert_eq!(times.as_deref(), Some("The Times"));
        assert_eq!(title("Sources of Power, 1937"), None);
        let fortnightly = title("(The Fortnightly, vol. LIII, March 1893, pp. 377-384)");
        assert_eq!(fortnightly.as_deref(), Some("The Fortnightly"));
        assert_eq!(title("The Fortnightly, vol. LIII"), None);
    }

    #[test]
    fn other_periodicals() {
        let found =
            citation("Source: Fourth International, New York, Vol. 3, No. 1, January 1942, p. 5")
                .unwrap();
        assert_eq!(found.title, "Fourth International, New York");
        assert_eq!(found.volume.as_deref(), Some("3"));
        assert_eq!(found.pages, Some(("5".to_owned(), None)));
        let found = citation("First published in The Times, 6 May 1910").unwrap();
        assert_eq!(found.date.unwrap().1.to_string(), "1910-05-06");
        let found = citation("From Selected Works (1937)").unwrap();
        assert_eq!((found.title.as_str(), found.volume), ("Selected Works", None));
    }

    #[test]
    fn what_is_no_citation() {
        assert_eq!(citation("From a window"), None);
        assert_eq!(citation("The New International, Vol. XV"), None);
        assert_eq!(citation("From , Vol. XV"), None);
    }
}

//! What dates are found in whole documents: pairs of a text and its dates, in
//! `tests/dates/`.
//!
//! Each date is a line: the words, the value as the attributes of `date` give
//! it, the value of `@when-custom` in braces, and `@cert`. What the program
//! says of the dates follows.
//! `UPDATE_PAIRS=1 cargo test dates` writes the lines anew, to be read.

use std::fmt::Write;

use roxmltree::{Document, Node};
use rubricate::{Options, convert};

use crate::support::pairs;

/// The dates of the edition of a text, and what is said of it.
fn dates(title: &str, text: &str) -> String {
    let edition = convert(text.as_bytes(), &Options::default()).unwrap();
    assert!(edition.report.restored, "{title}");
    assert_eq!(edition.report.valid, None, "{title}");
    let document = Document::parse(&edition.tei).unwrap();
    let mut shown = String::new();
    let text = document.descendants().find(|node| node.tag_name().name() == "text").unwrap();
    for date in text.descendants().filter(|node| node.tag_name().name() == "date") {
        writeln!(shown, "{} = {}", words(date), value(date)).unwrap();
    }
    for found in &edition.diagnostics {
        if !found.message.contains("Windows-1252") {
            writeln!(shown, "! {}", found.message).unwrap();
        }
    }
    shown.trim_end().to_owned()
}

fn words(date: Node<'_, '_>) -> String {
    let text: String =
        date.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn value(date: Node<'_, '_>) -> String {
    let get = |name| date.attribute(name).unwrap_or_default();
    let point = get("when").to_owned();
    let range = |from, to, sign| match (get(from), get(to)) {
        ("", "") => String::new(),
        (first, last) => format!("{first}{sign}{last}"),
    };
    let value = point + &range("from", "to", "/") + &range("notBefore", "notAfter", "<");
    let value = if value.is_empty() { "?".to_owned() } else { value };
    let custom = date.attribute("when-custom").map(|edtf| format!(" {{{edtf}}}"));
    format!("{value}{} {}", custom.unwrap_or_default(), get("cert"))
}

#[test]
fn a_letter_in_a_book_dates_nothing_else() {
    let filler = "He walked on through the rain and said nothing of what he had seen.\n\n";
    let pages = filler.repeat(600);
    let book = format!(
        "CHAPTER I\n\n{filler}RICHMOND, June 17, 1865.\n\nMy dear Colonel: I saw him on the 13th, \
         and on Monday.\n\n{pages}On the 4th of July we sailed, and it was Saturday.\n\nCHAPTER \
         II\n\n{filler}The 3d of May came, a Friday.\n"
    );
    let expected = "June 17, 1865 = 1865-06-17 high\n13th = 1865-06-13 medium\n\
                    Monday = 1865-06-12 medium\n4th of July = --07-04 medium\n\
                    3d of May = --05-03 medium";
    assert_eq!(dates("a letter in a book", &book), expected);
}

#[test]
fn a_history_tells_the_year_of_days_that_begin_its_paragraphs() {
    let filler = "They went on through the rain and said nothing of what they had seen.\n\n";
    let pages = filler.repeat(80);
    let days = (8..22).map(|day| format!("On September {day} they rested.\n\n{pages}"));
    let days: String = days.collect();
    let book = format!("They set out on 3 September 1848.\n\n{days}Sept. 23d. Evening.\n\n{pages}");
    let found = dates("a history", &book);
    assert!(found.ends_with("September 21 = 1848-09-21 medium\nSept. 23d = 1848-09-23 medium"));
}

#[test]
fn dates_of_whole_documents() {
    pairs::hold("dates", dates);
}

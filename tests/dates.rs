//! What dates are found in whole documents: pairs of a text and its dates, in
//! `tests/dates/`.
//!
//! Each date is a line: the words, the value as the attributes of `date` give
//! it, the value of `@when-custom` in braces, and `@cert`. What the program
//! says of the dates follows.
//! `UPDATE_PAIRS=1 cargo test dates` writes the lines anew, to be read.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};
use rubricate::{Options, convert};

/// Stands before the title of a case, and between its text and the dates.
const CASE: &str = "######## ";
const BECOMES: &str = "\n~~~~~~~~ becomes\n";

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
    let range = |from, to, sign| match date.attribute(from) {
        Some(first) => format!("{first}{sign}{}", get(to)),
        None => String::new(),
    };
    let value = point + &range("from", "to", "/") + &range("notBefore", "notAfter", "<");
    let value = if value.is_empty() { "?".to_owned() } else { value };
    let custom = date.attribute("when-custom").map(|edtf| format!(" {{{edtf}}}"));
    format!("{value}{} {}", custom.unwrap_or_default(), get("cert"))
}

#[test]
fn dates_of_whole_documents() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dates");
    let mut paths: Vec<_> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 3, "only {} files of pairs", paths.len());
    let update = std::env::var_os("UPDATE_PAIRS").is_some();
    let mut wrong = String::new();
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        let mut written = String::new();
        for case in file.split(CASE).skip(1) {
            let (title, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once(BECOMES).unwrap_or((rest.trim_end(), ""));
            let found = dates(title, text);
            if found != expected.trim_end() {
                writeln!(wrong, "{title}\n--- expected\n{expected}\n--- found\n{found}\n").unwrap();
            }
            write!(written, "{CASE}{title}\n{text}{BECOMES}{found}\n\n").unwrap();
        }
        if update {
            fs::write(&path, written).unwrap();
        }
    }
    assert!(wrong.is_empty() || update, "\n{wrong}");
}

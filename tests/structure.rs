//! What is made of the conventions of real transcriptions: pairs of a text and
//! the outline of its edition, in `tests/structure/`.
//!
//! In a text `{en}`, `{fr}` and `{de}` stand for a paragraph on one line,
//! `{EN}`, `{FR}` and `{DE}` for one that is wrapped.
//! `UPDATE_PAIRS=1 cargo test structure` writes the outlines anew, to be read.

use std::fmt::Write;

use roxmltree::{Document, Node};
use rubricate::convention::named;
use rubricate::{Options, convert};

use crate::support::{pairs, prose};

/// The outline of the edition of a text, and what is said of it; the title of a
/// case may end with a convention in parentheses.
fn outline(title: &str, text: &str) -> String {
    let convention = title.rsplit_once(" (").and_then(|(_, name)| name.strip_suffix(')'));
    let options = Options { convention: convention.and_then(named), ..Options::default() };
    let edition = convert(prose::expand(text).as_bytes(), &options).unwrap();
    assert!(edition.report.restored, "{title}");
    let document = Document::parse(&edition.tei).unwrap();
    let text = document.descendants().find(|node| node.has_tag_name((TEI, "text"))).unwrap();
    let mut shown = String::new();
    for part in text.children().filter(Node::is_element) {
        show(part, 0, &mut shown);
    }
    for found in &edition.diagnostics {
        let said = ["note", "marker"].iter().any(|word| found.message.contains(word));
        if said {
            writeln!(shown, "! {}", found.message).unwrap();
        }
    }
    shown.trim_end().to_owned()
}

const TEI: &str = "http://www.tei-c.org/ns/1.0";

/// Elements that only hold others.
const HOLDERS: &[&str] = &[
    "front", "body", "back", "titlePage", "docTitle", "div", "list", "lg", "opener", "closer",
    "postscript", "note", "quote", "figure", "item", "address", "argument", "docImprint",
    "epigraph", "sp", "castList", "castItem",
];

fn show(node: Node<'_, '_>, depth: usize, out: &mut String) {
    let name = node.tag_name().name();
    let holds = HOLDERS.contains(&name);
    write!(out, "{:1$}{name}", "", depth * 2).unwrap();
    for attribute in ["type", "n", "target", "who"] {
        if let Some(value) = node.attribute(attribute) {
            write!(out, " {value}").unwrap();
        }
    }
    let inner = node.children().any(|child| {
        let tag = child.tag_name().name();
        child.is_element() && !INLINE.contains(&tag)
    });
    if !holds || !inner {
        let words = short(&words(node));
        out.push_str(if words.is_empty() { "" } else { ": " });
        out.push_str(&words);
    }
    out.push('\n');
    if holds && inner {
        for child in node.children().filter(Node::is_element) {
            show(child, depth + 1, out);
        }
    }
}

/// Elements within a line.
const INLINE: &[&str] = &[
    "date", "persName", "placeName", "orgName", "title", "hi", "ref", "lb", "seg", "sic",
    "unclear", "gap",
];

/// The words, with the targets of markers and the kinds of segments.
fn words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    for child in node.children() {
        match child.tag_name().name() {
            "" => words.push_str(child.text().unwrap_or_default()),
            "ref" => {
                let target = child.attribute("target").unwrap_or_default();
                write!(words, "‹{}→{target}›", self::words(child)).unwrap();
            }
            "seg" => {
                let kind = child.attribute("type").unwrap_or_default();
                write!(words, "‹{kind} {}›", self::words(child)).unwrap();
            }
            "note" => {
                let n = child.attribute("n").unwrap_or_default();
                write!(words, "‹note {n}:{}›", self::words(child)).unwrap();
            }
            "pb" => write!(words, "‹pb {}›", child.attribute("n").unwrap_or_default()).unwrap(),
            "lb" => words.push('|'),
            _ => words.push_str(&self::words(child)),
        }
    }
    words
}

/// The first words of many, and everything between ‹ ›.
fn short(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut open = false;
    let shown: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            let marked = open || word.contains('‹');
            if word.contains(['‹', '›']) {
                open = word.rfind('‹') > word.rfind('›');
            }
            marked || *at < 7
        })
        .map(|(_, word)| *word)
        .collect();
    let left_out = if shown.len() < words.len() { " …" } else { "" };
    format!("{}{left_out}", shown.join(" "))
}

#[test]
fn structure() {
    pairs::hold("structure", outline);
}

/// A letter without a title gets one from its own lines, in brackets.
#[test]
fn supplied_titles() {
    let title = |text: &str| {
        let edition = convert(text.as_bytes(), &Options::default()).unwrap();
        let document = Document::parse(&edition.tei).unwrap();
        let title = document.descendants().find(|node| node.has_tag_name((TEI, "title"))).unwrap();
        title.text().unwrap().to_owned()
    };
    let body = "I have your letter of the first and will send the two boxes by rail on Friday, \
                if the carrier comes; the third must wait for the mill to be opened again.";
    let letter = format!(
        "Reading, March 3, 1949\n\nDear Miss Bone,\n\n{body}\n\nYours sincerely,\n\nThomas Marsh\n"
    );
    assert_eq!(title(&letter), "[Letter from Thomas Marsh, 1949 March 3]");
    let named = format!("Letter to Miss Bone\n\n{letter}");
    assert_eq!(title(&named), "Letter to Miss Bone");
    assert_eq!(title(&format!("{body}\n\n{body}\n")), "Untitled transcription");
}

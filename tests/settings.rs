//! The same text, set otherwise: what only sets it changes nothing that is found.
//!
//! Transcriptions have margins, two spaces after a stop, spaces at the ends of lines,
//! paragraphs of one line or of many, with blank lines between them, with several, or with
//! none. The marks in the edition are those of the sample as it stands.

use roxmltree::{Document, Node};
use rubricate::{Options, convert};
use unicode_normalization::UnicodeNormalization;

use crate::samples;

/// How a text is set otherwise, and the samples it may be done to.
struct Setting {
    name: &'static str,
    set: fn(&str) -> String,
    samples: &'static [&'static str],
}

/// Samples in which neither lines nor the space between blocks mean anything.
const PROSE: &[&str] = &["french-journal", "serge-diary", "year-head-diary"];

const SETTINGS: &[Setting] = &[
    Setting {
        name: "two spaces after each stop",
        set: |text| text.replace(". ", ".  "),
        samples: &["french-journal", "gutenberg-novel", "serge-diary", "year-head-diary"],
    },
    Setting {
        name: "spaces at the ends of lines",
        set: |text| each_line(text, |line| format!("{line}  ")),
        samples: PROSE,
    },
    Setting {
        name: "a margin",
        set: |text| each_line(text, |line| format!("    {line}")),
        samples: PROSE,
    },
    Setting {
        name: "three blank lines for one",
        set: |text| text.replace("\n\n", "\n\n\n\n"),
        samples: &["french-journal", "year-head-diary"],
    },
    Setting {
        name: "a line for each paragraph",
        set: |text| one_line_each(text).join("\n\n"),
        samples: &["french-journal"],
    },
    Setting {
        name: "a line for each paragraph and no blank lines",
        set: |text| one_line_each(text).join("\n"),
        samples: &["french-journal"],
    },
    Setting {
        name: "tags around every third word",
        set: |text| tagged(text),
        samples: &["french-journal", "year-head-diary"],
    },
    Setting {
        name: "accents apart from their letters",
        set: |text| text.nfd().collect(),
        samples: &["french-journal", "gutenberg-novel", "serge-diary", "year-head-diary"],
    },
];

fn each_line(text: &str, set: impl Fn(&str) -> String) -> String {
    let set = |line: &str| if line.is_empty() { String::new() } else { set(line) };
    text.split('\n').map(set).collect::<Vec<_>>().join("\n")
}

fn tagged(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_alphabetic());
    let tag = |(number, word): (usize, &str)| {
        let end = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let rest = &word[end.len()..];
        if number % 3 == 0 && !end.is_empty() {
            format!("<u>{end}</u>{rest}")
        } else {
            word.to_owned()
        }
    };
    words.enumerate().map(tag).collect()
}

fn one_line_each(text: &str) -> Vec<String> {
    text.trim_end().split("\n\n").map(|block| block.trim().replace('\n', " ")).collect()
}

/// Each mark of an edition: the element, what it says, and the words in it.
fn marks(transcription: &str) -> Vec<String> {
    const FOUND: &[&str] = &[
        "closer", "date", "dateline", "div", "head", "note", "opener", "orgName", "persName",
        "placeName", "ref", "salute", "signed", "title",
    ];
    let tei = convert(transcription.as_bytes(), &Options::default()).unwrap().tei;
    let document = Document::parse(&tei).unwrap();
    let text = document.descendants().find(|node| node.has_tag_name("text")).unwrap();
    let found = text.descendants().filter(|node| FOUND.contains(&node.tag_name().name()));
    let shown = found.map(|node| {
        let words: String = texts(node);
        let words: Vec<&str> = words.split_ascii_whitespace().collect();
        let says: Vec<String> =
            node.attributes().map(|said| format!("{}={}", said.name(), said.value())).collect();
        format!("{} {}: {}", node.tag_name().name(), says.join(" "), words.join(" "))
    });
    shown.collect()
}

fn texts(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
    texts.flat_map(UnicodeNormalization::nfc).collect()
}

#[test]
fn marks_stay_the_same() {
    for sample in samples::all() {
        let Ok(text) = String::from_utf8(sample.transcription.clone()) else { continue };
        let wanted = marks(&text);
        for setting in SETTINGS.iter().filter(|one| one.samples.contains(&sample.name.as_str())) {
            let found = marks(&(setting.set)(&text));
            let lost: Vec<_> = wanted.iter().filter(|mark| !found.contains(mark)).collect();
            let new: Vec<_> = found.iter().filter(|mark| !wanted.contains(mark)).collect();
            assert!(
                found == wanted,
                "{} with {}\nlost: {lost:#?}\nnew: {new:#?}",
                sample.name,
                setting.name
            );
        }
    }
}

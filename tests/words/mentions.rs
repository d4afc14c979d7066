//! Tables and layers of what a text mentions: each mention is in them once, and
//! its words are those of the text.

use std::collections::BTreeMap;

use roxmltree::Node;
use rubricate::{ExportOptions, Source, export, format, restore};
use serde_json::Value;

use super::reading::words;
use crate::samples;

/// How often something is said of some words: by kind and by the words.
type Mentions = BTreeMap<(String, String), usize>;

fn add(mentions: &mut Mentions, kind: &str, text: &str) {
    *mentions.entry((kind.to_owned(), words_of(text))).or_default() += 1;
}

/// The words of a text one after the other.
fn words_of(text: &str) -> String {
    let is_of_word = |c: char| c.is_alphanumeric();
    let words = text.split(|c| !is_of_word(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A passage without the tags in double brackets, which belong to elements of the edition.
fn without_tags(passage: &str) -> String {
    let mut parts = passage.split("[[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |words, part| words + part.split_once("]]").map_or(part, |(_, rest)| rest))
}

fn characters(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// The names, dates and titles that the text of an edition marks, and the
/// words of its notes.
fn marked(tei: &str) -> (Mentions, Vec<String>) {
    let tree = roxmltree::Document::parse(tei).unwrap();
    let text = tree.descendants().find(|node| node.has_tag_name("text")).unwrap();
    let (mut mentions, mut notes) = (Mentions::new(), Vec::new());
    for node in text.descendants().filter(Node::is_element) {
        let kind = match node.tag_name().name() {
            "persName" => "person",
            "placeName" | "geogName" => "place",
            "orgName" => "organisation",
            "date" | "time" => "date",
            "title" => "title",
            "note" => {
                notes.push(words_of(&characters(node)));
                continue;
            }
            _ => continue,
        };
        add(&mut mentions, kind, &characters(node));
    }
    (mentions, notes)
}

/// What an export says of a passage: the kind, the passage, what is said, and
/// where the passage is.
struct Row {
    kind: String,
    words: String,
    value: String,
    start: usize,
    end: usize,
}

fn exported(name: &str, tei: &str) -> Vec<u8> {
    let exported = export(tei, format(name).unwrap(), &ExportOptions::default()).unwrap();
    exported.content.bytes().to_vec()
}

fn table(tei: &str) -> Vec<Row> {
    let bytes = exported("csv", tei);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let at = |record: &csv::StringRecord, column: usize| record.get(column).unwrap().to_owned();
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| {
            let (words, sentence) = (at(&record, 1), at(&record, 9));
            assert!(sentence.contains(&words), "no {words} in {sentence}");
            Row {
                kind: at(&record, 0),
                words,
                value: at(&record, 2),
                start: at(&record, 6).parse().unwrap(),
                end: at(&record, 7).parse().unwrap(),
            }
        })
        .collect()
}

fn layer(tei: &str) -> Vec<Row> {
    let page: Value = serde_json::from_slice(&exported("annotations", tei)).unwrap();
    let place = |item: &Value, key: &str| {
        usize::try_from(item["target"]["selector"][0][key].as_u64().unwrap()).unwrap()
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|item| Row {
            kind: text(&item["body"][0]["value"]),
            words: text(&item["target"]["selector"][1]["exact"]),
            value: text(&item["body"][1]["value"]),
            start: place(item, "start"),
            end: place(item, "end"),
        })
        .collect()
}

/// The transcription with the line ends of its file.
fn transcription(tei: &str) -> Vec<char> {
    let bytes = restore(tei.as_bytes()).unwrap().bytes;
    let has_crlf = bytes.windows(2).any(|pair| pair == b"\r\n");
    let text = Source::read(&bytes, None).unwrap().text().to_owned();
    if has_crlf { text.replace('\n', "\r\n").chars().collect() } else { text.chars().collect() }
}

#[test]
fn each_mention_is_listed_with_its_words() {
    let mut count = 0;
    for sample in samples::all() {
        let tei = sample.convert().tei;
        let (wanted, notes) = marked(&tei);
        let text = transcription(&tei);
        for (name, rows) in [("csv", table(&tei)), ("annotations", layer(&tei))] {
            let mut found = Mentions::new();
            for row in &rows {
                let passage: String = text[row.start..row.end].iter().collect();
                assert_eq!(words(&passage), words(&row.words), "{} as {name}", sample.name);
                if !matches!(row.kind.as_str(), "note" | "entry") {
                    add(&mut found, &row.kind, &without_tags(&row.words));
                }
            }
            assert_eq!(found, wanted, "{} as {name}", sample.name);
            for note in &notes {
                let is_told =
                    |row: &Row| row.kind == "note" && words_of(&row.value).ends_with(note);
                assert!(rows.iter().any(is_told), "{} as {name} lacks {note}", sample.name);
            }
            count += rows.len();
        }
    }
    assert!(count > 600, "{count}");
}

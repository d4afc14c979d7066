//! What is marked as said in whole documents: pairs of a text and its speech, in
//! `tests/speech/`.
//!
//! Each element is a line: `@cert`, who speaks if that is known, the words, and
//! `>` where they go on in the next element.
//! `UPDATE_PAIRS=1 cargo test speech` writes the lines anew, to be read.

use std::fmt::Write;

use roxmltree::Document;
use rubricate::{Options, Profile, Schema, convert, validate};

use crate::support::pairs;

/// The speech in the edition of a text.
fn speech(title: &str, text: &str) -> String {
    let options = Options { speech: true, ..Options::default() };
    let edition = convert(text.as_bytes(), &options).unwrap();
    assert!(edition.report.restored, "{title}");
    assert!(validate(&edition.tei, &Schema::embedded()).is_empty(), "{title}");
    let document = Document::parse(&edition.tei).unwrap();
    let mut shown = String::new();
    for said in document.descendants().filter(|node| node.tag_name().name() == "said") {
        assert_eq!(said.attribute("rend"), Some("quoted"), "{title}");
        let words: String = said
            .descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|node| node.text())
            .collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let who = said.attribute("who").map_or(String::new(), |who| format!(" {who}"));
        let cert = said.attribute("cert").unwrap();
        let goes_on = if said.has_attribute("next") { " >" } else { "" };
        writeln!(shown, "{cert}{who}: {words}{goes_on}").unwrap();
    }
    shown.trim_end().to_owned()
}

#[test]
fn what_is_said_in_whole_documents() {
    pairs::hold("speech", speech);
}

#[test]
fn nothing_is_marked_unless_it_is_asked_for() {
    let edition = convert("“Come,” said Gide.\n".as_bytes(), &Options::default()).unwrap();
    assert!(!edition.tei.contains("<said"));
}

#[test]
fn profiles_without_the_element_leave_its_words() {
    for profile in [Profile::Eltec, Profile::Dtabf] {
        let options = Options { speech: true, profile, ..Options::default() };
        let edition = convert("“Come,” said Gide.\n".as_bytes(), &options).unwrap();
        assert!(edition.report.restored && !edition.tei.contains("<said"), "{}", profile.name());
        assert!(edition.tei.contains("“Come,”"));
    }
}

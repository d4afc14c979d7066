//! The promise that annotations are found again in the document, whole or in
//! fragments that are linked.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document, Node};
use rubricate::annotation::Annotation;
use rubricate::element::{Attribute, Element};
use rubricate::entity::Entities;
use rubricate::internalize::internalize;
use rubricate::metadata::Metadata;
use rubricate::tei::{self, Edition, Record};
use rubricate::{Profile, Source, Span};

use crate::promises::config;

/// Elements that may cross others.
const INLINE: &[Element] = &[Element::Hi, Element::PersName, Element::Date, Element::Title];

/// A text, where its paragraphs begin, and elements over some words.
#[derive(Clone, Debug)]
struct Case {
    text: String,
    breaks: Vec<u32>,
    inline: Vec<(Element, Span)>,
}

fn case() -> impl Strategy<Value = Case> {
    let letters = prop::sample::select(vec!['a', 'b', ' ', '\n', 'é', '日', '&', '<', '"']);
    prop::collection::vec(letters, 1..40).prop_flat_map(|letters| {
        let text: String = letters.into_iter().collect();
        let places: Vec<u32> = text
            .char_indices()
            .map(|(at, _)| u32::try_from(at).unwrap())
            .chain([u32::try_from(text.len()).unwrap()])
            .collect();
        let place = prop::sample::select(places);
        let span = (prop::sample::select(INLINE), place.clone(), place.clone())
            .prop_map(|(element, a, b)| (element, Span::new(a.min(b), a.max(b))));
        let inline = prop::collection::vec(span, 0..8);
        (Just(text), prop::collection::vec(place, 0..4), inline).prop_map(
            |(text, mut breaks, mut inline)| {
                breaks.extend([0, u32::try_from(text.len()).unwrap()]);
                breaks.sort_unstable();
                breaks.dedup();
                // Where an element is split, it is split between words.
                for (_, span) in &mut inline {
                    *span = span.trim(&text);
                }
                inline.retain(|(_, span)| !span.is_empty());
                Case { text, breaks, inline }
            },
        )
    })
}

/// The document, in which `@n` tells which annotation an element comes from.
fn written(case: &Case) -> String {
    let whole = Span::new(0, u32::try_from(case.text.len()).unwrap());
    let mut annotations = vec![Annotation::new(Element::Body, whole)];
    let paragraphs = case.breaks.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    annotations.extend(paragraphs.map(|span| Annotation::new(Element::P, span)));
    for (index, (element, span)) in case.inline.iter().enumerate() {
        annotations.push(Annotation::new(*element, *span).with(Attribute::N, index.to_string()));
    }
    let source = Source::read(case.text.as_bytes(), None).unwrap();
    let nested = internalize(&case.text, annotations);
    tei::write(&Edition {
        source: &source,
        nested: &nested,
        metadata: &Metadata::default(),
        record: &Record::of(case.text.as_bytes(), &source, None, "plain"),
        entities: &Entities::default(),
        profile: Profile::default(),
        words: 1,
    })
}

/// All text in an element.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";

proptest! {
    #![proptest_config(config())]

    /// Faithful: the fragments of an annotation, one after the other, are its
    /// words, and each names the next one and the one before.
    #[test]
    fn faithful(case in case()) {
        let tei = written(&case);
        let document = Document::parse(&tei).unwrap();
        let body = document.descendants().find(|node| node.has_tag_name(("http://www.tei-c.org/ns/1.0", "text")));
        let whole = text(body.unwrap());
        prop_assert_eq!(whole.trim(), case.text.trim());
        for (index, (element, span)) in case.inline.iter().enumerate() {
            let n = index.to_string();
            let fragments: Vec<_> = body
                .unwrap()
                .descendants()
                .filter(|node| node.attribute("n") == Some(n.as_str()))
                .collect();
            let joined: String = fragments.iter().map(|node| text(*node)).collect();
            let words = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&joined), words(span.of(&case.text)), "{} {}\n{}", index, element, tei);
            let bare = |text: String| text.trim().len() == text.len() && !text.is_empty();
            let divided = fragments.len() > 1;
            prop_assert!(!divided || fragments.iter().all(|node| bare(text(*node))), "{}", tei);
            let id = |node: &Node<'_, '_>| node.attribute((XML, "id")).map(|id| format!("#{id}"));
            for pair in fragments.windows(2) {
                prop_assert_eq!(pair[0].attribute("next").map(str::to_owned), id(&pair[1]));
                prop_assert_eq!(pair[1].attribute("prev").map(str::to_owned), id(&pair[0]));
            }
            let last = fragments.last().unwrap();
            prop_assert!(last.attribute("next").is_none() && fragments[0].attribute("prev").is_none());
        }
    }

    /// An identifier names one element.
    #[test]
    fn fragments_have_identifiers_of_their_own(case in case()) {
        let tei = written(&case);
        let document = Document::parse(&tei).unwrap();
        let mut seen = BTreeSet::new();
        for id in document.descendants().filter_map(|node| node.attribute((XML, "id"))) {
            prop_assert!(seen.insert(id.to_owned()), "{} is used twice\n{}", id, tei);
        }
    }
}

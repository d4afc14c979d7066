//! The readings of a critical apparatus.
//!
//! Three methods are in use (<https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html#TCAPLK>):
//! in parallel segmentation the `lem`, or the first reading, is the text; in the
//! two others an `app` says with `@from` or `@loc` what it is about, and all its
//! readings stand beside the text.

use super::tree::{Node, attribute, elements, name};

/// The `app` of a reading, or of what else stands in one.
fn app_of(node: Node<'_>) -> Option<Node<'_>> {
    let outer = node.parent()?;
    let outer = if name(outer) == "rdgGrp" { outer.parent()? } else { outer };
    (name(outer) == "app").then_some(outer)
}

/// Whether an `app` is about words that stand elsewhere.
fn is_pointing(app: Node<'_>) -> bool {
    attribute(app, "from").or_else(|| attribute(app, "loc")).is_some()
}

/// Whether `node` is the reading that stands in the text: the lemma, or the
/// first reading if there is none.
pub(super) fn is_reading_of_text(node: Node<'_>) -> bool {
    let is_first = || {
        node.prev_sibling_element().is_none()
            && !node.next_siblings().any(|other| name(other) == "lem")
    };
    match (name(node), node.parent()) {
        ("lem", _) => !app_of(node).is_some_and(is_pointing),
        ("rdg" | "rdgGrp", Some(app)) if name(app) == "app" => is_first() && !is_pointing(app),
        ("rdg", Some(group)) if name(group) == "rdgGrp" => is_first() && is_reading_of_text(group),
        _ => false,
    }
}

/// Whether the element is the reading of a witness, or several.
pub(super) fn is_reading(node: Node<'_>) -> bool {
    matches!(name(node), "lem" | "rdg" | "rdgGrp")
}

/// Whether `node` is another reading than that of the text.
pub(super) fn is_other_reading(node: Node<'_>) -> bool {
    name(node) == "rdg" && !is_reading_of_text(node)
}

/// Whether a reading comes after another one beside the text.
pub(super) fn follows_reading(reading: Node<'_>) -> bool {
    let before = reading.prev_sibling_element();
    before.is_some_and(|before| is_other_reading(before) || name(before) == "rdgGrp")
}

/// Whether an `app` has anything to say beside the text.
pub(super) fn has_other_readings(app: Node<'_>) -> bool {
    elements(app).any(|part| {
        !is_reading_of_text(part)
            || name(part) == "rdgGrp" && elements(part).any(|part| !is_reading_of_text(part))
    })
}

/// Whether a part of an `app` is left out in the text, or in the note that has
/// the other readings.
pub(super) fn is_left_out(part: Node<'_>, in_note: bool) -> bool {
    let holds_reading =
        || is_reading_of_text(part) || elements(part).any(|inner| name(inner) == "lem");
    match name(part) {
        "rdgGrp" => !in_note && !holds_reading(),
        _ => in_note == is_reading_of_text(part),
    }
}

/// The `app` whose readings a part of it is with, if it is one.
pub(super) fn around(part: Node<'_>) -> Option<Node<'_>> {
    app_of(part).filter(|_| part.is_element())
}

/// The witnesses of a reading, or the editors who made it.
pub(super) fn sigla(reading: Node<'_>) -> Vec<&str> {
    let all = ["wit", "source", "resp"].iter().find_map(|key| attribute(reading, key));
    let all = all.filter(|_| is_other_reading(reading)).unwrap_or_default();
    all.split_ascii_whitespace().map(short).collect()
}

/// A siglum without the prefix of its project, or the file it is in.
fn short(pointer: &str) -> &str {
    let id = pointer.rsplit(['#', ':']).next().unwrap_or(pointer);
    if pointer.contains("://") || id.is_empty() { pointer } else { id }
}

/// What stands for a reading that has no words.
pub(super) const OMITTED: &str = "om.";

#[cfg(test)]
mod tests {
    use super::{is_left_out, is_reading_of_text, sigla};
    use crate::export::tree::characters;

    /// The readings of the text, and those of the note.
    fn readings(xml: &str) -> (Vec<String>, Vec<String>) {
        let tree = roxmltree::Document::parse(xml).unwrap();
        let all = || tree.descendants().filter(|n| n.has_tag_name("lem") || n.has_tag_name("rdg"));
        let of_text = all().filter(|node| is_reading_of_text(*node)).map(characters).collect();
        let others = all().filter(|node| !is_left_out(*node, true));
        (of_text, others.map(|node| characters(node) + &sigla(node).join("")).collect())
    }

    #[test]
    fn the_text_has_one_reading() {
        let is = |xml: &str, text: &[&str], others: &[&str]| {
            assert_eq!(
                readings(xml),
                (
                    text.iter().map(ToString::to_string).collect(),
                    others.iter().map(ToString::to_string).collect()
                ),
                "{xml}"
            );
        };
        is("<app><lem wit='#A'>a</lem><rdg wit='#B #C'>b</rdg></app>", &["a"], &["bBC"]);
        is("<app><lem>a</lem><rdg source='bib:X1'>b</rdg></app>", &["a"], &["bX1"]);
        is("<app><rdg wit='#A'>a</rdg><rdg wit='#B'/></app>", &["a"], &["B"]);
        is("<app><rdgGrp><lem>a</lem><rdg>b</rdg></rdgGrp><rdg>c</rdg></app>", &["a"], &["b", "c"]);
        is("<app><rdgGrp><rdg>a</rdg><rdg>b</rdg></rdgGrp><rdg>c</rdg></app>", &["a"], &["b", "c"]);
        is("<app from='#x'><lem>a</lem><rdg>b</rdg></app>", &[], &["a", "b"]);
        is("<app loc='1'><rdg wit='#A'>a</rdg></app>", &[], &["aA"]);
    }
}

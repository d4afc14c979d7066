//! The ODD, the RELAX NG made from it, and the elements that the program
//! writes agree.
//!
//! The rule: the ODD and the RELAX NG have the same elements. They have every
//! element of `src/element.rs`, and more: those that people add by hand to an
//! edition, such as `choice` or `geogName`, and those of a fuller
//! header.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roxmltree::{Document, Node};
use rubricate::convention::CONVENTIONS;
use rubricate::element::{Attribute, Element};
use rubricate::{Options, Schema, convert, validate};

use crate::support::edition;
use crate::{promises, samples};

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name);
    std::fs::read_to_string(path).unwrap()
}

fn named<'a>(
    document: &'a Document<'_>,
    name: &'a str,
) -> impl Iterator<Item = Node<'a, 'a>> + use<'a> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

fn names(document: &Document<'_>, element: &str, attribute: &str) -> BTreeSet<String> {
    let values = named(document, element).filter_map(|node| node.attribute(attribute));
    values.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

fn written() -> BTreeSet<String> {
    Element::all().map(|element| element.name().to_owned()).collect()
}

#[test]
fn the_odd_has_every_element_that_is_written() {
    let odd = read("rubricate.odd");
    let odd = Document::parse(&odd).unwrap();
    let included = names(&odd, "moduleRef", "include");
    let missing: Vec<_> = written().difference(&included).cloned().collect();
    assert!(missing.is_empty(), "add to schema/rubricate.odd: {missing:?}");
    // What is changed is also included.
    let changed = names(&odd, "elementSpec", "ident");
    assert!(changed.is_subset(&included), "{:?}", changed.difference(&included));
}

#[test]
fn the_relax_ng_is_made_from_the_odd() {
    let (odd, rng) = (read("rubricate.odd"), read("rubricate.rng"));
    let odd = names(&Document::parse(&odd).unwrap(), "moduleRef", "include");
    let rng = names(&Document::parse(&rng).unwrap(), "element", "name");
    let missing: Vec<_> = odd.difference(&rng).collect();
    assert!(missing.is_empty(), "run schema/build.sh; not in rubricate.rng: {missing:?}");
    let stray: Vec<_> = rng.difference(&odd).collect();
    assert!(stray.is_empty(), "run schema/build.sh; not in rubricate.odd: {stray:?}");
}

#[test]
fn the_relax_ng_has_every_attribute_that_is_written() {
    let rng = read("rubricate.rng");
    let known = names(&Document::parse(&rng).unwrap(), "attribute", "name");
    // Namespaces are no attributes of a schema.
    let written = Attribute::all().map(Attribute::name).filter(|name| *name != "xmlns");
    let missing: Vec<_> = written.filter(|name| !known.contains(*name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every rule of the Schematron file is embedded in the RELAX NG, too.
#[test]
fn the_schematron_is_in_the_relax_ng() {
    let (sch, rng) = (read("rubricate.sch"), read("rubricate.rng"));
    let (sch, rng) = (Document::parse(&sch).unwrap(), Document::parse(&rng).unwrap());
    let tests = |document: &Document<'_>| {
        let mut found = names(document, "assert", "test");
        found.extend(names(document, "report", "test"));
        found
    };
    assert!(!tests(&sch).is_empty());
    assert_eq!(tests(&sch), tests(&rng));
}

/// The values that the ODD lists for an attribute of an element.
fn listed(odd: &Document<'_>) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut lists = BTreeMap::new();
    for list in named(odd, "valList") {
        let owner = |name: &str| {
            let owner = list.ancestors().find(|node| node.tag_name().name() == name);
            owner.and_then(|node| node.attribute("ident")).map(str::to_owned)
        };
        let (Some(element), Some(attribute)) = (owner("elementSpec"), owner("attDef")) else {
            continue;
        };
        let items = list.children().filter(|node| node.tag_name().name() == "valItem");
        let values = items.filter_map(|item| item.attribute("ident")).map(str::to_owned).collect();
        lists.insert((element, attribute), values);
    }
    lists
}

/// The lists are closed or open; what the program writes is in them either way.
#[test]
fn the_values_that_are_written_are_listed() {
    let odd = read("rubricate.odd");
    let listed = listed(&Document::parse(&odd).unwrap());
    assert!(listed.len() >= 4, "{listed:?}");
    let mut editions: Vec<String> =
        samples::all().iter().map(|sample| sample.convert().tei).collect();
    // Everything that means something to some pass, in both orders.
    let forward = promises::PIECES.join("Some words. ");
    let backward: Vec<&str> = promises::PIECES.iter().rev().copied().collect();
    let spaced = promises::PIECES.join("\n\n");
    for text in [forward, backward.join(" x\n\n"), spaced] {
        for convention in CONVENTIONS.iter().copied() {
            let options = Options { convention: Some(convention), ..Options::default() };
            editions.push(convert(text.as_bytes(), &options).unwrap().tei);
        }
    }
    for tei in &editions {
        let document = Document::parse(tei).unwrap();
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                let key = (node.tag_name().name().to_owned(), attribute.name().to_owned());
                if let Some(values) = listed.get(&key) {
                    assert!(values.contains(attribute.value()), "{key:?}: {}", attribute.value());
                }
            }
        }
    }
}

/// What people add by hand to an edition is valid.
#[test]
fn additions_are_valid() {
    let tei = edition("Paris, 8 May 1937.\n\nI saw André Gide; he came from Uzès.\n");
    let schema = Schema::embedded();
    let person = "<persName type=\"main\">André Gide</persName>";
    let place = "<placeName type=\"main\">Paris</placeName>";
    let cases = [
        (person, "<birth when=\"1869\"/><sex value=\"M\">m</sex><occupation>writer</occupation>"),
        (person, "<nationality>French</nationality><residence>Paris</residence>"),
        (place, "<country>France</country><location><geo>48.85 2.35</geo></location>"),
        ("I saw", "<note resp=\"#rubricate\"><p>In the street.</p></note>"),
        (
            "I saw",
            "<subst><del>with</del><add hand=\"#rubricate\" place=\"above\">him</add></subst>",
        ),
        ("I saw", "<damage><unclear>him</unclear></damage><surplus>him</surplus><gloss>x</gloss>"),
        ("I saw", "<rs type=\"person\">him</rs><num value=\"2\">two</num><soCalled>x</soCalled>"),
        ("<body xml:space=\"preserve\">", "<fw type=\"header\">Diary</fw><pb facs=\"#f1\"/>"),
        (
            "</teiHeader>",
            "<facsimile><surface xml:id=\"f1\"><graphic url=\"1.jpg\"/><zone/></surface></facsimile>",
        ),
        ("</listPlace>", "<listEvent><event xml:id=\"e\"><label>Walk</label></event></listEvent>"),
        (
            "<sourceDesc>",
            "<msDesc><msIdentifier><country>France</country><institution>BnF</institution>\
             <idno>1</idno></msIdentifier><physDesc><handDesc><p>One.</p></handDesc></physDesc>\
             <history><provenance>Bought.</provenance></history></msDesc>",
        ),
    ];
    for (after, added) in cases {
        assert!(tei.contains(after), "{after}");
        let edited = tei.replacen(after, &format!("{after}{added}"), 1);
        let found = validate(&edited, &schema);
        assert!(found.is_empty(), "{added}: {found:?}");
    }
    let edited = tei.replacen("I saw", "I <app><lem>saw</lem></app>", 1);
    let help = validate(&edited, &schema)[0].help.clone().unwrap();
    assert!(help.starts_with("the schema leaves out the TEI element app; "), "{help}");
}

//! Entries of dictionaries and descriptions of manuscripts: records whose
//! smaller parts stand in one line, though they are no words of one sentence.

use super::language::language_tag;
use super::tree::{Node, attribute, characters, child, is_blank, name, own_language};

/// Whether the words of the element follow those before it in the same line,
/// a space between them, although it is a block.
pub(super) fn runs_on(node: Node<'_>) -> bool {
    let Some(outer) = node.parent() else { return false };
    match name(node) {
        "sense" | "hom" => is_of_entry(outer) && !is_one_of_several(node),
        "p" | "ab" | "list" | "table" | "lg" | "note" | "entry" | "re" | "figure" => false,
        part if is_part_of_entry(part) || is_citation(outer) => true,
        "cit" | "quote" | "q" | "bibl" | "gloss" | "ref" | "ptr" | "term" | "date" => {
            is_of_entry(outer)
        }
        "locus" | "author" | "title" | "editor" => {
            matches!(name(outer), "msItem" | "msItemStruct") || is_of_entry(outer)
        }
        _ => matches!(
            name(outer),
            "msIdentifier" | "altIdentifier" | "dimensions" | "locusGrp" | "form" | "gramGrp"
        ),
    }
}

/// Whether the element is a reference to a book or a letter in parts, or a part
/// that has parts itself.
fn is_citation(node: Node<'_>) -> bool {
    match name(node) {
        "biblStruct" | "biblFull" | "analytic" | "monogr" | "series" | "imprint"
        | "correspAction" => true,
        "titleStmt" | "editionStmt" | "publicationStmt" | "seriesStmt" => {
            node.parent().is_some_and(|outer| name(outer) == "biblFull")
        }
        _ => false,
    }
}

/// Whether the element is one of several senses of a word.
pub(super) fn is_one_of_several(sense: Node<'_>) -> bool {
    let is_like = |other: Node<'_>| name(other) == name(sense);
    sense.prev_sibling_element().is_some_and(is_like)
        || sense.next_sibling_element().is_some_and(is_like)
}

/// What is said in an entry, or in a part of one.
fn is_of_entry(outer: Node<'_>) -> bool {
    match name(outer) {
        "entry" | "entryFree" | "sense" | "hom" | "re" | "dictScrap" => true,
        "cit" | "quote" => outer.parent().is_some_and(|around| {
            matches!(name(around), "entry" | "entryFree" | "sense" | "hom" | "re")
        }),
        part => is_part_of_entry(part),
    }
}

/// Elements that only entries of dictionaries have.
fn is_part_of_entry(name: &str) -> bool {
    matches!(
        name,
        "form"
            | "orth"
            | "pron"
            | "hyph"
            | "syll"
            | "stress"
            | "gramGrp"
            | "gram"
            | "pos"
            | "gen"
            | "number"
            | "case"
            | "per"
            | "tns"
            | "mood"
            | "iType"
            | "subc"
            | "colloc"
            | "def"
            | "usg"
            | "lbl"
            | "etym"
            | "lang"
            | "xr"
            | "oRef"
            | "pRef"
    )
}

/// Elements whose parts stand one below the other.
pub(super) fn is_record(name: &str) -> bool {
    matches!(
        name,
        "person"
            | "personGrp"
            | "place"
            | "org"
            | "event"
            | "object"
            | "location"
            | "biblStruct"
            | "biblFull"
            | "analytic"
            | "monogr"
            | "series"
            | "imprint"
            | "correspDesc"
            | "correspContext"
            | "msDesc"
            | "msPart"
            | "msFrag"
            | "msIdentifier"
            | "msContents"
            | "msItem"
            | "msItemStruct"
            | "physDesc"
            | "objectDesc"
            | "supportDesc"
            | "layoutDesc"
            | "handDesc"
            | "scriptDesc"
            | "typeDesc"
            | "decoDesc"
            | "bindingDesc"
            | "sealDesc"
            | "history"
            | "additional"
            | "adminInfo"
            | "recordHist"
            | "eTree"
            | "forest"
    )
}

/// Whether the date of a letter is only a value.
pub(super) fn is_bare_date(date: Node<'_>) -> bool {
    !date.has_children() && date.parent().is_some_and(|outer| name(outer) == "correspAction")
}

/// What stands between the parts of an identifier and the like.
pub(super) fn separator(part: Node<'_>) -> Option<&'static str> {
    let outer = part.parent()?;
    if is_citation(outer) {
        return part.prev_sibling_element().map(|_| ",");
    }
    let is_of_identifier = matches!(name(outer), "msIdentifier" | "altIdentifier");
    (is_of_identifier && name(part) != "altIdentifier").then_some(",")
}

/// Whether the element is one of the dimensions of a page after another, with
/// nothing between them.
pub(super) fn is_by_another(part: Node<'_>) -> bool {
    let has_words = |node: Node<'_>| !is_blank(&characters(node));
    let parts = part.prev_siblings().skip(1).find(|node| node.is_element() || has_words(*node));
    let is_one = |node: Node<'_>| matches!(name(node), "height" | "width" | "depth");
    is_one(part) && parts.is_some_and(|before| is_one(before) && has_words(before))
}

/// The unit of a measure that is a mere number in the description of a
/// manuscript; what is said of all its dimensions stands after the last.
pub(super) fn unit(measure: Node<'_>) -> Option<&str> {
    if !matches!(name(measure), "measure" | "height" | "width" | "depth" | "dim") {
        return None;
    }
    let words = characters(measure);
    let is_number = words.contains(|c: char| c.is_ascii_digit())
        && words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,/–-".contains(c));
    let is_last = measure.next_sibling_element().is_none();
    let all = measure.parent().filter(|all| is_last && name(*all) == "dimensions");
    let unit = attribute(measure, "unit").or_else(|| attribute(all?, "unit"))?;
    let is_described = || measure.ancestors().any(|outer| name(outer) == "msDesc");
    (is_number && is_described()).then_some(unit)
}

/// What a part of the description of a manuscript is about, in one of the
/// languages of the labels.
pub(super) fn part_of_catalogue(part: Node<'_>, language: &str) -> Option<&'static str> {
    let is_first = part.prev_sibling_element().is_none();
    let outer = part.parent().map(name).unwrap_or_default();
    // What is said of all hands, in words of its own.
    let called = match (name(part), outer) {
        ("summary" | "p", "handDesc" | "scriptDesc") if is_first => "handNote",
        ("summary" | "p", "decoDesc") if is_first => "decoNote",
        ("summary" | "p", "layoutDesc") if is_first => "layout",
        ("p", "bindingDesc") if is_first => "binding",
        ("correspAction", _) => attribute(part, "type").unwrap_or_default(),
        (own, _) => own,
    };
    let words = match called {
        "summary" => ["Summary", "Inhalt", "Résumé"],
        "rubric" => ["Rubric", "Rubrik", "Rubrique"],
        "incipit" => ["Incipit"; 3],
        "explicit" => ["Explicit"; 3],
        "colophon" => ["Colophon", "Kolophon", "Colophon"],
        "textLang" => ["Language", "Sprache", "Langue"],
        "support" => ["Support", "Beschreibstoff", "Support"],
        "extent" => ["Extent", "Umfang", "Étendue"],
        "foliation" => ["Foliation", "Foliierung", "Foliotation"],
        "collation" => ["Collation", "Lagen", "Collation"],
        "condition" => ["Condition", "Zustand", "État"],
        "layout" => ["Layout", "Einrichtung", "Mise en page"],
        "handNote" => ["Hand", "Hand", "Main"],
        "decoNote" => ["Decoration", "Buchschmuck", "Décoration"],
        "binding" => ["Binding", "Einband", "Reliure"],
        "origin" => ["Origin", "Entstehung", "Origine"],
        "provenance" => ["Provenance", "Provenienz", "Provenance"],
        "sent" => ["From", "Von", "De"],
        "received" => ["To", "An", "À"],
        "acquisition" => ["Acquisition", "Erwerbung", "Acquisition"],
        _ => return None,
    };
    Some(in_language(words, language))
}

/// The one of the English, the German and the French words that `language` asks
/// for.
fn in_language(words: [&'static str; 3], language: &str) -> &'static str {
    let [english, german, french] = words;
    match language {
        "de" => german,
        "fr" => french,
        _ => english,
    }
}

/// What a division without a heading is, beside others of an inscription or a
/// papyrus: the kinds are those of `EpiDoc`
/// (<https://epidoc.stoa.org/gl/latest/supp-structure.html>).
pub(super) fn part_of_edition(node: Node<'_>, language: &str) -> Option<String> {
    /// Editions have few parts, and who has very many of one needs no labels.
    const FEW: usize = 16;
    let kind = attribute(node, "type")?;
    let words = match kind {
        "edition" => ["Text", "Text", "Texte"],
        "apparatus" => ["Apparatus", "Apparat", "Apparat critique"],
        "translation" => ["Translation", "Übersetzung", "Traduction"],
        "commentary" => ["Commentary", "Kommentar", "Commentaire"],
        "bibliography" => ["Bibliography", "Literatur", "Bibliographie"],
        _ => return None,
    };
    let before = node.prev_siblings().skip(1).take(FEW);
    let beside = || before.clone().chain(node.next_siblings().skip(1).take(FEW));
    let is_other = |other: &Node<'_>| {
        name(*other) == name(node) && attribute(*other, "type").is_some_and(|other| other != kind)
    };
    if child(node, "head").is_some() || !beside().any(|other| is_other(&other)) {
        return None;
    }
    let label = in_language(words, language);
    // There may be several translations.
    let is_same = |other: &Node<'_>| attribute(*other, "type") == Some(kind);
    let tag = own_language(node).filter(|_| beside().any(|other| is_same(&other)));
    if let Some(tag) = tag.and_then(language_tag) {
        return Some(format!("{label} ({tag})"));
    }
    // There may be several texts, such as one in normalized spelling.
    Some(match attribute(node, "subtype") {
        Some(kind) => format!("{label} ({kind})"),
        None => label.to_owned(),
    })
}

/// Whether a document has a record of these kinds, which has a style of its
/// own.
pub(super) fn has_record(texts: &[Node<'_>]) -> bool {
    let is_one = |node: Node<'_>| {
        matches!(
            name(node),
            "entry" | "entryFree" | "msDesc" | "biblStruct" | "biblFull" | "correspDesc"
        )
    };
    texts.iter().flat_map(Node::descendants).any(is_one)
}

#[cfg(test)]
mod tests {
    use super::runs_on;
    use crate::export::tree::descendant;

    #[test]
    fn parts_that_stand_in_one_line() {
        let does = |xml: &str, wanted: &str| {
            let tree = roxmltree::Document::parse(xml).unwrap();
            runs_on(descendant(tree.root(), wanted).unwrap())
        };
        let entry = "<entry><form><orth>a</orth></form><sense><cit><quote>b</quote></cit><note/></sense></entry>";
        for part in ["form", "orth", "sense", "cit", "quote"] {
            assert!(does(entry, part), "{part}");
        }
        assert!(!does(entry, "note"));
        assert!(!does("<entry><sense>a</sense><sense>b</sense></entry>", "sense"));
        assert!(!does("<div><cit><quote>b</quote></cit></div>", "cit"));
        assert!(does("<msIdentifier><country>a</country></msIdentifier>", "country"));
        assert!(does("<monogr><title>a</title></monogr>", "title"));
        assert!(!does("<monogr><note>a</note></monogr>", "note"));
        assert!(!does("<msItem><incipit>a</incipit></msItem>", "incipit"));
    }
}

//! The reading text of a TEI document, worked out without the program: what
//! `docs/formats.md` says of it and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

/// How often each word is there.
pub(crate) type Words = BTreeMap<String, usize>;

/// The reading text, and which words are certain in it.
pub(crate) struct Reading {
    /// Words, where every element that might stand alone does.
    pub apart: Words,
    /// Words, where it stands among other words.
    pub together: Words,
    /// Words that are there if only some of those elements stand alone.
    pub possible: BTreeSet<String>,
    /// Words of the forms that an editor gives beside those of the source:
    /// other words may be made of them.
    pub other_forms: BTreeSet<String>,
    /// What characters without a key are called, and what is said of mistakes.
    pub names: BTreeSet<String>,
    /// What notes may be called.
    pub labels: BTreeSet<String>,
    /// Words that were deleted, in formats that cannot show it.
    pub deleted: BTreeSet<String>,
    /// Words as they were before something in them was deleted; formats that
    /// cannot show that have them, too.
    pub earlier: BTreeSet<String>,
    /// All characters but white space.
    pub characters: BTreeMap<char, usize>,
}

impl Reading {
    /// The reading text of a document, for formats that show what is deleted
    /// where it stands.
    pub(crate) fn of(xml: &str) -> Self {
        Self::in_state(xml, State::All)
    }

    /// The reading text for formats that cannot: the state after deletions.
    pub(crate) fn after_deletions(xml: &str) -> Self {
        Self::in_state(xml, State::Last)
    }

    fn in_state(xml: &str, state: State) -> Self {
        let tree = roxmltree::Document::parse(xml).unwrap();
        let texts = texts(tree.root_element());
        let characters = |node: &Node<'_, '_>| -> String {
            let inner = node.descendants();
            inner
                .filter_map(|inner| inner.text().filter(|_| inner.is_text()).or(glyph(inner)))
                .collect()
        };
        let all: String = texts.iter().map(characters).collect();
        let of_state = |state| {
            let mut parts = vec![String::new()];
            for text in &texts {
                read(*text, state, 0, &mut parts);
                parts[0].push(' ');
            }
            parts.join(" ")
        };
        let read = of_state(state);
        let before = of_state(State::First);
        Self {
            apart: words(&read.replace(PERHAPS, " ")),
            together: words(&read.replace(PERHAPS, "")),
            possible: possible(&read),
            other_forms: words_of(&texts, state, is_other_form),
            deleted: words_of(&texts, state, |node| state == State::Last && is_deleted(*node)),
            // A gap in a word may part it.
            earlier: [" ", ""]
                .iter()
                .flat_map(|p| words(&before.replace(PERHAPS, p)))
                .map(|(w, _)| w)
                .collect(),
            names: names(&tree),
            labels: labels(&tree),
            characters: count(&all),
        }
    }
}

/// What is read of deletions and additions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Both, where they stand.
    All,
    /// The text after deletions, and what was deleted apart from it.
    Last,
    /// The text before them.
    First,
}

/// The words of some elements.
fn words_of<'x>(
    texts: &[Node<'x, 'x>],
    state: State,
    is_wanted: impl Fn(&Node<'x, 'x>) -> bool,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for form in texts.iter().flat_map(Node::descendants).filter(is_wanted) {
        let mut parts = vec![String::new()];
        form.children().for_each(|child| read(child, state, 0, &mut parts));
        found.extend(words(&parts.join(" ").replace(PERHAPS, " ")).into_keys());
    }
    found
}

/// Whether the words of an element were deleted for good.
fn is_deleted(node: Node<'_, '_>) -> bool {
    node.has_tag_name((TEI, "del"))
        && !node.parent().is_some_and(|outer| outer.has_tag_name((TEI, "restore")))
}

/// The characters that a `g` without words stands for: its standardized
/// mapping, or the one without a type.
fn glyph<'x>(node: Node<'x, 'x>) -> Option<&'x str> {
    if !node.has_tag_name((TEI, "g")) || node.has_children() {
        return None;
    }
    let pointer = node.attribute("ref")?;
    let id = pointer.strip_prefix('#').unwrap_or(pointer);
    let declared = node.document().descendants().find(|declared| {
        matches!(declared.tag_name().name(), "char" | "glyph")
            && declared.attribute((XML, "id")) == Some(id)
    });
    // What has the same name everywhere.
    let Some(declared) = declared else {
        return [("slash", "/"), ("dot", "."), ("pilcrow", "¶"), ("hedera", "❦")]
            .iter()
            .find_map(|(name, sign)| (*name == id).then_some(*sign));
    };
    let mapping = |kind| {
        let mut mappings = declared.children().filter(|child| child.has_tag_name((TEI, "mapping")));
        mappings.find(|mapping| mapping.attribute("type") == kind)
    };
    mapping(Some("standardized")).or_else(|| mapping(None))?.text()
}

/// Whether an element gives the words of its `choice` in another form than
/// the one that stands in the source: `sic`, `orig` or `abbr`, else the first.
fn is_other_form(node: &Node<'_, '_>) -> bool {
    let choice =
        node.parent().filter(|parent| is_tei(*parent) && parent.has_tag_name((TEI, "choice")));
    let Some(choice) = choice.filter(|_| node.is_element()) else { return false };
    let forms = || choice.children().filter(Node::is_element);
    let of_source = |form: &Node<'_, '_>| {
        is_tei(*form) && matches!(form.tag_name().name(), "sic" | "orig" | "abbr")
    };
    forms().find(of_source).or_else(|| forms().next()) != Some(*node)
}

/// What parts of catalogues and of inscriptions are called, and what stands for
/// a reading without words.
const LABELS: &[&str] = &[
    "om", "From", "To", "Von", "An", "De", "À", "Summary", "Rubric", "Incipit", "Explicit",
    "Colophon", "Language", "Support", "Extent", "Foliation", "Collation", "Condition", "Layout",
    "Hand", "Decoration", "Binding", "Origin", "Provenance", "Acquisition", "Text", "Apparatus",
    "Translation", "Commentary", "Bibliography", "Inhalt", "Rubrik", "Kolophon", "Sprache",
    "Beschreibstoff", "Umfang", "Foliierung", "Lagen", "Zustand", "Einrichtung", "Buchschmuck",
    "Einband", "Entstehung", "Provenienz", "Erwerbung", "Apparat", "Übersetzung", "Kommentar",
    "Literatur", "Résumé", "Rubrique", "Langue", "Étendue", "Foliotation", "État", "Mise", "en",
    "page", "Main", "Décoration", "Reliure", "Origine", "Texte", "critique", "Traduction",
    "Commentaire", "Bibliographie",
];

/// What characters without a key are called, which stands for them in want of
/// anything better, and what else is told beside the words.
fn names(tree: &roxmltree::Document<'_>) -> BTreeSet<String> {
    let declared = tree.descendants().filter(|node| node.has_tag_name((TEI, "charName")));
    let declared = declared.filter_map(|name| name.text());
    let used = tree.descendants().filter(|node| node.has_tag_name((TEI, "g")));
    let used = used.filter_map(|g| g.attribute("ref").or(g.attribute("type")));
    let alone = |node: &Node<'_, '_>| {
        let in_choice = node.parent().is_some_and(|outer| outer.has_tag_name((TEI, "choice")));
        node.has_tag_name((TEI, "sic")) && !in_choice
    };
    let sic = tree.descendants().any(|node| alone(&node)).then_some("sic");
    let parts = tree.descendants().filter(|node| {
        matches!(node.attribute("type"), Some("textpart" | "book" | "chapter" | "verse"))
    });
    let cited = parts.filter_map(|part| part.attribute("n"));
    let keys = ["target", "loc", "n", "unit"];
    let pointers = tree.descendants().filter(|node| {
        matches!(
            node.tag_name().name(),
            "ptr" | "ref" | "app" | "measure" | "dimensions" | "height" | "width" | "depth"
        )
    });
    let pointers =
        pointers.flat_map(|node| keys.iter().filter_map(move |key| node.attribute(*key)));
    let keys = [
        "wit", "source", "resp", "who", "dur", "subtype", "when", "from", "to", "notBefore",
        "notAfter",
    ];
    // Three letters of a language are as good as two.
    let languages = tree.descendants().filter_map(|node| node.attribute((XML, "lang")));
    let languages = languages.chain(["en", "fr", "de", "it", "la", "he", "el", "es", "nl"]);
    let of_attributes =
        tree.descendants().flat_map(|node| keys.iter().filter_map(move |key| node.attribute(*key)));
    let called = tree.descendants().filter(|node| {
        let is_person = node.ancestors().any(|outer| outer.has_tag_name((TEI, "person")));
        let is_title = node.ancestors().any(|outer| outer.has_tag_name((TEI, "titleStmt")));
        node.is_text() && (is_person || is_title)
    });
    let called = called.filter_map(|node| node.text());
    let cited = cited
        .chain(pointers)
        .chain(of_attributes)
        .chain(languages)
        .chain(called)
        .chain(LABELS.iter().copied());
    declared.chain(used).chain(cited).chain(sic).flat_map(|name| words(name).into_keys()).collect()
}

/// What notes may be called: by `@n`, or by numbers.
fn labels(tree: &roxmltree::Document<'_>) -> BTreeSet<String> {
    let is_note = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "note" | "app");
    let notes: Vec<_> = tree.descendants().filter(is_note).collect();
    let own = notes.iter().filter_map(|note| note.attribute("n"));
    let own = own.map(|n| n.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    let numbers = (1..=notes.len()).flat_map(|number| [number.to_string(), format!("†{number}")]);
    own.chain(numbers).chain(["*".to_owned()]).collect()
}

/// Where an element that might stand alone begins and ends.
const PERHAPS: char = '\u{1}';

/// Words that are put together of some that may be apart.
fn possible(read: &str) -> BTreeSet<String> {
    let mut possible = BTreeSet::new();
    let glued =
        read.split(|c| c != PERHAPS && !is_of_word(c)).filter(|word| word.contains(PERHAPS));
    for word in glued {
        let pieces: Vec<&str> = word.split(PERHAPS).filter(|piece| !piece.is_empty()).collect();
        for from in 0..pieces.len() {
            let mut word = String::new();
            for piece in pieces[from..].iter().take(20) {
                word.push_str(piece);
                possible.insert(word.clone());
            }
        }
    }
    possible
}

/// The characters but white space, counted.
pub(crate) fn count(text: &str) -> BTreeMap<char, usize> {
    let mut counted = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counted.entry(c).or_default() += 1;
    }
    counted
}

/// The words of a text: what stands between white space and punctuation.
pub(crate) fn words(text: &str) -> Words {
    let mut words = Words::new();
    for word in text.split(|c| !is_of_word(c)).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn is_of_word(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !c.is_ascii_punctuation()
        && !matches!(c, '\u{2000}'..='\u{206F}' | '\u{2600}'..='\u{27BF}' | '\u{3000}'..='\u{303F}' | '⟦' | '⟧' | '«' | '»' | '¡' | '¿' | '·' | '§' | '¶' | '×' | '\u{FEFF}')
}

/// The texts of a document or a corpus, the pages where there is no text, and
/// notes elsewhere that these lead to.
fn texts<'x>(root: Node<'x, 'x>) -> Vec<Node<'x, 'x>> {
    let named = |node: &Node<'_, '_>, name| node.tag_name().name() == name;
    let mut texts = Vec::new();
    let is_example = |node: &Node<'x, 'x>| {
        node.ancestors().skip(1).any(|outer| named(&outer, "text") || named(&outer, "egXML"))
    };
    let documents = root.descendants().filter(|node| named(node, "TEI") && !is_example(node));
    for document in documents {
        let before = texts.len();
        texts.extend(document.children().filter(|node| named(node, "text")));
        if texts.len() == before {
            texts.extend(document.children().filter(|node| named(node, "sourceDoc")));
        }
        // A catalogue has no text but what it says of a manuscript, or lists.
        let has_content = |node: &Node<'x, 'x>| {
            let says = |inner: Node<'_, '_>| {
                let is_word =
                    inner.is_text() && inner.text().is_some_and(|text| !text.trim().is_empty());
                is_word || named(&inner, "graphic")
            };
            node.descendants().any(says)
        };
        if !texts[before..].iter().any(has_content) {
            let described = document.descendants().filter(|node| {
                named(node, "msDesc")
                    && !node.ancestors().skip(1).any(|outer| named(&outer, "msDesc"))
            });
            let mut described: Vec<_> = described.collect();
            if described.is_empty() {
                let lists = document.children().filter(|node| named(node, "standOff"));
                described.extend(lists.filter(has_content));
            }
            if described.is_empty() {
                described.extend(document.descendants().filter(|node| named(node, "correspDesc")));
            }
            if !described.is_empty() {
                texts.truncate(before);
                texts.extend(described);
            }
        }
    }
    let inside: Vec<_> = texts.iter().flat_map(Node::descendants).map(|n| n.id().get()).collect();
    let targets: Vec<&str> = texts
        .iter()
        .flat_map(Node::descendants)
        .filter(|node| named(node, "ref") || named(node, "ptr"))
        .filter_map(|node| node.attribute("target"))
        .filter_map(|target| target.split_ascii_whitespace().find_map(|way| way.strip_prefix('#')))
        .collect();
    let id = |node: &Node<'x, 'x>| node.attribute((XML, "id"));
    let elsewhere = root.descendants().filter(|node| named(node, "note"));
    let elsewhere = elsewhere.filter(|note| id(note).is_some_and(|id| targets.contains(&id)));
    let elsewhere: Vec<_> =
        elsewhere.filter(|note| inside.binary_search(&note.id().get()).is_err()).collect();
    texts.extend(elsewhere);
    texts
}

/// Reads an element into the part `at`; a note, a reading and another form of
/// a word are parts of their own.
fn read<'x>(node: Node<'x, 'x>, state: State, at: usize, parts: &mut Vec<String>) {
    // Not by recursion: documents nest deep.
    let mut waiting = vec![(node, at, false)];
    while let Some((node, at, is_end)) = waiting.pop() {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            parts[at].push_str(meaning(node, text));
        }
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name();
        if state == State::First && name == "add" && is_tei(node) {
            continue;
        }
        if let (Some(characters), false) = (glyph(node), is_end) {
            parts[at].push_str(characters);
        }
        let mut inner = at;
        let is_apart = matches!(name, "note" | "rdg" | "rdgGrp") && is_tei(node)
            || is_of_words_elsewhere(node)
            || state == State::Last && is_deleted(node);
        if (is_apart || is_other_form(&node)) && !is_end {
            inner = parts.len();
            parts.push(String::new());
        }
        parts[inner].extend(separator(node));
        if !is_end {
            waiting.push((node, inner, true));
            let from = waiting.len();
            waiting.extend(node.children().map(|child| (child, inner, false)));
            waiting[from..].reverse();
        }
    }
}

/// Whether the words of a `lem` stand in the text, too.
fn is_of_words_elsewhere(lem: Node<'_, '_>) -> bool {
    lem.has_tag_name((TEI, "lem"))
        && lem.parent().is_some_and(|app| {
            app.has_tag_name((TEI, "app"))
                && (app.has_attribute("from") || app.has_attribute("loc"))
        })
}

const TEI: &str = "http://www.tei-c.org/ns/1.0";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

fn is_tei(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace() == Some(TEI)
}

fn is_break(name: &str) -> bool {
    matches!(name, "lb" | "pb" | "cb" | "gb" | "milestone")
}

fn is_token(name: &str) -> bool {
    matches!(name, "w" | "pc" | "s" | "name" | "persName" | "placeName" | "date" | "title" | "term")
}

/// Text without the white space beside a break within a word, and between the
/// forms of a word.
fn meaning<'t>(node: Node<'_, '_>, text: &'t str) -> &'t str {
    if node.parent().is_some_and(|outer| matches!(outer.tag_name().name(), "choice" | "subst")) {
        return text.trim_ascii();
    }
    let joins = |node: Option<Node<'_, '_>>| {
        node.is_some_and(|node| {
            is_break(node.tag_name().name()) && node.attribute("break") == Some("no")
        })
    };
    // Tokens that are joined, or parts of one word.
    let token = |node: Option<Node<'_, '_>>, key: &str| {
        node.and_then(|node| node.attribute("join"))
            .is_some_and(|join| join == key || join == "both")
    };
    let is_joined = token(node.prev_sibling(), "right") || token(node.next_sibling(), "left");
    if is_joined && text.trim_ascii().is_empty() {
        return "";
    }
    let other = |node: &Node<'_, '_>| node.is_element() || node.is_text();
    let mut text = text;
    if joins(node.next_siblings().skip(1).find(other)) {
        text = text.trim_ascii_end();
    }
    if joins(node.prev_siblings().skip(1).find(other)) {
        text = text.trim_ascii_start();
    }
    text
}

/// What stands between the words before and after a tag.
fn separator(node: Node<'_, '_>) -> Option<char> {
    let name = node.tag_name().name();
    if !is_tei(node) {
        Some(PERHAPS)
    } else if is_break(name) {
        (name == "lb" && node.attribute("break") != Some("no")).then_some(' ')
    } else if name == "app"
        && node.parent().is_some_and(|outer| outer.has_tag_name((TEI, "listApp")))
    {
        Some(' ')
    } else if is_token(name) && node.prev_sibling().is_some_and(|before| before.is_element()) {
        // In a corpus without white space, and between the parts of a record,
        // elements alone part words.
        Some(PERHAPS)
    } else if name == "g" && glyph(node).is_none() {
        // What stands for it may part words.
        Some(PERHAPS)
    } else if BLOCKS.contains(&name) {
        Some(' ')
    } else {
        (!WORDS.contains(&name)).then_some(PERHAPS)
    }
}

/// Elements that are blocks wherever they stand.
const BLOCKS: &[&str] = &[
    "text", "front", "body", "back", "group", "div", "div1", "div2", "div3", "div4", "div5",
    "div6", "div7", "head", "p", "ab", "lg", "l", "list", "item", "table", "row", "cell", "figure",
    "sp", "speaker", "titlePage", "opener", "closer", "epigraph", "castList", "castItem",
    "docTitle", "line", "zone", "surface", "trailer", "postscript", "argument", "address",
    "addrLine", "listApp",
];

/// Elements that stand among words wherever they are.
const WORDS: &[&str] = &[
    "hi", "emph", "foreign", "w", "c", "pc", "m", "s", "ex", "am", "supplied", "unclear", "add",
    "del", "abbr", "expan", "persName", "placeName", "date", "num", "g", "term", "title", "name",
    "rs", "choice", "sic", "corr", "orig", "reg", "app", "lem", "anchor",
];

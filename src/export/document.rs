//! A TEI document as every writer sees it, worked out once.

use super::entities::Entities;
use super::ids::Ids;
use super::labels::{Labels, labels};
use super::language::language_tag;
use super::layout::Layout;
use super::metadata::{Metadata, is_web};
use super::notes::Notes;
use super::outline::Outline;
use super::style::Renditions;
use super::tree::{self, Node, attribute, child, collapsed, elements, name, xml_id};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Span, offset};

/// A TEI document and what is known of it.
pub(super) struct Document<'x> {
    /// The document as it was given.
    pub xml: &'x str,
    /// The texts, in the order of the document.
    pub texts: Vec<Node<'x>>,
    pub layout: Layout,
    pub ids: Ids<'x>,
    pub renditions: Renditions<'x>,
    pub metadata: Metadata,
    pub outline: Outline<'x>,
    pub notes: Notes<'x>,
    pub entities: Entities<'x>,
    /// The language of the text as a whole.
    pub language: Option<&'x str>,
    pub labels: &'static Labels,
}

impl<'x> Document<'x> {
    /// Works out `tree`, which is that of `xml`.
    pub(super) fn of(
        xml: &'x str,
        tree: &'x roxmltree::Document<'x>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let root = tree.root_element();
        let layout = Layout::of(tree);
        let texts = texts(root);
        let mut ids = Ids::of(root, diagnostics);
        let notes = Notes::of(&texts, &layout, &mut ids);
        let entities = Entities::of(root, &texts, &layout, &mut ids);
        let mut outline = Outline::of(&texts, &layout, |text| title_of(text, &layout));
        for entry in &mut outline.entries {
            ids.ensure(entry.node, &super::ids::slug(&entry.label));
        }
        for dated in &outline.dated {
            ids.ensure(dated.node, &format!("entry-{}", dated.when));
        }
        included(root, diagnostics);
        beside(&texts, diagnostics);
        unresolved(&texts, &mut ids, diagnostics);
        let metadata = Metadata::of(root, &layout);
        let language = texts.first().and_then(|text| tree::language(*text));
        let renditions = renditions(root);
        Self {
            xml,
            labels: labels(language.or(metadata.language.as_deref())),
            language,
            texts,
            layout,
            ids,
            renditions,
            metadata,
            outline,
            notes,
            entities,
        }
    }

    /// The title, or the words for having none.
    pub(super) fn title(&self) -> &str {
        if self.metadata.title.is_empty() { self.labels.untitled } else { &self.metadata.title }
    }

    /// What a pointer without words is read as: its number, what its target is
    /// called, or the address.
    pub(super) fn label_of_pointer(&self, node: Node<'x>) -> Option<&str> {
        let target = attribute(node, "target").or_else(|| attribute(node, "ref"));
        let pointer = target?.split_ascii_whitespace().next()?;
        let number = attribute(node, "n");
        let Some(target) = self.ids.target(pointer) else {
            let is_here = pointer.starts_with('#');
            return number.or_else(|| (!is_here).then(|| short(pointer)));
        };
        let called = number.or_else(|| self.outline.label_around(target));
        Some(called.unwrap_or_else(|| short(pointer)))
    }

    /// The language of the text as a language tag.
    pub(super) fn language_tag(&self) -> String {
        self.language
            .or(self.metadata.language.as_deref())
            .and_then(language_tag)
            .unwrap_or_else(|| "und".to_owned())
    }
}

/// What a pointer leads to, without the way there: an identifier, or a file of
/// the project that the document is of.
fn short(pointer: &str) -> &str {
    if is_web(pointer) || pointer.starts_with("urn:") || pointer.starts_with("doi:") {
        return pointer;
    }
    match pointer.split_once('#') {
        Some((_, id)) if !id.is_empty() => id,
        _ => {
            let file = pointer.trim_end_matches('#').rsplit('/').next().unwrap_or(pointer);
            // The prefix of a project (`bib:Gide1937`).
            let file = file.split_once(':').map_or(file, |(_, file)| file);
            file.strip_suffix(".xml").unwrap_or(file)
        }
    }
}

/// The texts of a document or a corpus; the transcriptions of pages where
/// there is no text, and what a catalogue or a list of letters says where there
/// is neither.
fn texts(root: Node<'_>) -> Vec<Node<'_>> {
    let mut texts = Vec::new();
    // A document within a text is an example in it.
    let is_example = |node: Node<'_>| {
        node.ancestors().skip(1).any(|outer| matches!(name(outer), "text" | "egXML" | "teiHeader"))
    };
    let documents = root.descendants().filter(|node| name(*node) == "TEI" && !is_example(*node));
    for document in documents {
        let of_kind = |wanted| elements(document).filter(move |node| name(*node) == wanted);
        let before = texts.len();
        texts.extend(of_kind("text"));
        if texts.len() == before {
            texts.extend(of_kind("sourceDoc"));
        }
        if !texts[before..].iter().any(|text| has_content(*text)) {
            let header = child(document, "teiHeader");
            let mut described: Vec<_> =
                header.iter().flat_map(|node| outermost(*node, "msDesc")).collect();
            if described.is_empty() {
                described.extend(of_kind("standOff").filter(|node| has_content(*node)));
            }
            if described.is_empty() {
                described.extend(header.iter().flat_map(|node| outermost(*node, "correspDesc")));
            }
            if !described.is_empty() {
                texts.truncate(before);
                texts.extend(described);
            }
        }
    }
    // A document within a document may come before the text of the outer one.
    texts.sort_unstable();
    texts
}

/// The title of a text that is one of several in a corpus, unless its title
/// page or its heading tells it.
fn title_of(text: Node<'_>, layout: &Layout) -> Option<String> {
    let tei = text.parent().filter(|tei| name(*tei) == "TEI")?;
    tei.parent().filter(|corpus| name(*corpus) == "teiCorpus")?;
    let title = Metadata::of(tei, layout).title;
    let first = text.descendants().find(|node| matches!(name(*node), "titlePage" | "head"));
    let is_told = first.is_some_and(|first| {
        name(first) == "titlePage" || super::plain::plain(first, layout) == title
    });
    Some(title).filter(|title| !title.is_empty() && !is_told)
}

/// Whether an element has anything to show.
pub(super) fn has_content(node: Node<'_>) -> bool {
    node.descendants().any(|inner| {
        let is_word = inner.is_text() && !inner.text().is_none_or(tree::is_blank);
        is_word || name(inner) == "graphic"
    })
}

/// The elements called `wanted` in `node` that are in no other such.
fn outermost<'x>(node: Node<'x>, wanted: &'static str) -> impl Iterator<Item = Node<'x>> {
    node.descendants().filter(move |inner| {
        let around = || inner.ancestors().skip(1).take_while(|outer| *outer != node);
        name(*inner) == wanted && !around().any(|outer| name(outer) == wanted)
    })
}

/// Tells of what stands in other files.
fn included(root: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let is_of_header = |node: &Node<'_>| node.ancestors().any(|outer| name(outer) == "teiHeader");
    let is_include =
        |node: &Node<'_>| node.has_tag_name((INCLUDE, "include")) && !is_of_header(node);
    let mut all = root.descendants().filter(is_include);
    let Some(first) = all.next() else { return };
    let message = match all.count() {
        0 => "what xi:include stands for is not read".to_owned(),
        more => format!("what xi:include stands for, here and {more} times more, is not read"),
    };
    diagnostics.push(
        Diagnostic::new(Severity::Warning, Code::NotCarried, message)
            .at(Span::empty(offset(first.range().start)))
            .help("put it in place before, such as with xmllint --xinclude"),
    );
}

/// The namespace of `XInclude`.
const INCLUDE: &str = "http://www.w3.org/2001/XInclude";

/// Tells of transcriptions of pages beside a text, which give the same words
/// once more, and of what is said of a text beside it.
fn beside(texts: &[Node<'_>], diagnostics: &mut Vec<Diagnostic>) {
    for text in texts.iter().filter(|text| name(**text) == "text") {
        let others = || text.prev_siblings().chain(text.next_siblings());
        let pages = others().filter(|node| matches!(name(*node), "sourceDoc" | "facsimile"));
        let lists = others().filter(|node| name(*node) == "standOff").flat_map(elements);
        // What the indexes list, and notes that are led to.
        let is_carried = |node: &Node<'_>| {
            matches!(name(*node), "listPerson" | "listPlace" | "listOrg" | "note" | "noteGrp")
        };
        for other in pages.chain(lists.filter(|node| !is_carried(node))) {
            let message = format!("the {} beside the text is not exported", name(other));
            diagnostics.push(
                Diagnostic::new(Severity::Info, Code::NotCarried, message)
                    .at(Span::empty(offset(other.range().start)))
                    .help("json carries all"),
            );
        }
    }
}

fn renditions(root: Node<'_>) -> Renditions<'_> {
    let mut renditions = Renditions::default();
    let header = child(root, "teiHeader");
    for node in header.iter().flat_map(Node::descendants) {
        if let ("rendition", Some(id)) = (name(node), xml_id(node)) {
            let described = tree::characters(node);
            // A notation of rubricate is no look.
            if attribute(node, "scheme") != Some("free") {
                renditions.declare(id, &described);
            }
        }
    }
    renditions
}

/// How many broken references are told one by one.
const MOST_TOLD: usize = 20;

/// Tells of references to identifiers that the document does not have.
fn unresolved<'x>(texts: &[Node<'x>], ids: &mut Ids<'x>, diagnostics: &mut Vec<Diagnostic>) {
    let mut more = 0_usize;
    let before = diagnostics.len();
    for node in texts.iter().flat_map(Node::descendants) {
        let Some(target) = node.attribute_node("target") else { continue };
        for pointer in target.value().split_ascii_whitespace() {
            if let Some(to) = ids.target(pointer) {
                ids.point(to);
                continue;
            }
            if !pointer.starts_with('#') || pointer.contains('(') {
                continue;
            }
            if diagnostics.len() - before == MOST_TOLD {
                more += 1;
                continue;
            }
            let message = format!("no element has the xml:id {}", &pointer[1..]);
            let range = target.range_value();
            diagnostics.push(
                Diagnostic::new(Severity::Warning, Code::UnresolvedReference, message)
                    .at(Span::new(offset(range.start), offset(range.end)))
                    .help("the words stay, without a link"),
            );
        }
    }
    if more > 0 {
        let message = format!("{more} more references lead nowhere");
        diagnostics.push(Diagnostic::new(Severity::Warning, Code::UnresolvedReference, message));
    }
}

/// The value of a date in words that need no language, such as `1937-05-08` or
/// `1936/1937`, from the attributes of an element.
pub(super) fn date_value(node: Node<'_>) -> Option<String> {
    let value = |key| attribute(node, key).map(collapsed);
    for key in ["when", "when-iso", "when-custom"] {
        if let Some(when) = value(key) {
            return Some(when);
        }
    }
    for (from, to) in [("from", "to"), ("notBefore", "notAfter")] {
        match (value(from), value(to)) {
            (Some(from), Some(to)) => return Some(format!("{from}/{to}")),
            (Some(from), None) => return Some(format!("{from}/..")),
            (None, Some(to)) => return Some(format!("../{to}")),
            (None, None) => {}
        }
    }
    None
}

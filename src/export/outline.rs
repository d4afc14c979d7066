//! The divisions of a text: what a table of contents lists, which of them have
//! a date, and how the text falls into pages.

use std::collections::HashMap;

use super::layout::Layout;
use super::plain::plain;
use super::role::{Role, role};
use super::tree::{Node, attribute, child, descendant, elements, is_blank, name};

/// A division with something to call it by.
#[derive(Debug)]
pub(super) struct Entry<'x> {
    pub node: Node<'x>,
    pub label: String,
    /// How many divisions with a label it stands in, itself included.
    pub depth: usize,
}

/// A division that is dated, as an entry of a diary is.
#[derive(Debug)]
pub(super) struct Dated<'x> {
    pub node: Node<'x>,
    /// The first day, month or year, by ISO 8601.
    pub when: String,
    /// What follows it: a place, or the words of the date.
    pub label: String,
}

/// The divisions of a document.
#[derive(Debug, Default)]
pub(super) struct Outline<'x> {
    pub entries: Vec<Entry<'x>>,
    pub dated: Vec<Dated<'x>>,
    /// The titles of the texts of a corpus.
    titles: HashMap<usize, String>,
    depths: HashMap<usize, usize>,
    levels: HashMap<usize, usize>,
}

impl<'x> Outline<'x> {
    /// The divisions of `texts`; `title` tells what a text of several is
    /// called.
    pub(super) fn of(
        texts: &[Node<'x>],
        layout: &Layout,
        title: impl Fn(Node<'x>) -> Option<String>,
    ) -> Self {
        let mut outline = Self::default();
        let is_shell = |node: Node<'x>| {
            layout.role(node) == Role::Section || texts.binary_search(&node).is_ok()
        };
        for node in texts.iter().flat_map(Node::descendants).filter(|node| is_shell(*node)) {
            if layout.role(node) != Role::Section {
                outline.text(node, title(node));
                continue;
            }
            let outer = node.ancestors().skip(1).find(|outer| is_shell(*outer));
            let mut depth = outer.map_or(0, |outer| outline.depth(outer));
            if let Some(label) = label(node, layout) {
                depth += 1;
                outline.entries.push(Entry { node, label, depth });
            }
            outline.depths.insert(node.id().get_usize(), depth);
            let level = outer.map_or(0, |outer| outline.level(outer));
            // A head that holds blocks is none that HTML counts.
            let counts = |head: Node<'_>| !layout.has_block(head);
            let has_head = usize::from(child(node, "head").is_some_and(counts));
            outline.levels.insert(node.id().get_usize(), level + has_head);
            outline.dated.extend(dated(node, layout));
        }
        outline
    }

    /// A text of a corpus holds its divisions as a division does.
    fn text(&mut self, node: Node<'x>, title: Option<String>) {
        let Some(title) = title else { return };
        self.entries.push(Entry { node, label: title.clone(), depth: 1 });
        let id = node.id().get_usize();
        self.depths.insert(id, 1);
        self.levels.insert(id, 1);
        self.titles.insert(id, title);
    }

    /// The title of a text of several, which stands before it.
    pub(super) fn title(&self, text: Node<'_>) -> Option<&str> {
        self.titles.get(&text.id().get_usize()).map(String::as_str)
    }

    /// How many divisions with a label `section` stands in, itself included.
    fn depth(&self, section: Node<'_>) -> usize {
        self.depths.get(&section.id().get_usize()).copied().unwrap_or(0)
    }

    /// How many divisions with a head `section` stands in, itself included.
    pub(super) fn level(&self, section: Node<'_>) -> usize {
        self.levels.get(&section.id().get_usize()).copied().unwrap_or(0)
    }

    /// What a division is called in a table of contents.
    pub(super) fn label(&self, section: Node<'_>) -> Option<&str> {
        let id = section.id().get();
        let at = self.entries.binary_search_by_key(&id, |entry| entry.node.id().get()).ok()?;
        Some(&self.entries[at].label)
    }

    /// The date of a division, if it has one.
    pub(super) fn date(&self, section: Node<'_>) -> Option<&Dated<'x>> {
        let id = section.id().get();
        let at = self.dated.binary_search_by_key(&id, |dated| dated.node.id().get()).ok()?;
        Some(&self.dated[at])
    }

    /// What the innermost division around `node` is called.
    pub(super) fn label_around(&self, node: Node<'_>) -> Option<&str> {
        node.ancestors().find_map(|outer| self.label(outer))
    }
}

/// What to call a division: its heads, its date line, or its kind and number.
fn label(section: Node<'_>, layout: &Layout) -> Option<String> {
    let heads = elements(section).filter(|node| name(*node) == "head");
    let heads: Vec<String> =
        heads.map(|head| plain(head, layout)).filter(|words| !words.is_empty()).collect();
    if !heads.is_empty() {
        return Some(heads.join(" · "));
    }
    if let Some(line) = date_line(section) {
        let words = plain(line, layout);
        if !words.is_empty() {
            return Some(words.trim_end_matches('.').to_owned());
        }
    }
    // A longer one is an identifier, and tells a reader nothing.
    let number = attribute(section, "n").filter(|n| n.chars().count() <= 10)?;
    let kind = attribute(section, "subtype").or_else(|| attribute(section, "type"))?;
    Some(format!("{kind} {number}"))
}

/// The number by which a passage is cited, where it has no heading that tells
/// it: parts of ancient texts and of inscriptions are called `textpart`
/// (<https://epidoc.stoa.org/gl/latest/supp-textpart.html>), or what they are.
pub(super) fn citation(section: Node<'_>) -> Option<&str> {
    let number = attribute(section, "n").filter(|n| !n.is_empty() && n.chars().count() <= 8)?;
    let is_part = match attribute(section, "type")? {
        "textpart" => true,
        "book" | "chapter" | "verse" => number.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    (is_part && child(section, "head").is_none()).then_some(number)
}

/// The line at the beginning of a division that says when and where.
fn date_line(section: Node<'_>) -> Option<Node<'_>> {
    let first = elements(section)
        .find(|node| !matches!(role(*node), Role::PageBreak | Role::LineBreak | Role::Point))?;
    if name(first) == "dateline" {
        return Some(first);
    }
    if name(first) == "opener" {
        return descendant(first, "dateline");
    }
    let segment = child(first, "seg")?;
    (attribute(segment, "type") == Some("dateline")).then_some(segment)
}

fn dated<'x>(section: Node<'x>, layout: &Layout) -> Option<Dated<'x>> {
    let line = elements(section)
        .filter(|node| name(*node) == "head")
        .find(|head| descendant(*head, "date").is_some())
        .or_else(|| date_line(section));
    let date = line.and_then(|line| descendant(line, "date"));
    let value = |node| {
        ["when", "from", "notBefore", "when-iso", "when-custom", "to", "notAfter"]
            .iter()
            .find_map(|key| attribute(node, key))
    };
    let when = date.and_then(value).or_else(|| attribute(section, "n").filter(|n| is_day(n)))?;
    let words = line.map(|line| plain(line, layout)).unwrap_or_default();
    let is_iso = when.bytes().next()?.is_ascii_digit() && when.len() >= 4;
    is_iso.then(|| Dated { node: section, when: when.to_owned(), label: words })
}

/// Whether the value is a day, `YYYY-MM-DD`.
fn is_day(value: &str) -> bool {
    value.len() == 10
        && value.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A part of the text that can be a page of its own.
#[derive(Debug)]
pub(super) struct Chunk<'x> {
    /// The divisions that begin here and go on in later parts.
    pub opens: Vec<Node<'x>>,
    /// What it holds, side by side in the tree.
    pub nodes: Vec<Node<'x>>,
}

impl<'x> Chunk<'x> {
    /// Its first node.
    pub(super) fn first(&self) -> Option<Node<'x>> {
        self.opens.first().or(self.nodes.first()).copied()
    }

    fn is_empty(&self) -> bool {
        self.opens.is_empty() && self.nodes.is_empty()
    }
}

/// A division with more characters of XML is split at the divisions in it.
const LARGE: usize = 250_000;

/// The text as one part for each outer division; `has_title` tells the texts
/// of a corpus.
pub(super) fn chunks<'x>(
    texts: &[Node<'x>],
    has_title: impl Fn(Node<'x>) -> bool,
) -> Vec<Chunk<'x>> {
    let mut chunks = vec![Chunk { opens: Vec::new(), nodes: Vec::new() }];
    let mut waiting: Vec<Node<'x>> = texts.iter().rev().copied().collect();
    while let Some(node) = waiting.pop() {
        let says = node.is_element() || node.is_text();
        if !says || node.is_text() && is_blank(node.text().unwrap_or_default()) {
            continue;
        }
        let role = role(node);
        let is_split = role == Role::Container
            && !matches!(name(node), "floatingText" | "facsimile" | "surface" | "zone")
            || role == Role::Section && is_large(node);
        if role == Role::Section && chunks.last().is_some_and(|last| !last.nodes.is_empty()) {
            chunks.push(Chunk { opens: Vec::new(), nodes: Vec::new() });
        }
        let is_titled = has_title(node);
        if is_titled && chunks.last().is_some_and(|last| !last.is_empty()) {
            chunks.push(Chunk { opens: Vec::new(), nodes: Vec::new() });
        }
        let Some(last) = chunks.last_mut() else { continue };
        if is_split {
            if role == Role::Section || is_titled {
                last.opens.push(node);
            }
            let children: Vec<Node<'x>> = node.children().collect();
            waiting.extend(children.into_iter().rev());
        } else {
            last.nodes.push(node);
            if role == Role::Section {
                chunks.push(Chunk { opens: Vec::new(), nodes: Vec::new() });
            }
        }
    }
    chunks.retain(|chunk| !chunk.is_empty());
    chunks
}

fn is_large(section: Node<'_>) -> bool {
    let inner = |node: Node<'_>| elements(node).any(|child| role(child) == Role::Section);
    let range = section.range();
    // A division that holds one other and nothing else is only a shell.
    inner(section) && (range.len() > LARGE || name_of_shell(section))
}

fn name_of_shell(section: Node<'_>) -> bool {
    matches!(attribute(section, "type"), Some("edition" | "translation"))
}

#[cfg(test)]
mod tests {
    use super::{Outline, chunks};
    use crate::export::layout::Layout;
    use crate::export::tree::name;

    #[test]
    fn labels_and_dates() {
        let xml = "<text><body>\
            <div n='1936-11-21'><p><seg type='dateline'><date when='1936-11-21'>21 Nov.</date> \
            Paris.</seg> Rain.</p></div>\
            <div><head>One<note>n</note></head><div type='textpart' subtype='chapter' n='2'/></div>\
            <div type='entry' n='lc.geo.1804-01-03'><p/></div><div><p/></div></body></text>";
        let tree = roxmltree::Document::parse(xml).unwrap();
        let layout = Layout::of(&tree);
        let outline = Outline::of(&[tree.root_element()], &layout, |_| None);
        let entries: Vec<_> =
            outline.entries.iter().map(|entry| (entry.depth, entry.label.as_str())).collect();
        assert_eq!(entries, [(1, "21 Nov. Paris"), (1, "One"), (2, "chapter 2")]);
        assert_eq!(outline.dated.len(), 1);
        assert_eq!(outline.dated[0].when, "1936-11-21");
    }

    #[test]
    fn a_part_for_each_division() {
        let xml = "<text><front><titlePage/><div/></front> <body><p/><p/><div><div/></div>\
            <p/></body></text>";
        let tree = roxmltree::Document::parse(xml).unwrap();
        let parts: Vec<Vec<&str>> = chunks(&[tree.root_element()], |_| false)
            .iter()
            .map(|chunk| chunk.nodes.iter().map(|node| name(*node)).collect())
            .collect();
        assert_eq!(parts, [vec!["titlePage"], vec!["div"], vec!["p", "p"], vec!["div"], vec!["p"]]);
    }
}

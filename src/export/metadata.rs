//! What the header says of a document.

use super::layout::Layout;
use super::plain::plain;
use super::tree::{Node, attribute, child, collapsed, descendant, elements, name};

/// The description of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    /// The title.
    pub title: String,
    /// Subtitles.
    pub subtitles: Vec<String>,
    /// Who wrote it.
    pub authors: Vec<Agent>,
    /// Who had a part in it: what part, and who.
    pub contributors: Vec<(String, Agent)>,
    /// Who published it.
    pub publishers: Vec<String>,
    /// When it was published, as written and as a value.
    pub date: Option<(String, Option<String>)>,
    /// What may be done with it, and where that stands.
    pub licences: Vec<(String, Option<String>)>,
    /// What it was made from.
    pub sources: Vec<String>,
    /// Its identifiers, with their kind.
    pub identifiers: Vec<(Option<String>, String)>,
    /// What it is about.
    pub keywords: Vec<String>,
    /// The language of its text.
    pub language: Option<String>,
}

/// A person or a body, with where more is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Agent {
    pub name: String,
    pub url: Option<String>,
}

impl Metadata {
    /// What the `teiHeader` of `tei` says.
    pub(super) fn of(tei: Node<'_>, layout: &Layout) -> Self {
        let mut metadata = Self::default();
        let Some(header) = child(tei, "teiHeader") else { return metadata };
        if let Some(statement) = descendant(header, "titleStmt") {
            metadata.title_statement(statement, layout);
        }
        if let Some(statement) = descendant(header, "publicationStmt") {
            metadata.publication(statement, layout);
        }
        if let Some(description) = descendant(header, "sourceDesc") {
            let sources = elements(description).map(|source| citation(source, layout));
            metadata.sources = sources.filter(|source| !source.is_empty()).collect();
        }
        let words = header.descendants().filter(|node| {
            name(*node) == "term"
                && node.ancestors().any(|outer| matches!(name(outer), "textClass" | "keywords"))
        });
        metadata.keywords =
            words.map(|term| plain(term, layout)).filter(|term| !term.is_empty()).collect();
        metadata.language = descendant(header, "langUsage")
            .and_then(|usage| child(usage, "language"))
            .and_then(|language| attribute(language, "ident"))
            .map(str::to_owned);
        metadata
    }

    fn title_statement(&mut self, statement: Node<'_>, layout: &Layout) {
        for node in elements(statement) {
            let words = plain(node, layout);
            match name(node) {
                _ if words.is_empty() => {}
                "title" => {
                    let is_sub = matches!(attribute(node, "type"), Some("sub" | "subtitle"));
                    if self.title.is_empty() && !is_sub {
                        self.title = words;
                    } else {
                        self.subtitles.push(words);
                    }
                }
                "author" => self.authors.push(agent(node, layout)),
                "editor" => {
                    let role = attribute(node, "role").unwrap_or("editor").to_owned();
                    self.contributors.push((role, agent(node, layout)));
                }
                "funder" | "sponsor" | "principal" => {
                    self.contributors.push((name(node).to_owned(), agent(node, layout)));
                }
                "respStmt" => self.responsibility(node, layout),
                _ => {}
            }
        }
    }

    fn responsibility(&mut self, statement: Node<'_>, layout: &Layout) {
        let roles = elements(statement).filter(|node| name(*node) == "resp");
        let role: Vec<String> = roles.map(|node| plain(node, layout)).collect();
        for node in elements(statement).filter(|node| !matches!(name(*node), "resp" | "note")) {
            let agent = agent(node, layout);
            if !agent.name.is_empty() {
                self.contributors.push((role.join("; "), agent));
            }
        }
    }

    fn publication(&mut self, statement: Node<'_>, layout: &Layout) {
        for node in elements(statement) {
            let words = plain(node, layout);
            match name(node) {
                "publisher" | "authority" | "distributor" if !words.is_empty() => {
                    self.publishers.push(words);
                }
                "date" if self.date.is_none() && !words.is_empty() => {
                    let value = attribute(node, "when").map(str::to_owned);
                    self.date = Some((words, value));
                }
                "idno" if !words.is_empty() => {
                    let kind = attribute(node, "type").map(str::to_owned);
                    self.identifiers.push((kind, words));
                }
                "availability" => self.availability(node, layout),
                _ => {}
            }
        }
    }

    fn availability(&mut self, node: Node<'_>, layout: &Layout) {
        for part in elements(node) {
            let url = attribute(part, "target").filter(|url| is_web(url)).map(str::to_owned);
            let words = plain(part, layout);
            if !words.is_empty() || url.is_some() {
                let words = if words.is_empty() { url.clone().unwrap_or_default() } else { words };
                self.licences.push((words, url));
            }
        }
    }

    /// The names of the authors.
    pub(super) fn author_names(&self) -> impl Iterator<Item = &str> {
        self.authors.iter().map(|author| author.name.as_str())
    }

    /// The web address of the licence.
    pub(super) fn licence_url(&self) -> Option<&str> {
        self.licences.iter().find_map(|(_, url)| url.as_deref())
    }
}

/// Whether an address is one of the web.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn agent(node: Node<'_>, layout: &Layout) -> Agent {
    let url = node
        .descendants()
        .filter_map(|inner| attribute(inner, "ref"))
        .find(|address| is_web(address))
        .map(str::to_owned);
    let person =
        elements(node).find(|inner| matches!(name(*inner), "persName" | "name" | "orgName"));
    Agent { name: plain(person.unwrap_or(node), layout), url }
}

/// A description of a source in one line: what stands in it, with commas where
/// elements follow each other without punctuation. A manuscript is what its
/// library calls it.
fn citation(node: Node<'_>, layout: &Layout) -> String {
    if !matches!(name(node), "biblStruct" | "biblFull" | "msDesc") {
        return plain(node, layout);
    }
    let identifier = child(node, "msIdentifier").filter(|part| layout.is_full(*part));
    let node = identifier.unwrap_or(node);
    let mut parts: Vec<String> = Vec::new();
    for leaf in node.descendants().filter(Node::is_element) {
        let is_leaf = leaf.children().any(|inner| {
            inner.is_text() && !super::tree::is_blank(inner.text().unwrap_or_default())
        });
        let inside = leaf.ancestors().skip(1).take_while(|outer| *outer != node).any(|outer| {
            outer.children().any(|inner| {
                inner.is_text() && !super::tree::is_blank(inner.text().unwrap_or_default())
            })
        });
        if is_leaf && !inside {
            let words = collapsed(&plain(leaf, layout));
            let words = match (name(leaf), attribute(leaf, "unit")) {
                ("biblScope", Some(unit)) => format!("{unit} {words}"),
                _ => words,
            };
            if !words.is_empty() && !parts.contains(&words) {
                parts.push(words);
            }
        }
    }
    parts.join(", ")
}

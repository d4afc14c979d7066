//! Schemas: the edition's own, which is built in, and others.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use teixml::relaxng::{self, ResolveError, SchemaResolver, SchemaSource, SchemaSyntax};

use super::quick::{self, ROOT};
use super::tree::Tree;
use super::warm::Validators;

/// A RELAX NG schema with the Schematron rules in it.
///
/// Compiling one takes some milliseconds; one schema serves any number of
/// documents, from several threads at once.
pub struct Schema {
    source: SchemaSource,
    /// The schema with its Schematron, compiled when it is first needed.
    full: OnceLock<Result<teixml::Schema, String>>,
    /// The grammar alone, for what only asks whether a document is valid.
    relaxng: OnceLock<Option<relaxng::Schema>>,
    /// The grammar of many documents in one, and who checks with it.
    editions: OnceLock<Option<Arc<relaxng::Schema>>>,
    validators: Validators,
    names: OnceLock<Names>,
}

/// A text that cannot be used as a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotASchema(String);

impl fmt::Display for NotASchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotASchema {}

impl fmt::Debug for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Schema").field(&self.source.base_uri()).finish()
    }
}

/// What a schema has names for, for telling what is allowed.
pub(super) struct Names {
    pub elements: BTreeSet<String>,
    pub attributes: BTreeSet<String>,
    /// Whether it has no others in other files.
    pub complete: bool,
}

impl Schema {
    /// The schema of the editions that this program writes.
    ///
    /// Its source is the ODD in `schema/`; whatever it accepts, `tei_all`
    /// accepts.
    #[must_use]
    pub fn embedded() -> Self {
        Self::new(include_str!("../../schema/rubricate.rng"), "rubricate.rng", SchemaSyntax::Xml)
    }

    /// The schema in `text`, which is in the compact syntax if `name` ends in
    /// `.rnc` and in XML otherwise; other schemas in it are looked for beside
    /// `name`.
    ///
    /// # Errors
    ///
    /// The text is no schema, or not one that can be used.
    pub fn from_text(text: &str, name: &str) -> Result<Self, NotASchema> {
        let compact = name.to_ascii_lowercase().ends_with(".rnc");
        let syntax = if compact { SchemaSyntax::Compact } else { SchemaSyntax::Xml };
        let schema = Self::new(text, name, syntax);
        schema.full().map_err(NotASchema)?;
        Ok(schema)
    }

    fn new(text: &str, name: &str, syntax: SchemaSyntax) -> Self {
        Self {
            source: SchemaSource::new(roots_first(text), name, syntax),
            full: OnceLock::new(),
            relaxng: OnceLock::new(),
            editions: OnceLock::new(),
            validators: Validators::default(),
            names: OnceLock::new(),
        }
    }

    pub(super) fn full(&self) -> Result<&teixml::Schema, String> {
        let compile = || {
            let source = &self.source;
            teixml::Schema::from_text(source.text(), source.base_uri(), source.syntax())
                .map_err(|error| error.to_string())
        };
        self.full.get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// The grammar alone, unless it consists of several files.
    pub(super) fn relaxng(&self) -> Option<&relaxng::Schema> {
        let compile = || relaxng::Schema::compile(&self.source, &NoOthers).ok();
        self.relaxng.get_or_init(compile).as_ref()
    }

    /// The grammar of many documents in one element, unless it cannot be made.
    pub(super) fn editions(&self) -> Option<&Arc<relaxng::Schema>> {
        let compile = || {
            let (text, base) = (in_one(self.source.text())?, self.source.base_uri());
            let source = SchemaSource::new(text, base, self.source.syntax());
            relaxng::Schema::compile(&source, &NoOthers).ok().map(Arc::new)
        };
        self.editions.get_or_init(compile).as_ref()
    }

    /// Whether a document is valid and its identifiers are unique; nothing if that
    /// cannot be told fast.
    pub(super) fn is_valid(&self, tree: Tree<'_>) -> Option<bool> {
        // A longer one takes longer than to learn the schema, and its copy memory.
        const SHORT: usize = 4096;
        if !tree.is_plain() {
            return None;
        }
        let editions = self.editions()?;
        if tree.items.len() > SHORT {
            return Some(quick::is_valid(editions, tree));
        }
        self.validators.is_valid(editions, tree.into_owned())
    }

    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| match self.source.syntax() {
            SchemaSyntax::Compact => names_in_compact(self.source.text()),
            SchemaSyntax::Xml => names_in_xml(self.source.text()),
        })
    }
}

/// The same schema, with rules about the root worded so that they do not look through the
/// whole document for each of its elements, which is quadratic: `tei_all` has one.
fn roots_first(text: &str) -> String {
    text.replace("context=\"/*[", "context=\"*[not(parent::*)][")
}

/// A schema in XML for any number of the documents that `text` is the schema of, in an
/// element called [`ROOT`].
fn in_one(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("<start>")?;
    let (start, after) = rest.split_once("</start>")?;
    let open = format!("<start><element name=\"{ROOT}\" ns=\"\"><zeroOrMore>");
    let close = "</zeroOrMore></element></start>";
    (!after.contains("<start")).then(|| [before, &open, start, close, after].concat())
}

/// Resolves nothing: a grammar of several files is not tried with.
struct NoOthers;

impl SchemaResolver for NoOthers {
    fn resolve(&self, href: &str, _base: &str) -> Result<SchemaSource, ResolveError> {
        Err(ResolveError::new(format!("{href} is another file")))
    }
}

/// The names that a schema in XML defines.
fn names_in_xml(text: &str) -> Names {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options);
    let nodes = document.iter().flat_map(roxmltree::Document::descendants);
    let nodes: Vec<_> = nodes
        .filter(|node| node.is_element() && node.tag_name().namespace() == Some(RELAX_NG))
        .collect();
    let of = |kind| {
        let defined = nodes.iter().filter(move |node| node.tag_name().name() == kind);
        let names = defined.filter_map(|node| {
            let child = || node.children().find(|child| child.tag_name().name() == "name")?.text();
            node.attribute("name").or_else(child)
        });
        names.map(|name| local_name(name.trim()).to_owned()).collect()
    };
    let refers = |node: &roxmltree::Node<'_, '_>| {
        matches!(node.tag_name().name(), "include" | "externalRef")
    };
    let complete = !nodes.is_empty() && !nodes.iter().any(refers);
    Names { elements: of("element"), attributes: of("attribute"), complete }
}

/// The names that a schema in the compact syntax defines, as far as its words
/// tell.
fn names_in_compact(text: &str) -> Names {
    let of = |keyword: &str| {
        let after = text.match_indices(keyword).map(|(at, _)| &text[at + keyword.len()..]);
        let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, ':' | '_' | '-' | '.'));
        let names = after.filter_map(|rest| rest.split(is_end).next());
        names.filter(|name| !name.is_empty()).map(|name| local_name(name).to_owned()).collect()
    };
    let complete = !["include ", "external "].iter().any(|refers| text.contains(refers));
    Names { elements: of("element "), attributes: of("attribute "), complete }
}

fn local_name(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The namespace of RELAX NG.
const RELAX_NG: &str = "http://relaxng.org/ns/structure/1.0";

#[cfg(test)]
mod tests {
    use super::Schema;

    /// The elements and attributes that a schema names, and whether these are all.
    fn names(file: &str, text: &str) -> (String, bool) {
        let schema = Schema::from_text(text, file).unwrap();
        let names = schema.names();
        let all: Vec<&str> =
            names.elements.iter().chain(&names.attributes).map(String::as_str).collect();
        (all.join(" "), names.complete)
    }

    #[test]
    fn names_of_schemas() {
        let prefixed = "<rng:element xmlns:rng='http://relaxng.org/ns/structure/1.0' name='back'>\
                        <rng:attribute><rng:name ns=''>n</rng:name></rng:attribute></rng:element>";
        assert_eq!(names("a.rng", prefixed), ("back n".to_owned(), true));
        let compact = "element tei:back { attribute n { text } }";
        let compact = format!("namespace tei = \"http://www.tei-c.org/ns/1.0\"\n{compact}");
        assert_eq!(names("a.rnc", &compact), ("back n".to_owned(), true));
    }

    /// They fire at the root and nowhere else. This takes minutes where they look
    /// through the document for each of its elements.
    #[test]
    fn rules_about_the_root() {
        let rule = "<sch:pattern xmlns:sch='http://purl.oclc.org/dsdl/schematron'>\
                    <sch:rule context=\"/*[count(//*) &gt; 3]\"><sch:report test='true()'>many</sch:report>\
                    </sch:rule></sch:pattern>";
        let schema = format!(
            "<element name='TEI' ns='http://www.tei-c.org/ns/1.0' \
             xmlns='http://relaxng.org/ns/structure/1.0'>\
             <zeroOrMore><element name='p' ns=''><empty/></element></zeroOrMore>{rule}</element>"
        );
        let schema = Schema::from_text(&schema, "a.rng").unwrap();
        for (count, expected) in [(2, 0), (40_000, 1)] {
            let body = "<p xmlns=''/>".repeat(count);
            let xml = format!("<TEI xmlns='http://www.tei-c.org/ns/1.0'>{body}</TEI>");
            let found = crate::validate(&xml, &schema);
            assert_eq!(found.len(), expected, "{:?}", found.first());
        }
    }
}

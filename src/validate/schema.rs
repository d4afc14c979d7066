//! Schemas: the edition's own, which is built in, and others.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::OnceLock;

use teixml::relaxng::{self, ResolveError, SchemaResolver, SchemaSource, SchemaSyntax};

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
    names: OnceLock<Names>,
}

impl fmt::Debug for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Schema").field(&self.source.base_uri()).finish()
    }
}

/// What a schema has names for, for telling what is allowed.
pub(super) struct Names {
    pub elements: Vec<String>,
    pub attributes: Vec<String>,
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
    /// What is wrong with the schema, in words.
    pub fn from_text(text: &str, name: &str) -> Result<Self, String> {
        let compact = name.to_ascii_lowercase().ends_with(".rnc");
        let syntax = if compact { SchemaSyntax::Compact } else { SchemaSyntax::Xml };
        let schema = Self::new(text, name, syntax);
        schema.full()?;
        Ok(schema)
    }

    fn new(text: &str, name: &str, syntax: SchemaSyntax) -> Self {
        Self {
            source: SchemaSource::new(text, name, syntax),
            full: OnceLock::new(),
            relaxng: OnceLock::new(),
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

    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let mark = |kind: &str| match self.source.syntax() {
                SchemaSyntax::Compact => format!("{kind} "),
                SchemaSyntax::Xml => format!("<{kind} name=\""),
            };
            Names {
                elements: names_after(self.source.text(), &mark("element")),
                attributes: names_after(self.source.text(), &mark("attribute")),
            }
        })
    }
}

/// Resolves nothing: a grammar of several files is not tried with.
struct NoOthers;

impl SchemaResolver for NoOthers {
    fn resolve(&self, href: &str, _base: &str) -> Result<SchemaSource, ResolveError> {
        Err(ResolveError::new(format!("{href} is another file")))
    }
}

/// The names that follow `mark` in the text of a schema, each once.
fn names_after(text: &str, mark: &str) -> Vec<String> {
    let after = text.match_indices(mark).map(|(at, _)| &text[at + mark.len()..]);
    let names: BTreeSet<&str> = after
        .map(|rest| {
            rest.split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '_' | '-' | '.')))
        })
        .filter_map(|mut parts| parts.next())
        .filter(|name| !name.is_empty())
        .collect();
    names.into_iter().map(str::to_owned).collect()
}

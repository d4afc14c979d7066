//! Schemas: the edition's own, which is built in, and others.

use std::collections::BTreeSet;

use std::sync::OnceLock;

use teixml::relaxng::{self, ResolveError, SchemaResolver, SchemaSource, SchemaSyntax};

/// A RELAX NG schema with the Schematron rules in it.
///
/// Compiling one takes some milliseconds; one schema serves any number of
/// documents, from several threads at once.
pub struct Schema {
    pub(super) compiled: teixml::Schema,
    /// The names of the elements it declares, for telling what is allowed.
    pub(super) elements: Vec<String>,
    /// The names of the attributes.
    pub(super) attributes: Vec<String>,
    source: SchemaSource,
    /// The grammar alone, compiled when something is to be tried with it.
    relaxng: OnceLock<Option<relaxng::Schema>>,
}

impl Schema {
    /// The schema of the editions that this program writes.
    ///
    /// Its source is the ODD in `schema/`; whatever it accepts, `tei_all`
    /// accepts.
    ///
    /// # Panics
    ///
    /// Never: that it compiles is tested.
    #[must_use]
    pub fn embedded() -> Self {
        let text = include_str!("../../schema/rubricate.rng");
        Self::from_text(text, "rubricate.rng").expect("the embedded schema compiles")
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
        let compiled =
            teixml::Schema::from_text(text, name, syntax).map_err(|error| error.to_string())?;
        let mark =
            |kind: &str| if compact { format!("{kind} ") } else { format!("<{kind} name=\"") };
        Ok(Self {
            compiled,
            elements: names_after(text, &mark("element")),
            attributes: names_after(text, &mark("attribute")),
            source: SchemaSource::new(text, name, syntax),
            relaxng: OnceLock::new(),
        })
    }

    /// The grammar alone, unless it consists of several files.
    pub(super) fn relaxng(&self) -> Option<&relaxng::Schema> {
        let compile = || relaxng::Schema::compile(&self.source, &NoOthers).ok();
        self.relaxng.get_or_init(compile).as_ref()
    }

    /// The same without its Schematron rules, for documents whose references
    /// are right by construction.
    #[must_use]
    pub fn without_schematron(mut self) -> Self {
        self.compiled.set_schematron(false);
        self
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

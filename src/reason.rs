//! Why something is tagged as it is: what the passes say of a place when they
//! are asked.

use serde::Serialize;

use crate::source::Span;

/// What a reason is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Layer {
    /// Divisions, headings, entries, notes.
    Structure,
    /// A notation of the convention.
    Convention,
    /// A date and its value.
    Date,
    /// Whether words are a name, and of what.
    Name,
    /// Whose name it is.
    Identity,
    /// What somebody says.
    Speech,
}

impl Layer {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Convention => "convention",
            Self::Date => "date",
            Self::Name => "name",
            Self::Identity => "identity",
            Self::Speech => "speech",
        }
    }
}

/// What a pass says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// What it is about.
    pub layer: Layer,
    /// The characters it is about.
    pub span: Span,
    /// Clauses without a full stop, the decision first.
    pub says: Vec<String>,
}

impl Reason {
    /// A reason with its first clause.
    pub(crate) fn new(layer: Layer, span: Span, says: impl Into<String>) -> Self {
        Self { layer, span, says: vec![says.into()] }
    }

    /// The same with another clause.
    pub(crate) fn and(mut self, says: impl Into<String>) -> Self {
        self.says.push(says.into());
        self
    }
}

/// A number of things, in words: `1 line`, `3 lines`.
pub(crate) fn count(number: usize, of: &str) -> String {
    match number {
        1 => format!("1 {of}"),
        _ => format!("{number} {of}s"),
    }
}

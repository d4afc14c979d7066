//! What the program has to say about a text: never an abort, always a place,
//! a reason and something to do.

mod code;
mod render;

pub use code::Code;
pub use render::{Located, Subject};

use std::fmt;

use serde::Serialize;

use crate::source::Span;

/// The one of `known` that a mistyped word was meant to be, if one is near.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let likeness = |known: &str| strsim::jaro_winkler(known, word);
    let best = known.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    best.filter(|known| likeness(known) > 0.8)
}

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something to know.
    Info,
    /// Something to look at.
    Warning,
    /// Something is wrong.
    Error,
}

impl Severity {
    /// `error`, `warning` or `info`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One finding in a text.
///
/// ```
/// use rubricate::{Code, Diagnostic, Severity, Span, Subject};
///
/// let diagnostic = Diagnostic::new(Severity::Warning, Code::MarkerWithoutNote, "no note is labelled 6")
///     .at(Span::new(18, 21))
///     .help("notes 1 to 5 stand under “Footnotes”");
/// let text = "A demagogue!\nSee [6] below.\n";
/// assert_eq!(Subject::new("page.txt", text).show(&diagnostic), "\
/// page.txt:2:6: warning[marker-without-note]: no note is labelled 6
///   2 | See [6] below.
///     |      ^^^
///   help: notes 1 to 5 stand under “Footnotes”
/// ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What kind of finding it is.
    pub code: Code,
    /// Where, if it is about a place: a range of the text the diagnostic is
    /// about, which is the source for a conversion and the XML for a validation.
    pub span: Option<Span>,
    /// What is wrong: a clause, lower case, no full stop.
    pub message: String,
    /// What to do about it, if something can be said.
    pub help: Option<String>,
    /// Where to read more, such as a page of the TEI Guidelines.
    pub link: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    #[must_use]
    pub fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Self { severity, code, span: None, message: message.into(), help: None, link: None }
    }

    /// The same at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same with something to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with somewhere to read more.
    #[must_use]
    pub fn link(mut self, link: impl Into<String>) -> Self {
        self.link = Some(link.into());
        self
    }
}

/// In one line and without a place, which only [`Subject`] can tell.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, code, message, .. } = self;
        write!(f, "{}[{}]: {message}", severity.name(), code.name())
    }
}

impl std::error::Error for Diagnostic {}

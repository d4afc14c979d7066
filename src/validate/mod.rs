//! Checking documents against a schema, with advice.
//!
//! The `teixml` crate validates; what it finds is told here with the place, the
//! source line, what would be allowed there, and the page of the TEI Guidelines.

mod probe;
mod quick;
mod schema;
mod tree;
mod warm;

use std::ops::Range;

use teixml::DiagnosticKind;
use teixml::relaxng::{ExpandedName, ValidationErrorKind};

use crate::diagnostic::{Code, Diagnostic, Severity, Subject, nearest};
use crate::element::guidelines_page;
use crate::source::{Position, Span, collapsed, offset};
use crate::tei::parse;
use probe::Place;

pub use schema::{NotASchema, Schema};
pub(crate) use tree::Tree;

/// Checks a TEI document against a schema.
///
/// The document is valid if none of the diagnostics is an error; a document
/// that is not well-formed has one diagnostic, which says so. The places are
/// ranges of `xml`.
///
/// ```
/// use rubricate::{Code, Options, Schema, convert, validate};
///
/// let schema = Schema::embedded();
/// let edition = convert(b"A few words.\n", &Options::default()).unwrap().tei;
/// assert!(validate(&edition, &schema).is_empty());
///
/// let edited = edition.replace("A few words.", "A <persname>few</persname> words.");
/// let found = &validate(&edited, &schema)[0];
/// assert_eq!(found.code, Code::UnexpectedElement);
/// assert!(found.help.as_ref().unwrap().contains("did you mean persName?"));
/// ```
#[must_use]
pub fn validate(xml: &str, schema: &Schema) -> Vec<Diagnostic> {
    let document = match parse(xml) {
        Ok(document) => document,
        Err(diagnostic) => return vec![diagnostic],
    };
    let found = match schema.full().map(|full| full.validate_str(xml)) {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => {
            let message = error.to_string();
            return vec![Diagnostic::new(Severity::Error, Code::NotWellFormed, message)];
        }
        Err(message) => {
            return vec![Diagnostic::new(Severity::Error, Code::SchemaNotFound, message)];
        }
    };
    let advisor = Advisor { document: &document, schema, subject: Subject::new("", xml), xml };
    let mut diagnostics: Vec<Diagnostic> = found
        .iter()
        .enumerate()
        .map(|(index, found)| advisor.diagnostic(found, index < ADVISED))
        .collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics
}

/// The first error in a document that was read as `tree`, if it has one;
/// quicker than to look for all there is to say, and without the rules of the
/// Schematron, which concern references that are right by construction.
pub(crate) fn first_error(xml: &str, tree: Tree<'_>, schema: &Schema) -> Option<Diagnostic> {
    if schema.is_valid(tree) == Some(true) {
        return None;
    }
    validate(xml, schema).into_iter().find(|found| found.severity == Severity::Error)
}

/// How many findings get advice about what is allowed, which has to be tried
/// out; who has more of them mends the first ones first.
const ADVISED: usize = 50;

struct Advisor<'x> {
    document: &'x roxmltree::Document<'x>,
    schema: &'x Schema,
    subject: Subject<'x>,
    xml: &'x str,
}

impl Advisor<'_> {
    fn diagnostic(&self, found: &teixml::Diagnostic, advise: bool) -> Diagnostic {
        let place = found.position.map(|position| {
            let position = Position { line: position.line, column: position.column };
            self.subject.span_at(position).start
        });
        match &found.kind {
            DiagnosticKind::RelaxNg(kind) => self.relaxng(kind, found, place, advise),
            DiagnosticKind::Schematron(rule) => self.schematron(rule, place),
            other => {
                let diagnostic =
                    Diagnostic::new(Severity::Error, Code::InvalidValue, other.to_string());
                with_place(diagnostic, place.map(Span::empty))
            }
        }
    }

    fn relaxng(
        &self,
        kind: &ValidationErrorKind,
        found: &teixml::Diagnostic,
        place: Option<u32>,
        advise: bool,
    ) -> Diagnostic {
        let tag = place.map(|place| self.tag_before(place));
        let parent = found.path.last().map(|name| name.local.clone()).unwrap_or_default();
        let message = found.message().to_string().replace('`', "");
        let error = |code| Diagnostic::new(Severity::Error, code, message.clone());
        match kind {
            ValidationErrorKind::UnexpectedElement(name) => {
                let diagnostic = with_place(error(Code::UnexpectedElement), tag);
                let allowed = tag.filter(|_| advise).and_then(|tag| self.allowed_at(tag.start));
                with_help(diagnostic, self.advice(name, allowed, &parent))
                    .link(guidelines_page(&parent))
            }
            ValidationErrorKind::MissingContent => {
                let end = place.map(|place| self.end_tag_before(place));
                let diagnostic = with_place(error(Code::MissingContent), end);
                let allowed = end.filter(|_| advise).and_then(|end| self.allowed_at(end.start));
                let help = allowed
                    .filter(|names| !names.is_empty())
                    .map(|names| format!("could follow: {}", names.join(", ")));
                with_help(diagnostic, help).link(guidelines_page(&parent))
            }
            ValidationErrorKind::UnexpectedText => {
                let text = place.map(|place| self.text_before(place));
                let diagnostic = with_place(error(Code::UnexpectedText), text);
                let help = format!(
                    "{parent} takes elements only; put the words into one of them, such as p or ab"
                );
                diagnostic.help(help).link(guidelines_page(&parent))
            }
            ValidationErrorKind::UnexpectedAttribute(name) => {
                let nearest =
                    nearest(&name.local, self.schema.names().attributes.iter().map(String::as_str))
                        .filter(|near| *near != name.local);
                let help = nearest.map(|near| format!("did you mean {near}?"));
                let diagnostic =
                    with_place(error(Code::UnexpectedAttribute), self.attribute(tag, name));
                with_help(diagnostic, help).link(guidelines_page(&parent))
            }
            ValidationErrorKind::InvalidAttributeValue(name, _) => {
                let diagnostic = with_place(error(Code::InvalidValue), self.attribute(tag, name));
                with_help(diagnostic, advice_on_value(&name.local)).link(guidelines_page(&parent))
            }
            ValidationErrorKind::DuplicateId(_) => with_place(error(Code::DuplicateId), tag)
                .help("an xml:id must be unique in the document"),
            ValidationErrorKind::FirstIdOccurrence(_) => {
                let first = Diagnostic::new(Severity::Info, Code::DuplicateId, message);
                with_place(first, tag)
            }
            ValidationErrorKind::UnresolvedIdref(_) => {
                with_place(error(Code::UnresolvedReference), tag)
            }
        }
    }

    fn schematron(&self, rule: &teixml::schematron::Message, place: Option<u32>) -> Diagnostic {
        let severity = match rule.severity {
            teixml::Severity::Error => Severity::Error,
            teixml::Severity::Warning => Severity::Warning,
            teixml::Severity::Info => Severity::Info,
        };
        let message = collapsed(&rule.text).into_owned();
        let tag = place.map(|place| self.tag_after(place));
        with_place(Diagnostic::new(severity, Code::Schematron, message), tag)
    }

    /// The start tag that ends at `end`.
    fn tag_before(&self, end: u32) -> Span {
        let start = self.xml[..end as usize].rfind('<').map_or(end, offset);
        Span::new(start.min(end), end)
    }

    fn end_tag_before(&self, end: u32) -> Span {
        let start = self.xml[..end as usize].rfind("</").map_or(end, offset);
        let tag = self.tag_before(end);
        if start >= tag.start { Span::new(start, end) } else { tag }
    }

    /// The tag that begins at `start`.
    fn tag_after(&self, start: u32) -> Span {
        let rest = &self.xml[start as usize..];
        let end = rest.find('>').map_or(start, |at| start + offset(at + 1));
        Span::new(start, end)
    }

    /// The text that ends at `end`.
    fn text_before(&self, end: u32) -> Span {
        let start = self.xml[..end as usize].rfind('>').map_or(end, |at| offset(at + 1));
        Span::new(start.min(end), end).trim(self.xml)
    }

    /// The attribute in a start tag.
    fn attribute(&self, tag: Option<Span>, name: &ExpandedName) -> Option<Span> {
        let tag = tag?;
        let found = attributes(tag.of(self.xml)).find(|(known, _)| {
            let local = known.rsplit_once(':').map_or(*known, |(_, local)| local);
            local == name.local
        });
        let Some((_, place)) = found else { return Some(tag) };
        Some(Span::new(tag.start + offset(place.start), tag.start + offset(place.end)))
    }

    /// The elements that could stand where the byte at `at` is.
    fn allowed_at(&self, at: u32) -> Option<Vec<String>> {
        let parent =
            self.document.descendants().filter(roxmltree::Node::is_element).rfind(|node| {
                node.range().start < at as usize && (at as usize) < node.range().end
            })?;
        Some(Place::before(parent, at as usize)?.allowed(self.schema))
    }

    fn advice(
        &self,
        name: &ExpandedName,
        allowed: Option<Vec<String>>,
        parent: &str,
    ) -> Option<String> {
        let names = self.schema.names();
        if names.complete && !names.elements.contains(&name.local) {
            if is_tei(&name.local) {
                let other = "name a schema that has it with --schema, such as tei_all.rng";
                return Some(format!(
                    "the schema leaves out the TEI element {}; {other}",
                    name.local
                ));
            }
            let near = nearest(&name.local, names.elements.iter().map(String::as_str));
            let known = format!("there is no element {} in the schema", name.local);
            return Some(
                near.map_or(known.clone(), |near| format!("{known}; did you mean {near}?")),
            );
        }
        match allowed {
            Some(names) if names.is_empty() => {
                Some(format!("no element is allowed at this place in {parent}"))
            }
            Some(names) => Some(format!("allowed here: {}", names.join(", "))),
            None => None,
        }
    }
}

/// Whether the TEI has an element of that name.
fn is_tei(name: &str) -> bool {
    /// The names, of TEI P5 4.11, with white space between them.
    const NAMES: &str = include_str!("elements.txt");
    NAMES.split_ascii_whitespace().any(|known| known == name)
}

fn with_place(diagnostic: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(place) => diagnostic.at(place),
        None => diagnostic,
    }
}

fn with_help(diagnostic: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// The attributes in a start tag: name, and where name and value stand.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = tag.find(char::is_whitespace).unwrap_or(tag.len());
    std::iter::from_fn(move || {
        let start = tag.len() - tag[at..].trim_start().len();
        let equals = start + tag[start..].find('=')?;
        let open = equals + tag[equals..].find(['"', '\''])?;
        let quote = tag[open..].chars().next()?;
        at = open + 2 + tag[open + 1..].find(quote)?;
        Some((tag[start..equals].trim_end(), start..at))
    })
}

/// What values an attribute takes that are often written wrongly.
fn advice_on_value(name: &str) -> Option<String> {
    Some(
        match name {
            "when" | "from" | "to" | "notBefore" | "notAfter" => {
                "a date is YYYY, YYYY-MM or YYYY-MM-DD"
            }
            "cert" => "high, medium, low, unknown, or a number from 0 to 1",
            "xml:id" | "id" => {
                "an identifier begins with a letter and has letters, digits, hyphens and stops"
            }
            "target" | "ref" | "resp" => {
                "a reference is # and an identifier, or an address without spaces"
            }
            _ => return None,
        }
        .to_owned(),
    )
}

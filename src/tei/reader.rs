//! Reading XML step by step, and refusing what no edition has.

mod entities;

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use crate::diagnostic::{Code, Diagnostic, Severity, Subject};
use crate::source::{Position, Span};

use super::characters::forbidden_characters;
use super::doctype::Entities;

/// How deep the elements of a document may nest; editions need a few dozen.
pub const MAX_DEPTH: usize = 1024;

/// How many attributes an element may have; editions need a dozen. Checking
/// that no two have the same name takes long for many.
const MAX_ATTRIBUTES: usize = 1024;

/// The namespace of TEI elements.
pub const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

/// The root element before P5.
const P4: &str = "TEI.2";

/// A step through a document.
pub(crate) enum Step<'x> {
    Start(Tag<'x>),
    /// An end tag; an empty element has one, too.
    End,
    /// Character data as an application sees it.
    Text(Cow<'x, str>),
    /// The content of a processing instruction for this program.
    Instruction(String),
    Done,
}

/// A start tag.
pub(crate) struct Tag<'x> {
    start: BytesStart<'x>,
    notable: Notable,
    entities: Option<Arc<Entities>>,
}

/// Which attributes a start tag has of those that most tags have not: looking
/// for them costs more than reading all the rest of the tag.
#[derive(Clone, Copy, Default)]
struct Notable {
    id: bool,
    rendition: bool,
    namespace: bool,
}

/// Reads a document and sees to it that it is well-formed TEI.
pub(crate) struct Reader<'x> {
    xml: &'x str,
    inner: quick_xml::Reader<&'x [u8]>,
    /// Where the event that is looked at begins.
    event: usize,
    depth: usize,
    rooted: bool,
    /// Whether the last step was the start of an empty element.
    empty: bool,
    instruction_target: &'static str,
    /// What the document type declaration declares, if there is one.
    entities: Option<Arc<Entities>>,
    /// To how many bytes entities expanded so far.
    expanded: usize,
}

type Result<T> = std::result::Result<T, Diagnostic>;

/// Reads a document to its end.
fn check_well_formed(xml: &str) -> Result<()> {
    let mut reader = Reader::new(xml, "")?;
    while !matches!(reader.step()?, Step::Done) {}
    Ok(())
}

impl Tag<'_> {
    /// The same, without the document that it was read from.
    pub(crate) fn into_owned(self) -> Tag<'static> {
        Tag { start: self.start.into_owned(), notable: self.notable, entities: self.entities }
    }

    /// The name without a namespace prefix.
    pub(crate) fn name(&self) -> &str {
        let name = self.start.name().into_inner();
        match memchr::memrchr(b':', name.as_bytes()) {
            Some(colon) => &name[colon + 1..],
            None => name,
        }
    }

    /// Whether the name has a namespace prefix.
    pub(crate) fn has_prefix(&self) -> bool {
        self.start.name().into_inner().contains(':')
    }

    /// Whether it declares namespaces.
    pub(crate) fn declares_namespaces(&self) -> bool {
        self.notable.namespace
    }

    /// The value of `xml:id`.
    pub(crate) fn id(&self) -> Option<Cow<'_, str>> {
        if self.notable.id { self.attribute("xml:id") } else { None }
    }

    /// The value of `rendition`.
    pub(crate) fn rendition(&self) -> Option<Cow<'_, str>> {
        if self.notable.rendition { self.attribute("rendition") } else { None }
    }

    /// Name, with its prefix, and value of each attribute.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        // The reader has seen to it that no two have the same name.
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        attributes.flatten().map(|attribute| {
            let value = match &self.entities {
                None => attribute.normalized_value(XmlVersion::Implicit1_0),
                Some(entities) => {
                    let resolve = |name: &str| entities.resolve(name);
                    attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve)
                }
            };
            (attribute.key.into_inner(), value.unwrap_or_default())
        })
    }

    /// The value of the attribute called `name`.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// The tree of a document, which is read to its end first.
pub(crate) fn parse(xml: &str) -> Result<roxmltree::Document<'_>> {
    check_well_formed(xml)?;
    // The check has refused what could do harm.
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(xml, options).map_err(|error| {
        let place = error.pos();
        let position = Position { line: place.row, column: place.col };
        let message = error.to_string();
        // The message repeats the place at its end.
        let message = message.rsplit_once(" at ").map_or(&*message, |(message, _)| message);
        Diagnostic::new(Severity::Error, Code::NotWellFormed, message)
            .at(Subject::new("", xml).span_at(position))
    })
}

impl Notable {
    fn note(&mut self, name: &str) {
        match name {
            "xml:id" => self.id = true,
            "rendition" => self.rendition = true,
            _ if name.starts_with("xmlns") => self.namespace = true,
            _ => {}
        }
    }
}

impl<'x> Reader<'x> {
    pub(crate) fn new(xml: &'x str, instruction_target: &'static str) -> Result<Self> {
        let mut inner = quick_xml::Reader::from_str(xml);
        inner.config_mut().check_comments = true;
        match forbidden_characters(xml).next() {
            Some((at, c)) => {
                let message = format!("XML cannot hold the character U+{:04X}", u32::from(c));
                let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                let place = Span::new(narrow(at), narrow(at + c.len_utf8()));
                Err(Diagnostic::new(Severity::Error, Code::NotWellFormed, message).at(place))
            }
            None => Ok(Self {
                xml,
                inner,
                event: 0,
                depth: 0,
                rooted: false,
                empty: false,
                instruction_target,
                entities: None,
                expanded: 0,
            }),
        }
    }

    pub(crate) fn step(&mut self) -> Result<Step<'x>> {
        if std::mem::take(&mut self.empty) {
            self.depth -= 1;
            return Ok(Step::End);
        }
        loop {
            self.event = self.position();
            match self.inner.read_event() {
                Err(error) => {
                    self.event = self.position();
                    return Err(self.not_well_formed(&error.to_string()));
                }
                Ok(Event::Eof) => return self.done(),
                Ok(event) => {
                    if let Some(step) = self.event(event)? {
                        return Ok(step);
                    }
                }
            }
        }
    }

    fn event(&mut self, event: Event<'x>) -> Result<Option<Step<'x>>> {
        Ok(Some(match event {
            Event::Start(start) => Step::Start(self.start(start)?),
            Event::Empty(start) => {
                self.empty = true;
                Step::Start(self.start(start)?)
            }
            Event::End(_) => {
                self.depth -= 1;
                Step::End
            }
            Event::Text(text) => Step::Text(self.text(text.xml10_content())?),
            Event::CData(text) => Step::Text(self.text(text.xml10_content())?),
            Event::GeneralRef(reference) => {
                let text = self.resolve(&reference)?;
                Step::Text(self.text(text)?)
            }
            Event::PI(instruction) if instruction.target() == self.instruction_target => {
                Step::Instruction(instruction.content().trim().to_owned())
            }
            Event::DocType(declaration) => {
                self.declare(&declaration)?;
                return Ok(None);
            }
            Event::PI(_) | Event::Comment(_) | Event::Decl(_) | Event::Eof => return Ok(None),
        }))
    }

    fn start(&mut self, start: BytesStart<'x>) -> Result<Tag<'x>> {
        let mut notable = Notable::default();
        for (index, attribute) in start.attributes().enumerate() {
            match attribute {
                Ok(attribute) => {
                    notable.note(attribute.key.into_inner());
                    if self.entities.is_some() {
                        self.check_entities(&attribute.value)?;
                    }
                }
                Err(error) => return Err(self.not_well_formed(&error.to_string())),
            }
            if index == MAX_ATTRIBUTES {
                let message = format!("an element has more than {MAX_ATTRIBUTES} attributes");
                return Err(self.error(Code::TooManyAttributes, &message));
            }
        }
        let tag = Tag { start, notable, entities: self.entities.clone() };
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("elements nest more than {MAX_DEPTH} deep");
            return Err(self
                .error(Code::TooDeep, &message)
                .help("look for end tags that are missing"));
        }
        if self.depth == 1 {
            self.root(&tag)?;
        }
        Ok(tag)
    }

    fn root(&mut self, tag: &Tag<'x>) -> Result<()> {
        if self.rooted {
            return Err(self.not_well_formed("a second root element"));
        }
        self.rooted = true;
        let (name, namespace) = (tag.name(), root_namespace(tag));
        if matches!(name, "TEI" | "teiCorpus") && namespace.as_deref() == Some(NAMESPACE) {
            return Ok(());
        }
        if name == P4 {
            return Err(self.is_p4());
        }
        let message = match namespace {
            Some(namespace) => format!("the root element is {name} in the namespace {namespace}"),
            None => format!("the root element is {name} in no namespace"),
        };
        let help = format!("rubricate reads TEI P5: <TEI xmlns=\"{NAMESPACE}\">");
        Err(self.error(Code::NotTei, &message).help(help))
    }

    fn text(&self, text: Cow<'x, str>) -> Result<Cow<'x, str>> {
        if self.depth == 0 && !text.trim_ascii().trim_start_matches('\u{FEFF}').is_empty() {
            return Err(self.not_well_formed("text outside the root element"));
        }
        Ok(text)
    }

    fn done(&self) -> Result<Step<'x>> {
        if self.depth > 0 {
            Err(self.not_well_formed("the document ends before its root element does"))
        } else if !self.rooted {
            Err(self.not_well_formed("the document has no root element"))
        } else {
            Ok(Step::Done)
        }
    }

    fn is_p4(&self) -> Diagnostic {
        let message = format!("the document is TEI P4, whose root element is {P4}");
        self.error(Code::NotTei, &message).help(
            "rubricate reads TEI P5; the stylesheet p4top5.xsl of the TEI makes it of such documents",
        )
    }

    fn not_well_formed(&self, message: &str) -> Diagnostic {
        self.error(Code::NotWellFormed, message)
    }

    fn error(&self, code: Code, message: &str) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, message).at(self.place())
    }

    /// The first line of the event that is looked at.
    fn place(&self) -> Span {
        let event = self.xml.get(self.event..self.position()).unwrap_or_default();
        let start = event.trim_ascii_start();
        let line = start.lines().next().unwrap_or_default();
        let begin = self.event + event.len() - start.len();
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span::new(narrow(begin), narrow(begin + line.len()))
    }

    fn position(&self) -> usize {
        let at = self.inner.error_position().max(self.inner.buffer_position());
        usize::try_from(at).unwrap_or(usize::MAX)
    }
}

/// The namespace that a root element declares for itself.
fn root_namespace(tag: &Tag<'_>) -> Option<String> {
    let declaration = match tag.start.name().prefix() {
        Some(prefix) => format!("xmlns:{}", prefix.into_inner()),
        None => "xmlns".to_owned(),
    };
    tag.attribute(&declaration).map(Cow::into_owned)
}

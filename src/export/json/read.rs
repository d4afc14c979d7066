//! JSON back to XML.

use std::fmt;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::tei::{DeclaredEntities as Entities, MAX_DEPTH};

/// JSON that is no document of this form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADocument(String);

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no TEI document in JSON: {}", self.0)
    }
}

impl std::error::Error for NotADocument {}

#[derive(Deserialize)]
struct Whole {
    document: Vec<Node>,
}

/// A node: a string is text, an object says what it is.
enum Node {
    Text(String),
    Object(Box<Object>),
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Object {
    name: Option<String>,
    attributes: Vec<(String, String)>,
    children: Option<Vec<Node>>,
    text: Option<String>,
    comment: Option<String>,
    instruction: Option<String>,
    declaration: Option<String>,
    raw: Option<String>,
    raw_end: Option<String>,
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an object")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Node, A::Error> {
        let object = Object::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Node::Object(Box::new(object)))
    }
}

/// The stack of the thread that reads nested JSON: enough for
/// [`MAX_DEPTH`] elements.
const STACK: usize = 256 << 20;

/// The TEI document that was exported as `json`, byte for byte.
///
/// Where the JSON was edited, what was changed is written in the usual way: a
/// member `raw` counts only as long as it says the same as the others.
///
/// ```
/// use rubricate::{ExportOptions, Options, convert, export, format};
///
/// let tei = convert(b"A few words.\n", &Options::default()).unwrap().tei;
/// let json = export(&tei, format("json").unwrap(), &ExportOptions::default()).unwrap();
/// let json = std::str::from_utf8(json.content.bytes()).unwrap();
/// assert_eq!(rubricate::export::to_tei(json).unwrap(), tei);
/// ```
///
/// # Errors
///
/// If the text is not JSON, not of this form, or nests deeper than
/// [`MAX_DEPTH`].
pub fn to_tei(json: &str) -> Result<String, NotADocument> {
    // An element is an object in an array.
    if depth(json) > 2 * MAX_DEPTH + 16 {
        return Err(NotADocument(format!("it nests more than {MAX_DEPTH} deep")));
    }
    std::thread::scope(|scope| {
        let work = || {
            let mut reader = serde_json::Deserializer::from_str(json);
            reader.disable_recursion_limit();
            let whole =
                Whole::deserialize(&mut reader).map_err(|error| NotADocument(error.to_string()))?;
            let out = String::with_capacity(json.len());
            let mut writer = Writer { out, entities: Entities::default() };
            writer.push_nodes(&whole.document);
            Ok(writer.out)
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let thread = thread.map_err(|error| NotADocument(error.to_string()))?;
        thread.join().unwrap_or_else(|_| Err(NotADocument("it cannot be read".to_owned())))
    })
}

/// How deep brackets nest outside strings.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Writes XML.
struct Writer {
    out: String,
    /// What the document type declaration declares, once it is written.
    entities: Entities,
}

impl Writer {
    fn push_nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => self.out.push_str(&escape_text(text)),
                Node::Object(object) => self.push_object(object),
            }
        }
    }

    fn push_object(&mut self, object: &Object) {
        if let Some(name) = &object.name {
            self.push_element(name, object);
        } else if let Some(text) = &object.text {
            self.push_written(text, object.raw.as_deref().unwrap_or_default());
        } else if let Some(comment) = &object.comment {
            self.out.extend(["<!--", comment, "-->"]);
        } else if let Some(instruction) = &object.instruction {
            self.out.extend(["<?", instruction, "?>"]);
        } else if let Some(declaration) = &object.declaration {
            if declaration.starts_with(DOCTYPE) {
                self.entities = entities(declaration);
            }
            self.out.push_str(declaration);
        }
    }

    fn push_element(&mut self, name: &str, element: &Object) {
        match &element.raw {
            Some(raw) if says(raw, name, element, &self.entities) => self.out.push_str(raw),
            _ => {
                let is_empty = element.children.is_none();
                self.out.push_str(&start_tag(name, &element.attributes, is_empty));
            }
        }
        let Some(children) = &element.children else { return };
        self.push_nodes(children);
        let is_end = |raw: &&String| {
            let inner = raw.strip_prefix("</").and_then(|raw| raw.strip_suffix('>'));
            inner.is_some_and(|inner| inner.trim_end() == name)
        };
        match element.raw_end.as_ref().filter(is_end) {
            Some(raw) => self.out.push_str(raw),
            None => self.out.extend(["</", name, ">"]),
        }
    }

    /// Text as it was written, if that still says the same.
    fn push_written(&mut self, text: &str, raw: &str) {
        let mut reader = quick_xml::Reader::from_str(raw);
        let mut said = String::new();
        loop {
            match reader.read_event() {
                Ok(Event::Text(part)) => said.push_str(&part.xml10_content()),
                Ok(Event::CData(_)) => {
                    said.push_str(raw.trim_start_matches("<![CDATA[").trim_end_matches("]]>"));
                }
                Ok(Event::GeneralRef(_)) => {
                    said.push_str(&self.entities.unescape(raw).unwrap_or_default());
                }
                Ok(Event::Eof) => break,
                _ => {
                    said.push('\0');
                    break;
                }
            }
        }
        if said == text { self.out.push_str(raw) } else { self.out.push_str(&escape_text(text)) }
    }
}

const DOCTYPE: &str = "<!DOCTYPE";

/// What a document type declaration declares, as it is written.
pub(super) fn entities(declaration: &str) -> Entities {
    let inner = declaration.strip_prefix(DOCTYPE).and_then(|rest| rest.strip_suffix('>'));
    inner.and_then(|inner| Entities::read(inner).ok()).unwrap_or_default()
}

/// Names and values of the attributes of a start tag.
pub(super) fn attributes(tag: &BytesStart<'_>, declared: &Entities) -> Vec<(String, String)> {
    let known = |name: &str| resolve_predefined_entity(name).or_else(|| declared.get(name));
    let both = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, known);
        (attribute.key.into_inner().to_owned(), value.unwrap_or_default().into_owned())
    };
    tag.attributes().flatten().map(both).collect()
}

/// Whether a start tag says the same as the members of an element.
fn says(raw: &str, name: &str, element: &Object, declared: &Entities) -> bool {
    let mut reader = quick_xml::Reader::from_str(raw);
    let read = (reader.read_event(), element.children.is_none());
    let ((Ok(Event::Start(tag)), false) | (Ok(Event::Empty(tag)), true)) = read else {
        return false;
    };
    tag.name().into_inner() == name && attributes(&tag, declared) == element.attributes
}

/// A start tag as this program writes it.
pub(super) fn start_tag(name: &str, attributes: &[(String, String)], is_empty: bool) -> String {
    let mut out = format!("<{name}");
    for (key, value) in attributes {
        out.push(' ');
        out.push_str(key);
        out.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => out.push_str("&quot;"),
                '\n' => out.push_str("&#10;"),
                '\r' => out.push_str("&#13;"),
                '\t' => out.push_str("&#9;"),
                c => push_escaped(c, &mut out),
            }
        }
        out.push('"');
    }
    out.push_str(if is_empty { "/>" } else { ">" });
    out
}

/// Character data as this program writes it.
pub(super) fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| match c {
        '\r' => out.push_str("&#13;"),
        c => push_escaped(c, &mut out),
    });
    out
}

fn push_escaped(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::to_tei;
    use crate::export::{ExportOptions, export, format};

    const TEI: &str = "<?xml version='1.0'?>\n<!-- one -->\n<?two three?>\n\
        <t:TEI xmlns:t=\"http://www.tei-c.org/ns/1.0\"  n='1' m=\"a\n&#x41;&quot;\"\n>\
        <t:text><t:p>&amp;&#65;&apos;<![CDATA[<x>]]>\r\nb > c</t:p ><t:lb/><t:lb /><t:p></t:p></t:text></t:TEI>\n<!-- end -->\n";

    fn json(tei: &str) -> String {
        let json = export(tei, format("json").unwrap(), &ExportOptions::default()).unwrap();
        String::from_utf8(json.content.bytes().to_vec()).unwrap()
    }

    #[test]
    fn every_byte_comes_back() {
        assert_eq!(to_tei(&json(TEI)).unwrap(), TEI);
    }

    #[test]
    fn declared_characters_are_read() {
        let tei = "<!DOCTYPE TEI SYSTEM 'tei.dtd' [<!ENTITY eacute '&#233;'>]>\n\
            <TEI xmlns='http://www.tei-c.org/ns/1.0'><text n='&eacute;'>&eacute;&#x21;</text></TEI>";
        let json = json(tei);
        assert_eq!(to_tei(&json).unwrap(), tei);
        assert!(json.contains("[\"n\",\"é\"]") && json.contains("{\"text\":\"é\""), "{json}");
        let edited = json.replace("\"text\":\"é\"", "\"text\":\"è\"");
        assert!(to_tei(&edited).unwrap().contains(">è&#x21;<"));
    }

    #[test]
    fn an_edit_counts_more_than_how_it_was_written() {
        let edited = json(TEI).replace("[\"n\",\"1\"]", "[\"n\",\"2\"]");
        assert!(to_tei(&edited).unwrap().contains("n=\"2\""));
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = format!("{{\"document\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(to_tei(&deep).is_err());
        let inner = format!("{}{}", "<p>".repeat(1000), "</p>".repeat(1000));
        let tei = format!("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>{inner}</text></TEI>");
        assert_eq!(to_tei(&json(&tei)).unwrap(), tei);
        assert!(to_tei("[]").is_err());
    }
}

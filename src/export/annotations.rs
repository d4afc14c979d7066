//! A layer over the plain transcription: W3C Web Annotations in JSON-LD.
//!
//! Each annotation finds its passage twice, by position and by quotation, as
//! the Web Annotation Data Model (4.2.4, 4.2.5) has it; positions count
//! Unicode characters of the file that `restore` gives.

use std::collections::HashMap;
use std::fmt::Write;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use uuid::Uuid;

use super::document::Document;
use super::mentions::{Mention, mentions};
use super::positions::Transcription;
use super::{Content, ExportOptions, Format, Loss};
use crate::diagnostic::Diagnostic;
use crate::source::sha256;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "annotations",
    extension: "jsonld",
    description: "W3C Web Annotations over the plain transcription",
    losses: &[&[
        Loss::new("hi", "the look of words is no annotation of theirs"),
        Loss::new("gap", "a gap has no characters to annotate"),
        Loss::new("pb", "pages of the source have no characters to annotate"),
        Loss::new("@resp", "who encoded it is not said"),
    ]],
    write,
};

/// How many characters around a passage tell it from others.
const CONTEXT: usize = 32;

fn write(document: &Document<'_>, options: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    let (transcription, mentions) = mentions(document);
    let name = if options.name.is_empty() { "text" } else { &options.name };
    let file = transcription.file.clone().unwrap_or_else(|| format!("{name}.txt"));
    let digest = sha256(transcription.text.as_bytes());
    let layer = Layer { transcription, mentions, source: iri(&file), digest };
    let page = Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: layer.id("page"),
        items: &layer,
        part_of: json!({
            "id": layer.id("collection"),
            "type": "AnnotationCollection",
            "label": document.title(),
            "total": layer.mentions.len(),
        }),
        start_index: 0,
        kind: "AnnotationPage",
    };
    let mut out = serde_json::to_vec_pretty(&page).unwrap_or_default();
    out.push(b'\n');
    Content::File(out)
}

/// The page that holds all annotations.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'l, 'd, 'x> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    items: &'l Layer<'d, 'x>,
    part_of: Value,
    start_index: usize,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// What annotations are made of. They are made one by one as they are written,
/// since all at once would fill the memory.
struct Layer<'d, 'x> {
    transcription: Transcription,
    mentions: Vec<Mention<'d, 'x>>,
    source: String,
    digest: String,
}

impl Serialize for Layer<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Two annotations of one passage differ in number, and nothing else
        // counts, so that an identifier stays when others come.
        let mut seen: HashMap<String, usize> = HashMap::new();
        serializer.collect_seq(self.mentions.iter().map(|mention| self.item(mention, &mut seen)))
    }
}

impl Layer<'_, '_> {
    fn id(&self, what: &str) -> String {
        let name = format!("{} {what}", self.digest);
        format!("urn:uuid:{}", Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
    }

    fn item(&self, mention: &Mention<'_, '_>, seen: &mut HashMap<String, usize>) -> Value {
        let start = self.transcription.characters_before(mention.range.start);
        let end = self.transcription.characters_before(mention.range.end);
        let mut what = format!("{} {start} {end}", mention.kind);
        let number = seen.entry(what.clone()).or_default();
        *number += 1;
        let _ = write!(what, " {number}");
        json!({
            "id": self.id(&what),
            "type": "Annotation",
            "motivation": motivation(mention.kind),
            "body": bodies(mention),
            "target": {
                "type": "SpecificResource",
                "source": self.source,
                "selector": [
                    { "type": "TextPositionSelector", "start": start, "end": end },
                    quotation(&self.transcription, mention),
                ],
            },
        })
    }
}

fn motivation(kind: &str) -> &'static str {
    match kind {
        "note" => "commenting",
        "entry" => "classifying",
        _ => "identifying",
    }
}

/// What is said of a passage: its kind, whom or what it means, how sure that
/// is.
fn bodies(mention: &Mention<'_, '_>) -> Vec<Value> {
    let text = |purpose: &str, value: &str| json!({ "type": "TextualBody", "format": "text/plain", "purpose": purpose, "value": value });
    let mut bodies = vec![text("classifying", mention.kind)];
    if !mention.value.is_empty() {
        let purpose = if mention.kind == "note" { "commenting" } else { "identifying" };
        bodies.push(text(purpose, &mention.value));
    }
    for link in mention.links {
        bodies.push(json!({
            "type": "SpecificResource",
            "purpose": "identifying",
            "source": iri(link),
        }));
    }
    if let Some(reference) = &mention.reference {
        bodies.push(text("tagging", reference));
    }
    if let Some(certainty) = mention.certainty {
        bodies.push(text("assessing", certainty));
    }
    bodies
}

fn quotation(transcription: &Transcription, mention: &Mention<'_, '_>) -> Value {
    let (text, range) = (&transcription.text, &mention.range);
    let before = text[..range.start].char_indices().rev().take(CONTEXT).last();
    let prefix = &text[before.map_or(range.start, |(at, _)| at)..range.start];
    let suffix: String = text[range.end..].chars().take(CONTEXT).collect();
    json!({
        "type": "TextQuoteSelector",
        "exact": text[range.clone()],
        "prefix": prefix,
        "suffix": suffix,
    })
}

/// A file name or an address as an IRI.
fn iri(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

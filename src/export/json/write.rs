//! XML as JSON, event by event.
//!
//! What XML lets an encoder write in several ways (kinds of quotation marks,
//! references, white space in tags) goes to a member `raw`, only where it is
//! not written as this program would write it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use super::read::{attributes, entities};
use crate::tei::DeclaredEntities as Entities;

/// Writes the nodes of a document as a JSON array.
pub(super) fn push_document(xml: &str, out: &mut String) {
    let mut reader = Reader::from_str(xml);
    out.push('[');
    // Whether the open array is still empty.
    let mut empty = true;
    let mut declared = Entities::default();
    loop {
        let from = offset(&reader);
        let Ok(event) = reader.read_event() else { break };
        let raw = xml.get(from..offset(&reader)).unwrap_or_default();
        if matches!(event, Event::End(_)) {
            // Only an end tag like `</p >` is written in another way than its
            // name alone.
            out.push(']');
            let is_usual =
                raw.strip_suffix('>').is_some_and(|tag| !tag.ends_with(char::is_whitespace));
            if !is_usual {
                member("rawEnd", raw, out);
            }
            out.push('}');
            empty = false;
            continue;
        }
        if matches!(event, Event::Eof) {
            break;
        }
        if !empty {
            out.push(',');
        }
        if let Event::DocType(_) = event {
            declared = entities(raw);
        }
        empty = push_event(&event, raw, &declared, out);
    }
    out.push(']');
}

fn offset(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Writes one event; whether it opened an array.
fn push_event(event: &Event<'_>, raw: &str, declared: &Entities, out: &mut String) -> bool {
    match event {
        Event::Start(tag) => {
            push_tag(tag, raw, declared, out);
            out.push_str(",\"children\":[");
            return true;
        }
        Event::Empty(tag) => {
            push_tag(tag, raw, declared, out);
            out.push('}');
        }
        Event::Text(text) => {
            let value = text.xml10_content();
            push_text(&value, raw, out);
        }
        Event::CData(_) => {
            let text = raw.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
            push_text(text, raw, out);
        }
        Event::GeneralRef(_) => {
            let value = declared.unescape(raw).unwrap_or_default();
            push_text(&value, raw, out);
        }
        Event::Comment(_) => {
            push_one("comment", raw.trim_start_matches("<!--").trim_end_matches("-->"), out);
        }
        Event::Decl(_) | Event::DocType(_) => push_one("declaration", raw, out),
        _ => {
            push_one("instruction", raw.trim_start_matches("<?").trim_end_matches("?>"), out);
        }
    }
    false
}

/// Text as a string if it is written the usual way, else with how it is.
fn push_text(value: &str, raw: &str, out: &mut String) {
    if super::read::escape_text(value) == raw {
        push_string(value, out);
        return;
    }
    out.push_str("{\"text\":");
    push_string(value, out);
    member("raw", raw, out);
    out.push('}');
}

fn push_tag(tag: &BytesStart<'_>, raw: &str, declared: &Entities, out: &mut String) {
    let attributes = attributes(tag, declared);
    let name = tag.name().into_inner();
    out.push_str("{\"name\":");
    push_string(name, out);
    if !attributes.is_empty() {
        out.push_str(",\"attributes\":[");
        for (at, (key, value)) in attributes.iter().enumerate() {
            out.push_str(if at == 0 { "[" } else { ",[" });
            push_string(key, out);
            out.push(',');
            push_string(value, out);
            out.push(']');
        }
        out.push(']');
    }
    let is_empty = raw.ends_with("/>");
    if super::read::start_tag(name, &attributes, is_empty) != raw {
        member("raw", raw, out);
    }
}

fn push_one(key: &str, value: &str, out: &mut String) {
    out.push_str("{\"");
    out.push_str(key);
    out.push_str("\":");
    push_string(value, out);
    out.push('}');
}

fn member(key: &str, value: &str, out: &mut String) {
    out.push_str(",\"");
    out.push_str(key);
    out.push_str("\":");
    push_string(value, out);
}

fn push_string(value: &str, out: &mut String) {
    out.push_str(&Value::from(value).to_string());
}

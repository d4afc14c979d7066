//! TEI back to the transcription: the TEI Guidelines' *externalize*.
//!
//! This reads nothing but the document: its text, the notations its header
//! declares, and the record of the transcription.

use std::borrow::Cow;
use std::collections::HashMap;

use super::addition::Addition;
use super::characters::TARGET;
use super::reader::{Reader, Step, Tag};
use super::record::Record;
use crate::diagnostic::Diagnostic;
use crate::notation::delimiters;
use crate::source::{Exceptions, Source, offset};

/// What a TEI document gives back.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Externalized {
    /// The transcription.
    pub source: Source,
    /// What the document says of it, if rubricate wrote the document.
    pub record: Option<Record>,
}

/// Takes the tags out of a TEI document.
///
/// # Errors
///
/// A diagnostic if the document is not well-formed, not TEI, nests deeper than
/// [`MAX_DEPTH`](super::MAX_DEPTH), or has a document type declaration that does
/// more than declare characters.
pub fn externalize(xml: &str) -> Result<Externalized, Diagnostic> {
    externalize_and(xml, drop)
}

/// Takes the tags out of a TEI document, and leaves out some kinds of what an editor
/// may have added to it; tells the additions of each kind that there are.
pub(crate) fn externalize_without(
    xml: &str,
    left_out: &[Addition],
) -> Result<(Externalized, Vec<Addition>), Diagnostic> {
    let mut externalizer = Externalizer { without: left_out.to_vec(), ..Externalizer::default() };
    externalizer.read(xml, drop)?;
    let additions = std::mem::take(&mut externalizer.additions);
    Ok((externalizer.finish(), additions))
}

/// Takes the tags out of a TEI document, and hands over each step through it
/// for what else is to be known of the document, so that it is read only once.
pub(crate) fn externalize_and<'x>(
    xml: &'x str,
    then: impl FnMut(Step<'x>),
) -> Result<Externalized, Diagnostic> {
    let mut externalizer = Externalizer::default();
    externalizer.read(xml, then)?;
    Ok(externalizer.finish())
}

#[derive(Default)]
struct Externalizer {
    text: String,
    exceptions: Exceptions,
    /// How deep the reader is in elements, and for the outermost open one of
    /// each kind, at what depth it was opened.
    depth: usize,
    header: Option<usize>,
    body: Option<usize>,
    /// The depths of the open `choice` elements, and of the editor's
    /// alternative in one, which is no text of the source.
    choices: Vec<usize>,
    left_out: Option<usize>,
    /// Patterns of the notations by identifier.
    patterns: HashMap<String, String>,
    /// What the open elements still have to write: the closing delimiter, and
    /// the depth of the element.
    closing: Vec<(usize, String)>,
    collecting: Option<Collecting>,
    record: Option<Record>,
    /// What the next character is to be replaced with.
    pending: Option<Pending>,
    /// The kinds of addition to leave out, and all additions that there are.
    without: Vec<Addition>,
    additions: Vec<Addition>,
}

/// The declaration of a notation that is being read.
struct Collecting {
    depth: usize,
    id: String,
    text: String,
}

enum Pending {
    Bytes(Box<[u8]>),
    LoneLineFeed,
}

impl Externalizer {
    fn read<'x>(&mut self, xml: &'x str, mut then: impl FnMut(Step<'x>)) -> Result<(), Diagnostic> {
        let mut reader = Reader::new(xml, TARGET)?;
        loop {
            let step = reader.step()?;
            match &step {
                Step::Start(tag) => self.start(tag),
                Step::End => self.end(),
                Step::Text(text) => self.text(text),
                Step::Instruction(content) => self.instruction(content),
                Step::Done => return Ok(()),
            }
            then(step);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.depth += 1;
        if self.body.is_some() {
            self.start_in_text(tag);
        } else if self.header.is_some() {
            self.start_in_header(tag);
        } else {
            match tag.name() {
                "teiHeader" => self.header = Some(self.depth),
                "text" => {}
                _ if is_text_part(tag.name()) => self.body = Some(self.depth),
                _ => {}
            }
        }
    }

    /// Looks for the declaration of a notation.
    fn start_in_header(&mut self, tag: &Tag<'_>) {
        if tag.name() == "rendition" && tag.attribute("scheme").as_deref() == Some("free") {
            let id = tag.attribute("xml:id").map(Cow::into_owned);
            let depth = self.depth;
            self.collecting = id.map(|id| Collecting { depth, id, text: String::new() });
        }
    }

    fn start_in_text(&mut self, tag: &Tag<'_>) {
        self.pending = None;
        if self.choices.last() == Some(&(self.depth - 1)) && is_editors_alternative(tag.name()) {
            self.left_out.get_or_insert(self.depth);
        }
        if tag.name() == "choice" {
            self.choices.push(self.depth);
        }
        if let Some(addition) = Addition::of(tag).filter(|_| self.left_out.is_none()) {
            self.additions.push(addition);
            if self.without.contains(&addition) {
                self.left_out = Some(self.depth);
            }
        }
        let Some(rendition) = tag.rendition() else { return };
        let pattern = rendition
            .split_ascii_whitespace()
            .find_map(|pointer| self.patterns.get(pointer.strip_prefix('#')?));
        if let Some(pattern) = pattern.filter(|_| self.record.is_some()) {
            let values: Vec<_> = tag.attributes().collect();
            let value = |name: &str| {
                values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref())
            };
            let (before, after) = delimiters(pattern, value);
            self.source_text(&before);
            self.closing.push((self.depth, after));
        }
    }

    fn end(&mut self) {
        if self.closing.last().is_some_and(|(depth, _)| *depth == self.depth) {
            let (_, after) = self.closing.pop().unwrap_or_default();
            self.source_text(&after);
        }
        self.pending = None;
        self.choices.pop_if(|depth| *depth == self.depth);
        self.left_out.take_if(|depth| *depth == self.depth);
        if let Some(collected) = self.collecting.take_if(|part| part.depth == self.depth) {
            let pattern = collected.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            self.patterns.insert(collected.id, pattern);
        }
        if self.header == Some(self.depth) {
            self.header = None;
        }
        if self.body == Some(self.depth) {
            self.body = None;
        }
        self.depth -= 1;
    }

    fn text(&mut self, text: &str) {
        if let Some(collecting) = &mut self.collecting {
            collecting.text.push_str(text);
        } else if self.body.is_some() && self.choices.last() != Some(&self.depth) {
            self.source_text(text);
        }
    }

    fn source_text(&mut self, text: &str) {
        if self.left_out.is_some() {
            return;
        }
        let at = offset(self.text.len());
        match self.pending.take() {
            Some(Pending::Bytes(bytes)) if text.starts_with(char::REPLACEMENT_CHARACTER) => {
                self.exceptions.marks.push(at);
                self.exceptions.sequences.push(bytes);
            }
            Some(Pending::LoneLineFeed) if text.starts_with('\n') => {
                self.exceptions.lone_line_feeds.push(at);
            }
            _ => {}
        }
        self.text.push_str(text);
    }

    fn instruction(&mut self, content: &str) {
        let (kind, value) = content.split_once(' ').unwrap_or((content, ""));
        if self.body.is_none() {
            if kind == "record" {
                self.record = serde_json::from_str(value).ok();
            }
            return;
        }
        match kind {
            "source" => {
                // What is not a string as we write it was not written by us.
                let characters: String = serde_json::from_str(value).unwrap_or_default();
                self.source_text(&characters);
            }
            "bytes" => self.pending = hexadecimal(value).map(Pending::Bytes),
            "lf" => self.pending = Some(Pending::LoneLineFeed),
            _ => {}
        }
    }

    fn finish(self) -> Externalized {
        let envelope = self.record.as_ref().map(Record::envelope).unwrap_or_default();
        Externalized {
            source: Source::from_parts(self.text, envelope, self.exceptions),
            record: self.record,
        }
    }
}

/// The elements under `text` that hold its characters; white space between
/// them is not source.
fn is_text_part(name: &str) -> bool {
    matches!(name, "front" | "body" | "back")
}

/// The elements in a `choice` that an editor adds to what the source has.
fn is_editors_alternative(name: &str) -> bool {
    matches!(name, "corr" | "reg" | "expan")
}

fn hexadecimal(digits: &str) -> Option<Box<[u8]>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

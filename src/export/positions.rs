//! Where elements stand in the transcription that `restore` gives.
//!
//! Only the externalizer knows what of a document is transcription. So marks
//! are put into a copy of the document, in the instructions that it reads as
//! characters of the source, and looked for in what it gives back.

use std::ops::Range;

use super::tree::Node;
use crate::source::{Encoding, Envelope};
use crate::tei::externalize;

/// A transcription, and where in it some elements stand.
pub(super) struct Transcription {
    /// The text with the line ends it has in the file.
    pub text: String,
    /// The byte ranges of the elements, in the order they were asked for;
    /// nothing for one that is not in the transcription.
    pub ranges: Vec<Option<Range<usize>>>,
    /// The name of the file, if it is known.
    pub file: Option<String>,
    /// For each 1024th byte the number of characters before it.
    counts: Vec<usize>,
}

const STEP: usize = 1024;

impl Transcription {
    /// The transcription of `xml` with the places of `nodes`, elements of it.
    pub(super) fn of(xml: &str, nodes: &[Node<'_>]) -> Self {
        let mark = mark(xml);
        let Ok(externalized) = externalize(&marked(xml, nodes, mark)) else {
            return Self::read("", mark, nodes.len());
        };
        let envelope = Envelope {
            encoding: Encoding::UTF_8,
            byte_order_mark: false,
            ..externalized.source.envelope()
        };
        let bytes = externalized.source.with_envelope(envelope).to_bytes().unwrap_or_default();
        let mut read = Self::read(&String::from_utf8_lossy(&bytes), mark, nodes.len());
        read.file = externalized.record.and_then(|record| record.file);
        read
    }

    /// Takes the marks out of a text.
    fn read(marked: &str, mark: char, count: usize) -> Self {
        let mut text = String::with_capacity(marked.len());
        let mut starts: Vec<Option<usize>> = vec![None; count];
        let mut ranges = vec![None; count];
        for (at, part) in marked.split(mark).enumerate() {
            if at % 2 == 0 {
                text.push_str(part);
                continue;
            }
            let is_end = part.ends_with('e');
            let Ok(index) = part.trim_end_matches('e').parse::<usize>() else { continue };
            if !is_end {
                starts[index] = Some(text.len());
            } else if let Some(start) = starts[index] {
                ranges[index] = Some(start..text.len());
            }
        }
        let mut counts = vec![0];
        let mut before = 0;
        for (characters, (at, _)) in text.char_indices().enumerate() {
            while at >= (before + 1) * STEP {
                before += 1;
                counts.push(characters);
            }
        }
        Self { text, ranges, file: None, counts }
    }

    /// The number of Unicode characters before the byte at `at`, as the Web
    /// Annotation Data Model counts.
    pub(super) fn characters_before(&self, at: usize) -> usize {
        let step = (at / STEP).min(self.counts.len() - 1);
        // The first character of a step may begin after the step does.
        let mut from = step * STEP;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        self.counts[step] + self.text.get(from..at).map_or(0, |part| part.chars().count())
    }

    /// The sentence around a range, with white space collapsed.
    pub(super) fn sentence(&self, range: &Range<usize>) -> String {
        const LONGEST: usize = 1500;
        let before =
            &self.text[floor(&self.text, range.start.saturating_sub(LONGEST))..range.start];
        let start = range.start - before.len() + ends(before).last().unwrap_or(0);
        let after = &self.text[range.end..floor(&self.text, range.end + LONGEST)];
        let end = range.end + ends(after).next().unwrap_or(after.len());
        super::tree::collapsed(&self.text[start..end])
    }
}

/// The places after which a new sentence or paragraph begins.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(move |(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let is_paragraph = c == '\n' && rest.trim_start_matches([' ', '\r']).starts_with('\n');
        let closed = rest.trim_start_matches(['"', '”', '’', '»', ')']);
        let is_sentence = matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔')
            && (closed.starts_with(char::is_whitespace) || closed.is_empty() || c > '\u{2FFF}')
            && text[..at].chars().rev().take_while(|c| c.is_alphanumeric()).count() > 2;
        (is_paragraph || is_sentence).then(|| text.len() - closed.len())
    })
}

/// The greatest character boundary up to `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A character that is not in the document, written as itself or as a
/// reference: one for private use, of which there are enough.
fn mark(xml: &str) -> char {
    let is_absent = |c: &char| {
        let code = u32::from(*c);
        !xml.contains(*c)
            && !xml.contains(&format!("{code:X};"))
            && !xml.contains(&format!("{code:x};"))
            && !xml.contains(&format!("{code};"))
    };
    ('\u{E000}'..='\u{F8FF}').rev().find(is_absent).unwrap_or('\u{F8FF}')
}

/// The document with a mark where each of `nodes` begins and ends.
fn marked(xml: &str, nodes: &[Node<'_>], mark: char) -> String {
    let mut places: Vec<(usize, usize, &str)> = Vec::with_capacity(nodes.len() * 2);
    for (index, node) in nodes.iter().enumerate() {
        let range = node.range();
        let tag = tag_end(xml, range.start);
        if xml[..tag].ends_with("/>") {
            places.push((range.start, index, ""));
            places.push((range.start, index, "e"));
        } else {
            places.push((tag, index, ""));
            places.push((xml[..range.end].rfind("</").unwrap_or(range.end), index, "e"));
        }
    }
    places.sort_by_key(|(at, _, _)| *at);
    let mut out = String::with_capacity(xml.len() + places.len() * 40);
    let mut from = 0;
    for (at, index, kind) in places {
        out.push_str(&xml[from..at]);
        out.push_str("<?rubricate source \"");
        out.push(mark);
        out.push_str(&index.to_string());
        out.push_str(kind);
        out.push(mark);
        out.push_str("\"?>");
        from = at;
    }
    out.push_str(&xml[from..]);
    out
}

/// The byte after the start tag that begins at `from`.
fn tag_end(xml: &str, from: usize) -> usize {
    let mut quote = None;
    for (at, byte) in xml.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    xml.len()
}

#[cfg(test)]
mod tests {
    use super::Transcription;
    use crate::export::tree::{Node, name};

    #[test]
    fn places_are_those_of_the_transcription() {
        let xml = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text>\n<body n='>'>\
            <p>Été. In <name n=\"a>b\">Paris</name>,\n<choice><sic>wet<lb/></sic><corr><name>y</name></corr></choice>\
            <name/>. Then</p></body></text></TEI>";
        let tree = roxmltree::Document::parse(xml).unwrap();
        let names: Vec<Node<'_>> =
            tree.descendants().filter(|node| matches!(name(*node), "name" | "lb")).collect();
        let read = Transcription::of(xml, &names);
        assert_eq!(read.text, "Été. In Paris,\nwet. Then");
        let found: Vec<Option<&str>> =
            read.ranges.iter().map(|range| range.clone().map(|range| &read.text[range])).collect();
        assert_eq!(found, [Some("Paris"), Some(""), None, Some("")]);
        let paris = read.ranges[0].clone().unwrap();
        assert_eq!(read.characters_before(paris.start), 8);
        assert_eq!(read.sentence(&paris), "In Paris, wet.");
    }
}

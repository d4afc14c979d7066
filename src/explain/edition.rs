//! Places in an edition as places in its transcription.

use super::{NotExplained, offset};
use crate::convention::{self, Convention};
use crate::source::{Position, Source};
use crate::tei::{externalize, xml_text};

/// An edition that rubricate wrote.
pub(super) struct Edition {
    xml: String,
    source: Source,
    /// The convention its transcription was read by.
    pub convention: Option<&'static Convention>,
}

/// Reads an edition; nothing else is one.
pub(super) fn read(bytes: &[u8]) -> Option<Edition> {
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii());
    if begins != Some(&b'<') {
        return None;
    }
    let xml = xml_text(bytes).ok()?.into_owned();
    let externalized = externalize(&xml).ok()?;
    let convention = convention::named(&externalized.record?.convention);
    Some(Edition { xml, source: externalized.source, convention })
}

impl Edition {
    /// The transcription, and the place in it that a place in the XML is.
    pub(super) fn place(&self, place: Position) -> Result<(Source, u32), NotExplained> {
        let at = offset(&self.xml, place)? as usize;
        let (before, after) = self.xml.split_at(at);
        // Within a tag what follows it is meant.
        let inside = before.rfind('<') > before.rfind('>');
        let skipped = if inside { after.find('>').map_or(0, |end| end + 1) } else { 0 };
        // A character that the edition does not have shows where the place is.
        let mark = ('\u{E000}'..'\u{F8FF}').find(|mark| !self.xml.contains(*mark));
        let mark = mark.ok_or(NotExplained::NotInText)?;
        let mut marked = self.xml.clone();
        marked.insert(at + skipped, mark);
        let marked = externalize(&marked).map_err(|_| NotExplained::NotInText)?;
        let found = marked.source.text().find(mark).ok_or(NotExplained::NotInText)?;
        let last = self.source.text().len();
        Ok((self.source.clone(), crate::source::offset(found.min(last))))
    }
}

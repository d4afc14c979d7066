//! A table for spreadsheets: each person, place, date and note with its place
//! in the transcription and the sentence around it (RFC 4180).

use super::document::Document;
use super::mentions::mentions;
use super::tree::xml_id;
use super::{Content, ExportOptions, Format, Loss};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "csv",
    extension: "csv",
    description: "A table of persons, places, dates and notes, with their sentences",
    losses: &[&[
        Loss::new("p", "a table of mentions carries only the sentences around them"),
        Loss::new("@resp", "who encoded it has no column"),
    ]],
    write,
};

const HEADER: [&str; 10] =
    ["kind", "text", "value", "reference", "link", "certainty", "start", "end", "id", "sentence"];

fn write(document: &Document<'_>, _: &ExportOptions, found: &mut Vec<Diagnostic>) -> Content {
    let mut out =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let (transcription, mentions) = mentions(document);
    let mut written = out.write_record(HEADER);
    for mention in mentions.iter().filter(|mention| mention.kind != "entry") {
        let start = transcription.characters_before(mention.range.start);
        let end = transcription.characters_before(mention.range.end);
        let row = [
            mention.kind.to_owned(),
            super::tree::collapsed(&transcription.text[mention.range.clone()]),
            mention.value.clone(),
            mention.reference.clone().unwrap_or_default(),
            mention.links.first().cloned().unwrap_or_default(),
            mention.certainty.unwrap_or_default().to_owned(),
            start.to_string(),
            end.to_string(),
            xml_id(mention.node).unwrap_or_default().to_owned(),
            transcription.sentence(&mention.range),
        ];
        written = written.and_then(|()| out.write_record(row));
    }
    // Memory takes all that is written to it.
    if let Err(error) = written {
        found.push(Diagnostic::new(Severity::Error, Code::NotCarried, error.to_string()));
    }
    Content::File(out.into_inner().unwrap_or_default())
}

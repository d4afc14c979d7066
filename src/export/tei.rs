//! TEI as it is: the way back from JSON.

use super::document::Document;
use super::{Content, ExportOptions, Format};
use crate::diagnostic::Diagnostic;
use crate::tei::xml_bytes;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "tei",
    extension: "xml",
    description: "The TEI as it is, such as from JSON",
    losses: &[],
    write,
};

fn write(document: &Document<'_>, _: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    Content::File(xml_bytes(document.xml).into_owned())
}

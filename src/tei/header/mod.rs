//! The header: what is known of the edition, and how it was made.

mod dtabf;
mod eltec;
mod encoding;
mod file;
mod imprint;
mod profile;

use super::correspondence::Letter;
use super::markup::Markup;
use super::record::Record;
use crate::date::CalendarDate;
use crate::element::Attribute::{Type, When};
use crate::element::Element;
use crate::entity::Entities;
use crate::metadata::{Metadata, Role};
use crate::notation::Notation;
use crate::profile::{HeaderForm, Lists};

/// What the header is made of.
pub(super) struct Header<'a> {
    pub metadata: &'a Metadata,
    pub record: &'a Record,
    pub entities: &'a Entities,
    /// How many words the text has.
    pub words: usize,
    /// The notations that the text uses.
    pub notations: &'a [&'static Notation],
    /// What the editorial declaration says of them and of the rest.
    pub practices: &'a [&'a str],
    /// The letters to be described one by one.
    pub letters: &'a [Letter],
    /// Where persons and places are listed.
    pub lists: Lists,
    /// Whether the transcription has no title, and that of the header is supplied.
    pub supplied: bool,
}

/// The name of the program in the header, and of its statement of
/// responsibility.
const PROGRAM: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The year of this version.
const RELEASED: &str = "2026";

/// Writes `teiHeader`.
pub(super) fn write_header(form: HeaderForm, header: &Header<'_>, markup: &mut Markup<'_>) {
    markup.nest(Element::TeiHeader, &[], |markup| {
        markup.line(&header.record.instruction());
        match form {
            HeaderForm::Tei => write_tei(header, markup),
            HeaderForm::Eltec => eltec::write_eltec(header, markup),
            HeaderForm::Dtabf => dtabf::write_dtabf(header, markup),
        }
    });
}

fn write_tei(header: &Header<'_>, markup: &mut Markup<'_>) {
    markup.nest(Element::FileDesc, &[], |markup| file::file_description(header, markup));
    markup
        .nest(Element::EncodingDesc, &[], |markup| encoding::encoding_description(header, markup));
    markup.nest(Element::ProfileDesc, &[], |markup| profile::profile_description(header, markup));
    if let Some(date) = header.metadata.last_change {
        markup.nest(Element::RevisionDesc, &[], |markup| {
            let when = date.to_string();
            markup.leaf(Element::Change, &[(When, &when)], LAST_CHANGE);
        });
    }
}

const LAST_CHANGE: &str = "The transcription was last updated.";

/// What is said of a text that does not name its licence.
const NO_LICENCE: &str = "The transcription does not state a licence.";

/// The title of a text that has none.
const NO_TITLE: &str = "Untitled transcription";

/// The beginning of a title statement.
fn titles_and_authors(metadata: &Metadata, markup: &mut Markup<'_>) {
    let title = metadata.title.as_deref().unwrap_or(NO_TITLE);
    markup.leaf(Element::Title, &[(Type, "main")], title);
    for subtitle in &metadata.subtitles {
        markup.leaf(Element::Title, &[(Type, "sub")], subtitle);
    }
    for author in metadata.with_role(Role::Author) {
        markup.leaf(Element::Author, &[], author);
    }
}

/// Where the original is kept, in words, for headers that have no element for it.
fn original(metadata: &Metadata) -> Option<String> {
    let parts = [&metadata.repository, &metadata.shelfmark];
    let parts: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether the words are a date that `@when` can hold.
fn is_date(words: &str) -> bool {
    CalendarDate::from_iso(words).is_some()
}

fn language_name(code: &str) -> &str {
    match code.split('-').next().unwrap_or(code) {
        "en" => "English",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "es" => "Spanish",
        "nl" => "Dutch",
        "la" => "Latin",
        "und" => "undetermined",
        _ => code,
    }
}

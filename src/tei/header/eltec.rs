//! The header of the European Literary Text Collection, level 1.
//!
//! Its parts and their order are fixed (<https://github.com/COST-ELTeC/Schemas>).
//! Some values are asked for that a transcription does not tell; those stand
//! as unspecified, and where the schema has no such value, the encoding
//! description says so.

use super::encoding::editorial_practices;
use super::imprint::write_imprint;
use super::{
    Header, LAST_CHANGE, NO_LICENCE, NO_TITLE, PROGRAM, RELEASED, VERSION, is_date, language_name,
    original,
};
use crate::element::Attribute::{Ident, Level, N, Target, Type, Unit, When, XmlId};
use crate::element::Element;
use crate::metadata::{Metadata, Role};
use crate::tei::markup::Markup;

/// The namespace of its own elements.
const NAMESPACE: &str = "http://distantreading.net/eltec/ns";

const UNSPECIFIED: &str = "unspecified";

/// Writes the content of `teiHeader`.
pub(super) fn write_eltec(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    markup.nest(Element::FileDesc, &[], |markup| {
        markup.nest(Element::TitleStmt, &[], |markup| titles(metadata, markup));
        markup.nest(Element::Extent, &[], |markup| {
            markup.leaf(Element::Measure, &[(Unit, "words")], &header.words.to_string());
        });
        markup.nest(Element::PublicationStmt, &[], |markup| publication(metadata, markup));
        markup.nest(Element::SourceDesc, &[], |markup| sources(header, markup));
    });
    let slot = TimeSlot::of(metadata);
    markup.nest(Element::EncodingDesc, &[(N, "eltec-1")], |markup| {
        markup.leaf(Element::P, &[], &encoding(header, &slot));
    });
    markup.nest(Element::ProfileDesc, &[], |markup| {
        let language = metadata.language.as_deref().unwrap_or("und");
        markup.nest(Element::LangUsage, &[], |markup| {
            markup.leaf(Element::Language, &[(Ident, language)], language_name(language));
        });
        description(header.words, &slot, markup);
    });
    markup.nest(Element::RevisionDesc, &[], |markup| change(metadata, markup));
}

fn titles(metadata: &Metadata, markup: &mut Markup<'_>) {
    let title = metadata.title.as_deref().filter(|title| !title.trim().is_empty());
    markup.leaf(Element::Title, &[], title.unwrap_or(NO_TITLE));
    for subtitle in metadata.subtitles.iter().filter(|title| !title.trim().is_empty()) {
        markup.leaf(Element::Title, &[], subtitle);
    }
    for author in metadata.with_role(Role::Author) {
        markup.leaf(Element::Author, &[], author);
    }
    for credit in &metadata.credits {
        if !matches!(credit.role, Role::Author | Role::Publisher) {
            responsibility(credit.role.responsibility(), &credit.name, None, markup);
        }
    }
    let program = format!("{PROGRAM} {VERSION}");
    responsibility("encoding by program, without review", &program, Some(PROGRAM), markup);
}

fn responsibility(done: &str, name: &str, id: Option<&str>, markup: &mut Markup<'_>) {
    let values: Vec<_> = id.map(|id| (XmlId, id)).into_iter().collect();
    markup.nest(Element::RespStmt, &values, |markup| {
        markup.leaf(Element::Resp, &[], done);
        markup.leaf(Element::Name, &[], name);
    });
}

/// In words, unless there is a licence to point to.
fn publication(metadata: &Metadata, markup: &mut Markup<'_>) {
    let publisher = metadata.with_role(Role::Publisher).next();
    let licence = metadata.licence.as_deref();
    let Some(address) = licence.filter(|licence| licence.starts_with("http")) else {
        let publisher = publisher.map_or("Unpublished.".to_owned(), |name| format!("{name}."));
        let licence =
            licence.map_or(NO_LICENCE.to_owned(), |licence| format!("Licence: {licence}"));
        return markup.leaf(Element::P, &[], &format!("{publisher} {licence}"));
    };
    markup.leaf(Element::Publisher, &[], publisher.unwrap_or(UNSPECIFIED));
    markup.leaf(Element::Distributor, &[], UNSPECIFIED);
    match metadata.date.as_deref() {
        Some(date) if is_date(date) => markup.leaf(Element::Date, &[(When, date)], date),
        date => markup.leaf(Element::Date, &[], date.unwrap_or(UNSPECIFIED)),
    }
    markup.nest(Element::Availability, &[], |markup| {
        markup.nest(Element::Licence, &[(Target, address)], |markup| {
            markup.leaf(Element::P, &[], address);
        });
    });
}

fn sources(header: &Header<'_>, markup: &mut Markup<'_>) {
    let Header { metadata, record, .. } = header;
    if let Some(original) = original(metadata) {
        markup.leaf(Element::Bibl, &[(Type, UNSPECIFIED)], &original);
    }
    if metadata.source.is_none() && metadata.imprint.is_telling() {
        markup.nest(Element::Bibl, &[(Type, "printSource")], |markup| {
            for author in metadata.with_role(Role::Author) {
                markup.leaf(Element::Author, &[], author);
            }
            let title = metadata.title.as_deref().filter(|title| !title.trim().is_empty());
            markup.leaf(Element::Title, &[], title.unwrap_or(NO_TITLE));
            write_imprint(&metadata.imprint, markup);
        });
    }
    if let Some(citation) = &metadata.source {
        markup.nest(Element::Bibl, &[(Type, "printSource")], |markup| {
            for author in metadata.with_role(Role::Author) {
                markup.leaf(Element::Author, &[], author);
            }
            if let Some(title) = metadata.title.as_deref().filter(|title| !title.trim().is_empty())
            {
                markup.leaf(Element::Title, &[(Level, "a")], title);
            }
            markup.leaf(Element::Title, &[], &citation.title);
            if let Some((written, date)) = &citation.date {
                markup.leaf(Element::Date, &[(When, &date.to_string())], written);
            }
        });
    } else if let Some(words) = &metadata.source_words {
        markup.leaf(Element::Bibl, &[(Type, UNSPECIFIED)], words);
    }
    markup.nest(Element::Bibl, &[(Type, "digitalSource")], |markup| {
        if let Some(file) = record.shown_file().filter(|file| !file.trim().is_empty()) {
            markup.leaf(Element::Title, &[], &file);
        }
        markup.leaf(Element::Idno, &[(Type, "SHA-256")], &record.sha256);
    });
}

/// The period in which a work was first published, of four between 1840 and
/// 1920.
struct TimeSlot {
    key: &'static str,
    /// Why it need not be right.
    doubt: Option<String>,
}

impl TimeSlot {
    /// By the source, or else by the title page.
    fn of(metadata: &Metadata) -> Self {
        let published = metadata.source.as_ref().and_then(|source| source.date.as_ref());
        let told = published.and_then(|(_, date)| date.year());
        let printed = || metadata.imprint.date.as_ref()?.1?.year();
        let year = told.or_else(|| metadata.title_date?.start().year()).or_else(printed);
        let (key, miss) = match year {
            Some(1840..=1859) => ("T1", None),
            Some(1860..=1879) => ("T2", None),
            Some(1880..=1899) => ("T3", None),
            Some(1900..=1920) => ("T4", None),
            Some(..1840) => ("T1", Some("the work is older")),
            Some(_) => ("T4", Some("the work is younger")),
            None => ("T1", Some("it is not known when the work was first published")),
        };
        let miss = miss.map(|miss| {
            format!("The time slot {key} stands because the schema asks for one: {miss}.")
        });
        let of_title_page = || {
            let year = year.filter(|_| told.is_none())?;
            Some(format!("The time slot {key} follows the year {year} on the title page."))
        };
        Self { key, doubt: miss.or_else(of_title_page) }
    }
}

fn encoding(header: &Header<'_>, slot: &TimeSlot) -> String {
    let made = format!(
        "Encoded by {PROGRAM} {VERSION} from a plain transcription, without review. Every \
         character of the transcription is in the text, in its order, or in a processing \
         instruction where a tag stands for it; nothing was corrected, added or moved. The sex of \
         the author and the number of reprints are not known to the program."
    );
    let practices = Some(editorial_practices(header)).filter(|words| !words.is_empty());
    [Some(made), slot.doubt.clone(), practices].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn description(words: usize, slot: &TimeSlot, markup: &mut Markup<'_>) {
    let size = match words {
        ..50_000 => "short",
        50_000..100_000 => "medium",
        _ => "long",
    };
    markup.line(&format!("<textDesc xmlns:e=\"{NAMESPACE}\">"));
    for (name, key) in [
        ("authorGender", "U"),
        ("size", size),
        ("reprintCount", UNSPECIFIED),
        ("timeSlot", slot.key),
    ] {
        markup.line(&format!("  <e:{name} key=\"{key}\"/>"));
    }
    markup.line("</textDesc>");
}

/// The schema wants a change with its date. No edition has the time of its
/// making, so that the same transcription is always the same edition.
fn change(metadata: &Metadata, markup: &mut Markup<'_>) {
    let published = metadata.date.as_deref().filter(|date| is_date(date));
    if let Some(date) = metadata.last_change {
        markup.leaf(Element::Change, &[(When, &date.to_string())], LAST_CHANGE);
    } else if let Some(date) = published {
        markup.leaf(Element::Change, &[(When, date)], "The edition was published.");
    } else {
        let words = format!(
            "Encoded by {PROGRAM} {VERSION}; the day is not recorded, and the year is that of this \
             version of the program."
        );
        markup.leaf(Element::Change, &[(When, RELEASED)], &words);
    }
}

//! The header: what is known of the edition, and how it was made.

use super::markup::{Markup, Values};
use super::record::Record;
use crate::date::DateValue;
use crate::element::Attribute::{
    From, Gi, Ident, Level, Marks, Match, Method, Quantity, Role as RoleName, Scheme, Status,
    Target, To, Type, Unit, Use, Version, When, XmlId,
};
use crate::element::{Attribute, Element};
use crate::metadata::{Citation, Metadata, Role};
use crate::notation::Notation;

/// What the header is made of.
pub(super) struct Header<'a> {
    pub metadata: &'a Metadata,
    pub record: &'a Record,
    /// How many words the text has.
    pub words: usize,
    /// The notations that the text uses.
    pub notations: &'a [&'static Notation],
    /// What the editorial declaration says of them and of the rest.
    pub practices: &'a [&'a str],
}

/// The name of the program in the header, and of its statement of
/// responsibility.
const PROGRAM: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes `teiHeader`.
pub(super) fn write_header(header: &Header<'_>, markup: &mut Markup<'_>) {
    markup.nest(Element::TeiHeader, &[], |markup| {
        markup.instruction(&header.record.instruction());
        markup.nest(Element::FileDesc, &[], |markup| file_description(header, markup));
        markup.nest(Element::EncodingDesc, &[], |markup| encoding_description(header, markup));
        markup
            .nest(Element::ProfileDesc, &[], |markup| profile_description(header.metadata, markup));
        if let Some(date) = header.metadata.last_change {
            markup.nest(Element::RevisionDesc, &[], |markup| {
                let when = date.to_string();
                markup.leaf(
                    Element::Change,
                    &[(When, &when)],
                    "The transcription was last updated.",
                );
            });
        }
    });
}

// File description.

fn file_description(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    markup.nest(Element::TitleStmt, &[], |markup| title_statement(metadata, markup));
    markup.nest(Element::Extent, &[], |markup| {
        let count = header.words.to_string();
        let words = format!("{count} words");
        markup.leaf(Element::Measure, &[(Unit, "word"), (Quantity, &count)], &words);
    });
    markup.nest(Element::PublicationStmt, &[], |markup| publication_statement(metadata, markup));
    markup.nest(Element::SourceDesc, &[], |markup| {
        source_description(metadata, markup);
        transcription(header.record, markup);
    });
}

fn title_statement(metadata: &Metadata, markup: &mut Markup<'_>) {
    let title = metadata.title.as_deref().unwrap_or("Untitled transcription");
    markup.leaf(Element::Title, &[(Type, "main")], title);
    for subtitle in &metadata.subtitles {
        markup.leaf(Element::Title, &[(Type, "sub")], subtitle);
    }
    for author in metadata.with_role(Role::Author) {
        markup.leaf(Element::Author, &[], author);
    }
    for (role, name) in
        [(Role::Translator, "translator"), (Role::Editor, "editor"), (Role::Annotator, "annotator")]
    {
        for editor in metadata.with_role(role) {
            markup.leaf(Element::Editor, &[(RoleName, name)], editor);
        }
    }
    for role in [Role::Illustrator, Role::Transcriber, Role::Encoder, Role::Proofreader] {
        for name in metadata.with_role(role) {
            responsibility(role.responsibility(), &[], name, &[], markup);
        }
    }
    let done = "encoding by program, without review; @resp and @cert tell it apart";
    responsibility(
        done,
        &[(XmlId, PROGRAM)],
        &format!("{PROGRAM} {VERSION}"),
        &[(Type, "software")],
        markup,
    );
}

fn responsibility(
    done: &str,
    values: Values<'_>,
    name: &str,
    of_name: Values<'_>,
    markup: &mut Markup<'_>,
) {
    markup.nest(Element::RespStmt, values, |markup| {
        markup.leaf(Element::Resp, &[], done);
        markup.leaf(Element::Name, of_name, name);
    });
}

fn publication_statement(metadata: &Metadata, markup: &mut Markup<'_>) {
    let publisher = metadata.with_role(Role::Publisher).next().unwrap_or("unpublished");
    markup.leaf(Element::Publisher, &[], publisher);
    if let Some(place) = &metadata.place {
        markup.leaf(Element::PubPlace, &[], place);
    }
    if let Some(date) = &metadata.date {
        let values: Values<'_> = if is_date(date) { &[(When, date)] } else { &[] };
        markup.leaf(Element::Date, values, date);
    }
    if let Some(identifier) = &metadata.identifier {
        markup.leaf(Element::Idno, &[], identifier);
    }
    let status = if metadata.licence.is_some() { "free" } else { "unknown" };
    markup.nest(Element::Availability, &[(Status, status)], |markup| match &metadata.licence {
        Some(licence) if licence.starts_with("http") => {
            markup.leaf(Element::Licence, &[(Target, licence)], licence);
        }
        Some(licence) => markup.leaf(Element::Licence, &[], licence),
        None => markup.leaf(Element::P, &[], "The transcription does not state a licence."),
    });
}

/// Whether the words are `YYYY[-MM[-DD]]`.
fn is_date(words: &str) -> bool {
    let shape: String = words.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    matches!(shape.as_str(), "0000" | "0000-00" | "0000-00-00")
}

fn source_description(metadata: &Metadata, markup: &mut Markup<'_>) {
    if let Some(citation) = &metadata.source {
        markup.nest(Element::BiblStruct, &[], |markup| published(metadata, citation, markup));
    } else if let Some(words) = &metadata.source_words {
        markup.leaf(Element::Bibl, &[], words);
    }
}

fn published(metadata: &Metadata, citation: &Citation, markup: &mut Markup<'_>) {
    markup.nest(Element::Analytic, &[], |markup| {
        for author in metadata.with_role(Role::Author) {
            markup.leaf(Element::Author, &[], author);
        }
        markup.leaf(
            Element::Title,
            &[(Level, "a")],
            metadata.title.as_deref().unwrap_or("Untitled"),
        );
        for translator in metadata.with_role(Role::Translator) {
            markup.leaf(Element::Editor, &[(RoleName, "translator")], translator);
        }
    });
    // A volume or issue number tells a periodical.
    let periodical = citation.volume.is_some() || citation.issue.is_some();
    markup.nest(Element::Monogr, &[], |markup| {
        markup.leaf(
            Element::Title,
            &[(Level, if periodical { "j" } else { "m" })],
            &citation.title,
        );
        markup.nest(Element::Imprint, &[], |markup| {
            match &citation.date {
                Some((written, date)) => {
                    markup.leaf(Element::Date, &[(When, &date.to_string())], written);
                }
                None => markup.leaf(Element::Date, &[], ""),
            }
            for (unit, number) in [("volume", &citation.volume), ("issue", &citation.issue)] {
                if let Some(number) = number {
                    markup.leaf(Element::BiblScope, &[(Unit, unit)], number);
                }
            }
            if let Some((first, last)) = &citation.pages {
                pages(first, last.as_deref().unwrap_or(first), markup);
            }
        });
    });
}

fn pages(first: &str, last: &str, markup: &mut Markup<'_>) {
    let words = if first == last { first.to_owned() } else { format!("{first}–{last}") };
    markup.leaf(Element::BiblScope, &[(Unit, "page"), (From, first), (To, last)], &words);
}

/// The file that was transcribed, for people; programs read the instruction.
fn transcription(record: &Record, markup: &mut Markup<'_>) {
    markup.nest(Element::Bibl, &[(Type, "transcription")], |markup| {
        if let Some(file) = &record.file {
            let words: String = file.chars().filter(|c| !c.is_control()).collect();
            markup.leaf(Element::Title, &[], &words);
        }
        let bytes = record.bytes.to_string();
        let mark = if record.byte_order_mark { " with byte order mark" } else { "" };
        let words =
            format!("{bytes} bytes, {}{mark}, lines end in {}", record.encoding, record.line_end);
        markup.leaf(Element::Extent, &[], &words);
        markup.leaf(Element::Idno, &[(Type, "SHA-256")], &record.sha256);
    });
}

// Encoding description.

fn encoding_description(header: &Header<'_>, markup: &mut Markup<'_>) {
    if let Some(project) = &header.metadata.project {
        markup.nest(Element::ProjectDesc, &[], |markup| markup.leaf(Element::P, &[], project));
    }
    markup.nest(Element::EditorialDecl, &[], |markup| editorial_declaration(header, markup));
    markup.nest(Element::TagsDecl, &[], |markup| {
        for notation in header.notations {
            let values = [(XmlId, notation.id), (Scheme, "free")];
            markup.leaf(Element::Rendition, &values, notation.pattern);
        }
        markup.nest(Element::Namespace, &[(Attribute::Name, super::NAMESPACE)], |markup| {
            markup.leaf(Element::TagUsage, &[(Gi, "div")], "Unnumbered divs used.");
        });
    });
    markup.nest(Element::RefsDecl, &[], references);
    markup.nest(Element::AppInfo, &[], |markup| {
        let values = [(Ident, PROGRAM), (Version, VERSION)];
        markup.nest(Element::Application, &values, |markup| {
            markup.leaf(Element::Label, &[], PROGRAM);
        });
    });
}

fn editorial_declaration(header: &Header<'_>, markup: &mut Markup<'_>) {
    let paragraph = |element, values: Values<'_>, words: &str, markup: &mut Markup<'_>| {
        markup.nest(element, values, |markup| markup.leaf(Element::P, &[], words));
    };
    let kept = "Every character of the transcription is in the text, in its order, or belongs to a tag whose notation tagsDecl declares; nothing was corrected, added or moved. Line ends and blank lines are white space of the text.";
    paragraph(Element::Normalization, &[(Method, "markup")], kept, markup);
    let marks = "Quotation marks stand in the text as they do in the transcription.";
    paragraph(Element::Quotation, &[(Marks, "all")], marks, markup);
    let machine = "Divisions, notes, dates, persons and places were found by program. A tag with resp=\"#rubricate\" was set by it; cert says how sure it is: high, written so; medium, concluded from the context; low, to be looked at.";
    let mut interpretation = machine.to_owned();
    for practice in header.practices {
        interpretation.push(' ');
        interpretation.push_str(practice);
    }
    paragraph(Element::Interpretation, &[], &interpretation, markup);
}

/// Sections, entries in them, and paragraphs can be cited by number (TEI
/// Guidelines, 16.2.5.4; Distributed Text Services).
fn references(markup: &mut Markup<'_>) {
    let unit = |unit, matches, uses: &'static str| [(Unit, unit), (Match, matches), (Use, uses)];
    let sections = unit("section", "//body/div", "position()");
    markup.nest(Element::CiteStructure, &sections, |markup| {
        let entries =
            [(Unit, "entry"), (Match, "div"), (Use, "position()"), (Attribute::Delim, ".")];
        markup.nest(Element::CiteStructure, &entries, |markup| {
            let paragraphs =
                [(Unit, "paragraph"), (Match, "p"), (Use, "position()"), (Attribute::Delim, ".")];
            markup.leaf(Element::CiteStructure, &paragraphs, "");
        });
    });
}

// Profile description.

fn profile_description(metadata: &Metadata, markup: &mut Markup<'_>) {
    if let Some(covers) = metadata.covers {
        markup.nest(Element::Creation, &[], |markup| date(covers, markup));
    }
    let language = metadata.language.as_deref().unwrap_or("und");
    markup.nest(Element::LangUsage, &[], |markup| {
        markup.leaf(Element::Language, &[(Ident, language)], language_name(language));
    });
    if metadata.sender.is_some() || metadata.recipient.is_some() {
        markup.nest(Element::CorrespDesc, &[], |markup| correspondence(metadata, markup));
    }
}

fn date(value: DateValue, markup: &mut Markup<'_>) {
    let words = match value {
        DateValue::When(date) => date.to_string(),
        DateValue::Duration { from, to } => format!("{from} to {to}"),
        DateValue::Within { not_before, not_after } => {
            format!("between {not_before} and {not_after}")
        }
    };
    let values: Vec<(Attribute, String)> =
        value.attributes().into_iter().map(|(name, date)| (name, date.to_string())).collect();
    let values: Vec<(Attribute, &str)> =
        values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    markup.leaf(Element::Date, &values, &words);
}

/// As the Correspondence Metadata Interchange Format wants it.
fn correspondence(metadata: &Metadata, markup: &mut Markup<'_>) {
    for (kind, person) in [("sent", &metadata.sender), ("received", &metadata.recipient)] {
        markup.nest(Element::CorrespAction, &[(Type, kind)], |markup| {
            markup.leaf(Element::PersName, &[], person.as_deref().unwrap_or("Unknown"));
        });
    }
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

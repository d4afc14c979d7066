//! The file description: titles, publication, and what was transcribed.

use super::imprint::write_imprint;
use super::{Header, NO_LICENCE, PROGRAM, VERSION, is_date, titles_and_authors};
use crate::element::Attribute::{
    From, Level, Quantity, Role as RoleName, Status, Target, To, Type, Unit, When, XmlId,
};
use crate::element::Element;
use crate::metadata::{Citation, Metadata, Role};
use crate::profile::Lists;
use crate::tei::markup::{Markup, Values};
use crate::tei::record::Record;
use crate::tei::stand_off::write_lists;

pub(super) fn file_description(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    markup.nest(Element::TitleStmt, &[], |markup| title_statement(header, markup));
    markup.nest(Element::Extent, &[], |markup| {
        let count = header.words.to_string();
        let words = format!("{count} words");
        markup.leaf(Element::Measure, &[(Unit, "word"), (Quantity, &count)], &words);
    });
    markup.nest(Element::PublicationStmt, &[], |markup| publication_statement(metadata, markup));
    markup.nest(Element::SourceDesc, &[], |markup| {
        source_description(metadata, markup);
        transcription(header.record, markup);
        if header.lists == Lists::SourceDesc {
            write_lists(header.entities, markup);
        }
    });
}

fn title_statement(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    titles_and_authors(metadata, markup);
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
    let done = if header.supplied {
        "encoding, and the title in brackets, which the transcription lacks, by program, without \
         review; @resp and @cert tell it apart"
    } else {
        "encoding by program, without review; @resp and @cert tell it apart"
    };
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
    let licence = metadata.licence.as_deref();
    let status = licence.map_or(Some("unknown"), status);
    let values: Vec<_> = status.map(|status| (Status, status)).into_iter().collect();
    markup.nest(Element::Availability, &values, |markup| match licence {
        Some(licence) if licence.starts_with("http") => {
            markup.leaf(Element::Licence, &[(Target, licence)], licence);
        }
        Some(licence) => markup.leaf(Element::Licence, &[], licence),
        None => markup.leaf(Element::P, &[], NO_LICENCE),
    });
}

/// The value of `availability/@status`, of a licence that is known by its words.
fn status(licence: &str) -> Option<&'static str> {
    const FREE: &[&str] =
        &["creativecommons.org/", "creative commons", "cc by", "cc-by", "cc0", "public domain"];
    const RESTRICTED: &[&str] =
        &["all rights reserved", "alle rechte vorbehalten", "tous droits réservés"];
    let licence = licence.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| licence.contains(words));
    if says(FREE) {
        return Some("free");
    }
    says(RESTRICTED).then_some("restricted")
}

fn source_description(metadata: &Metadata, markup: &mut Markup<'_>) {
    if metadata.repository.is_some() || metadata.shelfmark.is_some() {
        markup.nest(Element::MsDesc, &[], |markup| {
            markup.nest(Element::MsIdentifier, &[], |markup| original(metadata, markup));
        });
    }
    if metadata.source.is_none() && metadata.imprint.is_telling() {
        markup.nest(Element::BiblStruct, &[], |markup| book(metadata, markup));
    }
    if let Some(citation) = &metadata.source {
        markup.nest(Element::BiblStruct, &[], |markup| published(metadata, citation, markup));
    } else if let Some(words) = &metadata.source_words {
        markup.leaf(Element::Bibl, &[], words);
    }
}

/// Where the original is kept.
fn original(metadata: &Metadata, markup: &mut Markup<'_>) {
    if let Some(repository) = &metadata.repository {
        markup.leaf(Element::Repository, &[], repository);
    }
    if let Some(shelfmark) = &metadata.shelfmark {
        markup.leaf(Element::Idno, &[], shelfmark);
    }
}

/// The book that was transcribed, as its title page says.
fn book(metadata: &Metadata, markup: &mut Markup<'_>) {
    let imprint = &metadata.imprint;
    markup.nest(Element::Monogr, &[], |markup| {
        for author in metadata.with_role(Role::Author) {
            markup.leaf(Element::Author, &[], author);
        }
        let title = metadata.title.as_deref().unwrap_or("Untitled");
        markup.leaf(Element::Title, &[(Level, "m")], title);
        for translator in metadata.with_role(Role::Translator) {
            markup.leaf(Element::Editor, &[(RoleName, "translator")], translator);
        }
        if let Some(edition) = &imprint.edition {
            markup.leaf(Element::Edition, &[], edition);
        }
        markup.nest(Element::Imprint, &[], |markup| {
            write_imprint(imprint, markup);
            // The element wants one.
            if imprint.date.is_none() {
                markup.leaf(Element::Date, &[], "");
            }
        });
    });
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
        if let Some(file) = record.shown_file() {
            markup.leaf(Element::Title, &[], &file);
        }
        markup.leaf(Element::Extent, &[], &record.description());
        markup.leaf(Element::Idno, &[(Type, "SHA-256")], &record.sha256);
    });
}

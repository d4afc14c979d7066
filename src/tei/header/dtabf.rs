//! The header of the base format of the Deutsches Textarchiv.
//!
//! It declares no renditions: those of the text are the values that the base
//! format itself defines, and a person may have the identifier `b`.

use super::encoding::editorial_practices;
use super::imprint::write_imprint;
use super::{
    Header, NO_LICENCE, PROGRAM, VERSION, is_date, language_name, original, titles_and_authors,
};
use crate::element::Attribute::{Ident, Level, Role as RoleName, Target, Type, Unit, When};
use crate::element::Element;
use crate::metadata::{Citation, Metadata, Role};
use crate::profile::Lists;
use crate::tei::markup::Markup;
use crate::tei::stand_off::write_items;

/// Writes the content of `teiHeader`.
pub(super) fn write_dtabf(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    markup.nest(Element::FileDesc, &[], |markup| {
        markup.nest(Element::TitleStmt, &[], |markup| titles(metadata, markup));
        markup.nest(Element::Extent, &[], |markup| {
            let words = header.words.to_string();
            markup.leaf(Element::Measure, &[(Type, "tokens")], &words);
        });
        markup.nest(Element::PublicationStmt, &[], |markup| publication(metadata, markup));
        markup.nest(Element::SourceDesc, &[], |markup| sources(header, markup));
    });
    markup.nest(Element::EncodingDesc, &[], |markup| encoding(header, markup));
    markup.nest(Element::ProfileDesc, &[], |markup| {
        let language = metadata.language.as_deref().unwrap_or("und");
        markup.nest(Element::LangUsage, &[], |markup| {
            markup.leaf(Element::Language, &[(Ident, language)], language_name(language));
        });
        correspondence(metadata, markup);
    });
}

fn titles(metadata: &Metadata, markup: &mut Markup<'_>) {
    titles_and_authors(metadata, markup);
    for editor in metadata.with_role(Role::Editor) {
        markup.leaf(Element::Editor, &[], editor);
    }
    for translator in metadata.with_role(Role::Translator) {
        markup.leaf(Element::Editor, &[(RoleName, "translator")], translator);
    }
    for credit in &metadata.credits {
        if !matches!(credit.role, Role::Author | Role::Editor | Role::Translator | Role::Publisher)
        {
            responsibility(credit.role.responsibility(), &credit.name, markup);
        }
    }
    responsibility("encoding by program, without review", &format!("{PROGRAM} {VERSION}"), markup);
}

fn responsibility(done: &str, name: &str, markup: &mut Markup<'_>) {
    markup.nest(Element::RespStmt, &[], |markup| {
        markup.leaf(Element::Resp, &[], done);
        markup.leaf(Element::Name, &[], name);
    });
}

fn publication(metadata: &Metadata, markup: &mut Markup<'_>) {
    let publisher = metadata.with_role(Role::Publisher).next().unwrap_or("unpublished");
    markup.leaf(Element::Publisher, &[], publisher);
    if let Some(place) = &metadata.place {
        markup.leaf(Element::PubPlace, &[], place);
    }
    match metadata.date.as_deref() {
        Some(date) if is_date(date) => markup.leaf(Element::Date, &[(When, date)], date),
        Some(date) => markup.leaf(Element::Date, &[], date),
        None => {}
    }
    if let Some(identifier) = &metadata.identifier {
        markup.leaf(Element::Idno, &[], identifier);
    }
    markup.nest(Element::Availability, &[], |markup| match &metadata.licence {
        Some(licence) if licence.starts_with("http") => {
            markup.nest(Element::Licence, &[(Target, licence)], |markup| {
                markup.leaf(Element::P, &[], licence);
            });
        }
        Some(licence) => markup.leaf(Element::P, &[], licence),
        None => markup.leaf(Element::P, &[], NO_LICENCE),
    });
}

/// Where the text was published, what was transcribed, and whom it mentions.
fn sources(header: &Header<'_>, markup: &mut Markup<'_>) {
    let Header { metadata, record, .. } = header;
    if let Some(original) = original(metadata) {
        markup.leaf(Element::Bibl, &[(Type, "MS")], &original);
    }
    if metadata.source.is_none() && metadata.imprint.is_telling() {
        markup.nest(Element::Bibl, &[(Type, "M")], |markup| book(metadata, markup));
    }
    if let Some(citation) = &metadata.source {
        published(metadata, citation, markup);
    } else if let Some(words) = &metadata.source_words {
        markup.leaf(Element::Bibl, &[], words);
    }
    markup.nest(Element::Bibl, &[], |markup| {
        if let Some(file) = record.shown_file() {
            markup.leaf(Element::Title, &[(Type, "main")], &file);
        }
        markup.leaf(Element::Extent, &[], &record.description());
        markup.leaf(Element::Idno, &[(Type, "SHA-256")], &record.sha256);
    });
    if header.lists == Lists::Items {
        write_items(header.entities, markup);
    }
}

/// The book that was transcribed, as its title page says.
fn book(metadata: &Metadata, markup: &mut Markup<'_>) {
    for author in metadata.with_role(Role::Author) {
        markup.leaf(Element::Author, &[], author);
    }
    if let Some(title) = metadata.title.as_deref() {
        markup.leaf(Element::Title, &[(Type, "main"), (Level, "m")], title);
    }
    if let Some(edition) = &metadata.imprint.edition {
        markup.leaf(Element::Edition, &[], edition);
    }
    write_imprint(&metadata.imprint, markup);
}

fn published(metadata: &Metadata, citation: &Citation, markup: &mut Markup<'_>) {
    // An article in a periodical has its own title and that of the periodical.
    let periodical = citation.volume.is_some() || citation.issue.is_some();
    let values: &[_] = if periodical { &[(Type, "JA")] } else { &[] };
    markup.nest(Element::Bibl, values, |markup| {
        for author in metadata.with_role(Role::Author) {
            markup.leaf(Element::Author, &[], author);
        }
        if let Some(title) = metadata.title.as_deref() {
            markup.leaf(Element::Title, &[(Type, "main"), (Level, "a")], title);
        }
        let level = if periodical { "j" } else { "m" };
        markup.leaf(Element::Title, &[(Type, "main"), (Level, level)], &citation.title);
        if let Some((written, date)) = &citation.date {
            markup.leaf(Element::Date, &[(When, &date.to_string())], written);
        }
        for (unit, number) in [("volume", &citation.volume), ("issue", &citation.issue)] {
            if let Some(number) = number {
                markup.leaf(Element::BiblScope, &[(Unit, unit)], number);
            }
        }
        if let Some((first, last)) = &citation.pages {
            let pages = match last {
                Some(last) if last != first => format!("{first}–{last}"),
                _ => first.clone(),
            };
            markup.leaf(Element::BiblScope, &[(Unit, "pages")], &pages);
        }
    });
}

fn encoding(header: &Header<'_>, markup: &mut Markup<'_>) {
    let kept = "Every character of the transcription is in the text, in its order, or in a processing instruction where a tag stands for it; nothing was corrected, added or moved.";
    let machine = "Divisions, notes, dates, persons and places were found by program and not reviewed. A page break points to an image by its number among the page breaks; there are no images.";
    markup.nest(Element::EditorialDecl, &[], |markup| {
        markup.leaf(Element::P, &[], kept);
        markup.leaf(Element::P, &[], machine);
        let practices = editorial_practices(header);
        if !practices.is_empty() {
            markup.leaf(Element::P, &[], &practices);
        }
    });
    if let Some(project) = &header.metadata.project {
        markup.leaf(Element::P, &[], project);
    }
}

/// In words: the base format cannot tell who sent from who received.
fn correspondence(metadata: &Metadata, markup: &mut Markup<'_>) {
    let from = metadata.sender.as_ref().map(|sender| format!("Letter from {sender}"));
    let to = metadata.recipient.as_ref().map(|recipient| format!("to {recipient}"));
    let words = match (from, to) {
        (Some(from), Some(to)) => format!("{from} {to}."),
        (Some(words), None) => format!("{words}."),
        (None, Some(to)) => format!("Letter {to}."),
        (None, None) => return,
    };
    markup.nest(Element::CorrespDesc, &[], |markup| markup.leaf(Element::P, &[], &words));
}

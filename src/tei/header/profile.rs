//! The profile description: when the text was written, its language, and
//! whose letters it has.

use super::{Header, language_name};
use crate::date::DateValue;
use crate::element::Attribute::{Ident, Type};
use crate::element::{Attribute, Element};
use crate::metadata::Metadata;
use crate::tei::correspondence::{correspondent, write_letters};
use crate::tei::markup::Markup;

pub(super) fn profile_description(header: &Header<'_>, markup: &mut Markup<'_>) {
    let metadata = header.metadata;
    if let Some(covers) = metadata.covers {
        let words = metadata.created.as_deref();
        markup.nest(Element::Creation, &[], |markup| date(covers, words, markup));
    }
    let language = metadata.language.as_deref().unwrap_or("und");
    markup.nest(Element::LangUsage, &[], |markup| {
        markup.leaf(Element::Language, &[(Ident, language)], language_name(language));
    });
    if !header.letters.is_empty() {
        write_letters(header.letters, markup);
    } else if metadata.sender.is_some() || metadata.recipient.is_some() {
        markup.nest(Element::CorrespDesc, &[], |markup| correspondence(metadata, markup));
    }
}

/// A date, in words if there are some.
fn date(value: DateValue, words: Option<&str>, markup: &mut Markup<'_>) {
    let canonical = match value {
        DateValue::When(date) => date.to_string(),
        DateValue::Duration { from, to } => format!("{from} to {to}"),
        DateValue::Within { not_before, not_after } => {
            format!("between {not_before} and {not_after}")
        }
        DateValue::NotBefore(date) => format!("not before {date}"),
        DateValue::NotAfter(date) => format!("not after {date}"),
    };
    let values: Vec<(Attribute, String)> =
        value.attributes().into_iter().map(|(name, date)| (name, date.to_string())).collect();
    let values: Vec<(Attribute, &str)> =
        values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    markup.leaf(Element::Date, &values, words.unwrap_or(&canonical));
}

/// As the Correspondence Metadata Interchange Format wants it.
fn correspondence(metadata: &Metadata, markup: &mut Markup<'_>) {
    for (kind, person) in [("sent", &metadata.sender), ("received", &metadata.recipient)] {
        markup.nest(Element::CorrespAction, &[(Type, kind)], |markup| {
            correspondent(person.as_deref(), markup);
            if let ("sent", Some(sent)) = (kind, metadata.covers) {
                date(sent, metadata.created.as_deref(), markup);
            }
        });
    }
}

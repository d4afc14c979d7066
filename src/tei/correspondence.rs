//! The letters of an edition, described as the Correspondence Metadata
//! Interchange Format has it
//! (<https://github.com/TEI-Correspondence-SIG/CMIF/blob/main/doc/documentation-en.md>).
//!
//! Only what a letter or the metadata says goes in. Of what was recognised
//! with low certainty, the date and the place of a date line keep their
//! `@cert`; the name of an addressee is left out, since a wrong correspondent
//! is worse than none. Who signed a letter sent it, whoever that is; a
//! memorandum says above it to whom it goes and from whom it comes, and so may the
//! heading of a letter.

mod headed;

use std::ops::Range;

use headed::Whom;

use super::markup::Markup;
use crate::annotation::Annotation;
use crate::element::Attribute::{
    Cert, Corresp, From, Key, NotAfter, NotBefore, Ref, To, Type, When, XmlId,
};
use crate::element::{Attribute, Element};
use crate::entity::{Entities, Entity};
use crate::internalize::{Event, Nested};
use crate::metadata::Metadata;
use crate::profile::{Division, divisions};
use crate::source::{Source, collapsed};

/// What is known of a letter.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// The identifier of its division.
    id: String,
    sender: Option<Detail>,
    recipient: Option<Detail>,
    place: Option<Detail>,
    date: Option<Detail>,
}

/// Words of a date line, or the attributes that say what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Detail {
    words: String,
    attributes: Vec<(Attribute, String)>,
}

/// The letters of which something is known.
pub(super) fn letters(
    source: &Source,
    nested: &Nested,
    metadata: &Metadata,
    entities: &Entities,
) -> Vec<Letter> {
    let tree = divisions(nested);
    let letters = tree.iter().filter(|division| division.is_letter(nested));
    let mut before = None;
    let mut letters: Vec<Letter> = letters
        .filter_map(|division| {
            let letter =
                Reader { source, nested, entities, division }.read(metadata, before.take());
            before = letter.as_ref().and_then(|letter| letter.recipient.clone());
            letter
        })
        .collect();
    // A document that is one letter was written when that was.
    let is_div = |part: &&Division| nested.annotations[part.annotation].element == Element::Div;
    let is_letter = tree.iter().filter(is_div).count() == 1;
    if let ([letter], true) = (letters.as_mut_slice(), is_letter) {
        let told = if metadata.created.is_some() { None } else { letter.date.take() };
        letter.date = told.or_else(|| of_document(metadata));
    }
    letters
}

/// The date of a document that is one letter.
fn of_document(metadata: &Metadata) -> Option<Detail> {
    let attributes = metadata.covers?.attributes().into_iter();
    let attributes = attributes.map(|(name, date)| (name, date.to_string())).collect();
    Some(Detail { words: metadata.created.clone().unwrap_or_default(), attributes })
}

/// The title that a letter gets which has none, as archives word it: from whom, to
/// whom and when it was, as far as its own lines say so; the brackets tell that it
/// is supplied.
pub(super) fn supplied_title(
    source: &Source,
    nested: &Nested,
    metadata: &Metadata,
    entities: &Entities,
) -> Option<String> {
    let tree = divisions(nested);
    let mut parts =
        tree.iter().filter(|part| nested.annotations[part.annotation].element == Element::Div);
    let division = parts.next().filter(|part| part.is_letter(nested) && parts.next().is_none())?;
    let mut letter = Reader { source, nested, entities, division }.read(metadata, None)?;
    if metadata.created.is_some() {
        letter.date = of_document(metadata);
    }
    let mut title = "[Letter".to_owned();
    for (word, name) in [(" from ", &letter.sender), (" to ", &letter.recipient)] {
        if let Some(name) = name.as_ref().filter(|name| !name.words.is_empty()) {
            title.push_str(word);
            title.push_str(name.words.trim_end_matches([',', ' ']));
        }
    }
    let date = letter.date.as_ref().and_then(|date| {
        let when = date.attributes.iter().find(|(name, _)| *name == When)?;
        words_of_date(&when.1)
    });
    if let Some(date) = date {
        title.push_str(", ");
        title.push_str(&date);
    }
    (title != "[Letter").then(|| title + "]")
}

/// `1949-03-03` as “1949 March 3”.
fn words_of_date(date: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ];
    let mut parts = date.split('-');
    let mut words = parts.next().filter(|year| year.len() == 4)?.to_owned();
    if let Some(month) = parts.next() {
        let month: usize = month.parse().ok()?;
        words.push(' ');
        words.push_str(MONTHS.get(month.checked_sub(1)?)?);
    }
    if let Some(day) = parts.next() {
        let day: u8 = day.parse().ok()?;
        words.push_str(&format!(" {day}"));
    }
    Some(words)
}

struct Reader<'a> {
    source: &'a Source,
    nested: &'a Nested,
    entities: &'a Entities,
    division: &'a Division,
}

impl<'a> Reader<'a> {
    /// What is known of the letter; `before` is who got the one before.
    fn read(&self, metadata: &Metadata, before: Option<Detail>) -> Option<Letter> {
        let division = &self.nested.annotations[self.division.annotation];
        let headed = || match self.headed_recipient()? {
            Whom::Named(name) => Some(name),
            Whom::Same => before,
        };
        let letter = Letter {
            id: division.attributes.get(XmlId)?.to_owned(),
            sender: given(metadata.sender.as_ref())
                .or_else(|| self.named(Element::Opener, Element::Byline))
                .or_else(|| self.named(Element::Closer, Element::Signed))
                .or_else(|| self.headed_sender()),
            recipient: given(metadata.recipient.as_ref())
                .or_else(headed)
                .or_else(|| self.address())
                .or_else(|| self.sure(self.names(Element::Opener, Element::Salute))),
            place: self.place(),
            date: self.date(),
        };
        let is_known = letter.sender.is_some()
            || letter.recipient.is_some()
            || letter.place.is_some()
            || letter.date.is_some();
        is_known.then_some(letter)
    }

    /// The name under the letter, or of whom a memorandum comes from, which no
    /// certainty of another kind is said of: its place tells what it is.
    fn named(&self, part: Element, line: Element) -> Option<Detail> {
        Some(self.by_place(self.names(part, line).next()?))
    }

    /// The first of the names that is not of low certainty.
    fn sure(&self, mut names: impl Iterator<Item = Range<usize>>) -> Option<Detail> {
        let name = names.find(|name| self.annotation(name).attributes.get(Cert) != Some("low"))?;
        Some(self.linked(&self.entities.persons, name, &[]))
    }

    /// The name in the address of the recipient: below the date, where what stands
    /// above it is a letterhead; in a memorandum after “To”, where nobody else is.
    fn address(&self) -> Option<Detail> {
        let opener = self.children(Element::Opener).next()?;
        if self.within(opener.clone(), Element::Byline).next().is_some() {
            return self.named(Element::Opener, Element::Address);
        }
        let date = self.within(opener.clone(), Element::Dateline).next()?;
        let below = self.within(opener, Element::Address).filter(|at| date.start < at.start);
        self.sure(below.flat_map(|address| self.within(address, Element::PersName)))
    }

    /// The names in the lines of the opener or closer.
    fn names(&self, part: Element, line: Element) -> impl Iterator<Item = Range<usize>> + '_ {
        let lines = self.children(part).flat_map(move |part| self.within(part, line));
        lines.flat_map(|line| self.within(line, Element::PersName))
    }

    fn place(&self) -> Option<Detail> {
        let place = self.date_lines().find_map(|line| self.within(line, Element::PlaceName).next());
        place.map(|place| self.linked(&self.entities.places, place, &[]))
    }

    /// The date of the date line, or of the heading if it has the date.
    fn date(&self) -> Option<Detail> {
        const VALUES: &[Attribute] = &[When, From, To, NotBefore, NotAfter];
        let lines = self.date_lines().chain(self.children(Element::Head));
        let mut dates = lines.flat_map(|line| self.within(line, Element::Date));
        let has_value = |date: &Range<usize>| {
            VALUES.iter().any(|name| self.annotation(date).attributes.get(*name).is_some())
        };
        dates.find(has_value).map(|date| self.detail(date, VALUES))
    }

    /// The date line above the letter, or below it, or at its first words.
    fn date_lines(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let in_part =
            |part| self.children(part).flat_map(|part| self.within(part, Element::Dateline));
        let first = self.children(Element::P).take(1);
        let run_in = first.flat_map(|paragraph| self.within(paragraph, Element::Seg));
        let run_in =
            run_in.filter(|line| self.annotation(line).attributes.get(Type) == Some("dateline"));
        in_part(Element::Opener).chain(in_part(Element::Closer)).chain(run_in)
    }

    /// A name, with the address of whom or what it is of in an authority.
    fn linked(&self, entities: &[Entity], element: Range<usize>, names: &[Attribute]) -> Detail {
        let attributes = &self.annotation(&element).attributes;
        let pointer = attributes.get(Ref).and_then(|pointer| pointer.strip_prefix('#'));
        let key = pointer.unwrap_or_default();
        let entity = entities.binary_search_by(|entity| entity.id.as_str().cmp(key));
        let idno = entity.ok().and_then(|at| entities[at].idnos.first());
        let mut detail = self.detail(element, names);
        if let Some(idno) = idno {
            detail.attributes.insert(0, (Ref, idno.uri()));
        }
        detail
    }

    fn detail(&self, element: Range<usize>, names: &[Attribute]) -> Detail {
        let attributes = &self.annotation(&element).attributes;
        let mut kept: Vec<_> = names
            .iter()
            .filter_map(|name| Some((*name, attributes.get(*name)?.to_owned())))
            .collect();
        // The format has no other value.
        if attributes.get(Cert) == Some("low") {
            kept.push((Cert, "low".to_owned()));
        }
        Detail { words: self.words(element), attributes: kept }
    }

    // The events.

    fn children(&self, element: Element) -> impl Iterator<Item = Range<usize>> + 'a {
        let children = self.division.children.iter();
        children.filter(move |child| child.element == element).map(|child| child.events.clone())
    }

    /// The events of each `element` within a range of events.
    fn within(&self, events: Range<usize>, element: Element) -> impl Iterator<Item = Range<usize>> {
        let nested = self.nested;
        events.clone().filter_map(move |at| {
            let Event::Start(index) = nested.events[at] else { return None };
            if nested.annotations[index].element != element {
                return None;
            }
            let is_end = |event: &Event| *event == Event::End(index);
            let end = nested.events[at..events.end].iter().position(is_end)?;
            Some(at..at + end + 1)
        })
    }

    /// The annotation that a range of events begins with.
    fn annotation(&self, events: &Range<usize>) -> &'a Annotation {
        let index = match self.nested.events[events.start] {
            Event::Start(index) | Event::End(index) => index,
            Event::Text(_) | Event::Delimiter(_) => self.division.annotation,
        };
        &self.nested.annotations[index]
    }

    /// The words of an element, with one space between them.
    fn words(&self, events: Range<usize>) -> String {
        let mut text = String::new();
        for event in &self.nested.events[events] {
            if let Event::Text(span) = event {
                text.push_str(span.of(self.source.text()));
            }
        }
        collapsed(&text).into_owned()
    }
}

/// Writes a `correspDesc` for each letter. Both correspondents are named, an
/// unknown one as `Unknown`, since the format asks for it.
pub(super) fn write_letters(letters: &[Letter], markup: &mut Markup<'_>) {
    for letter in letters {
        let pointer = format!("#{}", letter.id);
        let values = [(Key, letter.id.as_str()), (Corresp, pointer.as_str())];
        markup.nest(Element::CorrespDesc, &values, |markup| {
            markup.nest(Element::CorrespAction, &[(Type, "sent")], |markup| {
                party(letter.sender.as_ref(), markup);
                if let Some(place) = &letter.place {
                    detail(Element::PlaceName, place, &place.words, markup);
                }
                if let Some(date) = &letter.date {
                    // The words add nothing to the value.
                    detail(Element::Date, date, "", markup);
                }
            });
            markup.nest(Element::CorrespAction, &[(Type, "received")], |markup| {
                party(letter.recipient.as_ref(), markup);
            });
        });
    }
}

fn detail(element: Element, detail: &Detail, words: &str, markup: &mut Markup<'_>) {
    let values: Vec<_> =
        detail.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    markup.leaf(element, &values, words);
}

fn party(name: Option<&Detail>, markup: &mut Markup<'_>) {
    match name {
        Some(name) => detail(Element::PersName, name, &name.words, markup),
        None => correspondent(None, markup),
    }
}

/// A name that the metadata give.
fn given(name: Option<&String>) -> Option<Detail> {
    name.map(|words| Detail { words: words.clone(), attributes: Vec::new() })
}

/// A correspondent.
pub(super) fn correspondent(name: Option<&str>, markup: &mut Markup<'_>) {
    markup.leaf(Element::PersName, &[], name.unwrap_or("Unknown"));
}

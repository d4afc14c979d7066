//! Elements over names, and an entry for each person and place.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::couple;
use super::identity::Identities;
use super::known::Scholar;
use super::mention::{Couple, Link, Mention};
use super::names::{Kind, Name};
use crate::annotation::{Annotation, Certainty};
use crate::authority::{Authority, Entry, EntryKind};
use crate::diagnostic::Diagnostic;
use crate::element::{Attribute, Element};
use crate::entity::Entity;
use crate::lexicon;
use crate::source::{Span, collapsed};
use crate::structure::{Ids, slug};
use crate::token::Words;

/// Identifiers of which those that the authority gives are kept for their
/// persons and places.
pub(crate) fn claimed(authority: &Authority) -> Ids {
    let mut ids = Ids::default();
    for entry in authority.entries() {
        ids.claim(own_id(entry));
    }
    ids
}

/// Puts elements over names.
pub(super) struct Marker<'a> {
    pub words: Words<'a>,
    pub scholar: Scholar<'a>,
    pub ids: &'a mut Ids,
    pub annotations: &'a mut Vec<Annotation>,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Marker<'_> {
    /// Marks the names of persons, and returns whose they are.
    pub(super) fn persons(&mut self, mentions: &[Mention], identities: &Identities) -> Vec<Entity> {
        let mut entities = Vec::with_capacity(identities.persons.len());
        // Of the names of two, whom the first title is of, and the element.
        let mut firsts: Vec<(Span, String)> = Vec::new();
        let mut seconds: Vec<(Span, usize)> = Vec::new();
        for person in &identities.persons {
            let of_person = || person.mentions.iter().map(|mention| &mentions[*mention]);
            let names: Vec<&Name> = of_person().map(|mention| &mention.name).collect();
            let forms = forms(of_person().map(|mention| couple::form(self.words, mention)));
            let key = [person.surname.as_str(), &person.given.join(" ")].join(" ");
            let mut entity = self.entity(&names, forms, &key, "person", person.entry);
            if person.entry.is_some() && !person.linked_by_form {
                entity.certainty = Certainty::Medium;
            }
            let template = reference(Element::PersName, &entity);
            for Mention { name, couple, .. } in of_person() {
                match couple {
                    Some(Couple::First(_)) => {
                        firsts.push((name.span, entity.id.clone()));
                        continue;
                    }
                    Some(Couple::Second) => seconds.push((name.span, self.annotations.len())),
                    None => {}
                }
                // A title, before the name of someone whom the scholar knows.
                let sure = person.entry.is_some() && name.titles > 0;
                let certainty = if sure { Certainty::High } else { name.certainty };
                let mut annotation = template.clone().certain(certainty);
                (annotation.outer, annotation.inner) = (name.span, name.span);
                self.annotations.push(annotation);
            }
            entities.push(entity);
            let doubt =
                self.scholar.doubt(self.words, &person.could_be, names[0].span, names.len());
            self.diagnostics.extend(doubt);
        }
        firsts.sort_unstable();
        for (span, annotation) in seconds {
            if let Ok(at) = firsts.binary_search_by_key(&span, |(first, _)| *first) {
                refer_to_both(&mut self.annotations[annotation], &firsts[at].1);
            }
        }
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }

    /// Marks the names of places, organisations and works, and returns the places.
    pub(super) fn others(&mut self, mentions: &[Mention]) -> Vec<Entity> {
        let mut places: BTreeMap<(Option<u32>, String), Vec<&Mention>> = BTreeMap::new();
        for mention in mentions {
            let name = &mention.name;
            let plain = |element| Annotation::new(element, name.span).certain(name.certainty);
            match (name.kind, &mention.link) {
                (Kind::Place, Link::One(entry)) => {
                    places.entry((Some(*entry), String::new())).or_default().push(mention);
                }
                (Kind::Place, _) => {
                    let key = slug(nominative(name.span.of(self.words.text)));
                    places.entry((None, key)).or_default().push(mention);
                }
                (Kind::Organisation, _) => self.annotations.push(plain(Element::OrgName)),
                (Kind::Work, _) => self.annotations.push(plain(Element::Title)),
                (Kind::Person, _) => {}
            }
        }
        let mut entities = Vec::with_capacity(places.len());
        for ((entry, key), mentions) in places {
            let names: Vec<&Name> = mentions.iter().map(|mention| &mention.name).collect();
            let forms = forms(names.iter().map(|name| collapsed(name.span.of(self.words.text))));
            let entity = self.entity(&names, forms, &key, "place", entry);
            for name in &names {
                let mut annotation = reference(Element::PlaceName, &entity).certain(name.certainty);
                (annotation.outer, annotation.inner) = (name.span, name.span);
                self.annotations.push(annotation);
            }
            if let Link::Several(entries) = &mentions[0].link {
                let doubt = self.scholar.doubt(self.words, entries, names[0].span, names.len());
                self.diagnostics.extend(doubt);
            }
            entities.push(entity);
        }
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }

    /// The entity that these names are of: identifier and main form are those of
    /// its entry in the authority, or made of `key` and found in the text.
    fn entity(
        &mut self,
        names: &[&Name],
        mut forms: Vec<String>,
        key: &str,
        otherwise: &str,
        entry: Option<u32>,
    ) -> Entity {
        let mentions = names.len();
        let Some(entry) = entry.map(|entry| self.scholar.authority.entry(entry)) else {
            let id = self.ids.unique(identifier(key, otherwise));
            let certainty = certainty(names, forms.len());
            return Entity { id, forms, mentions, certainty, idnos: Vec::new() };
        };
        forms.retain(|form| *form != entry.name);
        forms.insert(0, entry.name.clone());
        let id = self.ids.own(own_id(entry));
        Entity { id, forms, mentions, certainty: Certainty::High, idnos: entry.idnos.clone() }
    }
}

/// How sure it is that names are those of one bearer: high if all are and he was
/// met often under one form. Under several forms he is as sure as the least sure
/// name, unless that is one among many (`benches/calibration.py --entities`).
fn certainty(names: &[&Name], forms: usize) -> Certainty {
    const OFTEN: usize = 4;
    const VERY_OFTEN: usize = 8;
    let certainties = || names.iter().map(|name| name.certainty);
    let surest = certainties().max().unwrap_or(Certainty::Low);
    let least = certainties().min().unwrap_or(Certainty::Low);
    let among_many = surest == Certainty::High && names.len() >= VERY_OFTEN;
    match least {
        Certainty::High if forms == 1 && names.len() >= OFTEN => Certainty::High,
        _ if forms == 1 || among_many => surest.min(Certainty::Medium),
        least => least.min(Certainty::Medium),
    }
}

/// A name that points to its bearer.
fn reference(element: Element, entity: &Entity) -> Annotation {
    Annotation::new(element, Span::default())
        .with(Attribute::Ref, format!("#{}", entity.id))
        .with(Attribute::Key, entity.id.clone())
}

/// Lets the name of two point to the first of them, too. It has no key, which would be
/// that of one.
fn refer_to_both(annotation: &mut Annotation, first: &str) {
    let second = annotation.attributes.get(Attribute::Ref).unwrap_or_default();
    let both = format!("#{first} {second}");
    annotation.attributes.retain(|name| name != Attribute::Key);
    annotation.attributes.set(Attribute::Ref, both);
}

/// The forms of a name, the fullest first, the others as they appear. Of two as full the
/// one whose surname stands last comes first.
fn forms<'t>(forms: impl Iterator<Item = Cow<'t, str>>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let mut forms: Vec<String> =
        forms.filter(|form| seen.insert(form.clone())).map(Cow::into_owned).collect();
    let length = |form: &str| {
        let comma = if form.contains(", ") { ", ".len() } else { 0 };
        form.chars().count() - comma
    };
    let main = (0..forms.len()).max_by_key(|at| (length(&forms[*at]), std::cmp::Reverse(*at)));
    if let Some(main) = main {
        forms[..=main].rotate_right(1);
    }
    forms
}

/// The name of a place without the `s` of a German genitive: `Rom` of `Roms`.
fn nominative(name: &str) -> &str {
    let is_place = |form: &str| {
        let known = lexicon::look_up(form);
        known.place() || known.doubtful_place()
    };
    let stem = name.strip_suffix('s').filter(|stem| lexicon::look_up(stem).place());
    stem.filter(|_| !is_place(name)).unwrap_or(name)
}

/// An identifier made of `key`, which begins with a letter.
fn identifier(key: &str, otherwise: &str) -> String {
    match slug(key) {
        base if base.starts_with(|c: char| c.is_ascii_lowercase()) => base,
        base => format!("{otherwise}-{base}"),
    }
}

/// The identifier of an entry, if XML can have it.
fn own_id(entry: &Entry) -> String {
    let otherwise = match entry.kind {
        EntryKind::Person => "person",
        EntryKind::Place => "place",
    };
    let starts = entry.id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if starts && entry.id.bytes().all(letter) {
        entry.id.clone()
    } else {
        identifier(&entry.id, otherwise)
    }
}

//! Persons, places and organisations, with all that mentions them.

use std::collections::HashMap;

use super::ids::{Ids, slug};
use super::layout::Layout;
use super::metadata::is_web;
use super::plain::plain;
use super::role::Role;
use super::tree::{Node, attribute, elements, name, xml_id};

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Person,
    Place,
    Organisation,
}

impl Kind {
    /// All of them, in the order of an index.
    pub(super) const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organisation];

    /// The word for it in identifiers and tables.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
        }
    }
}

/// Somebody or something that a text mentions.
#[derive(Debug)]
pub(super) struct Entity<'x> {
    pub kind: Kind,
    /// The identifier of its entry in an index.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What an index lists it as: a person by surname, as far as it is known.
    pub heading: String,
    /// What it is sorted by.
    sort: String,
    /// Where the document describes it.
    pub described: Option<Node<'x>>,
    /// Web addresses that identify it.
    pub links: Vec<String>,
    /// The elements that mention it, with the identifiers they have as such.
    pub mentions: Vec<(Node<'x>, String)>,
}

/// The entities of a document, as an index lists them.
#[derive(Debug, Default)]
pub(super) struct Entities<'x> {
    pub list: Vec<Entity<'x>>,
    /// For each mention its entity.
    by_mention: HashMap<usize, usize>,
    /// For each description its entity.
    by_description: HashMap<usize, usize>,
}

impl<'x> Entities<'x> {
    /// The entities that `root` describes or `texts` mention.
    pub(super) fn of(
        root: Node<'x>,
        texts: &[Node<'x>],
        layout: &Layout,
        ids: &mut Ids<'x>,
    ) -> Self {
        let mut found = Found { layout, list: Vec::new(), by_key: HashMap::new() };
        for node in root.descendants().filter(Node::is_element) {
            found.describe(node);
        }
        for node in texts.iter().flat_map(Node::descendants) {
            if let Some(kind) = kind_of_mention(node, layout) {
                found.mention(node, kind, ids);
            }
        }
        found.finish(ids)
    }

    /// The entity that an element mentions.
    pub(super) fn at(&self, mention: Node<'_>) -> Option<&Entity<'x>> {
        self.list.get(*self.by_mention.get(&mention.id().get_usize())?)
    }

    /// The entity that an element describes.
    pub(super) fn described(&self, node: Node<'_>) -> Option<&Entity<'x>> {
        self.list.get(*self.by_description.get(&node.id().get_usize())?)
    }

    /// The entities of one kind.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Entity<'x>> {
        self.list.iter().filter(move |entity| entity.kind == kind)
    }
}

struct Found<'d, 'x> {
    layout: &'d Layout,
    list: Vec<Entity<'x>>,
    by_key: HashMap<(Kind, String), usize>,
}

impl<'x> Found<'_, 'x> {
    /// Notes the entity that `node` describes, if it does.
    fn describe(&mut self, node: Node<'x>) {
        let kind = match name(node) {
            "person" | "personGrp" => Kind::Person,
            "place" => Kind::Place,
            "org" => Kind::Organisation,
            _ => return,
        };
        let Some(id) = xml_id(node) else { return };
        let names: Vec<Node<'x>> = node.descendants().filter(|inner| names_it(*inner)).collect();
        let is_main = |inner: &Node<'x>| {
            matches!(attribute(*inner, "type"), Some("main" | "preferred" | "reg"))
        };
        let main = names.iter().find(|inner| is_main(inner)).or(names.first());
        let main = main.copied().map(|main| full(main).unwrap_or(main));
        let label = main.map_or_else(|| id.to_owned(), |main| plain(main, self.layout));
        let label = if label.is_empty() { id.to_owned() } else { label };
        let links = node
            .descendants()
            .filter(|inner| name(*inner) == "idno")
            .map(|inner| plain(inner, self.layout))
            .chain(attribute(node, "ref").or(attribute(node, "sameAs")).map(str::to_owned))
            .filter(|address| is_web(address))
            .collect();
        // Of two descriptions with one identifier the first one counts.
        let key = (kind, format!("#{id}"));
        if self.by_key.contains_key(&key) {
            return;
        }
        let heading = heading(kind, &label, Some(id), main);
        let sort = sort_key(&heading);
        self.by_key.insert(key, self.list.len());
        self.list.push(Entity {
            kind,
            id: String::new(),
            label,
            heading,
            sort,
            described: Some(node),
            links,
            mentions: Vec::new(),
        });
    }

    /// Notes that `node` mentions an entity.
    fn mention(&mut self, node: Node<'x>, kind: Kind, ids: &Ids<'x>) {
        let words = plain(node, self.layout);
        let pointer = attribute(node, "ref").and_then(|r| r.split_ascii_whitespace().next());
        let described = pointer.and_then(|pointer| ids.target(pointer));
        let kind = described.map_or(kind, |entry| match name(entry) {
            "person" | "personGrp" => Kind::Person,
            "place" => Kind::Place,
            "org" => Kind::Organisation,
            _ => kind,
        });
        let key = pointer
            .or_else(|| attribute(node, "key"))
            .map_or_else(|| words.to_lowercase(), str::to_owned);
        if key.is_empty() {
            return;
        }
        let index = match self.by_key.get(&(kind, key.clone())) {
            Some(index) => *index,
            None => {
                let label = label_of_mention(node, &words);
                let heading = heading(kind, &label, None, Some(node));
                let index = self.list.len();
                self.by_key.insert((kind, key), index);
                self.list.push(Entity {
                    kind,
                    id: String::new(),
                    sort: sort_key(&heading),
                    heading,
                    label,
                    described: None,
                    links: pointer.filter(|p| is_web(p)).map(str::to_owned).into_iter().collect(),
                    mentions: Vec::new(),
                });
                index
            }
        };
        self.list[index].mentions.push((node, String::new()));
        self.mention_others(node, ids);
    }

    /// Notes the others whom a name means that is of several: `Mr. and Mrs. Hill`.
    fn mention_others(&mut self, node: Node<'x>, ids: &Ids<'x>) {
        let pointers = attribute(node, "ref").unwrap_or_default().split_ascii_whitespace();
        for pointer in pointers.skip(1) {
            let Some(described) = ids.target(pointer) else { continue };
            let key = |kind| (kind, pointer.to_owned());
            let kinds = [Kind::Person, Kind::Place, Kind::Organisation];
            let index = kinds.into_iter().find_map(|kind| self.by_key.get(&key(kind)).copied());
            let index = index.filter(|index| self.list[*index].described == Some(described));
            if let Some(index) = index {
                self.list[index].mentions.push((node, String::new()));
            }
        }
    }

    /// Sorts the entities and gives them and their mentions identifiers.
    fn finish(mut self, ids: &mut Ids<'x>) -> Entities<'x> {
        self.list.sort_by(|a, b| (a.kind, &a.sort, &a.label).cmp(&(b.kind, &b.sort, &b.label)));
        let mut by_mention = HashMap::new();
        for (index, entity) in self.list.iter_mut().enumerate() {
            let base = entity.described.and_then(xml_id).map_or_else(|| slug(&entity.label), slug);
            entity.id = ids.unique(&format!("{}-{base}", entity.kind.name()));
            for (number, (node, id)) in entity.mentions.iter_mut().enumerate() {
                *id = ids.ensure(*node, &format!("{}-{}", entity.id, number + 1));
                let first =
                    attribute(*node, "ref").and_then(|all| all.split_ascii_whitespace().next());
                let is_first = entity.described.and_then(xml_id).is_none_or(|id| {
                    first.and_then(|pointer| pointer.strip_prefix('#')) == Some(id)
                });
                if is_first {
                    by_mention.insert(node.id().get_usize(), index);
                } else {
                    by_mention.entry(node.id().get_usize()).or_insert(index);
                }
            }
        }
        let described = self.list.iter().enumerate().filter_map(|(index, entity)| {
            entity.described.map(|node| (node.id().get_usize(), index))
        });
        let by_description = described.collect();
        Entities { list: self.list, by_mention, by_description }
    }
}

/// Whether the element names what it stands in.
fn names_it(node: Node<'_>) -> bool {
    matches!(name(node), "persName" | "placeName" | "orgName" | "geogName" | "name" | "settlement")
}

/// The whole name, where a name is given as a whole and in parts as well.
fn full(named: Node<'_>) -> Option<Node<'_>> {
    elements(named).find(|part| attribute(*part, "type") == Some("full"))
}

/// What an element mentions, if it does, and is not part of another mention or
/// of a description.
fn kind_of_mention(node: Node<'_>, layout: &Layout) -> Option<Kind> {
    if layout.role(node) != Role::Name {
        return None;
    }
    let kind = match name(node) {
        "persName" => Kind::Person,
        "orgName" => Kind::Organisation,
        "name" | "rs" => match attribute(node, "type")?.to_ascii_lowercase().as_str() {
            "person" | "pers" | "persname" | "character" => Kind::Person,
            "place" | "placename" | "geog" | "geo" | "city" => Kind::Place,
            "org" | "organisation" | "organization" | "orgname" => Kind::Organisation,
            _ => return None,
        },
        _ => Kind::Place,
    };
    let within = node.ancestors().skip(1).any(|outer| {
        layout.role(outer) == Role::Name
            && attribute(node, "ref").or(attribute(node, "key")).is_none()
            || matches!(name(outer), "person" | "place" | "org" | "personGrp")
    });
    (!within).then_some(kind)
}

/// What an entity is called that only mentions speak of: a key that reads like
/// a name is a better one than the words at one place.
fn label_of_mention(node: Node<'_>, words: &str) -> String {
    let key = attribute(node, "key").or_else(|| attribute(node, "reg"));
    match key {
        Some(key) if key.contains(' ') && key.chars().any(char::is_alphabetic) => key.to_owned(),
        // What belongs to the sentence around it.
        _ => words.trim_end_matches([',', ';', ':']).to_owned(),
    }
}

/// What an index lists an entity as: a person by surname as far as it can be
/// told.
fn heading(kind: Kind, label: &str, id: Option<&str>, named: Option<Node<'_>>) -> String {
    let surname = named
        .and_then(|named| elements(named).find(|part| name(*part) == "surname"))
        .map(|part| super::tree::collapsed(part.text().unwrap_or_default()))
        .or_else(|| {
            let last = label.split_ascii_whitespace().last().unwrap_or(label);
            let begins = id.is_some_and(|id| id.starts_with(&slug(last)));
            begins.then(|| last.to_owned())
        });
    let surname = surname.filter(|surname| kind == Kind::Person && !surname.is_empty());
    let Some(surname) = surname else { return label.to_owned() };
    match label.strip_suffix(&surname).map(str::trim_end) {
        Some("") | None => label.to_owned(),
        Some(others) => format!("{surname}, {others}"),
    }
}

/// What an entity is sorted by.
fn sort_key(heading: &str) -> String {
    deunicode::deunicode(heading).to_lowercase()
}

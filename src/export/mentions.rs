//! What a text speaks of and says beside itself, with its places in the
//! transcription: the rows of a table, the annotations of a layer.

use std::ops::Range;

use super::document::{Document, date_value};
use super::notes::Kind as NoteKind;
use super::plain::plain;
use super::positions::Transcription;
use super::role::Role;
use super::tree::{Node, attribute, name};

/// Something that a passage of the transcription is.
pub(super) struct Mention<'d, 'x> {
    /// `person`, `place`, `organisation`, `date`, `note`, `title`, `entry`.
    pub kind: &'static str,
    /// The element.
    pub node: Node<'x>,
    /// Whom or what it means: a label, or the value of a date.
    pub value: String,
    /// An identifier of that in the document or on the web.
    pub reference: Option<String>,
    /// Web addresses of the same.
    pub links: &'d [String],
    /// How sure the encoder is.
    pub certainty: Option<&'x str>,
    /// Where it stands, in bytes of the transcription.
    pub range: Range<usize>,
}

/// The transcription of a document, and all that is said of it, in the order
/// of the transcription.
pub(super) fn mentions<'d, 'x>(
    document: &'d Document<'x>,
) -> (Transcription, Vec<Mention<'d, 'x>>) {
    let all = document.texts.iter().flat_map(Node::descendants);
    let nodes: Vec<Node<'x>> = all.filter(|node| is_told(document, *node)).collect();
    let transcription = Transcription::of(document.xml, &nodes);
    let mut mentions: Vec<Mention<'d, 'x>> = nodes
        .iter()
        .zip(&transcription.ranges)
        .filter_map(|(node, range)| Some(mention(document, *node, range.clone()?)))
        .collect();
    mentions.sort_by_key(|mention| (mention.range.start, usize::MAX - mention.range.end));
    (transcription, mentions)
}

fn is_told(document: &Document<'_>, node: Node<'_>) -> bool {
    match document.layout.role(node) {
        Role::Name => document.entities.at(node).is_some(),
        Role::Date => true,
        Role::Note => document.notes.of_node(node).is_none_or(|note| {
            // One that a marker leads to is told at the marker.
            note.kind == NoteKind::Moved || note.markers.is_empty()
        }),
        Role::Reference | Role::Point => document.notes.at(node).is_some(),
        Role::Section => document.outline.date(node).is_some(),
        _ => name(node) == "title",
    }
}

fn mention<'d, 'x>(
    document: &'d Document<'x>,
    node: Node<'x>,
    range: Range<usize>,
) -> Mention<'d, 'x> {
    let reference = attribute(node, "ref").or_else(|| attribute(node, "key")).map(str::to_owned);
    let mut mention = Mention {
        kind: "title",
        node,
        value: String::new(),
        reference,
        links: &[],
        certainty: attribute(node, "cert"),
        range,
    };
    if let Some(entity) = document.entities.at(node) {
        mention.kind = entity.kind.name();
        mention.value.clone_from(&entity.label);
        mention.links = &entity.links;
        return mention;
    }
    match document.layout.role(node) {
        Role::Date => {
            mention.kind = "date";
            mention.value = date_value(node).unwrap_or_default();
        }
        Role::Section => {
            mention.kind = "entry";
            let dated = document.outline.date(node);
            mention.value = dated.map(|dated| dated.when.clone()).unwrap_or_default();
        }
        Role::Note | Role::Reference | Role::Point => {
            mention.kind = "note";
            let known = document.notes.at(node).map(|(note, _)| note);
            let known = known.or_else(|| document.notes.of_node(node));
            let words = known.map_or(node, |note| note.node);
            mention.value = plain(words, &document.layout);
            mention.reference = known.and_then(|note| note.label.clone());
        }
        _ => mention.value = plain(node, &document.layout),
    }
    mention
}

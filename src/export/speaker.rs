//! Transcriptions of speech: who speaks.

use super::document::Document;
use super::tree::{Node, attribute, name};

/// Who says an utterance, where another one spoke before and no words tell.
pub(super) fn speaker<'d>(utterance: Node<'d>, document: &'d Document<'_>) -> Option<&'d str> {
    let said_by = |node: Node<'d>| {
        let around = node.parent().filter(|outer| name(*outer) == "annotationBlock");
        attribute(node, "who").or_else(|| attribute(around?, "who"))
    };
    let who = said_by(utterance).filter(|_| name(utterance) == "u")?;
    let before = utterance.prev_siblings().skip(1).find(Node::is_element);
    let is_told = |node: Node<'_>| {
        name(node) == "speaker"
            || name(node) == "note" && attribute(node, "type") == Some("speaker")
    };
    let goes_on = before.is_some_and(|before| {
        is_told(before) || name(before) == "u" && said_by(before) == Some(who)
    });
    if goes_on {
        return None;
    }
    let pointer = who.split_ascii_whitespace().next()?;
    let described = document.ids.target(pointer);
    let called = described.and_then(|person| document.entities.described(person));
    let id = pointer.rsplit(['#', ':']).next().filter(|id| !id.is_empty());
    called.map(|entity| entity.label.as_str()).or(id)
}

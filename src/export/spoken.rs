//! Transcriptions of speech: who speaks, pauses, what happens beside the words.

use super::document::Document;
use super::tree::{Node, attribute, name};

/// What is shown for a pause: its seconds in brackets, or a point.
pub(super) fn pause(node: Node<'_>) -> Option<String> {
    if name(node) != "pause" {
        return None;
    }
    let seconds = attribute(node, "dur").and_then(|duration| {
        let seconds = duration.strip_prefix("PT")?.strip_suffix('S')?;
        seconds.parse::<f32>().is_ok().then_some(seconds)
    });
    Some(format!("({})", seconds.unwrap_or(".")))
}

/// Whether the words of an element tell what happens beside those that are
/// said.
pub(super) fn is_event(node: Node<'_>) -> bool {
    matches!(name(node), "vocal" | "kinesic" | "incident" | "writing")
}

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

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn pauses() {
        let read = |xml: &str| pause(roxmltree::Document::parse(xml).unwrap().root_element());
        assert_eq!(read("<pause dur='PT0.6S'/>").as_deref(), Some("(0.6)"));
        assert_eq!(read("<pause dur='long'/>").as_deref(), Some("(.)"));
        assert_eq!(read("<pause/>").as_deref(), Some("(.)"));
        assert_eq!(read("<shift/>"), None);
    }
}

//! Transcriptions of speech: pauses, and what happens beside the words.

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

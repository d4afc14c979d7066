//! Tokens of linguists that stand one at the other, without white space.
//!
//! In most corpora white space between tokens means what it does in print. In
//! some there is none at all, and where one word ends and the next begins is
//! only told by the elements.

use super::tree::{Node, attribute, characters, is_joined, joins, language, name};

/// The tokens that a space parts from those before; none in a document that has
/// white space between words. `is_apart` tells elements that words do not run
/// across.
pub(super) fn parted<'x>(
    tree: &'x roxmltree::Document<'x>,
    is_apart: impl Fn(Node<'x>) -> bool,
) -> Vec<Node<'x>> {
    let mut parted = Vec::new();
    let mut before: Option<Node<'x>> = None;
    let mut end = 0;
    for node in tree.descendants().filter(|node| node.is_element() || node.is_text()) {
        let range = node.range();
        if range.start < end {
            continue;
        }
        if node.is_text() {
            if is_between_words(node) {
                return Vec::new();
            }
            before = None;
        } else if matches!(name(node), "w" | "pc") {
            if before.is_some_and(|before| parts(before, node)) {
                parted.push(node);
            }
            before = Some(node);
            end = range.end;
        } else if is_apart(node) || joins(node) || name(node) == "c" {
            before = None;
        }
    }
    parted
}

/// Whether a text stands between two words, so that the encoder cares for what
/// does.
fn is_between_words(text: Node<'_>) -> bool {
    let is_word = |node: Option<Node<'_>>| node.is_some_and(|node| name(node) == "w");
    is_word(text.prev_sibling()) && is_word(text.next_sibling())
}

/// Whether a space parts two tokens.
fn parts(before: Node<'_>, after: Node<'_>) -> bool {
    let is_part =
        |node, parts: &[&str]| attribute(node, "part").is_some_and(|part| parts.contains(&part));
    if is_joined(before, after) || is_part(before, &["I", "M"]) || is_part(after, &["M", "F"]) {
        return false;
    }
    let Some((last, first)) = seam(before, after) else { return false };
    if is_without_spaces((last, first)) {
        return false;
    }
    // In German, quotation marks look the other way than in French and English.
    let is_german = language(after).is_some_and(|tag| tag.starts_with("de"));
    let (opening, closing) =
        if is_german { ("»›", "«‹“‘”’") } else { ("«‹“‘", "»›”’") };
    let opens = attribute(before, "pre") == Some("true") || opening.contains(last);
    let closes = attribute(after, "pre") == Some("false") || closing.contains(first);
    !(name(before) == "pc" && opens || name(after) == "pc" && closes)
}

/// The characters with which two elements meet.
pub(super) fn seam(before: Node<'_>, after: Node<'_>) -> Option<(char, char)> {
    let (before, after) = (characters(before), characters(after));
    Some((before.trim().chars().last()?, after.trim().chars().next()?))
}

/// Whether two characters that meet are of scripts that have no spaces.
pub(super) fn is_without_spaces((last, first): (char, char)) -> bool {
    has_no_spaces(last) && has_no_spaces(first)
}

/// Whether a character is of a script that has no spaces between words.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        || matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}')
        || c >= '\u{20000}'
}

#[cfg(test)]
mod tests {
    use super::parted;
    use crate::export::tree::{characters, name};

    /// The text with a space where one parts tokens.
    fn read(xml: &str) -> String {
        let tree = roxmltree::Document::parse(xml).unwrap();
        let parted = parted(&tree, |node| name(node) == "p");
        let mut out = String::new();
        for node in tree.descendants() {
            if parted.contains(&node) {
                out.push(' ');
            }
            if node.is_text() {
                out.push_str(node.text().unwrap());
            }
        }
        assert_eq!(characters(tree.root()), out.replace(' ', ""));
        out
    }

    #[test]
    fn words_without_white_space() {
        assert_eq!(
            read("<p><s><w>Il</w><w>dit</w><pc>,</pc><pc>«</pc><w>oui</w><pc>»</pc></s></p>"),
            "Il dit, «oui»"
        );
        assert_eq!(
            read("<p xml:lang='de'><w>Er</w><pc>:</pc><pc>»</pc><w>Ja</w><pc>«</pc></p>"),
            "Er: »Ja«"
        );
        assert_eq!(read("<p><s><w>a</w></s><s><w>b</w></s></p>"), "a b");
        assert_eq!(read("<p><w part='I'>a</w><w part='F'>b</w><w>c</w></p>"), "ab c");
        assert_eq!(read("<p><w>Don</w><w join='left'>’t</w><w>go</w></p>"), "Don’t go");
        assert_eq!(read("<p><w>我們</w><w>走</w></p>"), "我們走");
        assert_eq!(read("<div><p><w>a</w></p><p><w>b</w></p></div>"), "ab");
    }

    #[test]
    fn where_there_is_white_space_it_counts() {
        let tree = |xml: &str| {
            let tree = roxmltree::Document::parse(xml).unwrap();
            parted(&tree, |_| false).len()
        };
        assert_eq!(tree("<p><w>Don</w><w>’t</w> <w>go</w> <w>on</w></p>"), 0);
        assert_eq!(tree("<p><w>a</w><c> </c><w>b</w></p>"), 0);
        assert_eq!(tree("<p><w>a</w><lb break='no'/><w>b</w></p>"), 0);
    }
}

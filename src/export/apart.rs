//! Where words must be kept apart though no white space stands between them.

use super::spoken::is_event;
use super::tokens::{is_without_spaces, seam};
use super::tree::{Node, beside, name};

/// Whether words must be kept apart from those before: they are the same in
/// another form, another part of what a record says, or a remark.
pub(super) fn is_apart(node: Node<'_>) -> bool {
    let of_choice = node.parent().is_some_and(|parent| name(parent) == "choice");
    of_choice && node.prev_sibling_element().is_some()
        || is_datum(node)
            && beside(node.prev_siblings()).is_some_and(|b| is_datum(b) && has_spaces(b, node))
        || is_remark(node)
}

/// Whether the words of two elements are of a script that has spaces.
fn has_spaces(before: Node<'_>, after: Node<'_>) -> bool {
    !seam(before, after).is_some_and(is_without_spaces)
}

/// Whether a pointer stands at a word, as the marker of a note does.
pub(super) fn is_attached(pointer: Node<'_>) -> bool {
    let before = beside(pointer.prev_siblings()).and_then(|before| before.text());
    let last = before.and_then(|text| text.chars().last());
    last.is_some_and(|last| last.is_alphanumeric() || ".,;:!?”’»".contains(last))
}

/// Whether the element stands among words and is none of them.
pub(super) fn is_remark(node: Node<'_>) -> bool {
    is_event(node) || matches!(name(node), "pause" | "index" | "witDetail" | "dimensions")
}

/// Whether an element is one of several that together say something, such as
/// the parts of a name or of a title, so that where nothing stands between two
/// of them the encoder left it to the reader.
fn is_datum(node: Node<'_>) -> bool {
    // The parts of something that was split are one word after the other.
    let is_split = || ["next", "prev", "part"].iter().any(|key| node.has_attribute(*key));
    (is_part_of_name(name(node)) || is_part_of_citation(name(node))) && !is_split()
}

fn is_part_of_name(name: &str) -> bool {
    matches!(
        name,
        "forename"
            | "surname"
            | "roleName"
            | "genName"
            | "addName"
            | "settlement"
            | "region"
            | "country"
            | "district"
            | "street"
            | "postCode"
            | "postBox"
            | "origDate"
            | "origPlace"
    )
}

fn is_part_of_citation(name: &str) -> bool {
    matches!(
        name,
        "author"
            | "editor"
            | "title"
            | "date"
            | "publisher"
            | "pubPlace"
            | "biblScope"
            | "citedRange"
            | "idno"
            | "ptr"
            | "persName"
            | "orgName"
            | "placeName"
            | "desc"
            | "graphic"
            | "media"
            | "label"
            | "span"
            | "interp"
            | "term"
            | "fw"
            | "resp"
            | "name"
    )
}

/// Whether a word follows a remark at once.
pub(super) fn is_before_word(remark: Node<'_>) -> bool {
    let next =
        beside(remark.next_siblings()).and_then(|next| next.text().filter(|_| next.is_text()));
    is_remark(remark) && next.is_some_and(|text| text.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::is_apart;
    use crate::export::tree::name;

    #[test]
    fn parts_of_a_record() {
        let apart = |xml: &str| {
            let tree = roxmltree::Document::parse(xml).unwrap();
            let all = tree.descendants().filter(|node| is_apart(*node));
            all.map(|node| name(node).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(apart("<p><forename>A</forename><surname>B</surname></p>"), ["surname"]);
        assert_eq!(apart("<p><forename>A</forename> <surname>B</surname></p>"), [""; 0]);
        assert_eq!(apart("<p><hi>A</hi><hi>b</hi></p>"), [""; 0]);
        assert_eq!(apart("<p><name next='#b'>A</name><name prev='#a'>b</name></p>"), [""; 0]);
        assert_eq!(apart("<p><name>新郎</name><name>新婦</name></p>"), [""; 0]);
        assert_eq!(apart("<p>a<incident>b</incident></p>"), ["incident"]);
    }
}

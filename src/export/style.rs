//! How words look in the source: `@rend`, `@rendition` and `@style`.

use std::collections::HashMap;

use super::tree::{Node, attribute, name};

/// A set of looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style(u16);

impl Style {
    pub(super) const ITALIC: Self = Self(1);
    pub(super) const BOLD: Self = Self(1 << 1);
    pub(super) const SMALL_CAPITALS: Self = Self(1 << 2);
    pub(super) const SUPERSCRIPT: Self = Self(1 << 3);
    pub(super) const SUBSCRIPT: Self = Self(1 << 4);
    pub(super) const UNDERLINED: Self = Self(1 << 5);
    pub(super) const STRUCK: Self = Self(1 << 6);
    pub(super) const SPACED: Self = Self(1 << 7);
    pub(super) const CENTRED: Self = Self(1 << 8);
    pub(super) const RIGHT: Self = Self(1 << 9);
    pub(super) const INDENTED: Self = Self(1 << 10);
    pub(super) const MONOSPACED: Self = Self(1 << 11);
    pub(super) const CAPITALS: Self = Self(1 << 12);

    /// Whether any look of `other` is in this set.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names of the looks, as classes of a style sheet.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().filter(move |(look, _)| self.has(*look)).map(|(_, name)| *name)
    }
}

const NAMES: &[(Style, &str)] = &[
    (Style::ITALIC, "italic"),
    (Style::BOLD, "bold"),
    (Style::SMALL_CAPITALS, "small-caps"),
    (Style::SUPERSCRIPT, "superscript"),
    (Style::SUBSCRIPT, "subscript"),
    (Style::UNDERLINED, "underlined"),
    (Style::STRUCK, "struck"),
    (Style::SPACED, "spaced"),
    (Style::CENTRED, "centred"),
    (Style::RIGHT, "right"),
    (Style::INDENTED, "indented"),
    (Style::MONOSPACED, "monospaced"),
    (Style::CAPITALS, "capitals"),
];

/// The looks that the `rendition` elements of a header describe.
#[derive(Debug, Default)]
pub(super) struct Renditions<'x>(HashMap<&'x str, Style>);

impl<'x> Renditions<'x> {
    /// Takes note of a `rendition` with its description.
    pub(super) fn declare(&mut self, id: &'x str, description: &str) {
        let style = of_css(description);
        if style != Style::default() {
            self.0.insert(id, style);
        }
    }

    /// How `node` looks.
    pub(super) fn style(&self, node: Node<'_>) -> Style {
        let mut style = Style::default();
        if let Some(rend) = attribute(node, "rend") {
            for word in rend.split([' ', ',', ';', '\t', '\n']) {
                style = style.with(of_word(word));
            }
            if rend.contains(':') || rend.contains('(') {
                style = style.with(of_css(rend));
            }
        }
        for pointer in attribute(node, "rendition").unwrap_or_default().split_ascii_whitespace() {
            let id = pointer.rsplit(['#', ':']).next().unwrap_or(pointer);
            style = style.with(self.0.get(id).copied().unwrap_or_else(|| of_word(id)));
        }
        if let Some(css) = attribute(node, "style") {
            style = style.with(of_css(css));
        }
        if style == Style::default() { of_name(node) } else { style }
    }
}

/// What an element looks like that says nothing of it.
fn of_name(node: Node<'_>) -> Style {
    match name(node) {
        // A highlighted word that does not say how is highlighted all the same.
        "emph" | "foreign" | "mentioned" | "distinct" | "hi" => Style::ITALIC,
        "title" if !matches!(attribute(node, "level"), Some("a" | "u")) => Style::ITALIC,
        "code" | "gi" | "att" | "val" | "tag" | "ident" | "kw" | "eg" => Style::MONOSPACED,
        "del" => Style::STRUCK,
        "orth" => Style::BOLD,
        "gramGrp" | "usg" => Style::ITALIC,
        _ => Style::default(),
    }
}

/// The words that projects use in `@rend`, and the short names of the
/// Deutsches Textarchiv and TEI Simple.
fn of_word(word: &str) -> Style {
    let word = word.trim_start_matches("simple:").to_ascii_lowercase();
    match word.as_str() {
        "italic" | "italics" | "ital" | "it" | "i" | "aq" | "slanted" | "oblique" => Style::ITALIC,
        "bold" | "b" | "fett" | "strong" | "boldface" => Style::BOLD,
        "smallcaps" | "small-caps" | "smallcap" | "sc" | "k" | "small_caps" => {
            Style::SMALL_CAPITALS
        }
        "sup" | "super" | "superscript" | "hoch" => Style::SUPERSCRIPT,
        "sub" | "subscript" | "tief" => Style::SUBSCRIPT,
        "underline" | "underlined" | "u" | "ul" | "double-underline" | "doubleunderline" | "uu" => {
            Style::UNDERLINED
        }
        "strikethrough" | "strike" | "overstrike" | "struck" | "line-through" | "s" => {
            Style::STRUCK
        }
        "spaced" | "g" | "gesperrt" | "spacedletters" | "letterspace" => Style::SPACED,
        "center" | "centre" | "centered" | "c" | "align(center)" => Style::CENTRED,
        "right" | "et2right" | "right-aligned" | "align(right)" => Style::RIGHT,
        "indent" | "indented" | "et" | "et2" | "et3" => Style::INDENTED,
        "tt" | "typewriter" | "monospace" | "code" => Style::MONOSPACED,
        "uppercase" | "caps" | "allcaps" | "capitals" => Style::CAPITALS,
        _ => Style::default(),
    }
}

/// The looks that a piece of CSS gives.
fn of_css(css: &str) -> Style {
    const MARKS: &[(&str, Style)] = &[
        ("italic", Style::ITALIC),
        ("oblique", Style::ITALIC),
        ("bold", Style::BOLD),
        ("small-caps", Style::SMALL_CAPITALS),
        ("super", Style::SUPERSCRIPT),
        ("vertical-align:sub", Style::SUBSCRIPT),
        ("underline", Style::UNDERLINED),
        ("line-through", Style::STRUCK),
        ("letter-spacing", Style::SPACED),
        ("text-align:center", Style::CENTRED),
        ("text-align:right", Style::RIGHT),
        ("margin-left", Style::INDENTED),
        ("monospace", Style::MONOSPACED),
        ("uppercase", Style::CAPITALS),
    ];
    let css: String = css.to_ascii_lowercase().split_ascii_whitespace().collect();
    MARKS
        .iter()
        .filter(|(mark, _)| css.contains(mark))
        .fold(Style::default(), |style, (_, look)| style.with(*look))
}

#[cfg(test)]
mod tests {
    use super::{Renditions, Style};

    fn style(attributes: &str) -> Style {
        let xml = format!("<hi {attributes}/>");
        let tree = roxmltree::Document::parse(&xml).unwrap();
        let mut renditions = Renditions::default();
        renditions.declare("thick", "font-weight: bold;");
        renditions.style(tree.root_element())
    }

    #[test]
    fn the_ways_to_say_a_look() {
        assert_eq!(style("rend='italic'"), Style::ITALIC);
        assert!(style("rend='italic bold'").has(Style::BOLD));
        assert_eq!(style("rendition='#thick'"), Style::BOLD);
        assert_eq!(style("rendition='#g'"), Style::SPACED);
        assert_eq!(style("style='font-variant: small-caps'"), Style::SMALL_CAPITALS);
        assert_eq!(style("rend='text-align: center'"), Style::CENTRED);
        assert_eq!(style("rend='unheard-of'"), Style::ITALIC);
    }
}

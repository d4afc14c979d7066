//! Characters that an encoder had no key for: what an empty `g` stands for.
//!
//! The header declares them (`charDecl/char`, `glyph`) with what may be read
//! in their place, or at least with a name.

use std::collections::HashMap;

use super::tree::{Node, attribute, characters, collapsed, elements, name, xml_id};

/// What is read for an empty `g`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// Characters of the text.
    Characters(String),
    /// What it is called, for want of characters.
    Name(String),
}

/// The characters that a header declares, by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Glyphs(HashMap<String, Glyph>);

impl Glyphs {
    /// The characters that the headers of a document declare.
    pub(super) fn of<'x>(tree: &'x roxmltree::Document<'x>) -> Self {
        let mut glyphs = HashMap::new();
        for header in tree.descendants().filter(|node| name(*node) == "charDecl") {
            for node in elements(header).filter(|node| matches!(name(*node), "char" | "glyph")) {
                if let Some(id) = xml_id(node) {
                    glyphs.entry(id.to_owned()).or_insert_with(|| declared(node, id));
                }
            }
        }
        Self(glyphs)
    }

    /// What is read for `node`, a `g` without words.
    pub(super) fn read(&self, node: Node<'_>) -> Option<Glyph> {
        let pointer = attribute(node, "ref");
        let id = pointer.map(|pointer| pointer.rsplit(['#', ':', '/']).next().unwrap_or(pointer));
        if let Some(known) = id.and_then(|id| self.0.get(id)) {
            return Some(known.clone());
        }
        let called = id.or_else(|| attribute(node, "type")).or_else(|| attribute(node, "n"))?;
        Some(undeclared(called).unwrap_or_else(|| Glyph::Name(called.to_owned())))
    }
}

/// What is read for a character that the header declares.
fn declared(node: Node<'_>, id: &str) -> Glyph {
    let mut best: Option<(u8, String)> = None;
    for part in elements(node) {
        let Some((kind, value)) = mapping(part) else { continue };
        let Some(value) = readable(&value) else { continue };
        let rank = rank(&kind);
        if best.as_ref().is_none_or(|(before, _)| rank < *before) {
            best = Some((rank, value));
        }
    }
    match best {
        Some((_, value)) => Glyph::Characters(value),
        None => Glyph::Name(called(node).unwrap_or_else(|| id.to_owned())),
    }
}

/// A form of a character with its kind: in `mapping`, or in a property, as
/// before release 3.6 of the Guidelines.
fn mapping(part: Node<'_>) -> Option<(String, String)> {
    match name(part) {
        "mapping" => {
            let kind = attribute(part, "type").unwrap_or_default();
            Some((kind.to_ascii_lowercase(), characters(part)))
        }
        "charProp" => {
            let kind = elements(part).find(|inner| name(*inner) == "localName")?;
            let kind = characters(kind).to_ascii_lowercase();
            let value = elements(part).find(|inner| name(*inner) == "value")?;
            (rank(&kind) < OTHER || kind.contains("compos")).then(|| (kind, characters(value)))
        }
        "localProp" => {
            let kind = attribute(part, "name")?.to_ascii_lowercase();
            let value = attribute(part, "value")?;
            (rank(&kind) < OTHER).then(|| (kind, value.to_owned()))
        }
        _ => None,
    }
}

const OTHER: u8 = 4;

/// How good a form is to read, the best first: what editors write for it,
/// what has no kind, the character itself.
fn rank(kind: &str) -> u8 {
    match kind {
        kind if kind.starts_with("standardi") || kind == "standard" => 0,
        kind if kind.starts_with("normali") || kind == "normal" => 1,
        "" => 2,
        kind if kind.contains("unicode") => 3,
        _ => OTHER,
    }
}

/// A form as characters that every reader has a font for: `U+XXXX` is the
/// character of that number, and private ones are none.
fn readable(value: &str) -> Option<String> {
    let value = collapsed(value);
    let number = value.strip_prefix("U+").and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let value = number.and_then(char::from_u32).map_or(value, String::from);
    let is_private =
        |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..) || c.is_control();
    (!value.is_empty() && !value.chars().any(is_private)).then_some(value)
}

/// What a declared character is called.
fn called(node: Node<'_>) -> Option<String> {
    let named = |part: Node<'_>| match name(part) {
        "charName" | "glyphName" => Some(collapsed(&characters(part))),
        "unicodeProp" | "localProp"
            if attribute(part, "name").is_some_and(|key| key.eq_ignore_ascii_case("name")) =>
        {
            attribute(part, "value").map(collapsed)
        }
        _ => None,
    };
    let described = |part: Node<'_>| (name(part) == "desc").then(|| collapsed(&characters(part)));
    let found = elements(node).find_map(named).or_else(|| elements(node).find_map(described));
    found.filter(|words| !words.is_empty())
}

/// Characters with names that are the same wherever they are used: those that
/// the Text Creation Partnership and `EpiDoc` declare in files of their own.
///
/// Sources: <https://github.com/textcreationpartnership/Texts>,
/// <https://epidoc.stoa.org/gl/latest/trans-symbol.html>.
fn undeclared(called: &str) -> Option<Glyph> {
    let characters = match called {
        // The end of a line, where the word goes on.
        "EOLhyphen" | "EOLunhyphen" => "",
        "cmbAbbrStroke" => "\u{304}",
        "pilcrow" => "¶",
        "hedera" | "leaf" => "❦",
        "interpunct" | "middot" => "·",
        "dot" | "stop" => ".",
        "chirho" | "chi-rho" => "☧",
        "stauros" | "cross" | "latin-cross" => "✝",
        "longs" | "slong" => "ſ",
        "double-oblique-hyphen" => "⸗",
        "virgula" | "virgule" | "slash" => "/",
        _ => return None,
    };
    Some(Glyph::Characters(characters.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Glyph, Glyphs};

    fn read(declarations: &str, g: &str) -> String {
        let xml = format!("<TEI><charDecl>{declarations}</charDecl>{g}</TEI>");
        let tree = roxmltree::Document::parse(&xml).unwrap();
        let node = tree.descendants().find(|node| node.has_tag_name("g")).unwrap();
        match Glyphs::of(&tree).read(node) {
            Some(Glyph::Characters(characters)) => characters,
            Some(Glyph::Name(name)) => format!("[{name}]"),
            None => String::new(),
        }
    }

    #[test]
    fn the_best_form_is_read() {
        let a = |inner: &str| read(&format!("<char xml:id='a'>{inner}</char>"), "<g ref='#a'/>");
        let plain = "<mapping>ꝯ</mapping>";
        let private = "<mapping type='PUA'>\u{F1A6}</mapping>";
        let name = "<charName>LATIN CON</charName>";
        assert_eq!(a(&format!("{plain}<mapping type='standardized'>con</mapping>")), "con");
        assert_eq!(a(&format!("{name}{private}{plain}")), "ꝯ");
        assert_eq!(a("<mapping type='unicode'>U+3775</mapping>"), "㝵");
        assert_eq!(
            a("<charProp><localName>normalized form</localName><value>得</value></charProp>"),
            "得"
        );
        assert_eq!(a("<mapping type='composed'>a b</mapping>"), "a b");
        assert_eq!(a(&format!("{name}{private}")), "[LATIN CON]");
        assert_eq!(a("<localProp name='Name' value='CON'/><desc>like a 9</desc>"), "[CON]");
        assert_eq!(a("<desc>like a 9</desc>"), "[like a 9]");
        assert_eq!(a(""), "[a]");
    }

    #[test]
    fn what_is_not_declared_has_a_name() {
        assert_eq!(read("", "<g ref='chars.xml#slash'/>"), "/");
        assert_eq!(read("", "<g type='hedera'/>"), "❦");
        assert_eq!(read("", "<g type='dagger-like'/>"), "[dagger-like]");
        assert_eq!(read("", "<g ref='char:EOLhyphen'/>"), "");
        assert_eq!(read("", "<g/>"), "");
    }
}

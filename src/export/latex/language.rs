//! Languages as babel knows them: for the direction of paragraphs, for where
//! words and lines are broken.

use std::fmt::Write;

use super::super::document::Document;
use super::super::language::{is_right_to_left, language_tag};

/// Languages by their codes, with the names that babel has for them.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "arabic"),
    ("bg", "bulgarian"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("cy", "welsh"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("eo", "esperanto"),
    ("es", "spanish"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("ga", "irish"),
    ("he", "hebrew"),
    ("hr", "croatian"),
    ("hu", "hungarian"),
    ("it", "italian"),
    ("la", "latin"),
    ("nl", "dutch"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sk", "slovak"),
    ("sl", "slovene"),
    ("sv", "swedish"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
    ("ur", "urdu"),
    ("yi", "hebrew"),
    ("hbo", "hebrew"),
    ("grc", "greek"),
    ("syr", "syriac"),
    ("syc", "syriac"),
];

/// A script from right to left.
struct Script {
    /// The language that stands for it.
    language: &'static str,
    font: &'static str,
    has: fn(char) -> bool,
}

const SCRIPTS: &[Script] = &[
    Script { language: "arabic", font: "Noto Naskh Arabic", has: is_arabic },
    Script { language: "hebrew", font: "Noto Serif Hebrew", has: is_hebrew },
    Script { language: "syriac", font: "Noto Sans Syriac", has: is_syriac },
];

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}')
}

fn is_syriac(c: char) -> bool {
    matches!(c, '\u{700}'..='\u{74F}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFC}')
}

/// Chinese and Japanese, whose lines are broken between any two characters.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The language of the document for babel.
pub(super) fn main_language(document: &Document<'_>) -> &'static str {
    let tag = document.language_tag();
    let primary = tag.split('-').next().unwrap_or_default();
    let known = LANGUAGES.iter().find(|(code, _)| *code == primary).map(|(_, name)| *name);
    known.unwrap_or(if is_right_to_left(&tag) { "arabic" } else { "english" })
}

/// The languages of the document, and of the scripts of what is shown of it.
pub(super) fn push_languages(document: &Document<'_>, shown: [&str; 3], out: &mut String) {
    let main = main_language(document);
    let has = |is_of: fn(char) -> bool| shown.iter().any(|text| text.contains(is_of));
    let is_there = |script: &&Script| script.language == main || has(script.has);
    let scripts: Vec<&Script> = SCRIPTS.iter().filter(is_there).collect();
    let options = if scripts.is_empty() { "" } else { "[bidi=basic]" };
    let _ = writeln!(out, "\\usepackage{options}{{babel}}\n\\babelprovide[import, main]{{{main}}}");
    for Script { language, font, .. } in scripts {
        // Letters that join do so only in a font of their own.
        if *language != main {
            let _ = writeln!(out, "\\babelprovide[import, onchar=ids fonts]{{{language}}}");
        }
        let _ = writeln!(out, "\\script{{{language}}}{{{font}}}");
    }
    if matches!(main, "persian" | "urdu") {
        let _ = writeln!(out, "\\script{{{main}}}{{{}}}", SCRIPTS[0].font);
    }
    // The contents are in the language of the document.
    out.push_str("\\renewcommand\\BabelContentsFiles{}\n");
    if has(is_cjk) {
        // Its rules fit Chinese, too.
        out.push_str("\\babelprovide[import, onchar=ids]{japanese}\n");
    }
}

/// The language of babel that a paragraph in the language `tag` has to be set
/// in for its direction, which is not that of the document.
pub(super) fn turned(
    document: &Document<'_>,
    tag: Option<&str>,
    text: &str,
) -> Option<&'static str> {
    let tag = tag.and_then(language_tag)?;
    let is_main_right_to_left = is_right_to_left(&document.language_tag());
    match (is_right_to_left(&tag), is_main_right_to_left) {
        // What is transcribed in Latin letters goes from left to right.
        (true, false) => {
            let script = SCRIPTS.iter().find(|script| text.contains(script.has));
            script.map(|script| script.language)
        }
        (false, true) => Some("english"),
        _ => None,
    }
}

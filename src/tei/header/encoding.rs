//! The encoding description: what was done to the text, and by what.

use super::{Header, PROGRAM, VERSION};
use crate::element::Attribute::{
    Delim, Gi, Ident, Marks, Match, Method, Name, Scheme, Unit, Use, Version, XmlId,
};
use crate::element::Element;
use crate::tei::NAMESPACE;
use crate::tei::markup::{Markup, Values};

pub(super) fn encoding_description(header: &Header<'_>, markup: &mut Markup<'_>) {
    if let Some(project) = &header.metadata.project {
        markup.nest(Element::ProjectDesc, &[], |markup| markup.leaf(Element::P, &[], project));
    }
    markup.nest(Element::EditorialDecl, &[], |markup| editorial_declaration(header, markup));
    markup.nest(Element::TagsDecl, &[], |markup| {
        for notation in header.notations {
            let values = [(XmlId, notation.id), (Scheme, "free")];
            markup.leaf(Element::Rendition, &values, notation.pattern);
        }
        markup.nest(Element::Namespace, &[(Name, NAMESPACE)], |markup| {
            markup.leaf(Element::TagUsage, &[(Gi, "div")], "Unnumbered divs used.");
        });
    });
    markup.nest(Element::RefsDecl, &[], references);
    markup.nest(Element::AppInfo, &[], |markup| {
        let values = [(Ident, PROGRAM), (Version, VERSION)];
        markup.nest(Element::Application, &values, |markup| {
            markup.leaf(Element::Label, &[], PROGRAM);
        });
    });
}

fn editorial_declaration(header: &Header<'_>, markup: &mut Markup<'_>) {
    let paragraph = |element, values: Values<'_>, words: &str, markup: &mut Markup<'_>| {
        markup.nest(element, values, |markup| markup.leaf(Element::P, &[], words));
    };
    let kept = "Every character of the transcription is in the text, in its order, or belongs to a tag whose notation tagsDecl declares; nothing was corrected, added or moved. Line ends and blank lines are white space of the text.";
    paragraph(Element::Normalization, &[(Method, "markup")], kept, markup);
    let marks = "Quotation marks stand in the text as they do in the transcription.";
    paragraph(Element::Quotation, &[(Marks, "all")], marks, markup);
    let machine = "Divisions, notes, dates, persons and places were found by program. A tag with resp=\"#rubricate\" was set by it; cert says how sure it is: high, written so; medium, concluded from the context; low, to be looked at.";
    let practices = editorial_practices(header);
    let interpretation = format!("{machine} {practices}");
    paragraph(Element::Interpretation, &[], interpretation.trim_end(), markup);
}

/// What the notations of the text stand for.
pub(super) fn editorial_practices(header: &Header<'_>) -> String {
    header.practices.join(" ")
}

/// Sections, entries in them, and paragraphs can be cited by number (TEI
/// Guidelines, 16.2.5.4; Distributed Text Services).
fn references(markup: &mut Markup<'_>) {
    let unit = |unit, matches, uses: &'static str| [(Unit, unit), (Match, matches), (Use, uses)];
    let sections = unit("section", "//body/div", "position()");
    markup.nest(Element::CiteStructure, &sections, |markup| {
        let entries = [(Unit, "entry"), (Match, "div"), (Use, "position()"), (Delim, ".")];
        markup.nest(Element::CiteStructure, &entries, |markup| {
            let paragraphs = [(Unit, "paragraph"), (Match, "p"), (Use, "position()"), (Delim, ".")];
            markup.leaf(Element::CiteStructure, &paragraphs, "");
        });
    });
}

//! The base format of the Deutsches Textarchiv
//! (<https://www.deutschestextarchiv.de/doku/basisformat/>).
//!
//! It knows most of what is encoded here, with closed lists of values. It has
//! no `@resp` and no `@cert`, and of `@rendition` only its own values.

use super::rule::Value::{As, Counted, Kept, Mapped, MappedAs, Number, Set};
use super::rule::{Rule, Tags, UNWRAP, Value, keep, rename};
use super::{HeaderForm, Lists, Target, divisions};
use crate::element::Attribute::{
    Corresp, Dim, Facs, N, Next, Place, Prev, Quantity, Reason, Ref, Rend, Rendition,
    Target as PointsTo, Type, Unit, When, Who, XmlId,
};
use crate::element::{Attribute, Element};
use crate::internalize::Nested;

pub(super) static TARGET: Target = Target {
    name: "dtabf",
    description: "DTABf, the base format of the Deutsches Textarchiv",
    schema: "https://www.deutschestextarchiv.de/basisformat.rng",
    tags: Some(Tags { prepare, rule }),
    header: HeaderForm::Dtabf,
    lists: Lists::Items,
    letters: false,
};

/// What most elements may have.
const GLOBAL: &[(Attribute, Value)] = &[(XmlId, Kept), (Next, Kept), (Prev, Kept)];

/// The types of divisions that have a name here. Of the others, such as a
/// part or a section, the base format knows by their place.
const DIVISIONS: &[(&str, &str)] = &[
    ("act", "act"),
    ("appendix", "appendix"),
    ("chapter", "chapter"),
    ("contents", "contents"),
    ("dedication", "dedication"),
    ("entry", "diaryEntry"),
    ("index", "index"),
    ("letter", "letter"),
    ("preface", "preface"),
    ("scene", "scene"),
];

const TITLE_PARTS: &[(&str, &str)] = &[
    ("main", "main"),
    ("sub", "sub"),
    ("desc", "desc"),
    ("ornament", "desc"),
    ("series", "desc"),
    ("halftitle", "main"),
];
const UNITS: &[(&str, &str)] = &[("word", "words"), ("line", "lines")];
const REASONS: &[(&str, &str)] = &[("illegible", "illegible"), ("damage", "lost")];
const RENDITIONS: &[(&str, &str)] = &[
    ("italic", "#i"),
    ("bold", "#b"),
    ("underline", "#u"),
    ("superscript", "#sup"),
    ("subscript", "#sub"),
];

/// What depends on where an element stands.
fn prepare(mut nested: Nested) -> Nested {
    for division in divisions(&nested) {
        let attributes = &nested.annotations[division.annotation].attributes;
        match attributes.get(Type) {
            // Endnotes. Where other notes stood in print, nobody knows.
            Some("notes") => {
                for child in &division.children {
                    if child.element == Element::Note {
                        nested.annotations[child.annotation].attributes.set(Place, "end");
                    }
                }
            }
            Some("entry" | "section") if division.is_letter(&nested) => {
                nested.annotations[division.annotation].attributes.set(Type, "letter");
            }
            _ => {}
        }
    }
    nested
}

#[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "it is a table in groups")]
fn rule(element: Element) -> Rule {
    match element {
        // The parts and divisions.
        Element::Front | Element::Body | Element::Back => keep(&[]),
        Element::Div => keep(&[(Type, Mapped(DIVISIONS)), (XmlId, Kept), (N, Number)]),
        Element::TitlePage => keep(&[(Type, Set("main"))]),
        Element::TitlePart => keep(&[(Type, Mapped(TITLE_PARTS)), (XmlId, Kept)]),

        // Blocks.
        Element::P
        | Element::Head
        | Element::Lg
        | Element::L
        | Element::Quote
        | Element::List
        | Element::Item
        | Element::Argument
        | Element::Byline
        | Element::CastItem
        | Element::CastList
        | Element::Closer
        | Element::Dateline
        | Element::DocAuthor
        | Element::DocDate
        | Element::DocEdition
        | Element::DocImprint
        | Element::DocTitle
        | Element::Epigraph
        | Element::Opener
        | Element::Postscript
        | Element::Role
        | Element::RoleDesc
        | Element::Salute
        | Element::Signed
        | Element::Speaker
        | Element::Trailer
        | Element::Figure => keep(GLOBAL),
        Element::Sp => keep(&[(Who, Kept), (XmlId, Kept)]),
        Element::Stage => keep(&[(XmlId, Kept), (Next, Kept), (Prev, Kept)]),
        // There is no ab and no figDesc.
        Element::Ab => rename(Element::P, &[(XmlId, Kept)]),
        Element::Address | Element::AddrLine | Element::Publisher | Element::PubPlace => keep(&[]),

        // Notes and their marks.
        Element::Note => keep(&[
            (Place, Kept),
            (XmlId, Kept),
            (N, Kept),
            (PointsTo, As(Corresp)),
            (Next, Kept),
            (Prev, Kept),
        ]),
        Element::Ref => keep(&[(XmlId, Kept), (PointsTo, Kept), (Next, Kept), (Prev, Kept)]),

        // What is no words.
        Element::Gap => keep(&[
            (XmlId, Kept),
            (Reason, Mapped(REASONS)),
            (Unit, Mapped(UNITS)),
            (Quantity, Number),
        ]),
        Element::Lb => keep(&[(N, Kept)]),
        Element::Milestone => rename(Element::Lb, &[]),
        // A page has an image here, and the images have numbers.
        Element::Pb => keep(&[(Facs, Counted("#f")), (XmlId, Kept), (N, Kept)]),
        Element::Space => keep(&[(Dim, Kept)]),

        // Words.
        Element::Date => keep(&[(When, Kept), (XmlId, Kept), (Next, Kept), (Prev, Kept)]),
        Element::Hi => keep(&[(Rend, MappedAs(Rendition, RENDITIONS))]),
        // Printed books have no words that the writer struck out or put in.
        Element::Del => rename(Element::Hi, &[(Rendition, Set("#s"))]),
        Element::Name | Element::OrgName | Element::PersName | Element::PlaceName => {
            keep(&[(Ref, Kept), (XmlId, Kept), (Next, Kept), (Prev, Kept)])
        }
        Element::Sic => keep(GLOBAL),
        Element::Title => rename(
            Element::Name,
            &[(Type, Set("artificialWork")), (XmlId, Kept), (Next, Kept), (Prev, Kept)],
        ),
        Element::Idno => keep(&[(Type, Kept)]),
        Element::Add
        | Element::Label
        | Element::Measure
        | Element::Said
        | Element::Seg
        | Element::Unclear => UNWRAP,

        // The header is written by other means.
        Element::Analytic
        | Element::AppInfo
        | Element::Application
        | Element::Author
        | Element::Availability
        | Element::Bibl
        | Element::BiblScope
        | Element::BiblStruct
        | Element::Change
        | Element::CiteData
        | Element::CiteStructure
        | Element::CorrespAction
        | Element::CorrespDesc
        | Element::Creation
        | Element::Distributor
        | Element::Edition
        | Element::Editor
        | Element::EditorialDecl
        | Element::EncodingDesc
        | Element::Extent
        | Element::FileDesc
        | Element::Imprint
        | Element::Interpretation
        | Element::Language
        | Element::LangUsage
        | Element::Licence
        | Element::ListOrg
        | Element::ListPerson
        | Element::ListPlace
        | Element::Monogr
        | Element::MsDesc
        | Element::MsIdentifier
        | Element::Namespace
        | Element::Normalization
        | Element::Org
        | Element::Person
        | Element::Place
        | Element::ProfileDesc
        | Element::ProjectDesc
        | Element::PublicationStmt
        | Element::Quotation
        | Element::RefsDecl
        | Element::Rendition
        | Element::Repository
        | Element::Resp
        | Element::RespStmt
        | Element::RevisionDesc
        | Element::SourceDesc
        | Element::StandOff
        | Element::TagsDecl
        | Element::TagUsage
        | Element::Tei
        | Element::TeiHeader
        | Element::Text
        | Element::TitleStmt => UNWRAP,
    }
}

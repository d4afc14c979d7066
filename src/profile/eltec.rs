//! The European Literary Text Collection, level 1
//! (<https://github.com/COST-ELTeC/Schemas>).
//!
//! A small TEI for the study of novels: divisions, paragraphs, verse, notes in
//! divisions of notes, highlighting, titles of works. No names, no dates, no
//! `rendition`.

use super::divisions::divide;
use super::rule::Value::{Kept, Set};
use super::rule::{HIDE, Rule, Tag, Tags, UNWRAP, Value, keep, rename};
use super::{HeaderForm, Lists, Target};
use crate::element::Attribute::{
    Level, N, Quantity, Rend, Target as PointsTo, Type, Unit, XmlId, XmlSpace,
};
use crate::element::{Attribute, Element};

pub(super) static TARGET: Target = Target {
    name: "eltec",
    description: "ELTeC, the European Literary Text Collection, level 1",
    schema: "https://raw.githubusercontent.com/COST-ELTeC/Schemas/master/eltec-1.rng",
    tags: Some(Tags { prepare: divide, rule }),
    header: HeaderForm::Eltec,
    lists: Lists::Nowhere,
    letters: false,
};

/// What every element may have.
const GLOBAL: &[(Attribute, Value)] = &[(XmlId, Kept), (N, Kept), (Rend, Kept)];

#[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "it is a table in groups")]
fn rule(element: Element) -> Rule {
    match element {
        // The parts and divisions; their types were set before.
        Element::Front | Element::Body | Element::Back => keep(&[(XmlSpace, Kept)]),
        Element::Div => keep(&[(Type, Kept), (XmlId, Kept), (N, Kept)]),
        Element::TitlePage => rename(Element::Div, &[(Type, Set("titlepage"))]),

        // Blocks.
        Element::P | Element::Head | Element::L | Element::Quote | Element::Label => keep(GLOBAL),
        Element::Ab => rename(Element::P, &[(XmlId, Kept), (Type, Value::As(Rend))]),
        Element::AddrLine => rename(Element::P, &[(Rend, Set("addrLine"))]),
        Element::Byline => rename(Element::P, &[(Rend, Set("byline"))]),
        Element::Dateline => rename(Element::P, &[(Rend, Set("dateline"))]),
        Element::DocAuthor => rename(Element::P, &[(Rend, Set("docAuthor"))]),
        Element::DocDate => rename(Element::P, &[(Rend, Set("docDate"))]),
        Element::DocEdition => rename(Element::P, &[(Rend, Set("docEdition"))]),
        Element::DocImprint => rename(Element::P, &[(Rend, Set("docImprint"))]),
        Element::CastItem => rename(Element::P, &[(XmlId, Kept), (Rend, Set("castItem"))]),
        Element::Item => rename(Element::P, &[(XmlId, Kept), (Rend, Set("item"))]),
        Element::Salute => rename(Element::P, &[(Rend, Set("salute"))]),
        Element::Signed => rename(Element::P, &[(Rend, Set("signed"))]),
        Element::Speaker => rename(Element::P, &[(Rend, Set("speaker"))]),
        Element::Stage => rename(Element::P, &[(Rend, Set("stage"))]),
        Element::TitlePart => rename(Element::P, &[(Rend, Set("titlePart"))]),
        Element::Trailer => keep(GLOBAL),
        Element::Argument
        | Element::Address
        | Element::CastList
        | Element::DocTitle
        | Element::Epigraph
        | Element::Opener
        | Element::Closer
        | Element::Postscript
        | Element::Lg
        | Element::List
        | Element::Sp => UNWRAP,

        // Notes stand in divisions of notes; the words of any other stay where
        // they are.
        Element::Note => Rule {
            tag: Tag::KeepIn("notes"),
            attributes: &[(XmlId, Kept), (N, Kept), (PointsTo, Kept)],
        },
        Element::Ref => keep(&[(Type, Kept), (XmlId, Kept), (PointsTo, Kept), (N, Kept)]),

        // What is no words.
        Element::Figure => Rule {
            tag: Tag::RenameFilled(Element::P, Element::Gap),
            attributes: &[(XmlId, Kept), (Rend, Set("figure"))],
        },
        Element::Gap => keep(&[(XmlId, Kept), (Unit, Kept), (Quantity, Kept)]),
        Element::Lb => rename(Element::Milestone, &[(Unit, Set("line"))]),
        Element::Milestone => keep(&[(XmlId, Kept), (Unit, Kept), (N, Kept), (Rend, Kept)]),
        Element::Pb => keep(&[(XmlId, Kept), (N, Kept)]),
        Element::Space => HIDE,

        // Words.
        Element::Hi => keep(GLOBAL),
        Element::Title => keep(&[(XmlId, Kept), (Level, Kept)]),
        Element::Add
        | Element::Date
        | Element::Del
        | Element::Name
        | Element::OrgName
        | Element::PersName
        | Element::PlaceName
        | Element::Said
        | Element::Publisher
        | Element::PubPlace
        | Element::Role
        | Element::RoleDesc
        | Element::Seg
        | Element::Sic
        | Element::Unclear
        | Element::Idno
        | Element::Measure => UNWRAP,

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

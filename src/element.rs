//! The TEI that is written here, by name.

use std::fmt;

/// A TEI element that this program writes.
///
/// The list is closed: an element that is not here is never written, and the
/// ODD in `schema/` declares each of them, which a test sees to.
#[expect(missing_docs, reason = "each variant is the TEI element of its name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Element {
    Ab,
    Add,
    Address,
    AddrLine,
    Analytic,
    AppInfo,
    Application,
    Argument,
    Author,
    Availability,
    Back,
    Bibl,
    BiblScope,
    BiblStruct,
    Body,
    Byline,
    CastItem,
    CastList,
    Change,
    CiteData,
    CiteStructure,
    Closer,
    CorrespAction,
    CorrespDesc,
    Creation,
    Date,
    Dateline,
    Del,
    Distributor,
    Div,
    DocAuthor,
    DocDate,
    DocEdition,
    DocImprint,
    DocTitle,
    Edition,
    Editor,
    EditorialDecl,
    EncodingDesc,
    Epigraph,
    Extent,
    Figure,
    FileDesc,
    Front,
    Gap,
    Head,
    Hi,
    Idno,
    Imprint,
    Interpretation,
    Item,
    L,
    Label,
    Language,
    LangUsage,
    Lb,
    Lg,
    Licence,
    List,
    ListOrg,
    ListPerson,
    ListPlace,
    Measure,
    Milestone,
    Monogr,
    MsDesc,
    MsIdentifier,
    Name,
    Namespace,
    Normalization,
    Note,
    Opener,
    Org,
    OrgName,
    P,
    Pb,
    PersName,
    Person,
    Place,
    PlaceName,
    Postscript,
    ProfileDesc,
    ProjectDesc,
    PublicationStmt,
    Publisher,
    PubPlace,
    Quotation,
    Quote,
    Ref,
    RefsDecl,
    Rendition,
    Repository,
    Resp,
    RespStmt,
    RevisionDesc,
    Role,
    RoleDesc,
    Said,
    Salute,
    Seg,
    Sic,
    Signed,
    SourceDesc,
    Sp,
    Space,
    Speaker,
    Stage,
    StandOff,
    TagsDecl,
    TagUsage,
    Tei,
    TeiHeader,
    Text,
    Title,
    TitlePage,
    TitlePart,
    TitleStmt,
    Trailer,
    Unclear,
}

const ELEMENTS: &[(Element, &str)] = &[
    (Element::Ab, "ab"),
    (Element::Add, "add"),
    (Element::Address, "address"),
    (Element::AddrLine, "addrLine"),
    (Element::Analytic, "analytic"),
    (Element::AppInfo, "appInfo"),
    (Element::Application, "application"),
    (Element::Argument, "argument"),
    (Element::Author, "author"),
    (Element::Availability, "availability"),
    (Element::Back, "back"),
    (Element::Bibl, "bibl"),
    (Element::BiblScope, "biblScope"),
    (Element::BiblStruct, "biblStruct"),
    (Element::Body, "body"),
    (Element::Byline, "byline"),
    (Element::CastItem, "castItem"),
    (Element::CastList, "castList"),
    (Element::Change, "change"),
    (Element::CiteData, "citeData"),
    (Element::CiteStructure, "citeStructure"),
    (Element::Closer, "closer"),
    (Element::CorrespAction, "correspAction"),
    (Element::CorrespDesc, "correspDesc"),
    (Element::Creation, "creation"),
    (Element::Date, "date"),
    (Element::Dateline, "dateline"),
    (Element::Del, "del"),
    (Element::Distributor, "distributor"),
    (Element::Div, "div"),
    (Element::DocAuthor, "docAuthor"),
    (Element::DocDate, "docDate"),
    (Element::DocEdition, "docEdition"),
    (Element::DocImprint, "docImprint"),
    (Element::DocTitle, "docTitle"),
    (Element::Edition, "edition"),
    (Element::Editor, "editor"),
    (Element::EditorialDecl, "editorialDecl"),
    (Element::EncodingDesc, "encodingDesc"),
    (Element::Epigraph, "epigraph"),
    (Element::Extent, "extent"),
    (Element::Figure, "figure"),
    (Element::FileDesc, "fileDesc"),
    (Element::Front, "front"),
    (Element::Gap, "gap"),
    (Element::Head, "head"),
    (Element::Hi, "hi"),
    (Element::Idno, "idno"),
    (Element::Imprint, "imprint"),
    (Element::Interpretation, "interpretation"),
    (Element::Item, "item"),
    (Element::L, "l"),
    (Element::Label, "label"),
    (Element::Language, "language"),
    (Element::LangUsage, "langUsage"),
    (Element::Lb, "lb"),
    (Element::Lg, "lg"),
    (Element::Licence, "licence"),
    (Element::List, "list"),
    (Element::ListOrg, "listOrg"),
    (Element::ListPerson, "listPerson"),
    (Element::ListPlace, "listPlace"),
    (Element::Measure, "measure"),
    (Element::Milestone, "milestone"),
    (Element::Monogr, "monogr"),
    (Element::MsDesc, "msDesc"),
    (Element::MsIdentifier, "msIdentifier"),
    (Element::Name, "name"),
    (Element::Namespace, "namespace"),
    (Element::Normalization, "normalization"),
    (Element::Note, "note"),
    (Element::Opener, "opener"),
    (Element::Org, "org"),
    (Element::OrgName, "orgName"),
    (Element::P, "p"),
    (Element::Pb, "pb"),
    (Element::PersName, "persName"),
    (Element::Person, "person"),
    (Element::Place, "place"),
    (Element::PlaceName, "placeName"),
    (Element::Postscript, "postscript"),
    (Element::ProfileDesc, "profileDesc"),
    (Element::ProjectDesc, "projectDesc"),
    (Element::PublicationStmt, "publicationStmt"),
    (Element::Publisher, "publisher"),
    (Element::PubPlace, "pubPlace"),
    (Element::Quotation, "quotation"),
    (Element::Quote, "quote"),
    (Element::Ref, "ref"),
    (Element::RefsDecl, "refsDecl"),
    (Element::Rendition, "rendition"),
    (Element::Repository, "repository"),
    (Element::Resp, "resp"),
    (Element::RespStmt, "respStmt"),
    (Element::RevisionDesc, "revisionDesc"),
    (Element::Role, "role"),
    (Element::RoleDesc, "roleDesc"),
    (Element::Said, "said"),
    (Element::Salute, "salute"),
    (Element::Seg, "seg"),
    (Element::Sic, "sic"),
    (Element::Signed, "signed"),
    (Element::SourceDesc, "sourceDesc"),
    (Element::Sp, "sp"),
    (Element::Space, "space"),
    (Element::Speaker, "speaker"),
    (Element::Stage, "stage"),
    (Element::StandOff, "standOff"),
    (Element::TagsDecl, "tagsDecl"),
    (Element::TagUsage, "tagUsage"),
    (Element::Tei, "TEI"),
    (Element::TeiHeader, "teiHeader"),
    (Element::Text, "text"),
    (Element::Title, "title"),
    (Element::TitlePage, "titlePage"),
    (Element::TitlePart, "titlePart"),
    (Element::TitleStmt, "titleStmt"),
    (Element::Trailer, "trailer"),
    (Element::Unclear, "unclear"),
];

impl Element {
    /// All of them, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        ELEMENTS.iter().map(|(element, _)| *element)
    }

    /// The name of the element.
    #[must_use]
    pub fn name(self) -> &'static str {
        ELEMENTS[self as usize].1
    }

    /// Its page in the TEI Guidelines.
    ///
    /// ```
    /// use rubricate::element::Element;
    ///
    /// let page = Element::PersName.guidelines();
    /// assert_eq!(page, "https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-persName.html");
    /// ```
    #[must_use]
    pub fn guidelines(self) -> String {
        guidelines_page(self.name())
    }

    /// Whether it marks words within a block, so that it may be split where it
    /// crosses another element; see the TEI Guidelines, 21.3 *Reconstitution of
    /// Virtual Elements*.
    #[must_use]
    pub const fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Add
                | Self::Date
                | Self::Del
                | Self::Hi
                | Self::Name
                | Self::OrgName
                | Self::PersName
                | Self::PlaceName
                | Self::Ref
                | Self::Said
                | Self::Seg
                | Self::Sic
                | Self::Stage
                | Self::Title
                | Self::Unclear
        )
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The page of the TEI Guidelines on the element called `name`.
#[must_use]
pub fn guidelines_page(name: &str) -> String {
    format!("https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-{name}.html")
}

/// An attribute that this program writes.
#[expect(missing_docs, reason = "each variant is the TEI attribute of its name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Attribute {
    Cert,
    Corresp,
    DatingMethod,
    Delim,
    Dim,
    Evidence,
    Facs,
    From,
    Gi,
    Ident,
    Key,
    Level,
    Marks,
    Match,
    Method,
    N,
    Name,
    Next,
    NotAfter,
    NotBefore,
    Place,
    Prev,
    Quantity,
    Reason,
    Ref,
    Rend,
    Rendition,
    Resp,
    Role,
    Scheme,
    Status,
    Target,
    To,
    Type,
    Unit,
    Use,
    Version,
    When,
    WhenCustom,
    Who,
    XmlId,
    XmlLang,
    XmlSpace,
    Xmlns,
}

const ATTRIBUTES: &[(Attribute, &str)] = &[
    (Attribute::Cert, "cert"),
    (Attribute::Corresp, "corresp"),
    (Attribute::DatingMethod, "datingMethod"),
    (Attribute::Delim, "delim"),
    (Attribute::Dim, "dim"),
    (Attribute::Evidence, "evidence"),
    (Attribute::Facs, "facs"),
    (Attribute::From, "from"),
    (Attribute::Gi, "gi"),
    (Attribute::Ident, "ident"),
    (Attribute::Key, "key"),
    (Attribute::Level, "level"),
    (Attribute::Marks, "marks"),
    (Attribute::Match, "match"),
    (Attribute::Method, "method"),
    (Attribute::N, "n"),
    (Attribute::Name, "name"),
    (Attribute::Next, "next"),
    (Attribute::NotAfter, "notAfter"),
    (Attribute::NotBefore, "notBefore"),
    (Attribute::Place, "place"),
    (Attribute::Prev, "prev"),
    (Attribute::Quantity, "quantity"),
    (Attribute::Reason, "reason"),
    (Attribute::Ref, "ref"),
    (Attribute::Rend, "rend"),
    (Attribute::Rendition, "rendition"),
    (Attribute::Resp, "resp"),
    (Attribute::Role, "role"),
    (Attribute::Scheme, "scheme"),
    (Attribute::Status, "status"),
    (Attribute::Target, "target"),
    (Attribute::To, "to"),
    (Attribute::Type, "type"),
    (Attribute::Unit, "unit"),
    (Attribute::Use, "use"),
    (Attribute::Version, "version"),
    (Attribute::When, "when"),
    (Attribute::WhenCustom, "when-custom"),
    (Attribute::Who, "who"),
    (Attribute::XmlId, "xml:id"),
    (Attribute::XmlLang, "xml:lang"),
    (Attribute::XmlSpace, "xml:space"),
    (Attribute::Xmlns, "xmlns"),
];

impl Attribute {
    /// All of them, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        ATTRIBUTES.iter().map(|(attribute, _)| *attribute)
    }

    /// The name of the attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        ATTRIBUTES[self as usize].1
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, ELEMENTS};

    #[test]
    fn the_tables_follow_the_enums() {
        for (index, (element, _)) in ELEMENTS.iter().enumerate() {
            assert_eq!(*element as usize, index);
        }
        for (index, (attribute, _)) in ATTRIBUTES.iter().enumerate() {
            assert_eq!(*attribute as usize, index);
        }
    }
}

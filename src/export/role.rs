//! What TEI elements are to a reader.
//!
//! Every writer asks here and never looks at a name it can do without, so that
//! an element nobody thought of is still read as what its surroundings say.

use super::tree::{Node, elements, is_blank, name};

/// What an element is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Holds other blocks and means nothing by itself.
    Container,
    /// A division that a table of contents could name.
    Section,
    /// The heading of a section.
    Head,
    /// The heading of anything else.
    Caption,
    /// A paragraph.
    Paragraph,
    /// A block of its own, such as a date line or a signature.
    Block,
    /// Lines of verse.
    LineGroup,
    /// A line of verse, or of a page.
    Line,
    /// A list.
    List,
    /// An entry of a list.
    Item,
    /// What an entry of a list is about.
    Label,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// A figure.
    Figure,
    /// A picture, a film, a sound.
    Graphic,
    /// A speech in a play.
    Speech,
    /// Who speaks.
    Speaker,
    /// Text whose white space counts.
    Preformatted,
    /// A note.
    Note,
    /// The beginning of a line.
    LineBreak,
    /// The beginning of a page, a column, a gathering.
    PageBreak,
    /// Another point in the text.
    Point,
    /// Something that could not be read.
    Gap,
    /// Empty space.
    Space,
    /// Several encodings of the same words.
    Choice,
    /// Readings of several witnesses.
    Apparatus,
    /// The name of a person, a place, an organisation.
    Name,
    /// A date or a time.
    Date,
    /// A reference to another place.
    Reference,
    /// A character that the encoder had no key for, without words of its own.
    Glyph,
    /// Words within a block.
    Phrase,
    /// A block or words, as its surroundings have it.
    Either,
}

/// What `node` is to a reader.
pub(super) fn role(node: Node<'_>) -> Role {
    match name(node) {
        "TEI" | "teiCorpus" | "text" | "front" | "body" | "back" | "group" | "floatingText"
        | "sourceDoc" | "surface" | "surfaceGrp" | "zone" | "facsimile" | "standOff" => {
            Role::Container
        }
        "div" | "div0" | "div1" | "div2" | "div3" | "div4" | "div5" | "div6" | "div7" => {
            Role::Section
        }
        "head" => head(node),
        "p" | "ab" => Role::Paragraph,
        "lg" => Role::LineGroup,
        "l" | "line" => Role::Line,
        "list" | "listBibl" | "listEvent" | "listNym" | "listObject" | "listOrg" | "listPerson"
        | "listPlace" | "listRelation" | "listWit" | "listApp" | "castList" => Role::List,
        "item" | "castItem" | "witness" | "person" | "personGrp" | "place" | "org" | "event"
        | "nym" | "object" | "relation" => item(node),
        "label" if parent_is_list(node) => Role::Label,
        "table" => Role::Table,
        "row" => Role::Row,
        "cell" => Role::Cell,
        "figure" => Role::Figure,
        "graphic" | "media" | "binaryObject" => Role::Graphic,
        "sp" | "u" => Role::Speech,
        "speaker" => Role::Speaker,
        "eg" | "egXML" => Role::Preformatted,
        "note" => Role::Note,
        "lb" => Role::LineBreak,
        "pb" | "cb" | "gb" => Role::PageBreak,
        "milestone" | "anchor" | "handShift" | "delSpan" | "addSpan" | "damageSpan" | "index"
        | "pause" | "shift" | "spanGrp" | "linkGrp" | "link" | "join" | "joinGrp" | "alt" => {
            Role::Point
        }
        "gap" => Role::Gap,
        "space" => Role::Space,
        "choice" => Role::Choice,
        "app" if parent_is_list(node) => Role::Item,
        "app" => Role::Apparatus,
        "persName" | "placeName" | "orgName" | "geogName" | "name" | "rs" | "settlement"
        | "country" | "region" | "district" | "bloc" => Role::Name,
        "date" | "time" => Role::Date,
        "ref" | "ptr" => Role::Reference,
        "g" if !node.has_children() => Role::Glyph,
        other if is_block(other) => Role::Block,
        other if is_phrase(other) => Role::Phrase,
        _ => Role::Either,
    }
}

fn head(node: Node<'_>) -> Role {
    let of_section = node
        .parent()
        .is_some_and(|parent| matches!(role_of_parent(parent), Role::Section | Role::Container));
    if of_section { Role::Head } else { Role::Caption }
}

/// The role of an element that can hold a head, without asking on.
fn role_of_parent(node: Node<'_>) -> Role {
    if name(node) == "head" { Role::Caption } else { role(node) }
}

fn item(node: Node<'_>) -> Role {
    if parent_is_list(node) || name(node) == "item" { Role::Item } else { Role::Either }
}

fn parent_is_list(node: Node<'_>) -> bool {
    node.parent().is_some_and(|parent| {
        let parent = name(parent);
        parent.starts_with("list") || matches!(parent, "castList" | "castGroup")
    })
}

/// Elements that stand on their own wherever they are.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "titlePage"
            | "docTitle"
            | "opener"
            | "closer"
            | "postscript"
            | "trailer"
            | "epigraph"
            | "argument"
            | "address"
            | "addrLine"
            | "performance"
            | "prologue"
            | "epilogue"
            | "set"
            | "castGroup"
            | "biblStruct"
            | "biblFull"
            | "msDesc"
            | "correspDesc"
            | "correspAction"
            | "correspContext"
            | "entry"
            | "entryFree"
            | "superEntry"
            | "sense"
            | "hom"
            | "noteGrp"
            | "figDesc"
            | "divGen"
            | "imprimatur"
            | "spGrp"
            | "forest"
            | "eTree"
            | "eLeaf"
            | "analytic"
            | "monogr"
            | "imprint"
    )
}

/// Elements that stand among words.
fn is_phrase(name: &str) -> bool {
    matches!(
        name,
        "hi" | "emph"
            | "foreign"
            | "distinct"
            | "term"
            | "title"
            | "mentioned"
            | "soCalled"
            | "gloss"
            | "code"
            | "ident"
            | "gi"
            | "att"
            | "val"
            | "tag"
            | "kw"
            | "abbr"
            | "expan"
            | "ex"
            | "am"
            | "sic"
            | "corr"
            | "orig"
            | "reg"
            | "unclear"
            | "supplied"
            | "surplus"
            | "secl"
            | "damage"
            | "restore"
            | "redo"
            | "undo"
            | "mod"
            | "retrace"
            | "subst"
            | "num"
            | "measure"
            | "g"
            | "c"
            | "w"
            | "pc"
            | "m"
            | "s"
            | "cl"
            | "phr"
            | "caesura"
            | "rhyme"
            | "forename"
            | "surname"
            | "roleName"
            | "nameLink"
            | "genName"
            | "addName"
            | "affiliation"
            | "email"
            | "idno"
            | "formula"
            | "metamark"
            | "lem"
            | "rdg"
            | "rdgGrp"
            | "wit"
            | "locus"
            | "role"
            | "roleDesc"
            | "actor"
    )
}

/// The form in a `choice` that stands in the source, or the first one.
pub(super) fn form_of_source(choice: Node<'_>) -> Option<Node<'_>> {
    let of_source = |form: &Node<'_>| matches!(name(*form), "sic" | "orig" | "abbr");
    elements(choice).find(of_source).or_else(|| elements(choice).next())
}

/// Whether the words of an element were deleted in the source, for good.
pub(super) fn is_deletion(node: Node<'_>) -> bool {
    let is_restored = || node.parent().is_some_and(|outer| name(outer) == "restore");
    name(node) == "del" && !is_restored() && !is_deleted_space(node)
}

/// Whether a deletion takes nothing but white space out of a word, which is
/// whole after it.
pub(super) fn is_deleted_space(node: Node<'_>) -> bool {
    name(node) == "del"
        && node.has_children()
        && node.children().all(|inner| inner.text().is_some_and(is_blank))
}

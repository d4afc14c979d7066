//! What is no running text: dictionaries, catalogues, inscriptions, and what
//! leads from one document to another.

use super::{article, exported, has, read, tei};

#[test]
fn an_entry_of_a_dictionary_is_a_paragraph() {
    let dictionary = include_str!("../words/fixtures/dictionary.xml");
    let text = read("text", dictionary);
    has(
        &text,
        "abbey ˈabi n sg\n\n1. eccl. a house of monks the abbey fell Stow abbaye\n2. its church",
    );
    has(&text, "\nabbot, head of an abbey only sense\n");
    let markdown = read("markdown", dictionary);
    has(&markdown, "**abbey** ˈabi *n sg*\n\n1.  *eccl.* a house of monks");
    let page = read("html", dictionary);
    has(&page, "<div class=\"sense\" data-n=\"1\">");
    has(&page, ".entryFree { margin");
    assert!(!read("html", &tei("<p>x</p>")).contains(".entryFree"));
}

#[test]
fn a_catalogue_is_what_it_says_of_a_manuscript() {
    let catalogue = include_str!("../words/fixtures/catalogue.xml");
    let found = exported("text", catalogue);
    let codes: Vec<&str> = found.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert!(!codes.iter().any(|message| message.contains("no text")), "{codes:?}");
    let text = read("text", catalogue);
    has(&text, "Utopia, Amaurot Library, MS 1, old 7\n\nSummary: Two works.\n");
    has(&text, "\n1. ff. 1r–4v Hythloday On Isles\n\nRubric: Hic incipit\n");
    has(&text, "\nExplicit: finis\n\nImperfect.\n");
    let page = read("html", catalogue);
    has(&page, "<div class=\"msItem\" data-n=\"1\">");
    has(&page, "<div class=\"origin\" data-label=\"Origin\">");
    assert!(!page.contains("data-label=\"Foliation\""));
    let german = catalogue.replace("<msDesc xml:lang=\"en\"", "<msDesc xml:lang=\"de\"");
    has(&read("html", &german), "data-label=\"Beschreibstoff\"");
}

/// Numbers have their units, and what is said of all hands or of a binding a label.
#[test]
fn a_catalogue_says_what_its_numbers_count() {
    let described = |inner: &str| {
        let text = tei("").replace("<text xml:lang=\"en\"><body></body></text>", "");
        let described =
            format!("<sourceDesc><msDesc><physDesc>{inner}</physDesc></msDesc></sourceDesc>");
        text.replace("</fileDesc>", &(described + "</fileDesc>"))
    };
    let extent = described(
        "<objectDesc><supportDesc><extent><measure unit=\"leaf\">112</measure>\
         <dimensions unit=\"mm\">\n<height>194</height>\n<width>110</width></dimensions></extent></supportDesc></objectDesc>\
         <handDesc><summary>Square script.</summary></handDesc><bindingDesc><p>Leather.</p></bindingDesc>",
    );
    assert!(
        read("text", &extent).starts_with("Extent: 112 leaf 194 × 110 mm\n"),
        "{}",
        read("text", &extent)
    );
    let page = read("html", &extent);
    has(&page, "data-unit=\"leaf\">112<");
    has(&page, "data-unit=\"mm\" data-by=\"\">110<");
    has(&page, "data-label=\"Hand\">Square script.");
    has(&page, "data-label=\"Binding\">Leather.");
    // In a sentence the unit stands beside the number.
    let sentence = tei("<p><measure unit=\"mm\">7</measure> mm</p>");
    assert_eq!(read("text", &sentence), "7 mm\n");
}

/// Kinds of divisions stand for the headings that editions of inscriptions do
/// without.
#[test]
fn parts_of_an_edition_are_told_apart() {
    let part = |kind: &str| format!("<div type=\"{kind}\"><ab>x</ab></div>");
    let page = article(&(part("edition") + &part("translation") + &part("letter")));
    has(&page, "data-type=\"edition\" data-label=\"Text\"");
    has(&page, "data-type=\"translation\" data-label=\"Translation\"");
    assert_eq!(page.matches("data-label").count(), 2);
    assert!(!article(&part("translation")).contains("data-label"));
}

/// Ancient texts are cited by numbers.
#[test]
fn a_passage_begins_with_its_number() {
    let part = |n: &str, inner: &str| format!("<div type=\"textpart\" n=\"{n}\">{inner}</div>");
    let text = part("1", &(part("1", "<p>a</p><p>b</p>") + &part("2", "<l>c</l><l>d</l>")));
    assert!(read("text", &tei(&text)).starts_with("1.1 a\n\nb\n\n    2 c\n    d\n"));
    has(&article(&text), "class=\"div\" data-type=\"textpart\" data-n=\"2\"><div class=\"l\">c<");
    let chapter = "<div type=\"book\" n=\"23\"><head>B</head><div type=\"chapter\" n=\"1\"><p>a</p></div></div>";
    assert_eq!(read("text", &tei(chapter)), "B\n\n1 a\n");
    let named = part("1", "<head>One</head><p>a</p>");
    assert!(read("text", &tei(&named)).starts_with("One\n\na\n"));
}

#[test]
fn a_pointer_shows_where_it_leads_and_not_the_way() {
    let label = |target: &str| {
        let page = article(&format!("<p><ptr target=\"{target}\"/></p>"));
        page.split_once("<span class=\"ui-added\">")
            .unwrap()
            .1
            .split_once('<')
            .unwrap()
            .0
            .to_owned()
    };
    assert_eq!(label("../lists/books.xml#cil"), "cil");
    assert_eq!(label("IIP-006.xml"), "IIP-006");
    assert_eq!(label("https://example.org/a.xml"), "https://example.org/a.xml");
}

#[test]
fn an_index_has_names_without_what_is_around_them() {
    let places = "<p>at <placeName>Camden,</placeName> and <persName ref=\"#a\">her</persName></p>\
                  <listPerson><person xml:id=\"a\"><persName><name type=\"full\">Ennia Asteria</name> \
                  <name type=\"gens\">Ennia</name></persName></person></listPerson>";
    let page = read("html", &tei(places));
    has(&page, "<span class=\"ui-name\">Camden</span>");
    has(&page, "<span class=\"ui-name\">Ennia Asteria</span>");
}

#[test]
fn what_other_files_have_is_told() {
    let include =
        "<p>a</p><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"b.xml\"/>";
    let found = exported("text", &tei(&include.repeat(2))).diagnostics;
    let message = "what xi:include stands for, here and 1 times more, is not read";
    assert!(found.iter().any(|told| told.message == message), "{found:?}");
}

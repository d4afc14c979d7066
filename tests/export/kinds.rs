//! Kinds of texts: speech, apparatus, records, corpora.

use super::{article, has, read};

/// Readings stand in a note with their witnesses, in a group or not, and those
/// about words elsewhere are no text.
#[test]
fn readings_say_where_they_are_from() {
    let readings = include_str!("../words/fixtures/readings.xml");
    let text = read("text", readings);
    has(&text, "Quod est[†1] verbum caelum[†2] est.\n");
    has(&text, "[†1] erat C; om. D\n\n[†2] coelum B; mare in rasura C Some say so.\n");
    has(&text, "the beginning was it.[†3]\n");
    has(&text, "[†3] the beginning] a beginning B\n");
    has(&text, "- 1 First] Furst C; Fyrst D\n- 2 other A\n");
    let page = read("html", readings);
    has(
        &page,
        "<span class=\"ui-added\">om.</span> <span class=\"ui-added ui-witnesses\">D</span>",
    );
}

/// Who speaks is told where it changes, and what happens is no word of theirs.
#[test]
fn a_conversation_can_be_read() {
    let spoken = include_str!("../words/fixtures/spoken.xml");
    let text = read("text", spoken);
    has(&text, "First speaker\nyou never (0.6) take this cat out for a walk [laughs]\n\nSecond");
    has(
        &text,
        "want to [phone rings] (.) any more so there\n\nand that is that\n\nnods\n\nthird\n",
    );
    has(&text, "what [The Times on the table] says\n");
    let page = read("html", spoken);
    has(&page, "<div class=\"u\"><span class=\"speaker ui-added\">Second speaker</span> yeah");
    has(&page, "want to <span class=\"incident\"><span class=\"desc\">phone rings</span></span> ");
}

/// What records say in parts is parted, and formulae are set.
#[test]
fn parts_that_nothing_parts() {
    let records = include_str!("../words/fixtures/records.xml");
    let text = read("text", records);
    has(&text, "bar1.mei First bar of the sonata\n");
    has(
        &text,
        "There are [two lines torn off] here. Cat Of cats {cats black} Cats see at night.\n",
    );
    has(&text, "Of Anna Berg in Wien Austria.\n");
    has(&text, "Berg, Anna, On cats, Journal, 3, 1–9, 1999\n\nRead it.\n");
    let page = read("html", records);
    has(&page, "<mfrac><mn>1</mn><mn>2</mn></mfrac>");
    has(&page, "<span id=\"page-2\" class=\"pb\" role=\"doc-pagebreak\" title=\"Page 2\"");
    let tokens = include_str!("../words/fixtures/tight-tokens.xml");
    has(&read("text", tokens), "Il etait une fois, dit «oui». New York parted again\n");
}

/// A note that only programs read has no marker, and markers keep away from
/// links before them.
#[test]
fn markers_are_for_readers() {
    let page = article("<p>a<note type=\"relation\" target=\"x.xml\"/> b</p>");
    assert_eq!(page, "<p>a b</p>");
    let page =
        article("<p><ref target=\"http://a.org\">a</ref> <note>b</note> c<note>d</note></p>");
    assert_eq!(page.matches("class=\"ui-note ui-added ui-next\"").count(), 1);
    assert_eq!(page.matches("class=\"ui-note ui-added\"").count(), 1);
}

/// A list of letters is no text, and can be read all the same.
#[test]
fn a_list_of_letters() {
    let list = include_str!("../words/fixtures/letter-list.xml");
    let text = read("text", list);
    has(
        &text,
        "Von: K., Karl, Wien, 1890-01-01\n\nAn: Berg, Anna\n\nVon: Berg, Anna, Februar oder",
    );
    let page = read("html", list);
    has(&page, "data-label=\"Von\"");
    has(&page, "<span class=\"ui-added\">1890-01-01</span>");
}

/// Each text of a corpus has its title and its notes.
#[test]
fn a_corpus_has_its_texts() {
    let letters = include_str!("../words/fixtures/letters.xml");
    let text = read("text", letters);
    has(&text, "[1] Wie im Brief 1.\n\n\n2. An Anna\n\nWien,");
    let page = read("html", letters);
    has(&page, "<h2 class=\"head ui-added\">2. An Anna</h2>");
    has(&page, ">2. An Anna</a>\n<ol>\n<li><a href=\"#wien-1-2-1890\">");
}

/// A heading without words is none to those who hear the page.
#[test]
fn a_heading_without_words() {
    const TEXT: &str = "<div><head>A</head><div><head/><p>one</p></div>\
                        <div><head><pb n=\"3\"/></head><p>two</p></div></div>";
    let page = article(TEXT);
    has(&page, "<div class=\"head\"></div>");
    assert!(page.contains("<h2 class=\"head\">A</h2>") && !page.contains("<h3"), "{page}");
    has(&page, "data-n=\"3\"");
}

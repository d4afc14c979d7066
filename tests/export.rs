//! What the reading edition, the book and the layer of annotations make of TEI.

mod kinds;
mod records;

use rubricate::export::{Content, Export};
use rubricate::{ExportOptions, Source, export, format};
use serde_json::Value;

use crate::samples;

fn tei(text: &str) -> String {
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>\
         </fileDesc></teiHeader><text xml:lang=\"en\"><body>{text}</body></text></TEI>"
    )
}

fn exported(name: &str, tei: &str) -> Export {
    export(tei, format(name).unwrap(), &ExportOptions::default()).unwrap()
}

/// The article of the page for `text`, in one line.
fn article(text: &str) -> String {
    let page = String::from_utf8(exported("html", &tei(text)).content.bytes().to_vec()).unwrap();
    let article = page.split_once("<article>").unwrap().1.split_once("</article>").unwrap().0;
    article.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn has(text: &str, part: &str) {
    assert!(text.contains(part), "no {part} in {text}");
}

#[test]
fn every_fifth_line_has_its_number() {
    let verse = article("<lg><l n=\"4\">a</l><l n=\"5\">b</l><l n=\"6\" part=\"F\">c</l></lg>");
    has(&verse, "<div class=\"l\">a</div><div class=\"l\" data-n=\"5\">b</div>");
    has(&verse, "<div class=\"l\" data-part=\"F\">c</div>");
}

/// The other forms of a word follow it as a whole, whatever part of it they
/// are given for.
#[test]
fn forms_follow_their_word() {
    let line = |format: &str, text: &str| {
        let exported = exported(format, &tei(&format!("<p>{text}</p>")));
        let text = String::from_utf8(exported.content.bytes().to_vec()).unwrap();
        let line = text.lines().find(|line| line.contains("the word")).unwrap_or_default();
        line.trim_start_matches('{').trim_end_matches("\\par}").to_owned()
    };
    let form = |source: &str, other: &str| {
        format!("<choice><sic>{source}</sic><corr>{other}</corr></choice>")
    };
    for (text, read) in [
        (format!("the word {}.", form("teh", "the")), "the word teh [the]."),
        (
            format!("the word half{}end, so", form("wrod", "word")),
            "the word halfwrodend [halfwordend], so",
        ),
        (
            format!("the word {}nter{} is", form("v", "u"), form("ſ", "s")),
            "the word vnterſ [unters] is",
        ),
        (
            "the word d<choice>\n<reg>u</reg>\n<orig>v</orig></choice>rch".into(),
            "the word dvrch [durch]",
        ),
        (
            format!("the word D<hi>{}</hi>rer<note>n</note>.", form("v", "u")),
            "the word Dvrer[1] [Durer].",
        ),
        (format!("the word sla{}<lb break=\"no\"/>es", form("n", "u")), "the word slanes [slaues]"),
        (format!("the word ab{}<lb/>ef", form("c", "d")), "the word abc [abd] ef"),
        (format!("the word 漢{}研究", form("宇", "字")), "the word 漢宇 [字]研究"),
        (
            format!("the word a{}f", form(&format!("b{}", form("c", "d")), "e")),
            "the word abcf [aef] [bdf]",
        ),
    ] {
        assert_eq!(line("text", &text), read);
    }
    let text = format!("the word half{}end", form("wrod", "word"));
    assert_eq!(line("markdown", &text), "the word halfwrodend \\[halfwordend\\]");
    assert_eq!(line("latex", &text), "the word halfwrodend {[}halfwordend{]}");
    has(
        &article(&format!("<p>{text}</p>")),
        "half<span class=\"choice\"><span class=\"sic\" title=\"sic\">wrod</span></span>end <span class=\"alternative\">\
         <span class=\"ui-added ui-repeated\">half</span><span class=\"corr\" title=\"corr\">word</span>\
         <span class=\"ui-added ui-repeated\">end</span></span></p>",
    );
}

/// The first line of the text.
fn line(format: &str, text: &str) -> String {
    let exported = exported(format, &tei(&format!("<p>{text}</p>")));
    let text = String::from_utf8(exported.content.bytes().to_vec()).unwrap();
    text.lines().next().unwrap_or_default().to_owned()
}

/// Where deletions cannot be shown, the text is that after them.
#[test]
fn what_was_deleted_follows_its_word() {
    for (text, read) in [
        ("ha<subst><del>s</del><add>d</add></subst> gone", "had ⟦has⟧ gone"),
        ("ha<subst>\n <del>s</del>\n <add>d</add>\n</subst>.", "had ⟦has⟧."),
        ("ha<del>s</del><add>d</add>, so", "had ⟦has⟧, so"),
        ("ha<add>d</add><del>s</del>, so", "had ⟦has⟧, so"),
        ("He <del>went</del> came", "He ⟦went⟧ came"),
        ("<del>Gone</del> is <del>all\n of it</del>.", "⟦Gone⟧ is ⟦all of it⟧."),
        ("walk<del>ed</del><add>s</add><add>!</add>", "walks ⟦walked⟧!"),
        ("e<restore><del>v</del></restore>er", "ever"),
        ("a<subst><add>1</add><del>2</del><add>3</add></subst>b", "a13b ⟦a2b⟧"),
        ("so <del/><add>on</add>", "so on"),
        ("sure <subst><del><gap/>w</del><add>this </add></subst>was", "sure this ⟦[…]w⟧ was"),
        ("his <del>princip </del>preference", "his ⟦princip⟧ preference"),
        ("walk<del> away</del>, so", "walk ⟦away⟧, so"),
        ("<del>un</del>happy", "happy ⟦unhappy⟧"),
        ("so <del><gap/></del>", "so ⟦[…]⟧"),
        ("s<del> </del>ubtle, and dis<add>t<del> </del>inct</add>", "subtle, and distinct"),
    ] {
        assert_eq!(line("text", text), read, "{text}");
    }
    let shown = article("<p>ha<subst><del>s</del><add>d</add></subst></p>");
    has(&shown, "ha<span class=\"subst\"><del class=\"del struck\" title=\"del\">s</del><ins ");
}

/// As in print; where it is corrected, the correction says as much.
#[test]
fn a_mistake_of_the_source_is_told() {
    for (text, read) in [
        ("we <sic>recieved</sic> it", "we recieved [sic] it"),
        ("we rec<sic>ie</sic>ved, so", "we recieved [sic], so"),
        ("<sic>all wrong</sic>.", "all wrong [sic]."),
        ("a <choice><sic>teh</sic><corr>the</corr></choice> b", "a teh [the] b"),
        ("a <sic/> b", "a b"),
    ] {
        assert_eq!(line("text", text), read, "{text}");
    }
    has(&read("markdown", &tei("<p>we <sic>recieved</sic> it</p>")), "recieved \\[sic\\] it");
    let page = article("<p>rec<sic>ie</sic>ved, so</p>");
    has(&page, "ie</span>ved <span class=\"ui-added ui-sic\">[sic]</span>, so</p>");
}

/// Notes keep their tie, whatever their sign is.
#[test]
fn a_note_is_called_as_in_the_source() {
    let marker =
        |id: &str, sign: &str| format!("<ref type=\"noteAnchor\" target=\"#{id}\">{sign}</ref>");
    let note = |id: &str, sign: &str| {
        format!("<note xml:id=\"{id}\" n=\"{sign}\"><p>{id}</p><p>{id}2</p></note>")
    };
    let text = format!(
        "<div><head>H{}</head><p>a{} b{} c{}</p>{}{}{}{}</div>",
        marker("w", "‡"),
        marker("x", "*"),
        marker("y", "[†]"),
        marker("z", "(1)"),
        note("w", "‡"),
        note("x", "*"),
        note("y", "†"),
        note("z", "1"),
    );
    let markdown = read("markdown", &tei(&text));
    has(&markdown, "a[^x] b[^y] c[^1]\n");
    has(&markdown, "[^x]: x\n\n    x2\n\n[^y]");
    let latex = read("latex", &tei(&text));
    has(&latex, "{H\\protect\\signmark{‡}}\n\\signtext{‡}{w\\par w2}");
    has(
        &latex,
        "a\\signnote{\\textasteriskcentered{}}{x\\par x2} b\\signnote{†}{y\\par y2} c\\footnote[1]{z\\par z2}",
    );
    has(&read("text", &tei(&text)), "a[*] b[†] c[1]\n");
}

/// A correction without words takes words away.
#[test]
fn a_form_without_words_is_a_dash() {
    let text = "the <choice><sic>the</sic><corr/></choice> end";
    assert_eq!(line("text", text), "the the [–] end");
    assert_eq!(line("text", "<choice><sic/><corr>The</corr></choice> end"), "[The] end");
    assert_eq!(line("text", "a no<choice><sic>ne</sic><corr/></choice>"), "a none [no]");
}

#[test]
fn a_character_without_a_key_is_what_it_is_declared_as() {
    let declared = "<encodingDesc><charDecl><char xml:id=\"con\"><mapping>ꝯ</mapping>\
                    <mapping type=\"normalized\">con</mapping></char></charDecl></encodingDesc>";
    let text = "<p>d<choice><sic>e</sic><corr>i</corr></choice><g ref=\"#con\"/>t <g ref=\"#con\"/>tra <g type=\"manicule\"/></p><div><head><g ref=\"#con\"/>tra</head></div>";
    let tei = tei(text).replace("</fileDesc>", &format!("</fileDesc>{declared}"));
    let read =
        |format: &str| String::from_utf8(exported(format, &tei).content.bytes().to_vec()).unwrap();
    has(&read("text"), "decont [dicont] contra [manicule]\n");
    has(
        &read("html"),
        "<span class=\"g\">con</span>tra <span class=\"g ui-added\">[manicule]</span>",
    );
    has(&read("html"), "\">contra</a>");
    has(&read("latex"), "contra {[}manicule{]}");
}

/// What a format makes of a document, as text.
fn read(format: &str, tei: &str) -> String {
    String::from_utf8(exported(format, tei).content.bytes().to_vec()).unwrap()
}

#[test]
fn ruby_says_how_words_are_read() {
    let text = "<p>in <ruby><rb>道</rb><rt>みち</rt></ruby> so</p>";
    has(
        &article(text),
        "in <ruby class=\"ruby\"><span class=\"rb\">道</span><rt class=\"rt\">みち</rt></ruby> so",
    );
    let plain = exported("text", &tei(text));
    has(&String::from_utf8_lossy(plain.content.bytes()), "in 道(みち) so");
}

#[test]
fn heads_begin_anew_on_each_page() {
    let chapter =
        |n: usize| format!("<div><head>Chapter {n}</head><p>{}</p></div>", "word ".repeat(30_000));
    let part = format!("<div><head>Part</head>{}{}</div>", chapter(1), chapter(2));
    let options = ExportOptions { split: true, ..ExportOptions::default() };
    let site = export(&tei(&part), format("html").unwrap(), &options).unwrap().content;
    let Content::Files(files) = site else { panic!("one file") };
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["index.html", "style.css", "enhance.js"]);
    let page = |wanted: &str| {
        let pages = files.iter().map(|(_, page)| String::from_utf8_lossy(page));
        pages.into_iter().find(|page| page.contains(wanted)).unwrap().into_owned()
    };
    has(&page("Chapter 1</h"), ">Chapter 1</h2>");
    has(&page("Chapter 2</h"), ">Chapter 2</h2>");
}

#[test]
fn a_note_on_readings_stands_with_them_once() {
    let text = "<p>a <app><lem>b</lem><rdg wit=\"#K\">c</rdg><note>cf. K</note></app> d</p>";
    let page = article(text);
    assert_eq!(page.matches("cf. K").count(), 1);
    assert_eq!(page.matches("id=\"app-1-ref\"").count(), 1);
    has(
        &page,
        "</span><a class=\"ui-note ui-added\" id=\"app-1-ref\" href=\"#app-1\" role=\"doc-noteref\">†1</a> d</p>",
    );
}

#[test]
fn an_apparatus_apart_from_the_text_is_a_list() {
    let page = article("<listApp><app><rdg>x</rdg><note>not y</note></app></listApp>");
    has(&page, "<ul><li class=\"app\">");
    has(&page, "<div class=\"note\">not y</div></li></ul>");
}

/// Tokens of a corpus are words of a sentence.
#[test]
fn tokens_are_running_words() {
    for (tokens, read) in [
        ("<w>Go</w>\n<w>on</w>\n<pc>,</pc>\n<w>he</w> <w>said</w>\n<pc>.</pc>", "Go on, he said."),
        ("<w join=\"right\">l’</w>\n<w>eau</w> <pc>(</pc> <w>a</w> <pc>)</pc>", "l’eau (a)"),
        (
            "<w>do</w> <w join=\"left\">n't</w> <w>and</w> <pc join=\"both\">/</pc> <w>or</w>",
            "don't and/or",
        ),
        ("<s><w>A</w> <name><w join=\"right\">O</w></name> <pc>'</pc> <w>B</w></s>", "A O' B"),
        ("<pc>«</pc> <w>ja</w> <pc>»</pc>", "« ja »"),
    ] {
        assert_eq!(line("text", tokens), read);
        has(&read_article(tokens), read);
    }
}

/// The words of the article for a paragraph.
fn read_article(text: &str) -> String {
    let page = article(&format!("<p>{text}</p>"));
    let words = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    words.collect()
}

#[test]
fn the_lines_of_an_address_stand_together() {
    let address = "<opener><address><addrLine>M. <persName>Gide</persName></addrLine>\
                   <addrLine>Paris</addrLine></address><salute>Sir</salute></opener>";
    let text = read("text", &tei(address));
    assert_eq!(text, "M. Gide\nParis\n\nSir\n");
    has(&read("markdown", &tei(address)), "\n\nM. Gide\\\nParis\n\nSir\n");
    has(&article(address), "<a id=\"person-gide-1\" class=\"name person\" href=\"#person-gide\"");
}

/// What a reference without words leads to is said, whatever that is.
#[test]
fn pointers_without_words() {
    for (text, read) in [
        ("(see <ptr target=\"bib:Gide1937_01\"/>, 7)", "(see Gide1937_01, 7)"),
        ("at <ptr target=\"https://example.org/a\"/>.", "at https://example.org/a."),
        ("<ptr target=\"#x\" n=\"4\"/><anchor xml:id=\"x\"/>", "4"),
        ("in <ptr target=\"../letters/l7.xml\"/>", "in l7"),
        ("a <ptr target=\"#gone\"/>", "a"),
        ("best<ptr target=\"l7.xml\"/> it", "best [l7] it"),
    ] {
        assert_eq!(line("text", text), read);
        has(&read_article(text), read);
    }
    let page = read("latex", &tei("<p>at <ptr target=\"https://example.org/a\"/>.</p>"));
    has(&page, "at \\href{https://example.org/a}{https://example.org/a}.");
    assert!(!read("markdown", &tei("<p>a</p>").replace(" xml:lang=\"en\"", "")).contains("lang:"));
}

#[test]
fn readings_and_translations_say_what_they_are_of() {
    let list = "<listApp><app loc=\"5-6\"><lem>a</lem><rdg>b</rdg></app></listApp>";
    has(&article(list), "<li class=\"app\" data-loc=\"5-6\">");
    has(&read("text", &tei(list)), "- 5-6 a] b\n");
    let page = article(
        "<div type=\"edition\"><p>a</p></div><div type=\"translation\" xml:lang=\"eng\"><p>b</p></div>\
         <div type=\"translation\" xml:lang=\"fra\"><p>c</p></div>",
    );
    has(&page, "data-label=\"Text\"");
    has(&page, "data-label=\"Translation (en)\"");
    has(&page, "data-label=\"Translation (fr)\"");
}

/// Nobody hears a link without words.
#[test]
fn a_name_without_words_is_no_link() {
    let page = article("<p>a <placeName ref=\"#x\"/> b <persName ref=\"#y\">C</persName></p>");
    has(&page, "<span id=\"place-x-1\" class=\"name place\"");
    has(&page, "<a id=\"person-c-1\"");
}

/// A head with a picture in it is a heading that HTML does not count.
#[test]
fn heads_with_blocks_leave_no_gap_in_the_levels() {
    let page =
        article("<div><head><figure><p>x</p></figure>A</head><div><head>B</head></div></div>");
    has(&page, "role=\"heading\" aria-level=\"2\"");
    has(&page, "<h2 class=\"head\">B</h2>");
}

#[test]
fn a_document_in_an_example_is_no_text_of_its_own() {
    let example = "<div xml:id=\"d\"><egXML xmlns=\"http://www.tei-c.org/ns/Examples\"><TEI><text><body>\
                   <p>once</p></body></text></TEI></egXML></div>";
    assert_eq!(article(example).matches("once").count(), 1);
}

#[test]
fn the_time_line_goes_by_years() {
    let entry = |day: &str| format!("<div n=\"{day}\" type=\"entry\"><p>x</p></div>");
    let text = [entry("1937-01-11"), entry("1936-11-21"), entry("1937-05-08")].concat();
    let page = exported("html", &tei(&text));
    let page = String::from_utf8(page.content.bytes().to_vec()).unwrap();
    let years: Vec<&str> =
        page.split("<span class=\"ui-year\">").skip(1).map(|after| &after[..4]).collect();
    assert_eq!(years, ["1936", "1937"]);
    let at = |day: &str| page.find(&format!("<span class=\"ui-when\">{day}")).unwrap();
    assert!(at("1936-11-21") < at("1937-01-11") && at("1937-01-11") < at("1937-05-08"));
    has(&page, "<a href=\"#ui-time\">Time line</a>");
}

#[test]
fn the_page_asks_for_nothing_and_tells_what_it_is() {
    let page = exported("html", &tei("<p>x</p>"));
    let page = String::from_utf8(page.content.bytes().to_vec()).unwrap();
    for remote in ["src=\"http", "@import", "url(http", "<link rel=\"stylesheet\""] {
        assert!(!page.contains(remote), "{remote}");
    }
    has(&page, "<meta name=\"DC.title\" content=\"T\">");
    let data = page.split_once("ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!((&data["@context"], &data["name"]), (&"https://schema.org".into(), &"T".into()));
}

#[test]
fn of_two_persons_with_one_identifier_the_first_counts() {
    let people = "<div><listPerson><person xml:id=\"a\"><persName>Ann Ash</persName></person>\
                  <person xml:id=\"a\"><persName>Bo</persName></person></listPerson>\
                  <p><persName ref=\"#a\">She</persName></p></div>";
    has(&article(people), "title=\"Ann Ash\">She</a>");
}

#[test]
fn an_index_has_surnames_first() {
    let people = "<p><persName><forename>Ann</forename> <surname>Ash</surname></persName></p>";
    let page = exported("html", &tei(people));
    let page = String::from_utf8(page.content.bytes().to_vec()).unwrap();
    has(&page, "<span class=\"ui-name\">Ash, Ann</span>");
}

#[test]
fn a_title_page_is_set_as_one() {
    let page = "</p></body></text><text><front><titlePage><docAuthor>A</docAuthor><docTitle>\
                <titlePart>B</titlePart></docTitle></titlePage></front><body><p>c";
    let latex = exported("latex", &tei(&format!("<p>{page}</p>")));
    let latex = String::from_utf8(latex.content.bytes().to_vec()).unwrap();
    has(&latex, "{\\centering A\\par}");
    has(&latex, "{\\centering\\LARGE B\\par}");
    let plain =
        String::from_utf8(exported("latex", &tei("<p>c</p>")).content.bytes().to_vec()).unwrap();
    has(&plain, "\\title{T}");
    has(&plain, "\\maketitle");
}

#[test]
fn a_heading_in_print_has_its_note_outside() {
    let text = "<div><head>One<note>why</note></head><p>a<note>b</note></p></div><div><head>Two</head><p/></div>";
    let latex = String::from_utf8(exported("latex", &tei(text)).content.bytes().to_vec()).unwrap();
    has(&latex, "\\section[{One}]{One\\protect\\footnotemark[1]}\n\\footnotetext[1]{why}");
    has(&latex, "a\\footnote[2]{b}");
}

#[test]
fn paragraphs_in_print_go_their_own_way() {
    let latex = |text: &str, language: &str| {
        let tei =
            tei(text).replace("xml:lang=\"en\"><body>", &format!("xml:lang=\"{language}\"><body>"));
        String::from_utf8(exported("latex", &tei).content.bytes().to_vec()).unwrap()
    };
    let hebrew = "<p xml:lang=\"he\">שלום<note xml:lang=\"en\">peace</note></p><p>so</p>";
    let mixed = latex(hebrew, "en");
    has(&mixed, "\\usepackage[bidi=basic]{babel}\n\\babelprovide[import, main]{english}");
    has(&mixed, "{\\selectlanguage{hebrew}שלום\\protect\\footnotemark[1]\\par}\n");
    has(&mixed, "\\footnotetext[1]{\\selectlanguage{english}peace}\n");
    has(&mixed, "{so\\par}");
    let inverse = latex("<p>שלום</p><p xml:lang=\"fr\">so</p>", "he");
    has(&inverse, "\\babelprovide[import, main]{hebrew}");
    has(&inverse, "{שלום\\par}\n\n{\\selectlanguage{english}so\\par}");
    let div =
        "<div xml:lang=\"he\"><head>שלום</head><table><row><cell>שלום</cell></row></table></div>";
    let turned = latex(div, "en");
    has(
        &turned,
        "\\selectlanguage{hebrew}\n\\section[{שלום}]{שלום}\n\n\\selectlanguage{english}\n",
    );
    has(&turned, "\\selectlanguage{hebrew}\n\\begin{longtable}");
    has(&turned, "\\end{longtable}\n\n\\selectlanguage{english}\n");
    let table = "<table xml:lang=\"he\"><row><cell>שלום</cell></row></table>";
    has(&latex(table, "en"), "\\selectlanguage{hebrew}\n\\begin{longtable}");
    assert!(!latex(table, "he").contains("\\selectlanguage"));
    // A letter may be written as a number.
    let numbers = latex("<p xml:lang=\"he\">&#x5E9;&#x5DC;</p><p>&#x231C;</p>", "en");
    has(&numbers, "\\script{hebrew}{Noto Serif Hebrew}");
    has(&numbers, "\\fallback{Noto Sans Math}");
    // Letters of another script go their way by themselves, and so do words
    // that are transcribed.
    let latin = latex("<p xml:lang=\"he\">shalom</p><p>子曰</p>", "fr");
    has(&latin, "\\usepackage{babel}\n\\babelprovide[import, main]{french}");
    has(&latin, "\\babelprovide[import, onchar=ids]{japanese}");
    has(&latin, "{shalom\\par}");
}

/// What the Web Annotation Data Model wants of an annotation, and that its
/// selectors find the passage.
fn resolve(page: &Value, transcription: &str) -> usize {
    let characters: Vec<char> = transcription.chars().collect();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().unwrap();
    assert_eq!(page["partOf"]["total"], items.len());
    let mut ids = std::collections::BTreeSet::new();
    for item in items {
        assert_eq!(item["type"], "Annotation");
        let id = item["id"].as_str().unwrap();
        assert!(id.starts_with("urn:uuid:") && ids.insert(id), "{id}");
        let target = &item["target"];
        assert!(!target["source"].as_str().unwrap().is_empty());
        let [position, quote] = target["selector"].as_array().unwrap().as_slice() else {
            panic!("{target}")
        };
        assert_eq!(position["type"], "TextPositionSelector");
        assert_eq!(quote["type"], "TextQuoteSelector");
        let at = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
        let exact: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"], exact, "{item}");
        let around = ["prefix", "exact", "suffix"].map(|key| quote[key].as_str().unwrap());
        assert!(transcription.contains(&around.concat()), "{quote}");
    }
    items.len()
}

#[test]
fn annotations_find_their_passages() {
    let mut all = 0;
    for sample in samples::all() {
        let page = exported("annotations", &sample.convert().tei);
        let page: Value = serde_json::from_slice(page.content.bytes()).unwrap();
        let mut text = Source::read(&sample.transcription, None).unwrap().text().to_owned();
        if sample.transcription.windows(2).any(|pair| pair == b"\r\n") {
            text = text.replace('\n', "\r\n");
        }
        all += resolve(&page, &text);
    }
    assert!(all > 300, "{all}");
}

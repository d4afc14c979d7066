//! Documents with very many of one thing: what an export costs grows with the
//! document and no faster.
//!
//! No time is asserted, but where a writer looks back over what it has written,
//! or asks all siblings of each, these tests take minutes.

use rubricate::export::Content;
use rubricate::{ExportOptions, export, format};

/// How many there are.
const MANY: usize = 20_000;

/// A document with `body` as its text and `facts` beside it.
fn tei(facts: &str, body: &str) -> String {
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>\
         </fileDesc></teiHeader><standOff>{facts}</standOff><text xml:lang=\"en\"><body>{body}</body></text></TEI>"
    )
}

fn many(of: impl Fn(usize) -> String) -> String {
    (0..MANY).map(of).collect()
}

fn exported(name: &str, split: bool, tei: &str) -> Content {
    let options = ExportOptions { split, ..ExportOptions::default() };
    export(tei, format(name).unwrap(), &options).unwrap().content
}

/// Exports `tei` to a format for each way that text is written; both have the
/// last word.
#[track_caller]
fn floods(tei: &str, last: &str) {
    for name in ["html", "markdown"] {
        let content = exported(name, false, tei);
        let text = String::from_utf8_lossy(content.bytes());
        assert!(text.contains(last), "no {last} in {name}: {text:.300}");
    }
}

#[test]
fn of_notes() {
    let body = many(|at| format!("word<note>n{at}</note> "));
    let tei = tei("", &format!("<p>{body}</p>"));
    floods(&tei, "n19999");
    for name in ["text", "latex", "json"] {
        let content = exported(name, false, &tei);
        assert!(String::from_utf8_lossy(content.bytes()).contains("n19999"), "{name}");
    }
    let book = exported("epub", false, &tei);
    assert!(book.bytes().len() > MANY);
    let table = exported("csv", false, &tei);
    assert_eq!(String::from_utf8_lossy(table.bytes()).lines().count(), MANY + 1);
    let layer: serde_json::Value =
        serde_json::from_slice(exported("annotations", false, &tei).bytes()).unwrap();
    assert_eq!(layer["items"].as_array().unwrap().len(), MANY);
}

#[test]
fn of_divisions() {
    let body = many(|at| format!("<div><head>Head {at}</head><p>w{at}</p></div>"));
    let tei = tei("", &body);
    floods(&tei, "w19999");
    let Content::Files(pages) = exported("html", true, &tei) else { panic!("one file") };
    assert!(pages.len() < 1100, "{} pages", pages.len());
    let (name, last) = pages.iter().rfind(|(_, page)| page.starts_with(b"<!DOCTYPE")).unwrap();
    assert!(String::from_utf8_lossy(last).contains("w19999"), "not in {name}");
}

#[test]
fn of_persons() {
    let persons =
        many(|at| format!("<person xml:id=\"p{at}\"><persName>Name {at}</persName></person>"));
    let body = many(|at| format!("<persName ref=\"#p{at}\">w{at}</persName> "));
    let facts = format!("<listPerson>{persons}</listPerson>");
    floods(&tei(&facts, &format!("<p>{body}</p>")), "w19999");
    let body = many(|at| format!("<persName ref=\"#p7\">w{at}</persName> "));
    floods(&tei(&facts, &format!("<p>{body}</p>")), "w19999");
}

#[test]
fn of_looks() {
    let marks = "<hi rend=\"italic\"/> ".repeat(MANY);
    floods(&tei("", &format!("<p>a{marks}b last</p>")), "last");
    let marks = "<hi rend=\"italic\"> </hi>".repeat(MANY);
    floods(&tei("", &format!("<p>{marks}b last</p>")), "last");
    let words = "<hi rend=\"italic\">a</hi>".repeat(MANY);
    floods(&tei("", &format!("<p>{words} last</p>")), "last");
}

#[test]
fn of_cells_and_items() {
    let cells = "<cell>a</cell>".repeat(MANY);
    floods(&tei("", &format!("<table><row>{cells}<cell>last</cell></row></table>")), "last");
    floods(&tei("", &format!("<table>{cells}<cell>last</cell></table>")), "last");
    let empty = "<p><hi rend=\"italic\"/></p>".repeat(MANY);
    let cell = format!("<table><row><cell>{empty}last</cell></row></table>");
    floods(&tei("", &cell), "last");
    let items = format!("<list>{}<item>last</item></list>", "<p>a</p>".repeat(MANY));
    floods(&tei("", &items), "last");
    let nested = "<item>a<list><item>b</item></list></item>".repeat(MANY);
    floods(&tei("", &format!("<list>{nested}<item>last</item></list>")), "last");
}

#[test]
fn of_forms_and_readings() {
    let forms = "<reg>a</reg>".repeat(MANY);
    floods(&tei("", &format!("<p><choice>{forms}</choice> last</p>")), "last");
    let words = "a<choice><sic>b</sic><corr>c</corr></choice>".repeat(MANY);
    floods(&tei("", &format!("<p>{words} last</p>")), "last");
    let readings = "<rdg>a</rdg>".repeat(MANY);
    floods(&tei("", &format!("<p><app>{readings}</app> last</p>")), "last");
}

#[test]
fn of_pictures() {
    let pictures = "<graphic url=\"a.png\"><desc>b</desc></graphic>".repeat(MANY);
    floods(&tei("", &format!("<figure>{pictures}</figure><p>last</p>")), "last");
}

#[test]
fn of_lines() {
    let lines = "a<lb/>".repeat(10 * MANY);
    floods(&tei("", &format!("<p>{lines}last</p>")), "last");
}

#[test]
fn of_texts_that_point_to_each_other() {
    let texts = many(|at| {
        format!(
            "<TEI><teiHeader/><text><body><p xml:id=\"p{at}\">w{at} <ref target=\"#p{}\">x</ref></p></body></text></TEI>",
            MANY - 1 - at
        )
    });
    let corpus =
        format!("<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>{texts}</teiCorpus>");
    floods(&corpus, "w19999");
}

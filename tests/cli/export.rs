//! What `export` is given that it cannot use, or hardly: a message or the
//! result, never a panic, and always the words.

use crate::support::{Run, Test};

const FORMATS: [&str; 9] =
    ["html", "epub", "text", "markdown", "latex", "json", "annotations", "csv", "tei"];

fn tei(body: &str) -> String {
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader/>\n<text><body>{body}</body></text>\n</TEI>\n"
    )
}

/// Exports `in.xml` to every format.
fn to_each(test: &Test) -> impl Iterator<Item = Run> {
    FORMATS.iter().map(|format| test.run(&format!("export in.xml --to {format}")))
}

#[track_caller]
fn refused(input: &str, message: &str) {
    let test = Test::new().file("in.xml", input);
    for run in to_each(&test) {
        run.status(2).one_error(message).stdout("");
    }
    let run = test.run("export in.xml --to html -o out.html");
    run.status(2);
    assert_eq!(test.names("."), ["in.xml"]);
}

#[test]
fn no_tei() {
    refused("", "in.xml:1:1: error[not-well-formed]: the document has no root element");
    refused("May 8, 1937\n", "in.xml:1:1: error[not-well-formed]: ");
    refused("<html><p>a</p></html>", "error[not-tei]: the root element is html in no namespace");
    refused("<!DOCTYPE TEI [%x;]>\n<TEI/>", "in.xml:1:1: error[doctype-refused]: ");
    for p4 in ["<TEI.2/>", "<!DOCTYPE TEI.2 SYSTEM \"x.dtd\" [%x;]>\n<TEI.2/>"] {
        refused(p4, "error[not-tei]: the document is TEI P4, whose root element is TEI.2");
    }
    refused("{\"format\": \"other\"}", "error: in.xml: this is no TEI document in JSON: ");
    refused("{", "error: in.xml: this is no TEI document in JSON: ");
}

#[test]
fn ill_formed() {
    refused(&tei("<p>a</div>"), "in.xml:3:");
    refused(&tei("<p>a &nbsp; b</p>"), "the entity &nbsp; is not defined");
    refused(&tei("<p a='1' a='2'/>"), "in.xml:3:");
    refused(&tei("<p>\u{1}</p>"), "XML cannot hold the character U+0001");
}

#[test]
fn nested_too_deep() {
    let deep = |depth: usize| tei(&format!("{}x{}", "<seg>".repeat(depth), "</seg>".repeat(depth)));
    refused(&deep(10_000), "error[");
}

/// As deep as can be, of all that the writers nest in their ways.
#[test]
fn nested_deep() {
    for (start, end, depth) in [
        ("<div><p>a</p>", "</div>", 1000),
        ("<quote><p>a</p>", "</quote>", 1000),
        ("<list><item>a", "</item></list>", 500),
        ("<p>a<note>b", "</note></p>", 500),
        ("<hi rend='italic'>a", "</hi>", 1000),
        ("<table><row><cell>a", "</cell></row></table>", 300),
        ("<choice><sic>a</sic><corr>b", "</corr></choice>", 500),
        ("<app><lem>a", "</lem><rdg>b</rdg></app>", 500),
        ("<zzz>a", "</zzz>", 1000),
    ] {
        let nested = format!("{}MIDDLE{}", start.repeat(depth), end.repeat(depth));
        let test = Test::new().file("in.xml", tei(&nested));
        for (format, run) in FORMATS.iter().zip(to_each(&test)) {
            let run = run.status(0);
            // A packed file, and tables of what is mentioned.
            if !matches!(*format, "epub" | "annotations" | "csv") {
                assert!(run.text().contains("MIDDLE"), "{start} as {format}: {:.500}", run.text());
            }
        }
    }
}

#[test]
fn a_target_that_leads_nowhere() {
    let test = Test::new().file(
        "in.xml",
        tei("\n<p>See <ref target=\"#gone\">page 5</ref> and <note target=\"#gone2\">a note</note>.</p>"),
    );
    for format in ["html", "text", "markdown", "latex"] {
        let run = test.run(&format!("export in.xml --to {format} --quiet")).status(1);
        assert!(run.text().contains("page 5") && run.text().contains("a note"));
        let warning =
            "in.xml:4:21: warning[unresolved-reference]: no element has the xml:id gone\n";
        assert!(run.stderr.contains(warning), "{}", run.stderr);
        assert!(run.stderr.contains("the words stay, without a link"));
        assert_eq!(run.stderr.matches("warning[").count(), 2, "{}", run.stderr);
    }
}

#[test]
fn many_targets_that_lead_nowhere_are_told_together() {
    let test = Test::new().file("in.xml", tei(&"<p><ref target='#x'>a</ref></p>".repeat(1000)));
    let run = test.run("export in.xml --to text").status(1);
    assert_eq!(run.stderr.matches("warning[").count(), 21);
    assert!(run.stderr.contains("980 more references lead nowhere"));
}

#[test]
fn identifiers_twice() {
    let body = "<p xml:id='a'>one</p><p xml:id='a'>two <ref target='#a'>three</ref></p>";
    let test = Test::new().file("in.xml", tei(body));
    let run = test.run("export in.xml --to html").status(1);
    assert!(run.stderr.contains("warning["), "{}", run.stderr);
    assert_eq!(run.text().matches("id=\"a\"").count(), 1);
    for word in ["one", "two", "three"] {
        assert!(run.text().contains(word));
    }
}

#[test]
fn notes_that_lead_to_each_other() {
    let body = "<p>x<ref target='#n1'>1</ref><note xml:id='n1'>alpha <ref target='#n2'>2</ref></note></p>\
        <note xml:id='n2'>beta <ref target='#n1'>1</ref> <ref target='#n2'>2</ref></note>";
    let test = Test::new().file("in.xml", tei(body));
    for format in ["html", "text", "markdown", "latex"] {
        let run = test.run(&format!("export in.xml --to {format}")).status(0);
        for word in ["alpha", "beta"] {
            assert_eq!(run.text().matches(word).count(), 1, "{format}");
        }
    }
}

#[test]
fn a_directory_and_a_missing_file() {
    let test = Test::new().directory("in.xml").file("good.xml", tei("<p>good</p>"));
    let run = test.run("export in.xml none.xml good.xml --to text --out-dir out").status(2);
    assert!(run.stderr.contains("error: in.xml: none of *.xml, *.tei is in this directory"));
    assert!(run.stderr.contains("error: none.xml: cannot be read: no such file"));
    assert_eq!(test.names("out"), ["good.txt"]);
}

#[test]
fn two_inputs_for_one_output() {
    let test =
        Test::new().file("a/letter.xml", tei("<p>a</p>")).file("b/letter.xml", tei("<p>b</p>"));
    test.run("export a/letter.xml b/letter.xml --to text").status(2).one_error("2 inputs for");
    let run = test.run("export a/letter.xml b/letter.xml --to text -o out.txt");
    run.status(2).one_error("2 inputs for one output, out.txt");
    let run = test.run("export a/letter.xml b/letter.xml --to text --out-dir out");
    run.status(2).one_error("letter.txt");
}

#[test]
fn json_there_and_back() {
    let page = "Paris, May 8, 1937. I saw _A.G._ again [1].\r\n\r\n1. At the hotel.\r\n";
    let test = Test::new().edition("a.xml", page);
    test.run("export a.xml --to json -o a.json").status(0);
    test.run("export a.json --to tei -o b.xml").status(0);
    assert_eq!(test.read("b.xml"), test.read("a.xml"));
    // Whatever reads an edition reads its JSON.
    test.run("restore a.json").status(0).stdout(page);
    let of_tei = test.run("export a.xml --to markdown").status(0).stdout;
    test.run("export a.json --to markdown").status(0).stdout(of_tei);
}

/// JSON has no encoding but UTF-8; the file gets back the one it declares.
#[test]
fn json_of_another_encoding() {
    let head = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n";
    let latin1 = encoding_rs::WINDOWS_1252.encode(&tei("<p>caf\u{e9}</p>")).0.into_owned();
    let file = [head.as_bytes(), &latin1].concat();
    let test = Test::new().file("a.xml", &file);
    test.run("export a.xml --to json -o a.json").status(0);
    test.run("export a.json --to tei -o b.xml").status(0);
    assert_eq!(test.read("b.xml"), file);
    test.run("restore a.json").status(0).stdout("caf\u{e9}");
}

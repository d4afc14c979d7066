//! What `validate` finds, in all formats, with its place.

use serde_json::Value;

use crate::support::{Test, edition};

/// A document with one wrong element, and the line and column of its tag.
fn wrong() -> (String, usize, usize) {
    let edition = edition("May 8, 1937, Paris. Two walks with “A & B” <here>.\n");
    let wrong = edition.replace("Two walks", "Two <persname>walks</persname>");
    assert_ne!(wrong, edition);
    let at = wrong.find("<persname>").unwrap();
    let line = wrong[..at].matches('\n').count() + 1;
    let column = wrong[..at].chars().rev().take_while(|c| *c != '\n').count() + 1;
    (wrong, line, column)
}

/// Validates that document and a valid one.
fn validate(format: &str) -> (String, usize, usize) {
    let (wrong, line, column) = wrong();
    let test = Test::new().file("wrong: 1,2.xml", wrong).edition("good.xml", "Words.\n");
    let mut command = test.command("validate --format");
    let output = command.args([format, "wrong: 1,2.xml", "good.xml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = "wrong: 1,2.xml: 1 error\ngood.xml: valid\n2 files: 1 clean, 1 with findings\n";
    assert_eq!(said, expected);
    (String::from_utf8(output.stdout).unwrap(), line, column)
}

#[test]
fn as_text() {
    let (text, line, column) = validate("text");
    let first = format!(
        "wrong: 1,2.xml:{line}:{column}: error[unexpected-element]: unexpected element persname\n"
    );
    assert!(text.starts_with(&first), "{text}");
    assert!(text.contains("did you mean persName?"), "{text}");
    assert!(text.contains("/en/html/ref-p.html"), "{text}");
    let (source, mark) = (text.lines().nth(1).unwrap(), text.lines().nth(2).unwrap());
    let at = mark.chars().position(|c| c == '^').unwrap();
    let marked: String = source.chars().skip(at).take(mark.matches('^').count()).collect();
    assert_eq!(marked, "<persname>");
}

#[test]
fn as_json() {
    let (text, line, column) = validate("json");
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["file"], "wrong: 1,2.xml");
    assert_eq!(found[0]["line"], line);
    assert_eq!(found[0]["column"], column);
    assert_eq!(found[0]["severity"], "error");
    assert_eq!(found[0]["code"], "unexpected-element");
}

/// Other programs are told of a file that could not be read, too.
#[test]
fn of_a_file_that_is_not_there() {
    let found = |format: &str| {
        let test = Test::new().edition("good.xml", "Words.\n");
        let mut command = test.command("validate --format");
        let output = command.args([format, "none.xml", "good.xml"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stdout).unwrap()
    };
    let json: Value = serde_json::from_str(&found("json")).unwrap();
    assert_eq!((&json[0]["file"], &json[0]["code"]), (&"none.xml".into(), &"unreadable".into()));
    assert!(found("junit").contains("<testsuite name=\"none.xml\" tests=\"1\" failures=\"1\">"));
    assert!(found("sarif").contains("\"ruleId\":\"unreadable\""));
}

/// An attribute is found although another one has its name in its value.
#[test]
fn of_an_attribute() {
    let (wrong, ..) = wrong();
    let value = "<date rend=\"x when=é\" when=\"yesterday\">walks</date>";
    let wrong = wrong.replace("<persname>walks</persname>", value);
    let directory = Test::new().file("wrong.xml", wrong);
    let run = directory.run("validate wrong.xml").status(1);
    let text = run.text();
    let (source, mark) = (text.lines().nth(1).unwrap(), text.lines().nth(2).unwrap());
    let at = mark.chars().position(|c| c == '^').unwrap();
    let marked: String = source.chars().skip(at).take(mark.matches('^').count()).collect();
    assert_eq!(marked, "when=\"yesterday\"", "{text}");
}

/// A schema that the document names and is not at hand: whose document it is
/// makes a difference.
#[test]
fn by_another_schema() {
    let remark = "info[schema-not-found]";
    let of = |xml: String| {
        let test = Test::new().file("a.xml", xml);
        String::from_utf8(test.command("validate a.xml").output().unwrap().stdout).unwrap()
    };
    let ours = edition("Words.\n");
    assert!(!of(ours.clone()).contains(remark));
    let strangers = ours.replace("<?rubricate record", "<?other record");
    assert!(of(strangers).contains(remark));
    // What follows another schema is not measured by ours.
    let test = Test::new().file("a.txt", "Words.\n");
    for profile in ["eltec", "dtabf"] {
        test.run(&format!("convert -q --profile {profile} a.txt -o a.xml")).status(0);
        let run = test.run("validate a.xml").status(2).stdout("");
        run.one_error(&format!(
            "error: a.xml: this edition is for {profile}; name a copy of https://"
        ));
    }
}

#[test]
fn as_sarif() {
    let (text, line, column) = validate("sarif");
    let log: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startLine"], line);
    assert_eq!(place["region"]["startColumn"], column);
    assert_eq!(place["artifactLocation"]["uri"], "wrong%3A%201%2C2.xml");
    assert_eq!(result["level"], "error");
    // Every rule that is named is described.
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
    assert_eq!(run["results"].as_array().unwrap().len(), 1);
}

#[test]
fn as_junit() {
    let (text, line, column) = validate("junit");
    let document = roxmltree::Document::parse(&text).unwrap();
    let suites: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
    assert_eq!(suites.len(), 2);
    assert_eq!(suites[0].attribute("failures"), Some("1"));
    assert_eq!(suites[1].attribute("failures"), Some("0"));
    let failures: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("failure")).collect();
    assert_eq!(failures.len(), 1);
    let place = format!("wrong: 1,2.xml:{line}:{column}: ");
    assert!(failures[0].text().unwrap().starts_with(&place), "{text}");
}

#[test]
fn as_annotations_of_github() {
    let (text, line, column) = validate("github");
    let start = format!("::error file=wrong%3A 1%2C2.xml,line={line},endLine={line},col={column},");
    assert!(text.starts_with(&start), "{text}");
    assert_eq!(text.lines().count(), 1);
}

/// With nothing to say, the formats that are documents are whole documents.
#[test]
fn nothing_found() {
    let test = Test::new().edition("good.xml", "Words.\n");
    test.run("validate --format json good.xml").status(0).stdout("[]\n");
    test.run("validate --format text good.xml").status(0).stdout("");
    test.run("validate --format github good.xml").status(0).stdout("");
    let sarif = test.run("validate --format sarif --quiet good.xml").status(0).stderr("");
    let log: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    let junit = test.run("validate --format junit good.xml").status(0);
    assert!(roxmltree::Document::parse(junit.text()).is_ok());
}

/// The order is that of the files, whoever is done first.
#[test]
fn the_same_with_several_jobs() {
    let (wrong, ..) = wrong();
    let mut test = Test::new();
    for index in 0..9 {
        test = test.file(&format!("{index}.xml"), &wrong);
    }
    let files = test.names(".").join(" ");
    let one = test.run(&format!("validate --jobs 1 {files}")).status(1);
    let four = test.run(&format!("validate --jobs 4 {files}")).status(1);
    assert_eq!(one.text(), four.text());
    assert_eq!(one.stderr, four.stderr);
    assert_eq!(one.text().matches("error[unexpected-element]").count(), 9);
}

#[test]
fn another_schema() {
    let schema = r#"<element name="TEI" ns="http://www.tei-c.org/ns/1.0"
        xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>"#;
    let test = Test::new()
        .file("own.rng", schema)
        .file("empty.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>\n")
        .edition("good.xml", "Words.\n");
    test.run("validate --schema own.rng empty.xml").status(0).stdout("");
    test.run("validate --schema own.rng good.xml").status(1);
    test.run("validate empty.xml").status(1);
    // A schema that the document names, beside it.
    let named = "<?xml-model href=\"own.rng\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\
                 <TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>\n";
    test.file("named.xml", named).run("validate named.xml").status(0).stdout("");
}

//! Reports for programs: a line of JSON for each file, on standard error.

use serde_json::Value;

use crate::support::{Run, Test, edition};

fn lines(run: &Run) -> Vec<Value> {
    run.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn of_restore() {
    let edited = edition("Two words.\n").replace("words", "more words");
    let test = Test::new()
        .edition("same.xml", "Two words.\n")
        .file("edited.xml", edited)
        .file("bad.xml", "<TEI")
        .file("bad.json", "{}");
    let files = "same.xml edited.xml bad.xml bad.json none.xml";
    let run = test.run(&format!("restore --format json --out-dir out {files}")).status(2);
    let found = lines(&run);
    assert_eq!(found[0]["file"], "same.xml");
    assert_eq!(
        (&found[0]["verdict"], &found[1]["verdict"]),
        (&"identical".into(), &"text edited".into())
    );
    assert!(!found[1]["diagnostics"].as_array().unwrap().is_empty());
    assert_eq!(found[2]["diagnostics"][0]["code"], "not-well-formed");
    for (at, file) in [(3, "bad.json"), (4, "none.xml")] {
        assert_eq!(found[at]["file"], file);
        assert!(found[at]["error"].is_string(), "{}", found[at]);
    }
    assert_eq!(found.len(), 5);
}

#[test]
fn of_export() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>\n\
               <p>a <hi>b</hi> <ref target=\"#nowhere\">c</ref></p></body></text></TEI>";
    let test = Test::new().file("a.xml", tei).file("b.xml", "<html/>");
    let run = test.run("export --to text --format json --out-dir out a.xml b.xml").status(2);
    let found = lines(&run);
    assert_eq!((&found[0]["file"], &found[0]["to"]), (&"a.xml".into(), &"text".into()));
    let told = found[0]["diagnostics"].as_array().unwrap();
    let of = |code: &str| told.iter().find(|told| told["code"] == code).unwrap();
    assert_eq!(
        (&of("not-carried")["severity"], &of("not-carried")["line"]),
        (&"info".into(), &2.into())
    );
    assert_eq!(found[1]["diagnostics"][0]["code"], "not-tei");
    let quiet = test.run("export --quiet --to text --format json --out-dir out a.xml");
    let severities: Vec<Value> = lines(&quiet)[0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|told| told["severity"].clone())
        .collect();
    assert_eq!(severities, ["warning"]);
}

/// Every key is told in `docs/reports.md`.
#[test]
fn their_keys_are_documented() {
    let documented = std::fs::read_to_string("docs/reports.md").unwrap();
    let test = Test::new()
        .file("in/a.txt", "8 May 1937. Words.\n\n31 February 1938. More.\n")
        .file("in/b.pdf", "%PDF")
        .file("m.csv", "file,box\na.txt,1\n");
    let convert = "convert in none.txt --manifest m.csv --format json --out-dir out --update";
    let (first, second) = (test.run(convert), test.run(convert));
    let others = [
        "restore --format json --out-dir back out",
        "export --to text --format json --out-dir t out",
    ];
    let mut all = [lines(&first), lines(&second)].concat();
    all.extend(others.iter().flat_map(|other| lines(&test.run(other))));
    let mut keys: Vec<String> = Vec::new();
    for value in &all {
        keys.extend(value.as_object().unwrap().keys().cloned());
        let found = value["diagnostics"].as_array().into_iter().flatten();
        keys.extend(found.flat_map(|found| found.as_object().unwrap().keys().cloned()));
    }
    for expected in ["upToDate", "leftOut", "error", "verdict", "to", "restored", "endColumn"] {
        assert!(keys.iter().any(|key| key == expected), "{expected}: {keys:?}");
    }
    for key in keys {
        assert!(documented.contains(&format!("`{key}`")), "{key}");
    }
}

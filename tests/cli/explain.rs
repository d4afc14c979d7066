//! `rubricate explain`

use crate::support::Test;

const PAGE: &str = "Paris, May 8, 1937. Two walks with Gide.\n";

#[test]
fn text_and_json() {
    let test = Test::new().file("a.txt", PAGE).edition("a.xml", PAGE).stdin(PAGE);
    let plain = test.run("explain a.txt --at 1:36").status(0).stderr("");
    assert!(plain.text().starts_with("a.txt:1:36\n  1 | Paris, May 8"), "{}", plain.text());
    let json = test.run("explain - --at 1:36 --format json").status(0);
    let json: serde_json::Value = serde_json::from_str(json.text()).unwrap();
    assert_eq!((&json["line"], &json["column"]), (&1.into(), &36.into()));
    let last = json["tags"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["element"], &last["words"]), (&"persName".into(), &"Gide".into()));
    assert_eq!(json["reasons"][0]["layer"], "structure");
}

#[test]
fn what_is_known_counts() {
    let test = Test::new().file("a.txt", PAGE).file("p.csv", "id,name\nag,André Gide\n");
    let run = test.run("explain a.txt --at 1:36 --authority p.csv").status(0);
    assert!(run.text().contains("<persName ref=\"#ag\""), "{}", run.text());
}

#[test]
fn bad_places() {
    let test = Test::new().file("a.txt", PAGE).edition("a.xml", PAGE);
    let cases = [
        ("a.txt --at 3:1", "error: a.txt:3:1: there is no such place; the file has 1 line"),
        ("a.xml --at 2:1", "error: a.xml:2:1: this place is not in the text of the edition"),
        ("a.txt --at 0:1", "a place is a line and a column, such as 12:40"),
        ("a.txt --at 12", "a place is a line and a column, such as 12:40"),
        ("none.txt --at 1:1", "error: none.txt: cannot be read: no such file"),
    ];
    for (arguments, message) in cases {
        test.run(&format!("explain {arguments}")).status(2).one_error(message).stdout("");
    }
}

//! The files that tell what is known, on the command line.

use crate::support::Test;

const PAGE: &str = "I met Last and Kibalchich at noon.\n";

#[test]
fn authority_and_names() {
    let test = Test::new()
        .file("a.txt", PAGE)
        .file("people.csv", "\u{FEFF}id,name,variants,viaf\nserge,Victor Serge,Kibalchich,1\n")
        .file("places.csv", "name,id,type\nLeeds,leeds,place\n")
        .file("names.txt", "# only here\nperson Last\n");
    let call =
        "convert --authority people.csv --authority places.csv --names names.txt a.txt -o a.xml";
    let report = test.run(call).status(0).stderr;
    assert!(report.contains("2 mentions of 2 persons"), "{report}");
    let tei = String::from_utf8(test.read("a.xml")).unwrap();
    assert!(
        tei.contains(r##"ref="#serge""##) && tei.contains(">https://viaf.org/viaf/1<"),
        "{tei}"
    );
    test.run("restore a.xml").status(0).stdout(PAGE);
}

#[test]
fn mistakes_have_a_row() {
    let test = Test::new()
        .file("a.txt", PAGE)
        .file("column.csv", "id,name,wikidat\n")
        .file("row.csv", "id,name,from\na,A,1900\nb,B,19OO\n")
        .file("twice.csv", "id,name\na,A\n")
        .file("latin1.csv", b"id,name\na,Andr\xE9\n")
        .file("names.txt", "person A\npalce Le Mans\n");
    let cases = [
        (
            "--authority column.csv",
            "column.csv:1:9: error[authority]: there is no column `wikidat`",
        ),
        (
            "--authority row.csv",
            "row.csv:3:5: error[authority]: `19OO` is no year\n  3 | b,B,19OO\n    |     ^^^^\n  help: write a year",
        ),
        (
            "--authority twice.csv --authority twice.csv",
            "twice.csv:2:1: error[authority]: the id `a` is taken",
        ),
        (
            "--authority latin1.csv",
            "error: latin1.csv: this is not a text in UTF-8; save it as UTF-8",
        ),
        ("--authority none.csv", "error: none.csv: cannot be read: no such file"),
        ("--names names.txt", "names.txt:2:1: error[names]: a line cannot begin with `palce`"),
    ];
    for (options, message) in cases {
        test.run(&format!("convert {options} a.txt -o a.xml"))
            .status(2)
            .one_error(message)
            .stdout("");
    }
    assert!(!test.path("a.xml").exists());
}

#[test]
fn a_flood_of_mistakes_is_cut() {
    let table = format!("id,name\n{}", "x,\n".repeat(1000));
    let test = Test::new().file("a.txt", PAGE).file("p.csv", table);
    let shown = test.run("convert --authority p.csv a.txt").status(2).stderr;
    assert!(shown.lines().count() < 120, "{}", shown.lines().count());
    assert!(shown.contains("p.csv: and 980 more"), "{shown}");
}

//! Many files: lists of them, what is known of each, and going on after a break.

use crate::support::Test;

const PAGE: &str = "May 8, 1937, Paris. Two walks.\n";

/// Two boxes with a letter of the same name in each, and one of another.
fn archive() -> Test {
    Test::new()
        .file("in/box1/001.txt", PAGE)
        .file("in/box2/001.txt", "Another page.\n")
        .file("in/box2/002.txt", "A third page.\n")
}

const ALL: &str = "in/box1/001.txt\nin/box2/001.txt\nin/box2/002.txt\n";

fn title(tei: &[u8]) -> String {
    let tei = String::from_utf8(tei.to_vec()).unwrap();
    let statement = tei.split("<titleStmt>").nth(1).unwrap();
    statement.split("<title").nth(1).unwrap().split(['>', '<']).nth(1).unwrap().to_owned()
}

#[test]
fn a_list_of_files() {
    let test = archive().file("list.txt", ALL.replace('\n', "\r\n")).stdin(ALL.replace('\n', "\0"));
    let call = "convert --files-from list.txt --base in --out-dir out";
    let run = test.run(call).status(0).stdout("");
    assert!(run.stderr.ends_with("\n3 files: 3 clean\n"), "{}", run.stderr);
    let editions = "out/box1/001.xml out/box2/001.xml out/box2/002.xml";
    for edition in editions.split(' ') {
        let transcription = edition.replace("out", "in").replace("xml", "txt");
        assert_eq!(test.run(&format!("restore -q {edition}")).stdout, test.read(&transcription));
    }
    // Whoever names a file as well as listing it gets it once.
    test.run("convert -0 --files-from - --base . in/box1/001.txt --out-dir two").status(0);
    assert_eq!(test.read("two/in/box2/002.xml"), test.read("out/box2/002.xml"));

    let test = test.file("editions.txt", editions.replace(' ', "\n"));
    let run = test.run("validate --files-from editions.txt").status(0);
    assert_eq!(run.stderr.matches(": valid\n").count(), 3, "{}", run.stderr);
    test.run("restore -q --files-from editions.txt --base out --out-dir back").status(0);
    assert_eq!(test.read("back/box2/001.txt"), b"Another page.\n");
    test.run("export -q --to html --split --files-from editions.txt --base out --out-dir site")
        .status(0);
    for page in ["box1/001", "box2/001", "box2/002"] {
        assert!(test.names(&format!("site/{page}")).contains(&"index.html".to_owned()));
    }
}

#[test]
fn lists_that_are_none() {
    let test = archive().file("empty.txt", "\n").file("null.txt", ALL.replace('\n', "\0"));
    let run = test.run("convert --files-from none.txt --out-dir out").status(2);
    run.one_error("error: none.txt: cannot be read: no such file");
    let run = test.run("restore --files-from null.txt --out-dir out").status(2);
    run.one_error("error: null.txt:1: there is a NUL character; give --null if");
    test.run("convert --files-from - - --out-dir out")
        .status(2)
        .one_error("error: standard input can be read only once, and - is given twice");
    test.run("convert -0 in/box1/001.txt").status(2).one_error("--files-from <LIST>");
    test.run("convert --files-from empty.txt --out-dir out").status(0).stderr("no files\n");
    test.run("validate --files-from empty.txt").status(0).stdout("").stderr("");
}

/// A file that is missing or has no place stops none of the others.
#[test]
fn bad_files_in_a_list() {
    let list = format!("{ALL}in/none.txt\n");
    let test = archive().file("list.txt", list).file("other.txt", PAGE);
    let run = test.run("convert --files-from list.txt --out-dir flat").status(2);
    assert!(run.stderr.contains(
        "error: in/box2/001.txt: would be written to flat/001.xml, like in/box1/001.txt; \
         rename one of them, or keep directories with --base DIR\n"
    ));
    assert!(run.stderr.contains("error: in/none.txt: cannot be read: "), "{}", run.stderr);
    assert!(run.stderr.ends_with("\n4 files: 2 clean, 2 failed\n"), "{}", run.stderr);
    assert_eq!(test.names("flat"), ["001.xml", "002.xml"]);
    test.run("convert other.txt in/../other.txt --base in --out-dir out").status(2);
    test.run("convert in/box1/001.txt other.txt --base in --out-dir out")
        .status(2)
        .one_error("error: other.txt: is not below in, the base of the results");
    assert_eq!(test.names("out"), ["box1"]);
}

/// What is done stays as it is; what has changed is done again.
#[test]
fn going_on_after_a_break() {
    use std::fs::File;
    use std::time::{Duration, SystemTime};
    let test = archive().file("list.txt", ALL).file("m.toml", "title = \"T\"\n");
    let at = |name: &str, seconds| {
        let file = File::options().append(true).open(test.path(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
    };
    let call = "convert --update --files-from list.txt --base in --out-dir out --metadata m.toml";
    let run = |expected: &str| {
        let run = test.run(call).status(0);
        assert!(run.stderr.ends_with(expected), "{}", run.stderr);
    };
    ALL.lines().for_each(|name| at(name, 1000));
    at("m.toml", 1000);
    run("3 files: 3 clean\n");
    run("3 files: 3 up to date\n");
    std::fs::remove_file(test.path("out/box2/001.xml")).unwrap();
    at("out/box1/001.xml", 999);
    run("3 files: 2 clean, 1 up to date\n");
    // What is known of them counts as well.
    at("m.toml", 5_000_000_000);
    run("3 files: 3 clean\n");
    at("m.toml", 1000);
    let run = test.run(&format!("{call} --format json")).status(0);
    assert_eq!(run.stderr.lines().count(), 3);
    assert_eq!(run.stderr.lines().next(), Some(r#"{"file":"in/box1/001.txt","upToDate":true}"#));

    let to_pages = "export --to html --split --update --out-dir site out/box1/001.xml";
    test.run(to_pages).status(0);
    let page = test.path("site/index.html");
    std::fs::write(&page, "kept").unwrap();
    test.run(to_pages).status(0);
    assert_eq!(test.read("site/index.html"), b"kept");
}

#[test]
fn a_manifest_is_the_list_as_well() {
    let table = "file,title,author,box\nbox2/001.txt,Second,\"Calloway, H.|B\",7\n001.txt,,A,\n";
    let test =
        archive().file("in/m.csv", table).file("m.toml", "title = \"All\"\nlicence = \"L\"\n");
    let test = test.file("in/001.txt", PAGE);
    let run = test.run("convert --manifest in/m.csv --metadata m.toml --out-dir out").status(0);
    assert!(run.stderr.starts_with(
        "in/m.csv:1:19: warning[metadata]: there is no key `box`, so the column is left out\n"
    ));
    assert_eq!(test.names("out"), ["001.xml", "box2"]);
    let tei = test.read("out/box2/001.xml");
    assert_eq!(title(&tei), "Second");
    let tei = String::from_utf8(tei).unwrap();
    assert!(tei.contains("<author>Calloway, H.</author>") && tei.contains("<author>B</author>"));
    assert!(tei.contains("<licence>"), "{tei}");
    // An empty field says nothing.
    assert_eq!(title(&test.read("out/001.xml")), "All");
    assert_eq!(test.run("restore -q out/001.xml").stdout, PAGE.as_bytes());
}

#[test]
fn a_manifest_for_other_files() {
    let table = "file;title\nbox1/001.txt;One\nBOX2/002.TXT;Two\nnone.txt;None\n";
    let test = archive().file("in/m.csv", table).file("list.txt", ALL);
    let call = "convert --manifest in/m.csv --files-from list.txt --base in --out-dir out";
    let run = test.run(call).status(0);
    let start = run.stderr.split("in/box1/001.txt: plain text").next().unwrap();
    assert_eq!(
        start,
        "\
in/m.csv:3:1: warning[metadata]: no file is called `BOX2/002.TXT`
  3 | BOX2/002.TXT;Two
    | ^^^^^^^^^^^^
  help: did you mean `in/box2/002.txt`?
in/m.csv:4:1: warning[metadata]: no file is called `none.txt`
  4 | none.txt;None
    | ^^^^^^^^
  help: what the row says is not used
in/m.csv: warning[metadata]: no row is about 2 files: in/box2/001.txt, in/box2/002.txt
  help: their editions say what the transcription says of itself
"
    );
    assert_eq!(title(&test.read("out/box1/001.xml")), "One");
    let json = test.run(&format!("{call} --format json")).status(0).stderr;
    let lines: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), lines[0]["diagnostics"].as_array().unwrap().len()), (4, 3));
    // Part of an archive is nothing odd.
    let part = test.file("in/BOX2/002.TXT", PAGE).file("in/none.txt", PAGE);
    part.run("convert --manifest in/m.csv in/box1/001.txt -o one.xml -q").status(0).stderr("");
}

#[test]
fn a_manifest_that_cannot_be_used() {
    let test = archive()
        .file("list.txt", ALL)
        .file("twice.csv", "file,title\n001.txt,T\n")
        .file("key.csv", "file,titel\n001.txt,T\n")
        .file("latin1.csv", b"file\nAndr\xE9\n");
    let cases = [
        ("key", "key.csv:1:6: error[metadata]: there is no key `titel`"),
        ("latin1", "error: latin1.csv: this is not a text in UTF-8; save it as UTF-8"),
        ("none", "error: none.csv: cannot be read: no such file"),
        (
            "twice",
            "twice.csv:2:1: error[metadata]: `001.txt` could be in/box1/001.txt or in/box2/001.txt",
        ),
    ];
    for (name, message) in cases {
        let call = format!("convert --manifest {name}.csv --files-from list.txt --out-dir out");
        test.run(&call).status(2).one_error(message).stdout("");
        assert!(!test.path("out").exists());
    }
}

/// A directory stands for the files in it, whose results have the same place.
#[test]
fn directories() {
    let test = archive()
        .file("in/box1/scan.PDF", "%PDF-1.4")
        .file("in/README", "not a letter")
        .file("in/.git/x.txt", PAGE)
        .file("in/box3/003.TXT", PAGE);
    let run = test.run("convert in --out-dir in/out").status(0).stdout("");
    let first = run.stderr.lines().next();
    assert_eq!(first, Some("in: 2 other files left out (*.pdf, without an extension)"));
    assert!(run.stderr.ends_with("\n4 files: 4 clean\n"), "{}", run.stderr);
    let all = [("box1", "001"), ("box2", "001"), ("box2", "002"), ("box3", "003")];
    for (directory, name) in all {
        assert!(test.names(&format!("in/out/{directory}")).contains(&format!("{name}.xml")));
    }
    // What was written is not read again, and what is asked for comes first.
    test.run("restore -q in/out --out-dir in/out/back").status(0).stderr("");
    let run = test.run("convert in --out-dir in/out --update --base .").status(0);
    assert!(run.stderr.ends_with("\n4 files: 4 clean\n"), "{}", run.stderr);
    assert_eq!(test.read("in/out/in/box1/001.xml"), test.read("in/out/box1/001.xml"));
    let run = test.run("validate in/out/box2 in/out/box1").status(0);
    assert_eq!(
        run.stderr,
        "in/out/box2/001.xml: valid\nin/out/box2/002.xml: valid\nin/out/box1/001.xml: valid\n3 files: 3 clean\n"
    );
    let table = "file,title\nbox2/002.txt,Second\n";
    let test = test.file("m.csv", table);
    test.run("convert --manifest m.csv in/box2 --out-dir two").status(0);
    assert_eq!(title(&test.read("two/002.xml")), "Second");
}

/// One directory without transcriptions stops none of the others.
#[test]
fn directories_with_nothing_in_them() {
    let test = archive().directory("empty").file("scans/a.pdf", "%PDF-1.4");
    let run = test.run("convert empty scans in/box1 --out-dir out").status(2);
    let none = "none of *.txt, *.text, *.md is in this directory; name the files themselves";
    assert!(run.stderr.contains(&format!("error: empty: {none}\n")), "{}", run.stderr);
    assert!(run.stderr.contains("scans: 1 other file left out (*.pdf)\n"), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("error: scans: {none}\n")), "{}", run.stderr);
    assert_eq!(test.names("out"), ["001.xml"]);
    let run = test.run("validate --format json empty").status(2);
    assert!(run.text().contains("none of *.xml, *.tei is in this directory"), "{}", run.text());
    let run = test.run("convert in").status(2);
    run.one_error("error: 3 inputs for standard output; use --out-dir DIR");
}

/// The catalogue tells when a letter was written that does not say it, and its
/// dates are resolved from that.
#[test]
fn a_catalogue_tells_when_letters_were_written() {
    let letter = "Dear Ruth,\n\nTwo days ago we came home.\n\nYours,\nThomas\n";
    let other = "Leeds, 5 March 1880.\n\nDear Ruth,\n\nYesterday we came home.\n\nYours,\nThomas\n";
    let table = "file,created\na.txt,1880-03-04\nb.txt,1880-03-04\nc.txt,c. 1880\nd.txt,n.d.\n";
    let test = Test::new().file("a.txt", letter).file("b.txt", other).file("c.txt", letter);
    let test = test.file("d.txt", letter).file("m.csv", table);
    let run = test.run("convert --manifest m.csv --profile cmif --out-dir out -q").status(0);
    assert_eq!(
        run.stderr,
        "\
b.txt:1:8: warning[created-differs]: the date line says 1880-03-05, and the metadata 1880-03-04
  1 | Leeds, 5 March 1880.
    |        ^^^^^^^^^^^^
  help: look at the original; the header has what the metadata say
"
    );
    let edition = |name: &str| String::from_utf8(test.read(&format!("out/{name}.xml"))).unwrap();
    let (a, b, c, d) = (edition("a"), edition("b"), edition("c"), edition("d"));
    assert!(a.contains("<date when=\"1880-03-04\">1880-03-04</date>"), "{a}");
    assert!(a.contains("<date when=\"1880-03-04\"/>"), "{a}");
    assert!(a.contains("<date when=\"1880-03-02\" evidence=\"internal\""), "{a}");
    assert!(b.contains("<date when=\"1880-03-04\"/>"), "{b}");
    assert!(b.contains("<date when=\"1880-03-05\" resp=\"#rubricate\""), "{b}");
    assert!(c.contains("<date when=\"1880\">c. 1880</date>"), "{c}");
    assert!(!d.contains("<creation>"), "{d}");
    let wrong = "file,created\na.txt,03/04/1880\nb.txt,soon\n";
    let run =
        Test::new().file("m.csv", wrong).run("convert --manifest m.csv --out-dir o").status(2);
    let places = [
        "m.csv:2:7: error[metadata]: `created` could be two dates; write the year first",
        "m.csv:3:7: error[metadata]: `created` wants one date with its year, such as",
    ];
    assert!(places.iter().all(|place| run.stderr.contains(place)), "{}", run.stderr);
}

/// TOML has dates of its own.
#[test]
fn dates_in_a_metadata_file() {
    let test = Test::new().file("a.txt", "A page.\n");
    let test = test.file("m.toml", "created = 1880-03-04\ndate = 2024-05-06\n");
    let edition = test.run("convert -q --metadata m.toml a.txt").status(0).stderr("");
    assert!(edition.text().contains("<creation>\n        <date when=\"1880-03-04\">1880-03-04<"));
    assert!(edition.text().contains("<date when=\"2024-05-06\">2024-05-06</date>"));
}

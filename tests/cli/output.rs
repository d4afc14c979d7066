//! Where results go, what is said of them, and that it is always the same.

use crate::support::{Test, edition};

const PAGE: &str = "May 8, 1937, Paris. Two walks.\n";

#[test]
fn to_standard_output() {
    let test = Test::new().file("a.txt", PAGE).stdin(PAGE);
    let run = test.run("convert a.txt").status(0);
    assert!(run.text().starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    assert!(run.text().ends_with("</TEI>\n"));
    // The file has a name, which the header gives; standard input has none.
    let piped = test.run("convert -").status(0).stdout(edition(PAGE));
    assert!(piped.stderr.starts_with("<stdin>: plain text\n"), "{}", piped.stderr);
    test.run("convert - -o -").status(0).stdout(edition(PAGE));
}

#[test]
fn back_from_standard_input() {
    let test = Test::new().stdin(edition(PAGE));
    test.run("restore -").status(0).stdout(PAGE).stderr("<stdin>: identical\n");
    test.run("validate -").status(0).stdout("").stderr("<stdin>: valid\n");
}

#[test]
fn names_of_outputs() {
    let test = Test::new()
        .file("in/one.txt", PAGE)
        .file("in/two.parts.txt", PAGE)
        .file("in/three", PAGE)
        .stdin(PAGE);
    test.run("convert in/one.txt in/two.parts.txt in/three - --out-dir out").status(0).stdout("");
    assert_eq!(test.names("out"), ["one.xml", "stdin.xml", "three.xml", "two.parts.xml"]);
    test.run("restore out/one.xml out/two.parts.xml --out-dir back").status(0).stdout("");
    assert_eq!(test.names("back"), ["one.txt", "two.parts.txt"]);
    assert_eq!(test.read("back/one.txt"), PAGE.as_bytes());
    test.run("convert in/one.txt -o any.name").status(0).stdout("");
    assert_eq!(test.read("any.name"), test.read("out/one.xml"));
}

/// An output file is replaced as a whole or not at all.
#[test]
fn a_failed_run_leaves_the_old_file() {
    let test = Test::new().file("a.xml", "the old one").file("bad.xml", "no TEI");
    test.run("convert none.txt -o a.xml").status(2);
    test.run("restore bad.xml -o a.xml").status(2);
    assert_eq!(test.read("a.xml"), b"the old one");
    assert_eq!(test.names("."), ["a.xml", "bad.xml"]);
    let test = test.file("a.txt", PAGE);
    test.run("convert a.txt -o a.xml").status(0);
    assert_eq!(test.run("restore a.xml").stdout, PAGE.as_bytes());
    assert_eq!(test.names("."), ["a.txt", "a.xml", "bad.xml"]);
}

#[test]
fn the_report() {
    let page = "May 8, 1937, Paris. Two walks with A.G.\n\nApril 31, 1938. No such day.\n";
    let test = Test::new().file("a.txt", page);
    let report = test.run("convert a.txt -o a.xml").status(0).stdout("").stderr;
    assert!(report.starts_with("a.txt: plain text\n"), "{report}");
    assert!(report.contains("\n  valid, restored byte for byte\n"), "{report}");
    assert!(report.contains("a.txt:3:1: warning[impossible-date]"), "{report}");
    assert!(report.contains("\n  3 | April 31, 1938."), "{report}");
    let quiet = test.run("convert --quiet a.txt -o a.xml").status(0).stdout("").stderr;
    assert!(quiet.starts_with("a.txt:3:1: warning[impossible-date]: "), "{quiet}");
}

#[test]
fn the_report_in_json() {
    let test = Test::new().file("a.txt", PAGE).file("b.txt", "31 February 1936. A day.\n");
    let run = test.run("convert --format json a.txt none.txt b.txt --out-dir out").status(2);
    let lines: Vec<serde_json::Value> =
        run.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["file"], "a.txt");
    assert_eq!(lines[0]["convention"], "plain");
    assert_eq!(lines[0]["encoding"], "UTF-8");
    assert_eq!(lines[0]["entries"], 1);
    assert_eq!(lines[0]["valid"], true);
    assert_eq!(lines[0]["restored"], true);
    assert_eq!(lines[1]["file"], "none.txt");
    assert!(lines[1]["error"].as_str().unwrap().starts_with("none.txt: cannot be read: "));
    let found = &lines[2]["diagnostics"][0];
    assert_eq!((&found["code"], &found["line"]), (&"impossible-date".into(), &1.into()));
}

/// What was found, the word edited, the file not usable: 0, 1, 2.
#[test]
fn exit_status() {
    let edited = edition(PAGE).replace("Two walks", "Three walks");
    let invalid = edition(PAGE).replace("Two walks", "<persname>Two walks</persname>");
    let test = Test::new()
        .edition("good.xml", PAGE)
        .file("edited.xml", edited)
        .file("invalid.xml", invalid)
        .file("broken.xml", "<TEI");
    test.run("restore good.xml").status(0).stderr("good.xml: identical\n");
    test.run("restore edited.xml").status(1).stdout("May 8, 1937, Paris. Three walks.\n");
    test.run("restore edited.xml good.xml broken.xml --out-dir out").status(2);
    assert_eq!(test.names("out"), ["edited.txt", "good.txt"]);
    test.run("validate good.xml").status(0);
    test.run("validate invalid.xml good.xml").status(1);
    test.run("validate invalid.xml broken.xml good.xml").status(2);
}

#[test]
fn as_many_jobs_as_you_like() {
    let mut test = Test::new();
    for index in 0..12 {
        test = test.file(
            &format!("{index:02}.txt"),
            PAGE.repeat(1 + (index * 7) % 12).replace("1937", &format!("19{index:02}")),
        );
    }
    let files = test.names(".").join(" ");
    let one = test.run(&format!("convert --jobs 1 {files} --out-dir one")).status(0);
    let four = test.run(&format!("convert --jobs 4 {files} --out-dir four")).status(0);
    assert_eq!(one.stderr, four.stderr);
    assert_eq!(test.names("one").len(), 12);
    for name in test.names("one") {
        assert_eq!(test.read(&format!("one/{name}")), test.read(&format!("four/{name}")), "{name}");
    }
}

#[test]
fn a_given_encoding() {
    let test = Test::new().file("a.txt", b"Andr\x8E, Paris.\n");
    let run = test.run("convert --encoding macintosh a.txt -o a.xml").status(0);
    assert!(!run.stderr.contains("encoding-guessed"), "{}", run.stderr);
    assert!(String::from_utf8(test.read("a.xml")).unwrap().contains("André"));
    assert_eq!(test.run("restore a.xml").status(0).stdout, b"Andr\x8E, Paris.\n");
}

#[test]
fn metadata_comes_into_the_header() {
    let metadata = "title = \"The <Diary>\"\nauthor = [\"A & B\", \"C\"]\nlanguage = \"fr\"\n";
    let test = Test::new().file("a.txt", PAGE).file("m.toml", metadata);
    test.run("convert --metadata m.toml a.txt -o a.xml").status(0);
    let tei = String::from_utf8(test.read("a.xml")).unwrap();
    let document = roxmltree::Document::parse(&tei).unwrap();
    let texts = |name: &str| -> Vec<String> {
        let statement = document.descendants().find(|node| node.has_tag_name("titleStmt"));
        let statement = statement
            .or_else(|| document.descendants().find(|node| node.tag_name().name() == "titleStmt"));
        let children = statement.unwrap().children().filter(|node| node.tag_name().name() == name);
        children.map(|node| node.text().unwrap().to_owned()).collect()
    };
    assert_eq!(texts("title"), ["The <Diary>"]);
    assert_eq!(texts("author"), ["A & B", "C"]);
    assert_eq!(test.run("restore a.xml").status(0).stdout, PAGE.as_bytes());
}

#[test]
fn the_manual_and_the_completions() {
    let test = Test::new();
    let page = test.run("man").status(0);
    assert!(page.text().contains(".TH rubricate 1"));
    test.run("man --out-dir man1").status(0);
    let verbs = ["convert", "explain", "export", "restore", "validate"];
    assert!(verbs.iter().all(|verb| test.names("man1").contains(&format!("rubricate-{verb}.1"))));
    assert_eq!(test.read("man1/rubricate.1"), page.stdout);
    test.run("man none").status(2);
    for verb in verbs {
        assert!(page.text().contains(&format!("rubricate\\-{verb}")), "{verb}");
        let page = test.run(&format!("man {verb}")).status(0);
        for part in [".TH rubricate-", ".SH SYNOPSIS", ".SH \"EXIT STATUS\"", ".SH NOTES"] {
            assert!(page.text().contains(part), "{verb}: {part}");
        }
        assert!(page.text().contains(&format!("\\fBrubricate {verb}\\fR")), "{verb}");
        let help = test.run(&format!("{verb} --help")).status(0);
        assert!(help.text().contains("Examples:"), "{verb}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = test.run(&format!("completions {shell}")).status(0);
        assert!(script.text().contains("convention"), "{shell}");
        assert!(script.text().contains("rubricate"), "{shell}");
    }
    let version = format!("rubricate {}\n", env!("CARGO_PKG_VERSION"));
    test.run("--version").status(0).stdout(version).stderr("");
    assert!(test.run("--help").status(0).text().contains("Exit status: 0 clean, 1 findings"));
}

/// What a link leads to is written anew, with the permissions it had.
#[cfg(unix)]
#[test]
fn a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let test = Test::new().file("page.txt", PAGE).file("real.xml", "old");
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(test.path("real.xml"), mode(0o600)).unwrap();
    symlink("real.xml", test.path("link.xml")).unwrap();
    test.run("convert --quiet page.txt -o link.xml").status(0);
    assert!(test.path("link.xml").symlink_metadata().unwrap().is_symlink());
    assert!(test.read("real.xml").starts_with(b"<?xml"));
    let permissions = test.path("real.xml").metadata().unwrap().permissions();
    assert_eq!(permissions.mode() & 0o777, 0o600);
}

/// Whoever reads only the first lines of the messages gets all the results.
#[cfg(unix)]
#[test]
fn nobody_reads_the_messages() {
    let test = Test::new().file("a.txt", PAGE).file("b.txt", PAGE);
    let mut command = test.command("convert a.txt b.txt --out-dir out");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = command.stderr(writer).status().unwrap();
    assert_eq!(status.code(), Some(0));
    assert_eq!(test.names("out"), ["a.xml", "b.xml"]);
}

//! Bad input: one clear message, status 2, no half-written file, and the other
//! files of the call are done all the same.

use crate::support::Test;

const PAGE: &str = "May 8, 1937, Paris. Two walks.\n";

/// Converts something bad and then a good file; the good one must be there.
#[track_caller]
fn bad_beside_good(test: &Test, bad: &str, message: &str) {
    let test_run = test.run(&format!("convert {bad} good.txt --out-dir out"));
    test_run.status(2).one_error(message).stdout("");
    assert_eq!(test.names("out"), ["good.xml"]);
}

#[test]
fn no_such_file() {
    let test = Test::new().file("good.txt", PAGE);
    bad_beside_good(&test, "none.txt", "error: none.txt: cannot be read: no such file");
    for verb in ["restore", "validate"] {
        let message = "error: none.xml: cannot be read: no such file";
        test.run(&format!("{verb} none.xml")).status(2).one_error(message).stdout("");
    }
}

#[test]
fn a_directory_for_a_file() {
    let test = Test::new().file("good.txt", PAGE).directory("letters");
    let message = "error: letters: none of *.txt, *.text, *.md is in this directory";
    bad_beside_good(&test, "letters", message);
    let call = "convert good.txt -o out.xml --metadata letters";
    test.run(call).status(2).one_error("error: letters: this is a directory; name a file in it");
    for verb in ["restore", "validate"] {
        test.run(&format!("{verb} letters"))
            .status(2)
            .one_error("error: letters: none of *.xml, *.tei is in this directory");
    }
}

#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was left out")]
fn a_file_that_must_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let test = Test::new().file("good.txt", PAGE).file("locked.txt", PAGE);
    let locked = test.path("locked.txt");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&locked).is_ok() {
        eprintln!("skipped: this user may read any file");
        return;
    }
    bad_beside_good(&test, "locked.txt", "error: locked.txt: cannot be read: permission denied");
}

/// Reading fails in the middle, for whatever user.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read() {
    let test = Test::new().file("good.txt", PAGE);
    bad_beside_good(&test, "/proc/self/mem", "error: /proc/self/mem: cannot be read: ");
}

#[test]
fn unknown_values_of_options() {
    let test = Test::new().file("a.txt", PAGE);
    let calls = [
        ("--convention latex", "'latex' for '--convention <NAME>'"),
        ("--profile docbook", "'docbook' for '--profile <NAME>'"),
        ("--encoding klingon", "'klingon' for '--encoding <NAME>': there is no such encoding"),
        ("--format yaml", "'yaml' for '--format <FORMAT>'"),
        ("--jobs 0", "'0' for '--jobs <N>'"),
    ];
    for (option, message) in calls {
        let run = test.run(&format!("convert {option} -o a.xml a.txt"));
        run.status(2).one_error(message).stdout("");
    }
    let values = test.run("convert --convention latex a.txt").stderr;
    let all =
        "gutenberg, mia, typescript, markdown, smithsonian, loc, zooniverse, fromthepage, plain";
    assert!(values.contains(&format!("[possible values: {all}]")), "{values}");
    assert_eq!(test.names("."), ["a.txt"]);
}

#[test]
fn no_arguments() {
    let test = Test::new();
    assert!(test.run("").status(2).stderr.contains("Usage: rubricate <COMMAND>"));
    test.run("convert").status(2).one_error("the following required arguments were not provided");
    test.run("convrt a.txt").status(2).one_error("unrecognized subcommand 'convrt'");
}

#[test]
fn broken_metadata() {
    let test = Test::new()
        .file("a.txt", PAGE)
        .file("broken.toml", "author = \"A\"\ntitle = \"T\n")
        .file("unknown.toml", "title = \"T\"\nautor = \"A\"\n")
        .file("number.toml", "title = 12\n")
        .file("latin1.toml", b"title = \"Andr\xE9\"\n");
    let cases = [
        ("broken", "broken.toml:2:11: error[metadata]: "),
        ("unknown", "unknown.toml:2:1: error[metadata]: there is no key `autor`"),
        ("number", "number.toml:1:9: error[metadata]: `title` wants words in quotation marks"),
        ("latin1", "error: latin1.toml: this is not a text in UTF-8"),
        ("none", "error: none.toml: cannot be read: no such file"),
    ];
    for (name, message) in cases {
        let run = test.run(&format!("convert --metadata {name}.toml a.txt -o a.xml"));
        run.status(2).one_error(message).stdout("");
    }
    let advice = test.run("convert --metadata unknown.toml a.txt").stderr;
    assert!(advice.ends_with("  help: did you mean `author`?\n"), "{advice}");
    assert!(!test.path("a.xml").exists());
}

#[test]
fn two_inputs_for_one_name() {
    let test =
        Test::new().file("x/n.txt", PAGE).file("y/n.txt", "Other words.\n").file("good.txt", PAGE);
    let message = "error: y/n.txt: would be written to out/n.xml, like x/n.txt; rename one of them";
    test.run("convert x/n.txt y/n.txt good.txt --out-dir out").status(2).one_error(message);
    assert_eq!(test.names("out"), ["good.xml", "n.xml"]);
    assert_eq!(test.run("restore out/n.xml").stdout, PAGE.as_bytes());
}

#[test]
fn several_inputs_for_one_output() {
    let test = Test::new().file("a.txt", PAGE).file("b.txt", PAGE);
    let message =
        "error: 2 inputs for one output, both.xml; use --out-dir DIR to get a file for each";
    test.run("convert a.txt b.txt -o both.xml").status(2).one_error(message);
    let message = "error: 2 inputs for standard output; use --out-dir DIR to get a file for each";
    test.run("convert a.txt b.txt").status(2).one_error(message).stdout("");
    test.run("convert a.txt -o a.xml --out-dir out").status(2).one_error("cannot be used with");
    assert_eq!(test.names("."), ["a.txt", "b.txt"]);
}

#[test]
fn an_output_that_cannot_be_written() {
    let test = Test::new().file("a.txt", PAGE);
    test.run("convert a.txt -o a.txt")
        .status(2)
        .one_error("error: a.txt: would be written over itself; name another file");
    assert_eq!(test.read("a.txt"), PAGE.as_bytes());
    test.run("convert a.txt -o none/a.xml")
        .status(2)
        .one_error("error: none/a.xml: cannot be written: no such file or directory");
    test.run("convert a.txt --out-dir a.txt")
        .status(2)
        .one_error("error: a.txt: the directory cannot be made: ");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    use std::fs::File;
    let test = Test::new().file("a.txt", PAGE).edition("a.xml", PAGE);
    test.run("convert a.txt -o /dev/full")
        .status(2)
        .one_error("error: /dev/full: cannot be written: no space left on device");
    for arguments in ["convert a.txt", "restore a.xml", "validate --format json a.xml", "man"] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = test.command(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        let message = String::from_utf8(output.stderr).unwrap();
        let expected = "error: standard output: no space left on device";
        assert!(message.contains(expected), "{arguments}: {message:?}");
    }
}

#[test]
fn xml_that_is_no_edition() {
    let test = Test::new()
        .file("page.xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>A</p></html>")
        .file("bare.xml", "<TEI><text><body><p>A</p></body></text></TEI>")
        .file("broken.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text></body></TEI>")
        .file("text.xml", "No XML at all.\n")
        .file("empty.xml", "")
        .edition("good.xml", PAGE);
    let cases = [
        ("page", "page.xml:1:1: error[not-tei]: the root element is html in the namespace"),
        ("bare", "error[not-tei]: the root element is TEI"),
        ("broken", "broken.xml:2:"),
        ("text", "text.xml:1:1: error[not-well-formed]: "),
        ("empty", "empty.xml:1:1: error[not-well-formed]: the document has no root element"),
    ];
    for (name, message) in cases {
        let run = test.run(&format!("restore {name}.xml good.xml --out-dir out"));
        run.status(2).one_error(message).stdout("");
        assert_eq!(test.names("out"), ["good.txt"]);
        let run = test.run(&format!("validate {name}.xml good.xml")).status(2);
        assert!(run.text().contains(message), "{}", run.text());
        let tally = "good.xml: valid\n2 files: 1 clean, 1 failed\n";
        assert!(run.stderr.ends_with(tally), "{}", run.stderr);
    }
}

#[test]
fn a_schema_that_is_none() {
    let test = Test::new().edition("a.xml", PAGE).file("text.rng", "No schema.\n");
    test.run("validate --schema none.rng a.xml")
        .status(2)
        .one_error("error: none.rng: cannot be read: no such file");
    test.run("validate --schema text.rng a.xml")
        .status(2)
        .one_error("error: text.rng: not a usable schema: ");
}

#[test]
fn an_empty_file_is_a_text() {
    let test = Test::new().file("empty.txt", "");
    test.run("convert empty.txt -o empty.xml").status(0);
    test.run("validate empty.xml").status(0).stdout("");
    test.run("restore empty.xml").status(0).stdout("").stderr("empty.xml: identical\n");
}

/// Whoever reads only the beginning has what they want.
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let long = PAGE.repeat(20_000);
    let test = Test::new().file("long.txt", &long).edition("long.xml", &long);
    for arguments in ["convert long.txt", "restore long.xml"] {
        let mut command = test.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments}: {message}");
        assert!(!message.contains("error"), "{arguments}: {message}");
    }
}

#[test]
fn a_file_that_is_no_transcription() {
    let pdf = b"%PDF-1.7\n1 0 obj\n".as_slice();
    let test = Test::new().file("a.xml", "<?xml version='1.0'?>\n<TEI/>\n").file("b.pdf", pdf);
    let run = test.run("convert a.xml -o a.tei.xml").status(0);
    assert!(
        run.stderr.contains(
            "a.xml: warning[not-a-transcription]: this looks like XML, not like a plain transcription"
        ),
        "{}",
        run.stderr
    );
    let run = test.run("convert b.pdf -o b.xml").status(0);
    assert!(run.stderr.contains("pdftotext"), "{}", run.stderr);
    assert_eq!(test.run("restore b.xml").status(0).stdout, pdf);
}

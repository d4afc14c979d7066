//! XML that wants to harm: a clear error, no panic, no waiting, nothing read
//! that was not named on the command line.

use rubricate::{Code, Schema, restore, validate, xml_text};

use crate::support::{Test, edition};

/// A document with `declaration` before it and `words` in it.
fn document(declaration: &str, words: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n{declaration}<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\
         <teiHeader/><text><body><p>{words}</p></body></text></TEI>\n"
    )
}

/// Both refuse it with the same code, and so does the program, which says
/// where, if that can be said, and writes nothing.
#[track_caller]
fn refused(document: impl AsRef<[u8]>, code: Code, place: &str) {
    let document = document.as_ref();
    let schema = Schema::embedded();
    let restored = restore(document).unwrap_err();
    assert_eq!(restored.code, code, "{}", restored.message);
    let validated = match xml_text(document) {
        Ok(text) => validate(&text, &schema).remove(0),
        Err(diagnostic) => diagnostic,
    };
    assert_eq!((validated.code, &validated.message), (code, &restored.message));

    let test = Test::new().file("bad.xml", document).file("a.txt", "the old one");
    let run = test.run("restore bad.xml -o a.txt").status(2).stdout("");
    let start = format!("bad.xml{place}: error[{}]: ", code.name());
    assert!(run.stderr.starts_with(&start), "{}", run.stderr);
    assert!(run.stderr.len() < 1000, "{} bytes of message", run.stderr.len());
    assert_eq!(test.read("a.txt"), b"the old one");
    let run = test.run("validate bad.xml").status(2);
    assert!(run.text().starts_with(&start), "{}", run.text());
}

/// The DTD that it names is not looked for.
#[test]
fn a_document_type() {
    let public = "<!DOCTYPE TEI PUBLIC \"-//TEI//DTD\" \"http://localhost:9/tei.dtd\">\n";
    for declaration in ["<!DOCTYPE TEI>", public, "<!DOCTYPE TEI [<!ENTITY o '&#111;'>]>\n"] {
        let words = if declaration.contains("ENTITY") { "Tw&o; words." } else { "Two words." };
        let test = Test::new().file("a.xml", document(declaration, words));
        test.run("restore a.xml").status(0).stdout("Two words.");
        let run = test.run("validate a.xml").status(1);
        assert!(!run.text().contains("doctype"), "{}", run.text());
    }
    refused(document(public, "&mdash;"), Code::NotWellFormed, ":3:69");
    let defaults = "<!DOCTYPE TEI [<!ATTLIST p rend CDATA 'italic'>]>";
    refused(document(defaults, "A"), Code::DoctypeRefused, ":2:1");
    let twice = document("<!DOCTYPE TEI><!DOCTYPE TEI>", "A");
    refused(twice, Code::NotWellFormed, ":2:15");
}

#[test]
fn an_external_entity() {
    let test = Test::new().file("secret", "the secret");
    let path = test.path("secret");
    let declaration =
        format!("<!DOCTYPE TEI [<!ENTITY x SYSTEM \"file://{}\">]>\n", path.display());
    refused(document(&declaration, "&x;"), Code::DoctypeRefused, ":2:1");
    let parameter = format!("<!DOCTYPE TEI [<!ENTITY % x SYSTEM \"{}\"> %x;]>\n", path.display());
    refused(document(&parameter, "A"), Code::DoctypeRefused, ":2:1");
}

#[test]
fn entities_that_expand() {
    let mut declaration = "<!DOCTYPE TEI [<!ENTITY x0 \"ha\">".to_owned();
    for level in 1..30 {
        let before = format!("&x{};", level - 1).repeat(10);
        declaration += &["<!ENTITY x", &level.to_string(), " \"", &before, "\">"].concat();
    }
    declaration.push_str("]>\n");
    refused(document(&declaration, "&x29;"), Code::DoctypeRefused, ":2:1");
    // Characters are harmless, but a flood of them is not.
    let long = format!("<!DOCTYPE TEI [<!ENTITY x \"{}\">]>\n", "ha".repeat(500));
    refused(document(&long, &"&x;".repeat(1100)), Code::DoctypeRefused, ":3:3213");
    let words = format!("<hi n=\"{}\">A</hi>", "&x;".repeat(1100));
    refused(document(&long, &words), Code::DoctypeRefused, ":3:69");
    refused(document("", "&undefined;"), Code::NotWellFormed, ":2:69");
}

#[test]
fn a_hundred_thousand_elements_deep() {
    let deep = format!("{}A{}", "<hi>".repeat(100_000), "</hi>".repeat(100_000));
    refused(document("", &deep), Code::TooDeep, ":2:4149");
    let unclosed = "<hi>".repeat(1_000_000);
    refused(document("", &unclosed), Code::TooDeep, ":2:4149");
}

/// What follows `<?xml-stylesheet`, `xi:include` and `xml:base` is not done.
#[test]
fn nothing_else_is_read() {
    let test = Test::new().file("secret", "the secret");
    let include = format!(
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"{}\"/>",
        test.path("secret").display()
    );
    let tei = document("<?xml-stylesheet href=\"secret\"?>\n", &include);
    let found = restore(tei.as_bytes()).unwrap();
    assert!(!String::from_utf8_lossy(&found.bytes).contains("secret"));
    let run = test.file("a.xml", tei).run("validate a.xml").status(1);
    assert!(!run.text().contains("the secret"), "{}", run.text());
}

/// A schema that a document names is a file beside it or in the store.
#[test]
fn the_network_is_not_asked_for_schemas() {
    let model = "<?xml-model href=\"http://localhost:9/own.rng\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n";
    let tei = edition("Words.\n");
    let start = tei.find("<?xml-model").unwrap();
    let named = format!("{}{model}{}", &tei[..start], &tei[start..]);
    let test = Test::new().file("a.xml", named);
    let run = test.run("validate a.xml").status(0);
    let said =
        "the schema http://localhost:9/own.rng is not at hand; checked against rubricate’s own";
    assert!(run.text().contains(said), "{}", run.text());
}

#[test]
fn a_huge_attribute() {
    let huge = "x".repeat(10_000_000);
    let tei = edition("Two words.\n").replace("<p>", &format!("<p n=\"{huge}\">"));
    let test = Test::new().file("a.xml", &tei);
    test.run("restore a.xml").status(0).stdout("Two words.\n");
    test.run("validate a.xml").status(0);
    // The message about a wrong one does not show all of it.
    let wrong = tei.replace("<p n=", "<p when=");
    let run = Test::new().file("a.xml", wrong).run("validate a.xml").status(1);
    assert!(run.text().starts_with("a.xml:"), "{}", run.text().len());
    assert!(run.text().len() < 5000, "{} bytes of message", run.text().len());
}

#[test]
fn a_hundred_thousand_attributes() {
    let many: Vec<String> = (0..100_000).map(|index| format!("a{index}=\"\"")).collect();
    let tei = document("", "A").replace("<p>", &format!("<p {}>", many.join(" ")));
    refused(tei, Code::TooManyAttributes, ":2:66");
}

/// Each wrong element of a file that is one long line is found and shown.
#[test]
fn many_errors_in_one_line() {
    let errors = document("", &"<wrong/>".repeat(2000));
    let run = Test::new().file("a.xml", errors).run("validate a.xml").status(1);
    assert!(run.text().matches("error[unexpected-element]").count() >= 2000);
}

#[test]
fn characters_that_xml_has_not() {
    refused(document("", "A\0B"), Code::NotWellFormed, ":2:70");
    refused(document("", "A\u{FFFF}B"), Code::NotWellFormed, ":2:70");
    refused(document("", "A&#0;B"), Code::NotWellFormed, ":2:70");
    refused(document("", "A&#x1B;B"), Code::NotWellFormed, ":2:70");
    refused(document("", "A&#xFFFFFFFFFF;B"), Code::NotWellFormed, ":2:70");
}

#[test]
fn a_wrong_encoding_declaration() {
    let latin1 = b"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>\xE9</text></TEI>";
    refused(latin1, Code::NotWellFormed, "");
    let said = document("", "é").replace("version=\"1.0\"", "version=\"1.0\" encoding=\"UTF-16\"");
    refused(said, Code::NotWellFormed, "");
}

/// Cut off anywhere, it is an error, and never a shorter text.
#[test]
fn a_truncated_file() {
    let tei = edition("May 8, 1937, Paris. Two walks with “A.G.” & [1] others.\r\n\u{C}\n");
    let end = tei.trim_end().len();
    for length in (0..end).step_by(7).chain(end - 9..end) {
        let error = restore(&tei.as_bytes()[..length]).unwrap_err();
        assert_eq!(error.code, Code::NotWellFormed, "{length}: {}", error.message);
    }
    for length in (0..end).filter(|length| tei.is_char_boundary(*length)).step_by(97) {
        let found = validate(&tei[..length], &Schema::embedded());
        assert_eq!(found[0].code, Code::NotWellFormed, "{length}");
    }
}

/// The record that a document brings is not believed where it makes no sense.
#[test]
fn a_forged_record() {
    let tei = edition("Two words.\r\n");
    let record = tei.lines().find(|line| line.contains("<?rubricate record")).unwrap();
    let forgeries = [
        "<?rubricate record?>",
        "<?rubricate record {}?>",
        "<?rubricate record {\"bytes\":99999999999999999999}?>",
        "<?rubricate record [[[[[[[[[[[[[[[[[[[[?>",
        &record.replace("UTF-8", "UTF-7"),
        &record.replace("CRLF", "XX"),
        &record.replace("\"bytes\":", "\"bytes\":-"),
    ];
    for forged in forgeries {
        // Either an error or some text, but no panic.
        if let Ok(found) = restore(tei.replace(record, forged).as_bytes()) {
            let text = String::from_utf8_lossy(&found.bytes).into_owned();
            assert!(text.starts_with("Two words."), "{forged}: {text:?}");
        }
    }
}

//! The stylesheets of `xslt/`: the same result in every processor, and the
//! words that the program itself writes.

use std::fs;
use std::path::{Path, PathBuf};

use rubricate::{ExportOptions, Source, export, format, restore};

use crate::samples;
use crate::shared::{schema_file, skipped};
use crate::support::{program, saxon, saxon_9};
use crate::words::{outputs, reading, wrong, xml_files};

/// The editions of the samples and the fixtures for words, by name.
pub(crate) fn documents() -> Vec<(String, String)> {
    let samples = samples::all().into_iter().map(|sample| {
        let tei = sample.convert().tei;
        (sample.name, tei)
    });
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words/fixtures");
    let fixtures = xml_files(&fixtures).into_iter().map(|file| {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(file).unwrap())
    });
    samples.chain(fixtures).collect()
}

fn stylesheet(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("xslt").join(name)
}

/// The results of xsltproc for some documents, or `None` without it.
fn xsltproc(name: &str, documents: &[(String, String)]) -> Option<Vec<String>> {
    let directory = tempfile::tempdir().unwrap();
    let mut results = Vec::new();
    for (_, tei) in documents {
        let (from, to) = (directory.path().join("in.xml"), directory.path().join("out"));
        fs::write(&from, tei).unwrap();
        // An empty result makes no file.
        fs::write(&to, "").unwrap();
        let mut command = program("xsltproc", &["--version"])?;
        let output =
            command.arg("--output").arg(&to).arg(stylesheet(name)).arg(&from).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        results.push(fs::read_to_string(&to).unwrap());
    }
    Some(results)
}

/// An XML document as what it says, however it is written.
fn canonical(xml: &str) -> String {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let tree = roxmltree::Document::parse_with_options(xml, options).unwrap();
    let mut out = String::new();
    for node in tree.root().descendants() {
        let depth = node.ancestors().count();
        if node.is_element() {
            let mut attributes: Vec<String> = node
                .attributes()
                .map(|a| format!("{:?}={:?}", (a.namespace(), a.name()), a.value()))
                .collect();
            attributes.sort();
            out.push_str(&format!("{depth} {:?} {attributes:?}\n", node.tag_name()));
        } else if node.is_text() && node.parent().is_some_and(|parent| parent.is_element()) {
            out.push_str(&format!("{depth} {:?}\n", node.text()));
        } else if !node.is_text() {
            out.push_str(&format!("{depth} {:?} {:?}\n", node.pi(), node.text()));
        }
    }
    out
}

const STYLESHEETS: [(&str, bool); 4] = [
    ("to-html.xsl", true),
    ("notes-inline.xsl", true),
    ("to-text.xsl", false),
    ("to-markdown.xsl", false),
];

#[test]
fn every_processor_gives_the_same() {
    let documents = documents();
    for (name, is_xml) in STYLESHEETS {
        let Some(of_xsltproc) = xsltproc(name, &documents) else { return };
        let teis: Vec<&str> = documents.iter().map(|(_, tei)| tei.as_str()).collect();
        let others = [saxon(&stylesheet(name), &teis), saxon_9(&stylesheet(name), &teis)];
        for other in others.into_iter().flatten() {
            for (((document, _), one), other) in documents.iter().zip(&of_xsltproc).zip(&other) {
                let same = if is_xml { canonical(one) == canonical(other) } else { one == other };
                assert!(same, "{name} of {document}:\n{one}\nin Saxon:\n{other}");
            }
        }
    }
}

#[test]
fn text_is_the_transcription() {
    let samples: Vec<(String, String)> = samples::all()
        .into_iter()
        .map(|sample| (sample.name.clone(), sample.convert().tei))
        .collect();
    let Some(results) = xsltproc("to-text.xsl", &samples) else { return };
    for ((name, tei), result) in samples.iter().zip(results) {
        let restored = restore(tei.as_bytes()).unwrap().bytes;
        // The stylesheet can only write UTF-8.
        let restored = String::from_utf8(restored).unwrap_or_else(|error| {
            Source::read(error.as_bytes(), None).unwrap().text().to_owned()
        });
        assert_eq!(result, restored, "{name}");
    }
}

/// What only some transcriptions have: each kind of instruction, and notations
/// with attributes.
#[test]
fn text_has_what_tags_replaced() {
    let head = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>\
        <?rubricate record {\"bytes\":1,\"sha256\":\"\",\"sha256Collapsed\":\"\",\"encoding\":\"UTF-8\",\
        \"lineEnd\":\"CRLF\",\"convention\":\"plain\"}?><encodingDesc><tagsDecl>\
        <rendition xml:id=\"n\" scheme=\"free\">[Note\n@n: text()]</rendition>\
        <rendition xml:id=\"p\" scheme=\"free\">{@n}</rendition>\
        <rendition xml:id=\"css\" scheme=\"css\">x: y</rendition>\
        </tagsDecl></encodingDesc></teiHeader><text>\n<body>";
    for inner in [
        "<p>a<note n=\"5\" rendition=\"#n\">b</note>c<pb n=\"x1\" rendition=\"#css #p\"/></p>\n<p>d</p>",
        "<note rendition=\"#n\"><pb rendition=\"#p\"/></note><hi rendition=\"#css\">a</hi>",
        "a\n<?rubricate lf?>\nb<?rubricate lf?><hi>\nc</hi><?rubricate lf?><!-- d -->\ne",
        "<?rubricate source \"a\\\\b\\\"c\\u003f\\u2014\\u000a\\u00a7\"?>\n&#13;e",
        // All that an instruction has as a number, but what XML cannot hold.
        "<?rubricate source \"\\u007f\\u0080\\u0085\\u009f\\u00a0\\u00ad\\u2000\\u200b\\u200f\\u2028\\u2029\\u202a\\u202f\\ufeff—é\u{301}😀\"?>",
        "<choice><sic>a</sic><corr>b</corr></choice><corr>c</corr><choice><abbr>d</abbr>\
         <expan rendition=\"#n\">e<hi rendition=\"#n\">f</hi></expan></choice>",
        &"a line\n".repeat(5000),
    ] {
        let tei = format!("{head}{inner}</body>\n</text></TEI>");
        let document = [("made".to_owned(), tei)];
        let Some(results) = xsltproc("to-text.xsl", &document) else { return };
        let restored = restore(document[0].1.as_bytes()).unwrap().bytes;
        assert_eq!(results[0], String::from_utf8(restored).unwrap(), "{inner:.100}");
    }
}

/// Transcriptions of pages and catalogues, which the stylesheets do not read.
fn has_no_text(name: &str) -> bool {
    matches!(name, "sourcedoc" | "catalogue" | "letter-list")
}

#[test]
fn html_has_the_words_and_heads_of_the_program() {
    let documents = documents();
    let Some(results) = xsltproc("to-html.xsl", &documents) else { return };
    for ((name, tei), page) in documents.iter().zip(results) {
        if has_no_text(name) {
            continue;
        }
        let found = wrong(&reading::Reading::of(tei), &outputs::html(&page), true);
        assert_eq!(found, [""; 0], "{name}:\n{page}");
        let own = export(tei, format("html").unwrap(), &ExportOptions::default()).unwrap();
        let own = String::from_utf8(own.content.bytes().to_vec()).unwrap();
        assert_eq!(heads(&page), heads(&own), "{name}");
    }
}

/// The headings of the text in an HTML page, with their levels.
fn heads(page: &str) -> Vec<(char, Vec<String>)> {
    let main = &page[page.find("<main").unwrap()..page.find("</main>").unwrap()];
    let mut heads = Vec::new();
    for part in main.split("<h").skip(1) {
        let level = part.chars().next().unwrap();
        let is_own = part.split('>').next().unwrap().contains("ui-added");
        if !('2'..='6').contains(&level) || is_own {
            continue;
        }
        let head = format!("<h{}</h{level}>", part.split("</h").next().unwrap());
        let words = outputs::html(&format!("<main>{head}</main>")).text;
        heads.push((level, words.split_whitespace().map(str::to_owned).collect()));
    }
    heads
}

#[test]
fn markdown_has_all_words() {
    let documents = documents();
    let Some(results) = xsltproc("to-markdown.xsl", &documents) else { return };
    for ((name, tei), file) in documents.iter().zip(results) {
        if has_no_text(name) {
            continue;
        }
        let found =
            wrong(&reading::Reading::after_deletions(tei), &outputs::markdown(&file), false);
        assert_eq!(found, [""; 0], "{name}:\n{file}");
    }
}

#[test]
fn notes_are_at_their_markers() {
    let documents = documents();
    let Some(results) = xsltproc("notes-inline.xsl", &documents) else { return };
    let sample = documents.iter().position(|(name, _)| name == "gutenberg-novel").unwrap();
    let inline = &results[sample];
    assert!(inline.contains("the Ham,<anchor xml:id=\"chapter-1-note-1-ref\"/><note xml:id=\"chapter-1-note-1\" n=\"1\" rendition=\"#footnote\"> <p>That is, a piece"));
    assert!(!inline.contains("noteAnchor"));
    let apparatus = documents.iter().position(|(name, _)| name == "apparatus").unwrap();
    let inline = &results[apparatus];
    assert_eq!(inline.matches("Nine.").count(), 1);
    assert!(inline.contains("See <note xml:id=\"n9\" n=\"9\">Nine.</note>, <ref type=\"noteAnchor\" target=\"#n9\">[9]</ref>"));
    assert!(inline.contains("<note xml:id=\"n8\" n=\"8\"><p>Eight.</p></note>"));
}

#[test]
fn notes_that_lead_to_each_other_stay() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><p>a</p>\
        <note xml:id=\"a\">one <ref target=\"#b\">2</ref></note>\
        <note xml:id=\"b\">two <ref target=\"#a\">1</ref></note></body></text></TEI>";
    let Some(results) = xsltproc("notes-inline.xsl", &[("cycle".to_owned(), tei.to_owned())])
    else {
        return;
    };
    assert_eq!(canonical(&results[0]), canonical(tei));
}

#[test]
fn editions_with_inline_notes_are_valid() {
    let samples: Vec<(String, String)> = samples::all()
        .into_iter()
        .map(|sample| (sample.name.clone(), sample.convert().tei))
        .collect();
    let Some(schema) = schema_file(rubricate::Profile::TeiPublisher) else {
        return skipped("editions_with_inline_notes_are_valid", "tei_all.rng");
    };
    let Some(results) = xsltproc("notes-inline.xsl", &samples) else { return };
    let directory = tempfile::tempdir().unwrap();
    for ((name, _), result) in samples.iter().zip(results) {
        fs::write(directory.path().join(name).with_extension("xml"), result).unwrap();
    }
    let Some(mut jing) = program("sh", &["-c", "command -v jing"]) else { return };
    let output = jing
        .args(["-c", "jing \"$0\" *.xml"])
        .arg(schema)
        .current_dir(directory.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

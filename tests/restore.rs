//! The way back: after strangers had the file, and after people edited it.

mod strangers;

use rubricate::{Options, Restoration, Verdict, convert, restore};

use crate::samples;
use crate::support::{Test, edition};

const PAGE: &str = "May 8, 1937, Paris. Two walks with A.G.\r\n\r\nOne more [1] line.\r\n";

fn restored(tei: &str) -> Restoration {
    restore(tei.as_bytes()).unwrap()
}

/// One word of the text is another one.
#[test]
fn an_edited_word_is_reported() {
    let edited = edition(PAGE).replace("Two walks", "Three walks");
    let found = restored(&edited);
    assert_eq!(found.verdict, Verdict::TextEdited);
    assert_eq!(found.bytes, PAGE.replace("Two", "Three").as_bytes());
    let test = Test::new().file("a.xml", edited);
    let said = "a.xml: text edited\n  the text is no longer that of the transcription the document was made of\n  help: `rubricate restore FILE | diff - TRANSCRIPTION` shows where\n";
    test.run("restore a.xml -o a.txt").status(1).stderr(said);
    assert_eq!(test.read("a.txt"), PAGE.replace("Two", "Three").as_bytes());
}

/// The header is not the transcription; it may be laid out in any way.
#[test]
fn the_header_may_be_reformatted() {
    for sample in samples::all() {
        let tei = sample.convert().tei;
        let (header, text) = tei.split_once("\n  <text>").unwrap();
        let header = header.replace("\n  ", "\n\t\t\t").replace("><", ">\n<");
        let found = restored(&format!("{header}\n  <text>{text}"));
        assert_eq!(found.verdict, Verdict::Identical, "{}", sample.name);
        assert_eq!(found.bytes, sample.transcription, "{}", sample.name);
    }
}

#[test]
fn white_space_only() {
    let spaced = edition(PAGE).replace("<p>", "<p>\n      ").replace("</p>", "\n    </p>");
    let found = restored(&spaced);
    assert_eq!(found.verdict, Verdict::OnlyReformatted);
    assert_eq!(words(&found.bytes), words(PAGE.as_bytes()));
    let test = Test::new().file("a.xml", spaced);
    let run = test.run("restore a.xml").status(0);
    assert!(run.stderr.starts_with("a.xml: only reformatted\n"), "{}", run.stderr);
}

/// Tags are not the text: put in, taken out or changed by hand, they leave it
/// as it was.
#[test]
fn tags_may_be_edited() {
    let tei = edition(PAGE);
    let place = &tei[tei.find("<placeName ref=\"#paris\"").unwrap()..];
    let end = "Paris</placeName>";
    let place = &place[..place.find(end).unwrap() + end.len()];
    let changes = [
        ("Two walks", "<emph>Two</emph> walks"),
        ("Two walks", "<choice><sic>Two walks</sic><corr>Two long walks</corr></choice>"),
        ("Two walks", "<choice>\n  <sic>Two walks</sic>\n  <corr>Two long walks</corr>\n</choice>"),
        ("Two walks", "Two<!-- or three? --> walks"),
        ("Two walks", "Two<?oxygen comment?> walks"),
        ("Two walks", "<![CDATA[Two]]> &#119;alks"),
        (place, "Paris"),
        ("when=\"1937-05-08\"", "when=\"1938-05-08\""),
    ];
    for (from, to) in changes {
        assert!(tei.contains(from), "{from}");
        let found = restored(&tei.replace(from, to));
        assert_eq!(found.verdict, Verdict::Identical, "{to}");
        assert_eq!(found.bytes, PAGE.as_bytes(), "{to}");
    }
}

/// What editors put into the text is not the transcription; what they only mark as
/// put in by somebody is.
#[test]
fn additions_of_editors() {
    let tei = edition(PAGE);
    let cases = [
        ("walks", "walks<note>In May.</note>", "1 note"),
        (
            "walks",
            "walks<note resp=\"#ed\"><p>Of <date when=\"1937-05\">May</date>.</p></note>",
            "1 note",
        ),
        ("walks", "<supplied>long </supplied>walks<note>?</note>", "1 note, 1 supplied"),
        ("walks", "walks<supplied> (long ones)</supplied>", "1 supplied"),
        ("Two walks", "<subst><del>Two walks</del><add>A walk</add></subst>", "1 add"),
        ("Two", "<add place=\"above\">Two</add>", ""),
        ("Two walks", "<supplied>Two</supplied> walks<note>In May.</note>", "1 note"),
    ];
    for (from, to, left_out) in cases {
        assert!(tei.contains(from), "{from}");
        let found = restored(&tei.replacen(from, to, 1));
        assert_eq!(found.verdict, Verdict::Identical, "{to}");
        assert_eq!(found.bytes, PAGE.as_bytes(), "{to}");
        let said: Vec<_> = found.diagnostics.iter().map(|found| found.message.as_str()).collect();
        let expected = format!("left out what the transcription did not have: {left_out}");
        assert_eq!(said, if left_out.is_empty() { vec![] } else { vec![expected.as_str()] });
    }
    // Who edits the text as well gets all of it.
    let edited = tei.replacen("walks", "rides<note>In May.</note>", 1);
    let found = restored(&edited);
    assert_eq!(found.verdict, Verdict::TextEdited);
    assert!(String::from_utf8(found.bytes).unwrap().contains("Two ridesIn May."));
}

/// Line ends of the file are not those of the transcription.
#[test]
fn the_file_may_have_other_line_ends() {
    for sample in samples::all() {
        let crlf = sample.convert().tei.replace('\n', "\r\n");
        let found = restored(&crlf);
        assert_eq!(found.bytes, sample.transcription, "{}", sample.name);
        assert_eq!(found.verdict, Verdict::Identical, "{}", sample.name);
    }
}

#[test]
fn the_file_may_be_in_another_encoding() {
    let tei = edition("Un été à Paris.\r\n");
    let declared = tei.replacen("UTF-8", "UTF-16", 1);
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(declared.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin1: Vec<u8> = tei
        .replacen("UTF-8", "ISO-8859-1", 1)
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let with_mark = [b"\xEF\xBB\xBF", tei.as_bytes()].concat();
    for file in [utf16, latin1, with_mark] {
        let found = restore(&file).unwrap();
        assert_eq!(found.bytes, "Un été à Paris.\r\n".as_bytes());
        assert_eq!(found.verdict, Verdict::Identical);
    }
}

/// Any TEI has a text, also one that this program did not write.
#[test]
fn foreign_tei() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n  <teiHeader><fileDesc/></teiHeader>\n  \
               <text>\n<body><head>A &amp; B</head>\n<p>Some <hi>words</hi>,<lb/>\nand &#x65E5;.</p></body>\n  </text>\n</TEI>\n";
    let found = restored(tei);
    assert_eq!(found.verdict, Verdict::NoRecord);
    let shown = String::from_utf8(found.bytes.clone()).unwrap();
    assert_eq!(words(&found.bytes), ["A", "&", "B", "Some", "words,", "and", "日."], "{shown}");
    assert!(!shown.contains('<'));
    let test = Test::new().file("foreign.xml", tei);
    let run = test.run("restore foreign.xml").status(0).stdout(shown);
    assert!(run.stderr.starts_with("foreign.xml: no record\n"), "{}", run.stderr);
}

/// An edited text may have a character that the encoding of the source lacks.
#[test]
fn a_character_that_the_encoding_lacks() {
    let tei = convert(b"caf\xE9 in town.\n", &Options::default()).unwrap().tei;
    let found = restored(&tei.replace("in town", "in 東京"));
    assert_eq!(found.verdict, Verdict::TextEdited);
    assert_eq!(String::from_utf8(found.bytes).unwrap(), "café in 東京.\n");
    assert!(found.diagnostics.iter().any(|found| found.code == rubricate::Code::Unencodable));
}

/// The words of a text, wherever the lines end.
pub(crate) fn words(text: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(text).split_whitespace().map(str::to_owned).collect()
}

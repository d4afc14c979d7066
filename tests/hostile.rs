//! Bytes that break careless programs: each comes back as it was, and each
//! edition is well-formed and valid, whatever the convention.

use std::sync::LazyLock;

use rubricate::convention::{CONVENTIONS, named};
use rubricate::{Encoding, Options, Schema, Severity, Source, Verdict, convert, restore, validate};

static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::embedded);

/// Converts and restores with no convention given and with each of them.
#[track_caller]
fn survives(name: &str, bytes: &[u8]) {
    let conventions = CONVENTIONS.iter().copied().map(Some).chain([None]);
    for convention in conventions {
        let options = Options { convention, ..Options::default() };
        survives_with(name, bytes, &options);
    }
}

#[track_caller]
fn survives_with(name: &str, bytes: &[u8], options: &Options) {
    let convention = options.convention.map(|convention| convention.name);
    let edition = convert(bytes, options).unwrap();
    assert!(edition.report.restored, "{name} as {convention:?}");
    let restored = restore(edition.tei.as_bytes()).unwrap();
    assert_eq!(restored.verdict, Verdict::Identical, "{name} as {convention:?}");
    // Not assert_eq, which would show megabytes.
    assert!(restored.bytes == bytes, "{name} as {convention:?}: other bytes");
    let document = roxmltree::Document::parse(&edition.tei);
    assert!(document.is_ok(), "{name} as {convention:?}: {:?}", document.err());
    let found = validate(&edition.tei, &SCHEMA);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{name} as {convention:?}: {error:?}");
}

/// The text in UTF-16, with or without a byte order mark.
fn utf16(text: &str, order: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
}

const PAGE: &str = "CHAPTER I\n\nMay 8, 1937, Paris. Été [1] à midi.\n\n_Two_ walks.\n";

/// A separator of Unicode before the first word of a line moves it.
#[test]
fn separators_before_words() {
    let page = "CONTENTS\n\n\u{2028}\u{2028}Last updated on 29 September 2018[1] A note.\n\n\nDear Sir,\n\n";
    for separator in ["\u{2028}", "\u{A0}", "\u{3000}", "\u{85}", "\t", "\u{FEFF}"] {
        survives(separator, page.replace('\u{2028}', separator).as_bytes());
    }
}

#[test]
fn parts_that_meet() {
    let verse = "Short line,\nAnother line;\nA third one,\nAnd a fourth.";
    let cases = [
        ("a space before the first word", "\u{A0}I. The End     7\n\n".to_owned()),
        ("a line before the first word", "(\n\u{A0}Gide, André, 7\n".to_owned()),
        ("asterisks around what is no ASCII", "*é****\n".to_owned()),
        (
            "a heading that goes on with the end",
            "CHAPTER I\n\nIt rained.\n\nCHAPTER I\n\na [Footnote: within] b\n\nTHE END\n\n\u{A0}"
                .to_owned(),
        ),
        (
            "an epigraph between the lines of a title",
            format!("Gide\nPreface\n\n]{verse}\n\nin Madrid ^1 A note.\n\nCONTENTS\n\n\u{A0}"),
        ),
    ];
    for (name, text) in cases {
        survives(name, text.as_bytes());
    }
}

#[test]
fn envelopes() {
    let cases: &[(&str, Vec<u8>)] = &[
        ("empty", vec![]),
        ("only a mark", b"\xEF\xBB\xBF".to_vec()),
        ("mark", [b"\xEF\xBB\xBF", PAGE.as_bytes()].concat()),
        ("two marks", [b"\xEF\xBB\xBF\xEF\xBB\xBF", PAGE.as_bytes()].concat()),
        ("no final newline", PAGE.trim_end().into()),
        ("many final newlines", [PAGE, "\n\n\n\n\n"].concat().into()),
        ("newlines first", ["\n\n\n", PAGE].concat().into()),
        ("only newlines", b"\n\n\n\n".to_vec()),
        ("only spaces", b"   \t \n  ".to_vec()),
        ("one letter", b"x".to_vec()),
        ("CRLF", PAGE.replace('\n', "\r\n").into()),
        ("CRLF without the last", PAGE.trim_end().replace('\n', "\r\n").into()),
        ("lone CR", PAGE.replace('\n', "\r").into()),
        ("one lone CR", PAGE.replacen('\n', "\r", 1).into()),
        ("mixed ends", PAGE.replacen('\n', "\r\n", 2).into()),
        ("LF CR", PAGE.replace('\n', "\n\r").into()),
        ("CR CR LF", PAGE.replace('\n', "\r\r\n").into()),
        ("ends with CR", [PAGE, "\r"].concat().into()),
    ];
    for (name, bytes) in cases {
        survives(name, bytes);
    }
}

#[test]
fn encodings() {
    let latin1 = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    let cases: &[(&str, Vec<u8>)] = &[
        ("Latin-1", latin1(PAGE)),
        ("all bytes", (0..=255).collect()),
        ("all bytes, many times", (0..=255).cycle().take(5000).collect()),
        ("Windows-1252", b"\x93Caf\xE9\x94 \x96 5 \x80\n".to_vec()),
        ("bytes Windows-1252 has not", b"caf\xE9 \x81\x8D\x8F\x90\x9D\n".to_vec()),
        ("UTF-16LE", utf16(PAGE, u16::to_le_bytes, true)),
        ("UTF-16BE", utf16(PAGE, u16::to_be_bytes, true)),
        ("UTF-16LE without a mark", utf16(PAGE, u16::to_le_bytes, false)),
        ("UTF-16BE without a mark", utf16(PAGE, u16::to_be_bytes, false)),
        ("UTF-16 of odd length", [&utf16(PAGE, u16::to_le_bytes, true)[..], b"\n"].concat()),
        ("UTF-16 with half a pair", b"\xFF\xFEA\0\x00\xD8B\0\n\0".to_vec()),
        ("UTF-32LE", b"\xFF\xFE\0\0A\0\0\0\n\0\0\0".to_vec()),
        ("UTF-8 cut off", "Été".as_bytes()[..4].to_vec()),
        ("one bad byte in UTF-8", [PAGE.as_bytes(), b"\xFF and more\n"].concat()),
        ("overlong UTF-8", b"a \xC0\xAF b \xE0\x80\xAF\n".to_vec()),
        ("surrogates in UTF-8", b"a \xED\xA0\x80\xED\xB0\x80 b \xC3\xA9\n".to_vec()),
        ("beyond Unicode", b"a \xF4\x90\x80\x80 \xC3\xA9\n".to_vec()),
        ("escape sequences", b"\x1B$B%F%9%H\x1B(B\n".to_vec()),
    ];
    for (name, bytes) in cases {
        survives(name, bytes);
    }
}

/// Read in a wrong encoding, the bytes come back all the same.
#[test]
fn forced_encodings() {
    let labels = [
        "utf-8", "latin1", "windows-1251", "macintosh", "koi8-r", "utf-16le", "utf-16be",
        "shift_jis", "gb18030", "big5", "euc-jp", "euc-kr", "x-user-defined",
    ];
    let inputs: [&[u8]; 5] = [
        PAGE.as_bytes(),
        b"\xFF\xFE\x41\x00\n\0",
        b"\x81\x30\x81\x30 \xA4\xA4\x1B\x80\xFF\n",
        b"\xEF\xBB\xBFA\r\nB\rC",
        b"",
    ];
    for label in labels {
        let encoding = Encoding::for_label(label);
        assert!(encoding.is_some(), "{label}");
        let options = Options { encoding, ..Options::default() };
        for bytes in inputs {
            survives_with(label, bytes, &options);
        }
    }
}

#[test]
fn characters() {
    let controls = (0..=0x9F).filter_map(char::from_u32).filter(|c| c.is_control());
    let mut cases: Vec<char> = controls.collect();
    cases.extend("\u{A0}\u{AD}\u{200B}\u{200E}\u{202E}\u{2028}\u{2029}\u{FEFF}\u{FFFC}".chars());
    cases.extend("\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}\u{E000}\u{FDD0}\u{378}".chars());
    cases.extend("𝔸😀𐍈\u{1F1E6}\u{E0001}\u{301}שع日ﷺ&<>\"'`[]{}_=*#@\\|".chars());
    for c in cases {
        let name = format!("U+{:04X}", u32::from(c));
        survives(&name, format!("{c}").as_bytes());
        survives(&name, format!("A{c}b, {c}{c} c{c}\n\n{c}\n{c}D {c} e\n").as_bytes());
        let heads = format!("CHAPTER I{c}\n\n{c}May 8, 1937, {c}Paris. A{c}\n\n[1] A {c}note.\n");
        survives(&name, heads.as_bytes());
    }
}

#[test]
fn markup_in_the_text() {
    let cases = [
        "]]>",
        "<p>A &amp; B</p> <br/> </TEI>",
        "<!-- A --> -- -->",
        "<![CDATA[A]]>",
        "<!DOCTYPE TEI [<!ENTITY x \"y\">]>&x;",
        "<?xml version=\"1.0\"?> ?>",
        "<?rubricate source \"x\"?>",
        "<?rubricate record {}?>",
        "<?rubricate lf?>",
        "&#13; &#xD; &#x0; &nbsp; & &amp;amp;",
        "xml:space=\"default\" xmlns=\"x\"",
        "{{x}} ${x} %s %n \\n \\u0000",
        "_a_ =b= _c\nd_ __ _ =",
        "[illegible] [sic] x [sic] [?] [x?] [p. 1] [[a|b]] [",
        "[Footnote 1: A _b] c_] [Footnote 1:]",
        "[Illustration: ] [Illustration] [Illustration:\n\nA\n\nB]",
        "[1] [1] [1]\n\n[1] A\n\n[1] B\n\n1. C",
        "*** START OF THE PROJECT GUTENBERG EBOOK X ***",
        "*** END OF THE PROJECT GUTENBERG EBOOK X ***\n\n*** START OF THE PROJECT GUTENBERG EBOOK X ***",
    ];
    for text in cases {
        survives(text, text.as_bytes());
        survives(text, format!("A b c.\n\n{text}\n\nD {text} e.\n\n{text} F\n").as_bytes());
    }
}

/// What is written in an attribute or the header must hold, too.
#[test]
fn hostile_heads_and_names() {
    for c in ["\0", "\u{B}", "\u{FFFF}", "\"", "<", "&", "]]>", "?>", "\u{85}", "\r"] {
        let text = format!(
            "By A{c}B\n\nThe {c}Title{c}\n\n({c}1937)\n\nFrom The {c}Times, Vol. 3, May 1910.\n\
             Translated by C{c} D.\n\n\nCHAPTER I. {c}Head{c}\n\nPaul{c} Smith met Mr. {c}Smith{c}.\n\
             \nLast updated on 29{c} September 2018\n"
        );
        survives(&format!("{c:?}"), text.as_bytes());
    }
}

#[test]
fn one_line_of_five_megabytes() {
    let words = "May 8, 1937, Paris. Mr. Smith met General Wrangel & went on. ";
    let text = words.repeat(5_000_000 / words.len());
    survives_with("long line", text.as_bytes(), &Options::default());
    let solid = "x".repeat(5_000_000);
    survives_with("long word", solid.as_bytes(), &Options::default());
    let brackets = "[".repeat(1_000_000);
    survives_with("brackets", brackets.as_bytes(), &Options::default());
}

/// Who looks from each of them to the end of the text is never done.
#[test]
fn marks_that_nothing_closes() {
    for mark in ["*", "†", "¹", "[", "[?", "[a", "(", "{", "_a ", "=a ", "“", "[Footnote 1: ", "<"]
    {
        survives(mark, mark.repeat(100_000 / mark.len()).as_bytes());
    }
}

/// `{1}` is a page of the book, and so no marker of the note that stands below.
#[test]
fn a_page_that_could_be_a_marker() {
    let text = "\0{1} A note.\n\n1. One.\n\n";
    let options = Options { convention: named("gutenberg"), ..Options::default() };
    survives_with("a page", text.as_bytes(), &options);
    let edition = convert(text.as_bytes(), &options).unwrap().tei;
    assert!(edition.contains("<pb n=\"1\"") && !edition.contains("target="), "{edition}");
}

#[test]
fn a_note_over_two_lines_of_a_title() {
    let text = "[Footnote 1: A house\n]]>Chapter I\n\nChapter I\n\nText.\n";
    let options = Options { convention: named("gutenberg"), ..Options::default() };
    survives_with("a title", text.as_bytes(), &options);
    let edition = convert(text.as_bytes(), &options).unwrap().tei;
    assert_eq!(edition.matches("<titlePart").count(), 2, "{edition}");
}

#[test]
fn a_note_under_an_item_of_a_list() {
    let text = "CONTENTS\n\nOf a man of one book.[2]\n\n[Footnote 2: The Book.]\n\nOf mills.\n";
    let options = Options { convention: named("gutenberg"), ..Options::default() };
    survives_with("an item", text.as_bytes(), &options);
    let edition = convert(text.as_bytes(), &options).unwrap().tei;
    assert!(edition.contains("<note ") && edition.contains("target=\"#contents"), "{edition}");
}

/// Thousands of lines of nothing, of one letter, of heads.
#[test]
fn many_lines() {
    let lines = [
        "\n",
        "x\n",
        "x\n\n",
        "\u{C}\n",
        "CHAPTER I\n\n",
        "[1]\n\n",
        "1819\n\n",
        "SOUPS\n\n",
        "To boil a Pike.\n\n",
        "§. 1.\n\n",
        "Filed May 9\n\n",
        "Liebe Eltern\n\n",
        "Monday May 4th\nRain all day.\n",
        "Mr. and Mrs. Hale came.\n",
        "Footnote 1:\n\n  Words of it.\n\n",
        "HESTER. Who?\n\nCOLBY [low] I. (He goes.)\n\nNo.\n\n",
        "  Hester. Who?\n  Colby. I.\n",
        "CONTENTS\n\nChapter one of it\n\nIt rained, and nobody came.\n\n",
        "To Mrs. Hale.\n\nReading, March 3, 1843.\n\nIt rained.\n\nJ. B.\n\n",
    ];
    for line in lines {
        survives_with(line, line.repeat(30_000).as_bytes(), &Options::default());
    }
}

#[test]
fn a_transcription_that_is_an_edition() {
    let once = convert(PAGE.as_bytes(), &Options::default()).unwrap().tei;
    let twice = convert(once.as_bytes(), &Options::default()).unwrap().tei;
    let back = restore(twice.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(back.bytes).unwrap(), once);
    survives("an edition of an edition", twice.as_bytes());
}

/// The text of the edition is the text of the source, not only the bytes that
/// are restored.
#[test]
fn the_words_stand_in_the_edition() {
    let edition = convert(PAGE.as_bytes(), &Options::default()).unwrap();
    let document = roxmltree::Document::parse(&edition.tei).unwrap();
    let text = document.descendants().find(|node| node.tag_name().name() == "text").unwrap();
    let shown: String =
        text.descendants().filter_map(|node| node.is_text().then(|| node.text())?).collect();
    let source = Source::read(PAGE.as_bytes(), None).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&shown), words(source.text()));
}

/// The front matter ends where the text ends, or notes begin.
#[test]
fn front_matter_of_little_text() {
    const LICENCE: &str = "*** END OF THE PROJECT GUTENBERG EBOOK X ***\n\n";
    for text in [
        format!("\n\n{LICENCE}{LICENCE}– Ed.\nCHAPTER II. The End\nFootnotes\n– Ed.\n– Ed.\n"),
        "Victor Serge\n\nVictor Serge\n\nNotes\n\n31 February 1936– Ed.\n\u{A0}".to_owned(),
    ] {
        let edition = convert(text.as_bytes(), &Options::default()).unwrap();
        assert!(edition.report.restored, "{text}");
        assert!(validate(&edition.tei, &Schema::embedded()).is_empty(), "{text}");
    }
}

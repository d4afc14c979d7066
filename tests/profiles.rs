//! What each profile makes of one page, and whose schema takes it.

use std::fs;
use std::path::Path;
use std::process::Command;

use rubricate::convention::named;
use rubricate::date::{CalendarDate, DateValue};
use rubricate::metadata::Metadata;
use rubricate::{Options, Profile, Schema, Severity, convert, restore, validate};

use crate::shared::{foreign_schema, schema_file, skipped, transcriptions};

const LETTERS: &str = "\
LETTERS

I.

Vienna, March 5, 1818.

Dear General Wrangel,

I saw _Faust_ with Mr. Gide[1] and went on to {12}Madrid the very next morning, as I had told you.

Yours truly,
L. van Beethoven.

II.

I came home. The house stood empty and nobody had been there for many weeks.

[Illustration: The house]

[Illustration]

FOOTNOTES

[1] A writer.
";

/// The edition of the letters, which gives them back.
fn edition(profile: Profile, metadata: Metadata) -> String {
    let convention = named("gutenberg");
    let options = Options { convention, profile, metadata, ..Options::default() };
    let edition = convert(LETTERS.as_bytes(), &options).expect("it is short");
    assert!(edition.report.restored);
    let restored = restore(edition.tei.as_bytes()).expect("it is TEI");
    assert_eq!(restored.bytes, LETTERS.as_bytes());
    assert!(edition.tei.contains(profile.schema()));
    edition.tei
}

#[track_caller]
fn has(edition: &str, parts: &[&str]) {
    for part in parts {
        assert!(edition.contains(part), "no {part} in\n{edition}");
    }
}

#[track_caller]
fn lacks(edition: &str, parts: &[&str]) {
    for part in parts {
        assert!(!edition.contains(part), "{part} in\n{edition}");
    }
}

#[test]
fn tei_publisher() {
    let edition = edition(Profile::TeiPublisher, Metadata::default());
    has(
        &edition,
        &[
            r##"<dateline><placeName ref="#vienna""##,
            r##"<hi rend="italic" rendition="#underscores">"##,
            "<standOff>",
        ],
    );
    lacks(&edition, &["<correspDesc", "\"profile\""]);
}

#[test]
fn eltec() {
    let edition = edition(Profile::Eltec, Metadata::default());
    has(
        &edition,
        &[
            r#"<encodingDesc n="eltec-1">"#,
            r#"<e:timeSlot key="T1"/>"#,
            r#"<div type="titlepage"><p rend="titlePart">LETTERS</p></div>"#,
            r#"<div type="letter" xml:id="letter-1" n="1"><head>I.</head>"#,
            r#"<div type="chapter" xml:id="section-2" n="2"><head>II.</head>"#,
            r#"<p rend="dateline">Vienna, March 5, 1818.</p>"#,
            r#"<p rend="salute">Dear General Wrangel,</p>"#,
            r#"<?rubricate source "_"?><hi rend="italic">Faust<?rubricate source "_"?></hi>"#,
            r##"<ref type="noteAnchor" xml:id="note-1-ref" target="#note-1" n="1">[1]</ref>"##,
            r#"<?rubricate source "{12}"?><pb n="12"/>"#,
            r#"<p rend="signed">L. van Beethoven.</p>"#,
            r#"<div type="notes" xml:id="notes"><head>FOOTNOTES</head>"#,
            r##"<note xml:id="note-1" n="1" target="#note-1-ref">"##,
            r#"<p rend="figure"> The house"#,
            r#"<gap rend="figure"/>"#,
        ],
    );
    lacks(&edition, &["<persName", "<dateline", "<opener", "rendition", "<standOff", " cert="]);
}

/// Without a source, the year on the title page says when a novel is of.
#[test]
fn eltec_dates_a_novel_by_its_title_page() {
    let options = Options { profile: Profile::Eltec, ..Options::default() };
    let novel = |year: &str| {
        let text = format!(
            "THE OLD HOUSE\n\nA NOVEL\n\nBY\n\nMARY STONE\n\n{year}\n\nCHAPTER I\n\nIt was dark.\n\n\
             CHAPTER II\n\nThe morning came.\n"
        );
        convert(text.as_bytes(), &options).unwrap().tei
    };
    has(
        &novel("1872"),
        &[
            r#"<e:timeSlot key="T2"/>"#,
            "The time slot T2 follows the year 1872 on the title page.",
            r#"<change when="2026">Encoded by rubricate "#,
        ],
    );
    has(
        &novel("1802"),
        &["The time slot T1 stands because the schema asks for one: the work is older."],
    );
    has(&novel("LONDON"), &["it is not known when the work was first published."]);
}

/// A note among the paragraphs has no division of notes around it; its words
/// and its brackets are a paragraph, which the marker points to.
#[test]
fn eltec_keeps_the_words_of_a_note_in_its_place() {
    let text = "CHAPTER I\n\nOne morning it was fine[1] and everybody went to the sea.\n\n\
                [Footnote 1: It was May.]\n\nThe next one it rained all day long.\n";
    let convention = named("gutenberg");
    let options = Options { convention, profile: Profile::Eltec, ..Options::default() };
    let edition = convert(text.as_bytes(), &options).unwrap().tei;
    has(
        &edition,
        &[
            r##"target="#chapter-1-note-1" n="1">[1]</ref>"##,
            r#"<p xml:id="chapter-1-note-1">[Footnote 1: It was May.]</p>"#,
        ],
    );
    lacks(&edition, &["<note", "<?rubricate source"]);
    assert_eq!(restore(edition.as_bytes()).unwrap().bytes, text.as_bytes());
}

/// What the transcriber marked as doubtful has no tag there; the brackets are
/// text again.
#[test]
fn brackets_without_a_tag_are_text() {
    let text = "We came to the [barn?] and recieved [sic] a letter. [illegible] the end.\n";
    for (profile, words) in [
        (
            Profile::Eltec,
            r#"<p>We came to the [barn?] and recieved [sic] a letter. <?rubricate source "[illegible]"?><gap/> the end.</p>"#,
        ),
        (
            Profile::Dtabf,
            r#"<p>We came to the [barn?] and <sic>recieved<?rubricate source " [sic]"?></sic> a letter. <?rubricate source "[illegible]"?><gap reason="illegible"/> the end.</p>"#,
        ),
    ] {
        let options = Options { convention: named("typescript"), profile, ..Options::default() };
        let edition = convert(text.as_bytes(), &options).unwrap().tei;
        has(&edition, &[words]);
        assert_eq!(restore(edition.as_bytes()).unwrap().bytes, text.as_bytes());
    }
}

/// A chapter of the collection has no other division in it.
#[test]
fn eltec_makes_chapters_of_what_stands_before_divisions() {
    let text = "PART I\n\nBefore the first chapter there is this paragraph of some length.\n\n\
                CHAPTER I\n\nOne morning it was fine and everybody went to the sea.\n\n\
                CHAPTER II\n\nThe next one it rained and nobody went anywhere at all.\n";
    let options = Options { profile: Profile::Eltec, ..Options::default() };
    let edition = convert(text.as_bytes(), &options).unwrap().tei;
    has(
        &edition,
        &[
            r#"<div type="group""#,
            "<div type=\"chapter\"><p>Before",
            r#"<div type="chapter" xml:id"#,
        ],
    );
    let plain = convert(b"A few words.\n", &options).unwrap().tei;
    has(&plain, &[r#"<body xml:space="preserve"><div type="chapter"><p>A few words.</p></div>"#]);
    assert_eq!(restore(plain.as_bytes()).unwrap().bytes, b"A few words.\n");
}

#[test]
fn dtabf() {
    let metadata = Metadata {
        sender: Some("Ludwig van Beethoven".to_owned()),
        recipient: Some("Friedrich von Wrangel".to_owned()),
        licence: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        ..Metadata::default()
    };
    let edition = edition(Profile::Dtabf, metadata);
    has(
        &edition,
        &[
            r#"<title type="main">LETTERS</title>"#,
            r#"<licence target="https://creativecommons.org/licenses/by/4.0/">"#,
            "<p>Letter from Ludwig van Beethoven to Friedrich von Wrangel.</p>",
            r#"<item xml:id="wrangel">"#,
            r#"<titlePage type="main"><docTitle><titlePart type="main">"#,
            r#"<div type="letter" xml:id="letter-1" n="1"><head>I.</head>"#,
            r##"<opener><dateline><placeName ref="#vienna">Vienna</placeName>, <date when="1818-03-05">March 5, 1818</date>.</dateline>"##,
            r##"<salute>Dear <persName ref="#wrangel">General Wrangel</persName>,</salute></opener>"##,
            r##"<?rubricate source "_"?><hi rendition="#i">"##,
            r##"<ref xml:id="note-1-ref" target="#note-1">[1]</ref>"##,
            r##"<?rubricate source "{12}"?><pb facs="#f0001" n="12"/>"##,
            r##"<signed><persName ref="#van-beethoven-l">L. van Beethoven</persName>.</signed>"##,
            r##"<note place="end" xml:id="note-1" n="1" corresp="#note-1-ref">"##,
            "<figure/>",
        ],
    );
    lacks(&edition, &["xml:space", "xml:lang", " cert=", " resp=", "<standOff", " scheme="]);
}

#[test]
fn evt() {
    let edition = edition(Profile::Evt, Metadata::default());
    lacks(&edition, &["<standOff"]);
    let source =
        edition.split_once("<sourceDesc>").unwrap().1.split_once("</sourceDesc>").unwrap().0;
    has(source, &["<listPerson>", r#"<person xml:id="wrangel""#, "<listPlace>"]);
    has(
        &edition,
        &[
            r##"<persName ref="#wrangel" key="wrangel""##,
            r##"<pb n="12" rendition="#page-braces"/>"##,
            "<dateline>",
            r#"<note xml:id="note-1" n="1""#,
        ],
    );
}

/// The correspondence descriptions, without indentation.
fn letters(edition: &str) -> String {
    let start = edition.find("<correspDesc").expect("there is one");
    let end = edition.rfind("</correspDesc>").expect("it ends");
    edition[start..end].lines().map(str::trim).collect()
}

#[test]
fn cmif() {
    let edition = edition(Profile::Cmif, Metadata::default());
    has(&edition, &[r#"<hi rend="italic""#, "<standOff>", "<dateline>"]);
    assert_eq!(
        letters(&edition),
        r##"<correspDesc key="letter-1" corresp="#letter-1">"##.to_owned()
            + r#"<correspAction type="sent">"#
            + "<persName>L. van Beethoven</persName>"
            + "<placeName>Vienna</placeName>"
            + r#"<date when="1818-03-05"/>"#
            + "</correspAction>"
            + r#"<correspAction type="received">"#
            + "<persName>General Wrangel</persName>"
            + "</correspAction>"
    );
}

#[test]
fn cmif_takes_the_correspondents_from_the_metadata() {
    let metadata =
        Metadata { recipient: Some("Friedrich von Wrangel".to_owned()), ..Metadata::default() };
    let edition = edition(Profile::Cmif, metadata);
    has(
        &letters(&edition),
        &["<persName>L. van Beethoven</persName>", "<persName>Friedrich von Wrangel</persName>"],
    );
}

/// What is known of a document that is one letter is known of the letter.
#[test]
fn cmif_dates_a_letter_by_the_metadata() {
    let covers = CalendarDate::new(Some(1921), Some(5), Some(4)).map(DateValue::When);
    let metadata = Metadata { covers, ..Metadata::default() };
    let options = Options { profile: Profile::Cmif, metadata, ..Options::default() };
    let letter = "Dear Henry,\n\nI have your letter, and thank you for it.\n\nYours,\nJohn Brown\n";
    let edition = |text: &str| convert(text.as_bytes(), &options).unwrap().tei;
    has(&letters(&edition(letter)), &[r#"<date when="1921-05-04"/></correspAction>"#]);
    let among_others = format!("CHAPTER I\n\nIt was dark.\n\nCHAPTER II\n\n{letter}");
    lacks(&edition(&among_others), &["<correspAction type=\"sent\"><date"]);
}

/// An address below the date is that of the recipient, one above it a letterhead;
/// a memorandum says to whom it goes and from whom it comes.
#[test]
fn cmif_reads_addresses() {
    let options = Options { profile: Profile::Cmif, ..Options::default() };
    let edition = |text: &str| convert(text.as_bytes(), &options).unwrap().tei;
    let letter = "Mr. Thomas Aldridge\n12 Chapel Street\nBoston, Massachusetts\n\nMarch 4, 1952\n\n\
                  Mr. John Farrow\n44 Elm Road\nHartford, Connecticut\n\nDear Sir:\n\n\
                  I have your letter of the first, and thank you for it.\n\nSincerely yours,\n\nThomas Aldridge\n";
    let found = letters(&edition(letter));
    has(&found, &["<persName>Mr. John Farrow</persName>", "<persName>Thomas Aldridge</persName>"]);
    lacks(&found, &["Mr. Thomas", "Unknown"]);
    let memorandum = "MEMORANDUM\n\nTO:       Mr. Robert Bone\nFROM:     Miss Dora Marsh, Records Section\n\
                      DATE:     June 9, 1943\nSUBJECT:  Disposal of the files\n\n\
                      The road to the mill was under water, and nobody came to us.\n\nD. M.\n";
    let found = letters(&edition(memorandum));
    let (sent, received) = found.split_once("\"received\"").unwrap();
    has(sent, &["<persName>Miss Dora Marsh</persName>", r#"<date when="1943-06-09"/>"#]);
    has(received, &["<persName>Mr. Robert Bone</persName>"]);
}

/// The headings of an edition of letters say who wrote to whom, or that it was who
/// got the letter before; so does the margin.
#[test]
fn cmif_reads_headings() {
    let options = Options { profile: Profile::Cmif, ..Options::default() };
    let edition = |text: &str| letters(&convert(text.as_bytes(), &options).unwrap().tei);
    let told = "The road to the mill was under water, and Mrs. Martin was not there. Mr. Edward Bone \
                says that George Marsh came with him.";
    let headed =
        |head: &str, day: &str| format!("{head}\n\nReading, {day} May 1843.\n\n{told}\n\n\n");
    let found = edition(&format!(
        "{}{}{}{}",
        headed("To Mrs. Martin.", "1"),
        headed("To the Same.", "2"),
        headed("Mrs. Martin to George Marsh.", "3"),
        headed("To Mr. Edward Bone.", "4")
    ));
    let received: Vec<&str> = found.split("\"received\">").skip(1).collect();
    let names = ["Mrs. Martin", "Mrs. Martin", "George Marsh", "Mr. Edward Bone"];
    assert_eq!(received.len(), names.len(), "{found}");
    for (received, name) in received.iter().zip(names) {
        assert!(received.starts_with(&format!("<persName>{name}</persName>")), "{name}: {found}");
    }
    let sent = found.split("\"sent\">").nth(3).unwrap();
    assert!(sent.starts_with("<persName>Mrs. Martin</persName>"), "{found}");
    let margin = |who: &str, day: &str| {
        format!(
            "[Sidenote: {who}.]\n\nREADING, May {day}, 1843.\n\nMY DEAR MADAM,\n\n{told}\n\n\
             Faithfully yours.\n\n\n"
        )
    };
    let found = edition(&format!("{}{}", margin("Mrs. Martin", "1"), margin("The same", "2")));
    assert_eq!(
        found.matches("\"received\"><persName>Mrs. Martin</persName>").count(),
        2,
        "{found}"
    );
}

/// Of a letter that says nothing, and of a diary, nothing is said.
#[test]
fn cmif_invents_nothing() {
    let options = Options { profile: Profile::Cmif, ..Options::default() };
    for text in [
        "CHAPTER I\n\nDear Sir,\n\nI have nothing to say today but that the weather is bad.\n\n\
         CHAPTER II\n\nDear Sir,\n\nI have nothing to say today but that the weather is bad.\n",
        "May 8, 1937, Paris. Two walks with A.G.\n\nMay 9, 1937, Paris. Another walk with A.G.\n",
    ] {
        let edition = convert(text.as_bytes(), &options).unwrap().tei;
        lacks(&edition, &["<correspDesc"]);
    }
}

// Schemas of others.

/// Each of the shared transcriptions in each profile, and what the validator
/// that is built in says of it.
#[test]
fn shared_transcriptions_are_valid() {
    let files = transcriptions();
    let schemas: Vec<(Profile, Schema)> = Profile::ALL
        .iter()
        .filter_map(|profile| Some((*profile, foreign_schema(*profile)?)))
        .collect();
    if files.is_empty() || schemas.len() < Profile::ALL.len() {
        return skipped("shared_transcriptions_are_valid", "schemas and transcriptions");
    }
    let own = Schema::embedded();
    for file in &files {
        let bytes = fs::read(file).unwrap();
        for (profile, schema) in &schemas {
            let options = Options { profile: *profile, ..Options::default() };
            let edition = convert(&bytes, &options).unwrap();
            assert!(edition.report.restored, "{} {}", file.display(), profile.name());
            check(file, *profile, &edition.tei, schema);
            if profile.has_embedded_schema() {
                check(file, *profile, &edition.tei, &own);
            }
        }
    }
}

/// The header of a text of which everything is known, and of one of which odd
/// things are.
#[test]
fn headers_are_valid() {
    const KNOWN: &str = r#"
        title = "Letters"
        subtitle = ["1818", "Vienna"]
        author = ["Ludwig van Beethoven"]
        editor = ["A. B."]
        translator = "C. D."
        annotator = "E. F."
        illustrator = "G. H."
        transcriber = "I. J."
        encoder = "K. L."
        proofreader = "M. N."
        publisher = "O. P."
        place = "Vienna"
        repository = "Stadtarchiv"
        shelfmark = "B 12/3"
        created = "1818-05/1818-07"
        date = "2019-05-01"
        licence = "https://creativecommons.org/licenses/by/4.0/"
        language = "en"
        identifier = "10.1000/182"
        project = "All of the letters."
        sender = "Ludwig van Beethoven"
        recipient = "Friedrich von Wrangel"
    "#;
    const ODD: &str = r#"
        title = " "
        subtitle = ""
        date = "2019-19-71"
        licence = "all rights reserved"
        source = "a drawer"
        recipient = "Friedrich von Wrangel"
    "#;
    for profile in Profile::ALL {
        let Some(schema) = foreign_schema(*profile) else {
            return skipped("headers_are_valid", "schemas");
        };
        for text in [KNOWN, ODD] {
            let edition = edition(*profile, Metadata::from_toml(text).unwrap());
            assert!(text == ODD || edition.contains("Stadtarchiv") && edition.contains("B 12/3"));
            check(Path::new(text), *profile, &edition, &schema);
        }
    }
}

/// The book that a text was printed in is in the header, for every consumer.
#[test]
fn printed_books() {
    let page = "THE MILL\n\nBY JOHN ASHBY\n\nLONDON\nCHAPMAN AND HALL\n1873\n\nCHAPTER I\n\nA day.\n\n\
                CHAPTER II\n\nAnother day.\n";
    for profile in Profile::ALL {
        let options = Options { profile: *profile, ..Options::default() };
        let edition = convert(page.as_bytes(), &options).unwrap().tei;
        let (header, _) = edition.split_once("<text").unwrap();
        let source = header.split("<sourceDesc>").nth(1).unwrap();
        for part in [
            "<author>JOHN ASHBY</author>",
            "<pubPlace>LONDON</pubPlace>",
            "<publisher>CHAPMAN AND HALL</publisher>",
            "<date when=\"1873\">1873</date>",
        ] {
            assert!(source.contains(part), "{}: {part}\n{source}", profile.name());
        }
        if let Some(schema) = foreign_schema(*profile) {
            check(Path::new(page), *profile, &edition, &schema);
        }
    }
}

#[track_caller]
fn check(file: &Path, profile: Profile, edition: &str, schema: &Schema) {
    let found = validate(edition, schema);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{} {}: {error:?}", file.display(), profile.name());
}

/// The same with jing, where that is installed.
#[test]
fn shared_transcriptions_are_valid_to_jing() {
    let files = transcriptions();
    if files.is_empty() || Command::new("jing").output().is_err() {
        return skipped("shared_transcriptions_are_valid_to_jing", "jing and transcriptions");
    }
    let directory = tempfile::tempdir().unwrap();
    for profile in Profile::ALL {
        let Some(schema) = schema_file(*profile) else {
            return skipped("shared_transcriptions_are_valid_to_jing", "schemas");
        };
        let mut jing = Command::new("jing");
        jing.arg(schema);
        for file in &files {
            let options = Options { profile: *profile, ..Options::default() };
            let edition = convert(&fs::read(file).unwrap(), &options).unwrap();
            let name = format!("{}-{}.xml", file.file_stem().unwrap().display(), profile.name());
            let path = directory.path().join(name);
            fs::write(&path, edition.tei).unwrap();
            jing.arg(path);
        }
        let output = jing.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

//! Why a tag is there or not: pairs of a place and what is said of it.

use proptest::prelude::*;
use rubricate::authority::{Authority, NameRules};
use rubricate::explain::{NotExplained, explain};
use rubricate::{Options, Position, Source, convert};

use crate::promises::{PIECES, config};

/// The place of the first `|` in a text, and the text without it.
fn place(marked: &str) -> (String, Position) {
    let (before, after) = marked.split_once('|').unwrap();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = u32::try_from(before.matches('\n').count() + 1).unwrap();
    let column = u32::try_from(before[start..].chars().count() + 1).unwrap();
    (format!("{before}{after}"), Position { line, column })
}

fn shown(marked: &str, options: &Options) -> String {
    let (text, place) = place(marked);
    explain(text.as_bytes(), place, options).unwrap().show("a.txt")
}

/// What is said of the place of the `|` has these lines among its own.
#[track_caller]
fn check_with(marked: &str, options: &Options, expected: &[&str]) {
    let shown = shown(marked, options);
    for expected in expected {
        assert!(shown.lines().any(|line| line.trim().starts_with(expected)), "{expected}\n{shown}");
    }
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    check_with(marked, &Options::default(), expected);
}

#[test]
fn an_explanation() {
    let shown = shown("Paris, May 8, 1937. I saw |Mr. Gide.\n", &Options::default());
    // How much speaks for a name is weighed anew with every word list.
    let weighed = |line: &&str| {
        line.contains("point") || line.contains("speak") || line.contains(" in the text")
    };
    let lines: Vec<&str> = shown.lines().filter(|line| !weighed(line)).collect();
    let all = "“Paris, May 8, 1937. I saw Mr. Gide.”";
    assert_eq!(
        lines.join("\n"),
        format!(
            "a.txt:1:27\n\
             \x20 1 | Paris, May 8, 1937. I saw Mr. Gide.\n\
             \x20   |                           ^\n\
             \n\
             tags, the outermost first\n\
             \x20 <body xml:space=\"preserve\">  {all}\n\
             \x20 <div type=\"entry\" xml:id=\"entry-1937-05-08\" n=\"1937-05-08\">  {all}\n\
             \x20 <p>  {all}\n\
             \x20 <persName ref=\"#gide\" key=\"gide\" resp=\"#rubricate\" cert=\"medium\">  “Mr. Gide”\n\
             \n\
             why\n\
             \x20 structure: a block of one line, line 1, with 0 blank lines before it\n\
             \x20   it begins with a date line that is run into the paragraph: “May 8, 1937”\n\
             \x20   places in the date line: “Paris”\n\
             \x20   it rests on a form of address, or a title before a surname: of a hundred such \
             names 86 were right\n\
             \x20   a title stands before it: Mr\n\
             \x20 identity “Mr. Gide”: a new person: nobody else has a name that fits\n\
             \x20   the person has 1 mention, the first in line 1: “Mr. Gide” 1\n\
             \x20 convention: plain text"
        )
    );
}

#[test]
fn names() {
    check(
        "We saw |Mr. Dickinson there.\n",
        &["name “Mr. Dickinson”: the name of a person, medium: ", "a title stands before it: Mr"],
    );
    check("He went |out.\n", &["name “out”: a word without a capital is no name"]);
    check("He came. The |house fell.\n", &["name “house”: a word without a capital is no name"]);
    check("He came. |The house fell.\n", &["name “The”: "]);
    check("He was in |Paris then.\n", &["name “Paris”: the name of a place, "]);
}

#[test]
fn why_there_is_none() {
    check(
        "He spoke of |Christmas.\n",
        &["name “Christmas”: no name: ", "“Christmas”: a thing with a capital"],
    );
}

#[test]
fn identities() {
    check(
        "Emma Woodhouse and Mr. Woodhouse sat down. Then |Emma rose.\n",
        &[
            "identity “Emma”: by the forename",
            "the person has 2 mentions, the first in line 1: “Emma Woodhouse” 1, “Emma” 1",
        ],
    );
    check(
        "Mrs. Verloc and Mr. Verloc sat down. Then |Verloc rose.\n",
        &[
            "identity “Verloc”: by the surname",
            "the person has 2 mentions, the first in line 1: “Mr. Verloc” 1, “Verloc” 1",
        ],
    );
    check(
        "The journals of Victor Serge (|Kibalchich) are here.\n",
        &["identity “Kibalchich”: the text calls it another name"],
    );
}

#[test]
fn what_the_scholar_knows() {
    let table = "id,name,variants\ngide,André Gide,A. G.\nother,Charles Gide,\n";
    let authority = Authority::from_csv(table).unwrap();
    let options = Options { authority, ..Options::default() };
    check_with(
        "We saw |A. G. there.\n",
        &options,
        &["identity “A. G.”: the authority has this form, of André Gide (`gide`)"],
    );
    check_with(
        "We saw |Gide there.\n",
        &options,
        &["the parts of the name fit 2 entries of the authority, so none is taken"],
    );
    let names = NameRules::parse("person Last\n").unwrap();
    let options = Options { names, ..Options::default() };
    check_with("We saw |Last there.\n", &options, &["<persName ref=\"#last\""]);
}

#[test]
fn dates() {
    check(
        "Paris, May |8, 1937. Two walks.\n",
        &[
            "date “May 8, 1937”: the date of an entry, in which is written day, month, year",
            "its value is when=\"1937-05-08\"",
            "every part of the value is written there",
            "so its certainty is high",
        ],
    );
    check(
        "Paris, May 8, 1937. Two walks.\n\nHe left on |6 May again.\n",
        &[
            "date “6 May”: a date in the text, in which is written day, month",
            "it is the nearest such date to 1937-05-08, the date of the entry it belongs to",
            "so its certainty is medium",
        ],
    );
}

#[test]
fn speech() {
    let options = Options { speech: true, ..Options::default() };
    check_with(
        "“Is he |there?” asked Anna Reik.\n",
        &options,
        &[
            "speech ““Is he there?””: the words beside it say that somebody speaks",
            "who speaks is named beside it: #reik-anna",
        ],
    );
    let lion = ["speech ““lion””: in quotation marks, but nothing says that somebody speaks"];
    check_with("She thought of the “li|on” and asked for Anna Reik.\n", &options, &lion);
}

#[test]
fn structure() {
    let book = "CHAPTER I\n\nHe came |home.\n\nCHAPTER II\n\nHe left.\n";
    check(
        book,
        &[
            "structure: the division around it begins above, with a block of one line, line 1",
            "a heading: the word for a chapter 1",
        ],
    );
    check(
        &book.replace('|', "").replace("CHAPTER II", "CHAP|TER II"),
        &["a heading: the word for a chapter 2"],
    );
    let notes = "He came [|1] home.\n\nNotes\n\n1. In May.\n";
    check(notes, &["structure: the marker of the note “1” in line 5"]);
    let notes = notes.replace('|', "").replace("In May", "In| May");
    check(
        &notes,
        &[
            "among the notes in lines 3 to 5, under a heading of their own",
            "the note called “1”, written @n.text()",
            "its marker “[1]” stands in line 1",
        ],
    );
    check("A line.\n|\nAnother.\n", &["structure: white space between blocks", "<body"]);
}

#[test]
fn notations() {
    let convention = rubricate::convention::named("gutenberg");
    check_with(
        "I read _Fa|ust_ again.\n",
        &Options { convention, ..Options::default() },
        &["convention “_Faust_”: hi is written _text()_, by the convention"],
    );
}

#[test]
fn places_of_an_edition() {
    let (text, _) = place("Paris, May 8, 1937. Two walks with |Gide.\n");
    let tei = convert(text.as_bytes(), &Options::default()).unwrap().tei;
    let at = |needle: &str, into: usize| {
        let at = tei.find(needle).unwrap() + into;
        let (_, position) = place(&format!("{}|{}", &tei[..at], &tei[at..]));
        explain(tei.as_bytes(), position, &Options::default())
    };
    // In the words, and in the tag before them.
    for into in [3, 21] {
        let found = at("<persName ref=\"#gide\"", into).unwrap();
        assert_eq!(&found.text[found.at as usize..], "Gide.\n");
        assert_eq!(found.tags.last().unwrap().element.name(), "persName");
    }
    assert!(matches!(at("<titleStmt", 0), Err(NotExplained::NotInText)));
}

#[test]
fn no_such_place() {
    let at =
        |line, column| explain(b"One.\nTwo.\n", Position { line, column }, &Options::default());
    assert!(at(2, 5).is_ok());
    assert!(matches!(at(2, 9), Err(NotExplained::NoSuchPlace { lines: 2 })));
    assert!(matches!(at(9, 1), Err(NotExplained::NoSuchPlace { lines: 2 })));
}

proptest! {
    #![proptest_config(config())]

    /// Whatever the text, every place can be explained, with the tags that the
    /// edition has.
    #[test]
    fn every_place(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30), at in 0_usize..400) {
        let text = pieces.concat();
        let source = Source::read(text.as_bytes(), None).unwrap();
        let lines: Vec<&str> = source.text().split('\n').collect();
        let line = at % lines.len();
        let column = at % (lines[line].chars().count() + 1);
        let place = Position {
            line: u32::try_from(line + 1).unwrap(),
            column: u32::try_from(column + 1).unwrap(),
        };
        let explanation = explain(text.as_bytes(), place, &Options::default()).unwrap();
        prop_assert!(!explanation.reasons.is_empty());
        prop_assert!(explanation.show("a").contains("\nwhy\n"));
        prop_assert!(serde_json::to_string(&explanation.spell("a")).is_ok());
        let edition = convert(text.as_bytes(), &Options::default()).unwrap().tei;
        for tag in &explanation.tags {
            prop_assert!(tag.outer.start <= explanation.at && explanation.at < tag.outer.end);
            let start = format!("<{}", tag.element.name());
            prop_assert!(edition.contains(&start), "{start}");
        }
    }
}

#[test]
fn every_date_tells_the_rule_that_decided_it() {
    let letter =
        |sentence: &str| format!("London, 5 June 1911.\n\nDear Jack,\n\n{sentence}\n\nTom\n");
    check(
        &letter("We leave |Friday."),
        &[
            "its value is when=\"1911-06-09\"",
            "the sentence tells of what is to come: the next such date after 1911-06-05",
        ],
    );
    check(
        &letter("He came on the |4th and left."),
        &["the sentence tells of what is past: the last such date up to 1911-06-05"],
    );
    check(
        &letter("Thanks for the news from |Friday, and for the box of pears."),
        &["it is the nearest such date to 1911-06-05", "so its certainty is low"],
    );
    check(&letter("Last |Friday was wet."), &["it is counted from 1911-06-05"]);
    check(
        &letter("It was in |’09."),
        &["the two digits are those of the last such year up to, or soon after, 1911-06-05"],
    );
    check(
        "CHAPTER I\n\nHe came on 3 June 1807. On |Sunday he went.\n",
        &["it goes on from 1807-06-03, the date that was told before"],
    );
}

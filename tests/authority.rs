//! What the scholar knows: pairs of a text with a table or list, and its names.

use std::fmt::Write;

use proptest::prelude::*;
use rubricate::authority::{Authority, NameRules};
use rubricate::{Code, Conversion, Options, Profile, Schema, Verdict, convert, restore, validate};

use crate::promises::{PIECES, config};

fn known(table: &str, list: &str) -> Options {
    let authority =
        if table.is_empty() { Authority::default() } else { Authority::from_csv(table).unwrap() };
    Options { authority, names: NameRules::parse(list).unwrap(), ..Options::default() }
}

fn converted(text: &str, options: &Options) -> Conversion {
    let conversion = convert(text.as_bytes(), options).unwrap();
    let problems = validate(&conversion.tei, &Schema::embedded());
    assert!(problems.is_empty(), "{problems:?}\n{}", conversion.tei);
    assert!(conversion.report.restored);
    conversion
}

/// The names in the text of an edition: what they are of, and what they read.
fn names(tei: &str) -> String {
    let text = &tei[tei.find("<text").unwrap()..];
    let mut shown = Vec::new();
    for element in ["persName", "placeName", "orgName", "title"] {
        for (at, _) in text.match_indices(&format!("<{element} ")) {
            let (tag, rest) = text[at..].split_once('>').unwrap();
            let value = |name: &str| {
                let value = tag.split(&format!(" {name}=\"")).nth(1)?;
                value.split('"').next()
            };
            let of = value("ref").unwrap_or(element);
            let words = rest.split(&format!("</{element}>")).next().unwrap();
            let cert = value("cert").unwrap();
            shown.push((at, format!("{words} {of} {cert}")));
        }
    }
    shown.sort();
    shown.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(table: &str, list: &str, text: &str, expected: &str) {
    let conversion = converted(text, &known(table, list));
    assert_eq!(names(&conversion.tei), expected, "{text}");
}

const WRITERS: &str = "\
id,name,variants,type,wikidata,viaf,gnd,geonames,from,to
gide,André Gide,A. G.,,Q47484,9847974,118539000,,1869,1951
serge,\"Serge, Victor\",Kibalchich|the old rebel,person,Q368519,,,,1890,1947
paris,Paris,,place,Q90,,,2988507,,
";

#[test]
fn a_name_of_two_points_to_both() {
    let options = known("id,name,variants\nhill-lucy,Lucy Hill,Mrs. Hill\n", "");
    let tei = converted("Mr. & Mrs. Hill called, and Mr. Hill dined.\n", &options).tei;
    let found = names(&tei);
    assert!(found.contains("Mr. &amp; Mrs. Hill #hill #hill-lucy"), "{found}");
    assert!(tei.contains("<persName type=\"main\">Mr. Hill</persName>"), "{tei}");
    assert!(!tei.contains("\"variant\">Mr. &amp; Mrs. Hill<"), "{tei}");
}

#[test]
fn names_and_variants() {
    check(WRITERS, "", "I saw André Gide there.\n", "André Gide #gide high");
    check(WRITERS, "", "We met Andre Gide there.\n", "Andre Gide #gide high");
    check(WRITERS, "", "He wrote to Kibalchich in haste.\n", "Kibalchich #serge high");
    check(WRITERS, "", "He was in Paris then.\n", "Paris #paris high");
    check(
        WRITERS,
        "",
        "We saw A.G. and the old rebel.\n",
        "A.G. #gide high; the old rebel #serge high",
    );
}

#[test]
fn all_forms_are_of_one_person() {
    let text = "Victor Serge came. Kibalchich sat down. Then Serge spoke to Mr. Serge’s son.\n";
    let expected = "Victor Serge #serge high; Kibalchich #serge high; Serge #serge medium; \
                    Mr. Serge #serge high";
    check(WRITERS, "", text, expected);
}

#[test]
fn identifiers_stand_in_the_lists() {
    let tei = converted("André Gide came from Paris.\n", &known(WRITERS, "")).tei;
    let wanted = [
        r##"<person xml:id="gide" resp="#rubricate" cert="high">"##,
        r#"<idno type="wikidata">https://www.wikidata.org/entity/Q47484</idno>"#,
        r#"<idno type="viaf">https://viaf.org/viaf/9847974</idno>"#,
        r#"<idno type="gnd">https://d-nb.info/gnd/118539000</idno>"#,
        r##"<place xml:id="paris" resp="#rubricate" cert="high">"##,
        r#"<idno type="geonames">https://www.geonames.org/2988507</idno>"#,
    ];
    for wanted in wanted {
        assert!(tei.contains(wanted), "{wanted}\n{tei}");
    }
}

#[test]
fn what_the_program_names_gives_way_to_the_scholar() {
    let table =
        "id,name\nletter-1,\"Gide, André\"\nentry-1937-05-08,Paris\nmarsh-ann,Véra Frolova\n";
    let text =
        "Letter 1\n\nMay 8, 1937. I saw Ann Marsh.\n\nLetter 2\n\nM. Gide and Véra Frolova came.\n";
    let tei = converted(text, &known(table, "")).tei;
    for wanted in [
        r#"<div type="letter" xml:id="letter-1-2""#,
        r#"<person xml:id="marsh-ann-2""#,
        r#"<persName type="main">Gide, André</persName>"#,
        r#"<persName type="variant">M. Gide</persName>"#,
    ] {
        assert!(tei.contains(wanted), "{wanted}\n{tei}");
    }
    assert!(names(&tei).ends_with("M. Gide #letter-1 high; Véra Frolova #marsh-ann high"), "{tei}");
}

#[test]
fn correspondents_have_the_address_of_their_entry() {
    let letter = "Letter 1\n\nParis, May 8, 1937.\n\nDear Mr. Serge,\n\nI came home.\n\nYours truly,\n\n\
                  André Gide\n";
    let options = Options { profile: Profile::Cmif, ..known(WRITERS, "") };
    let tei = converted(letter, &options).tei;
    let sent = &tei[tei.find("<correspAction type=\"sent\"").unwrap()..];
    let sent = &sent[..sent.find("</correspDesc>").unwrap()];
    let wanted = [
        r#"<persName ref="https://d-nb.info/gnd/118539000">André Gide</persName>"#,
        r#"<placeName ref="https://www.geonames.org/2988507">Paris</placeName>"#,
        r#"<persName ref="https://www.wikidata.org/entity/Q368519">Mr. Serge</persName>"#,
    ];
    for wanted in wanted {
        assert!(sent.contains(wanted), "{wanted}\n{sent}");
    }
}

#[test]
fn name_parts() {
    check(WRITERS, "", "Mr. Gide came, and Gide went.\n", "Mr. Gide #gide high; Gide #gide low");
    // Another forename, or a lady, is somebody else.
    check(WRITERS, "", "I saw Charles Gide there.\n", "Charles Gide #gide-charles low");
    check(WRITERS, "", "I saw Mrs. Gide there.\n", "Mrs. Gide #gide-2 medium");
}

#[test]
fn a_surname_among_the_variants_is_no_other_forename() {
    let table = "id,name,variants\na,Paul Fenwick,Fenwick\nb,Colette Fenwick,Fenwick\n";
    check(table, "", "I met James Fenwick there.\n", "James Fenwick #fenwick-james medium");
    check(table, "", "I met Mr. Fenwick there.\n", "Mr. Fenwick #a high");
    check(table, "", "I met Miss Fenwick there.\n", "Miss Fenwick #b high");
}

#[test]
fn particles_of_surnames() {
    let table = "id,name\nlvb,\"Beethoven, Ludwig van\"\n";
    check(table, "", "I heard Mr. Beethoven there.\n", "Mr. Beethoven #lvb high");
}

const SMITHS: &str = "\
id,name,from,to
john,John Smith,1700,1750
paul,Paul Smith,1850,1920
mary,Mary Smith,1860,1930
";

#[test]
fn years_tell_namesakes_apart() {
    let table = "id,name,from,to\nold,John Smith,1700,1750\nnew,John Smith,1850,1920\n";
    let entry = |year| format!("May 8, {year}, Leeds. I met John Smith there.\n");
    let of = |year| names(&converted(&entry(year), &known(table, "")).tei);
    assert!(of(1740).ends_with("John Smith #old high"), "{}", of(1740));
    assert!(of(1900).ends_with("John Smith #new high"), "{}", of(1900));
    // Nobody is met before birth, but the dead are spoken of.
    let one = "id,name,from,to\nnew,John Smith,1850,1920\n";
    let of = |year| names(&converted(&entry(year), &known(one, "")).tei);
    assert!(of(1740).ends_with("#smith-john medium"), "{}", of(1740));
    assert!(of(1990).ends_with("#new high"), "{}", of(1990));
}

#[test]
fn what_could_be_several_is_left_open() {
    let text = "I saw Mr. Smith there.\n";
    let found = converted(text, &known(SMITHS, ""));
    let doubt = found.diagnostics.iter().find(|found| found.code == Code::AmbiguousName);
    let doubt = doubt.unwrap();
    assert_eq!(
        doubt.message,
        "“Mr. Smith” could be John Smith (`john`, line 2) or Paul Smith (`paul`, line 3)"
    );
    assert_eq!(names(&found.tei), "Mr. Smith #smith medium");
    let found = converted("I saw Miss Smith there.\n", &known(SMITHS, ""));
    assert_eq!(names(&found.tei), "Miss Smith #mary high");
}

#[test]
fn a_list_of_forms() {
    check(
        "",
        "person Last\n",
        "He saw Last at noon.\n",
        "Last persName high".replace("persName", "#last").as_str(),
    );
    check("", "not Albert\n", "We met Albert at noon.\n", "");
    check(
        "",
        "place Crapouillot\n",
        "He came from Crapouillot.\n",
        "Crapouillot #crapouillot high",
    );
    check(
        "",
        "organisation Left Opposition\n",
        "The Left Opposition met.\n",
        "Left Opposition orgName high",
    );
    check("", "work Corydon\n", "He wrote Corydon then.\n", "Corydon title high");
    // A list goes before an authority.
    check(WRITERS, "not Paris\n", "He was in Paris then.\n", "");
}

/// What is only perhaps the title of a work does not take in what is known.
#[test]
fn a_known_form_within_a_guess() {
    let text = "I read From Boston to Rome.\n";
    check("", "", text, "From Boston to Rome title low");
    check("", "person Boston\n", text, "Boston #boston high");
}

#[test]
fn a_common_word_is_no_name_where_a_sentence_begins() {
    let table = "id,name\nwill,Will\n";
    check(table, "", "Will you come? I asked Will again.\n", "Will #will high");
}

#[test]
fn an_id_that_xml_cannot_have() {
    check("id,name\n12,André Gide\n", "", "I saw André Gide.\n", "André Gide #person-12 high");
}

/// Identifiers that the edition has for something else are not given again.
#[test]
fn an_id_that_the_edition_has() {
    for (id, text) in [
        ("rubricate", "I saw André Gide.\n"),
        ("underscores", "I saw _nobody_ and André Gide.\n"),
        ("note-brackets", "André Gide [1] came.\n\n1. A note.\n"),
        ("note-1", "André Gide [1] came.\n\n[1] A note.\n"),
        ("note-1-ref", "André Gide [1] came.\n\n[1] A note.\n"),
    ] {
        let tei = converted(text, &known(&format!("id,name\n{id},André Gide\n"), "")).tei;
        assert!(names(&tei).contains("Gide #"), "{id}");
    }
}

fn texts() -> impl Strategy<Value = String> {
    const NAMES: &[&str] =
        &["Gide", "A.G.", "Victor Serge", "Will", "Mr. ", "Kibalchich", " ", "_", "[1]"];
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        prop::sample::select(NAMES).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is known, the text comes back and the edition is valid.
    #[test]
    fn nothing_known_harms_the_text(
        text in texts(),
        form in "[A-Za-zé. ’-]{1,12}",
        row in "[^\"\n\r,;\t]{1,12}|rubricate|underscores|note-1(-ref)?",
    ) {
        let table = format!("{WRITERS}{row},\"{form}\",G.|_|[1],,,,,,,\n");
        let authority = Authority::from_csv(&table).unwrap_or_default();
        let names = NameRules::parse(&format!("not Serge\nperson {form}\n")).unwrap_or_default();
        let options = Options { authority, names, ..Options::default() };
        let conversion = convert(text.as_bytes(), &options).unwrap();
        prop_assert!(conversion.report.restored);
        let problems = validate(&conversion.tei, &Schema::embedded());
        prop_assert!(problems.is_empty(), "{problems:?}");
        let restored = restore(conversion.tei.as_bytes()).unwrap();
        prop_assert_eq!(restored.verdict, Verdict::Identical);
        prop_assert_eq!(restored.bytes, text.as_bytes());
    }

    /// No table and no list is too odd for the readers.
    #[test]
    fn readers_are_total(text in "[id,name;\t\"\n\ra-c|é#\u{FEFF}]{0,60}") {
        let _ = Authority::from_csv(&text);
        let _ = Authority::from_csv(&format!("id,name,variants\n{text}"));
        let _ = NameRules::parse(&text);
    }
}

/// Tens of thousands of rows, even of one name, go with thousands of mentions:
/// a look at each row for each mention would take hours.
#[test]
fn many_rows_do_not_slow_the_text() {
    let table = |rows: usize, name: fn(usize) -> String| {
        let mut table = "id,name,variants\n".to_owned();
        for row in 0..rows {
            let _ = writeln!(table, "p{row},{},", name(row));
        }
        table
    };
    let text =
        "John Smith met Mary Brown and Smith in Leeds, and John X7 went away.\n\n".repeat(2000);
    for (name, linked) in [
        ((|_| "John Smith".to_owned()) as fn(usize) -> String, 0),
        (|row| format!("John X{row}"), 2000),
    ] {
        let edition = convert(text.as_bytes(), &known(&table(50_000, name), "")).unwrap().tei;
        assert_eq!(edition.matches("ref=\"#p7\"").count(), linked);
    }
}

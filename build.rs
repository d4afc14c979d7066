//! Makes one map of the word lists in `src/lexicon/lists`: from an entry to what
//! the lists say of it. The words of German and French, which only texts in
//! these languages ask for, are sets of their own.
//!
//! A list is a text file: entries sorted by bytes, one to a line, with a class
//! after a tab where there is one.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/classes.rs"]
mod classes;

use classes as bit;

const LISTS: &[&str] = &[
    "common_words", "demonyms", "doubtful_forenames", "doubtful_places", "forenames",
    "not_persons", "organisation_heads", "place_heads", "places", "suffixes", "surnames", "titles",
];

const LANGUAGES: &[&str] = &["french_words", "german_words"];

fn main() {
    let mut entries: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for list in LISTS {
        for line in read(list).lines() {
            let (entry, class) = line.split_once('\t').unwrap_or((line, ""));
            *entries.entry(entry.into()).or_default() |= u64::from(bits(list, class));
        }
    }
    println!("cargo::rerun-if-changed=src/lexicon/classes.rs");
    let map = fst::Map::from_iter(entries).expect("the entries are sorted and each is there once");
    write("lexicon", map.as_fst().as_bytes());
    for list in LANGUAGES {
        let set = fst::Set::from_iter(read(list).lines()).expect("the entries are sorted");
        write(list, set.as_fst().as_bytes());
    }
}

fn read(list: &str) -> String {
    let path = format!("src/lexicon/lists/{list}.txt");
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(name: &str, bytes: &[u8]) {
    let directory = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&directory).join(name).with_extension("fst"), bytes)
        .expect("the build directory can be written to");
}

/// What an entry of class `class` in a list says.
fn bits(list: &str, class: &str) -> u32 {
    let sex = match class {
        "m" => bit::MALE,
        "f" => bit::FEMALE,
        _ => 0,
    };
    let side = |before, after| match class {
        "before" => before,
        "after" => after,
        _ => before | after,
    };
    match list {
        "common_words" => bit::COMMON,
        "demonyms" => bit::DEMONYM,
        "doubtful_forenames" => bit::DOUBTFUL_FORENAME | sex,
        "doubtful_places" => bit::DOUBTFUL_PLACE,
        "forenames" => bit::FORENAME | sex,
        "not_persons" => bit::NOT_PERSON,
        "organisation_heads" => side(bit::ORGANISATION_HEAD_BEFORE, bit::ORGANISATION_HEAD_AFTER),
        "place_heads" => side(bit::PLACE_HEAD_BEFORE, bit::PLACE_HEAD_AFTER),
        "places" if class == "country" => bit::PLACE | bit::COUNTRY,
        "places" => bit::PLACE,
        "suffixes" => bit::SUFFIX,
        "surnames" => bit::SURNAME,
        "titles" if class == "address" => bit::ADDRESS,
        "titles" if class.contains("kin") => bit::KIN,
        "titles" => bit::OTHER_TITLE,
        _ => panic!("{list}: not a list that is known here"),
    }
}

//! The order of the modules, and what every source file has in common.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the lowest layer to the highest; a module imports only from
/// layers below its own.
const LAYERS: &[&[&str]] = &[
    // Bytes, text, and places in it.
    &["source"],
    // What is to be said of a text.
    &["diagnostic"],
    // Tables that people keep, with places.
    &["table"],
    // The TEI that is written, and notations in plain text, by name.
    &["element", "notation"],
    // Elements over a text; its words and numbers; what is said of a place in it.
    &["annotation", "reason", "roman", "token"],
    // What words and lines can mean, each known by itself.
    &["convention", "date", "entity", "lexicon"],
    // Lines to blocks; what a scholar knows.
    &["authority", "segment"],
    // Blocks to divisions, entries, notes.
    &["structure"],
    // Dates and names in words; what a text says of itself.
    &["metadata", "recognise"],
    // Annotations to nested events.
    &["internalize"],
    // The events as a consumer wants them.
    &["profile"],
    // Events to XML, and XML to the source.
    &["tei"],
    // All that is done with TEI text, ours or anybody's.
    &["export", "restore", "validate"],
    // From bytes to TEI text.
    &["convert"],
    // What convert does at one place.
    &["explain"],
];

/// Modules that know the TEI only as a text, and what they may use: the two
/// halves of the program meet in the document.
const OF_TEI_TEXT: &[&str] = &["export", "restore", "validate"];
const FOR_TEI_TEXT: &[&str] = &["diagnostic", "element", "notation", "source", "tei"];

/// The modules of the program, which uses the library like anybody else.
const PROGRAM: &[&str] = &["cli", "main"];

/// No file is longer.
const LONGEST: usize = 500;

/// Files that are, and how long; nothing is added to them.
const LONGER: &[(&str, usize)] = &[];

/// A source file without its tests.
pub(super) struct File {
    /// Its path in `src`.
    pub name: String,
    text: String,
    lines: usize,
}

impl File {
    /// The first part of its path.
    fn module(&self) -> &str {
        let end = self.name.find(['/', '.']).unwrap();
        &self.name[..end]
    }

    /// The lines of code that are no comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        lines.filter(|(_, line)| !line.starts_with("//"))
    }

    /// The modules of the library that it names, and where.
    fn imports(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (number, line) in self.code() {
            for (at, mark) in line.match_indices("crate::") {
                // `rubricate::…` and the like end with other letters.
                if line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let rest = &line[at + mark.len()..];
                let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_');
                found.push((number, rest[..end.unwrap_or(rest.len())].to_owned()));
            }
        }
        found
    }
}

pub(super) fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 50);
    paths.iter().map(|path| read(&root, path)).collect()
}

fn collect(directory: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> File {
    let whole = fs::read_to_string(path).unwrap();
    let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    let is_test = name.ends_with("/tests.rs");
    let text = match whole.find("\n#[cfg(test)]\nmod tests {") {
        Some(at) => whole[..at].to_owned(),
        None if is_test => String::new(),
        None => whole.clone(),
    };
    File { name, text, lines: whole.lines().count() }
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn modules_import_only_from_lower_layers() {
    let mut wrong = Vec::new();
    for file in files() {
        let module = file.module();
        if module == "lib" || PROGRAM.contains(&module) {
            continue;
        }
        let Some(own) = layer(module) else {
            panic!("{}: say in tests/layers.rs which layer {module} belongs to", file.name);
        };
        for (line, import) in file.imports() {
            let below = import == module || layer(&import).is_some_and(|other| other < own);
            if !below {
                wrong.push(format!("src/{}:{line}: {module} imports {import}", file.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn what_reads_tei_knows_nothing_of_how_it_was_made() {
    for file in files().iter().filter(|file| OF_TEI_TEXT.contains(&file.module())) {
        for (line, import) in file.imports() {
            let known = import == file.module() || FOR_TEI_TEXT.contains(&import.as_str());
            assert!(known, "src/{}:{line}: {import}", file.name);
        }
    }
}

#[test]
fn the_program_uses_the_public_library() {
    for file in files().iter().filter(|file| PROGRAM.contains(&file.module())) {
        assert!(file.imports().is_empty(), "src/{}: {:?}", file.name, file.imports());
    }
}

/// Only the program reads and writes files.
#[test]
fn the_library_touches_no_files() {
    for file in files().iter().filter(|file| !PROGRAM.contains(&file.module())) {
        for (line, code) in file.code() {
            let touches = ["std::fs", "std::net", "std::process", "std::env", "File::open"];
            let found = touches.iter().find(|name| code.contains(**name));
            assert!(found.is_none(), "src/{}:{line}: {found:?}", file.name);
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for file in files().iter().filter(|file| !file.text.is_empty()) {
        assert!(file.text.starts_with("//! "), "src/{}", file.name);
    }
}

#[test]
fn no_file_is_too_long() {
    for file in files() {
        let longer = LONGER.iter().find(|(name, _)| *name == file.name);
        let longest = longer.map_or(LONGEST, |(_, longest)| *longest);
        assert!(file.lines <= longest, "src/{}: {} lines", file.name, file.lines);
        // Who has split it takes it off the list.
        assert!(longer.is_none() || file.lines > LONGEST, "src/{} is short now", file.name);
    }
}

#[test]
fn nothing_is_imported_unseen() {
    for file in files() {
        for (line, code) in file.code() {
            let glob = code.starts_with("use ") || code.starts_with("pub use ");
            assert!(!(glob && code.ends_with("::*;")), "src/{}:{line}: {code}", file.name);
        }
    }
}

/// A list of words in the source.
struct List<'s> {
    name: &'s str,
    words: Vec<&'s str>,
    /// Where what it is may be used: its file, or what follows it if another
    /// function has a list of the same name.
    scope: &'s str,
}

fn lists(file: &File) -> Vec<List<'_>> {
    let marks: Vec<usize> = file.text.match_indices(": &[&str] =").map(|(at, _)| at).collect();
    let name = |at: usize| file.text[..at].rsplit(' ').next().unwrap_or_default();
    let list = |at: &usize| {
        let rest = &file.text[*at..];
        let words = rest.split_once(" =").unwrap().1.split(']').next().unwrap_or_default();
        let namesakes = marks.iter().filter(|other| name(**other) == name(*at));
        let next = namesakes.clone().find(|other| *other > at).map_or(rest.len(), |next| next - at);
        let scope = if namesakes.count() > 1 { &rest[..next] } else { &file.text };
        List { name: name(*at), words: words.split('"').skip(1).step_by(2).collect(), scope }
    };
    marks.iter().map(list).collect()
}

/// A search by halves of a list without order finds some of its words only.
#[test]
fn lists_that_are_searched_by_halves_are_sorted() {
    let mut searched = 0;
    for file in files() {
        for List { name, words, scope } in lists(&file) {
            let joined: String = scope.split_whitespace().collect();
            if joined.contains(&format!("{name}.binary_search")) {
                searched += 1;
                let sorted = words.is_sorted_by(|one, next| one < next);
                assert!(sorted, "src/{}: {name}: {words:?}", file.name);
            }
        }
    }
    assert!(searched > 40, "{searched}");
}

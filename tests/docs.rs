//! Documents that are made from the program, and so cannot lie.

use std::fs;
use std::path::Path;

use rubricate::Code;
use rubricate::export::FORMATS;

/// `docs/diagnostics.md` lists every code with its explanation. With
/// `UPDATE_DOCS` in the environment it is written anew.
#[test]
fn diagnostics() {
    let mut expected = String::from(
        "# Diagnostics\n\nWhat the program says about a transcription or an edition. The name stands in brackets after the \
         severity:\n`warning[marker-without-note]`. Scripts can rely on the names.\n\n| name | what it means, and what to do |\n\
         |---|---|\n",
    );
    for code in Code::ALL {
        expected += &format!("| `{}` | {} |\n", code.name(), code.explanation());
    }
    held("docs/diagnostics.md", &expected);
}

/// What `tests/words` holds every format to.
const READING_TEXT: &str = "\
## The reading text

`html`, `epub`, `text`, `markdown` and `latex` give the same words, and no word of the text is missing in any of them:

- The text is that of every `text` in the file, each character once; where a document has none, that of its `sourceDoc`. A `note` that
  stands elsewhere is in it if a `ref` or `ptr` of the text leads there. The header, `facsimile` and the lists of `standOff` are not,
  but in a catalogue: where there is no text at all, the `msDesc` of the header is it, or else `standOff`, or the letters (`correspDesc`)
  of a list.
- Divisions, paragraphs, lines of verse, entries of lists, cells and the like are blocks: words do not run from one into another.
  Other elements leave the words as they are. One that is not known, or is of another vocabulary such as MathML, is a block if it holds
  blocks or stands between them, and words if it does not.
- A `lb` parts words, unless it has `break=\"no\"`: then the white space beside it means nothing. Other points, such as `pb`, part nothing.
- A `note` among words stands elsewhere, and the words around it are as if it were not there but for a marker. A note between blocks
  stays in its place.
- Of a `choice` all forms are given. `sic`, `orig` or `abbr` counts as the text, else the first form, and stands in its place; the
  others follow the word in brackets, as a whole if the `choice` is part of one: `d<choice><orig>v</orig><reg>u</reg></choice>rch`
  reads “dvrch [durch]”, and `[–]` is a form without words. Where blocks have several forms these follow each other.
- Where a format cannot show a deletion (`text`, `markdown`, `latex`), the text is that after it, and the word before it follows in double
  brackets: `ha<del>s</del><add>d</add>` reads “had ⟦has⟧”, in a `subst` or not. HTML and EPUB show deletions where they are.
- A passage of an ancient text or an inscription (`textpart`, `book`, `chapter`, `verse`) without a heading begins with its number.
- A `sic` without a correction is followed by `[sic]`, after the whole word.
- A `ptr` without words that leads to no note is its `@n`, what its target is called, or the address that it gives; in brackets where it
  stands at a word.
- White space between `w` and `pc` means nothing where `@join` says so, before closing and after opening punctuation. In a document
  without any between its words a space parts them, but in scripts that have none, and where `@join` or `@part` make them one.
- Where parts of a record (a name, a title, a reference to a book) stand one at the other with nothing between them, a space parts them;
  those of a `biblStruct` or `biblFull` stand in one line, parted by commas.
- An empty `g` is the character that the header declares: its standardized or normalized `mapping`, else a plain one, else its name in
  brackets.
- Of an `app` the `lem`, or the first reading without one, is the text; the other readings are a note to it, each with the sigla of its
  `@wit`, `@source` or `@resp`, and “om.” for one without words. An `app` with `@from` or `@loc` is about words that stand elsewhere, so
  all its readings are a note; in a list of readings it begins with its `@loc`.
- An utterance (`u`) begins with who speaks, where that is another than before; what happens (`vocal`, `kinesic`, `incident`, `writing`)
  stands in brackets among the words, and a `pause` is its seconds, or a point, in parentheses.
- A `gap` with a description is that in brackets. The terms of an `index` are hidden in HTML and EPUB, and stand in braces elsewhere.
- A deletion of nothing but white space leaves the word whole.
- Each text of a corpus begins with the title that its header gives, unless its title page or first heading is that.
- The parts of the description of a manuscript, and those of the edition of an inscription, begin with what they are.
- Markers and numbers of notes, numbers of entries, `[…]` for a `gap` and the like are added. In HTML and EPUB what is added is of
  class `ui-added` or `ui-label`, or stands outside `main`.

`json` gives the whole document (but for a byte order mark), and `rubricate export FILE.json --to tei` gives it back; `export` and `restore` read it as they read TEI.
`annotations` and `csv` give dates, names and notes with the words that they are about, by their place in the text that
`rubricate restore` gives.

`html --split` gives `index.html`, a page for each outer division, `names.html` for the indexes, and one `style.css` and `enhance.js`
for all. A division with more than 250,000 characters of XML is split at the divisions in it, and where there would be more than a
thousand pages several divisions share one; the chapters of an `epub` are made in the same way.

`latex` is for LuaLaTeX. Letters that Latin Modern lacks come from Noto fonts, FreeSerif or DejaVu Serif, as far as they are installed.
Paragraphs go in the direction of their language, and words are hyphenated as the language of the document has it.
";

/// `docs/formats.md` lists what each format of export cannot carry.
#[test]
fn formats() {
    let mut expected = String::from(
        "# Formats of export\n\nWhat each format gives of the text, and what it cannot carry: `rubricate export` says so once for \
         each kind of thing\nthat a document has.\n\n",
    );
    expected += READING_TEXT;
    for format in FORMATS {
        expected += &format!("\n## {}\n\n", format.name);
        if format.losses.is_empty() {
            expected += "It carries everything.\n";
            continue;
        }
        expected += "| what | what becomes of it |\n|---|---|\n";
        for loss in format.losses.iter().copied().flatten() {
            expected += &format!("| `{}` | {} |\n", loss.what, loss.how);
        }
    }
    held("docs/formats.md", &expected);
}

/// Holds a document against what it should say.
#[track_caller]
fn held(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap();
    assert!(found == expected, "{name} is old: UPDATE_DOCS=1 cargo test docs");
}

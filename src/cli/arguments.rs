//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use rubricate::convention::{CONVENTIONS, Convention};
use rubricate::export::{FORMATS, Format};
use rubricate::{Encoding, Position, Profile};

/// Turns plain transcriptions into TEI P5 digital editions, and gives the
/// transcription back byte for byte.
#[derive(Parser)]
#[command(name = "rubricate", version, about, max_term_width = 100)]
#[command(after_help = "\
Examples:
  rubricate convert diary.txt > diary.xml
  rubricate convert letters --out-dir editions
  rubricate validate editions
  rubricate restore diary.xml > diary.txt
  rubricate export diary.xml --to html -o diary.html

Exit status: 0 clean, 1 findings, 2 could not run.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Turn transcriptions into TEI editions
    Convert(Convert),
    /// Tell why the tags at a place are there, or why there are none
    Explain(Explain),
    /// Give back the transcription that an edition was made of
    Restore(Restore),
    /// Check editions, or any TEI, against a schema
    Validate(Validate),
    /// Write editions, or any TEI, in a format to read or to process
    Export(Export),
    /// Print the completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print a manual page, or write all of them
    Man(Man),
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  rubricate man convert | man -l -
  rubricate man --out-dir ~/.local/share/man/man1")]
pub(super) struct Man {
    /// The command that the page is about; without one it is about all of the program
    #[arg(value_name = "COMMAND", value_parser = ["convert", "explain", "restore", "validate", "export", "completions", "man"])]
    pub command: Option<String>,
    /// Write the pages of the program and of each command to this directory
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub out_dir: Option<PathBuf>,
}

#[derive(Args)]
#[command(after_help = "\
The report goes to standard error: the convention and why it was taken, what was found, whether the
edition is valid, and whether it gives the transcription back. An edition that did not give it back
would not be written. A manifest without any FILE is about all files in it: they are found where it
stands, and their editions have the same place in DIR. Editions with --profile eltec or dtabf follow schemas that are not built in:
check them with `rubricate validate --schema`.

Examples:
  rubricate convert diary.txt > diary.xml
  rubricate convert --metadata diary.toml -o diary.xml diary.txt
  rubricate convert letters --out-dir editions --update
  rubricate convert --authority people.csv --names names.txt -o diary.xml diary.txt
  rubricate convert --convention gutenberg --out-dir editions books/*.txt
  rubricate convert --manifest archive/letters.csv --out-dir editions --update
  find archive -name '*.txt' | rubricate convert --files-from - --base archive --out-dir editions
  curl -s https://www.gutenberg.org/files/345/345-0.txt | rubricate convert - > dracula.xml")]
pub(super) struct Convert {
    /// The transcriptions, or directories with *.txt, *.text and *.md in them; - is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["files_from", "manifest"])]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub reading: Reading,
    /// How to write the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ReportFormat,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Args)]
#[command(after_help = "\
Says of each edition whether its text is identical with the transcription it was made of, only
reformatted, or edited; the exit status is 1 if the text of one was edited.

Examples:
  rubricate restore diary.xml > diary.txt
  rubricate restore --out-dir transcriptions editions/*.xml")]
pub(super) struct Restore {
    /// The editions, any TEI, or their JSON, or directories with *.xml and *.tei in them; - is standard
    /// input
    #[arg(value_name = "FILE", required_unless_present = "files_from")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    #[command(flatten)]
    pub output: Output,
    /// How to write the verdicts
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ReportFormat,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Args)]
#[command(after_help = "\
Without --schema a document is checked against the schema that its xml-model instruction names, if
that is a file beside it or in the schema store of teixml, and against the schema of rubricate's
own editions otherwise. The network is never used.

Examples:
  rubricate validate editions/*.xml
  rubricate validate --schema tei_all.rng letter.xml
  rubricate validate --format sarif editions/*.xml > findings.sarif")]
pub(super) struct Validate {
    /// The TEI documents, or directories with *.xml and *.tei in them; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "files_from")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// A RELAX NG schema, with or without Schematron rules in it
    #[arg(long, value_name = "FILE.rng|FILE.rnc")]
    pub schema: Option<PathBuf>,
    /// How to write the findings
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: FindingsFormat,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Args)]
#[command(after_help = "\
Any TEI P5 document will do, and JSON that was made of one. Messages say once what the format has no
place for; only json carries all, and --to tei makes TEI of it again. The network is never used, and
the same document gives the same bytes on every run.

Examples:
  rubricate export diary.xml --to html -o diary.html
  rubricate export diary.xml --to html --split --out-dir site
  rubricate export editions/*.xml --to epub --out-dir books
  rubricate export diary.xml --to text --wrap 72 | less
  rubricate export diary.json --to tei -o diary.xml")]
pub(super) struct Export {
    /// The editions, any TEI, or their JSON, or directories with *.xml and *.tei in them; - is standard
    /// input
    #[arg(value_name = "FILE", required_unless_present = "files_from")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// The format
    #[arg(short, long, value_name = "FORMAT", value_parser = export_format())]
    pub to: &'static Format,
    #[command(flatten)]
    pub output: Output,
    /// html: several pages in a directory, one for each division
    #[arg(long, requires = "out_dir")]
    pub split: bool,
    /// text: wrap lines at this column
    #[arg(long, value_name = "COLUMN", value_parser = clap::value_parser!(u16).range(20..))]
    pub wrap: Option<u16>,
    /// How to write what the format has no place for
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ReportFormat,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Args)]
#[command(after_help = "\
Give the options that the edition is made with: what is known of names changes what they mean. With
an edition for FILE, the place is one of the XML, and the transcription in it is explained as it
would be converted now.

Examples:
  rubricate explain diary.txt --at 12:40
  rubricate explain diary.txt --at 12:40 --authority people.csv
  rubricate explain diary.xml --at 131:7 --format json")]
pub(super) struct Explain {
    /// The transcription, or its edition; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The place, both counted from 1, the column in characters
    #[arg(long, value_name = "LINE:COLUMN", value_parser = position)]
    pub at: Position,
    #[command(flatten)]
    pub reading: Reading,
    /// How to write the explanation
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ReportFormat,
}

/// How to read a transcription, and what is known of it.
#[derive(Args)]
pub(super) struct Reading {
    /// What you know of the transcription and it does not say, in TOML (title, author, licence …)
    #[arg(long, value_name = "FILE.toml")]
    pub metadata: Option<PathBuf>,
    /// The same of each of many transcriptions: a table with the column file, which says how its path
    /// ends, and a column for each key; comes before --metadata
    #[arg(long, value_name = "FILE.csv")]
    pub manifest: Option<PathBuf>,
    /// Persons and places you know, with their identifiers: a table with the columns id, name,
    /// variants, type, wikidata, viaf, gnd, geonames, from, to; may be given several times
    #[arg(long, value_name = "FILE.csv")]
    pub authority: Vec<PathBuf>,
    /// Forms that are names or are none, each on a line: person Véra Frolova, place Le Mans,
    /// organisation …, work …, not Last
    #[arg(long, value_name = "FILE")]
    pub names: Option<PathBuf>,
    /// How the transcription was written down; found out if not given
    #[arg(long, value_name = "NAME", value_parser = convention())]
    pub convention: Option<&'static Convention>,
    /// For which consumer to encode: the text is the same for all, the tags and the header are not
    #[arg(long, value_name = "NAME", default_value = "tei-publisher", value_parser = profile())]
    pub profile: Profile,
    /// Mark what is said within quotation marks too (said), and who says it
    #[arg(long)]
    pub speech: bool,
    /// The character encoding, such as latin1 or utf-16le; found out if not given
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Encoding>,
}

/// What to work on besides what is named as arguments.
#[derive(Args)]
pub(super) struct Listed {
    /// Work on the files in this list too, one on a line; - is standard input
    #[arg(long, value_name = "LIST")]
    pub files_from: Vec<PathBuf>,
    /// In LIST a NUL character stands after each name, as `find -print0` writes it
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,
}

/// Where results go.
#[derive(Args, Clone)]
pub(super) struct Output {
    /// Write to this file, replacing it; - is standard output, where the result of one FILE goes if
    /// nothing is said
    #[arg(id = "output", short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub file: Option<PathBuf>,
    /// Write a file for each FILE to this directory, which is made if need be; what is there under
    /// the same name is replaced
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Keep in --out-dir the directories that each FILE has below this one; of a directory among the
    /// FILEs they are kept anyway
    #[arg(long, value_name = "DIR", requires = "out_dir")]
    pub base: Option<PathBuf>,
    /// Leave out each FILE whose result is there and no older than FILE and what else is read for it,
    /// to go on after a break or with what has changed
    #[arg(long)]
    pub update: bool,
}

/// How to go about it.
#[derive(Args)]
pub(super) struct Work {
    /// Work on so many files at once [default: one for each processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Say nothing but errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    Text,
    /// JSON: an object for each file
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsFormat {
    /// For people
    Text,
    /// A JSON array
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// `JUnit` XML, for test reports
    Junit,
    /// Annotations of GitHub Actions
    Github,
}

fn convention() -> ValueParser {
    let names = CONVENTIONS.iter().map(|convention| {
        clap::builder::PossibleValue::new(convention.name).help(convention.title)
    });
    ValueParser::new(PossibleValuesParser::new(names).try_map(|name| {
        rubricate::convention::named(&name).ok_or_else(|| format!("there is no convention {name}"))
    }))
}

fn profile() -> ValueParser {
    let names = Profile::ALL.iter().map(|profile| {
        clap::builder::PossibleValue::new(profile.name()).help(profile.description())
    });
    ValueParser::new(
        PossibleValuesParser::new(names).try_map(|name| {
            Profile::named(&name).ok_or_else(|| format!("there is no profile {name}"))
        }),
    )
}

fn export_format() -> ValueParser {
    let names = FORMATS
        .iter()
        .map(|format| clap::builder::PossibleValue::new(format.name).help(format.description));
    ValueParser::new(PossibleValuesParser::new(names).try_map(|name| {
        rubricate::format(&name).ok_or_else(|| format!("there is no format {name}"))
    }))
}

fn position(place: &str) -> Result<Position, String> {
    let parts = place.split_once(':');
    let numbers = parts.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    match numbers {
        Some((line, column)) if line > 0 && column > 0 => Ok(Position { line, column }),
        _ => Err("a place is a line and a column, such as 12:40".to_owned()),
    }
}

fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::for_label(name).ok_or_else(|| {
        "there is no such encoding; utf-8, latin1, windows-1252, macintosh, utf-16le and the other \
         names of the WHATWG Encoding Standard are known, but iso-2022-jp"
            .to_owned()
    })
}

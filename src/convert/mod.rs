//! From a transcription to an edition.

mod bytes;
mod created;
mod crossing;
mod find;
mod read;
mod report;

use std::sync::Arc;

use bytes::about_source;
pub(crate) use find::{Findings, find};
pub use report::{Found, Report};

use crate::authority::{Authority, NameRules};
use crate::convention::{Convention, Detection};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject};
use crate::metadata::Metadata;
use crate::profile::{self, Profile};
use crate::source::{Encoding, Lines, Source, TooLong};
use crate::tei::{self, Edition, Record};
use crate::token::tokenize;
use crate::validate::{Schema, Tree, first_error};

/// How to convert.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoding of the transcription; found out if it is not given.
    pub encoding: Option<Encoding>,
    /// The convention it follows; found out if it is not given.
    pub convention: Option<&'static Convention>,
    /// What is known of it and it does not say.
    pub metadata: Metadata,
    /// Persons and places that are known, with their identifiers.
    pub authority: Authority,
    /// Forms that are names, or are none.
    pub names: NameRules,
    /// Whether to mark what is said within quotation marks, with `said`.
    pub speech: bool,
    /// For which consumer to encode.
    pub profile: Profile,
    /// The name of its file, for the header.
    pub file: Option<String>,
    /// What to check the edition against, if it is to be checked; one schema
    /// serves any number of conversions.
    pub schema: Option<Arc<Schema>>,
}

/// An edition and what is to be said of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Conversion {
    /// The TEI document.
    pub tei: String,
    /// What was found.
    pub report: Report,
    /// What is odd, with places in `text`.
    pub diagnostics: Vec<Diagnostic>,
    /// The transcription as it was read: decoded, with `\n` as line end.
    pub text: String,
}

/// Turns a transcription into a TEI edition.
///
/// Nothing in the text is too odd for it: what it cannot make sense of stays a
/// paragraph, with a diagnostic where that helps. It always takes the tags out
/// again and compares; see [`Report::restored`].
///
/// ```
/// use rubricate::{Options, convert};
///
/// let page = "Brussels, January 11, 1937, morning. I saw Gide again.\n";
/// let edition = convert(page.as_bytes(), &Options::default()).unwrap();
/// assert!(edition.tei.contains(r#"<div type="entry" xml:id="entry-1937-01-11" n="1937-01-11">"#));
/// assert_eq!(edition.report.counts.entries, 1);
/// assert!(edition.report.restored);
/// ```
///
/// # Errors
///
/// [`TooLong`] for more than 1 GiB.
pub fn convert(bytes: &[u8], options: &Options) -> Result<Conversion, TooLong> {
    let source = Source::read(bytes, options.encoding)?;
    let lines = Lines::of(source.text());
    let detection = Detection::of(options.convention, source.text(), &lines);
    let mut tokens = tokenize(source.text());
    let mut findings = find(&source, &lines, &mut tokens, detection.convention, options, None);
    findings.diagnostics.splice(0..0, about_source(bytes, &source, options));

    let metadata = options.metadata.clone().or(findings.metadata);
    let record = Record::of(bytes, &source, options.file.as_deref(), detection.convention.name)
        .encoded_for(options.profile);
    let words = tokens.len();
    // What is not needed any more makes room for the edition.
    drop((lines, tokens));
    let nested = profile::apply(options.profile, source.text(), findings.nested);
    let tei = tei::write(&Edition {
        source: &source,
        nested: &nested,
        metadata: &metadata,
        record: &record,
        entities: &findings.entities,
        profile: options.profile,
        words,
    });
    drop(nested);
    let Proof { restored, invalid } = prove(&tei, bytes, options.schema.as_deref());
    if !restored {
        findings.diagnostics.push(not_restored());
    }
    let valid = options.schema.as_ref().map(|_| invalid.is_none());
    findings.diagnostics.extend(invalid);
    let report = Report {
        convention: detection.convention.name,
        evidence: detection.evidence,
        encoding: source.envelope().encoding.name(),
        profile: options.profile.name(),
        counts: findings.counts,
        dates: findings.dates,
        persons: Found::of(&findings.entities.persons),
        places: Found::of(&findings.entities.places),
        valid,
        restored,
    };
    Ok(Conversion { tei, report, diagnostics: findings.diagnostics, text: source.into_text() })
}

/// What the edition shows of itself once it is written.
struct Proof {
    /// Whether it gives the transcription back.
    restored: bool,
    /// What is wrong with it, if it was checked and is not valid.
    invalid: Option<Diagnostic>,
}

/// Reads the edition once, as anybody would.
fn prove(tei: &str, bytes: &[u8], schema: Option<&Schema>) -> Proof {
    let mut tree = Tree::default();
    let externalized = tei::externalize_and(tei, |step| {
        if schema.is_some() {
            tree.push(step);
        }
    });
    let restored =
        externalized.is_ok_and(|found| found.source.to_bytes().is_ok_and(|again| again == bytes));
    let problem = schema.and_then(|schema| first_error(tei, tree, schema));
    Proof { restored, invalid: problem.map(|problem| not_valid(tei, &problem)) }
}

fn not_valid(tei: &str, problem: &Diagnostic) -> Diagnostic {
    let shown = Subject::new("edition", tei).show(problem);
    let message = format!("the edition is not valid\n{shown}");
    Diagnostic::new(Severity::Error, Code::EditionInvalid, message)
        .help("this is a fault of rubricate; please report it with the transcription")
}

fn not_restored() -> Diagnostic {
    let message = "the edition does not give the transcription back";
    Diagnostic::new(Severity::Error, Code::EditionNotRestored, message)
        .help("this is a fault of rubricate; please report it with the transcription")
}

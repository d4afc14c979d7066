//! From a transcription to an edition.

use crate::annotation::Annotation;
use crate::convention::{self, Convention, Detection, detect};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::entity::Entities;
use crate::internalize::internalize;
use crate::metadata::{self, Metadata};
use crate::recognise::{Known, recognise_dates};
use crate::segment::{Layout, segment};
use crate::source::{Encoding, Lines, Source, offset};
use crate::structure::{Counts, Input, structure};
use crate::tei::{self, Edition, Record};
use crate::token::{Words, tokenize};

/// How to convert.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoding of the transcription; found out if it is not given.
    pub encoding: Option<Encoding>,
    /// The convention it follows; found out if it is not given.
    pub convention: Option<&'static Convention>,
    /// What is known of it.
    pub metadata: Metadata,
    /// The name of its file.
    pub file: Option<String>,
}

/// An edition and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// The TEI document.
    pub tei: String,
    /// What was found.
    pub report: Report,
    /// What is odd.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a conversion has found.
#[derive(Clone, Debug)]
pub struct Report {
    /// The convention and why.
    pub convention: Detection,
    /// How much of what.
    pub counts: Counts,
}

/// Converts.
pub fn convert(bytes: &[u8], options: &Options) -> Result<Conversion, crate::source::TooLong> {
    let source = Source::read(bytes, options.encoding)?;
    let text = source.text();
    let lines = Lines::of(text);
    let detection = match options.convention {
        Some(convention) => Detection { convention, evidence: Vec::new() },
        None => detect(text, &lines),
    };
    let convention = detection.convention;
    let layout = Layout::of(text, &lines);
    let blocks = segment(text, &lines, layout, convention);
    let tokens = tokenize(text);
    let words = Words { text, tokens: &tokens };
    let input = Input { text, lines: &lines, words, blocks: &blocks, layout, convention };
    let found = structure(&input);
    let metadata = options.metadata.clone().or(metadata::of_text(words, &found));

    let mut annotations: Vec<Annotation> = found.annotations;
    let mut readable = found.readable;
    readable.sort_unstable();
    for span in &readable {
        convention::annotate(convention, text, *span, &mut annotations);
    }
    let mut diagnostics = found.diagnostics;
    let known = Known { anchors: &found.anchors, entries: &found.dates, readable: &readable };
    recognise_dates(words, &known, &mut annotations, &mut diagnostics);

    let nested = internalize(offset(text.len()), annotations);
    let record = Record::of(bytes, &source, options.file.as_deref(), convention.name);
    let edition = Edition {
        source: &source,
        nested: &nested,
        metadata: &metadata,
        record: &record,
        entities: &Entities::default(),
        practices: &[],
        words: tokens.len(),
    };
    let tei = tei::write(&edition);
    diagnostics.extend(nested.diagnostics.iter().cloned());
    let again = tei::externalize(&tei).map(|again| again.source.to_bytes());
    if !matches!(again, Ok(Ok(again)) if again == bytes) {
        diagnostics.push(Diagnostic::new(
            Severity::Error,
            Code::EditionNotRestored,
            "not restored",
        ));
    }
    Ok(Conversion {
        tei,
        report: Report { convention: detection, counts: found.counts },
        diagnostics,
    })
}

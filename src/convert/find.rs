//! All that is found in a text.

use super::Options;
use super::created;
use super::crossing::crossing;
use super::read::Read;
use crate::annotation::Annotation;
use crate::convention::{self, Around, Convention};
use crate::diagnostic::Diagnostic;
use crate::entity::Entities;
use crate::internalize::{Nested, internalize};
use crate::metadata::{self, Metadata};
use crate::reason::Reason;
use crate::recognise::{self, Known, Reading, Scholar};
use crate::segment::{Layout, segment};
use crate::source::{Lines, Source};
use crate::structure::{self, Counts, Input, Structure, remarks, structure};
use crate::token::{self, Token, Words, tokenize};

/// All that was found in a text.
pub(crate) struct Findings {
    pub nested: Nested,
    pub metadata: Metadata,
    pub entities: Entities,
    pub counts: Counts,
    pub dates: usize,
    pub diagnostics: Vec<Diagnostic>,
    /// Why the place that was asked for is tagged as it is.
    pub reasons: Vec<Reason>,
}

/// How often a text is read with marks around its words; those that lie across what was
/// found are text the next time.
const READINGS: usize = 3;

/// Segments, structures, recognises and internalizes; explains the place `why`
/// if one is asked for.
pub(crate) fn find(
    source: &Source,
    lines: &Lines,
    tokens: &mut [Token],
    convention: &'static Convention,
    options: &Options,
    why: Option<u32>,
) -> Findings {
    let written = source.text();
    let mut around = convention::around(convention, written);
    let mut readings = 0;
    loop {
        let read = Read::of(written, &around.found);
        let why = why.map(|at| read.place(at));
        let found = if read.is_written() {
            find_in(&read, lines, tokens, convention, options, why)
        } else {
            let (lines, mut tokens) = (Lines::of(read.text()), tokenize(read.text()));
            find_in(&read, &lines, &mut tokens, convention, options, why)
        };
        let crossing = crossing(&read, &found.annotations);
        if crossing.is_empty() {
            return found.nested(written, &read, around);
        }
        readings += 1;
        if readings == READINGS {
            around.found.clear();
        }
        around.leave(&crossing);
    }
}

/// What was found in a text as it reads.
struct Found {
    annotations: Vec<Annotation>,
    metadata: Metadata,
    entities: Entities,
    counts: Counts,
    dates: usize,
    diagnostics: Vec<Diagnostic>,
    reasons: Vec<Reason>,
}

impl Found {
    /// The same in the text that was written, with the marks `around` its words.
    fn nested(mut self, written: &str, read: &Read<'_>, around: Around) -> Findings {
        read.write(&mut self.annotations, &mut self.diagnostics, &mut self.reasons);
        self.diagnostics.extend(around.told(written));
        self.annotations.extend(around.found.into_iter().map(convention::Found::annotation));
        let mut nested = internalize(written, self.annotations);
        self.diagnostics.append(&mut nested.diagnostics);
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        let Self { metadata, entities, counts, dates, diagnostics, reasons, .. } = self;
        Findings { nested, metadata, entities, counts, dates, diagnostics, reasons }
    }
}

/// Finds all there is in the text that `read` is, which has these lines and words.
fn find_in(
    read: &Read<'_>,
    lines: &Lines,
    tokens: &mut [Token],
    convention: &'static Convention,
    options: &Options,
    why: Option<u32>,
) -> Found {
    let text = read.text();
    let layout = Layout::of(text);
    let whole = segment(text, lines, layout, convention);
    token::open(tokens, whole.iter().map(|block| block.span.start));
    let words = Words { text, tokens };
    let created = options.metadata.covers;
    let input = Input { text, lines, words, blocks: &whole, layout, convention, created };
    let parted = structure::parted(&input);
    let input = Input { blocks: parted.as_deref().unwrap_or(&whole), ..input };
    let mut reasons = why.map_or_else(Vec::new, |at| structure::why(&input, at));
    let found = structure(&input, recognise::claimed(&options.authority));
    let metadata = metadata::of_text(words, &found);
    let Structure {
        mut annotations,
        mut readable,
        mut ids,
        mut diagnostics,
        counts,
        anchors,
        dates,
        places,
        narrative,
        ..
    } = found;

    readable.sort_unstable();
    for span in &readable {
        convention::annotate(convention, text, *span, &mut annotations, &mut diagnostics);
    }
    convention::drop_pages_at_markers(text, &mut annotations);
    remarks(text, &readable, &mut annotations);
    diagnostics.extend(created::other_day(&options.metadata, &dates));
    let known = Known { anchors: &anchors, entries: &dates, readable: &readable, narrative };
    let mut found = Vec::new();
    recognise::dates(words, &known, &mut found, &mut diagnostics);
    found.retain(|date| !read.is_partly_struck(date.outer));
    let dates = found.len();
    annotations.append(&mut found);
    let scholar =
        Scholar { authority: &options.authority, rules: &options.names, anchors: &anchors };
    let reading = Reading { readable: &readable, places: &places, scholar };
    if let Some(at) = why {
        reasons.extend(recognise::why(words, lines, &known, &reading, &annotations, at));
    }
    let entities = recognise::names(words, &reading, &mut ids, &mut annotations, &mut diagnostics);
    convention::widen_names(&mut annotations);
    if options.speech {
        reasons.extend(why.and_then(|at| recognise::why_speech(words, &annotations, at)));
        recognise::speech(words, &mut annotations);
    }
    Found { annotations, metadata, entities, counts, dates, diagnostics, reasons }
}

//! Why the tags at a place are there, or why there are none.

mod edition;
mod show;

use std::fmt;

use serde::Serialize;

use crate::annotation::Annotation;
use crate::convention::{Convention, Detection};
use crate::convert::{Findings, Options, find};
use crate::internalize::Event;
use crate::profile;
use crate::source::{Lines, Position, Source, Span, TooLong};
use crate::token::tokenize;

pub use crate::reason::{Layer, Reason};

/// What stands at a place of a transcription, and why it is tagged so.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// The transcription.
    pub text: String,
    /// The place in it.
    pub at: u32,
    /// The elements around the place, the outermost first.
    pub tags: Vec<Annotation>,
    /// What the passes say, those of the structure first.
    pub reasons: Vec<Reason>,
    /// The name of the convention.
    pub convention: &'static str,
    /// What the transcription shows of it, and the line that first does.
    pub evidence: Vec<(&'static str, u32)>,
}

/// Why nothing can be explained.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NotExplained {
    /// The transcription is too long.
    TooLong(TooLong),
    /// It has no such place.
    NoSuchPlace {
        /// How many lines it has.
        lines: usize,
    },
    /// The place of the edition is none of its text.
    NotInText,
}

impl fmt::Display for NotExplained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(error) => error.fmt(f),
            Self::NoSuchPlace { lines: 1 } => {
                f.write_str("there is no such place; the file has 1 line")
            }
            Self::NoSuchPlace { lines } => {
                write!(
                    f,
                    "there is no such place; the file has {lines} lines, each of which counts its columns from 1"
                )
            }
            Self::NotInText => f.write_str(
                "this place is not in the text of the edition; name one within front, body or back",
            ),
        }
    }
}

impl std::error::Error for NotExplained {}

/// Tells why the tags at a place of a transcription are there, or why there
/// are none. An edition will do as well; it is explained as the transcription
/// it was made of would be now.
///
/// ```
/// use rubricate::{Options, Position, explain::explain};
///
/// let page = "Brussels, January 11, 1937, morning. I saw André Gide again.\n";
/// let place = Position { line: 1, column: 45 };
/// let explanation = explain(page.as_bytes(), place, &Options::default()).unwrap();
/// assert_eq!(explanation.tags.last().unwrap().element.name(), "persName");
/// let name = explanation.reasons.iter().find(|reason| reason.layer.name() == "name").unwrap();
/// assert!(name.says[0].starts_with("the name of a person, "));
/// ```
///
/// # Errors
///
/// If there is no such place, or more than 1 GiB of text.
pub fn explain(
    bytes: &[u8],
    place: Position,
    options: &Options,
) -> Result<Explanation, NotExplained> {
    if let Some(edition) = edition::read(bytes) {
        let (source, at) = edition.place(place)?;
        let convention = options.convention.or(edition.convention);
        return Ok(of_source(source, at, convention, options));
    }
    let source = Source::read(bytes, options.encoding).map_err(NotExplained::TooLong)?;
    let at = offset(source.text(), place)?;
    Ok(of_source(source, at, options.convention, options))
}

/// The offset of a place in a text.
fn offset(text: &str, place: Position) -> Result<u32, NotExplained> {
    let lines = Lines::of(text);
    let nothing = usize::from(text.ends_with('\n'));
    let found = lines.offset(text, place);
    found.ok_or(NotExplained::NoSuchPlace { lines: lines.count() - nothing })
}

fn of_source(
    source: Source,
    at: u32,
    convention: Option<&'static Convention>,
    options: &Options,
) -> Explanation {
    let lines = Lines::of(source.text());
    let detection = Detection::of(convention, source.text(), &lines);
    let mut tokens = tokenize(source.text());
    let found = find(&source, &lines, &mut tokens, detection.convention, options, Some(at));
    let Findings { nested, mut reasons, .. } = found;
    let nested = profile::apply(options.profile, source.text(), nested);
    let holds = |span: Span| span.start <= at && at < span.end;
    let written = nested.events.iter().filter_map(|event| match event {
        Event::Start(index) => Some(&nested.annotations[*index]),
        _ => None,
    });
    let mut tags: Vec<Annotation> = written.filter(|tag| holds(tag.outer)).cloned().collect();
    tags.sort_by_key(|tag| (tag.outer.start, std::cmp::Reverse(tag.outer.end)));
    for tag in &tags {
        let Some(notation) = tag.notation else { continue };
        let says = format!(
            "{} is written {}, by the convention {}; the tags stand for these characters",
            tag.element, notation.pattern, detection.convention.name
        );
        reasons.push(Reason { layer: Layer::Convention, span: tag.outer, says: vec![says] });
    }
    Explanation {
        at,
        tags,
        reasons,
        convention: detection.convention.name,
        evidence: detection.evidence,
        text: source.into_text(),
    }
}

/// An explanation with its places spelled out, for other programs.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Spelled<'e> {
    /// The name of the file.
    pub file: &'e str,
    /// The line of the transcription.
    pub line: u32,
    /// The column.
    pub column: u32,
    /// The name of the convention.
    pub convention: &'static str,
    /// The elements around the place, the outermost first.
    pub tags: Vec<SpelledTag<'e>>,
    /// What the passes say.
    pub reasons: Vec<SpelledReason<'e>>,
}

/// An element around the place.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct SpelledTag<'e> {
    /// Its name.
    pub element: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, &'e str)>,
    /// The line it begins in.
    pub line: u32,
    /// The column it begins at.
    pub column: u32,
    /// The beginning of its words.
    pub words: String,
}

/// What a pass says.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct SpelledReason<'e> {
    /// What it is about.
    pub layer: Layer,
    /// The line it is about.
    pub line: u32,
    /// The column.
    pub column: u32,
    /// The beginning of the words it is about.
    pub words: String,
    /// What it says, the decision first.
    pub says: &'e [String],
}

//! What somebody says, within quotation marks: `said`.
//!
//! Not all quotation marks are those of speech: titles, doubtful words and what
//! is read stand in them, too. So a quotation is speech only where the words
//! around it say so, “he answered”; those beside it in its paragraph follow, and
//! in a dialogue the paragraphs next to it. The marks stay where they are, and
//! `@rend` tells tools not to add any.
//!
//! TEI Guidelines, 3.3.3 *Quotation*.

mod heard;
mod marks;
mod teller;

use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::reason::{Layer, Reason};
use crate::source::Span;
use crate::token::Words;
use heard::{Heard, heard};

/// What a tool finds that would print quotation marks of its own: most add none
/// to an element with `@rend`.
const REND: &str = "quoted";

/// Marks what is said in the paragraphs of `annotations`, in which the persons
/// are marked.
pub(crate) fn speech(words: Words<'_>, annotations: &mut Vec<Annotation>) {
    let found = marked(&of(words, annotations));
    annotations.extend(found);
}

/// Why the quotation at an offset is speech, or is none.
pub(crate) fn why_speech(words: Words<'_>, annotations: &[Annotation], at: u32) -> Option<Reason> {
    let all = of(words, annotations);
    let found = all.iter().find(|heard| {
        let span = heard.quotation.span;
        span.start <= at && at < span.end
    })?;
    let says = match &found.speech {
        Some(speech) => speech.ground.words(),
        None => "in quotation marks, but nothing says that somebody speaks",
    };
    let reason = Reason::new(Layer::Speech, found.quotation.span, says);
    Some(match found.speech.as_ref().map(|speech| &speech.who) {
        Some(Some(who)) => reason.and(format!("who speaks is named beside it: {who}")),
        Some(None) => reason.and("who speaks is not named beside it"),
        None => reason,
    })
}

fn of(words: Words<'_>, annotations: &[Annotation]) -> Vec<Heard> {
    let mut paragraphs = of_element(annotations, Element::P, |found| found.inner);
    paragraphs.sort_unstable();
    let mut persons = of_element(annotations, Element::PersName, |found| {
        (found.outer, found.attributes.get(Attribute::Ref).unwrap_or_default())
    });
    persons.sort_unstable();
    heard(words, &paragraphs, &persons)
}

fn of_element<'a, T>(
    found: &'a [Annotation],
    element: Element,
    of: impl Fn(&'a Annotation) -> T,
) -> Vec<T> {
    found.iter().filter(|found| found.element == element).map(of).collect()
}

/// The elements; one over several paragraphs is split at their ends and linked
/// later.
fn marked(heard: &[Heard]) -> Vec<Annotation> {
    let mut found: Vec<Annotation> = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for heard in heard {
        let Some(speech) = &heard.speech else {
            open = None;
            continue;
        };
        let continues = open.is_some_and(|(opens, paragraph)| {
            opens == heard.quotation.opens && paragraph + 1 == heard.paragraph
        });
        match found.last_mut().filter(|_| continues) {
            Some(last) => {
                last.outer = last.outer.join(heard.quotation.span);
                last.inner = last.outer;
            }
            None => found.push(said(heard.quotation.span, speech)),
        }
        open = (!heard.quotation.closed).then_some((heard.quotation.opens, heard.paragraph));
    }
    found
}

fn said(span: Span, speech: &heard::Speech) -> Annotation {
    let said = Annotation::new(Element::Said, span);
    let said = match &speech.who {
        Some(who) => said.with(Attribute::Who, who.clone()),
        None => said,
    };
    said.with(Attribute::Rend, REND).certain(speech.ground.certainty())
}

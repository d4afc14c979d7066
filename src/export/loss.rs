//! What a format cannot carry, told once for each kind of thing.

use super::tree::{Node, name};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Span, offset};

/// Something in a text that a format has no place for.
///
/// `docs/formats.md` lists them; a test holds it against these tables.
#[derive(Clone, Copy, Debug)]
pub struct Loss {
    /// What it is: an element (`graphic`), an attribute of an element
    /// (`date/@when`), or an attribute of any element (`@facs`).
    pub what: &'static str,
    /// What becomes of it: a clause.
    pub how: &'static str,
}

impl Loss {
    pub(super) const fn new(what: &'static str, how: &'static str) -> Self {
        Self { what, how }
    }

    /// The element and the attribute that it is, where each is said.
    fn parts(&self) -> (Option<&'static str>, Option<&'static str>) {
        match self.what.split_once('@') {
            None => (Some(self.what), None),
            Some(("", attribute)) => (None, Some(attribute)),
            Some((element, attribute)) => (Some(element.trim_end_matches('/')), Some(attribute)),
        }
    }
}

/// What formats of words alone leave behind: names, dates, pages, the ways of
/// editors.
pub(super) const OF_WORDS: &[Loss] = &[
    Loss::new("persName/@ref", "the name stays, without whom it means"),
    Loss::new("placeName/@ref", "the name stays, without what it means"),
    Loss::new("date/@when", "the date stays, without its value"),
    Loss::new("@cert", "how sure the encoder is has no place in the text"),
    Loss::new("pb", "pages of the source are not marked"),
    Loss::new("cb", "columns of the source are not marked"),
    Loss::new("milestone", "points in the text are not marked"),
    Loss::new("ex", "what an editor expanded is not marked"),
    Loss::new("supplied", "what an editor supplied is not marked"),
    Loss::new("unclear", "what is hard to read is not marked"),
    Loss::new("del", "what was deleted follows its word in double brackets, whole blocks without"),
    Loss::new("add", "what was added is not marked"),
    Loss::new("cell/@cols", "cells that span columns stand in the first one"),
    Loss::new("cell/@rows", "cells that span rows stand in the first one"),
];

/// What pages have no place for: analysis, and media beside the text.
pub(super) const OF_PAGES: &[Loss] = &[
    Loss::new("@facs", "facsimiles are not shown"),
    Loss::new("@ana", "analysis has no place on the page"),
    Loss::new("@lemma", "linguistic annotation has no place on the page"),
    Loss::new("@pos", "linguistic annotation has no place on the page"),
    Loss::new("@msd", "linguistic annotation has no place on the page"),
    Loss::new("milestone", "points in the text are not marked"),
    Loss::new("index", "the terms of an index are hidden"),
    Loss::new("notatedMusic", "music is given by the words in it"),
    Loss::new("media", "only its description is shown"),
    Loss::new("binaryObject", "only its description is shown"),
    Loss::new("link", "links between passages are not shown"),
    Loss::new("join", "links between passages are not shown"),
    Loss::new("alt", "links between passages are not shown"),
    Loss::new("@next", "the parts of what was split stand by themselves"),
];

/// What no format marks that is made of the text.
pub(super) const OF_SPANS: &[Loss] = &[
    Loss::new("delSpan", "where a long deletion begins is not marked"),
    Loss::new("addSpan", "where a long addition begins is not marked"),
    Loss::new("damageSpan", "where a long damage begins is not marked"),
    Loss::new("handShift", "where another hand begins is not marked"),
    Loss::new("shift", "how the voice changes is not marked"),
    Loss::new("timeline", "when the parts of a conversation were said is not shown"),
    Loss::new("certainty", "how sure the encoder is has no place in the text"),
    Loss::new("precision", "how exact a value is has no place in the text"),
];

/// What is no more than its characters where formulae cannot be set.
pub(super) const OF_FORMULAE: &[Loss] =
    &[Loss::new("formula", "a formula is given by the characters in it")];

/// What is no more than its characters where formulae are set as `MathML`.
pub(super) const OF_OTHER_FORMULAE: &[Loss] =
    &[Loss::new("formula", "a formula that is not in MathML is given by the characters in it")];

/// A finding for each of `losses` that is in `texts`, at the first place.
pub(super) fn told(losses: &[&[Loss]], texts: &[Node<'_>], format: &str) -> Vec<Diagnostic> {
    let losses: Vec<&Loss> = losses.iter().copied().flatten().collect();
    let mut found: Vec<(usize, Option<Node<'_>>)> = vec![(0, None); losses.len()];
    let parts: Vec<_> = losses.iter().map(|loss| loss.parts()).collect();
    for node in texts.iter().flat_map(Node::descendants).filter(Node::is_element) {
        let (name, is_bare) = (name(node), node.attributes().len() == 0);
        for ((element, attribute), (count, first)) in parts.iter().zip(&mut found) {
            let is_there = !(is_bare && attribute.is_some())
                && element.is_none_or(|element| element == name)
                && attribute.is_none_or(|attribute| node.has_attribute(attribute));
            if is_there {
                *count += 1;
                first.get_or_insert(node);
            }
        }
    }
    let mut diagnostics = Vec::new();
    for (loss, (count, first)) in losses.iter().zip(&found) {
        if let Some(first) = first {
            let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
            let message = format!("{}, which is here {times}: {}", loss.what, loss.how);
            diagnostics.push(
                Diagnostic::new(Severity::Info, Code::NotCarried, message)
                    .at(Span::empty(offset(first.range().start)))
                    .help(format!("docs/formats.md lists what {format} carries; json carries all")),
            );
        }
    }
    diagnostics
}

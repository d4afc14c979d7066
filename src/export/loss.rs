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

/// A finding for each of `losses` that is in `texts`, at the first place.
pub(super) fn told(losses: &[Loss], texts: &[Node<'_>], format: &str) -> Vec<Diagnostic> {
    let mut found: Vec<(usize, Option<Node<'_>>)> = vec![(0, None); losses.len()];
    let parts: Vec<_> = losses.iter().map(Loss::parts).collect();
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

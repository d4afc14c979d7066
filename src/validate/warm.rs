//! Validators that keep what they have learned of a schema, each in a thread.

use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use teixml::relaxng::Schema;

use super::quick::each;
use super::tree::Tree;

/// After so many documents a validator begins anew: it learns values, too, and these
/// are never the same again.
const MOST: usize = 256;

/// Validators of one schema that wait for documents.
#[derive(Default)]
pub(super) struct Validators(Mutex<Vec<Validator>>);

/// A thread that checks documents, until nobody can ask it any more.
struct Validator {
    documents: Sender<Tree<'static>>,
    answers: Receiver<bool>,
}

impl Validators {
    /// Whether a document is valid and its identifiers are unique; nothing if there can
    /// be no validator.
    pub(super) fn is_valid(&self, schema: &Arc<Schema>, tree: Tree<'static>) -> Option<bool> {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let validator = waiting.or_else(|| Validator::of(Arc::clone(schema)))?;
        validator.documents.send(tree).ok()?;
        let answer = validator.answers.recv().ok()?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(validator);
        Some(answer)
    }
}

impl Validator {
    fn of(schema: Arc<Schema>) -> Option<Self> {
        let (documents, inbox) = channel();
        let (outbox, answers) = channel();
        let work = move || while work(&schema, &inbox, &outbox) {};
        thread::Builder::new().name("validator".to_owned()).spawn(work).ok()?;
        Some(Self { documents, answers })
    }
}

/// Answers for some documents; returns whether there may be more.
fn work(schema: &Schema, inbox: &Receiver<Tree<'static>>, outbox: &Sender<bool>) -> bool {
    let (mut checked, mut open) = (0, true);
    let mut last: Option<Rc<Tree<'static>>> = None;
    let mut next = || {
        if let Some(tree) = last.take() {
            open = outbox.send(tree.is_right()).is_ok();
        }
        if !open || checked == MOST {
            return None;
        }
        checked += 1;
        match inbox.recv() {
            Ok(tree) => last = Some(Rc::new(tree)),
            Err(_) => open = false,
        }
        last.clone()
    };
    each(schema, &mut next) && open
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{MOST, Validators};
    use crate::tei::externalize_and;
    use crate::validate::{Schema, Tree};
    use crate::{Options, convert};

    fn tree(xml: &str) -> Tree<'static> {
        let mut tree = Tree::default();
        externalize_and(xml, |step| tree.push(step)).unwrap();
        tree.into_owned()
    }

    #[test]
    fn each_document_has_its_own_answer() {
        let good = convert(b"A few words.\n", &Options::default()).unwrap().tei;
        let bad = good.replace("<body ", "<body whenever=\"1\" ");
        let schema = Schema::embedded();
        let editions = Arc::clone(schema.editions().unwrap());
        let validators = Validators::default();
        for count in 0..2 * MOST + 3 {
            let wrong = count % 3 == 1;
            let xml = if wrong { &bad } else { &good };
            assert_eq!(validators.is_valid(&editions, tree(xml)), Some(!wrong), "{count}");
        }
        assert_eq!(validators.0.lock().unwrap().len(), 1);
    }
}

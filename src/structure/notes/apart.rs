//! Notes whose label is a line of its own: `Footnote 1:`, with their words in the
//! blocks below it.

use super::finder::{Finder, Labelled, follows};
use super::label::{Label, Style};
use super::link::pair_run;
use crate::segment::BlockKind;

impl<'a> Finder<'a> {
    /// Such notes from block `index` on, if the text above refers to most of them;
    /// returns the block after them.
    pub(super) fn apart(&mut self, index: usize) -> Option<usize> {
        if index < self.refused {
            return None;
        }
        let mut labelled: Vec<Labelled<'a>> = Vec::new();
        let mut end = index;
        while let Some(label) = self.label_apart(end) {
            let below = self.end_of_words(end + 1);
            let previous = labelled.last().map(|last| last.label);
            if below == end + 1 || !follows(previous, label) {
                break;
            }
            labelled.push(Labelled { index: end, label });
            end = below;
        }
        let labels: Vec<Label<'a>> = labelled.iter().map(|labelled| labelled.label).collect();
        let pairing = pair_run(&labels, self.linker.candidates(labels.len()));
        let found = pairing.iter().flatten().count();
        if labels.is_empty() || found * 10 < labels.len() * 6 {
            self.refused = end;
            return None;
        }
        self.accept(index..end, false, &labelled, &[]);
        Some(end)
    }

    /// The label that block `index` is.
    fn label_apart(&self, index: usize) -> Option<Label<'a>> {
        let label = self.label(index)?;
        let alone = label.span == self.blocks[index].span;
        (alone && matches!(label.style, Style::Worded(_))).then_some(label)
    }

    /// The block after the words of a note that begin with block `first`: all blocks
    /// that are set in as the first one is, or that one alone.
    fn end_of_words(&self, first: usize) -> usize {
        let is_text = |at: usize| {
            matches!(self.blocks[at].kind, BlockKind::Text) && self.label_apart(at).is_none()
        };
        let mut end = first;
        while end < self.blocks.len()
            && is_text(end)
            && (end == first || self.blocks[first].indent > 0 && self.blocks[end].indent > 0)
        {
            end += 1;
        }
        end
    }
}

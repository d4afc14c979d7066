//! Notes that have the same sign again and again, each with a marker of its own.

use std::collections::BTreeSet;

use super::label::{Label, Style};
use super::link::Candidates;

/// So many notes are held at once against twice as many markers and some more.
const AT_ONCE: usize = 256;
const MORE: usize = 16;

/// Whether several notes have the same name.
pub(super) fn has_twins(labels: &[Label<'_>]) -> bool {
    let mut names: Vec<&str> = labels.iter().map(|label| label.name).collect();
    names.sort_unstable();
    names.windows(2).any(|pair| pair[0] == pair[1])
}

/// For each note its marker, in the order in which both stand: as many as
/// possible, and of several the nearest.
pub(super) fn pair_in_order(
    labels: &[Label<'_>],
    candidates: Candidates<'_, '_>,
) -> Vec<Option<usize>> {
    let styles: BTreeSet<Style> = labels.iter().map(|label| label.style.of_marker()).collect();
    let free = |at: &usize| {
        candidates.linked.get(*at).copied().flatten().is_none()
            && styles.contains(&candidates.all[*at].style)
    };
    let markers: Vec<usize> = (candidates.from..candidates.all.len()).filter(free).collect();
    let mut pairing = vec![None; labels.len()];
    let (mut notes, mut end) = (labels.len(), markers.len());
    while notes > 0 && end > 0 {
        let first = notes.saturating_sub(AT_ONCE);
        let from = end.saturating_sub(2 * (notes - first) + MORE);
        let names = |at: &usize| candidates.all[*at].name;
        let row: Vec<&str> = markers[from..end].iter().map(names).collect();
        for (note, marker) in common(&labels[first..notes], &row) {
            pairing[first + note] = Some(markers[from + marker]);
            end = end.min(from + marker);
        }
        notes = first;
    }
    pairing
}

/// The longest row of names that both have in common, with the last marker of
/// several.
fn common(labels: &[Label<'_>], markers: &[&str]) -> Vec<(usize, usize)> {
    let width = markers.len() + 1;
    let mut lengths = vec![0_u32; (labels.len() + 1) * width];
    for (note, label) in labels.iter().enumerate() {
        for (marker, name) in markers.iter().enumerate() {
            let at = (note + 1) * width + marker + 1;
            lengths[at] = if label.name == *name {
                lengths[at - width - 1] + 1
            } else {
                lengths[at - width].max(lengths[at - 1])
            };
        }
    }
    let (mut note, mut marker) = (labels.len(), markers.len());
    let mut pairs = Vec::new();
    while note > 0 && marker > 0 {
        let at = note * width + marker;
        if labels[note - 1].name == markers[marker - 1] {
            (note, marker) = (note - 1, marker - 1);
            pairs.push((note, marker));
        } else if lengths[at - 1] > lengths[at - width] {
            marker -= 1;
        } else {
            note -= 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{has_twins, pair_in_order};
    use crate::source::{Span, offset};
    use crate::structure::notes::label::{Label, Style};
    use crate::structure::notes::link::Candidates;

    fn labels(names: &str) -> Vec<Label<'_>> {
        let span = |at: usize| Span::new(offset(at), offset(at + 1));
        let label = |(at, name)| Label { style: Style::Sign, name, number: None, span: span(at) };
        names.split(' ').enumerate().map(label).collect()
    }

    fn pairs(notes: &str, markers: &str) -> Vec<Option<usize>> {
        let all = labels(markers);
        pair_in_order(&labels(notes), Candidates { all: &all, linked: &[], from: 0 })
    }

    #[test]
    fn each_its_own() {
        assert_eq!(pairs("* * *", "* * *"), [Some(0), Some(1), Some(2)]);
        assert_eq!(pairs("* † * ‡", "* † * ‡"), [Some(0), Some(1), Some(2), Some(3)]);
        // A marker without its note, a note without its marker, one of old.
        assert_eq!(pairs("* *", "* † * *"), [Some(2), Some(3)]);
        assert_eq!(pairs("* † *", "* *"), [Some(0), None, Some(1)]);
        assert_eq!(pairs("* † *", "† * *"), [Some(1), None, Some(2)]);
    }

    #[test]
    fn many() {
        let names = vec!["*"; 1000].join(" ");
        let pairing = pairs(&names, &names);
        assert!(pairing.iter().enumerate().all(|(at, marker)| *marker == Some(at)));
        assert!(has_twins(&labels("* † *")) && !has_twins(&labels("* † **")));
    }
}

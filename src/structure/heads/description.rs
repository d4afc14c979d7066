//! The headings of an archival description, as the standards of archives name them:
//! “Scope and content”, “Administrative history”.

use crate::segment::Block;
use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};
use crate::structure::notes::Notes;

/// The elements of ISAD(G) and of finding aids that follow it.
const LABELS: &[&str] = &[
    "access restrictions",
    "acquisition information",
    "administrative history",
    "administrative information",
    "archival history",
    "arrangement",
    "bestandsgeschichte",
    "biographical history",
    "biographical note",
    "biographical sketch",
    "collection description",
    "conditions d'accès",
    "conditions d’accès",
    "conditions governing access",
    "conditions governing reproduction",
    "custodial history",
    "form und inhalt",
    "histoire administrative",
    "historical note",
    "historique de la conservation",
    "immediate source of acquisition",
    "mode de classement",
    "preferred citation",
    "processing information",
    "provenance",
    "présentation du contenu",
    "related material",
    "related materials",
    "restrictions on access",
    "scope and content",
    "scope and contents",
    "system of arrangement",
    "verwaltungsgeschichte",
];

/// Makes headings of such words, if two of them stand above some text.
pub(super) fn set_description(
    input: &Input<'_>,
    notes: &Notes,
    candidates: &mut [Option<Heading>],
) {
    const SEVERAL: usize = 2;
    let names = |index: &usize| {
        let block = &input.blocks[*index];
        block.is_text()
            && block.line_count() == 1
            && !notes.holds(*index)
            && is_label(block.span.of(input.text))
            && input.blocks.get(*index + 1).is_some_and(Block::is_text)
    };
    // Those in capitals are headings anyhow.
    let words = |found: Option<Heading>| found.is_some_and(|found| found.kind == Kind::Words);
    let found: Vec<usize> =
        (0..candidates.len()).filter(|at| words(candidates[*at])).filter(names).collect();
    if found.len() >= SEVERAL {
        for index in found {
            candidates[index] = Some(Heading { titled: true, ..Heading::of(Kind::Section) });
        }
    }
}

fn is_label(line: &str) -> bool {
    const LONGEST: usize = 40;
    if line.len() > LONGEST || !line.starts_with(char::is_uppercase) {
        return false;
    }
    let words = line.trim_end_matches([':', ' ']).to_lowercase();
    LABELS.binary_search(&words.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LABELS, is_label};

    #[test]
    fn labels() {
        assert!(LABELS.is_sorted());
        assert!(is_label("Scope and content") && is_label("ADMINISTRATIVE HISTORY:"));
        assert!(!is_label("Arrangement of the chairs") && !is_label("provenance"));
    }
}

//! The licence that frames a Project Gutenberg text.

use super::transcriber;
use crate::segment::Block;

/// How many blocks at the beginning and at the end belong to the licence; what
/// the transcribers say below it does too.
pub(super) fn find(text: &str, blocks: &[Block]) -> (usize, usize) {
    let at = |index: usize| blocks[index].span.of(text);
    let start = (0..blocks.len().min(MOST))
        .rev()
        .find(|index| is_start(at(*index)))
        .map_or(0, |index| index + 1);
    let start = start + transcriber::find(text, blocks, start);
    let end = (start..blocks.len()).find(|index| is_end(at(*index)));
    (start, end.map_or(0, |end| blocks.len() - end))
}

/// Licences of old files run to some hundred blocks before the text.
const MOST: usize = 400;

/// The line after which the text begins, in the spellings of fifty years.
fn is_start(block: &str) -> bool {
    let upper = block.to_uppercase();
    let line = upper.trim_start_matches(['*', ' ']);
    line.starts_with("START OF THE PROJECT GUTENBERG")
        || line.starts_with("START OF THIS PROJECT GUTENBERG")
        || line.starts_with("START OF PROJECT GUTENBERG")
        || (line.starts_with("END") && line.contains("SMALL PRINT"))
}

/// The line with which the licence at the end begins.
fn is_end(block: &str) -> bool {
    let head: String = block.chars().take(100).collect();
    let upper = head.to_uppercase();
    let line = upper.trim_start_matches(['*', ' ']);
    let line = line.strip_prefix("THE ").unwrap_or(line);
    line.starts_with("END OF ") && line.contains("PROJECT GUTENBERG")
}

#[cfg(test)]
mod tests {
    use super::{is_end, is_start};

    #[test]
    fn spellings() {
        for line in [
            "*** START OF THE PROJECT GUTENBERG EBOOK DRACULA ***",
            "***START OF THE PROJECT GUTENBERG EBOOK DRACULA***",
            "*** START OF THIS PROJECT GUTENBERG EBOOK DRACULA ***",
            "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*",
            "*END THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.02.08.01*END*",
        ] {
            assert!(is_start(line), "{line}");
        }
        for line in [
            "*** END OF THE PROJECT GUTENBERG EBOOK DRACULA ***",
            "End of Project Gutenberg's Dracula, by Bram Stoker",
            "End of the Project Gutenberg EBook of Frankenstein",
            "End of The Project Gutenberg Etext of Emma",
        ] {
            assert!(is_end(line), "{line}");
        }
        assert!(!is_start("The start of the affair"));
        assert!(!is_end("THE END"));
    }
}

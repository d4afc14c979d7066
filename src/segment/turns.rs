//! Questions and answers that follow each other without a blank line between
//! them, as in the record of a court.

use crate::source::Span;

/// How many lines below a question or an answer the next one is looked for.
const LONGEST_TURN: usize = 60;

/// What such a line begins with.
const LABELS: &[&str] = &[
    "Q. ", "A. ", "Q: ", "A: ", "Question. ", "Answer. ", "Question: ", "Answer: ", "Frage: ",
    "Antwort: ", "Demande: ", "Réponse: ", "Question : ", "Réponse : ",
];

/// What a line begins with that asks or answers.
pub(crate) fn label(line: &str) -> Option<&'static str> {
    LABELS.iter().find(|label| line.starts_with(**label)).copied()
}

/// Where in some lines the next question or answer begins, if the first line
/// begins one.
pub(super) fn next_turn(text: &str, run: &[(u32, Span)]) -> Option<usize> {
    let first = label(run.first()?.1.of(text))?;
    // “A. Reeve” follows “A. Lyle” in a list of names.
    let other = |at: &usize| label(run[*at].1.of(text)).is_some_and(|label| label != first);
    (1..run.len().min(LONGEST_TURN)).find(other)
}

#[cfg(test)]
mod tests {
    use super::next_turn;
    use crate::source::Lines;

    #[track_caller]
    fn check(text: &str, next: Option<usize>) {
        let lines = Lines::of(text);
        let run: Vec<_> =
            (1..).zip(text.lines()).map(|(at, _)| (at, lines.span(text, at))).collect();
        assert_eq!(next_turn(text, &run), next, "{text}");
    }

    #[test]
    fn turns() {
        check("Q. Where were you?\nA. At the ford.", Some(1));
        check("A. I had the order\nfrom the Adjutant.\nQ. When?", Some(2));
        check("Frage: Wann?\nAntwort: Im Mai.", Some(1));
        check("A. Reeve\nA. Lyle", None);
        check("He asked:\nQ. Where?\nA. There.", None);
    }
}

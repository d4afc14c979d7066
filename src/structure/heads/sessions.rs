//! The meetings of some minutes, which a line names above their day: “Special
//! Meeting”, “May 11, 1908”; and interviews, which begin with who asked whom.

use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};
use crate::structure::notes::Notes;

/// Makes headings of the lines that name a meeting above its day.
pub(super) fn set_sessions(input: &Input<'_>, notes: &Notes, candidates: &mut [Option<Heading>]) {
    for index in 1..candidates.len().saturating_sub(1) {
        let title = candidates[index]
            .is_some_and(|found| matches!(found.kind, Kind::Capitals | Kind::Words));
        let block = &input.blocks[index];
        if title
            && block.line_count() == 1
            && names_meeting(block.span.of(input.text))
            && !notes.holds(index)
            && input.blocks[index + 1].is_text()
            && input.is_dated(index + 1)
        {
            candidates[index] = Some(Heading { titled: true, ..Heading::of(Kind::Chapter) });
        }
    }
}

/// Makes headings of the lines that say who asked whom, if there are several:
/// “Interviewer: Mary Stone”, “Person interviewed: Henry Lyle”.
pub(super) fn set_interviews(input: &Input<'_>, notes: &Notes, candidates: &mut [Option<Heading>]) {
    const SEVERAL: usize = 2;
    let found: Vec<usize> = (0..candidates.len())
        .filter(|index| {
            let block = &input.blocks[*index];
            block.is_text() && is_interview(block.span.of(input.text)) && !notes.holds(*index)
        })
        .collect();
    for index in found.iter().filter(|_| found.len() >= SEVERAL) {
        candidates[*index] = Some(Heading { titled: true, ..Heading::of(Kind::Chapter) });
    }
}

/// Whether some lines are the head of an interview.
fn is_interview(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "interviewer", "interviewee", "interviewed by", "person interviewed", "informant",
        "narrator",
    ];
    const MOST: usize = 10;
    const LONGEST: usize = 80;
    let label = |line: &str| {
        let (label, value) = line.split_once(':')?;
        (!value.trim().is_empty()).then(|| label.trim().to_lowercase())
    };
    let told = |line: &str| label(line).is_some_and(|label| LABELS.contains(&label.as_str()));
    let lines = || text.lines().take(MOST + 1);
    lines().next().is_some_and(told)
        && (2..=MOST).contains(&lines().count())
        && lines().filter(|line| label(line).is_some()).count() >= 2
        && lines().all(|line| line.trim().len() <= LONGEST)
}

/// “Special Meeting”, “ORDENTLICHE SITZUNG”, “Séance extraordinaire”
fn names_meeting(line: &str) -> bool {
    const MOST: usize = 4;
    const WORDS: &[&str] = &[
        "meeting", "session", "sitting", "sitzung", "séance", "versammlung", "vorstandssitzung",
        "generalversammlung",
    ];
    let is_word = |word: &str| WORDS.contains(&word.trim_end_matches(['.', ',', ':']));
    line.len() <= 60
        && line.starts_with(char::is_uppercase)
        && line.split_whitespace().take(MOST + 1).count() <= MOST
        && {
            let line = line.to_lowercase();
            let mut words = line.split_whitespace();
            words.next().is_some_and(|first| first == "séance")
                || words.next_back().is_some_and(is_word)
        }
}

#[cfg(test)]
mod tests {
    use super::{is_interview, names_meeting};

    #[test]
    fn interviews() {
        assert!(is_interview("Interviewer: Mary Stone\nPerson interviewed: Henry Lyle\nAge: 73"));
        assert!(!is_interview("Interviewer: Where were you born?"));
        assert!(!is_interview("Interviewer: Where were you born?\nI was born at Arden."));
    }

    #[test]
    fn meetings() {
        for line in ["Special Meeting", "ORDENTLICHE SITZUNG", "Séance extraordinaire."] {
            assert!(names_meeting(line), "{line}");
        }
        for line in ["The Prayer Meeting at the Mill", "Meeting him again", "Special", "Meeting"] {
            assert!(!names_meeting(line), "{line}");
        }
    }
}
